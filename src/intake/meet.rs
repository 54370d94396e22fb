//! Google Meet: the report of Workspace and the lists that browser extensions write. Clock times only; the date is in the file name.

use super::attendance::Draft;
use super::codes::{DateFrom, IgnoreReason, Source};
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::handmade::date_of_titles;
use super::joins::{self, Meeting, Placed, Style};
use super::options::Options;
use super::table::{Row, Table};
use super::who::without_suffix;
use super::zoom::not_this;

/// The duration leaves out the time away, so it is right and the distance between the clock times is not.
const STYLE: Style = Style { name: without_suffix, trust_duration: true };

/// Reads either layout.
pub(super) fn read(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let at = table.header(options).ok_or_else(|| not_this(table, Source::MeetNative))?;
    let header = &table.rows[at];
    let mut columns = Columns::recognise(header.cells.iter().map(String::as_str));
    // `Status` says `Left` or `In call` here: no word of attendance.
    columns.all(Field::Status).collect::<Vec<_>>().into_iter().for_each(|column| columns.set(column, None));
    columns.apply(&options.map)?;
    let mut draft = Draft { header_line: Some(header.line), ..Draft::default() };
    let mut rows = Vec::new();
    for row in &table.rows[at + 1..] {
        match aside(row, &columns) {
            Some(reason) => draft.ignore(row.line, reason),
            None => rows.push(Placed { row, columns: &columns }),
        }
    }
    joins::read(&rows, &Meeting::default(), STYLE, table, options, &mut draft)?;
    if draft.date.is_none() {
        let mut titles = Draft::default();
        date_of_titles(table, at, options, &mut titles)?;
        draft.date = titles.date.map(|(date, _)| (date, DateFrom::Preamble));
    }
    Ok(draft)
}

/// Extensions list absentees without times, and close with lines about themselves.
fn aside(row: &Row, columns: &Columns) -> Option<IgnoreReason> {
    if row.is_blank() {
        return None;
    }
    let times = [Field::Join, Field::Leave, Field::Duration].map(|field| row.at(columns.first(field)));
    if times.iter().any(|cell| !cell.is_empty()) {
        return None;
    }
    // An absentee has empty cells behind the name; a note is alone on its line.
    let is_alone = row.cells.len() == 1 && columns.len() > 3;
    let is_note = row.filled().count() == 1
        && (is_alone || row.get(0).len() > 60 || row.get(0).contains("http") || row.get(0).starts_with(['*', '#']));
    Some(if is_note { IgnoreReason::Footer } else { IgnoreReason::NoShow })
}
