//! A document of the case file, and the records schedule (TRD) that says how long the file is kept.

mod folio;
pub mod layout;
mod retention;

pub use folio::{Folder, Foliation, foliate};
pub use retention::{Barrier, Due, Kept, Retention, barrier};

use crate::case::Named;
use serde::Serialize;

/// Document types every case file knows besides the records of its profile: what shows that a commitment was kept, and
/// whatever has no type of its own.
pub const PLAIN_TYPES: &[&str] = &["evidence", "other"];

/// What stands for the day of a document that bears none, as inventories write it (sin fecha). It sorts behind every day.
pub const UNDATED: &str = "s.f.";

/// A document as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    pub id: String,
    pub case: String,
    pub session: Option<String>,
    pub commitment: Option<String>,
    /// Key of a record in the profile, such as `minutes`.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    /// The day of the document itself, or [`UNDATED`].
    pub date: String,
    pub filename: String,
    pub sha256: String,
    /// Of the same content; the manifests of a package name both.
    #[serde(skip)]
    pub sha512: String,
    /// Bytes.
    pub size: i64,
    /// Sheets, numbered on the recto; an electronic file counts as one unless said otherwise.
    pub folios: i64,
    pub folio_from: Option<i64>,
    pub folio_to: Option<i64>,
    pub added_on: String,
    /// The later version of the same paper.
    pub replaced_by: Option<String>,
    #[serde(skip)]
    pub key: i64,
}

impl Document {
    /// Its day; none when it bears none.
    pub fn day(&self) -> Option<&str> {
        Some(self.date.as_str()).filter(|date| *date != UNDATED)
    }
}

/// One line of the records schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesLine {
    pub code: String,
    pub series: String,
    pub subseries: Option<String>,
    pub types: Vec<String>,
    pub office_years: i64,
    pub central_years: i64,
    pub disposal: String,
    pub procedure: Option<String>,
    pub source: Option<String>,
}

impl SeriesLine {
    /// Was the line approved? Where its source is empty or says that it is a proposal, nothing may be disposed of by it.
    pub fn is_approved(&self) -> bool {
        let source = crate::name::fold(self.source.as_deref().unwrap_or_default());
        !source.is_empty() && !["propuesta", "proposta", "proposal"].iter().any(|word| source.starts_with(word))
    }

    /// Does the schedule eliminate what stands under it, in whatever form a copy is kept?
    pub fn is_eliminated(&self) -> bool {
        self.disposal.split('+').any(|letter| letter == "E")
    }

    /// Series and subseries in one line.
    pub fn title(&self) -> String {
        match &self.subseries {
            Some(subseries) => format!("{} / {subseries}", self.series),
            None => self.series.clone(),
        }
    }
}

/// Is this a code such as `120-2-40` (office, series, subseries)? It stands in inventories and file names.
pub fn is_series_code(code: &str) -> bool {
    !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
}

/// One fate (`CT`, `E` or `S`), one reproduction (`M` or `D`), or one of each joined by `+`.
pub fn is_disposal(value: &str) -> bool {
    let is_fate = |letters: &str| matches!(letters, "CT" | "E" | "S");
    let is_reproduction = |letters: &str| matches!(letters, "M" | "D");
    match value.split('+').collect::<Vec<_>>()[..] {
        [one] => is_fate(one) || is_reproduction(one),
        [one, other] => is_fate(one) && is_reproduction(other) || is_reproduction(one) && is_fate(other),
        _ => false,
    }
}

/// A case as the archive sees it: what an inventory and the records schedule need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    pub key: i64,
    pub id: String,
    pub title: String,
    pub group: Option<Named>,
    pub is_closed: bool,
    /// UTC; none while the case is open.
    pub closed_at: Option<String>,
    /// The line the case stands under; while it is open the one in force, afterwards the one it is kept by.
    pub series: SeriesLine,
    /// What was fixed when it was closed; none while it is open.
    pub kept: Option<Kept>,
    /// Why it may not be disposed of: the reason of the legal hold.
    pub held: Option<String>,
    /// The list of eliminations it is on, such as `E-1`, unless that was withdrawn.
    pub listed: Option<String>,
    /// Taken in from elsewhere: the file itself is in the archive of the body that produced it.
    pub is_copy: bool,
}

impl CaseFile {
    /// What stands against its elimination on a day.
    pub fn barrier(&self, on: chrono::NaiveDate) -> Option<Barrier> {
        if self.is_copy {
            return Some(Barrier::Copy);
        }
        barrier(
            self.kept.as_ref(),
            self.is_closed,
            Some(&self.series),
            self.held.as_deref(),
            self.listed.as_deref(),
            on,
        )
    }
}

/// A legal hold on a case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalHold {
    pub case: String,
    pub title: String,
    pub reason: String,
    /// Number of the suit, of the order.
    pub reference: Option<String>,
    pub set_on: String,
    pub set_by: String,
    pub lifted_on: Option<String>,
    pub lifted_by: Option<String>,
    pub lifted_why: Option<String>,
}

/// A list of case files proposed for elimination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Elimination {
    /// `E-1`
    pub id: String,
    /// `proposed`, `approved` or `withdrawn`.
    pub state: String,
    /// The day by which the years of every file were over.
    pub as_of: String,
    pub proposed_on: String,
    pub proposed_by: String,
    pub decided_on: Option<String>,
    pub decided_by: Option<String>,
    /// Of the act that approves it.
    pub reference: Option<String>,
    pub reason: Option<String>,
    /// References of the cases.
    pub cases: Vec<String>,
    #[serde(skip)]
    pub key: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disposal_is_one_fate_one_reproduction_or_one_of_each() {
        for (value, expected) in [
            ("CT", true),
            ("E", true),
            ("D", true),
            ("CT+D", true),
            ("M+S", true),
            ("", false),
            ("CT+E", false),
            ("M+D", false),
            ("ct", false),
            ("CT+D+M", false),
        ] {
            assert_eq!(is_disposal(value), expected, "{value:?}");
        }
    }

    #[test]
    fn a_line_without_an_act_behind_it_is_only_proposed() {
        for (source, expected) in [
            (None, false),
            (Some("Propuesta: reemplácela por la aprobada"), false),
            (Some("Proposta do grupo"), false),
            (Some("Resolución 1234 de 2024"), true),
        ] {
            let line = SeriesLine {
                code: "1".to_owned(),
                series: "Asistencias".to_owned(),
                subseries: None,
                types: Vec::new(),
                office_years: 2,
                central_years: 8,
                disposal: "CT".to_owned(),
                procedure: None,
                source: source.map(str::to_owned),
            };
            assert_eq!(line.is_approved(), expected, "{source:?}");
        }
    }
}
