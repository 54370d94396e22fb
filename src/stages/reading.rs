//! What somebody says of a file that does not say it itself: its columns, its encoding, where its list stands.

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
    /// The same for the readers; the fields of `--map` are left to them to know.
    ///
    /// # Errors
    /// A `--map` that is no `FIELD=COLUMN`; two of them for one field.
    pub fn options(&self) -> Result<Options, Fault> {
        let map = self.map.iter().map(|text| {
            let named = text.split_once('=').map(|(field, column)| (field.trim(), column.trim()));
            named
                .filter(|(field, column)| !field.is_empty() && !column.is_empty())
                .map(|(field, column)| (field.to_owned(), column.to_owned()))
                .ok_or_else(|| Fault::usage(phrase!("import-map-wrong", value = text)))
        });
        let map: Vec<(String, String)> = map.collect::<Result<_, Fault>>()?;
        for (at, (field, column)) in map.iter().enumerate() {
            if let Some((_, first)) = map[..at].iter().find(|(other, _)| other == field) {
                return Err(Fault::usage(phrase!("import-map-twice", field = field, first = first, second = column)));
            }
        }
        Ok(Options {
            map,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            ..Options::default()
        })
    }

    /// What was said, in one text; empty when it was nothing.
    pub fn said(&self) -> String {
        let said = serde_json::json!([self.map, self.encoding, self.sheet, self.header_row]);
        if said == serde_json::json!([[], null, null, null]) { String::new() } else { said.to_string() }
    }
}
