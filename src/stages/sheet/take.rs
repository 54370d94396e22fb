//! Taking the rows of a file in: one transaction, the good rows kept, the others named with their line, field, value and reason. Each
//! row says the same when it is said again, so the same file twice changes nothing, and a mended file adds what was missing.

use super::ledger::{Ledger, Took};
use super::{Column, Entry, Sheet, read};
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::intake::Options;
use crate::stages::imported;
use crate::stages::reading::Reading;
use crate::stages::refused::{self, Refused};
use crate::typed;
use crate::view::Answer;
use ata_model::import::{Action, ImportResult, Reject, Step};
use ata_model::name::fold;
use ata_model::op::Op;
use ata_store::{Lens, StoreError, Tx, sha256};
use indicatif::ProgressBar;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// What is taken in, from where, under which name.
pub struct Order<'a> {
    pub op: Op,
    /// The kind of the import: `need`, `organisation`, `person`.
    pub kind: &'static str,
    pub columns: &'static [Column],
    /// One of these columns must be there.
    pub required: &'static [&'static str],
    /// The files, each an import of its own.
    pub files: &'a [PathBuf],
    /// Where refused rows are written.
    pub rejects: Option<&'a Path>,
    /// What was said of the file.
    pub reading: &'a Reading,
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

/// Reads the files and takes each row in by `each`. One that cannot be read keeps the others from being taken in.
///
/// # Errors
/// A file cannot be read; whatever stops a row for another reason than its content.
pub fn take_in(
    order: &Order<'_>,
    desk: &mut Desk,
    env: &Env,
    mut each: impl FnMut(&mut Tx<'_>, &Lens<'_>, &Entry, &mut Ledger) -> Result<Took, RowFault>,
) -> Result<Answer, Fault> {
    refused::must_be_another_file(order.rejects, order.files.iter().map(PathBuf::as_path))?;
    let mut options = order.reading.options()?;
    Column::keys(order.columns, &mut options.map)?;
    let files = typed::each(order.files, |path| Ok::<_, Fault>(path.clone()))?;
    let bytes = files.iter().map(|path| env.read(path)).collect::<Result<Vec<_>, Fault>>()?;
    if let [_, _, ..] = &files[..] {
        for (path, bytes) in files.iter().zip(&bytes) {
            read(bytes, path, order.columns, order.required, &options)?;
        }
        if env.globals.dry_run {
            desk.store.rehearse()?;
        }
    }
    let (mut results, mut refused) = (Vec::new(), Vec::new());
    for (path, bytes) in files.iter().zip(bytes) {
        let (result, rows) = take(order, path, &bytes, &options, desk, env, &mut each)?;
        refused.push(rows);
        results.push(result);
    }
    let answer = imported::answers(results.clone(), env);
    let Some(path) = order.rejects.filter(|_| !env.globals.dry_run) else { return Ok(answer) };
    let parts: Vec<_> = refused.into_iter().zip(results.iter().map(|result| &result.rejects[..])).collect();
    refused::beside(answer, path, &parts, env)
}

/// Takes one file in.
fn take(
    order: &Order<'_>,
    path: &Path,
    bytes: &[u8],
    options: &Options,
    desk: &mut Desk,
    env: &Env,
    mut each: impl FnMut(&mut Tx<'_>, &Lens<'_>, &Entry, &mut Ledger) -> Result<Took, RowFault>,
) -> Result<(ImportResult, Refused), Fault> {
    let digest = sha256(bytes);
    let reading = order.reading.said();
    if let Some(earlier) = desk.store.same_import(order.kind, None, &digest, &reading)?
        && is_finished(&earlier.result)
        && !env.globals.dry_run
        && desk.store.open_reviews(earlier.id)? == 0
    {
        let none = Refused { header: Vec::new(), delimiter: None, rows: BTreeMap::new() };
        return Ok((again(earlier.result, earlier.id, order, path), none));
    }
    let mut sheet = read(bytes, path, order.columns, order.required, options)?;
    let mut result = ImportResult {
        file: called(path),
        sha256: digest,
        source: sheet.source.to_owned(),
        rows: (sheet.entries.len() + sheet.rejects.len()) as i64,
        ignored: sheet.ignored.len() as i64,
        ..ImportResult::default()
    };
    for ignored in &sheet.ignored {
        *result.ignored_reasons.entry(ignored.reason.as_str().to_owned()).or_default() += 1;
    }
    let salt = desk.row.instance.clone();
    let (store, lens, stamp) = desk.split();
    let entries = std::mem::take(&mut sheet.entries);
    let progress = match env.is_watched() && entries.len() > 1000 {
        true => ProgressBar::new(entries.len() as u64),
        false => ProgressBar::hidden(),
    };
    let outcome = store.transact(order.op, stamp, |tx| -> Result<_, Fault> {
        let import = tx.add_import(order.kind, None, &result.file, &result.sha256, &result.source)?;
        let mut ledger = Ledger::open(tx, order.kind, import, std::mem::take(&mut sheet.warnings), &salt)?;
        let mut waiting: Vec<&Entry> = entries.iter().collect();
        loop {
            let before = waiting.len();
            let mut again = Vec::new();
            let mut refused = Vec::new();
            for entry in waiting {
                progress.inc(1);
                match each(tx, &lens, entry, &mut ledger) {
                    Ok(took) => ledger.took(tx, entry, &took)?,
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
                name_circles(&again, &mut refused);
                sheet.rejects.extend(refused);
                break;
            }
            waiting = again;
        }
        sheet.rejects.sort_by_key(|(reject, _)| reject.line);
        ledger.close(tx, &mut result)?;
        result.rejected = sheet.rejects.len() as i64;
        result.rejects = sheet.rejects.iter().map(|(reject, _)| reject.clone()).collect();
        plan(&mut result, &sheet);
        result.import = result.changed.then(|| format!("I-{import}"));
        tx.finish_import(import, &result)?;
        tx.note_reading(import, &reading)?;
        Ok(())
    });
    progress.finish_and_clear();
    outcome?;
    let rows = sheet.rejects.into_iter().map(|(reject, cells)| (reject.line, cells)).collect();
    Ok((result, Refused { header: sheet.written, delimiter: sheet.delimiter, rows }))
}

/// A file by its name: where it lay is of no interest to the register.
fn called(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// The rows that were passed over or refused, among the others.
fn plan(result: &mut ImportResult, sheet: &Sheet) {
    let Some(plan) = &mut result.plan else { return };
    plan.extend(result.rejects.iter().map(imported::refused));
    plan.extend(sheet.ignored.iter().map(|ignored| Step {
        line: ignored.line,
        action: Action::Ignore,
        name: String::new(),
        refs: Vec::new(),
        reason: Some(ignored.reason.as_str().to_owned()),
    }));
    plan.sort_by_key(|step| step.line);
}

/// Of the rows that wait for what never came, those that wait for one another wait in a circle.
fn name_circles(waiting: &[&Entry], refused: &mut [(Reject, Vec<String>)]) {
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, entry) in waiting.iter().enumerate() {
        let names = [entry.get("name"), entry.get("code")];
        places.extend(names.into_iter().flatten().map(|name| (fold(name), at)));
    }
    let after: Vec<Option<usize>> =
        refused.iter().map(|(reject, _)| places.get(&fold(&reject.value)).copied()).collect();
    for (at, (reject, _)) in refused.iter_mut().enumerate() {
        let mut place = after[at];
        for _ in 0..after.len() {
            if place == Some(at) {
                "depends_in_circle".clone_into(&mut reject.reason);
                break;
            }
            place = place.and_then(|place| after[place]);
        }
    }
}

/// Is there nothing in what came of a file that could come out otherwise another time?
fn is_finished(result: &ImportResult) -> bool {
    let settled = ["column_ignored", "namesake", "other_name", "double_encoded"];
    result.rejected == 0 && result.warnings.iter().all(|warning| settled.contains(&warning.code.as_str()))
}

/// The same file a second time.
fn again(first: ImportResult, import: i64, order: &Order<'_>, path: &Path) -> ImportResult {
    let (rows, ignored, ignored_reasons) = (first.rows, first.ignored, first.ignored_reasons);
    let is_person = order.kind == "person";
    ImportResult {
        import: Some(format!("I-{import}")),
        file: called(path),
        sha256: first.sha256,
        source: first.source,
        rows,
        people: Some(if is_person { rows } else { 0 }),
        new_people: Some(0),
        matched: Some(if is_person { rows } else { 0 }),
        added: (!is_person).then_some(0),
        unchanged: rows,
        ignored,
        ignored_reasons,
        ..ImportResult::default()
    }
}

fn reject(entry: &Entry, field: &str, value: String, reason: &str) -> Reject {
    Reject { line: entry.line, field: field.to_owned(), value, reason: reason.to_owned() }
}
