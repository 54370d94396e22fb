//! Files taken in: what came of each, and taking one back.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::case::Named;
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

/// What became of an import that was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct TakenBack {
    /// Rows removed: attendance, answers, persons, organisations, needs, series.
    pub removed: i64,
    /// Persons it had registered who are in use elsewhere by now, and stay.
    pub kept: Vec<Named>,
}

/// Why an import cannot be taken back: something it brought is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    /// `AT-2026-0007`, `O-4`, or the code of a series.
    pub what: String,
}

/// Every place that names a person, but for the files they came with.
const NAMED_PERSONS: &str = "SELECT person_id FROM attendance UNION SELECT person_id FROM facilitator UNION SELECT person_id FROM board_member
    UNION SELECT person_id FROM invitation WHERE person_id IS NOT NULL UNION SELECT person_id FROM commitment WHERE person_id IS NOT NULL
    UNION SELECT person_id FROM message WHERE person_id IS NOT NULL UNION SELECT signed_by FROM message WHERE signed_by IS NOT NULL
    UNION SELECT person_id FROM party WHERE person_id IS NOT NULL UNION SELECT person_id FROM logistics WHERE person_id IS NOT NULL
    UNION SELECT person_id FROM reply WHERE person_id IS NOT NULL
    UNION SELECT approved_by FROM plan WHERE approved_by IS NOT NULL UNION SELECT head_id FROM organisation WHERE head_id IS NOT NULL
    UNION SELECT chair_id FROM board WHERE chair_id IS NOT NULL UNION SELECT merged_into FROM person WHERE merged_into IS NOT NULL";

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
            "INSERT INTO import (kind, session_id, file, sha256, source, at, result) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            vals![kind, session, file, sha256, source, &self.stamp.instant(), &blank],
        )?;
        let id = self.last_id();
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

    /// Takes back what a file brought. Persons that anything else names by now stay, without the file.
    ///
    /// # Errors
    /// Of the store; the inner error names what is in use.
    pub fn undo_import(&mut self, id: i64) -> Result<std::result::Result<TakenBack, InUse>> {
        let import = self.import(id)?;
        let used = match import.kind.as_str() {
            "need" => self.used_need(id)?,
            "organisation" => self.used_organisation(id)?,
            "series" => self.used_series(id)?,
            _ => None,
        };
        if let Some(what) = used {
            return Ok(Err(InUse { what }));
        }
        let mut taken = TakenBack::default();
        let mut remove = |sql: &str| -> Result<()> {
            taken.removed += self.exec(sql, vals![id])? as i64;
            Ok(())
        };
        remove("DELETE FROM attendance WHERE import_id = $1")?;
        remove("DELETE FROM response WHERE import_id = $1")?;
        self.exec("DELETE FROM party WHERE case_id IN (SELECT id FROM cases WHERE import_id = $1)", vals![id])?;
        remove("DELETE FROM cases WHERE import_id = $1")?;
        remove("DELETE FROM series WHERE import_id = $1")?;
        remove("DELETE FROM holiday WHERE import_id = $1")?;
        // Organisations of one file may depend on each other, in any order.
        self.exec("UPDATE organisation SET parent_id = NULL WHERE import_id = $1", vals![id])?;
        remove("DELETE FROM organisation WHERE import_id = $1")?;
        remove(&format!("DELETE FROM person WHERE import_id = $1 AND id NOT IN ({NAMED_PERSONS})"))?;
        let sql = "SELECT id, name FROM person WHERE import_id = $1 ORDER BY fold, id";
        taken.kept = self.rows(sql, vals![id], |row| Ok(Named::person(row.int("id")?, row.text("name")?)))?;
        self.exec("UPDATE person SET import_id = NULL WHERE import_id = $1", vals![id])?;
        self.exec("DELETE FROM import WHERE id = $1", vals![id])?;
        self.say(format!("I-{id} {}", import.file));
        match self.leaning()? {
            Some(table) => Err(StoreError::Stored { what: "import", detail: table }),
            None => Ok(Ok(taken)),
        }
    }

    /// A need that has gone on: decided, planned, documented or referred to.
    fn used_need(&self, import: i64) -> Result<Option<String>> {
        let sql = "SELECT c.id FROM cases c WHERE c.import_id = $1 AND (c.stage <> 'need' OR c.state <> 'open'
                     OR EXISTS (SELECT 1 FROM document d WHERE d.case_id = c.id) OR EXISTS (SELECT 1 FROM plan p WHERE p.case_id = c.id)
                     OR EXISTS (SELECT 1 FROM session s WHERE s.case_id = c.id) OR EXISTS (SELECT 1 FROM message m WHERE m.case_id = c.id)
                     OR EXISTS (SELECT 1 FROM commitment k WHERE k.case_id = c.id)
                     OR EXISTS (SELECT 1 FROM cases o WHERE o.parent_id = c.id OR o.merged_into = c.id)) ORDER BY c.id LIMIT 1";
        let used = self.row(sql, vals![import], |row| row.int("id"))?;
        used.map(|case| self.case_ref(case)).transpose()
    }

    /// An organisation that something else names.
    fn used_organisation(&self, import: i64) -> Result<Option<String>> {
        let sql = "SELECT o.id FROM organisation o WHERE o.import_id = $1 AND (
                     EXISTS (SELECT 1 FROM person p WHERE p.organisation_id = o.id) OR EXISTS (SELECT 1 FROM cases c WHERE c.group_id = o.id)
                     OR EXISTS (SELECT 1 FROM party y WHERE y.organisation_id = o.id)
                     OR EXISTS (SELECT 1 FROM invitation i WHERE i.organisation_id = o.id)
                     OR EXISTS (SELECT 1 FROM message m WHERE m.organisation_id = o.id)
                     OR EXISTS (SELECT 1 FROM commitment k WHERE k.organisation_id = o.id)
                     OR EXISTS (SELECT 1 FROM organisation u WHERE u.parent_id = o.id AND u.import_id IS DISTINCT FROM $1))
                   ORDER BY o.id LIMIT 1";
        Ok(self.row(sql, vals![import], |row| row.int("id"))?.map(|id| format!("O-{id}")))
    }

    fn used_series(&self, import: i64) -> Result<Option<String>> {
        let sql = "SELECT s.code FROM series s WHERE s.import_id = $1
                   AND EXISTS (SELECT 1 FROM cases c WHERE c.series_code = s.code) ORDER BY s.code LIMIT 1";
        self.row(sql, vals![import], |row| row.text("code"))
    }
}
