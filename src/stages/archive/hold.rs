//! Legal holds: a case file that a lawsuit, an audit or an oversight body needs is kept, whatever its years say.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::document::LegalHold;
use ata_model::op::Op;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Verb {
    /// Keep case files from being disposed of
    Set(Set),
    /// Let case files be disposed of again when their years are over
    Lift(Lift),
    /// List the case files that are held
    List(List),
}

#[derive(Args)]
pub struct Set {
    /// Cases, open or closed
    #[arg(required = true)]
    case: Vec<String>,
    /// Why it is held
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Number of the suit, of the order
    #[arg(long = "ref", value_name = "TEXT", default_value = "")]
    reference: String,
}

#[derive(Args)]
pub struct Lift {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Why it is no longer needed
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct List {
    /// Only of these cases
    case: Vec<String>,
    /// Also the holds that were lifted
    #[arg(long)]
    all: bool,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Set(args) => set(args, env),
        Verb::Lift(args) => lift(args, env),
        Verb::List(args) => list(args, env),
    }
}

/// A file that is held already stays held by its first reason; another one is warned of.
fn set(args: &Set, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = typed::line(&args.reason, "--reason")?;
    let reference = match args.reference.trim() {
        "" => String::new(),
        text => typed::line(text, "--ref")?,
    };
    let (store, _, stamp) = desk.split();
    let mut notes = Vec::new();
    let outcome = store.transact(Op::ArchiveHold, stamp, |tx| -> Result<_, Fault> {
        let mut holds: Vec<LegalHold> = Vec::new();
        for case in typed::each(&args.case, |text| tx.find_case(text))? {
            tx.set_hold(case, &reason, &reference)?;
            holds.extend(tx.legal_holds(Some(case), false)?);
            let Some(hold) = holds.last() else { continue };
            let differs = [
                ("--reason", hold.reason != reason),
                ("--ref", !reference.is_empty() && hold.reference.as_ref() != Some(&reference)),
            ];
            let left: Vec<&str> =
                differs.into_iter().filter(|(_, differs)| *differs).map(|(option, _)| option).collect();
            if !left.is_empty() {
                notes.push(phrase!("archive-hold-not-taken", case = &hold.case, options = left.join(", ")));
            }
        }
        Ok(holds)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, page).notes(notes))
}

/// A file that is not held is left alone.
fn lift(args: &Lift, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = typed::line(&args.reason, "--reason")?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveLift, stamp, |tx| -> Result<_, Fault> {
        let mut holds = Vec::new();
        for case in typed::each(&args.case, |text| tx.find_case(text))? {
            tx.lift_hold(case, &reason)?;
            holds.extend(tx.legal_holds(Some(case), true)?.pop());
        }
        Ok(holds)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, page))
}

fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let holds = desk.store.snapshot(|db| -> Result<_, Fault> {
        if args.case.is_empty() {
            return Ok(db.legal_holds(None, args.all)?);
        }
        let mut holds = Vec::new();
        for case in typed::each(&args.case, |text| db.find_case(text))? {
            holds.extend(db.legal_holds(Some(case), args.all)?);
        }
        Ok(holds)
    })?;
    Ok(Answer::list(holds, |holds, words| {
        let mut table = Table::new(words, &["!case", "?title", "reason", "?reference", "!held_since", "!lifted_on"]);
        for hold in holds {
            table.row([
                hold.case.clone(),
                hold.title.clone(),
                hold.reason.clone(),
                hold.reference.clone().unwrap_or_default(),
                hold.set_on.clone(),
                hold.lifted_on.clone().unwrap_or_default(),
            ]);
        }
        Page::default().table(table).none(words.word("archive-no-holds"))
    }))
}

fn page(hold: &LegalHold, words: &Words) -> Page {
    Page::default().line(format!("{}  {}", hold.case, hold.title)).facts(
        words,
        &[
            ("reason", Some(hold.reason.clone())),
            ("reference", hold.reference.clone()),
            ("held_since", Some(format!("{} · {}", hold.set_on, hold.set_by))),
            ("lifted_on", hold.lifted_on.clone().zip(hold.lifted_by.clone()).map(|(on, by)| format!("{on} · {by}"))),
            ("lifted_why", hold.lifted_why.clone()),
        ],
    )
}
