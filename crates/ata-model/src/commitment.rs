//! A commitment (compromiso, acuerdo, recomendación): who does what by when.

use crate::case::Named;
use serde::Serialize;

pub const KINDS: &[&str] = &["agreement", "commitment", "recommendation"];

pub const STATUSES: &[&str] = &["open", "in_progress", "done", "waived"];

/// What was reported on a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub on: String,
    pub by: String,
    pub status: String,
    pub note: Option<String>,
}

/// A commitment as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    pub id: String,
    pub case: String,
    pub session: Option<String>,
    pub text: String,
    pub kind: String,
    pub owner: Named,
    pub due: String,
    pub status: String,
    /// Its day has passed and it is neither done nor waived.
    pub overdue: bool,
    pub settled_on: Option<String>,
    /// References of the documents that show it was done.
    pub evidence: Vec<String>,
    pub progress: Vec<Progress>,
    #[serde(skip)]
    pub key: i64,
    #[serde(skip)]
    pub case_key: i64,
}
