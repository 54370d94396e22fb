//! Our own plain attendance file, read as a stream: bounded memory for any number of rows.
//!
//! A CSV with one header line, comma, semicolon or tab, UTF-8 or Windows-1252. Columns, all optional as long as somebody can be told:
//!
//! | column | holds |
//! |---|---|
//! | `session` | code of the session, when one file holds several |
//! | `name`, or `first_names` + `last_names` | |
//! | `doc`, or `doc_type` + `doc_number` | `CC:1098765432`, or the number alone |
//! | `email` `phone` `organisation` `post` `territory` `role` | text; territory codes keep their zeros |
//! | `status` | `present` `absent` `excused` `late`, or the Spanish or Portuguese word |
//! | `minutes` | whole minutes attended |
//! | `join` `leave` | `2026-03-04 09:00` or `09:00` of the session's clock, or an instant with its offset; give the minutes when `minutes` is empty |
//! | `sex` `gender` `ethnicity` `disability` `victim` `age_band` | differential approach, sensitive |
//!
//! Spanish and Portuguese names of the same columns are accepted. Other columns are passed over. Rows come as they are written:
//! the same person twice is two rows, and whoever imports them merges.

mod row;
mod whole;

use std::io::BufRead;

use super::codes::{Container, WarnCode};
use super::columns::Columns;
use super::decode::{repair, text_of};
use super::delimiter;
use super::fault::IntakeError;
use super::options::{Input, Options};
use super::pasted;
use super::record::{Record, Records, Rules};
use super::rest;
use super::scan::{Scan, scan};
use super::table::{Warning, warnings_of};
use row::{Cells, Reading};

pub use row::{CanonicalRow, Ignored, Line, MAX_MINUTES, Reject};
pub(super) use whole::{is_canonical, read};

/// Reads a canonical file line by line.
pub struct CanonicalReader<'a> {
    records: Records<Box<dyn BufRead + 'a>>,
    record: Record,
    repaired: Option<Vec<String>>,
    twice_encoded: bool,
    columns: Columns,
    header_line: u64,
    encoding: String,
    rules: Rules,
    options: Options,
    warnings: Vec<Warning>,
    nul_warned: bool,
    is_rest: bool,
}

impl<'a> CanonicalReader<'a> {
    /// Reads as far as the header.
    ///
    /// # Errors
    /// [`IntakeError::NoHeader`] when no column tells a person; the faults of decoding; a container that is no plain text.
    pub fn open(input: Input<'a>, options: &Options) -> Result<Self, IntakeError> {
        Self::after(&scan(input, options)?, input, options)
    }

    pub(super) fn after(scanned: &Scan, input: Input<'a>, options: &Options) -> Result<Self, IntakeError> {
        if scanned.container != Container::Csv {
            return Err(IntakeError::UnsupportedContainer { container: scanned.container });
        }
        let layout = delimiter::layout(scanned)?;
        let mut text = text_of(input, scanned)?;
        delimiter::skip(&mut text, layout)?;
        let mut reader = Self {
            records: Records::new(text, layout.rules, 1 + layout.skip_lines),
            record: Record::default(),
            repaired: None,
            twice_encoded: scanned.twice_encoded,
            columns: Columns::default(),
            header_line: 0,
            encoding: scanned.charset.name(),
            rules: layout.rules,
            options: options.clone(),
            warnings: warnings_of(scanned),
            nul_warned: false,
            is_rest: false,
        };
        reader.read_header()?;
        Ok(reader)
    }

    fn read_header(&mut self) -> Result<(), IntakeError> {
        let mut found = Vec::new();
        while self.advance()? {
            let cells = || self.cells().iter();
            if self.options.header_row.is_some_and(|line| self.record.line() < line) {
                continue;
            }
            if cells().all(str::is_empty) {
                continue;
            }
            let mut columns = Columns::recognise(cells());
            if !self.options.map.is_empty() {
                columns.apply(&self.options.map)?;
            }
            if !columns.name_person() {
                found.push((self.record.line(), cells().map(str::to_owned).collect()));
                break;
            }
            self.is_rest = rest::is_marked(cells());
            for (_, second) in columns.repeated() {
                self.warnings.push(Warning::new(WarnCode::DuplicateColumn, self.record.line(), columns.text(second)));
            }
            self.header_line = self.record.line();
            self.columns = columns;
            return Ok(());
        }
        match self.options.header_row {
            Some(line) if found.is_empty() => Err(IntakeError::NoSuchLine { line, last: self.record.line() }),
            _ => Err(IntakeError::NoHeader { found }),
        }
    }

    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The 1-based line of the header.
    #[must_use]
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    #[must_use]
    pub fn encoding(&self) -> &str {
        &self.encoding
    }

    #[must_use]
    pub fn delimiter(&self) -> char {
        self.rules.delimiter as char
    }

    /// Are these the refused rows of an earlier file, come back?
    #[must_use]
    pub fn is_rest(&self) -> bool {
        self.is_rest
    }

    /// The cells of the line read last, as written.
    #[must_use]
    pub fn written(&self) -> Vec<String> {
        self.cells().iter().map(str::to_owned).collect()
    }

    /// What was noticed about the file so far; addresses of single rows are in the rows.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The next line of the file; `None` at its end.
    ///
    /// # Errors
    /// Faults of the bytes: an unclosed quote, a cell that is too large, an unreadable file.
    pub fn read(&mut self) -> Result<Option<Line<'_>>, IntakeError> {
        if !self.advance()? {
            return Ok(None);
        }
        Ok(Some(self.line()))
    }

    fn advance(&mut self) -> Result<bool, IntakeError> {
        if !self.records.read(&mut self.record)? {
            return Ok(false);
        }
        if self.record.had_nul() && !self.nul_warned {
            self.nul_warned = true;
            self.warnings.push(Warning::new(WarnCode::NulBytes, self.record.line(), ""));
        }
        self.repaired = None;
        if self.twice_encoded {
            self.repaired =
                Some(self.record.iter().map(|cell| repair(cell).unwrap_or_else(|| cell.to_owned())).collect());
        }
        if self.record.len() == 1 && self.columns.len() > 1 {
            // A line with quotes in it that a spreadsheet put in quotes whole.
            let cells = pasted::cells_of(self.cells().iter().next().unwrap_or_default(), self.rules);
            self.repaired = cells.filter(|cells| cells.len() == self.columns.len()).or(self.repaired.take());
        }
        if self.is_rest {
            let own = self.columns.len().saturating_sub(rest::BESIDE.len());
            self.repaired = Some(self.cells().iter().take(own).map(|cell| rest::bare(cell).to_owned()).collect());
        }
        Ok(true)
    }

    fn cells(&self) -> Cells<'_> {
        match &self.repaired {
            Some(texts) => Cells::Texts(texts),
            None => Cells::Record(&self.record),
        }
    }

    fn line(&self) -> Line<'_> {
        let (line, cells) = (self.record.line(), self.cells());
        Reading { line, cells, columns: &self.columns, options: &self.options }.read()
    }
}
