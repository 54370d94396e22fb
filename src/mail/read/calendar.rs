//! An answer to an invitation: who comes, as Outlook, Google, Apple and the rest say it.

use super::property::{Property, properties};
use super::{Reason, plain_address, short};
use chrono::{DateTime, NaiveDateTime, Utc};

/// What somebody answers (PARTSTAT, RFC 5545 §3.2.12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Accepted,
    Declined,
    Tentative,
    /// Sends somebody else; the address, if it is told.
    Delegated(Option<String>),
}

/// One answer about one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Of the calendar entry, as it was sent.
    pub uid: String,
    /// Address of who was invited, in lower case.
    pub attendee: String,
    pub name: Option<String>,
    pub answer: Answer,
    /// Of the invitation that is answered; none: the program left it out.
    pub sequence: Option<i64>,
    /// When it was answered; of two answers to one sequence the later one counts (RFC 5546 §2.1.5).
    pub stamp: Option<DateTime<Utc>>,
    pub comment: Option<String>,
    /// Where the message says it comes from. Nothing proves it, and assistants answer for their chiefs: where it is
    /// another than `attendee`, a person may want to know.
    pub sender: Option<String>,
}

/// What an answer lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarFault {
    /// Neither METHOD nor an event.
    NoEvent,
    NoUid,
    /// Nobody with an address, or several of whom none is the sender.
    NoAttendee,
    /// The attendee says nothing yet.
    NoAnswer,
}

/// Most events that are looked at in one calendar.
const EVENTS_MAX: usize = 100;

/// The answers in a calendar: each event of it that has one.
pub(super) fn replies(text: &str, sender: Option<&str>) -> Result<Vec<Reply>, Reason> {
    let lines = properties(text);
    let method = lines.iter().find(|line| line.name == "METHOD").map(|line| line.value.trim().to_ascii_uppercase());
    match method.as_deref() {
        Some("REPLY") => {}
        None => return Err(Reason::Calendar(CalendarFault::NoEvent)),
        Some(other) => return Err(Reason::Method(short(other).unwrap_or_default())),
    }
    let mut replies: Vec<Reply> = Vec::new();
    let mut fault = CalendarFault::NoEvent;
    for event in events(&lines) {
        match reply(&event, sender) {
            Ok(reply) => replies.push(reply),
            Err(found) => fault = found,
        }
    }
    if replies.is_empty() { Err(Reason::Calendar(fault)) } else { Ok(replies) }
}

/// The properties of each event, without those of what is inside it (alarms).
fn events(lines: &[Property]) -> Vec<Vec<&Property>> {
    let mut events: Vec<Vec<&Property>> = Vec::new();
    let mut depth = 0usize;
    for line in lines {
        let kind = line.value.trim();
        match line.name.as_str() {
            "BEGIN" if depth == 0 && kind.eq_ignore_ascii_case("VEVENT") => {
                events.push(Vec::new());
                depth = 1;
            }
            "BEGIN" if depth > 0 => depth += 1,
            "END" => depth = depth.saturating_sub(1),
            _ if depth == 1 => events.last_mut().into_iter().for_each(|event| event.push(line)),
            _ => {}
        }
    }
    events.truncate(EVENTS_MAX);
    events
}

fn reply(event: &[&Property], sender: Option<&str>) -> Result<Reply, CalendarFault> {
    let find = |name: &str| event.iter().find(|line| line.name == name);
    let uid = find("UID").map(|line| line.text().trim().to_owned()).filter(|uid| !uid.is_empty());
    let uid = uid.filter(|uid| uid.len() <= 998).ok_or(CalendarFault::NoUid)?;
    let attendees: Vec<Attendee> = event.iter().filter_map(|line| Attendee::read(line)).collect();
    let attendee = who(&attendees, sender).ok_or(CalendarFault::NoAttendee)?;
    let answer = attendee.answer.clone().ok_or(CalendarFault::NoAnswer)?;
    Ok(Reply {
        uid,
        attendee: attendee.address.clone(),
        name: attendee.name.clone(),
        answer,
        sequence: find("SEQUENCE").and_then(|line| line.value.trim().parse().ok()).filter(|sequence| *sequence >= 0),
        stamp: find("DTSTAMP").and_then(|line| instant(line.value.trim())),
        comment: find("COMMENT").and_then(|line| short(&line.text())),
        sender: sender.map(str::to_owned),
    })
}

struct Attendee {
    address: String,
    name: Option<String>,
    answer: Option<Answer>,
}

impl Attendee {
    fn read(line: &Property) -> Option<Attendee> {
        if line.name != "ATTENDEE" {
            return None;
        }
        // Apple's servers put a reference of their own in the value, and the address beside it.
        let address = plain_address(&line.value).or_else(|| line.parameter("EMAIL").and_then(plain_address))?;
        let delegate = || line.parameter("DELEGATED-TO").and_then(plain_address);
        let answer = match line.parameter("PARTSTAT").unwrap_or_default().to_ascii_uppercase().as_str() {
            "ACCEPTED" => Some(Answer::Accepted),
            "DECLINED" => Some(Answer::Declined),
            "TENTATIVE" => Some(Answer::Tentative),
            "DELEGATED" => Some(Answer::Delegated(delegate())),
            _ => None,
        };
        Some(Attendee { address, name: line.parameter("CN").and_then(short), answer })
    }
}

/// An answer names one attendee. Programs that repeat the whole list mean the sender, or the one who has answered.
fn who<'a>(attendees: &'a [Attendee], sender: Option<&str>) -> Option<&'a Attendee> {
    if let [only] = attendees {
        return Some(only);
    }
    let sending = attendees.iter().find(|one| Some(one.address.as_str()) == sender);
    let mut answering = attendees.iter().filter(|one| one.answer.is_some());
    sending.or_else(|| answering.next().filter(|_| answering.next().is_none()))
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok().map(|time| time.and_utc())
}
