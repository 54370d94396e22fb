//! Microsoft Teams: the event list of 2020–21, the summary of 2021–22 and the sectioned report since 2022.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::attendance::Draft;
use super::codes::{DateFrom, IgnoreReason, Presence, RejectReason, Source, WarnCode};
use super::columns::Columns;
use super::fault::IntakeError;
use super::field::Field;
use super::fold::{fold, name_key};
use super::joins::{self, Meeting, Placed, Style};
use super::minutes::Interval;
use super::options::Options;
use super::order::{Clues, decide};
use super::people::Sighting;
use super::person_row::{is_somebody, person};
use super::stamp::Stamp;
use super::table::{Row, Table};
use super::who::{is_bot, without_suffix};
use super::zoom::not_this;

const STAYS: Style = Style {
    name: without_suffix,
    trust_duration: false,
};
/// Section 2 has added up the rejoins already: first join and last leave only frame the time.
const TOTALS: Style = Style {
    name: without_suffix,
    trust_duration: true,
};

/// Reads the summary layout: a few labels, then one row a join.
pub(super) fn summary(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let at = table
        .header(options)
        .ok_or_else(|| not_this(table, Source::TeamsSummary))?;
    let mut columns = columns_of(&table.rows[at]);
    columns.apply(&options.map)?;
    let mut draft = Draft {
        header_line: Some(table.rows[at].line),
        ..Draft::default()
    };
    let rows: Vec<Placed<'_>> = table.rows[at + 1..]
        .iter()
        .map(|row| Placed {
            row,
            columns: &columns,
        })
        .collect();
    joins::read(
        &rows,
        &Meeting::above(table.rows[..at].iter()),
        STAYS,
        table,
        options,
        &mut draft,
    )?;
    Ok(draft)
}

/// The number of a section title (`2. Participants`), whatever its language.
pub(super) fn section(row: &Row) -> Option<u32> {
    if row.filled().count() != 1 {
        return None;
    }
    let (number, title) = row.get(0).split_once('.')?;
    let titled = title.starts_with(char::is_whitespace) || title.starts_with(char::is_alphabetic);
    number
        .parse()
        .ok()
        .filter(|number| titled && (1..=9).contains(number))
}

/// Reads the report: section 3 lists every stay; section 2 is the fallback. Never both, they are the same time.
pub(super) fn report(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let titles: Vec<(u32, usize)> = table
        .rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((section(row)?, at)))
        .collect();
    let body = |wanted: u32| -> &[Row] {
        let Some(place) = titles.iter().position(|(number, _)| *number == wanted) else {
            return &[];
        };
        let end = titles
            .get(place + 1)
            .map_or(table.rows.len(), |(_, at)| *at);
        &table.rows[titles[place].1 + 1..end]
    };
    let (stays, totals) = (split(body(3)), split(body(2)));
    let has_stays = stays.as_ref().is_some_and(|(_, columns, rows)| {
        columns.has(Field::Join) && rows.iter().any(|row| !row.is_blank())
    });
    let (chosen, style) = if has_stays {
        (stays, STAYS)
    } else {
        (totals, TOTALS)
    };
    let Some((header, mut columns, rows)) = chosen else {
        return Err(not_this(table, Source::TeamsReport));
    };
    columns.apply(&options.map)?;
    let mut draft = Draft {
        header_line: Some(header.line),
        ..Draft::default()
    };
    // Blank lines only separate sections here.
    let rows: Vec<Placed<'_>> = rows
        .iter()
        .filter(|row| !row.is_blank())
        .map(|row| Placed {
            row,
            columns: &columns,
        })
        .collect();
    joins::read(
        &rows,
        &Meeting::above(body(1).iter()),
        style,
        table,
        options,
        &mut draft,
    )?;
    Ok(draft)
}

fn split(body: &[Row]) -> Option<(&Row, Columns, &[Row])> {
    let at = body.iter().position(|row| !row.is_blank())?;
    let columns = columns_of(&body[at]);
    columns
        .has(Field::Name)
        .then(|| (&body[at], columns, &body[at + 1..]))
}

fn columns_of(row: &Row) -> Columns {
    let mut columns = Columns::recognise(row.cells.iter().map(String::as_str));
    // `Registration Email` and engagement columns are no person's data; the identifier of the account is no address.
    for column in 0..columns.len() {
        let text = fold(columns.text(column));
        if text.starts_with("engagement")
            || text.starts_with("envolvimento")
            || text.starts_with("compromisso")
        {
            columns.set(column, None);
        }
    }
    columns
}

struct Event {
    line: u64,
    joined: bool,
    at: NaiveDateTime,
}

/// Reads the event list: pairs `Joined` and `Left` by person.
pub(super) fn list(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let columns_at = list_columns(table, options);
    let (at, mut columns) = columns_at.ok_or_else(|| not_this(table, Source::TeamsList))?;
    columns.apply(&options.map)?;
    let rows = &table.rows[at + 1..];
    let mut clues = Clues::default();
    for row in rows {
        clues.take(row.line, row.at(columns.first(Field::Timestamp)));
    }
    let decision = decide(&clues, options, table.file_name.as_deref())?;
    let moments = clues
        .stamps
        .iter()
        .filter_map(|(_, stamp, _)| stamp.moment(decision.order));
    let (first, last) = (moments.clone().min(), moments.max());
    let mut draft = Draft {
        header_line: Some(table.rows[at].line),
        ..Draft::default()
    };
    draft.date = first.map(|first| (first.date(), DateFrom::Cells));
    let mut pairing = Pairing {
        people: Vec::new(),
        by_name: HashMap::new(),
    };
    for row in rows {
        pairing.take(row, &columns, decision.order, &mut draft);
    }
    draft.decision = Some(decision);
    pairing.close(options.session_end.or(last), &mut draft);
    Ok(draft)
}

/// The header by its words, or, in a language not met, by content: three columns, the third always a time.
fn list_columns(table: &Table, options: &Options) -> Option<(usize, Columns)> {
    if let Some(at) = table.header(options) {
        let columns = columns_of(&table.rows[at]);
        if columns.has(Field::Action) && columns.has(Field::Timestamp) {
            return Some((at, columns));
        }
    }
    is_list_by_content(table).then(|| {
        let mut columns = columns_of(&table.rows[0]);
        columns.set(0, Some(Field::Name));
        columns.set(1, Some(Field::Action));
        columns.set(2, Some(Field::Timestamp));
        (0, columns)
    })
}

/// True for a table that reads like an event list whatever its words.
pub(super) fn is_list_by_content(table: &Table) -> bool {
    let Some((header, body)) = table.rows.split_first() else {
        return false;
    };
    let rows: Vec<&Row> = body.iter().filter(|row| !row.is_blank()).collect();
    let mut actions: Vec<String> = rows.iter().map(|row| fold(row.get(1))).collect();
    actions.sort_unstable();
    actions.dedup();
    header.filled().count() == 3
        && rows.len() >= 2
        && (2..=3).contains(&actions.len())
        && rows.iter().all(|row| {
            row.filled().count() == 3
                && Stamp::parse(row.get(2)).is_some_and(|stamp| {
                    stamp.time.is_some() && stamp.day != super::stamp::Day::Missing
                })
        })
}

struct Pairing {
    people: Vec<(Sighting, Vec<Event>)>,
    by_name: HashMap<String, usize>,
}

impl Pairing {
    fn take(
        &mut self,
        row: &Row,
        columns: &Columns,
        order: super::codes::DateOrder,
        draft: &mut Draft,
    ) {
        if row.is_blank() {
            return draft.ignore(row.line, IgnoreReason::Blank);
        }
        let mut person = person(row, columns, draft);
        if person.name.as_deref().is_some_and(is_bot) {
            return draft.ignore(row.line, IgnoreReason::Bot);
        }
        let (action, time) = (
            row.at(columns.first(Field::Action)),
            row.at(columns.first(Field::Timestamp)),
        );
        if !is_somebody(&person) {
            return draft.reject(
                row.line,
                Field::Name,
                row.get(0),
                RejectReason::NoIdentifier,
            );
        }
        let Some(at) = Stamp::parse(time).and_then(|stamp| stamp.moment(order)) else {
            return draft.reject(row.line, Field::Timestamp, time, RejectReason::InvalidTime);
        };
        draft.rows += 1;
        person.status = Some(Presence::Present);
        let key = name_key(person.name.as_deref().unwrap_or_default());
        let place = *self.by_name.entry(key).or_insert_with(|| {
            self.people.push((
                Sighting {
                    line: row.line,
                    person,
                    ..Sighting::default()
                },
                Vec::new(),
            ));
            self.people.len() - 1
        });
        self.people[place].1.push(Event {
            line: row.line,
            joined: !is_leaving(action),
            at,
        });
    }

    /// Turns the events of each person into stays; what is still open ends at `closing`.
    fn close(self, closing: Option<NaiveDateTime>, draft: &mut Draft) {
        for (sighting, mut events) in self.people {
            events.sort_by_key(|event| (event.at, !event.joined));
            let mut devices: u32 = 0;
            let mut since = None;
            let mut stays = Vec::new();
            for event in &events {
                match (event.joined, devices) {
                    (true, _) => {
                        since = since.or(Some(event));
                        devices += 1;
                    }
                    (false, 0) => draft.warn(
                        WarnCode::LeftWithoutJoin,
                        event.line,
                        sighting.person.name.clone().unwrap_or_default(),
                    ),
                    (false, _) => {
                        devices -= 1;
                        if devices == 0 {
                            stays.extend(since.take().map(|start: &Event| {
                                (
                                    start.line,
                                    Interval {
                                        start: start.at,
                                        end: event.at,
                                    },
                                )
                            }));
                        }
                    }
                }
            }
            if let Some(start) = since {
                let end = closing
                    .filter(|&closing| closing > start.at)
                    .unwrap_or(start.at);
                draft.warn(
                    WarnCode::OpenInterval,
                    start.line,
                    end.format("%Y-%m-%dT%H:%M:%S").to_string(),
                );
                stays.push((
                    start.line,
                    Interval {
                        start: start.at,
                        end,
                    },
                ));
            }
            if stays.is_empty() {
                draft.sightings.push(sighting.clone());
            }
            for (line, interval) in stays {
                draft.sightings.push(Sighting {
                    line,
                    interval: Some(interval),
                    ..sighting.clone()
                });
            }
        }
    }
}

fn is_leaving(action: &str) -> bool {
    let folded = fold(action);
    [
        "left",
        "leave",
        "saiu",
        "sali",
        "abandon",
        "se fue",
        "se retir",
        "desconect",
        "exit",
        "a quitte",
        "deixou",
    ]
    .iter()
    .any(|start| folded.starts_with(start) || folded.contains(&format!(" {start}")))
}
