//! The half-written package: `<target>.partial` beside the target, which becomes the target only whole.
//!
//! A run that was killed leaves it behind; the next one takes it over, and in a folder goes on with the files that are
//! whole. Two runs at once are told apart by a lock on it, and what merely has that name is never emptied.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::BagError;
use super::tags::{DECLARATION_FILE, TOP_FILES};

pub(super) struct Partial {
    path: PathBuf,
    target: PathBuf,
    published: bool,
    /// Held until the end; closing it lets the lock go. A folder cannot be opened on every system.
    _lock: Option<File>,
}

impl Partial {
    /// A folder to build the package in. Of what an interrupted run left there, only plain files that `keep` wants stay.
    pub(super) fn folder(target: &Path, keep: &dyn Fn(&str) -> bool) -> Result<Self, BagError> {
        let path = beside(target)?;
        loop {
            match fs::create_dir(&path) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(BagError::io(&path)(error));
                }
                _ => {}
            }
            let Some(kind) = kind(&path)? else { continue };
            if !kind.is_dir() {
                return Err(BagError::ForeignPartial { path });
            }
            let lock = if cfg!(unix) {
                let folder = File::open(&path).map_err(BagError::io(&path))?;
                lock(&folder, &path)?;
                if !still_there(&folder, &path)? {
                    continue;
                }
                Some(folder)
            } else {
                None
            };
            clear(&path, keep)?;
            return Ok(Self::new(path, target, lock));
        }
    }

    /// An empty file to write the package to. What an interrupted run left there starts with `signature`.
    pub(super) fn file(target: &Path, signature: &[u8]) -> Result<(Self, File), BagError> {
        let path = beside(target)?;
        loop {
            if kind(&path)?.is_some_and(|kind| !kind.is_file()) {
                return Err(BagError::ForeignPartial { path });
            }
            let mut file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .read(true)
                .write(true)
                .open(&path)
                .map_err(BagError::io(&path))?;
            lock(&file, &path)?;
            if !still_there(&file, &path)? {
                continue;
            }
            // What an interrupted run left starts as a package does, or with the zeros of a lost write.
            let mut start = Vec::new();
            (&mut file).take(signature.len() as u64).read_to_end(&mut start).map_err(BagError::io(&path))?;
            if !signature.starts_with(&start) && start.iter().any(|byte| *byte != 0) {
                return Err(BagError::ForeignPartial { path });
            }
            file.set_len(0).map_err(BagError::io(&path))?;
            io::Seek::rewind(&mut file).map_err(BagError::io(&path))?;
            let writer = file.try_clone().map_err(BagError::io(&path))?;
            return Ok((Self::new(path, target, Some(file)), writer));
        }
    }

    fn new(path: PathBuf, target: &Path, lock: Option<File>) -> Self {
        Self { path, target: target.to_owned(), published: false, _lock: lock }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the finished, synced package its name.
    pub(super) fn publish(mut self) -> Result<(), BagError> {
        if is_taken(&self.target)? {
            let path = self.target.clone();
            return Err(BagError::AlreadyExists { path });
        }
        // Takes away an empty folder and nothing else.
        drop(fs::remove_dir(&self.target));
        fs::rename(&self.path, &self.target).map_err(BagError::io(&self.target))?;
        self.published = true;
        sync_folder(parent(&self.target))
    }
}

impl Drop for Partial {
    /// A run that failed leaves nothing; if that fails too, the next run clears it away.
    fn drop(&mut self) {
        if !self.published {
            drop(if self.path.is_dir() { fs::remove_dir_all(&self.path) } else { fs::remove_file(&self.path) });
        }
    }
}

/// Whether something stands at `target` that must not be replaced. An empty folder may be.
pub(super) fn is_taken(target: &Path) -> Result<bool, BagError> {
    match kind(target)? {
        None => Ok(false),
        Some(kind) if kind.is_dir() => {
            let mut inside = fs::read_dir(target).map_err(BagError::io(target))?;
            Ok(inside.next().is_some())
        }
        Some(_) => Ok(true),
    }
}

/// Makes the names in a folder durable, where the system lets a folder be synced.
pub(super) fn sync_folder(folder: &Path) -> Result<(), BagError> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(BagError::io(folder))?;
    }
    Ok(())
}

pub(super) fn parent(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn beside(target: &Path) -> Result<PathBuf, BagError> {
    let Some(name) = target.file_name() else {
        let path = target.to_owned();
        return Err(BagError::BadTarget { path });
    };
    let folder = parent(target);
    fs::create_dir_all(folder).map_err(BagError::io(folder))?;
    let mut name = OsString::from(name);
    name.push(".partial");
    Ok(target.with_file_name(name))
}

fn kind(path: &Path) -> Result<Option<fs::FileType>, BagError> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BagError::io(path)(error)),
    }
}

/// Takes the lock or says who is busy. A file system without locks is used without.
fn lock(file: &File, path: &Path) -> Result<(), BagError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(BagError::Busy { path: path.into() }),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(BagError::io(path)(error)),
    }
}

/// Whether what was locked still bears the name: another run may have published it meanwhile.
#[cfg(unix)]
fn still_there(locked: &File, path: &Path) -> Result<bool, BagError> {
    use std::os::unix::fs::MetadataExt;
    let ours = locked.metadata().map_err(BagError::io(path))?;
    match fs::symlink_metadata(path) {
        Ok(named) => Ok((named.dev(), named.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(BagError::io(path)(error)),
    }
}

#[cfg(not(unix))]
fn still_there(_: &File, path: &Path) -> Result<bool, BagError> {
    Ok(kind(path)?.is_some())
}

/// Clears what an interrupted run left, but for the payload that `keep` wants. The declaration is the first thing such a
/// run writes, so a folder with anything but a bag's own names, or without it, is somebody else's.
fn clear(path: &Path, keep: &dyn Fn(&str) -> bool) -> Result<(), BagError> {
    let mut inside = entries(path)?;
    let named = |name: &str| inside.iter().any(|entry| entry.file_name() == name);
    let known = inside.iter().all(|entry| {
        let name = entry.file_name();
        name == "data" || TOP_FILES.iter().any(|file| name == *file)
    });
    let ours = inside.is_empty() || (known && named(DECLARATION_FILE));
    if !ours {
        return Err(BagError::ForeignPartial { path: path.into() });
    }
    // The declaration goes last: stopped half-way, the rest is still known as ours.
    inside.sort_by_key(|entry| entry.file_name() == DECLARATION_FILE);
    for entry in inside {
        let child = entry.path();
        if kind(&child)?.is_some_and(|kind| kind.is_dir()) {
            prune(&child, "data/", keep)?;
        } else {
            fs::remove_file(&child).map_err(BagError::io(&child))?;
        }
    }
    Ok(())
}

/// Removes below `folder` whatever is no plain file that `keep` wants, and folders that are left empty.
fn prune(folder: &Path, inside: &str, keep: &dyn Fn(&str) -> bool) -> Result<(), BagError> {
    for entry in entries(folder)? {
        let child = entry.path();
        let place = entry.file_name().to_str().map(|name| format!("{inside}{name}"));
        let kind = kind(&child)?;
        if kind.is_some_and(|kind| kind.is_dir()) {
            prune(&child, &format!("{}/", place.unwrap_or_default()), keep)?;
        } else if !kind.is_some_and(|kind| kind.is_file()) || !place.is_some_and(|place| keep(&place)) {
            fs::remove_file(&child).map_err(BagError::io(&child))?;
        }
    }
    if entries(folder)?.is_empty() {
        fs::remove_dir(folder).map_err(BagError::io(folder))?;
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>, BagError> {
    let found = fs::read_dir(folder).map_err(BagError::io(folder))?;
    found.map(|entry| entry.map_err(BagError::io(folder))).collect()
}
