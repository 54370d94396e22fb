//! Messages as drafting and sending see them.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::vals;
use ata_model::reference::{Part, case_id, part_id};
use std::collections::HashMap;

/// A message of a session as drafting it again needs to see it.
#[derive(Debug, Clone)]
pub struct Filed {
    pub id: i64,
    pub kind: String,
    pub state: String,
    pub who: Option<Who>,
    pub address: String,
    pub signed_by: Option<i64>,
}

/// A message that waits or is under way, as choosing what to send needs to see it.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: i64,
    pub case: i64,
    pub kind: String,
    pub state: String,
    pub channel: String,
    pub is_signed: bool,
    /// The signatory or the group it comes from has an e-mail address.
    pub has_sender: bool,
}

/// A message as it goes out.
#[derive(Debug, Clone)]
pub struct Outgoing {
    pub id: i64,
    pub kind: String,
    pub name: String,
    pub address: String,
    pub subject: String,
    pub body: String,
    /// The institution's own page of it; empty: made from the text.
    pub html: String,
    pub language: String,
    pub ics: String,
    pub message_id: String,
    /// Number and instant of the attempt under way (the queueing, before any).
    pub attempt: i64,
    pub at: String,
    /// (name, e-mail) of who signs it and of the group it comes from, where they have an address.
    pub signer: Option<(String, String)>,
    pub group: Option<(String, String)>,
    /// `AT-2026-0001-S1`, or the case when it is about no session.
    pub about: String,
}

/// What a notice says of the plan.
#[derive(Debug, Clone, Default)]
pub struct PlanBrief {
    /// Code of the activity; empty when there is none.
    pub activity: String,
    pub objective: String,
    pub audience: String,
}

fn addressed(row: &Row<'_>, name: &str, email: &str) -> Result<Option<(String, String)>> {
    Ok(match (row.maybe_text(name)?, row.maybe_text(email)?) {
        (Some(name), Some(email)) if !email.is_empty() => Some((name, email)),
        _ => None,
    })
}

impl Db {
    /// Every message about a session, by its key.
    pub fn filed(&self, session: i64) -> Result<HashMap<String, Filed>> {
        let sql = "SELECT id, key, kind, state, person_id, organisation_id, address, signed_by FROM message
                   WHERE session_id = $1 ORDER BY id";
        let all = self.rows(sql, vals![session], |row| {
            let who = match (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?) {
                (Some(person), _) => Some(Who::Person(person)),
                (None, organisation) => organisation.map(Who::Organisation),
            };
            let filed = Filed {
                id: row.int("id")?,
                kind: row.text("kind")?,
                state: row.text("state")?,
                who,
                address: row.text("address")?,
                signed_by: row.maybe_int("signed_by")?,
            };
            Ok((row.text("key")?, filed))
        })?;
        Ok(all.into_iter().collect())
    }

    /// Messages not yet told, of open cases (and cancellations of cancelled ones), whose time has come.
    pub fn undelivered(&self, now: &str) -> Result<Vec<Waiting>> {
        let sql = "SELECT m.id, m.case_id, m.kind, m.state, m.channel, m.signed_by IS NOT NULL AS is_signed,
                          coalesce(p.email, '') <> '' OR coalesce(g.email, '') <> '' AS has_sender
                   FROM message m JOIN cases c ON c.id = m.case_id LEFT JOIN person p ON p.id = m.signed_by
                   LEFT JOIN organisation g ON g.id = CASE m.kind WHEN 'referral' THEN m.referred_by ELSE c.group_id END
                   WHERE m.state IN ('queued', 'sending') AND (m.due = '' OR m.due <= $1)
                     AND (c.state = 'open' OR (c.state = 'cancelled' AND m.kind = 'cancellation')) ORDER BY m.id";
        self.rows(sql, vals![now], |row| {
            Ok(Waiting {
                id: row.int("id")?,
                case: row.int("case_id")?,
                kind: row.text("kind")?,
                state: row.text("state")?,
                channel: row.text("channel")?,
                is_signed: row.flag("is_signed")?,
                has_sender: row.flag("has_sender")?,
            })
        })
    }

    /// The instant at which a message was written as it is.
    pub fn drafted_at(&self, id: i64) -> Result<String> {
        let sql = "SELECT queued_at FROM message WHERE id = $1";
        self.row(sql, vals![id], |row| row.text("queued_at"))?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    /// A message as it goes out.
    pub fn outgoing(&self, id: i64) -> Result<Outgoing> {
        let sql = "SELECT m.id, m.kind, m.name, m.address, m.subject, m.body, m.html, m.language, m.ics, m.message_id, m.attempts, m.queued_at,
                          c.year, c.number AS case_number, k.prefix, s.number AS session_number,
                          p.name AS signer, p.email AS signer_email, g.name AS group_name, g.email AS group_email,
                          (SELECT a.at FROM attempt a WHERE a.message_id = m.id AND a.number = m.attempts) AS at
                   FROM message m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
                   LEFT JOIN person p ON p.id = m.signed_by
                   LEFT JOIN organisation g ON g.id = CASE m.kind WHEN 'referral' THEN m.referred_by ELSE c.group_id END
                   WHERE m.id = $1";
        self.row(sql, vals![id], |row| {
            let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
            Ok(Outgoing {
                id: row.int("id")?,
                kind: row.text("kind")?,
                name: row.text("name")?,
                address: row.text("address")?,
                subject: row.text("subject")?,
                body: row.text("body")?,
                html: row.text("html")?,
                language: row.text("language")?,
                ics: row.text("ics")?,
                message_id: row.text("message_id")?,
                attempt: row.int("attempts")?,
                at: match row.maybe_text("at")? {
                    Some(at) => at,
                    None => row.text("queued_at")?,
                },
                signer: addressed(row, "signer", "signer_email")?,
                group: addressed(row, "group_name", "group_email")?,
                about: match row.maybe_int("session_number")? {
                    Some(number) => part_id(&case, Part::Session, number),
                    None => case,
                },
            })
        })?
        .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    /// What a notice says of the plan of a case.
    pub fn plan_brief(&self, case: i64) -> Result<PlanBrief> {
        let sql = "SELECT activity, objective, audience FROM plan WHERE case_id = $1";
        let found = self.row(sql, vals![case], |row| {
            Ok(PlanBrief {
                activity: row.text("activity")?,
                objective: row.text("objective")?,
                audience: row.text("audience")?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }
}
