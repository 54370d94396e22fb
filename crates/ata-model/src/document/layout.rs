//! Layouts of the inventory (FUID): which columns a body's form has, as data. The base is the model of the AGN (Acuerdo 042 of
//! 2002); bodies use variants of it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a column may hold. `empty` is for columns that people fill in by hand.
pub const COLUMN_VALUES: &[&str] = &[
    "n",
    "code",
    "code_office",
    "code_series",
    "code_subseries",
    "name",
    "series",
    "series_name",
    "subseries",
    "case",
    "title",
    "file",
    "from",
    "to",
    "box",
    "folder",
    "volume",
    "tome",
    "other",
    "folio_from",
    "folio_to",
    "folios",
    "support",
    "format",
    "class",
    "use",
    "notes",
    "empty",
];

/// What a line of the heading may hold.
pub const HEADER_VALUES: &[&str] = &["sender", "producer", "unit", "office", "purpose", "date", "empty"];

/// Who may sign.
pub const SIGNERS: &[&str] = &["made", "approved", "handed", "received"];

/// One layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    pub name: String,
    /// Title of the form; none: the program's own word for it.
    #[serde(default)]
    pub title: Option<String>,
    /// The norm or the form it is taken from.
    #[serde(default)]
    pub source: String,
    /// Its days are written `aaaa-mm-dd`, as the form says; else as the country writes them.
    #[serde(default)]
    pub iso_days: bool,
    pub header: Vec<Field>,
    pub columns: Vec<Column>,
    #[serde(default)]
    pub signers: Vec<String>,
    /// Printed below everything.
    #[serde(default)]
    pub note: String,
}

/// A line of the heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// One of [`HEADER_VALUES`].
    pub value: String,
    #[serde(default)]
    pub title: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// One of [`COLUMN_VALUES`].
    pub value: String,
    #[serde(default)]
    pub title: Option<String>,
    /// The title that several columns stand under.
    #[serde(default)]
    pub group: Option<String>,
}

/// What is wrong with a layout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutFault {
    /// Not TOML, or not the fields of a layout; `detail` is the reader's own remark, in English. Both numbers from 1.
    #[error("{line}:{column}: {detail}")]
    Syntax { line: usize, column: usize, detail: String },
    #[error("unknown value {value}")]
    UnknownValue { value: String, known: Vec<&'static str> },
    /// `empty` needs a title of its own: there is no word for it.
    #[error("an empty column without title")]
    Untitled,
    #[error("no columns")]
    NoColumns,
}

impl Layout {
    /// Reads a layout written in TOML.
    ///
    /// # Errors
    /// The first fault of the file.
    pub fn parse(text: &str) -> Result<Layout, LayoutFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let layout: Layout = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start).min(text.len());
            let before = text.get(..at).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            LayoutFault::Syntax { line, column, detail: error.message().to_owned() }
        })?;
        if layout.columns.is_empty() {
            return Err(LayoutFault::NoColumns);
        }
        let among = |value: &String, known: &[&'static str]| match known.contains(&value.as_str()) {
            true => Ok(()),
            false => Err(LayoutFault::UnknownValue { value: value.clone(), known: known.to_vec() }),
        };
        for column in &layout.columns {
            among(&column.value, COLUMN_VALUES)?;
        }
        for field in &layout.header {
            among(&field.value, HEADER_VALUES)?;
        }
        for signer in &layout.signers {
            among(signer, SIGNERS)?;
        }
        let columns = layout.columns.iter().map(|column| (&column.value, &column.title));
        let fields = layout.header.iter().map(|field| (&field.value, &field.title));
        if columns.chain(fields).any(|(value, title)| value == "empty" && title.is_none()) {
            return Err(LayoutFault::Untitled);
        }
        Ok(layout)
    }
}

/// Why an inventory is made (Objeto). The two transfers have an entry in the register of the archive that receives.
pub const PURPOSES: &[&str] = &[
    "office",
    "central",
    "primary-transfer",
    "secondary-transfer",
    "accumulated",
    "merger",
    "individual",
    "elimination",
];

/// Only a transfer is entered by the archive that receives it (Registro de entrada).
pub fn is_transfer(purpose: &str) -> bool {
    matches!(purpose, "primary-transfer" | "secondary-transfer")
}

/// Office, series and subseries of a code such as `120-2-40`; what is left out is empty.
pub fn code_parts(code: &str) -> [&str; 3] {
    let mut parts = code.splitn(3, '-');
    [parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default()]
}

/// The forms of the files in one folder, such as `MD, PDF`.
pub fn formats<'a>(extensions: impl Iterator<Item = &'a str>) -> String {
    let all: BTreeSet<String> = extensions.filter(|one| !one.is_empty()).map(str::to_uppercase).collect();
    all.into_iter().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_says_what_is_wrong_and_where() {
        let good = "name = \"x\"\nheader = []\ncolumns = [{ value = \"n\" }]\n";
        assert!(Layout::parse(good).is_ok());
        for (text, expected) in [
            (good.replace("\"n\"", "\"m\""), "unknown value m"),
            (good.replace("[{ value = \"n\" }]", "[]"), "no columns"),
            (good.replace("\"n\"", "\"empty\""), "an empty column without title"),
            (good.replace("header = []", "header = ["), "3:9: "),
            (good.replace("header", "cabeza"), "2:1"),
        ] {
            let fault = Layout::parse(&text).expect_err(&text).to_string();
            assert!(fault.starts_with(expected) || fault.contains("missing field"), "{text}: {fault}");
        }
    }

    #[test]
    fn a_code_falls_into_office_series_and_subseries() {
        for (code, parts) in [("120-2-40", ["120", "2", "40"]), ("AT", ["AT", "", ""]), ("1-2-3-4", ["1", "2", "3-4"])]
        {
            assert_eq!(code_parts(code), parts);
        }
    }
}
