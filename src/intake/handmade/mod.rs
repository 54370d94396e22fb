//! Lists made by hand in a spreadsheet: title block, header over one or two rows, numbered lines, ditto marks, totals, signatures, and
//! lists printed side by side.

mod lines;
mod marks;
mod notices;
mod rows;
mod titles;

use std::borrow::Cow;

use chrono::{NaiveDate, TimeDelta, Timelike};

use super::attendance::Draft;
use super::codes::{IgnoreReason, Presence, RejectReason, WarnCode};
use super::columns::Columns;
use super::email::is_nothing;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::joins::session_day;
use super::minutes::{EVENING, Interval, duration};
use super::options::Options;
use super::people::Sighting;
use super::person_row::{is_somebody, person, value};
use super::presence;
use super::stamp::Stamp;
use super::table::{Row, Table, Warning};
use lines::{Header, header};
use marks::{Sides, choose};
use rows::{Placed, mark_below, mark_notices};
pub(super) use titles::date_of_titles;

/// Reads the list. Everybody who stands in it with a name, a document or an address is a person of it.
pub(super) fn read(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let no_header = || table.no_header(options);
    let at = table.header(options).ok_or_else(no_header)?;
    let Header { mut columns, first, ticks } = header(table, at);
    columns.apply(&options.map)?;
    if !columns.name_person() {
        return Err(no_header());
    }
    if !columns.has(Field::Post)
        && let Some(role) = columns.first(Field::Role)
    {
        columns.set(role, Some(Field::Post));
    }
    let mut draft = Draft { header_line: Some(table.rows[at].line), email_is_contact: true, ..Draft::default() };
    let sides = choose(&mut columns, &table.rows[first..], options, &mut draft);
    date_of_titles(table, at, options, &mut draft)?;
    let width = table.rows[at..first].iter().map(|row| row.cells.len()).max().unwrap_or_default().max(columns.len());
    let blocks = if options.map.is_empty() { columns.side_by_side() } else { None };
    if blocks.is_none() {
        doubt_repeated(&columns, &table.rows[first..], &mut draft);
    }
    let blocks = blocks.unwrap_or_else(|| vec![columns]);
    let mut rows: Vec<Placed<'_>> = match &blocks[..] {
        [columns] => table.rows[first..].iter().map(|row| Placed::whole(row, columns)).collect(),
        _ => table.rows[first..].iter().flat_map(|row| Placed::parts(row, &blocks)).collect(),
    };
    if let Some(sides) = sides {
        rows.iter_mut().for_each(|placed| sides.join(&mut placed.row));
    }
    mark_notices(&mut rows, &blocks, &table.rows[..at]);
    mark_below(&mut rows, &blocks);
    let is_marked = |placed: &Placed<'_>| {
        let columns = &blocks[placed.block];
        let says = |field: &Field| !value(&placed.row, columns, *field).is_empty();
        placed.aside.is_none() && [Field::Status, Field::Signature].iter().any(says)
    };
    let is_marked = rows.iter().any(is_marked);
    let day = session_day(table, options).or(draft.date.map(|(date, _)| date));
    let lists = blocks.into_iter().map(|columns| List { is_marked, day, columns, sides, ticks: ticks.clone() });
    let lists: Vec<List> = lists.collect();
    let mut unread: Vec<&str> = Vec::new();
    for (block, list) in lists.iter().enumerate() {
        for text in list.unread(rows.iter().filter(|placed| placed.block == block)) {
            if !unread.contains(&text) {
                unread.push(text);
            }
        }
    }
    if !unread.is_empty() {
        draft.warn(WarnCode::ColumnIgnored, draft.header_line, unread.join(", "));
    }
    let mut above: Vec<Option<Cow<'_, Row>>> = vec![None; lists.len()];
    for Placed { mut row, block, aside, is_below } in rows {
        if let Some(reason) = aside {
            draft.ignore(row.line, reason);
            continue;
        }
        if is_below {
            let (_, name) = row.filled().next().unwrap_or_default();
            draft.reject(row.line, Field::Name, name, RejectReason::BelowList);
            continue;
        }
        let list = &lists[block];
        if let Some(sign) = table.delimiter.filter(|_| width == 1) {
            row = Cow::Owned(Row { line: row.line, cells: vec![row.cells.join(&String::from(sign))] });
        }
        let more = row.filled().find(|(column, _)| *column >= width && table.delimiter.is_some());
        if let Some((_, more)) = more {
            // A sign that was not quoted has moved the cells: what stands under which heading is not known.
            draft.reject(row.line, Field::Name, more, RejectReason::TooManyCells);
            continue;
        }
        fill_merged(&mut row, table, &list.columns, first);
        take_dittos(&mut row, above[block].as_deref(), &list.columns, &mut draft);
        list.take(&row, &mut draft);
        above[block] = Some(row);
    }
    Ok(draft)
}

/// A list of people as a plain table: its heading in one row, what stands above repeated where a cell says so, and the rows that are
/// nobody's with their reason.
pub(super) struct Plain<'t> {
    pub header: Vec<String>,
    pub rows: Vec<(Cow<'t, Row>, Option<Aside>)>,
    pub warnings: Vec<Warning>,
}

/// Why a row of a list of people is not read.
pub(super) enum Aside {
    Ignored(IgnoreReason),
    Below,
}

/// Lays a list flat whose columns the row at this index names. None of lists that stand side by side.
pub(super) fn plain(table: &Table, at: usize) -> Option<Plain<'_>> {
    let Header { columns, first, .. } = header(table, at);
    if !columns.name_person() || columns.side_by_side().is_some() {
        return None;
    }
    let header = (0..columns.len()).map(|column| columns.text(column).to_owned()).collect();
    let mut placed: Vec<Placed<'_>> = table.rows[first..].iter().map(|row| Placed::whole(row, &columns)).collect();
    let blocks = [columns];
    mark_notices(&mut placed, &blocks, &table.rows[..at]);
    mark_below(&mut placed, &blocks);
    let [columns] = &blocks;
    let mut draft = Draft::default();
    let mut above: Option<Cow<'_, Row>> = None;
    let mut rows = Vec::with_capacity(placed.len());
    for Placed { mut row, aside, is_below, .. } in placed {
        let aside = aside.map(Aside::Ignored).or_else(|| is_below.then_some(Aside::Below));
        if aside.is_none() {
            fill_merged(&mut row, table, columns, first);
            take_dittos(&mut row, above.as_deref(), columns, &mut draft);
            above = Some(row.clone());
        }
        rows.push((row, aside));
    }
    Some(Plain { header, rows, warnings: draft.warnings })
}

/// A column of names or documents that is there twice, without the rest of a second list: the first is read, and that is said.
fn doubt_repeated(columns: &Columns, rows: &[Row], draft: &mut Draft) {
    for (first, second) in columns.repeated() {
        let names = matches!(columns.field(second), Some(Field::Name | Field::Doc));
        let is_used = |row: &Row| !row.get(first).is_empty() && !row.get(second).is_empty();
        if names && rows.iter().any(is_used) {
            draft.warn(WarnCode::DuplicateColumn, draft.header_line, columns.text(second));
        }
    }
}

/// What is known of the list before its rows are read.
struct List {
    columns: Columns,
    ticks: Vec<(usize, Field, String)>,
    sides: Option<Sides>,
    /// Does it say of somebody that they came, or let them sign?
    is_marked: bool,
    /// The day of its clock times.
    day: Option<NaiveDate>,
}

impl List {
    /// Columns that hold something nobody asked about, or whose heading is not understood: whoever sees them named can say what they are.
    fn unread<'l, 't: 'l>(&'l self, rows: impl Iterator<Item = &'l Placed<'t>> + Clone) -> Vec<&'l str> {
        let is_unread = |column: &usize| {
            self.columns.field(*column).is_none()
                && !self.columns.text(*column).is_empty()
                && !self.ticks.iter().any(|(tick, ..)| tick == column)
                && self.sides.is_none_or(|sides| sides.no != *column)
                && rows.clone().any(|placed| placed.aside.is_none() && !placed.row.get(*column).is_empty())
        };
        (0..self.columns.len()).filter(is_unread).map(|column| self.columns.text(column)).collect()
    }

    fn take(&self, row: &Row, draft: &mut Draft) {
        let columns = &self.columns;
        let mut person = person(row, columns, draft);
        if !is_somebody(&person) {
            let unnamed = row.filled().find(|(column, _)| columns.field(*column) != Some(Field::Number));
            let (column, cell) = unnamed.unwrap_or_default();
            let field = columns.field(column).unwrap_or(Field::Name);
            return draft.reject(row.line, field, cell, RejectReason::NoIdentifier);
        }
        for (column, variable, said) in &self.ticks {
            if presence::status(row.get(*column)) == Some(Presence::Present) {
                person.sensitive.insert(*variable, said.clone());
            }
        }
        let (came, left) = self.times(row, draft);
        person.arrival = came.and_then(|stamp| stamp.time);
        // Who came is present or late: the hour decides.
        person.status = self.said_presence(row, came.is_some(), draft);
        person.status = person.status.filter(|status| *status != Presence::Present || person.arrival.is_none());
        let minutes = [Field::Minutes, Field::Duration].map(|field| value(row, columns, field));
        let minutes = minutes.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let reported = duration(minutes);
        if reported.is_none() && !minutes.is_empty() {
            return draft.reject(row.line, Field::Minutes, minutes, RejectReason::InvalidMinutes);
        }
        if reported.is_some() && !self.asks_who_came() {
            // How long somebody stayed is judged by the profile.
            person.status = None;
        }
        let stay = came.zip(left).and_then(|(came, left)| self.stay(came, left));
        if stay.is_none() && left.is_some() && reported.is_none() {
            let code = if came.is_some() { WarnCode::LeaveBeforeJoin } else { WarnCode::LeftWithoutJoin };
            draft.warn(code, row.line, value(row, columns, Field::Leave));
        }
        let (interval, reported) = match (stay, self.day) {
            (Some(interval), Some(_)) => (Some(interval), None),
            (Some(interval), None) => (None, Some((interval.end - interval.start).num_seconds())),
            (None, _) => (None, reported),
        };
        draft.add(Sighting { line: row.line, person, interval, reported });
    }

    /// When somebody came and left; what is no time is said.
    fn times(&self, row: &Row, draft: &mut Draft) -> (Option<Stamp>, Option<Stamp>) {
        let mut time = |fields: &[Field]| {
            let cell = fields.iter().map(|&field| value(row, &self.columns, field)).find(|cell| !is_nothing(cell))?;
            let stamp = Stamp::parse(cell).filter(|stamp| stamp.time.is_some());
            if stamp.is_none() {
                draft.warn(WarnCode::InvalidTime, row.line, cell);
            }
            stamp
        };
        (time(&[Field::Arrival, Field::Join]), time(&[Field::Leave]))
    }

    /// From coming to leaving. Only who came in the evening can have left after midnight; otherwise one of the hours is wrong.
    fn stay(&self, came: Stamp, left: Stamp) -> Option<Interval> {
        let day = self.day.unwrap_or_default();
        let start = day.and_time(came.time?);
        let end = day.and_time(left.time?);
        match end >= start {
            true => Some(Interval { start, end }),
            false => (start.hour() >= EVENING).then(|| Interval { start, end: end + TimeDelta::days(1) }),
        }
    }

    fn asks_who_came(&self) -> bool {
        self.columns.has(Field::Status) || self.columns.has(Field::Signature)
    }

    /// A word in a status column counts as it stands; a mark for a signature is presence; a list without either is of those who came.
    /// Where others are marked, a cell left empty is said: under *asistió* it means that somebody did not come.
    fn said_presence(&self, row: &Row, has_come: bool, draft: &mut Draft) -> Option<Presence> {
        let columns = &self.columns;
        let (status, signature) = (value(row, columns, Field::Status), value(row, columns, Field::Signature));
        let (cell, said) = match (status.is_empty(), signature.is_empty()) {
            (false, _) => (status, presence::status(status)),
            (true, false) => (signature, presence::signature(signature)),
            (true, true) if !self.asks_who_came() => return Some(Presence::Present),
            (true, true) if has_come || !self.is_marked => return None,
            (true, true) => {
                let field = if columns.has(Field::Status) { Field::Status } else { Field::Signature };
                let header = columns.first(field).map_or("", |column| columns.text(column));
                (header, None)
            }
        };
        let is_blank = status.is_empty() && signature.is_empty() && columns.has(Field::Status);
        if said.is_none() {
            draft.warn(if is_blank { WarnCode::PresenceBlank } else { WarnCode::PresenceUnclear }, row.line, cell);
        }
        said.or(is_blank.then_some(Presence::Absent))
    }
}

/// Columns in which a ditto mark or a cell merged downwards repeats what stands above.
const REPEATED: [Field; 3] = [Field::Organisation, Field::Post, Field::Territory];

fn take_dittos(row: &mut Cow<'_, Row>, above: Option<&Row>, columns: &Columns, draft: &mut Draft) {
    for column in REPEATED.into_iter().flat_map(|field| columns.all(field)) {
        let cell = row.get(column);
        if is_ditto(cell) {
            let repeated = above.map_or("", |above| above.get(column)).to_owned();
            draft.warn(WarnCode::Ditto, row.line, columns.text(column));
            row.to_mut().cells[column] = repeated;
        }
    }
}

fn is_ditto(cell: &str) -> bool {
    let marks = !cell.is_empty()
        && cell.chars().all(|c| matches!(c, '"' | '”' | '“' | '″' | '〃' | '\'' | '´' | '’' | '-' | ' '))
        && cell.contains(['"', '”', '“', '″', '〃', '\'', '´', '’']);
    marks || (cell.len() < 16 && matches!(fold(cell).as_str(), "idem" | "id" | "ibidem"))
}

fn fill_merged(row: &mut Cow<'_, Row>, table: &Table, columns: &Columns, first: usize) {
    let (starts, line) = (table.rows.get(first).map_or(0, |row| row.line), row.line);
    for merge in table.merges.iter().filter(|merge| merge.top < line && line <= merge.bottom && merge.top >= starts) {
        let repeats = columns.field(merge.left).is_some_and(|field| REPEATED.contains(&field));
        if repeats && row.get(merge.left).is_empty() {
            let above = table
                .rows
                .iter()
                .find(|above| above.line == merge.top)
                .map_or("", |above| above.get(merge.left))
                .to_owned();
            let cells = &mut row.to_mut().cells;
            if cells.len() <= merge.left {
                cells.resize(merge.left + 1, String::new());
            }
            cells[merge.left] = above;
        }
    }
}
