//! How long somebody was there: durations as exports write them, and the union of overlapping stays.

use chrono::{NaiveDateTime, TimeDelta};

use super::fold::fold;

/// A stay, in the local time of whoever exported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Interval {
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
}

/// Seconds covered by the intervals, counting what overlaps once: two devices of one person are one presence.
#[must_use]
pub fn union_seconds(intervals: &[Interval]) -> i64 {
    let mut sorted = intervals.to_vec();
    sorted.sort_unstable();
    let mut total = TimeDelta::zero();
    let mut reached: Option<NaiveDateTime> = None;
    for interval in sorted {
        let start = reached.map_or(interval.start, |reached| reached.max(interval.start));
        if interval.end > start {
            total += interval.end - start;
        }
        reached = Some(reached.map_or(interval.end, |reached| reached.max(interval.end)));
    }
    total.num_seconds()
}

/// The hour from which somebody who came may leave after midnight.
pub(super) const EVENING: u32 = 18;

/// Most seconds a duration can claim: one week.
const MOST: i64 = 7 * 24 * 3600;

/// Reads `128` (minutes), `1h 54m`, `1 h 33 min 43 s`, `01:30:12`, `1:30` (hours and minutes), `57 sec`. In seconds.
#[must_use]
pub fn duration(text: &str) -> Option<i64> {
    let text = text.trim();
    let seconds = if text.contains(':') { clock(text) } else { spelled(text) }?;
    (0..=MOST).contains(&seconds).then_some(seconds)
}

fn clock(text: &str) -> Option<i64> {
    let parts: Vec<i64> =
        text.split(':').map(|part| part.trim().parse::<u32>().ok().map(i64::from)).collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60 => Some(hours * 3600 + minutes * 60),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => Some(hours * 3600 + minutes * 60 + seconds),
        _ => None,
    }
}

fn spelled(text: &str) -> Option<i64> {
    // An empty decimal part comes from spreadsheets.
    let bare = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    if let Ok(minutes) = bare.parse::<u32>() {
        return Some(i64::from(minutes) * 60);
    }
    let folded = fold(text);
    let mut spread = String::with_capacity(folded.len() + 4);
    for c in folded.chars() {
        if spread.ends_with(|last: char| last.is_ascii_digit() != c.is_ascii_digit()) {
            spread.push(' ');
        }
        spread.push(c);
    }
    let mut words = spread.split_whitespace();
    let mut seconds = None;
    while let Some(number) = words.next() {
        let amount = i64::from(number.parse::<u32>().ok()?);
        let unit = match words.next()? {
            "h" | "hr" | "hrs" | "hora" | "horas" | "hour" | "hours" => 3600,
            "m" | "min" | "mins" | "minuto" | "minutos" | "minute" | "minutes" => 60,
            "s" | "sec" | "secs" | "seg" | "segs" | "segundo" | "segundos" | "second" | "seconds" => 1,
            _ => return None,
        };
        seconds = Some(seconds.unwrap_or(0) + amount * unit);
    }
    seconds
}
