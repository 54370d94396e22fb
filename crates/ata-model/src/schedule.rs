//! The schedule (cronograma): how sessions lie in time, and what a body's notice asks of their day. Local days count: a
//! session that begins at 22:00 belongs to that day, whatever day it is in UTC.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The modality of a session: as said, or else virtual when there is only a link.
pub fn modality<'a>(said: Option<&'a str>, place: &str, link: &str) -> &'a str {
    said.unwrap_or(if place.is_empty() && !link.is_empty() { "virtual" } else { "in-person" })
}

/// Calendar days from today to the session's day; negative when it has passed.
pub fn days_ahead(start: DateTime<Utc>, zone: Tz, today: NaiveDate) -> i64 {
    (start.with_timezone(&zone).date_naive() - today).num_days()
}

/// The first instant of a day. Where clocks go forward at midnight (Paraguay until 2024, Brazil until 2018) the day begins
/// at one.
pub fn day_begins(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    (0..48)
        .find_map(|half| zone.from_local_datetime(&(midnight + Duration::minutes(30 * half))).earliest())
        .map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// The days a session touches. One that ends at midnight does not touch the day that begins then.
pub fn days_touched(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> Vec<NaiveDate> {
    let first = start.with_timezone(&zone).date_naive();
    let last = (end - Duration::seconds(1)).with_timezone(&zone).date_naive();
    first.iter_days().take_while(|day| *day <= last.max(first)).collect()
}

/// The weeks of a month, Monday first; none where a place belongs to another month.
pub fn weeks(month: NaiveDate) -> Vec<[Option<NaiveDate>; 7]> {
    use chrono::Datelike;
    let first = month.with_day(1).unwrap_or(month);
    let mut weeks = Vec::new();
    let mut week = [None; 7];
    for day in first.iter_days().take_while(|day| (day.year(), day.month()) == (first.year(), first.month())) {
        let place = day.weekday().num_days_from_monday() as usize;
        week[place] = Some(day);
        if place == 6 {
            weeks.push(std::mem::take(&mut week));
        }
    }
    if week.iter().any(Option::is_some) {
        weeks.push(week);
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn only_a_link_makes_a_session_virtual() {
        for (said, place, link, expected) in [
            (None, "", "", "in-person"),
            (None, "Auditorio", "", "in-person"),
            (None, "", "https://meet.example", "virtual"),
            (None, "Auditorio", "https://meet.example", "in-person"),
            (Some("mixed"), "", "https://meet.example", "mixed"),
        ] {
            assert_eq!(modality(said, place, link), expected, "{said:?} {place} {link}");
        }
    }

    #[test]
    fn the_day_of_a_session_is_that_of_its_zone() {
        for (start, zone, today, expected) in [
            ("2026-03-04T14:00:00Z", chrono_tz::America::Bogota, "2026-03-01", 3),
            ("2026-03-05T03:00:00Z", chrono_tz::America::Bogota, "2026-03-01", 3),
            ("2026-03-05T02:59:00Z", chrono_tz::America::Asuncion, "2026-03-05", -1),
            ("2028-02-29T14:00:00Z", chrono_tz::America::Bogota, "2028-03-01", -1),
        ] {
            assert_eq!(days_ahead(at(start), zone, day(today)), expected, "{start} {zone}");
        }
    }

    #[test]
    fn a_day_without_midnight_begins_at_one() {
        for (date, zone, expected) in [
            ("2026-03-04", chrono_tz::America::Bogota, "2026-03-04T05:00:00Z"),
            ("2026-07-01", chrono_tz::America::Asuncion, "2026-07-01T03:00:00Z"),
            // Clocks went from 00:00 to 01:00.
            ("2023-10-01", chrono_tz::America::Asuncion, "2023-10-01T04:00:00Z"),
            ("2017-10-15", chrono_tz::America::Sao_Paulo, "2017-10-15T03:00:00Z"),
        ] {
            assert_eq!(day_begins(day(date), zone), at(expected), "{date} {zone}");
        }
    }

    #[test]
    fn a_session_touches_every_day_it_lasts() {
        let zone = chrono_tz::America::Bogota;
        for (start, end, expected) in [
            ("2026-03-04T14:00:00Z", "2026-03-04T17:00:00Z", vec!["2026-03-04"]),
            ("2026-03-05T03:00:00Z", "2026-03-05T06:00:00Z", vec!["2026-03-04", "2026-03-05"]),
            ("2026-03-05T03:00:00Z", "2026-03-05T05:00:00Z", vec!["2026-03-04"]),
            ("2028-02-28T14:00:00Z", "2028-03-01T17:00:00Z", vec!["2028-02-28", "2028-02-29", "2028-03-01"]),
        ] {
            let expected: Vec<NaiveDate> = expected.into_iter().map(day).collect();
            assert_eq!(days_touched(at(start), at(end), zone), expected, "{start} {end}");
        }
    }

    proptest! {
        #[test]
        fn a_month_has_each_of_its_days_once_below_its_weekday(year in 1970i32..2200, month in 1u32..13) {
            use chrono::Datelike;
            let first = NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
            let weeks = weeks(first);
            let days: Vec<NaiveDate> = weeks.iter().flatten().flatten().copied().collect();
            prop_assert_eq!(days.first(), Some(&first));
            prop_assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])));
            prop_assert_eq!(days.last().and_then(|day| day.succ_opt()).map(|day| day.day()), Some(1));
            for week in &weeks {
                for (place, day) in week.iter().enumerate() {
                    prop_assert!(day.is_none_or(|day| day.weekday().num_days_from_monday() as usize == place));
                }
            }
        }
    }
}
