//! What the caller knows better than the file, and the input itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use super::codes::{DateOrder, Source};
use ata_model::country::Country;
use ata_model::session::ClockChange;

/// Where the bytes are. A file is read in pieces, twice, and never loaded whole when it is a plain large CSV.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    Bytes(&'a [u8]),
    File(&'a Path),
}

impl<'a> Input<'a> {
    pub(super) fn open(self) -> io::Result<Box<dyn Read + 'a>> {
        Ok(match self {
            Input::Bytes(bytes) => Box::new(bytes),
            Input::File(path) => Box::new(File::open(path)?),
        })
    }

    /// The file's own name, when the input is a file.
    pub(super) fn file_name(self) -> Option<String> {
        match self {
            Input::Bytes(_) => None,
            Input::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()),
        }
    }
}

/// What to do when nothing in the file tells day from month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguity {
    /// Stop with [`super::IntakeError::AmbiguousDates`].
    #[default]
    Refuse,
    /// Read day-first, as the region writes, and warn.
    Warn,
}

/// What the person said about the file. Everything is optional.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `None` = find out.
    pub source: Option<Source>,
    /// A label such as `windows-1252`, `utf-16le`, `cp850`. `None` = find out.
    pub encoding: Option<String>,
    /// (field, column): the field's canonical name and the header text, or the 1-based number of the column.
    pub map: Vec<(String, String)>,
    pub date_order: Option<DateOrder>,
    pub ambiguity: Ambiguity,
    /// Name or 1-based number of the sheet of a workbook.
    pub sheet: Option<String>,
    /// 1-based line (or sheet row) of the header.
    pub header_row: Option<u64>,
    /// Name under which the file was downloaded; some exports write their date only there.
    pub file_name: Option<String>,
    pub session_date: Option<NaiveDate>,
    /// Local start of the session: closes and opens intervals the file leaves open.
    pub session_start: Option<NaiveDateTime>,
    pub session_end: Option<NaiveDateTime>,
    /// Minutes east of UTC of the session's clock: instants with a zone of their own are put on it.
    pub session_offset: Option<i32>,
    /// The change of clocks that falls into the session: what its rows say after it is put back on the clock it began with.
    pub clock_change: Option<ClockChange>,
    /// Whose rules say which documents there can be: people are not told by one that cannot. `None` = any number tells somebody.
    pub country: Option<Country>,
}

impl Options {
    pub(super) fn name_of(&self, input: Input<'_>) -> Option<String> {
        self.file_name.clone().or_else(|| input.file_name())
    }
}
