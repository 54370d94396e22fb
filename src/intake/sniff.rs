//! What an attendance file is, from its beginning alone: decides between streaming and loading.

use std::io::Read;

use super::attendance::{Attendance, attendance_of};
use super::canonical::CanonicalReader;
use super::codes::{Container, Source};
use super::decode::text_of_sample;
use super::delimiter;
use super::detect;
use super::fault::IntakeError;
use super::listing::{Listing, listing_of};
use super::options::{Input, Options};
use super::pasted;
use super::record::{Record, Records};
use super::rest;
use super::scan::{Scan, scan};
use super::table::{Row, Table, opened};

/// What the first look says.
#[derive(Debug)]
pub struct Sniff {
    pub source: Source,
    pub container: Container,
    pub encoding: String,
    pub delimiter: Option<char>,
    /// Of the file, in bytes.
    pub size: u64,
    scan: Scan,
    /// Where the file had to be read whole to know what it is.
    table: Option<Table>,
}

impl Sniff {
    /// True when [`super::CanonicalReader`] reads the file; everything else goes through [`super::attendance`].
    #[must_use]
    pub fn streams(&self) -> bool {
        self.source == Source::Canonical && self.container == Container::Csv && self.table.is_none()
    }

    /// Reads the file that was looked at, as far as the header, without looking at it again.
    ///
    /// # Errors
    /// As [`CanonicalReader::open`].
    pub fn reader<'a>(&self, input: Input<'a>, options: &Options) -> Result<CanonicalReader<'a>, IntakeError> {
        CanonicalReader::after(&self.scan, input, options)
    }

    /// Reads the file that was looked at, whole.
    ///
    /// # Errors
    /// As [`super::attendance`].
    pub fn attendance(self, input: Input<'_>, options: &Options) -> Result<Attendance, IntakeError> {
        if let Some(table) = self.table {
            return attendance_of(table, self.source, options);
        }
        // What lies beyond the sample may say something else.
        let table = self.table(input, options)?;
        let source = detect::source(&table, options)?;
        attendance_of(table, source, options)
    }

    /// Reads the file that was looked at as a list of people.
    ///
    /// # Errors
    /// As [`super::listing`].
    pub fn people(
        self,
        input: Input<'_>,
        options: &Options,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<Listing, IntakeError> {
        listing_of(&self.table(input, options)?, options, true, is_known)
    }

    fn table(self, input: Input<'_>, options: &Options) -> Result<Table, IntakeError> {
        self.table.map_or_else(|| opened(input, options, &self.scan), Ok)
    }
}

/// Looks at the bytes once and at the rows of the first quarter of a megabyte. Workbooks and pages are read whole.
///
/// # Errors
/// As [`super::attendance`], as far as the beginning shows it.
pub fn sniff(input: Input<'_>, options: &Options) -> Result<Sniff, IntakeError> {
    let scanned = scan(input, options)?;
    if scanned.container != Container::Csv {
        return whole(input, options, scanned);
    }
    let layout = delimiter::layout(&scanned)?;
    let mut text = text_of_sample(&scanned)?;
    delimiter::skip(&mut text, layout)?;
    let mut bytes = Vec::new();
    text.read_to_end(&mut bytes)?;
    drop(text);
    let mut records = Records::new(bytes.as_slice(), layout.rules, 1 + layout.skip_lines);
    let mut record = Record::default();
    let mut rows = Vec::new();
    loop {
        match records.read(&mut record) {
            Ok(true) => rows.push(Row { line: record.line(), cells: record.iter().map(str::to_owned).collect() }),
            Ok(false) => break,
            // The sample ends where it ends: in a quoted cell, or in the middle of a letter.
            Err(_) if !scanned.is_whole() => break,
            Err(fault) => return Err(fault),
        }
    }
    if !scanned.is_whole() {
        rows.pop();
    }
    rest::unmark(&mut rows);
    let has_one_column = pasted::is_one_column(&rows);
    pasted::split_lines(&mut rows, layout.rules);
    let table = pasted::split(Table {
        container: Container::Csv,
        encoding: scanned.charset.name(),
        delimiter: Some(layout.rules.delimiter as char),
        sheet: None,
        file_name: options.name_of(input),
        rows,
        merges: Vec::new(),
        is_rest: false,
        warnings: Vec::new(),
    })?;
    if has_one_column && !pasted::is_one_column(&table.rows) {
        return whole(input, options, scanned);
    }
    let source = detect::source(&table, options)?;
    Ok(Sniff {
        source,
        container: table.container,
        encoding: table.encoding,
        delimiter: table.delimiter,
        size: scanned.size,
        scan: scanned,
        table: None,
    })
}

/// What a file is that has to be read whole to know it.
fn whole(input: Input<'_>, options: &Options, scan: Scan) -> Result<Sniff, IntakeError> {
    let table = opened(input, options, &scan)?;
    let source = detect::source(&table, options)?;
    Ok(Sniff {
        source,
        container: table.container,
        encoding: table.encoding.clone(),
        delimiter: table.delimiter,
        size: scan.size,
        scan,
        table: Some(table),
    })
}
