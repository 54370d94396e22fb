//! Lists of organisations, persons and needs: one header, then rows as (column, value). What the columns mean is the caller's business.

use super::canonical::Ignored;
use super::codes::{IgnoreReason, RejectReason, WarnCode};
use super::fault::IntakeError;
use super::fold::{key, squeeze};
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

/// Reads a list whose first filled row (or `header_row`) names the columns. `map` renames: (key, column).
///
/// # Errors
/// [`IntakeError::NoHeader`] for a file without a filled row, [`IntakeError::UnknownColumn`] for a column named by hand that is not there.
pub fn listing(input: Input<'_>, options: &Options) -> Result<Listing, IntakeError> {
    let table = open(input, options)?;
    let at = match options.header_row {
        Some(line) => table.rows.iter().position(|row| row.line == line),
        None => table.rows.iter().position(|row| !row.is_blank()),
    };
    let Some(at) = at else {
        return Err(IntakeError::NoHeader { found: table.beginning() });
    };
    let columns = columns(&table.rows[at], options)?;
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
    listing.take(&table, at);
    Ok(listing)
}

fn columns(header: &Row, options: &Options) -> Result<Vec<ListColumn>, IntakeError> {
    let last = header.filled().last().map_or(0, |(column, _)| column + 1);
    let mut columns: Vec<ListColumn> = (0..last)
        .map(|column| ListColumn { text: squeeze(header.get(column)), key: key(header.get(column)) })
        .collect();
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

    fn take(&mut self, table: &Table, header: usize) {
        for row in &table.rows[header + 1..] {
            if row.is_blank() {
                self.ignored.push(Ignored { line: row.line, reason: IgnoreReason::Blank });
            } else if let Some((_, more)) = row.filled().find(|(column, _)| *column >= self.columns.len()) {
                let reason = RejectReason::TooManyCells;
                self.rejects.push(RefusedRow {
                    line: row.line,
                    value: more.to_owned(),
                    reason,
                    cells: row.cells.clone(),
                });
            } else {
                self.rows.push(ListRow {
                    line: row.line,
                    values: row.filled().map(|(column, value)| (column, value.to_owned())).collect(),
                });
            }
        }
        if self.rows.is_empty() {
            self.warnings.push(Warning::new(WarnCode::NoRows, None, ""));
        }
    }
}
