//! The evaluation of a session: the form people fill in by hand, and what their answers come to, with bars.

use super::Voice;
use super::occasion::{Fact, fact, heading};
use crate::phrase;
use ata_model::evaluation::{Comment, Results, SectionResult, Share};
use ata_model::profile::Form;
use ata_model::session::Session;
use serde::Serialize;
use std::collections::BTreeMap;

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

/// The free answers to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// The same as a sentence.
    pub satisfied_note: String,
    pub sections: Vec<ResultSection>,
    pub overall: Scored,
    pub comments: Vec<Comments>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultSection {
    /// Its own figures: the mean is the one of its items.
    pub whole: Scored,
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
    pub fn new(form: &Form, title: &str, session: Option<&Session>, found: &Results, voice: &Voice) -> Self {
        let rows = |key: &str| -> Vec<Scored> {
            let section = form.sections.iter().find(|section| section.key == key);
            let items = section.map_or(&[][..], |section| &section.items);
            let tallies = items.iter().filter_map(|item| found.items.iter().find(|tally| tally.key == item.key));
            tallies.map(|tally| scored(&tally.label, &tally.share, &tally.counts, form, voice)).collect()
        };
        let none = BTreeMap::new();
        let section = |section: &SectionResult| ResultSection {
            whole: scored(&section.title, &section.share, &none, form, voice),
            rows: rows(&section.key),
        };
        EvaluationResults {
            facts: facts(title, session, found, voice),
            scale: scale(form),
            satisfied_from: form.scale.satisfied_from,
            satisfied_note: voice.say(&phrase!("paper-satisfied-note", from = form.scale.satisfied_from)),
            sections: found.sections.iter().map(section).collect(),
            overall: scored(&voice.label("overall"), &found.overall, &none, form, voice),
            comments: comments(&found.comments),
        }
    }
}

fn facts(title: &str, session: Option<&Session>, found: &Results, voice: &Voice) -> Vec<Fact> {
    let when = match session {
        Some(session) => heading(title, session, voice),
        None => fact(voice, "topic", Some(title)).into_iter().collect(),
    };
    let counts = [
        fact(voice, "responses", Some(voice.number(found.responses as f64, 0))),
        fact(voice, "attendees", Some(voice.number(found.attendees as f64, 0))),
        fact(voice, "response-rate", found.response_rate.map(|rate| voice.percent(rate))),
    ];
    when.into_iter().chain(counts.into_iter().flatten()).collect()
}

fn scored(label: &str, share: &Share, counts: &BTreeMap<String, i64>, form: &Form, voice: &Voice) -> Scored {
    let width = (form.scale.max - form.scale.min).max(1) as f64;
    let level = share.mean.map_or(0.0, |mean| ((mean - form.scale.min as f64) / width).clamp(0.0, 1.0));
    let values = form.scale.min..=form.scale.max;
    let counts: Vec<i64> = values.map(|value| counts.get(&value.to_string()).copied().unwrap_or(0)).collect();
    let all: i64 = counts.iter().sum();
    Scored {
        label: label.to_owned(),
        n: share.n,
        mean: share.mean.map(|mean| voice.number(mean, 2)),
        satisfied: share.satisfied.map(|share| voice.percent(share)),
        level,
        shares: if all > 0 { counts.iter().map(|count| *count as f64 / all as f64).collect() } else { Vec::new() },
    }
}

/// The texts under their questions, in the order they come in, which says nothing of who wrote them. What several wrote alike stands
/// once, with how many they were.
fn comments(found: &[Comment]) -> Vec<Comments> {
    let mut all: Vec<(&str, Vec<(&str, usize)>)> = Vec::new();
    for comment in found {
        let at = all.iter().position(|(label, _)| *label == comment.label).unwrap_or(all.len());
        if at == all.len() {
            all.push((&comment.label, Vec::new()));
        }
        let texts = &mut all[at].1;
        match texts.iter_mut().find(|(text, _)| *text == comment.text) {
            Some((_, times)) => *times += 1,
            None => texts.push((&comment.text, 1)),
        }
    }
    let said = |(text, times): (&str, usize)| if times > 1 { format!("{text} (×{times})") } else { text.to_owned() };
    let whole = |(label, texts): (&str, Vec<_>)| Comments {
        label: label.to_owned(),
        texts: texts.into_iter().map(said).collect(),
    };
    all.into_iter().map(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_wrote_alike_stands_once_under_its_question() {
        let comment =
            |key: &str, text: &str| Comment { key: key.to_owned(), label: key.to_uppercase(), text: text.to_owned() };
        let found = [comment("a", "Sonido"), comment("b", "Malaria"), comment("a", "Tiempo"), comment("a", "Sonido")];
        let told: Vec<_> = comments(&found).into_iter().map(|one| (one.label, one.texts)).collect();
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(told, [("A".to_owned(), texts(&["Sonido (×2)", "Tiempo"])), ("B".to_owned(), texts(&["Malaria"]))]);
    }
}
