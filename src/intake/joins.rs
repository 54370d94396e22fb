//! Tables in which a row is one stay: who, when in, when out, how long. Zoom, Teams and generic exports share it.

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::attendance::Draft;
use super::canonical::Ignored;
use super::codes::{DateFrom, DateOrder, IgnoreReason, Presence, RejectReason, WarnCode};
use super::columns::Columns;
use super::email::is_nothing;
use super::fault::IntakeError;
use super::field::Field;
use super::minutes::{Interval, duration};
use super::options::Options;
use super::order::{Clues, Span, decide};
use super::people::Sighting;
use super::person_row::{is_somebody, person, value};
use super::presence::status;
use super::stamp::Stamp;
use super::table::{Row, Table};
use super::who::{is_bot, is_device};

/// A row with the columns of the section it stands in.
pub(super) struct Placed<'t> {
    pub row: &'t Row,
    pub columns: &'t Columns,
}

impl Placed<'_> {
    /// The stamp in the column of a meaning, with the zone that its heading says.
    fn stamp(&self, field: Field) -> Option<Stamp> {
        let column = self.columns.first(field)?;
        let stamp = Stamp::parse(self.row.get(column))?;
        Some(Stamp { offset: stamp.offset.or(self.columns.is_utc(column).then_some(0)), ..stamp })
    }
}

/// Dates above the table: the meeting itself.
#[derive(Default)]
pub(super) struct Meeting {
    pub start: Option<Stamp>,
    pub end: Option<Stamp>,
    pub seconds: Option<i64>,
}

impl Meeting {
    /// Takes the first two dated cells of the rows above the table: every preamble writes the start before the end.
    pub fn above<'t>(rows: impl Iterator<Item = &'t Row>) -> Self {
        let mut meeting = Meeting::default();
        for (_, cell) in rows.flat_map(Row::filled) {
            let stamp = Stamp::parse(cell).filter(|stamp| stamp.day != super::stamp::Day::Missing);
            if meeting.start.is_none() {
                meeting.start = stamp;
            } else if meeting.end.is_none() {
                meeting.end = stamp;
            }
            if stamp.is_none() && meeting.seconds.is_none() && cell.chars().any(|c| c.is_ascii_alphabetic()) {
                meeting.seconds = duration(cell);
            }
        }
        meeting
    }
}

/// How the rows of a table of stays are read.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// The name as shown to the name of the person.
    pub name: fn(&str) -> String,
    /// The duration column is the truth and the clock times only frame it.
    pub trust_duration: bool,
}

/// Reads all rows into the draft, after settling the date order over all of them.
pub(super) fn read(
    rows: &[Placed<'_>],
    meeting: &Meeting,
    style: Style,
    table: &Table,
    options: &Options,
    draft: &mut Draft,
) -> Result<(), IntakeError> {
    let clues = clues(rows, meeting);
    let decision = decide(&clues, options, table.file_name.as_deref())?;
    let order = decision.order;
    let day = session_day(table, options);
    let clock = options.session_offset;
    let last = clues.stamps.iter().filter_map(|(_, stamp, _)| stamp.moment_of(order, day, clock)).max();
    let closing = meeting.end.and_then(|end| end.moment(order)).or(last).or(options.session_end);
    draft.decision = Some(decision);
    let mut reading = Reading { order, day, clock, closing, style, draft };
    for placed in rows {
        reading.take(placed);
    }
    of_the_day(draft, options);
    let joined = draft.sightings.iter().filter_map(|sighting| Some(sighting.interval?.start)).min();
    let dated = clues.stamps.iter().any(|(_, stamp, _)| stamp.date(order).is_some());
    draft.date = match (joined.filter(|_| dated), meeting.start.and_then(|start| start.date(order))) {
        (Some(joined), _) => Some((joined.date(), DateFrom::Cells)),
        (None, Some(start)) => Some((start, DateFrom::Preamble)),
        (None, None) => None,
    };
    Ok(())
}

/// How long after the end of a session somebody may still join it.
const OVERRUN: TimeDelta = TimeDelta::hours(6);

/// A meeting that is opened again keeps its number, and its export has a rehearsal beside the session: where some stays are of the
/// session's day, those of other days are left aside. Who joins after midnight is still of that day, when the session lasted that long or
/// somebody was still in.
pub(super) fn of_the_day(draft: &mut Draft, options: &Options) {
    let Some(first) = options.session_date else { return };
    let is_of_the_day = |stay: &Interval| {
        let is_next_morning = || first.succ_opt() == Some(stay.start.date()) && stay.start.hour() < 12;
        let is_overrun = || options.session_end.map_or_else(is_next_morning, |end| stay.start <= end + OVERRUN);
        stay.start.date() == first || (stay.start.date() > first && is_overrun())
    };
    let stays = draft.sightings.iter().filter_map(|sighting| sighting.interval);
    let meetings = meetings(stays.collect()).into_iter().filter(|stays| stays.iter().any(is_of_the_day));
    let spans: Vec<(NaiveDateTime, NaiveDateTime)> =
        meetings.filter_map(|stays| Some((stays.first()?.start, stays.last()?.start))).collect();
    if spans.is_empty() {
        return;
    }
    let is_of_them = |sighting: &Sighting| {
        sighting.interval.is_none_or(|stay| spans.iter().any(|(from, to)| (*from..=*to).contains(&stay.start)))
    };
    let (kept, others) = std::mem::take(&mut draft.sightings).into_iter().partition(is_of_them);
    draft.sightings = kept;
    let others: Vec<Sighting> = others;
    draft.ignored.extend(others.iter().map(|other| Ignored { line: other.line, reason: IgnoreReason::OtherDay }));
}

/// Stays that follow one another without a time in which nobody was in, by their beginning.
fn meetings(mut stays: Vec<Interval>) -> Vec<Vec<Interval>> {
    stays.sort_unstable();
    let mut meetings: Vec<Vec<Interval>> = Vec::new();
    let mut reached: Option<NaiveDateTime> = None;
    for stay in stays {
        match meetings.last_mut().filter(|_| reached.is_some_and(|reached| stay.start <= reached)) {
            Some(meeting) => meeting.push(stay),
            None => meetings.push(vec![stay]),
        }
        reached = reached.max(Some(stay.end));
    }
    meetings
}

/// The day for clock times that have none.
pub(super) fn session_day(table: &Table, options: &Options) -> Option<chrono::NaiveDate> {
    options
        .session_date
        .or_else(|| options.session_start.map(|start| start.date()))
        .or_else(|| table.file_name.as_deref().and_then(|name| super::stamp::date_in_name(name, None)))
}

fn clues(rows: &[Placed<'_>], meeting: &Meeting) -> Clues {
    let mut clues = Clues::default();
    for placed in rows {
        let line = placed.row.line;
        let mut take = |field| {
            let stamp = placed.stamp(field)?;
            clues.stamps.push((line, stamp, placed.row.at(placed.columns.first(field)).to_owned()));
            Some(stamp)
        };
        let (join, leave) = (take(Field::Join), take(Field::Leave));
        if let (Some(start), Some(end)) = (join, leave) {
            clues.spans.push(Span { start, end, seconds: reported(placed) });
        }
    }
    for stamp in [meeting.start, meeting.end].into_iter().flatten() {
        clues.stamps.push((1, stamp, String::new()));
    }
    if let (Some(start), Some(end)) = (meeting.start, meeting.end) {
        clues.spans.push(Span { start, end, seconds: meeting.seconds });
    }
    clues
}

fn reported(placed: &Placed<'_>) -> Option<i64> {
    let minutes = value(placed.row, placed.columns, Field::Duration);
    duration(if minutes.is_empty() { value(placed.row, placed.columns, Field::Minutes) } else { minutes })
}

struct Reading<'d> {
    order: DateOrder,
    day: Option<chrono::NaiveDate>,
    /// Minutes of the session's clock east of UTC.
    clock: Option<i32>,
    closing: Option<NaiveDateTime>,
    style: Style,
    draft: &'d mut Draft,
}

/// What the times of a row amount to.
enum Stay {
    Times(Interval),
    Reported(i64, Option<Interval>),
    Unsaid,
    Wrong(Field, RejectReason),
}

impl Reading<'_> {
    fn take(&mut self, placed: &Placed<'_>) {
        let Placed { row, columns } = placed;
        let line = row.line;
        if row.is_blank() {
            return self.draft.ignore(line, IgnoreReason::Blank);
        }
        if status(value(row, columns, Field::WaitingRoom)) == Some(Presence::Present) {
            return self.draft.ignore(line, IgnoreReason::WaitingRoom);
        }
        if status(value(row, columns, Field::Status)) == Some(Presence::Absent) {
            return self.draft.ignore(line, IgnoreReason::NoShow);
        }
        let mut person = person(row, columns, self.draft);
        person.name = person.name.map(|name| (self.style.name)(&name));
        if person.name.as_deref().is_some_and(is_bot) {
            return self.draft.ignore(line, IgnoreReason::Bot);
        }
        if !is_somebody(&person) {
            let (_, first) = row.filled().next().unwrap_or_default();
            return self.draft.reject(line, Field::Name, first, RejectReason::NoIdentifier);
        }
        if let Some(name) = person.name.as_deref().filter(|name| person.email.is_none() && is_device(name)) {
            self.draft.warn(WarnCode::DeviceName, line, name);
        }
        let (interval, reported) = match self.stay(placed) {
            Stay::Times(interval) => (Some(interval), None),
            Stay::Reported(seconds, interval) => (interval, Some(seconds)),
            Stay::Unsaid => {
                let is_said = status(value(row, columns, Field::Status)).is_some();
                let is_asked = [Field::Join, Field::Leave, Field::Duration].iter().any(|&field| columns.has(field));
                if is_asked && !is_said {
                    let who = person.name.as_deref().or(person.email.as_deref()).unwrap_or_default();
                    self.draft.warn(WarnCode::NoTimes, line, who);
                }
                (None, None)
            }
            Stay::Wrong(field, reason) => {
                return self.draft.reject(line, field, value(row, columns, field), reason);
            }
        };
        self.draft.add(Sighting { line, person, interval, reported });
    }

    fn stay(&mut self, placed: &Placed<'_>) -> Stay {
        let Placed { row, columns } = placed;
        let cell = |field| Some(row.at(columns.first(field))).filter(|cell| !is_nothing(cell));
        let (join, leave) = (cell(Field::Join), cell(Field::Leave));
        let moment = |field| placed.stamp(field)?.moment_of(self.order, self.day, self.clock);
        let (start, end) = (moment(Field::Join), moment(Field::Leave));
        let reported = reported(placed);
        if self.style.trust_duration
            && let Some(seconds) = reported
        {
            return Stay::Reported(seconds, start.zip(end).map(|(start, end)| after(start, end, leave)));
        }
        match (start, end) {
            (Some(start), Some(end)) => {
                let interval = after(start, end, leave);
                if interval.end < interval.start {
                    Stay::Wrong(Field::Leave, RejectReason::LeaveBeforeJoin)
                } else {
                    Stay::Times(interval)
                }
            }
            (Some(start), None) if leave.is_none() => self.open(row.line, start, reported),
            _ if reported.is_some() => {
                if join.is_some() || leave.is_some() {
                    self.draft.warn(WarnCode::MinutesFromDuration, row.line, join.or(leave).unwrap_or_default());
                }
                Stay::Reported(reported.unwrap_or(0), None)
            }
            _ if join.is_some() || leave.is_some() => self.clocks(join, leave),
            _ => match [Field::Duration, Field::Minutes].into_iter().find(|&field| cell(field).is_some()) {
                Some(field) => Stay::Wrong(field, RejectReason::InvalidMinutes),
                None => Stay::Unsaid,
            },
        }
    }

    /// Still in when the list was made: closed at the end of the meeting or at the last event, and said.
    fn open(&mut self, line: u64, start: NaiveDateTime, reported: Option<i64>) -> Stay {
        if let Some(seconds) = reported {
            return Stay::Times(Interval { start, end: start + TimeDelta::seconds(seconds) });
        }
        let end = self.closing.filter(|&closing| closing > start).unwrap_or(start);
        self.draft.warn(WarnCode::OpenInterval, line, end.format("%Y-%m-%dT%H:%M:%S").to_string());
        Stay::Times(Interval { start, end })
    }

    /// Clock times without any date: their distance is still the time attended.
    fn clocks(&self, join: Option<&str>, leave: Option<&str>) -> Stay {
        let time = |cell: Option<&str>| cell.and_then(Stamp::parse).and_then(|stamp| stamp.time);
        match (time(join), time(leave)) {
            (Some(from), Some(to)) => {
                let spent = (to - from).num_seconds();
                Stay::Reported(if spent < 0 { spent + 86_400 } else { spent }, None)
            }
            (Some(_), None) if leave.is_none() => Stay::Unsaid,
            (None, _) => Stay::Wrong(Field::Join, RejectReason::InvalidTime),
            (Some(_), None) => Stay::Wrong(Field::Leave, RejectReason::InvalidTime),
        }
    }
}

/// The stay from `start` to `end`; an end that is a clock time alone and lies before the start is past midnight.
fn after(start: NaiveDateTime, end: NaiveDateTime, leave: Option<&str>) -> Interval {
    let clock_only = leave.and_then(Stamp::parse).is_some_and(|stamp| stamp.day == super::stamp::Day::Missing);
    Interval { start, end: if clock_only && end < start { end + TimeDelta::days(1) } else { end } }
}
