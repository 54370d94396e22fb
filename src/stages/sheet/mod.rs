//! A file that a register is filled from: rows with named columns, from CSV, a spreadsheet or JSON lines.

mod csv;
mod json;
mod ledger;
mod take;
mod value;

pub use ledger::{Difference, Ledger, Took};
pub use take::{Order, RowFault, named, registered, take_in};
pub use value::{Choices, day, flag, grade};

use crate::error::Fault;
use crate::intake::{Field, Ignored, Options};
use crate::phrase;
use ata_model::import::{Reject, Warning};
use ata_model::print::Print;
use std::path::Path;

/// A column that is understood, by its name and by what it is called in Spanish and Portuguese.
pub struct Column {
    pub key: &'static str,
    /// Other names, folded, with `_` for blanks.
    pub also: &'static [&'static str],
    /// May a cell hold several values, separated by `;`?
    pub is_list: bool,
    /// The meaning in a list of people, which has more names for it.
    pub field: Option<Field>,
}

impl Column {
    pub const fn one(key: &'static str, also: &'static [&'static str]) -> Column {
        Column { key, also, is_list: false, field: None }
    }

    pub const fn list(key: &'static str, also: &'static [&'static str]) -> Column {
        Column { key, also, is_list: true, field: None }
    }

    /// A column of a list of people.
    pub const fn of_person(key: &'static str, also: &'static [&'static str], field: Field) -> Column {
        Column { key, also, is_list: false, field: Some(field) }
    }

    /// The fields that were named by hand, by their keys.
    ///
    /// # Errors
    /// One that none of the columns is.
    fn keys(columns: &[Column], map: &mut [(String, String)]) -> Result<(), Fault> {
        for (field, _) in map {
            let known = Column::named(columns, field, field).ok_or_else(|| {
                let known: Vec<&str> = columns.iter().map(|column| column.key).collect();
                Fault::usage(phrase!("import-fault-unknown-field", field = &*field))
                    .hint(phrase!("import-columns", columns = known.join(", ")))
            })?;
            known.key.clone_into(field);
        }
        Ok(())
    }

    /// The column that a header names, by its key, else by its text as it is written.
    fn named<'c>(columns: &'c [Column], header: &str, text: &str) -> Option<&'c Column> {
        let own = columns.iter().find(|column| column.key == header || column.also.contains(&header));
        own.or_else(|| {
            let field = Some(Field::of(text)?);
            columns.iter().find(|column| column.field == field)
        })
    }

    /// Does a person have several of these, which are one: first and second surname?
    fn is_joined(&self) -> bool {
        matches!(self.field, Some(Field::FirstNames | Field::LastNames))
    }
}

/// One row: what it says in the columns that are understood, and all of it as written.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub line: u64,
    values: Vec<(&'static str, Vec<String>)>,
    written: Vec<String>,
}

impl Entry {
    /// What stands in a column; none when it is empty.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.all(key).first().map(String::as_str)
    }

    /// Everything the row says, as a number.
    fn print(&self, salt: Print) -> u64 {
        let mut print = salt;
        let mut values: Vec<&(&'static str, Vec<String>)> = self.values.iter().collect();
        values.sort();
        for (column, values) in values {
            print.text(column).number(i64::try_from(values.len()).ok());
            for value in values {
                print.text(value);
            }
        }
        print.value()
    }

    pub fn all(&self, key: &str) -> &[String] {
        self.values.iter().find(|(column, _)| *column == key).map_or(&[], |(_, values)| values)
    }
}

/// A file as rows.
#[derive(Debug, Default)]
pub struct Sheet {
    pub source: &'static str,
    pub header: Vec<String>,
    /// The header as the file has it.
    pub written: Vec<String>,
    pub entries: Vec<Entry>,
    /// Rows that could not be read, with what was written in them.
    pub rejects: Vec<(Reject, Vec<String>)>,
    /// Lines passed over.
    pub ignored: Vec<Ignored>,
    pub warnings: Vec<Warning>,
    pub delimiter: Option<char>,
}

impl Sheet {
    fn ignore_column(&mut self, line: u64, header: &str) {
        let code = "column_ignored".to_owned();
        self.warnings.push(Warning { line: Some(line), code, detail: header.to_owned() });
    }
}

/// Reads the bytes of a file: JSON lines when they begin with `{`, else CSV or a spreadsheet. One of `required` must be a column of it.
///
/// # Errors
/// The file cannot be read as rows, or no column is the required one.
pub fn read(
    bytes: &[u8],
    path: &Path,
    columns: &[Column],
    required: &[&str],
    options: &Options,
) -> Result<Sheet, Fault> {
    let begin = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_json = begin.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let sheet = if is_json { json::read(begin, columns) } else { csv::read(bytes, path, columns, options)? };
    if !is_json && !sheet.header.iter().any(|header| required.contains(&header.as_str())) {
        let known: Vec<&str> = columns.iter().map(|column| column.key).collect();
        let found: Vec<&str> = sheet.header.iter().map(String::as_str).take(40).collect();
        let phrase = phrase!(
            "import-no-column",
            file = path.display().to_string(),
            column = required.first().copied().unwrap_or_default(),
            found = crate::stages::unreadable::beginnings(&found, ", "),
        );
        return Err(Fault::usage(phrase).hint(phrase!("import-columns", columns = known.join(", "))));
    }
    Ok(sheet)
}
