//! The refused rows of a file, written with line, field and reason beside them, as they come back once somebody corrected them: what
//! was written beside them is taken away, and so is the apostrophe that kept a spreadsheet from running a cell.

use super::columns::HEADER_LOOK;
use super::fold::fold;
use super::table::Row;

/// The columns that stand beside the original ones.
pub const BESIDE: [&str; 3] = ["line", "field", "reason"];

/// Does a header end with those columns?
pub(super) fn is_marked<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let filled: Vec<&str> = cells.filter(|cell| !cell.trim().is_empty()).collect();
    filled.len() > BESIDE.len() && filled[filled.len() - BESIDE.len()..].iter().map(|cell| fold(cell)).eq(BESIDE)
}

/// A cell without the apostrophe that made it harmless.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(cell)
}

/// Makes such a file what it was before. No: it is another file.
pub(super) fn unmark(rows: &mut [Row]) -> bool {
    let header = rows.iter().take(HEADER_LOOK).position(|row| is_marked(row.cells.iter().map(String::as_str)));
    let Some(header) = header else { return false };
    let filled = |cell: &String| !cell.trim().is_empty();
    let last = rows[header].cells.iter().rposition(filled).unwrap_or_default();
    let width = (last + 1).saturating_sub(BESIDE.len());
    for row in &mut rows[header..] {
        row.cells.truncate(width);
        for cell in &mut row.cells {
            if bare(cell).len() < cell.len() {
                *cell = bare(cell).to_owned();
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: u64, cells: &[&str]) -> Row {
        Row { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    #[test]
    fn what_was_written_beside_refused_rows_is_taken_away() {
        let mut rows = vec![
            row(1, &["name", "phone", "line", "field", "reason"]),
            row(2, &["'=Ana", "'+57 300 x", "7", "phone", "why"]),
            row(3, &["'Ana'"]),
        ];
        assert!(unmark(&mut rows));
        assert_eq!(rows, [row(1, &["name", "phone"]), row(2, &["=Ana", "+57 300 x"]), row(3, &["'Ana'"])]);
    }

    #[test]
    fn another_file_stays_as_it_is() {
        for header in
            [&["name", "line", "field"][..], &["line", "field", "reason"], &["line", "field", "reason", "name"], &[]]
        {
            let mut rows = vec![row(1, header), row(2, &["'=1"])];
            let before = rows.clone();
            assert!(!unmark(&mut rows));
            assert_eq!(rows, before);
        }
    }
}
