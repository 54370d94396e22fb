//! Text files that were opened in a spreadsheet and saved with every line in the first column.

use std::io::Cursor;

use super::super::delimiter;
use super::super::fault::IntakeError;
use super::super::record::{Record, Records};
use super::super::table::{Row, Table};

/// Splits the lines of a one-column table, when they are delimited text with known column names.
pub(super) fn split(mut table: Table) -> Result<Table, IntakeError> {
    let one_column = table.rows.len() > 1 && table.rows.iter().all(|row| row.filled().all(|(column, _)| column == 0));
    if !one_column {
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
