//! The record of a person, and what each file said of it where several files speak of one person: kept, so that taking any of the files
//! back leaves what the others say. Whoever was changed by hand is nobody's file's any more, and nothing of them is kept here.

use super::Arrival;
use super::fill::is_another_name;
use crate::engine::{Db, Row, Rows, Val};
use crate::error::Result;
use crate::person::PersonFacts;
use crate::review::text_of;
use crate::transact::Tx;
use crate::vals;
use ata_model::identity::Document;
use ata_model::name::{fold, key};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What is known of a person, or what a row says. Empty texts are not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc: Option<Document>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub territory: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<i64>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// Something that a row says otherwise than it is known. Organisations are told by whoever knows their names.
pub(super) struct Fact {
    pub field: &'static str,
    pub old: Option<String>,
    pub new: String,
    /// Is it so from now on?
    pub is_taken: bool,
}

/// Whose word a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Voice {
    /// The record as the file made it.
    Made,
    /// The record as it stood by hand.
    Hand,
    /// A list of this session completes.
    List(i64),
    /// A directory says how it is.
    Directory,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Spoken {
    pub voice: Voice,
    #[serde(default)]
    print: Option<u64>,
    record: Record,
}

/// A statement of a file, by person, import and line.
pub(crate) struct Line {
    pub person: i64,
    pub line: i64,
    pub text: String,
}

impl From<&Arrival> for Record {
    fn from(arrival: &Arrival) -> Record {
        Record {
            name: arrival.name.clone(),
            doc: arrival.document.clone(),
            email: arrival.email.clone(),
            phone: arrival.phone.clone(),
            post: arrival.post.clone(),
            territory: arrival.territory.clone(),
            organisation: arrival.organisation,
            role: String::new(),
        }
    }
}

impl Record {
    pub fn of(row: &Row<'_>) -> Result<Record> {
        let (kind, number) = (row.text("doc_kind")?, row.text("doc_number")?);
        Ok(Record {
            name: row.text("name")?,
            doc: (!number.is_empty()).then_some(Document { kind, number }),
            email: row.text("email")?,
            phone: row.text("phone")?,
            post: row.text("post")?,
            territory: row.text("territory")?,
            organisation: row.maybe_int("organisation_id")?,
            role: row.text("role")?,
        })
    }

    fn from_facts(name: &str, facts: &PersonFacts) -> Record {
        let text = |fact: &Option<String>| fact.clone().unwrap_or_default();
        Record {
            name: name.to_owned(),
            doc: facts.doc.clone().flatten(),
            email: text(&facts.email),
            phone: text(&facts.phone),
            post: text(&facts.post),
            territory: text(&facts.territory),
            organisation: facts.organisation.flatten(),
            role: text(&facts.role),
        }
    }

    fn texts(&mut self) -> [(&'static str, &mut String); 4] {
        [
            ("email", &mut self.email),
            ("phone", &mut self.phone),
            ("post", &mut self.post),
            ("territory", &mut self.territory),
        ]
    }

    /// Completes what is known by what a row of a list says. What differs stays, unless it came with an earlier version of the same
    /// list: then the list was corrected.
    pub(super) fn complete(&mut self, mut said: Record, is_of_the_list: bool) -> Vec<Fact> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut facts = Vec::new();
        let (said_key, known_key) = match said.name.is_empty() || said.name == self.name {
            true => (String::new(), String::new()),
            false => (key(&said.name), key(&self.name)),
        };
        if !said_key.is_empty() && said_key != known_key && is_of_the_list {
            let old = some(&self.name);
            self.name.clone_from(&said.name);
            facts.push(Fact { field: "name", old, new: said.name.clone(), is_taken: true });
        } else if is_another_name(&said_key, &known_key) {
            facts.push(Fact { field: "name", old: some(&self.name), new: said.name.clone(), is_taken: false });
        }
        if let (None, Some(document)) = (&self.doc, &said.doc) {
            facts.push(Fact { field: "doc", old: None, new: document.to_string(), is_taken: true });
            self.doc = Some(document.clone());
        }
        for ((field, known), (_, said)) in self.texts().into_iter().zip(said.texts()) {
            if said.is_empty() || fold(said) == fold(known) {
                continue;
            }
            let is_taken = known.is_empty() || is_of_the_list;
            facts.push(Fact { field, old: some(known), new: said.clone(), is_taken });
            if is_taken {
                known.clone_from(said);
            }
        }
        if said.organisation.is_some() && (self.organisation.is_none() || is_of_the_list) {
            self.organisation = said.organisation;
        }
        facts
    }

    /// What a directory says stands; what it leaves empty stays. Does it contradict what was known?
    fn correct(&mut self, said: &Record) -> bool {
        let mut said = said.clone();
        let mut contradicts = false;
        for ((_, known), (_, said)) in self.texts().into_iter().zip(said.texts()) {
            contradicts |= !said.is_empty() && !known.is_empty() && said != known;
            if !said.is_empty() {
                known.clone_from(said);
            }
        }
        contradicts |= said.doc.is_some() && self.doc.is_some() && said.doc != self.doc;
        self.doc = said.doc.or(self.doc.take());
        contradicts |=
            said.organisation.is_some() && self.organisation.is_some() && said.organisation != self.organisation;
        self.organisation = said.organisation.or(self.organisation);
        if !said.role.is_empty() {
            contradicts |= said.role != self.role;
            self.role = said.role;
        }
        contradicts
    }

    /// Somebody new, as a row says.
    fn new(said: &Record) -> Record {
        let mut record = said.clone();
        if record.name.is_empty() {
            record.name = match said.email.is_empty() {
                true => said.doc.as_ref().map(ToString::to_string).unwrap_or_default(),
                false => said.email.clone(),
            };
        }
        if record.role.is_empty() {
            record.role = "contact".to_owned();
        }
        record
    }
}

/// What the statements come to, taken in one after the other, and the file it came with; none: it was registered by hand. `session_of`
/// an import; `is_known`: did a file before this one have such a row?
pub(crate) fn fold_record(
    spoken: &[(i64, Spoken)],
    session_of: &HashMap<i64, i64>,
    is_known: impl Fn(i64, u64) -> bool,
) -> Option<(Option<i64>, Record)> {
    let mut known: Option<(Option<i64>, Record)> = None;
    // What a directory said last, and which.
    let (mut last_print, mut directory) = (None, None);
    for (import, Spoken { voice, print, record: said }) in spoken {
        let Some((came_with, record)) = &mut known else {
            let whose = Some(*import).filter(|_| *voice != Voice::Hand);
            known = Some((whose, Record::new(said)));
            (last_print, directory) = (*print, whose);
            continue;
        };
        match voice {
            Voice::Made | Voice::Hand => record.clone_from(said),
            Voice::List(session) => {
                let of_list = came_with.filter(|other| other != import).and_then(|other| session_of.get(&other));
                if !print.is_some_and(|print| is_known(*import, print)) {
                    record.complete(said.clone(), of_list == Some(session));
                }
            }
            Voice::Directory => {
                let mut now = record.clone();
                let contradicts = now.correct(said);
                let is_old = print.is_some() && last_print == *print;
                if !is_old && !(contradicts && directory == Some(*import)) {
                    *record = now;
                }
                (last_print, directory) = (*print, Some(*import));
            }
        }
    }
    known
}

impl Line {
    /// What a row of a list says.
    pub fn of_list(person: i64, arrival: &Arrival) -> Result<Line> {
        let voice = Voice::List(arrival.session);
        let spoken = Spoken { voice, print: Some(arrival.print), record: Record::from(arrival) };
        Ok(Line { person, line: arrival.line.cast_signed(), text: text_of("person", &spoken)? })
    }
}

impl Db {
    /// What is known of a person.
    fn record(&self, person: i64) -> Result<Option<(Record, Option<i64>)>> {
        let sql = "SELECT name, doc_kind, doc_number, email, phone, post, territory, organisation_id, role, import_id
                   FROM person WHERE id = $1";
        self.row(sql, vals![person], |row| Ok((Record::of(row)?, row.maybe_int("import_id")?)))
    }
}

impl Tx<'_> {
    /// Keeps the record of a person as it stands, once, before a file changes it.
    pub(crate) fn keep_record(&self, person: i64, import: i64) -> Result<()> {
        let Some((record, came_with)) = self.record(person)? else { return Ok(()) };
        let sql = "SELECT count(*) AS n FROM person_said WHERE person_id = $1 AND ($2 IS NULL OR import_id = $2)";
        if came_with == Some(import) || self.count(sql, vals![person, came_with])? > 0 {
            return Ok(());
        }
        let voice = if came_with.is_some() { Voice::Made } else { Voice::Hand };
        let text = text_of("person", &Spoken { voice, print: None, record })?;
        let sql = "INSERT INTO person_said (person_id, import_id, line, said) VALUES ($1, $2, 0, $3)";
        self.exec(sql, vals![person, came_with.unwrap_or(import), &text])?;
        Ok(())
    }

    /// Keeps what rows of a file say of people, where another file speaks of them too.
    pub(crate) fn keep_lines(&self, import: i64, lines: Vec<Line>) -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let sql = "INSERT OR IGNORE INTO person_said (person_id, import_id, line, said) SELECT c0, $1, c1, c2 FROM rows_in_memory r
                   WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = r.c0 AND p.import_id <> $1)
                      OR EXISTS (SELECT 1 FROM person_said s WHERE s.person_id = r.c0)";
        self.write_rows(sql, vals![import], std::sync::Arc::new(lines))
    }

    /// A row of a directory about somebody registered: what it says is kept, and where `is_news` it stands from now on.
    ///
    /// # Errors
    /// Of the store.
    pub fn say_of_person(
        &self,
        import: i64,
        (line, print): (u64, Option<u64>),
        person: i64,
        name: &str,
        facts: &PersonFacts,
        is_news: bool,
    ) -> Result<()> {
        if is_news {
            self.keep_record(person, import)?;
            self.set_person(person, facts)?;
        }
        let spoken = Spoken { voice: Voice::Directory, print, record: Record::from_facts(name, facts) };
        let text = text_of("person", &spoken)?;
        self.keep_lines(import, vec![Line { person, line: line.cast_signed(), text }])
    }

    /// Writes a record. A document that somebody else has by now is left out, and so is an organisation that is gone.
    pub(crate) fn put_record(&self, person: i64, record: &Record) -> Result<()> {
        let (kind, number) = record.doc.as_ref().map_or(("", ""), |doc| (doc.kind.as_str(), doc.number.as_str()));
        self.exec(
            "UPDATE person SET name = $2, fold = $3, match_key = $4, doc_kind = $5, doc_number = $6, email = $7, phone = $8, post = $9,
                territory = $10, organisation_id = (SELECT id FROM organisation WHERE id = $11), role = $12 WHERE id = $1",
            vals![
                person,
                &record.name,
                &fold(&record.name),
                &key(&record.name),
                kind,
                number,
                &record.email,
                &record.phone,
                &record.post,
                &record.territory,
                record.organisation,
                &record.role
            ],
        )?;
        Ok(())
    }

    /// Somebody was changed by hand: what files said of them holds no more.
    pub(crate) fn is_by_hand_now(&self, person: i64) -> Result<()> {
        self.exec("UPDATE person SET import_id = NULL WHERE id = $1 AND import_id IS NOT NULL", vals![person])?;
        self.exec("DELETE FROM person_said WHERE person_id = $1", vals![person])?;
        Ok(())
    }
}

impl Rows for Vec<Line> {
    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, row: usize, column: usize) -> Val<'_> {
        let Line { person, line, text } = &self[row];
        match column {
            0 => Val::Int(*person),
            1 => Val::Int(*line),
            _ => Val::Text(text),
        }
    }
}
