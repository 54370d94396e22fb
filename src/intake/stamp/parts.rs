//! The parts of a stamp: clock times, halves of the day, zones, months in letters, words that say nothing.

use chrono::{Duration, NaiveTime, Timelike, Weekday};

pub(super) fn half_day(token: &str) -> Option<bool> {
    match token.trim_end_matches('.') {
        "am" => Some(false),
        "pm" | "m" => Some(true),
        _ => None,
    }
}

pub(super) fn on_half_day(time: NaiveTime, afternoon: bool) -> Option<NaiveTime> {
    match (time.hour(), afternoon) {
        (12, false) => time.with_hour(0),
        (hour @ 1..=11, true) => time.with_hour(hour + 12),
        _ => Some(time),
    }
}

/// `gmt-5`, `utc`, `z`, `-05:00`.
pub(super) fn zone(token: &str) -> Option<i32> {
    if let Some(rest) = token.strip_prefix("gmt").or_else(|| token.strip_prefix("utc")) {
        return if rest.is_empty() { Some(0) } else { zone_offset(rest) };
    }
    (token == "z").then_some(0)
}

pub(super) fn zone_offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-" | "\u{2212}", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) =
        digits.split_once(':').unwrap_or_else(|| digits.split_at_checked(2).unwrap_or((digits, "0")));
    let (hours, minutes) =
        (hours.parse::<i32>().ok()?, if minutes.is_empty() { 0 } else { minutes.parse::<i32>().ok()? });
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// The clock and the zone of `08:01:10.123-05:00`.
pub(super) fn split_zone(token: &str) -> (&str, Option<i32>) {
    if let Some(clock) = token.strip_suffix('z') {
        return (clock, Some(0));
    }
    match token.find(['+', '-']) {
        Some(at) => (&token[..at], zone_offset(&token[at..])),
        None => (token, None),
    }
}

pub(super) fn clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.trim_end_matches(['h', '.']).split(':');
    let number = |part: Option<&str>| part.map_or(Some(0), |part| part.parse::<u32>().ok());
    let hour = parts.next()?.parse().ok()?;
    let minute = number(parts.next())?;
    let second = number(parts.next().map(|part| part.split(['.', ',']).next().unwrap_or(part)))?;
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// `8h10`, `14h`, `14h30min`, as Portuguese writes the hour.
pub(super) fn hours_written(token: &str) -> Option<NaiveTime> {
    let (hours, rest) = token.split_once('h')?;
    let minutes = rest.trim_end_matches("min").trim_end_matches('m');
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !(rest.is_empty() || (minutes.len() == 2 && is_number(minutes))) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().unwrap_or(0), 0)
}

/// `0,3375` of a day, as spreadsheets keep a time.
pub(super) fn day_fraction(token: &str) -> Option<NaiveTime> {
    let digits = token.strip_prefix("0.").or_else(|| token.strip_prefix("0,"))?;
    if digits.is_empty() || digits.len() > 17 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: f64 = format!("0.{digits}").parse().ok()?;
    #[allow(clippy::cast_possible_truncation)] // at most 86400
    let seconds = (fraction * 86_400.0).round() as i64;
    NaiveTime::MIN.overflowing_add_signed(Duration::seconds(seconds.min(86_399))).0.into()
}

pub(super) fn month_named(token: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["ene", "enero", "jan", "january", "janeiro"],
        &["feb", "febrero", "february", "fev", "fevereiro"],
        &["mar", "marzo", "march", "marco", "março"],
        &["abr", "abril", "apr", "april"],
        &["may", "mayo", "mai", "maio"],
        &["jun", "junio", "june", "junho"],
        &["jul", "julio", "july", "julho"],
        &["ago", "agosto", "aug", "august"],
        &["sep", "sept", "septiembre", "setiembre", "set", "september", "setembro"],
        &["oct", "octubre", "october", "out", "outubro"],
        &["nov", "noviembre", "november", "novembro"],
        &["dic", "diciembre", "dec", "december", "dez", "dezembro"],
    ];
    let name = token.trim_end_matches('.');
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month)
}

/// The day of the week; `mar.` is a month as well, which whoever reads a stamp asks first.
pub(super) fn weekday_named(token: &str) -> Option<Weekday> {
    const DAYS: [(Weekday, &[&str]); 7] = [
        (Weekday::Mon, &["lunes", "lun", "segunda", "segunda-feira", "monday"]),
        (Weekday::Tue, &["martes", "mar", "terça", "terça-feira", "tuesday"]),
        (Weekday::Wed, &["miércoles", "miercoles", "mié", "mie", "quarta", "quarta-feira", "wednesday"]),
        (Weekday::Thu, &["jueves", "jue", "quinta", "quinta-feira", "thursday"]),
        (Weekday::Fri, &["viernes", "vie", "sexta", "sexta-feira", "friday"]),
        (Weekday::Sat, &["sábado", "sabado", "sáb", "sab", "saturday"]),
        (Weekday::Sun, &["domingo", "dom", "sunday"]),
    ];
    DAYS.iter().find(|(_, names)| names.contains(&token)).map(|(day, _)| *day)
}

pub(super) fn is_filler(token: &str) -> bool {
    let word = token.trim_end_matches('.');
    weekday_named(word).is_some()
        || matches!(
            word,
            "de" | "del"
                | "a"
                | "à"
                | "las"
                | "at"
                | "às"
                | "of"
                | "hrs"
                | "h"
                | "horas"
                | "cot"
                | "pet"
                | "pyt"
                | "brt"
        )
}
