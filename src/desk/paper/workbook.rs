//! Tables that an office sends on, as workbooks (XLSX).

use super::clerk::Clerk;
use super::shown::Bytes;
use super::{Paper, TABLES, called, dossier, meeting, plans};
use crate::env::{Desk, Env, write_whole};
use crate::error::{Fault, Kind as FaultKind, unwritten};
use crate::locale::Words;
use crate::papers::sheet::{self, About, Table, workbook};
use crate::papers::{Kind, Voice};
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::document::layout::Layout;
use ata_store::{Thing, sha256};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// The papers that are also tables, beside those that are nothing else.
const ALSO: [Kind; 6] = [
    Kind::AnnualPlan,
    Kind::Schedule,
    Kind::MeetingRegister,
    Kind::AttendanceSheet,
    Kind::Commitments,
    Kind::Inventory,
];

fn is_table(kind: &str) -> bool {
    TABLES.contains(&kind) || ALSO.iter().any(|one| one.code() == kind)
}

/// A kind of workbook was asked for as something else.
pub fn only(kind: &str) -> Fault {
    Fault::usage(phrase!("desk-paper-only-workbook", kind = called(kind)))
        .try_this(format!("ata paper {kind} --out {kind}.xlsx"))
}

/// Is it a workbook that was asked for?
///
/// # Errors
/// A usage fault for a workbook of what is no table, or a PDF of what is nothing else.
pub fn is_wanted(args: &Paper) -> Result<bool, Fault> {
    let form = args.out.as_ref().and_then(|out| out.extension()).map(|form| form.to_string_lossy().to_lowercase());
    let is_named = TABLES.contains(&args.kind.as_str());
    match form.as_deref() {
        Some("xlsx") if is_table(&args.kind) => {}
        Some("xlsx") => {
            let known: Vec<&str> = ALSO.iter().map(|kind| kind.code()).chain(TABLES).collect();
            return Err(Fault::usage(phrase!(
                "desk-paper-no-workbook",
                kind = called(&args.kind),
                known = known.join(", ")
            )));
        }
        Some(_) if is_named => return Err(only(&args.kind)),
        _ if is_named => {}
        _ => return Ok(false),
    }
    match args.file {
        true => {
            Err(Fault::usage(phrase!("desk-paper-file-workbook")).try_this(format!("ata paper {} --file", args.kind)))
        }
        false => Ok(true),
    }
}

/// A workbook that was written.
#[derive(Serialize)]
struct Written {
    kind: String,
    about: Vec<String>,
    file: String,
    sheets: usize,
    rows: usize,
    /// Bytes.
    size: usize,
    sha256: String,
}

pub fn run(args: &Paper, desk: &Desk, voice: &Voice, layout: Option<Layout>, env: &Env) -> Result<Answer, Fault> {
    let (tables, name, about, notes) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let clerk = Clerk::new(db, desk, voice, args, None, layout)?;
        let tables = tables(&clerk)?;
        let at = clerk.bearings.as_ref().and_then(|log| log.at.parse::<DateTime<Utc>>().ok());
        let title = tables.first().map_or_else(String::new, |table| table.name.clone());
        let at = at.unwrap_or(DateTime::UNIX_EPOCH);
        let about = About::new(&title, &desk.row.institution, at, args.page(&desk.row.country), voice);
        Ok((tables, name(&clerk)?, about, clerk.notes.take()))
    })?;
    let bytes = workbook(&tables, &about).map_err(|error| {
        Fault::new(FaultKind::Failure, phrase!("error-file", path = "xlsx", detail = error.to_string()))
    })?;
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(name));
    if out == Path::new("-") {
        return Ok(Answer::new(Bytes(bytes)));
    }
    if !env.globals.dry_run {
        write_whole(&out, &bytes).map_err(|error| unwritten(&out, &error))?;
    }
    let written = Written {
        kind: args.kind.clone(),
        about: args.reference.clone(),
        file: out.display().to_string(),
        sheets: tables.len(),
        rows: tables.iter().map(|table| table.rows.len()).sum(),
        size: bytes.len(),
        sha256: sha256(&bytes),
    };
    let answer = Answer::of(written, |written, words: &Words| {
        let said = phrase!("desk-paper-workbook", file = &written.file, rows = written.rows);
        Page::default().line(words.say(&said))
    });
    Ok(answer.notes(notes))
}

/// `AT-2026-0001-S1-roster.xlsx`, as other papers are called.
fn name(clerk: &Clerk<'_>) -> Result<String, Fault> {
    let kind = &clerk.args.kind;
    let about = match clerk.args.reference.first().map(|text| clerk.db.find_thing(text)).transpose()? {
        Some(Thing::Session(key)) => Some(clerk.db.session(key)?.id),
        Some(Thing::Case(key)) => Some(clerk.db.case(key, &clerk.desk.lens())?.id),
        Some(Thing::Organisation(key)) => Some(clerk.db.organisation(key)?.id),
        Some(Thing::Person(key)) => Some(clerk.db.person(key)?.id),
        _ => None,
    };
    Ok(about.map_or_else(|| format!("{kind}.xlsx"), |about| format!("{about}-{kind}.xlsx")))
}

/// One sheet a reference; one of everything, where nothing is named.
fn tables(clerk: &Clerk<'_>) -> Result<Vec<Table>, Fault> {
    if clerk.args.reference.is_empty() {
        return table(clerk, None);
    }
    let mut all = Vec::new();
    for (text, thing) in clerk.named()? {
        all.extend(table(clerk, Some((text, thing)))?);
    }
    Ok(all)
}

fn table(clerk: &Clerk<'_>, named: Option<(&String, Thing)>) -> Result<Vec<Table>, Fault> {
    let (voice, kind) = (clerk.voice, clerk.args.kind.as_str());
    let thing = named.map(|(_, thing)| thing);
    let wrong = || {
        let value = named.map_or("", |(text, _)| text.as_str());
        Fault::usage(phrase!("desk-paper-not-about", kind = called(kind), value = value))
            .try_this(format!("ata paper {kind} --help"))
    };
    let is_group = matches!(thing, None | Some(Thing::Case(_) | Thing::Organisation(_)));
    Ok(match Kind::parse(kind) {
        Some(Kind::AnnualPlan) if is_group => vec![sheet::plan(&plans::plans(clerk, thing)?, voice)],
        Some(Kind::Schedule) if is_group => {
            let agenda = plans::sessions(clerk, thing)?;
            vec![sheet::schedule(&plans::planned(&agenda), voice)]
        }
        Some(Kind::Commitments) => vec![sheet::commitments(&plans::pending(clerk, thing)?.2, voice)],
        Some(Kind::Inventory) if is_group => {
            vec![sheet::inventory(&dossier::form(clerk, thing)?, voice)]
        }
        None if kind == "records-schedule" && thing.is_none() => vec![sheet::series(&clerk.db.series()?, voice)],
        Some(Kind::MeetingRegister | Kind::AttendanceSheet) | None => {
            let Some(sessions) = clerk.sessions(thing)? else { return Err(wrong()) };
            let mut all = Vec::new();
            for held in &sessions {
                all.push(sheet::roster(&held.session.id, &meeting::people(clerk, held)?, voice));
            }
            all
        }
        _ => return Err(wrong()),
    })
}
