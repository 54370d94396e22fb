//! A case with everything that belongs to it, as `show` and `trace` read it.

use crate::error::Fault;
use crate::stages::notify::untold;
use ata_model::case::{Case, Passage};
use ata_model::commitment::Commitment;
use ata_model::document::Document;
use ata_model::message::Message;
use ata_model::plan::Plan;
use ata_model::profile::Profile;
use ata_model::session::{Session, local};
use ata_model::telling::Untold;
use ata_store::{CommitmentFilter, Db, Lens, Operation, Provenance};
use serde_json::{Value, json};

/// A case, whole.
pub struct Dossier {
    pub case: Case,
    pub plan: Option<Plan>,
    pub sessions: Vec<Session>,
    pub messages: Vec<Message>,
    pub commitments: Vec<Commitment>,
    pub documents: Vec<Document>,
    pub passages: Vec<Passage>,
    /// Answer sheets of each session.
    pub answers: Vec<i64>,
    /// Where it came from, when it was taken in from a package.
    pub provenance: Option<Provenance>,
    /// Cases raised or referred from this one: (reference, title).
    pub raised: Vec<(String, String)>,
    /// Changes people still have to be told of; of a case that is closed, nobody is told any more.
    pub untold: Vec<Untold>,
    /// What the profile calls each type of document: (key, title).
    types: Vec<(String, String)>,
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
        let messages = db.messages(Some(key), None)?;
        let case = db.case(key, lens)?;
        let is_told = matches!(case.state.as_str(), "open" | "on_hold" | "cancelled");
        Ok(Dossier {
            untold: if is_told { untold::of_case(db, &case, lens)? } else { Vec::new() },
            case,
            plan: db.plan(key, lens)?,
            commitments: db.commitments(&filter, lens.today)?,
            documents: db.documents_of(key)?,
            passages: db.passages(key)?,
            raised: db.raised_from(key)?,
            provenance: db.provenance(key)?,
            types: match db.foreign_profile(key)? {
                Some(profile) => record_titles(&profile),
                None => record_titles(lens.profile),
            },
            sessions,
            messages,
            answers,
        })
    }

    /// What the profile calls a type of document; the key itself when it does not know it.
    pub fn type_title<'a>(&'a self, kind: &'a str) -> &'a str {
        self.types.iter().find(|(key, _)| key == kind).map_or(kind, |(_, title)| title)
    }

    /// The case's record, with what belongs to it in full.
    pub fn json(&self) -> Value {
        let mut record = json!(self.case);
        record["plan"] = json!(self.plan);
        record["sessions"] = json!(self.sessions);
        record["messages"] = json!(self.messages);
        record["commitments"] = json!(self.commitments);
        record["documents"] = json!(self.documents);
        record["passages"] = json!(self.passages);
        if let Some(from) = &self.provenance {
            record["provenance"] = json!(from);
        }
        record
    }
}

/// What a profile calls each type of document: (key, title).
pub fn record_titles(profile: &Profile) -> Vec<(String, String)> {
    let records = profile.stage.values().flat_map(|rule| &rule.records);
    records.map(|record| (record.key.clone(), record.title.clone())).collect()
}

/// Rows of the log with their instants in the desk's zone.
pub fn operations(mut log: Vec<Operation>, zone: &str) -> Vec<Operation> {
    for operation in &mut log {
        operation.at = local(&operation.at, zone);
    }
    log
}
