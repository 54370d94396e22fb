//! Files taken in: what came of each. Taking one back is in [`undo`].

mod undo;

pub use undo::{Kept, TakenBack};

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::import::{Import, ImportResult};
use ata_model::reference::{Part, case_id, part_id};

const IMPORT: &str =
    "SELECT i.id, i.kind, i.file, i.sha256, i.source, i.at, i.result, k.prefix, c.year, c.number AS case_number,
       s.number AS session_number
FROM import i CROSS JOIN desk k LEFT JOIN session s ON s.id = i.session_id LEFT JOIN cases c ON c.id = s.case_id";

fn import(row: &Row<'_>) -> Result<Import> {
    let key = row.int("id")?;
    let session = match (row.maybe_int("year")?, row.maybe_int("case_number")?, row.maybe_int("session_number")?) {
        (Some(year), Some(number), Some(session)) => {
            Some(part_id(&case_id(&row.text("prefix")?, year, number), Part::Session, session))
        }
        _ => None,
    };
    Ok(Import {
        id: format!("I-{key}"),
        kind: row.text("kind")?,
        session,
        file: row.text("file")?,
        sha256: row.text("sha256")?,
        source: row.text("source")?,
        at: row.text("at")?,
        result: serde_json::from_str(&row.text("result")?)
            .map_err(|error| StoreError::Stored { what: "import", detail: error.to_string() })?,
        key,
    })
}

impl Db {
    pub fn import(&self, id: i64) -> Result<Import> {
        self.row(&format!("{IMPORT} WHERE i.id = $1"), vals![id], import)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Import, text: format!("I-{id}") })
    }

    /// Every file taken in, newest first.
    pub fn imports(&self) -> Result<Vec<Import>> {
        self.rows(&format!("{IMPORT} ORDER BY i.id DESC"), vals![], import)
    }
}

/// The same bytes, taken in before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub id: i64,
    pub result: ImportResult,
}

impl Db {
    /// The newest import of the same bytes, for the same session, read the same way: `reading` says how (columns named by
    /// hand and the like), for the same bytes read otherwise are another file.
    pub fn same_import(
        &self,
        kind: &str,
        session: Option<i64>,
        sha256: &str,
        reading: &str,
    ) -> Result<Option<Earlier>> {
        let sql = "SELECT id, result FROM import WHERE kind = $1 AND sha256 = $2 AND session_id IS NOT DISTINCT FROM $3
                   AND coalesce(result ->> 'reading', '') = $4 ORDER BY id DESC LIMIT 1";
        self.row(sql, vals![kind, sha256, session, reading], |row| {
            let result = serde_json::from_str(&row.text("result")?)
                .map_err(|error| StoreError::Stored { what: "import", detail: error.to_string() })?;
            Ok(Earlier { id: row.int("id")?, result })
        })
    }
}

impl Tx<'_> {
    /// Notes a file before its rows are taken in, so that they can name it.
    pub fn add_import(
        &mut self,
        kind: &str,
        session: Option<i64>,
        file: &str,
        sha256: &str,
        source: &str,
    ) -> Result<i64> {
        let blank = ImportResult { file: file.to_owned(), sha256: sha256.to_owned(), ..ImportResult::default() };
        let blank = serde_json::json!(blank).to_string();
        self.exec(
            "INSERT INTO import (kind, session_id, file, sha256, source, at, op, result) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            vals![kind, session, file, sha256, source, &self.stamp.instant(), self.last_op()? + 1, &blank],
        )?;
        let id = self.last_id();
        self.own_import(id)?;
        self.say(format!("I-{id} {file}"));
        Ok(id)
    }

    /// Keeps what came of a file; one that brought nothing new leaves no trace.
    pub fn finish_import(&self, id: i64, result: &ImportResult) -> Result<()> {
        if result.changed {
            let result = serde_json::json!(result).to_string();
            self.exec("UPDATE import SET result = $2 WHERE id = $1", vals![id, &result])?;
        } else {
            self.exec("DELETE FROM import WHERE id = $1", vals![id])?;
        }
        Ok(())
    }

    /// Notes beside the result of an import how the file was read.
    pub fn note_reading(&self, id: i64, reading: &str) -> Result<()> {
        if !reading.is_empty() {
            let sql = "UPDATE import SET result = json_set(result, '$.reading', $2) WHERE id = $1";
            self.exec(sql, vals![id, reading])?;
        }
        Ok(())
    }
}
