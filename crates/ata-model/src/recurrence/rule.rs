//! The rule itself: the part of RRULE that sessions of a body need, read and written.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// How often, on which days, until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub every: Every,
    /// Every so many weeks or months; 1 and more.
    pub interval: u32,
    pub end: End,
    /// The day on which a week begins; matters where a rule skips weeks and names several days.
    pub week_start: Weekday,
}

/// The days a rule names, in order and each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    /// These days of the week; none: the weekday on which the first day falls.
    Week(Vec<Weekday>),
    /// These days of the month, from its end when negative; none: the day of the month of the first. A month that lacks
    /// the day (the 31st) has none.
    MonthDay(Vec<i32>),
    /// The first to fifth such weekday of the month (`2WE`), or the last to fifth from the end (`-1FR`).
    MonthWeekday(Vec<(i32, Weekday)>),
}

/// Where a rule ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Open,
    /// After so many days, counted before any of them is skipped (RFC 5545).
    Count(u32),
    /// The last day that may be one.
    Until(NaiveDate),
}

/// The parts of a rule that are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Freq,
    Interval,
    ByDay,
    ByMonthDay,
    Count,
    Until,
    WeekStart,
}

impl Part {
    pub const ALL: [Part; 7] =
        [Part::Freq, Part::Interval, Part::ByDay, Part::ByMonthDay, Part::Count, Part::Until, Part::WeekStart];

    /// As RRULE writes it.
    pub fn code(self) -> &'static str {
        match self {
            Part::Freq => "FREQ",
            Part::Interval => "INTERVAL",
            Part::ByDay => "BYDAY",
            Part::ByMonthDay => "BYMONTHDAY",
            Part::Count => "COUNT",
            Part::Until => "UNTIL",
            Part::WeekStart => "WKST",
        }
    }
}

/// Why a text is no rule that can be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Not `NAME=VALUE`.
    #[error("{text:?} is no part of a rule")]
    NotAPart { text: String },
    /// A part that calendars may have and sessions do not need (`BYSETPOS`, `BYHOUR`), or none at all.
    #[error("{name} is not known")]
    UnknownPart { name: String },
    #[error("{} stands twice", part.code())]
    Repeated { part: Part },
    #[error("{} is missing", part.code())]
    Missing { part: Part },
    #[error("{}={value} cannot be", part.code())]
    Value { part: Part, value: String },
    /// Both are right alone: `COUNT` and `UNTIL`, `BYDAY` and `BYMONTHDAY`, or a weekly rule with days of the month.
    #[error("{} does not go with {}", one.code(), other.code())]
    Together { one: Part, other: Part },
}

/// The days of the week as RRULE writes them.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

/// Longest interval and highest count: more than any body plans.
const NUMBER_MAX: u32 = 1000;

/// The parts of a rule as written, each at most once.
#[derive(Default)]
struct Written(Vec<(Part, String)>);

impl Written {
    fn split(text: &str) -> Result<Written, RuleError> {
        let text = text.trim().to_ascii_uppercase();
        let mut written = Written::default();
        for piece in text.strip_prefix("RRULE:").unwrap_or(&text).split(';').filter(|piece| !piece.trim().is_empty()) {
            let (name, value) =
                piece.split_once('=').ok_or_else(|| RuleError::NotAPart { text: piece.trim().to_owned() })?;
            let name = name.trim();
            let part = Part::ALL.into_iter().find(|part| part.code() == name);
            let part = part.ok_or_else(|| RuleError::UnknownPart { name: name.to_owned() })?;
            if written.get(part).is_some() {
                return Err(RuleError::Repeated { part });
            }
            written.0.push((part, value.trim().to_owned()));
        }
        Ok(written)
    }

    fn get(&self, part: Part) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == part).map(|(_, value)| value.as_str())
    }

    /// Reads the value of a part that may be left out.
    fn read<T>(&self, part: Part, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, RuleError> {
        let Some(value) = self.get(part) else { return Ok(None) };
        read(value).map(Some).ok_or_else(|| RuleError::Value { part, value: value.to_owned() })
    }

    /// The first pair of parts that exclude each other.
    fn together(&self, one: Part, other: Part) -> Result<(), RuleError> {
        let both = self.get(one).is_some() && self.get(other).is_some();
        if both { Err(RuleError::Together { one, other }) } else { Ok(()) }
    }
}

impl Rule {
    /// Reads `FREQ=WEEKLY;INTERVAL=2;BYDAY=WE` or `FREQ=MONTHLY;BYDAY=-1FR;COUNT=6`, with or without `RRULE:` before it.
    ///
    /// # Errors
    /// The first part that is not understood. A time in `UNTIL` is not: it is in UTC, and its day another than the local
    /// one.
    pub fn parse(text: &str) -> Result<Rule, RuleError> {
        let written = Written::split(text)?;
        let weekly = written.read(Part::Freq, |value| match value {
            "WEEKLY" => Some(true),
            "MONTHLY" => Some(false),
            _ => None,
        })?;
        let weekly = weekly.ok_or(RuleError::Missing { part: Part::Freq })?;
        written.together(Part::Count, Part::Until)?;
        written.together(Part::ByDay, Part::ByMonthDay)?;
        if weekly && written.get(Part::ByMonthDay).is_some() {
            return Err(RuleError::Together { one: Part::Freq, other: Part::ByMonthDay });
        }
        let every = if weekly {
            Every::Week(written.read(Part::ByDay, |value| list(value, weekday))?.unwrap_or_default())
        } else if let Some(days) = written.read(Part::ByDay, |value| list(value, numbered))? {
            Every::MonthWeekday(days)
        } else {
            Every::MonthDay(written.read(Part::ByMonthDay, |value| list(value, month_day))?.unwrap_or_default())
        };
        let count = written.read(Part::Count, number)?.map(End::Count);
        let until = written.read(Part::Until, date)?.map(End::Until);
        Ok(Rule {
            every,
            interval: written.read(Part::Interval, number)?.unwrap_or(1),
            end: count.or(until).unwrap_or(End::Open),
            week_start: written.read(Part::WeekStart, weekday)?.unwrap_or(Weekday::Mon),
        })
    }

    /// The days of the rule from `from` on, in order, without its end: `from` itself only where it is such a day. Ends
    /// where the calendar does.
    pub(super) fn days(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let begin = match self.every {
            Every::Week(_) => from.week(self.week_start).checked_first_day(),
            Every::MonthDay(_) | Every::MonthWeekday(_) => from.with_day(1),
        };
        let step = |begin: &NaiveDate| match self.every {
            Every::Week(_) => begin.checked_add_days(Days::new(7 * u64::from(self.interval))),
            Every::MonthDay(_) | Every::MonthWeekday(_) => begin.checked_add_months(Months::new(self.interval)),
        };
        let days = move |begin| self.days_of(begin, from).into_iter().filter(move |day| *day >= from);
        std::iter::successors(begin, step).flat_map(days)
    }

    /// The days of one week or month that begins so.
    fn days_of(&self, begin: NaiveDate, from: NaiveDate) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = match &self.every {
            Every::Week(days) if days.is_empty() => in_week(begin, from.weekday()).into_iter().collect(),
            Every::Week(days) => days.iter().filter_map(|day| in_week(begin, *day)).collect(),
            Every::MonthDay(days) if days.is_empty() => begin.with_day(from.day()).into_iter().collect(),
            Every::MonthDay(days) => days.iter().filter_map(|day| in_month(begin, *day)).collect(),
            Every::MonthWeekday(days) => days.iter().filter_map(|(nth, day)| nth_of_month(begin, *nth, *day)).collect(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }
}

fn in_week(begin: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    begin.checked_add_days(Days::new(u64::from(day.days_since(begin.weekday()))))
}

fn in_month(begin: NaiveDate, day: i32) -> Option<NaiveDate> {
    let length = i32::from(begin.num_days_in_month());
    let day = if day < 0 { length + 1 + day } else { day };
    begin.with_day(u32::try_from(day).ok()?)
}

fn nth_of_month(begin: NaiveDate, nth: i32, day: Weekday) -> Option<NaiveDate> {
    let first = 1 + i32::try_from(day.days_since(begin.weekday())).ok()?;
    if nth > 0 {
        return in_month(begin, first + 7 * (nth - 1));
    }
    let length = i32::from(begin.num_days_in_month());
    let last = first + (length - first) / 7 * 7;
    let wanted = last + 7 * (nth + 1);
    if wanted > 0 { in_month(begin, wanted) } else { None }
}

/// A list without doubles, in the order given.
fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut found = Vec::new();
    for piece in text.split(',') {
        let one = read(piece.trim())?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Some(found)
}

fn weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|(name, _)| *name == text).map(|(_, day)| day)
}

/// `2WE`, `-1FR`.
fn numbered(text: &str) -> Option<(i32, Weekday)> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = signed(nth).filter(|nth| (1..=5).contains(&nth.unsigned_abs()))?;
    Some((nth, weekday(day)?))
}

fn month_day(text: &str) -> Option<i32> {
    signed(text).filter(|day| (1..=31).contains(&day.unsigned_abs()))
}

fn signed(text: &str) -> Option<i32> {
    text.parse().ok()
}

fn number(text: &str) -> Option<u32> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_plain && (1..=NUMBER_MAX).contains(number))
}

/// `20220202`, and `2022-02-02` as people write it.
fn date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { NaiveDate::parse_from_str(text, "%Y%m%d").ok() } else { text.parse().ok() }
}

fn day_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].0
}

fn joined<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(",")
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekly = matches!(self.every, Every::Week(_));
        f.write_str(if weekly { "FREQ=WEEKLY" } else { "FREQ=MONTHLY" })?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match &self.every {
            Every::Week(days) if !days.is_empty() => {
                write!(f, ";BYDAY={}", joined(days, |day| day_name(*day).to_owned()))?;
            }
            Every::MonthDay(days) if !days.is_empty() => write!(f, ";BYMONTHDAY={}", joined(days, i32::to_string))?,
            Every::MonthWeekday(days) => {
                write!(f, ";BYDAY={}", joined(days, |(nth, day)| format!("{nth}{}", day_name(*day))))?;
            }
            Every::Week(_) | Every::MonthDay(_) => {}
        }
        match self.end {
            End::Open => {}
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Until(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d"))?,
        }
        if self.week_start == Weekday::Mon { Ok(()) } else { write!(f, ";WKST={}", day_name(self.week_start)) }
    }
}
