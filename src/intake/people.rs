//! Rows to people: each person of a file once, by document, then e-mail, then folded name.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use chrono::NaiveTime;
use foldhash::{HashMap, HashMapExt};

use super::codes::{Presence, WarnCode};
use super::field::Field;
use super::fold::fold;
use super::minutes::{Interval, union_seconds};
use super::table::Warning;
use super::who::is_device;
use ata_model::country::Country;
use ata_model::identity::Document;
use ata_model::name::key as name_key;

/// A person of the file, with everything its rows say.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Attendee {
    /// Lines on which the person stands, in file order.
    pub lines: Vec<u64>,
    /// Session code of a canonical file that holds several.
    pub session: Option<String>,
    pub name: Option<String>,
    /// Number, separators folded, zeros kept.
    pub document: Option<String>,
    /// Code of the type as far as the file says (`CC`, `DNI`).
    pub document_type: Option<String>,
    /// In lower case.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub organisation: Option<String>,
    pub post: Option<String>,
    pub territory: Option<String>,
    pub status: Option<Presence>,
    /// Seconds attended: overlaps counted once, or as reported where the file has no exact times.
    pub seconds: Option<i64>,
    /// Whole minutes attended: the floor of `seconds`.
    pub minutes: Option<i64>,
    pub intervals: Vec<Interval>,
    /// Clock time of arrival on a hand-made list.
    pub arrival: Option<NaiveTime>,
    pub role: Option<String>,
    /// Columns of the differential approach, by [`Field::SENSITIVE`].
    pub sensitive: BTreeMap<Field, String>,
    /// The day of birth as written, until the age is known.
    #[serde(skip)]
    pub(super) birth: Option<String>,
}

impl Attendee {
    /// The document as one text: `CC:1098765432`, or the number alone.
    #[must_use]
    pub fn document_text(&self) -> Option<String> {
        let number = self.document.as_deref()?;
        Some(self.document_type.as_deref().map_or_else(|| number.to_owned(), |kind| format!("{kind}:{number}")))
    }
}

/// How alike two names must be for an address written by hand to be one person's: relatives of one office share a surname.
const ALIKE: f64 = 0.85;

/// One row that speaks of a person.
#[derive(Debug, Clone, Default)]
pub(super) struct Sighting {
    pub line: u64,
    /// Everything the row says; `lines`, `seconds`, `minutes` and `intervals` are filled by the merge.
    pub person: Attendee,
    /// The stay, when the row has exact times.
    pub interval: Option<Interval>,
    /// The time reported, where it is to be believed rather than the interval.
    pub reported: Option<i64>,
}

/// How far an e-mail address stands for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EmailIs {
    /// The account with which the person joined.
    Account,
    /// Written by hand: an office may share one.
    Contact,
}

#[derive(Default)]
struct Gathered {
    attendee: Attendee,
    /// Of the name, as long as it is the one of the first row.
    key: Option<String>,
    /// Is the document one that there can be?
    is_documented: bool,
    untimed: Vec<Interval>,
    reported: Option<i64>,
}

/// Merges rows into people, in the order in which each first appears, and says what is doubtful.
pub(super) fn merge(
    sightings: Vec<Sighting>,
    email_is: EmailIs,
    country: Option<Country>,
) -> (Vec<Attendee>, Vec<Warning>) {
    let mut gathering = Gathering { email_is, country, people: Vec::new(), by: HashMap::new(), warnings: Vec::new() };
    for sighting in sightings {
        let at = gathering.place(&sighting);
        gathering.add(at, sighting);
    }
    gathering.finish()
}

struct Gathering {
    email_is: EmailIs,
    country: Option<Country>,
    people: Vec<Gathered>,
    /// Place of each (session, kind of key, key).
    by: HashMap<(Option<String>, char, String), usize>,
    warnings: Vec<Warning>,
}

impl Gathering {
    fn place(&mut self, sighting: &Sighting) -> usize {
        let person = &sighting.person;
        let session = person.session.clone();
        let doc_key = self.document(person).map(|number| (session.clone(), 'd', number.to_uppercase()));
        let email_key = person.email.as_ref().map(|email| (session.clone(), 'e', email.clone()));
        let name = person.name.as_deref().map(name_key).filter(|key| !key.is_empty());
        let name_only =
            name.clone().filter(|_| doc_key.is_none() && email_key.is_none()).map(|key| (session, 'n', key));
        let by_doc = doc_key.as_ref().and_then(|key| self.by.get(key)).copied();
        let by_email = email_key.as_ref().and_then(|key| self.by.get(key)).copied();
        // Others who share an address are told by their name beside it.
        let shares = by_doc.is_none() && by_email.is_some_and(|at| !self.is_same(at, sighting, name.as_deref()));
        let shared_key = email_key
            .as_ref()
            .filter(|_| shares)
            .zip(name.as_deref())
            .map(|((session, _, email), name)| (session.clone(), 's', format!("{email} {name}")));
        let by_share = shared_key.as_ref().and_then(|key| self.by.get(key)).copied();
        if shares && by_share.is_none() {
            let address = person.email.clone().unwrap_or_default();
            self.warnings.push(Warning::new(WarnCode::SharedEmail, sighting.line, address));
        }
        // Namesakes of two organisations are two people, each told by the organisation beside the name.
        let by_name = name_only.as_ref().and_then(|key| self.by.get(key)).copied();
        let elsewhere = by_name.is_some_and(|at| self.is_elsewhere(at, sighting));
        let name_only = match name_only.clone().filter(|_| elsewhere) {
            Some((session, _, name)) => {
                let organisation = person.organisation.as_deref().map(fold).unwrap_or_default();
                Some((session, 'o', format!("{name} {organisation}")))
            }
            None => name_only,
        };
        let by_name = by_name.filter(|_| !elsewhere).or_else(|| self.by.get(name_only.as_ref()?).copied());
        let at = by_doc.or(by_share).or_else(|| by_email.filter(|_| !shares)).or(by_name);
        if by_doc.is_some() {
            self.compare_names(by_doc, sighting, name.as_deref());
        }
        if let Some(by_email) = by_email.filter(|by_email| by_doc.is_none() && at == Some(*by_email))
            && self.is_named_otherwise(by_email, sighting, name.as_deref())
        {
            self.warnings.push(Warning::new(
                WarnCode::AccountName,
                sighting.line,
                person.name.clone().unwrap_or_default(),
            ));
        }
        if let (Some(_), Some(at)) = (&name_only, at)
            && self.people[at].may_be_two(sighting)
        {
            self.warnings.push(Warning::new(
                WarnCode::MergedByName,
                sighting.line,
                person.name.clone().unwrap_or_default(),
            ));
        }
        let at = at.unwrap_or_else(|| {
            self.people.push(Gathered { key: name.clone(), ..Gathered::default() });
            self.people.len() - 1
        });
        let gathered = &mut self.people[at];
        if doc_key.is_some() && !std::mem::replace(&mut gathered.is_documented, true) {
            // The one that can be takes the place of one that cannot.
            (gathered.attendee.document, gathered.attendee.document_type) = (None, None);
        }
        for key in [doc_key, email_key, name_only, shared_key].into_iter().flatten() {
            self.by.entry(key).or_insert(at);
        }
        at
    }

    /// Does a row name an organisation that has nothing to do with the one somebody was seen under?
    fn is_elsewhere(&self, at: usize, sighting: &Sighting) -> bool {
        let said =
            |organisation: &Option<String>| organisation.as_deref().map(fold).filter(|folded| !folded.is_empty());
        let known = said(&self.people[at].attendee.organisation);
        known.zip(said(&sighting.person.organisation)).is_some_and(|(one, other)| {
            let has_all = |of: &str, words: &str| words.split(' ').all(|word| of.split(' ').any(|own| own == word));
            !has_all(&one, &other) && !has_all(&other, &one)
        })
    }

    /// The document by which a row tells somebody: `000000`, typed for *none*, tells nobody, and neither does what cannot be a document.
    fn document<'s>(&self, person: &'s Attendee) -> Option<&'s str> {
        let number = person.document.as_deref()?;
        let kind = person.document_type.as_deref().unwrap_or_default();
        let can_be = self.country.is_none_or(|country| Document::parse_as(country, kind, number).is_ok());
        can_be.then_some(number)
    }

    /// Whether the row with a known address is the person known by it: not when the documents differ, nor when an address written by
    /// hand stands beside two different names, nor when two people with nothing in common in their names joined with one account.
    fn is_same(&self, at: usize, sighting: &Sighting, name: Option<&str>) -> bool {
        if self.people[at].is_documented && self.document(&sighting.person).is_some() {
            return false;
        }
        let known = &self.people[at].attendee;
        let (Some(written), Some(name)) = (known.name.as_deref(), name) else { return true };
        let is_alike = |known: &str| ata_model::name::key_similarity(known, name) >= ALIKE;
        let known = name_key(written);
        match self.email_is {
            EmailIs::Contact => is_alike(&known),
            // Devices and nicknames of one account are one person.
            EmailIs::Account => {
                let shown = sighting.person.name.as_deref().unwrap_or_default();
                let is_whole = |key: &str| key.split(' ').count() >= 2;
                let is_machine = is_device(written) || is_device(shown);
                let shares_a_word = known.split(' ').any(|word| name.split(' ').any(|other| other == word));
                !is_whole(&known) || !is_whole(name) || is_machine || shares_a_word || is_alike(&known)
            }
        }
    }

    /// A nickname, or somebody else who sat at the same device: only people can tell.
    fn is_named_otherwise(&self, at: usize, sighting: &Sighting, name: Option<&str>) -> bool {
        let shown = sighting.person.name.as_deref().unwrap_or_default();
        let (Some(written), Some(name)) = (self.people[at].attendee.name.as_deref(), name) else { return false };
        let known = name_key(written);
        let shares_a_word = known.split(' ').any(|word| name.split(' ').any(|other| other == word));
        !shares_a_word
            && !is_device(written)
            && !is_device(shown)
            && ata_model::name::key_similarity(&known, name) < ALIKE
    }

    fn compare_names(&mut self, at: Option<usize>, sighting: &Sighting, name: Option<&str>) {
        let known = at.and_then(|at| self.people[at].attendee.name.as_deref()).map(name_key);
        if let (Some(known), Some(name)) = (known, name)
            && !known.split(' ').any(|word| name.split(' ').any(|same| same == word))
        {
            self.warnings.push(Warning::new(
                WarnCode::NameConflict,
                sighting.line,
                sighting.person.name.clone().unwrap_or_default(),
            ));
        }
    }

    fn add(&mut self, at: usize, sighting: Sighting) {
        let Sighting { line, person: row, interval, reported } = sighting;
        let gathered = &mut self.people[at];
        let known = &mut gathered.attendee;
        known.lines.push(line);
        let better = row.name.filter(|name| known.name.as_deref().is_none_or(|so_far| quality(name) > quality(so_far)));
        if better.is_some() && std::mem::replace(&mut known.name, better).is_some() {
            gathered.key = None;
        }
        let fill = |slot: &mut Option<String>, value: Option<String>| {
            if slot.is_none() {
                *slot = value;
            }
        };
        fill(&mut known.session, row.session);
        fill(&mut known.document, row.document);
        fill(&mut known.document_type, row.document_type);
        fill(&mut known.email, row.email);
        fill(&mut known.phone, row.phone);
        fill(&mut known.organisation, row.organisation);
        fill(&mut known.post, row.post);
        fill(&mut known.territory, row.territory);
        fill(&mut known.role, row.role);
        fill(&mut known.birth, row.birth);
        known.status = strongest(known.status, row.status);
        known.arrival = known.arrival.into_iter().chain(row.arrival).min();
        for (field, value) in row.sensitive {
            known.sensitive.entry(field).or_insert(value);
        }
        known.intervals.extend(interval);
        match reported {
            Some(seconds) => gathered.reported = Some(gathered.reported.unwrap_or(0) + seconds),
            None => gathered.untimed.extend(interval),
        }
    }

    fn finish(mut self) -> (Vec<Attendee>, Vec<Warning>) {
        let mut seen: HashMap<(Option<String>, String), usize> = HashMap::new();
        let key = |gathered: &mut Gathered| {
            let name = gathered.attendee.name.as_deref()?;
            Some(gathered.key.take().unwrap_or_else(|| name_key(name)))
        };
        let keys: Vec<Option<String>> = self.people.iter_mut().map(key).collect();
        for (at, (gathered, key)) in self.people.iter().zip(keys).enumerate() {
            let (Some(name), Some(key)) = (gathered.attendee.name.as_deref(), key) else { continue };
            match seen.entry((gathered.attendee.session.clone(), key)) {
                Entry::Vacant(first) => {
                    first.insert(at);
                }
                Entry::Occupied(other) => {
                    let documents = [at, *other.get()].map(|at| self.people[at].is_documented);
                    // Two documents are two people, whatever they are called.
                    if documents != [true, true] {
                        let line = gathered.attendee.lines.first().copied();
                        self.warnings.push(Warning::new(WarnCode::PossibleDuplicate, line, name));
                    }
                }
            }
        }
        let people = self.people.into_iter().map(Gathered::close).collect();
        (people, self.warnings)
    }
}

impl Gathered {
    /// A name alone that comes back after it left is a rejoin; at the same time, or without times, it may be a namesake.
    fn may_be_two(&self, sighting: &Sighting) -> bool {
        sighting.interval.is_none_or(|stay| {
            self.attendee.intervals.iter().any(|other| stay.start < other.end && other.start < stay.end)
        })
    }

    fn close(self) -> Attendee {
        let Gathered { mut attendee, untimed, reported, .. } = self;
        let exact = (!untimed.is_empty()).then(|| union_seconds(&untimed));
        attendee.seconds = match (exact, reported) {
            (None, None) => None,
            (exact, reported) => Some(exact.unwrap_or(0) + reported.unwrap_or(0)),
        };
        attendee.minutes = attendee.seconds.map(|seconds| seconds / 60);
        attendee.intervals.sort_unstable();
        attendee
    }
}

/// Somebody seen once was there, whatever another row says; late is more precise than present.
fn strongest(one: Option<Presence>, other: Option<Presence>) -> Option<Presence> {
    let rank = |presence: &Presence| match presence {
        Presence::Absent => 0,
        Presence::Excused => 1,
        Presence::Present => 2,
        Presence::Late => 3,
    };
    one.into_iter().chain(other).max_by_key(rank)
}

/// Of two spellings of one name, `Aurelia Ficticia Montoya` reads better than `FICTICIA MONTOYA, Aurelia` or `AURELIA`.
fn quality(name: &str) -> (bool, bool, bool) {
    let has_lower = name.chars().any(char::is_lowercase);
    let has_upper = name.chars().any(char::is_uppercase);
    (name.contains(' '), !name.contains(','), has_lower && has_upper)
}
