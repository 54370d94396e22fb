//! The one place that names the database library: values, rows, statements. SQL is written with
//! `$1`, `$2` …, which SQLite would number by first appearance; here they become `?1`, `?2` …, so the same
//! text means the same to another engine.

mod rows;

pub(crate) use rows::Rows;

use crate::error::{Result, StoreError};
use rusqlite::types::{FromSql, ToSqlOutput, Value as Owned, ValueRef};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;

/// A value on its way into a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Val<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl From<i64> for Val<'_> {
    fn from(value: i64) -> Self {
        Val::Int(value)
    }
}

impl From<bool> for Val<'_> {
    fn from(value: bool) -> Self {
        Val::Int(i64::from(value))
    }
}

impl<'a> From<&'a str> for Val<'a> {
    fn from(value: &'a str) -> Self {
        Val::Text(value)
    }
}

impl<'a> From<&'a String> for Val<'a> {
    fn from(value: &'a String) -> Self {
        Val::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Val<'a> {
    fn from(value: &'a [u8]) -> Self {
        Val::Blob(value)
    }
}

impl<'a, T: Into<Val<'a>>> From<Option<T>> for Val<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Val::Null, Into::into)
    }
}

impl rusqlite::ToSql for Val<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Val::Null => ValueRef::Null,
            Val::Int(value) => ValueRef::Integer(*value),
            Val::Text(value) => ValueRef::Text(value.as_bytes()),
            Val::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

/// The parameters of a statement: `vals![id, &name, None::<i64>]`.
#[macro_export]
macro_rules! vals {
    ($($value:expr),* $(,)?) => { &[$($crate::engine::Val::from($value)),*] as &[$crate::engine::Val<'_>] };
}

/// One row of an answer, read by column name.
pub struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    columns: &'r Columns,
}

/// The columns of an answer by name. Rows are mostly read in the order of their columns, so the search goes on where the last one ended.
struct Columns {
    names: Vec<String>,
    next: Cell<usize>,
}

impl Columns {
    fn of(statement: &rusqlite::Statement<'_>) -> Columns {
        Columns { names: statement.column_names().map(str::to_owned).collect(), next: Cell::new(0) }
    }

    fn place(&self, name: &str) -> Option<usize> {
        let next = self.next.get();
        let found = (next..self.names.len()).chain(0..next).find(|at| self.names[*at] == name)?;
        self.next.set(found + 1);
        Some(found)
    }
}

impl Row<'_> {
    pub fn int(&self, column: &str) -> Result<i64> {
        self.get(column)
    }

    pub fn text(&self, column: &str) -> Result<String> {
        self.get(column)
    }

    pub fn flag(&self, column: &str) -> Result<bool> {
        Ok(self.get::<i64>(column)? != 0)
    }

    pub fn maybe_int(&self, column: &str) -> Result<Option<i64>> {
        self.get(column)
    }

    pub fn maybe_text(&self, column: &str) -> Result<Option<String>> {
        self.get(column)
    }

    pub fn bytes(&self, column: &str) -> Result<Vec<u8>> {
        self.get(column)
    }

    fn get<T: FromSql>(&self, column: &str) -> Result<T> {
        match self.columns.place(column) {
            Some(at) => self.row.get(at),
            // The library words the fault.
            None => self.row.get(column),
        }
        .map_err(StoreError::from)
    }
}

/// An open database, for reading. Writing goes through [`crate::Tx`].
pub struct Db {
    pub(crate) conn: rusqlite::Connection,
    /// Tables whose changes are noted for the log, while a transaction runs (see `transact`).
    pub(crate) watched: std::cell::RefCell<Option<Vec<String>>>,
    in_memory: std::cell::RefCell<rows::InMemory>,
    /// Primary keys of tables, as they were asked for.
    pub(crate) keys: std::cell::RefCell<HashMap<String, Vec<String>>>,
}

impl Db {
    pub(crate) fn new(conn: rusqlite::Connection) -> Db {
        let (watched, keys) = (std::cell::RefCell::new(None), std::cell::RefCell::default());
        Db { conn, watched, in_memory: std::cell::RefCell::default(), keys }
    }

    /// Every row of the answer, made into something.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: &[Val<'_>],
        make: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.prepared_to_read(sql)?.rows(params, make)
    }

    /// The first row of the answer, if there is one.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: &[Val<'_>],
        make: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached(&numbered(sql))?;
        let columns = Columns::of(&statement);
        let mut rows = statement.query(rusqlite::params_from_iter(params))?;
        rows.next()?.map(|row| make(&Row { row, columns: &columns })).transpose()
    }

    /// Every row of the answer as an object, its columns in the order asked for.
    pub(crate) fn each_json(
        &self,
        sql: &str,
        params: &[Val<'_>],
        mut tell: impl FnMut(serde_json::Value) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(&numbered(sql))?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query(rusqlite::params_from_iter(params))?;
        while let Some(row) = rows.next()? {
            let mut object = serde_json::Map::new();
            for (at, name) in names.iter().enumerate() {
                object.insert(name.clone(), json_of(row.get(at)?));
            }
            tell(object.into())?;
        }
        Ok(())
    }

    /// The number in the first column named `n`; 0 when there is no row.
    pub(crate) fn count(&self, sql: &str, params: &[Val<'_>]) -> Result<i64> {
        Ok(self.row(sql, params, |row| row.int("n"))?.unwrap_or(0))
    }

    /// Runs a statement that writes. Within a transaction the table it names is watched from then on.
    pub(crate) fn exec(&self, sql: &str, params: &[Val<'_>]) -> Result<usize> {
        if let Some(table) = written_table(sql) {
            self.watch(table)?;
        }
        let mut statement = self.conn.prepare_cached(&numbered(sql))?;
        Ok(statement.execute(rusqlite::params_from_iter(params))?)
    }

    /// The same for a statement that says what it wrote (`RETURNING`): its first row.
    pub(crate) fn written<T>(
        &self,
        sql: &str,
        params: &[Val<'_>],
        make: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        if let Some(table) = written_table(sql) {
            self.watch(table)?;
        }
        self.row(sql, params, make)
    }

    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.conn.execute_batch(sql)?)
    }

    /// Runs `read` on one unchanging state of the register.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Db) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.batch("BEGIN")?;
        let value = read(self);
        self.batch("ROLLBACK")?;
        value
    }
}

/// A statement that is run many times: read once, then only filled in.
pub(crate) struct Prepared<'d>(rusqlite::CachedStatement<'d>);

impl Prepared<'_> {
    pub(crate) fn run(&mut self, params: &[Val<'_>]) -> Result<usize> {
        Ok(self.0.execute(rusqlite::params_from_iter(params))?)
    }

    /// Every row of the answer, made into something.
    pub(crate) fn rows<T>(
        &mut self,
        params: &[Val<'_>],
        mut make: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let columns = Columns::of(&self.0);
        let mut rows = self.0.query(rusqlite::params_from_iter(params))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(make(&Row { row, columns: &columns })?);
        }
        Ok(all)
    }
}

impl Db {
    /// Reads a statement that will be run many times. As with [`Db::exec`], the table it writes to is watched.
    pub(crate) fn prepared(&self, sql: &str) -> Result<Prepared<'_>> {
        if let Some(table) = written_table(sql) {
            self.watch(table)?;
        }
        self.prepared_to_read(sql)
    }

    fn prepared_to_read(&self, sql: &str) -> Result<Prepared<'_>> {
        Ok(Prepared(self.conn.prepare_cached(&numbered(sql))?))
    }
}

/// A value on its way out of a statement, whatever its type: used where a row is copied whole.
pub(crate) fn json_of(value: Owned) -> serde_json::Value {
    match value {
        Owned::Null | Owned::Blob(_) => serde_json::Value::Null,
        Owned::Integer(number) => number.into(),
        Owned::Real(number) => number.into(),
        Owned::Text(text) => text.into(),
    }
}

/// The table a statement writes to: `INSERT INTO t …`, `UPDATE t …`, `DELETE FROM t …`, with or without `OR FAIL` and the like.
fn written_table(sql: &str) -> Option<&str> {
    let mut words = sql.split_whitespace();
    let is_update = match words.next()? {
        "INSERT" | "DELETE" => false,
        "UPDATE" => true,
        _ => return None,
    };
    let mut table = words.next()?;
    if table == "OR" {
        table = words.nth(1)?;
    }
    if !is_update {
        table = words.next()?;
    }
    Some(table.trim_matches('"'))
}

/// `$1` → `?1` outside quotes.
fn numbered(sql: &str) -> Cow<'_, str> {
    if !sql.contains('$') {
        return Cow::Borrowed(sql);
    }
    let mut quoted = false;
    let bytes = sql.bytes().map(|byte| {
        quoted ^= byte == b'\'';
        if byte == b'$' && !quoted { b'?' } else { byte }
    });
    // One ASCII sign for another: what was UTF-8 still is.
    String::from_utf8(bytes.collect()).map_or(Cow::Borrowed(sql), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_a_statement_writes_to_is_known() {
        for (sql, table) in [
            ("INSERT INTO cases (year) VALUES (1)", Some("cases")),
            ("UPDATE session SET state = 'held'", Some("session")),
            ("DELETE FROM \"party\" WHERE case_id = 1", Some("party")),
            ("INSERT OR FAIL INTO attendance (session_id) VALUES (1)", Some("attendance")),
            ("UPDATE OR IGNORE person SET name = ''", Some("person")),
            ("SELECT 1", None),
            ("", None),
        ] {
            assert_eq!(written_table(sql), table, "{sql}");
        }
    }

    #[test]
    fn placeholders_keep_their_numbers_and_quoted_text_is_left_alone() {
        assert_eq!(numbered("SELECT $2 || '$1' || $1"), "SELECT ?2 || '$1' || ?1");
        assert_eq!(numbered("SELECT 'it''s $1', $1"), "SELECT 'it''s $1', ?1");
    }
}
