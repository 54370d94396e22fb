//! A case whole, as JSON: the record that `ata show` gives, with everything under it.

use crate::error::Fault;
use ata_store::{CommitmentFilter, Db, Lens, Operation};
use serde::Serialize;
use serde_json::{Value, json};

/// Builds the JSON of a case. `history` are the operations on it that are to be told.
///
/// # Errors
/// What the store says.
pub fn dossier(db: &Db, case: i64, lens: &Lens<'_>, history: &[Operation]) -> Result<Value, Fault> {
    let mut whole = json!(db.case(case, lens)?);
    whole["seal"] = json!(db.seal_given(case)?);
    whole["plan"] = json!(db.plan(case, lens)?);
    whole["sessions"] = sessions(db, case)?.into();
    whole["messages"] = messages(db, case)?.into();
    let filter = CommitmentFilter { case: Some(case), ..CommitmentFilter::default() };
    whole["commitments"] = json!(db.commitments(&filter, lens.today)?);
    whole["documents"] = json!(db.documents_of(case)?);
    whole["passages"] = json!(db.passages(case)?);
    whole["raised"] = json!(db.raised_from(case)?.into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    whole["log"] = json!(history);
    if let Some(from) = db.provenance(case)? {
        whole["provenance"] = json!(from);
    }
    Ok(whole)
}

fn sessions(db: &Db, case: i64) -> Result<Vec<Value>, Fault> {
    let found = db.sessions_of(case)?.into_iter().map(|session| {
        let more = [
            ("invitations", json!(db.invited(session.key)?)),
            ("roster", json!(db.roster(session.key)?)),
            ("answers", json!(db.answer_sheets(session.key)?)),
        ];
        Ok(with(&session, more))
    });
    found.collect()
}

fn messages(db: &Db, case: i64) -> Result<Vec<Value>, Fault> {
    let found = db.messages(Some(case), None)?.into_iter().map(|message| {
        let (subject, body, ics) = db.message_text(message.key)?;
        let tries = json!(db.attempts(message.key)?);
        let more = [("subject", subject.into()), ("body", body.into()), ("ics", ics.into()), ("tries", tries)];
        Ok(with(&message, more))
    });
    found.collect()
}

/// A record with keys added.
fn with<const N: usize>(record: &impl Serialize, more: [(&str, Value); N]) -> Value {
    let mut whole = json!(record);
    for (key, value) in more {
        whole[key] = value;
    }
    whole
}
