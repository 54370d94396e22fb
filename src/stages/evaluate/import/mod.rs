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
use ata_model::import::{ImportResult, Warning};
use ata_model::op::Op;
use ata_model::profile::Form;
use ata_store::sha256;
use chrono::DateTime;
use clap::Args;
use read::{known, missing, read};
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

/// Take answers of the evaluation from a file: our own CSV, or the export of a form system
///
/// Our own file has the keys of the form's items as its header (ata evaluate form SESSION --out answers.csv) and one line for
/// each answer sheet; the labels of the items are understood too. Values are numbers of the scale or its words; blanks and NA do
/// not count. Columns that say who answered or when are passed over: answers are anonymous. A longer export of the same survey
/// adds only what is new; the same file twice adds nothing. Answers that say when they were sent are the same when they were sent in
/// the same minute; without that, equal answers are taken for the same ones, unless --others says that other people gave them.
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
    /// Other people gave these answers: count them though equal ones are there
    #[arg(long)]
    others: bool,
    #[command(flatten)]
    reading: Reading,
    /// Write the refused rows here, as they are in the file, with line, field and reason (CSV); an older list is emptied when no row is refused
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

fn sources() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(Source::ALL.iter().map(|source| source.as_str()))
}

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    refused::must_be_another_file(args.rejects.as_deref(), [args.file.as_path()])?;
    let mut desk = env.desk()?;
    let session = desk.store.find_session(&args.session)?;
    let start = desk.store.session(session)?.start;
    let start = DateTime::parse_from_rfc3339(&start).ok();
    let bytes = env.read(&args.file)?;
    let name = args.file.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = ata_model::name::clean(&name).unwrap_or_else(|_| "-".to_owned());
    let form = desk.row.profile.evaluation.clone();
    let options =
        Options { session_offset: start.map(|start| start.offset().local_minus_utc() / 60), ..options(args, &form)? };
    let found = survey(Input::Bytes(&bytes), &options).map_err(|error| {
        let fault = unreadable::fault(&args.file, &error);
        match error {
            IntakeError::NoHeader { .. } => {
                fault.try_this(format!("ata evaluate form {} --out FILE.csv", args.session))
            }
            _ => fault,
        }
    })?;
    let mut read = read(&found, &form, start.map(|start| start.date_naive()));
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
        let earlier = tx.same_import("survey", Some(session.key), &digest, "")?;
        let is_again = earlier.as_ref().is_some_and(|earlier| !args.others || earlier.result.file == name);
        let kept = tx.answers_kept(session.key)?;
        let known = match (found.is_rest || args.others) && !is_again {
            true => vec![None; read.sheets.len()],
            false => known(&read.sheets, &kept),
        };
        let is_fresh: Vec<bool> = known.iter().map(Option::is_none).collect();
        let new = read.sheets.iter().zip(&is_fresh).filter(|(_, is_fresh)| **is_fresh);
        let fresh: Vec<_> = new.map(|(sheet, _)| sheet.clone()).collect();
        // Equal answers without a time may be other people's, in a file that is another one.
        let may_be_others = fresh.is_empty() && !is_again && read.stamped.contains(&false);
        let warn = |code: &str, detail: String| Warning { line: None, code: code.to_owned(), detail };
        if may_be_others {
            read.warnings.push(warn("equal_answers", read.sheets.len().to_string()));
        }
        let gone = if fresh.is_empty() { BTreeMap::new() } else { missing(&read.stamped, &known, &kept) };
        for (import, count) in &gone {
            let file = tx.import(*import)?.file;
            read.warnings.push(warn("answers_gone", format!("I-{import} {file} ({count})")));
        }
        let mut result = ImportResult {
            import: earlier.map(|earlier| format!("I-{}", earlier.id)),
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
            tx.note_answers_again(import, &known.iter().copied().flatten().collect::<Vec<_>>())?;
            result.import = Some(format!("I-{import}"));
            tx.finish_import(import, &without_answers(&result))?;
        }
        let again = format!("ata evaluate import {} {}", args.session, typed::path(&args.file));
        let mut hints = Vec::new();
        if may_be_others {
            hints.push(phrase!("evaluate-others", command = format!("{again} --others")));
        }
        let back = gone.keys().map(|import| format!("I-{import}")).collect::<Vec<_>>().join(" ");
        if !back.is_empty() {
            hints.push(phrase!("evaluate-gone", back = format!("ata import undo {back}"), again = again));
        }
        Ok((result, hints))
    })?;
    let (result, hints) = outcome.value;
    let items = form.sections.iter().flat_map(|section| &section.items);
    let questions = items.map(|item| (item.key.clone(), item.label.clone())).collect();
    let answer = imported::answer_to(result.clone(), questions, env).notes(hints);
    if let Some(path) = args.rejects.as_deref().filter(|_| !env.globals.dry_run && !result.rejects.is_empty()) {
        let table =
            intake::open(Input::Bytes(&bytes), &options).map_err(|error| unreadable::fault(&args.file, &error))?;
        let header = table.rows.iter().find(|row| row.line == found.header_line).map(|row| row.cells.clone());
        let is_refused = |line: u64| result.rejects.iter().any(|reject| reject.line == line);
        let rows = table.rows.into_iter().filter(|row| is_refused(row.line)).map(|row| (row.line, row.cells)).collect();
        let refused = Refused { header: header.unwrap_or_default(), delimiter: table.delimiter, rows };
        return refused::beside(answer, path, &[(refused, &result.rejects)], env);
    }
    Ok(answer)
}

/// The result as the register keeps it: a refused value was somebody's answer, and its line would lead to them.
fn without_answers(result: &ImportResult) -> ImportResult {
    let mut kept = result.clone();
    for reject in &mut kept.rejects {
        reject.value.clear();
    }
    for warning in &mut kept.warnings {
        warning.line = None;
    }
    kept
}

/// No column asks what the form asks: says which there are, and the command that names them, to be corrected, where one can be
/// proposed.
fn no_items(args: &Import, name: &str, found: &Survey, form: &Form) -> Fault {
    let headers: Vec<&str> = found.columns.iter().map(|column| column.text.as_str()).collect();
    let fault = Fault::usage(phrase!("evaluate-no-items", file = name, found = unreadable::beginnings(&headers, ", ")));
    let proposed = columns::proposal(found, form);
    if proposed.is_empty() {
        let items = unreadable::beginnings(&columns::named(form), ", ");
        return fault.hint(phrase!("evaluate-no-items-hint", items = items, session = &args.session));
    }
    let mut line = format!("ata evaluate import {} {}", args.session, typed::path(&args.file));
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
