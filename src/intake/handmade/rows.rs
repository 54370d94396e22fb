//! The rows below the header of a list, whole or part by part, and which of them are nobody's.

use std::borrow::Cow;

use super::super::codes::IgnoreReason;
use super::super::columns::Columns;
use super::super::field::Field;
use super::super::person_row::value;
use super::super::table::Row;
use super::notices::{aside, notice};

/// A row below the header, or the part of it that belongs to one of the blocks that stand side by side.
pub(super) struct Placed<'t> {
    pub row: Cow<'t, Row>,
    pub block: usize,
    /// Why it is nobody's.
    pub aside: Option<IgnoreReason>,
    /// A name alone below the list, where the others have more: of somebody who came, or who signs for the list, nobody can tell.
    pub is_below: bool,
}

impl<'t> Placed<'t> {
    pub fn whole(row: &'t Row, columns: &Columns) -> Self {
        Placed { row: Cow::Borrowed(row), block: 0, aside: aside(row, columns), is_below: false }
    }

    /// The parts that hold somebody; of a row that holds nobody one part, with the reason.
    pub fn parts(row: &Row, blocks: &[Columns]) -> Vec<Self> {
        let part = |(block, columns): (usize, &Columns)| {
            let is_own = |column: usize| column >= columns.len() || !columns.text(column).is_empty();
            let cells = row.cells.iter().enumerate();
            let cells = cells.map(|(column, cell)| if is_own(column) { cell.clone() } else { String::new() });
            let row = Row { line: row.line, cells: cells.collect() };
            Placed { aside: aside(&row, columns), row: Cow::Owned(row), block, is_below: false }
        };
        let mut parts: Vec<Self> = blocks.iter().enumerate().map(part).collect();
        if parts.iter().any(|part| part.aside.is_none()) {
            parts.retain(|part| part.aside.is_none());
        } else {
            parts.sort_by_key(|part| part.aside == Some(IgnoreReason::Blank));
            parts.truncate(1);
        }
        parts
    }
}

/// Lines between and below the people that say nothing but themselves: a title again, a count, an institution, thanks. Only where the
/// others have a document or a signature; a name alone is somebody.
pub(super) fn mark_notices(rows: &mut [Placed<'_>], blocks: &[Columns], above: &[Row]) {
    let is_proof = |placed: &Placed<'_>| {
        let says = |field: Field| !value(&placed.row, &blocks[placed.block], field).is_empty();
        placed.aside.is_none() && (says(Field::Doc) || says(Field::Signature))
    };
    if !rows.iter().any(is_proof) {
        return;
    }
    for placed in rows.iter_mut().filter(|placed| placed.aside.is_none()) {
        let mut filled = placed.row.filled();
        let (Some((column, text)), None) = (filled.next(), filled.next()) else { continue };
        let is_name = blocks[placed.block].field(column).is_some_and(Field::is_of_name);
        let reason = if column == 0 || is_name { notice(text, above) } else { None };
        drop(filled);
        placed.aside = reason;
    }
}

/// A name alone that stands apart below the list, where everybody in it has a number, a document, an address or a mark.
pub(super) fn mark_below(rows: &mut [Placed<'_>], blocks: &[Columns]) {
    let [columns] = blocks else { return };
    let says = |placed: &Placed<'_>| PROOFS.iter().any(|&field| !value(&placed.row, columns, field).is_empty());
    let kept = || rows.iter().enumerate().filter(|(_, placed)| placed.aside.is_none());
    let Some((last, _)) = kept().rfind(|(_, placed)| says(placed)) else { return };
    let listed = kept().take_while(|(at, _)| *at <= last);
    if listed.clone().count() < 2 || !listed.clone().all(|(_, placed)| says(placed)) {
        return;
    }
    let is_name = |column: usize| columns.field(column).is_some_and(Field::is_of_name);
    let mut next = rows[last].row.line + 1 + rows[last].row.cells.iter().map(|cell| newlines(cell)).sum::<u64>();
    let mut is_apart = false;
    for placed in &mut rows[last + 1..] {
        is_apart |= placed.aside.is_some() || placed.row.line > next;
        next = placed.row.line + 1;
        placed.is_below = is_apart && placed.aside.is_none() && placed.row.filled().all(|(column, _)| is_name(column));
    }
}

fn newlines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// What shows that a row of a list is somebody's who came.
const PROOFS: [Field; 10] = [
    Field::Number,
    Field::Doc,
    Field::Email,
    Field::Phone,
    Field::Status,
    Field::Signature,
    Field::Arrival,
    Field::Join,
    Field::Leave,
    Field::Minutes,
];
