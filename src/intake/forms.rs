//! Attendance taken with a form: Google, Microsoft, Kobo, ODK, LimeSurvey, SurveyMonkey. One row is one submission of one person.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attendance::Draft;
use super::codes::{DateFrom, IgnoreReason, Presence, RejectReason, Source, WarnCode};
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::form_layout::{ColumnKind, Layout, NO_DATE, layout};
use super::options::{Ambiguity, Options};
use super::order::{Clues, decide};
use super::people::{Attendee, Sighting};
use super::person_row::{is_somebody, person, value};
use super::presence::status;
use super::stamp::Stamp;
use super::table::{Row, Table};
use super::zoom::not_this;

/// Reads submissions as presence.
pub(super) fn attendance(table: &Table, options: &Options, source: Source) -> Result<Draft, IntakeError> {
    let mut layout = layout(table, source, options.header_row).ok_or_else(|| not_this(table, source))?;
    loosen(&mut layout);
    layout.columns.apply(&options.map)?;
    if !layout.columns.name_person() {
        return Err(table.no_header(options));
    }
    let mut draft =
        Draft { header_line: Some(table.rows[layout.header].line), email_is_contact: true, ..Draft::default() };
    mark_extra_header(table, &layout, &mut |line, reason| draft.ignore(line, reason));
    let rows = &table.rows[layout.first.min(table.rows.len())..];
    let mut clues = Clues::default();
    let is_stored = |row: &&Row| !row.at(layout.stamp).starts_with(NO_DATE);
    for row in rows.iter().filter(is_stored) {
        clues.take(row.line, row.at(layout.stamp));
    }
    if let Some(row) = rows.iter().find(|row| !is_stored(row)) {
        let header = layout.stamp.map_or("", |column| layout.columns.text(column));
        draft.warn(WarnCode::NoStoredDate, row.line, header);
    }
    // A stamp only dates the list here; what it cannot say is not worth a refusal.
    let lenient = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let decision = decide(&clues, &lenient, table.file_name.as_deref())?;
    let local = |stamp: &Stamp| stamp.moment_at(decision.order, layout.zone, options.session_offset);
    let dated = clues.stamps.iter().filter_map(|(line, stamp, _)| Some((*line, local(stamp)?.date())));
    let dated: Vec<(u64, NaiveDate)> = dated.collect();
    draft.date = most_frequent(dated.iter().map(|(_, date)| *date)).map(|date| (date, DateFrom::Cells));
    doubt_days(&dated, options, &mut draft);
    draft.decision = Some(decision);
    for row in rows {
        take(row, &layout, &mut draft);
    }
    Ok(draft)
}

/// Says how many answered on another day than the session's: a form stays open, and who answers it may not have been there. The day
/// that most answered is said elsewhere.
fn doubt_days(dated: &[(u64, NaiveDate)], options: &Options, draft: &mut Draft) {
    let Some(first) = options.session_date else { return };
    let last = options.session_end.map_or(first, |end| end.date().max(first));
    let said = draft.date.map(|(date, _)| date);
    let mut days: BTreeMap<NaiveDate, (u64, usize)> = BTreeMap::new();
    for (line, date) in dated.iter().filter(|(_, date)| !(first..=last).contains(date) && Some(*date) != said) {
        days.entry(*date).or_insert((*line, 0)).1 += 1;
    }
    for (date, (line, count)) in days {
        draft.warn(WarnCode::AnsweredOtherDay, line, format!("{date} ({count})"));
    }
}

/// Says which row under the header is a second header or tags.
pub(super) fn mark_extra_header(table: &Table, layout: &Layout, ignore: &mut dyn FnMut(u64, IgnoreReason)) {
    if let Some(row) = table.rows.get(layout.header + 1) {
        if layout.second_header {
            ignore(row.line, IgnoreReason::SecondHeader);
        } else if layout.hxl {
            ignore(row.line, IgnoreReason::HxlTags);
        }
    }
}

fn take(row: &Row, layout: &Layout, draft: &mut Draft) {
    if row.is_blank() {
        return draft.ignore(row.line, IgnoreReason::Blank);
    }
    if layout.finished.is_some_and(|column| row.get(column).is_empty()) {
        return draft.ignore(row.line, IgnoreReason::Unfinished);
    }
    let mut person = person(row, &layout.columns, draft);
    if !is_somebody(&person) {
        // When it was sent is nobody's name.
        let is_said = |column: &usize| layout.kinds.get(*column) != Some(&ColumnKind::System);
        let mut said = row.filled().filter(|(column, _)| is_said(column));
        let said = said.find_map(|(column, cell)| Some((layout.columns.field(column)?, cell)));
        let (field, cell) = said.unwrap_or((Field::Name, ""));
        return draft.reject(row.line, field, cell, RejectReason::NoIdentifier);
    }
    if layout.is_refused(row) {
        let header = layout.review.map_or("", |column| layout.columns.text(column));
        draft.warn(WarnCode::ReviewRejected, row.line, header);
    }
    several(row, layout, &mut person);
    boxes(row, layout, &mut person);
    if status(value(row, &layout.columns, Field::Consent)) == Some(Presence::Absent) {
        draft.warn(WarnCode::ConsentDenied, row.line, value(row, &layout.columns, Field::Consent));
        person.sensitive.clear();
    }
    person.status = Some(Presence::Present);
    draft.add(Sighting { line: row.line, person, ..Sighting::default() });
}

/// Several choices in one cell stand there with blanks between them, as their words do: the boxes beside it tell them apart.
fn several(row: &Row, layout: &Layout, person: &mut Attendee) {
    for variable in Field::SENSITIVE {
        let Some(summary) = layout.columns.first(variable) else { continue };
        let is_ticked = |column: &usize| {
            layout.kinds[*column] == ColumnKind::Detail && status(row.get(*column)) == Some(Presence::Present)
        };
        let choice = |column: usize| {
            let (question, choice) = layout.columns.text(column).rsplit_once('/')?;
            (question == layout.columns.text(summary)).then_some(choice)
        };
        let chosen: Vec<&str> = (0..layout.columns.len()).filter(is_ticked).filter_map(choice).collect();
        if chosen.len() > 1 {
            person.sensitive.insert(variable, chosen.join("; "));
        }
    }
}

/// A box of its own (`Grupo/Víctima`): ticked it says yes, and left alone no, by whoever answered its question at all.
fn boxes(row: &Row, layout: &Layout, person: &mut Attendee) {
    for column in (0..layout.columns.len()).filter(|&column| layout.kinds[column] == ColumnKind::Detail) {
        let Some(variable) = layout.columns.field(column).filter(|field| Field::SENSITIVE.contains(field)) else {
            continue;
        };
        if layout.columns.first(variable) != Some(column) {
            continue;
        }
        let question = layout.columns.text(column).rsplit_once('/').map_or("", |(question, _)| question);
        let summary = (0..layout.columns.len()).find(|&other| layout.columns.text(other) == question);
        let is_answered = !matches!(row.at(summary), "" | "0");
        match (status(row.get(column)), is_answered) {
            (Some(Presence::Present), _) => person.sensitive.insert(variable, "sí".to_owned()),
            (_, true) => person.sensitive.insert(variable, "no".to_owned()),
            (_, false) => person.sensitive.remove(&variable),
        };
    }
}

/// The most frequent date, the earliest of them when several are.
fn most_frequent(dates: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    let mut counts: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    dates.for_each(|date| *counts.entry(date).or_default() += 1);
    counts.into_iter().max_by_key(|&(date, count)| (count, std::cmp::Reverse(date))).map(|(date, _)| date)
}

/// Questions ask in sentences: meanings that no column has by its plain name are looked for inside the question texts.
fn loosen(layout: &mut Layout) {
    for &(field, words) in INSIDE {
        if layout.columns.has(field) || (field == Field::Name && layout.columns.has(Field::FirstNames)) {
            continue;
        }
        let found = (0..layout.columns.len()).find(|&column| {
            let text = fold(layout.columns.text(column));
            layout.kinds[column] == ColumnKind::Question
                && layout.columns.field(column).is_none()
                && text.len() <= 160
                && words.iter().any(|word| format!(" {text} ").contains(&format!(" {word} ")))
        });
        if let Some(column) = found {
            layout.columns.set(column, Some(field));
        }
    }
    layout.columns.pair_document();
}

/// Most telling first, so that `Número de documento` is not taken by a looser word.
const INSIDE: &[(Field, &[&str])] = &[
    (Field::Consent, &["tratamiento de mis datos", "tratamiento de datos", "datos personales", "dados pessoais"]),
    (Field::DocType, &["tipo de documento", "tipo documento", "tipo de identificacion"]),
    (
        Field::Doc,
        &[
            "numero de documento",
            "documento de identidad",
            "numero de identificacion",
            "numero de cedula",
            "cedula",
            "dni",
            "cpf",
        ],
    ),
    (Field::Email, &["correo electronico", "correo", "e mail", "email"]),
    (
        Field::Name,
        &[
            "nombre completo",
            "nombres y apellidos",
            "nombre y apellido",
            "nombres completos",
            "apellidos y nombres",
            "nome completo",
            "full name",
            "su nombre",
            "tu nombre",
            "seu nome",
            "your name",
        ],
    ),
    (Field::FirstNames, &["nombres"]),
    (Field::LastNames, &["apellidos", "sobrenome"]),
    (Field::Phone, &["telefono", "celular", "whatsapp", "telefone"]),
    (Field::Organisation, &["entidad", "institucion", "organizacion", "instituicao", "dependencia"]),
    (Field::Post, &["cargo"]),
    (Field::Territory, &["municipio"]),
    (Field::Ethnicity, &["pertenencia etnica", "grupo etnico", "etnia", "raca", "cor ou raca"]),
    (Field::Disability, &["discapacidad", "deficiencia"]),
    (Field::Victim, &["victima del conflicto", "victima"]),
    (Field::Gender, &["identidad de genero", "identidade de genero"]),
    (Field::Sex, &["sexo"]),
    (Field::AgeBand, &["rango de edad", "grupo de edad", "faixa etaria", "edad", "idade"]),
];
