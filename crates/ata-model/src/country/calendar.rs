//! Public holidays by rule: fixed dates, Mondays by law, and days counted from Easter.
//!
//! What a decree moves or grants in one year is not a rule; it comes as an [`Override`](super::Override).

use super::{Country, br, co, pe, py};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;

/// A day on which public bodies are closed. Two of them may fall on one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Holiday {
    pub date: NaiveDate,
    /// A stable word for JSON and for looking up its name, such as `good_friday`.
    pub key: &'static str,
}

/// When a holiday falls.
#[derive(Debug, Clone, Copy)]
pub(super) enum On {
    /// Month and day, never moved.
    Date(u32, u32),
    /// Month and day, moved to the next Monday unless it is one.
    Monday(u32, u32),
    /// Days after Easter Sunday; negative before it.
    Easter(i32),
}

/// One holiday of a country.
#[derive(Debug, Clone, Copy)]
pub(super) struct HolidayRule {
    key: &'static str,
    on: On,
    /// First year in which it is kept.
    since: i32,
}

impl HolidayRule {
    pub(super) const fn always(key: &'static str, on: On) -> HolidayRule {
        HolidayRule { key, on, since: i32::MIN }
    }

    pub(super) const fn since(since: i32, key: &'static str, on: On) -> HolidayRule {
        HolidayRule { key, on, since }
    }

    fn in_year(&self, year: i32) -> Option<Holiday> {
        if year < self.since {
            return None;
        }
        let date = match self.on {
            On::Date(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            On::Monday(month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                let wait = Weekday::Mon.days_since(day.weekday());
                day.checked_add_days(Days::new(u64::from(wait)))
            }
            On::Easter(days) => {
                let distance = Days::new(u64::from(days.unsigned_abs()));
                match days < 0 {
                    true => easter(year)?.checked_sub_days(distance),
                    false => easter(year)?.checked_add_days(distance),
                }
            }
        }?;
        Some(Holiday { date, key: self.key })
    }
}

/// The national holidays of a year, by date. The rules are those in force from 1984 on.
pub fn holidays(country: Country, year: i32) -> Vec<Holiday> {
    let rules = match country {
        Country::Co => co::HOLIDAYS,
        Country::Pe => pe::HOLIDAYS,
        Country::Py => py::HOLIDAYS,
        Country::Br => br::HOLIDAYS,
    };
    kept(rules, year)
}

/// Days on which each body decides whether it opens, by date: the Brazilian pontos facultativos. They are
/// business days unless the body adds them as overrides.
pub fn optional_days(country: Country, year: i32) -> Vec<Holiday> {
    match country {
        Country::Br => kept(br::OPTIONAL, year),
        Country::Co | Country::Pe | Country::Py => Vec::new(),
    }
}

fn kept(rules: &[HolidayRule], year: i32) -> Vec<Holiday> {
    let mut days: Vec<Holiday> = rules.iter().filter_map(|rule| rule.in_year(year)).collect();
    days.sort_unstable();
    days
}

/// Easter Sunday of the Gregorian calendar (the Meeus, Jones and Butcher computus); none outside the calendar.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let proemptosis = (century + 8).div_euclid(25);
    let correction = (century - proemptosis + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4) - epact - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (days / 31).unsigned_abs(), (days % 31 + 1).unsigned_abs())
}

#[cfg(test)]
mod tests;
