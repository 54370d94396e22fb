//! The refused rows of lists, as they stand in their files.

use super::{File, unreadable};
use crate::env::Env;
use crate::error::Fault;
use crate::intake::{self, IntakeError, Line, Options, sniff};
use crate::stages::refused::{self, Refused};
use crate::view::Answer;
use ata_model::import::ImportResult;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// Writes the refused rows of the files beside the answer.
///
/// # Errors
/// The file cannot be written, or a list cannot be read again.
pub(super) fn beside(
    answer: Answer,
    path: &Path,
    files: &[File],
    results: &[ImportResult],
    options: &Options,
    env: &Env,
) -> Result<Answer, Fault> {
    let mut all = Vec::new();
    for (file, result) in files.iter().zip(results).filter(|(_, result)| !result.rejects.is_empty()) {
        let refused = original(file, result, options).map_err(|error| unreadable(file, &error))?;
        all.push((refused, result.rejects.as_slice()));
    }
    refused::beside(answer, path, &all, env)
}

/// The header, and the refused rows. Our own plain list is read as a stream, whatever its size.
fn original(file: &File, result: &ImportResult, options: &Options) -> Result<Refused, IntakeError> {
    let wanted: HashSet<u64> = result.rejects.iter().map(|reject| reject.line).collect();
    let sniffed = sniff(file.input(), options)?;
    if sniffed.streams() {
        let mut reader = sniffed.reader(file.input(), options)?;
        let header = reader.columns();
        let header = (0..header.len()).map(|column| header.text(column).to_owned()).collect();
        let mut rows = BTreeMap::new();
        while let Some(line) = reader.read()? {
            let line = match line {
                Line::Row(row) => row.line,
                Line::Reject(reject) => reject.line,
                Line::Ignored(_) => continue,
            };
            if wanted.contains(&line) {
                rows.insert(line, reader.written());
            }
        }
        return Ok(Refused { header: own(header, reader.is_rest()), delimiter: Some(reader.delimiter()), rows });
    }
    let table = intake::open(file.input(), options)?;
    let told = result.decided.as_ref().and_then(|decided| decided.header_line).or(options.header_row);
    let first = result.rejects.iter().map(|reject| reject.line).min().unwrap_or(0);
    let before = || table.rows.iter().filter(|row| row.line < first && !row.is_blank());
    let header = before().find(|row| Some(row.line) == told).or_else(|| before().next());
    let header = header.map(|row| row.cells.clone()).unwrap_or_default();
    let delimiter = table.delimiter;
    let rows = table.rows.into_iter().filter(|row| wanted.contains(&row.line)).map(|row| (row.line, row.cells));
    Ok(Refused { header, delimiter, rows: rows.collect() })
}

/// The header without what was written beside refused rows the last time.
fn own(mut header: Vec<String>, is_rest: bool) -> Vec<String> {
    if is_rest {
        header.truncate(header.len().saturating_sub(intake::BESIDE.len()));
    }
    header
}
