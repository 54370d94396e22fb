//! What people say of a session, as values: zone, hours, agenda, facilitators, invited.

use crate::env::Desk;
use crate::error::Fault;
use crate::phrase;
use crate::typed;
use ata_model::session::AgendaItem;
use ata_store::{Db, Invitee};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// A zone by its IANA name; the desk's when none is named.
///
/// # Errors
/// A usage fault for a name that is no zone of the region.
pub fn zone(text: Option<&String>, desk: &Desk) -> Result<Tz, Fault> {
    let Some(text) = text else { return Ok(desk.zone()) };
    text.trim().parse().map_err(|_| Fault::usage(phrase!("usage-zone", value = text)))
}

/// The end of a session that begins at `start`: as `--end` says (an hour alone is one of the same day), or after `--duration`.
/// None when neither is given.
///
/// # Errors
/// A usage fault: unreadable, or not after the start.
pub fn end(
    start: DateTime<Utc>,
    end: Option<&String>,
    duration: Option<&String>,
    zone: Tz,
    today: NaiveDate,
) -> Result<Option<DateTime<Utc>>, Fault> {
    let end = match (end, duration) {
        (Some(text), _) => match hour(text.trim()) {
            Some(_) => {
                let day = start.with_timezone(&zone).date_naive();
                Some(typed::moment(&format!("{day} {}", text.trim()), "--end", zone, today)?)
            }
            None => Some(typed::moment(text, "--end", zone, today)?),
        },
        (None, Some(text)) => Some(start + typed::duration(text, "--duration")?),
        (None, None) => None,
    };
    match end {
        Some(end) if end <= start => Err(not_after(start, end, zone)),
        end => Ok(end),
    }
}

/// The session would end before it begins.
pub fn not_after(start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> Fault {
    let shown = |at: DateTime<Utc>| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
    Fault::usage(phrase!("schedule-end", start = shown(start), end = shown(end))).hint(phrase!("schedule-end-hint"))
}

/// The lines of an agenda: `09:00 Topic | who`.
///
/// # Errors
/// A usage fault for a line without a topic.
pub fn agenda(lines: &[String]) -> Result<Vec<AgendaItem>, Fault> {
    let item = |text: &String| {
        let line = typed::line(text, "--agenda")?;
        // An hour that does not exist is no topic.
        if let Some(hour) = line.split(' ').next().filter(|word| is_like_hour(word) && hour(word).is_none()) {
            return Err(Fault::usage(phrase!("schedule-agenda-hour", value = hour)));
        }
        AgendaItem::parse(&line).ok_or_else(|| Fault::usage(phrase!("schedule-agenda", value = &line)))
    };
    lines.iter().map(item).collect()
}

fn hour(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// `9:30`, `25:00`: figures, a colon, figures.
fn is_like_hour(text: &str) -> bool {
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(':').is_some_and(|(hours, minutes)| figures(hours) && figures(minutes))
}

/// Persons as typed, as keys.
pub fn persons(db: &Db, typed: &[String]) -> Result<Vec<i64>, Fault> {
    typed.iter().map(|text| Ok(db.find_person(text)?)).collect()
}

/// Everybody whom the texts after `--invite` stand for.
///
/// # Errors
/// What the store says; refused for a board on which nobody sits.
pub fn invitees(db: &Db, typed: &[String]) -> Result<Vec<Invitee>, Fault> {
    let mut all = Vec::new();
    for text in typed {
        let found = db.invitees(text)?;
        if found.is_empty() {
            let name = text.split_once(':').map_or(text.as_str(), |(_, name)| name).trim();
            return Err(Fault::refused(phrase!("schedule-board-empty", board = name))
                .try_this(format!("ata board member \"{name}\" PERSON")));
        }
        all.extend(found);
    }
    Ok(all)
}
