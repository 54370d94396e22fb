//! Microsoft Teams: the event list of 2020–21, the summary of 2021–22 and the sectioned report since 2022.

mod list;

use super::attendance::Draft;
use super::codes::Source;
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::fold;
use super::joins::{self, Meeting, Placed, Style};
use super::options::Options;
use super::table::{Row, Table};
use super::who::without_suffix;
use super::zoom::not_this;

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

/// Reads the report: section 3 lists every stay; section 2 is the fallback. Never both, they are the same time.
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
    let (chosen, style) = if has_stays { (stays, STAYS) } else { (totals, TOTALS) };
    let Some((header, mut columns, rows)) = chosen else {
        return Err(not_this(table, Source::TeamsReport));
    };
    columns.apply(&options.map)?;
    let mut draft = Draft { header_line: Some(header.line), ..Draft::default() };
    // Blank lines only separate sections here.
    let rows: Vec<Placed<'_>> =
        rows.iter().filter(|row| !row.is_blank()).map(|row| Placed { row, columns: &columns }).collect();
    joins::read(&rows, &Meeting::above(body(1).iter()), style, table, options, &mut draft)?;
    Ok(draft)
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
