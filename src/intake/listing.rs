//! Lists of organisations, persons and needs: one header, then rows as (column, value). What the columns mean is the caller's business.

use super::canonical::Ignored;
use super::codes::{IgnoreReason, RejectReason, WarnCode};
use super::columns::HEADER_LOOK;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::{fold, key, squeeze};
use super::handmade::{self, Aside};
use super::options::{Input, Options};
use super::table::{Row, Table, Warning, open};

/// A column of a plain list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ListColumn {
    /// As written, with single blanks.
    pub text: String,
    /// Folded to `snake_case`, or the name given by hand.
    pub key: String,
}

/// One row of a plain list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ListRow {
    pub line: u64,
    /// (index of the column, trimmed value); empty cells are left out.
    pub values: Vec<(usize, String)>,
}

/// A row that cannot be taken, with all of its cells.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RefusedRow {
    pub line: u64,
    /// The cell that says why.
    pub value: String,
    pub reason: RejectReason,
    pub cells: Vec<String>,
}

/// A plain list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub encoding: String,
    pub delimiter: Option<char>,
    pub header_line: u64,
    pub columns: Vec<ListColumn>,
    /// Are these the refused rows of an earlier file, come back?
    pub is_rest: bool,
    pub rows: Vec<ListRow>,
    pub ignored: Vec<Ignored>,
    pub rejects: Vec<RefusedRow>,
    pub warnings: Vec<Warning>,
}

impl Listing {
    /// The value of the column with this key in a row; empty when there is none.
    #[must_use]
    pub fn value<'l>(&self, row: &'l ListRow, key: &str) -> &'l str {
        row.values
            .iter()
            .find(|(column, _)| self.columns.get(*column).is_some_and(|found| found.key == key))
            .map_or("", |(_, value)| value)
    }
}

/// Reads a list. Its columns are named by the row with most headings that `is_known` (or by `header_row`); without any by the first
/// filled row. `map` renames: (key, column). A list `of_people` may be one made by hand: headings over two rows, cells that repeat what
/// stands above, notices and signatures below.
///
/// # Errors
/// [`IntakeError::NoHeader`] for a file without a filled row, [`IntakeError::UnknownColumn`] for a column named by hand that is not there.
pub fn listing(
    input: Input<'_>,
    options: &Options,
    of_people: bool,
    is_known: impl Fn(&str) -> bool,
) -> Result<Listing, IntakeError> {
    listing_of(&open(input, options)?, options, of_people, is_known)
}

pub(super) fn listing_of(
    table: &Table,
    options: &Options,
    of_people: bool,
    is_known: impl Fn(&str) -> bool,
) -> Result<Listing, IntakeError> {
    let at = match options.header_row {
        Some(line) => table.rows.iter().position(|row| row.line == line),
        None => header(table, options, is_known),
    };
    let Some(at) = at else {
        return Err(table.no_header(options));
    };
    let by_hand = if of_people { handmade::plain(table, at) } else { None };
    let columns = match &by_hand {
        Some(list) => columns(&list.header, options)?,
        None => columns(&table.rows[at].cells, options)?,
    };
    let mut listing = Listing {
        encoding: table.encoding.clone(),
        delimiter: table.delimiter,
        header_line: table.rows[at].line,
        columns,
        is_rest: table.is_rest,
        rows: Vec::new(),
        ignored: Vec::new(),
        rejects: Vec::new(),
        warnings: table.warnings.clone(),
    };
    listing.doubt_columns();
    match by_hand {
        Some(list) => {
            listing.warnings.extend(list.warnings);
            list.rows.iter().for_each(|(row, aside)| listing.take(row, aside.as_ref()));
        }
        None => table.rows[at + 1..].iter().for_each(|row| {
            let aside = listing.aside(row).map(Aside::Ignored);
            listing.take(row, aside.as_ref());
        }),
    }
    if listing.rows.is_empty() {
        listing.warnings.push(Warning::new(WarnCode::NoRows, None, ""));
    }
    Ok(listing)
}

/// The row that names the columns: titles above it name none, or one in passing.
fn header(table: &Table, options: &Options, is_known: impl Fn(&str) -> bool) -> Option<usize> {
    let first = table.rows.iter().position(|row| !row.is_blank())?;
    let is_named = |cell: &str| is_known(cell) || options.map.iter().any(|(_, column)| key(column) == key(cell));
    let known = |row: &Row| row.filled().filter(|(_, cell)| is_named(cell)).count();
    let looked = table.rows.iter().enumerate().skip(first).take(HEADER_LOOK);
    looked
        .fold(None, |best: Option<(usize, usize)>, (at, row)| match (best, known(row)) {
            (Some((_, most)), n) if n <= most => best,
            (_, n) => Some((at, n)),
        })
        .map(|(at, _)| at)
}

fn columns(header: &[String], options: &Options) -> Result<Vec<ListColumn>, IntakeError> {
    let last = header.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |column| column + 1);
    let mut columns: Vec<ListColumn> =
        header[..last].iter().map(|text| ListColumn { text: squeeze(text), key: key(text.trim()) }).collect();
    for (name, wanted) in &options.map {
        let folded = key(wanted);
        let number = wanted.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let at = columns.iter().position(|column| column.key == folded).or(number.filter(|&at| at < columns.len()));
        let Some(at) = at else {
            return Err(IntakeError::UnknownColumn {
                field: name.clone(),
                column: wanted.clone(),
                found: columns.into_iter().map(|column| column.text).collect(),
            });
        };
        columns.iter_mut().filter(|column| column.key == *name).for_each(|column| column.key.clear());
        columns[at].key.clone_from(name);
    }
    Ok(columns)
}

impl Listing {
    fn doubt_columns(&mut self) {
        for (at, column) in self.columns.iter().enumerate() {
            if !column.key.is_empty() && self.columns[..at].iter().any(|other| other.key == column.key) {
                self.warnings.push(Warning::new(WarnCode::DuplicateColumn, self.header_line, column.text.clone()));
            }
        }
    }

    /// Why a row is nobody's and nothing's: blank, numbered in advance, a total.
    fn aside(&self, row: &Row) -> Option<IgnoreReason> {
        if row.is_blank() {
            return Some(IgnoreReason::Blank);
        }
        let is_number = |(column, cell): (usize, &str)| {
            let is_count = cell.chars().all(|c| c.is_ascii_digit() || ".)- ".contains(c));
            is_count && self.columns.get(column).is_some_and(|known| Field::of(&known.text) == Some(Field::Number))
        };
        if row.filled().all(is_number) {
            return Some(IgnoreReason::NumberedBlank);
        }
        let (_, first) = row.filled().next()?;
        let is_total = ["total", "totales", "totais"].contains(&fold(first).split(' ').next().unwrap_or_default());
        (is_total && row.filled().count() <= 2).then_some(IgnoreReason::Total)
    }

    fn take(&mut self, row: &Row, aside: Option<&Aside>) {
        let mut refuse = |value: &str, reason| {
            let (value, cells) = (value.to_owned(), row.cells.clone());
            self.rejects.push(RefusedRow { line: row.line, value, reason, cells });
        };
        match aside {
            Some(Aside::Ignored(reason)) => self.ignored.push(Ignored { line: row.line, reason: *reason }),
            Some(Aside::Below) => {
                refuse(row.filled().next().map_or("", |(_, cell)| cell), RejectReason::BelowList);
            }
            None => match row.filled().find(|(column, _)| *column >= self.columns.len()) {
                Some((_, more)) => refuse(more, RejectReason::TooManyCells),
                None => self.rows.push(ListRow {
                    line: row.line,
                    values: row.filled().map(|(column, value)| (column, value.to_owned())).collect(),
                }),
            },
        }
    }
}
