//! Excel workbooks, new and old, to tables. What a workbook unpacks to is measured before it is believed.

mod cell;
mod chains;
mod measure;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use memchr::memmem;

use super::codes::{Container, WarnCode};
use super::detect;
use super::fault::IntakeError;
use super::fold::fold;
use super::options::Options;
use super::pasted;
use super::stamp::names_day;
use super::table::{MAX_CELLS, Merge, Row, Table, Warning};
use super::teams;
use measure::measure;

/// Most bytes a workbook may unpack to.
pub const MAX_UNPACKED: u64 = 256 * 1024 * 1024;

/// One sheet, read.
#[derive(Default)]
struct Grid {
    name: String,
    rows: Vec<Row>,
    merges: Vec<Merge>,
    warnings: Vec<Warning>,
}

/// Reads a zip that should be a workbook.
pub(super) fn zipped(bytes: &[u8], options: &Options) -> Result<Table, IntakeError> {
    let has_merged = measure(bytes)?;
    guarded(Container::Xlsx, || {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_fault)?;
        let sheets = book.sheets_metadata().to_vec();
        choose(Container::Xlsx, &sheets, options, |name| xlsx_sheet(&mut book, name, has_merged))
    })
}

/// Reads a workbook of Excel 97–2003.
pub(super) fn old(bytes: &[u8], options: &Options) -> Result<Table, IntakeError> {
    // A protected new workbook comes in the old wrapping.
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memmem::find(bytes, &encrypted).is_some() {
        return Err(IntakeError::Encrypted);
    }
    chains::check(bytes)?;
    guarded(Container::Xls, || {
        let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(xls_fault)?;
        let sheets = book.sheets_metadata().to_vec();
        choose(Container::Xls, &sheets, options, |name| xls_sheet(&mut book, name))
    })
}

/// Damaged files have made the parser panic before; one of them must not end the program.
fn guarded<T>(container: Container, read: impl FnOnce() -> Result<T, IntakeError>) -> Result<T, IntakeError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged(container, "parser")))
}

fn damaged(container: Container, detail: impl ToString) -> IntakeError {
    IntakeError::Damaged { container, detail: detail.to_string() }
}

fn xlsx_fault(fault: XlsxError) -> IntakeError {
    match fault {
        XlsxError::Password => IntakeError::Encrypted,
        fault => damaged(Container::Xlsx, fault),
    }
}

fn xls_fault(fault: XlsError) -> IntakeError {
    match fault {
        XlsError::Password => IntakeError::Encrypted,
        fault => damaged(Container::Xls, fault),
    }
}

/// Picks the sheet that was asked for, or the first visible one that reads like a list.
fn choose(
    container: Container,
    sheets: &[Sheet],
    options: &Options,
    mut read: impl FnMut(&str) -> Result<Grid, IntakeError>,
) -> Result<Table, IntakeError> {
    let worksheets: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    if let Some(wanted) = &options.sheet {
        let by_number = wanted.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let found =
            worksheets.iter().find(|sheet| fold(&sheet.name) == fold(wanted)).or_else(|| worksheets.get(by_number?));
        let name = found.map(|sheet| sheet.name.clone()).ok_or_else(|| IntakeError::UnknownSheet {
            sheet: wanted.clone(),
            found: worksheets.iter().map(|sheet| sheet.name.clone()).collect(),
        })?;
        return read(&name).and_then(|grid| table(container, grid));
    }
    let visible = worksheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let mut grids = Vec::new();
    for sheet in visible {
        let grid = read(&sheet.name)?;
        if !grid.rows.is_empty() {
            grids.push(grid);
        }
    }
    if grids.iter().filter(|grid| is_section(&grid.name)).count() >= 2 {
        return table(container, joined(grids));
    }
    let mut tables = grids.into_iter().map(|grid| table(container, grid)).collect::<Result<Vec<_>, _>>()?;
    if tables.is_empty() {
        return Err(IntakeError::Empty);
    }
    let mut chosen = tables.remove(best(&tables, options));
    for other in tables {
        chosen.warnings.push(Warning::new(WarnCode::OtherSheets, None, other.sheet.unwrap_or_default()));
    }
    Ok(chosen)
}

/// The sheet to read: of several lists the one whose name says the day of the session, else the first that reads like a list. Of a form
/// that asks for several people the sheet with the people, when the form itself names nobody.
fn best(tables: &[Table], options: &Options) -> usize {
    let names_somebody = |table: &Table| table.header(options).is_some();
    let reads: Vec<usize> =
        (0..tables.len()).filter(|&at| detect::form(&tables[at]).is_some() || names_somebody(&tables[at])).collect();
    let is_of_the_day = |at: &&usize| {
        let name = tables[**at].sheet.as_deref().unwrap_or_default();
        options.session_date.is_some_and(|day| names_day(name, day))
    };
    let repeats = |at: &&usize| {
        names_somebody(&tables[**at])
            && tables[**at].rows.iter().take(1).any(|row| row.filled().any(|(_, cell)| cell == "_parent_table_name"))
    };
    let first = reads.iter().find(is_of_the_day).or(reads.first()).copied().unwrap_or(0);
    match names_somebody(&tables[first]) {
        true => first,
        false => reads.iter().find(repeats).copied().unwrap_or(first),
    }
}

fn is_section(name: &str) -> bool {
    teams::section(&Row { line: 0, cells: vec![name.to_owned()] }).is_some()
}

/// A report of Teams has one sheet for each of its sections: put one under the other, each below its title.
fn joined(grids: Vec<Grid>) -> Grid {
    let mut all = Grid::default();
    for grid in grids.into_iter().filter(|grid| is_section(&grid.name)) {
        all.rows.push(Row { line: 0, cells: vec![grid.name] });
        all.rows.extend(grid.rows);
        all.warnings.extend(grid.warnings);
    }
    all
}

fn table(container: Container, grid: Grid) -> Result<Table, IntakeError> {
    let Grid { name, rows, merges, warnings } = grid;
    let mut unsplit = Table {
        container,
        encoding: container.as_str().to_owned(),
        delimiter: None,
        sheet: (!name.is_empty()).then_some(name),
        file_name: None,
        rows,
        merges,
        is_rest: false,
        warnings,
    };
    unsplit.mend();
    pasted::split(unsplit)
}

/// Rows under construction, bounded in number of cells.
#[derive(Default)]
struct Builder {
    /// Those done with, unless a later cell belongs to one of them.
    rows: BTreeMap<u32, Vec<String>>,
    at: u32,
    cells_of_row: Vec<String>,
    cells: u64,
    warnings: Vec<Warning>,
}

impl Builder {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), IntakeError> {
        if text.is_empty() {
            return Ok(());
        }
        if row != self.at {
            self.turn_to(row);
        }
        let cells = &mut self.cells_of_row;
        let width = column as usize + 1;
        if cells.len() < width {
            self.cells += (width - cells.len()) as u64;
            if self.cells > MAX_CELLS {
                return Err(IntakeError::TooManyCells { limit: MAX_CELLS });
            }
            cells.resize(width, String::new());
        }
        cells[width - 1] = text;
        Ok(())
    }

    fn turn_to(&mut self, row: u32) {
        let width = self.cells_of_row.len();
        let next = self.rows.remove(&row).unwrap_or_else(|| Vec::with_capacity(width));
        let done = std::mem::replace(&mut self.cells_of_row, next);
        if !done.is_empty() {
            self.rows.insert(self.at, done);
        }
        self.at = row;
    }

    fn warn(&mut self, code: WarnCode, row: u32, column: u32) {
        self.warnings.push(Warning::new(code, u64::from(row) + 1, format!("{}{}", letters(column), row + 1)));
    }

    fn finish(mut self, name: &str, merges: Vec<calamine::Dimensions>) -> Grid {
        self.turn_to(u32::MAX);
        let rows = self.rows.into_iter().map(|(row, cells)| Row { line: u64::from(row) + 1, cells }).collect();
        let merges = merges
            .into_iter()
            .map(|area| Merge {
                top: u64::from(area.start.0) + 1,
                bottom: u64::from(area.end.0) + 1,
                left: area.start.1 as usize,
                right: area.end.1 as usize,
            })
            .collect();
        Grid { name: name.to_owned(), rows, merges, warnings: self.warnings }
    }
}

/// The letters of a 0-based column: A, B, … AA.
fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name
}

fn xlsx_sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, has_merged: bool) -> Result<Grid, IntakeError> {
    let mut builder = Builder::default();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Grid::default()),
        Err(fault) => return Err(xlsx_fault(fault)),
    };
    while let Some(found) = cells.next_cell_with_formula_metadata().map_err(xlsx_fault)? {
        let (row, column) = found.pos;
        // A formula is never evaluated: its last result is used, or nothing.
        let missing = found.formula.is_some() && matches!(&found.value, DataRef::Empty | DataRef::SharedString(""));
        let missing =
            missing || (found.formula.is_some() && matches!(&found.value, DataRef::String(text) if text.is_empty()));
        if missing {
            builder.warn(WarnCode::FormulaWithoutValue, row, column);
        }
        place(&mut builder, row, column, Data::from(found.value))?;
    }
    drop(cells);
    let merges = if has_merged { book.merge_cells_by_sheet_name(name).unwrap_or_default() } else { Vec::new() };
    Ok(builder.finish(name, merges))
}

fn xls_sheet(book: &mut Xls<Cursor<&[u8]>>, name: &str) -> Result<Grid, IntakeError> {
    let mut builder = Builder::default();
    let range = book.worksheet_range(name).map_err(xls_fault)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let at = |offset: usize, from: u32| from.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX / 2));
        place(&mut builder, at(row, top), at(column, left), value.clone())?;
    }
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    Ok(builder.finish(name, merges))
}

fn place(builder: &mut Builder, row: u32, column: u32, value: Data) -> Result<(), IntakeError> {
    let (text, doubt) = cell::text(value);
    if let Some(code) = doubt {
        builder.warn(code, row, column);
    }
    builder.put(row, column, text)
}
