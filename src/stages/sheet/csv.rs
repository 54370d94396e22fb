//! CSV and spreadsheets as rows: the header names the columns.

use super::{Column, Entry, Sheet};
use crate::error::Fault;
use crate::intake::{
    self, Ambiguity, Attendee, Columns, Field, Input, Options, Sniff, Source, WarnCode, key, listing, sniff,
};
use crate::stages::unreadable;
use ata_model::import::{Reject, Warning};
use std::path::Path;

pub(super) fn read(bytes: &[u8], path: &Path, columns: &[Column], options: &Options) -> Result<Sheet, Fault> {
    let input = Input::Bytes(bytes);
    let is_known = |heading: &str| Column::named(columns, &key(heading), heading).is_some();
    let of_people = columns.iter().any(|column| column.field == Some(Field::Name));
    let is_named_by_hand = !options.map.is_empty() || options.header_row.is_some();
    let sniffed = if of_people && !is_named_by_hand { sniff(input, options).ok() } else { None };
    let found = match sniffed {
        Some(found) if !matches!(found.source, Source::Canonical | Source::HandmadeList) => {
            match export(found, input, columns, options) {
                Some(sheet) => return Ok(sheet),
                None => listing(input, options, of_people, is_known),
            }
        }
        Some(found) => found.people(input, options, is_known),
        None => listing(input, options, of_people, is_known),
    };
    let listing = found.map_err(|error| unreadable::fault(path, &error))?;
    let mut sheet = Sheet {
        source: "canonical",
        ignored: listing.ignored.clone(),
        delimiter: listing.delimiter,
        ..Sheet::default()
    };
    let mut meanings: Vec<Option<&Column>> = Vec::new();
    // The columns beside it may say what a column is: a number to the right of the type of a document is its number.
    let together = Columns::recognise(listing.columns.iter().map(|column| column.text.as_str()));
    let is_said = options.map.iter().any(|(field, _)| field.starts_with("doc"));
    let beside = |at: usize| {
        let field = together.field(at).filter(|field| !is_said && matches!(field, Field::Doc | Field::DocType))?;
        columns.iter().find(|column| column.field == Some(field))
    };
    for (at, column) in listing.columns.iter().enumerate() {
        let found = Column::named(columns, &column.key, &column.text).or_else(|| beside(at));
        // Of two columns with one meaning the first counts; of two telephones that which somebody has.
        let is_new = |found: &&Column| !meanings.iter().flatten().any(|earlier| earlier.key == found.key);
        let found = found.filter(|found| found.is_joined() || found.field == Some(Field::Phone) || is_new(found));
        let is_number = together.field(at) == Some(Field::Number);
        if found.is_none() && !column.text.is_empty() && !is_number {
            sheet.ignore_column(listing.header_line, &column.text);
        }
        sheet.header.push(found.map_or_else(|| column.text.clone(), |found| found.key.to_owned()));
        sheet.written.push(column.text.clone());
        meanings.push(found);
    }
    sheet.warnings.extend(listing.warnings.iter().map(Warning::from));
    let mut beside_others = Vec::new();
    for row in &listing.rows {
        let mut entry = Entry { line: row.line, written: vec![String::new(); sheet.header.len()], ..Entry::default() };
        for (at, value) in &row.values {
            entry.written[*at].clone_from(value);
            if let Some(column) = meanings[*at] {
                let values = match column.is_list {
                    true => value.split(';').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect(),
                    false => vec![value.clone()],
                };
                match entry.values.iter_mut().find(|(known, _)| *known == column.key) {
                    Some((_, known)) if column.is_joined() => known[0] = format!("{} {value}", known[0]),
                    Some(_) if !beside_others.contains(at) => beside_others.push(*at),
                    Some(_) => {}
                    None => entry.values.push((column.key, values)),
                }
            }
        }
        sheet.entries.push(entry);
    }
    for at in beside_others {
        sheet.ignore_column(listing.header_line, &listing.columns[at].text);
    }
    sheet.rejects.extend(listing.rejects.into_iter().map(|reject| {
        let reason = reject.reason.as_str().to_owned();
        let refused = Reject { line: reject.line, field: String::new(), value: reject.value, reason };
        (refused, reject.cells)
    }));
    Ok(sheet)
}

/// What a reader doubts of when people came and left: a directory does not ask.
const OF_PRESENCE: &[WarnCode] = &[
    WarnCode::PresenceUnclear,
    WarnCode::PresenceBlank,
    WarnCode::OpenInterval,
    WarnCode::LeftWithoutJoin,
    WarnCode::LeaveBeforeJoin,
    WarnCode::NoTimes,
    WarnCode::MinutesFromDuration,
    WarnCode::DateOrderSuggested,
    WarnCode::DateOrderAmbiguous,
    WarnCode::DateOrdersMixed,
    WarnCode::SessionDateMismatch,
    WarnCode::NoSessionDate,
    WarnCode::NoStoredDate,
    WarnCode::InvalidTime,
];

/// The people of a file that a system exported: of a meeting, of a form. None of what turns out to be none.
fn export(found: Sniff, input: Input<'_>, columns: &[Column], options: &Options) -> Option<Sheet> {
    let source = found.source.as_str();
    // When they came and left is not asked for here.
    let options = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let found = found.attendance(input, &options).ok()?;
    let header: Vec<String> = columns.iter().map(|column| column.key.to_owned()).collect();
    let entry = |person: &Attendee| {
        let said = |column: &Column| column.field.map_or("", |field| said(person, field)).to_owned();
        let written: Vec<String> = columns.iter().map(said).collect();
        let values = columns.iter().zip(&written).filter(|(_, text)| !text.is_empty());
        let values = values.map(|(column, text)| (column.key, vec![text.clone()])).collect();
        Entry { line: person.lines.first().copied().unwrap_or_default(), values, written }
    };
    let refused = |reject: &intake::Reject| {
        let (field, reason) = (reject.field.as_str().to_owned(), reject.reason.as_str().to_owned());
        let cell =
            |column: &Column| if column.field == Some(reject.field) { reject.value.clone() } else { String::new() };
        (Reject { line: reject.line, field, value: reject.value.clone(), reason }, columns.iter().map(cell).collect())
    };
    let is_of_people = |found: &&intake::Warning| !OF_PRESENCE.contains(&found.code);
    Some(Sheet {
        source,
        written: header.clone(),
        header,
        entries: found.people.iter().map(entry).collect(),
        rejects: found.rejects.iter().map(refused).collect(),
        ignored: found.ignored,
        warnings: found.warnings.iter().filter(is_of_people).map(Warning::from).collect(),
        delimiter: found.delimiter,
    })
}

/// What an export says of somebody.
fn said(person: &Attendee, field: Field) -> &str {
    let text = match field {
        Field::Name => &person.name,
        Field::DocType => &person.document_type,
        Field::Doc => &person.document,
        Field::Email => &person.email,
        Field::Phone => &person.phone,
        Field::Post => &person.post,
        Field::Organisation => &person.organisation,
        Field::Territory => &person.territory,
        _ => &None,
    };
    text.as_deref().unwrap_or_default()
}
