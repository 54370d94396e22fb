//! Which export a table is: section marks first, then the set of columns, never the file name.

use super::canonical::is_canonical;
use super::codes::Source;
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::options::Options;
use super::stamp::{Day, Stamp};
use super::table::{Row, Table};
use super::teams;

/// The source of an attendance table: as named, or found out.
pub(super) fn source(table: &Table, options: &Options) -> Result<Source, IntakeError> {
    if let Some(source) = options.source {
        return Ok(source);
    }
    sections(table)
        .or_else(|| form(table))
        .or_else(|| is_canonical(table).then_some(Source::Canonical))
        .or_else(|| meeting(table, options))
        .or_else(|| teams::is_list_by_content(table).then_some(Source::TeamsList))
        .or_else(|| table.header(options).map(|_| Source::HandmadeList))
        .ok_or_else(|| table.no_header(options))
}

fn first_row(table: &Table) -> Option<&Row> {
    table.rows.iter().find(|row| !row.is_blank())
}

/// Files of several tables, by the titles between them.
fn sections(table: &Table) -> Option<Source> {
    let first = first_row(table)?;
    if teams::section(first).is_some() && table.rows.iter().filter_map(teams::section).any(|number| number == 2) {
        return Some(Source::TeamsReport);
    }
    let opening = fold(first.get(0));
    let is_webinar_title = |row: &Row| {
        let title = fold(row.get(0));
        row.filled().count() == 1 && ["attendee details", "panelist details", "host details"].contains(&title.as_str())
            || row.filled().count() == 1 && (title.starts_with("detalles de") || title.starts_with("detalhes d"))
    };
    let announced = [
        "attendee report",
        "informe de asistentes",
        "informe de los asistentes",
        "relatorio de participantes",
        "relatorio do participante",
    ];
    if announced.iter().any(|title| opening.starts_with(title)) || table.rows.iter().take(40).any(is_webinar_title) {
        return Some(Source::ZoomWebinar);
    }
    None
}

/// Answers to a form, by the columns that the system adds.
pub(super) fn form(table: &Table) -> Option<Source> {
    let first = first_row(table)?;
    let raw: Vec<&str> = first.cells.iter().map(|cell| cell.trim()).collect();
    let folded: Vec<String> = raw.iter().map(|cell| fold(cell)).collect();
    let has = |name: &str| raw.contains(&name);
    let is = |at: usize, words: &[&str]| folded.get(at).is_some_and(|text| words.contains(&text.as_str()));
    if has("_uuid") && (has("_id") || has("_submission_time")) {
        return Some(Source::Kobo);
    }
    if has("KEY") && (has("SubmissionDate") || has("SubmitterID")) {
        return Some(Source::Odk);
    }
    if is(0, &["respondent id"]) && is(1, &["collector id"]) {
        return Some(Source::SurveyMonkey);
    }
    if is(0, &["id", "response id", "id de respuesta", "id de la respuesta", "id da resposta"])
        && is(1, &["submitdate", "date submitted", "fecha de envio", "data de envio"])
    {
        return Some(Source::LimeSurvey);
    }
    if is(0, &["id"])
        && is(1, &["start time", "hora de inicio"])
        && is(2, &["completion time", "hora de finalizacion", "hora de conclusao"])
    {
        return Some(Source::MsForms);
    }
    if raw.len() > 1 && is(0, &["timestamp", "marca temporal", "carimbo de data hora"]) && first.line == 1 {
        return Some(Source::GoogleForms);
    }
    None
}

/// Lists of a meeting, by what their columns mean together.
fn meeting(table: &Table, options: &Options) -> Option<Source> {
    let at = table.header(options)?;
    let header = &table.rows[at];
    let columns = Columns::recognise(header.cells.iter().map(String::as_str));
    let folded: Vec<String> = header.cells.iter().map(|cell| fold(cell)).collect();
    let has_text = |words: &[&str]| folded.iter().any(|text| words.contains(&text.as_str()));
    let has = |field| columns.has(field);
    let timed = has(Field::Join) || has(Field::Leave) || has(Field::Duration);
    if has(Field::Action) && has(Field::Timestamp) {
        return Some(Source::TeamsList);
    }
    if !timed {
        return None;
    }
    if has(Field::ParticipantId) {
        return Some(Source::TeamsSummary);
    }
    if folded.iter().any(|text| {
        text.contains("original name")
            || text.contains("nombre original")
            || text.contains("nome original")
            || text == "nameoriginalname"
    }) || (has(Field::Guest) && has(Field::Duration))
    {
        return Some(Source::ZoomMeeting);
    }
    if has_text(&["time in call", "tiempo en la llamada", "of checks", "last seen"]) {
        return Some(Source::MeetExtension);
    }
    if has(Field::Join) && has(Field::Duration) && clock_only(&table.rows[at + 1..], &columns) {
        return Some(Source::MeetNative);
    }
    // Hours without a day are somebody's own list.
    let is_dated = || !clock_only(&table.rows[at + 1..], &columns);
    (has(Field::Join) && has(Field::Leave) && !has(Field::Signature) && is_dated()).then_some(Source::ZoomMeeting)
}

fn clock_only(rows: &[Row], columns: &Columns) -> bool {
    let mut joins =
        rows.iter().map(|row| row.at(columns.first(Field::Join))).filter(|cell| !cell.is_empty()).take(50).peekable();
    // A header alone says it by its words; without any the report of Meet is the likelier one.
    joins.peek().is_none() || joins.all(|cell| Stamp::parse(cell).is_some_and(|stamp| stamp.day == Day::Missing))
}
