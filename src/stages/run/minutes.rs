//! The minutes of a session: a text that becomes a document of the case. A later text takes the place of the earlier one,
//! which stays in the file.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::mail::language::Language;
use crate::phrase;
use crate::stages::attachment;
use crate::stages::passage::must_be_open;
use crate::stages::run::mark::must_be_live;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use ata_store::NewDocument;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Minutes {
    /// The session
    session: String,
    /// The text (Markdown), or - for stdin
    file: PathBuf,
}

pub fn run(args: &Minutes, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let file = attachment::read(&args.file, env, &desk)?;
    let shown = args.file.display().to_string();
    let text = std::str::from_utf8(&file.content).map_err(|_| {
        Fault::usage(phrase!("usage-not-utf8", path = &shown))
            .try_this(format!("ata archive attach CASE {shown} --type minutes"))
    })?;
    if text.trim().is_empty() {
        return Err(Fault::usage(phrase!("error-file-empty", path = &shown)));
    }
    let own = Words::new(Language::parse(&desk.row.language).unwrap_or(Language::Es));
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::RunMinutes, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        must_be_open(&tx.case(session.case_key, &lens)?)?;
        must_be_live(&session)?;
        let date = session.start.get(..10).and_then(|day| day.parse().ok()).unwrap_or(lens.today);
        let new = NewDocument {
            case: session.case_key,
            session: Some(session.key),
            commitment: None,
            kind: "minutes",
            title: &own.say(&phrase!("run-minutes-title", session = &session.id)),
            date: Some(date),
            filename: &format!("{}-minutes.md", session.id),
            content: &file.content,
            folios: 1,
        };
        let id = match tx.minutes_of(session.key)? {
            Some(earlier) => tx.replace_document(earlier.key, &new)?,
            None => tx.add_document(&new)?,
        };
        Ok(tx.document(id)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, |document, _| {
        Page::default().line(format!("{}  {} · {}", document.id, document.title, document.date))
    }))
}
