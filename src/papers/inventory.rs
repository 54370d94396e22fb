//! The inventory of case files (Formato Único de Inventario Documental) on paper. Which columns there are, under which titles, is data of
//! the institution: here a form comes filled, and is made fit to print.

use super::occasion::Fact;
use super::{Signer, Voice};
use serde::Serialize;

/// A form as it was filled: days and figures as scripts write them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    /// Label and value.
    pub heading: Vec<Fact>,
    /// Registro de entrada; empty unless it is a transfer.
    pub entry: Vec<Fact>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// `Elaborado por`, `Entregado por` …
    pub signers: Vec<String>,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it holds, such as `folio_from`: decides its width, and that days and figures are printed as such.
    pub value: String,
    pub title: String,
    /// The title that several columns stand under.
    pub group: Option<String>,
}

impl Column {
    pub fn is_day(&self) -> bool {
        matches!(self.value.as_str(), "from" | "to")
    }

    pub fn is_figure(&self) -> bool {
        matches!(self.value.as_str(), "n" | "folio_from" | "folio_to" | "folios")
    }

    /// Its share of the page's width: a text takes more than a figure, and a title needs room for its longest word.
    fn width(&self) -> u32 {
        let content = match self.value.as_str() {
            "name" | "file" | "title" => 16,
            "series" | "series_name" | "subseries" => 11,
            "notes" => 9,
            "from" | "to" => 7,
            "code" | "case" | "support" | "use" => 6,
            _ => 4,
        };
        let word = self.title.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        content.max(u32::try_from(word / 2).unwrap_or(4).min(8))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inventory {
    pub facts: Vec<Fact>,
    pub entry: Vec<Fact>,
    pub columns: Vec<PrintedColumn>,
    pub rows: Vec<Vec<String>>,
    pub folios: i64,
    pub note: Option<String>,
    /// Prepared, handed over, received.
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedColumn {
    pub title: String,
    pub width: u32,
    pub group: Option<String>,
}

impl Inventory {
    pub fn new(form: &Form, signers: Vec<Signer>, voice: &Voice) -> Inventory {
        let said = |(label, value): &Fact| (!value.is_empty()).then(|| (label.clone(), voice.day(value)));
        let cell = |(value, column): (&String, &Column)| if column.is_day() { voice.day(value) } else { value.clone() };
        let total = form.columns.iter().position(|column| column.value == "folios");
        let folios = |row: &Vec<String>| total.and_then(|at| row.get(at)?.parse::<i64>().ok());
        Inventory {
            facts: form.heading.iter().filter_map(said).collect(),
            entry: form.entry.clone(),
            columns: form
                .columns
                .iter()
                .map(|column| PrintedColumn {
                    title: column.title.clone(),
                    width: column.width(),
                    group: column.group.clone(),
                })
                .collect(),
            rows: form.rows.iter().map(|row| row.iter().zip(&form.columns).map(cell).collect()).collect(),
            folios: form.rows.iter().filter_map(folios).sum(),
            note: Some(form.note.clone()).filter(|note| !note.is_empty()),
            signers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::language::Language;

    #[test]
    fn days_are_printed_as_the_country_writes_them_and_folios_are_summed() {
        let column = |value: &str| Column { value: value.to_owned(), title: value.to_owned(), group: None };
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let form = Form {
            heading: vec![("Objeto".to_owned(), "Inventario".to_owned()), ("Oficina".to_owned(), String::new())],
            columns: ["n", "from", "to", "folios"].map(column).to_vec(),
            rows: vec![row(["1", "2026-02-03", "2026-06-30", "48"]), row(["2", "s.f.", "", "12"])],
            ..Form::default()
        };
        let printed = Inventory::new(&form, Vec::new(), &Voice::new(Language::Es, "CO"));
        assert_eq!(printed.rows[0], ["1", "03/02/2026", "30/06/2026", "48"]);
        assert_eq!(printed.rows[1], ["2", "s.f.", "", "12"]);
        assert_eq!((printed.folios, printed.facts.len()), (60, 1));
    }
}
