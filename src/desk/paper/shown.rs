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
    let on_terminal = env.format() == crate::args::Format::Text && env.width().is_some();
    let is_counted = on_terminal && items.len() > LISTED;
    Answer::list(items, move |items, words| match is_counted {
        true => count(items, folder.as_deref(), words),
        false => table(items, folder.as_deref().filter(|_| on_terminal), words),
    })
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

/// The folder stands above the names on a terminal, before each of them elsewhere.
fn table(items: &[Item], folder: Option<&str>, words: &Words) -> Page {
    let mut table = Table::new(words, &["!file", "?title", "#pages"]);
    let inside = folder.map(|folder| format!("{}/", folder.trim_end_matches('/')));
    for item in items {
        let file = item.file.clone().unwrap_or_default();
        let name = inside.as_ref().and_then(|inside| file.strip_prefix(inside)).map(str::to_owned);
        table.row([name.unwrap_or(file), item.title.clone(), item.pages.to_string()]);
    }
    inside.iter().fold(Page::default(), |page, inside| page.heading(inside)).table(table)
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
