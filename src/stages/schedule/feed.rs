//! Sessions as a calendar that other programs import or subscribe to.

use super::list::Which;
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::mail::Party;
use crate::mail::calendar::{Invite, Method, feed};
use crate::mail::language::Language;
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::case::Case;
use ata_model::session::Session;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Ics {
    /// Only sessions of these cases
    case: Vec<String>,
    #[command(flatten)]
    which: Which,
    /// The file to write (else stdout)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The address of those who have none: calendars want one for the organiser.
const NO_ADDRESS: &str = "agenda@ata.local";

#[derive(Serialize)]
struct Written {
    /// None when the calendar is in the answer itself.
    file: Option<String>,
    sessions: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    ics: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

pub fn run(args: &Ics, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let words = Words::new(Language::parse(&desk.row.language).unwrap_or(Language::Es));
    let entries = desk.store.snapshot(|_| entries(args, &desk, &words, env.now))?;
    if entries.is_empty() {
        return Err(Fault::new(Kind::NotFound, phrase!("schedule-feed-empty"))
            .try_this("ata schedule add CASE --start \"YYYY-MM-DD HH:MM\" --duration 3h"));
    }
    let ics = feed(&desk.row.institution, &entries)
        .map_err(|error| Fault::new(Kind::Failure, phrase!("schedule-feed-fault", detail = error.to_string())))?;
    let file = args.out.as_deref().filter(|path| *path != Path::new("-"));
    if let Some(path) = file
        && !env.globals.dry_run
    {
        env.write(path, ics.as_bytes())?;
    }
    let written = Written {
        file: file.map(|path| path.display().to_string()),
        sessions: entries.len(),
        ics: file.is_none().then_some(ics),
        dry_run: env.globals.dry_run,
    };
    Ok(Answer::of(written, |written, words| match (&written.ics, &written.file) {
        (Some(ics), _) => Page::default().verbatim(ics.clone()),
        (None, file) => {
            let file = file.clone().unwrap_or_default();
            Page::default().line(words.say(&phrase!("schedule-feed", n = written.sessions, file = file)))
        }
    }))
}

/// The sessions asked for, each once, as entries.
fn entries(args: &Ics, desk: &Desk, words: &Words, now: DateTime<Utc>) -> Result<Vec<Invite>, Fault> {
    let mut sessions: BTreeMap<i64, Session> = BTreeMap::new();
    let cases: Vec<Option<&String>> =
        if args.case.is_empty() { vec![None] } else { args.case.iter().map(Some).collect() };
    for case in cases {
        let found = desk.store.sessions(&args.which.filter(case, desk)?)?;
        sessions.extend(found.into_iter().map(|session| (session.key, session)));
    }
    let mut known: BTreeMap<i64, (Case, Option<String>)> = BTreeMap::new();
    let mut entries = Vec::new();
    for session in sessions.into_values() {
        let (case, email) = match known.entry(session.case_key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(organizer(session.case_key, desk)?),
        };
        entries.push(entry(&session, case, email.clone(), desk, words, now)?);
    }
    Ok(entries)
}

/// A case, and the address of the group that answers for it.
fn organizer(key: i64, desk: &Desk) -> Result<(Case, Option<String>), Fault> {
    let case = desk.store.case(key, &desk.lens())?;
    let group = case.group.as_ref().map(|group| desk.store.find_organisation(&group.id)).transpose()?;
    let email = group.map(|group| desk.store.organisation(group)).transpose()?.and_then(|group| group.email);
    Ok((case, email))
}

fn entry(
    session: &Session,
    case: &Case,
    email: Option<String>,
    desk: &Desk,
    words: &Words,
    now: DateTime<Utc>,
) -> Result<Invite, Fault> {
    let damaged =
        |detail: &str| Fault::new(Kind::Integrity, phrase!("error-stored", what = "session", detail = detail));
    let zone: Tz = session.zone.parse().map_err(|_| damaged(&session.zone))?;
    let at = |text: &str| text.parse::<DateTime<Utc>>().map(|at| at.with_timezone(&zone)).map_err(|_| damaged(text));
    let organizer = case.group.as_ref().map_or(&desk.row.institution, |group| &group.name);
    Ok(Invite {
        uid: session.uid.clone(),
        sequence: session.sequence,
        method: if session.state == "cancelled" { Method::Cancel } else { Method::Publish },
        stands: session.state != "cancelled",
        start: at(&session.start_at)?,
        end: at(&session.end_at)?,
        stamp: now,
        created: desk.store.opened_at(session.case_key)?.parse().unwrap_or(now),
        summary: case.title.clone(),
        description: description(session, words),
        location: session.place.clone().unwrap_or_default(),
        url: session.link.clone(),
        organizer: Party::new(organizer.clone(), email.unwrap_or_else(|| NO_ADDRESS.to_owned())),
        attendees: Vec::new(),
    })
}

/// Reference, agenda and facilitators, in the register's language.
pub fn description(session: &Session, words: &Words) -> String {
    let mut lines = vec![format!("{} · {}", session.id, words.term("modality", &session.modality))];
    for item in &session.agenda {
        let time = item.time.as_ref().map(|time| format!("{time} – ")).unwrap_or_default();
        let who = item.who.as_ref().map(|who| format!(" ({who})")).unwrap_or_default();
        lines.push(format!("{time}{}{who}", item.topic));
    }
    let names: Vec<&str> = session.facilitators.iter().map(|who| who.name.as_str()).collect();
    if !names.is_empty() {
        lines.push(format!("{}: {}", words.term("column", "facilitators"), names.join(", ")));
    }
    lines.join("\n")
}
