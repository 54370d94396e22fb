//! Reporting on commitments: how they go, that they were kept, that they are dispensed with.

use super::page;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::attachment::{self, Attachment};
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::commitment::{Commitment, Step, step};
use ata_model::op::Op;
use ata_store::{Lens, NewDocument, Tx};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// The document type of what shows that a commitment was kept.
const EVIDENCE: &str = "evidence";

#[derive(Args)]
pub struct Update {
    /// Commitments, such as AT-2026-0001-C3
    #[arg(required = true)]
    commitment: Vec<String>,
    /// How it stands; open takes up a settled one again
    #[arg(long, value_parser = PossibleValuesParser::new([
        PossibleValue::new("open"), PossibleValue::new("in-progress").alias("in_progress")]))]
    status: String,
    /// What is reported
    #[arg(long, value_name = "TEXT")]
    note: String,
}

#[derive(Args)]
pub struct Done {
    /// Commitments, such as AT-2026-0001-C3
    #[arg(required = true)]
    commitment: Vec<String>,
    /// A file that shows it; it becomes a document of the case
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// What was done
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

#[derive(Args)]
pub struct Waive {
    /// Commitments, such as AT-2026-0001-C3
    #[arg(required = true)]
    commitment: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// What is reported on each of several commitments.
struct Report<'a> {
    op: Op,
    commitments: &'a [String],
    status: &'a str,
    note: String,
    evidence: Vec<PathBuf>,
}

pub fn update(args: &Update, env: &Env) -> Result<Answer, Fault> {
    let status = args.status.replace('-', "_");
    let note = typed::line(&args.note, "--note")?;
    let (op, commitments) = (Op::FollowupUpdate, args.commitment.as_slice());
    report(Report { op, commitments, status: &status, note, evidence: Vec::new() }, env)
}

/// A commitment is not kept because somebody says so: a document or at least a note shows it.
pub fn done(args: &Done, env: &Env) -> Result<Answer, Fault> {
    let note = typed::maybe_line(args.note.as_ref(), "--note")?;
    let commitments = args.commitment.as_slice();
    if note.is_empty() && args.evidence.is_empty() {
        let first = commitments.first().map_or("", String::as_str);
        return Err(Fault::usage(phrase!("followup-no-evidence"))
            .try_this(format!("ata followup done {first} --evidence FILE --note TEXT")));
    }
    report(Report { op: Op::FollowupDone, commitments, status: "done", note, evidence: args.evidence.clone() }, env)
}

pub fn waive(args: &Waive, env: &Env) -> Result<Answer, Fault> {
    let note = typed::line(&args.reason, "--reason")?;
    let commitments = args.commitment.as_slice();
    report(Report { op: Op::FollowupWaive, commitments, status: "waived", note, evidence: Vec::new() }, env)
}

fn report(report: Report<'_>, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let files = report.evidence.iter().map(|path| attachment::read(path, env, &desk));
    let files = files.collect::<Result<Vec<_>, Fault>>()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(report.op, stamp, |tx| -> Result<_, Fault> {
        let mut changed = Vec::new();
        for text in report.commitments {
            let key = tx.find_commitment(text)?;
            report_one(tx, &lens, key, &report, &files)?;
            changed.push(tx.commitment(key, today)?);
        }
        Ok(changed)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, page))
}

/// The last report said again, without a new document, is nothing new.
fn report_one(
    tx: &mut Tx<'_>,
    lens: &Lens<'_>,
    key: i64,
    report: &Report<'_>,
    files: &[Attachment],
) -> Result<(), Fault> {
    let before = tx.commitment(key, lens.today)?;
    must_be_open(&tx.case(before.case_key, lens)?)?;
    let step = step(&before.status, report.status);
    if step == Step::Refused {
        let status = crate::locale::Arg::Word(format!("term-status-{}", before.status.replace('_', "-")));
        return Err(Fault::refused(phrase!("followup-settled", commitment = &before.id, status = status))
            .try_this(format!("ata followup update {} --status open --note TEXT", before.id)));
    }
    for file in files {
        tx.add_document(&NewDocument {
            case: before.case_key,
            session: None,
            commitment: Some(key),
            kind: EVIDENCE,
            title: &file.filename,
            date: Some(lens.today),
            filename: &file.filename,
            content: &file.content,
            folios: 1,
        })?;
    }
    if step == Step::Report && is_said(&before, &report.note) {
        return Ok(());
    }
    Ok(tx.report_on(&before, report.status, &report.note)?)
}

fn is_said(commitment: &Commitment, note: &str) -> bool {
    let last = commitment.progress.last();
    note.is_empty() || last.is_some_and(|last| last.note.as_deref().unwrap_or_default() == note)
}
