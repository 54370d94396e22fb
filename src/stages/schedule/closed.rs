//! The warning that a session falls on a day on which the body is closed: nobody refuses it, for fairs and visits are held on Sundays.

use crate::desk::holiday::Kept;
use crate::locale::{Phrase, Words};
use crate::mail::language::weekday_date_long;
use crate::phrase;
use ata_model::session::Session;
use chrono::{Datelike, NaiveDate, Weekday};

/// A note when the day is a holiday, by its name, or a Sunday.
pub fn day(session: &Session, day: NaiveDate, kept: &Kept, words: &Words) -> Option<Phrase> {
    let long = weekday_date_long(words.language, day);
    match kept.called(day, words) {
        holiday if !holiday.is_empty() => {
            Some(phrase!("schedule-closed-holiday", session = &session.id, day = long, holiday = holiday))
        }
        _ if day.weekday() == Weekday::Sun => {
            Some(phrase!("schedule-closed-sunday", session = &session.id, day = long))
        }
        _ => None,
    }
}
