//! What comes back by mail: answers to invitations and reports of non-delivery, each taken once however often the mailbox is
//! read. Everything else is listed and left alone; the mailbox itself stays as it is.

mod page;
mod take;

use crate::env::Env;
use crate::error::{Fault, Kind, file_fault};
use crate::mail::read::{Found, Messages, ReadError, from_reader, messages};
use crate::phrase;
use crate::view::Answer;
use ata_model::op::Op;
use clap::Args;
use serde::Serialize;
use std::io::Cursor;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Read {
    /// Messages (.eml), mbox files or Maildir folders; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    path: Vec<PathBuf>,
}

/// One message, or one answer of it, and what was done with it.
#[derive(Debug, Clone, Default, Serialize)]
struct Item {
    place: String,
    /// Message-ID of the mail that was read.
    source: Option<String>,
    /// `reply`, `bounce` or `other`.
    what: &'static str,
    /// `kept`, `known`, or why it was left alone.
    outcome: String,
    /// Something about it that only its sender or server can say.
    detail: Option<String>,
    session: Option<String>,
    person: Option<String>,
    name: Option<String>,
    /// Of whom an answer speaks, or who was not reached.
    address: Option<String>,
    answer: Option<&'static str>,
    /// Does the answer speak of the date and place as they are now?
    current: Option<bool>,
    /// The message of ours that came back, or that somebody writes about.
    message: Option<String>,
    /// Where an answer came from, when that is another address than theirs.
    sender: Option<String>,
}

#[derive(Serialize)]
struct Report {
    items: Vec<Item>,
    total: usize,
    /// Answers kept now.
    replies: usize,
    /// Messages that failed now.
    bounces: usize,
    /// Read before.
    known: usize,
    /// Left alone.
    others: usize,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

pub fn run(args: &Read, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let mut found: Vec<Result<Found, ReadError>> = Vec::new();
    for path in &args.path {
        found.extend(open(path, env)?);
    }
    let unreadable = found.iter().any(Result::is_err);
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NotifyRead, stamp, |tx| -> Result<Vec<Item>, Fault> {
        let mut items = Vec::new();
        for one in &found {
            match one {
                Ok(found) => take::message(tx, found, &lens, &mut items)?,
                Err(error) => items.push(take::unreadable(error)),
            }
        }
        Ok(items)
    })?;
    let items = outcome.value;
    let count =
        |what: &str, outcome: &str| items.iter().filter(|one| one.what == what && one.outcome == outcome).count();
    let report = Report {
        total: items.len(),
        replies: count("reply", "kept"),
        bounces: count("bounce", "kept"),
        known: items.iter().filter(|one| one.outcome == "known").count(),
        others: items.iter().filter(|one| !matches!(one.outcome.as_str(), "kept" | "known")).count(),
        items,
        changed: outcome.changed,
        dry_run: env.globals.dry_run,
    };
    let failed = report.bounces;
    let answer = Answer::of(report, page::page);
    let answer = if failed > 0 { answer.note(phrase!("notify-read-failed", n = failed)) } else { answer };
    Ok(if unreadable { answer.exit(Kind::Findings.exit()) } else { answer })
}

fn open(path: &Path, env: &Env) -> Result<Messages, Fault> {
    let opened = match path == Path::new("-") {
        true => from_reader(path, Cursor::new(env.read(path)?)),
        false => messages(path),
    };
    opened.map_err(|error| match error {
        ReadError::Io { path, source } => file_fault(&path, &source),
        ReadError::NotAMaildir { path } => {
            Fault::new(Kind::NotFound, phrase!("notify-read-no-maildir", path = path.display().to_string()))
        }
    })
}
