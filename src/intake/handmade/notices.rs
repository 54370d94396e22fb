//! Lines below the header of a list that are no person's: blank and numbered ones, totals, headings again, signatures, notices.

use super::super::codes::IgnoreReason;
use super::super::columns::Columns;
use super::super::field::Field;
use super::super::fold::fold;
use super::super::person_row::value;
use super::super::stamp::date_in_name;
use super::super::table::Row;

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
    if is_rule(row) {
        return Some(IgnoreReason::Footer);
    }
    let same = row.filled().filter(|(column, cell)| is_heading(cell, columns.text(*column))).count();
    if same >= 2 && same * 2 >= row.filled().count() {
        return Some(IgnoreReason::RepeatedHeader);
    }
    let (first_column, first) = row.filled().next()?;
    let folded = fold(first);
    if starts(&folded, &["total", "totales", "totais", "subtotal", "gran total", "numero total"]) {
        return Some(IgnoreReason::Total);
    }
    // `Nombre:` and `Cargo:` of whoever signs for the list.
    if first.ends_with(':') && first.contains(char::is_alphabetic) {
        return Some(IgnoreReason::Footer);
    }
    let in_front = Some(first_column) == number && !is_count;
    let says_footer = is_footer(first, &folded);
    if !in_front && !says_footer {
        return None;
    }
    let is_known = Field::ALL.iter().filter(|field| field.names_person()).any(|&field| {
        let cell = value(row, columns, field);
        cell != first && can_tell(field, cell)
    });
    (!is_known || (in_front && says_footer)).then_some(IgnoreReason::Footer)
}

/// Can a cell say who somebody is? Beside *Elaboró* stands *Firma: ____*.
fn can_tell(field: Field, cell: &str) -> bool {
    match field {
        Field::Email => cell.contains('@'),
        Field::Doc => cell.chars().filter(char::is_ascii_digit).count() >= 3,
        _ => cell.chars().any(char::is_alphabetic) && !is_footer(cell, &fold(cell)),
    }
}

fn is_footer(cell: &str, folded: &str) -> bool {
    let is_page = || folded.strip_prefix("hoja ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    starts(folded, FOOTERS) || cell.starts_with('*') || cell.starts_with("__") || is_page()
}

/// A line drawn with signs: `-----`.
fn is_rule(row: &Row) -> bool {
    let is_sign = |c: char| matches!(c, '-' | '_' | '=' | '.' | '*' | '~' | '–' | '—' | ' ');
    row.filled().all(|(_, cell)| cell.chars().all(is_sign)) && row.filled().any(|(_, cell)| cell.len() >= 3)
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
    "vo bo", "conforme", "espacio para", "facilitador", "facilitadora", "proyecto", "digito", "diligencio", "diligenciado", "transcribio",
    "verifico", "nombre y firma", "firma y nombre", "nombre del facilitador", "nombre de la facilitadora", "nombre facilitador",
    "nombre del instructor", "nombre del capacitador", "nome do responsavel", "nome do facilitador", "codigo", "version", "versao", "pag",
];

/// What a line says that holds nothing but this text, and no person: a count, a title of the list again, an institution, thanks.
pub(super) fn notice(text: &str, above: &[Row]) -> Option<IgnoreReason> {
    let folded = fold(text);
    if is_count(text) {
        return Some(IgnoreReason::Total);
    }
    let is_again = || above.iter().flat_map(Row::filled).any(|(_, title)| fold(title) == folded);
    let is_institution = || {
        let mut rests = INSTITUTIONS.iter().filter_map(|word| folded.strip_prefix(word));
        rests.any(|rest| OF.iter().any(|of| rest.starts_with(of)))
    };
    let is_heading = || text.ends_with(':') || GROUPS.contains(&folded.as_str());
    let is_dated = || date_in_name(text, None).is_some();
    (starts(&folded, NOTICES)
        || starts(&folded, BODIES)
        || is_institution()
        || is_heading()
        || is_dated()
        || is_again())
    .then_some(IgnoreReason::Footer)
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

/// Headings of the parts of a list, whole.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    "funcionarios", "funcionarias", "servidores", "servidores publicos", "contratistas", "invitados", "invitadas", "invitados especiales",
    "participantes", "asistentes", "docentes", "estudiantes", "comunidad", "facilitadores", "facilitadoras", "organizadores", "autoridades",
    "convidados", "contratados", "professores", "comunidade",
];

/// First words of institutions that nobody is called.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "hospital", "ese", "e s e", "clinica", "ips", "eps", "eapb", "universidad", "universidade", "instituto", "institucion", "instituicao",
    "centro de salud", "puesto de salud", "posto de saude", "centro de saude", "unidad de salud", "unidade basica", "empresa social",
    "colegio", "escuela", "escola", "fundacion", "fundacao", "corporacion", "asociacion", "associacao", "cooperativa",
];

/// What follows the first word of an institution or of a post.
const OF: &[&str] =
    &[" de ", " del ", " da ", " do ", " municipal", " departamental", " universitari", " especializad"];

/// What the name of an institution begins with, or a post below a signature, before *de* and the rest of it.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "coordinador", "coordinadora", "secretario", "jefe", "jefa", "director", "directora", "subdirector", "subdirectora", "profesional",
    "alcalde", "alcaldesa", "gerente", "coordenador", "coordenadora", "secretaria executiva",
    "secretaria", "alcaldia", "gobernacion", "ministerio", "municipio", "municipalidad", "departamento", "direccion", "subdireccion",
    "oficina", "republica", "prefeitura", "governo", "gobierno", "subsecretaria", "coordinacion",
];

fn starts(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
