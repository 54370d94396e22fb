//! What the answers say together, of a session or of all sessions of a case.

use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::evaluation::{self, SMALLEST_GROUP, Share};
use ata_model::profile::Form;
use ata_store::{Db, StoreError, sha256};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Results {
    /// Sessions, or cases with all their sessions
    #[arg(required = true, value_name = "SESSION|CASE")]
    reference: Vec<String>,
}

#[derive(Serialize)]
struct Shown {
    /// What was evaluated.
    of: String,
    /// One person may have come to several sessions.
    #[serde(skip)]
    is_one: bool,
    #[serde(flatten)]
    results: evaluation::Results,
}

pub fn run(args: &Results, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let all = desk.store.snapshot(|db| -> Result<Vec<_>, Fault> {
        let shown = |(of, sessions): (String, Vec<i64>)| {
            Ok(Shown { of, is_one: sessions.len() == 1, results: tabulate(db, &desk, &sessions)? })
        };
        typed::each(&args.reference, |text| sessions(db, text))?.into_iter().map(shown).collect()
    })?;
    let form = desk.row.profile.evaluation.clone();
    Ok(Answer::some(all, "reference", |shown| &shown.of, move |shown, words| page(shown, &form, words)))
}

/// What the answers of some sessions say together.
///
/// # Errors
/// What the store says.
pub fn tabulate(db: &Db, desk: &Desk, sessions: &[i64]) -> Result<evaluation::Results, Fault> {
    let mut sheets = Vec::new();
    let mut attendees = 0;
    for session in sessions {
        sheets.extend(db.answer_sheets(*session)?);
        attendees += db.turnout(*session)?.present;
    }
    // The hash of a text says nothing of who wrote it; the instance keeps two registers from having one order.
    let order = |text: &str| sha256(format!("{} {text}", desk.row.instance).as_bytes());
    Ok(evaluation::results(&desk.row.profile.evaluation, &sheets, attendees, order))
}

fn sessions(db: &Db, text: &str) -> Result<(String, Vec<i64>), Fault> {
    match db.find_session(text) {
        Ok(session) => Ok((db.session_ref(session)?, vec![session])),
        Err(StoreError::NotFound { noun, text: wanted }) => match db.find_case(text) {
            Ok(case) => {
                let sessions = db.sessions_of(case)?;
                Ok((db.case_ref(case)?, sessions.iter().map(|session| session.key).collect()))
            }
            Err(StoreError::NotFound { .. }) => Err(StoreError::NotFound { noun, text: wanted }.into()),
            Err(other) => Err(other.into()),
        },
        Err(other) => Err(other.into()),
    }
}

fn page(shown: &Shown, form: &Form, words: &Words) -> Page {
    let found = &shown.results;
    let rate = found.response_rate.map_or_else(|| "–".to_owned(), percent);
    let mut page = Page::default().heading(shown.of.clone()).facts(
        words,
        &[
            ("responses", Some(found.responses.to_string())),
            (if shown.is_one { "attendees" } else { "attendances" }, Some(found.attendees.to_string())),
            ("response_rate", Some(rate)),
        ],
    );
    if found.responses == 0 {
        return page.line(words.word("evaluate-no-answers"));
    }
    if found.responses > found.attendees && found.attendees > 0 {
        page = page.line(words.word("evaluate-more-than-attended"));
    }
    page = page.blank().table(shares(found, form, words));
    for breakdown in &found.breakdowns {
        let mut table = Table::new(words, &["item", "#n", "#mean", "#%satisfied"]);
        for group in &breakdown.groups {
            let n = group.n.map_or_else(|| "*".to_owned(), |n| n.to_string());
            table.row([group.option.clone(), n, mean(group.mean), group.satisfied.map(part).unwrap_or_default()]);
        }
        page = page.blank().heading(breakdown.label.clone()).table(table);
        if breakdown.groups.iter().any(|group| group.suppressed) {
            page = page.line(words.say(&phrase!("evaluate-suppressed", n = SMALLEST_GROUP)));
        }
    }
    let mut label = "";
    for comment in &found.comments {
        if comment.label != label {
            page = page.blank().heading(comment.label.clone());
            label = &comment.label;
        }
        page = page.line(format!("  – {}", comment.text.replace('\n', " ")));
    }
    page
}

/// Each section with its items below it, and the whole.
fn shares(found: &evaluation::Results, form: &Form, words: &Words) -> Table {
    let mut table = Table::new(words, &["section", "item", "#n", "#mean", "#%satisfied"]);
    for section in &found.sections {
        table.row(line(&section.title, "", section.share));
        let members = form.sections.iter().filter(|one| one.key == section.key).flat_map(|one| &one.items);
        for member in members {
            for item in found.items.iter().filter(|item| item.key == member.key) {
                table.row(line("", &item.label, item.share));
            }
        }
    }
    table.row(line(&words.word("evaluate-overall"), "", found.overall));
    table
}

fn line(section: &str, item: &str, share: Share) -> [String; 5] {
    let satisfied = share.satisfied.map(part).unwrap_or_default();
    [section.to_owned(), item.to_owned(), share.n.to_string(), mean(share.mean), satisfied]
}

fn mean(mean: Option<f64>) -> String {
    mean.map(|mean| format!("{mean:.2}")).unwrap_or_default()
}

/// A part of a whole, `0.9375`.
fn part(share: f64) -> String {
    ((share * 10_000.0).round() / 10_000.0).to_string()
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
