//! What came of taking a file in. The same shape for every kind of file.

use crate::case::Named;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reject {
    /// Physical line of the file, from 1.
    pub line: u64,
    pub field: String,
    pub value: String,
    /// A stable English code, such as `no_identifier`; worded for people at the edge.
    pub reason: String,
}

/// The counts, as scripts rely on them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportResult {
    /// `I-3`; none when nothing was taken in.
    pub import: Option<String>,
    pub file: String,
    pub sha256: String,
    pub source: String,
    pub rows: i64,
    /// The sessions that rows of it are about (attendance only).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sessions: Vec<String>,
    /// Answer sheets kept (surveys only).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub responses: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub people: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub new_people: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matched: Option<i64>,
    /// Rows that became something new (organisations, needs).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub added: Option<i64>,
    /// People whose answers for the differential approach are kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub differential: Option<i64>,
    pub review: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub ignored: i64,
    /// How many rows were passed over for which reason: `waiting_room`, `total`, `bot` …
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub ignored_reasons: BTreeMap<String, i64>,
    /// How the file was read; none where nothing had to be found out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decided: Option<Decided>,
    pub rejected: i64,
    pub rejects: Vec<Reject>,
    pub warnings: Vec<Warning>,
    /// What the file changed of what was known before; of very many the first.
    #[serde(default)]
    pub changes: Vec<Altered>,
    /// Row by row, what would become of it; only when nothing is to be kept.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub plan: Option<Vec<Step>>,
    pub changed: bool,
}

/// One fact that a file changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Altered {
    pub line: Option<u64>,
    /// The person, or the organisation.
    pub person: Named,
    /// `email`, `minutes` …
    pub field: String,
    /// None: it was not known.
    pub old: Option<String>,
    pub new: Option<String>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Somebody or something new.
    Add,
    /// Known, and the row says something new of them.
    Update,
    /// Known, and nothing of what was known changes.
    Match,
    /// It may be several people, or one but not surely.
    Review,
    /// No person, or nothing to take.
    Ignore,
    /// It cannot be read.
    Reject,
}

impl Action {
    pub fn code(self) -> &'static str {
        match self {
            Action::Add => "add",
            Action::Update => "update",
            Action::Match => "match",
            Action::Review => "review",
            Action::Ignore => "ignore",
            Action::Reject => "reject",
        }
    }
}

/// One row of a file and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub line: u64,
    pub action: Action,
    /// What the row is about, as the file writes it.
    pub name: String,
    /// The person, organisation or case it is; for a review, those it may be.
    pub refs: Vec<String>,
    /// Why it is passed over or refused: a stable English code.
    pub reason: Option<String>,
}

/// What was found out about a file, so that whoever takes it in can object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// `utf-8`, `windows-1252` …; the container's name for workbooks.
    pub encoding: String,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    /// Line that names the columns, from 1.
    pub header_line: Option<u64>,
    /// `dmy`, `mdy` or `ymd`; none when no date had to be read.
    pub date_order: Option<String>,
    /// What settled the order: `component_above_twelve`, `given` …
    pub date_evidence: Option<String>,
    /// The day the file says it is about, and where it says so.
    pub session_date: Option<String>,
    pub date_from: Option<String>,
}

/// Something taken in that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    pub line: Option<u64>,
    /// A stable English code, such as `email_invalid`.
    pub code: String,
    pub detail: String,
}

/// A file that was taken in, as the register remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// `I-3`.
    pub id: String,
    /// `attendance`, `survey`, `person`, `organisation`, `need` or `series`.
    pub kind: String,
    /// None: it is about none, or about several of the case.
    pub session: Option<String>,
    pub case: Option<String>,
    pub file: String,
    pub sha256: String,
    pub source: String,
    pub at: String,
    /// The counts and rejects, as they were shown.
    pub result: ImportResult,
    #[serde(skip)]
    pub key: i64,
}
