//! Sessions as people see them: one on a sheet, several in a table.

use crate::env::Env;
use crate::locale::{Phrase, Words};
use crate::mail::language::weekday_date_long;
use crate::phrase;
use crate::view::{Answer, Page, Table};
use ata_model::session::{LogisticsItem, Session};
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// A session as a command left it, the title of its case, and what is to be said beside it.
pub struct Done {
    pub session: Session,
    pub title: String,
    pub notes: Vec<Phrase>,
}

/// The answer of a command that changed sessions, at a desk in `zone`.
pub fn answer(done: Vec<Done>, changed: bool, env: &Env, zone: &str) -> Answer {
    let mut sessions = Vec::new();
    let mut titles = BTreeMap::new();
    let mut notes = Vec::new();
    for one in done {
        titles.insert(one.session.case_key, one.title);
        notes.extend(one.notes);
        sessions.push(one.session);
    }
    let zone = zone.to_owned();
    let page = move |session: &Session, words: &Words| {
        page(session, titles.get(&session.case_key).map_or("", String::as_str), &zone, words)
    };
    Answer::changes(sessions, changed, env, page).notes(notes)
}

fn local(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// `2026-03-04 09:00`
pub fn short(at: &str) -> String {
    local(at).map_or_else(|| at.to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string())
}

/// The same of a session; in another zone than the desk's with its offset, `2026-03-04 08:00 -03:00`: beside the others nobody would
/// know when that is.
fn in_zone(at: &str, session: &Session, zone: &str) -> String {
    match local(at) {
        Some(at) if session.zone != zone => at.format("%Y-%m-%d %H:%M %:z").to_string(),
        _ => short(at),
    }
}

/// `miércoles 4 de marzo de 2026, 09:00 – 12:00`
pub fn when(session: &Session, words: &Words) -> String {
    let (Some(start), Some(end)) = (local(&session.start), local(&session.end)) else {
        return format!("{} – {}", session.start, session.end);
    };
    let day = |at: DateTime<FixedOffset>| weekday_date_long(words.language, at.date_naive());
    let hour = |at: DateTime<FixedOffset>| at.format("%H:%M");
    match start.date_naive() == end.date_naive() {
        true => format!("{}, {} – {}", day(start), hour(start), hour(end)),
        false => format!("{}, {} – {}, {}", day(start), hour(start), day(end), hour(end)),
    }
}

/// Everything people need to know of a session.
pub fn page(session: &Session, title: &str, zone: &str, words: &Words) -> Page {
    let state = words.term("session", &session.state);
    let names: Vec<&str> = session.facilitators.iter().map(|who| who.name.as_str()).collect();
    let invited = match session.capacity {
        Some(capacity) => format!("{} / {capacity}", session.invited),
        None => session.invited.to_string(),
    };
    let facts = [
        ("when", Some(when(session, words))),
        ("time-zone", (session.zone != zone).then(|| session.zone.clone())),
        ("modality", Some(words.term("modality", &session.modality))),
        ("place", session.place.clone()),
        ("link", session.link.clone()),
        ("facilitators", Some(names.join(", "))),
        ("invited", Some(invited)),
        ("extraordinary", session.extraordinary.clone()),
        ("conflict", session.conflict_reason.clone()),
    ];
    let mut page = Page::default().heading(format!("{}  {title} · {state}", session.id)).facts(words, &facts);
    if !session.agenda.is_empty() {
        page = page.line(words.term("column", "agenda"));
        for item in &session.agenda {
            let time = item.time.as_deref().unwrap_or("     ");
            let who = item.who.as_ref().map(|who| format!(" · {who}")).unwrap_or_default();
            page = page.line(format!("  {time}  {}{who}", item.topic));
        }
    }
    if !session.logistics.is_empty() {
        page = page.line(words.term("column", "logistics"));
        page = session.logistics.iter().fold(page, |page, item| page.line(format!("  {}", tick(item))));
    }
    for change in &session.changes {
        // What is not known is left out: a session need not have had a place, nor an edit a reason.
        let mut before = short(&change.start);
        if let Some(place) = change.place.as_ref().or(change.link.as_ref()) {
            before.push_str(&format!(", {place}"));
        }
        if let Some(reason) = &change.reason {
            before.push_str(&format!(" ({reason})"));
        }
        let kind = words.term("session", &change.kind);
        page = page.line(words.say(&phrase!("schedule-changed", on = &change.on, kind = kind, before = before)));
    }
    page
}

fn tick(item: &LogisticsItem) -> String {
    let who = item.assigned.as_ref().map(|who| format!(" · {}", who.name)).unwrap_or_default();
    format!("[{}] {}{who}", if item.done { "x" } else { " " }, item.item)
}

/// Things to have ready, as a table.
pub fn logistics(items: &[LogisticsItem], words: &Words) -> Page {
    let mut table = Table::new(words, &["item", "owner", "status"]);
    for item in items {
        let status = words.term("status", if item.done { "done" } else { "open" });
        let owner = item.assigned.as_ref().map(|who| who.name.clone()).unwrap_or_default();
        table.row([item.item.clone(), owner, status]);
    }
    Page::default().table(table).none(words.word("schedule-no-logistics"))
}

/// Sessions as a table; a narrow terminal gets the columns that fit.
pub fn table(sessions: &[Session], titles: &BTreeMap<i64, String>, zone: &str, narrow: bool, words: &Words) -> Page {
    let keys: &[&'static str] = if narrow {
        &["session", "start", "title", "state"]
    } else {
        &["session", "start", "end", "title", "modality", "place", "facilitators", "#invited", "state"]
    };
    let mut table = Table::new(words, keys);
    for session in sessions {
        let names: Vec<&str> = session.facilitators.iter().map(|who| who.name.as_str()).collect();
        table.row(keys.iter().map(|key| match *key {
            "session" => session.id.clone(),
            "start" => in_zone(&session.start, session, zone),
            "end" => in_zone(&session.end, session, zone),
            "title" => titles.get(&session.case_key).cloned().unwrap_or_default(),
            "modality" => words.term("modality", &session.modality),
            "place" => session.place.clone().or(session.link.clone()).unwrap_or_default(),
            "facilitators" => names.join(", "),
            "#invited" => session.invited.to_string(),
            _ => words.term("session", &session.state),
        }));
    }
    Page::default().table(table).none(words.word("schedule-none"))
}
