//! Messages: the outbox and what became of each. Reading for people and scripts is here; reading for the work on them in
//! `work`, the writes that move them on in `write`.

mod address;
mod dispatch;
mod work;
mod write;

pub use address::Misaddressed;
pub use dispatch::{Fate, InHand};
pub use work::{Filed, Outgoing, PlanBrief, Waiting};
pub use write::{Contact, NewMessage};

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::register::maybe;
use crate::vals;
use ata_model::message::{Attempt, Message, Recipient};
use ata_model::reference::{Part, case_id, part_id};
use ata_model::session::local;

const MESSAGE: &str =
    "SELECT m.id, m.kind, m.case_id, c.year, c.number AS case_number, k.prefix, s.number AS session_number, m.sequence,
       m.person_id, m.organisation_id, m.name, m.address, m.channel, m.state, m.subject, m.message_id, m.due, m.sent_at,
       m.reference, m.attempts, m.error, p.name AS signer,
       CASE WHEN m.error <> '' THEN (SELECT a.detail FROM attempt a WHERE a.message_id = m.id AND a.channel = 'email'
          AND a.outcome IN ('failed', 'later', 'uncertain') ORDER BY a.number DESC LIMIT 1) END AS detail, q.phone, k.zone
FROM message m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
LEFT JOIN person p ON p.id = m.signed_by LEFT JOIN person q ON q.id = m.person_id";

fn message(row: &Row<'_>) -> Result<Message> {
    let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
    let key = row.int("id")?;
    let person = match (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?) {
        (Some(person), _) => format!("P-{person}"),
        (None, Some(organisation)) => format!("O-{organisation}"),
        (None, None) => String::new(),
    };
    let zone = row.text("zone")?;
    let error = row.text("error")?;
    let detail = row.maybe_text("detail")?.and_then(|detail| servers_words(&error, &detail));
    Ok(Message {
        id: format!("M-{key}"),
        kind: row.text("kind")?,
        session: row.maybe_int("session_number")?.map(|number| part_id(&case, Part::Session, number)),
        case,
        to: Recipient {
            person,
            name: row.text("name")?,
            address: maybe(row.text("address")?),
            phone: maybe(row.maybe_text("phone")?.unwrap_or_default()),
        },
        channel: row.text("channel")?,
        state: row.text("state")?,
        attempts: row.int("attempts")?,
        due: maybe(row.text("due")?).map(|due| local(&due, &zone)),
        sent_at: maybe(row.text("sent_at")?).map(|at| local(&at, &zone)),
        message_id: row.text("message_id")?,
        error: maybe(error),
        detail,
        subject: row.text("subject")?,
        signed_by: row.maybe_text("signer")?,
        reference: maybe(row.text("reference")?),
        sequence: row.int("sequence")?,
        key,
        case_key: row.int("case_id")?,
        zone,
    })
}

/// What a server or a program answered: it stands behind the way the message took, or alone where it came back later. Where none
/// answered there is only what this machine says of the line.
fn servers_words(error: &str, detail: &str) -> Option<String> {
    let words = detail.split_once(" · ").map_or("", |(_, words)| words);
    let is_answer = words.starts_with("exit ") || words.starts_with(|c: char| c.is_ascii_digit());
    let words = if error == "bounced" { detail } else { words };
    Some(words.to_owned()).filter(|words| !words.is_empty() && (is_answer || error == "bounced"))
}

impl Db {
    pub fn message(&self, id: i64) -> Result<Message> {
        self.row(&format!("{MESSAGE} WHERE m.id = $1"), vals![id], message)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    /// The ledger: of one case or of all, in one state or in any, in the order of the messages' numbers.
    pub fn messages(&self, case: Option<i64>, state: Option<&str>) -> Result<Vec<Message>> {
        // Said outright where one is asked for: so the index of the case serves.
        let of_case = if case.is_some() { "m.case_id = $1" } else { "$1 IS NULL" };
        let sql = format!("{MESSAGE} WHERE {of_case} AND ($2 IS NULL OR m.state = $2) ORDER BY m.id");
        self.rows(&sql, vals![case, state], message)
    }

    /// How many e-mails wait to be sent, now or later, or are under way.
    pub fn mail_waiting(&self) -> Result<i64> {
        let sql = "SELECT count(*) AS n FROM message WHERE state IN ('queued', 'sending') AND channel = 'email'";
        self.count(sql, vals![])
    }

    /// Cases on hold with what waits in the outbox of each: nothing of it is sent before they go on.
    pub fn mail_on_hold(&self) -> Result<Vec<(i64, i64)>> {
        let sql = "SELECT m.case_id, count(*) AS n FROM message m JOIN cases c ON c.id = m.case_id
                   WHERE m.state = 'queued' AND c.state = 'on_hold' GROUP BY m.case_id ORDER BY m.case_id";
        self.rows(sql, vals![], |row| Ok((row.int("case_id")?, row.int("n")?)))
    }

    /// The text as composed: (subject, body, calendar entry).
    pub fn message_text(&self, id: i64) -> Result<(String, String, String)> {
        self.row("SELECT subject, body, ics FROM message WHERE id = $1", vals![id], |row| {
            Ok((row.text("subject")?, row.text("body")?, row.text("ics")?))
        })?
        .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    pub fn attempts(&self, message: i64) -> Result<Vec<Attempt>> {
        let sql = "SELECT a.at, a.channel, a.outcome, a.detail, k.zone FROM attempt a CROSS JOIN desk k
                   WHERE a.message_id = $1 ORDER BY a.number";
        self.rows(sql, vals![message], |row| {
            Ok(Attempt {
                at: local(&row.text("at")?, &row.text("zone")?),
                channel: row.text("channel")?,
                outcome: row.text("outcome")?,
                detail: maybe(row.text("detail")?),
            })
        })
    }
}
