//! The calendar against other people's.

use super::*;
use crate::country::Country::{Br, Co, Pe, Py};
use std::collections::BTreeSet;

fn dates(days: &[Holiday]) -> String {
    let dates: BTreeSet<String> = days.iter().map(|day| day.date.format("%m-%d").to_string()).collect();
    dates.into_iter().collect::<Vec<_>>().join(" ")
}

// Compared with the Python package `holidays` 0.109: CO, PE and BR as it gives them without Easter Sunday;
// PY with the days of 2024 to 2026 that a decree moved put back on the date of the law. The rules
// agree with the package to its end, 2100.
#[test]
fn the_holidays_of_each_year_are_those_of_the_laws() {
    for (country, year, expected) in [
        (
            Co,
            2024,
            "01-01 01-08 03-25 03-28 03-29 05-01 05-13 06-03 06-10 07-01 07-20 08-07 08-19 10-14 11-04 11-11 12-08 12-25",
        ),
        (
            Co,
            2025,
            "01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25",
        ),
        (
            Co,
            2026,
            "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
        ),
        (
            Co,
            2027,
            "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
        ),
        (
            Co,
            2028,
            "01-01 01-10 03-20 04-13 04-14 05-01 05-29 06-19 06-26 07-03 07-10 07-20 08-07 08-21 10-16 11-06 11-13 12-08 12-25",
        ),
        (Pe, 2021, "01-01 04-01 04-02 05-01 06-29 07-28 07-29 08-30 10-08 11-01 12-08 12-25"),
        (Pe, 2022, "01-01 04-14 04-15 05-01 06-29 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2023, "01-01 04-06 04-07 05-01 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2024, "01-01 03-28 03-29 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2025, "01-01 04-17 04-18 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2026, "01-01 04-02 04-03 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2027, "01-01 03-25 03-26 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Pe, 2028, "01-01 04-13 04-14 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25"),
        (Py, 2024, "01-01 03-01 03-28 03-29 05-01 05-14 05-15 06-12 08-15 09-29 12-08 12-25"),
        (Py, 2025, "01-01 03-01 04-17 04-18 05-01 05-14 05-15 06-12 08-15 09-29 12-08 12-25"),
        (Py, 2026, "01-01 03-01 04-02 04-03 05-01 05-14 05-15 06-12 06-20 08-15 09-29 12-08 12-25"),
        (Py, 2027, "01-01 03-01 03-25 03-26 05-01 05-14 05-15 06-12 06-20 08-15 09-29 12-08 12-25"),
        (Py, 2028, "01-01 03-01 04-13 04-14 05-01 05-14 05-15 06-12 06-20 08-15 09-29 12-08 12-25"),
        (Br, 2024, "01-01 03-29 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        (Br, 2025, "01-01 04-18 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        (Br, 2026, "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        (Br, 2027, "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
        (Br, 2028, "01-01 04-14 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25"),
    ] {
        assert_eq!(dates(&holidays(country, year)), expected, "{country} {year}");
    }
}

#[test]
fn two_holidays_on_one_monday_are_one_closed_day() {
    for year in [2011, 2014, 2019, 2025, 2030, 2038, 2041] {
        let days = holidays(Co, year);
        let names: BTreeSet<&str> = days.iter().map(|day| day.key).collect();
        let closed: BTreeSet<NaiveDate> = days.iter().map(|day| day.date).collect();
        assert_eq!((days.len(), names.len()), (closed.len() + 1, days.len()));
    }
}

#[test]
fn optional_days_are_brazilian_and_no_holidays() {
    // Compared with the Python package `holidays` 0.109, category optional.
    assert_eq!(dates(&optional_days(Br, 2026)), "02-16 02-17 02-18 06-04 10-28 12-24 12-31");
    assert!(optional_days(Co, 2026).is_empty());
}

#[test]
fn easter_falls_where_the_church_puts_it() {
    for date in [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
    ] {
        let date: NaiveDate = date.parse().expect("a date of the test");
        assert_eq!(easter(date.year()), Some(date));
    }
    assert_eq!(easter(i32::MAX), None);
    assert_eq!(easter(i32::MIN), None);
}

#[test]
fn a_year_outside_the_calendar_has_no_holidays() {
    for country in Country::ALL {
        assert!(holidays(country, i32::MAX).is_empty());
        assert!(holidays(country, i32::MIN).is_empty());
    }
}
