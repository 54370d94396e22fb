//! Making a register, opening one, and bringing an older one up to date.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::partial::Partial;
use crate::transact::Store;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `ATA1` in the file's header: other programs' files are refused.
const APPLICATION_ID: i64 = 0x4154_4131;

/// Bytes of a page: of larger ones a long list fills fewer, and nothing else takes longer for them.
const PAGE: i64 = 16_384;

/// How long a command waits for another one that is writing.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// Memory for pages of the file, in KiB, as they are needed: what one command writes fits, and is written once.
pub(crate) const CACHE: i64 = 16_384;

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
    /// `FileExists` when something is there already; `Dangling` for a link that leads nowhere; what `found` returns.
    pub fn create<T, E: From<StoreError>>(
        path: &Path,
        found: impl FnOnce(&mut Store) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let partial = Partial::beside(path)?;
        let value = Store::begin(partial.path()).map_err(E::from).and_then(|mut store| found(&mut store))?;
        partial.settle()?;
        Ok(value)
    }

    fn begin(path: &Path) -> Result<Store> {
        let conn = Connection::open(path).map_err(|error| cannot_open(path, &error))?;
        configure(&conn, PATIENCE)?;
        conn.pragma_update(None, "page_size", PAGE)?;
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
        let db = Db::new(conn);
        db.batch(&format!(
            "BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        ))?;
        Ok(Store::new(db))
    }

    /// Opens a register; a current one is not written to. Where it may not be written, it is read as far as that can be done
    /// without guessing.
    ///
    /// # Errors
    /// `NoFile`, `Dangling`, `NotARegister`, `Newer`, `Busy`, `Damaged`, `ReadOnly`, `Unsettled`, `Io`.
    pub fn open(path: &Path) -> Result<Store> {
        Store::open_within(path, PATIENCE)
    }

    /// The language of a register, if it can be read at once: for wording an error, which must not wait for what it is about.
    pub fn glimpse_language(path: &Path) -> Option<String> {
        Store::open_within(path, Duration::ZERO).ok()?.language().ok()?
    }

    fn open_within(path: &Path, patience: Duration) -> Result<Store> {
        must_be_readable(path)?;
        // Who may not write it must not be let in by the library as a reader: that makes files beside it that are the reader's alone.
        let connected = if may_write(path) { connect(path, "", patience) } else { Err(StoreError::ReadOnly) };
        let (db, is_full) = match connected {
            Err(StoreError::ReadOnly | StoreError::Unwritable) => (without_writing(path, patience)?, false),
            // No room even for what readers need: what is there can still be read.
            Err(StoreError::DiskFull) => (without_writing(path, patience)?, true),
            other => {
                let db = other?;
                db.share();
                (db, false)
            }
        };
        let mut store = if is_full { Store::on_full_disk(db) } else { Store::new(db) };
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
        // Every register was made with a version: somebody wrote another number over it.
        if found < 1 {
            return Err(StoreError::Stored { what: "user_version", detail: found.to_string() });
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

    /// Copies the register, while others may go on writing, into a new file, which gets its name when `approve` has looked at the
    /// copy and found it good.
    ///
    /// # Errors
    /// `FileExists`; `DiskFull` and the like while copying; what `approve` returns.
    pub fn backup<T, E: From<StoreError>>(
        &self,
        to: &Path,
        approve: impl FnOnce(&Store) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let (value, partial) = self.backup_unnamed(to, approve)?;
        partial.settle()?;
        Ok(value)
    }

    /// The same copy under the name of something unfinished, for whoever passes its content on: it goes away with the value.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn backup_unnamed<T, E: From<StoreError>>(
        &self,
        beside: &Path,
        approve: impl FnOnce(&Store) -> std::result::Result<T, E>,
    ) -> std::result::Result<(T, Partial), E> {
        let partial = Partial::beside(beside)?;
        self.copy_to(partial.path())?;
        let value = approve(&Store::open(partial.path())?)?;
        Ok((value, partial))
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

/// A file that can be opened and read; the database library would not say why it cannot.
fn must_be_readable(path: &Path) -> Result<()> {
    let io = |error| StoreError::Io { path: path.to_owned(), error };
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(match std::fs::read_link(path) {
                Ok(target) => StoreError::Dangling { link: path.to_owned(), target },
                Err(_) => StoreError::NoFile(path.to_owned()),
            });
        }
        Err(error) => return Err(io(error)),
    };
    if about.is_dir() {
        return Err(io(ErrorKind::IsADirectory.into()));
    }
    // Neither a device nor a pipe is one, and to open a pipe is to wait for its other end.
    if !about.is_file() {
        return Err(StoreError::NotARegister(path.to_owned()));
    }
    may(path, false).map_err(io)
}

fn may_write(path: &Path) -> bool {
    may(path, true).is_ok()
}

/// Asked of the system, without opening the file: to close it again would give up the locks that the database library holds on it for
/// another connection of this process.
#[cfg(unix)]
fn may(path: &Path, write: bool) -> std::io::Result<()> {
    let access = if write { rustix::fs::Access::WRITE_OK } else { rustix::fs::Access::READ_OK };
    Ok(rustix::fs::access(path, access)?)
}

#[cfg(not(unix))]
fn may(path: &Path, write: bool) -> std::io::Result<()> {
    std::fs::OpenOptions::new().read(!write).write(write).open(path).map(drop)
}

/// The files in which writers and readers meet beside a register: the changes, and their index.
fn beside(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|ending| with(path, ending))
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Why a register that can be read cannot be written.
pub(crate) fn not_writable(path: &Path) -> StoreError {
    let beside = beside(path);
    let foreign = beside.iter().find(|file| file.exists() && !may_write(file)).filter(|_| may_write(path));
    match foreign {
        Some(file) => StoreError::Left {
            owner: owner(file),
            is_empty: std::fs::metadata(&beside[0]).is_ok_and(|changes| changes.len() == 0),
            files: beside.into_iter().filter(|file| file.exists()).collect(),
        },
        None => StoreError::NotWritable(path.to_owned()),
    }
}

#[cfg(unix)]
fn owner(file: &Path) -> Option<u32> {
    std::fs::metadata(file).ok().map(|about| std::os::unix::fs::MetadataExt::uid(&about))
}

#[cfg(not(unix))]
fn owner(_: &Path) -> Option<u32> {
    None
}

/// Opens what may only be read, and leaves nothing beside it: a file made there would be the reader's, and lock out who may write. Where
/// both files lie already somebody is at work, and what they wrote is read too. Changes without their index cannot be read so; the file
/// alone would show the register as it once was.
fn without_writing(path: &Path, patience: Duration) -> Result<Db> {
    let beside = beside(path);
    if beside.iter().all(|file| file.exists()) {
        match connect(path, "?mode=ro", patience) {
            Err(StoreError::ReadOnly | StoreError::Unwritable | StoreError::DiskFull) => {}
            other => return other,
        }
    }
    let is_there = |file: &Path| std::fs::metadata(file).is_ok_and(|changes| changes.len() > 0);
    if is_there(&beside[0]) || is_there(&with(path, "-journal")) {
        return Err(StoreError::Unsettled(path.to_owned()));
    }
    connect(path, "?immutable=1", patience)
}

fn connect(path: &Path, query: &str, patience: Duration) -> Result<Db> {
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let mode = if query.is_empty() { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let flags = mode | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(format!("file:{escaped}{query}"), flags)
        .map_err(|error| cannot_open(path, &error))?;
    let foreign = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotARegister(path.to_owned()),
        _ => error.into(),
    };
    configure(&conn, patience).map_err(foreign)?;
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(foreign)?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotARegister(path.to_owned()));
    }
    Ok(Db::new(conn))
}

fn configure(conn: &Connection, patience: Duration) -> rusqlite::Result<()> {
    conn.busy_timeout(patience)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // One plan a statement, whatever is asked with it: else a statement kept for the next time is planned anew each time.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "cache_size", -CACHE)?;
    // The engine's own knows the letters of English only, and a code may begin with Ñ.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("lower", 1, flags, |call| {
        Ok(call.get::<Option<String>>(0)?.map(|text| text.to_lowercase()))
    })?;
    // A register of cases must survive a power cut.
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

fn cannot_open(path: &Path, error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::Unwritable,
        _ => StoreError::Io { path: path.to_owned(), error: std::io::Error::other(error.to_string()) },
    }
}
