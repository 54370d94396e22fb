//! The refused rows as a file of their own: corrected, it can be taken in again.

use super::{File, unreadable};
use crate::env::Env;
use crate::error::{Fault, file_fault};
use crate::intake::{self, Options};
use crate::view::harmless;
use ata_model::import::ImportResult;
use std::collections::HashMap;
use std::path::Path;

/// Writes the refused rows of the files with their own columns, and line, field and reason beside them. Without refused rows
/// there is no file.
///
/// # Errors
/// The file cannot be written, or the list cannot be read again.
pub(super) fn write(
    path: &Path,
    files: &[File],
    results: &[ImportResult],
    options: &Options,
    env: &Env,
) -> Result<(), Fault> {
    let failed = |error: csv::Error| file_fault(path, &std::io::Error::other(error.to_string()));
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut is_empty = true;
    for (file, result) in files.iter().zip(results).filter(|(_, result)| !result.rejects.is_empty()) {
        let (header, rows) = original(file, result, options)?;
        let width = header.len();
        writer.write_record(header.iter().map(String::as_str).chain(["line", "field", "reason"])).map_err(failed)?;
        for reject in &result.rejects {
            let mut cells = rows.get(&reject.line).cloned().unwrap_or_default();
            if cells.is_empty() && width == 1 {
                cells.push(reject.value.clone());
            }
            cells.resize(cells.len().max(width), String::new());
            let line = reject.line.to_string();
            let beside = [line.as_str(), &reject.field, &reject.reason];
            let cells = cells.iter().map(|cell| harmless(cell)).chain(beside.map(str::to_owned));
            writer.write_record(cells).map_err(failed)?;
            is_empty = false;
        }
    }
    if is_empty {
        return Ok(());
    }
    let bytes = writer.into_inner().map_err(|error| file_fault(path, &std::io::Error::other(error.to_string())))?;
    env.write(path, &bytes)
}

type Original = (Vec<String>, HashMap<u64, Vec<String>>);

/// The header, and the refused rows as they stand in the file. Of a file too large to be loaded only the values are known.
fn original(file: &File, result: &ImportResult, options: &Options) -> Result<Original, Fault> {
    let table = match intake::open(file.input(), options) {
        Ok(table) => table,
        Err(intake::IntakeError::TooLarge { .. } | intake::IntakeError::TooManyCells { .. }) => {
            return Ok((vec!["value".to_owned()], HashMap::new()));
        }
        Err(error) => return Err(unreadable(file, &error)),
    };
    let first = result.rejects.iter().map(|reject| reject.line).min().unwrap_or(0);
    let before = table.rows.iter().filter(|row| row.line < first && !row.is_blank());
    let header = before.clone().find(|row| {
        let columns = intake::Columns::recognise(row.cells.iter().map(String::as_str));
        options.header_row == Some(row.line) || (options.header_row.is_none() && columns.name_person())
    });
    let header = header.or_else(|| before.clone().next()).map(|row| row.cells.clone()).unwrap_or_default();
    let wanted: std::collections::HashSet<u64> = result.rejects.iter().map(|reject| reject.line).collect();
    let rows = table.rows.into_iter().filter(|row| wanted.contains(&row.line)).map(|row| (row.line, row.cells));
    Ok((header, rows.collect()))
}
