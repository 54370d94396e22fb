//! The door for evaluation answers: questions and what was answered, without who answered.
//!
//! Columns that say who answered (name, address, document, telephone, IP) are named but their cells are not handed out: evaluation
//! answers are never linked to a person. A number that is the same for the same respondent of one file is, so that a second answer
//! can be seen for what it is.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use serde::Serialize;

use super::canonical::Ignored;
use super::codes::{Container, DateOrder, IgnoreReason, Source, WarnCode};
use super::detect;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::{fold, key};
use super::form_layout::{ColumnKind, Layout, NO_DATE, layout};
use super::forms::mark_extra_header;
use super::options::{Ambiguity, Input, Options};
use super::order::{Clues, decide};
use super::person_row::{looks_like_formula, value};
use super::stamp::Stamp;
use super::table::{Row, Table, Warning, open};
use ata_model::evaluation::anonymous;
use ata_model::name::key as name_key;

/// A column of an evaluation file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurveyColumn {
    /// The header as written, with single blanks.
    pub text: String,
    /// The header folded to `snake_case`, or the key given by hand.
    pub key: String,
    /// The question without the row of its grid or the choice.
    pub question: String,
    /// The row of a grid, or the choice of a question with one column a choice.
    pub part: Option<String>,
    pub kind: ColumnKind,
}

/// The answers of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerSheet {
    pub line: u64,
    /// The same for rows of the same respondent, counted from 0; everybody who cannot be told has a number of their own.
    pub respondent: usize,
    /// Local to the system, UTC only where it offers nothing else.
    pub submitted: Option<NaiveDateTime>,
    /// False for an answer that was left unfinished.
    pub complete: bool,
    /// (index of the question's column, text); empty answers are left out.
    pub answers: Vec<(usize, String)>,
}

/// What an evaluation file says.
#[derive(Debug, Clone)]
pub struct Survey {
    pub source: Source,
    pub container: Container,
    pub encoding: String,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    pub header_line: u64,
    /// Are these the refused rows of an earlier file, come back?
    pub is_rest: bool,
    pub date_order: Option<DateOrder>,
    pub columns: Vec<SurveyColumn>,
    pub rows: Vec<AnswerSheet>,
    /// How many different respondents there are.
    pub respondents: usize,
    /// What stands between the choices of one cell of this system.
    pub choice_separator: Option<&'static str>,
    pub ignored: Vec<Ignored>,
    pub warnings: Vec<Warning>,
}

impl Survey {
    /// The choices in one cell. A free text that holds the separator is cut as well: the systems do not mark it.
    #[must_use]
    pub fn choices<'t>(&self, answer: &'t str) -> Vec<&'t str> {
        let Some(separator) = self.choice_separator else {
            return vec![answer.trim()];
        };
        answer.split(separator).map(str::trim).filter(|choice| !choice.is_empty()).collect()
    }
}

/// Reads an evaluation file: an export of any form system, or our own CSV whose header holds item keys or labels.
/// `map` says which column answers which item: (item key, column).
///
/// # Errors
/// [`IntakeError`]: bytes that cannot be read, no header, a column named by hand that is not there.
pub fn survey(input: Input<'_>, options: &Options) -> Result<Survey, IntakeError> {
    let table = open(input, options)?;
    let source = options.source.or_else(|| detect::form(&table)).unwrap_or(Source::Canonical);
    let layout = layout(&table, source, options.header_row).ok_or_else(|| table.no_header(options))?;
    let columns = columns(&layout, options)?;
    if !columns.iter().any(|column| column.kind == ColumnKind::Question) {
        return Err(IntakeError::NoHeader { found: table.beginning() });
    }
    let stamps = stamps(&table, &layout);
    // The order only dates the answers; what it cannot say is not worth a refusal.
    let lenient = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let decision = decide(&stamps, &lenient, table.file_name.as_deref())?;
    let mut reading = Reading {
        layout: &layout,
        columns: &columns,
        order: decision.order,
        clock: options.session_offset,
        known: HashMap::new(),
        respondents: 0,
        rows: Vec::new(),
        ignored: Vec::new(),
        warnings: table.warnings.iter().cloned().chain(decision.warnings).collect(),
    };
    reading.read(&table);
    let Reading { rows, respondents, ignored, warnings, .. } = reading;
    Ok(Survey {
        source,
        container: table.container,
        encoding: table.encoding.clone(),
        delimiter: table.delimiter,
        sheet: table.sheet.clone(),
        header_line: table.rows[layout.header].line,
        is_rest: table.is_rest,
        date_order: decision.applies.then_some(decision.order),
        columns,
        rows,
        respondents,
        choice_separator: separator(source, &table, &layout),
        ignored,
        warnings,
    })
}

fn columns(layout: &Layout, options: &Options) -> Result<Vec<SurveyColumn>, IntakeError> {
    let texts = &layout.columns;
    let mut columns: Vec<SurveyColumn> = layout
        .kinds
        .iter()
        .zip(&layout.questions)
        .enumerate()
        .map(|(column, (&kind, (question, part)))| {
            let text = match part.as_ref().filter(|_| layout.second_header) {
                Some(part) => format!("{question} [{part}]"),
                None if layout.second_header => question.clone(),
                None => texts.text(column).to_owned(),
            };
            // A column without a name at the edge of the sheet asks nothing.
            let kind = if text.is_empty() { ColumnKind::System } else { kind };
            SurveyColumn { key: key(&text), text, question: question.clone(), part: part.clone(), kind }
        })
        .collect();
    for (item, wanted) in &options.map {
        let by_text = columns.iter().position(|column| column.key == key(wanted));
        let is_choice = |column: &&mut SurveyColumn| column.part.is_some() && key(&column.question) == key(wanted);
        if by_text.is_none() && columns.iter_mut().filter(is_choice).count() > 1 {
            // A question with a column for each choice: all of them answer the item.
            for column in columns.iter_mut().filter(is_choice).filter(|column| column.kind != ColumnKind::Identity) {
                column.question.clone_from(item);
                column.kind = ColumnKind::Question;
            }
            continue;
        }
        let Some(at) = by_text.or_else(|| texts.position(wanted)) else {
            return Err(IntakeError::UnknownColumn {
                field: item.clone(),
                column: wanted.clone(),
                found: columns.into_iter().map(|column| column.text).collect(),
            });
        };
        if columns[at].kind == ColumnKind::Identity {
            return Err(IntakeError::IdentityColumn { column: wanted.clone() });
        }
        columns[at].key.clone_from(item);
        columns[at].kind = ColumnKind::Question;
    }
    Ok(columns)
}

fn stamps(table: &Table, layout: &Layout) -> Clues {
    let mut clues = Clues::default();
    for row in table.rows.iter().skip(layout.first) {
        clues.take(row.line, row.at(layout.stamp));
    }
    clues
}

/// The download of Google writes a zone into its stamp and joins choices by semicolons; the linked sheet does neither.
fn separator(source: Source, table: &Table, layout: &Layout) -> Option<&'static str> {
    match source {
        Source::MsForms => Some(";"),
        Source::Kobo => Some(" "),
        Source::GoogleForms => {
            let zoned = table.rows.get(layout.first).is_some_and(|row| row.at(layout.stamp).contains("GMT"));
            Some(if zoned { ";" } else { ", " })
        }
        _ => None,
    }
}

/// Folded names and answers of whoever only tried the form out.
const TESTS: &[&str] = &[
    "test",
    "testing",
    "prueba",
    "pruebas",
    "prueba prueba",
    "esto es una prueba",
    "es una prueba",
    "test test",
    "teste",
    "isto e um teste",
    "asdf",
];

/// Those of them that may be an answer to a question.
const SUBJECTS: &[&str] = &["testing", "pruebas"];

/// How a row begins that sums up those above it, folded.
const SUMS: &[&str] = &["total", "totales", "totais", "promedio", "promedios", "suma", "soma", "average"];

fn is_test(who: &[String], answers: &[(usize, String)]) -> bool {
    let is_one = |text: &String| TESTS.contains(&fold(text).as_str());
    // Where something else is answered, this is somebody's subject.
    let is_subject = |text: &String| SUBJECTS.contains(&fold(text).as_str());
    let is_all = answers.iter().all(|(_, text)| is_one(text));
    who.iter().any(is_one) || is_all || answers.iter().any(|(_, text)| is_one(text) && !is_subject(text))
}

/// Words of a name that are looked for together.
const NAMES: usize = 5;

struct Reading<'t> {
    layout: &'t Layout,
    columns: &'t [SurveyColumn],
    order: DateOrder,
    /// Of the session, minutes east of UTC.
    clock: Option<i32>,
    known: HashMap<String, usize>,
    respondents: usize,
    rows: Vec<AnswerSheet>,
    ignored: Vec<Ignored>,
    warnings: Vec<Warning>,
}

impl Reading<'_> {
    fn read(&mut self, table: &Table) {
        mark_extra_header(table, self.layout, &mut |line, reason| self.ignored.push(Ignored { line, reason }));
        for row in table.rows.iter().skip(self.layout.first) {
            self.take(row);
        }
        if self.rows.is_empty() {
            self.warnings.push(Warning::new(WarnCode::NoRows, None, ""));
        }
    }

    fn take(&mut self, row: &Row) {
        let is_question =
            |column: usize| self.columns.get(column).is_some_and(|column| column.kind == ColumnKind::Question);
        let answers: Vec<(usize, String)> = row
            .filled()
            .filter(|(column, _)| is_question(*column))
            .map(|(column, text)| (column, text.to_owned()))
            .collect();
        if answers.is_empty() {
            return self.ignored.push(Ignored { line: row.line, reason: IgnoreReason::Blank });
        }
        if row.filled().next().is_some_and(|(_, first)| SUMS.contains(&fold(first).as_str())) {
            return self.ignored.push(Ignored { line: row.line, reason: IgnoreReason::Total });
        }
        if self.layout.is_refused(row) {
            return self.ignored.push(Ignored { line: row.line, reason: IgnoreReason::ReviewRejected });
        }
        let who = self.who(row);
        if is_test(&who, &answers) {
            return self.ignored.push(Ignored { line: row.line, reason: IgnoreReason::TestAnswer });
        }
        let answers: Vec<(usize, String)> =
            answers.into_iter().map(|(column, text)| (column, anonymous(&text, &who))).collect();
        for (column, text) in &answers {
            if looks_like_formula(text) {
                self.warnings.push(Warning::new(WarnCode::FormulaText, row.line, self.columns[*column].text.clone()));
            }
        }
        let complete = self.layout.finished.is_none_or(|column| !row.get(column).is_empty());
        if !complete {
            self.warnings.push(Warning::new(WarnCode::Incomplete, row.line, ""));
        }
        let respondent = self.respondent(row);
        let submitted = self.submitted(row);
        self.rows.push(AnswerSheet { line: row.line, respondent, submitted, complete, answers });
    }

    /// Everything in the row that tells who answered: names, addresses, documents, whole and each on its own.
    fn who(&self, row: &Row) -> Vec<String> {
        let identity =
            |column: usize| self.columns.get(column).is_some_and(|column| column.kind == ColumnKind::Identity);
        let cells: Vec<&str> = row.filled().filter(|(column, _)| identity(*column)).map(|(_, text)| text).collect();
        let mut who: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        if cells.len() > 1 {
            who.push(cells.join(" "));
        }
        // Surname first or last, and either alone with a given name, whichever of the columns they stand in.
        let is_word = |word: &&str| word.len() > 2 && word.chars().all(|c| c.is_alphabetic() || c == '-');
        let words = || cells.iter().flat_map(|cell| cell.split([' ', ',', '\u{a0}'])).filter(is_word).take(NAMES);
        for (at, one) in words().enumerate() {
            for (beside, other) in words().enumerate().filter(|(beside, _)| *beside != at) {
                who.push(format!("{one} {other}"));
                let more = words().enumerate().filter(|(more, _)| ![at, beside].contains(more));
                who.extend(more.map(|(_, more)| format!("{one} {other} {more}")));
            }
        }
        who.sort_by_key(|part| std::cmp::Reverse(part.len()));
        who
    }

    /// When the answer was given, where the survey stores it.
    fn submitted(&mut self, row: &Row) -> Option<NaiveDateTime> {
        let column = self.layout.stamp?;
        let text = row.get(column);
        if text.starts_with(NO_DATE) {
            self.warnings.push(Warning::new(WarnCode::NoStoredDate, row.line, self.columns[column].text.clone()));
            return None;
        }
        Stamp::parse(text)?.moment_at(self.order, self.layout.zone, self.clock)
    }

    fn respondent(&mut self, row: &Row) -> usize {
        let columns = &self.layout.columns;
        let email = super::email::address(value(row, columns, Field::Email));
        let names =
            [Field::Name, Field::FirstNames, Field::LastNames].map(|field| value(row, columns, field)).join(" ");
        let identity = match email {
            super::email::Address::One(email) | super::email::Address::Several(email) => Some(format!("e {email}")),
            _ => match super::document::document(value(row, columns, Field::Doc)) {
                Ok(Some(document)) => Some(format!("d {}", document.number)),
                _ => Some(name_key(&names))
                    .filter(|key| !key.is_empty() && key != "anonymous")
                    .map(|key| format!("n {key}")),
            },
        };
        let next = self.respondents;
        let number = identity.map_or(next, |identity| *self.known.entry(identity).or_insert(next));
        if number == next {
            self.respondents += 1;
        } else {
            self.warnings.push(Warning::new(WarnCode::RepeatedAnswer, row.line, ""));
        }
        number
    }
}
