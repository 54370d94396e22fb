//! Answer sheets from a file. What says who answered, or when, is passed over; what is kept leads to nobody.

use crate::env::Env;
use crate::error::Fault;
use crate::intake::{self, AnswerSheet, ColumnKind, IgnoreReason, Input, Options, Source, Survey, survey};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::stages::refused::{self, Refused};
use crate::stages::run::mark::must_be_live;
use crate::stages::{imported, unreadable};
use crate::view::Answer;
use ata_model::evaluation::{self, Sheet};
use ata_model::import::{ImportResult, Reject, Warning};
use ata_model::op::Op;
use ata_model::profile::{Form, Item};
use ata_store::sha256;
use clap::Args;
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

/// Take answers of the evaluation from a file: our own CSV, or the export of a form system
///
/// Our own file has the keys of the form's items as its header (ata evaluate form SESSION --out answers.csv) and one line for
/// each answer sheet; the labels of the items are understood too. Values are numbers of the scale or its words; blanks and NA do
/// not count. Columns that say who answered or when are passed over: answers are anonymous. A longer export of the same survey
/// adds only what is new; the same file twice adds nothing.
#[derive(Args)]
pub struct Import {
    /// The session
    session: String,
    /// The file; - reads standard input
    file: PathBuf,
    /// Which system made the file (else found out)
    #[arg(long, value_parser = sources())]
    source: Option<String>,
    /// Which column answers an item, by its heading or number (several times for several)
    #[arg(long, value_name = "ITEM=COLUMN")]
    map: Vec<String>,
    /// Encoding of the text, such as windows-1252 (else found out)
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Sheet of a workbook, by its name or number
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    /// Line, or row of the sheet, that names the columns (else found out)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    header_row: Option<u64>,
    /// Write the refused rows here, as they are in the file, with line, field and reason (CSV)
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

fn sources() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(Source::ALL.iter().map(|source| source.as_str()))
}

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    desk.store.find_session(&args.session)?;
    let bytes = env.read(&args.file)?;
    let name = args.file.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = ata_model::name::clean(&name).unwrap_or_else(|_| "-".to_owned());
    let form = desk.row.profile.evaluation.clone();
    let options = options(args, &form)?;
    let found = survey(Input::Bytes(&bytes), &options).map_err(|error| unreadable::fault(&args.file, &error))?;
    let mut read = read(&found, &form);
    if read.items == 0 {
        let headers: Vec<&str> = found.columns.iter().map(|column| column.text.as_str()).collect();
        return Err(Fault::usage(phrase!("evaluate-no-items", file = &name, found = headers.join(", ")))
            .try_this(format!("ata evaluate form {} --out FILE.csv", args.session)));
    }
    let digest = sha256(&bytes);
    let source = found.source.as_str();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::EvaluateImport, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        must_be_open(&tx.case(session.case_key, &lens)?)?;
        must_be_live(&session)?;
        // Rows that were refused are nobody's that was taken in, whatever they answer; unless they came back already.
        let is_again = tx.same_import("survey", Some(session.key), &digest, "")?.is_some();
        let fresh = match found.is_rest && !is_again {
            true => read.sheets.clone(),
            false => fresh(&read.sheets, tx.answer_prints(session.key)?),
        };
        let mut result = ImportResult {
            file: name.clone(),
            sha256: digest.clone(),
            source: source.to_owned(),
            rows: read.rows,
            responses: Some(fresh.len() as i64),
            unchanged: (read.sheets.len() - fresh.len()) as i64,
            ignored: read.ignored,
            rejected: read.rejected,
            rejects: std::mem::take(&mut read.rejects),
            warnings: std::mem::take(&mut read.warnings),
            changed: !fresh.is_empty(),
            ..ImportResult::default()
        };
        if !fresh.is_empty() {
            tx.about(session.case_key);
            let import = tx.add_import("survey", Some(session.key), &name, &digest, source)?;
            tx.add_responses(session.key, import, &fresh)?;
            result.import = Some(format!("I-{import}"));
            tx.finish_import(import, &result)?;
        }
        Ok(result)
    })?;
    let result = outcome.value;
    if let Some(path) = args.rejects.as_deref().filter(|_| !env.globals.dry_run && !result.rejects.is_empty()) {
        let table =
            intake::open(Input::Bytes(&bytes), &options).map_err(|error| unreadable::fault(&args.file, &error))?;
        let header = table.rows.iter().find(|row| row.line == found.header_line).map(|row| row.cells.clone());
        let is_refused = |line: u64| result.rejects.iter().any(|reject| reject.line == line);
        let rows = table.rows.into_iter().filter(|row| is_refused(row.line)).map(|row| (row.line, row.cells)).collect();
        let refused = Refused { header: header.unwrap_or_default(), delimiter: table.delimiter, rows };
        refused::write(path, &[(refused, &result.rejects)], env)?;
    }
    Ok(imported::answer(result, env))
}

fn options(args: &Import, form: &Form) -> Result<Options, Fault> {
    let items: HashSet<&str> =
        form.sections.iter().flat_map(|section| &section.items).map(|item| item.key.as_str()).collect();
    let map = args.map.iter().map(|text| {
        let (item, column) =
            text.split_once('=').ok_or_else(|| Fault::usage(phrase!("import-map-wrong", value = text)))?;
        if !items.contains(item.trim()) {
            return Err(Fault::usage(phrase!("evaluate-unknown-item", value = item.trim()))
                .try_this(format!("ata evaluate form {}", args.session)));
        }
        Ok((item.trim().to_owned(), column.trim().to_owned()))
    });
    Ok(Options {
        source: args.source.as_deref().and_then(Source::parse),
        encoding: args.encoding.clone(),
        sheet: args.sheet.clone(),
        header_row: args.header_row,
        map: map.collect::<Result<_, Fault>>()?,
        ..Options::default()
    })
}

/// What a file says.
#[derive(Debug, Default)]
struct Read {
    /// Items of the form that some column answers.
    items: usize,
    rows: i64,
    sheets: Vec<(String, Sheet)>,
    ignored: i64,
    rejected: i64,
    rejects: Vec<Reject>,
    warnings: Vec<Warning>,
}

/// The item that each column answers, the first column for each.
fn items<'f>(found: &Survey, form: &'f Form) -> BTreeMap<usize, &'f Item> {
    let mut taken = HashSet::new();
    let mut items = BTreeMap::new();
    for (at, column) in found.columns.iter().enumerate() {
        if matches!(column.kind, ColumnKind::Question) {
            let names = [Some(column.text.as_str()), column.part.as_deref(), Some(column.question.as_str())];
            let names: Vec<&str> = names.into_iter().flatten().collect();
            if let Some(item) = evaluation::column_of(form, &column.key, &names).filter(|item| taken.insert(&item.key))
            {
                items.insert(at, item);
            }
        }
    }
    items
}

fn read(found: &Survey, form: &Form) -> Read {
    let items = items(found, form);
    let blank = |reason: IgnoreReason| matches!(reason, IgnoreReason::SecondHeader | IgnoreReason::HxlTags);
    let mut read = Read {
        items: items.len(),
        rows: found.rows.len() as i64,
        ignored: found.ignored.iter().filter(|ignored| !blank(ignored.reason)).count() as i64,
        warnings: found.warnings.iter().map(warning).collect(),
        ..Read::default()
    };
    for (at, column) in found.columns.iter().enumerate() {
        let code = match column.kind {
            ColumnKind::Identity => "identity_not_kept",
            ColumnKind::Question if !items.contains_key(&at) => "column_not_in_form",
            _ => continue,
        };
        let line = Some(found.header_line);
        read.warnings.push(Warning { line, code: code.to_owned(), detail: column.text.clone() });
    }
    let mut seen = HashSet::new();
    for row in &found.rows {
        read.take(row, found, form, &items, &mut seen);
    }
    read
}

impl Read {
    fn take(
        &mut self,
        row: &AnswerSheet,
        found: &Survey,
        form: &Form,
        items: &BTreeMap<usize, &Item>,
        seen: &mut HashSet<(usize, String)>,
    ) {
        let mut sheet = Sheet::new();
        let mut faults = Vec::new();
        for (column, text) in &row.answers {
            let Some(item) = items.get(column) else { continue };
            match evaluation::read(item, &form.scale, text) {
                Ok(Some(answer)) => {
                    sheet.insert(item.key.clone(), answer);
                }
                Ok(None) => {}
                Err(fault) => faults.push(Reject {
                    line: row.line,
                    field: found.columns[*column].text.clone(),
                    value: text.clone(),
                    reason: fault.code().to_owned(),
                }),
            }
        }
        if !faults.is_empty() {
            self.rejected += 1;
            self.rejects.extend(faults);
        } else if sheet.is_empty() || !row.complete {
            self.ignored += 1;
        } else {
            let print = sha256(serde_json::json!(sheet).to_string().as_bytes());
            // The same sheet twice from one respondent is a double click.
            if seen.insert((row.respondent, print.clone())) {
                self.sheets.push((print, sheet));
            } else {
                self.ignored += 1;
            }
        }
    }
}

fn warning(found: &intake::Warning) -> Warning {
    Warning { line: found.line, code: found.code.as_str().to_owned(), detail: found.detail.clone() }
}

/// The sheets that are not there yet. Equal sheets count: three of a kind beside two kept are one new.
fn fresh(sheets: &[(String, Sheet)], mut kept: BTreeMap<String, i64>) -> Vec<(String, Sheet)> {
    let is_new = |(print, _): &&(String, Sheet)| match kept.get_mut(print) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    };
    sheets.iter().filter(is_new).cloned().collect()
}
