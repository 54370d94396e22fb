//! The people of a small register, to be looked up while its indexes are laid aside.

use super::folk::{HOLDERS, colleague, known};
use crate::engine::Db;
use crate::error::Result;
use crate::vals;
use ata_model::recognise::{Known, Namesake};
use foldhash::HashMap;

#[derive(Default)]
pub(super) struct Register {
    /// By the number of their document, with its kind.
    pub numbers: HashMap<String, Vec<(String, Known)>>,
    pub emails: HashMap<String, Vec<Known>>,
    /// By the key of their name, with their organisation.
    pub colleagues: HashMap<String, Vec<(i64, Namesake)>>,
}

impl Register {
    pub fn read(db: &Db) -> Result<Register> {
        let mut register = Register::default();
        let sql = "SELECT id, match_key, doc_kind, doc_number, doc_number <> '' AS has_document, email, organisation_id
                   FROM person WHERE merged_into IS NULL ORDER BY id";
        db.rows(sql, vals![], |row| {
            let person = known(row)?;
            let (kind, number, email) = (row.text("doc_kind")?, row.text("doc_number")?, row.text("email")?);
            if let Some(organisation) = row.maybe_int("organisation_id")? {
                let namesake = colleague(person.id, person.has_document);
                register.colleagues.entry(person.key.clone()).or_default().push((organisation, namesake));
            }
            if !number.is_empty() {
                register.numbers.entry(number).or_default().push((kind, person.clone()));
            }
            if !email.is_empty() {
                let holders = register.emails.entry(email).or_default();
                if (holders.len() as i64) < HOLDERS {
                    holders.push(person);
                }
            }
            Ok(())
        })?;
        Ok(register)
    }
}
