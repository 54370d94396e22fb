//! One human being registered twice: who may be, and joining the two.

use super::page;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::{Answer, List, Page, Table};
use ata_model::duplicate::{Reason, pairs};
use ata_model::op::Op;
use ata_model::reference::Reference;
use ata_model::register::Person;
use ata_store::{Db, StoreError};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Merge {
    /// The registration that stays
    keep: String,
    /// The registration that is given up; what only it knows is kept
    #[arg(value_name = "DROP")]
    gone: String,
}

#[derive(Args)]
pub struct Candidates {
    /// Show at most so many pairs
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

/// The person named, even when that registration was given up already.
fn find_either(db: &Db, text: &str) -> Result<i64, StoreError> {
    match Reference::parse(text, "") {
        Some(Reference::Person(id)) if db.has_person(id)? => Ok(id),
        _ => db.find_person(text),
    }
}

pub fn merge(args: &Merge, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::PersonMerge, stamp, |tx| -> Result<_, Fault> {
        let keep = tx.find_person(&args.keep)?;
        let gone = find_either(tx, &args.gone)?;
        if keep == gone {
            let id = format!("P-{keep}");
            return Err(Fault::usage(phrase!("desk-merge-itself", id = id)).try_this("ata person candidates"));
        }
        let mut other_document = None;
        match tx.merged_into(gone)? {
            Some(already) if already == keep => {}
            Some(already) => {
                let phrase = phrase!("desk-merged-already", id = format!("P-{gone}"), into = format!("P-{already}"));
                return Err(Fault::refused(phrase).try_this(format!("ata person merge P-{keep} P-{already}")));
            }
            None => {
                let (stays, goes) = (tx.person(keep)?, tx.person(gone)?);
                other_document = stays.doc.zip(goes.doc).filter(|(one, two)| one != two);
                tx.merge_person(keep, gone)?;
            }
        }
        Ok((tx.person(keep)?, other_document))
    })?;
    let (person, documents) = outcome.value;
    let note = documents.map(|(kept, given_up)| phrase!("desk-merge-documents", kept = kept, other = given_up));
    Ok(Answer::change(person, outcome.changed, env, page).notes(note))
}

/// Two who may be one.
#[derive(Serialize)]
struct Candidate {
    a: Person,
    b: Person,
    score: f64,
    reasons: Vec<Reason>,
}

pub fn candidates(args: &Candidates, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let list = desk.store.snapshot(|db| -> Result<_, Fault> {
        let found = pairs(&db.likenesses()?);
        let total = found.len() as i64;
        let mut items = Vec::new();
        for pair in found.into_iter().take(args.limit) {
            items.push(Candidate {
                a: db.person(pair.a)?,
                b: db.person(pair.b)?,
                score: pair.score,
                reasons: pair.reasons,
            });
        }
        Ok(List { items, total })
    })?;
    let hint = list.items.first().map(|first| phrase!("desk-candidates-hint", a = &first.a.id, b = &first.b.id));
    Ok(Answer::of(list, |list, words| {
        if list.items.is_empty() {
            return Page::default().line(words.word("desk-no-candidates"));
        }
        let mut table = Table::new(words, &["a", "name", "b", "other", "#score", "reason"]);
        for one in &list.items {
            let reasons: Vec<String> = one.reasons.iter().map(|reason| words.term("likeness", reason.code())).collect();
            table.row([
                one.a.id.clone(),
                one.a.name.clone(),
                one.b.id.clone(),
                one.b.name.clone(),
                format!("{:.2}", one.score),
                reasons.join(", "),
            ]);
        }
        Page::default().table(table)
    })
    .notes(hint))
}
