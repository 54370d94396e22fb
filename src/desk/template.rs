//! The texts of notices and the templates of papers: what comes with the program, and what an institution puts in its place. A text is tried out before it
//! is kept, so that none fails on the day on which it is needed.

use crate::desk::paper;
use crate::desk::show::moment;
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::mail::language::Language;
use crate::mail::template::{self, TemplateError, Wrong};
use crate::papers::{Logo, Part};
use crate::phrase;
use crate::view::{Answer, Page, Table};
use ata_model::op::Op;
use ata_model::session::local;
use ata_store::{Db, TemplateText};
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::json;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Verb {
    /// List the texts there are
    List(List),
    /// Show a text as it is in force
    Show(Show),
    /// Put a text of your own in force
    Set(Set),
    /// Go back to the text that comes with the program
    Reset(Reset),
}

#[derive(Args)]
pub struct List {
    /// Language of the texts (else the register's)
    #[arg(long = "for", value_name = "LANG")]
    language: Option<String>,
}

#[derive(Args)]
pub struct Show {
    /// Text, such as mail/convocation
    name: String,
    /// Language of the text (else the register's)
    #[arg(long = "for", value_name = "LANG")]
    language: Option<String>,
    /// The one that comes with the program
    #[arg(long)]
    shipped: bool,
}

#[derive(Args)]
pub struct Set {
    /// Text, such as mail/convocation
    name: String,
    /// Your text (- reads stdin)
    file: PathBuf,
    /// Language of the text (else the register's)
    #[arg(long = "for", value_name = "LANG")]
    language: Option<String>,
}

#[derive(Args)]
pub struct Reset {
    /// Text, such as mail/convocation
    name: String,
    /// Language of the text (else the register's)
    #[arg(long = "for", value_name = "LANG")]
    language: Option<String>,
}

/// Longest text that is kept, in octets.
const LONGEST: usize = 256 * 1024;

/// Whose text it is: each room has its own way of trying one out.
#[derive(PartialEq, Eq)]
enum Room<'a> {
    /// Texts of e-mail, by the name `mail::template` knows them by.
    Mail(&'a str),
    /// Papers, by their parts.
    Paper(Part),
}

/// A text, as a list shows it.
#[derive(Serialize)]
struct Listed {
    name: String,
    language: &'static str,
    /// `own`, `shipped`, or `none` where the page of the text serves.
    state: &'static str,
    since: Option<String>,
}

/// A text with its words.
#[derive(Serialize)]
struct Text {
    #[serde(flatten)]
    listed: Listed,
    source: String,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::List(args) => list(args, env),
        Verb::Show(args) => show(args, env),
        Verb::Set(args) => set(args, env),
        Verb::Reset(args) => reset(args, env),
    }
}

fn list(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let language = language(args.language.as_ref(), &desk)?;
    let own = own(&desk.store, language)?;
    let names = template::names().into_iter();
    let papers = Part::all().map(|part| format!("paper/{}", part.code()));
    let names = names.map(|(name, _)| format!("mail/{name}")).chain(papers);
    let items = names.map(|name| listed(&name, language, &own)).collect();
    Ok(Answer::list(items, move |items: &[Listed], words| {
        let mut table = Table::new(words, &["!template", "language", "state", "?since"]);
        for one in items {
            let state = match one.state {
                "none" if !has_page(&one.name) => "absent",
                state => state,
            };
            let state = words.word(&format!("template-{state}"));
            let since = one.since.as_deref().map(moment).unwrap_or_default();
            table.row([one.name.clone(), one.language.to_owned(), state, since]);
        }
        Page::default().table(table)
    }))
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let language = language(args.language.as_ref(), &desk)?;
    let name = known(&args.name)?;
    let mut own = own(&desk.store, language)?;
    if args.shipped {
        own.clear();
    }
    let text = text(&name, language, &own).ok_or_else(|| match has_page(&name) {
        true => Fault::new(Kind::NotFound, phrase!("template-not-set", name = &name))
            .try_this("ata template show mail/page.html"),
        false => Fault::new(Kind::NotFound, phrase!("template-not-there", name = &name))
            .try_this(format!("ata template set {name} FILE")),
    })?;
    Ok(Answer::of(text, page))
}

fn set(args: &Set, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let language = language(args.language.as_ref(), &desk)?;
    let name = known(&args.name)?;
    let source = match room(&name) {
        Some(Room::Paper(Part::Logo)) => Logo::text_of(&env.read(&args.file)?)
            .ok_or_else(|| Fault::usage(phrase!("template-no-picture", name = &name)))?,
        _ => env.read_text(&args.file)?.replace("\r\n", "\n"),
    };
    if source.trim().is_empty() || source.len() > LONGEST {
        return Err(Fault::usage(phrase!("template-size", name = &name, max = LONGEST / 1024)));
    }
    // Papers take a while to print; nobody waits for the register meanwhile.
    if let Some(Room::Paper(part)) = room(&name) {
        paper::template::try_out(
            part,
            &source,
            &own(&desk.store, language)?,
            language,
            &desk.row.country,
            Some(&args.file),
        )?;
    }
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::TemplateSet, stamp, |tx| -> Result<_, Fault> {
        if let Some(Room::Mail(of_mail)) = room(&name) {
            try_out(of_mail, language, &source, &own(tx, language)?)?;
        }
        tx.put_template(&name, language.code(), &source)?;
        tx.say(format!("{name} {}", language.code()));
        own(tx, language)
    })?;
    let listed = listed(&name, language, &outcome.value);
    Ok(Answer::change(listed, outcome.changed, env, |one, words| said("template-set", one, words)))
}

/// Texts of one's own that lean on this one are tried out again without it.
fn reset(args: &Reset, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let language = language(args.language.as_ref(), &desk)?;
    let name = known(&args.name)?;
    let country = desk.row.country.clone();
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::TemplateReset, stamp, |tx| -> Result<_, Fault> {
        tx.drop_template(&name, language.code())?;
        let left = own(tx, language)?;
        for one in &left {
            match (room(&name), room(&one.name)) {
                (Some(Room::Mail(_)), Some(Room::Mail(of_mail))) => try_out(of_mail, language, &one.source, &left)?,
                (Some(Room::Paper(Part::Letterhead)), Some(Room::Paper(part))) => {
                    paper::template::try_out(part, &one.source, &left, language, &country, None)?;
                }
                _ => {}
            }
        }
        tx.say(format!("{name} {}", language.code()));
        Ok(left)
    })?;
    let listed = listed(&name, language, &outcome.value);
    Ok(Answer::change(listed, outcome.changed, env, |one, words| said("template-reset", one, words)))
}

/// Does the page of all notices serve where there is none of one's own?
fn has_page(name: &str) -> bool {
    name.ends_with(".html")
}

fn said(key: &str, one: &Listed, words: &Words) -> Page {
    Page::default().line(words.say(&phrase!(key, name = &one.name, language = one.language)))
}

fn page(text: &Text, _: &Words) -> Page {
    Page::default().verbatim(&text.source)
}

/// Notices leave in the language of the register, so that is the text meant.
fn language(option: Option<&String>, desk: &Desk) -> Result<Language, Fault> {
    match option {
        Some(text) => crate::locale::language(text),
        None => Ok(Language::parse(&desk.row.language).unwrap_or(Language::Es)),
    }
}

/// The whole name of a text; `mail/` may be left out.
fn known(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim().to_lowercase();
    let name = if typed.contains('/') { typed } else { format!("mail/{typed}") };
    match room(&name) {
        Some(Room::Mail(of_mail)) if template::names().iter().any(|(known, _)| known == of_mail) => Ok(name),
        Some(Room::Paper(_)) => Ok(name),
        _ => Err(Fault::new(Kind::NotFound, phrase!("template-unknown", name = &name)).try_this("ata template list")),
    }
}

fn room(name: &str) -> Option<Room<'_>> {
    match name.split_once('/')? {
        ("mail", name) => Some(Room::Mail(name)),
        ("paper", name) => Part::parse(name).map(Room::Paper),
        _ => None,
    }
}

fn own(db: &Db, language: Language) -> Result<Vec<TemplateText>, Fault> {
    let zone = db.desk()?.zone;
    let own = db.templates()?.into_iter().filter(|one| one.language == language.code());
    Ok(own.map(|one| TemplateText { since: local(&one.since, &zone), ..one }).collect())
}

fn shipped(name: &str, language: Language) -> Option<&'static str> {
    match room(name)? {
        Room::Mail(name) => template::shipped(language, name),
        Room::Paper(part) => part.shipped(),
    }
}

fn listed(name: &str, language: Language, own: &[TemplateText]) -> Listed {
    let set = own.iter().find(|one| one.name == name);
    let state = match (set, shipped(name, language)) {
        (Some(_), _) => "own",
        (None, Some(_)) => "shipped",
        (None, None) => "none",
    };
    Listed { name: name.to_owned(), language: language.code(), state, since: set.map(|one| one.since.clone()) }
}

fn text(name: &str, language: Language, own: &[TemplateText]) -> Option<Text> {
    let set = own.iter().find(|one| one.name == name).map(|one| one.source.clone());
    let source = set.or_else(|| shipped(name, language).map(str::to_owned))?;
    Some(Text { listed: listed(name, language, own), source })
}

fn try_out(of_mail: &str, language: Language, source: &str, own: &[TemplateText]) -> Result<(), Fault> {
    let others = own.iter().filter(|one| one.name.strip_prefix("mail/") != Some(of_mail));
    let others: Vec<(&str, &str)> =
        others.filter_map(|one| Some((one.name.strip_prefix("mail/")?, one.source.as_str()))).collect();
    template::check(language, of_mail, source, &others).map_err(|error| wrong(&error))
}

fn wrong(error: &TemplateError) -> Fault {
    let (line, column) = (error.line, error.column);
    let place = match line {
        0 => phrase!("template-whole", text = &error.template),
        _ => phrase!("template-place", text = &error.template, line = line, column = column),
    };
    let phrase = match &error.wrong {
        Wrong::NoSuchFact(fact) => phrase!("template-no-such-fact", fact = fact),
        Wrong::NotGiven => phrase!("template-not-given"),
        Wrong::NoSubject => phrase!("template-no-subject"),
        Wrong::Syntax => phrase!("template-syntax"),
        Wrong::Other => phrase!("template-other"),
    };
    let json = json!({"template": error.template, "line": line, "column": column, "message": error.message});
    Fault::refused(phrase).detail(place, json)
}
