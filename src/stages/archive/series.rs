//! The records schedule (tabla de retención documental): taking one in, and showing it.

use super::due::disposal;
use super::series_file::{self, SeriesFault};
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::{imported, unreadable};
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::import::ImportResult;
use ata_model::op::Op;
use ata_store::sha256;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Verb {
    /// Take in a file: the printed form, or a table with the columns code, series, subseries, types, office_years, central_years, disposal, procedure, source
    Import(Import),
    /// List the lines in force
    List(List),
}

#[derive(Args)]
pub struct Import {
    /// The file, CSV or a workbook; - is stdin
    file: PathBuf,
    /// The act that approves the schedule, for lines that name none
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Sheet of a workbook, by its name or number (else the first that reads as a schedule)
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
}

#[derive(Args)]
pub struct List {}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Import(args) => import(args, env),
        Verb::List(_) => list(env),
    }
}

/// Known codes take the new values; a file taken in twice changes nothing.
fn import(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let shown = args.file.display().to_string();
    let bytes = env.read(&args.file)?;
    let source = args.source.as_ref().map(|text| typed::line(text, "--source")).transpose()?;
    let mut read =
        series_file::read(&bytes, args.sheet.as_deref()).map_err(|fault| not_a_schedule(&args.file, &fault))?;
    for line in read.lines.iter_mut().filter(|line| line.source.is_none()) {
        line.source.clone_from(&source);
    }
    let mut result = ImportResult {
        file: shown,
        sha256: sha256(&bytes),
        source: "canonical".to_owned(),
        rows: read.rows,
        ignored: read.ignored,
        rejected: read.rejects.len() as i64,
        rejects: read.rejects,
        decided: read.decided,
        warnings: read.warnings,
        ..ImportResult::default()
    };
    let (store, _, stamp) = desk.split();
    store.transact(Op::ArchiveSeries, stamp, |tx| -> Result<(), Fault> {
        Ok(tx.import_series(&read.lines, &mut result)?)
    })?;
    Ok(imported::answer(result, env))
}

fn not_a_schedule(file: &Path, fault: &SeriesFault) -> Fault {
    match fault {
        SeriesFault::Unreadable(error) => unreadable::fault(file, error),
        SeriesFault::NoColumn { column } => {
            Fault::usage(phrase!("archive-series-column", file = file.display().to_string(), column = *column))
                .hint(phrase!("archive-series-columns"))
        }
    }
}

fn list(env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let lines = desk.store.series()?;
    Ok(Answer::list(lines, |lines, words| {
        let mut table = Table::new(words, &["code", "series", "#office_years", "#central_years", "disposal"]);
        for line in lines {
            let years = [line.office_years.to_string(), line.central_years.to_string()];
            table.row(
                [line.code.clone(), line.title()].into_iter().chain(years).chain([disposal(&line.disposal, words)]),
            );
        }
        let page = Page::default().table(table).none(words.word("archive-no-series"));
        match lines.iter().any(|line| !line.is_approved()) {
            true => page.remark(words.word("archive-not-approved")),
            false => page,
        }
    }))
}
