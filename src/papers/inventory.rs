//! The inventory of case files (Formato Único de Inventario Documental) on paper. Which columns there are, under which titles, is data of
//! the institution: here a form comes filled, and is made fit to print.

use super::occasion::Fact;
use super::{Signer, Voice};
use serde::Serialize;

/// A form as it was filled: days and figures as scripts write them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    /// Its days are printed as they stand, `aaaa-mm-dd`; else as the country writes them.
    pub iso_days: bool,
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

    /// Its share of the page's width: a text takes more than a figure, and a title that is not upright needs room for its longest word.
    fn width(&self, is_dense: bool) -> u32 {
        let content = match self.value.as_str() {
            "name" | "file" | "title" => 16,
            "series" | "series_name" | "subseries" => 11,
            "notes" => 9,
            "from" | "to" => 7,
            "case" => 10,
            "code" | "support" | "use" => 6,
            "n" => 5,
            _ => 4,
        };
        let word = self.title.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        if is_dense { content } else { content.max(u32::try_from((word * 2).div_ceil(3)).unwrap_or(4).min(8)) }
    }
}

/// More columns than this leave no room for the titles as they are.
const UPRIGHT_FROM: usize = 16;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inventory {
    pub facts: Vec<Fact>,
    pub entry: Vec<Fact>,
    pub columns: Vec<PrintedColumn>,
    /// Of so many columns that the titles of the narrow ones stand upright.
    pub is_dense: bool,
    pub rows: Vec<Vec<String>>,
    /// None where the form does not say how many there are.
    pub folios: Option<i64>,
    pub note: Option<String>,
    /// Prepared, handed over, received.
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedColumn {
    pub title: String,
    pub width: u32,
    pub group: Option<String>,
    /// Its texts may be parted at their hyphens.
    pub is_reference: bool,
}

impl Inventory {
    pub fn new(form: &Form, signers: Vec<Signer>, voice: &Voice) -> Inventory {
        let day = |value: &str| if form.iso_days { value.to_owned() } else { voice.day(value) };
        let said = |(label, value): &Fact| (!value.is_empty()).then(|| (label.clone(), day(value)));
        let cell = |(value, column): (&String, &Column)| if column.is_day() { day(value) } else { value.clone() };
        let is_dense = form.columns.len() > UPRIGHT_FROM;
        Inventory {
            facts: form.heading.iter().filter_map(said).collect(),
            entry: form.entry.clone(),
            columns: form
                .columns
                .iter()
                .map(|column| PrintedColumn {
                    title: column.title.clone(),
                    width: column.width(is_dense),
                    group: column.group.clone(),
                    is_reference: column.value == "case",
                })
                .collect(),
            rows: form.rows.iter().map(|row| row.iter().zip(&form.columns).map(cell).collect()).collect(),
            is_dense,
            folios: folios(form),
            note: Some(form.note.clone()).filter(|note| !note.is_empty()),
            signers,
        }
    }
}

/// The folios of all rows: as counted in their column, else from the first to the last of each.
fn folios(form: &Form) -> Option<i64> {
    let place = |value: &str| form.columns.iter().position(|column| column.value == value);
    let figure = |row: &Vec<String>, at: usize| row.get(at).and_then(|cell| cell.parse::<i64>().ok());
    match (place("folios"), place("folio_from"), place("folio_to")) {
        (Some(at), _, _) => Some(form.rows.iter().filter_map(|row| figure(row, at)).sum()),
        (None, Some(from), Some(to)) => {
            let one = |row: &Vec<String>| Some(figure(row, to)? - figure(row, from)? + 1);
            Some(form.rows.iter().filter_map(one).sum())
        }
        _ => None,
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
        assert_eq!((printed.folios, printed.facts.len()), (Some(60), 1));
        let iso = Inventory::new(&Form { iso_days: true, ..form }, Vec::new(), &Voice::new(Language::Es, "CO"));
        assert_eq!(iso.rows[0], ["1", "2026-02-03", "2026-06-30", "48"]);
    }

    #[test]
    fn folios_are_summed_from_their_ends_where_the_form_has_no_other_column_for_them() {
        let column = |value: &str| Column { value: value.to_owned(), title: value.to_owned(), group: None };
        let form = |columns: &[&str]| Form {
            columns: columns.iter().copied().map(column).collect(),
            rows: [["1", "9"], ["10", "209"], ["", ""]].map(|row| row.map(str::to_owned).to_vec()).to_vec(),
            ..Form::default()
        };
        assert_eq!(folios(&form(&["folio_from", "folio_to"])), Some(209));
        assert_eq!(folios(&form(&["case", "title"])), None);
    }
}
