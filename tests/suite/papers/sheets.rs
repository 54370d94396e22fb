//! Spreadsheets, as openpyxl reads them.

use super::voice;
use ata::mail::language::Language;
use ata::papers::PageSize;
use ata::papers::sheet::{About, Cell, Table, workbook};
use chrono::NaiveDate;
use std::path::Path;
use std::process::Command;

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/papers/workbook.py");

fn about() -> About {
    let at = "2026-03-06T10:00:00Z".parse().expect("an instant");
    About::new("Cronograma", "Secretaría & Salud", at, PageSize::Letter, &voice(Language::Es))
}

fn table() -> Table {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
    let row = |text: &str| {
        let moment = day.and_hms_opt(9, 30, 0).expect("an hour");
        vec![Cell::Text(text.to_owned()), Cell::Day(day), Cell::Moment(moment), Cell::Whole(45), Cell::Money(1250.5)]
    };
    let mut rows: Vec<_> = ["Ñandú «x»", "=1+1", "+57 300", "-", "@x", "a\nb", "\u{1}control"].map(row).to_vec();
    rows.push(vec![
        Cell::Empty,
        Cell::day(Some("s.f.")),
        Cell::moment("2026-03-04T09:00:00-05:00"),
        Cell::Whole(0),
        Cell::Empty,
    ]);
    let columns = ["Tema", "Fecha", "Inicio", "Invitados", "Costo"].map(str::to_owned).to_vec();
    Table { name: "Cronograma: 1/2".to_owned(), columns, rows, ..Table::default() }
}

/// A workbook as openpyxl reads it; none where there is none to ask.
pub fn read(file: &Path) -> Option<serde_json::Value> {
    let output = Command::new(crate::judge::python()?).arg(READER).arg(file).output().expect("the reader runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("the reader answers in JSON"))
}

#[test]
fn the_same_tables_give_the_same_workbook() {
    let tables = [table(), table()];
    assert_eq!(workbook(&tables, &about()), workbook(&tables, &about()));
}

#[test]
fn an_empty_table_is_a_sheet_with_its_header() {
    let empty = Table { rows: Vec::new(), ..table() };
    assert!(workbook(&[empty], &about()).is_ok());
}

#[test]
fn what_stands_above_and_below_a_table_leaves_its_header_where_the_filter_and_the_print_want_it() {
    let above = vec![("Formato".to_owned(), String::new()), ("Entidad".to_owned(), "Secretaría".to_owned())];
    let form = Table { above, below: vec![vec!["Elaborado por".to_owned()]], ..table() };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("book.xlsx");
    std::fs::write(&file, workbook(&[form], &about()).expect("a workbook")).expect("a file");
    let Some(read) = read(&file) else { return };
    assert_eq!((&read["freeze"], &read["filter"], &read["repeat"]), (&"A5".into(), &"A4:E12".into(), &"$4:$4".into()));
    assert_eq!(read["rows"][1][2], serde_json::json!(["s", "Secretaría"]));
    assert_eq!(read["rows"][13][0], serde_json::json!(["s", "Elaborado por"]));
}

#[test]
fn openpyxl_reads_dates_as_dates_figures_as_figures_and_formulas_as_text() {
    let bytes = workbook(&[table()], &about()).expect("a workbook");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("book.xlsx");
    std::fs::write(&file, bytes).expect("a file");
    let Some(read) = read(&file) else { return };
    assert_eq!(read["name"], "Cronograma  1 2");
    assert_eq!(read["freeze"], "A2");
    assert_eq!(read["filter"], "A1:E9");
    assert_eq!(read["repeat"], "$1:$1");
    // As wide as one page, as long as it takes.
    assert_eq!((&read["fit"], &read["fit_height"]), (&true.into(), &0.into()));
    assert_eq!(read["paper"], "1");
    assert_eq!(read["author"], "Secretaría & Salud");
    assert_eq!(read["created"], "2026-03-06T10:00:00");
    let rows = read["rows"].as_array().expect("rows");
    assert_eq!(
        rows[1],
        serde_json::json!([
            ["s", "Ñandú «x»"],
            ["d", "2026-03-04T00:00:00"],
            ["d", "2026-03-04T09:30:00"],
            ["n", "45"],
            ["n", "1250.5"]
        ])
    );
    for (at, text) in [(2, "=1+1"), (3, "+57 300"), (4, "-"), (5, "@x"), (6, "a\nb")] {
        assert_eq!(rows[at][0], serde_json::json!(["s", text]));
    }
    assert_eq!(rows[8][1], serde_json::json!(["s", "s.f."]));
    assert_eq!(rows[8][2], serde_json::json!(["d", "2026-03-04T09:00:00"]));
    assert_eq!(read["quoted"], serde_json::json!(["A3", "A4", "A5", "A6"]));
}
