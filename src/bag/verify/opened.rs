//! What is in a bag, for whoever takes it in. Read only after [`verify`](super::verify()), and each file against its digest all the
//! same: somebody may have changed it in between.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use super::super::path::decode;
use super::super::tags::{INFO_FILE, MANIFEST_FILE, SEAL_FILE};
use super::super::{BagError, digest};
use super::ProblemKind;
use super::ledger::fields;
use super::shelf::{Shelf, unreadable};

/// A bag that is open for reading.
pub struct Opened {
    shelf: Shelf,
    files: BTreeMap<String, u64>,
}

impl Opened {
    /// # Errors
    /// As [`verify`](super::verify()).
    pub fn open(path: &Path) -> Result<Opened, BagError> {
        let (shelf, inventory) = Shelf::open(path)?;
        Ok(Opened { shelf, files: inventory.files })
    }

    /// Paths from the top of the bag, with their bytes as the folder, the ZIP or the tar declares them.
    pub fn files(&self) -> &BTreeMap<String, u64> {
        &self.files
    }

    /// A file of at most `most` bytes, as text.
    ///
    /// # Errors
    /// What is wrong with it: not there, too large, not UTF-8, damaged.
    pub fn text(&self, path: &str, most: u64) -> Result<String, ProblemKind> {
        String::from_utf8(self.bytes(path, most)?).map_err(|_| ProblemKind::Encoding { declared: None })
    }

    /// A file of at most `most` bytes.
    ///
    /// # Errors
    /// As [`Opened::text`].
    pub fn bytes(&self, path: &str, most: u64) -> Result<Vec<u8>, ProblemKind> {
        let declared = *self.files.get(path).ok_or(ProblemKind::Missing)?;
        if declared > most {
            return Err(ProblemKind::TooLarge);
        }
        let mut bytes = Vec::new();
        let mut shelf = self.shelf.clone();
        shelf.read(path, |file| file.take(declared + 1).read_to_end(&mut bytes))?.map_err(unreadable)?;
        let found = bytes.len() as u64;
        if found == declared { Ok(bytes) } else { Err(ProblemKind::Length { declared, found }) }
    }

    /// The labels and values of `bag-info.txt`.
    pub fn info(&self) -> Vec<(String, String)> {
        let text = self.shelf.text(INFO_FILE).unwrap_or_default();
        fields(&text).filter_map(Result::ok).collect()
    }

    /// SHA-256 → path, of the payload.
    pub fn by_digest(&self) -> BTreeMap<String, String> {
        let text = self.shelf.text(MANIFEST_FILE).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once([' ', '\t']));
        lines
            .map(|(digest, path)| (digest.to_ascii_lowercase(), decode(path.trim_start(), true).into_owned()))
            .collect()
    }

    /// SHA-256 of `manifest-sha256.txt`: the payload alone, whatever the day it was sealed.
    pub fn manifest(&self) -> Option<String> {
        Some(digest::both(self.shelf.text(MANIFEST_FILE)?.as_bytes()).0)
    }

    /// SHA-256 of `tagmanifest-sha256.txt`: the whole bag in one line.
    pub fn seal(&self) -> Option<String> {
        Some(digest::both(self.shelf.text(SEAL_FILE)?.as_bytes()).0)
    }
}
