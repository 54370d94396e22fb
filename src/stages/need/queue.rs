//! Looking at needs: the list, one by one, and the queue by priority.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::stages::brief;
use crate::view::{Answer, Card, Page, Table};
use ata_model::case::Case;
use ata_model::stage::Stage;
use ata_store::{CaseFilter, CaseOrder};
use clap::Args;

#[derive(Args)]
pub struct List {
    /// Only needs of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
}

#[derive(Args)]
pub struct Show {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
}

#[derive(Args)]
pub struct Triage {
    /// Only needs of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
}

/// Open cases still at stage 1.
fn waiting(group: Option<&String>, env: &Env) -> Result<Vec<Case>, Fault> {
    let desk = env.desk()?;
    let group = group.map(|text| desk.store.find_organisation(text)).transpose()?;
    let filter =
        CaseFilter { stage: Some(Stage::Need), state: Some("open".to_owned()), group, ..CaseFilter::default() };
    let (cases, _) = desk.store.snapshot(|db| db.cases(&filter, CaseOrder::Oldest, None, &desk.lens()))?;
    Ok(cases)
}

pub fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    Ok(Answer::list(waiting(args.group.as_ref(), env)?, brief::table))
}

pub fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    crate::desk::show::cases(&args.case, env)
}

/// The most pressing first; equal scores in the order they came.
pub fn triage(args: &Triage, env: &Env) -> Result<Answer, Fault> {
    let mut cases = waiting(args.group.as_ref(), env)?;
    cases.sort_by(|a, b| b.priority.score.total_cmp(&a.priority.score).then_with(|| a.received.cmp(&b.received)));
    let is_narrow = env.is_narrow();
    Ok(Answer::list(cases, move |all, words| {
        let page = match is_narrow {
            true => Page::default().cards(queue(all, words), cards(all, words)),
            false => Page::default().table(queue(all, words)),
        };
        page.none(words.word("need-none"))
    }))
}

/// What a score is made of.
const PARTS: [&str; 5] = ["severity", "reach", "urgency", "mandated", "waiting"];

fn part(case: &Case, part: &str) -> String {
    format!("{:.1}", case.priority.parts.get(part).copied().unwrap_or_default())
}

fn queue(cases: &[Case], words: &Words) -> Table {
    let keys =
        ["case", "title", "group", "received", "#severity", "#reach", "#urgency", "#mandated", "#waiting", "#priority"];
    let mut table = Table::new(words, &keys);
    for case in cases {
        let group = case.group.as_ref().map(|group| group.name.clone()).unwrap_or_default();
        let mut row = vec![case.id.clone(), case.title.clone(), group, case.received.clone()];
        row.extend(PARTS.map(|one| part(case, one)));
        row.push(format!("{:.1}", case.priority.score));
        table.row(row);
    }
    table
}

/// The same where ten columns have no room: the score, whose it is, and what it is made of.
fn cards(cases: &[Case], words: &Words) -> Vec<Card> {
    let card = |case: &Case| {
        let group = case.group.as_ref().map(|group| group.name.as_str());
        let head: Vec<&str> = [Some(case.id.as_str()), Some(&case.title), group].into_iter().flatten().collect();
        let parts = PARTS.map(|one| format!("{} {}", words.term("column", one), part(case, one)));
        Card {
            label: format!("{:.1}", case.priority.score),
            lines: vec![head.join(" · "), parts.join(" · ")],
            // What it lacks first: as it is, it would be refused.
            command: words.command(case.missing.first().map_or(&case.stage.closing(&case.id), |one| &one.hint)),
        }
    };
    cases.iter().map(card).collect()
}
