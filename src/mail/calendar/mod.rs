//! Sessions as calendar entries: invitation, change, cancellation, and a feed to subscribe to.
//!
//! The format is iCalendar (RFC 5545); what is sent to whom follows iTIP (RFC 5546): one `UID` per
//! session for ever, a `SEQUENCE` that grows with each change of date, place or state.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, LocalResult, TimeZone, Utc};
use chrono_tz::Tz;

use super::{Party, single_line};
use line::{Lines, quoted};

mod line;
mod uri;
mod zone;

/// Names this program as the writer of the calendar; never changes, so that files stay comparable.
const PRODID: &str = "-//ata//asistencia tecnica//ES";

/// What the receiver should do with the entry (RFC 5546 §1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Invites, or tells a change to those invited.
    Request,
    /// Takes the session out of the calendars.
    Cancel,
    /// Only shows it: nobody is asked to answer, and no attendee is named.
    Publish,
}

impl Method {
    /// The word of the `METHOD` property and of the `method` parameter of the e-mail part.
    pub fn code(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
            Method::Publish => "PUBLISH",
        }
    }
}

/// One session, as a calendar needs it.
#[derive(Debug, Clone)]
pub struct Invite {
    /// The same for all messages about this session.
    pub uid: String,
    /// 0 for the first message; higher than the last one sent for a change or a cancellation.
    pub sequence: i64,
    pub method: Method,
    /// A cancellation to these attendees only: the session stands for others.
    pub stands: bool,
    pub start: DateTime<Tz>,
    pub end: DateTime<Tz>,
    /// When this state of the entry was made.
    pub stamp: DateTime<Utc>,
    pub created: DateTime<Utc>,
    pub summary: String,
    pub description: String,
    pub location: String,
    /// Link of a virtual session, or a meeting number.
    pub url: Option<String>,
    pub organizer: Party,
    /// May be empty only with [`Method::Publish`]. Everybody listed is seen by everybody who gets the
    /// message: for one message per person, list that person only.
    pub attendees: Vec<Party>,
}

/// Why a session cannot be written as a calendar entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("uid {uid:?} is empty, or has control characters or runs of spaces")]
    Uid { uid: String },
    #[error("sequence {sequence} of {uid} is negative")]
    Sequence { uid: String, sequence: i64 },
    #[error("{uid} ends at {end}, not after its start {start}")]
    Interval { uid: String, start: DateTime<Utc>, end: DateTime<Utc> },
    #[error("{uid} is in the year {year}, outside 1970-9998")]
    Year { uid: String, year: i32 },
    #[error("{address:?} in {uid} is no e-mail address")]
    Address { uid: String, address: String },
    #[error("{uid} invites nobody")]
    NoAttendee { uid: String },
    #[error("a calendar needs at least one session")]
    NoEvent,
}

/// The calendar for one message about one session.
///
/// # Errors
/// The fields of `invite` that the format cannot carry; see [`CalendarError`].
pub fn invitation(invite: &Invite) -> Result<String, CalendarError> {
    if invite.attendees.is_empty() && invite.method != Method::Publish {
        let uid = invite.uid.clone();
        return Err(CalendarError::NoAttendee { uid });
    }
    let mut lines = opened(invite.method);
    write_all(&mut lines, std::slice::from_ref(invite), invite.method)?;
    Ok(lines.finish())
}

/// Several sessions in one published calendar, for subscribing or importing. A session whose method
/// is [`Method::Cancel`] appears as cancelled; attendees are left out (RFC 5546 §3.2.1).
///
/// # Errors
/// As [`invitation`], and [`CalendarError::NoEvent`] when there is nothing to publish.
pub fn feed(name: &str, sessions: &[Invite]) -> Result<String, CalendarError> {
    if sessions.is_empty() {
        return Err(CalendarError::NoEvent);
    }
    let mut lines = opened(Method::Publish);
    lines.text("X-WR-CALNAME", &single_line(name));
    write_all(&mut lines, sessions, Method::Publish)?;
    Ok(lines.finish())
}

/// An invitation of ours with another organiser. Answers go to whom it names (RFC 5546 §3.2.3), and programs trust it when that is
/// whom the message comes from (RFC 6047 §3): so it follows the address a message leaves under. An address that cannot stand there
/// changes nothing.
pub fn organised_by(ics: &str, organizer: &Party) -> String {
    let line = |_: &str| Some((format!("ORGANIZER;CN={}", quoted(&organizer.name)), uri::mailto(&organizer.address)?));
    with_line(ics, "ORGANIZER;", line)
}

/// The calendar of a message to one person, who has another address by now. An address that cannot stand there changes nothing.
pub fn attended_at(ics: &str, address: &str) -> String {
    let line = |line: &str| Some((line.rsplit_once(":mailto:")?.0.to_owned(), uri::mailto(address)?));
    with_line(ics, "ATTENDEE;", line)
}

/// The same with its first line of that beginning written anew, as `name:value`.
fn with_line(ics: &str, beginning: &str, anew: impl Fn(&str) -> Option<(String, String)>) -> String {
    let Some(begins) = ics.find(&format!("\r\n{beginning}")) else { return ics.to_owned() };
    let (before, after) = ics.split_at(begins + 2);
    // A line goes on where the next one begins with a space.
    let ends = after.match_indices("\r\n").map(|(at, _)| at + 2).find(|at| !after[*at..].starts_with(' '));
    let (line, rest) = after.split_at(ends.unwrap_or(after.len()));
    let Some((name, value)) = anew(line.replace("\r\n ", "").trim_end()) else { return ics.to_owned() };
    let mut lines = Lines::default();
    lines.raw(&name, &value);
    format!("{before}{}{rest}", lines.finish())
}

fn opened(method: Method) -> Lines {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", PRODID);
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", method.code());
    lines
}

fn write_all(lines: &mut Lines, sessions: &[Invite], method: Method) -> Result<(), CalendarError> {
    let mut zones: BTreeMap<&str, (Tz, DateTime<Utc>, DateTime<Utc>)> = BTreeMap::new();
    for session in sessions {
        check(session)?;
        for at in [session.start, session.end] {
            if is_in_utc(at) {
                continue;
            }
            let (zone, at) = (at.timezone(), at.to_utc());
            let span = zones.entry(zone.name()).or_insert((zone, at, at));
            (span.1, span.2) = (span.1.min(at), span.2.max(at));
        }
    }
    for (zone, first, last) in zones.into_values() {
        zone::write(lines, zone, first, last);
    }
    for session in sessions {
        event(lines, session, method)?;
    }
    lines.raw("END", "VCALENDAR");
    Ok(())
}

fn check(session: &Invite) -> Result<(), CalendarError> {
    let uid = session.uid.clone();
    if uid.trim().is_empty() || uid != single_line(&uid) {
        return Err(CalendarError::Uid { uid });
    }
    if session.sequence < 0 {
        let sequence = session.sequence;
        return Err(CalendarError::Sequence { uid, sequence });
    }
    if session.end <= session.start {
        let (start, end) = (session.start.to_utc(), session.end.to_utc());
        return Err(CalendarError::Interval { uid, start, end });
    }
    for year in [session.start.year(), session.end.year()] {
        if !(1970..=9998).contains(&year) {
            return Err(CalendarError::Year { uid, year });
        }
    }
    Ok(())
}

fn event(lines: &mut Lines, session: &Invite, method: Method) -> Result<(), CalendarError> {
    let is_cancelled = session.method == Method::Cancel;
    lines.raw("BEGIN", "VEVENT");
    lines.text("UID", &session.uid);
    lines.raw("SEQUENCE", &session.sequence.to_string());
    lines.raw("DTSTAMP", &utc(session.stamp));
    lines.raw("CREATED", &utc(session.created));
    lines.raw("LAST-MODIFIED", &utc(session.stamp));
    moment(lines, "DTSTART", session.start);
    moment(lines, "DTEND", session.end);
    words(lines, session);
    // Who is uninvited gets no STATUS: it would cancel the session itself (RFC 5546 §3.2.5).
    if !(is_cancelled && session.stands) {
        lines.raw("STATUS", if is_cancelled { "CANCELLED" } else { "CONFIRMED" });
    }
    lines.raw("TRANSP", if is_cancelled { "TRANSPARENT" } else { "OPAQUE" });
    let organizer = format!("ORGANIZER;CN={}", quoted(&session.organizer.name));
    lines.raw(&organizer, &mailto(session, &session.organizer)?);
    if method != Method::Publish {
        attendees(lines, session, is_cancelled)?;
    }
    if !is_cancelled {
        alarm(lines, &session.summary);
    }
    lines.raw("END", "VEVENT");
    Ok(())
}

/// What people read, and the link: also in the description, because Google and Outlook do not show a `URL`, and as the place of a
/// session that has no other. What is no web address (a meeting number) is no `URL` at all.
fn words(lines: &mut Lines, session: &Invite) {
    lines.text("SUMMARY", &single_line(&session.summary));
    let link = session.url.as_deref().map(str::trim).unwrap_or_default();
    let address = uri::web_address(link);
    let mut description = session.description.trim_end().to_owned();
    if !link.is_empty() && !description.contains(link) {
        description = format!("{description}\n\n{link}");
    }
    if !description.trim().is_empty() {
        lines.text("DESCRIPTION", description.trim());
    }
    let place = single_line(&session.location);
    let location = if place.is_empty() { single_line(link) } else { place };
    if !location.is_empty() {
        lines.text("LOCATION", &location);
    }
    if let Some(address) = address {
        lines.raw("URL", &address);
    }
}

fn attendees(lines: &mut Lines, session: &Invite, is_cancelled: bool) -> Result<(), CalendarError> {
    let answer = if is_cancelled { "" } else { ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" };
    for attendee in &session.attendees {
        let cn = quoted(&attendee.name);
        let name = format!("ATTENDEE;CN={cn};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{answer}");
        lines.raw(&name, &mailto(session, attendee)?);
    }
    Ok(())
}

/// Half an hour before, on the reader's own screen.
fn alarm(lines: &mut Lines, summary: &str) {
    lines.raw("BEGIN", "VALARM");
    lines.raw("ACTION", "DISPLAY");
    lines.text("DESCRIPTION", &single_line(summary));
    lines.raw("TRIGGER", "-PT30M");
    lines.raw("END", "VALARM");
}

/// The address of a party, or the refusal that names the session.
fn mailto(session: &Invite, party: &Party) -> Result<String, CalendarError> {
    uri::mailto(&party.address)
        .ok_or_else(|| CalendarError::Address { uid: session.uid.clone(), address: party.address.clone() })
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn moment(lines: &mut Lines, name: &str, at: DateTime<Tz>) {
    if is_in_utc(at) {
        return lines.raw(name, &utc(at.to_utc()));
    }
    let local = at.naive_local().format("%Y%m%dT%H%M%S").to_string();
    lines.raw(&format!("{name};TZID={}", at.timezone().name()), &local);
}

/// Whether local time cannot say which instant is meant: UTC itself, and the second pass through the
/// hour that clocks repeat when summer time ends (RFC 5545 §3.3.5 reads such a time as the first).
fn is_in_utc(at: DateTime<Tz>) -> bool {
    if at.timezone() == Tz::UTC {
        return true;
    }
    match at.timezone().from_local_datetime(&at.naive_local()) {
        LocalResult::Ambiguous(first, _) => first != at,
        LocalResult::Single(_) | LocalResult::None => false,
    }
}
