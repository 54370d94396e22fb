//! Persons: recognising who is registered already, registering, and changing what is known of them. Reading is in `register`.

use crate::engine::{Db, Val};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::duplicate::Likeness;
use ata_model::identity::Document;
use ata_model::name::{fold, key};
use std::collections::HashSet;

/// What is said of a person. None: as it is; an empty text, or `Some(None)`: no longer known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonFacts {
    pub name: Option<String>,
    pub doc: Option<Option<Document>>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub post: Option<String>,
    pub organisation: Option<Option<i64>>,
    pub territory: Option<String>,
    pub role: Option<String>,
}

/// Who somebody is, among those registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    Nobody,
    Known(i64),
    /// As good as equal: nothing said of them tells them apart.
    Several(Vec<i64>),
}

impl Recognised {
    fn among(found: Vec<i64>) -> Option<Recognised> {
        match found[..] {
            [] => None,
            [one] => Some(Recognised::Known(one)),
            _ => Some(Recognised::Several(found)),
        }
    }
}

impl Db {
    /// The person with this very document; else the one for whom a registration with it was given up.
    pub fn person_with_document(&self, document: &Document) -> Result<Option<i64>> {
        let held = "SELECT id FROM person WHERE doc_number = $1 AND doc_kind = $2 AND doc_number <> '' AND merged_into IS NULL";
        let given_up = "SELECT merged_into AS id FROM person
                        WHERE merged_into IS NOT NULL AND doc_number = $1 AND doc_kind = $2 AND doc_number <> '' ORDER BY id LIMIT 1";
        for sql in [held, given_up] {
            if let Some(found) = self.row(sql, vals![&document.number, &document.kind], |row| row.int("id"))? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Recognises a person by the document; else by name and e-mail address; else by name and organisation. Somebody with
    /// another document is never the same; a name alone is the same only as another that is no more than a name. Whatever a registration
    /// carried that was given up for another says that one.
    pub fn recognise(&self, name: &str, facts: &PersonFacts) -> Result<Recognised> {
        let document = facts.doc.iter().flatten().next();
        if let Some(document) = document
            && let Some(known) = self.person_with_document(document)?
        {
            return Ok(Recognised::Known(known));
        }
        let name = key(name);
        let has_document = document.is_some();
        let email = facts.email.as_deref().unwrap_or_default();
        let organisation = facts.organisation.flatten();
        let ids = |sql: &str, params: &[Val<'_>]| self.rows(sql, params, |row| row.int("id"));
        if !email.is_empty() {
            let sql =
                "SELECT DISTINCT k.id FROM person e JOIN person k ON k.id = coalesce(e.merged_into, e.id)
                       WHERE e.email = $1 AND e.email <> '' AND (k.doc_number = '' OR $3 = 0) AND ($2 IN (e.match_key, k.match_key)
                          OR EXISTS (SELECT 1 FROM person n WHERE n.merged_into = k.id AND n.match_key = $2)) ORDER BY k.id";
            if let Some(found) = Recognised::among(ids(sql, vals![email, &name, has_document])?) {
                return Ok(found);
            }
        }
        let found = if organisation.is_some() {
            // An organisation may have thousands; of a name there are few.
            let sql = "SELECT DISTINCT k.id FROM person n JOIN person k ON k.id = coalesce(n.merged_into, n.id)
                       WHERE n.match_key = $1 AND $2 IN (+n.organisation_id, +k.organisation_id)
                         AND (k.doc_number = '' OR $3 = 0) AND (k.email = '' OR $4 = '') ORDER BY k.id";
            ids(sql, vals![&name, organisation, has_document, email])?
        } else if !has_document && email.is_empty() {
            let sql =
                "SELECT coalesce(merged_into, id) AS id FROM person WHERE match_key = $1 AND organisation_id IS NULL
                       AND doc_number = '' AND email = '' ORDER BY merged_into IS NOT NULL, person.id LIMIT 1";
            ids(sql, vals![&name])?
        } else {
            Vec::new()
        };
        Ok(Recognised::among(found).unwrap_or(Recognised::Nobody))
    }

    /// The persons with this number under another kind of document: (key, key of the name).
    pub fn persons_with_number(&self, document: &Document) -> Result<Vec<(i64, String)>> {
        let sql = "SELECT id, match_key FROM person WHERE doc_number = $1 AND doc_number <> '' AND doc_kind <> $2 AND merged_into IS NULL
                   UNION SELECT merged_into, match_key FROM person
                   WHERE merged_into IS NOT NULL AND doc_number = $1 AND doc_number <> '' AND doc_kind <> $2 ORDER BY 1";
        self.rows(sql, vals![&document.number, &document.kind], |row| Ok((row.int("id")?, row.text("match_key")?)))
    }

    /// The pairs that somebody told apart, the lower number first.
    pub fn told_apart(&self) -> Result<HashSet<(i64, i64)>> {
        let sql = "SELECT a_id, b_id FROM person_pair";
        Ok(self.rows(sql, vals![], |row| Ok((row.int("a_id")?, row.int("b_id")?)))?.into_iter().collect())
    }

    /// Other persons of the same name, in any spelling, who may be the same: those with another number of the same kind of
    /// document are not.
    pub fn namesakes(&self, person: i64) -> Result<Vec<i64>> {
        let sql = "SELECT DISTINCT p.id FROM person q JOIN person n ON n.match_key = q.match_key
                   JOIN person p ON p.id = coalesce(n.merged_into, n.id)
                   WHERE q.id = $1 AND p.id <> $1 AND NOT (p.doc_number <> '' AND q.doc_number <> '' AND p.doc_kind = q.doc_kind)
                     AND NOT EXISTS (SELECT 1 FROM person_pair d WHERE d.a_id = min(p.id, q.id) AND d.b_id = max(p.id, q.id))
                   ORDER BY p.id";
        self.rows(sql, vals![person], |row| row.int("id"))
    }

    /// Others with an e-mail address, the first few.
    pub fn sharing(&self, email: &str, person: i64) -> Result<Vec<i64>> {
        let sql = "SELECT DISTINCT coalesce(merged_into, id) AS holder FROM person
                   WHERE email = $1 AND email <> '' AND coalesce(merged_into, id) <> $2 ORDER BY holder LIMIT 5";
        self.rows(sql, vals![email, person], |row| row.int("holder"))
    }

    /// The person with this number, even one that was merged into another.
    pub fn has_person(&self, id: i64) -> Result<bool> {
        Ok(self.count("SELECT count(*) AS n FROM person WHERE id = $1", vals![id])? > 0)
    }

    /// What is compared of one person, and the organisation.
    pub(crate) fn likeness(&self, id: i64) -> Result<(Likeness, Option<i64>)> {
        let sql = "SELECT match_key, doc_kind, doc_number, email, phone, organisation_id FROM person WHERE id = $1";
        let found = self.row(sql, vals![id], |row| {
            let likeness = Likeness {
                person: id,
                key: row.text("match_key")?,
                doc_kind: row.text("doc_kind")?,
                doc_number: row.text("doc_number")?,
                email: row.text("email")?,
                phone: row.text("phone")?,
            };
            Ok((likeness, row.maybe_int("organisation_id")?))
        })?;
        Ok(found.unwrap_or_default())
    }

    /// What is compared of everybody when looking for duplicates.
    pub fn likenesses(&self) -> Result<Vec<Likeness>> {
        let sql = "SELECT id, match_key, doc_kind, doc_number, email, phone FROM person WHERE merged_into IS NULL ORDER BY id";
        self.rows(sql, vals![], |row| {
            Ok(Likeness {
                person: row.int("id")?,
                key: row.text("match_key")?,
                doc_kind: row.text("doc_kind")?,
                doc_number: row.text("doc_number")?,
                email: row.text("email")?,
                phone: row.text("phone")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Registers a person; the name has been cleaned.
    pub fn add_person(&mut self, name: &str, facts: &PersonFacts, import: Option<i64>) -> Result<i64> {
        let document = facts.doc.iter().flatten().next();
        let text = |fact: &'_ Option<String>| fact.clone().unwrap_or_default();
        self.exec(
            "INSERT INTO person (name, fold, match_key, doc_kind, doc_number, email, phone, post, organisation_id, territory, role,
                                 import_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            vals![
                name,
                &fold(name),
                &key(name),
                document.map_or("", |document| document.kind.as_str()),
                document.map_or("", |document| document.number.as_str()),
                &text(&facts.email),
                &text(&facts.phone),
                &text(&facts.post),
                facts.organisation.flatten(),
                &text(&facts.territory),
                facts.role.as_deref().unwrap_or("contact"),
                import
            ],
        )?;
        let id = self.last_id();
        if import.is_none() {
            self.say(format!("P-{id} {name}"));
        }
        Ok(id)
    }

    /// Changes what is known of a person.
    pub fn change_person(&mut self, id: i64, facts: &PersonFacts) -> Result<()> {
        if self.set_person(id, facts)? {
            self.is_by_hand_now(id)?;
        }
        let name = self.person(id)?.name;
        self.say(format!("P-{id} {name}"));
        Ok(())
    }

    /// As [`Tx::change_person`], one row among the many of a file: the log names the file. Did anything change?
    pub fn set_person(&self, id: i64, facts: &PersonFacts) -> Result<bool> {
        let document = facts.doc.as_ref().map(|document| match document {
            Some(document) => (document.kind.as_str(), document.number.as_str()),
            None => ("", ""),
        });
        let changed = self.exec(
            "UPDATE person SET name = coalesce($2, name), fold = coalesce($3, fold), match_key = coalesce($4, match_key),
                doc_kind = coalesce($5, doc_kind), doc_number = coalesce($6, doc_number), email = coalesce($7, email),
                phone = coalesce($8, phone), post = coalesce($9, post),
                organisation_id = CASE WHEN $10 = 1 THEN $11 ELSE organisation_id END,
                territory = coalesce($12, territory), role = coalesce($13, role)
             WHERE id = $1 AND (name <> coalesce($2, name) OR doc_kind <> coalesce($5, doc_kind)
                OR doc_number <> coalesce($6, doc_number) OR email <> coalesce($7, email) OR phone <> coalesce($8, phone)
                OR post <> coalesce($9, post) OR ($10 = 1 AND organisation_id IS DISTINCT FROM $11)
                OR territory <> coalesce($12, territory) OR role <> coalesce($13, role))",
            vals![
                id,
                facts.name.as_ref(),
                facts.name.as_deref().map(fold).as_ref(),
                facts.name.as_deref().map(key).as_ref(),
                document.map(|(kind, _)| kind),
                document.map(|(_, number)| number),
                facts.email.as_ref(),
                facts.phone.as_ref(),
                facts.post.as_ref(),
                facts.organisation.is_some(),
                facts.organisation.flatten(),
                facts.territory.as_ref(),
                facts.role.as_ref()
            ],
        )?;
        Ok(changed > 0)
    }
}
