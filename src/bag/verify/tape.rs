//! A bag in a tar: which entries there are and where each begins, without unpacking any.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use tar::{Archive, EntryType};

use super::super::{BagError, PathFault, path};
use super::ProblemKind;
use super::shelf::{Inventory, Shelf, Window, top_of};

/// Everything in a tar begins and ends on a multiple of this many bytes.
const BLOCK: u64 = 512;

/// Where an entry's content begins, its bytes, and whether it is a folder.
type Place = (u64, u64, bool);

/// Lists a tar. Links, devices and sparse files are told as what is no file; nothing of them is followed.
pub(super) fn open(at: &Path, window: Window) -> Result<(Shelf, Inventory), BagError> {
    let broken = |source| BagError::BadTar { path: at.into(), source };
    let mut found = Inventory::default();
    let mut names: BTreeMap<String, Place> = BTreeMap::new();
    let mut archive = Archive::new(window.clone());
    let mut end = 0;
    for entry in archive.entries_with_seek().map_err(broken)? {
        let entry = entry.map_err(broken)?;
        end = entry.raw_file_position().saturating_add(entry.size()).div_ceil(BLOCK).saturating_mul(BLOCK);
        let raw = entry.path_bytes();
        let Ok(name) = std::str::from_utf8(&raw) else {
            let fault = PathFault::NotUnicode;
            found.flaw(String::from_utf8_lossy(&raw), ProblemKind::BadPath { fault });
            continue;
        };
        let kind = entry.header().entry_type();
        // What describes the whole archive and not a file.
        if kind == EntryType::XGlobalHeader {
            continue;
        }
        let is_folder = kind.is_dir();
        // Many are made with `tar -C folder .`, which puts this before every name.
        let plain = name.strip_prefix("./").unwrap_or(name).trim_end_matches('/');
        if is_folder && matches!(plain, "" | ".") {
            continue;
        }
        if let Some(fault) = path::fault(plain) {
            found.flaw(name, ProblemKind::BadPath { fault });
        } else if !is_folder && !kind.is_file() && !kind.is_contiguous() {
            found.flaw(plain, ProblemKind::NotAFile);
        } else {
            let place = (entry.raw_file_position(), entry.size(), is_folder);
            let earlier = names.insert(plain.to_owned(), place);
            // Readers disagree about which of the two counts.
            if earlier.is_some_and(|(_, _, was_folder)| !(was_folder && is_folder)) {
                found.flaw(plain, ProblemKind::Inconsistent { error: "the same name twice".to_owned() });
            }
        }
    }
    // What was cut between two entries reads like a whole one, but for the empty block at the end.
    if window.len < end.saturating_add(BLOCK) {
        found.flaw("", ProblemKind::Inconsistent { error: "no end of archive".to_owned() });
    }
    let top = top_of(names.keys()).ok_or_else(|| BagError::NotABag { path: at.into() })?;
    let mut entries = HashMap::new();
    for (name, (from, bytes, is_folder)) in names {
        let Some(path) = name.strip_prefix(&top) else {
            if !is_folder {
                found.remark(name, ProblemKind::Uncovered);
            }
            continue;
        };
        found.has_data |= path == "data" && is_folder || path.starts_with("data/");
        if is_folder {
            continue;
        }
        found.files.insert(path.to_owned(), bytes);
        entries.insert(path.to_owned(), (from, bytes));
    }
    Ok((Shelf::Tar { window, entries: Arc::new(entries) }, found))
}
