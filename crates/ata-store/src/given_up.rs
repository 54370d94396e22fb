//! What registrations carried that were given up for another one: the document, the address and the name go on leading to the person,
//! and are no news of them.

use crate::arrival::Arrival;
use crate::engine::{Db, Row};
use crate::error::Result;
use crate::person::PersonFacts;
use crate::vals;
use ata_model::identity::Document;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// [`ata_model::name::key`] of the name.
    pub key: String,
    pub document: Option<Document>,
    pub email: String,
}

impl GivenUp {
    pub(crate) fn of(row: &Row<'_>) -> Result<GivenUp> {
        let (kind, number) = (row.text("doc_kind")?, row.text("doc_number")?);
        Ok(GivenUp {
            key: row.text("given_key")?,
            document: (!number.is_empty()).then_some(Document { kind, number }),
            email: row.text("email")?,
        })
    }

    /// Takes from a row what was given up: it says nothing that the register does not know better.
    pub(crate) fn take_from(&self, row: &mut Arrival) {
        if row.key == self.key {
            for text in [&mut row.name, &mut row.fold, &mut row.key] {
                text.clear();
            }
        }
        if row.document == self.document {
            row.document = None;
        }
        if row.email == self.email {
            row.email.clear();
        }
    }

    /// The same of what is said of a person.
    pub fn take_from_facts(&self, facts: &mut PersonFacts) {
        if facts.doc.as_ref().is_some_and(|said| said.is_some() && *said == self.document) {
            facts.doc = None;
        }
        facts.email.take_if(|said| !said.is_empty() && *said == self.email);
    }
}

impl Db {
    /// The registrations given up for a person, the oldest first.
    pub fn given_up_for(&self, person: i64) -> Result<Vec<GivenUp>> {
        let sql =
            "SELECT match_key AS given_key, doc_kind, doc_number, email FROM person WHERE merged_into = $1 ORDER BY id";
        self.rows(sql, vals![person], GivenUp::of)
    }
}
