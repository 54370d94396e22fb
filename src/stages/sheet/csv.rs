//! CSV and spreadsheets as rows: the header names the columns.

use super::{Column, Entry, Sheet};
use crate::error::Fault;
use crate::intake::{Columns, Field, Input, Options, key, listing};
use crate::stages::unreadable;
use ata_model::import::{Reject, Warning};
use std::path::Path;

pub(super) fn read(bytes: &[u8], path: &Path, columns: &[Column], options: &Options) -> Result<Sheet, Fault> {
    let is_known = |heading: &str| Column::named(columns, &key(heading), heading).is_some();
    let listing = listing(Input::Bytes(bytes), options, is_known).map_err(|error| unreadable::fault(path, &error))?;
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
    sheet.warnings.extend(listing.warnings.iter().map(|warning| Warning {
        line: warning.line,
        code: warning.code.as_str().to_owned(),
        detail: warning.detail.clone(),
    }));
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
