//! The holidays a body keeps: those of its country's laws, as decrees, courts and the body itself have changed them.

use crate::country::{Country, Override, holidays, optional_days};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// One thing said against the laws' calendar, and on what ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    pub change: Override,
    /// What an added day is called.
    pub name: Option<String>,
    /// The decree, the ruling.
    pub source: Option<String>,
}

/// What a day of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A holiday by law.
    Law,
    /// A holiday that was added.
    Added,
    /// By law a holiday, and yet a business day: moved, or struck down.
    Removed,
    /// A day on which each body decides whether it opens (ponto facultativo); a business day unless it was added.
    Optional,
}

impl Status {
    pub fn code(self) -> &'static str {
        match self {
            Status::Law => "law",
            Status::Added => "added",
            Status::Removed => "removed",
            Status::Optional => "optional",
        }
    }
}

/// A day of the calendar that is not like the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    pub date: NaiveDate,
    /// The holiday of the law on it, by its key.
    pub key: Option<&'static str>,
    /// What an added day is called by those who added it.
    pub name: Option<String>,
    pub status: Status,
    pub source: Option<String>,
}

impl Day {
    /// Is the body closed?
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Status::Law | Status::Added)
    }
}

/// The changes alone, as business days are counted with.
pub fn overrides(amendments: &[Amendment]) -> Vec<Override> {
    amendments.iter().map(|one| one.change.clone()).collect()
}

/// Every day of a year that is a holiday, was to be one, or may be one; by date. Two holidays on one day are two.
pub fn year(country: Country, year: i32, amendments: &[Amendment]) -> Vec<Day> {
    let said = |date: NaiveDate| {
        let of_day =
            |one: &&Amendment| matches!(&one.change, Override::Added(day) | Override::Removed(day) if *day == date);
        amendments.iter().rfind(of_day)
    };
    let left_out =
        |key: &str| amendments.iter().rfind(|one| matches!(&one.change, Override::Without(without) if without == key));
    let mut days = Vec::new();
    for holiday in holidays(country, year) {
        let (date, key) = (holiday.date, Some(holiday.key));
        let against = said(date).filter(|one| matches!(one.change, Override::Removed(_))).or(left_out(holiday.key));
        let status = if against.is_some() { Status::Removed } else { Status::Law };
        days.push(Day { date, key, name: None, status, source: against.and_then(|one| one.source.clone()) });
    }
    for optional in optional_days(country, year) {
        if said(optional.date).is_none() {
            let (date, key) = (optional.date, Some(optional.key));
            days.push(Day { date, key, name: None, status: Status::Optional, source: None });
        }
    }
    let closed_by_law =
        |date: NaiveDate, days: &[Day]| days.iter().any(|day| day.date == date && day.status == Status::Law);
    for one in amendments {
        let Override::Added(date) = one.change else { continue };
        if date.year() != year || closed_by_law(date, &days) {
            continue;
        }
        let key = optional_days(country, year).iter().find(|day| day.date == date).map(|day| day.key);
        days.push(Day { date, key, name: one.name.clone(), status: Status::Added, source: one.source.clone() });
    }
    days.sort_by_key(|day| (day.date, day.status == Status::Added));
    days
}

/// The key of a holiday of the country's laws, however it is written: `chiquinquira`, `Good-Friday`.
pub fn key(country: Country, text: &str) -> Option<&'static str> {
    let word = text.trim().to_lowercase().replace(['-', ' '], "_");
    // A far year: every rule there is has begun by then.
    holidays(country, 2200).into_iter().map(|holiday| holiday.key).find(|key| *key == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::is_business_day;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the test")
    }

    fn amend(change: Override) -> Amendment {
        Amendment { change, name: Some("Asueto".to_owned()), source: Some("Decreto 1".to_owned()) }
    }

    fn of(country: Country, amendments: &[Amendment], date: &str) -> Vec<(Option<&'static str>, &'static str)> {
        let days = year(country, 2026, amendments);
        days.iter().filter(|one| one.date == day(date)).map(|one| (one.key, one.status.code())).collect()
    }

    #[test]
    fn a_year_shows_what_the_law_says_and_what_was_said_against_it() {
        let moved = [amend(Override::Removed(day("2026-03-01"))), amend(Override::Added(day("2026-03-02")))];
        assert_eq!(of(Country::Py, &moved, "2026-03-01"), [(Some("heroes"), "removed")]);
        assert_eq!(of(Country::Py, &moved, "2026-03-02"), [(None, "added")]);
        let without = [amend(Override::Without("chiquinquira".to_owned()))];
        assert_eq!(of(Country::Co, &without, "2026-07-13"), [(Some("chiquinquira"), "removed")]);
        assert_eq!(of(Country::Co, &[], "2026-07-13"), [(Some("chiquinquira"), "law")]);
        let carnival = [amend(Override::Added(day("2026-02-17")))];
        assert_eq!(of(Country::Br, &[], "2026-02-17")[0].1, "optional");
        assert_eq!(of(Country::Br, &carnival, "2026-02-17")[0].1, "added");
        // Added on a day that is one anyway: once.
        assert_eq!(of(Country::Co, &[amend(Override::Added(day("2026-05-01")))], "2026-05-01").len(), 1);
    }

    #[test]
    fn a_key_is_read_as_people_write_it() {
        assert_eq!(key(Country::Co, " Good-Friday "), Some("good_friday"));
        assert_eq!(key(Country::Co, "chiquinquira"), Some("chiquinquira"));
        assert_eq!(key(Country::Pe, "chiquinquira"), None);
    }

    proptest! {
        #[test]
        fn what_a_year_shows_closed_is_no_business_day(at in 0usize..4, one in 0u64..365, other in 0u64..365, kind in 0..4) {
            let country = Country::ALL[at];
            let date = |offset| day("2026-01-01").checked_add_days(chrono::Days::new(offset)).expect("in range");
            let changes = match kind {
                0 => vec![],
                1 => vec![amend(Override::Added(date(one)))],
                2 => vec![amend(Override::Removed(date(one))), amend(Override::Added(date(other)))],
                _ => vec![amend(Override::Without("christmas".to_owned()))],
            };
            let days = year(country, 2026, &changes);
            for offset in 0..365 {
                let date = date(offset);
                let weekday = !matches!(date.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
                let closed = days.iter().any(|day| day.date == date && day.is_closed());
                prop_assert_eq!(is_business_day(country, date, &overrides(&changes)), weekday && !closed);
            }
        }
    }
}
