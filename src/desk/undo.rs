//! Taking an operation back, by a new one. Undoing an undo does the thing again.

use crate::desk::deed::{label, summary};
use crate::desk::dossier;
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
    // As it stands now: taken back, unless that was a rehearsal.
    let taken = desk.store.operation(outcome.value.op)?;
    let taken = dossier::operations(vec![taken], &desk.row.zone).remove(0);
    if let (false, Some(by)) = (outcome.changed, taken.undone_by) {
        let note = phrase!("look-undone-before-hint", by = by);
        return Ok(Answer::change(taken, false, env, move |taken, words| {
            Page::default().line(words.say(&phrase!("look-undone-before", op = taken.op, by = by)))
        })
        .next([note]));
    }
    // Taking back an undo does the thing again: what is said is the thing, not the taking back.
    let (mut root, mut again) = (taken.clone(), false);
    while let Some(op) = root.undoes {
        (root, again) = (desk.store.operation(op)?, !again);
    }
    let [said, hint] = if again { ["look-redone", "look-redone-hint"] } else { ["look-undone", "look-undone-hint"] };
    let note = phrase!(hint, op = taken.op);
    Ok(Answer::change(taken, outcome.changed, env, move |_, words| {
        let (label, about) = (label(&root, words), summary(&root, words));
        Page::default().line(words.say(&phrase!(said, op = root.op, label = label, summary = about)))
    })
    .next([note]))
}
