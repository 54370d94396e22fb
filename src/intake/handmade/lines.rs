//! Which lines of a hand-made list are its header, and which below it are no person's.

use super::super::codes::IgnoreReason;
use super::super::columns::Columns;
use super::super::field::Field;
use super::super::fold::{fold, squeeze};
use super::super::person_row::value;
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
    if below.is_blank() || named {
        return false;
    }
    let is_word =
        |cell: &str| cell.chars().any(char::is_alphabetic) && !cell.contains(|c: char| c.is_ascii_digit() || c == '@');
    // A heading spans the columns to its right that have none.
    let spans = |column: usize| {
        top.get(column).is_empty() || (top.get(column + 1).is_empty() && !below.get(column + 1).is_empty())
    };
    let several = below.filled().count() >= 2;
    let is_part = |(column, cell): (usize, &str)| {
        let folded = fold(cell);
        PARTS.contains(&folded.as_str())
            || (folded == "no" && cell.contains(['°', 'º']))
            || (several && spans(column) && CHOICES.contains(&folded.as_str()))
    };
    below.filled().all(is_part)
        || (several && below.filled().all(|(column, cell)| is_word(cell) && spans(column)))
}

/// Words that only a second row of headings has.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "tipo", "numero", "nro", "nombres", "apellidos", "primer apellido", "segundo apellido", "primer nombre", "segundo nombre",
    "paterno", "materno", "entrada", "salida", "dia", "mes", "ano", "fijo", "celular", "documento", "de documento",
];

/// Words for a second row of headings where one above spans several columns; under a heading of their own they are somebody's answer.
const CHOICES: &[&str] = &["cc", "ti", "ce", "otro", "m", "f", "h", "si", "no", "n", "nao", "sim"];

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
    let same = row.filled().filter(|(column, cell)| is_heading(cell, columns.text(*column))).count();
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

/// Is a cell the heading of its column again?
fn is_heading(cell: &str, heading: &str) -> bool {
    // Most cells are not, by their first letter.
    let letter = |text: &str| text.chars().next().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    let differ = letter(cell).zip(letter(heading)).is_some_and(|(one, other)| one != other);
    !heading.is_empty() && !differ && fold(cell) == fold(heading)
}

/// First words of lines below the list. Whole words: Horacio is no `hora`.
#[rustfmt::skip]
const FOOTERS: &[&str] = &[
    "firma", "firmas", "elaboro", "elaborado", "reviso", "revisado", "aprobo", "aprobado", "responsable", "nota", "notas", "observacion",
    "observaciones", "sus datos", "los datos", "proteccion de datos", "autorizo", "autorizacion", "de conformidad", "ley", "en cumplimiento",
    "nombre del responsable", "nombre de quien", "assinatura", "responsavel", "os dados", "pagina", "fecha", "hora", "lugar", "convenciones",
    "vo bo", "conforme", "espacio para", "facilitador", "facilitadora",
];

/// What a line says that holds nothing but this text, and no person: a count, a title of the list again, an institution, thanks.
pub(super) fn notice(text: &str, above: &[Row]) -> Option<IgnoreReason> {
    let folded = fold(text);
    if is_count(text) {
        return Some(IgnoreReason::Total);
    }
    let is_again = || above.iter().flat_map(Row::filled).any(|(_, title)| fold(title) == folded);
    let is_institution = || {
        let rest = INSTITUTIONS.iter().find_map(|word| folded.strip_prefix(word));
        rest.is_some_and(|rest| {
            [" de ", " del ", " da ", " do ", " municipal", " departamental"].iter().any(|of| rest.starts_with(of))
        })
    };
    (starts(&folded, NOTICES) || is_institution() || is_again()).then_some(IgnoreReason::Footer)
}

/// `Asistentes: 2`, `Hombres = 10`.
fn is_count(text: &str) -> bool {
    let Some((what, number)) = text.rsplit_once([':', '=']) else { return false };
    let number = number.trim();
    what.chars().any(char::is_alphabetic)
        && (1..=5).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// First words of lines alone that are no name: titles of lists, and thanks.
#[rustfmt::skip]
const NOTICES: &[&str] = &[
    "lista de asistencia", "listado de asistencia", "lista de asistentes", "listado de asistentes", "lista de participantes",
    "listado de participantes", "planilla de asistencia", "registro de asistencia", "control de asistencia", "hoja de asistencia",
    "formato de asistencia", "acta de asistencia", "lista de presenca", "registro de presenca", "controle de presenca",
    "attendance list", "gracias por", "muchas gracias", "agradecemos", "obrigado pela", "obrigado por", "muito obrigado", "thank you",
];

/// What an institution's name begins with, before *de* and the rest of it.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "secretaria", "alcaldia", "gobernacion", "ministerio", "municipio", "municipalidad", "departamento", "direccion", "subdireccion",
    "oficina", "republica", "prefeitura", "governo", "gobierno", "subsecretaria", "coordinacion",
];

fn starts(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
