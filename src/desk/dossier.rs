//! A case with everything that belongs to it, as `show`, `trace` and `export` read it.

use crate::error::Fault;
use ata_model::case::{Case, Passage};
use ata_model::commitment::Commitment;
use ata_model::document::Document;
use ata_model::message::Message;
use ata_model::session::{Session, local};
use ata_store::{CommitmentFilter, Db, Lens, Operation};
use serde_json::{Value, json};

/// A case, whole.
pub struct Dossier {
    pub case: Case,
    pub sessions: Vec<Session>,
    pub messages: Vec<Message>,
    pub commitments: Vec<Commitment>,
    pub documents: Vec<Document>,
    pub passages: Vec<Passage>,
    /// Answer sheets of each session.
    pub answers: Vec<i64>,
    /// Cases raised or referred from this one: (reference, title).
    pub raised: Vec<(String, String)>,
}

impl Dossier {
    /// Reads it; instants are put into the desk's zone.
    ///
    /// # Errors
    /// What the store says.
    pub fn read(db: &Db, key: i64, lens: &Lens<'_>) -> Result<Dossier, Fault> {
        let filter = CommitmentFilter { case: Some(key), ..CommitmentFilter::default() };
        let sessions = db.sessions_of(key)?;
        let mut answers = Vec::new();
        for session in &sessions {
            answers.push(db.answer_count(session.key)?);
        }
        let mut messages = db.messages(Some(key), None)?;
        for message in &mut messages {
            message.sent_at = message.sent_at.as_ref().map(|at| local(at, lens.zone));
        }
        Ok(Dossier {
            case: db.case(key, lens)?,
            commitments: db.commitments(&filter, lens.today)?,
            documents: db.documents_of(key)?,
            passages: db.passages(key)?,
            raised: db.raised_from(key)?,
            sessions,
            messages,
            answers,
        })
    }

    /// The case's record, with what belongs to it in full.
    pub fn json(&self) -> Value {
        let mut record = json!(self.case);
        record["sessions"] = json!(self.sessions);
        record["messages"] = json!(self.messages);
        record["commitments"] = json!(self.commitments);
        record["documents"] = json!(self.documents);
        record["passages"] = json!(self.passages);
        record
    }

    /// The same for taking away: who was invited and noted, the texts of messages, the answers, the log. Content of documents
    /// is named by its hash.
    ///
    /// # Errors
    /// What the store says.
    pub fn export(&self, db: &Db, lens: &Lens<'_>) -> Result<Value, Fault> {
        let mut record = self.json();
        for (at, session) in self.sessions.iter().enumerate() {
            let place = &mut record["sessions"][at];
            place["invitations"] = json!(db.invited(session.key)?);
            place["roster"] = json!(db.roster(session.key)?);
            place["answers"] = json!(db.answer_sheets(session.key)?);
        }
        for (at, message) in self.messages.iter().enumerate() {
            let (_, body, calendar) = db.message_text(message.key)?;
            let place = &mut record["messages"][at];
            place["body"] = json!(body);
            place["calendar"] = json!((!calendar.is_empty()).then_some(calendar));
            place["tries"] = json!(db.attempts(message.key)?);
        }
        record["raised"] = json!(self.raised.iter().map(|(id, _)| id).collect::<Vec<_>>());
        let log = db.log(Some(self.case.key), None, -1)?;
        record["log"] = json!(operations(log, lens.zone));
        Ok(record)
    }
}

/// Rows of the log with their instants in the desk's zone.
pub fn operations(mut log: Vec<Operation>, zone: &str) -> Vec<Operation> {
    for operation in &mut log {
        operation.at = local(&operation.at, zone);
    }
    log
}
