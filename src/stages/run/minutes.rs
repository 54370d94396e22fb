//! The minutes of a session: a text that becomes a document of the case. A later text takes the place of the earlier one,
//! which stays in the file.

use crate::env::Env;
use crate::error::Fault;
use crate::intake;
use crate::locale::Words;
use crate::mail::language::Language;
use crate::phrase;
use crate::stages::attachment;
use crate::stages::passage::must_be_open;
use crate::stages::run::mark::{must_be_live, not_yet};
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::case::Case;
use ata_model::document::Document;
use ata_model::op::Op;
use ata_model::session::{MinutesNumber, Session};
use ata_store::{Db, NewDocument, Numbering};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Args)]
pub struct Minutes {
    /// The session
    session: String,
    /// The text (Markdown), or - for stdin
    file: PathBuf,
    /// Number of the minutes (else the next of the group and year)
    #[arg(long, value_name = "N")]
    number: Option<String>,
}

#[derive(Serialize)]
struct Kept {
    #[serde(flatten)]
    document: Document,
    minutes_number: MinutesNumber,
}

pub fn run(args: &Minutes, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let file = attachment::read(&args.file, env, &desk)?;
    let shown = args.file.display().to_string();
    // Papers are printed from it later, which read nothing but UTF-8: what is written otherwise is kept as that.
    let content = match String::from_utf8(file.content) {
        Ok(text) => text,
        Err(other) => intake::text(other.as_bytes()).ok_or_else(|| {
            Fault::usage(phrase!("usage-not-text", path = &shown))
                .try_this(format!("ata archive attach CASE {} --type minutes", typed::word(&shown)))
        })?,
    };
    if content.trim().is_empty() {
        return Err(Fault::usage(phrase!("error-file-empty", path = &shown)));
    }
    let own = Words::new(Language::parse(&desk.row.language).unwrap_or(Language::Es));
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::RunMinutes, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        let case = tx.case(session.case_key, &lens)?;
        must_be_open(&case)?;
        must_be_live(&session)?;
        let numbering = numbering(tx, &session, &case, args.number.as_deref(), &[])?;
        tx.number_minutes(session.key, &numbering)?;
        let date = session.days().map_or(lens.today, |(_, last)| last);
        let new = NewDocument {
            case: session.case_key,
            session: Some(session.key),
            commitment: None,
            kind: "minutes",
            title: &own.say(&phrase!("run-minutes-title", session = &session.id)),
            date: Some(date),
            filename: &format!("{}-minutes.md", session.id),
            content: content.as_bytes(),
            folios: 1,
        };
        let id = match tx.minutes_of(session.key)? {
            Some(earlier) => tx.replace_document(earlier.key, &new)?,
            None => tx.add_document(&new)?,
        };
        let kept = Kept { document: tx.document(id)?, minutes_number: numbering.number };
        Ok((kept, not_yet(&session, env.now)))
    })?;
    let (kept, early) = outcome.value;
    let answer = Answer::change(kept, outcome.changed, env, |kept, words| {
        let Kept { document, minutes_number } = kept;
        let number =
            phrase!("run-minutes-number", number = &minutes_number.number, year = minutes_number.year.to_string());
        Page::default().line(format!(
            "{}  {} · {} · {}",
            document.id,
            document.title,
            document.date,
            words.say(&number)
        ))
    });
    Ok(answer.notes(early))
}

/// The number of the minutes of a session: `asked` for, or the one they have, or the next of the group and year after those
/// `promised` already.
///
/// # Errors
/// A refusal when other minutes bear it; a usage fault for one that is no line of text.
pub fn numbering(
    db: &Db,
    session: &Session,
    case: &Case,
    asked: Option<&str>,
    promised: &[Numbering],
) -> Result<Numbering, Fault> {
    let group = case.group.as_ref().map(|group| db.find_organisation(&group.id)).transpose()?;
    let year = session.start.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
    let number = match (asked, &session.minutes_number) {
        (Some(text), _) => MinutesNumber { year, number: plain(typed::line(text, "--number")?) },
        (None, Some(own)) => own.clone(),
        (None, None) => return Ok(db.next_minutes_number(session.key, group, year, promised)?),
    };
    let numbering = Numbering { group, number };
    let other = db.minutes_numbered(&numbering, session.key)?;
    if asked.is_some() && (other.is_some() || promised.contains(&numbering)) {
        let other =
            other.map(|other| db.session(other)).transpose()?.map_or_else(|| session.id.clone(), |other| other.id);
        let MinutesNumber { year, number } = &numbering.number;
        let phrase = phrase!("run-minutes-taken", number = number, year = year.to_string(), session = &other);
        return Err(Fault::refused(phrase).try_this(format!("ata show {other}")));
    }
    Ok(numbering)
}

/// `007` is 7.
fn plain(text: String) -> String {
    text.parse::<u32>().map_or(text, |number| number.to_string())
}
