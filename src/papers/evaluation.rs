//! The evaluation of a session: the form people fill in by hand, and what their answers come to, with bars.

use super::Voice;
use super::occasion::{Fact, fact, heading};
use ata_model::profile::{Form, ItemKind};
use ata_model::session::Session;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvaluationForm {
    pub facts: Vec<Fact>,
    /// Values of the scale, with their names where the body gives any.
    pub scale: Vec<(i64, Option<String>)>,
    pub sections: Vec<FormSection>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormSection {
    pub title: String,
    pub items: Vec<FormItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormItem {
    /// Counted through the whole form.
    pub n: usize,
    pub label: String,
    /// `scale`, `choice` or `text`.
    pub kind: &'static str,
    pub options: Vec<String>,
}

impl EvaluationForm {
    pub fn new(form: &Form, title: &str, session: &Session, voice: &Voice) -> EvaluationForm {
        let mut n = 0;
        let mut item = |item: &ata_model::profile::Item| {
            n += 1;
            FormItem { n, label: item.label.clone(), kind: item.kind.code(), options: item.options.clone() }
        };
        let mut sections = Vec::new();
        for section in &form.sections {
            let items = section.items.iter().map(&mut item).collect();
            sections.push(FormSection { title: section.title.clone(), items });
        }
        EvaluationForm { facts: heading(title, session, voice), scale: scale(form), sections }
    }
}

fn scale(form: &Form) -> Vec<(i64, Option<String>)> {
    let values = form.scale.min..=form.scale.max;
    values.zip(0..).map(|(value, at)| (value, form.scale.labels.get(at as usize).cloned())).collect()
}

/// What the answers to one item came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    pub key: String,
    /// Valid answers: blanks are not among them.
    pub n: i64,
    pub mean: Option<f64>,
    /// Share of one.
    pub satisfied: Option<f64>,
    /// Answers a value, from the scale's lowest on; empty where not counted.
    pub counts: Vec<i64>,
}

/// What the answers of a session or case came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tabulation {
    pub responses: i64,
    pub attendees: i64,
    pub items: Vec<Tally>,
    /// The whole scale items together; key is not read.
    pub overall: Tally,
    pub comments: Vec<Comments>,
}

/// The free answers to one item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Comments {
    /// The question.
    pub label: String,
    pub texts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvaluationResults {
    pub facts: Vec<Fact>,
    pub scale: Vec<(i64, Option<String>)>,
    /// Values from this one on count as satisfied.
    pub satisfied_from: i64,
    pub sections: Vec<ResultSection>,
    pub overall: Scored,
    pub comments: Vec<Comments>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultSection {
    pub title: String,
    pub rows: Vec<Scored>,
}

/// One line of results, figures ready to print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scored {
    pub label: String,
    pub n: i64,
    pub mean: Option<String>,
    pub satisfied: Option<String>,
    /// Length of the bar: where the mean lies on the scale, from 0 to 1.
    pub level: f64,
    /// Share of each value, for the divided bar; empty where not counted.
    pub shares: Vec<f64>,
}

impl EvaluationResults {
    pub fn new(form: &Form, title: &str, session: Option<&Session>, found: &Tabulation, voice: &Voice) -> Self {
        let mut sections = Vec::new();
        for section in &form.sections {
            let scales = section.items.iter().filter(|item| item.kind == ItemKind::Scale);
            let rows: Vec<Scored> = scales
                .map(|item| {
                    let nothing = Tally::default();
                    let tally = found.items.iter().find(|tally| tally.key == item.key).unwrap_or(&nothing);
                    result(&item.label, tally, form, voice)
                })
                .collect();
            if !rows.is_empty() {
                sections.push(ResultSection { title: section.title.clone(), rows });
            }
        }
        EvaluationResults {
            facts: facts(title, session, found, voice),
            scale: scale(form),
            satisfied_from: form.scale.satisfied_from,
            sections,
            overall: result(&voice.word("overall"), &found.overall, form, voice),
            comments: found.comments.iter().filter(|comments| !comments.texts.is_empty()).cloned().collect(),
        }
    }
}

fn facts(title: &str, session: Option<&Session>, found: &Tabulation, voice: &Voice) -> Vec<Fact> {
    let rate = match found.attendees {
        0 => None,
        attendees => Some(voice.percent(found.responses as f64 / attendees as f64)),
    };
    let when = match session {
        Some(session) => heading(title, session, voice),
        None => fact(voice, "topic", Some(title)).into_iter().collect(),
    };
    let counts = [
        fact(voice, "responses", Some(voice.number(found.responses as f64, 0))),
        fact(voice, "attendees", Some(voice.number(found.attendees as f64, 0))),
        fact(voice, "response-rate", rate),
    ];
    when.into_iter().chain(counts.into_iter().flatten()).collect()
}

fn result(label: &str, tally: &Tally, form: &Form, voice: &Voice) -> Scored {
    let width = (form.scale.max - form.scale.min).max(1) as f64;
    let level = tally.mean.map_or(0.0, |mean| ((mean - form.scale.min as f64) / width).clamp(0.0, 1.0));
    let all: i64 = tally.counts.iter().sum();
    let share = |count: &i64| *count as f64 / all as f64;
    Scored {
        label: label.to_owned(),
        n: tally.n,
        mean: tally.mean.map(|mean| voice.number(mean, 2)),
        satisfied: tally.satisfied.map(|share| voice.percent(share)),
        level,
        shares: if all > 0 { tally.counts.iter().map(share).collect() } else { Vec::new() },
    }
}
