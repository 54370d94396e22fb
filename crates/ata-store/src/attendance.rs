//! Attendance: the roster of a session, marks made by hand, and the closing of a session.

use crate::engine::Db;
use crate::error::Result;
use crate::find::Who;
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::attendance::{Attendance, Attendee};

impl Db {
    /// Everybody invited or noted, by name; the invited of whom nothing is noted have no status.
    pub fn roster(&self, session: i64) -> Result<Vec<Attendance>> {
        let sql = "SELECT p.id, p.name, p.doc_kind, p.doc_number, p.email, p.post, o.name AS organisation_name,
                          a.status, a.minutes, a.role, i.id IS NOT NULL AS invited
                   FROM (SELECT person_id FROM attendance WHERE session_id = $1
                         UNION SELECT person_id FROM invitation
                         WHERE session_id = $1 AND withdrawn = 0 AND person_id IS NOT NULL) w
                   JOIN person p ON p.id = w.person_id LEFT JOIN organisation o ON o.id = p.organisation_id
                   LEFT JOIN attendance a ON a.session_id = $1 AND a.person_id = w.person_id
                   LEFT JOIN invitation i ON i.session_id = $1 AND i.person_id = w.person_id AND i.withdrawn = 0
                   ORDER BY p.fold, p.id";
        let mut answers = self.answers(session)?;
        self.rows(sql, vals![session], |row| {
            let (kind, number) = (row.text("doc_kind")?, row.text("doc_number")?);
            Ok(Attendance {
                person: Attendee {
                    id: format!("P-{}", row.int("id")?),
                    name: row.text("name")?,
                    doc: (!number.is_empty()).then(|| format!("{kind}:{number}")),
                    email: maybe(row.text("email")?),
                    organisation: row.maybe_text("organisation_name")?,
                    post: maybe(row.text("post")?),
                },
                status: row.maybe_text("status")?,
                minutes: row.maybe_int("minutes")?,
                role: maybe(row.maybe_text("role")?.unwrap_or_default()),
                invited: row.flag("invited")?,
                answer: answers.remove(&Who::Person(row.int("id")?)),
            })
        })
    }
}

impl Tx<'_> {
    /// Notes by hand how somebody attended; a file will not change it afterwards. `minutes` left out keep what is known
    /// of somebody who was there.
    pub fn mark(&mut self, session: i64, person: i64, status: &str, minutes: Option<i64>) -> Result<()> {
        let was_there = matches!(status, "present" | "late");
        let sql = "SELECT status, minutes, import_id FROM attendance WHERE session_id = $1 AND person_id = $2";
        let known = self.row(sql, vals![session, person], |row| {
            Ok((row.text("status")?, row.maybe_int("minutes")?, row.maybe_int("import_id")?))
        })?;
        let kept = known.as_ref().and_then(|(_, minutes, _)| *minutes).filter(|_| was_there);
        let minutes = minutes.or(kept);
        if known == Some((status.to_owned(), minutes, None)) {
            return Ok(());
        }
        self.exec(
            "INSERT INTO attendance (session_id, person_id, status, minutes) VALUES ($1, $2, $3, $4)
             ON CONFLICT (session_id, person_id) DO UPDATE SET
                status = excluded.status, minutes = excluded.minutes, import_id = NULL",
            vals![session, person, status, minutes],
        )?;
        self.say(format!("{} P-{person} {status}", self.session_ref(session)?));
        Ok(())
    }

    /// Notes that a session was held.
    pub fn hold_session(&mut self, session: i64) -> Result<()> {
        self.exec("UPDATE session SET state = 'held' WHERE id = $1", vals![session])?;
        self.say(format!("{} held", self.session_ref(session)?));
        Ok(())
    }
}
