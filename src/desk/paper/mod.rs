//! `ata paper`: any document of the procedure, printed from what the register holds.

mod clerk;
mod dossier;
mod issue;
mod letters;
mod meeting;
mod outlet;
mod plans;
mod results;
mod shown;
mod template;
mod workbook;

use crate::env::Env;
use crate::error::{Fault, Kind as FaultKind};
use crate::locale::Arg;
use crate::papers::{Kind, PageSize, PaperError, Voice, inventory};
use crate::phrase;
use crate::view::Answer;
use clap::Args;
use clap::builder::PossibleValuesParser;
use clerk::Clerk;
use std::path::PathBuf;

/// What is a table only: kinds of workbook that no template prints.
const TABLES: [&str; 2] = ["roster", "records-schedule"];

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.code()).chain(TABLES).collect()
}

#[derive(Args)]
pub struct Paper {
    /// Which paper; roster and records-schedule are workbooks
    #[arg(value_parser = PossibleValuesParser::new(kinds()), hide_possible_values = false)]
    kind: String,
    /// What it is about: a session, case, message, organisation or person (else the whole register)
    reference: Vec<String>,
    /// A file (.pdf, .xlsx), a folder, or - for stdout (else a file in this folder)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// File it in the case as a document of its type, its folios counted from its pages
    #[arg(long)]
    file: bool,
    /// Certificates: one file for all
    #[arg(long)]
    merged: bool,
    /// Attendance sheet: to be signed, even when attendance is known
    #[arg(long)]
    blank: bool,
    /// Attendance sheet: lines for those who come uninvited
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(0..=500))]
    lines: u16,
    /// Certificates and letters: only for these persons
    #[arg(long = "for", value_name = "PERSON")]
    person: Vec<String>,
    /// Differential approach: print the answers too
    #[arg(long)]
    include_sensitive: bool,
    /// Day of the paper (else that of what it is about)
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// City it is issued in
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Number of the paper: of the minutes, of the letter
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,
    /// Who signs, in the order of the lines
    #[arg(long, value_name = "PERSON")]
    signed_by: Vec<String>,
    /// Own words: the text of a letter, the conclusions of a report; - is stdin
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Plan, schedule, inventory: only of this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i64).range(1900..=2200))]
    year: Option<i64>,
    /// Schedule: first day
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Schedule: last day
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Inventory: its columns
    #[arg(long, value_parser = PossibleValuesParser::new(inventory::LAYOUTS.map(|layout| layout.name)))]
    layout: Option<String>,
    /// Inventory: what it is for
    #[arg(long, value_parser = PossibleValuesParser::new(dossier::PURPOSES))]
    purpose: Option<String>,
    /// Inventory: number of the transfer
    #[arg(long, value_name = "TEXT")]
    transfer: Option<String>,
    /// Sheet (else what offices of the country print on)
    #[arg(long, value_parser = PossibleValuesParser::new(["letter", "a4"]))]
    page: Option<String>,
}

pub fn run(args: &Paper, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let language = crate::locale::language(&desk.row.language)?;
    let voice = Voice::new(language, &desk.row.country);
    let said = args.text.as_ref().map(|path| env.read_text(path)).transpose()?;
    if workbook::is_wanted(args)? {
        return workbook::run(args, &desk, &voice, env);
    }
    let Some(kind) = Kind::parse(&args.kind) else {
        return Err(workbook::only(&args.kind));
    };
    let (drafts, look) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let clerk = Clerk::new(db, &desk, &voice, args, said.as_deref())?;
        Ok((clerk.drafts(kind)?, template::in_force(db, kind)?))
    })?;
    outlet::print(args, kind, drafts, look, &mut desk, &voice, env)
}

impl Paper {
    /// What the sheet is, as asked for or as the country has it.
    fn page(&self, country: &str) -> PageSize {
        match self.page.as_deref() {
            Some("letter") => PageSize::Letter,
            Some("a4") => PageSize::A4,
            _ => PageSize::of(country),
        }
    }
}

/// What a kind is called, in the language it is told in.
fn called(kind: &str) -> Arg {
    Arg::Word(format!("paper-title-{kind}"))
}

/// A paper that could not be printed, as people are told.
pub fn fault(error: PaperError) -> Fault {
    match error {
        PaperError::WithoutPdf => Fault::new(FaultKind::Failure, phrase!("desk-paper-without-pdf"))
            .hint(phrase!("desk-paper-without-pdf-hint")),
        PaperError::Template { file, line, column, message, hints } => {
            let place = if line > 0 { format!("{file}:{line}:{column}") } else { file };
            let fault = Fault::new(FaultKind::Failure, phrase!("desk-paper-fault", place = place, message = message));
            hints.into_iter().fold(fault, |fault, hint| {
                let json = serde_json::json!(&hint);
                fault.detail(phrase!("desk-paper-fault-hint", hint = hint), json)
            })
        }
        PaperError::Body(detail) => {
            Fault::new(FaultKind::Failure, phrase!("desk-paper-fault", place = "data.json", message = detail))
        }
    }
}
