//! The rhythm of ordinary sessions that a profile may promise: the day of the week, and how far apart.

use crate::desk::holiday::Kept;
use crate::error::Fault;
use crate::locale::{Phrase, Words};
use crate::mail::language::weekday_date_long;
use crate::phrase;
use ata_model::recurrence::{Gap, Rhythm};
use ata_store::{Lens, Tx};
use chrono::{Days, NaiveDate, Weekday};
use serde_json::json;

/// The days of the week of a rhythm, in full.
fn named(rhythm: &Rhythm, words: &Words) -> String {
    // The first week of 2024 begins on a Monday; only the name of the day is kept.
    let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let name = |day: &Weekday| {
        let date = monday.checked_add_days(Days::new(u64::from(day.num_days_from_monday()))).unwrap_or(monday);
        let long = weekday_date_long(words.language, date);
        long.split([' ', ',']).next().unwrap_or_default().to_owned()
    };
    rhythm.weekdays.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// # Errors
/// Refused: an ordinary session is not held on that day of the week.
pub fn must_keep(day: NaiveDate, kept: &Kept, lens: &Lens<'_>, words: &Words) -> Result<(), Fault> {
    let Some(rhythm) = &lens.profile.rhythm else { return Ok(()) };
    if rhythm.keeps(day, kept.country, &kept.overrides) {
        return Ok(());
    }
    let said =
        phrase!("schedule-rhythm-day", day = weekday_date_long(words.language, day), weekdays = named(rhythm, words),);
    Err(Fault::refused(said)
        .hint(phrase!("schedule-rhythm-hint"))
        .detail(phrase!("schedule-rhythm-rule"), json!({"rule": "rhythm", "day": day})))
}

/// The gap that is wider than the profile promises.
pub fn wide(gap: Gap, max: u32) -> Phrase {
    phrase!(
        "schedule-rhythm-gap",
        from = gap.from.to_string(),
        to = gap.to.to_string(),
        n = gap.days,
        max = i64::from(max)
    )
}

/// A note when a session leaves more days to its neighbours among the ordinary ones than the profile promises. `was` is the day it
/// is moved from, if it is.
pub fn gap_around(
    tx: &Tx<'_>,
    case: i64,
    day: NaiveDate,
    was: Option<NaiveDate>,
    kept: &Kept,
    lens: &Lens<'_>,
) -> Result<Option<Phrase>, Fault> {
    let Some(rhythm) = &lens.profile.rhythm else { return Ok(None) };
    let mut others = tx.ordinary_days(case)?;
    others.retain(|other| Some(*other) != was);
    let before = others.iter().copied().filter(|other| *other < day).max();
    let after = others.iter().copied().filter(|other| *other > day).min();
    let around: Vec<NaiveDate> = before.into_iter().chain([day]).chain(after).collect();
    Ok(rhythm.too_wide(&around, &[], kept.country, &kept.overrides).map(|gap| wide(gap, rhythm.max_days_apart)))
}
