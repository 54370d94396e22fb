//! One human being registered twice: who may be, and joining the two.

use super::page;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Phrase, Words};
use crate::phrase;
use crate::stages::queue;
use crate::view::{Answer, List, Page, Table};
use ata_model::duplicate::{Reason, pairs};
use ata_model::op::Op;
use ata_model::reference::Reference;
use ata_model::register::Person;
use ata_model::review::Review;
use ata_store::{Db, Lens, StoreError, Tx};
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

/// What joining two registrations came to.
pub(super) struct Joined {
    /// Their documents, where they differ.
    pub documents: Option<(String, String)>,
    /// Rows that could be only one of the two.
    pub settled: Vec<i64>,
}

/// Joins two registrations, and settles the rows that could be only one of the two.
///
/// # Errors
/// Refused when the one given up was given up for another person already.
pub(super) fn join(tx: &mut Tx<'_>, keep: i64, gone: i64, lens: &Lens<'_>) -> Result<Joined, Fault> {
    if keep == gone {
        let id = format!("P-{keep}");
        return Err(Fault::usage(phrase!("desk-merge-itself", id = id)).try_this("ata person candidates"));
    }
    let mut joined = Joined { documents: None, settled: Vec::new() };
    match tx.merged_into(gone)? {
        Some(already) if already == keep => {}
        Some(already) => {
            let phrase = phrase!("desk-merged-already", id = format!("P-{gone}"), into = format!("P-{already}"));
            return Err(Fault::refused(phrase).try_this(format!("ata person merge P-{keep} P-{already}")));
        }
        None => {
            let (stays, goes) = (tx.person(keep)?, tx.person(gone)?);
            joined.documents = stays.doc.zip(goes.doc).filter(|(one, two)| one != two);
            tx.merge_person(keep, gone)?;
            joined.settled = tx.settle_joined(keep, &lens.profile.attendance)?;
        }
    }
    Ok(joined)
}

/// What is to be said of it.
pub(super) fn notes(joined: Joined) -> Vec<Phrase> {
    let documents =
        joined.documents.map(|(kept, given_up)| phrase!("desk-merge-documents", kept = kept, other = given_up));
    let settled: Vec<String> = joined.settled.iter().map(|id| format!("R-{id}")).collect();
    let rows = (!settled.is_empty()).then(|| phrase!("desk-merge-settled", rows = settled.join(", ")));
    documents.into_iter().chain(rows).collect()
}

/// The person named, even when that registration was given up already.
pub(super) fn find_either(db: &Db, text: &str) -> Result<i64, StoreError> {
    match Reference::parse(text, "") {
        Some(Reference::Person(id)) if db.has_person(id)? => Ok(id),
        _ => db.find_person(text),
    }
}

pub fn merge(args: &Merge, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::PersonMerge, stamp, |tx| -> Result<_, Fault> {
        let keep = tx.find_person(&args.keep)?;
        let gone = find_either(tx, &args.gone)?;
        let joined = join(tx, keep, gone, &lens)?;
        Ok((tx.person(keep)?, joined))
    })?;
    let (person, joined) = outcome.value;
    Ok(Answer::change(person, outcome.changed, env, page).notes(notes(joined)))
}

/// Two who may be one.
#[derive(Serialize)]
struct Candidate {
    a: Person,
    b: Person,
    score: f64,
    reasons: Vec<Reason>,
}

/// The pairs, and the rows of files that wait.
#[derive(Serialize)]
struct Doubts {
    #[serde(flatten)]
    pairs: List<Candidate>,
    rows: Vec<Review>,
}

pub fn candidates(args: &Candidates, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let doubts = desk.store.snapshot(|db| -> Result<_, Fault> {
        let told_apart = db.told_apart()?;
        let mut found = pairs(&db.likenesses()?);
        found.retain(|pair| !told_apart.contains(&(pair.a, pair.b)));
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
        Ok(Doubts { pairs: List { items, total }, rows: db.reviews(None, true)? })
    })?;
    let hint = doubts.pairs.items.first();
    let hint = hint.map(|first| phrase!("desk-candidates-hint", a = &first.a.id, b = &first.b.id));
    let row = doubts.rows.first().map(queue::hint);
    Ok(Answer::of(doubts, |doubts, words| {
        let table = pairs_table(&doubts.pairs.items, words);
        let mut page = Page::default().table(table).none(words.word("desk-no-candidates"));
        if !doubts.rows.is_empty() {
            page = page.blank().line(words.say(&phrase!("import-queue", n = doubts.rows.len())));
            page = page.table(Table { is_also: true, ..queue::table(&doubts.rows, words) });
        }
        page
    })
    .notes(hint.into_iter().chain(row)))
}

fn pairs_table(items: &[Candidate], words: &Words) -> Table {
    let mut table = Table::new(words, &["a", "name", "b", "other", "#score", "reason"]);
    for one in items {
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
    table
}
