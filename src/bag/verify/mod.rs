//! Is this bag still what was sealed? Every file that is not is named, with what is wrong with it.

mod check;
mod job;
mod ledger;
mod opened;
mod shelf;
mod tape;

use std::path::Path;

use serde::Serialize;

pub use opened::Opened;
pub(super) use shelf::Shelf;

use super::{Algorithm, BagError, PathFault};

/// What a reading of a whole bag found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// *Valid* in the sense of RFC 8493 §3: complete, and every checksum that can be checked is right.
    pub valid: bool,
    /// Payload files found.
    pub files: u64,
    /// Payload bytes found.
    pub bytes: u64,
    /// What makes the bag invalid, sorted by path. Empty exactly when it is valid.
    pub problems: Vec<Problem>,
    /// What is worth knowing and legal, sorted by path.
    pub remarks: Vec<Problem>,
}

/// One thing about one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// From the top of the bag, `/` between folders; empty for the bag as a whole.
    pub path: String,
    #[serde(flatten)]
    pub kind: ProblemKind,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// Listed in a manifest, or required by the format, and not there.
    Missing,
    /// In `data/` and not in every payload manifest (before BagIt 1.0: in none).
    Unlisted,
    /// The content gives other checksums than these manifests say.
    Changed { algorithms: Vec<Algorithm> },
    /// The content has another length in bytes than the folder, the ZIP or the tar declares for it. Reading
    /// stops one byte past the declared length, so that a small file cannot unfold into a huge one.
    Length { declared: u64, found: u64 },
    /// The content could not be read to its end: a damaged ZIP entry, a disk error, no permission.
    Unreadable { error: String },
    /// A path, as it is written where it was found, that could lead out of the bag or nowhere.
    BadPath { fault: PathFault },
    /// A symbolic link to a folder or out of the bag, or something that is no file at all.
    NotAFile,
    /// Some file systems take this path and `with` for the same one.
    Collision { with: String },
    /// The payload is not what `Payload-Oxum` says, both as `bytes.files`.
    Oxum { declared: String, found: String },
    /// Listed in `fetch.txt` and not fetched yet: the bag is incomplete.
    Fetch,
    /// Listed more than once in a manifest, or with two digests.
    Repeated,
    /// This line of a tag file, from 1, cannot be understood.
    Malformed { line: u64 },
    /// A tag file that is not in UTF-8, or starts with a byte order mark.
    Encoding {
        /// The declaration names another encoding, or none.
        #[serde(skip_serializing_if = "Option::is_none")]
        declared: Option<String>,
    },
    /// A version of BagIt that is not read here: not 0.96, 0.97 or 1.0.
    Version { found: String },
    /// A tag file of more than 512 MiB, which nobody writes in earnest.
    TooLarge,
    /// No payload manifest with a checksum that is checked here: nothing proves the content.
    Unproven,
    /// The ZIP or tar contradicts itself: overlapping or hidden entries, the same name twice, or two headers
    /// of an entry that differ.
    Inconsistent { error: String },
    /// Remark: a manifest whose algorithm is not checked here; it was read for completeness only.
    NotChecked { algorithm: String },
    /// Remark: a file beside the payload that no manifest covers, so nothing proves it.
    Uncovered,
}

/// Reads the bag at `path`, a folder, a ZIP or a tar, and checks it against itself. Packed ones are read in place:
/// nothing is unpacked, nothing is written.
///
/// # Errors
/// When there is no bag to read: [`BagError::Io`], [`BagError::NotABag`], [`BagError::Compressed`],
/// [`BagError::BadZip`], [`BagError::BadTar`]. Whatever
/// is wrong inside a bag is a [`Problem`], also when a single file cannot be read.
pub fn verify(path: &Path) -> Result<Verdict, BagError> {
    verify_with(path, &mut |_| {})
}

/// As [`verify`]; `progress` hears the bytes hashed so far, payload and tag files together.
///
/// # Errors
/// As [`verify`].
pub fn verify_with(path: &Path, progress: &mut dyn FnMut(u64)) -> Result<Verdict, BagError> {
    let (shelf, inventory) = Shelf::open(path)?;
    check::run(&shelf, inventory, progress)
}
