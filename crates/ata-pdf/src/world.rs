//! What the typesetter can see: the files of one template, the data and pictures of one paper, the embedded fonts.

use std::collections::HashMap;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Lines, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::PdfError;

/// What stands before every template: the paper's title, author and language come from its data, whoever wrote the
/// template.
const BEFORE: &str = include_str!("before.typ");

/// A template and the files it imports, read and kept.
#[derive(Debug, Clone)]
pub struct Template {
    main: FileId,
    sources: HashMap<FileId, Source>,
    names: HashMap<FileId, String>,
}

impl Template {
    /// Takes the template and what it imports, each a name (`minutes.typ`) and its text. Templates import each other as
    /// `"/letterhead.typ"` and find their data at `json("/data.json")`.
    ///
    /// # Errors
    /// A name that is no path inside the template's own folder.
    pub fn new(name: &str, text: &str, imports: &[(&str, &str)]) -> Result<Template, PdfError> {
        let main = file("before-every-paper.typ")?;
        let paper = file(name)?;
        let mut template = Template { main, sources: HashMap::new(), names: HashMap::new() };
        template.add(main, "", BEFORE.replace("PAPER", name));
        template.add(paper, name, text.to_owned());
        for (name, text) in imports {
            template.add(file(name)?, name, (*text).to_owned());
        }
        Ok(template)
    }

    fn add(&mut self, id: FileId, name: &str, text: String) {
        self.sources.insert(id, Source::new(id, text));
        if !name.is_empty() {
            self.names.insert(id, name.to_owned());
        }
    }
}

pub fn file(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError::plain(format!("{name}: {error}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The world of one paper.
pub struct Desk<'a> {
    pub library: &'a LazyHash<Library>,
    pub book: &'a LazyHash<FontBook>,
    pub fonts: &'a [Font],
    pub template: &'a Template,
    /// Data and pictures.
    pub given: HashMap<FileId, Bytes>,
}

impl Desk<'_> {
    pub fn name_of(&self, id: FileId) -> Option<String> {
        self.template.names.get(&id).cloned()
    }

    pub fn lines_of(&self, id: FileId) -> Option<&Lines<String>> {
        self.template.sources.get(&id).map(Source::lines)
    }

    fn missing(id: FileId) -> FileError {
        FileError::NotFound(id.get().vpath().get_without_slash().into())
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.book
    }

    fn main(&self) -> FileId {
        self.template.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.template.sources.get(&id).cloned().ok_or_else(|| Desk::missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(bytes) = self.given.get(&id) {
            return Ok(bytes.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// No clock: a paper's dates are in its data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
