//! Who is reminded of what, as people see it.

use super::{Reminded, Told};
use crate::locale::Words;
use crate::phrase;
use crate::stages::notify::report;
use crate::view::{Page, Table};
use ata_model::reminder::Reminder;

/// What came too late and is named; JSON has them all.
const SAID: usize = 10;

pub fn page(reminded: &Reminded, words: &Words) -> Page {
    let mut page = Page::default();
    if !reminded.items.is_empty() || !reminded.unreachable.is_empty() {
        let mut table = Table::new(words, &["!message", "to", "!what", "!id", "?about", "state"]);
        for told in reminded.items.iter().chain(&reminded.unreachable) {
            rows(&mut table, told, words);
        }
        page = page.table(table);
    }
    for late in reminded.too_late.iter().take(SAID) {
        page = page.line(words.say(&phrase!(
            "notify-remind-too-late",
            what = what(late, words),
            reference = reference(late),
            name = &late.recipient.name,
            day = late.due_on.to_string()
        )));
    }
    if reminded.too_late.len() > SAID {
        page = page.line(words.say(&phrase!("notify-read-more", n = reminded.too_late.len() - SAID)));
    }
    page = page.line(words.say(&phrase!("notify-reminded", n = reminded.reminders, people = reminded.total)));
    if let Some(sending) = reminded.sending.as_ref().filter(|sending| !sending.is_empty()) {
        page = page.line(report::counts(sending, words));
    }
    page
}

fn what(reminder: &Reminder, words: &Words) -> String {
    words.term("reminder", reminder.rule.code())
}

fn reference(reminder: &Reminder) -> String {
    reminder.commitment.as_ref().or(reminder.session.as_ref()).unwrap_or(&reminder.case).clone()
}

/// One row a reminder; the message and its recipient stand in the first.
fn rows(table: &mut Table, told: &Told, words: &Words) {
    let state = told
        .state
        .as_ref()
        .map_or_else(|| words.word("notify-remind-no-address"), |state| words.term("message", state));
    for (at, reminder) in told.reminders.iter().enumerate() {
        let first = |text: String| if at == 0 { text } else { String::new() };
        table.row([
            first(told.message.clone().unwrap_or_default()),
            first(told.name.clone()),
            what(reminder, words),
            reference(reminder),
            reminder.about.to_string(),
            first(state.clone()),
        ]);
    }
}
