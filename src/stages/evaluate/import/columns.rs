//! Which column answers which item of the form: by its heading as it is, then folded, then as it was said by hand. A question that
//! several choices answer may have a column for each of them.

use crate::intake::{ColumnKind, Source, Survey};
use ata_model::evaluation;
use ata_model::name::fold;
use ata_model::profile::{Form, Item, ItemKind};
use std::collections::{BTreeMap, HashSet};

/// What a column is to the form.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning<'f> {
    /// It holds the answer.
    Answer(&'f Item),
    /// It holds something when this option was chosen.
    Option(&'f Item, &'f str),
}

/// Column → meaning. The first column that answers an item counts; the columns of its options all do.
pub(super) fn meanings<'f>(found: &Survey, form: &'f Form) -> BTreeMap<usize, Meaning<'f>> {
    let mut taken = HashSet::new();
    let mut meanings = BTreeMap::new();
    for (at, column) in found.columns.iter().enumerate() {
        if !matches!(column.kind, ColumnKind::Question) {
            continue;
        }
        if let Some((item, option)) = option(form, &column.question, column.part.as_deref()) {
            meanings.insert(at, Meaning::Option(item, option));
            taken.insert(item.key.as_str());
            continue;
        }
        let names = [Some(column.text.as_str()), column.part.as_deref(), Some(column.question.as_str())];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        let found_item = evaluation::column_of(form, &column.key, &names);
        let found_item = found_item.or_else(|| {
            let bare: Vec<&str> = names.iter().map(|name| unscaled(unnumbered(name))).collect();
            evaluation::column_of(form, &column.key, &bare)
        });
        let Some(item) = found_item else { continue };
        if taken.insert(item.key.as_str()) || is_spread(found, at, item, &meanings) {
            meanings.insert(at, Meaning::Answer(item));
        }
    }
    meanings
}

/// A heading without the number that a printed form puts before its questions: `1. Dominio del tema`, `2) …`.
fn unnumbered(name: &str) -> &str {
    let rest = name.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = name.trim_start().len() - rest.len();
    let rest = rest.strip_prefix([')', '-']).unwrap_or(rest);
    if (1..=6).contains(&number) && rest.starts_with(char::is_whitespace) { rest.trim_start() } else { name }
}

/// A heading without the scale that a form says behind its questions: `Dominio del tema (1 a 5)`.
fn unscaled(name: &str) -> &str {
    let scale = name.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match scale {
        Some((question, scale)) if scale.contains(|c: char| c.is_ascii_digit()) => question.trim_end(),
        _ => name,
    }
}

/// A question spread over a column for each choice, of which one is filled: does an earlier column of it answer the item already?
fn is_spread(found: &Survey, at: usize, item: &Item, meanings: &BTreeMap<usize, Meaning<'_>>) -> bool {
    let column = &found.columns[at];
    let is_same = |(other, meaning): (&usize, &Meaning<'_>)| {
        let other = &found.columns[*other];
        matches!(meaning, Meaning::Answer(known) if known.key == item.key)
            && other.part.is_some()
            && other.question == column.question
    };
    found.source == Source::SurveyMonkey && column.part.is_some() && meanings.iter().any(is_same)
}

/// A column `Question [option]` of an item that is chosen from options.
fn option<'f>(form: &'f Form, question: &str, part: Option<&str>) -> Option<(&'f Item, &'f str)> {
    let part = part?;
    let question = fold(question);
    let item = items(form).find(|item| {
        matches!(item.kind, ItemKind::Choice | ItemKind::Choices)
            && (fold(&item.label) == question || fold(&item.key) == question)
    })?;
    Some((item, evaluation::option_of(item, part)?))
}

fn items(form: &Form) -> impl Iterator<Item = &Item> {
    form.sections.iter().flat_map(|section| &section.items)
}

/// A proposal for the columns of a file that asks nothing of the form in its own words: those whose heading shares a word with an item
/// whose answers they hold. For the person to correct.
pub(super) fn proposal<'f>(found: &Survey, form: &'f Form) -> Vec<(&'f str, String)> {
    let mut taken: HashSet<&str> = HashSet::new();
    let mut proposed = Vec::new();
    for (at, column) in found.columns.iter().enumerate() {
        if !matches!(column.kind, ColumnKind::Question) {
            continue;
        }
        let cells = found.rows.iter().flat_map(|row| &row.answers).filter(|(answered, _)| *answered == at);
        let cells: Vec<&str> = cells.map(|(_, text)| text.as_str()).collect();
        let worth = evaluation::worth(&form.scale, cells.iter().copied());
        let fits = |item: &&Item| {
            // The option that takes everything says nothing of what the column asks.
            let options = item.options.iter().filter(|option| !evaluation::is_other(option)).cloned().collect();
            let strict = Item { options, ..(*item).clone() };
            let is_answer = |cell: &str| evaluation::read(&strict, &form.scale, &worth, cell).is_ok();
            !taken.contains(item.key.as_str())
                && share_a_word(&column.text, &item.label)
                && !cells.is_empty()
                && cells.iter().all(|cell| is_answer(cell))
        };
        // What every text is goes last.
        let mut candidates: Vec<&Item> = items(form).collect();
        candidates.sort_by_key(|item| item.kind == ItemKind::Text);
        if let Some(item) = candidates.into_iter().find(fits) {
            taken.insert(&item.key);
            proposed.push((item.key.as_str(), column.text.clone()));
        }
    }
    proposed
}

/// Do two headings share a word that says what they are about? Not an article, nor *qué* or *cómo*.
fn share_a_word(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one.split(' ').any(|word| word.len() >= 5 && other.split(' ').any(|same| same == word))
}

/// `key (label)` of the items, for whoever has to say which column answers them.
pub(super) fn named(form: &Form) -> Vec<String> {
    items(form).map(|item| format!("{} ({})", item.key, item.label)).collect()
}
