//! Delimited text to records that know the physical line they start on. Streams; memory is bounded by the largest record.
//!
//! A reader of its own because three things are needed together: the line where a record starts (blank lines and line feeds in
//! cells included), the line where a quote that is never closed was opened, and a bound on the cell while it is being read.

use std::io::BufRead;

use memchr::{memchr, memchr_iter, memchr2};

use super::fault::IntakeError;

/// Largest cell, in bytes.
pub const MAX_CELL: usize = 10 * 1024 * 1024;
/// Most columns of a row: what Excel can hold.
pub const MAX_COLUMNS: usize = 16_384;

/// One record: cells as slices of one text. Reused from row to row.
#[derive(Debug, Default, Clone)]
pub struct Record {
    text: String,
    ends: Vec<usize>,
    line: u64,
    had_nul: bool,
}

impl Record {
    /// The 1-based physical line on which the record starts.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell as written, without its quotes; empty when the row is shorter.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        let Some(&end) = self.ends.get(column) else {
            return "";
        };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.text.get(start..end).unwrap_or_default()
    }

    /// The cells from left to right.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.get(column))
    }

    /// True when no cell holds anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// True when NUL bytes were taken out of this record.
    #[must_use]
    pub fn had_nul(&self) -> bool {
        self.had_nul
    }
}

/// How cells and rows are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    pub delimiter: u8,
    /// `\n` (with or without `\r` before it), or `\r` for files of old Macs.
    pub line_end: u8,
}

/// Reads records from UTF-8 text.
pub struct Records<R> {
    input: R,
    rules: Rules,
    line: u64,
    /// Cells of the record before.
    width: usize,
    /// Did a ditto mark stand in the text so far?
    has_ditto: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quote inside a quoted cell: its end, or the first half of a doubled one.
    Closing,
}

/// Where the reading of one record stands.
struct Progress {
    state: State,
    data: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
    quote_line: u64,
    /// What stood inside quotes ends here; a carriage return up to here is content.
    sealed: usize,
    /// A cell of this record was written in quotes: whoever writes so quotes what holds a quote, and makes no ditto marks of them.
    has_quoted: bool,
    /// Cells of the record before.
    width: usize,
    /// Whoever made ditto marks before makes them beside quoted cells too.
    has_ditto: bool,
}

impl<R: BufRead> Records<R> {
    /// `line` is the 1-based number of the first line of `input`.
    pub fn new(input: R, rules: Rules, line: u64) -> Self {
        Self { input, rules, line, width: 0, has_ditto: false }
    }

    /// Reads the next record that is not an empty line. False at the end of the text.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, IntakeError> {
        let mut data = std::mem::take(&mut record.text).into_bytes();
        let mut ends = std::mem::take(&mut record.ends);
        data.clear();
        ends.clear();
        let mut progress = Progress {
            state: State::Start,
            data,
            ends,
            line: self.line,
            quote_line: 0,
            sealed: 0,
            has_quoted: false,
            width: self.width,
            has_ditto: self.has_ditto,
        };
        let mut start = self.line;
        let found = loop {
            let piece = match self.input.fill_buf() {
                Ok(piece) => piece,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            if piece.is_empty() {
                break finish(&mut progress)?;
            }
            let (taken, ended) = progress.advance(piece, self.rules, start)?;
            self.input.consume(taken);
            if !ended {
                continue;
            }
            if progress.data.is_empty() && progress.ends.len() == 1 {
                progress.ends.clear();
                progress.state = State::Start;
                progress.has_quoted = false;
                start = progress.line;
                continue;
            }
            break true;
        };
        self.line = progress.line;
        self.width = progress.ends.len();
        self.has_ditto = progress.has_ditto;
        record.line = start;
        record.fill(progress)?;
        Ok(found)
    }
}

/// The end of the text inside a record: the record is whole, unless a quote is open.
fn finish(progress: &mut Progress) -> Result<bool, IntakeError> {
    // A ditto mark may be the last sign of the text.
    if progress.state == State::Quoted && !progress.has_quoted && !progress.ends.is_empty() && progress.is_alone() {
        let start = progress.cell_start();
        progress.data.truncate(start);
        progress.data.push(b'"');
        progress.state = State::Plain;
    }
    if progress.state == State::Quoted {
        return Err(IntakeError::UnclosedQuote { line: progress.quote_line });
    }
    if progress.data.is_empty() && progress.ends.is_empty() && progress.state == State::Start {
        return Ok(false);
    }
    progress.ends.push(progress.data.len());
    Ok(true)
}

impl Record {
    fn fill(&mut self, progress: Progress) -> Result<(), IntakeError> {
        let Progress { mut data, mut ends, .. } = progress;
        self.had_nul = memchr(0, &data).is_some();
        if self.had_nul {
            for end in &mut ends {
                *end -= memchr_iter(0, &data[..*end]).count();
            }
            data.retain(|&byte| byte != 0);
        }
        self.ends = ends;
        self.text = String::from_utf8(data).map_err(|_| IntakeError::ChangedMeanwhile { line: self.line })?;
        Ok(())
    }
}

impl Progress {
    /// Takes what it can of one piece: bytes consumed, and whether the record ended.
    fn advance(&mut self, piece: &[u8], rules: Rules, row: u64) -> Result<(usize, bool), IntakeError> {
        let mut at = 0;
        while at < piece.len() {
            match self.state {
                State::Start => at += self.start(&piece[at..], rules),
                State::Plain => {
                    let rest = &piece[at..];
                    let Some(found) = memchr2(rules.delimiter, rules.line_end, rest) else {
                        self.data.extend_from_slice(rest);
                        self.check_size(row)?;
                        return Ok((piece.len(), false));
                    };
                    self.data.extend_from_slice(&rest[..found]);
                    at += found + 1;
                    let ended = rest[found] == rules.line_end;
                    if ended {
                        self.line += 1;
                        if self.data.last() == Some(&b'\r') && self.data.len() > self.cell_start().max(self.sealed) {
                            self.data.pop();
                        }
                    }
                    self.end_cell(row)?;
                    if ended {
                        return Ok((at, true));
                    }
                }
                State::Quoted => {
                    let rest = &piece[at..];
                    let length = memchr(b'"', rest).unwrap_or(rest.len());
                    self.data.extend_from_slice(&rest[..length]);
                    self.line += memchr_iter(rules.line_end, &rest[..length]).count() as u64;
                    self.check_size(row)?;
                    at += length;
                    if at < piece.len() {
                        at += 1;
                        self.state = State::Closing;
                    }
                }
                State::Closing => {
                    if piece[at] == b'"' {
                        self.data.push(b'"');
                        self.state = State::Quoted;
                        at += 1;
                    } else {
                        self.sealed = self.data.len();
                        self.has_quoted = true;
                        self.state = State::Plain;
                    }
                }
            }
        }
        Ok((at, false))
    }

    /// The first bytes of a cell: blanks before a quote are not part of it (some exports write `, "Name"`).
    fn start(&mut self, rest: &[u8], rules: Rules) -> usize {
        match rest[0] {
            b'"' if self.is_ditto(rest, rules) => {
                self.has_ditto = true;
                self.data.push(b'"');
                self.state = State::Plain;
                1
            }
            b'"' => {
                self.data.truncate(self.cell_start());
                self.quote_line = self.line;
                self.state = State::Quoted;
                1
            }
            b' ' => {
                self.data.push(b' ');
                1
            }
            _ => {
                self.state = State::Plain;
                0
            }
        }
    }

    /// Is the quote that comes next a ditto mark?
    fn is_ditto(&self, rest: &[u8], rules: Rules) -> bool {
        let place = self.ends.len();
        is_ditto(rest, rules)
            || ((!self.has_quoted || self.has_ditto)
                && (is_last_ditto(rest, rules, place + 1) || fits_as_ditto(rest, rules, place, self.width)))
    }

    fn cell_start(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Does nothing but line ends follow the quote that is open?
    fn is_alone(&self) -> bool {
        self.data[self.cell_start()..].iter().all(|byte| matches!(byte, b'\r' | b'\n'))
    }

    fn end_cell(&mut self, row: u64) -> Result<(), IntakeError> {
        self.check_size(row)?;
        self.ends.push(self.data.len());
        self.state = State::Start;
        if self.ends.len() > MAX_COLUMNS {
            return Err(IntakeError::TooManyColumns { line: row, limit: MAX_COLUMNS });
        }
        Ok(())
    }

    fn check_size(&self, row: u64) -> Result<(), IntakeError> {
        if self.data.len() - self.cell_start() > MAX_CELL {
            return Err(IntakeError::CellTooLarge { line: row, column: self.ends.len() + 1, limit: MAX_CELL });
        }
        Ok(())
    }
}

/// A lone quote as a whole cell is a ditto mark, when no other quote on its line could close it and the next one is a ditto mark too.
fn is_ditto(rest: &[u8], rules: Rules) -> bool {
    if rest.get(1) != Some(&rules.delimiter) {
        return false;
    }
    let Some(end) = memchr(rules.line_end, rest) else {
        return false;
    };
    match memchr(b'"', &rest[1..]).map(|found| found + 1) {
        None => true,
        Some(next) => next > end && rest[next - 1] == rules.delimiter && rest.get(next + 1) == Some(&rules.delimiter),
    }
}

/// The same for the last cell of a line: the next line is a row of the same width, and the next quote, if there is one, closes nothing.
fn is_last_ditto(rest: &[u8], rules: Rules, width: usize) -> bool {
    let line = rest.get(1..).unwrap_or_default();
    let line = line.strip_prefix(b"\r").unwrap_or(line);
    let Some((&first, below)) = line.split_first() else { return false };
    if width < 2 || first != rules.line_end {
        return false;
    }
    let Some(end) = memchr(rules.line_end, below) else { return false };
    let closes_nothing = memchr(b'"', below).is_none_or(|at| begins_cell(below, at, rules));
    closes_nothing && width_of(&below[..end], rules) == Some(width)
}

/// A quote alone in its cell, blanks aside, is a ditto mark where its line has as many cells as the one before when it is read so, and
/// the next quote below, if there is one, closes nothing.
fn fits_as_ditto(rest: &[u8], rules: Rules, before: usize, width: usize) -> bool {
    let blanks = rest[1..].iter().take_while(|byte| **byte == b' ').count();
    let is_alone = match rest[1 + blanks..] {
        [sign, ..] if sign == rules.delimiter || sign == rules.line_end => true,
        [b'\r', sign, ..] => sign == rules.line_end,
        _ => false,
    };
    if !is_alone {
        return false;
    }
    let end = memchr(rules.line_end, rest).unwrap_or(rest.len());
    let below = rest.get(end + 1..).unwrap_or_default();
    width > 1
        && width_of(&rest[..end], rules).is_some_and(|more| before + more == width)
        && memchr(b'"', below).is_none_or(|at| begins_cell(below, at, rules))
}

/// Does a cell begin with the quote that stands here, blanks aside?
fn begins_cell(text: &[u8], at: usize, rules: Rules) -> bool {
    let sign = text[..at].iter().rfind(|byte| **byte != b' ');
    sign.is_none_or(|&sign| sign == rules.delimiter || sign == rules.line_end)
}

/// Does a cell end with the quote that stands here, blanks aside?
fn ends_cell(text: &[u8], at: usize, rules: Rules) -> bool {
    text[at + 1..].iter().find(|byte| **byte != b' ').is_none_or(|&sign| sign == rules.delimiter)
}

/// How many cells a line has; `None` when a quote in it is not closed.
fn width_of(line: &[u8], rules: Rules) -> Option<usize> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let mut width = 1;
    let mut is_quoted = false;
    for (at, &byte) in line.iter().enumerate() {
        match byte {
            // Again a ditto mark.
            b'"' if !is_quoted && begins_cell(line, at, rules) && ends_cell(line, at, rules) => {}
            b'"' => is_quoted = !is_quoted,
            byte if byte == rules.delimiter && !is_quoted => width += 1,
            _ => {}
        }
    }
    (!is_quoted).then_some(width)
}
