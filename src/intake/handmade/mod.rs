//! Lists made by hand in a spreadsheet: title block, header over one or two rows, numbered lines, ditto marks, totals, signatures.

mod lines;

use chrono::NaiveDate;

use super::attendance::Draft;
use super::codes::{DateFrom, Presence, RejectReason, WarnCode};
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::options::{Ambiguity, Options};
use super::order::{Clues, decide};
use super::people::Sighting;
use super::person_row::{is_somebody, person, value};
use super::presence;
use super::stamp::{Day, Stamp};
use super::table::{Row, Table};
use lines::{aside, header};

/// Reads the list. Everybody who stands in it with a name, a document or an address is a person of it.
pub(super) fn read(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let no_header = || IntakeError::NoHeader { found: table.beginning() };
    let at = table.header(options).ok_or_else(no_header)?;
    let (mut columns, first) = header(table, at);
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
    date_of_titles(table, at, options, &mut draft)?;
    let mut above: Option<Row> = None;
    for row in &table.rows[first..] {
        if let Some(reason) = aside(row, &columns) {
            draft.ignore(row.line, reason);
            continue;
        }
        let mut row = row.clone();
        fill_merged(&mut row, table, &columns, first);
        take_dittos(&mut row, above.as_ref(), &columns, &mut draft);
        take(&row, &columns, &mut draft);
        above = Some(row);
    }
    Ok(draft)
}

fn take(row: &Row, columns: &Columns, draft: &mut Draft) {
    let mut person = person(row, columns, draft);
    if !is_somebody(&person) {
        let unnamed = row.filled().find(|(column, _)| columns.field(*column) != Some(Field::Number));
        let (column, cell) = unnamed.unwrap_or_default();
        return draft.reject(row.line, columns.field(column).unwrap_or(Field::Name), cell, RejectReason::NoIdentifier);
    }
    person.status = said_presence(row, columns, draft);
    let arrival =
        [Field::Arrival, Field::Join].into_iter().map(|field| value(row, columns, field)).find(|cell| !cell.is_empty());
    if let Some(cell) = arrival {
        person.arrival = Stamp::parse(cell).and_then(|stamp| stamp.time);
        if person.arrival.is_none() {
            draft.warn(WarnCode::InvalidTime, row.line, cell);
        }
    }
    let minutes = value(row, columns, Field::Minutes);
    let reported = super::minutes::duration(minutes);
    if reported.is_none() && !minutes.is_empty() {
        return draft.reject(row.line, Field::Minutes, minutes, RejectReason::InvalidMinutes);
    }
    draft.add(Sighting { line: row.line, person, interval: None, reported });
}

/// A word in a status column counts as it stands; a mark for a signature is presence; a list without either is of those who came.
fn said_presence(row: &Row, columns: &Columns, draft: &mut Draft) -> Option<Presence> {
    let (status, signature) = (value(row, columns, Field::Status), value(row, columns, Field::Signature));
    if !status.is_empty() {
        let said = presence::status(status);
        if said.is_none() {
            draft.warn(WarnCode::PresenceUnclear, row.line, status);
        }
        return said;
    }
    if !signature.is_empty() {
        let said = presence::signature(signature);
        if said.is_none() {
            draft.warn(WarnCode::PresenceUnclear, row.line, signature);
        }
        return said;
    }
    (!columns.has(Field::Status) && !columns.has(Field::Signature)).then_some(Presence::Present)
}

/// Columns in which a ditto mark or a cell merged downwards repeats what stands above.
const REPEATED: [Field; 3] = [Field::Organisation, Field::Post, Field::Territory];

fn take_dittos(row: &mut Row, above: Option<&Row>, columns: &Columns, draft: &mut Draft) {
    for column in REPEATED.into_iter().flat_map(|field| columns.all(field)) {
        let cell = row.get(column);
        if is_ditto(cell) {
            let repeated = above.map_or("", |above| above.get(column)).to_owned();
            draft.warn(WarnCode::Ditto, row.line, columns.text(column));
            row.cells[column] = repeated;
        }
    }
}

fn is_ditto(cell: &str) -> bool {
    let marks = !cell.is_empty()
        && cell.chars().all(|c| matches!(c, '"' | '”' | '“' | '″' | '〃' | '\'' | '´' | '’' | '-' | ' '))
        && cell.contains(['"', '”', '“', '″', '〃', '\'', '´', '’']);
    marks || matches!(fold(cell).as_str(), "idem" | "id" | "ibidem")
}

fn fill_merged(row: &mut Row, table: &Table, columns: &Columns, first: usize) {
    let starts = table.rows.get(first).map_or(0, |row| row.line);
    for merge in
        table.merges.iter().filter(|merge| merge.top < row.line && row.line <= merge.bottom && merge.top >= starts)
    {
        let repeats = columns.field(merge.left).is_some_and(|field| REPEATED.contains(&field));
        if repeats && row.get(merge.left).is_empty() {
            let above = table
                .rows
                .iter()
                .find(|above| above.line == merge.top)
                .map_or("", |above| above.get(merge.left))
                .to_owned();
            if row.cells.len() <= merge.left {
                row.cells.resize(merge.left + 1, String::new());
            }
            row.cells[merge.left] = above;
        }
    }
}

/// The date in the title block: the first date in or after a cell that says `FECHA`.
fn date_of_titles(table: &Table, header: usize, options: &Options, draft: &mut Draft) -> Result<(), IntakeError> {
    let mut clues = Clues::default();
    for row in &table.rows[..header] {
        let mut labelled = false;
        for (_, cell) in row.filled() {
            let folded = fold(cell);
            let label = folded.starts_with("fecha")
                || folded.starts_with("data")
                || folded.starts_with("date")
                || folded.starts_with("dia");
            let after = cell.split_once(':').map_or("", |(_, after)| after).trim();
            if (label || labelled) && clues.stamps.is_empty() {
                let text = if label && !after.is_empty() { after } else { cell };
                if Stamp::parse(text).is_some_and(|stamp| stamp.day != Day::Missing) {
                    clues.take(row.line, text);
                }
            }
            labelled |= label;
        }
    }
    let lenient = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let decision = decide(&clues, &lenient, table.file_name.as_deref())?;
    let date: Option<NaiveDate> = clues.stamps.first().and_then(|(_, stamp, _)| stamp.date(decision.order));
    draft.date = date.map(|date| (date, DateFrom::TitleBlock));
    draft.decision = Some(decision);
    Ok(())
}
