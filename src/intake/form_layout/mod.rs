//! The shape of form exports: which columns the system added, which say who answered, which are questions.

mod system;

use super::codes::Source;
use super::columns::{Columns, HEADER_LOOK};
use super::field::Field;
use super::fold::{fold, squeeze};
use super::table::{Row, Table};
use system::{is_system, stamp_names};

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
    /// The zone of a stamp that names none, in minutes east of UTC, where the system says which it is.
    pub zone: Option<i32>,
    /// The column that is empty in an unfinished answer.
    pub finished: Option<usize>,
    /// The column with the verdict of a reviewer.
    pub review: Option<usize>,
    /// Rows between header and answers that are neither.
    pub second_header: bool,
    pub hxl: bool,
}

/// What a survey of LimeSurvey that stores no dates writes for one.
pub(super) const NO_DATE: &str = "1980-01-01 00:00:00";

/// Takes apart the header of a form export. `None` for a table without rows.
pub(super) fn layout(table: &Table, source: Source, header_line: Option<u64>) -> Option<Layout> {
    let header = match header_line {
        Some(line) => table.rows.iter().position(|row| row.line == line)?,
        None => header_of(table, source)?,
    };
    let row = &table.rows[header];
    let next = table.rows.get(header + 1);
    let second_header =
        source == Source::SurveyMonkey && next.is_some_and(|next| next.get(0).is_empty() && !next.is_blank());
    let hxl = next.is_some_and(|next| !next.is_blank() && next.filled().all(|(_, cell)| cell.starts_with('#')));
    let width = row.cells.len().max(if second_header { next.map_or(0, |next| next.cells.len()) } else { 0 });
    let texts: Vec<String> = (0..width).map(|column| squeeze(&without_tags(row.get(column)))).collect();
    let kinds: Vec<ColumnKind> = kinds(&texts, row, source);
    let questions = questions(&texts, next.filter(|_| second_header), source);
    let fields: Vec<Option<Field>> = (0..width)
        .map(|column| {
            let found = field(&texts[column], kinds[column], source);
            // Under a question that asks for several things, each of them has its name in the second row.
            let part =
                questions[column].1.as_deref().filter(|_| second_header && kinds[column] == ColumnKind::Question);
            found.filter(|_| part.is_none()).or_else(|| part.and_then(Field::of))
        })
        .collect();
    let kinds = kinds
        .into_iter()
        .zip(&fields)
        .map(|(kind, field)| if says_who(*field) { ColumnKind::Identity } else { kind })
        .collect();
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let stamp = stamp_names(source).iter().find_map(|name| folded.iter().position(|text| text == name));
    // Submissions are stamped on the server, which has its own clock.
    let is_submission = stamp.is_some_and(|column| folded[column].starts_with("submission"));
    Some(Layout {
        header,
        first: header + 1 + usize::from(second_header || hxl),
        columns: Columns::with_fields(texts.clone(), fields),
        kinds,
        questions,
        stamp,
        zone: is_submission.then_some(0),
        finished: (source == Source::LimeSurvey).then_some(1),
        review: match source {
            Source::Odk => row.cells.iter().position(|cell| cell.trim() == "ReviewState"),
            Source::Kobo => row.cells.iter().position(|cell| cell.trim() == "_validation_status"),
            _ => None,
        },
        second_header,
        hxl,
    })
}

/// The first filled row; below the titles of a sheet made by hand the first of the widest rows.
fn header_of(table: &Table, source: Source) -> Option<usize> {
    let first = table.rows.iter().position(|row| !row.is_blank())?;
    let is_title =
        table.rows[first].filled().count() == 1 || table.rows[first].filled().any(|(_, cell)| cell.ends_with(':'));
    if source != Source::Canonical || !is_title {
        return Some(first);
    }
    let looked = table.rows.iter().enumerate().skip(first).take(HEADER_LOOK);
    looked.map(|(at, row)| (row.filled().count(), std::cmp::Reverse(at))).max().map(|(_, at)| at.0)
}

impl Layout {
    /// Did a reviewer say no to this submission?
    pub fn is_refused(&self, row: &Row) -> bool {
        let verdict = fold(row.at(self.review));
        verdict == "rejected"
            || verdict.ends_with("not approved")
            || verdict == "no aprobado"
            || verdict == "nao aprovado"
    }
}

/// What stands between a group and its question.
fn path_sign(source: Source) -> Option<char> {
    match source {
        Source::Kobo => Some('/'),
        Source::Odk => Some('-'),
        _ => None,
    }
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

fn kinds(texts: &[String], header: &Row, source: Source) -> Vec<ColumnKind> {
    let mut leading = true;
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    (0..texts.len())
        .map(|column| {
            let raw = header.get(column);
            let system = is_system(source, raw, &folded[column], column);
            leading &= system;
            // These systems put their own columns first; the same word further right is a question.
            let fronted =
                matches!(source, Source::LimeSurvey | Source::MsForms | Source::SurveyMonkey | Source::GoogleForms);
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
    raw.rsplit_once('/').is_some_and(|(parent, _)| header.cells.iter().any(|cell| cell.trim() == parent))
}

/// What a column means: by its whole name, or by the last part of its group path.
fn field(text: &str, kind: ColumnKind, source: Source) -> Option<Field> {
    let last = path_sign(source).and_then(|sign| text.rsplit(sign).next());
    let found = Field::of(text).or_else(|| last.and_then(Field::of));
    if kind == ColumnKind::Detail {
        // A box to tick: only those of the differential approach say something of their own.
        return found.filter(|found| Field::SENSITIVE.contains(found));
    }
    // Of the system's own columns only those of the account say something about a person.
    found.filter(|found| {
        kind != ColumnKind::System || (says_who(Some(*found)) && !matches!(source, Source::Kobo | Source::Odk))
    })
}

/// (question, part): grids write `Question [row]`; an empty cell under a second header continues the question on its left.
/// Where groups are part of the name, the part is what stands after them.
fn questions(texts: &[String], second: Option<&Row>, source: Source) -> Vec<(String, Option<String>)> {
    let mut asked = String::new();
    texts
        .iter()
        .enumerate()
        .map(|(column, text)| {
            let Some(second) = second else {
                let (question, part) = grid(text);
                let own = path_sign(source).and_then(|sign| text.rsplit_once(sign));
                return match (part, own) {
                    (None, Some((group, own))) => (group.trim().to_owned(), Some(own.trim().to_owned())),
                    (part, _) => (question, part),
                };
            };
            if !text.is_empty() {
                asked.clone_from(text);
            }
            let part = squeeze(second.get(column));
            let only = part.is_empty()
                || ["Response", "Open-Ended Response", "Respuesta", "Resposta"].contains(&part.as_str());
            (asked.clone(), (!only).then_some(part))
        })
        .collect()
}

fn grid(text: &str) -> (String, Option<String>) {
    match text.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
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
