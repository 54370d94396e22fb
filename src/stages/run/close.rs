//! Closing sessions: each needs its attendance and its minutes, and must have begun. With the last one the case moves on.

use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::{Arg, Phrase, Words};
use crate::phrase;
use crate::stages::brief;
use crate::stages::notify::untold;
use crate::stages::passage::{leave, may_waive, must_be_open};
use crate::stages::run::mark::must_be_live;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::case::Case;
use ata_model::control::{self, Control};
use ata_model::op::Op;
use ata_model::session::Session;
use ata_model::stage::Stage;
use ata_model::telling::Untold;
use ata_store::{Lens, StoreError, Tx};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Close {
    /// Sessions, or cases with all their sessions
    #[arg(required = true, value_name = "SESSION|CASE")]
    reference: Vec<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON")]
    waive: Vec<String>,
}

/// What was closed.
#[derive(Serialize)]
#[serde(untagged)]
enum Closed {
    Session(Box<Session>),
    Case(Box<Case>),
}

pub fn run(args: &Close, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::RunClose, stamp, |tx| -> Result<_, Fault> {
        may_waive(&lens, Stage::Run, &waivers)?;
        let mut closed = Vec::new();
        let mut notes = Vec::new();
        for text in &args.reference {
            closed.push(match tx.find_session(text) {
                Ok(session) => close_session(tx, &lens, session, &waivers)?,
                Err(StoreError::NotFound { .. }) if is_case(tx, text) => close_case(tx, &lens, text, &waivers)?,
                Err(error) => return Err(error.into()),
            });
            if let Some(last) = closed.last() {
                notes.extend(untold(tx, last, &lens)?);
            }
        }
        Ok((closed, notes))
    })?;
    let (closed, notes) = outcome.value;
    Ok(Answer::changes(closed, outcome.changed, env, page).notes(notes))
}

/// What closing does not mend: people who were never told of another date or place.
fn untold(tx: &Tx<'_>, closed: &Closed, lens: &Lens<'_>) -> Result<Vec<Phrase>, Fault> {
    let (case, only) = match closed {
        Closed::Case(case) => (case.key, None),
        Closed::Session(session) => (session.case_key, Some(&session.id)),
    };
    let all = untold::of_case(tx, &tx.case(case, lens)?, lens)?;
    let these = all.into_iter().filter(|one| only.is_none_or(|id| *id == one.session));
    let said = |one: Untold| {
        phrase!("run-change-untold", n = one.people, session = one.session, hint = Arg::Command(one.hint))
    };
    Ok(these.map(said).collect())
}

/// Does the text name a case (even one that does not exist)?
fn is_case(tx: &Tx<'_>, text: &str) -> bool {
    !matches!(tx.find_case(text), Err(StoreError::NotFound { .. })) || !text.to_ascii_uppercase().contains("-S")
}

fn close_session(tx: &mut Tx<'_>, lens: &Lens<'_>, key: i64, waivers: &[(Control, String)]) -> Result<Closed, Fault> {
    let session = tx.session(key)?;
    let case = tx.case(session.case_key, lens)?;
    must_be_live(&session)?;
    if session.state != "held" {
        must_be_open(&case)?;
        hold(tx, lens, &case, &session, waivers)?;
    }
    let mut sessions = tx.sessions_of(case.key)?;
    sessions.retain(|session| session.state != "cancelled");
    if case.stage == Stage::Run && case.state == "open" && sessions.iter().all(|session| session.state == "held") {
        leave(tx, lens, case.key, Stage::Run, waivers, None)?;
    }
    Ok(Closed::Session(Box::new(tx.session(key)?)))
}

fn close_case(tx: &mut Tx<'_>, lens: &Lens<'_>, text: &str, waivers: &[(Control, String)]) -> Result<Closed, Fault> {
    let key = tx.find_case(text)?;
    let case = tx.case(key, lens)?;
    // A session that was added when the case had gone on is closed like the others.
    if case.stage >= Stage::Run && case.state == "open" {
        for session in tx.sessions_of(key)? {
            if matches!(session.state.as_str(), "scheduled" | "moved") {
                hold(tx, lens, &case, &session, waivers)?;
            }
        }
    }
    leave(tx, lens, key, Stage::Run, waivers, None)?;
    Ok(Closed::Case(Box::new(tx.case(key, lens)?)))
}

/// Notes that a session was held, when its control points are met or waived.
fn hold(
    tx: &mut Tx<'_>,
    lens: &Lens<'_>,
    case: &Case,
    session: &Session,
    waivers: &[(Control, String)],
) -> Result<(), Fault> {
    tx.about(case.key);
    if session.start_at > tx.stamp.instant() {
        let start = session.start.get(..16).unwrap_or(&session.start).replace('T', " ");
        return Err(Fault::new(Kind::Refused, phrase!("run-not-begun", session = &session.id, start = start))
            .try_this(format!("ata schedule move {} --start \"YYYY-MM-DD HH:MM\" --reason TEXT", session.id)));
    }
    let mut facts = tx.facts(case.key, &case.id, Stage::Run, lens)?;
    facts.sessions.retain(|one| one.id == session.id);
    let mut missing = control::missing(Stage::Run, lens.profile, &facts);
    missing.retain(|one| one.control != Control::SessionsClosed);
    missing.retain(|one| !waivers.iter().any(|(control, _)| *control == one.control));
    if !missing.is_empty() {
        return Err(Fault::missing_of_session(&session.id, &missing));
    }
    tx.hold_session(session.key)?;
    for (control, reason) in waivers {
        tx.say(format!("{}: {reason}", control.code()));
    }
    Ok(())
}

fn page(closed: &Closed, words: &Words) -> Page {
    match closed {
        Closed::Case(case) => brief::case(case, words),
        Closed::Session(session) => {
            let turnout = &session.attendance;
            let counts =
                phrase!("run-turnout", present = turnout.present, absent = turnout.absent, excused = turnout.excused);
            Page::default().line(format!(
                "{}  {} · {}",
                session.id,
                words.term("session", &session.state),
                words.say(&counts)
            ))
        }
    }
}
