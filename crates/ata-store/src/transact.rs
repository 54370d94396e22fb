//! The one way to write: a closure inside [`Store::transact`]. It is one transaction and one row in the log, with
//! what every changed row was before and after, so that it can be taken back.

use crate::engine::{Db, json_of};
use crate::error::{Result, StoreError};
use crate::open::{CACHE, not_writable};
use crate::{log, vals};
use ata_model::op::Op;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;

/// An open register.
pub struct Store {
    db: Db,
    /// Opened for reading only, because nothing more fits on the disk.
    disk_is_full: bool,
    bounds: Bounds,
}

/// How an operation begins, is kept, and leaves no trace.
struct Bounds {
    begin: &'static str,
    keep: &'static str,
    roll_back: &'static str,
}

const TRANSACTION: Bounds = Bounds { begin: "BEGIN IMMEDIATE", keep: "COMMIT", roll_back: "ROLLBACK" };

/// Of several that are rehearsed one after the other: each sees those before it.
const STEP: Bounds =
    Bounds { begin: "SAVEPOINT step", keep: "RELEASE step", roll_back: "ROLLBACK TO step; RELEASE step" };

/// Who acts, and when.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub at: DateTime<Utc>,
    /// The day at the desk, in its own time zone.
    pub today: NaiveDate,
    /// Was the clock given (`ATA_NOW`) instead of read?
    pub given_clock: bool,
    pub by: String,
    /// Do everything, then leave no trace.
    pub dry_run: bool,
}

impl Stamp {
    /// The instant as it is stored.
    pub fn instant(&self) -> String {
        instant(self.at)
    }

    /// The desk's day as it is stored.
    pub fn day(&self) -> String {
        self.today.to_string()
    }
}

/// An instant as it is stored: UTC, whole seconds.
pub fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// What came of a transaction.
#[derive(Debug)]
pub struct Outcome<T> {
    pub value: T,
    /// Did anything change (or would it have, on a dry run)?
    pub changed: bool,
}

/// What a bulk operation adds to the tables of [`BULK`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// Only rows that carry its import, by which they are found again: no insertion needs noting.
    ByImport,
    /// Others as well.
    Mixed,
}

/// One row as it was and as it is; `before` is none for a new row, `after` for a removed one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub table: String,
    pub before: Option<serde_json::Value>,
    pub after: Option<serde_json::Value>,
}

/// How an operation has to do with a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Concern {
    About,
    Touched,
}

impl Change {
    /// What an operation changed, as the log keeps it.
    pub(crate) fn list(text: &str) -> Result<Vec<Change>> {
        serde_json::from_str(text).map_err(|error| StoreError::Stored { what: "change", detail: error.to_string() })
    }

    /// The same row changed once more. An image may name only some columns (see [`LEAN`]): what only the later change names was
    /// before both as it was before the later one.
    fn go_on(&mut self, later: Change) {
        use serde_json::Value::Object;
        if let (Some(Object(before)), Some(Object(between))) = (&mut self.before, later.before) {
            for (column, value) in between {
                before.entry(column).or_insert(value);
            }
        }
        match (&mut self.after, later.after) {
            (Some(Object(after)), Some(Object(last))) => after.extend(last),
            (after, last) => *after = last,
        }
    }
}

/// A transaction under way: everything that can be read, and everything that can be written.
pub struct Tx<'s> {
    db: &'s Db,
    pub stamp: &'s Stamp,
    /// The cases it is about, and those it only touches.
    cases: BTreeMap<i64, Concern>,
    summary: String,
    undoes: Option<i64>,
}

impl Deref for Store {
    type Target = Db;
    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Deref for Tx<'_> {
    type Target = Db;
    fn deref(&self) -> &Db {
        self.db
    }
}

impl Store {
    pub(crate) fn new(db: Db) -> Store {
        Store { db, disk_is_full: false, bounds: TRANSACTION }
    }

    pub(crate) fn on_full_disk(db: Db) -> Store {
        Store { db, disk_is_full: true, bounds: TRANSACTION }
    }

    /// Runs `work` as one operation: all of it and one row in the log, or nothing. When nothing changed, there is no row.
    ///
    /// # Errors
    /// `Busy` when another process keeps writing; whatever `work` returns.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        stamp: &Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        self.run(op, stamp, work)
    }

    /// The same for many thousand rows at once. Foreign keys are not looked up row by row: `work` writes only keys it read or
    /// made itself in this transaction, or looks at all of them when it is done. `bytes`: of the file
    /// that is taken in.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn transact_bulk<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        stamp: &Stamp,
        added: Added,
        bytes: u64,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        let is_alone = !self.is_rehearsing() && self.db.take_alone(bytes)?;
        self.db.batch("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA threads = 2")?;
        // Its statements are its own, so the tables are watched before the first of them.
        let outcome = self.run(op, stamp, |tx| {
            for table in BULK {
                tx.watch_with(table, added)?;
            }
            work(tx)
        });
        self.db.batch(&format!("PRAGMA foreign_keys = ON; PRAGMA cache_size = -{CACHE}; PRAGMA threads = 0"))?;
        if is_alone {
            self.db.share();
        }
        outcome
    }

    fn run<T, E: From<StoreError>>(
        &mut self,
        op: Op,
        stamp: &Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        self.must_be_writable()?;
        self.db.begin_watching()?;
        self.db.batch(self.bounds.begin)?;
        let mut tx = Tx { db: &self.db, stamp, cases: BTreeMap::new(), summary: String::new(), undoes: None };
        let finished = work(&mut tx).and_then(|value| {
            let changes = tx.changes()?;
            let changed = !changes.is_empty();
            if changed {
                log::append(&tx, op, &changes)?;
            }
            Ok(Outcome { value, changed })
        });
        match finished {
            Ok(outcome) if outcome.changed && (!stamp.dry_run || self.is_rehearsing()) => {
                if let Err(error) = self.db.batch(self.bounds.keep) {
                    self.db.roll_back(self.bounds.roll_back);
                    return Err(error.into());
                }
                Ok(outcome)
            }
            other => {
                self.db.roll_back(self.bounds.roll_back);
                other
            }
        }
    }

    fn must_be_writable(&self) -> Result<()> {
        if self.disk_is_full {
            return Err(StoreError::DiskFull);
        }
        // Opened for reading only: a transaction would begin, and the first change of it fail without saying why.
        match (self.db.conn.is_readonly("main"), self.db.conn.path()) {
            (Ok(true), Some(path)) => Err(not_writable(path.as_ref())),
            _ => Ok(()),
        }
    }

    /// From now on each operation sees what those before it did, and all of it is gone when the register is closed: for a dry run of
    /// several.
    ///
    /// # Errors
    /// `Busy` when another process keeps writing; a register that cannot be written.
    pub fn rehearse(&mut self) -> Result<()> {
        self.must_be_writable()?;
        // Neither can be done once it has begun.
        self.db.batch("PRAGMA foreign_keys = OFF")?;
        self.db.begin_watching()?;
        self.db.batch(TRANSACTION.begin)?;
        self.bounds = STEP;
        Ok(())
    }

    fn is_rehearsing(&self) -> bool {
        self.bounds.begin == STEP.begin
    }
}

impl Tx<'_> {
    /// Names the case the operation is about; an operation about several names none.
    pub fn about(&mut self, case: i64) {
        self.cases.insert(case, Concern::About);
    }

    /// Names a case that the operation has to do with without being about it: the one a new need comes from.
    pub fn touches(&mut self, case: i64) {
        self.cases.entry(case).or_insert(Concern::Touched);
    }

    /// What the log says beside the verb: references and titles, in no language.
    pub fn say(&mut self, summary: impl AsRef<str>) {
        if !self.summary.is_empty() {
            self.summary.push_str("; ");
        }
        self.summary.push_str(summary.as_ref());
    }

    /// Notes by hand that something was done to a table that is not watched, so that the log has a row for it. For what is
    /// never taken back.
    pub(crate) fn trace(&self, table: &str, what: &serde_json::Value) -> Result<()> {
        let sql = "INSERT INTO temp.change (tbl, old, new) VALUES ($1, NULL, $2)";
        let mut statement = self.conn.prepare(sql)?;
        statement.execute(rusqlite::params![table, what.to_string()])?;
        Ok(())
    }

    /// Says this in the log instead of what was said so far: one line for what would be hundreds.
    pub fn sum_up(&mut self, summary: impl Into<String>) {
        self.summary = summary.into();
    }

    pub(crate) fn takes_back(&mut self, op: i64) {
        self.undoes = Some(op);
    }

    pub(crate) fn undoes(&self) -> Option<i64> {
        self.undoes
    }

    /// The case the operation is about, when it is one.
    pub(crate) fn only_case(&self) -> Option<i64> {
        let mut about = self.cases.iter().filter(|(_, concern)| **concern == Concern::About);
        about.next().filter(|_| about.next().is_none()).map(|(case, _)| *case)
    }

    /// Every case it has to do with, in order.
    pub(crate) fn cases(&self) -> Vec<i64> {
        self.cases.keys().copied().collect()
    }

    pub(crate) fn summary(&self) -> &str {
        &self.summary
    }

    /// The next number of a series of numbers that has no gaps but for what was taken back.
    pub(crate) fn next_number(&self, name: &str) -> Result<i64> {
        let sql = "INSERT INTO counter (name, value) VALUES ($1, 1)
                   ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value";
        self.row(sql, vals![name], |row| row.int("value"))?
            .ok_or(StoreError::Stored { what: "counter", detail: name.to_owned() })
    }

    /// The id of the row just inserted.
    pub(crate) fn last_id(&self) -> i64 {
        self.conn.last_insert_rowid()
    }

    /// What changed so far, one entry a row, in the order rows were first touched.
    fn changes(&self) -> Result<Vec<Change>> {
        let mut order: Vec<Change> = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let sql = "SELECT tbl, old, new FROM temp.change ORDER BY seq";
        let raw =
            self.rows(sql, vals![], |row| Ok((row.text("tbl")?, row.maybe_text("old")?, row.maybe_text("new")?)))?;
        for (table, old, new) in raw {
            let change = Change { before: image(old)?, after: image(new)?, table };
            let row = change.after.as_ref().or(change.before.as_ref());
            let key = identity(&change.table, row, &self.key_of(&change.table)?);
            match seen.get(&key) {
                Some(&at) => order[at].go_on(change),
                None => {
                    seen.insert(key, order.len());
                    order.push(change);
                }
            }
        }
        order.retain(|change| change.before != change.after);
        Ok(order)
    }
}

fn image(text: Option<String>) -> Result<Option<serde_json::Value>> {
    text.map(|text| {
        serde_json::from_str(&text).map_err(|error| StoreError::Stored { what: "change", detail: error.to_string() })
    })
    .transpose()
}

/// Tables whose rows are not part of what `undo` takes back: the log itself, numbers once given, content, which is kept by
/// its hash and belongs to nobody, prints, which mean nothing without their import, sensitive answers, which must stand in one
/// place only, and where a case came from, which is never taken back and is named by its seal in the log.
const UNWATCHED: &str =
    "('operation', 'operation_case', 'operation_detail', 'log_head', 'counter', 'blob', 'import_print',
    'differential_answer', 'provenance', 'received_file')";

/// Rows that a file import adds by the thousand: the log of the operation that takes the file in names the import, not each of them.
pub(crate) const BULK: &[&str] = &[
    "review_again",
    "response_again",
    "attendance_said",
    "person_said",
    "differential",
    "attendance",
    "person",
    "response",
    "review",
];

/// Of those, the ones where a file also keeps what others said.
const SAID: &[&str] = &["attendance_said", "person_said"];

/// Tables with long texts that hardly ever change, or of which ten thousand rows change at a time: of a changed row, the log keeps the key
/// and the columns that changed. What is compared and put back by `undo` are those columns.
const LEAN: &[&str] = &["message", "attempt"];

/// Columns of a watched table (or of all, for an empty name): (table, column, place in the primary key or 0).
fn columns(db: &Db, table: &str) -> Result<Vec<(String, String, i64)>> {
    let sql = format!(
        "SELECT m.name AS tbl, p.name AS col, p.pk AS pk
         FROM main.sqlite_schema m, pragma_table_info(m.name) p
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT IN {UNWATCHED} AND ($1 = '' OR m.name = $1)
         ORDER BY m.name, p.cid"
    );
    db.rows(&sql, vals![table], |row| Ok((row.text("tbl")?, row.text("col")?, row.int("pk")?)))
}

/// The primary-key columns of each watched table.
pub(crate) fn primary_keys(db: &Db) -> Result<HashMap<String, Vec<String>>> {
    let mut keys: HashMap<String, Vec<String>> = HashMap::new();
    for (table, column, pk) in columns(db, "")? {
        let of_table = keys.entry(table).or_default();
        if pk > 0 {
            of_table.push(column);
        }
    }
    Ok(keys)
}

/// A row by its table and its key.
pub(crate) fn identity(table: &str, row: Option<&serde_json::Value>, key: &[String]) -> String {
    let mut text = table.to_owned();
    for column in key {
        text.push('\u{1f}');
        text.push_str(&row.and_then(|row| row.get(column)).unwrap_or(&serde_json::Value::Null).to_string());
    }
    text
}

impl Db {
    /// The columns of the primary key of a watched table; none for another.
    fn key_of(&self, table: &str) -> Result<std::cell::Ref<'_, Vec<String>>> {
        if !self.keys.borrow().contains_key(table) {
            let key = columns(self, table)?.into_iter().filter(|(_, _, pk)| *pk > 0).map(|(_, column, _)| column);
            self.keys.borrow_mut().insert(table.to_owned(), key.collect());
        }
        Ok(std::cell::Ref::map(self.keys.borrow(), |keys| &keys[table]))
    }

    /// From now on [`Db::watch`] notes changes, beginning with none.
    fn begin_watching(&self) -> Result<()> {
        if self.watched.borrow().is_some() {
            return self.batch("DELETE FROM temp.change; DELETE FROM temp.own_import");
        }
        *self.watched.borrow_mut() = Some(Vec::new());
        self.batch(
            "CREATE TEMP TABLE change (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, old TEXT, new TEXT) STRICT;
             CREATE TEMP TABLE own_import (id INTEGER PRIMARY KEY) STRICT",
        )
    }

    /// The rows of this import come with it: the log of the operation under way need not name each of them.
    pub(crate) fn own_import(&self, id: i64) -> Result<()> {
        self.conn.execute("INSERT OR IGNORE INTO temp.own_import (id) VALUES (?1)", [id])?;
        Ok(())
    }

    /// Leaves no trace; the triggers laid during the transaction go with it, and those of earlier ones stay. SQLite may have rolled back by itself
    /// already (disk full).
    fn roll_back(&self, sql: &str) {
        let _ = self.batch(sql);
        if let Some(tables) = &mut *self.watched.borrow_mut() {
            tables.clear();
        }
    }

    /// Lays temporary triggers over a table before it is first written to, which note each row's old and new content. They
    /// live on this connection only and cost readers nothing.
    pub(crate) fn watch(&self, table: &str) -> Result<()> {
        self.watch_with(table, Added::Mixed)
    }

    fn watch_with(&self, table: &str, added: Added) -> Result<()> {
        match &mut *self.watched.borrow_mut() {
            None => return Ok(()),
            Some(tables) if tables.iter().any(|known| known == table) => return Ok(()),
            Some(tables) => tables.push(table.to_owned()),
        }
        let columns = columns(self, table)?;
        if columns.is_empty() {
            return Ok(());
        }
        let (old, new) = (whole(&columns, "OLD"), whole(&columns, "NEW"));
        let (was, is) = if LEAN.contains(&table) {
            (changed(&columns, "OLD"), changed(&columns, "NEW"))
        } else {
            (old.clone(), new.clone())
        };
        // What came with the import under way was not noted, and is not when it goes again.
        let bulk = |side: &str| match BULK.contains(&table) {
            true => format!(
                "WHEN {side}.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM own_import WHERE id = {side}.import_id)"
            ),
            false => String::new(),
        };
        let mut sql = String::new();
        let events = [
            ("INSERT", bulk("NEW"), "NULL", new.as_str()),
            ("UPDATE", String::new(), &was, &is),
            ("DELETE", bulk("OLD"), &old, "NULL"),
        ];
        for (event, when, old, new) in
            events.into_iter().skip(usize::from(added == Added::ByImport && !SAID.contains(&table)))
        {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER IF NOT EXISTS watch_{table}_{event} AFTER {event} ON main.\"{table}\" {when} BEGIN \
                 INSERT INTO change (tbl, old, new) VALUES ('{table}', {old}, {new}); END;"
            ));
        }
        self.batch(&sql)
    }
}

/// An expression for a row of a trigger (`OLD` or `NEW`) as a JSON object.
fn whole(columns: &[(String, String, i64)], side: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|(_, name, _)| format!("'{name}',{side}.\"{name}\"")).collect();
    format!("json_object({})", pairs.join(","))
}

/// The same with the key and the columns that differ between both sides.
fn changed(columns: &[(String, String, i64)], side: &str) -> String {
    let (key, others): (Vec<_>, Vec<_>) = columns.iter().partition(|(_, _, pk)| *pk > 0);
    let key: Vec<String> =
        key.iter().map(|(_, name, _)| format!("'\"{name}\":' || json_quote({side}.\"{name}\")")).collect();
    let others = others.iter().map(|(_, name, _)| {
        format!(
            " || CASE WHEN OLD.\"{name}\" IS NEW.\"{name}\" THEN '' ELSE ',\"{name}\":' || json_quote({side}.\"{name}\") END"
        )
    });
    format!("'{{' || {}{} || '}}'", key.join(" || ',' || "), others.collect::<String>())
}

/// The row of `table` with the same primary key as `like`, as it is now.
pub(crate) fn current(
    db: &Db,
    table: &str,
    like: &serde_json::Value,
    keys: &HashMap<String, Vec<String>>,
) -> Result<Option<serde_json::Value>> {
    let (condition, params) = key_condition(table, like, keys)?;
    let sql = format!("SELECT * FROM main.\"{table}\" WHERE {condition}");
    let mut statement = db.conn.prepare(&sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut object = serde_json::Map::new();
    for (at, name) in names.into_iter().enumerate() {
        object.insert(name, json_of(row.get(at)?));
    }
    Ok(Some(object.into()))
}

/// Is there a row of `table` with this value in `column`?
pub(crate) fn current_value(db: &Db, table: &str, column: &str, value: &serde_json::Value) -> Result<bool> {
    let sql = format!("SELECT 1 FROM main.\"{table}\" WHERE \"{column}\" = ? LIMIT 1");
    Ok(db.conn.prepare_cached(&sql)?.exists([sql_of(value)])?)
}

fn key_condition(
    table: &str,
    like: &serde_json::Value,
    keys: &HashMap<String, Vec<String>>,
) -> Result<(String, Vec<rusqlite::types::Value>)> {
    let columns = keys
        .get(table)
        .filter(|columns| !columns.is_empty())
        .ok_or_else(|| StoreError::Stored { what: "change", detail: table.to_owned() })?;
    let condition: Vec<String> = columns.iter().map(|column| format!("\"{column}\" = ?")).collect();
    Ok((condition.join(" AND "), columns.iter().map(|column| sql_of(&like[column])).collect()))
}

fn sql_of(value: &serde_json::Value) -> rusqlite::types::Value {
    match value {
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| number.as_f64().unwrap_or(0.0).into(), rusqlite::types::Value::Integer)
        }
        serde_json::Value::String(text) => text.clone().into(),
        _ => rusqlite::types::Value::Null,
    }
}

impl Tx<'_> {
    /// Makes a row what it was: removes it, puts it back, or rewrites it.
    pub(crate) fn restore(
        &self,
        table: &str,
        now: Option<&serde_json::Value>,
        then: Option<&serde_json::Value>,
        keys: &HashMap<String, Vec<String>>,
    ) -> Result<()> {
        self.watch(table)?;
        let (sql, params) = match (now, then) {
            (Some(now), None) => {
                let (condition, params) = key_condition(table, now, keys)?;
                (format!("DELETE FROM main.\"{table}\" WHERE {condition}"), params)
            }
            (None, Some(then)) => {
                let object = then.as_object().cloned().unwrap_or_default();
                let names: Vec<String> = object.keys().map(|name| format!("\"{name}\"")).collect();
                let marks = vec!["?"; names.len()].join(", ");
                let sql = format!("INSERT INTO main.\"{table}\" ({}) VALUES ({marks})", names.join(", "));
                (sql, object.values().map(sql_of).collect())
            }
            (Some(now), Some(then)) => {
                let object = then.as_object().cloned().unwrap_or_default();
                let sets: Vec<String> = object.keys().map(|name| format!("\"{name}\" = ?")).collect();
                let (condition, key) = key_condition(table, now, keys)?;
                let sql = format!("UPDATE main.\"{table}\" SET {} WHERE {condition}", sets.join(", "));
                (sql, object.values().map(sql_of).chain(key).collect())
            }
            (None, None) => return Ok(()),
        };
        if let ("import", None, Some(id)) = (table, now, then.and_then(|then| then["id"].as_i64())) {
            self.own_import(id)?;
        }
        self.conn.execute(&sql, rusqlite::params_from_iter(params))?;
        Ok(())
    }
}
