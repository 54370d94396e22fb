//! A session (jornada, sesión): one dated event of a case.

use crate::case::Named;
use crate::reply::Answer;
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeZone};
use serde::{Deserialize, Serialize};

pub const MODALITIES: &[&str] = &["in-person", "virtual", "mixed"];

/// One line of the agenda: `09:00 Topic | who`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub time: Option<String>,
    pub topic: String,
    pub who: Option<String>,
}

impl AgendaItem {
    /// Reads `09:00 Topic | who`; time and speaker may be left out.
    pub fn parse(text: &str) -> Option<AgendaItem> {
        let (rest, who) = match text.split_once('|') {
            Some((rest, who)) => (rest.trim(), Some(who.trim().to_owned()).filter(|who| !who.is_empty())),
            None => (text.trim(), None),
        };
        let (time, topic) = match rest.split_once(' ') {
            Some((first, topic)) => match chrono::NaiveTime::parse_from_str(first, "%H:%M") {
                Ok(time) => (Some(time.format("%H:%M").to_string()), topic.trim()),
                Err(_) => (None, rest),
            },
            // An hour alone says nothing.
            None if chrono::NaiveTime::parse_from_str(rest, "%H:%M").is_ok() => (None, ""),
            None => (None, rest),
        };
        (!topic.is_empty()).then(|| AgendaItem { time, topic: topic.to_owned(), who })
    }
}

/// How many were there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Turnout {
    /// Present, the late ones among them.
    pub present: i64,
    pub absent: i64,
    pub excused: i64,
    pub late: i64,
}

/// A thing to have ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogisticsItem {
    pub item: String,
    pub assigned: Option<Named>,
    pub done: bool,
}

/// The number that minutes bear among those of their body and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MinutesNumber {
    pub year: i64,
    /// `7`; or in the body's own way: `12-B`.
    pub number: String,
}

/// What a session was before a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionChange {
    pub sequence: i64,
    /// `moved`, `edited` or `cancelled`.
    pub kind: String,
    pub on: String,
    pub reason: Option<String>,
    pub start: String,
    pub end: String,
    pub modality: String,
    pub place: Option<String>,
    pub link: Option<String>,
}

/// A session as people and scripts see it. Instants carry the offset of the session's zone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Session {
    pub id: String,
    pub case: String,
    pub state: String,
    pub start: String,
    pub end: String,
    /// IANA name of the zone.
    pub zone: String,
    pub modality: String,
    pub place: Option<String>,
    pub link: Option<String>,
    pub facilitators: Vec<Named>,
    pub agenda: Vec<AgendaItem>,
    pub capacity: Option<i64>,
    /// Why it is held outside the rules of notice.
    pub extraordinary: Option<String>,
    pub conflict_reason: Option<String>,
    pub invited: i64,
    pub sequence: i64,
    pub uid: String,
    pub logistics: Vec<LogisticsItem>,
    pub changes: Vec<SessionChange>,
    pub attendance: Turnout,
    pub has_minutes: bool,
    /// Given when minutes are kept or filed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes_number: Option<MinutesNumber>,
    #[serde(skip)]
    pub key: i64,
    #[serde(skip)]
    pub case_key: i64,
    /// The instants as stored, in UTC.
    #[serde(skip)]
    pub start_at: String,
    #[serde(skip)]
    pub end_at: String,
}

impl Session {
    /// Is it what it was at an earlier sequence? Moved and moved back, or held elsewhere and back again, whoever was told then knows it as
    /// it is.
    pub fn is_as_at(&self, sequence: i64) -> bool {
        let now = (&self.start, &self.end, &self.modality, &self.place, &self.link);
        let was = self.changes.iter().find(|change| change.sequence > sequence);
        was.is_none_or(|was| (&was.start, &was.end, &was.modality, &was.place, &was.link) == now)
    }

    /// The days it touches, the first and the last.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        days(&self.start, &self.end)
    }

    /// Length in whole minutes.
    pub fn minutes(&self) -> i64 {
        let read = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
        match (read(&self.start), read(&self.end)) {
            (Some(start), Some(end)) => (end - start).num_minutes(),
            _ => 0,
        }
    }
}

/// Who is invited to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invited {
    /// The person, or the organisation when none is registered under it.
    pub who: Named,
    pub post: String,
    pub organisation: Option<Named>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// `O-4` or `board:NAME` when not invited by name.
    pub via: Option<String>,
    pub withdrawn: bool,
    /// Sequence of the session in the newest message that reached them, or may have and would tell them what is no longer so; none: not
    /// told yet, or invited anew after being told not to come.
    pub told: Option<i64>,
    /// What they answered to the invitation.
    pub answer: Option<Answer>,
    /// That message was a cancellation.
    #[serde(skip)]
    pub retracted: bool,
    /// That message was a change of what they had been told before.
    #[serde(skip)]
    pub updated: bool,
    /// Nobody knows whether the newest invitation reached them.
    #[serde(skip)]
    pub in_doubt: bool,
    #[serde(skip)]
    pub person: Option<i64>,
    #[serde(skip)]
    pub organisation_key: Option<i64>,
}

impl Invited {
    /// The board they are invited as a member of.
    pub fn board(&self) -> Option<&str> {
        self.via.as_deref()?.strip_prefix("board:")
    }

    /// The kind of notice they need about a session that is at `sequence`, or is `gone`: they know nothing of it, know it as it was,
    /// or are to come no more. None when they know how things stand.
    pub fn needs(&self, sequence: i64, gone: bool) -> Option<&'static str> {
        let comes = !self.withdrawn && !gone;
        match self.told {
            None if comes => Some("convocation"),
            Some(told) if comes && told < sequence => Some("change"),
            Some(_) if !comes && !self.retracted => Some("cancellation"),
            _ => None,
        }
    }
}

/// The first and the last day of a time between two instants with offsets. One that ends at midnight does not touch the day that begins
/// then.
pub fn days(start: &str, end: &str) -> Option<(NaiveDate, NaiveDate)> {
    let read = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    let (start, end) = (read(start)?, read(end)? - Duration::seconds(1));
    Some((start.date_naive(), end.max(start).date_naive()))
}

/// A stored instant in the session's own zone, with its offset; as stored when the zone is unknown.
pub fn local(instant: &str, zone: &str) -> String {
    let (Ok(at), Ok(zone)) = (chrono::DateTime::parse_from_rfc3339(instant), zone.parse::<chrono_tz::Tz>()) else {
        return instant.to_owned();
    };
    at.with_timezone(&zone).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// A change of clocks: from when on, by the clock that was right before, and by how much they go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockChange {
    pub at: NaiveDateTime,
    pub by: Duration,
}

impl ClockChange {
    /// The change of the clocks of a zone between two instants, if there is one.
    pub fn between(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>, zone: &str) -> Option<ClockChange> {
        let zone: chrono_tz::Tz = zone.parse().ok()?;
        let offset = |at: i64| Some(zone.offset_from_utc_datetime(&DateTime::from_timestamp(at, 0)?.naive_utc()).fix());
        let (mut before, mut after) = (start.timestamp(), end.timestamp());
        let (old, new) = (offset(before)?, offset(after)?);
        if old == new {
            return None;
        }
        while after - before > 1 {
            let middle = before.midpoint(after);
            if offset(middle)? == old { before = middle } else { after = middle }
        }
        let at = DateTime::from_timestamp(after, 0)?.with_timezone(&old).naive_local();
        Some(ClockChange { at, by: Duration::seconds(i64::from(new.local_minus_utc() - old.local_minus_utc())) })
    }

    /// A moment after the change as the clock would show it that nobody had changed. Of an hour that comes twice the first is meant.
    #[must_use]
    pub fn undone(self, moment: NaiveDateTime) -> NaiveDateTime {
        if moment >= self.at { moment - self.by } else { moment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_clocks_is_found_and_what_comes_after_it_told_by_the_clock_before() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
        let instant = |text: &str| DateTime::parse_from_rfc3339(text).expect("an instant");
        let change = |start, end, zone| ClockChange::between(instant(start), instant(end), zone);
        // Back from 24:00 to 23:00, and on from 24:00 to 01:00.
        let back = change("2026-04-04T22:00:00-03:00", "2026-04-05T01:00:00-04:00", "America/Santiago");
        let on = change("2026-09-05T22:00:00-04:00", "2026-09-06T02:00:00-03:00", "America/Santiago");
        for (change, written, expected) in [
            (back, "2026-04-04 23:30", "2026-04-04 23:30"),
            (back, "2026-04-05 01:00", "2026-04-05 02:00"),
            (on, "2026-09-05 23:59", "2026-09-05 23:59"),
            (on, "2026-09-06 01:10", "2026-09-06 00:10"),
        ] {
            assert_eq!(change.expect("a change").undone(at(written)), at(expected), "{written}");
        }
        assert_eq!(change("2026-04-04T22:00:00-05:00", "2026-04-05T02:00:00-05:00", "America/Bogota"), None);
    }

    #[test]
    fn an_agenda_line_is_read_with_or_without_time_and_speaker() {
        let line = |time: Option<&str>, topic: &str, who: Option<&str>| {
            Some(AgendaItem { time: time.map(str::to_owned), topic: topic.to_owned(), who: who.map(str::to_owned) })
        };
        for (text, expected) in [
            ("09:00 Apertura | Ana Ñáñez", line(Some("09:00"), "Apertura", Some("Ana Ñáñez"))),
            ("9:05 Apertura", line(Some("09:05"), "Apertura", None)),
            ("Apertura y saludo", line(None, "Apertura y saludo", None)),
            ("25:00 Apertura", line(None, "25:00 Apertura", None)),
            ("Apertura |", line(None, "Apertura", None)),
            ("  ", None),
            ("| Ana", None),
            ("09:00", None),
            ("09:00 | Ana", None),
        ] {
            assert_eq!(AgendaItem::parse(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_session_touches_the_days_it_lasts_and_not_the_one_that_begins_when_it_ends() {
        for (start, end, expected) in [
            ("2026-03-20T08:00:00-05:00", "2026-03-20T12:00:00-05:00", ("2026-03-20", "2026-03-20")),
            ("2026-03-20T08:00:00-05:00", "2026-03-22T17:00:00-05:00", ("2026-03-20", "2026-03-22")),
            ("2026-03-20T23:00:00-05:00", "2026-03-21T02:00:00-05:00", ("2026-03-20", "2026-03-21")),
            ("2026-03-20T20:00:00-05:00", "2026-03-21T00:00:00-05:00", ("2026-03-20", "2026-03-20")),
        ] {
            let found = days(start, end).map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(found, Some((expected.0.to_owned(), expected.1.to_owned())), "{start} {end}");
        }
        assert_eq!(days("s.f.", ""), None);
    }

    #[test]
    fn an_instant_is_shown_in_the_zone_of_the_session() {
        assert_eq!(local("2026-03-04T14:00:00Z", "America/Bogota"), "2026-03-04T09:00:00-05:00");
        assert_eq!(local("2026-03-04T14:00:00Z", "Nowhere"), "2026-03-04T14:00:00Z");
    }
}
