//! Registering a commitment.

use super::page;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::commitment::KINDS;
use ata_model::op::Op;
use ata_store::{Db, NewCommitment};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Add {
    /// The case
    case: String,
    /// What is to be done, in one line
    text: String,
    /// Who does it: an organisation or a person
    #[arg(long, value_name = "PERSON|ORG")]
    owner: String,
    /// Day by which it is done
    #[arg(long, value_name = "DATE")]
    due: String,
    /// What it is
    #[arg(long, default_value = "commitment", value_parser = PossibleValuesParser::new(KINDS))]
    kind: String,
    /// The session it comes from
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
}

/// A session as typed, which must be one of the case.
///
/// # Errors
/// Not found, or a usage fault when it belongs to another case.
pub fn session_of(db: &Db, case: i64, typed: &str) -> Result<i64, Fault> {
    let key = db.find_session(typed)?;
    let session = db.session(key)?;
    if session.case_key == case {
        return Ok(key);
    }
    let phrase = phrase!("followup-other-session", session = &session.id, case = db.case_ref(case)?);
    Err(Fault::usage(phrase).try_this(format!("ata show {}", db.case_ref(case)?)))
}

/// The same commitment registered twice is one.
pub fn run(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let text = typed::line(&args.text, "TEXT")?;
    let due = typed::day(&args.due, "--due", today)?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::FollowupAdd, stamp, |tx| -> Result<_, Fault> {
        let case = tx.find_case(&args.case)?;
        must_be_open(&tx.case(case, &lens)?)?;
        let owner = tx.find_who(&args.owner)?;
        let session = args.session.as_ref().map(|typed| session_of(tx, case, typed)).transpose()?;
        let new = NewCommitment { case, session, kind: &args.kind, text: &text, owner, due };
        let key = tx.add_commitment(&new)?;
        Ok(tx.commitment(key, today)?)
    })?;
    let is_late = outcome.changed && outcome.value.overdue;
    let note = phrase!("followup-born-overdue", commitment = &outcome.value.id, due = &outcome.value.due);
    let answer = Answer::change(outcome.value, outcome.changed, env, page);
    Ok(if is_late { answer.note(note) } else { answer })
}
