//! People of the register by what tells them: of a small one all of them, to be looked up while its indexes are laid aside; of any those
//! for whom registrations were given up, by what these carried.

use super::folk::{HOLDERS, colleague, known};
use crate::engine::Db;
use crate::error::Result;
use crate::given_up::GivenUp;
use crate::vals;
use ata_model::identity::Document;
use ata_model::recognise::{Known, Namesake};
use foldhash::HashMap;

#[derive(Default)]
pub(super) struct Register {
    /// By the number of their document, with its kind.
    pub numbers: HashMap<String, Vec<(String, Known)>>,
    pub emails: HashMap<String, Vec<Known>>,
    /// By the key of their name, with their organisation.
    pub colleagues: HashMap<String, Vec<(i64, Namesake)>>,
    /// What was given up for each.
    pub given_up: HashMap<i64, Vec<GivenUp>>,
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

    /// Mostly nobody was ever registered twice: the index of those given up says so.
    pub fn of_given_up(db: &Db) -> Result<Register> {
        let mut register = Register::default();
        let sql = "SELECT k.id, k.match_key, k.doc_number <> '' AS has_document, g.match_key AS given_key, g.doc_kind, g.doc_number,
                          g.email, g.organisation_id, k.organisation_id AS kept_organisation
                   FROM person g JOIN person k ON k.id = g.merged_into WHERE g.merged_into IS NOT NULL ORDER BY g.merged_into, g.id";
        db.rows(sql, vals![], |row| {
            let (person, given_up) = (known(row)?, GivenUp::of(row)?);
            let mut organisations = vec![row.maybe_int("organisation_id")?, row.maybe_int("kept_organisation")?];
            organisations.dedup();
            for organisation in organisations.into_iter().flatten() {
                let namesake = colleague(person.id, person.has_document);
                register.colleagues.entry(given_up.key.clone()).or_default().push((organisation, namesake));
            }
            if let Some(Document { kind, number }) = given_up.document.clone() {
                register.numbers.entry(number).or_default().push((kind, person.clone()));
            }
            if !given_up.email.is_empty() {
                register.emails.entry(given_up.email.clone()).or_default().push(person.clone());
            }
            register.given_up.entry(person.id).or_default().push(given_up);
            Ok(())
        })?;
        Ok(register)
    }

    /// Those found of the register, and whoever else has the address by a registration given up; each by every name they had.
    pub fn also(&self, mut found: Vec<Known>, email: &str) -> Vec<Known> {
        if self.given_up.is_empty() {
            return found;
        }
        for other in self.emails.get(email).into_iter().flatten() {
            if found.iter().all(|known| known.id != other.id) {
                found.push(other.clone());
            }
        }
        for at in 0..found.len() {
            let names = self.names(&found[at]);
            found.extend(names);
        }
        found
    }

    /// Somebody by the names that were given up.
    pub fn names(&self, person: &Known) -> Vec<Known> {
        let given_up = self.given_up.get(&person.id).into_iter().flatten();
        given_up.map(|one| Known { key: one.key.clone(), ..person.clone() }).collect()
    }
}
