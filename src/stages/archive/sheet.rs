//! The control sheet (hoja de control de expediente): item, day, document type, folios and remarks, oldest first. (AGN, Acuerdo
//! 002 of 2014, article 12.)

use super::filed::{Filed, kind_title, profile_of};
use super::written;
use crate::desk::paper;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::{Words, language};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::case::Named;
use ata_store::Db;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Args)]
pub struct Sheet {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Write it, that of one case: .csv or .pdf; - is stdout
    #[arg(long, value_name = "FILE.csv")]
    out: Option<PathBuf>,
}

/// The sheet of one case.
#[derive(Serialize)]
pub struct ControlSheet {
    pub case: String,
    pub title: String,
    pub group: Option<Named>,
    pub series: Option<String>,
    pub series_title: Option<String>,
    /// While the case is open the folio numbers are those it would be given now.
    pub closed: bool,
    pub folios: i64,
    pub folders: usize,
    pub items: Vec<Item>,
    pub total: usize,
}

#[derive(Serialize)]
pub struct Item {
    pub item: usize,
    pub document: String,
    pub date: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub type_title: String,
    pub folio_from: Option<i64>,
    pub folio_to: Option<i64>,
    pub observations: String,
}

/// Reads the sheet of a case, its document types in the words given.
///
/// # Errors
/// What the store says.
pub fn read(db: &Db, desk: &Desk, case: i64, words: &Words) -> Result<ControlSheet, Fault> {
    of(db, desk, case, &Filed::read(db, case, &desk.row.profile)?, words)
}

/// The same of documents read already.
///
/// # Errors
/// What the store says.
pub fn of(db: &Db, desk: &Desk, case: i64, filed: &Filed, words: &Words) -> Result<ControlSheet, Fault> {
    let profile = profile_of(db, case, &desk.row.profile)?;
    let file = db.case(case, &desk.lens())?;
    let line = file.series.as_ref().map(|code| db.find_series(code)).transpose()?;
    let items = filed.numbered().enumerate().map(|(at, (document, range))| Item {
        item: at + 1,
        document: document.id.clone(),
        date: document.date.clone(),
        kind: document.kind.clone(),
        type_title: kind_title(&profile, words, &document.kind),
        folio_from: range.map(|(from, _)| from),
        folio_to: range.map(|(_, to)| to),
        observations: document.title.clone(),
    });
    let items: Vec<Item> = items.collect();
    Ok(ControlSheet {
        case: file.id,
        title: file.title,
        group: file.group,
        series: file.series,
        series_title: line.map(|line| line.title()),
        closed: file.state == "closed",
        folios: filed.folios(),
        folders: filed.foliation.folders.len(),
        total: items.len(),
        items,
    })
}

pub fn run(args: &Sheet, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    // What is written leaves the building; what is shown is for the reader.
    let leaving = Words::new(language(&desk.row.language)?);
    let words = if args.out.is_some() { &leaving } else { env.words() };
    let mut sheets = desk.store.snapshot(|db| -> Result<Vec<_>, Fault> {
        let keys = typed::each(&args.case, |text| db.find_case(text))?;
        keys.into_iter().map(|key| read(db, &desk, key, words)).collect()
    })?;
    let Some(out) = &args.out else { return Ok(Answer::some(sheets, "case", |sheet| &sheet.case, page)) };
    written::must_be_one(&sheets, "ata archive sheet CASE --out FILE.csv")?;
    let sheet = sheets.remove(0);
    if written::is_page(out) {
        return written::whole(sheet, &paper::control_sheet(&args.case[0], &desk)?, out, env);
    }
    written::must_be_text(out, None)?;
    let producer = desk.store.provenance(desk.store.find_case(&sheet.case)?)?.map(|from| from.institution);
    let text = csv(&sheet, producer.as_deref().unwrap_or(&desk.row.institution), &leaving)?;
    written::out(sheet, text, out, env)
}

fn folios(item: &Item) -> String {
    match (item.folio_from, item.folio_to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        _ => "–".to_owned(),
    }
}

fn head(sheet: &ControlSheet) -> [(&'static str, String); 4] {
    let series = [sheet.series.clone(), sheet.series_title.clone()].into_iter().flatten().collect::<Vec<_>>();
    [
        ("case", sheet.case.clone()),
        ("title", sheet.title.clone()),
        ("series", series.join(" · ")),
        ("group", sheet.group.as_ref().map(|group| group.name.clone()).unwrap_or_default()),
    ]
}

fn page(sheet: &ControlSheet, words: &Words) -> Page {
    let facts: Vec<(&str, Option<String>)> = head(sheet).into_iter().map(|(key, value)| (key, Some(value))).collect();
    let page = Page::default().heading(words.word("archive-sheet")).facts(words, &facts);
    let mut table = Table::new(words, &["#item", "date", "type", "#folios", "observations"]);
    for item in &sheet.items {
        let row = [item.item.to_string(), item.date.clone(), item.type_title.clone()];
        table.row(row.into_iter().chain([folios(item), item.observations.clone()]));
    }
    let page = match sheet.items.as_slice() {
        [] => page.line(words.word("archive-no-documents")),
        _ => page.table(table),
    };
    let total = phrase!("archive-total", folios = sheet.folios, folders = sheet.folders);
    let page = page.line(words.say(&total));
    if sheet.closed { page } else { page.line(words.word("archive-provisional")) }
}

/// The sheet as a file: its heading, a blank line, the table.
///
/// # Errors
/// As [`written::csv`].
pub fn csv(sheet: &ControlSheet, institution: &str, words: &Words) -> Result<String, Fault> {
    let column = |key: &str| words.term("column", key);
    let mut rows = vec![vec![words.word("archive-sheet")], vec![column("institution"), institution.to_owned()]];
    rows.extend(head(sheet).map(|(key, value)| vec![column(key), value]));
    if !sheet.closed {
        rows.push(vec![words.word("archive-provisional")]);
    }
    rows.push(vec![String::new(); 2]);
    rows.push(["item", "date", "type", "folio_from", "folio_to", "observations"].map(column).to_vec());
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    rows.extend(sheet.items.iter().map(|item| {
        vec![
            item.item.to_string(),
            item.date.clone(),
            item.type_title.clone(),
            number(item.folio_from),
            number(item.folio_to),
            item.observations.clone(),
        ]
    }));
    written::csv(&rows, words.language)
}
