//! What a command that printed papers answers.

use crate::env::Env;
use crate::locale::Words;
use crate::papers::{PageSize, Voice};
use crate::phrase;
use crate::view::{Answer, Page, Shown, Table};
use serde::Serialize;
use serde_json::Value;
use std::io::Write;

/// More papers than this are counted on a terminal, not listed.
const LISTED: usize = 20;

/// A paper that was printed.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub kind: String,
    /// `AT-2026-0001-S1`; none for a paper about the whole register.
    pub about: Option<String>,
    pub title: String,
    pub date: String,
    /// Where it was written; none when it was only filed.
    pub file: Option<String>,
    pub pages: usize,
    /// Bytes.
    pub size: usize,
    /// Of the file.
    pub sha256: String,
    /// As printed in its foot.
    pub digest: String,
    pub template: Look,
    pub language: &'static str,
    pub page: PageSize,
    /// The document it was filed as.
    pub document: Option<String>,
}

/// What it was printed with.
#[derive(Debug, Clone, Serialize)]
pub struct Look {
    pub version: i64,
    pub sha256: String,
}

/// The bytes themselves.
pub struct Bytes(pub Vec<u8>);

impl Shown for Bytes {
    fn json(&self) -> Value {
        Value::Null
    }

    fn page(&self, _: &Words) -> Page {
        Page::default()
    }

    fn stream(&self, out: &mut dyn Write, _: bool) -> Option<std::io::Result<()>> {
        Some(out.write_all(&self.0))
    }
}

/// Papers printed, and not filed.
pub fn printed(mut items: Vec<Item>, folder: Option<String>, env: &Env) -> Answer {
    if items.len() == 1 {
        return Answer::of(items.remove(0), line);
    }
    let is_counted = env.format() == crate::args::Format::Text && env.width().is_some() && items.len() > LISTED;
    Answer::list(
        items,
        move |items, words| if is_counted { count(items, folder.as_deref(), words) } else { table(items, words) },
    )
}

/// Papers filed.
pub fn filed(mut items: Vec<Item>, changed: bool, env: &Env) -> Answer {
    if items.len() == 1 {
        return Answer::change(items.remove(0), changed, env, line);
    }
    Answer::changes(items, changed, env, line)
}

fn line(item: &Item, words: &Words) -> Page {
    let name = item.file.as_ref().or(item.document.as_ref()).cloned().unwrap_or_default();
    let said = phrase!("desk-paper-one", name = name, title = &item.title, pages = item.pages);
    let page = Page::default().line(words.say(&said));
    match (&item.document, &item.file) {
        (Some(document), Some(_)) => page.line(words.say(&phrase!("desk-paper-filed", document = document))),
        _ => page,
    }
}

fn table(items: &[Item], words: &Words) -> Page {
    let mut table = Table::new(words, &["file", "?title", "#pages"]);
    for item in items {
        table.row([item.file.clone().unwrap_or_default(), item.title.clone(), item.pages.to_string()]);
    }
    Page::default().table(table)
}

fn count(items: &[Item], folder: Option<&str>, words: &Words) -> Page {
    let pages: usize = items.iter().map(|item| item.pages).sum();
    let folder = folder.unwrap_or_default();
    Page::default().line(words.say(&phrase!("desk-paper-many", n = items.len(), pages = pages, folder = folder)))
}

/// `es`, as scripts read it.
pub fn language(voice: &Voice) -> &'static str {
    voice.language().code()
}
