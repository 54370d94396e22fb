//! A commitment (compromiso, acuerdo, recomendación): who does what by when.

use crate::case::Named;
use serde::Serialize;

pub const KINDS: &[&str] = &["agreement", "commitment", "recommendation"];

pub const STATUSES: &[&str] = &["open", "in_progress", "done", "waived"];

/// What a report does to a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The status stays: a report on how it goes.
    Report,
    /// It goes on, or is settled.
    Move,
    /// It was settled and is pending again.
    Reopen,
    /// A settled commitment is reopened first.
    Refused,
}

/// Is it neither pending nor under way any more?
pub fn is_settled(status: &str) -> bool {
    matches!(status, "done" | "waived")
}

/// What a report with the status `to` does to a commitment that has the status `from`. While it is open it may go back and
/// forth and be settled; once settled it can only be opened again.
pub fn step(from: &str, to: &str) -> Step {
    match (from, to) {
        (from, to) if from == to => Step::Report,
        (from, _) if !is_settled(from) => Step::Move,
        (_, "open") => Step::Reopen,
        _ => Step::Refused,
    }
}

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
    /// Its day has passed, it is neither done nor waived, and its case is open.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settled_commitment_can_only_be_reopened() {
        use Step::{Move, Refused, Reopen, Report};
        for (from, steps) in [
            ("open", [Report, Move, Move, Move]),
            ("in_progress", [Move, Report, Move, Move]),
            ("done", [Reopen, Refused, Report, Refused]),
            ("waived", [Reopen, Refused, Refused, Report]),
        ] {
            let found: Vec<Step> = STATUSES.iter().map(|to| step(from, to)).collect();
            assert_eq!(found, steps, "{from}");
        }
    }
}
