//! Certificates of attendance (constancia de asistencia, certificado de participación): one page a person, for those who were
//! there long enough.

use super::{Signer, Voice};
use crate::phrase;
use ata_model::attendance::{Attendance, Attendee};
use ata_model::session::Session;
use serde::Serialize;

/// Certificates, to print together or one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Certificates {
    /// `Hace constar que`.
    pub certifies: String,
    pub people: Vec<Holder>,
}

/// Whose certificate it is, and of what event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holder {
    pub name: String,
    /// Document, post and entity.
    pub line: Option<String>,
    /// What they did.
    pub statement: String,
    pub event: String,
    /// When, how long and where, as a sentence.
    pub when: String,
    /// Place and day of issue, as a sentence.
    pub issued: String,
    pub signers: Vec<Signer>,
}

/// Where and when certificates are issued, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    pub place: Option<String>,
    /// `2026-03-04`.
    pub day: String,
    pub signers: Vec<Signer>,
}

/// Was this person there long enough? The status already counts the threshold of the profile; who came late and stayed has it.
pub fn has_earned(row: &Attendance) -> bool {
    matches!(row.status.as_deref(), Some("present" | "late"))
}

impl Certificates {
    /// Of one session, for those on its roster who earned it.
    pub fn of_session(title: &str, session: &Session, roster: &[Attendance], issued: &Issued, voice: &Voice) -> Self {
        let place = match (&session.place, session.modality.as_str()) {
            (Some(place), "in-person" | "mixed") => Some(place.clone()),
            _ => None,
        };
        let when = when(session, voice);
        let when = match &place {
            Some(place) => phrase!("paper-certificate-when-place", when = when, place = place),
            None => phrase!("paper-certificate-when", when = when),
        };
        let on = voice.day_long(&issued.day);
        let issue = match &issued.place {
            Some(place) => phrase!("paper-certificate-issued-place", place = place, day = on),
            None => phrase!("paper-certificate-issued", day = on),
        };
        let (when, issue) = (voice.say(&when), voice.say(&issue));
        let holder = |row: &Attendance| Holder {
            name: row.person.name.clone(),
            line: line(&row.person, voice),
            statement: voice.label("certificate-statement"),
            event: title.to_owned(),
            when: when.clone(),
            issued: issue.clone(),
            signers: issued.signers.clone(),
        };
        let people = roster.iter().filter(|row| has_earned(row)).map(holder).collect();
        Certificates { certifies: voice.label("certificate-certifies"), people }
    }

    /// Those of several sessions as one paper.
    pub fn together(all: impl IntoIterator<Item = Certificates>) -> Certificates {
        let together = |mut whole: Certificates, one: Certificates| {
            whole.certifies = one.certifies;
            whole.people.extend(one.people);
            whole
        };
        all.into_iter().fold(Certificates::default(), together)
    }

    /// The same as one paper a person.
    pub fn one_by_one(&self) -> impl Iterator<Item = Certificates> {
        self.people
            .iter()
            .map(|person| Certificates { certifies: self.certifies.clone(), people: vec![person.clone()] })
    }
}

/// The day and the hours; both days of a session past midnight; of a longer stay the days alone.
fn when(session: &Session, voice: &Voice) -> String {
    let days = voice.stay_long(&session.start, &session.end);
    let (start, end) = (voice.clock(&session.start), voice.clock(&session.end));
    let is_one_day = session.days().is_none_or(|(first, last)| first == last);
    let key = if is_one_day { "paper-certificate-day" } else { "paper-certificate-days" };
    match voice.lasting(session.minutes()) {
        Some(length) => voice.say(&phrase!(key, days = days, start = start, end = end, length = length)),
        None => days,
    }
}

/// Document, post and entity.
fn line(person: &Attendee, voice: &Voice) -> Option<String> {
    let doc = person.doc.as_ref().map(|doc| voice.document(doc));
    let line: Vec<String> = [doc, person.post.clone(), person.organisation.clone()].into_iter().flatten().collect();
    (!line.is_empty()).then(|| line.join(" · "))
}
