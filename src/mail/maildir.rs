//! Hand-over of messages to a Maildir folder, once in effect however often it is tried.
//!
//! The name of a file comes from the outbox, so a retry meets its own earlier work: in `new/` under
//! the same name, or in `cur/` under that name plus the flags a mail reader has added.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What became of one hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    Delivered,
    /// A message of this name was handed over before; nothing was written.
    AlreadyThere,
}

/// The step of a hand-over that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Create,
    Read,
    Write,
    Sync,
    Rename,
}

/// Why a message could not be handed over. Trying again is always safe.
#[derive(Debug, thiserror::Error)]
pub enum MaildirError {
    #[error("{name:?} cannot name a message")]
    Name { name: String },
    #[error("another process delivers to {path}", path = path.display())]
    Busy { path: PathBuf },
    #[error("{step:?} of {path}: {source}", path = path.display())]
    Io { step: Step, path: PathBuf, source: io::Error },
}

impl MaildirError {
    fn at(step: Step, path: &Path) -> impl FnOnce(io::Error) -> MaildirError {
        let path = path.to_owned();
        move |source| MaildirError::Io { step, path, source }
    }
}

/// Files written before they are synced, so that the disk can take them together.
const BATCH: usize = 64;
const NAME_OCTETS: usize = 200;

/// A folder that only this process delivers to as long as it is held. What the system cannot lock (a folder of some network file
/// systems) is delivered to all the same: names keep the effect single.
#[derive(Debug)]
pub struct Maildir {
    path: PathBuf,
    there: HashSet<String>,
    _lock: Option<File>,
}

impl Maildir {
    /// Makes the folder where there is none, and holds it.
    ///
    /// # Errors
    /// `Busy` while another process holds it, or the step and path the system refused.
    pub fn open(dir: &Path) -> Result<Maildir, MaildirError> {
        prepare(dir)?;
        let path = fs::canonicalize(dir).map_err(MaildirError::at(Step::Read, dir))?;
        let lock = if cfg!(unix) { File::open(&path).ok() } else { None };
        if lock.as_ref().is_some_and(|file| matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock))) {
            return Err(MaildirError::Busy { path });
        }
        let there = names_there(&path)?;
        Ok(Maildir { path, there, _lock: lock })
    }

    /// The folder, whatever way it was named by.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// As [`deliver_many`], without reading the folder each time.
    ///
    /// # Errors
    /// As [`deliver_many`].
    pub fn deliver(&mut self, messages: &[(&str, &[u8])]) -> Result<Vec<Delivery>, MaildirError> {
        for (name, _) in messages {
            check_name(name)?;
        }
        let done = hand_over(&self.path, &mut self.there, messages);
        if done.is_err() {
            // Which of them arrived is what the folder says, not what was intended.
            self.there = names_there(&self.path)?;
        }
        done
    }
}

/// Hands over one message. When this returns, it is on the disk.
///
/// # Errors
/// A name that is not a plain file name, or the step and path the system refused.
pub fn deliver(dir: &Path, name: &str, bytes: &[u8]) -> Result<Delivery, MaildirError> {
    let done = deliver_many(dir, &[(name, bytes)])?;
    Ok(done.first().copied().unwrap_or(Delivery::AlreadyThere))
}

/// Hands over many messages, reading the folder once and syncing it once per batch. The answers
/// stand in the order of the messages; of two with one name, the first counts.
///
/// # Errors
/// As [`deliver`]. Messages before the failing one may have been handed over; the next try finds them.
pub fn deliver_many(dir: &Path, messages: &[(&str, &[u8])]) -> Result<Vec<Delivery>, MaildirError> {
    for (name, _) in messages {
        check_name(name)?;
    }
    prepare(dir)?;
    let mut there = names_there(dir)?;
    hand_over(dir, &mut there, messages)
}

fn hand_over(
    dir: &Path,
    there: &mut HashSet<String>,
    messages: &[(&str, &[u8])],
) -> Result<Vec<Delivery>, MaildirError> {
    let mut done = Vec::with_capacity(messages.len());
    for batch in messages.chunks(BATCH) {
        let mut fresh = Vec::with_capacity(batch.len());
        for (name, bytes) in batch {
            if there.insert((*name).to_owned()) {
                fresh.push((*name, *bytes));
                done.push(Delivery::Delivered);
            } else {
                done.push(Delivery::AlreadyThere);
            }
        }
        write_batch(dir, &fresh)?;
    }
    Ok(done)
}

/// Only letters, digits and `-_.=@+`, no leading dot: nothing that leaves the folder, hides, or
/// looks like flags (which begin with a colon).
fn check_name(name: &str) -> Result<(), MaildirError> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.=@+".contains(&byte);
    let is_good = !name.is_empty() && name.len() <= NAME_OCTETS && !name.starts_with('.') && name.bytes().all(is_plain);
    if is_good {
        Ok(())
    } else {
        let name = name.to_owned();
        Err(MaildirError::Name { name })
    }
}

fn prepare(dir: &Path) -> Result<(), MaildirError> {
    let mut is_new = false;
    for part in ["tmp", "new", "cur"] {
        let path = dir.join(part);
        if !path.is_dir() {
            private_dir(&path).map_err(MaildirError::at(Step::Create, &path))?;
            is_new = true;
        }
    }
    if is_new {
        sync_dir(dir)?;
        if let Some(parent) = dir.parent() {
            // A folder above may be closed to us; that is no reason to refuse the letters.
            let _ = sync_dir(parent);
        }
    }
    Ok(())
}

/// The names handed over so far, without flags. `new/` is read first: a reader moves messages from
/// there to `cur/`, so in this order none slips through between the two.
fn names_there(dir: &Path) -> Result<HashSet<String>, MaildirError> {
    let mut names = HashSet::new();
    for part in ["new", "cur"] {
        let path = dir.join(part);
        let entries = fs::read_dir(&path).map_err(MaildirError::at(Step::Read, &path))?;
        for entry in entries {
            let entry = entry.map_err(MaildirError::at(Step::Read, &path))?;
            // Names we did not give may be anything; ours are ASCII.
            let full = entry.file_name().to_string_lossy().into_owned();
            let bare = full.split(':').next().unwrap_or_default();
            names.insert(bare.to_owned());
        }
    }
    Ok(names)
}

fn write_batch(dir: &Path, fresh: &[(&str, &[u8])]) -> Result<(), MaildirError> {
    if fresh.is_empty() {
        return Ok(());
    }
    let mut open = Vec::with_capacity(fresh.len());
    let written = write_and_sync(dir, fresh, &mut open);
    if written.is_err() {
        for (_, path) in &open {
            // What stays in tmp/ is seen by no reader; failing to tidy must not hide the cause.
            let _ = fs::remove_file(path);
        }
        return written;
    }
    let new = dir.join("new");
    for ((name, _), (_, path)) in fresh.iter().zip(&open) {
        fs::rename(path, new.join(name)).map_err(MaildirError::at(Step::Rename, path))?;
    }
    sync_dir(&new)
}

fn write_and_sync(dir: &Path, fresh: &[(&str, &[u8])], open: &mut Vec<(File, PathBuf)>) -> Result<(), MaildirError> {
    for (name, bytes) in fresh {
        // The process in the name: two runs at once must not write into one file.
        let path = dir.join("tmp").join(format!("{name}.{}", std::process::id()));
        let file = private_file(&path).map_err(MaildirError::at(Step::Create, &path))?;
        open.push((file, path.clone()));
        if let Some((file, _)) = open.last_mut() {
            file.write_all(bytes).map_err(MaildirError::at(Step::Write, &path))?;
        }
    }
    for (file, path) in open {
        file.sync_all().map_err(MaildirError::at(Step::Sync, path))?;
    }
    Ok(())
}

/// Letters to people: readable by their owner only, as mail systems keep them.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn private_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes renames in `path` last; a folder can be synced only where it can be opened as a file.
fn sync_dir(path: &Path) -> Result<(), MaildirError> {
    if cfg!(unix) {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let dir = File::open(path).map_err(MaildirError::at(Step::Sync, path))?;
        dir.sync_all().map_err(MaildirError::at(Step::Sync, path))?;
    }
    Ok(())
}
