//! CSV and spreadsheets as rows: the header names the columns.

use super::{Column, Entry, Sheet};
use crate::error::Fault;
use crate::intake::{Input, Options, listing};
use crate::stages::unreadable;
use ata_model::import::{Reject, Warning};
use std::path::Path;

pub(super) fn read(bytes: &[u8], path: &Path, columns: &[Column]) -> Result<Sheet, Fault> {
    let listing = listing(Input::Bytes(bytes), &Options::default()).map_err(|error| unreadable::fault(path, &error))?;
    let mut sheet = Sheet {
        source: "canonical",
        ignored: listing.ignored.iter().map(|ignored| ignored.line).collect(),
        delimiter: listing.delimiter,
        ..Sheet::default()
    };
    let mut meanings: Vec<Option<&Column>> = Vec::new();
    for column in &listing.columns {
        let found = Column::named(columns, &column.key);
        // Of two columns with one meaning the first counts.
        let found = found.filter(|found| !meanings.iter().flatten().any(|earlier| earlier.key == found.key));
        if found.is_none() && !column.text.is_empty() {
            sheet.ignore_column(listing.header_line, &column.text);
        }
        sheet.header.push(found.map_or_else(|| column.text.clone(), |found| found.key.to_owned()));
        sheet.written.push(column.text.clone());
        meanings.push(found);
    }
    sheet.warnings.extend(listing.warnings.iter().map(|warning| Warning {
        line: warning.line,
        code: warning.code.as_str().to_owned(),
        detail: warning.detail.clone(),
    }));
    for row in &listing.rows {
        let mut entry = Entry { line: row.line, written: vec![String::new(); sheet.header.len()], ..Entry::default() };
        for (at, value) in &row.values {
            entry.written[*at].clone_from(value);
            if let Some(column) = meanings[*at] {
                let values = match column.is_list {
                    true => value.split(';').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect(),
                    false => vec![value.clone()],
                };
                entry.values.push((column.key, values));
            }
        }
        sheet.entries.push(entry);
    }
    sheet.rejects.extend(listing.rejects.into_iter().map(|reject| {
        let reason = reject.reason.as_str().to_owned();
        let refused = Reject { line: reject.line, field: String::new(), value: reject.value, reason };
        (refused, reject.cells)
    }));
    Ok(sheet)
}
