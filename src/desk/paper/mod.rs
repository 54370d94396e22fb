//! `ata paper`: any document of the procedure, printed from what the register holds.

pub mod archived;
mod certificates;
mod clerk;
mod dossier;
mod issue;
mod letters;
mod meeting;
mod outlet;
mod plans;
mod results;
mod shown;
pub mod template;
mod typst;
mod workbook;

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind as FaultKind};
use crate::locale::Arg;
use crate::papers::{Kind, PageSize, PaperError, Part, Press, Voice, sample};
use crate::phrase;
use crate::stages::archive::fuid;
use crate::typed;
use crate::view::Answer;
use ata_model::document::layout::{Layout, PURPOSES};
use ata_store::Thing;
use clap::Args;
use clap::builder::PossibleValuesParser;
use clerk::Clerk;
use issue::Draft;
use std::path::PathBuf;
use template::Own;

/// What is a table only: kinds of workbook that no template prints.
const TABLES: [&str; 2] = ["roster", "records-schedule"];

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.code()).chain(TABLES).collect()
}

#[derive(Args, Default)]
pub struct Paper {
    /// Which paper (ata help papers); roster and records-schedule are workbooks
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
    #[arg(long, conflicts_with = "file")]
    include_sensitive: bool,
    /// Day of the paper (else that of what it is about)
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// City it is issued in (else the institution's)
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Number of the paper: of the minutes, of the letter
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,
    /// Who signs, in the order of the lines
    #[arg(long, value_name = "PERSON")]
    signed_by: Vec<String>,
    /// Letters: last day to confirm
    #[arg(long, value_name = "DATE")]
    confirm_by: Option<String>,
    /// Convocation: what to bring
    #[arg(long, value_name = "TEXT")]
    bring: Vec<String>,
    /// Letters: what goes along with them
    #[arg(long, value_name = "TEXT")]
    attachment: Vec<String>,
    /// Letters: who gets a copy
    #[arg(long, value_name = "TEXT")]
    copy: Vec<String>,
    /// Letters: who drafted them
    #[arg(long, value_name = "TEXT")]
    drafted_by: Option<String>,
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
    /// Inventory: only closed cases
    #[arg(long)]
    closed: bool,
    /// Inventory: its columns
    #[arg(long, value_name = "NAME|FILE.toml", default_value = "agn-042")]
    layout: String,
    /// Inventory: what it is for
    #[arg(long, value_name = "PURPOSE", default_value = "office", value_parser = PossibleValuesParser::new(PURPOSES))]
    purpose: String,
    /// Inventory: number of the transfer
    #[arg(long, value_name = "TEXT")]
    transfer: Option<String>,
    /// Print an invented paper, to look at the template
    #[arg(long, value_name = "SIZE", conflicts_with = "file", value_parser = PossibleValuesParser::new(sample::Size::ALL.map(sample::Size::code)))]
    sample: Option<String>,
    /// Print with this template (Typst) instead of the one in force, without keeping it
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    template: Option<PathBuf>,
    /// Sheet (else what offices of the country print on)
    #[arg(long, value_parser = PossibleValuesParser::new(["letter", "a4"]))]
    page: Option<String>,
}

pub fn run(args: &Paper, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let language = crate::locale::language(&desk.row.language)?;
    let voice = Voice::new(language, &desk.row.country);
    let said = args.text.as_ref().map(|path| env.read_text(path)).transpose()?;
    let layout = args.layout(env)?;
    if workbook::is_wanted(args)? {
        return workbook::run(args, &desk, &voice, layout, env);
    }
    let Some(kind) = Kind::parse(&args.kind) else {
        return Err(workbook::only(&args.kind));
    };
    let (drafts, notes, mut look) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let clerk = Clerk::new(db, &desk, &voice, args, said.as_deref(), layout)?;
        let size = args.sample.as_deref().and_then(sample::Size::parse);
        let drafts = match size {
            Some(size) => vec![clerk.sample(kind, size)?],
            None => clerk.drafts(kind)?,
        };
        Ok((drafts, clerk.notes.take(), template::in_force(db, kind, &desk.row.language)?))
    })?;
    if let Some(path) = &args.template {
        look.templates.replace(kind, env.read_text(path)?);
    }
    Ok(outlet::print(args, kind, drafts, look, &mut desk, &voice, env)?.notes(notes))
}

/// The inventory of a group's files, or of all, as `ata paper inventory` prints it.
///
/// # Errors
/// As of that command.
pub fn inventory(args: &Paper, group: Option<i64>, desk: &Desk, env: &Env) -> Result<Vec<u8>, Fault> {
    let layout = args.layout(env)?;
    let about = group.map(Thing::Organisation);
    one(args, Kind::Inventory, layout, desk, |clerk| Ok(vec![dossier::inventory(clerk, about)?]))
}

/// The control sheet of a case, as `ata paper control-sheet` prints it.
///
/// # Errors
/// As of that command.
pub fn control_sheet(case: &str, desk: &Desk) -> Result<Vec<u8>, Fault> {
    let kind = Kind::ControlSheet;
    let args = Paper { kind: kind.code().to_owned(), reference: vec![case.to_owned()], ..Paper::default() };
    one(&args, kind, None, desk, |clerk| clerk.drafts(kind))
}

/// One paper, for a command that has written it as text otherwise.
fn one(
    args: &Paper,
    kind: Kind,
    layout: Option<Layout>,
    desk: &Desk,
    drafts: impl Fn(&Clerk<'_>) -> Result<Vec<Draft>, Fault>,
) -> Result<Vec<u8>, Fault> {
    let voice = Voice::new(crate::locale::language(&desk.row.language)?, &desk.row.country);
    let (drafts, look) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let clerk = Clerk::new(db, desk, &voice, args, None, layout)?;
        Ok((drafts(&clerk)?, template::in_force(db, kind, &desk.row.language)?))
    })?;
    let press = Press::new(&voice, look.templates, look.logo);
    let printed = drafts.first().map(|draft| press.print(&draft.paper)).transpose().map_err(fault)?;
    Ok(printed.map(|printed| printed.bytes).unwrap_or_default())
}

impl Paper {
    /// An inventory to be printed.
    pub fn of_inventory(
        year: Option<i64>,
        closed: bool,
        layout: &str,
        purpose: &str,
        transfer: Option<String>,
    ) -> Paper {
        let (kind, layout, purpose) = (Kind::Inventory.code().to_owned(), layout.to_owned(), purpose.to_owned());
        Paper { kind, year, closed, layout, purpose, transfer, ..Paper::default() }
    }

    /// The command that prints the same in another way, to be pasted.
    fn command(&self, option: &str) -> String {
        let words = std::iter::once(self.kind.as_str()).chain(self.reference.iter().map(String::as_str));
        format!("ata paper {} {option}", words.map(typed::word).collect::<Vec<_>>().join(" "))
    }

    /// The layout of an inventory; none for other papers.
    fn layout(&self, env: &Env) -> Result<Option<Layout>, Fault> {
        let is_inventory = self.kind == Kind::Inventory.code();
        is_inventory.then(|| fuid::layout(&self.layout, env)).transpose()
    }

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
    fault_in(error, None)
}

/// The same of a template that is being tried.
fn fault_in(error: PaperError, own: Option<Own<'_>>) -> Fault {
    match error {
        PaperError::WithoutPdf => Fault::new(FaultKind::Failure, phrase!("desk-paper-without-pdf"))
            .hint(phrase!("desk-paper-without-pdf-hint")),
        PaperError::Template { file, line, column, message, hints } => {
            // The part of the program's own making bears its name; what was typed bears the one it was typed with.
            // Where arms are tried, the templates are those in force: the fault is of the arms.
            let is_own = |own: &Own<'_>| own.part == Part::Logo || own.part.file_name() == file;
            let typed = own.filter(is_own).map(|own| own.path.display().to_string());
            let called = typed.clone().unwrap_or_else(|| file.clone());
            // Not the program's fault but the template's.
            let fault = Fault::refused(typst::said(&called, &message));
            let mut json = serde_json::json!({"template": file, "line": line, "column": column, "message": message});
            if let Some(typed) = typed {
                json["file"] = typed.into();
            }
            let place = match line {
                0 => phrase!("desk-paper-fault-file", file = called),
                _ => phrase!("desk-paper-fault-place", line = line, column = column),
            };
            let fault = fault.detail(place, json);
            hints.into_iter().fold(fault, |fault, hint| {
                let json = serde_json::json!(&hint);
                fault.detail(phrase!("desk-paper-fault-hint", hint = hint), json)
            })
        }
        PaperError::Body(detail) => {
            Fault::new(FaultKind::Failure, phrase!("desk-paper-fault", file = "data.json", message = detail))
        }
    }
}
