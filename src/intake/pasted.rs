//! Text files that were opened in a spreadsheet and saved with every line in the first column.

use std::collections::HashMap;
use std::io::Cursor;

use super::delimiter;
use super::fault::IntakeError;
use super::record::{Record, Records, Rules};
use super::table::{Row, Table};

/// Does nothing stand beside the first column?
pub(super) fn is_one_column(rows: &[Row]) -> bool {
    rows.len() > 1 && rows.iter().all(|row| row.filled().all(|(column, _)| column == 0))
}

/// Splits the lines of a one-column table, when they are delimited text with known column names.
pub(super) fn split(mut table: Table) -> Result<Table, IntakeError> {
    if !is_one_column(&table.rows) {
        return Ok(table);
    }
    let mut text = String::new();
    let mut sheet_rows = Vec::new();
    for row in &table.rows {
        let cell = row.get(0);
        text.push_str(cell);
        text.push('\n');
        sheet_rows.extend(std::iter::repeat_n(row.line, 1 + cell.matches('\n').count()));
    }
    let Some(rules) = delimiter::of_text(&text) else {
        return Ok(table);
    };
    let mut records = Records::new(Cursor::new(text.as_bytes()), rules, 1);
    let mut record = Record::default();
    let mut rows = Vec::new();
    while records.read(&mut record)? {
        let at = usize::try_from(record.line()).unwrap_or(usize::MAX).saturating_sub(1);
        let line = sheet_rows.get(at).copied().unwrap_or_default();
        rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
    }
    table.delimiter = Some(rules.delimiter as char);
    table.rows = rows;
    Ok(table)
}

/// Splits the lines that the spreadsheet had to put in quotes, for the quotes in them, among others that it wrote as they were: those that
/// have as many cells as most.
pub(super) fn split_lines(rows: &mut [Row], rules: Rules) {
    let is_line = |row: &Row| whole_line(row.cells.iter().map(String::as_str), rules).is_some();
    if !rows.iter().any(is_line) {
        return;
    }
    let mut widths: HashMap<usize, usize> = HashMap::new();
    for row in rows.iter().filter(|row| row.cells.len() > 1) {
        *widths.entry(row.cells.len()).or_default() += 1;
    }
    let most = widths.into_iter().max_by_key(|&(width, count)| (count, width)).map(|(width, _)| width);
    for row in rows {
        let line = whole_line(row.cells.iter().map(String::as_str), rules);
        let cells = line.and_then(|line| cells_of(line, rules)).filter(|cells| Some(cells.len()) == most);
        if let Some(cells) = cells {
            row.cells = cells;
        }
    }
}

/// The one cell of a row that holds the signs between cells.
fn whole_line<'c>(mut cells: impl Iterator<Item = &'c str>, rules: Rules) -> Option<&'c str> {
    let first = cells.next()?;
    (cells.all(|cell| cell.trim().is_empty()) && memchr::memchr(rules.delimiter, first.as_bytes()).is_some())
        .then_some(first)
}

/// The cells of a line that stood in quotes whole; none when it is no line.
pub(super) fn cells_of(line: &str, rules: Rules) -> Option<Vec<String>> {
    let mut record = Record::default();
    let mut records = Records::new(line.as_bytes(), rules, 1);
    let is_one = records.read(&mut record).ok()?;
    let cells: Vec<String> = record.iter().map(str::to_owned).collect();
    (is_one && !records.read(&mut record).ok()?).then_some(cells)
}
