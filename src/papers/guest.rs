//! A person on a list: registers, sheets and minutes show the same things of them.

use super::Voice;
use super::voice::numbered;
use ata_model::attendance::Attendance;
use ata_model::register::Person;
use ata_model::session::Invited;
use serde::Serialize;

/// One line of a list of people; what is unknown is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Guest {
    pub name: String,
    /// `CC`.
    pub doc_kind: Option<String>,
    pub doc: Option<String>,
    pub organisation: Option<String>,
    pub post: Option<String>,
    /// Municipality or district.
    pub territory: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// `Presente`, ready to print.
    pub status: Option<String>,
    /// The word of the register: `present`.
    #[serde(skip)]
    pub state: Option<String>,
    #[serde(skip)]
    pub invited: bool,
    /// Away with an excuse; papers that say nothing of it are without the key.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub excused: bool,
    /// There for a while, but not for long enough to count as present.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub partly: bool,
    /// Of those who led the session.
    #[serde(skip)]
    pub leads: bool,
}

/// How those of a session stand, counted alike for all papers: of whom nothing is noted is none of them, nor is somebody nobody waited
/// for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub present: i64,
    pub partly: i64,
    pub absent: i64,
    pub excused: i64,
}

impl Tally {
    pub fn of(people: &[Guest]) -> Tally {
        let count = |is: fn(&&Guest) -> bool| people.iter().filter(is).count() as i64;
        Tally {
            present: count(|guest| guest.was_there()),
            partly: count(|guest| guest.partly),
            absent: count(|guest| guest.stayed_away() && !guest.excused),
            excused: count(|guest| guest.stayed_away() && guest.excused),
        }
    }
}

impl Guest {
    /// From the roster, and what the register knows besides.
    pub fn attending(row: &Attendance, person: Option<&Person>, voice: &Voice) -> Guest {
        let (doc_kind, doc) = split(row.person.doc.as_deref());
        let partly = row.was_partly_there();
        Guest {
            name: row.person.name.clone(),
            doc_kind,
            doc,
            organisation: row.person.organisation.clone(),
            post: row.person.post.clone(),
            territory: person.and_then(|person| person.territory.clone()),
            phone: person.and_then(|person| person.phone.clone()),
            email: row.person.email.clone(),
            status: match partly {
                true => Some(voice.label("partly")),
                false => row.status.as_ref().map(|status| voice.term("attendance", status)),
            },
            state: row.status.clone(),
            invited: row.invited,
            excused: row.status.as_deref() == Some("excused"),
            partly,
            leads: false,
        }
    }

    /// From the invitations, for a sheet to be signed.
    pub fn invited(invited: &Invited, person: Option<&Person>) -> Guest {
        let (doc_kind, doc) = split(person.and_then(|person| person.doc.as_deref()));
        Guest {
            name: invited.who.name.clone(),
            doc_kind,
            doc,
            organisation: invited.organisation.as_ref().map(|organisation| organisation.name.clone()),
            post: Some(invited.post.clone()).filter(|post| !post.is_empty()),
            territory: person.and_then(|person| person.territory.clone()),
            phone: invited.phone.clone(),
            email: invited.email.clone(),
            status: None,
            state: None,
            invited: true,
            excused: false,
            partly: false,
            leads: false,
        }
    }

    pub fn was_there(&self) -> bool {
        matches!(self.state.as_deref(), Some("present" | "late"))
    }

    /// There for all of it or for a part: signed the list.
    pub fn came(&self) -> bool {
        self.was_there() || self.partly
    }

    /// Somebody waited for them, and it is noted that they did not come.
    pub fn stayed_away(&self) -> bool {
        self.invited && self.state.is_some() && !self.came()
    }

    /// Somebody waited for them, and nothing is noted. Who led the session was there, whether anybody noted it or not.
    pub fn is_unmarked(&self) -> bool {
        self.invited && self.state.is_none() && !self.leads
    }
}

/// `CC:1098765432` in its two parts.
fn split(doc: Option<&str>) -> (Option<String>, Option<String>) {
    match doc.map(|doc| doc.split_once(':').ok_or(doc)) {
        Some(Ok((kind, number))) => (Some(kind.to_owned()), Some(numbered(kind, number))),
        Some(Err(number)) => (None, Some(number.to_owned())),
        None => (None, None),
    }
}
