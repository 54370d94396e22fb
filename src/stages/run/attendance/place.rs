//! Which session the rows of a file are about: the one named, or, for a case, the one each row names.

use crate::error::Fault;
use crate::stages::run::mark::must_be_live;
use ata_model::reference::{CaseRef, Part, Reference};
use ata_model::session::{ClockChange, Session};
use ata_store::{Db, Slot, StoreError};
use chrono::NaiveDateTime;
use foldhash::HashMap;
use std::collections::BTreeSet;

/// A session as its own clock shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meeting {
    pub key: i64,
    /// `AT-2026-0001-S2`.
    pub id: String,
    /// `2`.
    pub number: String,
    pub is_live: bool,
    pub start: NaiveDateTime,
    /// By the clock it began with.
    pub end: NaiveDateTime,
    /// Minutes.
    pub length: i64,
    /// Minutes east of UTC, as it begins.
    pub offset: Option<i32>,
    /// Of clocks, between its beginning and when somebody may still be in it.
    pub change: Option<ClockChange>,
}

/// Where the rows of a file may belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub case: i64,
    /// Was one session named, and not the case?
    is_session: bool,
    pub sessions: Vec<Meeting>,
    /// Each session by all that a row may call it: a case may have thousands, and each row of a long file names one.
    names: HashMap<String, usize>,
}

/// Hours after the end of a session in which somebody may still join it.
const OVERRUN: chrono::TimeDelta = chrono::TimeDelta::hours(6);

impl Meeting {
    /// Can somebody who came then have come to this session? On its day, or later until soon after its end.
    pub fn could_begin(&self, came: NaiveDateTime) -> bool {
        let day = self.start.date();
        came.date() == day || (came.date() > day && came <= self.end + OVERRUN)
    }
}

fn meeting(session: &Session) -> Meeting {
    let begin = chrono::DateTime::parse_from_rfc3339(&session.start).ok();
    let start = begin.map(|at| at.naive_local()).unwrap_or_default();
    let length = chrono::TimeDelta::minutes(session.minutes());
    Meeting {
        key: session.key,
        id: session.id.clone(),
        number: session.id.rsplit_once("-S").map(|(_, number)| number.to_owned()).unwrap_or_default(),
        is_live: session.state != "cancelled",
        start,
        end: start + length,
        length: session.minutes(),
        offset: begin.map(|at| at.offset().local_minus_utc() / 60),
        change: begin.and_then(|at| ClockChange::between(at, at + length + OVERRUN, &session.zone)),
    }
}

impl Place {
    pub fn new(case: i64, is_session: bool, sessions: Vec<Meeting>) -> Place {
        let mut names = HashMap::default();
        for (at, session) in sessions.iter().enumerate() {
            names.insert(session.number.clone(), at);
            names.insert(session.id.clone(), at);
        }
        Place { case, is_session, sessions, names }
    }

    /// The session a reference names, or the sessions of the case it names.
    ///
    /// # Errors
    /// Not found; refused for a session that was called off.
    pub fn find(db: &Db, text: &str) -> Result<Place, Fault> {
        match db.find_session(text) {
            Ok(key) => {
                let session = db.session(key)?;
                must_be_live(&session)?;
                Ok(Place::new(session.case_key, true, vec![meeting(&session)]))
            }
            Err(StoreError::NotFound { noun, text: wanted }) => match db.find_case(text) {
                Ok(case) => {
                    let sessions = db.sessions_of(case)?;
                    if sessions.is_empty() {
                        return Err(StoreError::NotFound { noun, text: wanted }.into());
                    }
                    Ok(Place::new(case, false, sessions.iter().map(meeting).collect()))
                }
                Err(StoreError::NotFound { .. }) => Err(StoreError::NotFound { noun, text: wanted }.into()),
                Err(other) => Err(other.into()),
            },
            Err(other) => Err(other.into()),
        }
    }

    /// The session, when there is but one.
    pub fn only(&self) -> Option<&Meeting> {
        let mut live = self.sessions.iter().filter(|session| session.is_live);
        live.next().filter(|_| live.next().is_none())
    }

    /// Of the clock of the session, or of all of them.
    pub fn offset(&self) -> Option<i32> {
        let mut offsets = self.sessions.iter().filter(|session| session.is_live).map(|session| session.offset);
        let first = offsets.next()?;
        first.filter(|_| offsets.all(|other| other == first))
    }

    /// The sessions of these keys, as they are written.
    pub fn named(&self, keys: &BTreeSet<i64>) -> Vec<String> {
        self.sessions.iter().filter(|session| keys.contains(&session.key)).map(|session| session.id.clone()).collect()
    }

    pub fn slots(&self) -> Vec<Slot> {
        self.sessions.iter().map(|session| Slot { session: session.key, length: session.length }).collect()
    }

    /// The session that a row names (`2`, `S2`, `AT-2026-0001-S2`), or the reason why there is none.
    pub fn of(&self, code: &str) -> Result<&Meeting, &'static str> {
        let code = code.trim();
        if code.is_empty() {
            return self.only().ok_or("no_session");
        }
        let named = self.names.get(code).or_else(|| self.names.get(&self.number(code)?));
        match named.map(|at| &self.sessions[*at]) {
            Some(session) if session.is_live => Ok(session),
            Some(_) => Err("session_cancelled"),
            None if self.is_session => Err("other_session"),
            None => Err("unknown_session"),
        }
    }

    /// The number of a session of this case in any way people write it: `02`, `s2`, `12-S2`, `at-2026-0012-s2`.
    fn number(&self, code: &str) -> Option<String> {
        let whole = &self.sessions.first()?.id;
        let prefix = whole.split('-').next().unwrap_or_default();
        let read = |text: &str| Reference::parse(text, prefix);
        let said = read(code).or_else(|| read(code.strip_prefix(['s', 'S'])?))?;
        let number = match (said, read(whole)?) {
            (Reference::Case(CaseRef { year: None, number }), _) => number,
            (Reference::Part(said, Part::Session, number), Reference::Part(own, ..))
                if said.number == own.number && said.year.is_none_or(|year| own.year == Some(year)) =>
            {
                number
            }
            _ => return None,
        };
        Some(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(key: i64, is_live: bool) -> Meeting {
        Meeting {
            key,
            id: format!("AT-2026-0012-S{key}"),
            number: key.to_string(),
            is_live,
            start: NaiveDateTime::default(),
            end: NaiveDateTime::default(),
            length: 60,
            offset: None,
            change: None,
        }
    }

    #[test]
    fn a_row_names_its_session_in_any_way_people_write_it() {
        let sessions = vec![meeting(1, true), meeting(2, true), meeting(3, false)];
        let case = Place::new(1, false, sessions);
        for (code, expected) in [
            ("2", Ok(2)),
            ("02", Ok(2)),
            ("s2", Ok(2)),
            ("AT-2026-0012-S2", Ok(2)),
            ("at-2026-0012-s1", Ok(1)),
            ("2026-0012-S1", Ok(1)),
            ("0012-s1", Ok(1)),
            ("S0002", Ok(2)),
            ("12-S1", Ok(1)),
            ("13-S1", Err("unknown_session")),
            ("2025-12-S1", Err("unknown_session")),
            ("0", Err("unknown_session")),
            ("", Err("no_session")),
            ("3", Err("session_cancelled")),
            ("4", Err("unknown_session")),
            ("AT-2026-0013-S2", Err("unknown_session")),
            ("Mañana", Err("unknown_session")),
        ] {
            assert_eq!(case.of(code).map(|session| session.key), expected, "{code:?}");
        }
        let one = Place::new(1, true, vec![meeting(1, true)]);
        assert_eq!(one.of("").map(|session| session.key), Ok(1));
        assert_eq!(one.of("2").map(|session| session.key), Err("other_session"));
    }
}
