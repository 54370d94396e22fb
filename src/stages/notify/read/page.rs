//! What was read, as people see it: answers and reports first, and how many others there were.

use super::{Item, Report};
use crate::locale::Words;
use crate::phrase;
use crate::view::{Page, Table};

/// Other messages that are listed; a mailbox may hold thousands. JSON has them all.
const SAID: usize = 10;

pub fn page(report: &Report, words: &Words) -> Page {
    let mut page = Page::default();
    let is_ours = |item: &&Item| item.what != "other" || item.message.is_some();
    let (ours, others): (Vec<&Item>, Vec<&Item>) = report.items.iter().partition(is_ours);
    if !ours.is_empty() {
        let mut table = Table::new(words, &["what", "!session", "name", "answer", "outcome"]);
        for item in ours {
            table.row([
                words.word(&format!("notify-read-{}", item.what)),
                item.session.clone().or(item.message.clone()).unwrap_or_default(),
                item.name.clone().or(item.address.clone()).unwrap_or_default(),
                said(item, words),
                outcome(item, words),
            ]);
        }
        page = page.table(table);
    }
    for item in others.iter().take(SAID) {
        page = page.line(format!("{}: {}", item.place, outcome(item, words)));
    }
    if others.len() > SAID {
        page = page.line(words.say(&phrase!("notify-read-more", n = others.len() - SAID)));
    }
    page.line(words.say(&phrase!(
        "notify-read-counts",
        replies = report.replies,
        bounces = report.bounces,
        known = report.known,
        others = report.others
    )))
}

/// The answer, or the server's words.
fn said(item: &Item, words: &Words) -> String {
    match item.answer {
        Some(answer) => words.term("answer", answer),
        None => item.detail.clone().unwrap_or_default(),
    }
}

fn outcome(item: &Item, words: &Words) -> String {
    let mut said = words.word(&format!("notify-read-{}", item.outcome.replace('_', "-")));
    if let (Some(message), "other") = (&item.message, item.what) {
        said = words.say(&phrase!(format!("notify-read-{}-ours", item.outcome.replace('_', "-")), message = message));
    }
    if item.what == "bounce" && item.outcome == "kept" {
        said = words.say(&phrase!("notify-read-bounced", message = item.message.clone().unwrap_or_default()));
    }
    if item.current == Some(false) {
        said.push_str(&format!("; {}", words.word("notify-read-outdated")));
    }
    if let Some(sender) = &item.sender {
        said.push_str(&format!("; {}", words.say(&phrase!("notify-read-sender", sender = sender))));
    }
    if let (Some(detail), "other") = (&item.detail, item.what) {
        said.push_str(&format!(" ({detail})"));
    }
    said
}
