//! What came of taking a file in. The same shape for every kind of file.

use serde::{Deserialize, Serialize};

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
    pub review: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub ignored: i64,
    pub rejected: i64,
    pub rejects: Vec<Reject>,
    pub warnings: Vec<Warning>,
    pub changed: bool,
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
    pub session: Option<String>,
    pub file: String,
    pub sha256: String,
    pub source: String,
    pub at: String,
    /// The counts and rejects, as they were shown.
    pub result: ImportResult,
    #[serde(skip)]
    pub key: i64,
}
