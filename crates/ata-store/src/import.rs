//! Files taken in: which, when, and what came of them.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::import::ImportResult;

/// A file about to be taken in.
#[derive(Debug, Clone, Copy)]
pub struct NewImport<'a> {
    /// `attendance`, `survey`, `person` …
    pub kind: &'a str,
    pub session: Option<i64>,
    pub file: &'a str,
    pub sha256: &'a str,
    pub source: &'a str,
    /// How the file was to be read (columns named by hand and the like): the same bytes read otherwise are another file.
    pub reading: &'a str,
}

/// A file taken in before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub id: i64,
    pub result: ImportResult,
}

impl Db {
    /// The newest import of the same bytes, for the same session, read the same way.
    pub fn same_import(&self, new: &NewImport<'_>) -> Result<Option<Earlier>> {
        let sql = "SELECT id, result FROM import WHERE kind = $1 AND sha256 = $2 AND session_id IS NOT DISTINCT FROM $3
                   AND result ->> 'reading' = $4 ORDER BY id DESC LIMIT 1";
        self.row(sql, vals![new.kind, new.sha256, new.session, new.reading], |row| {
            let result = serde_json::from_str(&row.text("result")?)
                .map_err(|error| StoreError::Stored { what: "import", detail: error.to_string() })?;
            Ok(Earlier { id: row.int("id")?, result })
        })
    }
}

impl Tx<'_> {
    /// Begins an import; its result is written when it is known.
    pub fn add_import(&mut self, new: &NewImport<'_>) -> Result<i64> {
        self.exec(
            "INSERT INTO import (kind, session_id, file, sha256, source, at, result) VALUES ($1, $2, $3, $4, $5, $6, '{}')",
            vals![new.kind, new.session, new.file, new.sha256, new.source, &self.stamp.instant()],
        )?;
        let id = self.last_id();
        self.say(format!("I-{id} {}", new.file));
        Ok(id)
    }

    /// Keeps what came of an import, as it was shown.
    pub fn keep_result(&self, import: i64, result: &ImportResult, reading: &str) -> Result<()> {
        let mut value = serde_json::json!(result);
        value["reading"] = reading.into();
        self.exec("UPDATE import SET result = $2 WHERE id = $1", vals![import, &value.to_string()])?;
        Ok(())
    }
}
