//! Puts what a paper says and how it looks together, and prints it.

#[cfg(feature = "pdf")]
#[path = "engine.rs"]
mod engine;
#[cfg(not(feature = "pdf"))]
#[path = "none.rs"]
mod engine;

use super::{Head, Kind, PageSize, Part, Templates, Voice, sample};
use base64::Engine as _;
use serde::Serialize;
use serde_json::Value;

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

    /// `AT-2026-0001-S1/minutes`: the same for each later version of the paper.
    pub fn identity(&self) -> String {
        match &self.head.reference {
            Some(reference) => format!("{reference}/{}", self.kind.code()),
            None => self.kind.code().to_owned(),
        }
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
    /// The same without the point of the log and the day it was printed at: two papers with one content say the same.
    pub content: String,
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
    /// Arms kept as text: an SVG as it is, another picture as a `data:` address.
    pub fn of_text(text: &str) -> Logo {
        let coded = text.trim().strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
        let bytes = coded.and_then(|(_, coded)| base64::engine::general_purpose::STANDARD.decode(coded).ok());
        Logo { bytes: bytes.unwrap_or_else(|| text.as_bytes().to_vec()) }
    }

    /// The text a picture is kept as; none for what is neither PNG, JPEG nor text.
    pub fn text_of(bytes: &[u8]) -> Option<String> {
        let kind = match bytes {
            [0x89, b'P', b'N', b'G', ..] => "png",
            [0xff, 0xd8, ..] => "jpeg",
            _ => return String::from_utf8(bytes.to_vec()).ok(),
        };
        Some(format!("data:image/{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes)))
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
    engine: engine::Engine,
}

impl Press {
    pub fn new(voice: &Voice, templates: Templates, logo: Option<Logo>) -> Press {
        Press { engine: engine::Engine::new(voice, templates, logo) }
    }

    /// Prints to another standard than PDF/A-2b.
    #[must_use]
    pub fn archival(mut self, archival: Archival) -> Press {
        self.engine.archival = archival;
        self
    }

    /// Prints a paper.
    ///
    /// # Errors
    /// The place in the template that is at fault; or that this build prints nothing.
    pub fn print(&self, paper: &Paper) -> Result<Printed, PaperError> {
        self.engine.print(paper)
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
        self.engine.print_each(papers, &done)
    }

    /// Is a template fit for its kind? Prints the samples with it: the empty, the usual and the large one.
    ///
    /// # Errors
    /// The place in the template that is at fault.
    pub fn check(&self, kind: Kind, page: PageSize, voice: &Voice) -> Result<(), PaperError> {
        self.check_sizes(&[kind], &sample::Size::ALL, page, voice)
    }

    /// Is a part fit for all that is printed with it? What every paper shares is tried with each of them.
    ///
    /// # Errors
    /// The place in the template that is at fault.
    pub fn check_part(&self, part: Part, page: PageSize, voice: &Voice) -> Result<(), PaperError> {
        match part {
            Part::Kind(kind) => self.check(kind, page, voice),
            Part::Letterhead => {
                self.check(Kind::MeetingRegister, page, voice)?;
                self.check_sizes(&Kind::ALL, &[sample::Size::Empty, sample::Size::Usual], page, voice)
            }
            Part::Logo => {
                let kinds = [Kind::Letter, Kind::Minutes, Kind::Certificate, Kind::Cover];
                self.check_sizes(&kinds, &[sample::Size::Usual], page, voice)
            }
        }
    }

    fn check_sizes(
        &self,
        kinds: &[Kind],
        sizes: &[sample::Size],
        page: PageSize,
        voice: &Voice,
    ) -> Result<(), PaperError> {
        for kind in kinds {
            for size in sizes {
                self.print(&sample::paper(*kind, *size, page, voice)?)?;
            }
        }
        Ok(())
    }
}
