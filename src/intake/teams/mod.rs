//! Microsoft Teams: the event list of 2020–21, the summary of 2021–22 and the sectioned report since 2022.

mod list;

use std::collections::HashSet;

use super::attendance::Draft;
use super::codes::{DateOrder, Source, WarnCode};
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::joins::{self, Meeting, Placed, Style};
use super::options::Options;
use super::person_row::value;
use super::table::{Row, Table};
use super::who::without_suffix;
use super::zoom::not_this;
use ata_model::name::key as name_key;

pub(super) use list::{is_list_by_content, list};

const STAYS: Style = Style { name: without_suffix, trust_duration: false };
/// Section 2 has added up the rejoins already: first join and last leave only frame the time.
const TOTALS: Style = Style { name: without_suffix, trust_duration: true };

/// Reads the summary layout: a few labels, then one row a join.
pub(super) fn summary(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let at = table.header(options).ok_or_else(|| not_this(table, Source::TeamsSummary))?;
    let mut columns = columns_of(&table.rows[at]);
    columns.apply(&options.map)?;
    let mut draft = Draft { header_line: Some(table.rows[at].line), ..Draft::default() };
    let rows: Vec<Placed<'_>> = table.rows[at + 1..].iter().map(|row| Placed { row, columns: &columns }).collect();
    joins::read(&rows, &Meeting::above(table.rows[..at].iter()), STAYS, table, options, &mut draft)?;
    Ok(draft)
}

/// The number of a section title (`2. Participants`), whatever its language.
pub(super) fn section(row: &Row) -> Option<u32> {
    if row.filled().count() != 1 {
        return None;
    }
    let (number, title) = row.get(0).split_once('.')?;
    let titled = title.starts_with(char::is_whitespace) || title.starts_with(char::is_alphabetic);
    number.parse().ok().filter(|number| titled && (1..=9).contains(number))
}

/// Reads the report: section 3 lists every stay; section 2 is the fallback. Never both of anybody, they are the same time.
pub(super) fn report(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let titles: Vec<(u32, usize)> =
        table.rows.iter().enumerate().filter_map(|(at, row)| Some((section(row)?, at))).collect();
    let body = |wanted: u32| -> &[Row] {
        let Some(place) = titles.iter().position(|(number, _)| *number == wanted) else {
            return &[];
        };
        let end = titles.get(place + 1).map_or(table.rows.len(), |(_, at)| *at);
        &table.rows[titles[place].1 + 1..end]
    };
    let (stays, totals) = (split(body(3)), split(body(2)));
    let has_stays = stays
        .as_ref()
        .is_some_and(|(_, columns, rows)| columns.has(Field::Join) && rows.iter().any(|row| !row.is_blank()));
    let others = totals.clone().filter(|_| has_stays);
    let (chosen, style) = if has_stays { (stays, STAYS) } else { (totals, TOTALS) };
    let Some((header, mut columns, rows)) = chosen else {
        return Err(not_this(table, Source::TeamsReport));
    };
    columns.apply(&options.map)?;
    let mut draft = Draft { header_line: Some(header.line), ..Draft::default() };
    // Blank lines only separate sections here.
    let rows: Vec<Placed<'_>> =
        rows.iter().filter(|row| !row.is_blank()).map(|row| Placed { row, columns: &columns }).collect();
    let meeting = Meeting::above(body(1).iter());
    joins::read(&rows, &meeting, style, table, options, &mut draft)?;
    if let Some((_, mut columns, totals)) = others {
        columns.apply(&options.map)?;
        left_out(&rows, totals, &columns, &meeting, table, options, &mut draft)?;
    }
    Ok(draft)
}

/// Takes in whom section 2 names and section 3 has no stay of, with the total of section 2, and says so.
fn left_out(
    stays: &[Placed<'_>],
    totals: &[Row],
    columns: &Columns,
    meeting: &Meeting,
    table: &Table,
    options: &Options,
    draft: &mut Draft,
) -> Result<(), IntakeError> {
    let keys = |row: &Row, columns: &Columns| {
        let name = name_key(&without_suffix(value(row, columns, Field::Name)));
        [name, value(row, columns, Field::Email).to_lowercase()].map(Some).map(|key| key.filter(|key| !key.is_empty()))
    };
    let known: HashSet<String> = stays.iter().flat_map(|placed| keys(placed.row, placed.columns)).flatten().collect();
    let is_new = |row: &&Row| !row.is_blank() && !keys(row, columns).iter().flatten().any(|key| known.contains(key));
    let rows: Vec<Placed<'_>> = totals.iter().filter(is_new).map(|row| Placed { row, columns }).collect();
    if rows.is_empty() {
        return Ok(());
    }
    // Both sections write their dates alike.
    let order = draft.decision.as_ref().map(|decision| decision.order);
    let dated = Options {
        date_order: options.date_order.or(order.filter(|order| *order != DateOrder::Ymd)),
        ..options.clone()
    };
    let mut more = Draft::default();
    match joins::read(&rows, meeting, TOTALS, table, &dated, &mut more) {
        // Unless they do not.
        Err(IntakeError::OtherDateOrder { .. }) => joins::read(&rows, meeting, TOTALS, table, options, &mut more)?,
        read => read?,
    }
    for sighting in &more.sightings {
        let who = sighting.person.name.clone().or_else(|| sighting.person.email.clone());
        draft.warn(WarnCode::MinutesFromDuration, sighting.line, who.unwrap_or_default());
    }
    draft.rows += more.rows;
    draft.sightings.append(&mut more.sightings);
    draft.ignored.append(&mut more.ignored);
    draft.rejects.append(&mut more.rejects);
    draft.warnings.append(&mut more.warnings);
    Ok(())
}

fn split(body: &[Row]) -> Option<(&Row, Columns, &[Row])> {
    let at = body.iter().position(|row| !row.is_blank())?;
    let columns = columns_of(&body[at]);
    columns.has(Field::Name).then(|| (&body[at], columns, &body[at + 1..]))
}

fn columns_of(row: &Row) -> Columns {
    let mut columns = Columns::recognise(row.cells.iter().map(String::as_str));
    // `Registration Email` and engagement columns are no person's data; the identifier of the account is no address.
    for column in 0..columns.len() {
        let text = fold(columns.text(column));
        if text.starts_with("engagement") || text.starts_with("envolvimento") || text.starts_with("compromisso") {
            columns.set(column, None);
        }
    }
    columns
}
