//! Messages: the outbox and what became of each.

use crate::document::sha256;
use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::message::{Attempt, Message, Recipient};
use ata_model::reference::{Part, case_id, part_id};

const MESSAGE: &str =
    "SELECT m.id, m.kind, m.case_id, c.year, c.number AS case_number, k.prefix, s.number AS session_number, m.sequence,
       m.person_id, m.organisation_id, m.name, m.address, m.channel, m.state, m.subject, m.message_id, m.due, m.sent_at,
       m.reference, m.attempts, m.error, p.name AS signer
FROM message m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
LEFT JOIN person p ON p.id = m.signed_by";

fn message(row: &Row<'_>) -> Result<Message> {
    let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
    let key = row.int("id")?;
    let person = match (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?) {
        (Some(person), _) => format!("P-{person}"),
        (None, Some(organisation)) => format!("O-{organisation}"),
        (None, None) => String::new(),
    };
    Ok(Message {
        id: format!("M-{key}"),
        kind: row.text("kind")?,
        session: row.maybe_int("session_number")?.map(|number| part_id(&case, Part::Session, number)),
        case,
        to: Recipient { person, name: row.text("name")?, address: maybe(row.text("address")?) },
        channel: row.text("channel")?,
        state: row.text("state")?,
        attempts: row.int("attempts")?,
        due: maybe(row.text("due")?),
        sent_at: maybe(row.text("sent_at")?),
        message_id: row.text("message_id")?,
        error: maybe(row.text("error")?),
        subject: row.text("subject")?,
        signed_by: row.maybe_text("signer")?,
        reference: maybe(row.text("reference")?),
        sequence: row.int("sequence")?,
        key,
        case_key: row.int("case_id")?,
    })
}

impl Db {
    pub fn message(&self, id: i64) -> Result<Message> {
        self.row(&format!("{MESSAGE} WHERE m.id = $1"), vals![id], message)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    /// The ledger: of one case or of all, in one state or in any, in the order of the messages' numbers.
    pub fn messages(&self, case: Option<i64>, state: Option<&str>) -> Result<Vec<Message>> {
        let sql =
            format!("{MESSAGE} WHERE ($1 IS NULL OR m.case_id = $1) AND ($2 IS NULL OR m.state = $2) ORDER BY m.id");
        self.rows(&sql, vals![case, state], message)
    }

    /// The text as composed: (subject, body, calendar entry).
    pub fn message_text(&self, id: i64) -> Result<(String, String, String)> {
        self.row("SELECT subject, body, ics FROM message WHERE id = $1", vals![id], |row| {
            Ok((row.text("subject")?, row.text("body")?, row.text("ics")?))
        })?
        .ok_or_else(|| StoreError::NotFound { noun: Noun::Message, text: format!("M-{id}") })
    }

    pub fn attempts(&self, message: i64) -> Result<Vec<Attempt>> {
        let sql = "SELECT at, channel, outcome, detail FROM attempt WHERE message_id = $1 ORDER BY number";
        self.rows(sql, vals![message], |row| {
            Ok(Attempt {
                at: row.text("at")?,
                channel: row.text("channel")?,
                outcome: row.text("outcome")?,
                detail: maybe(row.text("detail")?),
            })
        })
    }
}

/// A message about to be queued.
#[derive(Debug, Clone)]
pub struct NewMessage<'a> {
    /// From [`Tx::message_number`]: the text names it, so it is given first.
    pub id: i64,
    /// Kind, session, recipient and sequence in one: the same is told once.
    pub key: &'a str,
    pub kind: &'a str,
    pub case: i64,
    pub session: Option<i64>,
    pub sequence: i64,
    pub to: Who,
    pub name: &'a str,
    /// Empty when there is no e-mail address: then it waits for a call or a handed letter.
    pub address: &'a str,
    pub language: &'a str,
    pub subject: &'a str,
    pub body: &'a str,
    pub ics: &'a str,
    pub signed_by: Option<i64>,
}

impl Tx<'_> {
    /// The number a message with this key will bear; none when it is in the outbox already.
    pub fn message_number(&self, key: &str) -> Result<Option<i64>> {
        if self.count("SELECT count(*) AS n FROM message WHERE key = $1", vals![key])? > 0 {
            return Ok(None);
        }
        self.next_number("message").map(Some)
    }

    /// Queues a message.
    pub fn queue_message(&mut self, new: &NewMessage<'_>) -> Result<()> {
        self.about(new.case);
        let channel = if new.address.is_empty() { "phone" } else { "email" };
        let instance = self.row("SELECT instance FROM desk", vals![], |row| row.text("instance"))?.unwrap_or_default();
        let message_id = format!("{}@ata.local", &sha256(format!("{instance} {}", new.key).as_bytes())[..32]);
        self.exec(
            "INSERT INTO message (id, key, kind, case_id, session_id, sequence, person_id, organisation_id, name, address, channel,
                                  language, subject, body, ics, message_id, signed_by, queued_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            vals![
                new.id,
                new.key,
                new.kind,
                new.case,
                new.session,
                new.sequence,
                new.to.person(),
                new.to.organisation(),
                new.name,
                new.address,
                channel,
                new.language,
                new.subject,
                new.body,
                new.ics,
                &message_id,
                new.signed_by,
                &self.stamp.instant()
            ],
        )?;
        self.say(format!("M-{} {}", new.id, new.kind));
        Ok(())
    }

    /// Gives up the messages of a case that wait for a call or a letter, and says how many.
    pub fn cancel_uncalled(&mut self, case: i64) -> Result<usize> {
        self.about(case);
        self.exec(
            "UPDATE message SET state = 'cancelled' WHERE case_id = $1 AND state = 'queued' AND channel <> 'email'",
            vals![case],
        )
    }
}
