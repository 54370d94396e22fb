//! Rules against a calendar library of others, and the schedules of the sources.

use super::*;
use crate::country::{Country, Override};
use chrono::Weekday;
use proptest::prelude::*;

/// Rule, first day, days: as PyPI `python-dateutil` 2.9.0 gives them.
const GOLDEN: &[(&str, &str, &str)] = &[
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=8",
        "2021-11-03",
        "2021-11-03 2021-11-17 2021-12-01 2021-12-15 2021-12-29 2022-01-12 2022-01-26 2022-02-09",
    ),
    (
        "FREQ=WEEKLY;BYDAY=WE;UNTIL=20220202",
        "2021-11-03",
        "2021-11-03 2021-11-10 2021-11-17 2021-11-24 2021-12-01 2021-12-08 2021-12-15 2021-12-22 2021-12-29 2022-01-05 2022-01-12 2022-01-19 2022-01-26 2022-02-02",
    ),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=4", "2021-11-04", "2021-11-17 2021-12-01 2021-12-15 2021-12-29"),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=6",
        "2026-03-03",
        "2026-03-03 2026-03-08 2026-03-17 2026-03-22 2026-03-31 2026-04-05",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=6;WKST=SU",
        "2026-03-03",
        "2026-03-03 2026-03-15 2026-03-17 2026-03-29 2026-03-31 2026-04-12",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR,MO;COUNT=7",
        "2025-12-24",
        "2025-12-26 2026-01-12 2026-01-16 2026-02-02 2026-02-06 2026-02-23 2026-02-27",
    ),
    ("FREQ=WEEKLY;COUNT=3", "2026-02-26", "2026-02-26 2026-03-05 2026-03-12"),
    ("FREQ=MONTHLY;COUNT=5", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5", "2026-01-01", "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5", "2027-12-31", "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=15,-15;COUNT=6",
        "2026-02-16",
        "2026-03-15 2026-03-17 2026-04-15 2026-04-16 2026-05-15 2026-05-17",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-30;COUNT=4", "2026-01-01", "2026-01-02 2026-03-02 2026-04-01 2026-05-02"),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE;COUNT=5",
        "2026-01-15",
        "2026-03-11 2026-05-13 2026-07-08 2026-09-09 2026-11-11",
    ),
    ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=5", "2026-01-30", "2026-01-30 2026-02-27 2026-03-27 2026-04-24 2026-05-29"),
    ("FREQ=MONTHLY;BYDAY=5TH;COUNT=4", "2026-01-01", "2026-01-29 2026-04-30 2026-07-30 2026-10-29"),
    ("FREQ=MONTHLY;BYDAY=-5MO;COUNT=4", "2026-01-01", "2026-03-02 2026-06-01 2026-08-03 2026-11-02"),
    ("FREQ=MONTHLY;BYDAY=1MO,-1MO;COUNT=5", "2026-02-10", "2026-02-23 2026-03-02 2026-03-30 2026-04-06 2026-04-27"),
    ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29;COUNT=3", "2024-02-01", "2024-02-29 2028-02-29 2032-02-29"),
    ("FREQ=MONTHLY;INTERVAL=6;BYDAY=1WE;UNTIL=20280105", "2026-07-01", "2026-07-01 2027-01-06 2027-07-07 2028-01-05"),
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

fn days(text: &str) -> Vec<NaiveDate> {
    text.split_whitespace().map(day).collect()
}

fn periods(text: &str) -> Vec<Period> {
    text.split_whitespace().map(|one| Period::parse(one).expect("a period of the test")).collect()
}

fn rule(text: &str) -> Rule {
    Rule::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Nothing skipped, in Paraguay.
fn repeat<'a>(rule: &'a Rule, from: &str) -> Repeat<'a> {
    Repeat {
        rule,
        from: day(from),
        until: None,
        count: None,
        skips: &[],
        country: Country::Py,
        overrides: &[],
        on_holiday: OnHoliday::Keep,
    }
}

#[test]
fn a_rule_gives_the_days_that_another_program_gives() {
    for (text, from, expected) in GOLDEN {
        let rule = rule(text);
        let dates = repeat(&rule, from).dates().expect("days");
        assert_eq!(dates.days(), days(expected), "{text} from {from}");
        assert!(dates.dropped.is_empty());
    }
}

#[test]
fn a_rule_is_read_in_any_case_and_written_in_one() {
    for (text, written) in [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        (" rrule:freq=weekly; byday=we , mo,we;count=3;", "FREQ=WEEKLY;BYDAY=WE,MO;COUNT=3"),
        ("FREQ=MONTHLY;BYDAY=+2we,-1fr;INTERVAL=1", "FREQ=MONTHLY;BYDAY=2WE,-1FR"),
        ("BYMONTHDAY=15;FREQ=MONTHLY;UNTIL=2022-02-02;WKST=MO", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20220202"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY"),
        ("FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;WKST=SU"),
    ] {
        let read = rule(text);
        assert_eq!(read.to_string(), written);
        assert_eq!(rule(written), read);
    }
    assert_eq!(rule("FREQ=WEEKLY;BYDAY=WE").every, Every::Week(vec![Weekday::Wed]));
}

#[test]
fn what_is_no_rule_is_told_by_its_part() {
    let value = |part, value: &str| RuleError::Value { part, value: value.to_owned() };
    for (text, error) in [
        ("", RuleError::Missing { part: Part::Freq }),
        ("cada miércoles", RuleError::NotAPart { text: "CADA MIéRCOLES".to_owned() }),
        ("BYDAY=WE", RuleError::Missing { part: Part::Freq }),
        ("FREQ=DAILY", value(Part::Freq, "DAILY")),
        ("FREQ=WEEKLY;BYSETPOS=1", RuleError::UnknownPart { name: "BYSETPOS".to_owned() }),
        ("FREQ=WEEKLY;FREQ=MONTHLY", RuleError::Repeated { part: Part::Freq }),
        ("FREQ=WEEKLY;INTERVAL=0", value(Part::Interval, "0")),
        ("FREQ=WEEKLY;INTERVAL=+2", value(Part::Interval, "+2")),
        ("FREQ=WEEKLY;INTERVAL=99999999999", value(Part::Interval, "99999999999")),
        ("FREQ=WEEKLY;BYDAY=2WE", value(Part::ByDay, "2WE")),
        ("FREQ=WEEKLY;BYDAY=MI", value(Part::ByDay, "MI")),
        ("FREQ=WEEKLY;BYDAY=", value(Part::ByDay, "")),
        ("FREQ=MONTHLY;BYDAY=WE", value(Part::ByDay, "WE")),
        ("FREQ=MONTHLY;BYDAY=6WE", value(Part::ByDay, "6WE")),
        ("FREQ=MONTHLY;BYDAY=0WE", value(Part::ByDay, "0WE")),
        ("FREQ=MONTHLY;BYDAY=é", value(Part::ByDay, "é")),
        ("FREQ=MONTHLY;BYDAY=ñé2", value(Part::ByDay, "ñé2")),
        ("FREQ=MONTHLY;BYMONTHDAY=0", value(Part::ByMonthDay, "0")),
        ("FREQ=MONTHLY;BYMONTHDAY=32", value(Part::ByMonthDay, "32")),
        ("FREQ=MONTHLY;BYMONTHDAY=-2147483648", value(Part::ByMonthDay, "-2147483648")),
        ("FREQ=WEEKLY;UNTIL=20220230", value(Part::Until, "20220230")),
        ("FREQ=WEEKLY;UNTIL=20220203T045959Z", value(Part::Until, "20220203T045959Z")),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20220202", RuleError::Together { one: Part::Count, other: Part::Until }),
        ("FREQ=MONTHLY;BYDAY=1WE;BYMONTHDAY=3", RuleError::Together { one: Part::ByDay, other: Part::ByMonthDay }),
        ("FREQ=WEEKLY;BYMONTHDAY=3", RuleError::Together { one: Part::Freq, other: Part::ByMonthDay }),
    ] {
        assert_eq!(Rule::parse(text), Err(error), "{text}");
    }
}

/// Source 003: Wednesdays of 2021, the 8 of December a holiday, then a recess.
#[test]
fn the_cycle_of_the_boards_comes_out_and_its_wide_gap_is_seen() {
    let rule = rule("FREQ=WEEKLY;BYDAY=WE");
    let recess = "2021-12-16..2022-02-01";
    let skips = periods(&format!("2021-11-17 2021-12-01 {recess}"));
    let cycle = Repeat {
        until: Some(day("2022-02-02")),
        skips: &skips,
        on_holiday: OnHoliday::Skip,
        ..repeat(&rule, "2021-11-03")
    };
    let dates = cycle.dates().expect("days");
    assert_eq!(dates.days(), days("2021-11-03 2021-11-10 2021-11-24 2021-12-15 2022-02-02"));
    let holidays: Vec<_> = dates.dropped.iter().filter(|one| matches!(one.why, Why::Holiday(_))).collect();
    assert_eq!(holidays.len(), 1);
    assert_eq!(holidays[0].day, day("2021-12-08"));
    assert_eq!(dates.dropped.len(), 9);

    let widest = largest_gap(&dates.days(), &periods(recess));
    assert_eq!(widest, Some(Gap { from: day("2021-11-24"), to: day("2021-12-15"), days: 21 }));
    let every_other = periods("2021-11-17 2021-12-08 2021-12-22..2022-02-01");
    let kept = Repeat { skips: &every_other, ..cycle }.dates().expect("days");
    assert_eq!(largest_gap(&kept.days(), &every_other[2..]).map(|gap| gap.days), Some(14));
}

#[test]
fn a_session_on_a_holiday_is_kept_moved_or_skipped() {
    // Wednesday 8 December 2021; the Thursdays and Fridays beside it are ordinary days.
    let weekly = rule("FREQ=WEEKLY;BYDAY=WE;COUNT=3");
    for (on_holiday, expected) in [
        (OnHoliday::Keep, "2021-12-01 2021-12-08 2021-12-15"),
        (OnHoliday::Move, "2021-12-01 2021-12-09 2021-12-15"),
        (OnHoliday::Skip, "2021-12-01 2021-12-15"),
    ] {
        let dates = Repeat { on_holiday, ..repeat(&weekly, "2021-12-01") }.dates().expect("days");
        assert_eq!(dates.days(), days(expected), "{on_holiday:?}");
        let marked: Vec<_> = dates.sessions.iter().filter(|one| one.holiday.is_some()).collect();
        assert_eq!(marked.len(), usize::from(on_holiday != OnHoliday::Skip));
        let moved = dates.sessions.iter().find_map(|one| one.moved_from);
        assert_eq!(moved, (on_holiday == OnHoliday::Move).then(|| day("2021-12-08")));
        assert_eq!(OnHoliday::parse(on_holiday.code()), Some(on_holiday));
    }
}

#[test]
fn a_moved_session_gives_way_to_one_that_has_the_day() {
    let both = rule("FREQ=WEEKLY;BYDAY=WE,TH;COUNT=4");
    let dates = Repeat { on_holiday: OnHoliday::Move, ..repeat(&both, "2021-12-08") }.dates().expect("days");
    assert_eq!(dates.days(), days("2021-12-09 2021-12-15 2021-12-16"));
    assert_eq!(dates.dropped, [Dropped { day: day("2021-12-08"), why: Why::Taken(day("2021-12-09")) }]);
    assert_eq!(dates.sessions[0].moved_from, None);

    // Moved into a recess, it falls to the recess.
    let weekly = rule("FREQ=WEEKLY;BYDAY=WE;COUNT=2");
    let skips = periods("2021-12-09");
    let dates =
        Repeat { on_holiday: OnHoliday::Move, skips: &skips, ..repeat(&weekly, "2021-12-08") }.dates().expect("days");
    assert_eq!(dates.days(), days("2021-12-15"));
    assert_eq!(dates.dropped[0].why, Why::Recess(skips[0]));
}

#[test]
fn two_holidays_in_a_row_are_not_moved_to_one_day() {
    // Thursday and Friday before Easter 2026 in Paraguay: both would go to Monday.
    let both = rule("FREQ=WEEKLY;BYDAY=TH,FR;COUNT=4");
    let dates = Repeat { on_holiday: OnHoliday::Move, ..repeat(&both, "2026-04-02") }.dates().expect("days");
    assert_eq!(dates.days(), days("2026-04-06 2026-04-09 2026-04-10"));
    assert_eq!(dates.dropped, [Dropped { day: day("2026-04-03"), why: Why::Taken(day("2026-04-06")) }]);
}

#[test]
fn what_a_decree_changes_is_heeded() {
    let weekly = rule("FREQ=WEEKLY;BYDAY=WE;COUNT=2");
    let overrides = [Override::Added(day("2021-11-03")), Override::Removed(day("2021-12-08"))];
    let changed = Repeat { overrides: &overrides, on_holiday: OnHoliday::Skip, ..repeat(&weekly, "2021-11-03") };
    let dates = changed.dates().expect("days");
    assert_eq!(dates.dropped, [Dropped { day: day("2021-11-03"), why: Why::Holiday("added") }]);
    let december = Repeat { from: day("2021-12-08"), ..changed }.dates().expect("days");
    assert_eq!(december.sessions[0].holiday, None);
}

#[test]
fn a_count_that_was_asked_for_counts_sessions_and_that_of_the_rule_counts_days() {
    let skips = periods("2021-11-10..2021-11-17");
    let open = rule("FREQ=WEEKLY;BYDAY=WE");
    let asked = Repeat { count: Some(3), skips: &skips, ..repeat(&open, "2021-11-03") }.dates().expect("days");
    assert_eq!(asked.days(), days("2021-11-03 2021-11-24 2021-12-01"));
    let counted = rule("FREQ=WEEKLY;BYDAY=WE;COUNT=3");
    let of_rule = Repeat { skips: &skips, ..repeat(&counted, "2021-11-03") }.dates().expect("days");
    assert_eq!(of_rule.days(), days("2021-11-03"));
}

#[test]
fn a_rule_without_end_or_sense_is_refused() {
    let (open, monthly) = (rule("FREQ=WEEKLY"), rule("FREQ=MONTHLY;COUNT=400"));
    let start = repeat(&open, "2026-01-07");
    let horizon = day("2056-01-07");
    for (asked, error) in [
        (start.clone(), RepeatError::NoEnd),
        (
            Repeat { until: Some(day("2026-01-06")), ..start.clone() },
            RepeatError::Order { from: day("2026-01-07"), until: day("2026-01-06") },
        ),
        (Repeat { count: Some(401), ..start.clone() }, RepeatError::TooMany { max: 400 }),
        (Repeat { until: Some(NaiveDate::MAX), ..start.clone() }, RepeatError::TooMany { max: 400 }),
        (repeat(&monthly, "2026-01-07"), RepeatError::TooFar { found: 361, wanted: Some(400), horizon }),
        (
            Repeat { until: Some(day("2026-01-31")), skips: &periods("2026-01-01..2026-12-31"), ..start.clone() },
            RepeatError::Nothing,
        ),
        (
            Repeat { count: Some(1), skips: &periods("2026-01-01..2999-12-31"), ..start.clone() },
            RepeatError::TooFar { found: 0, wanted: Some(1), horizon },
        ),
    ] {
        assert_eq!(asked.dates(), Err(error), "{asked:?}");
    }
    assert_eq!(Repeat { count: Some(400), ..start }.dates().map(|dates| dates.sessions.len()), Ok(400));
}

#[test]
fn the_end_of_the_calendar_is_an_end() {
    let weekly = rule("FREQ=WEEKLY;COUNT=9");
    for from in [NaiveDate::MAX, NaiveDate::MIN] {
        let _ = Repeat { from, on_holiday: OnHoliday::Move, ..repeat(&weekly, "2026-01-01") }.dates();
    }
}

#[test]
fn a_period_is_read_or_refused() {
    let recess = Period { first: day("2021-12-16"), last: day("2022-02-01") };
    assert_eq!(Period::parse(" 2021-12-16 .. 2022-02-01 "), Ok(recess));
    assert_eq!(recess.to_string(), "2021-12-16..2022-02-01");
    assert_eq!(Period::parse("2021-12-16").map(|one| one.to_string()), Ok("2021-12-16".to_owned()));
    let order = PeriodError::Order { first: recess.last, last: recess.first };
    assert_eq!(Period::parse("2022-02-01..2021-12-16"), Err(order));
    for (text, wrong) in [("", ""), ("2021-13-01", "2021-13-01"), ("2021-12-16..", ""), ("16/12/2021", "16/12/2021")] {
        assert_eq!(Period::parse(text), Err(PeriodError::Date { text: wrong.to_owned() }), "{text}");
    }
}

#[test]
fn a_gap_does_not_count_the_recess_in_it() {
    for (list, recess, expected) in [
        ("", "", None),
        ("2026-01-07", "", None),
        ("2026-01-07 2026-01-07", "", None),
        ("2026-01-21 2026-01-07 2026-01-14", "", Some(("2026-01-07", "2026-01-14", 7))),
        ("2026-01-07 2026-01-14 2026-02-04", "", Some(("2026-01-14", "2026-02-04", 21))),
        ("2026-01-07 2026-01-14 2026-02-04", "2026-01-15..2026-01-31", Some(("2026-01-07", "2026-01-14", 7))),
        // Overlapping periods, and one that reaches beyond both days.
        (
            "2026-01-01 2026-01-11",
            "2026-01-03..2026-01-05 2026-01-04..2026-01-06",
            Some(("2026-01-01", "2026-01-11", 6)),
        ),
        ("2026-01-01 2026-01-11", "2025-12-01..2026-03-01", Some(("2026-01-01", "2026-01-11", 1))),
    ] {
        let expected = expected.map(|(from, to, days)| Gap { from: day(from), to: day(to), days });
        assert_eq!(largest_gap(&days(list), &periods(recess)), expected, "{list} / {recess}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_much(text in "\\PC{0,40}|(FREQ|BYDAY|COUNT|UNTIL|INTERVAL|BYMONTHDAY|WKST|=|;|,|WE|MO|-?[0-9]{1,12}|WEEKLY|MONTHLY){0,12}") {
        if let Ok(read) = Rule::parse(&text) {
            prop_assert_eq!(Rule::parse(&read.to_string()), Ok(read.clone()));
            let asked = Repeat { until: Some(day("2027-06-30")), ..repeat(&read, "2026-01-07") };
            if let Ok(dates) = asked.dates() {
                let found = dates.days();
                prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(found.iter().all(|one| *one >= asked.from && *one <= day("2027-06-30")));
            }
        }
    }

    #[test]
    fn whatever_the_holidays_no_day_has_two_sessions_and_none_is_lost(
        from in 0u64..20_000, weekdays in prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..7),
        interval in 1u32..4, at in 0usize..4, policy in 0usize..3,
    ) {
        let rule = rule(&format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={};COUNT=60", weekdays.join(",")));
        let from = day("1995-01-01").checked_add_days(chrono::Days::new(from)).expect("in range");
        let skips = [Period { first: from, last: from.checked_add_days(chrono::Days::new(3)).expect("in range") }];
        let (country, on_holiday) = (Country::ALL[at], OnHoliday::ALL[policy]);
        let asked = Repeat { from, country, on_holiday, skips: &skips, ..repeat(&rule, "2026-01-07") };
        let dates = asked.dates().expect("days");
        let found = dates.days();
        prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(found.iter().all(|one| !skips[0].contains(*one)));
        prop_assert_eq!(found.len() + dates.dropped.len(), 60);
        if on_holiday != OnHoliday::Keep {
            prop_assert!(found.iter().all(|one| crate::country::holiday_on(country, *one, &[]).is_none()));
        }
    }
}
