//! Answer sheets of the evaluation. Nothing here leads to a person.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::evaluation::Sheet;

impl Db {
    /// The answer sheets of a session, in an order that says nothing of when they came.
    pub fn answer_sheets(&self, session: i64) -> Result<Vec<Sheet>> {
        let sql = "SELECT answers FROM response WHERE session_id = $1 ORDER BY print, id";
        self.rows(sql, vals![session], |row| {
            serde_json::from_str(&row.text("answers")?)
                .map_err(|error| StoreError::Stored { what: "response", detail: error.to_string() })
        })
    }

    /// The sheets that files brought to a session, by their prints.
    pub fn answers_kept(&self, session: i64) -> Result<Vec<KeptAnswer>> {
        let sql = "SELECT id, print, import_id FROM response WHERE session_id = $1 ORDER BY print, id";
        self.rows(sql, vals![session], |row| {
            Ok(KeptAnswer { id: row.int("id")?, print: row.text("print")?, import: row.maybe_int("import_id")? })
        })
    }
}

/// A sheet that is kept, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    pub id: i64,
    pub print: String,
    pub import: Option<i64>,
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

    /// Notes which sheets a file has too: taking an earlier file back leaves them to this one.
    pub fn note_answers_again(&self, import: i64, sheets: &[i64]) -> Result<()> {
        let mut note = self.prepared("INSERT INTO response_again (response_id, import_id) VALUES ($1, $2)")?;
        sheets.iter().try_for_each(|sheet| note.run(vals![*sheet, import]).map(|_| ()))
    }
}
