//! Dates, clocks, durations and stays, and the evidence that settles day and month.

use ata::intake::{
    Ambiguity, DateOrder, Evidence, Input, IntakeError, Interval, Options, Stamp, WarnCode, attendance, duration,
    union_seconds,
};
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

fn moment(text: &str, order: DateOrder) -> Option<String> {
    let stamp = Stamp::parse(text)?;
    let day = NaiveDate::from_ymd_opt(2000, 1, 1);
    Some(stamp.moment_on(order, day)?.format("%Y-%m-%d %H:%M:%S").to_string())
}

#[test]
fn stamps_of_every_system_are_read() {
    let cases = [
        ("2025-08-14T08:01:10.123-05:00", "2025-08-14 08:01:10"),
        ("2025-08-14T13:11:00.000Z", "2025-08-14 13:11:00"),
        ("2025-08-14", "2025-08-14 00:00:00"),
        ("2025-09-25 18:20:01", "2025-09-25 18:20:01"),
        ("2025/08/14 12:05:09\u{202f}p.\u{202f}m. GMT-5", "2025-08-14 12:05:09"),
        ("2026/08/06 11:05:40 p.m. GMT-3", "2026-08-06 23:05:40"),
        ("2025/08/15 7:00:02\u{a0}a.\u{a0}m. GMT-5", "2025-08-15 07:00:02"),
        ("14/08/2025 8:03:11", "2025-08-14 08:03:11"),
        ("14/8/25", "2025-08-14 00:00:00"),
        ("14.08.2025 08:03", "2025-08-14 08:03:00"),
        ("30/03/2021 21:15:48", "2021-03-30 21:15:48"),
        ("4/7/2025, 2:00:05 PM", "2025-07-04 14:00:05"),
        ("09/25/2025 12:00:59 AM", "-"),
        ("Aug 12, 2026 10:00 AM", "2026-08-12 10:00:00"),
        ("Mar 22, 2025 19:52:01", "2025-03-22 19:52:01"),
        ("mar. 18, 2021 19:02:33", "2021-03-18 19:02:33"),
        ("14 de agosto de 2025", "2025-08-14 00:00:00"),
        ("jueves, 14 de agosto de 2025 8:00 a. m.", "2025-08-14 08:00:00"),
        ("14-ago-2025", "2025-08-14 00:00:00"),
        ("18 de março de 2021", "2021-03-18 00:00:00"),
        ("8:05", "2000-01-01 08:05:00"),
        ("8:20 a.m.", "2000-01-01 08:20:00"),
        ("12:00 m.", "2000-01-01 12:00:00"),
        ("12:30 AM", "2000-01-01 00:30:00"),
        ("2 pm", "2000-01-01 14:00:00"),
        ("10:00am", "2000-01-01 10:00:00"),
        ("0,3375", "2000-01-01 08:06:00"),
        ("0.34375", "2000-01-01 08:15:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(moment(text, DateOrder::Dmy).as_deref().unwrap_or("-"), expected, "{text}");
    }
}

#[test]
fn what_is_no_stamp_is_none() {
    for text in [
        "",
        "--",
        "mañana",
        "25:00",
        "31/31/2025",
        "2025-13-01",
        "x (tarde)",
        "1.000.111.201",
        "12",
        "a b c",
        "8:61",
        "FT-000",
        "14/08",
    ] {
        assert_eq!(Stamp::parse(text), None, "{text}");
    }
    let month_first = Stamp::parse("09/25/2025 12:00:59 AM").unwrap();
    assert_eq!(month_first.moment(DateOrder::Mdy).unwrap().to_string(), "2025-09-25 00:00:59");
    assert_eq!((month_first.is_ambiguous(), month_first.half_day), (false, true));
    assert_eq!(Stamp::parse("2025-08-14T08:01:10-05:00").unwrap().offset, Some(-300));
}

#[test]
fn durations_of_every_system_are_read() {
    let cases = [
        ("128", Some(7680)),
        ("90.0", Some(5400)),
        ("1h 54m", Some(6840)),
        ("28m 59s", Some(1739)),
        ("10s", Some(10)),
        ("3h", Some(10800)),
        ("1h 7s", Some(3607)),
        ("1\u{a0}h 33\u{a0}min 43\u{a0}s", Some(5623)),
        ("33 min 43s", Some(2023)),
        ("2\u{202f}h\u{202f}44\u{202f}m", Some(9840)),
        ("1 hr 5 min", Some(3900)),
        ("57 sec", Some(57)),
        ("1 hora 5 minutos", Some(3900)),
        ("01:30:12", Some(5412)),
        ("1:30", Some(5400)),
        ("", None),
        ("--", None),
        ("un rato", None),
        ("1h 5", None),
        ("-5", None),
        ("99999999", None),
    ];
    for (text, seconds) in cases {
        assert_eq!(duration(text), seconds, "{text:?}");
    }
}

fn at(second: i64) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::seconds(second)
}

proptest! {
    /// Counting second by second says the same.
    #[test]
    fn overlapping_stays_are_counted_once(stays in proptest::collection::vec((0_i64..300, 0_i64..80), 0..12)) {
        let intervals: Vec<Interval> = stays.iter().map(|&(start, length)| Interval { start: at(start), end: at(start + length) }).collect();
        let counted = (0..400).filter(|second| stays.iter().any(|&(start, length)| (start..start + length).contains(second))).count();
        prop_assert_eq!(union_seconds(&intervals), counted as i64);
    }

    #[test]
    fn no_text_panics_as_a_stamp_or_a_duration(text in "\\PC{0,40}", near in "[0-9/:., apmgt+-]{0,24}") {
        for text in [text, near] {
            let _ = Stamp::parse(&text);
            let _ = duration(&text);
        }
    }

    #[test]
    fn a_date_written_day_first_or_month_first_is_read_back(days in 0_i64..20_000, second in 0_u32..86_400) {
        let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        let moment = day.and_time(chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap());
        for (form, order) in [("%d/%m/%Y %H:%M:%S", DateOrder::Dmy), ("%m/%d/%Y, %I:%M:%S %p", DateOrder::Mdy), ("%Y-%m-%dT%H:%M:%SZ", DateOrder::Ymd)] {
            let text = moment.format(form).to_string();
            prop_assert_eq!(Stamp::parse(&text).and_then(|stamp| stamp.moment(order)), Some(moment), "{}", text);
        }
    }
}

/// A Zoom list with these (join, leave, minutes).
fn zoom(stays: &[(&str, &str, &str)]) -> String {
    let mut text = String::from("Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n");
    for (number, (join, leave, minutes)) in stays.iter().enumerate() {
        text.push_str(&format!("Persona {number},p{number}@example.org,\"{join}\",\"{leave}\",{minutes},No\n"));
    }
    text
}

type Stays = Vec<(&'static str, &'static str, &'static str)>;

#[test]
fn the_strongest_evidence_settles_day_and_month() {
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day);
    let plain = Options::default();
    let cases: [(&str, Stays, Options, DateOrder, Evidence); 8] = [
        (
            "a day above twelve",
            vec![("03/04/2025 09:00", "03/04/2025 10:00", "60"), ("25/04/2025 09:00", "25/04/2025 10:00", "60")],
            plain.clone(),
            DateOrder::Dmy,
            Evidence::AboveTwelve,
        ),
        (
            "start, end and duration across midnight",
            vec![("03/04/2025 11:30:00 PM", "03/05/2025 12:30:00 AM", "60")],
            plain.clone(),
            DateOrder::Mdy,
            Evidence::DurationAgrees,
        ),
        (
            "left within a day",
            vec![("03/04/2025 23:30", "04/04/2025 00:30", "")],
            plain.clone(),
            DateOrder::Dmy,
            Evidence::LeaveWithinDay,
        ),
        (
            "the session's date",
            vec![("03/04/2025 09:00", "03/04/2025 10:00", "60")],
            Options { session_date: day(3, 4), ..plain.clone() },
            DateOrder::Mdy,
            Evidence::SessionDate,
        ),
        (
            "the file's name",
            vec![("03/04/2025 09:00:00 AM", "03/04/2025 10:00:00 AM", "60")],
            Options { file_name: Some("participants_2025_04_03.csv".into()), ..plain.clone() },
            DateOrder::Dmy,
            Evidence::FileName,
        ),
        (
            "AM and PM",
            vec![("03/04/2025 09:00:00 AM", "03/04/2025 10:00:00 AM", "60")],
            plain.clone(),
            DateOrder::Mdy,
            Evidence::AmPm,
        ),
        (
            "24 hours",
            vec![("03/04/2025 09:00", "03/04/2025 10:00", "60")],
            plain.clone(),
            DateOrder::Dmy,
            Evidence::Clock24,
        ),
        (
            "what the caller says",
            vec![("03/04/2025 09:00", "03/04/2025 10:00", "60")],
            Options { date_order: Some(DateOrder::Mdy), ..plain },
            DateOrder::Mdy,
            Evidence::Given,
        ),
    ];
    for (case, stays, options, order, evidence) in cases {
        let found = attendance(Input::Bytes(zoom(&stays).as_bytes()), &options).unwrap();
        assert_eq!((found.date_order, found.evidence), (Some(order), evidence), "{case}");
        let suggested = found.warnings.iter().any(|warning| warning.code == WarnCode::DateOrderSuggested);
        assert_eq!(suggested, matches!(evidence, Evidence::AmPm | Evidence::Clock24), "{case}");
    }
}

#[test]
fn dates_without_any_evidence_are_refused_or_warned_of() {
    let text = zoom(&[("03/04/2025", "03/04/2025", "60")]);
    let refused = attendance(Input::Bytes(text.as_bytes()), &Options::default()).unwrap_err();
    assert!(matches!(refused, IntakeError::AmbiguousDates { line: 2, value } if value == "03/04/2025"));
    let warned =
        attendance(Input::Bytes(text.as_bytes()), &Options { ambiguity: Ambiguity::Warn, ..Options::default() })
            .unwrap();
    assert!(warned.warnings.iter().any(|warning| warning.code == WarnCode::DateOrderAmbiguous));
}

#[test]
fn a_list_of_another_day_than_the_session_is_said() {
    let text = zoom(&[("25/04/2025 09:00", "25/04/2025 10:00", "60")]);
    let options = Options { session_date: NaiveDate::from_ymd_opt(2025, 4, 24), ..Options::default() };
    let found = attendance(Input::Bytes(text.as_bytes()), &options).unwrap();
    assert!(
        found
            .warnings
            .iter()
            .any(|warning| warning.code == WarnCode::SessionDateMismatch && warning.detail == "2025-04-25")
    );
}

#[test]
fn a_leave_that_is_missing_is_closed_at_the_last_event_and_one_before_the_join_is_rejected() {
    let text = zoom(&[
        ("25/04/2025 09:00", "", ""),
        ("25/04/2025 09:10", "25/04/2025 10:00", "50"),
        ("25/04/2025 10:00", "25/04/2025 09:00", "60"),
        ("soon", "later", ""),
    ]);
    let found = attendance(Input::Bytes(text.as_bytes()), &Options::default()).unwrap();
    assert_eq!(found.people.iter().map(|person| person.minutes).collect::<Vec<_>>(), [Some(60), Some(50)]);
    assert_eq!(
        found.rejects.iter().map(|reject| (reject.line, reject.reason.as_str())).collect::<Vec<_>>(),
        [(4, "leave_before_join"), (5, "invalid_time")]
    );
    let end = NaiveDate::from_ymd_opt(2025, 4, 25).unwrap().and_hms_opt(11, 0, 0);
    let found = attendance(Input::Bytes(text.as_bytes()), &Options { session_end: end, ..Options::default() }).unwrap();
    // What the file shows outweighs what was scheduled.
    assert_eq!(found.people[0].minutes, Some(60));
}
