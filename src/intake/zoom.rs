//! Zoom: participants of a meeting (with or without preamble, per join or per user) and the attendee report of a webinar.

use super::attendance::Draft;
use super::codes::Source;
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::joins::{self, Meeting, Placed, Style};
use super::options::Options;
use super::table::{Row, Table};
use super::who::original_name;

const STYLE: Style = Style { name: original_name, trust_duration: false };

/// Reads the participants of a meeting: one row a join, or one row a user.
pub(super) fn meeting(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let at = table.header(options).ok_or_else(|| not_this(table, Source::ZoomMeeting))?;
    let mut columns = columns_of(&table.rows[at]);
    columns.apply(&options.map)?;
    let mut draft = Draft { header_line: Some(table.rows[at].line), ..Draft::default() };
    let rows: Vec<Placed<'_>> = table.rows[at + 1..].iter().map(|row| Placed { row, columns: &columns }).collect();
    let above = Meeting::above(table.rows[..at].iter());
    joins::read(&rows, &above, STYLE, table, options, &mut draft)?;
    Ok(draft)
}

/// Reads a webinar report: tables for host, panelists, attendees and callers, each under a title and with a header of its own.
pub(super) fn webinar(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let mut sections: Vec<(usize, Columns)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let columns = columns_of(row);
        if columns.has(Field::Name)
            && (columns.has(Field::Join) || columns.has(Field::Duration))
            && columns.rank().1 >= 3
        {
            sections.push((at, columns));
        }
    }
    let widest = sections.iter().max_by_key(|(at, _)| (table.rows[*at].filled().count(), std::cmp::Reverse(*at)));
    let Some(&(header, _)) = widest else {
        return Err(not_this(table, Source::ZoomWebinar));
    };
    let mut draft = Draft { header_line: Some(table.rows[header].line), ..Draft::default() };
    let mut rows = Vec::new();
    for (index, (at, columns)) in sections.iter().enumerate() {
        let end = sections.get(index + 1).map_or(table.rows.len(), |(next, _)| *next);
        let body = table.rows[at + 1..end].iter().filter(|row| !is_title(row));
        rows.extend(body.map(|row| Placed { row, columns }));
    }
    joins::read(&rows, &Meeting::default(), STYLE, table, options, &mut draft)?;
    Ok(draft)
}

/// A section title has its first cell filled and nothing else.
fn is_title(row: &Row) -> bool {
    row.filled().count() == 1 && !row.get(0).is_empty()
}

fn columns_of(row: &Row) -> Columns {
    let mut columns = Columns::recognise(row.cells.iter().map(String::as_str));
    let folded: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
    // The column of the person, where a variant repeats the host's on every row.
    if let Some(original) = folded.iter().position(|text| text == "nameoriginalname" || text == "name original name") {
        columns.all(Field::Name).collect::<Vec<_>>().into_iter().for_each(|column| columns.set(column, None));
        columns.set(original, Some(Field::Name));
        let emails: Vec<usize> = columns.all(Field::Email).collect();
        if emails.iter().any(|&column| column > original) {
            emails.into_iter().filter(|&column| column < original).for_each(|column| columns.set(column, None));
        }
    }
    // Beside the name of the account stand first name and surname, as they were given when registering.
    if columns.has(Field::LastNames) && columns.all(Field::Name).count() > 1 {
        let first = folded.iter().position(|text| text == "nombre" || text == "nome");
        first.into_iter().for_each(|column| columns.set(column, Some(Field::FirstNames)));
    }
    for (column, text) in folded.iter().enumerate() {
        match text.as_str() {
            // In 2021 the Spanish report called the join column by a mistranslation of *Join*.
            "puesto de trabajo" if !columns.has(Field::Join) => columns.set(column, Some(Field::Join)),
            "nombre de usuario" | "nome de usuario" if !columns.has(Field::Name) => {
                columns.set(column, Some(Field::Name))
            }
            "duration minutes 2" if !columns.has(Field::Duration) => columns.set(column, Some(Field::Duration)),
            _ => {}
        }
    }
    columns
}

pub(super) fn not_this(table: &Table, source_asked: Source) -> IntakeError {
    IntakeError::NotThisSource { source_asked, found: table.beginning() }
}
