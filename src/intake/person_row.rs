//! What one row of a table says of a person, whichever format it is: name, document, ways to reach, organisation, sensitive columns.

use super::attendance::Draft;
use super::codes::WarnCode;
use super::columns::Columns;
use super::document::{document, kind_of_header, kind_written};
use super::email::{Address, address, is_nothing};
use super::field::Field;
use super::fold::squeeze;
use super::people::Attendee;
use super::table::Row;
use super::who::{is_name, without_suffix};

/// The first filled cell among the columns of one meaning.
pub(super) fn value<'r>(row: &'r Row, columns: &Columns, field: Field) -> &'r str {
    columns.all(field).map(|column| row.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default()
}

/// Reads the person of a row, warning about cells that cannot be used. The row may turn out to name nobody.
pub(super) fn person(row: &Row, columns: &Columns, draft: &mut Draft) -> Attendee {
    let text = |field| Some(squeeze(value(row, columns, field))).filter(|text| !is_nothing(text));
    let mut person = Attendee {
        session: text(Field::Session),
        name: name(row, columns),
        phone: text(Field::Phone),
        organisation: text(Field::Organisation),
        post: text(Field::Post),
        territory: text(Field::Territory),
        role: text(Field::Role),
        birth: text(Field::Birth),
        ..Attendee::default()
    };
    person.email = email(row, columns, draft);
    take_document(&mut person, row, columns, draft);
    for field in Field::SENSITIVE {
        if let Some(value) = text(field) {
            person.sensitive.insert(field, value);
        }
    }
    for (column, cell) in row.filled() {
        if looks_like_formula(cell) && columns.field(column) != Some(Field::Phone) {
            draft.warn(WarnCode::FormulaText, row.line, columns.text(column));
        }
    }
    person
}

/// True when the row names somebody.
pub(super) fn is_somebody(person: &Attendee) -> bool {
    person.name.is_some() || person.document.is_some() || person.email.is_some()
}

/// Full name: from its own column, or first names and last names in the order in which people say them.
fn name(row: &Row, columns: &Columns) -> Option<String> {
    let joined = |field| {
        let cells: Vec<&str> =
            columns.all(field).map(|column| row.get(column)).filter(|cell| !cell.is_empty()).collect();
        cells.join(" ")
    };
    let (full, first, last) =
        (value(row, columns, Field::Name).to_owned(), joined(Field::FirstNames), joined(Field::LastNames));
    let name = match (full.is_empty(), first.is_empty(), last.is_empty()) {
        (_, false, false) => format!("{first} {last}"),
        (false, true, false) => format!("{full} {last}"),
        (false, _, true) => full,
        (true, _, _) => format!("{first}{last}"),
    };
    Some(without_suffix(&name)).filter(|name| is_name(name) && !is_nothing(name))
}

fn email(row: &Row, columns: &Columns, draft: &mut Draft) -> Option<String> {
    let mut found = None;
    for column in columns.all(Field::Email) {
        let cell = row.get(column);
        match address(cell) {
            Address::None => {}
            Address::One(email) => {
                found.get_or_insert(email.into_owned());
            }
            Address::Several(email) => {
                draft.warn(WarnCode::SeveralEmails, row.line, cell);
                found.get_or_insert(email.into_owned());
            }
            Address::Invalid => draft.warn(WarnCode::InvalidEmail, row.line, cell),
        }
    }
    found
}

fn take_document(person: &mut Attendee, row: &Row, columns: &Columns, draft: &mut Draft) {
    let Some(column) = columns.all(Field::Doc).find(|&column| !row.get(column).is_empty()) else {
        return;
    };
    let cell = row.get(column);
    match document(cell) {
        Ok(None) => {}
        Ok(Some(written)) => {
            if written.repaired {
                draft.warn(WarnCode::DocumentRepaired, row.line, cell);
            }
            person.document_type = kind_written(value(row, columns, Field::DocType))
                .or(written.kind)
                .or_else(|| kind_of_header(columns.text(column)).map(str::to_owned));
            person.document = Some(written.number);
        }
        Err(code) => draft.warn(code, row.line, cell),
    }
}

/// Text that a spreadsheet would run. `+57 300…`, `-` and `@name` alone are innocent here and kept without a word.
pub(super) fn looks_like_formula(cell: &str) -> bool {
    cell.starts_with('=') && cell.len() > 1
}
