//! The shape of form exports: which columns the system added, which say who answered, which are questions.

use super::codes::Source;
use super::columns::Columns;
use super::field::Field;
use super::fold::{fold, squeeze};
use super::table::{Row, Table};

/// What a column of a form export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Added by the system: stamps, numbers, states.
    System,
    /// Says who answered.
    Identity,
    Question,
    /// One choice of a question whose summary column is there too.
    Detail,
}

/// A form export taken apart.
#[derive(Debug)]
pub(super) struct Layout {
    pub header: usize,
    /// Index of the first row of answers.
    pub first: usize,
    pub columns: Columns,
    pub kinds: Vec<ColumnKind>,
    /// (question, choice or row of a grid) of each column, as written, single blanks.
    pub questions: Vec<(String, Option<String>)>,
    /// When the answer was given; local where the system offers it.
    pub stamp: Option<usize>,
    /// The column that is empty in an unfinished answer.
    pub finished: Option<usize>,
    /// The column with the verdict of a reviewer.
    pub review: Option<usize>,
    /// Rows between header and answers that are neither.
    pub second_header: bool,
    pub hxl: bool,
}

/// Takes apart the header of a form export. `None` for a table without rows.
pub(super) fn layout(table: &Table, source: Source, header_line: Option<u64>) -> Option<Layout> {
    let header = match header_line {
        Some(line) => table.rows.iter().position(|row| row.line == line)?,
        None => table.rows.iter().position(|row| !row.is_blank())?,
    };
    let row = &table.rows[header];
    let next = table.rows.get(header + 1);
    let second_header = source == Source::SurveyMonkey
        && next.is_some_and(|next| next.get(0).is_empty() && !next.is_blank());
    let hxl = next.is_some_and(|next| {
        !next.is_blank() && next.filled().all(|(_, cell)| cell.starts_with('#'))
    });
    let width = row.cells.len().max(if second_header {
        next.map_or(0, |next| next.cells.len())
    } else {
        0
    });
    let texts: Vec<String> = (0..width)
        .map(|column| squeeze(&without_tags(row.get(column))))
        .collect();
    let kinds: Vec<ColumnKind> = kinds(&texts, row, source);
    let fields: Vec<Option<Field>> = (0..width)
        .map(|column| field(&texts[column], kinds[column], source))
        .collect();
    let kinds = kinds
        .into_iter()
        .zip(&fields)
        .map(|(kind, field)| {
            if says_who(*field) {
                ColumnKind::Identity
            } else {
                kind
            }
        })
        .collect();
    let questions = questions(&texts, next.filter(|_| second_header));
    let find =
        |names: &[&str]| (0..width).find(|&column| names.contains(&fold(&texts[column]).as_str()));
    Some(Layout {
        header,
        first: header + 1 + usize::from(second_header || hxl),
        columns: Columns::with_fields(texts.clone(), fields),
        kinds,
        questions,
        stamp: find(stamp_names(source)),
        finished: (source == Source::LimeSurvey).then_some(1),
        review: (source == Source::Odk)
            .then(|| {
                row.cells
                    .iter()
                    .position(|cell| cell.trim() == "ReviewState")
            })
            .flatten(),
        second_header,
        hxl,
    })
}

fn says_who(field: Option<Field>) -> bool {
    matches!(
        field,
        Some(
            Field::Name
                | Field::FirstNames
                | Field::LastNames
                | Field::Doc
                | Field::DocType
                | Field::Email
                | Field::Phone
        )
    )
}

/// Local stamps first: submission times of Kobo and ODK are UTC.
fn stamp_names(source: Source) -> &'static [&'static str] {
    match source {
        Source::GoogleForms => &["timestamp", "marca temporal", "carimbo de data hora"],
        Source::MsForms => &[
            "completion time",
            "hora de finalizacion",
            "hora de conclusao",
        ],
        Source::Kobo | Source::Odk => &["start", "submission time", "submissiondate"],
        Source::LimeSurvey => &[
            "submitdate",
            "date submitted",
            "fecha de envio",
            "data de envio",
        ],
        Source::SurveyMonkey => &["end date"],
        _ => &[],
    }
}

fn kinds(texts: &[String], header: &Row, source: Source) -> Vec<ColumnKind> {
    let mut leading = true;
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    (0..texts.len())
        .map(|column| {
            let raw = header.get(column);
            let system = is_system(source, raw, &folded[column], column);
            leading &= system;
            // These systems put their own columns first; the same word further right is a question.
            let fronted = matches!(
                source,
                Source::LimeSurvey | Source::MsForms | Source::SurveyMonkey | Source::GoogleForms
            );
            if system && (leading || !fronted) {
                ColumnKind::System
            } else if source == Source::Kobo && is_choice_of_another(raw, header) {
                ColumnKind::Detail
            } else {
                ColumnKind::Question
            }
        })
        .collect()
}

fn is_choice_of_another(raw: &str, header: &Row) -> bool {
    raw.rsplit_once('/')
        .is_some_and(|(parent, _)| header.cells.iter().any(|cell| cell.trim() == parent))
}

fn is_system(source: Source, raw: &str, folded: &str, column: usize) -> bool {
    match source {
        Source::GoogleForms => {
            column == 0
                || [
                    "email address",
                    "username",
                    "direccion de correo electronico",
                    "nombre de usuario",
                    "endereco de e mail",
                    "endereco de email",
                    "nome de usuario",
                    "score",
                    "puntuacion",
                    "pontuacao",
                ]
                .contains(&folded)
        }
        Source::MsForms => [
            "id",
            "start time",
            "hora de inicio",
            "completion time",
            "hora de finalizacion",
            "hora de conclusao",
            "email",
            "e mail",
            "correo electronico",
            "name",
            "nombre",
            "nome",
            "last modified time",
            "hora de la ultima modificacion",
            "hora da ultima modificacao",
            "language",
            "idioma",
        ]
        .contains(&folded),
        Source::Kobo => {
            raw.starts_with('_')
                || raw.ends_with("_URL")
                || [
                    "start",
                    "end",
                    "today",
                    "username",
                    "deviceid",
                    "phonenumber",
                    "simserial",
                    "subscriberid",
                    "audit",
                    "formhub/uuid",
                    "meta/instanceID",
                    "meta/rootUuid",
                ]
                .contains(&raw)
        }
        Source::Odk => {
            let tail = raw.rsplit_once('-').map_or("", |(_, tail)| tail);
            [
                "SubmissionDate",
                "start",
                "end",
                "today",
                "deviceid",
                "KEY",
                "SubmitterID",
                "SubmitterName",
                "AttachmentsPresent",
                "AttachmentsExpected",
                "Status",
                "ReviewState",
                "DeviceID",
                "Edits",
                "FormVersion",
            ]
            .contains(&raw)
                || raw.starts_with("meta-")
                || ["Latitude", "Longitude", "Altitude", "Accuracy"].contains(&tail)
        }
        Source::LimeSurvey => [
            "id",
            "response id",
            "id de respuesta",
            "id de la respuesta",
            "id da resposta",
            "submitdate",
            "date submitted",
            "fecha de envio",
            "data de envio",
            "lastpage",
            "last page",
            "ultima pagina",
            "startlanguage",
            "start language",
            "lenguaje inicial",
            "idioma inicial",
            "lingua inicial",
            "seed",
            "semilla",
            "semente",
            "token",
            "startdate",
            "date started",
            "fecha de inicio",
            "data de inicio",
            "datestamp",
            "date last action",
            "fecha de la ultima accion",
            "data da ultima acao",
            "ipaddr",
            "ip address",
            "direccion ip",
            "endereco ip",
            "refurl",
            "referrer url",
            "url de referencia",
        ]
        .contains(&folded),
        Source::SurveyMonkey => {
            [
                "respondent id",
                "collector id",
                "start date",
                "end date",
                "ip address",
                "email address",
                "first name",
                "last name",
            ]
            .contains(&folded)
                || folded.starts_with("custom data")
        }
        _ => false,
    }
}

/// What a column means: by its whole name, or by the last part of its group path.
fn field(text: &str, kind: ColumnKind, source: Source) -> Option<Field> {
    if kind == ColumnKind::Detail {
        return None;
    }
    let last = match source {
        Source::Kobo => text.rsplit('/').next(),
        Source::Odk => text.rsplit('-').next(),
        _ => None,
    };
    let found = Field::of(text).or_else(|| last.and_then(Field::of));
    // Of the system's own columns only those of the account say something about a person.
    found.filter(|found| {
        kind != ColumnKind::System
            || (says_who(Some(*found)) && !matches!(source, Source::Kobo | Source::Odk))
    })
}

/// (question, part): grids write `Question [row]`; an empty cell under a second header continues the question on its left.
fn questions(texts: &[String], second: Option<&Row>) -> Vec<(String, Option<String>)> {
    let mut asked = String::new();
    texts
        .iter()
        .enumerate()
        .map(|(column, text)| {
            let Some(second) = second else {
                return grid(text);
            };
            if !text.is_empty() {
                asked.clone_from(text);
            }
            let part = squeeze(second.get(column));
            let only = part.is_empty()
                || ["Response", "Open-Ended Response", "Respuesta", "Resposta"]
                    .contains(&part.as_str());
            (asked.clone(), (!only).then_some(part))
        })
        .collect()
}

fn grid(text: &str) -> (String, Option<String>) {
    match text
        .strip_suffix(']')
        .and_then(|open| open.rsplit_once('['))
    {
        Some((question, part)) if !question.trim().is_empty() => {
            (question.trim().to_owned(), Some(part.trim().to_owned()))
        }
        _ => (text.to_owned(), None),
    }
}

/// Labels may hold markup.
fn without_tags(text: &str) -> String {
    if !(text.contains('<') && text.contains('>')) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}
