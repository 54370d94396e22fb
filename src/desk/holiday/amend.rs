//! One day more, or one less.

use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::country::{Country, Override, optional_days};
use ata_model::holiday::{self, Amendment};
use ata_model::op::Op;
use ata_store::Tx;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Add {
    /// The day, or the key of a holiday by law that was left out
    #[arg(value_name = "DATE|KEY")]
    day: String,
    /// What it is called
    name: Option<String>,
    /// The holiday by law that is moved to this day
    #[arg(long, value_name = "DATE")]
    instead_of: Option<String>,
    /// The decree or ruling that says so
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

#[derive(Args)]
pub struct Remove {
    /// The day, or the key of a holiday by law to leave out of every year (ata holiday list shows them)
    #[arg(value_name = "DATE|KEY")]
    day: String,
    /// The decree or ruling that says so
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

/// What is said now of a day or of a holiday by law.
#[derive(Serialize)]
struct Said {
    date: Option<NaiveDate>,
    key: Option<&'static str>,
    name: Option<String>,
    /// `added`, `removed`, `left_out`, or `law` where nothing is said against it any more.
    status: &'static str,
    source: Option<String>,
    instead_of: Option<NaiveDate>,
}

/// What a text names: a holiday by law, or a day.
enum Named {
    Key(&'static str),
    Day(NaiveDate),
}

fn named(text: &str, country: Country, today: NaiveDate) -> Result<Named, Fault> {
    match holiday::key(country, text) {
        Some(key) => Ok(Named::Key(key)),
        None => typed::day(text, "DATE|KEY", today).map(Named::Day),
    }
}

/// The holiday by law on a day, whatever was said against it.
pub fn by_law(country: Country, date: NaiveDate) -> Option<&'static str> {
    country.holidays(date.year()).into_iter().find(|one| one.date == date).map(|one| one.key)
}

pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (country, today) = (desk.country(), desk.today());
    let source = args.source.as_ref().map(|text| typed::line(text, "--source")).transpose()?;
    let given = args.name.as_ref().map(|text| typed::line(text, "NAME")).transpose()?;
    let instead = args.instead_of.as_ref().map(|text| typed::day(text, "--instead-of", today)).transpose()?;
    let day = named(&args.day, country, today)?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::HolidayAdd, stamp, |tx| -> Result<Said, Fault> {
        let date = match day {
            Named::Key(key) => {
                tx.unamend(&Override::Without(key.to_owned()))?;
                return Ok(Said {
                    date: None,
                    key: Some(key),
                    name: None,
                    status: "law",
                    source: None,
                    instead_of: None,
                });
            }
            Named::Day(date) => date,
        };
        let optional = optional_days(country, date.year()).into_iter().any(|one| one.date == date);
        if given.is_none() && !optional && by_law(country, date).is_none() {
            return Err(Fault::usage(phrase!("desk-holiday-name", date = date.to_string()))
                .try_this(format!("ata holiday add {date} \"Día cívico\"")));
        }
        let mut said = Said {
            date: Some(date),
            key: by_law(country, date),
            name: given.clone(),
            status: "added",
            source,
            instead_of: instead,
        };
        if let Some(old) = instead {
            must_be_by_law(country, old)?;
            tx.amend(&amendment(Override::Removed(old), None, said.source.as_ref()), None)?;
        }
        put(tx, country, date, &mut said)?;
        Ok(said)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, page))
}

/// A day that is a holiday by law needs nothing said for it, only nothing against it.
fn put(tx: &mut Tx<'_>, country: Country, date: NaiveDate, said: &mut Said) -> Result<(), Fault> {
    if by_law(country, date).is_some() && said.name.is_none() {
        said.status = "law";
        tx.unamend(&Override::Removed(date))?;
        return Ok(());
    }
    tx.amend(&amendment(Override::Added(date), said.name.as_ref(), said.source.as_ref()), None)?;
    Ok(())
}

pub fn amendment(change: Override, name: Option<&String>, source: Option<&String>) -> Amendment {
    Amendment { change, name: name.cloned(), source: source.cloned() }
}

/// # Errors
/// Not found: the law knows no holiday on that day.
pub fn must_be_by_law(country: Country, date: NaiveDate) -> Result<&'static str, Fault> {
    by_law(country, date).ok_or_else(|| {
        Fault::new(Kind::NotFound, phrase!("desk-holiday-none", date = date.to_string()))
            .try_this(format!("ata holiday list --year {}", date.year()))
    })
}

pub fn remove(args: &Remove, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (country, today) = (desk.country(), desk.today());
    let source = args.source.as_ref().map(|text| typed::line(text, "--source")).transpose()?;
    let day = named(&args.day, country, today)?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::HolidayRemove, stamp, |tx| -> Result<Said, Fault> {
        let plain =
            |date, key, status| Said { date, key, name: None, status, source: source.clone(), instead_of: None };
        match day {
            Named::Key(key) => {
                tx.amend(&amendment(Override::Without(key.to_owned()), None, source.as_ref()), None)?;
                Ok(plain(None, Some(key), "left_out"))
            }
            Named::Day(date) => {
                match by_law(country, date) {
                    Some(_) => tx.amend(&amendment(Override::Removed(date), None, source.as_ref()), None)?,
                    // What was added by hand is only taken away again.
                    None => {
                        let known = tx.amendments()?.iter().any(|one| one.change == Override::Added(date));
                        if !known {
                            must_be_by_law(country, date)?;
                        }
                        tx.unamend(&Override::Added(date))?
                    }
                };
                Ok(plain(Some(date), by_law(country, date), "removed"))
            }
        }
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, page))
}

fn page(said: &Said, words: &Words) -> Page {
    let by_law = said.key.map(|key| words.term("holiday", key));
    let called = said.name.clone().or(by_law).unwrap_or_default();
    let what = said.date.map_or_else(|| called.clone(), |date| format!("{date} {called}").trim().to_owned());
    let mut page = Page::default()
        .line(words.say(&phrase!(format!("desk-holiday-now-{}", said.status.replace('_', "-")), what = what)));
    if let Some(old) = said.instead_of {
        page = page.line(words.say(&phrase!("desk-holiday-now-removed", what = old.to_string())));
    }
    page
}
