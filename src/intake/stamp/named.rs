//! Days in the names of files, sheets and columns, and in titles, where they stand among other words.

use chrono::{Datelike, NaiveDate};

use super::parts::{month_named, weekday_named};

/// Does a name say this day in any way people write it: `14-08`, `14 de agosto`, `Asistencia 14.08.2025`, `2025-08-14`?
#[must_use]
pub fn names_day(name: &str, day: NaiveDate) -> bool {
    if let Some(date) = date_in_name(name, Some(day)) {
        return date == day;
    }
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !["", "de", "feira"].contains(word)).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    words.windows(2).any(|pair| {
        let month = month_named(pair[1]).or_else(|| number(pair[1]));
        let is_weekday = weekday_named(pair[0]) == Some(day.weekday());
        let is_month = month_named(pair[0]) == Some(day.month());
        (number(pair[0]) == Some(day.day()) && month == Some(day.month()))
            || ((is_weekday || is_month) && number(pair[1]) == Some(day.day()))
    })
}

/// Does a heading name a day by the week and the month: `Miércoles 18`?
#[must_use]
pub fn names_weekday(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !["", "feira"].contains(word)).collect();
    words.len() <= 4 && words.windows(2).any(|pair| weekday_named(pair[0]).is_some() && pair[1].parse::<u32>().is_ok())
}

/// A date anywhere in a file or sheet name: `attendee_912_2025_09_25.csv`, `2025-10-08 14_00 Taller`, `Asistencia 15-08-2025`,
/// `15 de agosto de 2025`, `agosto 15 de 2025`. `session` is the day it may be about: it settles which number is the month, and gives `15 de agosto` its year.
#[must_use]
pub fn date_in_name(name: &str, session: Option<NaiveDate>) -> Option<NaiveDate> {
    year_first(name)
        .or_else(|| year_last(name, session))
        .or_else(|| day_in_words(name, session))
        .or_else(|| month_in_words(name))
        .or_else(|| short_form(name, session?))
}

/// Three numbers of these lengths with the same sign between them.
fn three<'n>(name: &'n str, part: &[&'n str], lengths: [std::ops::RangeInclusive<usize>; 3]) -> Option<[u32; 3]> {
    let fits = part.iter().zip(lengths).all(|(text, length)| length.contains(&text.len()));
    let at = |text: &str| text.as_ptr() as usize - name.as_ptr() as usize;
    let sign = |one: &str, other: &str| name.get(at(one) + one.len()..at(other)).filter(|sign| sign.len() == 1);
    let (first, second) = (sign(part[0], part[1])?, sign(part[1], part[2])?);
    if !fits || first != second {
        return None;
    }
    Some([part[0].parse().ok()?, part[1].parse().ok()?, part[2].parse().ok()?])
}

fn numbers(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect()
}

fn of_this_age(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok().filter(|year| (1990..2100).contains(year))?, month, day)
}

fn year_first(name: &str) -> Option<NaiveDate> {
    let digits = numbers(name);
    let spelled = digits.windows(3).find_map(|part| {
        let [year, month, day] = three(name, part, [4..=4, 2..=2, 2..=2])?;
        of_this_age(year, month, day)
    });
    spelled.or_else(|| {
        digits
            .iter()
            .filter(|part| part.len() == 8)
            .find_map(|part| of_this_age(part[..4].parse().ok()?, part[4..6].parse().ok()?, part[6..].parse().ok()?))
    })
}

/// Day first, as the region writes; month first where only that is a date, or the day of the session.
fn year_last(name: &str, session: Option<NaiveDate>) -> Option<NaiveDate> {
    numbers(name).windows(3).find_map(|part| {
        let [first, second, year] = three(name, part, [1..=2, 1..=2, 4..=4])?;
        let readings = [of_this_age(year, second, first), of_this_age(year, first, second)];
        readings.into_iter().flatten().find(|date| Some(*date) == session).or(readings[0]).or(readings[1])
    })
}

/// How far from the session a day without a year may be to be meant as one: streets and schools are called after days too.
const NEAR: i64 = 60;

/// `15 de agosto de 2025`, `15 ago 2025`; without a year only `15 de agosto`, near the session.
fn day_in_words(name: &str, session: Option<NaiveDate>) -> Option<NaiveDate> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let day = words[at].parse::<u32>().ok().filter(|_| words[at].len() <= 2)?;
        let is_of = |at: usize| words.get(at).is_some_and(|word| ["de", "del"].contains(word));
        let month_at = at + 1 + usize::from(is_of(at + 1));
        let month = month_named(words.get(month_at)?)?;
        let year_at = month_at + 1 + usize::from(is_of(month_at + 1));
        let year = words.get(year_at).filter(|word| word.len() == 4).and_then(|word| word.parse().ok());
        let date = match (year, session.filter(|_| is_of(at + 1))) {
            (Some(year), _) => of_this_age(year, month, day)?,
            (None, session) => {
                let session = session?;
                let date = NaiveDate::from_ymd_opt(session.year(), month, day)?;
                ((date - session).num_days().abs() <= NEAR).then_some(date)?
            }
        };
        // `14 y 15 de agosto`, `14-15 de agosto`: any day of them.
        let joins = at.checked_sub(1).filter(|at| ["y", "e", "a", "al"].contains(&words[*at])).unwrap_or(at);
        let from = joins.checked_sub(1).and_then(|at| words[at].parse::<u32>().ok());
        let from = from.and_then(|from| date.with_day(from)).filter(|from| *from < date);
        let is_within = |session: &NaiveDate| from.is_some_and(|from| (from..=date).contains(session));
        Some(session.filter(is_within).unwrap_or(date))
    })
}

/// `agosto 15 de 2025`, `agosto 15, 2025`.
fn month_in_words(name: &str) -> Option<NaiveDate> {
    let lower = name.to_lowercase();
    let is_joint = |word: &str| ["de", "del"].contains(&word);
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_joint(word)).collect();
    words.windows(3).find_map(|part| {
        let day = part[1].parse().ok().filter(|_| part[1].len() <= 2)?;
        let year = part[2].parse().ok().filter(|_| part[2].len() == 4)?;
        of_this_age(year, month_named(part[0])?, day)
    })
}

/// How far from the session a day in few digits may be to be meant as one: numbers of forms and documents look the same.
const WITHIN: i64 = 366;

/// `15-08-25` and `15082025`, day first; only near the session.
fn short_form(name: &str, session: NaiveDate) -> Option<NaiveDate> {
    let digits = numbers(name);
    let is_near = |date: &NaiveDate| (*date - session).num_days().abs() <= WITHIN;
    let spelled = digits.windows(3).find_map(|part| {
        let [first, second, third] = three(name, part, [1..=2, 1..=2, 2..=2])?;
        let readings = [(third, second, first), (first, second, third), (third, first, second)];
        let dates: Vec<NaiveDate> = readings
            .into_iter()
            .filter_map(|(year, month, day)| of_this_age(2000 + year, month, day))
            .filter(is_near)
            .collect();
        dates.iter().find(|date| **date == session).or(dates.first()).copied()
    });
    spelled.or_else(|| {
        digits.iter().filter(|part| part.len() == 8).find_map(|part| {
            let (day, month, year) = (&part[..2], &part[2..4], &part[4..]);
            of_this_age(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(is_near)
        })
    })
}
