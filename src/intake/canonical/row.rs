//! One line of a canonical file: what its cells say, or why it cannot be taken.

use std::borrow::Cow;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::super::codes::{DateOrder, IgnoreReason, Presence, RejectReason};
use super::super::columns::Columns;
use super::super::email::{Address, address};
use super::super::field::Field;
use super::super::minutes::EVENING;
use super::super::options::Options;
use super::super::presence;
use super::super::record::Record;
use super::super::stamp::{Day, Stamp};

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

/// The cells of a line, borrowed from wherever they were read.
#[derive(Clone, Copy)]
pub(super) enum Cells<'r> {
    Record(&'r Record),
    Texts(&'r [String]),
}

impl<'r> Cells<'r> {
    fn get(self, column: usize) -> &'r str {
        let cell = match self {
            Cells::Record(record) => record.get(column),
            Cells::Texts(texts) => texts.get(column).map_or("", String::as_str),
        };
        match cell.as_bytes() {
            // Most cells begin and end with something that can be seen.
            [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => cell,
            _ => cell.trim(),
        }
    }

    pub fn iter(self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(move |column| self.get(column))
    }

    fn len(self) -> usize {
        match self {
            Cells::Record(record) => record.len(),
            Cells::Texts(texts) => texts.len(),
        }
    }
}

/// A line and what is needed to read it.
pub(super) struct Reading<'r> {
    pub line: u64,
    pub cells: Cells<'r>,
    pub columns: &'r Columns,
    pub options: &'r Options,
}

type Fail<'r> = (Field, &'r str, RejectReason);
type Times = (Option<NaiveDateTime>, Option<NaiveDateTime>, Option<i64>);

impl<'r> Reading<'r> {
    /// Decides what the line is.
    pub fn read(&self) -> Line<'r> {
        if (0..self.cells.len()).all(|column| self.cell(column).is_empty()) {
            return Line::Ignored(Ignored { line: self.line, reason: IgnoreReason::Blank });
        }
        match self.row() {
            Ok(row) => Line::Row(row),
            Err((field, value, reason)) => {
                Line::Reject(Reject { line: self.line, field, value: value.to_owned(), reason })
            }
        }
    }

    fn cell(&self, column: usize) -> &'r str {
        self.cells.get(column)
    }

    fn field(&self, field: Field) -> &'r str {
        self.columns.first(field).map_or("", |column| self.cell(column))
    }

    fn row(&self) -> Result<CanonicalRow<'r>, Fail<'r>> {
        if let Some(more) =
            (self.columns.len()..self.cells.len()).map(|column| self.cell(column)).find(|cell| !cell.is_empty())
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
            let written = self.field(Field::Email);
            let field = if written.is_empty() { Field::Name } else { Field::Email };
            return Err((field, written, RejectReason::NoIdentifier));
        }
        let (join, leave, spent) = self.times()?;
        Ok(CanonicalRow {
            line: self.line,
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

    fn name(&self) -> Cow<'r, str> {
        let joined = |field| {
            let mut cells = self.columns.all(field).map(|column| self.cell(column)).filter(|cell| !cell.is_empty());
            let first = cells.next().unwrap_or_default();
            cells.fold(Cow::Borrowed(first), |so_far, cell| Cow::Owned(format!("{so_far} {cell}")))
        };
        let full = self.field(Field::Name);
        if !self.columns.has(Field::LastNames) && !self.columns.has(Field::FirstNames) {
            return Cow::Borrowed(full);
        }
        let (first, last) = (joined(Field::FirstNames), joined(Field::LastNames));
        let first = if self.columns.has(Field::FirstNames) { first } else { Cow::Borrowed(full) };
        match (first.is_empty(), last.is_empty()) {
            (false, false) => Cow::Owned(format!("{first} {last}")),
            _ if !full.is_empty() => Cow::Borrowed(full),
            (true, _) => last,
            (_, true) => first,
        }
    }

    fn document(&self) -> (&'r str, &'r str) {
        let doc = self.field(Field::Doc);
        match doc.split_once(':') {
            Some((kind, number)) if !number.trim().is_empty() => (kind.trim(), number.trim()),
            _ => (self.field(Field::DocType), doc),
        }
    }

    fn status(&self) -> Result<Option<Presence>, Fail<'r>> {
        match self.field(Field::Status) {
            "" => Ok(None),
            text => match presence::status(text) {
                Some(presence) => Ok(Some(presence)),
                None => Err((Field::Status, text, RejectReason::InvalidStatus)),
            },
        }
    }

    fn minutes(&self) -> Result<Option<i64>, Fail<'r>> {
        let field = if self.columns.has(Field::Minutes) { Field::Minutes } else { Field::Duration };
        let text = self.field(field);
        if text.is_empty() {
            return Ok(None);
        }
        // A spreadsheet may have added an empty decimal part.
        let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
        match whole.parse::<i64>() {
            Ok(minutes) if (0..=MAX_MINUTES).contains(&minutes) => Ok(Some(minutes)),
            _ => Err((Field::Minutes, text, RejectReason::InvalidMinutes)),
        }
    }

    fn times(&self) -> Result<Times, Fail<'r>> {
        let written = [Field::Join, Field::Leave].map(|field| match self.field(field) {
            "" => None,
            text => Stamp::parse(text),
        });
        let order =
            self.options.date_order.or_else(|| written.iter().flatten().find_map(|stamp| self.order_of_day(stamp)));
        let [join, leave] = [(Field::Join, written[0]), (Field::Leave, written[1])];
        let (join, leave) = (self.told(join, order)?, self.told(leave, order)?);
        let moment = |stamp: Option<Stamp>| {
            let stamp = stamp?;
            let order =
                order.unwrap_or(if stamp.date(DateOrder::Dmy).is_some() { DateOrder::Dmy } else { DateOrder::Mdy });
            let moment = stamp.moment_of(order, self.options.session_date, self.options.session_offset)?;
            // What names its zone is on the session's own clock already.
            let change = self.options.clock_change.filter(|_| stamp.offset.is_none());
            Some(change.map_or(moment, |change| change.undone(moment)))
        };
        let (from, mut to) = (moment(join), moment(leave));
        let (Some(join), Some(leave)) = (join, leave) else {
            return Ok((from, to, None));
        };
        let mut spent = match (from, to) {
            (Some(from), Some(to)) => to - from,
            _ => clock(leave) - clock(join),
        };
        if leave.day == Day::Missing && spent < TimeDelta::zero() {
            // Past midnight belongs to the starting day; only who came in the evening can have left then.
            if clock(join).hour() < EVENING {
                return Err((Field::Leave, self.field(Field::Leave), RejectReason::LeaveBeforeJoin));
            }
            spent += TimeDelta::days(1);
            to = to.map(|to| to + TimeDelta::days(1));
        }
        if spent < TimeDelta::zero() {
            return Err((Field::Leave, self.field(Field::Leave), RejectReason::LeaveBeforeJoin));
        }
        Ok((from, to, Some(spent.num_minutes().min(MAX_MINUTES))))
    }

    /// The order in which a stamp names the day of the session, when the other order names another day.
    fn order_of_day(&self, stamp: &Stamp) -> Option<DateOrder> {
        let is_on_it =
            |order: &DateOrder| stamp.date(*order).is_some_and(|date| Some(date) == self.options.session_date);
        let mut orders = [DateOrder::Dmy, DateOrder::Mdy].into_iter().filter(is_on_it);
        orders.next().filter(|_| stamp.is_ambiguous() && orders.next().is_none())
    }

    /// A stamp whose day cannot be told from its month is refused: one row must not be read otherwise than its neighbours.
    fn told(
        &self,
        (field, stamp): (Field, Option<Stamp>),
        order: Option<DateOrder>,
    ) -> Result<Option<Stamp>, Fail<'r>> {
        let text = self.field(field);
        if text.is_empty() {
            return Ok(None);
        }
        let is_date = |stamp: &Stamp| match order {
            Some(order) => stamp.day == Day::Missing || stamp.date(order).is_some(),
            None => !stamp.is_ambiguous(),
        };
        stamp.filter(is_date).map(Some).ok_or((field, text, RejectReason::InvalidTime))
    }
}

fn clock(stamp: Stamp) -> NaiveTime {
    stamp.time.unwrap_or_default()
}
