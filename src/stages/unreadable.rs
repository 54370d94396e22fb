//! A file of rows that cannot be read at all: which file, where in it, and what helps.

use crate::error::{Detail, Fault, Kind};
use crate::intake::IntakeError;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use serde_json::json;
use std::path::Path;

/// The fault of an unreadable file; a header that could not be found is shown as it begins.
pub fn fault(path: &Path, error: &IntakeError) -> Fault {
    let file = path.display().to_string();
    if let IntakeError::Unreadable(error) = error {
        return crate::error::file_fault(path, error);
    }
    let key = format!("import-fault-{}", error.to_string().replace('_', "-"));
    let mut fault = Fault::new(Kind::Usage, Phrase { key, args: args(error) });
    fault.phrase.args.push(("file", Arg::file(&file)));
    let beginning = match error {
        IntakeError::NoHeader { found } | IntakeError::NotThisSource { found, .. } => found.as_slice(),
        _ => &[],
    };
    for (line, cells) in beginning {
        let text = phrase!("import-fault-row", line = *line, cells = beginnings(cells, " | "));
        fault.details.push(Detail { text, json: json!({"line": line, "cells": begun(cells)}) });
    }
    match error {
        IntakeError::UnclosedQuote { .. } => fault.hint(phrase!("import-hint-quote")),
        // What was fed in cannot be fetched again by its name.
        IntakeError::Empty if file == "-" => fault,
        IntakeError::Damaged { .. } | IntakeError::Empty | IntakeError::NoTable => {
            fault.hint(phrase!("import-hint-again"))
        }
        IntakeError::UnknownEncoding { .. } => fault.hint(phrase!("import-hint-encoding")),
        IntakeError::UnknownColumn { field, .. } => fault.hint(phrase!("import-hint-column", field = field)),
        _ => fault,
    }
}

/// Characters of a cell that are enough to recognise it, and cells that are enough to recognise a row.
const ENOUGH: usize = 60;
const CELLS: usize = 40;

/// Cells of a file in one line, however long they are, and however many.
pub fn beginnings<T: AsRef<str>>(cells: &[T], between: &str) -> String {
    let mut begun = begun(cells);
    if cells.len() > CELLS {
        begun.push("…".to_owned());
    }
    begun.join(between)
}

/// The first cells, as they begin.
fn begun<T: AsRef<str>>(cells: &[T]) -> Vec<String> {
    let begin = |cell: &T| {
        let mut letters = cell.as_ref().chars();
        let mut text: String = letters.by_ref().take(ENOUGH).collect();
        if letters.next().is_some() {
            text.push('…');
        }
        text
    };
    cells.iter().take(CELLS).map(begin).collect()
}

/// What the sentence about each fault has to fill in.
fn args(error: &IntakeError) -> Vec<(&'static str, Arg)> {
    let mib = |bytes: u64| Arg::from(bytes.div_ceil(1024 * 1024));
    match error {
        IntakeError::ChangedMeanwhile { line } | IntakeError::UnclosedQuote { line } => vec![("line", (*line).into())],
        IntakeError::TooLarge { bytes, limit } => vec![("size", mib(*bytes)), ("limit", mib(*limit))],
        IntakeError::UnpacksTooLarge { limit, .. } => vec![("limit", mib(*limit))],
        IntakeError::TooManyCells { limit } => vec![("limit", (*limit).into())],
        IntakeError::UnknownEncoding { label } => vec![("value", label.into())],
        IntakeError::UnsupportedContainer { container } => vec![("value", container.as_str().into())],
        IntakeError::CellTooLarge { line, column, limit } => {
            vec![("line", (*line).into()), ("column", (*column).into()), ("limit", mib(*limit as u64))]
        }
        IntakeError::TooManyColumns { line, limit } => vec![("line", (*line).into()), ("limit", (*limit).into())],
        IntakeError::UnknownColumn { field, column, found } => {
            vec![("field", field.into()), ("value", column.into()), ("found", beginnings(found, ", ").into())]
        }
        IntakeError::IdentityColumn { column } => vec![("value", column.into())],
        IntakeError::UnknownField { field } => vec![("field", field.into())],
        IntakeError::UnknownSheet { sheet, found } => {
            vec![("value", sheet.into()), ("found", beginnings(found, ", ").into())]
        }
        IntakeError::NotThisSource { source_asked, .. } => vec![("value", source_asked.as_str().into())],
        IntakeError::AmbiguousDates { line, value } => vec![("line", (*line).into()), ("value", value.into())],
        IntakeError::OtherDateOrder { line, value, order } => {
            let order = Arg::Word(format!("import-order-{order}"));
            vec![("line", (*line).into()), ("value", value.into()), ("order", order)]
        }
        IntakeError::NoSuchLine { line, last } => vec![("line", (*line).into()), ("last", (*last).into())],
        IntakeError::Unreadable(_)
        | IntakeError::Damaged { .. }
        | IntakeError::Empty
        | IntakeError::NoTable
        | IntakeError::NotText
        | IntakeError::Encrypted
        | IntakeError::NoHeader { .. } => Vec::new(),
    }
}
