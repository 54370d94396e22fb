//! What a caller asks to be sealed, and what it is told afterwards.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;

/// Writes one payload file, from its beginning to its end, to whoever asks for it. May be called more than once and from any thread.
pub type WritePayload<'a> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a>;

/// Where the bytes of a payload file come from. They are copied, the source is never touched.
pub enum Source<'a> {
    /// Bytes already in memory, such as an index made for the occasion.
    Bytes(Cow<'a, [u8]>),
    /// A regular file.
    File(PathBuf),
    /// Anything else, with its length in bytes where it is known.
    Written { size: Option<u64>, write: WritePayload<'a> },
}

/// One payload file.
pub struct Payload<'a> {
    /// Where it goes, relative to `data/`, with `/` between folders.
    pub path: String,
    pub source: Source<'a>,
    /// The SHA-256 the file is known to have, in hexadecimal. Sealing anything else is refused, so
    /// that a document altered since it was registered does not get a fresh, matching digest.
    pub sha256: Option<String>,
    /// The SHA-512 that was taken of the same content when that SHA-256 was. With both known only the
    /// SHA-256 is computed: content that gives it is the content that gave this one.
    pub sha512: Option<String>,
}

impl<'a> Payload<'a> {
    /// A payload file whose content nobody has vouched for yet.
    pub fn new(path: impl Into<String>, source: Source<'a>) -> Self {
        Self { path: path.into(), source, sha256: None, sha512: None }
    }
}

/// A bag to be written.
pub struct BagSpec<'a> {
    /// In any order: a bag is always written sorted by path.
    pub payload: Vec<Payload<'a>>,
    /// Lines of `bag-info.txt` as label and value, kept in this order, labels may repeat. Line breaks
    /// inside a value become one blank, empty values are left out. `Bagging-Date`, `Payload-Oxum` and
    /// `Bag-Size` are added here and may not be given.
    pub info: Vec<(String, String)>,
    pub bagging_date: NaiveDate,
}

/// What was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BagReport {
    /// False when the target already held this very bag, whole, and was left alone.
    pub changed: bool,
    /// Payload files.
    pub files: u64,
    /// Payload bytes.
    pub bytes: u64,
    /// SHA-256 of `tagmanifest-sha256.txt`, in hexadecimal: one line that stands for the whole bag,
    /// the same for its folder, its ZIP and its tar.
    pub seal: String,
    /// SHA-256 of `manifest-sha256.txt`, in hexadecimal: the payload alone, whatever the day it was sealed.
    pub manifest: String,
}
