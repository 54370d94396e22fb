//! Business days: Monday to Friday that are no holiday. A term counts from the day after, as Colombian
//! administrative procedure does it.

use super::Country;
use super::calendar::{Holiday, holidays};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a decree, a court or a body changes in the calendar of holidays. Later entries win over earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Override {
    /// A day on which the body is closed.
    Added(NaiveDate),
    /// A day that is no holiday after all; with [`Override::Added`], one that was moved.
    Removed(NaiveDate),
    /// A holiday left out in every year, by its key: `chiquinquira`, should Ley 2578 de 2026 fall.
    Without(String),
}

/// Longest term that is counted, in business days either way: more than a century.
pub const LONGEST_TERM: u64 = 36_525;

/// Is the body open on that day?
pub fn is_business_day(country: Country, date: NaiveDate, overrides: &[Override]) -> bool {
    is_weekday(date) && !closed(country, date.year(), overrides).contains(&date)
}

/// The holiday on that day by its key, such as `good_friday`; `added` for one that an override adds. A weekend is none.
pub fn holiday_on(country: Country, date: NaiveDate, overrides: &[Override]) -> Option<&'static str> {
    let kept = |holiday: &Holiday| holiday.date == date && !is_left_out(holiday.key, overrides);
    let by_rule = holidays(country, date.year()).into_iter().find(kept).map(|holiday| holiday.key);
    overrides.iter().fold(by_rule, |key, change| match change {
        Override::Added(day) if *day == date => key.or(Some("added")),
        Override::Removed(day) if *day == date => None,
        Override::Added(_) | Override::Removed(_) | Override::Without(_) => key,
    })
}

fn is_left_out(key: &str, overrides: &[Override]) -> bool {
    overrides.iter().any(|change| matches!(change, Override::Without(without) if without == key))
}

/// Business days after `from` up to and including `to`, so that the day after a Friday's notice is Monday, 1.
///
/// Negative where `to` is the earlier: the business days before `from` back to and including `to`.
pub fn business_days_between(country: Country, from: NaiveDate, to: NaiveDate, overrides: &[Override]) -> i64 {
    if from <= to {
        return count(country, from, to, overrides);
    }
    let before = |date: NaiveDate| date.pred_opt().unwrap_or(NaiveDate::MIN);
    -count(country, before(to), before(from), overrides)
}

/// The date `days` business days after `date` (before it, if negative); `date` itself for 0, open or not.
///
/// None beyond [`LONGEST_TERM`] or the end of the calendar.
pub fn add_business_days(country: Country, date: NaiveDate, days: i64, overrides: &[Override]) -> Option<NaiveDate> {
    let mut left = days.unsigned_abs();
    if left > LONGEST_TERM {
        return None;
    }
    let mut date = date;
    let mut year = date.year();
    let mut shut = closed(country, year, overrides);
    while left > 0 {
        date = match days < 0 {
            true => date.pred_opt(),
            false => date.succ_opt(),
        }?;
        if date.year() != year {
            year = date.year();
            shut = closed(country, year, overrides);
        }
        if is_weekday(date) && !shut.contains(&date) {
            left -= 1;
        }
    }
    Some(date)
}

fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The closed dates of a year; weekends only where a holiday or an override falls on one.
fn closed(country: Country, year: i32, overrides: &[Override]) -> BTreeSet<NaiveDate> {
    let mut dates: BTreeSet<NaiveDate> = holidays(country, year)
        .into_iter()
        .filter(|holiday| !is_left_out(holiday.key, overrides))
        .map(|holiday| holiday.date)
        .collect();
    for change in overrides {
        match change {
            Override::Added(date) if date.year() == year => {
                dates.insert(*date);
            }
            Override::Removed(date) => {
                dates.remove(date);
            }
            Override::Added(_) | Override::Without(_) => {}
        }
    }
    dates
}

/// Business days after `after` up to and including `last`, without walking the days one by one.
fn count(country: Country, after: NaiveDate, last: NaiveDate, overrides: &[Override]) -> i64 {
    let length = (last - after).num_days();
    let odd = (1..=length % 7)
        .filter_map(|back| last.checked_sub_days(Days::new((back - 1).unsigned_abs())))
        .filter(|date| is_weekday(*date))
        .count() as i64;
    let shut = (after.year()..=last.year())
        .flat_map(|year| closed(country, year, overrides))
        .filter(|date| *date > after && *date <= last && is_weekday(*date))
        .count() as i64;
    length / 7 * 5 + odd - shut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country::{Br, Co, Pe, Py};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the test")
    }

    #[test]
    fn terms_count_from_the_next_business_day() {
        for (country, from, days, to) in [
            // Holy Thursday and Good Friday 2026.
            (Co, "2026-04-01", 1, "2026-04-06"),
            (Co, "2026-07-10", 1, "2026-07-14"),
            (Co, "2026-07-10", 0, "2026-07-10"),
            (Co, "2026-07-11", -1, "2026-07-10"),
            (Co, "2026-07-14", -1, "2026-07-10"),
            (Co, "2026-12-31", 1, "2027-01-04"),
            // One Monday with two names is one day.
            (Co, "2025-06-27", 1, "2025-07-01"),
            (Pe, "2026-07-27", 1, "2026-07-30"),
            (Py, "2026-05-13", 1, "2026-05-18"),
            (Br, "2026-11-19", 1, "2026-11-23"),
        ] {
            let (from, to) = (day(from), day(to));
            assert_eq!(add_business_days(country, from, days, &[]), Some(to));
            assert_eq!(business_days_between(country, from, to, &[]), days);
        }
    }

    #[test]
    fn a_contested_holiday_is_switched_off_by_its_key() {
        let monday = day("2026-07-13");
        let off = [Override::Without("chiquinquira".into())];
        assert!(!is_business_day(Co, monday, &[]));
        assert!(is_business_day(Co, monday, &off));
        assert!(is_business_day(Co, monday, &[Override::Removed(monday)]));
        // Leaving out one of two names of a Monday leaves it closed.
        let one = [Override::Without("sacred_heart".into())];
        assert!(!is_business_day(Co, day("2025-06-30"), &one));
    }

    #[test]
    fn a_decree_moves_a_holiday_and_the_later_entry_wins() {
        let (law, decree) = (day("2024-06-12"), day("2024-06-10"));
        let moved = [Override::Removed(law), Override::Added(decree)];
        assert!(is_business_day(Py, law, &moved));
        assert!(!is_business_day(Py, decree, &moved));
        let undone = [Override::Added(decree), Override::Removed(decree), Override::Added(day("2024-12-24"))];
        assert!(is_business_day(Py, decree, &undone));
        assert!(!is_business_day(Py, day("2024-12-24"), &undone));
        // A day taken off the list is still a Saturday.
        let saturday = day("2026-06-20");
        assert!(!is_business_day(Py, saturday, &[Override::Removed(saturday)]));
    }

    #[test]
    fn a_term_without_end_is_refused() {
        for days in [i64::MAX, i64::MIN, 36_526] {
            assert_eq!(add_business_days(Co, day("2026-01-01"), days, &[]), None);
        }
        assert_eq!(add_business_days(Co, NaiveDate::MAX, 1, &[]), None);
        assert_eq!(add_business_days(Co, NaiveDate::MIN, -1, &[]), None);
    }

    #[test]
    fn overrides_are_written_in_words() {
        let json =
            serde_json::to_string(&[Override::Added(day("2026-12-24")), Override::Without("chiquinquira".into())])
                .expect("json");
        assert_eq!(json, r#"[{"added":"2026-12-24"},{"without":"chiquinquira"}]"#);
    }

    prop_compose! {
        fn dates()(offset in 0u64..20_000) -> NaiveDate {
            day("1995-01-01").checked_add_days(Days::new(offset)).expect("in range")
        }
    }

    proptest! {
        #[test]
        fn counting_takes_back_what_adding_gave(date in dates(), days in -300i64..300, at in 0usize..4) {
            let country = Country::ALL[at];
            let changes = [Override::Added(date), Override::Without("christmas".into())];
            let reached = add_business_days(country, date, days, &changes).expect("in range");
            prop_assert_eq!(business_days_between(country, date, reached, &changes), days);
            prop_assert!(days == 0 || is_business_day(country, reached, &changes));
        }

        #[test]
        fn a_named_holiday_is_a_closed_day_and_the_other_way_round(date in dates(), at in 0usize..4, odd in any::<bool>()) {
            let country = Country::ALL[at];
            let changes = if odd { vec![Override::Removed(date), Override::Added(date)] } else { vec![Override::Without("good_friday".into())] };
            let is_holiday = holiday_on(country, date, &changes).is_some();
            prop_assert_eq!(is_holiday, closed(country, date.year(), &changes).contains(&date));
        }

        #[test]
        fn counting_by_weeks_is_counting_by_days(from in dates(), span in 0u64..900, at in 0usize..4) {
            let country = Country::ALL[at];
            let to = from.checked_add_days(Days::new(span)).expect("in range");
            let walked = from.iter_days().skip(1).take(span as usize)
                .filter(|date| is_business_day(country, *date, &[])).count() as i64;
            prop_assert_eq!(business_days_between(country, from, to, &[]), walked);
        }
    }
}
