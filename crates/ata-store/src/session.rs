//! Sessions: reading them whole, who is invited, what clashes.

mod change;
mod invitation;
mod logistics;
mod minutes;

pub use change::{NewSession, SessionEdit};
pub use invitation::Invitee;
pub use minutes::Numbering;

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::received::OWN;
use crate::register::{maybe, named_organisation, named_person};
use crate::vals;
use ata_model::case::Named;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::session::{Invited, LogisticsItem, MinutesNumber, Session, SessionChange, Turnout, local};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// Another session that shares a facilitator or the place at an overlapping time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub session: String,
    /// The place, or the name of who facilitates both.
    pub shared: String,
    pub by_place: bool,
}

const SESSION: &str = "SELECT s.id, s.case_id, s.number, s.state, s.start_at, s.end_at, s.zone, s.modality, s.place, s.link, s.agenda,
       s.capacity, s.extraordinary, s.conflict_reason, s.uid, s.sequence, c.year, c.number AS case_number, k.prefix,
       (SELECT count(*) FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 0) AS invited,
       EXISTS (SELECT 1 FROM document d WHERE d.session_id = s.id AND d.type = 'minutes' AND d.replaced_by IS NULL) AS has_minutes,
       m.year AS minutes_year, m.number AS minutes_number
FROM session s JOIN cases c ON c.id = s.case_id CROSS JOIN desk k LEFT JOIN minutes m ON m.session_id = s.id";

fn session(row: &Row<'_>) -> Result<Session> {
    let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
    let (zone, start_at, end_at) = (row.text("zone")?, row.text("start_at")?, row.text("end_at")?);
    Ok(Session {
        id: part_id(&case, Part::Session, row.int("number")?),
        case,
        state: row.text("state")?,
        start: local(&start_at, &zone),
        end: local(&end_at, &zone),
        zone,
        modality: row.text("modality")?,
        place: maybe(row.text("place")?),
        link: maybe(row.text("link")?),
        facilitators: Vec::new(),
        agenda: serde_json::from_str(&row.text("agenda")?)
            .map_err(|error| StoreError::Stored { what: "agenda", detail: error.to_string() })?,
        capacity: row.maybe_int("capacity")?,
        extraordinary: maybe(row.text("extraordinary")?),
        conflict_reason: maybe(row.text("conflict_reason")?),
        invited: row.int("invited")?,
        sequence: row.int("sequence")?,
        uid: row.text("uid")?,
        logistics: Vec::new(),
        changes: Vec::new(),
        attendance: Turnout::default(),
        has_minutes: row.flag("has_minutes")?,
        minutes_number: minutes_number(row)?,
        key: row.int("id")?,
        case_key: row.int("case_id")?,
        start_at,
        end_at,
    })
}

fn minutes_number(row: &Row<'_>) -> Result<Option<MinutesNumber>> {
    let (year, number) = (row.maybe_int("minutes_year")?, row.maybe_text("minutes_number")?);
    Ok(year.zip(number).map(|(year, number)| MinutesNumber { year, number }))
}

/// A person's key or an organisation's.
pub(crate) type Reached = (Option<i64>, Option<i64>);

/// The sequence and the kind of the newest message that reached each.
type Newest = HashMap<Reached, (i64, String)>;

/// Which sessions a list shows. Empty fields do not filter; days are instants in UTC, the end not included. Those of a copy taken in
/// from elsewhere were held by another body: only a list of that case shows them.
#[derive(Debug, Clone, Default)]
pub struct SessionFilter {
    pub case: Option<i64>,
    pub from: Option<String>,
    pub until: Option<String>,
    pub group: Option<i64>,
    pub facilitator: Option<i64>,
    /// Person invited to it.
    pub invited: Option<i64>,
}

impl Db {
    pub fn session(&self, id: i64) -> Result<Session> {
        let found = self
            .row(&format!("{SESSION} WHERE s.id = $1"), vals![id], session)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Session, text: id.to_string() })?;
        self.complete_session(found)
    }

    /// The sessions a filter lets through, earliest first.
    pub fn sessions(&self, filter: &SessionFilter) -> Result<Vec<Session>> {
        let sql = format!(
            "{SESSION} WHERE (s.case_id = $1 OR ($1 IS NULL AND {OWN})) AND ($2 IS NULL OR s.start_at >= $2)
             AND ($3 IS NULL OR s.start_at < $3) AND ($4 IS NULL OR c.group_id = $4)
             AND ($5 IS NULL OR EXISTS (SELECT 1 FROM facilitator f WHERE f.session_id = s.id AND f.person_id = $5))
             AND ($6 IS NULL OR EXISTS (SELECT 1 FROM invitation i WHERE i.session_id = s.id AND i.person_id = $6 AND i.withdrawn = 0))
             ORDER BY s.start_at, s.id"
        );
        let (from, until) = (filter.from.as_ref(), filter.until.as_ref());
        let params = vals![filter.case, from, until, filter.group, filter.facilitator, filter.invited];
        let found = self.rows(&sql, params, session)?;
        found.into_iter().map(|session| self.complete_session(session)).collect()
    }

    /// The sessions of a case in the order of their numbers.
    pub fn sessions_of(&self, case: i64) -> Result<Vec<Session>> {
        let found = self.rows(&format!("{SESSION} WHERE s.case_id = $1 ORDER BY s.number"), vals![case], session)?;
        found.into_iter().map(|session| self.complete_session(session)).collect()
    }

    fn complete_session(&self, mut session: Session) -> Result<Session> {
        let id = session.key;
        session.facilitators = self.facilitators(id)?;
        let sql = "SELECT l.item, l.done, l.person_id, p.name AS person_name
                   FROM logistics l LEFT JOIN person p ON p.id = l.person_id WHERE l.session_id = $1 ORDER BY l.fold";
        session.logistics = self.rows(sql, vals![id], |row| {
            Ok(LogisticsItem {
                item: row.text("item")?,
                assigned: named_person(row, "person_id", "person_name")?,
                done: row.flag("done")?,
            })
        })?;
        let sql = "SELECT sequence, kind, on_day, reason, start_at, end_at, modality, place, link
                   FROM session_change WHERE session_id = $1 ORDER BY sequence";
        session.changes = self.rows(sql, vals![id], |row| {
            Ok(SessionChange {
                sequence: row.int("sequence")?,
                kind: row.text("kind")?,
                on: row.text("on_day")?,
                reason: maybe(row.text("reason")?),
                start: local(&row.text("start_at")?, &session.zone),
                end: local(&row.text("end_at")?, &session.zone),
                modality: row.text("modality")?,
                place: maybe(row.text("place")?),
                link: maybe(row.text("link")?),
            })
        })?;
        session.attendance = self.turnout(id)?;
        Ok(session)
    }

    pub(crate) fn facilitators(&self, session: i64) -> Result<Vec<Named>> {
        let sql = "SELECT p.id, p.name FROM facilitator f JOIN person p ON p.id = f.person_id
                   WHERE f.session_id = $1 ORDER BY p.fold, p.id";
        self.rows(sql, vals![session], |row| Ok(Named::person(row.int("id")?, row.text("name")?)))
    }

    pub fn turnout(&self, session: i64) -> Result<Turnout> {
        let sql = "SELECT count(*) FILTER (WHERE status IN ('present', 'late')) AS present,
                          count(*) FILTER (WHERE status = 'absent') AS absent,
                          count(*) FILTER (WHERE status = 'excused') AS excused,
                          count(*) FILTER (WHERE status = 'late') AS late
                   FROM attendance WHERE session_id = $1";
        let found = self.row(sql, vals![session], |row| {
            Ok(Turnout {
                present: row.int("present")?,
                absent: row.int("absent")?,
                excused: row.int("excused")?,
                late: row.int("late")?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }

    /// Who is (or was) invited to a session, and how far each was told.
    pub fn invited(&self, session: i64) -> Result<Vec<Invited>> {
        let sql = "SELECT i.person_id, p.name AS person_name, i.organisation_id, o.name AS organisation_name, i.via, i.withdrawn,
                          coalesce(p.email, o.email) AS email, coalesce(p.phone, '') AS phone, coalesce(p.post, '') AS post,
                          p.organisation_id AS home_id, h.name AS home_name, s.state AS session_state
                   FROM invitation i LEFT JOIN person p ON p.id = i.person_id LEFT JOIN organisation o ON o.id = i.organisation_id
                   LEFT JOIN organisation h ON h.id = p.organisation_id JOIN session s ON s.id = i.session_id
                   WHERE i.session_id = $1 ORDER BY coalesce(p.fold, o.fold), i.id";
        let (reached, doubtful) = self.reached(session)?;
        let reached = self.still_true(session, reached)?;
        let now = if doubtful.is_empty() { None } else { Some(self.session(session)?) };
        let mut answers = self.answers(session)?;
        self.rows(sql, vals![session], |row| {
            let key = (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?);
            let (told, kind) = reached.get(&key).map_or((None, ""), |(told, kind)| (Some(*told), kind.as_str()));
            let withdrawn = row.flag("withdrawn")?;
            let comes = !withdrawn && row.text("session_state")? != "cancelled";
            let doubt = doubtful.get(&key).copied();
            // Who may hold what is no longer so is told otherwise, as who surely holds it: to hear of it twice harms nobody.
            let stale = doubt.filter(|told| !(comes && now.as_ref().is_some_and(|now| now.is_as_at(*told))));
            let (told, kind) = stale.map_or((told, kind), |doubt| (Some(doubt), ""));
            let retracted = kind == "cancellation";
            let who = match named_person(row, "person_id", "person_name")? {
                Some(who) => Some(who),
                None => named_organisation(row, "organisation_id", "organisation_name")?,
            };
            Ok(Invited {
                who: who.ok_or(StoreError::Stored { what: "invitation", detail: String::new() })?,
                post: row.text("post")?,
                organisation: named_organisation(row, "home_id", "home_name")?,
                email: maybe(row.maybe_text("email")?.unwrap_or_default()),
                phone: maybe(row.text("phone")?),
                via: maybe(row.text("via")?),
                withdrawn,
                told: told.filter(|_| !(comes && retracted)),
                answer: Who::of(key.0, key.1).and_then(|who| answers.remove(&who)),
                retracted,
                updated: kind == "change",
                in_doubt: doubt.is_some(),
                person: key.0,
                organisation_key: key.1,
            })
        })
    }

    /// The newest message about a session that reached each person or organisation: its sequence, and its kind. And of each invitation
    /// after it of which nobody knows whether it did: its sequence.
    fn reached(&self, session: i64) -> Result<(Newest, HashMap<Reached, i64>)> {
        let sql = "SELECT person_id, organisation_id, sequence, kind, state FROM message
                   WHERE session_id = $1 AND (state = 'sent' OR (state = 'uncertain' AND kind <> 'cancellation'))
                     AND kind IN ('convocation', 'letter', 'circular', 'change', 'cancellation') ORDER BY sequence, id";
        let all = self.rows(sql, vals![session], |row| {
            let who = (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?);
            Ok((who, row.int("sequence")?, row.text("kind")?, row.text("state")?))
        })?;
        let (mut reached, mut doubtful) = (HashMap::new(), HashMap::new());
        for (who, sequence, kind, state) in all {
            if state == "sent" {
                doubtful.remove(&who);
                reached.insert(who, (sequence, kind));
            } else {
                doubtful.insert(who, sequence);
            }
        }
        Ok((reached, doubtful))
    }

    /// Who was told of a session that is now what it was then knows it as if a change had told them.
    fn still_true(&self, session: i64, mut reached: Newest) -> Result<Newest> {
        let sequence = self.count("SELECT sequence AS n FROM session WHERE id = $1", vals![session])?;
        if reached.values().all(|(told, _)| *told >= sequence) {
            return Ok(reached);
        }
        let session = self.session(session)?;
        for (told, kind) in reached.values_mut() {
            let is_invited = kind != "cancellation" && session.state != "cancelled";
            if is_invited && *told < sequence && session.is_as_at(*told) {
                (*told, *kind) = (sequence, "change".to_owned());
            }
        }
        Ok(reached)
    }

    /// Other sessions, not cancelled, at an overlapping time with a facilitator or the place in common:
    /// (session, what is shared).
    pub fn clashes(
        &self,
        session: Option<i64>,
        start_at: &str,
        end_at: &str,
        place_fold: &str,
        facilitators: &[i64],
    ) -> Result<Vec<Clash>> {
        // By the place and by the people, each from its index: a register holds years of sessions.
        let sql = "SELECT o.start_at, o.id, o.place AS shared, 1 AS by_place FROM session o
                   WHERE o.place_fold = $4 AND o.place_fold <> '' AND o.start_at < $2 AND o.end_at > $1
                     AND o.state <> 'cancelled' AND ($3 IS NULL OR o.id <> $3)
                   UNION ALL
                   SELECT o.start_at, o.id, p.name, 0 FROM json_each($5) j JOIN facilitator f ON f.person_id = j.value
                   JOIN session o ON o.id = f.session_id JOIN person p ON p.id = f.person_id
                   WHERE o.start_at < $2 AND o.end_at > $1 AND o.state <> 'cancelled' AND ($3 IS NULL OR o.id <> $3)
                   ORDER BY 1, 2, 3";
        let people = serde_json::json!(facilitators).to_string();
        let found = self.rows(sql, vals![start_at, end_at, session, place_fold, &people], |row| {
            Ok((row.int("id")?, row.text("shared")?, row.flag("by_place")?))
        })?;
        let clash = |(other, shared, by_place)| Ok(Clash { session: self.session_ref(other)?, shared, by_place });
        found.into_iter().map(clash).collect()
    }

    /// Does a session clash with another one, without a reason given on either side?
    pub(crate) fn has_open_clash(&self, session: i64) -> Result<bool> {
        let sql = "SELECT EXISTS (
                     SELECT 1 FROM session s JOIN session o ON o.place_fold = s.place_fold AND o.place_fold <> ''
                     WHERE s.id = $1 AND o.id <> s.id AND o.start_at < s.end_at AND o.end_at > s.start_at
                       AND s.conflict_reason = '' AND o.conflict_reason = '' AND s.state <> 'cancelled' AND o.state <> 'cancelled')
                   OR EXISTS (
                     SELECT 1 FROM session s JOIN facilitator a ON a.session_id = s.id
                     JOIN facilitator b ON b.person_id = a.person_id JOIN session o ON o.id = b.session_id
                     WHERE s.id = $1 AND o.id <> s.id AND o.start_at < s.end_at AND o.end_at > s.start_at
                       AND s.conflict_reason = '' AND o.conflict_reason = '' AND s.state <> 'cancelled' AND o.state <> 'cancelled') AS n";
        Ok(self.count(sql, vals![session])? > 0)
    }

    /// The titles of the cases that sessions belong to, by the cases' keys.
    pub fn titles_of(&self, sessions: &[Session]) -> Result<BTreeMap<i64, String>> {
        let mut titles = BTreeMap::new();
        for session in sessions {
            if let Entry::Vacant(entry) = titles.entry(session.case_key) {
                let sql = "SELECT title FROM cases WHERE id = $1";
                let title = self.row(sql, vals![session.case_key], |row| row.text("title"))?;
                entry.insert(title.unwrap_or_default());
            }
        }
        Ok(titles)
    }

    /// The instant at which a case was registered, as stored.
    pub fn opened_at(&self, case: i64) -> Result<String> {
        let found = self.row("SELECT opened_at FROM cases WHERE id = $1", vals![case], |row| row.text("opened_at"))?;
        found.ok_or_else(|| StoreError::NotFound { noun: Noun::Case, text: case.to_string() })
    }

    pub fn facilitator_keys(&self, session: i64) -> Result<Vec<i64>> {
        self.rows("SELECT person_id FROM facilitator WHERE session_id = $1", vals![session], |row| row.int("person_id"))
    }
}
