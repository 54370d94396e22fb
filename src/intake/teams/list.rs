//! The event list of 2020–21: one row each time somebody comes or goes.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;

use super::super::attendance::Draft;
use super::super::codes::{DateFrom, DateOrder, IgnoreReason, RejectReason, Source, WarnCode};
use super::super::columns::Columns;
use super::super::fault::IntakeError;
use super::super::field::Field;
use super::super::fold::fold;
use super::super::minutes::Interval;
use super::super::options::Options;
use super::super::order::{Clues, decide};
use super::super::people::Sighting;
use super::super::person_row::{is_somebody, person};
use super::super::stamp::{Day, Stamp};
use super::super::table::{Row, Table};
use super::super::who::is_bot;
use super::super::zoom::not_this;
use super::columns_of;
use ata_model::name::key as name_key;

/// How a stamp of the list becomes a moment of the session.
#[derive(Clone, Copy)]
struct Clock {
    order: DateOrder,
    zone: Option<i32>,
    own: Option<i32>,
}

impl Clock {
    fn moment(self, stamp: &Stamp) -> Option<NaiveDateTime> {
        stamp.moment_at(self.order, self.zone, self.own)
    }
}

struct Event {
    line: u64,
    joined: bool,
    at: NaiveDateTime,
}

/// Reads the event list: pairs `Joined` and `Left` by person.
pub(in super::super) fn list(table: &Table, options: &Options) -> Result<Draft, IntakeError> {
    let columns_at = list_columns(table, options);
    let (at, mut columns) = columns_at.ok_or_else(|| not_this(table, Source::TeamsList))?;
    columns.apply(&options.map)?;
    let rows = &table.rows[at + 1..];
    let mut clues = Clues::default();
    for row in rows {
        clues.take(row.line, row.at(columns.first(Field::Timestamp)));
    }
    let decision = decide(&clues, options, table.file_name.as_deref())?;
    let is_utc = columns.first(Field::Timestamp).is_some_and(|column| columns.is_utc(column));
    let zone = is_utc.then_some(0);
    let clock = Clock { order: decision.order, zone, own: options.session_offset };
    let moments = clues.stamps.iter().filter_map(|(_, stamp, _)| clock.moment(stamp));
    let (first, last) = (moments.clone().min(), moments.max());
    let mut draft = Draft { header_line: Some(table.rows[at].line), ..Draft::default() };
    draft.date = first.map(|first| (first.date(), DateFrom::Cells));
    let leaving = leaving(rows, &columns, decision.order);
    let mut pairing = Pairing { people: Vec::new(), by_name: HashMap::new(), unread: HashSet::new(), leaving };
    for row in rows {
        pairing.take(row, &columns, clock, &mut draft);
    }
    draft.decision = Some(decision);
    pairing.close(options.session_start, last.or(options.session_end), &mut draft);
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
pub(in super::super) fn is_list_by_content(table: &Table) -> bool {
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
                && Stamp::parse(row.get(2)).is_some_and(|stamp| stamp.time.is_some() && stamp.day != Day::Missing)
        })
}

struct Pairing {
    people: Vec<(Sighting, Vec<Event>)>,
    by_name: HashMap<String, usize>,
    /// Places of those of whom a time cannot be read.
    unread: HashSet<usize>,
    /// What the list calls leaving, folded.
    leaving: Vec<String>,
}

impl Pairing {
    fn take(&mut self, row: &Row, columns: &Columns, clock: Clock, draft: &mut Draft) {
        if row.is_blank() {
            return draft.ignore(row.line, IgnoreReason::Blank);
        }
        let person = person(row, columns, draft);
        if person.name.as_deref().is_some_and(is_bot) {
            return draft.ignore(row.line, IgnoreReason::Bot);
        }
        let (action, time) = (row.at(columns.first(Field::Action)), row.at(columns.first(Field::Timestamp)));
        if !is_somebody(&person) {
            return draft.reject(row.line, Field::Name, row.get(0), RejectReason::NoIdentifier);
        }
        let key = name_key(person.name.as_deref().unwrap_or_default());
        let place = *self.by_name.entry(key).or_insert_with(|| {
            self.people.push((Sighting { line: row.line, person, ..Sighting::default() }, Vec::new()));
            self.people.len() - 1
        });
        let Some(at) = Stamp::parse(time).and_then(|stamp| clock.moment(&stamp)) else {
            self.unread.insert(place);
            return draft.reject(row.line, Field::Timestamp, time, RejectReason::InvalidTime);
        };
        self.people[place].1.push(Event { line: row.line, joined: !self.leaving.contains(&fold(action)), at });
    }

    /// Turns the events of each person into stays; what is still open ends at `closing`, what was never opened began at `opening`.
    fn close(self, opening: Option<NaiveDateTime>, closing: Option<NaiveDateTime>, draft: &mut Draft) {
        for (place, (sighting, mut events)) in self.people.into_iter().enumerate() {
            if self.unread.contains(&place) {
                // Refused together, they are corrected together.
                let name = sighting.person.name.as_deref().unwrap_or_default();
                events.iter().for_each(|event| draft.reject(event.line, Field::Name, name, RejectReason::StayUnread));
                continue;
            }
            draft.rows += events.len();
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
                    (false, 0) => {
                        let name = sighting.person.name.clone().unwrap_or_default();
                        draft.warn(WarnCode::LeftWithoutJoin, event.line, name);
                        let start = opening.filter(|&start| stays.is_empty() && start < event.at);
                        stays.extend(start.map(|start| (event.line, Interval { start, end: event.at })));
                    }
                    (false, _) => {
                        devices -= 1;
                        if devices == 0 {
                            stays.extend(
                                since
                                    .take()
                                    .map(|start: &Event| (start.line, Interval { start: start.at, end: event.at })),
                            );
                        }
                    }
                }
            }
            if let Some(start) = since {
                let end = closing.filter(|&closing| closing > start.at).unwrap_or(start.at);
                draft.warn(WarnCode::OpenInterval, start.line, end.format("%Y-%m-%dT%H:%M:%S").to_string());
                stays.push((start.line, Interval { start: start.at, end }));
            }
            if stays.is_empty() {
                draft.sightings.push(sighting.clone());
            }
            for (line, interval) in stays {
                draft.sightings.push(Sighting { line, interval: Some(interval), ..sighting.clone() });
            }
        }
    }
}

/// What the list calls leaving. In a language not met: what nobody does first.
fn leaving(rows: &[Row], columns: &Columns, order: DateOrder) -> Vec<String> {
    let cell = |row: &Row, field| fold(row.at(columns.first(field)));
    let mut actions: Vec<String> = rows.iter().map(|row| cell(row, Field::Action)).collect();
    actions.sort_unstable();
    actions.dedup();
    let by_word: Vec<String> = actions.iter().filter(|action| is_leaving(action)).cloned().collect();
    if !by_word.is_empty() {
        return by_word;
    }
    let mut first: HashMap<String, (NaiveDateTime, String)> = HashMap::new();
    for row in rows {
        let time = row.at(columns.first(Field::Timestamp));
        let Some(at) = Stamp::parse(time).and_then(|stamp| stamp.moment(order)) else { continue };
        let did = (at, cell(row, Field::Action));
        let known = first.entry(name_key(row.at(columns.first(Field::Name)))).or_insert_with(|| did.clone());
        if did.0 < known.0 {
            *known = did;
        }
    }
    const JOINING: &[&str] = &["join", "entr", "ingres", "se uni", "unio", "rejoi"];
    let is_joining = |action: &str| JOINING.iter().any(|start| action.starts_with(start));
    let is_first = |action: &str| first.values().any(|(_, did)| did == action);
    actions.retain(|action| !action.is_empty() && !is_joining(action) && !is_first(action));
    actions
}

fn is_leaving(folded: &str) -> bool {
    ["left", "leave", "saiu", "sali", "abandon", "se fue", "se retir", "desconect", "exit", "a quitte", "deixou"]
        .iter()
        .any(|start| folded.starts_with(start) || folded.contains(&format!(" {start}")))
}
