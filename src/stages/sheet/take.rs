//! Taking the rows of a file in: one transaction, the good rows kept, the others named with their line, field, value and reason. Each
//! row says the same when it is said again, so the same file twice changes nothing, and a mended file adds what was missing.

use super::{Column, Entry, read, write_rejects};
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::stages::imported;
use crate::view::Answer;
use ata_model::import::{ImportResult, Reject, Warning};
use ata_model::op::Op;
use ata_store::{Lens, StoreError, Tx, sha256};
use indicatif::ProgressBar;
use std::collections::HashSet;
use std::path::Path;

/// What is taken in, from where, under which name.
pub struct Order<'a> {
    pub op: Op,
    /// The kind of the import: `need`, `organisation`, `person`.
    pub kind: &'static str,
    pub columns: &'static [Column],
    /// One of these columns must be there.
    pub required: &'static [&'static str],
    pub file: &'a Path,
    /// Where refused rows are written.
    pub rejects: Option<&'a Path>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    New,
    Updated,
    Unchanged,
}

/// Why a row, or the whole file, is not taken in.
pub enum RowFault {
    Refused {
        field: &'static str,
        value: String,
        reason: &'static str,
    },
    /// It names something that a later row may bring; it is tried again at the end.
    NotYet {
        field: &'static str,
        value: String,
        reason: &'static str,
    },
    Stop(Fault),
}

impl RowFault {
    pub fn refused(field: &'static str, value: impl Into<String>, reason: &'static str) -> RowFault {
        RowFault::Refused { field, value: value.into(), reason }
    }
}

impl From<Fault> for RowFault {
    fn from(fault: Fault) -> RowFault {
        RowFault::Stop(fault)
    }
}

impl From<StoreError> for RowFault {
    fn from(error: StoreError) -> RowFault {
        RowFault::Stop(error.into())
    }
}

/// What rows note besides what becomes of them.
pub struct Ledger {
    pub import: i64,
    warnings: Vec<Warning>,
    said: HashSet<(String, String)>,
}

impl Ledger {
    /// Something a person should look at. What concerns many rows alike is said once.
    pub fn warn(&mut self, line: u64, code: &str, detail: &str) {
        if self.said.insert((code.to_owned(), detail.to_owned())) {
            let warning = Warning { line: Some(line), code: code.to_owned(), detail: detail.to_owned() };
            self.warnings.push(warning);
        }
    }
}

/// A reference that a row makes; refused when nothing registered is called so, or several are.
///
/// # Errors
/// Refused, or whatever the store says.
pub fn registered<T>(field: &'static str, text: &str, found: Result<T, StoreError>) -> Result<T, RowFault> {
    found.map_err(|error| match error {
        StoreError::NotFound { .. } => RowFault::refused(field, text, "not_registered"),
        StoreError::Ambiguous { .. } => RowFault::refused(field, text, "fits_several"),
        other => other.into(),
    })
}

/// A name, title or other text of one line.
///
/// # Errors
/// Refused: nothing, signs that cannot be seen, too long.
pub fn named(field: &'static str, text: Option<&str>) -> Result<String, RowFault> {
    use ata_model::name::NameError;
    let text = text.unwrap_or_default();
    ata_model::name::clean(text).map_err(|error| {
        let reason = match error {
            NameError::Empty => "missing",
            NameError::Control { .. } | NameError::Hidden { .. } => "unseen_signs",
            NameError::TooLong { .. } => "too_long",
        };
        RowFault::refused(field, text.chars().take(80).collect::<String>(), reason)
    })
}

/// Reads the file and takes each row in by `each`.
///
/// # Errors
/// The file cannot be read; whatever stops a row for another reason than its content.
pub fn take_in(
    order: &Order<'_>,
    desk: &mut Desk,
    env: &Env,
    mut each: impl FnMut(&mut Tx<'_>, &Lens<'_>, &Entry, &mut Ledger) -> Result<Took, RowFault>,
) -> Result<Answer, Fault> {
    let bytes = env.read(order.file)?;
    let mut sheet = read(&bytes, order.file, order.columns, order.required)?;
    let mut result = ImportResult {
        file: order.file.display().to_string(),
        sha256: sha256(&bytes),
        source: sheet.source.to_owned(),
        rows: (sheet.entries.len() + sheet.rejects.len()) as i64,
        ignored: sheet.ignored,
        ..ImportResult::default()
    };
    let (store, lens, stamp) = desk.split();
    let entries = std::mem::take(&mut sheet.entries);
    let progress = match env.is_watched() && entries.len() > 1000 {
        true => ProgressBar::new(entries.len() as u64),
        false => ProgressBar::hidden(),
    };
    let outcome = store.transact(order.op, stamp, |tx| -> Result<_, Fault> {
        let import = tx.add_import(order.kind, None, &result.file, &result.sha256, &result.source)?;
        let mut ledger = Ledger { import, warnings: std::mem::take(&mut sheet.warnings), said: HashSet::new() };
        let mut counts = Counts::default();
        let mut waiting: Vec<&Entry> = entries.iter().collect();
        loop {
            let before = waiting.len();
            let mut again = Vec::new();
            let mut refused = Vec::new();
            for entry in waiting {
                progress.inc(1);
                match each(tx, &lens, entry, &mut ledger) {
                    Ok(took) => counts.add(took),
                    Err(RowFault::Stop(fault)) => return Err(fault),
                    Err(RowFault::Refused { field, value, reason }) => {
                        sheet.rejects.push((reject(entry, field, value, reason), entry.written.clone()));
                    }
                    Err(RowFault::NotYet { field, value, reason }) => {
                        again.push(entry);
                        refused.push((reject(entry, field, value, reason), entry.written.clone()));
                    }
                }
            }
            if again.is_empty() || again.len() == before {
                sheet.rejects.extend(refused);
                break;
            }
            waiting = again;
        }
        sheet.rejects.sort_by_key(|(reject, _)| reject.line);
        counts.put(order.kind, &mut result);
        result.warnings = ledger.warnings;
        result.rejected = sheet.rejects.len() as i64;
        result.rejects = sheet.rejects.iter().map(|(reject, _)| reject.clone()).collect();
        result.import = result.changed.then(|| format!("I-{import}"));
        tx.finish_import(import, &result)?;
        Ok(())
    });
    progress.finish_and_clear();
    outcome?;
    if let Some(path) = order.rejects
        && !env.globals.dry_run
        && !sheet.rejects.is_empty()
    {
        write_rejects(path, &sheet.header, &sheet.rejects, env)?;
    }
    Ok(imported::answer(result, env))
}

fn reject(entry: &Entry, field: &str, value: String, reason: &str) -> Reject {
    Reject { line: entry.line, field: field.to_owned(), value, reason: reason.to_owned() }
}

#[derive(Default)]
struct Counts {
    new: i64,
    updated: i64,
    unchanged: i64,
}

impl Counts {
    fn add(&mut self, took: Took) {
        match took {
            Took::New => self.new += 1,
            Took::Updated => self.updated += 1,
            Took::Unchanged => self.unchanged += 1,
        }
    }

    fn put(&self, kind: &str, result: &mut ImportResult) {
        result.updated = self.updated;
        result.unchanged = self.unchanged;
        result.changed = self.new + self.updated > 0;
        if kind == "person" {
            result.people = Some(self.new + self.updated + self.unchanged);
            result.new_people = Some(self.new);
            result.matched = Some(self.updated + self.unchanged);
        } else {
            result.added = Some(self.new);
        }
    }
}
