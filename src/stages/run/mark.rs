//! The roster of a session, and marks made by hand: they hold against any file that comes later.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Phrase, Words};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::attendance::{Attendance, STATUSES};
use ata_model::op::Op;
use ata_model::session::Session;
use ata_store::instant;
use chrono::{DateTime, Utc};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

#[derive(Args)]
pub struct Mark {
    /// The session
    session: String,
    /// Persons
    #[arg(required = true)]
    person: Vec<String>,
    /// How they attended
    #[arg(value_parser = PossibleValuesParser::new(STATUSES))]
    status: String,
    /// Minutes they were there
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=10080))]
    minutes: Option<i64>,
}

#[derive(Args)]
pub struct Roster {
    /// Sessions
    #[arg(required = true)]
    session: Vec<String>,
}

/// Refuses what makes no sense for a session that was called off.
///
/// # Errors
/// Refused, with the command that shows why.
pub fn must_be_live(session: &Session) -> Result<(), Fault> {
    match session.state.as_str() {
        "cancelled" => Err(Fault::refused(phrase!("run-cancelled", session = &session.id))
            .try_this(format!("ata show {}", session.id))),
        _ => Ok(()),
    }
}

/// The warning that a session has not begun: what is written down of it may be meant for another.
pub fn not_yet(session: &Session, now: DateTime<Utc>) -> Option<Phrase> {
    let start = session.start.get(..16).unwrap_or(&session.start).replace('T', " ");
    (session.start_at > instant(now)).then(|| phrase!("run-not-yet", session = &session.id, start = start))
}

pub fn mark(args: &Mark, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::RunMark, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        must_be_open(&tx.case(session.case_key, &lens)?)?;
        must_be_live(&session)?;
        tx.about(session.case_key);
        let mut marked = Vec::new();
        for person in typed::each(&args.person, |text| tx.find_person(text))? {
            tx.mark(session.key, person, &args.status, args.minutes)?;
            marked.push(format!("P-{person}"));
        }
        let mut roster = tx.roster(session.key)?;
        roster.retain(|row| marked.contains(&row.person.id));
        Ok((roster, session))
    })?;
    let (roster, session) = outcome.value;
    // It may have gone on longer than planned; more likely a figure too much.
    let beyond = args.minutes.filter(|minutes| *minutes > session.minutes());
    let note = |minutes| phrase!("run-beyond", minutes = minutes, session = &session.id, planned = session.minutes());
    let notes: Vec<Phrase> = beyond.map(note).into_iter().chain(not_yet(&session, env.now)).collect();
    let answer = Answer::changes(roster, outcome.changed, env, |row, words| Page::default().line(one(row, words)));
    Ok(answer.notes(notes))
}

fn one(row: &Attendance, words: &Words) -> String {
    let status = row.status.as_ref().map(|status| words.term("attendance", status)).unwrap_or_default();
    let minutes = row.minutes.map(|minutes| format!(" · {minutes} min")).unwrap_or_default();
    format!("{}  {} · {status}{minutes}", row.person.id, row.person.name)
}

pub fn roster(args: &Roster, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let mut rolls = desk.store.snapshot(|db| -> Result<_, Fault> {
        let roll = |key| -> Result<_, Fault> {
            db.look_at(db.session(key)?.case_key)?;
            Ok((db.session(key)?, db.roster(key)?))
        };
        typed::each(&args.session, |text| db.find_session(text))?.into_iter().map(roll).collect::<Result<Vec<_>, _>>()
    })?;
    if rolls.len() == 1 {
        let (session, rows) = rolls.remove(0);
        return Ok(Answer::list(rows, move |rows, words| page(&session, rows, words)));
    }
    let rolls =
        rolls.into_iter().map(|(session, items)| Roll { id: session.id.clone(), total: items.len(), items, session });
    Ok(Answer::some(rolls.collect(), "session", |roll| &roll.id, |roll, words| page(&roll.session, &roll.items, words)))
}

/// The roster of one session among several.
#[derive(Serialize)]
struct Roll {
    #[serde(rename = "session")]
    id: String,
    items: Vec<Attendance>,
    total: usize,
    #[serde(skip)]
    session: Session,
}

fn page(session: &Session, rows: &[Attendance], words: &Words) -> Page {
    let heading = format!("{} · {}", session.id, session.start.get(..16).unwrap_or(&session.start).replace('T', " "));
    let page = Page::default().heading(heading);
    if rows.is_empty() {
        return page.line(words.word("run-nobody"));
    }
    let has_answers = rows.iter().any(|row| row.answer.is_some());
    let mut keys = vec!["person", "name", "?doc", "?org", "status", "#?minutes"];
    if has_answers {
        keys.insert(4, "answer");
    }
    let mut table = Table::new(words, &keys);
    for row in rows {
        let status = match &row.status {
            Some(status) => words.term("attendance", status),
            None => words.word("run-not-noted"),
        };
        let mut cells = vec![
            row.person.id.clone(),
            row.person.name.clone(),
            row.person.doc.clone().unwrap_or_default(),
            row.person.organisation.clone().unwrap_or_default(),
            status,
            row.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        ];
        if has_answers {
            cells.insert(4, row.answer.as_ref().map(|answer| answered(answer, words)).unwrap_or_default());
        }
        table.row(cells);
    }
    let count = |wanted: &[&str]| {
        rows.iter().filter(|row| row.status.as_deref().is_some_and(|status| wanted.contains(&status))).count()
    };
    let page = page.table(table).line(words.say(&phrase!(
        "run-totals",
        invited = rows.iter().filter(|row| row.invited).count(),
        present = count(&["present", "late"]),
        late = count(&["late"]),
        absent = count(&["absent"]),
        excused = count(&["excused"]),
        unknown = rows.iter().filter(|row| row.status.is_none()).count()
    )));
    if !has_answers {
        return page;
    }
    let answers = |wanted: &str| {
        let counts = |answer: &ata_model::reply::Answer| answer.current && answer.answer == wanted;
        rows.iter().filter(|row| row.answer.as_ref().is_some_and(counts)).count()
    };
    let none = |row: &&Attendance| row.invited && row.answer.as_ref().is_none_or(|answer| !answer.current);
    page.line(words.say(&phrase!(
        "run-answers",
        accepted = answers("accepted"),
        tentative = answers("tentative"),
        declined = answers("declined"),
        delegated = answers("delegated"),
        none = rows.iter().filter(none).count()
    )))
}

/// What somebody answered to the invitation, and whether that was before the last change.
pub fn answered(answer: &ata_model::reply::Answer, words: &Words) -> String {
    let mut said = words.term("answer", &answer.answer);
    if let Some(delegate) = &answer.delegate {
        said = format!("{said} → {delegate}");
    }
    if answer.current { said } else { format!("{said} ({})", words.word("run-answer-outdated")) }
}
