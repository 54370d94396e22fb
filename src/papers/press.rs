//! Puts what a paper says and how it looks together, and prints it.

use super::template::{LETTERHEAD, hex};
use super::{Head, Kind, PageSize, Templates, Voice, qr, sample};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A paper ready for the press.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    pub kind: Kind,
    pub head: Head,
    /// What the template reads as `body`.
    pub body: Value,
}

impl Paper {
    /// # Errors
    /// What of the body cannot be written as JSON: a number that is none.
    pub fn new(kind: Kind, head: Head, body: &impl Serialize) -> Result<Paper, PaperError> {
        let body = serde_json::to_value(body).map_err(|error| PaperError::Body(error.to_string()))?;
        Ok(Paper { kind, head, body })
    }
}

/// A paper printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// PDF/A-2b.
    pub bytes: Vec<u8>,
    /// Also its folios: a paper is printed on one side.
    pub pages: usize,
    /// SHA-256 of what it says and looks like: in its foot and in its square code.
    pub digest: String,
    /// SHA-256 of the template it was made with.
    pub template: String,
}

/// Why a paper was not printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The program was built without the typesetter (feature `pdf`).
    #[error("built without PDF")]
    WithoutPdf,
    /// A fault of the template; line and column from 1, 0 when it has no place.
    #[error("{file}:{line}:{column}: {message}")]
    Template { file: String, line: usize, column: usize, message: String, hints: Vec<String> },
    #[error("{0}")]
    Body(String),
}

/// The institution's arms: SVG, PNG or JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub bytes: Vec<u8>,
}

impl Logo {
    /// The name that tells the typesetter the format, by what the file begins with.
    fn name(&self) -> &'static str {
        match self.bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "logo.png",
            [0xff, 0xd8, ..] => "logo.jpg",
            _ => "logo.svg",
        }
    }
}

/// What archives take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Archival {
    /// PDF/A-2b (ISO 19005-2).
    #[default]
    A2b,
    /// PDF/A-1b (ISO 19005-1), for archives and checkers that know no other.
    A1b,
}

/// Templates, words and pictures, and the typesetter that joins them: make one, print many.
pub struct Press {
    templates: Templates,
    logo: Option<Logo>,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "nothing is printed"))]
    archival: Archival,
    language: String,
    region: String,
    /// JSON, the same for every paper.
    words: String,
    #[cfg(feature = "pdf")]
    engine: engine::Engine,
}

impl Press {
    pub fn new(voice: &Voice, templates: Templates, logo: Option<Logo>) -> Press {
        Press {
            language: voice.language().code().to_owned(),
            region: voice.country().to_lowercase(),
            words: voice.dictionary().to_string(),
            #[cfg(feature = "pdf")]
            engine: engine::Engine::new(),
            archival: Archival::default(),
            templates,
            logo,
        }
    }

    /// Prints to another standard than PDF/A-2b.
    #[must_use]
    pub fn archival(mut self, archival: Archival) -> Press {
        self.archival = archival;
        self
    }

    /// Prints a paper.
    ///
    /// # Errors
    /// The place in the template that is at fault; or that this build prints nothing.
    pub fn print(&self, paper: &Paper) -> Result<Printed, PaperError> {
        self.engine_print(paper)
    }

    /// Prints many on two threads; `done` takes each on the thread that made it, in no set order.
    ///
    /// # Errors
    /// That this build prints nothing. Faults of one paper are given to `done`.
    pub fn print_each(
        &self,
        papers: &[Paper],
        done: impl Fn(usize, Result<Printed, PaperError>) + Sync,
    ) -> Result<(), PaperError> {
        self.engine_print_each(papers, &done)
    }

    /// Is a template fit for its kind? Prints the samples with it: the empty, the usual and the large one.
    ///
    /// # Errors
    /// The place in the template that is at fault.
    pub fn check(&self, kind: Kind, page: PageSize, voice: &Voice) -> Result<(), PaperError> {
        for size in sample::Size::ALL {
            self.print(&sample::paper(kind, size, page, voice)?)?;
        }
        Ok(())
    }

    /// Data as the template reads it, and the digest of it all.
    fn compose(&self, paper: &Paper) -> (Value, String, String) {
        let template = self.templates.fingerprint(paper.kind);
        let logo = self.logo.as_ref();
        let mut data = json!({ "head": paper.head, "body": paper.body });
        data["head"]["logo"] = json!(logo.map(Logo::name));
        let mut hash = Sha256::new();
        let picture = logo.map_or(&[][..], |logo| &logo.bytes);
        let parts = [paper.kind.code(), &template, &self.language, &self.words, &data.to_string()];
        for part in parts.map(str::as_bytes).into_iter().chain([picture]) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let digest = hex(&hash.finalize());
        data["head"]["digest"] = json!(digest);
        (data, digest, template)
    }

    /// `AT-2026-0001-S1/minutes`.
    fn identity(paper: &Paper) -> String {
        match &paper.head.reference {
            Some(reference) => format!("{reference}/{}", paper.kind.code()),
            None => paper.kind.code().to_owned(),
        }
    }

    #[cfg(not(feature = "pdf"))]
    fn engine_print(&self, _: &Paper) -> Result<Printed, PaperError> {
        Err(PaperError::WithoutPdf)
    }

    #[cfg(not(feature = "pdf"))]
    fn engine_print_each(
        &self,
        _: &[Paper],
        _: &(dyn Fn(usize, Result<Printed, PaperError>) + Sync),
    ) -> Result<(), PaperError> {
        Err(PaperError::WithoutPdf)
    }
}

#[cfg(feature = "pdf")]
mod engine {
    //! The part that needs the typesetter.

    use super::super::template::file_name;
    use super::{Archival, Kind, LETTERHEAD, Logo, Paper, PaperError, Press, Printed, qr};
    use ata_pdf::{Pdf, PdfError, Renderer, Standard, Template};
    use std::collections::HashMap;
    use std::sync::{Arc, Mutex, PoisonError};

    pub struct Engine {
        renderer: Renderer,
        /// Read once each.
        templates: Mutex<HashMap<Kind, Arc<Template>>>,
    }

    impl Engine {
        pub fn new() -> Engine {
            Engine { renderer: Renderer::new(), templates: Mutex::default() }
        }
    }

    impl Press {
        pub(super) fn engine_print(&self, paper: &Paper) -> Result<Printed, PaperError> {
            let mut printed = Err(PaperError::Body(String::new()));
            self.job(paper, &mut |job, digest, template| {
                printed = self.engine.renderer.render(job).map(|pdf| out(pdf, digest, template)).map_err(fault);
            })?;
            printed
        }

        pub(super) fn engine_print_each(
            &self,
            papers: &[Paper],
            done: &(dyn Fn(usize, Result<Printed, PaperError>) + Sync),
        ) -> Result<(), PaperError> {
            self.engine.renderer.each(papers, |at, paper| done(at, self.engine_print(paper)));
            Ok(())
        }

        fn job(&self, paper: &Paper, print: &mut dyn FnMut(&ata_pdf::Paper<'_>, &str, &str)) -> Result<(), PaperError> {
            let template = self.template(paper.kind)?;
            let (data, digest, fingerprint) = self.compose(paper);
            let identity = Press::identity(paper);
            let code = qr::svg(&format!("{identity} sha256:{digest}"));
            let mut assets: Vec<(&str, &[u8])> =
                vec![("qr.svg", code.as_bytes()), ("words.json", self.words.as_bytes())];
            if let Some(logo) = &self.logo {
                assets.push((Logo::name(logo), &logo.bytes));
            }
            let title = match &paper.head.reference {
                Some(reference) => format!("{} · {reference}", paper.head.title),
                None => paper.head.title.clone(),
            };
            let job = ata_pdf::Paper {
                template: &template,
                data: &data,
                assets: &assets,
                title: &title,
                author: &paper.head.institution,
                keywords: &[&identity],
                language: &self.language,
                region: &self.region,
                ident: &identity,
                at: paper.head.at,
                standard: match self.archival {
                    Archival::A2b => Standard::A2b,
                    Archival::A1b => Standard::A1b,
                },
            };
            print(&job, &digest, &fingerprint);
            Ok(())
        }

        fn template(&self, kind: Kind) -> Result<Arc<Template>, PaperError> {
            let mut read = self.engine.templates.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(template) = read.get(&kind) {
                return Ok(template.clone());
            }
            let text = self.templates.text(kind);
            let letterhead = self.templates.letterhead();
            let template = Template::new(&file_name(kind), &text, &[(LETTERHEAD, &letterhead)]).map_err(fault)?;
            let template = Arc::new(template);
            read.insert(kind, template.clone());
            Ok(template)
        }
    }

    fn out(pdf: Pdf, digest: &str, template: &str) -> Printed {
        Printed { bytes: pdf.bytes, pages: pdf.pages, digest: digest.to_owned(), template: template.to_owned() }
    }

    fn fault(error: PdfError) -> PaperError {
        let (file, line, column) =
            error.place.map_or((String::new(), 0, 0), |place| (place.file, place.line, place.column));
        PaperError::Template { file, line, column, message: error.message, hints: error.hints }
    }
}
