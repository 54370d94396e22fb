//! What only a whole dossier or an export needs: whatever a reference names, answer sheets, what an operation changed.

use crate::engine::Db;
use crate::error::{Noun, Result, StoreError};
use crate::transact::Change;
use crate::vals;
use ata_model::reference::{Part, Reference, split};

/// A thing a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Case(i64),
    Session(i64),
    Commitment(i64),
    Document(i64),
    Message(i64),
    Person(i64),
    Organisation(i64),
    Board(i64),
    Import(i64),
    Review(i64),
    Operation(i64),
}

impl Db {
    /// Whatever a text names: a reference of any kind, `op-12`, `board:NAME`, or else an organisation or a person.
    ///
    /// # Errors
    /// `NotFound`, `Ambiguous`.
    pub fn find_thing(&self, text: &str) -> Result<Thing> {
        let text = text.trim();
        let lower = text.to_lowercase();
        if let Some(op) = lower.strip_prefix("op-").and_then(|number| number.parse().ok()) {
            return self.operation(op).map(|operation| Thing::Operation(operation.op));
        }
        if lower.starts_with("board:") {
            return self.find_board(text.get(6..).unwrap_or_default()).map(Thing::Board);
        }
        match self.read_reference(text)? {
            // A number may also be that of somebody's document.
            Some(Reference::Case(_)) => match self.find_case(text) {
                Err(unknown @ StoreError::NotFound { .. }) => {
                    self.find_person(text).map(Thing::Person).map_err(|_| unknown)
                }
                found => found.map(Thing::Case),
            },
            Some(Reference::Part(_, Part::Session, _)) => self.find_session(text).map(Thing::Session),
            Some(Reference::Part(_, Part::Commitment, _)) => self.find_commitment(text).map(Thing::Commitment),
            Some(Reference::Part(_, Part::Document, _)) => self.find_document(text).map(Thing::Document),
            Some(Reference::Message(_)) => self.find_message(text).map(Thing::Message),
            Some(Reference::Import(_)) => self.find_import(text).map(Thing::Import),
            Some(Reference::Review(_)) => self.find_review(text).map(Thing::Review),
            Some(Reference::Person(_) | Reference::Organisation(_)) | None => match self.find_who(text) {
                Ok(crate::Who::Person(person)) => Ok(Thing::Person(person)),
                Ok(crate::Who::Organisation(organisation)) => Ok(Thing::Organisation(organisation)),
                // A reference of some other register.
                Err(StoreError::NotFound { text, .. }) if split(&text).is_some() => {
                    Err(StoreError::NotFound { noun: Noun::Case, text })
                }
                Err(other) => Err(other),
            },
        }
    }

    /// How many answer sheets a session has.
    pub fn answer_count(&self, session: i64) -> Result<i64> {
        self.count("SELECT count(*) AS n FROM response WHERE session_id = $1", vals![session])
    }

    /// What an operation changed, row by row.
    pub fn changes_of(&self, op: i64) -> Result<Vec<Change>> {
        let sql = "SELECT changes FROM operation_detail WHERE op = $1";
        let text = self.row(sql, vals![op], |row| row.text("changes"))?.unwrap_or_else(|| "[]".to_owned());
        Change::list(&text)
    }

    /// The cases raised or referred from a case: (reference, title).
    pub fn raised_from(&self, case: i64) -> Result<Vec<(String, String)>> {
        let sql = "SELECT id, title FROM cases WHERE parent_id = $1 ORDER BY id";
        let found = self.rows(sql, vals![case], |row| Ok((row.int("id")?, row.text("title")?)))?;
        found.into_iter().map(|(id, title)| Ok((self.case_ref(id)?, title))).collect()
    }

    /// Key of the case that a case, session, commitment or document belongs to.
    pub fn case_of(&self, thing: Thing) -> Result<Option<i64>> {
        let (sql, id) = match thing {
            Thing::Case(id) => return Ok(Some(id)),
            Thing::Session(id) => ("SELECT case_id FROM session WHERE id = $1", id),
            Thing::Commitment(id) => ("SELECT case_id FROM commitment WHERE id = $1", id),
            Thing::Document(id) => ("SELECT case_id FROM document WHERE id = $1", id),
            Thing::Message(id) => ("SELECT case_id FROM message WHERE id = $1", id),
            Thing::Import(id) => {
                ("SELECT s.case_id FROM import i JOIN session s ON s.id = i.session_id WHERE i.id = $1", id)
            }
            _ => return Ok(None),
        };
        self.row(sql, vals![id], |row| row.int("case_id"))
    }
}
