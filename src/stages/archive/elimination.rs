//! Lists of case files proposed for elimination. The program removes nothing: the archive committee decides, and the act that
//! approves a list is written down with it. (Decreto 1080 of 2015, article 2.8.2.2.5.)

use super::written;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::{Arg, Phrase, Words, language};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::document::{Barrier, CaseFile, Elimination};
use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{Db, Tx};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::json;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Verb {
    /// Propose a list: the files named, or all whose years are over and that the schedule eliminates
    Propose(Propose),
    /// Write down the act that approves a list
    Approve(Approve),
    /// Withdraw a list that was only proposed
    Withdraw(Withdraw),
    /// The lists
    List(List),
    /// One list with its files
    Show(Show),
}

#[derive(Args)]
pub struct Propose {
    /// Cases (else all that may be proposed)
    case: Vec<String>,
    /// The day by which their years must be over (else today)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Args)]
pub struct Approve {
    /// The list, such as E-1
    list: String,
    /// Number of the act of the archive committee
    #[arg(long = "ref", value_name = "TEXT")]
    reference: String,
    /// Day of the act (else today)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Args)]
pub struct Withdraw {
    /// The list, such as E-1
    list: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct List {}

#[derive(Args)]
pub struct Show {
    /// The list, such as E-1
    list: String,
    /// Write it as CSV, to be signed and published; - is stdout
    #[arg(long, value_name = "FILE.csv")]
    out: Option<PathBuf>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Propose(args) => propose(args, env),
        Verb::Approve(args) => approve(args, env),
        Verb::Withdraw(args) => withdraw(args, env),
        Verb::List(_) => list(env),
        Verb::Show(args) => show(args, env),
    }
}

/// A list with its files as they stand in the schedule.
#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    list: Elimination,
    items: Vec<Item>,
    total: usize,
}

#[derive(Serialize)]
struct Item {
    case: String,
    title: String,
    series: String,
    series_title: String,
    closed: String,
    central_until: String,
    disposal: String,
    folios: i64,
    source: Option<String>,
    held: Option<String>,
}

fn read(db: &Db, profile: &Profile, key: i64) -> Result<Listed, Fault> {
    let list = db.elimination(key)?;
    let mut items = Vec::new();
    for case in db.eliminated(key)? {
        for file in db.case_files(None, None, Some(case))? {
            items.push(item(db, profile, file)?);
        }
    }
    Ok(Listed { list, total: items.len(), items })
}

fn item(db: &Db, profile: &Profile, file: CaseFile) -> Result<Item, Fault> {
    let days = file.kept.as_ref().map(|kept| (kept.closed_on, kept.retention(&file.series).central_until));
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Ok(Item {
        folios: super::filed::Filed::read(db, file.key, profile)?.folios(),
        closed: day(days.map(|days| days.0)),
        central_until: day(days.map(|days| days.1)),
        case: file.id,
        title: file.title,
        series_title: file.series.title(),
        series: file.series.code,
        disposal: file.series.disposal,
        source: file.series.source,
        held: file.held,
    })
}

/// Nothing to propose is no list, and a file that is on one already is not put on a second; the files of one that is proposed, named again,
/// are that list.
fn propose(args: &Propose, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let on = args.on.as_ref().map_or(Ok(today), |text| typed::day(text, "--on", today))?;
    if on > today {
        return Err(Fault::usage(phrase!("archive-elimination-future")).try_this("ata archive due --on DATE"));
    }
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchivePropose, stamp, |tx| -> Result<_, Fault> {
        let found = if args.case.is_empty() { Found::Cases(all(tx, on)?) } else { named(tx, &args.case, on)? };
        let key = match found {
            Found::Cases(cases) if cases.is_empty() => return Ok(None),
            Found::Cases(cases) => tx.propose_elimination(on, &cases)?,
            Found::List(key) => key,
        };
        Ok(Some(read(tx, lens.profile, key)?))
    })?;
    let Some(listed) = outcome.value else {
        let none = json!({"id": null, "state": null, "as_of": on.to_string(), "cases": [], "items": [], "total": 0});
        let said = |_: &serde_json::Value, words: &Words| Page::default().line(words.word("archive-elimination-none"));
        return Ok(Answer::change(none, false, env, said));
    };
    Ok(Answer::change(listed, outcome.changed, env, page))
}

/// Every file that nothing stands against.
fn all(tx: &Tx<'_>, on: NaiveDate) -> Result<Vec<i64>, Fault> {
    let files = tx.case_files(None, None, None)?;
    Ok(files.into_iter().filter(|file| file.barrier(on).is_none()).map(|file| file.key).collect())
}

enum Found {
    Cases(Vec<i64>),
    /// The list they are on already.
    List(i64),
}

/// The files named; each that may not be proposed is told with its reason.
fn named(tx: &Tx<'_>, texts: &[String], on: NaiveDate) -> Result<Found, Fault> {
    let mut cases = Vec::new();
    let mut barred = Vec::new();
    for text in texts {
        let key = tx.find_case(text)?;
        let barrier = match tx.case_files(None, None, Some(key))?.pop() {
            Some(file) => file.barrier(on),
            None => Some(Barrier::Unclassified),
        };
        match barrier {
            None if cases.contains(&key) => {}
            None => cases.push(key),
            Some(barrier) => barred.push((tx.case_ref(key)?, barrier)),
        }
    }
    if let (true, [(_, Barrier::Listed { list }), others @ ..]) = (cases.is_empty(), &barred[..])
        && others.iter().all(|(_, other)| matches!(other, Barrier::Listed { list: also } if also == list))
    {
        let key = tx.find_elimination(list)?;
        if tx.elimination(key)?.state == "proposed" {
            return Ok(Found::List(key));
        }
    }
    if barred.is_empty() { Ok(Found::Cases(cases)) } else { Err(refused("archive-elimination-barred", &barred)) }
}

fn refused(key: &str, barred: &[(String, Barrier)]) -> Fault {
    let fault = Fault::refused(phrase!(key, n = barred.len())).try_this("ata archive due");
    barred.iter().fold(fault, |fault, (case, barrier)| {
        let mut json = json!(barrier);
        json["case"] = case.as_str().into();
        fault.detail(barrier_phrase(case, barrier), json)
    })
}

fn barrier_phrase(case: &str, barrier: &Barrier) -> Phrase {
    match barrier {
        Barrier::Copy => phrase!("archive-barrier-copy", case = case),
        Barrier::NotClosed => phrase!("archive-barrier-not-closed", case = case),
        Barrier::Unclassified => phrase!("archive-barrier-unclassified", case = case),
        Barrier::Disposal { disposal } => {
            let letters = disposal.split('+').map(|letter| format!("term-disposal-{}", letter.to_lowercase()));
            let word = Arg::Word(letters.take(1).collect());
            phrase!("archive-barrier-disposal", case = case, disposal = word)
        }
        Barrier::NotApproved { series } => phrase!("archive-barrier-not-approved", case = case, series = series),
        Barrier::NotDue { until } => phrase!("archive-barrier-not-due", case = case, until = until.to_string()),
        Barrier::Held { reason } => phrase!("archive-barrier-held", case = case, reason = reason),
        Barrier::Listed { list } => phrase!("archive-barrier-listed", case = case, list = list),
    }
}

/// A hold that was set since the proposal keeps the whole list from being approved.
fn approve(args: &Approve, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let reference = typed::line(&args.reference, "--ref")?;
    let said = args.on.as_ref().map(|text| typed::day(text, "--on", today)).transpose()?;
    let on = said.unwrap_or(today);
    let day = said.map(|day| day.to_string());
    let not_taken = |list: &Elimination| {
        [
            (list.reference.as_ref() != Some(&reference)).then_some("--ref"),
            day.as_ref().filter(|day| list.decided_on.as_ref() != Some(day)).map(|_| "--on"),
        ]
    };
    decide(&mut desk, env, &args.list, "approved", not_taken, |tx, list| {
        if on.to_string() < list.as_of {
            let phrase = phrase!("archive-elimination-before", list = &list.id, on = &list.as_of);
            return Err(Fault::refused(phrase).try_this(format!("ata archive elimination show {}", list.id)));
        }
        let mut barred = Vec::new();
        for case in tx.eliminated(list.key)? {
            for file in tx.case_files(None, None, Some(case))? {
                if let Some(reason) = file.held {
                    barred.push((file.id, Barrier::Held { reason }));
                }
            }
        }
        if !barred.is_empty() {
            return Err(refused("archive-elimination-held", &barred));
        }
        Ok(tx.decide_elimination(list.key, "approved", on, &reference, "")?)
    })
}

fn withdraw(args: &Withdraw, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let reason = typed::line(&args.reason, "--reason")?;
    let not_taken = |list: &Elimination| [(list.reason.as_ref() != Some(&reason)).then_some("--reason"), None];
    decide(&mut desk, env, &args.list, "withdrawn", not_taken, |tx, list| {
        Ok(tx.decide_elimination(list.key, "withdrawn", today, "", &reason)?)
    })
}

/// The same decision twice is one, and what is said otherwise the second time is warned of; another one is refused: it is taken back by
/// `undo`.
fn decide(
    desk: &mut Desk,
    env: &Env,
    text: &str,
    state: &str,
    not_taken: impl Fn(&Elimination) -> [Option<&'static str>; 2],
    write: impl FnOnce(&mut Tx<'_>, &Elimination) -> Result<(), Fault>,
) -> Result<Answer, Fault> {
    let stamp = desk.stamp.clone();
    let outcome = desk.store.transact(Op::ArchiveDecide, &stamp, |tx| -> Result<_, Fault> {
        let key = tx.find_elimination(text)?;
        let list = tx.elimination(key)?;
        let mut left = Vec::new();
        if list.state == "proposed" {
            write(tx, &list)?;
        } else if list.state == state {
            left.extend(not_taken(&list).into_iter().flatten());
        } else {
            let phrase = phrase!(format!("archive-elimination-{}", list.state), list = &list.id);
            return Err(Fault::refused(phrase).try_this(format!("ata archive elimination show {}", list.id)));
        }
        Ok((tx.elimination(key)?, left))
    })?;
    let (list, left) = outcome.value;
    let mut listed = desk.store.snapshot(|db| read(db, &desk.row.profile, list.key))?;
    let warning = (!left.is_empty())
        .then(|| phrase!("archive-elimination-not-taken", list = &list.id, options = left.join(", ")));
    listed.list = list;
    Ok(Answer::change(listed, outcome.changed, env, page).notes(warning))
}

fn list(env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let lists = desk.store.snapshot(|db| db.eliminations())?;
    Ok(Answer::list(lists, |lists, words| {
        let mut table = Table::new(words, &["!list", "state", "!proposed_on", "#files", "approval", "!decided_on"]);
        for list in lists {
            table.row([
                list.id.clone(),
                words.term("elimination", &list.state),
                list.proposed_on.clone(),
                list.cases.len().to_string(),
                list.reference.clone().unwrap_or_default(),
                list.decided_on.clone().unwrap_or_default(),
            ]);
        }
        Page::default().table(table).none(words.word("archive-elimination-no-lists"))
    }))
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let listed = desk
        .store
        .snapshot(|db| -> Result<_, Fault> { read(db, &desk.row.profile, db.find_elimination(&args.list)?) })?;
    let Some(out) = &args.out else { return Ok(Answer::of(listed, page)) };
    written::must_be_text(out, None)?;
    let words = Words::new(language(&desk.row.language)?);
    let text = csv(&listed, &desk.row.institution, &words)?;
    written::out(listed, text, out, env)
}

fn page(listed: &Listed, words: &Words) -> Page {
    let list = &listed.list;
    let page = Page::default().heading(format!("{}  {}", list.id, words.word("archive-elimination-title"))).facts(
        words,
        &[
            ("state", Some(words.term("elimination", &list.state))),
            ("proposed_on", Some(format!("{} · {}", list.proposed_on, list.proposed_by))),
            ("approval", list.reference.clone()),
            ("decided_on", list.decided_on.clone().zip(list.decided_by.clone()).map(|(on, by)| format!("{on} · {by}"))),
            ("reason", list.reason.clone()),
        ],
    );
    let mut table = Table::new(words, &["!case", "title", "!series", "!closed", "!until", "#folios", "?held"]);
    for item in &listed.items {
        table.row([
            item.case.clone(),
            item.title.clone(),
            item.series.clone(),
            item.closed.clone(),
            item.central_until.clone(),
            item.folios.to_string(),
            item.held.clone().unwrap_or_default(),
        ]);
    }
    page.table(table).line(words.word("archive-elimination-nothing-removed"))
}

/// The list as a file: its heading, the table, who signs.
fn csv(listed: &Listed, institution: &str, words: &Words) -> Result<String, Fault> {
    let column = |key: &str| words.term("column", key);
    let list = &listed.list;
    let mut rows = vec![
        vec![words.word("archive-elimination-title"), list.id.clone()],
        vec![column("institution"), institution.to_owned()],
        vec![column("state"), words.term("elimination", &list.state)],
        vec![column("proposed_on"), list.proposed_on.clone()],
        vec![column("approval"), list.reference.clone().unwrap_or_default()],
        vec![String::new(); 2],
    ];
    rows.push(
        ["case", "title", "code", "series", "closed", "until", "disposal", "folios", "source"].map(column).to_vec(),
    );
    rows.extend(listed.items.iter().map(|item| {
        vec![
            item.case.clone(),
            item.title.clone(),
            item.series.clone(),
            item.series_title.clone(),
            item.closed.clone(),
            item.central_until.clone(),
            super::due::disposal(&item.disposal, words),
            item.folios.to_string(),
            item.source.clone().unwrap_or_default(),
        ]
    }));
    written::csv(&rows, words.language)
}
