//! What is laid aside while a long file is taken in, and put back at the end of the same transaction. Indexes of a small table: kept up row by
//! row they are most of the work, made at the end each is one pass over sorted rows. Triggers that ask for each row whether its case
//! is closed, which the operation has asked once for all.

use crate::error::Result;
use crate::transact::Tx;
use crate::vals;

/// A file of so many bytes is long.
const LONG: u64 = 1 << 20;
/// A table of at most so many rows is small beside it.
const SMALL: i64 = 20_000;

/// How that is made which was laid aside.
#[derive(Default)]
pub(super) struct Aside(Vec<String>);

/// Most files are not, and then nothing need be looked at.
pub(super) fn is_long(bytes: u64) -> bool {
    bytes >= LONG
}

/// Is the table small beside a file of so many bytes?
pub(super) fn is_small_beside(tx: &Tx<'_>, table: &str, bytes: u64) -> Result<bool> {
    if !is_long(bytes) {
        return Ok(false);
    }
    let sql = format!("SELECT count(*) AS n FROM (SELECT 1 FROM \"{table}\" LIMIT {})", SMALL + 1);
    Ok(tx.count(&sql, vals![])? <= SMALL)
}

impl Aside {
    /// Lays the indexes or the triggers (`kind`) of a table aside. Whoever looks something up in it until they are back must not need
    /// them.
    pub fn lay(&mut self, tx: &Tx<'_>, kind: &str, table: &str) -> Result<()> {
        let sql =
            "SELECT name, sql FROM sqlite_schema WHERE type = $1 AND tbl_name = $2 AND sql IS NOT NULL ORDER BY name";
        for (name, sql) in tx.rows(sql, vals![kind, table], |row| Ok((row.text("name")?, row.text("sql")?)))? {
            tx.batch(&format!("DROP {kind} \"{name}\""))?;
            self.0.push(sql);
        }
        Ok(())
    }

    /// Makes them again; an index that says that something is there once finds out by it.
    pub fn put_back(&mut self, tx: &Tx<'_>) -> Result<()> {
        self.0.drain(..).try_for_each(|sql| tx.batch(&sql))
    }
}
