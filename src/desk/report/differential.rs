//! How many of those present gave each answer of the differential approach. What few people share is not shown.

use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::view::{Page, Table};
use ata_model::differential::{Differential, SMALLEST_CELL, VARIABLES, hidden};
use ata_store::{Db, Span};
use serde::Serialize;

#[derive(Serialize)]
pub struct Counts {
    /// Different people who were present.
    people: i64,
    /// Cells of fewer people are not shown, nor the next larger one where the rest would betray them.
    smallest_cell: i64,
    variables: Vec<Variable>,
}

#[derive(Serialize)]
struct Variable {
    variable: &'static str,
    categories: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// Key of the profile's category; none for those who gave no answer.
    key: Option<String>,
    label: Option<String>,
    n: Option<i64>,
    suppressed: bool,
}

pub fn read(db: &Db, span: &Span, desk: &Desk) -> Result<Counts, Fault> {
    let approach = desk.row.profile.differential.clone().unwrap_or_default();
    let mut people = 0;
    let mut variables = Vec::new();
    for (at, variable) in VARIABLES.into_iter().enumerate() {
        let (all, counts) = db.differential_counts(&span.cases, &span.begin, &span.end, at)?;
        people = all;
        let categories = cells(&approach, at, &counts);
        if categories.iter().any(|cell| cell.key.is_some()) {
            variables.push(Variable { variable, categories });
        }
    }
    Ok(Counts { people, smallest_cell: SMALLEST_CELL, variables })
}

/// The profile's categories in its order, whatever else was answered under an earlier profile, and those who gave no answer.
fn cells(approach: &Differential, variable: usize, counts: &std::collections::BTreeMap<String, i64>) -> Vec<Cell> {
    let mut keys: Vec<&str> = approach.categories(variable).iter().map(|category| category.key.as_str()).collect();
    keys.extend(
        counts.keys().map(String::as_str).filter(|key| !key.is_empty() && !approach_has(approach, variable, key)),
    );
    if keys.iter().all(|key| !counts.contains_key(*key)) {
        return Vec::new();
    }
    keys.push("");
    let sizes: Vec<i64> = keys.iter().map(|key| counts.get(*key).copied().unwrap_or(0)).collect();
    let hidden = hidden(&sizes);
    let cell = |((key, n), suppressed): ((&&str, &i64), &bool)| Cell {
        key: (!key.is_empty()).then(|| (*key).to_owned()),
        label: (!key.is_empty()).then(|| approach.label(variable, key)),
        n: (!suppressed).then_some(*n),
        suppressed: *suppressed,
    };
    keys.iter().zip(&sizes).zip(&hidden).map(cell).collect()
}

fn approach_has(approach: &Differential, variable: usize, key: &str) -> bool {
    approach.categories(variable).iter().any(|category| category.key == key)
}

pub fn page(report: &Counts, words: &Words) -> Page {
    let mut page = Page::default().line(words.say(&phrase!("look-report-people", n = report.people)));
    if report.variables.is_empty() {
        return page.line(words.word("look-report-silent"));
    }
    for one in &report.variables {
        let mut table = Table::new(words, &["category", "#people"]);
        for cell in &one.categories {
            let label = cell.label.clone().unwrap_or_else(|| words.word("look-report-unanswered"));
            let label = if cell.key.as_deref() == Some(ata_model::differential::UNDISCLOSED)
                && Some(&label) == cell.key.as_ref()
            {
                words.word("look-report-undisclosed")
            } else {
                label
            };
            table.row([label, cell.n.map_or_else(|| "*".to_owned(), |n| n.to_string())]);
        }
        page = page.blank().heading(words.term("differential", &one.variable.replace('_', "-"))).table(table);
    }
    let is_hidden = report.variables.iter().flat_map(|one| &one.categories).any(|cell| cell.suppressed);
    match is_hidden {
        true => page.blank().line(words.say(&phrase!("look-report-suppressed", n = report.smallest_cell))),
        false => page,
    }
}
