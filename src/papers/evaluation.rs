//! The evaluation of a session: the form people fill in by hand, and what their answers come to, with bars and figures.

use super::Voice;
use super::occasion::{Fact, fact, heading};
use crate::phrase;
use ata_model::evaluation::{Comment, ItemResult, Results, SectionResult, Share};
use ata_model::profile::Form;
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
    pub dissatisfied: Option<String>,
    /// How many gave each value of the scale.
    pub counts: Vec<i64>,
}

impl EvaluationResults {
    pub fn new(form: &Form, title: &str, session: Option<&Session>, found: &Results, voice: &Voice) -> Self {
        let tallies = |key: &str| -> Vec<&ItemResult> {
            let section = form.sections.iter().find(|section| section.key == key);
            let items = section.map_or(&[][..], |section| &section.items);
            items.iter().filter_map(|item| found.items.iter().find(|tally| tally.key == item.key)).collect()
        };
        let scored = |label: &str, share: &Share, tallies: &[&ItemResult]| scored(label, share, tallies, form, voice);
        let rows =
            |tallies: &[&ItemResult]| tallies.iter().map(|one| scored(&one.label, &one.share, &[*one])).collect();
        let section = |section: &SectionResult| {
            let tallies = tallies(&section.key);
            ResultSection { whole: scored(&section.title, &section.share, &tallies), rows: rows(&tallies) }
        };
        EvaluationResults {
            facts: facts(title, session, found, voice),
            scale: scale(form),
            satisfied_from: form.scale.satisfied_from,
            satisfied_note: voice.say(&phrase!(
                "paper-satisfied-note",
                from = form.scale.satisfied_from,
                to = dissatisfied_to(form)
            )),
            sections: found.sections.iter().map(section).collect(),
            overall: scored(&voice.label("overall"), &found.overall, &found.items.iter().collect::<Vec<_>>()),
            comments: comments(&found.comments),
        }
    }
}

fn facts(title: &str, session: Option<&Session>, found: &Results, voice: &Voice) -> Vec<Fact> {
    let when = match session {
        Some(session) => heading(title, session, voice),
        None => fact(voice, "topic", Some(title)).into_iter().collect(),
    };
    // One person may come to several sessions.
    let attendees = if session.is_some() { "attendees" } else { "attendances" };
    let counts = [
        fact(voice, "responses", Some(voice.number(found.responses as f64, 0))),
        fact(voice, attendees, Some(voice.number(found.attendees as f64, 0))),
        fact(voice, "response-rate", found.response_rate.map(|rate| response_rate(rate, voice))),
    ];
    when.into_iter().chain(counts.into_iter().flatten()).collect()
}

/// More answers than people who were there are told as such.
fn response_rate(rate: f64, voice: &Voice) -> String {
    let share = voice.percent(rate);
    if rate > 1.0 { voice.say(&phrase!("paper-response-rate-beyond", share = share)) } else { share }
}

/// Values up to this one count as dissatisfied: as many as count as satisfied, from the other end (4 and 5 of 1 to 5: 1 and 2).
fn dissatisfied_to(form: &Form) -> i64 {
    let scale = &form.scale;
    (scale.min + scale.max - scale.satisfied_from).min(scale.satisfied_from - 1)
}

/// One line: of a question, or of several together.
fn scored(label: &str, share: &Share, tallies: &[&ItemResult], form: &Form, voice: &Voice) -> Scored {
    let values = form.scale.min..=form.scale.max;
    let given = |value: i64| tallies.iter().filter_map(|one| one.counts.get(&value.to_string())).sum();
    let counts: Vec<i64> = values.clone().map(given).collect();
    let all: i64 = counts.iter().sum();
    let low: i64 =
        values.zip(&counts).filter(|(value, _)| *value <= dissatisfied_to(form)).map(|(_, count)| count).sum();
    Scored {
        label: label.to_owned(),
        n: share.n,
        mean: share.mean.map(|mean| voice.number(mean, 2)),
        satisfied: share.satisfied.map(|share| voice.percent(share)),
        dissatisfied: (all > 0).then(|| voice.percent(low as f64 / all as f64)),
        counts,
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
