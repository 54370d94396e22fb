//! Why a bag could not be written or opened. Fields only: the sentences are worded at the edge.

use std::io;
use std::path::PathBuf;

use zip::result::ZipError;

use super::path::PathFault;

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BagError {
    /// The package, or a folder it lies in, could not be read or written.
    #[error("{}: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },

    /// A payload source could not be read; `path` is its place in the payload.
    #[error("payload {path}: {source}")]
    Source { path: String, source: io::Error },

    /// A payload source is not what it was said to be: another length or another SHA-256.
    #[error("payload {path}: changed")]
    SourceChanged { path: String },

    /// A payload path that no bag may carry.
    #[error("payload path {path:?}: {fault:?}")]
    BadPath { path: String, fault: PathFault },

    /// Two payload paths that some file systems take for the same one, or a file in the place of a folder.
    #[error("payload paths {path:?} and {with:?} collide")]
    Collision { path: String, with: String },

    /// A `bag-info.txt` label that is empty, holds a colon or a line break, or is one written here.
    #[error("bag-info label {label:?}")]
    BadLabel { label: String },

    /// The target has no name that a package could take.
    #[error("{}: no usable name", path.display())]
    BadTarget { path: PathBuf },

    /// The target exists and is something else than this bag.
    #[error("{}: already exists", path.display())]
    AlreadyExists { path: PathBuf },

    /// The target is this bag, and it has been damaged since; see [`verify`](super::verify()).
    #[error("{}: exists and is damaged", path.display())]
    Damaged { path: PathBuf },

    /// `<target>.partial` exists and no interrupted run of ours left it.
    #[error("{}: not a half-written package", path.display())]
    ForeignPartial { path: PathBuf },

    /// Somebody else is writing to the same target right now.
    #[error("{}: busy", path.display())]
    Busy { path: PathBuf },

    /// There is no `bagit.txt` where a bag has one.
    #[error("{}: not a bag", path.display())]
    NotABag { path: PathBuf },

    /// Neither a folder nor what begins like a ZIP or a tar.
    #[error("{}: not a package", path.display())]
    NotAPackage { path: PathBuf },

    /// A packed file (gzip, bzip2, xz, zstd) that must be unpacked before it can be looked into.
    #[error("{}: compressed", path.display())]
    Compressed { path: PathBuf },

    /// The tar cannot be read as one: truncated, or a header that is none.
    #[error("{}: {source}", path.display())]
    BadTar { path: PathBuf, source: io::Error },

    /// The ZIP cannot be read as one (truncated, not a ZIP), or could not be written as one.
    #[error("{}: {source}", path.display())]
    BadZip { path: PathBuf, source: ZipError },
}

impl BagError {
    /// For `map_err`: an I/O failure at `path`.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }

    /// For `map_err`: a ZIP failure at `path`; what is only I/O is told as such.
    pub(super) fn zip(path: impl Into<PathBuf>) -> impl FnOnce(ZipError) -> Self {
        let path = path.into();
        move |source| match source {
            ZipError::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => Self::Io { path, source },
            source => Self::BadZip { path, source },
        }
    }
}
