//! Proof of notice: every try to tell somebody about a case.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::find::Who;
use crate::register::maybe;
use crate::vals;
use ata_model::message::Recipient;
use ata_model::proof::ProofLine;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::reply::Answer;
use ata_model::session::local;
use std::collections::HashMap;

impl Db {
    /// Every message about a case (or one session of it) with every try, in the order in which they were written; reminders of it
    /// that went in a digest filed elsewhere are among them. `zone`: in which instants are told.
    pub fn proof(&self, case: i64, session: Option<i64>, zone: &str) -> Result<Vec<ProofLine>> {
        let sql = "SELECT m.id, m.kind, m.session_id, m.sequence, m.person_id, m.organisation_id, m.name, m.address, m.subject, m.state,
                          m.channel, m.message_id, m.reference, c.year, c.number AS case_number, k.prefix, s.number AS session_number,
                          p.phone, a.number, a.at, a.channel AS tried_by, a.outcome, a.detail, a.sha256
                   FROM message m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
                   LEFT JOIN person p ON p.id = m.person_id LEFT JOIN attempt a ON a.message_id = m.id
                   WHERE m.id IN (SELECT id FROM message WHERE case_id = $1 AND ($2 IS NULL OR session_id = $2)
                      UNION SELECT message_id FROM reminder WHERE case_id = $1 AND ($2 IS NULL OR session_id = $2))
                   ORDER BY m.id, a.number";
        let mut answers: HashMap<i64, HashMap<Who, Answer>> = HashMap::new();
        let mut found = self.rows(sql, vals![case, session], |row| {
            let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
            let who = Who::of(row.maybe_int("person_id")?, row.maybe_int("organisation_id")?);
            let who = who.ok_or_else(|| StoreError::Stored { what: "message", detail: case.clone() })?;
            let text = |column: &str| Ok::<_, StoreError>(maybe(row.maybe_text(column)?.unwrap_or_default()));
            let line = ProofLine {
                message: format!("M-{}", row.int("id")?),
                kind: row.text("kind")?,
                session: row.maybe_int("session_number")?.map(|number| part_id(&case, Part::Session, number)),
                case,
                sequence: row.int("sequence")?,
                to: Recipient {
                    person: who.reference(),
                    name: row.text("name")?,
                    address: text("address")?,
                    phone: text("phone")?,
                },
                subject: row.text("subject")?,
                state: row.text("state")?,
                attempt: row.maybe_int("number")?,
                at: row.maybe_text("at")?.map(|at| local(&at, zone)),
                channel: row.maybe_text("tried_by")?.map_or_else(|| row.text("channel"), Ok)?,
                outcome: text("outcome")?,
                detail: text("detail")?,
                message_id: row.text("message_id")?,
                sha256: text("sha256")?,
                reference: text("reference")?,
                answer: None,
            };
            Ok((row.maybe_int("session_id")?, who, line))
        })?;
        for (session, who, line) in &mut found {
            let Some(session) = *session else { continue };
            if let std::collections::hash_map::Entry::Vacant(unread) = answers.entry(session) {
                unread.insert(self.answers(session)?);
            }
            line.answer = answers.get(&session).and_then(|all| all.get(who)).cloned();
        }
        Ok(found.into_iter().map(|(_, _, line)| line).collect())
    }
}
