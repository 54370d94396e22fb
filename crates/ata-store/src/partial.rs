//! A database file under a name of its own until it is whole. A run that fails takes it away; what a killed one left is taken away
//! by the next one that makes the same file.

use crate::error::{Result, StoreError};
use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const ENDING: &str = "partial";

/// What the database library puts beside a file.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// `ata.db.4711.partial` beside `ata.db`, locked while it is being written.
pub struct Partial {
    path: PathBuf,
    target: PathBuf,
    _lock: File,
}

impl Partial {
    /// An empty file beside `target`, which must not exist.
    ///
    /// # Errors
    /// `FileExists`, `Dangling`, `Io` with what is wrong with the folder.
    pub fn beside(target: &Path) -> Result<Partial> {
        match std::fs::symlink_metadata(target) {
            Ok(about) if about.is_symlink() && !target.exists() => {
                let link = target.to_owned();
                let target = std::fs::read_link(target).unwrap_or_default();
                return Err(StoreError::Dangling { link, target });
            }
            Ok(_) => return Err(StoreError::FileExists(target.to_owned())),
            Err(_) => sweep(target),
        }
        let mut name = target.as_os_str().to_owned();
        name.push(format!(".{}.{ENDING}", std::process::id()));
        let path = PathBuf::from(name);
        // Told of what was asked for: nobody knows of the partial file.
        let io = |error: std::io::Error| match target.parent() {
            Some(folder) if error.kind() == ErrorKind::NotFound => StoreError::Io { path: folder.to_owned(), error },
            _ => StoreError::Io { path: target.to_owned(), error },
        };
        loop {
            let lock = File::options().read(true).write(true).create_new(true).open(&path).map_err(io)?;
            // Where files cannot be locked, only the sweeping is lost. Swept away before it was locked, it is made again.
            let is_ours = !matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) && path.exists();
            if is_ours {
                return Ok(Partial { path, target: target.to_owned(), _lock: lock });
            }
            remove(&path);
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the finished file its name, which nobody must have taken meanwhile. Where the disk knows no hard links (a memory
    /// stick), the name is looked at once more and then given.
    ///
    /// # Errors
    /// `FileExists`, `Io`.
    pub fn settle(self) -> Result<()> {
        let target = &self.target;
        match std::fs::hard_link(&self.path, target) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(StoreError::FileExists(target.clone())),
            Err(_) if target.exists() => Err(StoreError::FileExists(target.clone())),
            Err(_) => {
                std::fs::rename(&self.path, target).map_err(|error| StoreError::Io { path: target.clone(), error })
            }
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

fn remove(partial: &Path) {
    for suffix in BESIDE {
        let mut name = partial.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
}

/// Removes what killed runs left of the same file: a partial one that nobody holds.
fn sweep(target: &Path) {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Some(name), Ok(entries)) = (target.file_name().and_then(|name| name.to_str()), std::fs::read_dir(folder))
    else {
        return;
    };
    for entry in entries.flatten() {
        let found = entry.file_name();
        let number = found.to_str().and_then(|found| found.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(ENDING));
        let is_ours = number
            .and_then(|number| number.strip_suffix('.'))
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_ours {
            continue;
        }
        // Removed while it is held, so that nobody takes it for theirs meanwhile.
        if let Ok(file) = File::open(entry.path())
            && file.metadata().is_ok_and(|about| about.is_file())
            && file.try_lock().is_ok()
        {
            remove(&entry.path());
        }
    }
}
