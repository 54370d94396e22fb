//! Which lines of a hand-made list are its header, and which below it are no person's.

use super::super::codes::IgnoreReason;
use super::super::columns::Columns;
use super::super::field::Field;
use super::super::fold::{fold, squeeze};
use super::super::person_row::value;
use super::super::table::{Row, Table};

/// The columns, and the index of the first row below the header. A second row of sub-headings (`IDENTIFICACIÓN` over `TIPO | NÚMERO`)
/// is joined to the first.
pub(super) fn header(table: &Table, at: usize) -> (Columns, usize) {
    let top = &table.rows[at];
    let plain = Columns::recognise(top.cells.iter().map(String::as_str));
    let Some(below) = table.rows.get(at + 1).filter(|below| is_second_header(below, &plain)) else {
        return (plain, at + 1);
    };
    let width = top.cells.len().max(below.cells.len());
    let mut group = String::new();
    let texts: Vec<String> = (0..width)
        .map(|column| {
            let (upper, lower) = (top.get(column), below.get(column));
            if !upper.is_empty() {
                group = upper.to_owned();
            }
            match (upper.is_empty(), lower.is_empty()) {
                (_, true) => squeeze(upper),
                _ => squeeze(&format!("{group} {lower}")),
            }
        })
        .collect();
    let columns = Columns::recognise(texts.iter().map(String::as_str));
    (columns, at + 2)
}

fn is_second_header(below: &Row, columns: &Columns) -> bool {
    const PARTS: &[&str] = &[
        "tipo",
        "numero",
        "no",
        "nro",
        "n",
        "nombres",
        "apellidos",
        "primer apellido",
        "segundo apellido",
        "primer nombre",
        "segundo nombre",
        "paterno",
        "materno",
        "cc",
        "ti",
        "ce",
        "otro",
        "entrada",
        "salida",
        "m",
        "f",
        "h",
        "si",
        "nao",
        "sim",
        "dia",
        "mes",
        "ano",
        "fijo",
        "celular",
        "documento",
        "de documento",
    ];
    let named = [Field::Name, Field::FirstNames, Field::Email]
        .iter()
        .filter_map(|&field| columns.first(field))
        .any(|column| !below.get(column).is_empty());
    !below.is_blank() && !named && below.filled().all(|(_, cell)| PARTS.contains(&fold(cell).as_str()))
}

/// Why a row below the header is no person's.
pub(super) fn aside(row: &Row, columns: &Columns) -> Option<IgnoreReason> {
    if row.is_blank() {
        return Some(IgnoreReason::Blank);
    }
    let number = columns.first(Field::Number);
    let mut others = row.filled().filter(|(column, _)| Some(*column) != number).peekable();
    let counter = row.at(number);
    let is_count =
        !counter.is_empty() && counter.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | ' '));
    if is_count && others.peek().is_none() {
        return Some(IgnoreReason::NumberedBlank);
    }
    let same = row
        .filled()
        .filter(|(column, cell)| !columns.text(*column).is_empty() && fold(cell) == fold(columns.text(*column)))
        .count();
    if same >= 2 && same * 2 >= row.filled().count() {
        return Some(IgnoreReason::RepeatedHeader);
    }
    let (first_column, first) = row.filled().next()?;
    let folded = fold(first);
    if starts(&folded, &["total", "totales", "totais", "subtotal", "numero total"]) {
        return Some(IgnoreReason::Total);
    }
    let in_front = Some(first_column) == number && !is_count;
    let known = Field::ALL.iter().filter(|field| field.names_person()).any(|&field| {
        let cell = value(row, columns, field);
        !cell.is_empty() && cell != first
    });
    let says_footer = starts(&folded, FOOTERS) || first.starts_with('*') || first.starts_with("__");
    (if known { in_front && says_footer } else { in_front || says_footer }).then_some(IgnoreReason::Footer)
}

/// First words of lines below the list. Whole words: Horacio is no `hora`.
#[rustfmt::skip]
const FOOTERS: &[&str] = &[
    "firma", "firmas", "elaboro", "elaborado", "reviso", "revisado", "aprobo", "aprobado", "responsable", "nota", "notas", "observacion",
    "observaciones", "sus datos", "los datos", "proteccion de datos", "autorizo", "autorizacion", "de conformidad", "ley", "en cumplimiento",
    "nombre del responsable", "nombre de quien", "assinatura", "responsavel", "os dados", "pagina", "fecha", "hora", "lugar", "convenciones",
    "vo bo", "conforme", "espacio para", "facilitador", "facilitadora",
];

fn starts(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
