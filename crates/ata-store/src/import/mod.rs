//! Files taken in: what came of each. Taking one back is in [`undo`]; what the others say of whom it named, in [`rest`].

mod rest;
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
    let result: ImportResult = serde_json::from_str(&row.text("result")?)
        .map_err(|error| StoreError::Stored { what: "import", detail: error.to_string() })?;
    let case = match (row.maybe_int("year")?, row.maybe_int("case_number")?) {
        (Some(year), Some(number)) => Some(case_id(&row.text("prefix")?, year, number)),
        _ => None,
    };
    // Of a file whose rows name their sessions, the column has the first session of the case.
    let session = match &result.sessions[..] {
        [] => case.as_ref().zip(row.maybe_int("session_number")?).map(|(case, n)| part_id(case, Part::Session, n)),
        [one] => Some(one.clone()),
        _ => None,
    };
    Ok(Import {
        id: format!("I-{key}"),
        kind: row.text("kind")?,
        session,
        case,
        file: row.text("file")?,
        sha256: row.text("sha256")?,
        source: row.text("source")?,
        at: row.text("at")?,
        result,
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
            self.drop_import(id)?;
        }
        Ok(())
    }

    /// Takes the note of a file back that brought nothing.
    pub(crate) fn drop_import(&self, id: i64) -> Result<()> {
        self.exec("DELETE FROM person_said WHERE import_id = $1", vals![id])?;
        self.exec("DELETE FROM import WHERE id = $1", vals![id])?;
        Ok(())
    }

    /// Notes which rows of the queue a file has too: taking an earlier file back leaves them to this one.
    pub(crate) fn note_again(&self, import: i64, queued: Vec<i64>) -> Result<()> {
        for review in queued {
            let sql =
                "INSERT OR IGNORE INTO review_again (review_id, import_id) SELECT id, $2 FROM review WHERE id = $1";
            self.exec(sql, vals![review, import])?;
        }
        Ok(())
    }

    /// Rows of the queue and answers that a file brought and a later one has too become the later one's.
    fn hand_over(&self, import: i64) -> Result<()> {
        for table in ["review", "response"] {
            for sql in [
                format!(
                    "UPDATE {table} SET import_id = (SELECT min(g.import_id) FROM {table}_again g WHERE g.{table}_id = {table}.id)
                     WHERE import_id = $1 AND id IN (SELECT {table}_id FROM {table}_again)"
                ),
                format!(
                    "DELETE FROM {table}_again AS g WHERE import_id = $1
                        OR EXISTS (SELECT 1 FROM {table} r WHERE r.id = g.{table}_id AND r.import_id = g.import_id)"
                ),
            ] {
                self.exec(&sql, vals![import])?;
            }
        }
        Ok(())
    }

    /// Does a later file speak of somebody whom this one, taken in by `op`, brought or noted, or have a row that waits with this one?
    pub(crate) fn is_said_again(&self, import: i64, op: i64) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM import WHERE id = $1 AND op = $2) AND (
                          EXISTS (SELECT 1 FROM attendance_said g JOIN attendance a
                              ON a.session_id = g.session_id AND a.person_id = g.person_id WHERE a.import_id = $1 AND g.import_id > $1)
                       OR EXISTS (SELECT 1 FROM attendance_said f JOIN attendance_said g
                              ON f.session_id = g.session_id AND f.person_id = g.person_id WHERE f.import_id = $1 AND g.import_id > $1)
                       OR EXISTS (SELECT 1 FROM person p JOIN person_said s ON s.person_id = p.id WHERE p.import_id = $1 AND s.import_id > $1)
                       OR EXISTS (SELECT 1 FROM person_said f JOIN person_said s ON f.person_id = s.person_id
                              WHERE f.import_id = $1 AND s.import_id > $1)
                       OR EXISTS (SELECT 1 FROM response_again g JOIN response r ON r.id = g.response_id WHERE r.import_id = $1)
                       OR EXISTS (SELECT 1 FROM review_again g JOIN review r ON r.id = g.review_id WHERE r.import_id = $1)) AS n";
        Ok(self.count(sql, vals![import, op])? > 0)
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
