//! From what a row says to what can be stored: names cleaned, documents, addresses and codes checked. What is wrong with a row
//! that still tells somebody is a warning; a row that tells nobody is refused.

use super::place::{Meeting, Place};
use super::sensitive::Sensitive;
use crate::intake::{Attendee, CanonicalRow, Field, Presence};
use ata_model::attendance::Stay;
use ata_model::country::{Country, DocumentFault};
use ata_model::differential::{Answers, Differential, Unread, VARIABLES};
use ata_model::identity::{self, Document};
use ata_model::import::{Reject, Warning};
use ata_model::name::{self, NAME_MAX, NameError};
use ata_model::print::Print;
use ata_store::Arrival;
use chrono::NaiveDateTime;
use foldhash::{HashMap, HashSet};
use std::sync::Arc;

/// Folded name or code → key; none where several have it.
pub(super) type Organisations = HashMap<String, Option<i64>>;

/// Warnings that are kept of one file.
const WARNINGS: usize = 1000;

/// What rows are measured by.
pub(super) struct Sieve<'p> {
    country: Country,
    place: &'p Place,
    organisations: Organisations,
    /// Texts looked up before: organisations, and posts, roles and territories, of which a list has few.
    known: HashMap<String, Option<i64>>,
    lines: HashMap<String, String>,
    territories: HashMap<String, String>,
    sensitive: Sensitive<'p>,
    /// What has been said once: (code, value).
    said: HashSet<(&'static str, String)>,
    pub warnings: Vec<Warning>,
    salt: Print,
    /// Do rows of other days than the session's count as well?
    any_date: bool,
}

/// A row of any source.
#[derive(Default)]
struct Raw<'r> {
    line: u64,
    session: &'r str,
    name: &'r str,
    doc_type: &'r str,
    doc: &'r str,
    email: &'r str,
    phone: &'r str,
    organisation: &'r str,
    post: &'r str,
    territory: &'r str,
    role: &'r str,
    status: Option<Presence>,
    stay: Stay,
    came: Option<NaiveDateTime>,
    /// The moment that has to be of the session's day, and the field that says it.
    dated: Option<(&'static str, NaiveDateTime)>,
}

fn refused(line: u64, field: &str, value: &str, reason: &str) -> Reject {
    Reject { line, field: field.to_owned(), value: value.to_owned(), reason: reason.to_owned() }
}

fn span(start: NaiveDateTime, end: NaiveDateTime) -> (i64, i64) {
    (start.and_utc().timestamp(), end.and_utc().timestamp())
}

impl<'p> Sieve<'p> {
    pub fn new(
        country: Country,
        place: &'p Place,
        organisations: Organisations,
        approach: Option<&'p Differential>,
    ) -> Sieve<'p> {
        let sensitive = Sensitive::new(approach);
        Sieve {
            country,
            place,
            organisations,
            known: HashMap::default(),
            lines: HashMap::default(),
            territories: HashMap::default(),
            sensitive,
            said: HashSet::default(),
            warnings: Vec::new(),
            salt: Print::new(""),
            any_date: false,
        }
    }

    /// Rows of other days than the session's count as well.
    pub fn of_any_date(self, any_date: bool) -> Sieve<'p> {
        Sieve { any_date, ..self }
    }

    /// The sexes as the beginning of a list writes them: which letter stands for which.
    pub fn letters<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        self.sensitive.letters(cells);
    }

    /// What a row says of the differential approach; what is not understood is said without repeating it.
    fn answers(&mut self, line: u64, cells: &[&str; 6]) -> Option<Arc<Answers>> {
        let (answers, doubts) = self.sensitive.read(cells)?;
        for (variable, unread) in doubts {
            match unread {
                Unread::NotAsked => self.warn_once(line, "sensitive_not_kept", VARIABLES[variable]),
                Unread::Unknown => self.warn(line, "category_unknown", VARIABLES[variable]),
            }
        }
        answers
    }

    /// The numbers of rows tell nothing beyond this register.
    pub fn salted(self, salt: &str) -> Sieve<'p> {
        Sieve { salt: Print::new(salt), ..self }
    }

    /// A row of our own plain list.
    pub fn row(&mut self, row: &CanonicalRow<'_>) -> Result<Arrival, Reject> {
        if let Some(cell) = row.invalid_email {
            self.warn(row.line, "invalid_email", cell);
        }
        let dated = row.join.map(|join| ("join", join)).or(row.leave.map(|leave| ("leave", leave)));
        let sensitive = self.answers(row.line, &row.sensitive);
        let sifted = self.sift(Raw {
            line: row.line,
            session: row.session,
            name: &row.name,
            doc_type: row.doc_type,
            doc: row.doc,
            email: row.email.as_deref().unwrap_or_default(),
            phone: row.phone,
            organisation: row.organisation,
            post: row.post,
            territory: row.territory,
            role: row.role,
            status: row.status,
            stay: Stay {
                minutes: row.minutes,
                spans: row.join.zip(row.leave).map(|(join, leave)| span(join, leave)).into_iter().collect(),
            },
            came: row.join,
            dated: dated.filter(|_| !self.any_date),
        });
        sifted.map(|arrival| Arrival { sensitive, ..arrival })
    }

    /// A person of any other source.
    pub fn person(&mut self, person: &Attendee) -> Result<Arrival, Reject> {
        let line = person.lines.first().copied().unwrap_or_default();
        let cells = Field::SENSITIVE.map(|field| person.sensitive.get(&field).map_or("", String::as_str));
        let sensitive = self.answers(line, &cells);
        fn text(text: &Option<String>) -> &str {
            text.as_deref().unwrap_or_default()
        }
        let day = self.place.only().map(|session| session.start.date());
        let first = person.intervals.iter().map(|interval| interval.start).min();
        let found = self.sift(Raw {
            line,
            session: text(&person.session),
            name: text(&person.name),
            doc_type: text(&person.document_type),
            doc: text(&person.document),
            email: text(&person.email),
            phone: text(&person.phone),
            organisation: text(&person.organisation),
            post: text(&person.post),
            territory: text(&person.territory),
            role: text(&person.role),
            status: person.status,
            stay: Stay {
                minutes: person.minutes,
                spans: person.intervals.iter().map(|interval| span(interval.start, interval.end)).collect(),
            },
            came: first.or_else(|| Some(day?.and_time(person.arrival?))),
            dated: None,
        });
        let also = person.lines.iter().skip(1).copied().collect();
        found.map(|arrival| Arrival { also, sensitive, ..arrival })
    }

    fn sift(&mut self, raw: Raw<'_>) -> Result<Arrival, Reject> {
        let line = raw.line;
        let place = self.place;
        let session = place.of(raw.session).map_err(|reason| refused(line, "session", raw.session, reason))?;
        if let Some((field, at)) = raw.dated.filter(|(_, at)| !session.could_begin(*at)) {
            return Err(refused(line, field, &at.format("%Y-%m-%d %H:%M").to_string(), "other_day"));
        }
        let name = self.name(&raw)?;
        let document = self.document(&raw);
        let email = self.email(&raw);
        if name.is_empty() && email.is_empty() && document.as_ref().is_ok_and(Option::is_none) {
            return Err(refused(line, "name", "", "no_identifier"));
        }
        let document = match document {
            Ok(document) => document,
            Err(reason) if name.is_empty() && email.is_empty() => return Err(refused(line, "doc", raw.doc, reason)),
            Err(reason) => {
                self.warn(line, reason, raw.doc);
                None
            }
        };
        let fold = name::fold(&name);
        let mut arrival = Arrival {
            line,
            session: session.key,
            key: name::key_of_fold(&fold),
            fold,
            name,
            document,
            email,
            phone: identity::phone(raw.phone).unwrap_or_default(),
            post: self.line(raw.post),
            organisation: self.organisation(line, raw.organisation),
            territory: self.territory(line, raw.territory),
            role: self.line(raw.role),
            status: raw.status.map(Presence::as_str),
            after: raw.came.map(|came| minutes_after(session, came)),
            stay: raw.stay,
            ..Arrival::default()
        };
        arrival.print = self.print(&arrival);
        Ok(arrival.marked())
    }

    /// Everything the row says but what is sensitive, as a number.
    fn print(&self, row: &Arrival) -> u64 {
        let mut print = self.salt;
        print.number(Some(row.session)).text(&row.fold).text(&row.email).text(&row.phone).text(&row.post);
        if let Some(document) = &row.document {
            print.text(&document.kind).text(&document.number);
        }
        print.number(row.organisation).text(&row.territory).text(&row.role).text(row.status.unwrap_or_default());
        print.number(row.after).number(row.stay.minutes);
        for (from, to) in &row.stay.spans {
            print.number(Some(*from)).number(Some(*to));
        }
        print.value()
    }

    /// The name without the marks of a meeting service; what cannot be seen is taken out and said.
    fn name(&mut self, raw: &Raw<'_>) -> Result<String, Reject> {
        let bare = name::strip_suffix(raw.name);
        match name::clean(bare) {
            Ok(name) => Ok(name),
            Err(NameError::Empty) => Ok(String::new()),
            Err(NameError::TooLong { .. }) => {
                let begin: String = raw.name.chars().take(80).collect();
                Err(refused(raw.line, "name", &begin, "name_too_long"))
            }
            Err(NameError::Control { .. } | NameError::Hidden { .. }) => {
                let mut visible = bare.to_owned();
                while let Err(NameError::Control { at, .. } | NameError::Hidden { at, .. }) = name::clean(&visible) {
                    visible = visible.chars().enumerate().filter(|(place, _)| *place != at).map(|(_, c)| c).collect();
                }
                let name = name::clean(&visible).unwrap_or_default();
                self.warn(raw.line, "name_cleaned", &name);
                Ok(name)
            }
        }
    }

    fn document(&self, raw: &Raw<'_>) -> Result<Option<Document>, &'static str> {
        if raw.doc.is_empty() {
            return Ok(None);
        }
        match Document::parse_as(self.country, raw.doc_type, raw.doc) {
            Ok(document) => Ok(Some(document)),
            Err(error) => match error.fault {
                DocumentFault::Missing => Ok(None),
                DocumentFault::DigitsLost => Err("document_digits_lost"),
                _ => Err("invalid_document"),
            },
        }
    }

    fn email(&mut self, raw: &Raw<'_>) -> String {
        if raw.email.is_empty() {
            return String::new();
        }
        match identity::email(raw.email) {
            Ok(email) => email,
            Err(_) => {
                self.warn(raw.line, "invalid_email", raw.email);
                String::new()
            }
        }
    }

    /// A registered organisation; one that is not registered is said once.
    fn organisation(&mut self, line: u64, text: &str) -> Option<i64> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let found = self.organisations.get(&name::fold(text)).copied();
        if self.known.len() < REMEMBERED {
            self.known.insert(text.to_owned(), found.flatten());
        }
        match found {
            Some(Some(key)) => return Some(key),
            Some(None) => self.warn_once(line, "organisation_ambiguous", text),
            None => self.warn_once(line, "organisation_unknown", text),
        }
        None
    }

    fn territory(&mut self, line: u64, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        if let Some(known) = self.territories.get(text) {
            return known.clone();
        }
        let code = self.country.territory(text).unwrap_or_else(|_| {
            self.warn_once(line, "invalid_territory", text);
            String::new()
        });
        remember(&mut self.territories, text, &code);
        code
    }

    /// A text on one line.
    fn line(&mut self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        if let Some(known) = self.lines.get(text) {
            return known.clone();
        }
        let line = one_line(text);
        remember(&mut self.lines, text, &line);
        line
    }

    fn warn(&mut self, line: u64, code: &str, detail: &str) {
        if self.warnings.len() < WARNINGS {
            let detail = detail.chars().take(200).collect();
            self.warnings.push(Warning { line: Some(line), code: code.to_owned(), detail });
        }
    }

    fn warn_once(&mut self, line: u64, code: &'static str, detail: &str) {
        if self.warnings.len() < WARNINGS && self.said.insert((code, detail.to_owned())) {
            self.warn(line, code, detail);
        }
    }
}

/// Minutes after the start of the session; less than none when they came before.
fn minutes_after(session: &Meeting, came: NaiveDateTime) -> i64 {
    (came - session.start).num_minutes()
}

/// Texts that are remembered, of each kind.
const REMEMBERED: usize = 1000;

fn remember(known: &mut HashMap<String, String>, text: &str, found: &str) {
    if known.len() < REMEMBERED {
        known.insert(text.to_owned(), found.to_owned());
    }
}

/// A text on one line, without what cannot be seen.
fn one_line(text: &str) -> String {
    name::clean(text).unwrap_or_else(|_| {
        let visible: String = text.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
        name::clean(&visible).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        let start = NaiveDateTime::parse_from_str("2026-03-18 08:00", "%Y-%m-%d %H:%M").expect("a moment");
        let meeting = Meeting {
            key: 7,
            id: "AT-2026-0001-S1".to_owned(),
            number: "1".to_owned(),
            is_live: true,
            start,
            end: start + chrono::TimeDelta::hours(4),
            length: 240,
            offset: None,
            change: None,
        };
        Place::new(1, true, vec![meeting])
    }

    fn sift(raw: Raw<'_>) -> (Result<Arrival, String>, Vec<String>) {
        let place = place();
        let organisations =
            Organisations::from_iter([("alcaldia de giron".to_owned(), Some(4)), ("mesa".to_owned(), None)]);
        let mut sieve = Sieve::new(Country::Co, &place, organisations, None);
        let found = sieve.sift(raw).map_err(|reject| format!("{} {}", reject.field, reject.reason));
        (found, sieve.warnings.into_iter().map(|warning| warning.code).collect())
    }

    #[test]
    fn a_row_that_tells_nobody_is_refused_with_the_field_that_says_why() {
        let long = "a".repeat(301);
        for (raw, expected) in [
            (Raw::default(), "name no_identifier"),
            (Raw { doc: "1,09877E+09", ..Raw::default() }, "doc document_digits_lost"),
            (Raw { doc: "ABC", ..Raw::default() }, "doc invalid_document"),
            (Raw { doc: "SD", ..Raw::default() }, "name no_identifier"),
            (Raw { name: &long, ..Raw::default() }, "name name_too_long"),
            (Raw { name: "Ana Ñáñez", session: "2", ..Raw::default() }, "session other_session"),
        ] {
            assert_eq!(sift(raw).0.map(|arrival| arrival.name), Err(expected.to_owned()));
        }
    }

    #[test]
    fn a_row_that_tells_somebody_is_kept_and_what_is_wrong_with_it_is_said() {
        let raw = Raw {
            name: "ÑÁÑEZ\u{200b}, Ana (Invitada)",
            doc: "1,09877E+09",
            email: "ana@nada",
            organisation: "ALCALDIA DE GIRÓN",
            territory: "99999x",
            phone: "300 123 45 67",
            ..Raw::default()
        };
        let (found, warnings) = sift(raw);
        let arrival = found.expect("a row");
        assert_eq!(arrival.name, "ÑÁÑEZ, Ana");
        assert_eq!((arrival.document, arrival.email.as_str(), arrival.organisation), (None, "", Some(4)));
        assert_eq!((arrival.phone.as_str(), arrival.territory.as_str()), ("3001234567", ""));
        assert_eq!(warnings, ["name_cleaned", "invalid_email", "document_digits_lost", "invalid_territory"]);
    }

    #[test]
    fn an_organisation_that_two_have_or_nobody_is_left_open() {
        for (text, expected) in
            [("Mesa", vec!["organisation_ambiguous"]), ("Otra", vec!["organisation_unknown"]), ("", vec![])]
        {
            let (found, warnings) = sift(Raw { name: "Ana Ñáñez", organisation: text, ..Raw::default() });
            assert_eq!(found.map(|arrival| arrival.organisation), Ok(None));
            assert_eq!(warnings, expected);
        }
    }

    #[test]
    fn an_arrival_is_counted_from_the_start_of_the_session() {
        let came = place().sessions[0].start + chrono::TimeDelta::minutes(20);
        let (found, _) = sift(Raw { name: "Ana Ñáñez", came: Some(came), ..Raw::default() });
        assert_eq!(found.map(|arrival| arrival.after), Ok(Some(20)));
    }
}
