//! E-mails that wait for people whose address is another one by now.

use crate::engine::Db;
use crate::error::Result;
use crate::find::Who;
use crate::transact::Tx;
use crate::vals;

/// An e-mail in the outbox, where it would go, and what the register says of its recipient now.
#[derive(Debug, Clone)]
pub struct Misaddressed {
    pub id: i64,
    pub address: String,
    pub ics: String,
    pub email: Option<String>,
}

impl Db {
    /// E-mails in the outbox that would go elsewhere than to the address their recipient has now: of one recipient or of all.
    pub fn misaddressed(&self, whose: Option<Who>) -> Result<Vec<Misaddressed>> {
        let sql = "SELECT m.id, m.address, m.ics, coalesce(p.email, o.email) AS email
                   FROM message m LEFT JOIN person p ON p.id = m.person_id LEFT JOIN organisation o ON o.id = m.organisation_id
                   WHERE m.state = 'queued' AND m.channel = 'email' AND coalesce(p.email, o.email, '') <> m.address
                     AND ($1 = 0 OR (m.person_id IS NOT DISTINCT FROM $2 AND m.organisation_id IS NOT DISTINCT FROM $3))
                   ORDER BY m.id";
        let params = vals![whose.is_some(), whose.and_then(Who::person), whose.and_then(Who::organisation)];
        self.rows(sql, params, |row| {
            Ok(Misaddressed {
                id: row.int("id")?,
                address: row.text("address")?,
                ics: row.text("ics")?,
                email: row.maybe_text("email")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Sends a message in the outbox elsewhere; without an address it waits for a call or a handed letter.
    pub fn readdress(&mut self, id: i64, address: &str, ics: &str) -> Result<()> {
        let channel = if address.is_empty() { "phone" } else { "email" };
        let sql = "UPDATE message SET address = $2, ics = $3, channel = $4, due = '', error = '' WHERE id = $1 RETURNING case_id";
        if let Some(case) = self.written(sql, vals![id, address, ics, channel], |row| row.int("case_id"))? {
            self.about(case);
        }
        Ok(())
    }
}
