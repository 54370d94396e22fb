//! The days of ordinary sessions: `[rhythm]`, for bodies that have promised one.

use super::super::fault::Vocabulary;
use super::fields::Fields;
use crate::recurrence::{Rhythm, WEEKDAYS};

pub(super) fn rhythm(fields: Fields<'_>) -> Rhythm {
    let words = fields.texts("weekdays");
    let known = |told| fields.word("weekdays", Some(told), Vocabulary::Weekday, &WEEKDAYS);
    let mut weekdays = Vec::new();
    for day in words.into_iter().filter_map(known) {
        if !weekdays.contains(&day.value) {
            weekdays.push(day.value);
        }
    }
    let max_days_apart = fields.optional_count("max_days_apart", 0..=365).unwrap_or(0);
    fields.done();
    Rhythm { weekdays, max_days_apart }
}
