//! Rows in memory as a table that a statement reads, so that one statement writes many thousand: `INSERT INTO person (…)
//! SELECT c0, c1, … FROM rows_in_memory`. Run once for each row, the statement would be begun, numbered and ended as many times.

#![expect(unsafe_code, reason = "the library asks a table of our own to promise that its first field is the engine's")]

use super::{Db, Val, numbered, written_table};
use crate::error::{Result, StoreError};
use rusqlite::vtab::{Context, Filters, IndexInfo, Module, VTab, VTabConnection, VTabCursor};
use rusqlite::{Connection, ffi};
use std::borrow::Cow;
use std::ffi::{CStr, c_int};
use std::sync::{Arc, Mutex, PoisonError};

/// Rows to be written.
pub(crate) trait Rows: Send + Sync {
    fn count(&self) -> usize;
    /// The value for `c0`, `c1` … of a row.
    fn cell(&self, row: usize, column: usize) -> Val<'_>;
}

/// Where a statement finds the rows it is run with.
type Shelf = Arc<Mutex<Option<Arc<dyn Rows>>>>;

/// The table, once a connection knows it.
#[derive(Default)]
pub(super) struct InMemory(Option<Shelf>);

impl Db {
    /// Runs `INSERT … SELECT … FROM rows_in_memory` with these rows. As with [`Db::exec`], the table it writes to is watched.
    pub(crate) fn write_rows(&self, sql: &str, params: &[Val<'_>], rows: Arc<dyn Rows>) -> Result<()> {
        if let Some(table) = written_table(sql) {
            self.watch(table)?;
        }
        let shelf = self.in_memory.borrow_mut().of(&self.conn)?;
        *shelf.lock().unwrap_or_else(PoisonError::into_inner) = Some(rows);
        let run = |mut statement: rusqlite::CachedStatement<'_>| statement.execute(rusqlite::params_from_iter(params));
        let written = self.conn.prepare_cached(&numbered(sql)).and_then(run);
        *shelf.lock().unwrap_or_else(PoisonError::into_inner) = None;
        written.map(|_| ()).map_err(StoreError::from)
    }
}

impl InMemory {
    fn of(&mut self, conn: &Connection) -> Result<Shelf> {
        if let Some(shelf) = &self.0 {
            return Ok(Arc::clone(shelf));
        }
        const MODULE: Module<Table> = Module::eponymous_only_module();
        let shelf = Shelf::default();
        conn.create_module(c"rows_in_memory", &MODULE, Some(Arc::clone(&shelf)))?;
        self.0 = Some(Arc::clone(&shelf));
        Ok(shelf)
    }
}

#[repr(C)]
struct Table {
    base: ffi::sqlite3_vtab,
    shelf: Shelf,
}

#[repr(C)]
struct Cursor {
    base: ffi::sqlite3_vtab_cursor,
    rows: Option<Arc<dyn Rows>>,
    at: usize,
}

// SAFETY: `base` is the first field, and the layout is C's.
unsafe impl VTab<'_> for Table {
    type Aux = Shelf;
    type Cursor = Cursor;

    fn connect(
        _: &mut VTabConnection,
        shelf: Option<&Shelf>,
        _: &[u8],
        _: &[u8],
        _: &[u8],
        _: &[&[u8]],
    ) -> rusqlite::Result<(Cow<'static, CStr>, Table)> {
        let shelf = shelf.cloned().unwrap_or_default();
        let columns = c"CREATE TABLE rows (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9)";
        Ok((Cow::Borrowed(columns), Table { base: ffi::sqlite3_vtab::default(), shelf }))
    }

    fn best_index(&self, _: &mut IndexInfo) -> rusqlite::Result<bool> {
        Ok(true)
    }

    fn open(&mut self) -> rusqlite::Result<Cursor> {
        let rows = self.shelf.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Cursor { base: ffi::sqlite3_vtab_cursor::default(), rows, at: 0 })
    }
}

// SAFETY: as above.
unsafe impl VTabCursor for Cursor {
    fn filter(&mut self, _: c_int, _: Option<&str>, _: &Filters<'_>) -> rusqlite::Result<()> {
        self.at = 0;
        Ok(())
    }

    fn next(&mut self) -> rusqlite::Result<()> {
        self.at += 1;
        Ok(())
    }

    fn eof(&self) -> bool {
        self.rows.as_ref().is_none_or(|rows| self.at >= rows.count())
    }

    fn column(&self, context: &mut Context, column: c_int) -> rusqlite::Result<()> {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        context.set_result(self.rows.as_ref().map_or(Val::Null, |rows| rows.cell(self.at, column)))
    }

    fn rowid(&self) -> rusqlite::Result<i64> {
        Ok(self.at as i64)
    }
}
