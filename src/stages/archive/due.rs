//! What the records schedule says is due for closed case files. Nothing is disposed of here: it is proposed.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::document::{CaseFile, Due as Step};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Due {
    /// The day asked for (else today)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Serialize)]
struct DueFile {
    case: String,
    title: String,
    series: String,
    closed: String,
    office_until: String,
    central_until: String,
    /// `transfer` to the central archive, or `disposal`.
    due: &'static str,
    /// What the schedule disposes, such as `CT`.
    disposal: String,
    procedure: Option<String>,
    /// Nothing may be disposed of by a line that is only proposed.
    approved: bool,
    /// The reason of the legal hold, while there is one: it keeps the file whatever its years say.
    held: Option<String>,
    /// The list of eliminations it is on.
    elimination: Option<String>,
}

pub fn run(args: &Due, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let on = args.on.as_ref().map_or(Ok(desk.today()), |text| typed::day(text, "--on", desk.today()))?;
    let files = desk.store.snapshot(|db| db.case_files(None, None, None))?;
    let due: Vec<DueFile> = files.into_iter().filter_map(|file| judge(file, on)).collect();
    Ok(Answer::list(due, page))
}

fn judge(file: CaseFile, on: NaiveDate) -> Option<DueFile> {
    let kept = file.kept.as_ref()?;
    let days = kept.retention(&file.series);
    let due: Step = days.due(on)?;
    Some(DueFile {
        case: file.id,
        title: file.title,
        closed: kept.closed_on.to_string(),
        office_until: days.office_until.to_string(),
        central_until: days.central_until.to_string(),
        due: due.code(),
        approved: file.series.is_approved(),
        series: file.series.code,
        disposal: file.series.disposal,
        procedure: file.series.procedure,
        held: file.held,
        elimination: file.listed,
    })
}

fn page(files: &[DueFile], words: &Words) -> Page {
    let mut table = Table::new(words, &["case", "title", "series", "closed", "what"]);
    for file in files {
        let what = match file.due {
            "disposal" => format!("{}: {}", words.term("due", file.due), disposal(&file.disposal, words)),
            due => words.term("due", due),
        };
        let what = match (&file.held, &file.elimination) {
            (Some(reason), _) => words.say(&phrase!("archive-due-held", what = what, reason = reason)),
            (None, Some(list)) => format!("{what} ({list})"),
            (None, None) => what,
        };
        table.row([file.case.clone(), file.title.clone(), file.series.clone(), file.closed.clone(), what]);
    }
    let page = Page::default().table(table).none(words.word("archive-nothing-due"));
    match files.iter().any(|file| !file.approved) {
        true => page.remark(words.word("archive-not-approved")),
        false => page,
    }
}

/// `CT+D` in words.
pub fn disposal(code: &str, words: &Words) -> String {
    code.split('+').map(|letter| words.term("disposal", letter)).collect::<Vec<_>>().join(" + ")
}
