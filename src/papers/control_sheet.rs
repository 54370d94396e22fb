//! The control sheet of a case file (hoja de control): its documents, oldest first, with their folios (AGN, Acuerdo 002 of 2014,
//! article 12).

use super::occasion::{Fact, fact};
use super::{Signer, Voice};
use ata_model::case::Case;
use ata_model::document::{Document, SeriesLine};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ControlSheet {
    pub facts: Vec<Fact>,
    pub rows: Vec<Line>,
    pub folios: i64,
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub n: usize,
    pub date: String,
    /// Type of document and its title.
    pub kind: String,
    pub title: String,
    /// `1 – 3`; the count while the file is open.
    pub folios: String,
    pub notes: String,
}

/// Documents in force, oldest first.
pub fn in_order(documents: &[Document]) -> Vec<&Document> {
    let mut kept: Vec<&Document> = documents.iter().filter(|document| document.replaced_by.is_none()).collect();
    kept.sort_by(|a, b| (a.folio_from, &a.date, a.key).cmp(&(b.folio_from, &b.date, b.key)));
    kept
}

impl ControlSheet {
    /// `kind_of`: the title of a document type.
    pub fn new(
        case: &Case,
        series: Option<&SeriesLine>,
        documents: &[Document],
        kind_of: impl Fn(&str) -> String,
        signers: Vec<Signer>,
        voice: &Voice,
    ) -> ControlSheet {
        let documents = in_order(documents);
        let rows = documents.iter().zip(1..).map(|(document, n)| Line {
            n,
            date: voice.day(&document.date),
            kind: kind_of(&document.kind),
            title: document.title.clone(),
            folios: folios(document),
            notes: document.id.clone(),
        });
        let opened = documents.iter().filter_map(|document| document.day()).min();
        ControlSheet {
            facts: [
                fact(voice, "office", case.group.as_ref().map(|group| group.name.clone())),
                fact(voice, "case", Some(case.id.clone())),
                fact(voice, "series", series.map(|line| format!("{} · {}", line.code, line.series))),
                fact(voice, "subseries", series.and_then(|line| line.subseries.clone())),
                fact(voice, "case-name", Some(case.title.clone())),
                fact(voice, "opened", opened.map(|day| voice.day(day))),
                fact(voice, "closed", case.closed_at.as_ref().map(|at| voice.day(at))),
            ]
            .into_iter()
            .flatten()
            .collect(),
            rows: rows.collect(),
            folios: documents.iter().map(|document| document.folios).sum(),
            signers,
        }
    }
}

fn folios(document: &Document) -> String {
    match (document.folio_from, document.folio_to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} – {to}"),
        _ => format!("({})", document.folios),
    }
}
