//! Minutes of a meeting (acta): who met, when and where, what was said, decided and agreed.

use super::commitments::{Line, lines};
use super::guest::Guest;
use super::occasion::{AgendaLine, Fact, agenda, fact, names};
use super::{Block, Signer, Span, Voice, prose};
use crate::phrase;
use ata_model::commitment::Commitment;
use ata_model::name::fold;
use ata_model::session::{MinutesNumber, Session};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minutes {
    pub facts: Vec<Fact>,
    /// Empty where the text brings its own.
    pub agenda: Vec<AgendaLine>,
    /// Who was there; guests are among them.
    pub present: Vec<Guest>,
    /// Who was there for a part of it.
    pub partly: Vec<Guest>,
    pub absent: Vec<Guest>,
    /// The invited of whom nothing is noted.
    pub unmarked: Vec<Guest>,
    /// Who of the invited were there, as a sentence.
    pub quorum: String,
    pub development: Vec<Block>,
    pub commitments: Vec<Line>,
    /// When the next meeting is.
    pub next: Option<String>,
    pub closing: String,
    pub attachments: Vec<String>,
    pub signers: Vec<Signer>,
}

/// What minutes are made from.
#[derive(Debug, Clone)]
pub struct Meeting<'a> {
    pub title: &'a str,
    /// As it is printed.
    pub number: Option<&'a str>,
    pub city: Option<&'a str>,
    pub convener: Option<&'a str>,
    pub session: &'a Session,
    pub people: Vec<Guest>,
    /// Markdown, as it was noted.
    pub text: &'a str,
    pub commitments: &'a [Commitment],
    pub next: Option<&'a Session>,
    pub attachments: Vec<String>,
    pub signers: Vec<Signer>,
}

impl Minutes {
    pub fn new(meeting: &Meeting<'_>, voice: &Voice) -> Minutes {
        let session = meeting.session;
        let those = |are: fn(&&Guest) -> bool| meeting.people.iter().filter(are).cloned().collect::<Vec<Guest>>();
        let present = those(|guest| guest.was_there());
        let invited = meeting.people.iter().filter(|guest| guest.invited).count();
        let came = present.iter().filter(|guest| guest.invited).count();
        let quorum = phrase!("paper-minutes-quorum", came = came, invited = invited, present = present.len());
        let end = voice.clock(&session.end);
        let closing = match session.days() {
            Some((first, last)) if first != last => {
                phrase!("paper-minutes-closing-day", end = end, day = voice.day_long(&last.to_string()))
            }
            _ => phrase!("paper-minutes-closing", end = end),
        };
        // The paper has headings of its own: the writer's for the same part would stand under it, or beside it, once more.
        let is_titled =
            |block: &Block, label: &str| matches!(block, Block::Heading { spans } if says(spans, &voice.label(label)));
        let mut development = prose(meeting.text);
        let has_agenda = development.iter().any(|block| is_titled(block, "agenda"));
        if development.first().is_some_and(|block| is_titled(block, "minutes-development")) {
            development.remove(0);
        }
        let next = meeting.next.map(|next| {
            let when = voice.weekday_long(&next.start);
            let start = voice.clock(&next.start);
            voice.say(&phrase!("paper-minutes-next-at", day = when, start = start))
        });
        Minutes {
            facts: facts(meeting, voice),
            agenda: if has_agenda { Vec::new() } else { agenda(&session.agenda) },
            present,
            partly: those(|guest| guest.partly),
            absent: those(|guest| guest.stayed_away()),
            unmarked: those(|guest| guest.is_unmarked()),
            quorum: voice.say(&quorum),
            development,
            commitments: lines(meeting.commitments, voice),
            next,
            closing: voice.say(&closing),
            attachments: meeting.attachments.clone(),
            signers: meeting.signers.clone(),
        }
    }
}

/// Is it this title, whatever its capitals and its number (`2. DESARROLLO`)?
fn says(spans: &[Span], title: &str) -> bool {
    let said: String = spans.iter().map(|span| span.text.as_str()).collect();
    let plain = said.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')' || c == ' ');
    fold(plain.trim_end_matches([':', '.', ' '])) == fold(title)
}

/// A number as minutes bear it: `007 de 2026`; one in the body's own way as it is.
pub fn number(number: &MinutesNumber, voice: &Voice) -> String {
    match number.number.parse::<u32>() {
        Ok(plain) => {
            let year = number.year.to_string();
            voice.say(&phrase!("paper-minutes-number-of", number = format!("{plain:03}"), year = year))
        }
        Err(_) => number.number.clone(),
    }
}

fn facts(meeting: &Meeting<'_>, voice: &Voice) -> Vec<Fact> {
    let session = meeting.session;
    let day = voice.stay_long(&session.start, &session.end);
    let place = session.place.clone().or_else(|| session.link.clone());
    [
        fact(voice, "meeting", Some(meeting.title)),
        fact(voice, "minutes-number", meeting.number),
        fact(voice, "session", Some(session.id.clone())),
        fact(voice, "city-date", Some(meeting.city.map_or_else(|| day.clone(), |city| format!("{city}, {day}")))),
        fact(voice, "hours", Some(voice.hours(&session.start, &session.end))),
        fact(voice, "modality", Some(voice.term("modality", &session.modality))),
        fact(voice, "place", place),
        fact(voice, "convener", meeting.convener),
        fact(voice, "facilitators", Some(names(&session.facilitators))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
