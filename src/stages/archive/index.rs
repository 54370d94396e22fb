//! The electronic index of a case.

use super::filed::{Filed, kind_title, profile_of};
use super::written;
use crate::args::Format;
use crate::bag::{IndexEntry, index};
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::{Words, language};
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::document::Document;
use ata_store::Db;
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Index {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Write it to a file, that of one case; - is stdout
    #[arg(long, value_name = "FILE.xml")]
    out: Option<PathBuf>,
}

/// The documents of a case as its index lists them, in the words of the register.
///
/// # Errors
/// What the store says.
pub fn entries(db: &Db, desk: &Desk, case: i64, filed: &Filed, words: &Words) -> Result<Vec<IndexEntry>, Fault> {
    let profile = profile_of(db, case, &desk.row.profile)?;
    let entries = filed.numbered().map(|(document, pages)| IndexEntry {
        id: document.id.clone(),
        name: document.title.clone(),
        kind: kind_title(&profile, words, &document.kind),
        created: document.date.clone(),
        added: document.added_on.clone(),
        sha256: document.sha256.clone(),
        pages,
        format: extension(document).to_uppercase(),
        size: document.size,
        origin: words.word("archive-origin"),
    });
    Ok(entries.collect())
}

/// What stands behind the last dot of a document's file name; empty when there is none.
pub fn extension(document: &Document) -> String {
    let extension = Path::new(&document.filename).extension();
    extension.map(|extension| extension.to_string_lossy().into_owned()).unwrap_or_default()
}

pub fn run(args: &Index, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let words = Words::new(language(&desk.row.language)?);
    let mut all = desk.store.snapshot(|db| -> Result<Vec<_>, Fault> {
        let keys = typed::each(&args.case, |text| db.find_case(text))?;
        let one = |case: i64| {
            let filed = Filed::read(db, case, &desk.row.profile)?;
            Ok(indexed(&db.case_ref(case)?, &entries(db, &desk, case, &filed, &words)?))
        };
        keys.into_iter().map(one).collect()
    })?;
    let Some(out) = &args.out else {
        // Two documents one after the other are no XML.
        if env.format() == Format::Text {
            written::must_be_one(&all, "ata archive index CASE --out FILE.xml")?;
        }
        return Ok(Answer::some(all, "case", |one| &one.case, |one, _| Page::default().verbatim(one.text.clone())));
    };
    written::must_be_one(&all, "ata archive index CASE --out FILE.xml")?;
    written::must_be_text(out, None)?;
    let one = all.remove(0);
    let text = one.text.clone();
    written::out(one, text, out, env)
}

/// The index of one case: as a record, and as the file to be.
#[derive(Serialize)]
struct Indexed {
    case: String,
    items: Vec<Value>,
    total: usize,
    #[serde(skip)]
    text: String,
}

fn indexed(case: &str, entries: &[IndexEntry]) -> Indexed {
    let items = entries.iter().map(|entry| {
        json!({
            "id": entry.id, "name": entry.name, "type": entry.kind, "created": entry.created, "added": entry.added,
            "sha256": entry.sha256, "page_from": entry.pages.map(|(from, _)| from),
            "page_to": entry.pages.map(|(_, to)| to), "format": entry.format, "size": entry.size,
        })
    });
    Indexed { case: case.to_owned(), items: items.collect(), total: entries.len(), text: index(entries) }
}
