//! A whole file as rows of text cells, whatever held it. For everything but large canonical files, which are streamed.

use std::borrow::Cow;
use std::io::Read;

use super::codes::{Container, WarnCode};
use super::columns::{Columns, HEADER_LOOK};
use super::decode::{repair, text_of};
use super::delimiter;
use super::fault::IntakeError;
use super::fold::squeeze;
use super::html;
use super::options::{Input, Options};
use super::pasted;
use super::record::{Record, Records};
use super::rest;
use super::scan::{Scan, scan};
use super::workbook;

/// Largest file that is read into memory, in bytes.
pub const MAX_TABLE: u64 = 256 * 1024 * 1024;
/// Most cells of a table.
pub const MAX_CELLS: u64 = 5_000_000;

/// A row with the 1-based physical line (or sheet row) on which it starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Row {
    /// The trimmed cell; empty when the row is shorter.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The trimmed cell of an optional column.
    #[must_use]
    pub fn at(&self, column: Option<usize>) -> &str {
        column.map_or("", |column| self.get(column))
    }

    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

/// Something repaired, doubted or left out while the row or the file was kept.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Warning {
    pub code: WarnCode,
    /// 1-based; `None` when it is about the whole file.
    pub line: Option<u64>,
    /// The header text of the column or the value concerned, as written in the file.
    pub detail: String,
}

impl Warning {
    pub(super) fn new(code: WarnCode, line: impl Into<Option<u64>>, detail: impl Into<String>) -> Self {
        Self { code, line: line.into(), detail: detail.into() }
    }
}

impl From<&Warning> for ata_model::import::Warning {
    fn from(found: &Warning) -> Self {
        Self { line: found.line, code: found.code.as_str().to_owned(), detail: found.detail.clone() }
    }
}

/// Cells that a sheet shows as one; 0-based and inclusive, rows as sheet rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    pub top: u64,
    pub bottom: u64,
    pub left: usize,
    pub right: usize,
}

/// A file as rows of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub container: Container,
    /// `utf-8`, `windows-1252`, … ; the container's name for workbooks.
    pub encoding: String,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    pub file_name: Option<String>,
    pub rows: Vec<Row>,
    pub merges: Vec<Merge>,
    /// Are these the refused rows of an earlier file, come back? What was written beside them then is taken away.
    pub is_rest: bool,
    pub warnings: Vec<Warning>,
}

impl Table {
    /// The first rows, for a fault that asks the person to choose.
    pub(super) fn beginning(&self) -> Vec<(u64, Vec<String>)> {
        self.rows
            .iter()
            .filter(|row| !row.is_blank())
            .take(5)
            .map(|row| (row.line, row.cells.iter().take(40).cloned().collect()))
            .collect()
    }

    /// Why no row names the columns: the line said to do so is not there, a column named by hand is in none, or nothing is known of them.
    pub(super) fn no_header(&self, options: &Options) -> IntakeError {
        let is_asked = |row: &&Row| options.header_row.is_none_or(|line| row.line == line);
        let rows: Vec<&Row> =
            self.rows.iter().filter(|row| !row.is_blank()).filter(is_asked).take(HEADER_LOOK).collect();
        if rows.is_empty() {
            let last = self.rows.last().map_or(0, |row| row.line);
            let no_such_line = options.header_row.map(|line| IntakeError::NoSuchLine { line, last });
            return no_such_line.unwrap_or(IntakeError::NoHeader { found: Vec::new() });
        }
        let has = |row: &Row, column: &str| {
            Columns::recognise(row.cells.iter().map(String::as_str)).position(column).is_some()
        };
        match options.map.iter().find(|(_, column)| !rows.iter().any(|row| has(row, column))) {
            Some((field, column)) => {
                let widest = rows.iter().rev().max_by_key(|row| row.filled().count());
                let found = widest.map(|row| row.filled().map(|(_, cell)| squeeze(cell)).collect());
                IntakeError::UnknownColumn {
                    field: field.clone(),
                    column: column.clone(),
                    found: found.unwrap_or_default(),
                }
            }
            None => IntakeError::NoHeader { found: self.beginning() },
        }
    }

    /// The index of the row that names the columns: the line asked for, or the best of the first rows.
    pub(super) fn header(&self, options: &Options) -> Option<usize> {
        if let Some(line) = options.header_row {
            return self.rows.iter().position(|row| row.line == line);
        }
        let mut best: Option<(usize, (bool, usize))> = None;
        for (at, row) in self.rows.iter().enumerate().take(HEADER_LOOK) {
            let columns = Columns::recognise(row.cells.iter().map(String::as_str));
            let mapped =
                !options.map.is_empty() && options.map.iter().all(|(_, column)| columns.position(column).is_some());
            let rank = if mapped { (true, super::field::Field::ALL.len()) } else { columns.rank() };
            if (mapped || (columns.name_person() && rank.1 >= 1)) && best.is_none_or(|(_, so_far)| rank > so_far) {
                best = Some((at, rank));
            }
        }
        best.map(|(at, _)| at)
    }

    /// Repairs the letters of a text that was encoded twice before it came into the workbook, and says so.
    pub(super) fn mend(&mut self) {
        let mut is_mended = false;
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some(repaired) = repair(cell) {
                (*cell, is_mended) = (repaired, true);
            }
        }
        if is_mended {
            self.warnings.push(Warning::new(WarnCode::DoubleEncoded, None, ""));
        }
    }
}

/// Reads a whole file as a table, deciding on container, encoding and delimiter by its content.
///
/// # Errors
/// Everything of [`IntakeError`] that concerns bytes: unreadable, empty, damaged, too large, unclosed quote, …
pub fn open(input: Input<'_>, options: &Options) -> Result<Table, IntakeError> {
    opened(input, options, &scan(input, options)?)
}

/// The same after a first look.
pub(super) fn opened(input: Input<'_>, options: &Options, scanned: &Scan) -> Result<Table, IntakeError> {
    if scanned.size > MAX_TABLE {
        return Err(IntakeError::TooLarge { bytes: scanned.size, limit: MAX_TABLE });
    }
    let mut table = match scanned.container {
        Container::Csv => csv(input, scanned),
        Container::Zip => workbook::zipped(&whole(input)?, options),
        Container::Xls => workbook::old(&whole(input)?, options),
        Container::Html => page(input, scanned),
        container => Err(IntakeError::UnsupportedContainer { container }),
    }?;
    table.file_name = options.name_of(input);
    table.is_rest = rest::unmark(&mut table.rows);
    Ok(table)
}

fn whole(input: Input<'_>) -> Result<Cow<'_, [u8]>, IntakeError> {
    if let Input::Bytes(bytes) = input {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut bytes = Vec::new();
    input.open()?.take(MAX_TABLE + 1).read_to_end(&mut bytes)?;
    Ok(Cow::Owned(bytes))
}

fn page(input: Input<'_>, scanned: &Scan) -> Result<Table, IntakeError> {
    let mut bytes = Vec::new();
    text_of(input, scanned)?.take(MAX_TABLE).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    // Before its blanks are folded: one of them may be half a letter.
    let repaired = if scanned.twice_encoded { repair(&text) } else { None };
    html::table(repaired.as_deref().unwrap_or(&text), scanned.charset.name(), warnings_of(scanned))
}

pub(super) fn warnings_of(scanned: &Scan) -> Vec<Warning> {
    let file = |code| Warning::new(code, None, scanned.charset.name());
    let mut warnings = Vec::new();
    if scanned.twice_encoded {
        warnings.push(Warning::new(WarnCode::DoubleEncoded, None, ""));
    }
    if scanned.undecodable {
        warnings.push(file(WarnCode::UndecodableBytes));
    }
    if scanned.is_mixed {
        warnings.push(Warning::new(WarnCode::MixedEncoding, None, "windows-1252"));
    }
    if scanned.looks_like_dos {
        warnings.push(file(WarnCode::LooksLikeDos));
    }
    warnings
}

fn csv(input: Input<'_>, scanned: &Scan) -> Result<Table, IntakeError> {
    let layout = delimiter::layout(scanned)?;
    let mut text = text_of(input, scanned)?;
    delimiter::skip(&mut text, layout)?;
    // Whole, because what a quote is may be told by the line below.
    let mut bytes = Vec::new();
    text.read_to_end(&mut bytes)?;
    let mut records = Records::new(bytes.as_slice(), layout.rules, 1 + layout.skip_lines);
    let (mut rows, nul_line) = rows(&mut records, scanned.twice_encoded)?;
    pasted::split_lines(&mut rows, layout.rules);
    let mut warnings = warnings_of(scanned);
    if let Some(line) = nul_line {
        warnings.push(Warning::new(WarnCode::NulBytes, line, ""));
    }
    pasted::split(Table {
        container: Container::Csv,
        encoding: scanned.charset.name(),
        delimiter: Some(layout.rules.delimiter as char),
        sheet: None,
        file_name: None,
        rows,
        merges: Vec::new(),
        is_rest: false,
        warnings,
    })
}

fn rows<R: std::io::BufRead>(
    records: &mut Records<R>,
    twice_encoded: bool,
) -> Result<(Vec<Row>, Option<u64>), IntakeError> {
    let mut record = Record::default();
    let mut rows = Vec::new();
    let mut cells = 0_u64;
    let mut nul_line = None;
    while records.read(&mut record)? {
        cells += record.len() as u64;
        if cells > MAX_CELLS {
            return Err(IntakeError::TooManyCells { limit: MAX_CELLS });
        }
        if record.had_nul() {
            nul_line.get_or_insert(record.line());
        }
        let fixed = |cell: &str| {
            if twice_encoded { repair(cell).unwrap_or_else(|| cell.to_owned()) } else { cell.to_owned() }
        };
        rows.push(Row { line: record.line(), cells: record.iter().map(fixed).collect() });
    }
    Ok((rows, nul_line))
}
