//! People: staff and contacts, each once.

mod add;
mod decide;
mod forget;
mod import;
mod merge;

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::view::{Answer, Page, Table};
use ata_model::name::fold;
use ata_model::register::Person;
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Verb {
    /// Register a person, or say more of one who is known
    Add(add::Add),
    /// Change what is known of a person
    Edit(add::Edit),
    Import(import::Import),
    /// List people
    List(List),
    /// Show people
    Show(Show),
    Forget(forget::Forget),
    /// Join two registrations of one human being
    Merge(merge::Merge),
    /// Who may be registered twice, and why; and the rows of files that wait to be told who they are
    Candidates(merge::Candidates),
    Same(decide::Same),
    Different(decide::Different),
}

#[derive(Args)]
pub struct List {
    /// Only those whose name holds these words
    words: Vec<String>,
    /// Only those registered under this organisation
    #[arg(long, value_name = "ORG")]
    org: Option<String>,
    /// Show at most so many
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

#[derive(Args)]
pub struct Show {
    /// People: P-9, a document, an e-mail address or a name
    #[arg(required = true)]
    person: Vec<String>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add::add(args, env),
        Verb::Edit(args) => add::edit(args, env),
        Verb::Import(args) => import::run(args, env),
        Verb::List(args) => list(args, env),
        Verb::Show(args) => show(args, env),
        Verb::Forget(args) => forget::run(args, env),
        Verb::Merge(args) => merge::merge(args, env),
        Verb::Candidates(args) => merge::candidates(args, env),
        Verb::Same(args) => decide::same(args, env),
        Verb::Different(args) => decide::different(args, env),
    }
}

fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let words: Vec<String> = args.words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
    let organisation = args.org.as_ref().map(|text| desk.store.find_organisation(text)).transpose()?;
    let mut all = desk.store.persons(words.first().map_or("", String::as_str), organisation)?;
    if words.len() > 1 {
        all.retain(|one| {
            let name = fold(&one.name);
            words.iter().all(|word| name.contains(word))
        });
    }
    let total = all.len() as i64;
    all.truncate(args.limit.unwrap_or(usize::MAX));
    let list = crate::view::List { items: all, total };
    Ok(Answer::of(list, |list, words| table(&list.items, words)))
}

fn table(all: &[Person], words: &Words) -> Page {
    let mut table = Table::new(words, &["id", "name", "doc", "email", "org"]);
    for one in all {
        table.row([
            one.id.clone(),
            one.name.clone(),
            one.doc.clone().unwrap_or_default(),
            one.email.clone().unwrap_or_default(),
            one.org.as_ref().map(|org| org.name.clone()).unwrap_or_default(),
        ]);
    }
    Page::default().table(table).none(words.word("desk-no-persons"))
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let find = |text: &String| Ok(desk.store.person(desk.store.find_person(text)?)?);
    let mut found: Vec<Person> = args.person.iter().map(find).collect::<Result<_, Fault>>()?;
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

/// One person, all that is known.
pub fn page(one: &Person, words: &Words) -> Page {
    Page::default().line(format!("{}  {}", one.id, one.name)).facts(
        words,
        &[
            ("doc", one.doc.clone()),
            ("email", one.email.clone()),
            ("phone", one.phone.clone()),
            ("post", one.post.clone()),
            ("org", one.org.as_ref().map(|org| format!("{} ({})", org.name, org.id))),
            ("territory", one.territory.clone()),
            ("role", Some(words.term("role", &one.role))),
        ],
    )
}
