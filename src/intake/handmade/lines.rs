//! Which lines of a hand-made list are its header.

use super::super::columns::Columns;
use super::super::field::Field;
use super::super::fold::{fold, squeeze};
use super::super::table::{Row, Table};

/// What the header of a list says.
pub(super) struct Header {
    pub columns: Columns,
    /// Index of the first row below it.
    pub first: usize,
    /// Columns to tick under a heading of the differential approach (`SEXO` over `H | M`): column, variable, what the tick says.
    pub ticks: Vec<(usize, Field, String)>,
}

/// Reads the header. A second row of sub-headings (`IDENTIFICACIÓN` over `TIPO | NÚMERO`) is joined to the first, and where the row that
/// names most columns has a row of groups above it, a heading that spans both is read from there.
pub(super) fn header(table: &Table, at: usize) -> Header {
    let top = spanned(table, at);
    let plain = Columns::recognise(top.cells.iter().map(String::as_str));
    let Some(below) = table.rows.get(at + 1).filter(|below| is_second_header(below, &top, &plain)) else {
        return Header { columns: plain, first: at + 1, ticks: Vec::new() };
    };
    let width = top.cells.len().max(below.cells.len());
    let mut group = String::new();
    let mut ticks = Vec::new();
    let texts: Vec<String> = (0..width)
        .map(|column| {
            let (upper, lower) = (top.get(column), below.get(column));
            if !upper.is_empty() {
                group = upper.to_owned();
            }
            if lower.is_empty() {
                return squeeze(upper);
            }
            // `PARTICIPANTE` over `NOMBRES | APELLIDOS`.
            if [group.as_str(), lower].iter().all(|heading| Field::of(heading).is_some_and(Field::is_of_name)) {
                return squeeze(lower);
            }
            if let Some(variable) = Field::of(&group).filter(|field| Field::SENSITIVE.contains(field)) {
                ticks.push((column, variable, squeeze(lower)));
            }
            squeeze(&format!("{group} {lower}"))
        })
        .collect();
    let mut columns = Columns::recognise(texts.iter().map(String::as_str));
    for column in 0..columns.len() {
        let own = Field::of(below.get(column)).filter(|&field| !columns.has(field));
        if columns.field(column).is_none() && ticks.iter().all(|(ticked, ..)| *ticked != column) && own.is_some() {
            columns.set(column, own);
        }
    }
    Header { columns, first: at + 2, ticks }
}

/// The row that names the columns, with the headings of the row above it where it has none of its own.
fn spanned(table: &Table, at: usize) -> Row {
    let mut row = table.rows[at].clone();
    let Some(above) = at.checked_sub(1).map(|above| &table.rows[above]).filter(|above| above.line + 1 == row.line)
    else {
        return row;
    };
    if above.filled().count() < 2 || above.filled().any(|(_, cell)| cell.contains(':')) {
        return row;
    }
    let named: Vec<(usize, String)> = above
        .filled()
        .filter(|(column, cell)| row.get(*column).is_empty() && Field::of(cell).is_some())
        .map(|(column, cell)| (column, cell.to_owned()))
        .collect();
    for (column, text) in named {
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text;
    }
    row
}

/// Sub-headings: words under headings that span several columns, and nothing where a person's own cells would be.
fn is_second_header(below: &Row, top: &Row, columns: &Columns) -> bool {
    let own = [Field::Name, Field::FirstNames, Field::Email, Field::Number];
    let named = own.iter().filter_map(|&field| columns.first(field)).any(|column| !below.get(column).is_empty());
    let several = below.filled().count() >= 2;
    let is_part_of_all = || several && below.filled().all(|(_, cell)| PARTS.contains(&fold(cell).as_str()));
    if below.is_blank() || (named && !is_part_of_all()) {
        return false;
    }
    let is_word =
        |cell: &str| cell.chars().any(char::is_alphabetic) && !cell.contains(|c: char| c.is_ascii_digit() || c == '@');
    // A heading spans the columns to its right that have none.
    let spans = |column: usize| {
        top.get(column).is_empty() || (top.get(column + 1).is_empty() && !below.get(column + 1).is_empty())
    };
    let is_part = |(column, cell): (usize, &str)| {
        let folded = fold(cell);
        PARTS.contains(&folded.as_str())
            || (folded == "no" && cell.contains(['°', 'º']))
            || (several && spans(column) && CHOICES.contains(&folded.as_str()))
    };
    let is_day = |(column, cell): (usize, &str)| {
        let is_number = cell.len() <= 2 && cell.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        (is_number || names_a_day(cell)) && spans(column)
    };
    below.filled().all(is_part)
        || (several && below.filled().all(is_day))
        || (several && below.filled().all(|(column, cell)| is_word(cell) && spans(column)))
}

/// `18/03`, `18-03-2026`.
fn names_a_day(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Words that only a second row of headings has.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "tipo", "numero", "nro", "nombre", "nombres", "apellido", "apellidos", "primer apellido", "segundo apellido", "primer nombre", "segundo nombre",
    "paterno", "materno", "entrada", "salida", "dia", "mes", "ano", "fijo", "celular", "documento", "de documento",
];

/// Words for a second row of headings where one above spans several columns; under a heading of their own they are somebody's answer.
const CHOICES: &[&str] = &["cc", "ti", "ce", "otro", "m", "f", "h", "si", "no", "n", "nao", "sim"];
