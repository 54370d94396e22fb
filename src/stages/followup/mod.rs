//! Stage 7, followup (seguimiento): commitments until they are kept or dispensed with, and needs of other groups handed over.

mod add;
mod close;
mod list;
mod refer;
mod report;

pub use add::session_of;

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::view::{Answer, Page};
use ata_model::commitment::Commitment;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Register a commitment: who does what by when
    Add(add::Add),
    /// List commitments, the earliest due first
    List(list::List),
    /// Report how commitments go, or open settled ones again
    Update(report::Update),
    /// Commitments that were kept, with what shows it
    Done(report::Done),
    /// Dispense with commitments, with the reason
    Waive(report::Waive),
    /// Hand a need of another group over: a new case there, whose head is told
    Refer(refer::Refer),
    /// Close the follow-up: closes the stage
    Close(close::Close),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add::run(args, env),
        Verb::List(args) => list::run(args, env),
        Verb::Update(args) => report::update(args, env),
        Verb::Done(args) => report::done(args, env),
        Verb::Waive(args) => report::waive(args, env),
        Verb::Refer(args) => refer::run(args, env),
        Verb::Close(args) => close::run(args, env),
    }
}

/// One commitment with everything that was reported on it.
pub fn page(commitment: &Commitment, words: &Words) -> Page {
    let mut page = Page::default().line(format!("{}  {}", commitment.id, commitment.text)).facts(
        words,
        &[
            ("kind", Some(words.term("commitment", &commitment.kind))),
            ("owner", Some(commitment.owner.name.clone())),
            ("due", Some(commitment.due.clone())),
            ("status", Some(standing(commitment, words))),
            ("evidence", Some(commitment.evidence.join(" "))),
        ],
    );
    for report in &commitment.progress {
        let note = report.note.as_deref().unwrap_or_default();
        let status = words.term("status", &report.status);
        page =
            page.line(format!("  {}  {status} · {} · {note}", report.on, report.by).trim_end_matches(" · ").to_owned());
    }
    page
}

/// The status, and whether its day has passed: in these words wherever a commitment is shown.
pub fn standing(commitment: &Commitment, words: &Words) -> String {
    let status = words.term("status", &commitment.status);
    if commitment.overdue { format!("{status} · {}", words.word("followup-overdue")) } else { status }
}
