//! The inventory as a form (FUID): heading, columns and signatures of a layout, filled with the folders of case files. One function
//! gives all of it, for CSV here and for whoever prints it or makes a workbook of it.

use super::inventory::Entry;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::Words;
use crate::papers::inventory;
use crate::phrase;
use ata_model::document::UNDATED;
use ata_model::document::layout::{Layout, LayoutFault, code_parts, is_transfer};
use ata_model::stage::Stage;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::Path;

/// The layouts that come with the program, the base first.
const SHIPPED: [(&str, &str); 4] = [
    ("agn-042", include_str!("../../../profiles/inventory/agn-042.toml")),
    ("municipal", include_str!("../../../profiles/inventory/municipal.toml")),
    ("seccional", include_str!("../../../profiles/inventory/seccional.toml")),
    ("clasificada", include_str!("../../../profiles/inventory/clasificada.toml")),
];

/// The layout of a name, or of a file.
///
/// # Errors
/// A usage fault for a name that is none, and for a file with a fault, which is said with its place.
pub fn layout(name: &str, env: &Env) -> Result<Layout, Fault> {
    let text = match SHIPPED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim())) {
        Some((_, text)) => (*text).to_owned(),
        None if Path::new(name).extension().is_some_and(|form| form == "toml") => env.read_text(Path::new(name))?,
        None => {
            let known = SHIPPED.map(|(name, _)| name).join(", ");
            return Err(Fault::usage(phrase!("archive-no-layout", name = name, known = known)));
        }
    };
    Layout::parse(&text).map_err(|fault| {
        let phrase = match &fault {
            LayoutFault::Syntax { line, column, detail } => {
                phrase!(
                    "archive-layout-syntax",
                    file = name,
                    line = line.to_string(),
                    column = column.to_string(),
                    detail = detail
                )
            }
            LayoutFault::UnknownValue { value, known } => {
                phrase!("archive-layout-value", file = name, value = value, known = known.join(", "))
            }
            LayoutFault::Untitled => phrase!("archive-layout-untitled", file = name),
            LayoutFault::NoColumns => phrase!("archive-layout-empty", file = name),
        };
        Fault::usage(phrase)
    })
}

/// What the heading says.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// One of `ata_model::document::layout::PURPOSES`.
    pub purpose: String,
    /// The group whose files these are.
    pub office: Option<String>,
    /// Number of the transfer; only with the two transfers.
    pub transfer: Option<String>,
    /// The day it bears (else today).
    pub day: Option<NaiveDate>,
}

/// The form, ready to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    /// Its days stay `aaaa-mm-dd`.
    pub iso_days: bool,
    /// Label and value.
    pub heading: Vec<(String, String)>,
    /// Registro de entrada: year, month, day, number; empty unless it is a transfer.
    pub entry: Vec<(String, String)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// Who signs, such as `Elaborado por`.
    pub signers: Vec<String>,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it holds: one of `ata_model::document::layout::COLUMN_VALUES`.
    pub value: String,
    pub title: String,
    pub group: Option<String>,
}

/// Fills a layout, in the words given.
pub fn form(entries: &[Entry], layout: &Layout, heading: &Heading, desk: &Desk, words: &Words) -> Form {
    let day = heading.day.unwrap_or_else(|| desk.today());
    let word = |key: &str| words.word(&format!("archive-fuid-{}", key.replace('_', "-")));
    let value = |key: &str| match key {
        "sender" | "producer" => desk.row.institution.clone(),
        "unit" => desk.row.profile.rule(Stage::Archive).area.clone(),
        "office" => heading.office.clone().unwrap_or_default(),
        "purpose" => word(&format!("purpose-{}", heading.purpose)),
        "date" => day.to_string(),
        _ => String::new(),
    };
    let fields = layout.header.iter();
    let digits = day.format("%Y-%m-%d").to_string();
    let mut parts = digits.split('-').map(str::to_owned);
    let mut entry = Vec::new();
    if is_transfer(&heading.purpose) {
        for part in ["entry-year", "entry-month", "entry-day"] {
            entry.push((word(part), parts.next().unwrap_or_default()));
        }
        entry.push((word("entry-number"), heading.transfer.clone().unwrap_or_default()));
    }
    Form {
        title: layout.title.clone().unwrap_or_else(|| word("form")),
        iso_days: layout.iso_days,
        heading: fields
            .map(|field| (field.title.clone().unwrap_or_else(|| word(&field.value)), value(&field.value)))
            .collect(),
        entry,
        columns: layout.columns.iter().map(|column| titled(column, words)).collect(),
        rows: entries
            .iter()
            .map(|entry| {
                let cells = cells(entry, words);
                layout
                    .columns
                    .iter()
                    .map(|column| cells.get(column.value.as_str()).cloned().unwrap_or_default())
                    .collect()
            })
            .collect(),
        signers: layout.signers.iter().map(|signer| word(signer)).collect(),
        note: layout.note.clone(),
    }
}

/// A column under the titles it has of its own, else under the program's words: two groups of the base form have some.
fn titled(column: &ata_model::document::layout::Column, words: &Words) -> Column {
    let known = |key: &str| words.maybe(&format!("archive-fuid-group-{key}"));
    let group = column.group.as_deref();
    let inside = || known(&format!("{}-{}", group?, column.value));
    let title = column.title.clone().or_else(inside);
    Column {
        value: column.value.clone(),
        title: title.unwrap_or_else(|| words.word(&format!("archive-fuid-{}", column.value.replace('_', "-")))),
        group: group.map(|group| known(group).unwrap_or_else(|| group.to_owned())),
    }
}

/// Every cell a layout may ask for, of one folder; what is not known is left out. Days and numbers as scripts write them.
pub fn cells(entry: &Entry, words: &Words) -> BTreeMap<&'static str, String> {
    let word = |key: &str| words.word(&format!("archive-fuid-{key}"));
    let [office, series, subseries] = code_parts(&entry.code);
    let mut notes = Vec::new();
    if let (Some(from), Some(to)) = (entry.folio_from, entry.folio_to) {
        notes.push(words.say(&phrase!("archive-fuid-range", from = from, to = to)));
    }
    if !entry.closed {
        notes.push(word("open"));
    }
    let volume = format!("{} {} {}", entry.folder, word("of"), entry.folders);
    // Where all is of one day, only the first is written.
    let to = entry.to.clone().filter(|_| entry.to != entry.from);
    let known = [
        ("n", Some(entry.order.to_string())),
        ("code", Some(entry.code.clone())),
        ("code_office", Some(office.to_owned())),
        ("code_series", Some(series.to_owned())),
        ("code_subseries", Some(subseries.to_owned())),
        ("name", Some(format!("{} · {} {}", entry.series, entry.case, entry.title))),
        ("series", Some(entry.series.clone())),
        ("series_name", Some(entry.series_name.clone())),
        ("subseries", entry.subseries.clone()),
        ("case", Some(entry.case.clone())),
        ("title", Some(entry.title.clone())),
        ("file", Some(format!("{} {}", entry.case, entry.title))),
        ("from", Some(entry.from.clone().unwrap_or_else(|| UNDATED.to_owned()))),
        ("to", to),
        ("folder", Some(volume.clone())),
        ("volume", Some(volume)),
        ("folio_from", entry.folio_from.map(|folio| folio.to_string())),
        ("folio_to", entry.folio_to.map(|folio| folio.to_string())),
        ("folios", Some(entry.folios.to_string())),
        ("support", Some(word("electronic"))),
        ("format", Some(entry.format.clone())),
        ("notes", Some(notes.join("; "))),
    ];
    known.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// As the press and the workbook take it.
impl From<Form> for inventory::Form {
    fn from(form: Form) -> inventory::Form {
        let column =
            |column: Column| inventory::Column { value: column.value, title: column.title, group: column.group };
        inventory::Form {
            title: form.title,
            iso_days: form.iso_days,
            heading: form.heading,
            entry: form.entry,
            columns: form.columns.into_iter().map(column).collect(),
            rows: form.rows,
            signers: form.signers,
            note: form.note,
        }
    }
}

impl Form {
    /// The form as rows of text: heading, table, signatures.
    pub fn rows_of_text(&self, words: &Words) -> Vec<Vec<String>> {
        let word = |key: &str| words.word(&format!("archive-fuid-{key}"));
        let mut rows = vec![vec![self.title.clone()]];
        rows.extend(self.heading.iter().map(|(label, value)| vec![label.clone(), value.clone()]));
        if !self.entry.is_empty() {
            let parts = self.entry.iter().flat_map(|(label, value)| [label.clone(), value.clone()]);
            rows.push(std::iter::once(word("entry")).chain(parts).collect());
        }
        rows.push(vec![String::new(); 2]);
        let heading = self.columns.iter().map(|column| match &column.group {
            Some(group) => format!("{group} · {}", column.title),
            None => column.title.clone(),
        });
        rows.push(heading.collect());
        rows.extend(self.rows.iter().cloned());
        rows.push(vec![String::new(); 2]);
        for signer in &self.signers {
            let lines = ["post", "signature", "place", "day"].map(|line| [word(line), String::new()]);
            rows.push([signer.clone(), String::new()].into_iter().chain(lines.into_iter().flatten()).collect());
        }
        if !self.note.is_empty() {
            rows.push(vec![self.note.clone()]);
        }
        rows
    }
}
