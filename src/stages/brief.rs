//! A case in a few lines: what a command that changed it answers, and tables of cases.

use crate::locale::Words;
use crate::phrase;
use crate::view::{Page, Table};
use ata_model::case::Case;

/// Reference, title, where it stands, and what keeps it there.
pub fn case(case: &Case, words: &Words) -> Page {
    let at = standing(case, words);
    let mut page = Page::default().line(format!("{}  {} · {at}", case.id, case.title));
    for one in &case.missing {
        let meaning = words.term("control", one.control.code());
        page = page.line(format!(
            "  {}",
            words.say(&phrase!("look-missing", control = one.control.code(), meaning = meaning))
        ));
        for command in one.commands() {
            page = page.line(format!("    {}", words.command(command)));
        }
    }
    page
}

/// Where a case stands, in a word: its stage while it is open, else its state.
pub fn standing(case: &Case, words: &Words) -> String {
    match case.state.as_str() {
        "open" => words.term("stage", case.stage.code()),
        state => words.term("state", state),
    }
}

/// Several cases as a table that fits 80 columns.
pub fn table(cases: &[Case], words: &Words) -> Page {
    let mut table = Table::new(words, &["case", "title", "stage", "?group", "?received", "due", "#priority"]);
    for case in cases {
        table.row([
            case.id.clone(),
            case.title.clone(),
            standing(case, words),
            case.group.as_ref().map(|group| group.name.clone()).unwrap_or_default(),
            case.received.clone(),
            case.due.clone().unwrap_or_default(),
            format!("{:.1}", case.priority.score),
        ]);
    }
    Page::default().table(table).none(words.word("look-no-cases"))
}
