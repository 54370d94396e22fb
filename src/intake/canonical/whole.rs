//! A canonical file that was loaded whole: small ones, and those that come as a workbook.

use super::super::attendance::Draft;
use super::super::codes::{DateFrom, IgnoreReason, WarnCode};
use super::super::columns::Columns;
use super::super::document::{document, kind_written};
use super::super::fault::IntakeError;
use super::super::field::Field;
use super::super::joins::of_the_day;
use super::super::minutes::Interval;
use super::super::options::Options;
use super::super::people::{Attendee, Sighting};
use super::super::table::Table;
use super::row::{CanonicalRow, Cells, Line, Reading};

/// True when the first filled row is a header that a program wrote: lower-case names, every one of them ours.
pub(in super::super) fn is_canonical(table: &Table) -> bool {
    let Some(header) = table.rows.iter().find(|row| !row.is_blank()) else {
        return false;
    };
    let columns = Columns::recognise(header.cells.iter().map(String::as_str));
    columns.name_person()
        && columns.side_by_side().is_none()
        && header.filled().all(|(column, cell)| {
            !cell.chars().any(char::is_uppercase) && columns.field(column).is_some_and(Field::is_canonical)
        })
}

/// Reads the rows as the stream does, for the merge that every other source gets.
pub(in super::super) fn read(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let at = match options.header_row {
        Some(line) => table.rows.iter().position(|row| row.line == line),
        None => table.rows.iter().position(|row| !row.is_blank()),
    };
    let no_header = || table.no_header(options);
    let at = at.ok_or_else(no_header)?;
    let mut columns = Columns::recognise(table.rows[at].cells.iter().map(String::as_str));
    columns.apply(&options.map)?;
    if !columns.name_person() {
        return Err(no_header());
    }
    let mut draft = Draft { header_line: Some(table.rows[at].line), email_is_contact: true, ..Draft::default() };
    for row in &table.rows[at + 1..] {
        let cells = Cells::Texts(&row.cells);
        let reading = Reading { line: row.line, cells, columns: &columns, options };
        match reading.read() {
            Line::Row(row) => take(&row, &mut draft),
            Line::Reject(reject) => draft.reject(reject.line, reject.field, &reject.value, reject.reason),
            Line::Ignored(ignored) => draft.ignore(ignored.line, IgnoreReason::Blank),
        }
    }
    of_the_day(&mut draft, options);
    let first = draft.sightings.iter().filter_map(|sighting| Some(sighting.interval?.start)).min();
    draft.date =
        first.map(|first| (first.date(), DateFrom::Cells)).filter(|(date, _)| Some(*date) != options.session_date);
    Ok(draft)
}

fn take(row: &CanonicalRow<'_>, draft: &mut Draft) {
    if let Some(cell) = row.invalid_email {
        draft.warn(WarnCode::InvalidEmail, row.line, cell);
    }
    let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    let mut person = Attendee {
        session: text(row.session),
        name: text(&row.name),
        email: row.email.as_deref().map(str::to_owned),
        phone: text(row.phone),
        organisation: text(row.organisation),
        post: text(row.post),
        territory: text(row.territory),
        status: row.status,
        role: text(row.role),
        ..Attendee::default()
    };
    match document(row.doc) {
        Ok(written) => {
            let written = written.map(|written| (kind_written(row.doc_type).or(written.kind), written.number));
            (person.document_type, person.document) =
                written.map_or((None, None), |(kind, number)| (kind, Some(number)));
        }
        Err(code) => draft.warn(code, row.line, row.doc),
    }
    for (field, cell) in Field::SENSITIVE.into_iter().zip(row.sensitive) {
        person.sensitive.extend(text(cell).map(|cell| (field, cell)));
    }
    let interval = row.join.zip(row.leave).map(|(start, end)| Interval { start, end });
    let reported = row.minutes.map(|minutes| minutes * 60);
    draft.add(Sighting { line: row.line, person, interval, reported });
}
