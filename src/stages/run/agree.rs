//! What was agreed in a session: who does what by when.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::followup;
use crate::stages::passage::must_be_open;
use crate::stages::run::mark::must_be_live;
use crate::typed;
use crate::view::Answer;
use ata_model::commitment::KINDS;
use ata_model::op::Op;
use ata_store::NewCommitment;
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Agree {
    /// The session
    session: String,
    /// What is to be done, in one line
    text: String,
    /// Who does it
    #[arg(long, value_name = "PERSON|ORG")]
    owner: String,
    /// By when
    #[arg(long, value_name = "DATE")]
    due: String,
    /// What kind of promise it is
    #[arg(long, default_value = "commitment", value_parser = PossibleValuesParser::new(KINDS))]
    kind: String,
}

pub fn run(args: &Agree, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let text = typed::line(&args.text, "TEXT")?;
    let due = typed::day(&args.due, "--due", desk.today())?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::RunAgree, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        must_be_open(&tx.case(session.case_key, &lens)?)?;
        must_be_live(&session)?;
        let owner = tx.find_who(&args.owner)?;
        let id = tx.add_commitment(&NewCommitment {
            case: session.case_key,
            session: Some(session.key),
            kind: &args.kind,
            text: &text,
            owner,
            due,
        })?;
        Ok(tx.commitment(id, lens.today)?)
    })?;
    let is_late = outcome.changed && outcome.value.overdue;
    let note = phrase!("followup-born-overdue", commitment = &outcome.value.id, due = &outcome.value.due);
    let answer = Answer::change(outcome.value, outcome.changed, env, followup::page);
    Ok(if is_late { answer.note(note) } else { answer })
}
