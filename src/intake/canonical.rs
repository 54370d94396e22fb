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
//! | `join` `leave` | local times, `2026-03-04 09:00` or `09:00`; give the minutes when `minutes` is empty |
//! | `sex` `gender` `ethnicity` `disability` `victim` `age_band` | differential approach, sensitive |
//!
//! Spanish and Portuguese names of the same columns are accepted. Other columns are passed over. Rows come as they are written:
//! the same person twice is two rows, and whoever imports them merges.

use std::borrow::Cow;
use std::io::BufRead;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::codes::{Container, DateOrder, IgnoreReason, Presence, RejectReason, WarnCode};
use super::columns::Columns;
use super::decode::{repair, text_of};
use super::delimiter;
use super::email::{Address, address};
use super::fault::IntakeError;
use super::field::Field;
use super::options::{Input, Options};
use super::presence;
use super::record::{Record, Records};
use super::scan::scan;
use super::stamp::{Day, Stamp};
use super::table::{Warning, warnings_of};

/// Most minutes a row can claim: one week.
pub const MAX_MINUTES: i64 = 7 * 24 * 60;

/// A row left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Ignored {
    pub line: u64,
    pub reason: IgnoreReason,
}

/// A row that cannot be taken, with the field and value that say why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Reject {
    pub line: u64,
    pub field: Field,
    pub value: String,
    pub reason: RejectReason,
}

/// One good row. Texts are trimmed and borrowed from the record.
#[derive(Debug, Clone)]
pub struct CanonicalRow<'r> {
    pub line: u64,
    pub session: &'r str,
    pub name: Cow<'r, str>,
    /// Code written before the number or in its own column; may be empty.
    pub doc_type: &'r str,
    pub doc: &'r str,
    /// In lower case; `None` when there is none that is valid.
    pub email: Option<Cow<'r, str>>,
    /// The cell held an address that is not one.
    pub invalid_email: Option<&'r str>,
    pub phone: &'r str,
    pub organisation: &'r str,
    pub post: &'r str,
    pub territory: &'r str,
    pub role: &'r str,
    pub status: Option<Presence>,
    /// Whole minutes: as written, or from `join` and `leave`.
    pub minutes: Option<i64>,
    pub join: Option<NaiveDateTime>,
    pub leave: Option<NaiveDateTime>,
    /// In the order of [`Field::SENSITIVE`]; empty = not said.
    pub sensitive: [&'r str; 6],
}

/// What a line of the file is.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every line is a row: boxing would cost an allocation for each of a million"
)]
pub enum Line<'r> {
    Row(CanonicalRow<'r>),
    Reject(Reject),
    Ignored(Ignored),
}

/// Reads a canonical file line by line.
pub struct CanonicalReader<'a> {
    records: Records<Box<dyn BufRead + 'a>>,
    record: Record,
    repaired: Option<Vec<String>>,
    twice_encoded: bool,
    columns: Columns,
    header_line: u64,
    encoding: String,
    delimiter: char,
    date_order: Option<DateOrder>,
    options: Options,
    warnings: Vec<Warning>,
    nul_warned: bool,
}

impl<'a> CanonicalReader<'a> {
    /// Reads as far as the header.
    ///
    /// # Errors
    /// [`IntakeError::NoHeader`] when no column tells a person; the faults of decoding; a container that is no plain text.
    pub fn open(input: Input<'a>, options: &Options) -> Result<Self, IntakeError> {
        let scanned = scan(input, options)?;
        if scanned.container != Container::Csv {
            return Err(IntakeError::UnsupportedContainer {
                container: scanned.container,
            });
        }
        let layout = delimiter::layout(&scanned)?;
        let mut text = text_of(input, &scanned)?;
        delimiter::skip(&mut text, layout)?;
        let mut reader = Self {
            records: Records::new(text, layout.rules, 1 + layout.skip_lines),
            record: Record::default(),
            repaired: None,
            twice_encoded: scanned.twice_encoded,
            columns: Columns::default(),
            header_line: 0,
            encoding: scanned.charset.name(),
            delimiter: layout.rules.delimiter as char,
            date_order: options.date_order,
            options: options.clone(),
            warnings: warnings_of(&scanned),
            nul_warned: false,
        };
        reader.read_header()?;
        Ok(reader)
    }

    fn read_header(&mut self) -> Result<(), IntakeError> {
        let mut found = Vec::new();
        while self.advance()? {
            let cells = || (0..self.record.len()).map(|column| self.cell(column));
            if self
                .options
                .header_row
                .is_some_and(|line| self.record.line() < line)
            {
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
            for (_, second) in columns.repeated() {
                self.warnings.push(Warning::new(
                    WarnCode::DuplicateColumn,
                    self.record.line(),
                    columns.text(second),
                ));
            }
            self.header_line = self.record.line();
            self.columns = columns;
            return Ok(());
        }
        Err(IntakeError::NoHeader { found })
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
        self.delimiter
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
            self.warnings
                .push(Warning::new(WarnCode::NulBytes, self.record.line(), ""));
        }
        if self.twice_encoded {
            self.repaired = Some(
                self.record
                    .iter()
                    .map(|cell| repair(cell).unwrap_or_else(|| cell.to_owned()))
                    .collect(),
            );
        }
        Ok(true)
    }

    fn cell(&self, column: usize) -> &str {
        match &self.repaired {
            Some(cells) => cells.get(column).map_or("", String::as_str),
            None => self.record.get(column),
        }
        .trim()
    }

    fn field(&self, field: Field) -> &str {
        self.columns
            .first(field)
            .map_or("", |column| self.cell(column))
    }

    fn line(&self) -> Line<'_> {
        if self.record.is_blank() {
            return Line::Ignored(Ignored {
                line: self.record.line(),
                reason: IgnoreReason::Blank,
            });
        }
        match self.row() {
            Ok(row) => Line::Row(row),
            Err((field, value, reason)) => Line::Reject(Reject {
                line: self.record.line(),
                field,
                value: value.to_owned(),
                reason,
            }),
        }
    }

    fn row(&self) -> Result<CanonicalRow<'_>, Fail<'_>> {
        if let Some(more) = (self.columns.len()..self.record.len())
            .map(|column| self.cell(column))
            .find(|cell| !cell.is_empty())
        {
            return Err((Field::Name, more, RejectReason::TooManyCells));
        }
        let name = self.name();
        let (doc_type, doc) = self.document();
        let address = address(self.field(Field::Email));
        let (email, invalid_email) = match address {
            Address::None => (None, None),
            Address::One(email) | Address::Several(email) => (Some(email), None),
            Address::Invalid => (None, Some(self.field(Field::Email))),
        };
        if name.is_empty() && doc.is_empty() && email.is_none() {
            return Err((
                Field::Name,
                self.field(Field::Email),
                RejectReason::NoIdentifier,
            ));
        }
        let (join, leave, spent) = self.times()?;
        Ok(CanonicalRow {
            line: self.record.line(),
            session: self.field(Field::Session),
            name,
            doc_type,
            doc,
            email,
            invalid_email,
            phone: self.field(Field::Phone),
            organisation: self.field(Field::Organisation),
            post: self.field(Field::Post),
            territory: self.field(Field::Territory),
            role: self.field(Field::Role),
            status: self.status()?,
            minutes: self.minutes()?.or(spent),
            join,
            leave,
            sensitive: Field::SENSITIVE.map(|field| self.field(field)),
        })
    }

    fn name(&self) -> Cow<'_, str> {
        let joined = |field| {
            let mut cells = self
                .columns
                .all(field)
                .map(|column| self.cell(column))
                .filter(|cell| !cell.is_empty());
            let first = cells.next().unwrap_or_default();
            cells.fold(Cow::Borrowed(first), |so_far, cell| {
                Cow::Owned(format!("{so_far} {cell}"))
            })
        };
        let full = self.field(Field::Name);
        if !self.columns.has(Field::LastNames) && !self.columns.has(Field::FirstNames) {
            return Cow::Borrowed(full);
        }
        let (first, last) = (joined(Field::FirstNames), joined(Field::LastNames));
        let first = if self.columns.has(Field::FirstNames) {
            first
        } else {
            Cow::Borrowed(full)
        };
        match (first.is_empty(), last.is_empty()) {
            (false, false) => Cow::Owned(format!("{first} {last}")),
            _ if !full.is_empty() => Cow::Borrowed(full),
            (true, _) => last,
            (_, true) => first,
        }
    }

    fn document(&self) -> (&str, &str) {
        let doc = self.field(Field::Doc);
        match doc.split_once(':') {
            Some((kind, number)) if !number.trim().is_empty() => (kind.trim(), number.trim()),
            _ => (self.field(Field::DocType), doc),
        }
    }

    fn status(&self) -> Result<Option<Presence>, Fail<'_>> {
        match self.field(Field::Status) {
            "" => Ok(None),
            text => match presence::status(text) {
                Some(presence) => Ok(Some(presence)),
                None => Err((Field::Status, text, RejectReason::InvalidStatus)),
            },
        }
    }

    fn minutes(&self) -> Result<Option<i64>, Fail<'_>> {
        let field = if self.columns.has(Field::Minutes) {
            Field::Minutes
        } else {
            Field::Duration
        };
        let text = self.field(field);
        if text.is_empty() {
            return Ok(None);
        }
        // A spreadsheet may have added an empty decimal part.
        let whole = text
            .strip_suffix(".0")
            .or_else(|| text.strip_suffix(",0"))
            .unwrap_or(text);
        match whole.parse::<i64>() {
            Ok(minutes) if (0..=MAX_MINUTES).contains(&minutes) => Ok(Some(minutes)),
            _ => Err((Field::Minutes, text, RejectReason::InvalidMinutes)),
        }
    }

    fn times(&self) -> Result<Times, Fail<'_>> {
        let (join, leave) = (self.stamp(Field::Join)?, self.stamp(Field::Leave)?);
        let day = self.options.session_date;
        let order = self.date_order.unwrap_or(DateOrder::Dmy);
        let moment = |stamp: Option<Stamp>| stamp.and_then(|stamp| stamp.moment_on(order, day));
        let (from, mut to) = (moment(join), moment(leave));
        let (Some(join), Some(leave)) = (join, leave) else {
            return Ok((from, to, None));
        };
        let mut spent = match (from, to) {
            (Some(from), Some(to)) => to - from,
            _ => clock(leave) - clock(join),
        };
        if leave.day == Day::Missing && spent < TimeDelta::zero() {
            // Past midnight belongs to the starting day.
            spent += TimeDelta::days(1);
            to = to.map(|to| to + TimeDelta::days(1));
        }
        if spent < TimeDelta::zero() {
            return Err((
                Field::Leave,
                self.field(Field::Leave),
                RejectReason::LeaveBeforeJoin,
            ));
        }
        Ok((from, to, Some(spent.num_minutes().min(MAX_MINUTES))))
    }

    /// A stamp whose day cannot be told from its month is refused: one row must not be read otherwise than its neighbours.
    fn stamp(&self, field: Field) -> Result<Option<Stamp>, Fail<'_>> {
        let text = self.field(field);
        if text.is_empty() {
            return Ok(None);
        }
        let order = self.date_order.unwrap_or(DateOrder::Dmy);
        Stamp::parse(text)
            .filter(|stamp| self.date_order.is_some() || !stamp.is_ambiguous())
            .filter(|stamp| {
                stamp.day == Day::Missing
                    || stamp.date(order).is_some()
                    || self.date_order.is_none()
            })
            .map(Some)
            .ok_or((field, text, RejectReason::InvalidTime))
    }
}

type Fail<'r> = (Field, &'r str, RejectReason);
type Times = (Option<NaiveDateTime>, Option<NaiveDateTime>, Option<i64>);

fn clock(stamp: Stamp) -> NaiveTime {
    stamp.time.unwrap_or_default()
}
