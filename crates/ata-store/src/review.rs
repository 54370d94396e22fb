//! Rows that wait to be told who they speak of: the queue, and its answers. The rows themselves are kept by `arrival` and by
//! [`Tx::keep_review`].

use crate::arrival::fill::fill;
use crate::arrival::sheet::{Said, Sheet, write};
use crate::arrival::told::Line;
use crate::arrival::{Arrival, name_somehow};
use crate::engine::{Db, Row as Found};
use crate::error::{Noun, Result, StoreError};
use crate::person::PersonFacts;
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::attendance::{STATUSES, Stay};
use ata_model::case::Named;
use ata_model::profile::AttendanceRule;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::review::{Candidate, Entry, Fitting, Review, Row, Said as Noted};

pub(crate) fn text_of<T: serde::Serialize>(what: &'static str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Stored { what, detail: error.to_string() })
}

pub(crate) fn read_of<T: serde::de::DeserializeOwned>(what: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StoreError::Stored { what, detail: error.to_string() })
}

pub(crate) fn candidates_of(text: &str) -> Result<Vec<Candidate>> {
    read_of("review", text)
}

/// A row as it is stored.
struct Stored {
    id: i64,
    import: i64,
    session: Option<i64>,
    session_ref: Option<String>,
    line: u64,
    state: String,
    entry: Entry,
    candidates: Vec<Candidate>,
    person: Option<Named>,
    settled: [String; 3],
}

const STORED: &str = "SELECT r.id, r.import_id, r.session_id, r.line, r.state, r.entry, r.candidates, r.person_id, p.name AS person_name,
       r.settled_on, r.settled_by, r.reason, k.prefix, c.year, c.number AS case_number, s.number AS session_number
FROM review r CROSS JOIN desk k LEFT JOIN person p ON p.id = r.person_id LEFT JOIN session s ON s.id = r.session_id
LEFT JOIN cases c ON c.id = s.case_id";

/// Rows that a file brought, or has too.
const OF_IMPORT: &str =
    "(r.import_id = $1 OR EXISTS (SELECT 1 FROM review_again g WHERE g.review_id = r.id AND g.import_id = $1))";

fn stored(row: &Found<'_>) -> Result<Stored> {
    let session_ref = match (row.maybe_int("year")?, row.maybe_int("case_number")?, row.maybe_int("session_number")?) {
        (Some(year), Some(number), Some(session)) => {
            Some(part_id(&case_id(&row.text("prefix")?, year, number), Part::Session, session))
        }
        _ => None,
    };
    Ok(Stored {
        id: row.int("id")?,
        import: row.int("import_id")?,
        session: row.maybe_int("session_id")?,
        session_ref,
        line: row.int("line")?.cast_unsigned(),
        state: row.text("state")?,
        entry: read_of("review", &row.text("entry")?)?,
        candidates: candidates_of(&row.text("candidates")?)?,
        person: crate::register::named_person(row, "person_id", "person_name")?,
        settled: [row.text("settled_on")?, row.text("settled_by")?, row.text("reason")?],
    })
}

/// A row with whom it is about and where, as far as the commands need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    pub id: i64,
    /// Of the session, and none in a directory.
    pub case: Option<i64>,
    pub state: String,
    pub person: Option<i64>,
    /// Those it may still be, by the numbers they are kept under.
    pub candidates: Vec<i64>,
}

impl Db {
    pub fn find_review(&self, text: &str) -> Result<i64> {
        self.find_plain(text, Noun::Review, "SELECT id FROM review WHERE id = $1")
    }

    /// The rows of one import (or of all) that wait, or all of them.
    pub fn reviews(&self, import: Option<i64>, only_open: bool) -> Result<Vec<Review>> {
        let sql = format!(
            "{STORED} WHERE ($1 IS NULL OR {OF_IMPORT})
             AND ($2 = 0 OR (r.state = 'open' AND c.state IS DISTINCT FROM 'closed'))
             ORDER BY r.import_id, r.line, r.id"
        );
        self.rows(&sql, vals![import, only_open], stored)?.into_iter().map(|one| self.shown(one)).collect()
    }

    /// Who somebody said that such a row of a directory is; none within: nobody, it is left out.
    pub fn answered(&self, entry: &Entry) -> Result<Option<Option<i64>>> {
        let sql = "SELECT r.state, coalesce(p.merged_into, p.id) AS person FROM review r LEFT JOIN person p ON p.id = r.person_id
                   WHERE r.who = $1 AND r.state <> 'open' AND (r.session_id IS NULL OR (r.is_strong = 1 AND r.state <> 'ignored'))
                   ORDER BY r.id DESC LIMIT 1";
        let found = self.row(sql, vals![&entry.who()], |row| Ok((row.text("state")?, row.maybe_int("person")?)))?;
        Ok(match found {
            Some((state, _)) if state == "ignored" => Some(None),
            Some((_, Some(person))) => Some(Some(person)),
            _ => None,
        })
    }

    /// How many rows of an import wait.
    pub fn open_reviews(&self, import: i64) -> Result<i64> {
        let sql = format!("SELECT count(*) AS n FROM review r WHERE r.state = 'open' AND {OF_IMPORT}");
        self.count(&sql, vals![import])
    }

    pub fn review(&self, id: i64) -> Result<Review> {
        self.stored_review(id).and_then(|one| self.shown(one))
    }

    fn stored_review(&self, id: i64) -> Result<Stored> {
        self.row(&format!("{STORED} WHERE r.id = $1"), vals![id], stored)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Review, text: format!("R-{id}") })
    }

    /// The same, as far as deciding needs.
    pub fn pending(&self, id: i64) -> Result<Pending> {
        let one = self.stored_review(id)?;
        let case = one.session.map(|session| self.session(session).map(|session| session.case_key)).transpose()?;
        let person =
            self.row("SELECT person_id FROM review WHERE id = $1", vals![id], |row| row.maybe_int("person_id"))?;
        let mut candidates = Vec::new();
        for candidate in &one.candidates {
            candidates.extend(self.kept_number(candidate.person)?.filter(|id| !candidates.contains(id)));
        }
        Ok(Pending { id, case, state: one.state, person: person.flatten(), candidates })
    }

    /// The number a person is kept under; none when there is no such person any more.
    fn kept_number(&self, person: i64) -> Result<Option<i64>> {
        let sql = "SELECT coalesce(merged_into, id) AS id FROM person WHERE id = $1";
        self.row(sql, vals![person], |row| row.int("id"))
    }

    fn shown(&self, one: Stored) -> Result<Review> {
        let Entry { name, doc, email, phone, post, organisation, territory, role, said } = one.entry;
        let organisation = organisation.map(|id| self.organisation(id)).transpose();
        let organisation = match organisation {
            Ok(found) => found.map(|found| Named { id: found.id, name: found.name }),
            Err(StoreError::NotFound { .. }) => None,
            Err(other) => return Err(other),
        };
        let mut candidates: Vec<Fitting> = Vec::new();
        for candidate in one.candidates {
            let Some(id) = self.kept_number(candidate.person)? else { continue };
            let person = self.person(id)?;
            if candidates.iter().all(|other| other.person.id != person.id) {
                candidates.push(Fitting {
                    person: Named { id: person.id, name: person.name },
                    doc: person.doc,
                    email: person.email,
                    organisation: person.org.map(|org| org.name),
                    post: person.post,
                    score: candidate.score,
                    reasons: candidate.reasons,
                });
            }
        }
        let [settled_on, settled_by, reason] = one.settled.map(maybe);
        Ok(Review {
            id: format!("R-{}", one.id),
            import: format!("I-{}", one.import),
            session: one.session_ref,
            line: one.line,
            state: one.state,
            row: Row {
                name: maybe(name),
                doc: doc.map(|doc| doc.to_string()),
                email: maybe(email),
                phone: maybe(phone),
                organisation,
                post: maybe(post),
                territory: maybe(territory),
                role: maybe(role),
                status: said.status,
                minutes: said.minutes,
            },
            candidates,
            person: one.person,
            settled_on,
            settled_by,
            reason,
            key: one.id,
        })
    }
}

/// Why a row cannot be settled so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsettled {
    /// The person has another document than the row.
    OtherDocument { row: String, person: String },
}

impl Tx<'_> {
    /// Keeps a row of a directory that may be several people. A row that waits already is not asked twice: then nothing is added.
    pub fn keep_review(&mut self, import: i64, line: u64, entry: &Entry, ids: &[i64]) -> Result<bool> {
        let who = entry.who();
        let sql =
            "SELECT count(*) AS n FROM review WHERE session_id IS NULL AND who = $1 AND state IN ('open', 'ignored')";
        if self.count(sql, vals![&who])? > 0 {
            return Ok(false);
        }
        let seen = entry.likeness();
        let mut candidates = Vec::new();
        for &person in ids {
            let (score, reasons) = ata_model::duplicate::evidence(&seen, &self.likeness(person)?.0);
            candidates.push(Candidate { person, score, reasons, said: None });
        }
        candidates.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.person.cmp(&other.person)));
        self.exec(
            "INSERT INTO review (import_id, line, who, nth, is_strong, entry, candidates) VALUES ($1, $2, $3, 1, $4, $5, $6)",
            vals![import, line.cast_signed(), &who, entry.is_strong(), &text_of("review", entry)?, &text_of("review", &candidates)?],
        )?;
        Ok(true)
    }

    /// Notes what was said of a row.
    pub(crate) fn settled(&self, id: i64, state: &str, person: Option<i64>, reason: &str) -> Result<()> {
        self.exec(
            "UPDATE review SET state = $2, person_id = $3, settled_on = $4, settled_by = $5, reason = $6 WHERE id = $1",
            vals![id, state, person, &self.stamp.day(), &self.stamp.by, reason],
        )?;
        Ok(())
    }

    /// The row is this person: from now on as if it had been recognised. What it says is taken in.
    ///
    /// # Errors
    /// Of the store; the inner error says why it cannot be.
    pub fn settle_same(
        &mut self,
        id: i64,
        person: i64,
        rule: &AttendanceRule,
    ) -> Result<std::result::Result<(), Unsettled>> {
        let one = self.stored_review(id)?;
        let known = self.person(person)?;
        if let (Some(row), Some(has)) = (&one.entry.doc, &known.doc)
            && has.split_once(':').is_some_and(|(kind, number)| kind == row.kind && number != row.number)
        {
            return Ok(Err(Unsettled::OtherDocument { row: row.to_string(), person: has.clone() }));
        }
        match one.session {
            None => {
                let mut facts = facts(&one.entry, known.doc.is_none());
                self.given_up_for(person)?.iter().for_each(|given_up| given_up.take_from_facts(&mut facts));
                self.say_of_person(one.import, (one.line, None), person, &one.entry.name, &facts, true)?;
            }
            Some(session) => {
                let mut row = arrival(&one, session);
                self.given_up_for(person)?.iter().for_each(|given_up| given_up.take_from(&mut row));
                fill(self, person, &row, Some(one.import), |_| Ok(one.import))?;
                self.keep_lines(one.import, vec![Line::of_list(person, &row)?])?;
                self.attend(&one, session, person, rule)?;
            }
        }
        self.settled(id, "same", Some(person), "")?;
        self.say(format!("R-{id} → P-{person} {}", known.name));
        Ok(Ok(()))
    }

    /// The row is nobody of those it might be: somebody new, told apart from them for good.
    pub fn settle_new(&mut self, id: i64, rule: &AttendanceRule) -> Result<i64> {
        let one = self.stored_review(id)?;
        let mut new = arrival(&one, one.session.unwrap_or_default());
        if new.name.is_empty() {
            name_somehow(&mut new);
        }
        let person = self.add_person(&new.name, &facts(&one.entry, true), Some(one.import))?;
        for candidate in &one.candidates {
            if let Some(other) = self.kept_number(candidate.person)? {
                self.tell_apart(person, other)?;
            }
        }
        if let Some(session) = one.session {
            self.attend(&one, session, person, rule)?;
        }
        self.settled(id, "new", Some(person), "")?;
        self.say(format!("R-{id} → P-{person} {}", new.name));
        Ok(person)
    }

    /// The row is not these people; those left may still be it. How many are left?
    pub fn rule_out(&mut self, id: i64, persons: &[i64]) -> Result<usize> {
        let mut left = Vec::new();
        for candidate in self.stored_review(id)?.candidates {
            if self.kept_number(candidate.person)?.is_some_and(|kept| !persons.contains(&kept)) {
                left.push(candidate);
            }
        }
        if !left.is_empty() {
            self.exec(
                "UPDATE review SET candidates = $2 WHERE id = $1 AND candidates <> $2",
                vals![id, &text_of("review", &left)?],
            )?;
            self.say(format!("R-{id}"));
        }
        Ok(left.len())
    }

    /// The row is left out for good.
    pub fn settle_ignored(&mut self, id: i64, reason: &str) -> Result<()> {
        self.settled(id, "ignored", None, reason)?;
        self.say(format!("R-{id} {reason}"));
        Ok(())
    }

    /// Two registrations are two human beings.
    pub fn tell_apart(&mut self, one: i64, other: i64) -> Result<()> {
        let (a, b) = (one.min(other), one.max(other));
        if a != b {
            self.exec(
                "INSERT INTO person_pair (a_id, b_id, on_day, by) VALUES ($1, $2, $3, $4) ON CONFLICT (a_id, b_id) DO NOTHING",
                vals![a, b, &self.stamp.day(), &self.stamp.by],
            )?;
        }
        Ok(())
    }

    /// After two registrations were joined: rows that could be only one of the two are certain now. Rows of closed cases stay.
    pub fn settle_joined(&mut self, person: i64, rule: &AttendanceRule) -> Result<Vec<i64>> {
        let sql =
            "SELECT r.id FROM review r LEFT JOIN session s ON s.id = r.session_id LEFT JOIN cases c ON c.id = s.case_id
                   WHERE r.state = 'open' AND (c.id IS NULL OR c.state = 'open') ORDER BY r.id";
        let mut settled = Vec::new();
        for id in self.rows(sql, vals![], |row| row.int("id"))? {
            let were_several = self.stored_review(id)?.candidates.len() > 1;
            if were_several && self.pending(id)?.candidates == [person] && self.settle_same(id, person, rule)?.is_ok() {
                settled.push(id);
            }
        }
        Ok(settled)
    }

    /// Notes the attendance of a row, together with what the same file says otherwise of the person.
    fn attend(&self, one: &Stored, session: i64, person: i64, rule: &AttendanceRule) -> Result<()> {
        let mut sheet = Sheet::open_for(self, session, person)?;
        for candidate in &one.candidates {
            if self.kept_number(candidate.person)? == Some(person)
                && let Some(noted) = &candidate.said
            {
                sheet.note(person, one.line, said(noted, ""));
            }
        }
        let sql = "SELECT r.entry FROM review r JOIN person p ON p.id = r.person_id WHERE r.import_id = $1 AND r.session_id = $2
                     AND coalesce(p.merged_into, p.id) = $3 AND r.state IN ('same', 'new') AND r.id <> $4 ORDER BY r.id";
        for text in self.rows(sql, vals![one.import, session, person, one.id], |row| row.text("entry"))? {
            let entry: Entry = read_of("review", &text)?;
            sheet.note(person, one.line, said(&entry.said, &entry.role));
        }
        sheet.note(person, one.line, said(&one.entry.said, &one.entry.role));
        let settled = sheet.gather().settle(self.session(session)?.minutes(), rule, false)?;
        write(self, session, one.import, settled.new, &settled.changed)?;
        self.keep_said(session, one.import, settled.said)
    }
}

fn status(text: &str) -> Option<&'static str> {
    STATUSES.iter().copied().find(|known| *known == text)
}

fn said(noted: &Noted, role: &str) -> Said {
    Said {
        status: noted.status.as_deref().and_then(status),
        after: noted.after,
        stay: Stay { minutes: noted.minutes, spans: noted.spans.clone() },
        role: role.to_owned(),
        print: 0,
        is_news: true,
    }
}

fn arrival(one: &Stored, session: i64) -> Arrival {
    let entry = &one.entry;
    Arrival {
        line: one.line,
        session,
        name: entry.name.clone(),
        fold: ata_model::name::fold(&entry.name),
        key: if entry.name.is_empty() { String::new() } else { ata_model::name::key(&entry.name) },
        document: entry.doc.clone(),
        email: entry.email.clone(),
        phone: entry.phone.clone(),
        post: entry.post.clone(),
        organisation: entry.organisation,
        territory: entry.territory.clone(),
        ..Arrival::default()
    }
}

/// What a row of a directory says of the person. A role in a session is none in the register.
fn facts(entry: &Entry, with_document: bool) -> PersonFacts {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    PersonFacts {
        name: None,
        doc: entry.doc.clone().filter(|_| with_document).map(Some),
        email: text(&entry.email),
        phone: text(&entry.phone),
        post: text(&entry.post),
        organisation: entry.organisation.map(Some),
        territory: text(&entry.territory),
        role: text(&entry.role).filter(|role| ata_model::register::ROLES.contains(&role.as_str())),
    }
}
