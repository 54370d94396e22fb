//! Organisations: registering them and changing what is known of them. Reading is in `register`.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::name::fold;

/// What is said of an organisation. None: as it is; an empty text, or `Some(None)`: no longer known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationFacts {
    pub name: Option<String>,
    pub code: Option<String>,
    pub kind: Option<String>,
    pub parent: Option<Option<i64>>,
    pub territory: Option<String>,
    pub email: Option<String>,
    pub head: Option<Option<i64>>,
}

impl Db {
    /// The organisation with this code, in capitals or not.
    pub fn organisation_with_code(&self, code: &str) -> Result<Option<i64>> {
        let sql = "SELECT id FROM organisation WHERE code = $1 OR lower(code) = $2 ORDER BY code <> $1 LIMIT 1";
        self.row(sql, vals![code, &code.to_lowercase()], |row| row.int("id"))
    }

    /// The organisations of this name, in any spelling: (its key, what it depends on).
    pub fn organisations_named(&self, name: &str) -> Result<Vec<(i64, Option<i64>)>> {
        let sql = "SELECT id, parent_id FROM organisation WHERE fold = $1 ORDER BY id";
        self.rows(sql, vals![&fold(name)], |row| Ok((row.int("id")?, row.maybe_int("parent_id")?)))
    }

    /// Is `organisation` the other one, or does it depend on it, directly or through others?
    pub fn is_under(&self, organisation: i64, other: i64) -> Result<bool> {
        // UNION, not UNION ALL: a ring that should not be there ends the walk instead of turning for ever.
        let sql = "WITH RECURSIVE above (id) AS (
                       SELECT $1 UNION SELECT o.parent_id FROM organisation o JOIN above a ON o.id = a.id
                       WHERE o.parent_id IS NOT NULL)
                   SELECT count(*) AS n FROM above WHERE id = $2";
        Ok(self.count(sql, vals![organisation, other])? > 0)
    }
}

impl Tx<'_> {
    /// Registers an organisation; its name has been cleaned.
    pub fn add_organisation(&mut self, name: &str, facts: &OrganisationFacts, import: Option<i64>) -> Result<i64> {
        self.exec(
            "INSERT INTO organisation (name, fold, kind, parent_id, import_id) VALUES ($1, $2, $3, $4, $5)",
            vals![name, &fold(name), facts.kind.as_deref().unwrap_or("other"), facts.parent.flatten(), import],
        )?;
        let id = self.last_id();
        self.set_organisation(id, facts)?;
        if import.is_none() {
            self.say(format!("O-{id} {name}"));
        }
        Ok(id)
    }

    /// Changes what is known of an organisation.
    pub fn change_organisation(&mut self, id: i64, facts: &OrganisationFacts) -> Result<()> {
        self.set_organisation(id, facts)?;
        let name = self.organisation(id)?.name;
        self.say(format!("O-{id} {name}"));
        Ok(())
    }

    /// As [`Tx::change_organisation`], one row among the many of a file: the log names the file. Did anything change?
    pub fn set_organisation(&self, id: i64, facts: &OrganisationFacts) -> Result<bool> {
        let fold = facts.name.as_deref().map(fold);
        let code = facts.code.as_deref().filter(|code| !code.is_empty());
        let changed = self.exec(
            "UPDATE organisation SET name = coalesce($2, name), fold = coalesce($3, fold), kind = coalesce($4, kind),
                code = CASE WHEN $5 = 1 THEN $6 ELSE code END, parent_id = CASE WHEN $7 = 1 THEN $8 ELSE parent_id END,
                territory = coalesce($9, territory), email = coalesce($10, email),
                head_id = CASE WHEN $11 = 1 THEN $12 ELSE head_id END
             WHERE id = $1 AND (name <> coalesce($2, name) OR kind <> coalesce($4, kind) OR ($5 = 1 AND code IS DISTINCT FROM $6)
                OR ($7 = 1 AND parent_id IS DISTINCT FROM $8) OR territory <> coalesce($9, territory)
                OR email <> coalesce($10, email) OR ($11 = 1 AND head_id IS DISTINCT FROM $12))",
            vals![
                id,
                facts.name.as_ref(),
                fold.as_ref(),
                facts.kind.as_ref(),
                facts.code.is_some(),
                code,
                facts.parent.is_some(),
                facts.parent.flatten(),
                facts.territory.as_ref(),
                facts.email.as_ref(),
                facts.head.is_some(),
                facts.head.flatten()
            ],
        )?;
        Ok(changed > 0)
    }
}
