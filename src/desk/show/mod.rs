//! Showing whatever a reference names: a case as a one-screen dossier, anything else as its record.

mod case;
mod changes;
mod record;

use crate::args::Format;
use crate::desk::dossier::Dossier;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Shown};
use ata_model::document::Document;
use ata_store::{Db, Noun, StoreError, Thing};
pub use case::{moment, names, span};
use clap::Args;
use record::Record;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Show {
    /// References of any kind: case, session, commitment, document, message, person, organisation, import, op-12, board:NAME
    #[arg(required = true, value_name = "REF")]
    refs: Vec<String>,
    /// Write the content of a document to standard output
    #[arg(long)]
    content: bool,
    /// Write the content of a document into a file
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// One thing, read.
enum Item {
    Case(Box<Dossier>),
    Record(Box<Record>),
}

impl Item {
    fn read(db: &Db, thing: Thing, desk: &Desk) -> Result<Item, Fault> {
        Ok(match thing {
            Thing::Case(key) => Item::Case(Box::new(Dossier::read(db, key, &desk.lens())?)),
            other => Item::Record(Box::new(Record::read(db, other, desk)?)),
        })
    }

    fn json(&self) -> Value {
        match self {
            Item::Case(dossier) => dossier.json(),
            Item::Record(record) => record.json(),
        }
    }

    fn page(&self, words: &Words) -> Page {
        match self {
            Item::Case(dossier) => case::page(dossier, words),
            Item::Record(record) => record.page(words),
        }
    }
}

struct Items(Vec<Item>);

impl Shown for Items {
    fn json(&self) -> Value {
        match &self.0[..] {
            [one] => one.json(),
            items => json!({"items": items.iter().map(Item::json).collect::<Vec<_>>(), "total": items.len()}),
        }
    }

    fn page(&self, words: &Words) -> Page {
        let mut whole = Page::default();
        for (at, item) in self.0.iter().enumerate() {
            if at > 0 {
                whole = whole.blank();
            }
            whole.blocks.extend(item.page(words).blocks);
        }
        whole
    }

    /// The things themselves; what stands around them (sessions, a roster) has commands of its own.
    fn records(&self) -> Option<Vec<Value>> {
        let row = |item: &Item| match item {
            Item::Record(record) => record.row(),
            Item::Case(_) => item.json(),
        };
        Some(self.0.iter().map(row).collect())
    }
}

pub fn run(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    if args.content || args.out.is_some() {
        return content(args, &desk, env);
    }
    let items = desk.store.snapshot(|db| -> Result<Vec<Item>, Fault> {
        let things = typed::each(&args.refs, |text| db.find_thing(text).map_err(|error| unknown(db, text, error)))?;
        things.into_iter().map(|thing| Item::read(db, thing, &desk)).collect()
    })?;
    Ok(Answer::new(Items(items)))
}

/// What is no reference may be a word of a title, or a list of eliminations, which has a command of its own.
fn unknown(db: &Db, text: &str, error: StoreError) -> Fault {
    let is_word = matches!(&error, StoreError::NotFound { noun: Noun::Organisation, .. }) && !text.contains(':');
    let fault = Fault::from(error);
    let letter = text.trim().get(..2).filter(|letter| letter.eq_ignore_ascii_case("E-"));
    match letter.and_then(|_| db.find_elimination(text).ok()) {
        Some(_) => fault.try_this(format!("ata archive elimination show {}", text.trim().to_uppercase())),
        None if is_word => fault.try_this(format!("ata list \"{}\"", text.trim().replace('"', ""))),
        None => fault,
    }
}

/// Cases, as dossiers.
pub fn cases(texts: &[String], env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let items = desk.store.snapshot(|db| -> Result<Vec<Item>, Fault> {
        let cases = typed::each(texts, |text| db.find_case(text))?;
        cases.into_iter().map(|case| Item::read(db, Thing::Case(case), &desk)).collect()
    })?;
    Ok(Answer::new(Items(items)))
}

/// The bytes of a document, as they came.
struct Content(Vec<u8>);

impl Shown for Content {
    fn json(&self) -> Value {
        Value::Null
    }

    fn page(&self, _words: &Words) -> Page {
        Page::default()
    }

    fn stream(&self, out: &mut dyn Write, _lines: bool) -> Option<std::io::Result<()>> {
        Some(out.write_all(&self.0))
    }
}

fn content(args: &Show, desk: &Desk, env: &Env) -> Result<Answer, Fault> {
    let [text] = &args.refs[..] else {
        return Err(Fault::usage(phrase!("look-one-document")).try_this("ata show AT-2026-0001-D1 --content"));
    };
    let document: Document = desk.store.document(desk.store.find_document(text)?)?;
    let bytes = desk.store.content(&document.sha256)?;
    // JSON is one document, also where the content was to go to the same place.
    let out = args.out.as_deref().unwrap_or(Path::new("-"));
    match out.as_os_str() != "-" || matches!(env.format(), Format::Json | Format::Jsonl) {
        true => {
            let path = out;
            if !env.globals.dry_run && path.as_os_str() != "-" {
                env.write(path, &bytes)?;
            }
            let mut written = json!({"id": document.id, "file": path.display().to_string(), "bytes": document.size,
                                 "sha256": document.sha256});
            if env.globals.dry_run {
                written["dry_run"] = true.into();
            }
            let said = phrase!("look-written", file = path.display().to_string(), bytes = document.size);
            Ok(Answer::of(written, move |_, words| Page::default().line(words.say(&said))))
        }
        false => Ok(Answer::new(Content(bytes))),
    }
}
