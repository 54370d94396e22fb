//! Making a copy of the register the one that sends: after a move to another machine, or when a backup was put back.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::notify::witness::{Standing, Witness};
use crate::view::{Answer, Page};
use ata_model::op::Op;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Adopt {
    /// Nothing was sent by another copy since this one was made: what waits keeps waiting (else it becomes uncertain, because it may
    /// have been sent already)
    #[arg(long)]
    moved: bool,
}

#[derive(Serialize)]
struct Adopted {
    place: String,
    /// E-mails that waited and are now in doubt.
    uncertain: usize,
}

/// From a copy nothing is sent again by itself: what waits in it becomes uncertain, unless somebody knows better.
pub fn run(args: &Adopt, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let witness = Witness::of(&env.database()?, &desk.row);
    let standing = witness.standing(&desk.store)?;
    let place = witness.place();
    if matches!(standing, Standing::New | Standing::Original) {
        let adopted = Adopted { place, uncertain: 0 };
        return Ok(Answer::change(adopted, false, env, |adopted, words| {
            line("notify-adopted-already", adopted, words)
        }));
    }
    let outcome = witness.take(&mut desk, Op::NotifyAdopt, false, |tx| match args.moved {
        true => Ok(0),
        false => Ok(tx.doubt_waiting_mail()?),
    })?;
    let uncertain = outcome.value;
    let adopted = Adopted { place, uncertain };
    let answer = Answer::change(adopted, outcome.changed, env, |adopted, words| line("notify-adopted", adopted, words));
    Ok(if uncertain > 0 { answer.note(phrase!("notify-uncertain", n = uncertain)) } else { answer })
}

fn line(key: &str, adopted: &Adopted, words: &Words) -> Page {
    Page::default().line(words.say(&phrase!(key, place = &adopted.place)))
}
