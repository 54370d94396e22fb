//! A session as papers tell it: label and value, two by two.

use super::Voice;
use super::voice::moment;
use ata_model::case::Named;
use ata_model::session::{AgendaItem, Session};
use serde::Serialize;

/// A label and what stands beside it.
pub type Fact = (String, String);

/// A fact, unless there is nothing to say.
pub fn fact(voice: &Voice, key: &str, value: Option<impl Into<String>>) -> Option<Fact> {
    value.map(Into::into).filter(|value: &String| !value.is_empty()).map(|value| (voice.label(key), value))
}

/// One line of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgendaLine {
    pub time: Option<String>,
    pub topic: String,
    pub who: Option<String>,
}

pub fn agenda(items: &[AgendaItem]) -> Vec<AgendaLine> {
    let line =
        |item: &AgendaItem| AgendaLine { time: item.time.clone(), topic: item.topic.clone(), who: item.who.clone() };
    items.iter().map(line).collect()
}

pub fn names(people: &[Named]) -> String {
    people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Date, hours, way of meeting, place and link. Who joins from elsewhere is told the offset of the hours.
pub fn when_where(session: &Session, voice: &Voice) -> Vec<Fact> {
    let times = voice.hours(&session.start, &session.end);
    let hours = match (session.modality.as_str(), moment(&session.start)) {
        ("virtual" | "mixed", Some(start)) => {
            format!("{times} (UTC{})", start.format("%:z"))
        }
        _ => times,
    };
    let hours = [Some(hours), voice.lasting(session.minutes())].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    [
        fact(voice, "date", Some(voice.weekday_stay(&session.start, &session.end))),
        fact(voice, "hours", Some(hours)),
        fact(voice, "modality", Some(voice.term("modality", &session.modality))),
        fact(voice, "place", session.place.clone()),
        fact(voice, "link", session.link.clone()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Topic, date, hours, place and who leads: the heading of registers and sheets.
pub fn heading(title: &str, session: &Session, voice: &Voice) -> Vec<Fact> {
    let place = session.place.clone().or_else(|| session.link.clone());
    [
        fact(voice, "topic", Some(title)),
        fact(voice, "session", Some(session.id.clone())),
        fact(voice, "date", Some(voice.stay(&session.start, &session.end))),
        fact(voice, "hours", Some(voice.hours(&session.start, &session.end))),
        fact(voice, "place", place),
        fact(voice, "modality", Some(voice.term("modality", &session.modality))),
        fact(voice, "facilitators", Some(names(&session.facilitators))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
