//! A case in a few lines: what a command that changed it answers, and tables of cases.

use crate::locale::Words;
use crate::phrase;
use crate::view::{Page, Table};
use ata_model::case::Case;

/// Reference, title, where it stands, and what keeps it there.
pub fn case(case: &Case, words: &Words) -> Page {
    let at = match case.state.as_str() {
        "open" => words.term("stage", case.stage.code()),
        state => words.term("state", state),
    };
    let mut page = Page::default().line(format!("{}  {} · {at}", case.id, case.title));
    for one in &case.missing {
        let meaning = words.term("control", one.control.code());
        page = page.line(format!(
            "  {}",
            words.say(&phrase!("look-missing", control = one.control.code(), meaning = meaning))
        ));
        page = page.line(format!("    {}", one.hint));
    }
    page
}

/// Several cases as a table.
pub fn table(cases: &[Case], words: &Words) -> Page {
    let mut table = Table::new(words, &["case", "title", "stage", "state", "group", "received", "due", "#priority"]);
    for case in cases {
        table.row([
            case.id.clone(),
            case.title.clone(),
            words.term("stage", case.stage.code()),
            words.term("state", &case.state),
            case.group.as_ref().map(|group| group.name.clone()).unwrap_or_default(),
            case.received.clone(),
            case.due.clone().unwrap_or_default(),
            format!("{:.1}", case.priority.score),
        ]);
    }
    if cases.is_empty() { Page::default().line(words.word("look-no-cases")) } else { Page::default().table(table) }
}
