//! Taking an operation back, by a new one. Undoing an undo does the thing again.

use crate::desk::log::summary;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use clap::Args;

#[derive(Args)]
pub struct Undo {
    /// The operation to take back (else the last one)
    #[arg(long, value_name = "N", value_parser = typed::operation)]
    op: Option<i64>,
}

pub fn run(args: &Undo, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let stamp = desk.stamp.clone();
    let outcome = desk.store.undo(args.op, &stamp)?;
    let taken = outcome.value;
    let note = phrase!("look-undone-hint", op = taken.op);
    Ok(Answer::change(taken, outcome.changed, env, |taken, words| {
        let label = words.term("op", &taken.verb);
        let about = summary(taken, words);
        Page::default().line(words.say(&phrase!("look-undone", op = taken.op, label = label, summary = about)))
    })
    .next([note]))
}
