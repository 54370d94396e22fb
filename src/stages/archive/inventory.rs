//! The inventory of the case files (FUID, formato único de inventario documental): one line a folder. How the form looks is data: see
//! `fuid`.

use super::filed::Filed;
use super::fuid::{self, Heading};
use super::index::extension;
use super::written;
use crate::desk::paper::{self, Paper};
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::{Phrase, Words, language};
use crate::papers::{Voice, sheet};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::document::layout::{PURPOSES, formats, is_transfer};
use ata_model::document::{CaseFile, Document, Retention, UNDATED};
use ata_store::Db;
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Args)]
pub struct Inventory {
    /// Only files of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
    /// Only cases of this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i64).range(1900..=2200))]
    year: Option<i64>,
    /// Only closed cases
    #[arg(long)]
    closed: bool,
    /// Layout of the form: agn-042, municipal, seccional, clasificada, or a file
    #[arg(long, value_name = "NAME|FILE.toml", default_value = "agn-042")]
    layout: String,
    /// Why it is made; transfers hold what is due (ata archive due), eliminations what was proposed for it
    #[arg(long, value_name = "PURPOSE", default_value = "office", value_parser = clap::builder::PossibleValuesParser::new(PURPOSES))]
    purpose: String,
    /// Number of the transfer
    #[arg(long, value_name = "N")]
    transfer: Option<String>,
    /// Write it as CSV, as a workbook (.xlsx) or as its page (.pdf); - is stdout, as CSV
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// One folder of one case file.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub order: usize,
    pub code: String,
    /// Series and subseries in one line.
    pub series: String,
    pub series_name: String,
    pub subseries: Option<String>,
    pub case: String,
    pub title: String,
    pub group: Option<String>,
    /// First and last day of the documents in the folder; none: undated.
    pub from: Option<String>,
    pub to: Option<String>,
    pub folder: usize,
    pub folders: usize,
    pub folio_from: Option<i64>,
    pub folio_to: Option<i64>,
    pub folios: i64,
    /// Of its files, such as `MD, PDF`.
    pub format: String,
    pub closed: bool,
}

#[derive(Serialize)]
struct Listed {
    items: Vec<Entry>,
    total: usize,
}

/// Which files an inventory is of, and what it is made for.
pub struct Scope<'a> {
    pub group: Option<i64>,
    pub year: Option<i64>,
    pub case: Option<i64>,
    pub closed: bool,
    pub purpose: &'a str,
    /// The day by which the years of what is transferred are over.
    pub on: NaiveDate,
}

impl Scope<'_> {
    /// What is transferred is closed, its years in the archive it leaves are over, and it is to be kept; what is eliminated was proposed
    /// for it.
    fn holds(&self, file: &CaseFile) -> bool {
        let years = file.kept.as_ref().map(|kept| kept.retention(&file.series));
        let is_over = |until: fn(Retention) -> NaiveDate| years.is_some_and(|years| until(years) <= self.on);
        (file.is_closed || !self.closed)
            && match self.purpose {
                "elimination" => file.listed.is_some(),
                "primary-transfer" => file.listed.is_none() && is_over(|years| years.office_until),
                "secondary-transfer" => {
                    file.listed.is_none() && !file.series.is_eliminated() && is_over(|years| years.central_until)
                }
                _ => true,
            }
    }

    /// Why a file does not go the way of its purpose all the same: an office does not list as its own what it received from another, and
    /// what a legal hold keeps goes nowhere.
    fn bar(&self, file: &CaseFile) -> Option<&'static str> {
        let leaves = is_transfer(self.purpose) || self.purpose == "elimination";
        match &file.held {
            _ if file.is_copy => Some("copies"),
            Some(_) if leaves => Some("held"),
            _ => None,
        }
    }
}

/// The folders of the case files in their order, and which files were left out, to be told.
///
/// # Errors
/// What the store says.
pub fn entries(db: &Db, desk: &Desk, scope: &Scope<'_>) -> Result<(Vec<Entry>, Vec<Phrase>), Fault> {
    let mut entries = Vec::new();
    let mut barred: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for file in db.case_files(scope.group, scope.year, scope.case)? {
        match scope.bar(&file) {
            _ if !scope.holds(&file) => {}
            None => add(&mut entries, db, desk, &file)?,
            Some(why) => barred.entry(why).or_default().push(file.id),
        }
    }
    let told = |(why, cases): (&str, Vec<String>)| {
        phrase!(format!("archive-inventory-{why}"), n = cases.len(), cases = cases.join(", "))
    };
    let mut notes: Vec<Phrase> = barred.into_iter().map(told).collect();
    if entries.is_empty() && notes.is_empty() && is_transfer(scope.purpose) {
        notes.push(phrase!(format!("archive-inventory-no-{}", scope.purpose)));
    }
    Ok((entries, notes))
}

pub fn run(args: &Inventory, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let transfer = args.transfer.as_ref().map(|text| typed::line(text, "--transfer")).transpose()?;
    if transfer.is_some() && !is_transfer(&args.purpose) {
        return Err(Fault::usage(phrase!("archive-no-transfer")).try_this("--purpose primary-transfer"));
    }
    let layout = fuid::layout(&args.layout, env)?;
    let (group, office, items, notes) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let group = args.group.as_ref().map(|text| db.find_organisation(text)).transpose()?;
        let office = group.map(|group| db.organisation(group)).transpose()?.map(|group| group.name);
        let scope =
            Scope { group, year: args.year, case: None, closed: args.closed, purpose: &args.purpose, on: desk.today() };
        let (items, notes) = entries(db, &desk, &scope)?;
        Ok((group, office, items, notes))
    })?;
    let listed = Listed { total: items.len(), items };
    let Some(out) = &args.out else { return Ok(Answer::of(listed, page).notes(notes)) };
    if written::is_page(out) {
        let paper = Paper::of_inventory(args.year, args.closed, &args.layout, &args.purpose, transfer);
        return Ok(written::whole(listed, &paper::inventory(&paper, group, &desk, env)?, out, env)?.notes(notes));
    }
    if !written::is_workbook(out) {
        written::must_be_rows(out, "ata archive inventory")?;
    }
    let words = Words::new(language(&desk.row.language)?);
    let heading = Heading { purpose: args.purpose.clone(), office, transfer, day: None };
    let form = fuid::form(&listed.items, &layout, &heading, &desk, &words);
    if written::is_workbook(out) {
        let voice = Voice::new(words.language, &desk.row.country);
        let table = sheet::inventory(&form.into(), &voice);
        return Ok(written::workbook(listed, &table, &desk, &voice, out, env)?.notes(notes));
    }
    let text = written::csv(&form.rows_of_text(&words), words.language)?;
    Ok(written::out(listed, text, out, env)?.notes(notes))
}

fn add(entries: &mut Vec<Entry>, db: &Db, desk: &Desk, file: &CaseFile) -> Result<(), Fault> {
    let filed = Filed::read(db, file.key, &desk.row.profile)?;
    let folders = filed.foliation.folders.len();
    let entry = |order, folder, inside: &[Document], folios: Option<(i64, i64)>| Entry {
        order,
        code: file.series.code.clone(),
        series: file.series.title(),
        series_name: file.series.series.clone(),
        subseries: file.series.subseries.clone(),
        case: file.id.clone(),
        title: file.title.clone(),
        group: file.group.as_ref().map(|group| group.name.clone()),
        from: days(inside).min().map(str::to_owned),
        to: days(inside).max().map(str::to_owned),
        folder,
        folders: folders.max(1),
        folio_from: folios.map(|(from, _)| from),
        folio_to: folios.map(|(_, to)| to),
        folios: folios.map_or(0, |(from, to)| to - from + 1),
        format: formats(inside.iter().map(extension).collect::<Vec<_>>().iter().map(String::as_str)),
        closed: file.is_closed,
    };
    for (at, folder) in filed.foliation.folders.iter().enumerate() {
        let inside = filed.documents.get(folder.first..=folder.last).unwrap_or_default();
        entries.push(entry(entries.len() + 1, at + 1, inside, Some((folder.from, folder.to))));
    }
    if folders == 0 {
        entries.push(entry(entries.len() + 1, 1, &filed.documents, None));
    }
    Ok(())
}

/// The days of documents; one without a date has none.
fn days(documents: &[Document]) -> impl Iterator<Item = &str> {
    documents.iter().filter_map(Document::day)
}

fn page(listed: &Listed, words: &Words) -> Page {
    let mut table = Table::new(words, &["#order", "!case", "title", "!from", "!until", "?folder", "#folios"]);
    for entry in &listed.items {
        let day = |day: &Option<String>| day.clone().unwrap_or_else(|| UNDATED.to_owned());
        let names = [entry.order.to_string(), entry.case.clone(), entry.title.clone()];
        let folder = format!("{}/{}", entry.folder, entry.folders);
        table.row(names.into_iter().chain([day(&entry.from), day(&entry.to), folder, entry.folios.to_string()]));
    }
    Page::default().table(table).none(words.word("archive-no-files"))
}
