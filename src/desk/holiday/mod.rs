//! Holidays: those of the country's laws, and what decrees, courts and the body itself say against them.

mod amend;
mod import;
mod kept;
mod term;

pub use kept::Kept;

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::mail::language::weekday_date_long;
use crate::view::{Answer, Page, Table};
use ata_model::holiday::{Day, year};
use chrono::Datelike;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Verb {
    /// List the holidays of a year, with what was said against the law's
    List(List),
    /// Add a day on which the body is closed, or bring a holiday back that was left out
    Add(amend::Add),
    /// Say that a day is no holiday, or leave a holiday out of every year by its key
    Remove(amend::Remove),
    /// Take in a file (CSV, workbook or JSON lines): date, name, instead_of, workday, source
    Import(import::Import),
    /// Count business days: where a term ends, or how many lie between two days
    Term(term::Term),
}

#[derive(Args)]
pub struct List {
    /// The year (else the present one)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1984..=2200))]
    year: Option<i32>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::List(args) => list(args, env),
        Verb::Add(args) => amend::add(args, env),
        Verb::Remove(args) => amend::remove(args, env),
        Verb::Import(args) => import::run(args, env),
        Verb::Term(args) => term::run(args, env),
    }
}

fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let year_asked = args.year.unwrap_or(desk.today().year());
    let days = year(desk.country(), year_asked, &desk.store.amendments()?);
    Ok(Answer::list(days, table))
}

/// What a day is called: by those who added it, or by the law.
pub fn name(day: &Day, words: &Words) -> String {
    let by_law = || day.key.map(|key| words.term("holiday", key));
    day.name.clone().or_else(by_law).unwrap_or_else(|| words.word("desk-holiday-added"))
}

fn table(days: &[Day], words: &Words) -> Page {
    let mut table = Table::new(words, &["!date", "weekday", "name", "status", "?source", "?key"]);
    for day in days {
        let long = weekday_date_long(words.language, day.date);
        table.row([
            day.date.to_string(),
            long.split([' ', ',']).next().unwrap_or_default().to_owned(),
            name(day, words),
            words.word(&format!("desk-holiday-{}", day.status.code())),
            day.source.clone().unwrap_or_default(),
            day.key.unwrap_or_default().to_owned(),
        ]);
    }
    Page::default().table(table)
}
