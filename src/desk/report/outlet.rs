//! A report as a file: a page for a browser, rows, or a workbook.

use super::html::{About as Above, html};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::mail::language::Language;
use crate::papers::sheet::{self, About, Cell};
use crate::papers::{PageSize, Voice};
use crate::phrase;
use crate::stages::archive::written::csv;
use crate::typed;
use crate::view::{Block, Page, Table};
use chrono::{NaiveDate, NaiveTime};
use std::path::Path;

/// The form of a file, by the end of its name.
pub fn form(out: &Path) -> String {
    out.extension().map(|form| form.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Is a file of this form read by people, and so written as they write days and figures?
pub fn is_for_people(form: &str) -> bool {
    matches!(form, "html" | "htm" | "xlsx")
}

/// Writes the page of a kind of report as what the name of the file says it is. A dry run writes nothing.
///
/// # Errors
/// A usage fault for another form of file; what keeps it from being written.
pub fn write(kind: &str, page: &Page, out: &Path, desk: &Desk, env: &Env) -> Result<(), Fault> {
    let form = form(out);
    let voice = Voice::new(env.words().language, &desk.row.country);
    let bytes = match form.as_str() {
        "html" | "htm" => {
            let foot = env.words().say(&phrase!("look-report-as-of", day = voice.day(&desk.today().to_string())));
            let language = env.words().language.code();
            html(page, &Above { language, institution: &desk.row.institution, foot: &foot }, &voice).into_bytes()
        }
        "csv" => csv(&rows(page, env.words().language), env.words().language)?.into_bytes(),
        "xlsx" => workbook(page, desk, &voice)?,
        _ => {
            let fault = Fault::usage(phrase!("look-report-form", file = out.display().to_string()));
            return Err(fault.try_this(format!("ata report {kind} --out {}", typed::path(&out.with_extension("html")))));
        }
    };
    if env.globals.dry_run { Ok(()) } else { env.write(out, &bytes) }
}

/// Everything on the page, a row each. Where spreadsheets separate cells by semicolons, a decimal sign is a comma to them.
fn rows(page: &Page, language: Language) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let cell = |table: &Table, at: usize, text: &String| match table.columns.get(at) {
        Some(column) if column.is_number && language != Language::En && text.parse::<f64>().is_ok() => {
            text.replace('.', ",")
        }
        _ => text.clone(),
    };
    for block in &page.blocks {
        match block {
            Block::Heading(text) | Block::Line(text) | Block::Remark(text) | Block::Verbatim(text) => {
                rows.push(vec![text.clone()])
            }
            Block::Blank => rows.push(vec![String::new()]),
            Block::Facts(facts) => rows.extend(facts.iter().map(|(label, value)| vec![label.clone(), value.clone()])),
            Block::Table(table) | Block::Cards(table, _) => {
                rows.push(table.columns.iter().map(|column| column.title.clone()).collect());
                let cells =
                    |row: &Vec<String>| row.iter().enumerate().map(|(at, text)| cell(table, at, text)).collect();
                rows.extend(table.rows.iter().map(cells));
            }
        }
    }
    rows
}

/// One sheet a table, called as the heading above it. Each says whose report it is, and of what time; what is said beside the tables
/// stands with the next of them, or below the last.
fn workbook(page: &Page, desk: &Desk, voice: &Voice) -> Result<Vec<u8>, Fault> {
    let row = |text: &str| (text.to_owned(), String::new());
    let mut tables: Vec<sheet::Table> = Vec::new();
    let (mut title, mut name) = (None, String::new());
    // Below the title: the institution, then what all of it is about.
    let mut whole = vec![row(&desk.row.institution)];
    let mut said = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading(text) if title.is_none() => {
                title = Some(text.clone());
                name.clone_from(text);
            }
            Block::Heading(text) => name.clone_from(text),
            Block::Line(text) | Block::Remark(text) | Block::Verbatim(text) if tables.is_empty() => {
                whole.push(row(text))
            }
            Block::Line(text) | Block::Remark(text) | Block::Verbatim(text) => said.push(row(text)),
            Block::Facts(facts) => said.extend(facts.iter().cloned()),
            Block::Table(table) | Block::Cards(table, _) => {
                let above = title.iter().map(|title| row(title)).chain(whole.iter().cloned()).chain(said.drain(..));
                tables.push(sheet::Table { above: above.collect(), ..sheet_of(&name, table) });
            }
            Block::Blank => {}
        }
    }
    let title = title.unwrap_or_default();
    match tables.last_mut() {
        Some(last) => last.below.extend(said.into_iter().map(|(text, value)| vec![text, value])),
        None => {
            let above = [row(&title)].into_iter().chain(whole).chain(said).collect();
            tables.push(sheet::Table { name: title.clone(), above, ..sheet::Table::default() });
        }
    }
    let at = desk.today().and_time(NaiveTime::MIN).and_utc();
    let about = About::new(&title, &desk.row.institution, at, PageSize::of(&desk.row.country), voice);
    sheet::workbook(&tables, &about)
        .map_err(|error| Fault::new(Kind::Failure, phrase!("error-file", path = "xlsx", detail = error.to_string())))
}

fn sheet_of(name: &str, table: &Table) -> sheet::Table {
    let cell = |(at, text): (usize, &String)| match table.columns.get(at) {
        Some(column) if column.is_share => text.parse().map_or_else(|_| Cell::text(Some(text.clone())), Cell::Share),
        Some(column) if column.is_number => number(text),
        _ => match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) if text.len() == 10 => Cell::Day(day),
            _ => Cell::text(Some(text.clone())),
        },
    };
    sheet::Table {
        name: name.to_owned(),
        columns: table.columns.iter().map(|column| column.title.clone()).collect(),
        rows: table.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect(),
        ..sheet::Table::default()
    }
}

/// A number to go on reckoning with, where it is one.
fn number(text: &str) -> Cell {
    let whole = text.parse().ok().map(Cell::Whole);
    whole.or_else(|| text.parse().ok().map(Cell::Money)).unwrap_or_else(|| Cell::text(Some(text.to_owned())))
}
