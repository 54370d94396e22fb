//! Rows that lean on rows that are gone. Where many rows are taken away or put back at once, foreign keys are not enforced row
//! by row; what was touched is looked at once, at the end, and nothing else is.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::current_value;
use crate::vals;
use std::collections::BTreeMap;

/// From so many removed rows of a table on, the tables that lean on it are read through once instead of asked for each row.
const MANY: usize = 8;

/// One foreign key: the column of a table that names a row of another.
struct Tie {
    child: String,
    column: String,
    parent: String,
    key: String,
}

/// What was done to the rows of one table.
#[derive(Default)]
struct Rows<'a> {
    removed: Vec<&'a serde_json::Value>,
    written: Vec<&'a serde_json::Value>,
    emptied: bool,
}

/// Which rows were removed and which were written.
#[derive(Default)]
pub(crate) struct Touched<'a>(BTreeMap<String, Rows<'a>>);

impl<'a> Touched<'a> {
    /// A row that was `before`, and is `after` now.
    pub fn row(&mut self, table: &str, before: Option<&'a serde_json::Value>, after: Option<&'a serde_json::Value>) {
        let rows = self.0.entry(table.to_owned()).or_default();
        match (before, after) {
            (_, Some(after)) => rows.written.push(after),
            (Some(before), None) => rows.removed.push(before),
            (None, None) => {}
        }
    }

    /// A table that lost an unknown number of rows.
    pub fn emptied(&mut self, table: &str) {
        self.0.entry(table.to_owned()).or_default().emptied = true;
    }
}

impl Db {
    /// A table with a row that leans on one that is gone, as far as the rows touched can be to blame.
    pub(crate) fn leaning(&self, touched: &Touched<'_>) -> Result<Option<String>> {
        let ties = self.ties()?;
        for (table, rows) in &touched.0 {
            for tie in ties.iter().filter(|tie| tie.child == *table) {
                for row in &rows.written {
                    if self.lacks_parent(tie, row)? {
                        return Ok(Some(tie.child.clone()));
                    }
                }
            }
            for tie in ties.iter().filter(|tie| tie.parent == *table) {
                if self.has_orphans(tie, rows)? {
                    return Ok(Some(tie.child.clone()));
                }
            }
        }
        Ok(None)
    }

    /// The columns of a table that name rows of others: (column, other table, its key).
    pub(crate) fn ties_of(&self, table: &str) -> Result<Vec<(String, String, String)>> {
        let ties = self.ties()?.into_iter().filter(|tie| tie.child == table);
        Ok(ties.map(|tie| (tie.column, tie.parent, tie.key)).collect())
    }

    fn ties(&self) -> Result<Vec<Tie>> {
        let sql = "SELECT m.name AS child, f.\"from\" AS \"column\", f.\"table\" AS parent, f.\"to\" AS key
                   FROM main.sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2";
        self.rows(sql, vals![], |row| {
            Ok(Tie {
                child: row.text("child")?,
                column: row.text("column")?,
                parent: row.text("parent")?,
                key: row.text("key")?,
            })
        })
    }

    fn lacks_parent(&self, tie: &Tie, row: &serde_json::Value) -> Result<bool> {
        let named = &row[&tie.column];
        Ok(!named.is_null() && !self.is_there(&tie.parent, &tie.key, named)?)
    }

    fn has_orphans(&self, tie: &Tie, rows: &Rows<'_>) -> Result<bool> {
        if rows.emptied || rows.removed.len() > MANY {
            let Tie { child, column, parent, key } = tie;
            let sql = format!(
                "SELECT count(*) AS n FROM (SELECT 1 FROM main.\"{child}\" c WHERE c.\"{column}\" IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM main.\"{parent}\" p WHERE p.\"{key}\" = c.\"{column}\") LIMIT 1)"
            );
            return Ok(self.count(&sql, vals![])? > 0);
        }
        for row in &rows.removed {
            let gone = &row[&tie.key];
            // A key that was removed and written anew is there.
            if self.is_there(&tie.child, &tie.column, gone)? && !self.is_there(&tie.parent, &tie.key, gone)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_there(&self, table: &str, column: &str, value: &serde_json::Value) -> Result<bool> {
        current_value(self, table, column, value)
    }
}
