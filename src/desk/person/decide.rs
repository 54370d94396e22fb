//! Who is who: two registrations, or a row of a file and a registration, are one human being or two. The answer is remembered.

use super::merge::{find_either, join, notes};
use super::page as person_page;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Arg;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::stages::queue;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use ata_model::reference::Reference;
use ata_model::register::Person;
use ata_store::{Lens, Pending, Tx, Unsettled};
use clap::Args;
use serde::Serialize;

/// Say that two are one human being
///
/// Two registrations are joined: the first stays, and what only the other knows is kept. A row of a file that waits (R-5, see person
/// candidates) is taken in as that person: its attendance is noted as if the person had been recognised. The same row in a later
/// file asks nobody again.
#[derive(Args)]
pub struct Same {
    /// A registration that stays, or a row that waits: P-9, R-5
    #[arg(value_name = "PERSON|ROW")]
    a: String,
    /// The registration that is the same person
    #[arg(value_name = "PERSON")]
    b: String,
}

/// Say that two are not one human being
///
/// Two registrations told apart are not proposed again. A row of a file that waits is none of the people named, or, when none is
/// named, nobody of those it might be: then it is registered as a new person and counted.
#[derive(Args)]
pub struct Different {
    /// A registration, or a row that waits: P-9, R-5
    #[arg(value_name = "PERSON|ROW")]
    a: String,
    /// The registrations that are not the same person
    #[arg(value_name = "PERSON")]
    others: Vec<String>,
}

/// Two who were told apart.
#[derive(Serialize)]
struct Apart {
    a: Person,
    b: Vec<Person>,
}

fn row_of(text: &str) -> Option<&str> {
    matches!(Reference::parse(text, ""), Some(Reference::Review(_))).then_some(text)
}

/// The row that a reference names, of a case that is open.
fn open_row(tx: &mut Tx<'_>, text: &str, lens: &Lens<'_>) -> Result<Pending, Fault> {
    let row = tx.pending(tx.find_review(text)?)?;
    if let Some(case) = row.case {
        must_be_open(&tx.case(case, lens)?)?;
        tx.about(case);
    }
    Ok(row)
}

/// A row that was settled otherwise stays so until that is taken back.
fn settled_otherwise(row: &Pending) -> Fault {
    Fault::refused(phrase!("import-row-settled", row = format!("R-{}", row.id))).try_this("ata log")
}

pub fn same(args: &Same, env: &Env) -> Result<Answer, Fault> {
    let row = row_of(&args.a).map(|row| (row, &args.b)).or_else(|| row_of(&args.b).map(|row| (row, &args.a)));
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let Some((row, person)) = row else {
        let outcome = store.transact(Op::PersonSame, stamp, |tx| -> Result<_, Fault> {
            let keep = tx.find_person(&args.a)?;
            let gone = find_either(tx, &args.b)?;
            let joined = join(tx, keep, gone, &lens)?;
            Ok((tx.person(keep)?, joined))
        })?;
        let (person, joined) = outcome.value;
        return Ok(Answer::change(person, outcome.changed, env, person_page).notes(notes(joined)));
    };
    let outcome = store.transact(Op::PersonSame, stamp, |tx| -> Result<_, Fault> {
        let row = open_row(tx, row, &lens)?;
        let person = tx.find_person(person)?;
        match (row.state.as_str(), row.person) {
            ("open" | "ignored", _) => {}
            (_, Some(already))
                if tx.person(already)?.merged_into.as_deref().unwrap_or(&format!("P-{already}"))
                    == format!("P-{person}") =>
            {
                return Ok(tx.review(row.id)?);
            }
            _ => return Err(settled_otherwise(&row)),
        }
        match tx.settle_same(row.id, person, &lens.profile.attendance)? {
            Ok(()) => Ok(tx.review(row.id)?),
            Err(Unsettled::OtherDocument { row: theirs, person: has }) => {
                let phrase = phrase!(
                    "import-row-other-document",
                    row = format!("R-{}", row.id),
                    theirs = theirs,
                    person = format!("P-{person}"),
                    has = has
                );
                Err(Fault::refused(phrase).try_this(format!("ata person different R-{}", row.id)))
            }
        }
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, queue::page))
}

pub fn different(args: &Different, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    if let Some(row) = row_of(&args.a) {
        let outcome = store.transact(Op::PersonDifferent, stamp, |tx| -> Result<_, Fault> {
            let row = open_row(tx, row, &lens)?;
            let mut others = args.others.iter().map(|text| tx.find_person(text)).collect::<Result<Vec<i64>, _>>()?;
            match row.state.as_str() {
                "open" | "ignored" => {}
                // Once a new person it stays one; once somebody, it is not anybody else.
                "new" => return Ok(tx.review(row.id)?),
                _ if !others.is_empty() && row.person.is_some_and(|person| !others.contains(&person)) => {
                    return Ok(tx.review(row.id)?);
                }
                _ => return Err(settled_otherwise(&row)),
            }
            if others.is_empty() {
                others.clone_from(&row.candidates);
            }
            if tx.rule_out(row.id, &others)? == 0 {
                tx.settle_new(row.id, &lens.profile.attendance)?;
            }
            Ok(tx.review(row.id)?)
        })?;
        return Ok(Answer::change(outcome.value, outcome.changed, env, queue::page));
    }
    if args.others.is_empty() {
        let person = Arg::Command("<PERSON>".to_owned());
        let phrase = phrase!("usage-missing-argument", n = 1i64, list = person);
        return Err(Fault::usage(phrase).try_this("ata person candidates"));
    }
    let outcome = store.transact(Op::PersonDifferent, stamp, |tx| -> Result<_, Fault> {
        let a = find_either(tx, &args.a)?;
        let mut others = Vec::new();
        for text in &args.others {
            let b = find_either(tx, text)?;
            let one = |id: i64| -> Result<i64, Fault> { Ok(tx.merged_into(id)?.unwrap_or(id)) };
            if one(a)? == one(b)? {
                let phrase = phrase!("desk-different-joined", a = format!("P-{a}"), b = format!("P-{b}"));
                return Err(Fault::refused(phrase).try_this("ata log"));
            }
            tx.tell_apart(a, b)?;
            tx.say(format!("P-{a} ≠ P-{b}"));
            others.push(tx.person(b)?);
        }
        Ok(Apart { a: tx.person(a)?, b: others })
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, |apart, words| {
        let other = |one: &Person| format!("{} {}", one.id, one.name);
        let others: Vec<String> = apart.b.iter().map(other).collect();
        Page::default().line(words.say(&phrase!("desk-told-apart", a = other(&apart.a), b = others.join(", "))))
    }))
}
