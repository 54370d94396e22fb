//! What a template got wrong, and where.

use std::fmt;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpan, FileId};

use crate::world::Desk;

/// A place in a template; line and column count from 1, the column in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name under which the file was given.
    pub file: String,
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Why there is no paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct PdfError {
    /// None when the fault has no place, such as a rule of PDF/A that the paper as a whole breaks.
    pub place: Option<Place>,
    /// The typesetter's own words, in English.
    pub message: String,
    pub hints: Vec<String>,
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl PdfError {
    pub(crate) fn plain(message: impl Into<String>) -> PdfError {
        PdfError { place: None, message: message.into(), hints: Vec::new() }
    }

    /// The first of some faults: those after it mostly follow from it.
    pub(crate) fn first(faults: &[SourceDiagnostic], desk: &Desk<'_>) -> PdfError {
        let Some(fault) = faults.first() else { return PdfError::plain("the typesetter gave no reason") };
        let calls = fault.trace.iter().map(|call| DiagSpan::from(call.span));
        let place = std::iter::once(fault.span).chain(calls).find_map(|span| place(span, desk));
        let hints = fault.hints.iter().map(|hint| hint.v.to_string()).collect();
        PdfError { place, message: fault.message.to_string(), hints }
    }
}

fn place(span: DiagSpan, desk: &Desk<'_>) -> Option<Place> {
    let id: FileId = span.id()?;
    let file = desk.name_of(id)?;
    let start = desk.range(span)?.start;
    let (line, column) = desk.lines_of(id)?.byte_to_line_column(start)?;
    Some(Place { file, line: line + 1, column: column + 1 })
}
