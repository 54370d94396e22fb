//! Writing a bag as a folder.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::digest::CHUNK;
use super::durable::Disk;
use super::existing::{Form, settle};
use super::partial::Partial;
use super::plan::{Entry, Plan, Sealed};
use super::spec::{BagReport, BagSpec};
use super::tags::{DECLARATION, DECLARATION_FILE, Tags};
use super::{BagError, crew};

/// Seals `bag` in the folder `out`, which appears only when it is whole and on the disk.
///
/// Each payload file is read once: copied and hashed in the same pass, several files at a time; with SHA-256, and with
/// SHA-512 unless that is known already ([`Payload::sha512`](super::Payload)). `progress` hears the payload bytes done so far. The work goes on in
/// `<out>.partial`; a run that was interrupted leaves it and the next one goes on in it: files there that are what
/// their source is known to be ([`Payload::sha256`](super::Payload)) are hashed and kept, all others written anew.
///
/// The same bag already in `out`, whole, is left alone and reported as not changed; a later
/// `Bagging-Date` alone does not make it another bag. The same input gives the same bytes.
///
/// # Errors
/// See [`BagError`]; on any of them `out` is as it was.
pub fn write(out: &Path, bag: &BagSpec<'_>, progress: &mut dyn FnMut(u64)) -> Result<BagReport, BagError> {
    let plan = Plan::new(bag)?;
    if let Some(report) = settle(out, Form::Folder, &plan, progress)? {
        return Ok(report);
    }
    let wanted: HashSet<&str> = plan.entries.iter().map(|entry| entry.path.as_str()).collect();
    let partial = Partial::folder(out, &|path| wanted.contains(path))?;
    let top = partial.path();
    let disk = Disk::under(top)?;
    // First of all, so that what an interruption leaves can be told from anybody else's folder.
    place(top, DECLARATION_FILE, DECLARATION)?;
    let folders = make_folders(top, &plan)?;
    let mut sealed = crew::share(
        &plan.largest_first(),
        || vec![0; CHUNK],
        |chunk, entry, tell| copy(top, entry, chunk, tell),
        progress,
    )?;
    sealed.sort_by(|a, b| a.path.cmp(&b.path));
    let tags = Tags::new(&plan, &sealed);
    for (name, text) in &tags.files {
        place(top, name, text)?;
    }
    let written = sealed.iter().map(|file| file.path.as_str()).chain(tags.files.iter().map(|(name, _)| *name));
    let written: Vec<PathBuf> = written.map(|path| top.join(path)).collect();
    let folders: Vec<PathBuf> = std::iter::once(top.to_owned()).chain(folders).collect();
    disk.settle(&written, &folders)?;
    partial.publish()?;
    Ok(BagReport {
        changed: true,
        files: sealed.len() as u64,
        bytes: tags.bytes,
        seal: tags.seal,
        manifest: tags.manifest,
    })
}

fn place(top: &Path, name: &str, text: &str) -> Result<(), BagError> {
    let path = top.join(name);
    fs::write(&path, text).map_err(BagError::io(path))
}

/// Makes `data` and every folder below it; returns them.
fn make_folders(top: &Path, plan: &Plan) -> Result<BTreeSet<PathBuf>, BagError> {
    let mut folders = BTreeSet::from([top.join("data")]);
    for entry in &plan.entries {
        for (at, _) in entry.path.match_indices('/') {
            folders.insert(top.join(&entry.path[..at]));
        }
    }
    // Sorted, so that each parent comes before its children.
    for folder in &folders {
        match fs::create_dir(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(BagError::io(folder)(error)),
            _ => {}
        }
    }
    Ok(folders)
}

fn copy(top: &Path, entry: &Entry, chunk: &mut [u8], tell: &dyn Fn(u64)) -> Result<Sealed, BagError> {
    let path = top.join(&entry.path);
    if let Some(sealed) = entry.taken_over(&path, chunk, tell) {
        return Ok(sealed);
    }
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).open(&path).map_err(BagError::io(&path))?;
    entry.read(chunk, |bytes| {
        file.write_all(bytes).map_err(BagError::io(&path))?;
        tell(bytes.len() as u64);
        Ok(())
    })
}
