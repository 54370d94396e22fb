//! Proof of notice: who was told what, when, by which channel, and what came of each try.

use crate::desk::show::moment;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::notify::ledger::in_words;
use crate::view::{Answer, Page, Table};
use ata_model::proof::ProofLine;
use ata_model::reference::{Part, Reference};
use ata_store::Db;
use clap::Args;
use std::collections::BTreeSet;

#[derive(Args)]
pub struct Proof {
    /// Cases or sessions
    #[arg(required = true, value_name = "CASE|SESSION")]
    target: Vec<String>,
}

pub fn run(args: &Proof, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let lines = desk.store.snapshot(|db| -> Result<Vec<ProofLine>, Fault> {
        let mut all: Vec<ProofLine> = Vec::new();
        for text in &args.target {
            let (case, session) = target(db, text, &desk.row.prefix)?;
            let known: BTreeSet<String> = all.iter().map(|line| line.message.clone()).collect();
            let lines = db.proof(case, session, &desk.row.zone)?;
            all.extend(lines.into_iter().filter(|line| !known.contains(&line.message)));
        }
        Ok(all)
    })?;
    Ok(Answer::list(lines, table))
}

/// The case, and the session where only one is asked for.
fn target(db: &Db, text: &str, prefix: &str) -> Result<(i64, Option<i64>), Fault> {
    if let Some(Reference::Part(_, Part::Session, _)) = Reference::parse(text, prefix) {
        let session = db.session(db.find_session(text)?)?;
        return Ok((session.case_key, Some(session.key)));
    }
    Ok((db.find_case(text)?, None))
}

/// One row a try. What a narrow screen has no room for is in every file.
fn table(lines: &[ProofLine], words: &Words) -> Page {
    let keys = [
        "!message",
        "to",
        "?kind",
        "?session",
        "!at",
        "channel",
        "outcome",
        "?detail",
        "?answer",
        "?address",
        "?reference",
        "?message_id",
        "?sha256",
    ];
    let mut table = Table::new(words, &keys);
    for line in lines {
        let outcome = match &line.outcome {
            Some(outcome) => words.term("call", outcome),
            None => words.term("message", &line.state),
        };
        table.row([
            line.message.clone(),
            line.to.name.clone(),
            words.word(&format!("notify-short-{}", line.kind)),
            line.session.clone().unwrap_or_else(|| line.case.clone()),
            line.at.as_deref().map(moment).unwrap_or_default(),
            words.word(&format!("notify-by-{}", line.channel)),
            outcome,
            line.detail.as_deref().map(|detail| in_words(detail, words)).unwrap_or_default(),
            line.answer.as_ref().map(|answer| crate::stages::run::answered(answer, words)).unwrap_or_default(),
            line.to.address.clone().or(line.to.phone.clone()).unwrap_or_default(),
            line.reference.clone().unwrap_or_default(),
            line.message_id.clone(),
            line.sha256.clone().unwrap_or_default(),
        ]);
    }
    let with = |state: &str| {
        let those = lines.iter().filter(|line| line.state == state).map(|line| &line.message);
        those.collect::<BTreeSet<_>>().len()
    };
    let people: BTreeSet<&str> =
        lines.iter().filter(|line| line.state == "sent").map(|line| line.to.person.as_str()).collect();
    Page::default().table(table).none(words.word("notify-none")).line(words.say(&phrase!(
        "notify-proof-counts",
        people = people.len(),
        sent = with("sent"),
        failed = with("failed") + with("uncertain"),
        waiting = with("queued") + with("sending")
    )))
}
