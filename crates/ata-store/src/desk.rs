//! Who keeps the register, and the procedure in force.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::profile::Profile;

/// The register's own data.
#[derive(Debug, Clone)]
pub struct DeskRow {
    pub instance: String,
    pub institution: String,
    pub language: String,
    pub zone: String,
    pub country: String,
    pub prefix: String,
    pub profile_id: i64,
    pub profile: Profile,
}

/// A stored version of the procedure.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ProfileVersion {
    pub name: String,
    pub version: i64,
    pub since: String,
    pub sha256: String,
    pub in_force: bool,
    #[serde(skip)]
    pub source: String,
}

impl Db {
    pub fn desk(&self) -> Result<DeskRow> {
        let sql = "SELECT d.instance, d.institution, d.language, d.zone, d.country, d.prefix, d.profile_id, p.compiled
                   FROM desk d JOIN profile p ON p.id = d.profile_id";
        self.row(sql, vals![], |row| {
            let profile = serde_json::from_str(&row.text("compiled")?)
                .map_err(|error| StoreError::Stored { what: "profile", detail: error.to_string() })?;
            Ok(DeskRow {
                instance: row.text("instance")?,
                institution: row.text("institution")?,
                language: row.text("language")?,
                zone: row.text("zone")?,
                country: row.text("country")?,
                prefix: row.text("prefix")?,
                profile_id: row.int("profile_id")?,
                profile,
            })
        })?
        .ok_or(StoreError::Stored { what: "desk", detail: String::new() })
    }

    /// Only the language: what an error needs that happens before anything else is read.
    pub fn language(&self) -> Result<Option<String>> {
        self.row("SELECT language FROM desk", vals![], |row| row.text("language"))
    }

    pub(crate) fn prefix(&self) -> Result<String> {
        Ok(self.row("SELECT prefix FROM desk", vals![], |row| row.text("prefix"))?.unwrap_or_default())
    }

    /// How many cases there are, of any state.
    pub fn case_count(&self) -> Result<i64> {
        self.count("SELECT count(*) AS n FROM cases", vals![])
    }

    /// Every version of the procedure that was ever in force, newest first.
    pub fn profiles(&self) -> Result<Vec<ProfileVersion>> {
        let sql = "SELECT p.name, p.version, p.since, p.sha256, p.source, p.id = d.profile_id AS in_force
                   FROM profile p CROSS JOIN desk d ORDER BY p.id DESC";
        self.rows(sql, vals![], |row| {
            Ok(ProfileVersion {
                name: row.text("name")?,
                version: row.int("version")?,
                since: row.text("since")?,
                sha256: row.text("sha256")?,
                in_force: row.flag("in_force")?,
                source: row.text("source")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps a procedure; the same text is kept once.
    pub fn keep_profile(&self, profile: &Profile, source: &str, sha256: &str) -> Result<i64> {
        let compiled = serde_json::to_string(profile)
            .map_err(|error| StoreError::Stored { what: "profile", detail: error.to_string() })?;
        let known = self.row("SELECT id FROM profile WHERE sha256 = $1", vals![sha256], |row| row.int("id"))?;
        if let Some(id) = known {
            return Ok(id);
        }
        self.exec(
            "INSERT INTO profile (name, version, source, compiled, sha256, since) VALUES ($1, $2, $3, $4, $5, $6)",
            vals![&profile.name, i64::from(profile.version), source, &compiled, sha256, &self.stamp.instant()],
        )?;
        Ok(self.last_id())
    }

    /// Writes the register's own row, at its founding.
    pub fn found(
        &self,
        institution: &str,
        language: &str,
        zone: &str,
        profile: &Profile,
        profile_id: i64,
    ) -> Result<()> {
        let instance = uuid::Uuid::new_v4().simple().to_string();
        self.exec(
            "INSERT INTO desk (id, instance, institution, language, zone, country, prefix, profile_id)
             VALUES (1, $1, $2, $3, $4, $5, $6, $7)",
            vals![&instance, institution, language, zone, &profile.country, &profile.prefix, profile_id],
        )?;
        Ok(())
    }

    /// Takes on what a procedure decides of the register itself. Only while there are no cases: their references and the
    /// documents of their people were written by the country and prefix in force.
    pub fn take_on(&self, profile: &Profile) -> Result<()> {
        let sql = "UPDATE desk SET country = $1, prefix = $2";
        self.exec(sql, vals![&profile.country, &profile.prefix])?;
        Ok(())
    }

    /// Puts another version of the procedure in force. Cases opened earlier follow it too.
    pub fn put_in_force(&self, profile_id: i64) -> Result<()> {
        self.exec("UPDATE desk SET profile_id = $1", vals![profile_id])?;
        Ok(())
    }
}
