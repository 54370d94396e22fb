//! Files taken in: which, what came of each, and taking one back.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Arg, Words};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::stages::{imported, queue};
use crate::view::{Answer, Page, Shown, Table};
use ata_model::import::Import;
use ata_model::op::Op;
use ata_model::review::Review;
use ata_model::session::local;
use ata_store::TakenBack;
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

#[derive(Subcommand)]
pub enum Verb {
    /// List the files taken in, newest first
    List,
    /// Show what came of a file
    Show(One),
    /// Take back what a file brought; the same file may then be taken in again
    Undo(One),
    /// Leave rows that wait to be told who they are out for good
    Ignore(Ignore),
}

#[derive(Args)]
pub struct Ignore {
    /// Rows that wait: R-5
    #[arg(required = true)]
    row: Vec<String>,
    /// Why nobody is noted
    #[arg(long, value_name = "TEXT")]
    reason: String,
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
        Verb::Ignore(args) => ignore(args, env),
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
        let mut table = Table::new(words, &["id", "at", "kind", "file", "#rejected"]);
        for one in all {
            table.row([
                one.id.clone(),
                crate::desk::show::moment(&one.at),
                kind(one, words),
                file(&one.file, words),
                one.result.rejected.to_string(),
            ]);
        }
        Page::default().table(table).none(words.word("desk-no-imports"))
    }))
}

fn show(args: &One, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let one = |text: &String| {
        let key = desk.store.find_import(text)?;
        let mut import = at_the_desk(desk.store.import(key)?, &desk.row.zone);
        import.result.review = desk.store.open_reviews(key)?;
        Ok(Detail { import, queue: desk.store.reviews(Some(key), false)? })
    };
    let found: Vec<Detail> = args.import.iter().map(one).collect::<Result<_, Fault>>()?;
    let open = found.iter().flat_map(|one| &one.queue).find(|row| row.state == "open").map(queue::hint);
    Ok(Answer::new(Details(found)).notes(open))
}

struct Details(Vec<Detail>);

impl Shown for Details {
    fn json(&self) -> Value {
        match &self.0[..] {
            [one] => json!(one),
            all => json!({"items": all, "total": all.len()}),
        }
    }

    fn page(&self, words: &Words) -> Page {
        let mut whole = Page::default();
        for (at, one) in self.0.iter().enumerate() {
            whole = if at > 0 { whole.blank() } else { whole };
            whole.blocks.extend(page(&one.import, &one.queue, words).blocks);
        }
        whole
    }

    /// A file and its counts; its rows that wait are listed by `person candidates`.
    fn records(&self) -> Option<Vec<Value>> {
        Some(self.0.iter().map(|one| row(&one.import)).collect())
    }
}

/// A file and its counts as one row.
pub fn row(import: &Import) -> Value {
    let mut row = json!(import);
    if let (Value::Object(result), Some(row)) = (row["result"].take(), row.as_object_mut()) {
        row.remove("result");
        // What stands beside the counts is in the record itself, or was true on the day.
        let counts = result.into_iter().filter(|(key, _)| !matches!(key.as_str(), "import" | "changed"));
        for (key, value) in counts {
            row.entry(key).or_insert(value);
        }
    }
    row
}

/// A file, what came of it, and its rows that wait or waited.
#[derive(Serialize)]
struct Detail {
    #[serde(flatten)]
    import: Import,
    queue: Vec<Review>,
}

/// The same for scripts, from its parts.
pub fn json(import: &Import, queue: &[Review]) -> Value {
    json!(Detail { import: import.clone(), queue: queue.to_vec() })
}

fn ignore(args: &Ignore, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = crate::typed::line(&args.reason, "--reason")?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ImportIgnore, stamp, |tx| -> Result<_, Fault> {
        let mut rows = Vec::new();
        for text in &args.row {
            let row = tx.pending(tx.find_review(text)?)?;
            if let Some(case) = row.case {
                must_be_open(&tx.case(case, &lens)?)?;
                tx.about(case);
            }
            match row.state.as_str() {
                "open" => tx.settle_ignored(row.id, &reason)?,
                "ignored" => {}
                _ => {
                    let phrase = phrase!("import-row-settled", row = format!("R-{}", row.id));
                    return Err(Fault::refused(phrase).try_this("ata log"));
                }
            }
            rows.push(tx.review(row.id)?);
        }
        Ok(rows)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, queue::page))
}

/// A file by its name; standard input by what it is.
fn file(name: &str, words: &Words) -> String {
    if name == "-" {
        return words.word("usage-stdin");
    }
    Path::new(name).file_name().map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// What it was, and of which session, or of which case when it was several.
fn kind(one: &Import, words: &Words) -> String {
    let kind = words.term("import", &one.kind);
    one.session.as_ref().or(one.case.as_ref()).map_or(kind.clone(), |of| format!("{kind} {of}"))
}

/// One file and what came of it, with its rows that wait.
pub fn page(one: &Import, rows: &[Review], words: &Words) -> Page {
    let mut page = Page::default()
        .line(format!("{}  {}", one.id, kind(one, words)))
        .facts(words, &[("at", Some(crate::desk::show::moment(&one.at))), ("hash", Some(one.sha256.clone()))]);
    page.blocks.extend(imported::page(&one.result, words).blocks);
    let open: Vec<Review> = rows.iter().filter(|row| row.state == "open").cloned().collect();
    if !open.is_empty() {
        page = page.blank().line(words.say(&phrase!("import-queue", n = open.len()))).table(queue::table(&open, words));
    }
    let settled: Vec<&Review> = rows.iter().filter(|row| row.state != "open").collect();
    if !settled.is_empty() {
        let mut table = Table::new(words, &["row", "!line", "name", "state", "person"]);
        for row in settled {
            table.row([
                row.id.clone(),
                row.line.to_string(),
                row.row.name.clone().unwrap_or_default(),
                words.term("review", &row.state),
                row.person.as_ref().map(|person| format!("{} {}", person.id, person.name)).unwrap_or_default(),
            ]);
        }
        page = page.blank().table(table);
    }
    page
}

/// What taking an import back did.
#[derive(Serialize)]
struct Undone {
    import: String,
    /// None: it was taken back before.
    file: Option<String>,
    #[serde(flatten)]
    taken: TakenBack,
}

fn undo(args: &One, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let rule = lens.profile.attendance;
    let outcome = store.transact_bulk(Op::ImportUndo, stamp, ata_store::Added::Mixed, 0, |tx| -> Result<_, Fault> {
        let mut undone = Vec::new();
        for text in &args.import {
            let id = match tx.find_import(text) {
                Err(_) if tx.was_taken_back(text)? => {
                    undone.push(Undone { import: text.to_uppercase(), file: None, taken: TakenBack::default() });
                    continue;
                }
                found => found?,
            };
            let import = tx.import(id)?;
            let taken = tx.undo_import(id, &rule)?;
            undone.push(Undone { import: import.id, file: Some(import.file), taken });
        }
        Ok(undone)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, |one, words| {
        let Some(file) = &one.file else {
            return Page::default().line(words.say(&phrase!("desk-import-gone", import = &one.import)));
        };
        let undone = phrase!("desk-import-undone", import = &one.import, file = Arg::file(file), n = one.taken.removed);
        let mut page = Page::default().line(words.say(&undone));
        if one.taken.restored > 0 {
            page = page.line(words.say(&phrase!("desk-import-restored", n = one.taken.restored)));
        }
        if !one.taken.kept.is_empty() {
            page = page.line(words.say(&phrase!("desk-import-kept", n = one.taken.kept.len())));
            let mut table = Table::new(words, &["id", "name", "what", "reason"]);
            for kept in &one.taken.kept {
                let why = words.word(&format!("desk-kept-{}", kept.why.replace('_', "-")));
                table.row([kept.id.clone(), kept.name.clone(), words.term("kept", kept.what), why]);
            }
            page = page.table(table);
        }
        page
    }))
}
