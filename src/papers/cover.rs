//! The cover of a dossier (carátula): what lies in the folder, for whoever takes it from the shelf.

use super::Voice;
use super::control_sheet::in_order;
use super::occasion::{Fact, fact, names};
use ata_model::case::Case;
use ata_model::document::{Document, SeriesLine};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    pub case: String,
    pub title: String,
    pub facts: Vec<Fact>,
    /// Where it lies: lines to write on.
    pub shelf: Vec<String>,
    pub volume: String,
}

/// One folder of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume {
    pub number: usize,
    pub of: usize,
    /// First and last folio.
    pub folios: Option<(i64, i64)>,
}

impl Cover {
    pub fn new(
        case: &Case,
        series: Option<&SeriesLine>,
        documents: &[Document],
        volume: Volume,
        voice: &Voice,
    ) -> Cover {
        let documents = in_order(documents);
        let days = || documents.iter().filter_map(|document| document.day());
        let undated = || voice.label("undated");
        let folios = volume.folios.map(|(from, to)| format!("{from} – {to}"));
        let total: i64 = documents.iter().map(|document| document.folios).sum();
        let years = |years: i64| voice.say(&crate::phrase!("paper-years", years = years));
        Cover {
            case: case.id.clone(),
            title: case.title.clone(),
            facts: [
                fact(voice, "office", case.group.as_ref().map(|group| group.name.clone())),
                fact(voice, "code", series.map(|line| line.code.clone())),
                fact(voice, "series", series.map(|line| line.series.clone())),
                fact(voice, "subseries", series.and_then(|line| line.subseries.clone())),
                fact(voice, "requesters", Some(names(&case.requesters))),
                fact(voice, "beneficiaries", Some(names(&case.beneficiaries))),
                fact(voice, "first-date", Some(days().min().map_or_else(undated, |day| voice.day(day)))),
                fact(voice, "last-date", Some(days().max().map_or_else(undated, |day| voice.day(day)))),
                fact(voice, "folios", Some(folios.unwrap_or_else(|| total.to_string()))),
                fact(voice, "documents", Some(documents.len().to_string())),
                fact(voice, "office-years", series.map(|line| years(line.office_years))),
                fact(voice, "central-years", series.map(|line| years(line.central_years))),
                fact(voice, "disposal", series.map(|line| disposal(&line.disposal, voice))),
                fact(voice, "closed", case.closed_at.as_ref().map(|at| voice.day(at))),
            ]
            .into_iter()
            .flatten()
            .collect(),
            shelf: ["box", "folder", "shelf", "tray"].iter().map(|key| voice.label(&format!("shelf-{key}"))).collect(),
            volume: voice.say(&crate::phrase!("paper-volume", number = volume.number, of = volume.of)),
        }
    }
}

/// `CT+D` as `Conservación total (CT) + Digitalización (D)`.
fn disposal(letters: &str, voice: &Voice) -> String {
    // The letters are those of Colombian schedules; Brazilian ones write the word.
    let one = |one: &str| match (voice.term("disposal", one), voice.country()) {
        (word, "BR") => word,
        (word, _) => format!("{word} ({one})"),
    };
    letters.split('+').map(one).collect::<Vec<_>>().join(" + ")
}
