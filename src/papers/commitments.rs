//! Commitments as a list of their own, and as a part of minutes and reports.

use super::occasion::{Fact, fact};
use super::{Signer, Voice};
use ata_model::commitment::Commitment;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitments {
    pub facts: Vec<Fact>,
    pub rows: Vec<Line>,
    pub signers: Vec<Signer>,
}

/// One commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub n: usize,
    pub id: String,
    pub text: String,
    pub kind: String,
    pub owner: String,
    pub due: String,
    pub status: String,
    pub settled: Option<String>,
    /// The newest report on it.
    pub note: Option<String>,
    pub evidence: String,
    pub is_overdue: bool,
}

/// Commitments as numbered lines.
pub fn lines(commitments: &[Commitment], voice: &Voice) -> Vec<Line> {
    commitments.iter().enumerate().map(|(at, one)| line(at + 1, one, voice)).collect()
}

fn line(n: usize, one: &Commitment, voice: &Voice) -> Line {
    let status = if one.overdue { voice.label("overdue") } else { voice.term("status", &one.status) };
    Line {
        n,
        id: one.id.clone(),
        text: one.text.clone(),
        kind: voice.term("commitment", &one.kind),
        owner: one.owner.name.clone(),
        due: voice.day(&one.due),
        status,
        settled: one.settled_on.as_ref().map(|day| voice.day(day)),
        note: one.progress.last().and_then(|progress| progress.note.clone()),
        evidence: one.evidence.join(", "),
        is_overdue: one.overdue,
    }
}

impl Commitments {
    /// `of`: what they are of, such as `owner`, and its name.
    pub fn new(of: (&str, &str), day: &str, commitments: &[Commitment], signers: Vec<Signer>, voice: &Voice) -> Self {
        let count = |status: &[&str]| commitments.iter().filter(|one| status.contains(&one.status.as_str())).count();
        let overdue = commitments.iter().filter(|one| one.overdue).count();
        let settled = count(&["done", "waived"]);
        let share = match commitments.len() {
            0 => None,
            all => Some(format!("{settled} / {all} ({})", voice.percent(settled as f64 / all as f64))),
        };
        Commitments {
            facts: [
                fact(voice, of.0, Some(of.1)),
                fact(voice, "as-of", Some(voice.day(day))),
                fact(voice, "settled", share),
                fact(voice, "overdue-count", Some(overdue.to_string())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            rows: lines(commitments, voice),
            signers,
        }
    }
}
