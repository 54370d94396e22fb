//! Counts over many cases and a time, for reports.

use crate::engine::{Db, Row};
use crate::error::Result;
use crate::register::maybe;
use crate::vals;
use ata_model::case::Named;
use ata_model::report::{Reached, Work};
use chrono::{DateTime, NaiveDate};
use std::collections::BTreeMap;

/// Of which cases, and from when to when: as days, and as the instants at which the first begins and the last has ended. Empty: no end.
#[derive(Debug, Clone, Default)]
pub struct Span {
    pub cases: Vec<i64>,
    pub from: String,
    pub to: String,
    pub begin: String,
    pub end: String,
}

impl Span {
    fn list(&self) -> String {
        serde_json::json!(self.cases).to_string()
    }
}

/// Sessions held in the time. $1 the cases, $2 and $3 the instants.
const HELD: &str = "FROM session s JOIN cases c ON c.id = s.case_id
     WHERE s.state = 'held' AND s.case_id IN (SELECT value FROM json_each($1)) AND s.start_at >= $2 AND ($3 = '' OR s.start_at < $3)";

/// The same with who was present; somebody registered twice counts once.
const PRESENT: &str = "FROM session s JOIN cases c ON c.id = s.case_id
     JOIN attendance t ON t.session_id = s.id AND t.status IN ('present', 'late')
     JOIN person x ON x.id = t.person_id JOIN person w ON w.id = coalesce(x.merged_into, x.id)
     LEFT JOIN organisation o ON o.id = w.organisation_id LEFT JOIN organisation p ON p.id = o.parent_id
     WHERE s.state = 'held' AND s.case_id IN (SELECT value FROM json_each($1)) AND s.start_at >= $2 AND ($3 = '' OR s.start_at < $3)";

impl Db {
    /// Sessions held in the time, oldest first.
    pub fn held_sessions(&self, span: &Span) -> Result<Vec<i64>> {
        let sql = format!("SELECT s.id {HELD} ORDER BY s.start_at, s.id");
        self.rows(&sql, vals![&span.list(), &span.begin, &span.end], |row| row.int("id"))
    }

    /// What each group did, by its name; last what belongs to no group.
    pub fn work(&self, span: &Span, today: NaiveDate) -> Result<Vec<Work>> {
        let mut groups: BTreeMap<i64, Work> = BTreeMap::new();
        let list = span.list();
        let at = |row: &Row<'_>| row.int("grp");
        let cases = "SELECT coalesce(group_id, 0) AS grp,
                sum(CASE WHEN received >= $2 AND ($3 = '' OR received <= $3) THEN 1 ELSE 0 END) AS received,
                sum(CASE WHEN closed_at <> '' AND closed_at >= $4 AND ($5 = '' OR closed_at < $5) THEN 1 ELSE 0 END) AS closed
             FROM cases WHERE state <> 'merged' AND id IN (SELECT value FROM json_each($1)) GROUP BY coalesce(group_id, 0)";
        let params = vals![&list, &span.from, &span.to, &span.begin, &span.end];
        for (group, received, closed) in
            self.rows(cases, params, |row| Ok((at(row)?, row.int("received")?, row.int("closed")?)))?
        {
            let work = groups.entry(group).or_default();
            (work.received, work.closed) = (received, closed);
        }
        let held = format!("SELECT coalesce(c.group_id, 0) AS grp, s.start_at, s.end_at {HELD}");
        for (group, start, end) in self.rows(&held, vals![&list, &span.begin, &span.end], |row| {
            Ok((at(row)?, row.text("start_at")?, row.text("end_at")?))
        })? {
            let work = groups.entry(group).or_default();
            work.sessions += 1;
            work.minutes += minutes(&start, &end);
        }
        let present = format!(
            "SELECT coalesce(c.group_id, 0) AS grp, count(*) AS n, count(DISTINCT w.id) AS people {PRESENT} GROUP BY coalesce(c.group_id, 0)"
        );
        for (group, attendees, people) in self.rows(&present, vals![&list, &span.begin, &span.end], |row| {
            Ok((at(row)?, row.int("n")?, row.int("people")?))
        })? {
            let work = groups.entry(group).or_default();
            (work.attendees, work.people) = (attendees, people);
        }
        let due = "SELECT coalesce(c.group_id, 0) AS grp, count(*) AS n,
                sum(CASE WHEN m.status = 'done' THEN 1 ELSE 0 END) AS done,
                sum(CASE WHEN m.status IN ('open', 'in_progress') AND m.due < $4 THEN 1 ELSE 0 END) AS overdue
             FROM commitment m JOIN cases c ON c.id = m.case_id
             WHERE c.state <> 'cancelled' AND c.id IN (SELECT value FROM json_each($1)) AND m.due >= $2 AND ($3 = '' OR m.due <= $3)
             GROUP BY coalesce(c.group_id, 0)";
        let today = today.to_string();
        for (group, n, done, overdue) in self.rows(due, vals![&list, &span.from, &span.to, &today], |row| {
            Ok((at(row)?, row.int("n")?, row.int("done")?, row.int("overdue")?))
        })? {
            let work = groups.entry(group).or_default();
            (work.commitments, work.done, work.overdue) = (n, done, overdue);
        }
        let mut all = Vec::new();
        for (group, mut work) in groups {
            if group != 0 {
                work.group = Some(Named { id: format!("O-{group}"), name: self.organisation(group)?.name });
            }
            all.push(work);
        }
        all.retain(|work| *work != Work { group: work.group.clone(), ..Work::default() });
        let key = |work: &Work| (work.group.is_none(), work.group.as_ref().map(|group| group.name.to_lowercase()));
        all.sort_by_key(key);
        Ok(all)
    }

    /// Different people present in the sessions held in the time.
    pub fn people_present(&self, span: &Span) -> Result<i64> {
        let sql = format!("SELECT count(DISTINCT w.id) AS n {PRESENT}");
        self.count(&sql, vals![&span.list(), &span.begin, &span.end])
    }

    /// Whom the sessions reached, by territory; last those of whom no territory is known.
    pub fn coverage(&self, span: &Span) -> Result<Vec<Reached>> {
        let sql = format!(
            "SELECT place, count(DISTINCT organisation) AS organisations, count(DISTINCT session) AS sessions, count(*) AS attendees,
                    count(DISTINCT who) AS people,
                    (SELECT min(m.name) FROM organisation m WHERE m.territory = place AND place <> '' AND m.kind = 'municipality') AS name
             FROM (SELECT coalesce(nullif(w.territory, ''), nullif(o.territory, ''), nullif(p.territory, ''), '') AS place,
                          w.organisation_id AS organisation, s.id AS session, w.id AS who {PRESENT}) x
             GROUP BY place ORDER BY place = '', place"
        );
        self.rows(&sql, vals![&span.list(), &span.begin, &span.end], |row| {
            Ok(Reached {
                territory: maybe(row.text("place")?),
                name: row.maybe_text("name")?,
                organisations: row.int("organisations")?,
                sessions: row.int("sessions")?,
                attendees: row.int("attendees")?,
                people: row.int("people")?,
            })
        })
    }
}

fn minutes(start: &str, end: &str) -> i64 {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    at(start).zip(at(end)).map_or(0, |(start, end)| (end - start).num_minutes())
}
