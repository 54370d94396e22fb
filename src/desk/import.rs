//! Files taken in: which, what came of each, and taking one back.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::imported;
use crate::view::{Answer, Page, Table};
use ata_model::import::Import;
use ata_model::op::Op;
use ata_model::session::local;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::Path;

#[derive(Subcommand)]
pub enum Verb {
    /// List the files taken in, newest first
    List,
    /// Show what came of a file
    Show(One),
    /// Take back what a file brought; the same file may then be taken in again
    Undo(One),
}

#[derive(Args)]
pub struct One {
    /// Imports: I-3
    #[arg(required = true)]
    import: Vec<String>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::List => list(env),
        Verb::Show(args) => show(args, env),
        Verb::Undo(args) => undo(args, env),
    }
}

/// The instant as the desk's clock shows it.
fn at_the_desk(mut import: Import, zone: &str) -> Import {
    import.at = local(&import.at, zone);
    import
}

fn list(env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let all: Vec<Import> =
        desk.store.imports()?.into_iter().map(|import| at_the_desk(import, &desk.row.zone)).collect();
    Ok(Answer::list(all, |all, words| {
        if all.is_empty() {
            return Page::default().line(words.word("desk-no-imports"));
        }
        let mut table = Table::new(words, &["id", "at", "kind", "file", "#rejected"]);
        for one in all {
            table.row([
                one.id.clone(),
                crate::desk::show::moment(&one.at),
                kind(one, words),
                Path::new(&one.file).file_name().map_or(one.file.clone(), |name| name.to_string_lossy().into_owned()),
                one.result.rejected.to_string(),
            ]);
        }
        Page::default().table(table)
    }))
}

fn show(args: &One, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let one = |text: &String| {
        let import = desk.store.import(desk.store.find_import(text)?)?;
        Ok(at_the_desk(import, &desk.row.zone))
    };
    let mut found: Vec<Import> = args.import.iter().map(one).collect::<Result<_, Fault>>()?;
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

/// What it was, and of which session.
fn kind(one: &Import, words: &Words) -> String {
    let kind = words.term("import", &one.kind);
    one.session.as_ref().map_or(kind.clone(), |session| format!("{kind} {session}"))
}

/// One file and what came of it.
pub fn page(one: &Import, words: &Words) -> Page {
    let mut page = Page::default()
        .line(format!("{}  {}", one.id, kind(one, words)))
        .facts(words, &[("at", Some(crate::desk::show::moment(&one.at))), ("hash", Some(one.sha256.clone()))]);
    page.blocks.extend(imported::page(&one.result, words).blocks);
    page
}

/// What taking an import back did.
#[derive(Serialize)]
struct Undone {
    import: String,
    file: String,
    #[serde(flatten)]
    taken: ata_store::TakenBack,
}

fn undo(args: &One, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact_bulk(Op::ImportUndo, stamp, |tx| -> Result<_, Fault> {
        let mut undone = Vec::new();
        for text in &args.import {
            let id = tx.find_import(text)?;
            let import = tx.import(id)?;
            match tx.undo_import(id)? {
                Ok(taken) => undone.push(Undone { import: import.id, file: import.file, taken }),
                Err(used) => {
                    let phrase = phrase!("desk-import-used", import = &import.id, what = &used.what);
                    let fault = Fault::refused(phrase);
                    let is_series = import.kind == "series";
                    return Err(if is_series { fault } else { fault.try_this(format!("ata show {}", used.what)) });
                }
            }
        }
        Ok(undone)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, |one, words| {
        let mut page = Page::default().line(words.say(&phrase!(
            "desk-import-undone",
            import = &one.import,
            file = &one.file,
            n = one.taken.removed
        )));
        if !one.taken.kept.is_empty() {
            page = page.line(words.say(&phrase!("desk-import-kept", n = one.taken.kept.len())));
            for person in &one.taken.kept {
                page = page.line(format!("  {}  {}", person.id, person.name));
            }
        }
        page
    }))
}
