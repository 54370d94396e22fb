//! What somebody says of a file that does not say it itself: its columns, its encoding, where its list stands.

use super::Column;
use crate::error::Fault;
use crate::intake::Options;
use crate::phrase;
use clap::Args;

/// How a file is to be read.
#[derive(Args, Default)]
pub struct Reading {
    /// Which column holds a field, by its heading or number (several times for several)
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// Encoding of the text, such as windows-1252 (else found out)
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Sheet of a workbook, by its name or number
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    /// Line, or row of the sheet, that names the columns (else found out)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    header_row: Option<u64>,
}

impl Reading {
    /// The same for the readers. The names of the columns are those that `columns` understands.
    ///
    /// # Errors
    /// A `--map` that is no `FIELD=COLUMN`, or names no field.
    pub(super) fn options(&self, columns: &[Column]) -> Result<Options, Fault> {
        let map = self.map.iter().map(|text| {
            let wrong = || Fault::usage(phrase!("import-map-wrong", value = text));
            let (field, column) = text.split_once('=').ok_or_else(wrong)?;
            let (field, column) = (field.trim(), column.trim());
            if field.is_empty() || column.is_empty() {
                return Err(wrong());
            }
            let known = Column::named(columns, field, field).ok_or_else(|| {
                let known: Vec<&str> = columns.iter().map(|column| column.key).collect();
                Fault::usage(phrase!("import-fault-unknown-field", field = field))
                    .hint(phrase!("import-columns", columns = known.join(", ")))
            })?;
            Ok((known.key.to_owned(), column.to_owned()))
        });
        Ok(Options {
            map: map.collect::<Result<_, Fault>>()?,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            ..Options::default()
        })
    }

    /// What was said, in one text; empty when it was nothing.
    pub(super) fn said(&self) -> String {
        let said = serde_json::json!([self.map, self.encoding, self.sheet, self.header_row]);
        if said == serde_json::json!([[], null, null, null]) { String::new() } else { said.to_string() }
    }
}
