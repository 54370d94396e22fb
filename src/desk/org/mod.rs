//! Organisations: groups, directions, municipalities, institutions and partners.

mod add;
mod import;

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::view::{Answer, Page, Table};
use ata_model::name::fold;
use ata_model::register::Organisation;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Verb {
    /// Register an organisation, or say more of one that is known
    Add(add::Add),
    /// Change what is known of an organisation
    Edit(add::Edit),
    Import(import::Import),
    /// List organisations
    List(List),
    /// Show organisations
    Show(Show),
}

#[derive(Args)]
pub struct List {
    /// Only those whose name holds these words
    words: Vec<String>,
}

#[derive(Args)]
pub struct Show {
    /// Organisations: O-4, a code, an e-mail address or a name
    #[arg(required = true, value_name = "ORG")]
    organisation: Vec<String>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add::add(args, env),
        Verb::Edit(args) => add::edit(args, env),
        Verb::Import(args) => import::run(args, env),
        Verb::List(args) => list(args, env),
        Verb::Show(args) => show(args, env),
    }
}

fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let words: Vec<String> = args.words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
    let mut all = desk.store.organisations(words.first().map_or("", String::as_str))?;
    all.retain(|one| words.iter().all(|word| fold(&one.name).contains(word)));
    Ok(Answer::list(all, table))
}

fn table(all: &[Organisation], words: &Words) -> Page {
    let mut table = Table::new(words, &["id", "code", "name", "kind", "parent"]);
    for one in all {
        table.row([
            one.id.clone(),
            one.code.clone().unwrap_or_default(),
            one.name.clone(),
            words.term("organisation", &one.kind),
            one.parent.as_ref().map(|parent| parent.name.clone()).unwrap_or_default(),
        ]);
    }
    Page::default().table(table).none(words.word("desk-no-organisations"))
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let find = |text: &String| Ok(desk.store.organisation(desk.store.find_organisation(text)?)?);
    let mut found: Vec<Organisation> = args.organisation.iter().map(find).collect::<Result<_, Fault>>()?;
    if found.len() == 1 {
        return Ok(Answer::of(found.remove(0), page));
    }
    Ok(Answer::list(found, |all, words| {
        let mut whole = Page::default();
        for one in all {
            whole.blocks.extend(page(one, words).blank().blocks);
        }
        whole
    }))
}

/// One organisation, all that is known.
pub fn page(one: &Organisation, words: &Words) -> Page {
    Page::default().line(format!("{}  {}", one.id, one.name)).facts(
        words,
        &[
            ("code", one.code.clone()),
            ("kind", Some(words.term("organisation", &one.kind))),
            ("parent", one.parent.as_ref().map(|parent| format!("{} ({})", parent.name, parent.id))),
            ("territory", one.territory.clone()),
            ("email", one.email.clone()),
            ("head", one.head.as_ref().map(|head| format!("{} ({})", head.name, head.id))),
            ("persons", (one.persons > 0).then(|| one.persons.to_string())),
        ],
    )
}
