//! What the profile demands of a case file against what is there, before it is closed.

use super::filed::{kind_title, profile_of};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::control::Missing;
use ata_model::document::{Document, PLAIN_TYPES};
use ata_model::profile::Profile;
use ata_model::stage::Stage;
use ata_store::Db;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Review {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
}

#[derive(Serialize)]
struct Reviewed {
    case: String,
    title: String,
    series: Option<String>,
    closed: bool,
    /// The procedure by which it is read.
    #[serde(skip)]
    profile: Profile,
    /// Would it close now, as far as its file goes? Yes for one that is closed.
    ready: bool,
    /// Every record that the procedure names, in the order of the walk.
    records: Vec<Line>,
    /// Documents whose folios nobody counted.
    unfoliated: Vec<String>,
    /// Documents of a type that the procedure does not name.
    unexpected: Vec<String>,
    /// Control points of the stage that are not met.
    missing: Vec<Missing>,
}

#[derive(Serialize)]
struct Line {
    stage: Stage,
    #[serde(rename = "type")]
    kind: String,
    title: String,
    code: Option<String>,
    required: bool,
    /// `attached`; `register`: the register itself holds what it would say; `left_out`: the stage was not walked;
    /// `missing`: it is required and not there; `none`: it is not there and need not be.
    status: &'static str,
    documents: Vec<String>,
}

/// Ends with the exit code of findings while something is missing.
pub fn run(args: &Review, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let all = desk.store.snapshot(|db| -> Result<Vec<_>, Fault> {
        let keys = typed::each(&args.case, |text| db.find_case(text))?;
        keys.into_iter().map(|key| read(db, &desk, profile_of(db, key, &desk.row.profile)?.into_owned(), key)).collect()
    })?;
    let exit = if all.iter().all(|reviewed| reviewed.ready) { 0 } else { Kind::Findings.exit() };
    let page = |one: &Reviewed, words: &Words| page(one, words, |kind| kind_title(&one.profile, words, kind));
    Ok(Answer::some(all, "case", |reviewed| &reviewed.case, page).exit(exit))
}

fn read(db: &Db, desk: &Desk, profile: Profile, key: i64) -> Result<Reviewed, Fault> {
    let lens = desk.lens();
    let case = db.case(key, &lens)?;
    let facts = db.facts(key, &case.id, Stage::Archive, &lens)?;
    // A closed case left this stage; what was waived on the way stands in its passage.
    let missing = match case.state.as_str() {
        "closed" => Vec::new(),
        _ => db.missing(key, &case.id, Stage::Archive, &lens)?,
    };
    let documents = db.documents_of(key)?;
    let current: Vec<&Document> = documents.iter().filter(|document| document.replaced_by.is_none()).collect();
    let ids = |test: &dyn Fn(&Document) -> bool| -> Vec<String> {
        current.iter().filter(|document| test(document)).map(|document| document.id.clone()).collect()
    };
    let passages = db.passages(key)?;
    let mut records = Vec::new();
    for (stage, record) in profile.records() {
        let attached = ids(&|document| document.kind == record.key);
        let left_out = passages.iter().any(|passage| passage.stage == stage && passage.outcome != "closed");
        let is_missing = facts.missing_records.iter().any(|(key, _)| *key == record.key);
        let status = match () {
            () if !attached.is_empty() => "attached",
            () if left_out => "left_out",
            () if is_missing => "missing",
            () if db.vouches(key, &record.key, record.from)? => "register",
            () => "none",
        };
        records.push(Line {
            stage,
            kind: record.key.clone(),
            title: record.title.clone(),
            code: record.code.clone(),
            required: record.required,
            status,
            documents: attached,
        });
    }
    let is_known = |kind: &str| profile.record(kind).is_some() || PLAIN_TYPES.contains(&kind);
    Ok(Reviewed {
        case: case.id,
        title: case.title,
        series: case.series,
        closed: case.state == "closed",
        ready: missing.is_empty(),
        records,
        unfoliated: ids(&|document| document.folios == 0),
        unexpected: ids(&|document| !is_known(&document.kind)),
        missing,
        profile,
    })
}

fn page(reviewed: &Reviewed, words: &Words, kind_title: impl Fn(&str) -> String) -> Page {
    let head = format!("{}  {}", reviewed.case, reviewed.title);
    let mut page = Page::default().heading(head).facts(words, &[("series", reviewed.series.clone())]);
    let mut table = Table::new(words, &["?stage", "record", "status", "documents"]);
    // What is neither there nor required says nothing.
    for line in reviewed.records.iter().filter(|line| line.status != "none") {
        let title = match &line.code {
            Some(code) => format!("{} ({code})", kind_title(&line.kind)),
            None => kind_title(&line.kind),
        };
        let status = words.term("record-status", line.status);
        let short = |id: &String| id.rsplit('-').next().unwrap_or_default().to_owned();
        let documents = line.documents.iter().map(short).collect::<Vec<_>>().join(", ");
        table.row([words.term("stage", line.stage.code()), title, status, documents]);
    }
    page = page.table(table);
    for (key, documents) in
        [("archive-review-unfoliated", &reviewed.unfoliated), ("archive-review-unexpected", &reviewed.unexpected)]
    {
        if !documents.is_empty() {
            page = page.line(words.say(&phrase!(key, documents = documents.join(", "))));
        }
    }
    if reviewed.closed {
        return page.line(words.word("archive-review-closed"));
    }
    if reviewed.ready {
        return page.line(words.say(&phrase!("archive-review-ready", case = &reviewed.case)));
    }
    page = page.line(words.say(&phrase!("archive-review-lacks", n = reviewed.missing.len())));
    for missing in &reviewed.missing {
        page = page.line(format!("  {}:", words.term("control", missing.control.code())));
        for command in missing.commands() {
            page = page.line(format!("    {}", words.command(command)));
        }
    }
    page
}
