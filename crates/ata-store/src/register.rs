//! Organisations, persons and boards.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::vals;
use ata_model::case::Named;
use ata_model::register::{Board, Organisation, Person};

pub(crate) fn maybe(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A person or an organisation from the columns `{side}_id` and `{side}_name`.
pub(crate) fn named_person(row: &Row<'_>, id: &str, name: &str) -> Result<Option<Named>> {
    Ok(match (row.maybe_int(id)?, row.maybe_text(name)?) {
        (Some(id), Some(name)) => Some(Named::person(id, name)),
        _ => None,
    })
}

pub(crate) fn named_organisation(row: &Row<'_>, id: &str, name: &str) -> Result<Option<Named>> {
    Ok(match (row.maybe_int(id)?, row.maybe_text(name)?) {
        (Some(id), Some(name)) => Some(Named::organisation(id, name)),
        _ => None,
    })
}

const PERSON: &str = "SELECT p.id, p.name, p.doc_kind, p.doc_number, p.email, p.phone, p.post, p.territory, p.role,
       p.merged_into, p.organisation_id, o.name AS organisation_name
FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id";

fn person(row: &Row<'_>) -> Result<Person> {
    let key = row.int("id")?;
    let (kind, number) = (row.text("doc_kind")?, row.text("doc_number")?);
    Ok(Person {
        id: format!("P-{key}"),
        name: row.text("name")?,
        doc: (!number.is_empty()).then(|| format!("{kind}:{number}")),
        email: maybe(row.text("email")?),
        phone: maybe(row.text("phone")?),
        post: maybe(row.text("post")?),
        org: named_organisation(row, "organisation_id", "organisation_name")?,
        territory: maybe(row.text("territory")?),
        role: row.text("role")?,
        merged_into: row.maybe_int("merged_into")?.map(|id| format!("P-{id}")),
        key,
    })
}

const ORGANISATION: &str =
    "SELECT o.id, o.code, o.name, o.kind, o.territory, o.email, o.parent_id, u.name AS parent_name,
       o.head_id, h.name AS head_name,
       (SELECT count(*) FROM person p WHERE p.organisation_id = o.id AND p.merged_into IS NULL) AS persons
FROM organisation o LEFT JOIN organisation u ON u.id = o.parent_id LEFT JOIN person h ON h.id = o.head_id";

fn organisation(row: &Row<'_>) -> Result<Organisation> {
    let key = row.int("id")?;
    Ok(Organisation {
        id: format!("O-{key}"),
        name: row.text("name")?,
        code: row.maybe_text("code")?,
        kind: row.text("kind")?,
        parent: named_organisation(row, "parent_id", "parent_name")?,
        territory: maybe(row.text("territory")?),
        email: maybe(row.text("email")?),
        head: named_person(row, "head_id", "head_name")?,
        persons: row.int("persons")?,
        key,
    })
}

impl Db {
    pub fn person(&self, id: i64) -> Result<Person> {
        self.row(&format!("{PERSON} WHERE p.id = $1"), vals![id], person)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Person, text: format!("P-{id}") })
    }

    /// Persons whose name contains `words` (folded), of one organisation or of all, without the merged ones.
    pub fn persons(&self, words: &str, organisation: Option<i64>) -> Result<Vec<Person>> {
        let sql = format!(
            "{PERSON} WHERE p.merged_into IS NULL AND ($1 = '' OR p.fold LIKE '%' || $1 || '%')
             AND ($2 IS NULL OR p.organisation_id = $2) ORDER BY p.fold, p.id"
        );
        self.rows(&sql, vals![words, organisation], person)
    }

    pub fn organisation(&self, id: i64) -> Result<Organisation> {
        self.row(&format!("{ORGANISATION} WHERE o.id = $1"), vals![id], organisation)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Organisation, text: format!("O-{id}") })
    }

    pub fn organisations(&self, words: &str) -> Result<Vec<Organisation>> {
        let sql = format!("{ORGANISATION} WHERE $1 = '' OR o.fold LIKE '%' || $1 || '%' ORDER BY o.fold, o.id");
        self.rows(&sql, vals![words], organisation)
    }

    pub fn board(&self, id: i64) -> Result<Board> {
        let sql = "SELECT b.id, b.name, b.chair_id, p.name AS chair_name
                   FROM board b LEFT JOIN person p ON p.id = b.chair_id WHERE b.id = $1";
        let mut board = self
            .row(sql, vals![id], |row| {
                Ok(Board {
                    name: row.text("name")?,
                    chair: named_person(row, "chair_id", "chair_name")?,
                    members: Vec::new(),
                    key: row.int("id")?,
                })
            })?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Board, text: id.to_string() })?;
        let sql = "SELECT p.id, p.name FROM board_member m JOIN person p ON p.id = m.person_id
                   WHERE m.board_id = $1 ORDER BY p.fold, p.id";
        board.members = self.rows(sql, vals![id], |row| Ok(Named::person(row.int("id")?, row.text("name")?)))?;
        Ok(board)
    }

    pub fn boards(&self) -> Result<Vec<Board>> {
        let ids = self.rows("SELECT id FROM board ORDER BY fold", vals![], |row| row.int("id"))?;
        ids.into_iter().map(|id| self.board(id)).collect()
    }
}
