//! What the answers of each session say, and all of them together.

use super::{mean, share};
use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Words;
use crate::stages::evaluate::results::tabulate;
use crate::view::{Page, Table};
use ata_model::evaluation::{SectionResult, Share};
use ata_store::{Db, Span};
use serde::Serialize;

#[derive(Serialize)]
pub struct Satisfaction {
    items: Vec<Session>,
    total: usize,
    responses: i64,
    attendees: i64,
    response_rate: Option<f64>,
    overall: Share,
    sections: Vec<SectionResult>,
}

#[derive(Serialize)]
struct Session {
    session: String,
    title: String,
    date: String,
    responses: i64,
    attendees: i64,
    response_rate: Option<f64>,
    #[serde(flatten)]
    share: Share,
}

pub fn read(db: &Db, span: &Span, desk: &Desk) -> Result<Satisfaction, Fault> {
    let held = db.held_sessions(span)?;
    let mut items = Vec::new();
    for key in &held {
        let (session, found) = (db.session(*key)?, tabulate(db, desk, &[*key])?);
        items.push(Session {
            title: db.case(session.case_key, &desk.lens())?.title,
            date: session.start.get(..10).unwrap_or_default().to_owned(),
            session: session.id,
            responses: found.responses,
            attendees: found.attendees,
            response_rate: found.response_rate,
            share: found.overall,
        });
    }
    let all = tabulate(db, desk, &held)?;
    Ok(Satisfaction {
        total: items.len(),
        items,
        responses: all.responses,
        attendees: all.attendees,
        response_rate: all.response_rate,
        overall: all.overall,
        sections: all.sections,
    })
}

pub fn page(report: &Satisfaction, words: &Words) -> Page {
    let keys = ["!session", "title", "?date", "#responses", "#?attendees", "#?%response_rate", "#mean", "#%satisfied"];
    let mut table = Table::new(words, &keys);
    if report.items.is_empty() {
        return Page::default().table(table).none(words.word("look-report-nothing"));
    }
    for one in &report.items {
        table.row([
            one.session.clone(),
            one.title.clone(),
            one.date.clone(),
            one.responses.to_string(),
            one.attendees.to_string(),
            share(one.response_rate),
            mean(one.share.mean),
            share(one.share.satisfied),
        ]);
    }
    table.row([
        words.word("look-report-sum"),
        String::new(),
        String::new(),
        report.responses.to_string(),
        report.attendees.to_string(),
        share(report.response_rate),
        mean(report.overall.mean),
        share(report.overall.satisfied),
    ]);
    let mut sections = Table::new(words, &["section", "#n", "#mean", "#%satisfied"]);
    for one in &report.sections {
        let found = one.share;
        sections.row([one.title.clone(), found.n.to_string(), mean(found.mean), share(found.satisfied)]);
    }
    let page = Page::default().table(table);
    match report.responses {
        0 => page.line(words.word("evaluate-no-answers")),
        _ => page.blank().heading(words.word("look-report-sections")).table(sections),
    }
}
