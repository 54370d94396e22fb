//! The inventory of the case files (FUID, formato único de inventario documental): one line a folder, with the base columns of
//! the AGN's model (Acuerdo 042 of 2002).

use super::filed::Filed;
use super::written;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::{Words, language};
use crate::view::{Answer, Page, Table};
use ata_model::document::CaseFile;
use ata_store::Db;
use clap::Args;
use serde::Serialize;
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
    /// Write it as CSV; - is stdout
    #[arg(long, value_name = "FILE.csv")]
    out: Option<PathBuf>,
}

/// One folder of one case file.
#[derive(Serialize)]
pub struct Entry {
    pub order: usize,
    pub code: String,
    pub series: String,
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
    pub closed: bool,
}

#[derive(Serialize)]
struct Listed {
    items: Vec<Entry>,
    total: usize,
}

pub fn run(args: &Inventory, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let (producer, items) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let group = args.group.as_ref().map(|text| db.find_organisation(text)).transpose()?;
        let producer = group.map(|group| db.organisation(group)).transpose()?.map(|group| group.name);
        Ok((producer, entries(db, &desk, group, args.year, None, args.closed)?))
    })?;
    let listed = Listed { total: items.len(), items };
    let Some(out) = &args.out else { return Ok(Answer::of(listed, page)) };
    written::must_be_text(out)?;
    let words = Words::new(language(&desk.row.language)?);
    let text = csv(&listed.items, &desk, producer.as_deref(), &words)?;
    written::out(listed, text, out, env)
}

/// The folders of the classified files: of one group, year and case, or of all; only of closed ones, where that is asked.
///
/// # Errors
/// What the store says.
pub fn entries(
    db: &Db,
    desk: &Desk,
    group: Option<i64>,
    year: Option<i64>,
    case: Option<i64>,
    closed: bool,
) -> Result<Vec<Entry>, Fault> {
    let mut entries = Vec::new();
    for file in db.case_files(group, year, case)? {
        if file.is_closed || !closed {
            add(&mut entries, db, desk, &file)?;
        }
    }
    Ok(entries)
}

fn add(entries: &mut Vec<Entry>, db: &Db, desk: &Desk, file: &CaseFile) -> Result<(), Fault> {
    let filed = Filed::read(db, file.key, &desk.row.profile)?;
    let folders = filed.foliation.folders.len();
    let entry = |order, folder, days: &[&str], folios: Option<(i64, i64)>| Entry {
        order,
        code: file.series.code.clone(),
        series: file.series.title(),
        case: file.id.clone(),
        title: file.title.clone(),
        group: file.group.as_ref().map(|group| group.name.clone()),
        from: days.iter().min().map(|day| (*day).to_owned()),
        to: days.iter().max().map(|day| (*day).to_owned()),
        folder,
        folders: folders.max(1),
        folio_from: folios.map(|(from, _)| from),
        folio_to: folios.map(|(_, to)| to),
        folios: folios.map_or(0, |(from, to)| to - from + 1),
        closed: file.is_closed,
    };
    for (at, folder) in filed.foliation.folders.iter().enumerate() {
        let days = filed.documents.get(folder.first..=folder.last).unwrap_or_default();
        let days: Vec<&str> = days.iter().map(|document| document.date.as_str()).collect();
        entries.push(entry(entries.len() + 1, at + 1, &days, Some((folder.from, folder.to))));
    }
    if folders == 0 {
        let days: Vec<&str> = filed.documents.iter().map(|document| document.date.as_str()).collect();
        entries.push(entry(entries.len() + 1, 1, &days, None));
    }
    Ok(())
}

/// What inventories write for a folder without any date.
const UNDATED: &str = "s.f.";

fn page(listed: &Listed, words: &Words) -> Page {
    if listed.items.is_empty() {
        return Page::default().line(words.word("archive-no-files"));
    }
    let mut table = Table::new(words, &["#order", "case", "title", "from", "until", "folder", "#folios"]);
    for entry in &listed.items {
        let day = |day: &Option<String>| day.clone().unwrap_or_else(|| UNDATED.to_owned());
        let names = [entry.order.to_string(), entry.case.clone(), entry.title.clone()];
        let folder = format!("{}/{}", entry.folder, entry.folders);
        table.row(names.into_iter().chain([day(&entry.from), day(&entry.to), folder, entry.folios.to_string()]));
    }
    Page::default().table(table)
}

/// The form: its heading, the table with the columns of the model, who signs.
fn csv(entries: &[Entry], desk: &Desk, producer: Option<&str>, words: &Words) -> Result<String, Fault> {
    let word = |key: &str| words.word(&format!("archive-fuid-{key}"));
    let institution = desk.row.institution.clone();
    let mut rows = vec![
        vec![word("title")],
        vec![word("sender"), institution.clone()],
        vec![word("producer"), institution],
        vec![word("unit"), desk.row.profile.rule(ata_model::stage::Stage::Archive).area.clone()],
        vec![word("office"), producer.unwrap_or_default().to_owned()],
        vec![word("purpose"), word("purpose-office")],
        vec![word("date"), desk.today().to_string()],
        vec![String::new(); 2],
    ];
    let columns = [
        "order", "code", "name", "from", "to", "box", "folder", "volume", "other", "folios", "support", "use", "notes",
    ];
    rows.push(columns.map(word).to_vec());
    rows.extend(entries.iter().map(|entry| line(entry, words)));
    rows.push(vec![String::new(); 2]);
    for role in ["made", "handed", "received"] {
        rows.push(vec![word(role), String::new(), word("post"), String::new(), word("signature")]);
    }
    written::csv(&rows, words.language)
}

fn line(entry: &Entry, words: &Words) -> Vec<String> {
    let word = |key: &str| words.word(&format!("archive-fuid-{key}"));
    let empty = String::new;
    let undated = || UNDATED.to_owned();
    // Where all is of one day, only the first is written.
    let to = entry.to.clone().filter(|_| entry.to != entry.from);
    let mut notes = Vec::new();
    if let (Some(from), Some(to)) = (entry.folio_from, entry.folio_to) {
        notes.push(words.say(&crate::phrase!("archive-fuid-range", from = from, to = to)));
    }
    if !entry.closed {
        notes.push(word("open"));
    }
    vec![
        entry.order.to_string(),
        entry.code.clone(),
        format!("{} · {} {}", entry.series, entry.case, entry.title),
        entry.from.clone().unwrap_or_else(undated),
        to.unwrap_or_default(),
        empty(),
        format!("{} {} {}", entry.folder, word("of"), entry.folders),
        empty(),
        empty(),
        entry.folios.to_string(),
        word("electronic"),
        empty(),
        notes.join("; "),
    ]
}
