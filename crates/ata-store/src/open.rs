//! Making a register, opening one, and bringing an older one up to date.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::transact::Store;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// `ATA1` in the file's header: other programs' files are refused.
const APPLICATION_ID: i64 = 0x4154_4131;

/// How long a command waits for another one that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// The whole database as of today.
const SCHEMA: &str = include_str!("../../../schema.sql");

/// The steps from each shipped version to the next: `STEPS[0]` leads from version 1 to 2.
/// `schema.sql` is edited together with a new step, and a test holds both to the same result.
const STEPS: &[&str] = &[];

/// The version of the schema this program writes.
pub const VERSION: i64 = STEPS.len() as i64 + 1;

impl Store {
    /// Makes a new register, lets `found` write its first rows, and only then gives it its name: the
    /// file appears whole or not at all, also when two processes found it at once.
    ///
    /// # Errors
    /// `FileExists` when something is there already; what `found` returns.
    pub fn create<T, E: From<StoreError>>(
        path: &Path,
        found: impl FnOnce(&mut Store) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        if path.exists() {
            return Err(StoreError::FileExists(path.to_owned()).into());
        }
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}.partial", std::process::id()));
        let partial = std::path::PathBuf::from(name);
        let made = Store::begin(&partial).map_err(E::from).and_then(|mut store| found(&mut store));
        let made = made.and_then(|value| match std::fs::hard_link(&partial, path) {
            Ok(()) => Ok(value),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(StoreError::FileExists(path.to_owned()).into())
            }
            Err(error) => Err(StoreError::Io { path: path.to_owned(), error }.into()),
        });
        for suffix in ["", "-wal", "-shm"] {
            let mut name = partial.as_os_str().to_owned();
            name.push(suffix);
            let _ = std::fs::remove_file(name);
        }
        made
    }

    fn begin(path: &Path) -> Result<Store> {
        let conn = Connection::open(path).map_err(|error| cannot_open(path, &error))?;
        configure(&conn)?;
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
        let db = Db::new(conn);
        db.batch(&format!(
            "BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        ))?;
        Ok(Store::new(db))
    }

    /// Opens a register; a current one is not written to.
    ///
    /// # Errors
    /// `NoFile`, `NotARegister`, `Newer`, `Busy`, `Damaged`, `ReadOnly`.
    pub fn open(path: &Path) -> Result<Store> {
        if !path.exists() {
            return Err(StoreError::NoFile(path.to_owned()));
        }
        let db = match connect(path, "") {
            Err(StoreError::ReadOnly | StoreError::Database(_)) => connect(path, "?immutable=1")?,
            other => other?,
        };
        let mut store = Store::new(db);
        store.bring_up_to_date(STEPS)?;
        Ok(store)
    }

    /// Applies the steps the file has not seen, each whole or not at all.
    fn bring_up_to_date(&mut self, steps: &[&str]) -> Result<()> {
        let known = steps.len() as i64 + 1;
        let found = self.version()?;
        if found > known {
            return Err(StoreError::Newer { found, known });
        }
        if found == known {
            return Ok(());
        }
        self.batch("BEGIN IMMEDIATE")?;
        // Another process may have been quicker while this one waited.
        let found = self.version()?;
        for version in found..known {
            let step = steps[(version - 1) as usize];
            self.batch(&format!("{step} PRAGMA user_version = {};", version + 1))?;
        }
        self.batch("COMMIT")
    }

    fn version(&self) -> Result<i64> {
        Ok(self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
    }

    /// Copies the register, while others may go on writing, into a new file.
    ///
    /// # Errors
    /// `FileExists`; `DiskFull` and the like while copying.
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(StoreError::FileExists(to.to_owned()));
        }
        let mut name = to.as_os_str().to_owned();
        name.push(format!(".{}.partial", std::process::id()));
        let partial = std::path::PathBuf::from(name);
        let copied = self.copy_to(&partial).and_then(|()| settle(&partial, to));
        let _ = std::fs::remove_file(&partial);
        copied
    }

    fn copy_to(&self, partial: &Path) -> Result<()> {
        {
            let mut copy = Connection::open(partial).map_err(|error| cannot_open(partial, &error))?;
            rusqlite::backup::Backup::new(&self.conn, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
        }
        let synced = std::fs::File::open(partial).and_then(|file| file.sync_all());
        synced.map_err(|error| StoreError::Io { path: partial.to_owned(), error })
    }
}

/// Gives a finished file its name, which nobody must have taken meanwhile. Where the disk knows no hard links (a
/// memory stick), the name is looked at once more and then given.
fn settle(partial: &Path, to: &Path) -> Result<()> {
    match std::fs::hard_link(partial, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(StoreError::FileExists(to.to_owned())),
        Err(_) if to.exists() => Err(StoreError::FileExists(to.to_owned())),
        Err(_) => std::fs::rename(partial, to).map_err(|error| StoreError::Io { path: to.to_owned(), error }),
    }
}

fn connect(path: &Path, query: &str) -> Result<Db> {
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(format!("file:{escaped}{query}"), flags)
        .map_err(|error| cannot_open(path, &error))?;
    let foreign = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotARegister(path.to_owned()),
        _ => error.into(),
    };
    configure(&conn).map_err(foreign)?;
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(foreign)?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotARegister(path.to_owned()));
    }
    Ok(Db::new(conn))
}

fn configure(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // A register of cases must survive a power cut.
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

fn cannot_open(path: &Path, error: &rusqlite::Error) -> StoreError {
    StoreError::Io { path: path.to_owned(), error: std::io::Error::other(error.to_string()) }
}
