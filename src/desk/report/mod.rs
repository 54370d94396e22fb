//! Reports over many cases and a time: what was done, whom it reached, what people thought of it. None of them names a person.

mod activity;
mod coverage;
mod differential;
mod html;
mod outlet;
mod satisfaction;

use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::Words;
use crate::papers::Voice;
use crate::phrase;
use crate::stages::passage::must_be_own;
use crate::typed;
use crate::view::{Answer, Page};
use ata_store::{CaseFilter, CaseOrder, Db, Span};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::path::PathBuf;

/// The kinds, as they are typed.
pub const KINDS: [&str; 4] = ["activity", "coverage", "satisfaction", "differential"];

#[derive(Args)]
pub struct Report {
    /// What about: activity, what each group did; coverage, whom it reached in each territory; satisfaction, what the answers of
    /// each session say; differential, how many of those present gave each answer of the differential approach
    #[arg(value_parser = PossibleValuesParser::new(KINDS), hide_possible_values = true)]
    kind: String,
    /// Cases (else all)
    case: Vec<String>,
    /// From this day on
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Up to this day
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Write it here: .html to read and send on, .csv or .xlsx to go on reckoning
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A report of some kind, with the time it is about.
#[derive(Serialize)]
struct Reported<T> {
    kind: &'static str,
    from: Option<String>,
    to: Option<String>,
    #[serde(flatten)]
    found: T,
    /// Where it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

pub fn run(args: &Report, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let today = desk.today();
    let day = |text: &Option<String>, option| text.as_ref().map(|text| typed::day(text, option, today)).transpose();
    let (from, to) = (day(&args.from, "--from")?, day(&args.to, "--to")?);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Fault::usage(phrase!("look-report-order", from = from.to_string(), to = to.to_string())));
    }
    let asked = Asked { args, env, desk: &desk, from, to };
    match args.kind.as_str() {
        "activity" => asked.answer("activity", activity::read, activity::page),
        "coverage" => asked.answer("coverage", coverage::read, coverage::page),
        "satisfaction" => asked.answer("satisfaction", satisfaction::read, satisfaction::page),
        _ => asked.answer("differential", differential::read, differential::page),
    }
}

struct Asked<'a> {
    args: &'a Report,
    env: &'a Env,
    desk: &'a Desk,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Asked<'_> {
    /// Reads one kind of report, and shows or writes it.
    fn answer<T: Serialize + 'static>(
        &self,
        kind: &'static str,
        read: impl Fn(&Db, &Span, &Desk) -> Result<T, Fault>,
        page: impl Fn(&T, &Words) -> Page + 'static,
    ) -> Result<Answer, Fault> {
        let found = self.desk.store.snapshot(|db| read(db, &self.span(db)?, self.desk))?;
        let (from, to) = (self.from.map(|day| day.to_string()), self.to.map(|day| day.to_string()));
        let mut reported = Reported { kind, from, to, found, file: None, dry_run: false };
        let country = self.desk.row.country.clone();
        let form = self.args.out.as_deref().map(outlet::form).unwrap_or_default();
        let whole = move |one: &Reported<T>, words: &Words| {
            let mut whole = Page::default().heading(words.word(&format!("look-report-{kind}")));
            let voice = outlet::is_for_people(&form).then(|| Voice::new(words.language, &country));
            let day = |day: &Option<String>| {
                day.as_ref().map(|day| voice.as_ref().map_or_else(|| day.clone(), |voice| voice.day(day)))
            };
            if let Some(time) = time(day(&one.from).as_ref(), day(&one.to).as_ref()) {
                whole = whole.line(words.say(&time));
            }
            whole.blocks.extend(page(&one.found, words).blocks);
            whole
        };
        match self.args.out.as_ref().filter(|out| out.as_os_str() != "-") {
            None => Ok(Answer::of(reported, whole)),
            Some(out) => {
                outlet::write(kind, &whole(&reported, self.env.words()), out, self.desk, self.env)?;
                reported.file = Some(out.display().to_string());
                reported.dry_run = self.env.globals.dry_run;
                Ok(Answer::of(reported, |written, words| {
                    let file = written.file.clone().unwrap_or_default();
                    Page::default().line(words.say(&phrase!("look-report-written", file = file)))
                }))
            }
        }
    }

    fn span(&self, db: &Db) -> Result<Span, Fault> {
        let cases = match self.args.case.is_empty() {
            true => {
                let own = CaseFilter { own: true, ..CaseFilter::default() };
                db.case_keys(&own, CaseOrder::Oldest, None, &self.desk.lens())?.0
            }
            false => self.args.case.iter().map(|text| Ok(db.find_case(text)?)).collect::<Result<Vec<i64>, Fault>>()?,
        };
        cases.iter().try_for_each(|case| must_be_own(db, *case))?;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let begins = |day: Option<NaiveDate>| day.map(|day| begin(day, self.desk.zone())).unwrap_or_default();
        let after = self.to.and_then(|day| day.succ_opt());
        Ok(Span { cases, from: day(self.from), to: day(self.to), begin: begins(self.from), end: begins(after) })
    }
}

/// The instant at which a day begins at the desk.
fn begin(day: NaiveDate, zone: chrono_tz::Tz) -> String {
    let midnight = day.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&midnight).earliest().map(|at| ata_store::instant(at.to_utc())).unwrap_or_default()
}

fn time(from: Option<&String>, to: Option<&String>) -> Option<crate::locale::Phrase> {
    match (from, to) {
        (Some(from), Some(to)) => Some(phrase!("look-report-between", from = from, to = to)),
        (Some(from), None) => Some(phrase!("look-report-since", from = from)),
        (None, Some(to)) => Some(phrase!("look-report-until", to = to)),
        (None, None) => None,
    }
}

/// A part of a whole, `0.9375`; nothing where nobody answered.
fn share(share: Option<f64>) -> String {
    share.map(|share| ((share * 10_000.0).round() / 10_000.0).to_string()).unwrap_or_default()
}

fn mean(mean: Option<f64>) -> String {
    mean.map(|mean| format!("{mean:.2}")).unwrap_or_default()
}
