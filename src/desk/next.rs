//! What waits for whom, the most pressing first.

use crate::desk::show::names;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::view::{Answer, Card, List, Page, Table};
use ata_model::control::Control;
use ata_model::waiting::{Waiting, What, order};
use clap::Args;

#[derive(Args)]
pub struct Next {
    /// Only what concerns cases of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
    /// Only what this person (or organisation) has to do
    #[arg(long, value_name = "PERSON|ORG")]
    owner: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    limit: Option<i64>,
}

pub fn run(args: &Next, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let mut items = desk.store.snapshot(|db| -> Result<Vec<Waiting>, Fault> {
        let group = args.group.as_ref().map(|text| db.find_organisation(text)).transpose()?;
        let owner = args.owner.as_ref().map(|text| db.find_who(text)).transpose()?;
        Ok(db.waiting(group, owner, env.now, &desk.lens())?)
    })?;
    items.sort_by(order);
    let total = items.len() as i64;
    if let Some(limit) = args.limit {
        items.truncate(usize::try_from(limit).unwrap_or(0));
    }
    Ok(Answer::of(List { items, total }, |list, words| {
        let page = page(&list.items, words);
        if list.total > 0 { page.rows_only() } else { page }
    }))
}

fn page(items: &[Waiting], words: &Words) -> Page {
    let mut table = Table::new(words, &["ref", "what", "title", "who", "due", "#days", "hint"]);
    let mut cards = Vec::new();
    for item in items {
        let (what, who) = (what(item, words), names(&item.who).unwrap_or_default());
        let days = item.days.map(|days| days.to_string()).unwrap_or_default();
        let due = item.due.clone().unwrap_or_default();
        let parts = [item.reference.as_str(), &item.title, &who];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let lines = vec![what.clone(), parts.join(" · ")];
        let command = words.command(&item.hint);
        cards.push(Card { label: when(item.days, words), lines, command: command.clone() });
        table.row([item.reference.clone(), what, item.title.clone(), who, due, days, command]);
    }
    Page::default().cards(table, cards).none(words.word("look-nothing-waits"))
}

/// The kind of thing, with how many messages stand behind it or what is missing.
fn what(item: &Waiting, words: &Words) -> String {
    let key = format!("look-next-{}", item.what.code().replace('_', "-"));
    // Of one session, not of each.
    let of_one = |control: &Control| words.maybe(&format!("look-lack-{}", control.code().replace('_', "-")));
    let is_one = matches!(item.what, What::SessionSoon | What::SessionOpen);
    let name =
        |control: &Control| of_one(control).filter(|_| is_one).unwrap_or_else(|| words.term("control", control.code()));
    let lacks: Vec<String> = item.lacks.iter().map(name).collect();
    let n = item.count.unwrap_or(lacks.len() as i64);
    words.say(&phrase!(key, n = n, lacks = lacks.join(", ")))
}

/// `hoy`, `en 3 días`, `hace 2 días`.
fn when(days: Option<i64>, words: &Words) -> String {
    match days {
        None => String::new(),
        Some(0) => words.word("look-today"),
        Some(days) if days < 0 => words.say(&phrase!("look-days-ago", n = -days)),
        Some(days) => words.say(&phrase!("look-days-ahead", n = days)),
    }
}
