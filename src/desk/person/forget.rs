//! Forgetting what people said of themselves for the differential approach, when they ask for it.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use clap::Args;
use serde::Serialize;

/// Forget what people said of themselves for the differential approach
///
/// Sex, gender, ethnicity, disability, victim of the conflict and age band are emptied in every session, also in closed cases, and
/// overwritten in the file. That it was done stays in the log; it cannot be taken back. Copies made before (ata backup) still
/// hold them.
#[derive(Args)]
pub struct Forget {
    /// People: P-9, a document, an e-mail address or a name
    #[arg(required = true)]
    person: Vec<String>,
}

#[derive(Serialize)]
struct Forgotten {
    person: String,
    name: String,
    /// Sessions in which something was forgotten.
    sessions: i64,
}

pub fn run(args: &Forget, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::PersonForget, stamp, |tx| -> Result<_, Fault> {
        let mut all = Vec::new();
        for text in &args.person {
            let person = tx.find_person(text)?;
            let name = tx.person(person)?.name;
            all.push(Forgotten { person: format!("P-{person}"), name, sessions: tx.forget_differential(person)? });
        }
        Ok(all)
    })?;
    if outcome.changed && !env.globals.dry_run {
        store.settle_file()?;
    }
    Ok(Answer::changes(outcome.value, outcome.changed, env, page))
}

fn page(one: &Forgotten, words: &Words) -> Page {
    let said = phrase!("desk-forgotten", person = &one.person, name = &one.name, n = one.sessions);
    Page::default().line(words.say(&said))
}
