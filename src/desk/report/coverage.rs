//! Whom the sessions reached, territory by territory.

use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Words;
use crate::view::{Page, Table};
use ata_model::register::municipality;
use ata_model::report::Reached;
use ata_store::{Db, Span};
use serde::Serialize;

#[derive(Serialize)]
pub struct Coverage {
    items: Vec<Reached>,
    total: usize,
    sessions: usize,
    attendees: i64,
    /// Different people; who is registered in two territories counts once.
    people: i64,
}

pub fn read(db: &Db, span: &Span, _: &Desk) -> Result<Coverage, Fault> {
    let items = db.coverage(span)?;
    Ok(Coverage {
        total: items.len(),
        sessions: db.held_sessions(span)?.len(),
        attendees: items.iter().map(|one| one.attendees).sum(),
        people: db.people_present(span)?,
        items,
    })
}

pub fn page(report: &Coverage, words: &Words) -> Page {
    if report.items.is_empty() {
        return Page::default().line(words.word("look-report-nothing"));
    }
    let keys = ["!territory", "municipality", "#entities", "#sessions", "#attendees", "#distinct"];
    let mut table = Table::new(words, &keys);
    for one in &report.items {
        let name = match (&one.territory, &one.name) {
            (_, Some(name)) => municipality(name).to_owned(),
            (None, _) => words.word("look-report-no-territory"),
            (Some(_), None) => String::new(),
        };
        let counts = [one.organisations, one.sessions, one.attendees, one.people].map(|n| n.to_string());
        table.row([vec![one.territory.clone().unwrap_or_default(), name], counts.to_vec()].concat());
    }
    let sums = [report.sessions.to_string(), report.attendees.to_string(), report.people.to_string()];
    table.row([vec![String::new(), words.word("look-report-sum"), String::new()], sums.to_vec()].concat());
    Page::default().table(table)
}
