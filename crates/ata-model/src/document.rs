//! A document of the case file, and the records schedule (TRD) that says how long the file is kept.

use serde::Serialize;

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
    /// The day of the document itself.
    pub date: String,
    pub filename: String,
    pub sha256: String,
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
