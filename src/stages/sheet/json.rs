//! JSON lines as rows: one object a line, its keys are the columns. Numbers and yes or no stand for themselves, lists for several
//! values, null for nothing.

use super::{Column, Entry, Sheet};
use ata_model::import::Reject;
use serde_json::Value;

pub(super) fn read(bytes: &[u8], columns: &[Column]) -> Sheet {
    let header = columns.iter().map(|column| column.key.to_owned()).collect::<Vec<_>>();
    let mut sheet = Sheet { source: "json-lines", written: header.clone(), header, ..Sheet::default() };
    let mut passed_over: Vec<String> = Vec::new();
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let number = at as u64 + 1;
        let text = String::from_utf8_lossy(line);
        if text.trim().is_empty() {
            continue;
        }
        match object(line) {
            Some(object) => row(&mut sheet, number, &object, columns, &mut passed_over),
            None => {
                let value: String = text.trim().chars().take(80).collect();
                // The line as it is, in the first column: there somebody can read and retype it.
                sheet.rejects.push((reject(number, "", &value, "json_invalid"), vec![text.trim().to_owned()]));
            }
        }
    }
    sheet
}

fn object(line: &[u8]) -> Option<serde_json::Map<String, Value>> {
    match serde_json::from_slice(line) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

fn reject(line: u64, field: &str, value: &str, reason: &str) -> Reject {
    Reject { line, field: field.to_owned(), value: value.to_owned(), reason: reason.to_owned() }
}

fn row(
    sheet: &mut Sheet,
    line: u64,
    object: &serde_json::Map<String, Value>,
    columns: &[Column],
    passed_over: &mut Vec<String>,
) {
    let mut entry = Entry { line, written: vec![String::new(); columns.len()], ..Entry::default() };
    for (name, value) in object {
        let folded = ata_model::name::fold(name).replace(' ', "_");
        let Some(column) = Column::named(columns, &folded, name) else {
            if !passed_over.contains(name) {
                passed_over.push(name.clone());
                sheet.ignore_column(line, name);
            }
            continue;
        };
        let written = match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        if let Some(at) = columns.iter().position(|other| other.key == column.key) {
            entry.written[at].clone_from(&written);
        }
        let Some(values) = texts(value) else {
            let refused = reject(line, column.key, &written, "value_not_text");
            sheet.rejects.push((refused, entry.written));
            return;
        };
        // A text with semicolons is several values here too, so that a table turned into JSON means the same.
        let values: Vec<String> = match column.is_list {
            true => values.iter().flat_map(|one| one.split(';')).map(|one| one.trim().to_owned()).collect(),
            false => values,
        };
        let values: Vec<String> = values.into_iter().filter(|one| !one.is_empty()).collect();
        if values.len() > 1 && !column.is_list {
            let refused = reject(line, column.key, &written, "several_values");
            sheet.rejects.push((refused, entry.written));
            return;
        }
        if !values.is_empty() {
            entry.values.push((column.key, values));
        }
    }
    sheet.entries.push(entry);
}

/// The texts of a value; none for an object.
fn texts(value: &Value) -> Option<Vec<String>> {
    Some(match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Bool(_) | Value::Number(_) => vec![value.to_string()],
        Value::Array(items) => {
            let mut all = Vec::new();
            for item in items {
                if item.is_array() {
                    return None;
                }
                all.extend(texts(item)?);
            }
            all
        }
        Value::Object(_) => return None,
    })
}
