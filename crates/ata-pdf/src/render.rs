//! From a template and its data to a PDF, one or many.

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use typst::diag::Warned;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::breadths::breadths;
use crate::marks::Marks;
use crate::world::{Desk, file};
use crate::{PdfError, Template, font, legible};

/// After how many papers a memorised piece of layout that none of them used is looked for, to be forgotten: looking goes through
/// the whole memory.
const SWEEP: usize = 4;
/// How many sweeps such a piece outlives.
const KEEP: usize = 3;

/// What the file claims to be, and is held to while it is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2b (ISO 19005-2): what archives take.
    #[default]
    A2b,
    /// PDF/A-1b (ISO 19005-1), for archives and checkers that know no other.
    A1b,
    /// PDF 1.7 without a claim, for drafts.
    Plain,
}

/// One paper to make.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    pub template: &'a Template,
    /// What the template reads as `json("/data.json")`.
    pub data: &'a Value,
    /// Pictures by name, as `image("/logo.svg")`.
    pub assets: &'a [(&'a str, &'a [u8])],
    pub title: &'a str,
    pub author: &'a str,
    pub keywords: &'a [&'a str],
    /// Two letters, ISO 639-1; decides hyphenation and quotes.
    pub language: &'a str,
    /// Two letters, ISO 3166.
    pub region: &'a str,
    /// Identifies the paper for good: the same for each later version of it.
    pub ident: &'a str,
    /// Its date of creation; the clock is not asked.
    pub at: DateTime<Utc>,
    pub standard: Standard,
}

/// A paper made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// What all papers share: the typesetter's library and the fonts. Costs a few milliseconds; keep it.
pub struct Renderer {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Default for Renderer {
    fn default() -> Renderer {
        Renderer::new()
    }
}

impl Renderer {
    pub fn new() -> Renderer {
        let fonts = font::faces();
        let book = FontBook::from_fonts(&fonts);
        let mut library = Library::default();
        library.global.scope_mut().define_func::<breadths>();
        Renderer { library: LazyHash::new(library), book: LazyHash::new(book), fonts }
    }

    /// Makes a paper.
    ///
    /// # Errors
    /// The first fault or warning of the template, with its place; or the rule of PDF/A that the paper breaks.
    pub fn render(&self, paper: &Paper<'_>) -> Result<Pdf, PdfError> {
        let desk = self.desk(paper)?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
        let document = output.map_err(|faults| PdfError::first(&faults, &desk))?;
        if !warnings.is_empty() {
            return Err(PdfError::first(&warnings, &desk));
        }
        let bytes = typst_pdf::pdf(&document, &options(paper)?).map_err(|faults| PdfError::first(&faults, &desk))?;
        Ok(Pdf { bytes, pages: document.pages().len() })
    }

    /// Does the work of many papers with two threads (a third gains nothing: the memory of layouts is shared), in no set
    /// order, and keeps that memory small. `work` renders.
    pub fn each<T: Sync>(&self, items: &[T], work: impl Fn(usize, &T) + Sync) {
        let next = AtomicUsize::new(0);
        let run = || {
            while let Some((at, item)) = take(items, &next) {
                work(at, item);
                if at % SWEEP == 0 {
                    typst::comemo::evict(KEEP);
                }
            }
        };
        std::thread::scope(|scope| {
            if items.len() > 1 {
                scope.spawn(run);
            }
            run();
        });
    }

    fn desk<'a>(&'a self, paper: &Paper<'a>) -> Result<Desk<'a>, PdfError> {
        let covers = |c: char| font::covers(&self.fonts, c);
        let print = |value: &Value| Bytes::from_string(legible::legible(value, &covers).to_string());
        let about = json!({
            "title": paper.title,
            "author": paper.author,
            "keywords": paper.keywords,
            "language": paper.language,
            "region": paper.region,
            "marks": Marks::of(paper.data).json(),
        });
        let mut given = HashMap::from([(file("about.json")?, print(&about)), (file("data.json")?, print(paper.data))]);
        for (name, bytes) in paper.assets {
            given.insert(file(name)?, Bytes::new(bytes.to_vec()));
        }
        Ok(Desk { library: &self.library, book: &self.book, fonts: &self.fonts, template: paper.template, given })
    }
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    items.get(at).map(|item| (at, item))
}

fn options(paper: &Paper<'_>) -> Result<PdfOptions, PdfError> {
    let standards: &[PdfStandard] = match paper.standard {
        Standard::A2b => &[PdfStandard::A_2b],
        Standard::A1b => &[PdfStandard::A_1b],
        Standard::Plain => &[],
    };
    let standards = PdfStandards::new(standards).map_err(|error| PdfError::plain(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(paper.ident.to_owned()),
        creator: Smart::Custom(Some("ata".to_owned())),
        timestamp: timestamp(paper.at),
        standards,
        ..PdfOptions::default()
    })
}

/// None for an instant outside the years a PDF can name.
fn timestamp(at: DateTime<Utc>) -> Option<Timestamp> {
    let part = |number: u32| u8::try_from(number).ok();
    let (month, day) = (part(at.month())?, part(at.day())?);
    let (hour, minute, second) = (part(at.hour())?, part(at.minute())?, part(at.second())?);
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second).map(Timestamp::new_utc)
}
