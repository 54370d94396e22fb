//! Answer sheets of the evaluation. Nothing here leads to a person.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::evaluation::Sheet;
use std::collections::BTreeMap;

impl Db {
    /// The answer sheets of a session, in an order that says nothing of when they came.
    pub fn answer_sheets(&self, session: i64) -> Result<Vec<Sheet>> {
        let sql = "SELECT answers FROM response WHERE session_id = $1 ORDER BY print, id";
        self.rows(sql, vals![session], |row| {
            serde_json::from_str(&row.text("answers")?)
                .map_err(|error| StoreError::Stored { what: "response", detail: error.to_string() })
        })
    }

    /// How many sheets of a session have each content.
    pub fn answer_prints(&self, session: i64) -> Result<BTreeMap<String, i64>> {
        let sql = "SELECT print, count(*) AS n FROM response WHERE session_id = $1 GROUP BY print";
        let found = self.rows(sql, vals![session], |row| Ok((row.text("print")?, row.int("n")?)))?;
        Ok(found.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Adds answer sheets (print, content). They are kept in the order of their prints, whatever order they came in.
    pub fn add_responses(&self, session: i64, import: i64, sheets: &[(String, Sheet)]) -> Result<()> {
        let mut sheets: Vec<&(String, Sheet)> = sheets.iter().collect();
        sheets.sort_by(|one, other| one.0.cmp(&other.0));
        for (print, sheet) in sheets {
            let answers = serde_json::json!(sheet).to_string();
            self.exec(
                "INSERT INTO response (session_id, print, answers, import_id) VALUES ($1, $2, $3, $4)",
                vals![session, print, &answers, import],
            )?;
        }
        Ok(())
    }
}
