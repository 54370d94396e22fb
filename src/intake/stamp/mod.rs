//! Dates and times as exports write them, read without guessing the order of day and month.

mod named;
mod parts;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::codes::DateOrder;
pub use named::{date_in_name, names_day, names_weekday};
use parts::{clock_time, day_fraction, half_day, hours_written, is_filler, month_named, on_half_day, split_zone, zone};

/// The date part of a stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Year first, or the month in letters: one reading only.
    Known(NaiveDate),
    /// Two numbers and a year; which is the day is not said here.
    Numbers { first: u32, second: u32, year: i32 },
    /// A clock time alone.
    Missing,
}

/// A date, a time, or both, as written. Local to whoever wrote the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    pub day: Day,
    pub time: Option<NaiveTime>,
    /// Written with AM or PM.
    pub half_day: bool,
    /// Minutes east of UTC, when the stamp says so.
    pub offset: Option<i32>,
}

impl Stamp {
    /// Reads a stamp; `None` when the text is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(time) = day_fraction(text.trim()) {
            return Some(Self { day: Day::Missing, time: Some(time), half_day: false, offset: None });
        }
        let tokens = tokens(text)?;
        let mut reading = Reading::default();
        for (at, token) in tokens.iter().enumerate() {
            reading.take(token, tokens.get(at + 1))?;
        }
        reading.finish()
    }

    /// The day under one order of numbers; `None` when it is no date that way.
    #[must_use]
    pub fn date(&self, order: DateOrder) -> Option<NaiveDate> {
        match self.day {
            Day::Known(date) => Some(date),
            Day::Numbers { first, second, year } => match order {
                DateOrder::Dmy => NaiveDate::from_ymd_opt(year, second, first),
                DateOrder::Mdy => NaiveDate::from_ymd_opt(year, first, second),
                DateOrder::Ymd => None,
            },
            Day::Missing => None,
        }
    }

    /// The moment under one order; midnight when no time is written.
    #[must_use]
    pub fn moment(&self, order: DateOrder) -> Option<NaiveDateTime> {
        Some(self.date(order)?.and_time(self.time.unwrap_or_default()))
    }

    /// The moment, put on `day` when only a clock time is written.
    #[must_use]
    pub fn moment_on(&self, order: DateOrder, day: Option<NaiveDate>) -> Option<NaiveDateTime> {
        match (self.day, self.time, day) {
            (Day::Missing, Some(time), Some(day)) => Some(day.and_time(time)),
            _ => self.moment(order),
        }
    }

    /// The moment on a clock so many minutes east of UTC; `zone` is that of the stamp where it names none. Without either it stays as
    /// written.
    #[must_use]
    pub fn moment_at(&self, order: DateOrder, zone: Option<i32>, clock: Option<i32>) -> Option<NaiveDateTime> {
        let written = self.moment(order)?;
        Some(match (self.time.and(self.offset.or(zone)), clock) {
            (Some(from), Some(to)) => written + TimeDelta::minutes(i64::from(to - from)),
            _ => written,
        })
    }

    /// The moment on a clock so many minutes east of UTC, put on `day` when only a clock time is written.
    #[must_use]
    pub fn moment_of(&self, order: DateOrder, day: Option<NaiveDate>, clock: Option<i32>) -> Option<NaiveDateTime> {
        if self.day == Day::Missing { self.moment_on(order, day) } else { self.moment_at(order, None, clock) }
    }

    /// True when day and month could be exchanged and still be a date, and another one.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        matches!(self.day, Day::Numbers { first, second, .. } if first <= 12 && second <= 12 && first != second)
    }
}

#[derive(Default)]
struct Reading {
    numbers: Vec<u32>,
    month: Option<u32>,
    known: Option<NaiveDate>,
    pair: Option<Day>,
    time: Option<NaiveTime>,
    afternoon: Option<bool>,
    offset: Option<i32>,
}

impl Reading {
    fn take(&mut self, token: &str, next: Option<&String>) -> Option<()> {
        if let Some(afternoon) = half_day(token) {
            self.afternoon = Some(afternoon);
        } else if let Some(offset) = zone(token) {
            self.offset = Some(offset);
        } else if token.contains(':') {
            let (clock, offset) = split_zone(token);
            self.offset = self.offset.or(offset);
            self.time = Some(clock_time(clock)?);
        } else if let Some(day) = numeric_day(token) {
            match day {
                Day::Known(date) => self.known = Some(date),
                day => self.pair = Some(day),
            }
        } else if let Ok(number) = token.parse::<u32>() {
            let is_hour = next.is_some_and(|next| half_day(next).is_some());
            if is_hour && self.time.is_none() {
                self.time = Some(NaiveTime::from_hms_opt(number, 0, 0)?);
            } else {
                self.numbers.push(number);
            }
        } else if let Some(time) = hours_written(token) {
            self.time = Some(time);
        } else if let Some(month) = month_named(token) {
            // `mar.` is a weekday too (martes): the first word that can be a month counts, the rest must be weekdays.
            self.month = self.month.or(Some(month));
        } else if !is_filler(token) {
            return None;
        }
        Some(())
    }

    fn finish(self) -> Option<Stamp> {
        let day = match (self.known, self.pair, self.month, self.numbers.as_slice()) {
            (Some(date), None, None, []) => Day::Known(date),
            (None, Some(day), None, []) => day,
            (None, None, Some(month), [a, b]) => {
                let (day, year) = if *a > 31 { (*b, *a) } else { (*a, *b) };
                Day::Known(NaiveDate::from_ymd_opt(full_year(year)?, month, day)?)
            }
            (None, None, None, []) => Day::Missing,
            _ => return None,
        };
        let time = match (self.time, self.afternoon) {
            (Some(time), Some(afternoon)) => Some(on_half_day(time, afternoon)?),
            (time, None) => time,
            (None, Some(_)) => return None,
        };
        if day == Day::Missing && time.is_none() {
            return None;
        }
        Some(Stamp { day, time, half_day: self.afternoon.is_some(), offset: self.offset })
    }
}

/// Splits at blanks and commas, keeping `a. m.` together and taking `2025-08-14T08:01` apart.
fn tokens(text: &str) -> Option<Vec<String>> {
    if text.len() > 80 {
        return None;
    }
    let mut flat = text.to_lowercase().replace(['\u{a0}', '\u{202f}', '\u{2009}', '\t', '\n', '\r'], " ");
    for (written, plain) in [
        ("a. m.", "am"),
        ("p. m.", "pm"),
        ("a.m.", "am"),
        ("p.m.", "pm"),
        ("a. m", "am"),
        ("p. m", "pm"),
        ("a.m", "am"),
        ("p.m", "pm"),
    ] {
        flat = flat.replace(written, &format!(" {plain} "));
    }
    let mut out = Vec::new();
    for word in flat.split([' ', ',']).filter(|word| !word.is_empty()) {
        match word.split_once('t').filter(|(day, clock)| numeric_day(day).is_some() && clock.contains(':')) {
            Some((day, clock)) => out.extend([day.to_owned(), clock.to_owned()]),
            None => split_letters(word, &mut out),
        }
    }
    (!out.is_empty() && out.len() <= 12).then_some(out)
}

/// `10:00am` is `10:00 am`; `14-ago-2025` is `14 ago 2025`.
fn split_letters(word: &str, out: &mut Vec<String>) {
    if zone(word).is_some() {
        out.push(word.to_owned());
    } else if let Some(clock) = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"))
        && clock.ends_with(|c: char| c.is_ascii_digit())
    {
        out.extend([clock.to_owned(), word[clock.len()..].to_owned()]);
    } else if word.contains(|c: char| c.is_ascii_digit())
        && word.contains(char::is_alphabetic)
        && word.contains(['-', '/', '.'])
        && !word.contains(':')
    {
        out.extend(word.split(['-', '/', '.']).filter(|part| !part.is_empty()).map(str::to_owned));
    } else {
        out.push(word.to_owned());
    }
}

/// `2025-08-14`, `14/8/25`, `8.14.2025`.
fn numeric_day(token: &str) -> Option<Day> {
    let sign = ['/', '-', '.'].into_iter().find(|&sign| token.matches(sign).count() == 2)?;
    let mut parts = token.split(sign);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if [a, b, c].iter().any(|part| part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let (x, y, z) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
    if a.len() == 4 {
        return NaiveDate::from_ymd_opt(i32::try_from(x).ok()?, y, z).map(Day::Known);
    }
    (c.len() == 4 || c.len() == 2).then_some(())?;
    let year = full_year(z)?;
    ((1..=31).contains(&x) && (1..=31).contains(&y) && (x <= 12 || y <= 12)).then_some(Day::Numbers {
        first: x,
        second: y,
        year,
    })
}

fn full_year(year: u32) -> Option<i32> {
    match year {
        0..=99 => i32::try_from(year + 2000).ok(),
        1900..=2199 => i32::try_from(year).ok(),
        _ => None,
    }
}
