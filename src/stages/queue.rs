//! Rows of files that wait to be told who they are, as people see them.

use crate::locale::{Phrase, Words};
use crate::phrase;
use crate::view::{Page, Table};
use ata_model::review::{Fitting, Review};

/// How to answer.
pub fn hint(row: &Review) -> Phrase {
    let person = row.candidates.first().map_or("P-9", |candidate| candidate.person.id.as_str());
    phrase!("import-queue-hint", row = &row.id, person = person)
}

/// One line for each person a row may be.
pub fn table(rows: &[Review], words: &Words) -> Table {
    let mut table =
        Table::new(words, &["row", "!line", "name", "id", "candidate", "#?score", "reason", "?doc", "?email", "?org"]);
    for row in rows {
        let mut first = [row.id.clone(), row.line.to_string(), called(row)];
        if row.candidates.is_empty() {
            let [id, line, name] = first;
            table.row([id, line, name].into_iter().chain(std::iter::repeat_n(String::new(), 7)).collect::<Vec<_>>());
            continue;
        }
        for candidate in &row.candidates {
            let [id, line, name] = std::mem::take(&mut first);
            let cells = [
                id,
                line,
                name,
                candidate.person.id.clone(),
                candidate.person.name.clone(),
                format!("{:.2}", candidate.score),
                why(candidate, words),
                candidate.doc.clone().unwrap_or_default(),
                candidate.email.clone().unwrap_or_default(),
                candidate.organisation.clone().unwrap_or_default(),
            ];
            table.row(cells);
        }
    }
    table
}

fn why(candidate: &Fitting, words: &Words) -> String {
    let reasons: Vec<String> = candidate.reasons.iter().map(|reason| words.term("likeness", reason.code())).collect();
    reasons.join(", ")
}

/// What the row calls the person, with what else it says of them.
fn called(row: &Review) -> String {
    let cells = [&row.row.name, &row.row.doc, &row.row.email];
    let organisation = row.row.organisation.as_ref().map(|organisation| organisation.name.clone());
    let said: Vec<String> = cells.into_iter().flatten().cloned().chain(organisation).collect();
    said.join(" · ")
}

/// One row, all that is known of it.
pub fn page(row: &Review, words: &Words) -> Page {
    let title = format!("{}  {}", row.id, called(row));
    let minutes = row.row.minutes.map(|minutes| minutes.to_string());
    let mut page = Page::default().line(title).facts(
        words,
        &[
            ("import", Some(format!("{} · {} {}", row.import, words.term("column", "line"), row.line))),
            ("session", row.session.clone()),
            ("phone", row.row.phone.clone()),
            ("post", row.row.post.clone()),
            ("minutes", minutes),
            ("attendance", row.row.status.as_ref().map(|status| words.term("attendance", status))),
            ("state", Some(words.term("review", &row.state))),
            ("person", row.person.as_ref().map(|person| format!("{} ({})", person.name, person.id))),
            ("reason", row.reason.clone()),
        ],
    );
    if row.state == "open" {
        page = page.table(table(std::slice::from_ref(row), words));
    }
    page
}
