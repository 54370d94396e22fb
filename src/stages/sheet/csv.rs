//! CSV and spreadsheets as rows: the header names the columns.

use super::{Column, Entry, Sheet};
use crate::error::Fault;
use crate::intake::{self, Ambiguity, Attendee, Columns, Field, Input, Options, Source, WarnCode, key, listing, sniff};
use crate::stages::unreadable;
use ata_model::import::{Reject, Warning};
use std::path::Path;

pub(super) fn read(bytes: &[u8], path: &Path, columns: &[Column], options: &Options) -> Result<Sheet, Fault> {
    let of_people = columns.iter().any(|column| column.field == Some(Field::Name));
    if of_people && let Some(sheet) = export(bytes, columns, options) {
        return Ok(sheet);
    }
    let is_known = |heading: &str| Column::named(columns, &key(heading), heading).is_some();
    let listing =
        listing(Input::Bytes(bytes), options, of_people, is_known).map_err(|error| unreadable::fault(path, &error))?;
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
    sheet.warnings.extend(listing.warnings.iter().map(warning));
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

/// The people of a file that a system exported: of a meeting, of a form. None of any other file, and where its columns were named by hand.
fn export(bytes: &[u8], columns: &[Column], options: &Options) -> Option<Sheet> {
    if !options.map.is_empty() || options.header_row.is_some() {
        return None;
    }
    // When they came and left is not asked for here.
    let options = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let sniffed = sniff(Input::Bytes(bytes), &options).ok()?;
    if matches!(sniffed.source, Source::Canonical | Source::HandmadeList) {
        return None;
    }
    let source = sniffed.source.as_str();
    let found = sniffed.attendance(Input::Bytes(bytes), &options).ok()?;
    let header: Vec<String> = columns.iter().map(|column| column.key.to_owned()).collect();
    let cells = |said: &[(Field, &str)]| -> Vec<String> {
        let said = |column: &Column| said.iter().find(|(field, _)| column.field == Some(*field));
        columns.iter().map(|column| said(column).map_or(String::new(), |(_, text)| (*text).to_owned())).collect()
    };
    let entry = |person: &Attendee| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let written = cells(&[
            (Field::Name, &text(&person.name)),
            (Field::DocType, &text(&person.document_type)),
            (Field::Doc, &text(&person.document)),
            (Field::Email, &text(&person.email)),
            (Field::Phone, &text(&person.phone)),
            (Field::Post, &text(&person.post)),
            (Field::Organisation, &text(&person.organisation)),
            (Field::Territory, &text(&person.territory)),
        ]);
        let values = columns.iter().zip(&written).filter(|(_, text)| !text.is_empty());
        let values = values.map(|(column, text)| (column.key, vec![text.clone()])).collect();
        Entry { line: person.lines.first().copied().unwrap_or_default(), values, written }
    };
    let refused = |reject: &intake::Reject| {
        let (field, reason) = (reject.field.as_str().to_owned(), reject.reason.as_str().to_owned());
        let cells = cells(&[(reject.field, &reject.value)]);
        (Reject { line: reject.line, field, value: reject.value.clone(), reason }, cells)
    };
    Some(Sheet {
        source,
        written: header.clone(),
        header,
        entries: found.people.iter().map(entry).collect(),
        rejects: found.rejects.iter().map(refused).collect(),
        ignored: found.ignored,
        warnings: found.warnings.iter().filter(|found| !OF_PRESENCE.contains(&found.code)).map(warning).collect(),
        delimiter: found.delimiter,
    })
}

fn warning(warning: &intake::Warning) -> Warning {
    Warning { line: warning.line, code: warning.code.as_str().to_owned(), detail: warning.detail.clone() }
}
