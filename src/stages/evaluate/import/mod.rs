//! Answer sheets from a file. What says who answered, or when, is passed over; what is kept leads to nobody.

mod columns;
mod read;

use crate::env::Env;
use crate::error::Fault;
use crate::intake::{self, Input, IntakeError, Options, Source, Survey, survey};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::stages::reading::Reading;
use crate::stages::refused::{self, Refused};
use crate::stages::run::mark::must_be_live;
use crate::stages::{imported, unreadable};
use crate::typed;
use crate::view::Answer;
use ata_model::import::ImportResult;
use ata_model::op::Op;
use ata_model::profile::Form;
use ata_store::sha256;
use clap::Args;
use read::{fresh, read};
use std::collections::HashSet;
use std::path::PathBuf;

/// Take answers of the evaluation from a file: our own CSV, or the export of a form system
///
/// Our own file has the keys of the form's items as its header (ata evaluate form SESSION --out answers.csv) and one line for
/// each answer sheet; the labels of the items are understood too. Values are numbers of the scale or its words; blanks and NA do
/// not count. Columns that say who answered or when are passed over: answers are anonymous. A longer export of the same survey
/// adds only what is new; the same file twice adds nothing.
#[derive(Args)]
#[command(mut_arg("map", |map| map.value_name("ITEM=COLUMN").help("Which column answers an item, by its heading or number (several times for several)")))]
pub struct Import {
    /// The session
    session: String,
    /// The file; - reads standard input
    file: PathBuf,
    /// Which system made the file (else found out)
    #[arg(long, value_parser = sources())]
    source: Option<String>,
    #[command(flatten)]
    reading: Reading,
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
    let found = survey(Input::Bytes(&bytes), &options).map_err(|error| {
        let fault = unreadable::fault(&args.file, &error);
        match error {
            IntakeError::NoHeader { .. } => {
                fault.try_this(format!("ata evaluate form {} --out FILE.csv", args.session))
            }
            _ => fault,
        }
    })?;
    let mut read = read(&found, &form);
    if read.items == 0 {
        return Err(no_items(args, &name, &found, &form));
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
        let is_fresh = match found.is_rest && !is_again {
            true => vec![true; read.sheets.len()],
            false => fresh(&read.sheets, tx.answer_prints(session.key)?),
        };
        let new = read.sheets.iter().zip(&is_fresh).filter(|(_, is_fresh)| **is_fresh);
        let fresh: Vec<_> = new.map(|(sheet, _)| sheet.clone()).collect();
        let mut result = ImportResult {
            file: name.clone(),
            sha256: digest.clone(),
            source: source.to_owned(),
            rows: read.rows,
            responses: Some(fresh.len() as i64),
            unchanged: (read.sheets.len() - fresh.len()) as i64,
            ignored: read.ignored.values().sum(),
            ignored_reasons: std::mem::take(&mut read.ignored),
            decided: Some(std::mem::take(&mut read.decided)),
            rejected: read.rejected,
            rejects: std::mem::take(&mut read.rejects),
            warnings: std::mem::take(&mut read.warnings),
            plan: stamp.dry_run.then(|| read.plan(&is_fresh)),
            changed: !fresh.is_empty(),
            ..ImportResult::default()
        };
        if !fresh.is_empty() {
            tx.about(session.case_key);
            let import = tx.add_import("survey", Some(session.key), &name, &digest, source)?;
            tx.add_responses(session.key, import, &fresh)?;
            result.import = Some(format!("I-{import}"));
            tx.finish_import(import, &kept(&result))?;
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
    let items = form.sections.iter().flat_map(|section| &section.items);
    let questions = items.map(|item| (item.key.clone(), item.label.clone())).collect();
    Ok(imported::answer_to(result, questions, env))
}

/// The result as the register keeps it: a refused value was somebody's answer, and its line would lead to them.
fn kept(result: &ImportResult) -> ImportResult {
    let mut kept = result.clone();
    for reject in &mut kept.rejects {
        reject.value.clear();
    }
    for warning in &mut kept.warnings {
        warning.line = None;
    }
    kept
}

/// No column asks what the form asks: says which there are, and the command that names them, to be corrected.
fn no_items(args: &Import, name: &str, found: &Survey, form: &Form) -> Fault {
    let headers: Vec<&str> = found.columns.iter().map(|column| column.text.as_str()).collect();
    let fault = Fault::usage(phrase!("evaluate-no-items", file = name, found = headers.join(", ")));
    let proposed = columns::proposal(found, form);
    if proposed.is_empty() {
        return fault.try_this(format!("ata evaluate form {} --out FILE.csv", args.session));
    }
    let mut line = format!("ata evaluate import {} {}", args.session, typed::word(&args.file.display().to_string()));
    for (item, column) in proposed {
        line.push_str(&format!(" --map {}", typed::word(&format!("{item}={column}"))));
    }
    fault.try_this(line)
}

fn options(args: &Import, form: &Form) -> Result<Options, Fault> {
    let items: HashSet<&str> =
        form.sections.iter().flat_map(|section| &section.items).map(|item| item.key.as_str()).collect();
    let options = Options { source: args.source.as_deref().and_then(Source::parse), ..args.reading.options()? };
    match options.map.iter().find(|(item, _)| !items.contains(item.as_str())) {
        Some((item, _)) => Err(Fault::usage(phrase!("evaluate-unknown-item", value = item))
            .try_this(format!("ata evaluate form {}", args.session))),
        None => Ok(options),
    }
}
