//! Indexes laid aside while a long file fills a small table: kept up row by row they are most of the work, made at the end each is one
//! pass over sorted rows.

use crate::error::Result;
use crate::transact::Tx;
use crate::vals;

/// A file of so many bytes is long.
const LONG: u64 = 1 << 20;
/// A table of at most so many rows is small beside it.
const SMALL: i64 = 20_000;

/// How the indexes are made that were laid aside.
#[derive(Default)]
pub(super) struct Aside(Vec<String>);

/// Is the table small beside a file of so many bytes?
pub(super) fn is_small_beside(tx: &Tx<'_>, table: &str, bytes: u64) -> Result<bool> {
    // Most files are short, and then nothing need be counted.
    if bytes < LONG {
        return Ok(false);
    }
    let sql = format!("SELECT count(*) AS n FROM (SELECT 1 FROM \"{table}\" LIMIT {})", SMALL + 1);
    Ok(tx.count(&sql, vals![])? <= SMALL)
}

impl Aside {
    /// Lays the indexes of a table aside. Whoever looks something up in it until they are back must not need them.
    pub fn lay(&mut self, tx: &Tx<'_>, table: &str) -> Result<()> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL ORDER BY name";
        for (name, sql) in tx.rows(sql, vals![table], |row| Ok((row.text("name")?, row.text("sql")?)))? {
            tx.batch(&format!("DROP INDEX \"{name}\""))?;
            self.0.push(sql);
        }
        Ok(())
    }

    /// Makes them again; one that says that something is there once finds out by it.
    pub fn put_back(&mut self, tx: &Tx<'_>) -> Result<()> {
        self.0.drain(..).try_for_each(|sql| tx.batch(&sql))
    }
}
