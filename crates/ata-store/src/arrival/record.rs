//! The record of a person, and how a row of a list or of a directory changes it.

use super::Arrival;
use super::fill::is_another_name;
use crate::engine::{Db, Row};
use crate::error::Result;
use crate::person::PersonFacts;
use crate::transact::Tx;
use crate::vals;
use ata_model::identity::Document;
use ata_model::name::{fold, key};
use serde::{Deserialize, Serialize};

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

    pub(super) fn from_facts(name: &str, facts: &PersonFacts) -> Record {
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
    pub(super) fn correct(&mut self, said: &Record) -> bool {
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
    pub(super) fn new(said: &Record) -> Record {
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

impl Db {
    /// What is known of a person.
    pub(super) fn record(&self, person: i64) -> Result<Option<(Record, Option<i64>)>> {
        let sql = "SELECT name, doc_kind, doc_number, email, phone, post, territory, organisation_id, role, import_id
                   FROM person WHERE id = $1";
        self.row(sql, vals![person], |row| Ok((Record::of(row)?, row.maybe_int("import_id")?)))
    }
}

impl Tx<'_> {
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
