//! Where a bag stands, a folder, a ZIP or a tar, behind one way to list and to read its files.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zip::ZipArchive;
use zip::read::ZipReadOptions;

use super::super::existing::Form;
use super::super::{BagError, PathFault, path, tags::DECLARATION_FILE};
use super::{Problem, ProblemKind, tape};

/// Bytes of a tag file that are read into memory.
const LONGEST_TAG: u64 = 512 << 20;

/// How gzip, bzip2, xz and zstd files begin.
const PACKED: [&[u8]; 4] = [b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"];

/// The files of a bag and what was found while listing them.
#[derive(Default)]
pub(in crate::bag) struct Inventory {
    /// Path from the top of the bag → declared bytes. Only safe paths of plain files.
    pub(super) files: BTreeMap<String, u64>,
    pub(super) has_data: bool,
    pub(super) problems: Vec<Problem>,
    pub(super) remarks: Vec<Problem>,
}

impl Inventory {
    pub(super) fn flaw(&mut self, path: impl Into<String>, kind: ProblemKind) {
        let path = path.into();
        self.problems.push(Problem { path, kind });
    }
}

/// Cheap to clone: each thread reads through its own.
#[derive(Clone)]
pub(in crate::bag) enum Shelf {
    Folder(PathBuf),
    Zip {
        archive: Box<ZipArchive<Window>>,
        /// Path from the top of the bag → number of the entry.
        entries: Arc<HashMap<String, usize>>,
        /// Per-entry headers are compared unless the names are ambiguous anyway.
        strict: bool,
    },
    Tar {
        window: Window,
        /// Path from the top of the bag → where its content begins, and its bytes.
        entries: Arc<HashMap<String, (u64, u64)>>,
    },
}

impl Inventory {
    pub(super) fn remark(&mut self, path: impl Into<String>, kind: ProblemKind) {
        let path = path.into();
        self.remarks.push(Problem { path, kind });
    }
}

impl Shelf {
    pub(in crate::bag) fn open(at: &Path) -> Result<(Self, Inventory), BagError> {
        if fs::metadata(at).map_err(BagError::io(at))?.is_dir() {
            return open_folder(at);
        }
        let mut window = Window::new(File::open(at).map_err(BagError::io(at))?).map_err(BagError::io(at))?;
        let mut start = Vec::new();
        (&mut window).take(262).read_to_end(&mut start).map_err(BagError::io(at))?;
        window.at = 0;
        if PACKED.iter().any(|signature| start.starts_with(signature)) {
            return Err(BagError::Compressed { path: at.into() });
        }
        let is_tar = start.get(257..262) == Some(b"ustar") || at.extension().is_some_and(|form| form == "tar");
        if is_tar {
            return tape::open(at, window);
        }
        // Some carry a program before the ZIP, so that it unpacks itself: what can be opened is one, however it begins.
        open_zip(at, window).map_err(|error| match error {
            BagError::BadZip { path, .. } if !start.starts_with(b"PK") => BagError::NotAPackage { path },
            other => other,
        })
    }

    pub(in crate::bag) fn form(&self) -> Form {
        match self {
            Self::Folder(_) => Form::Folder,
            Self::Zip { .. } => Form::Zip,
            Self::Tar { .. } => Form::Tar,
        }
    }

    /// Hands a reader of the file to `read`.
    pub(super) fn read<R>(&mut self, path: &str, read: impl FnOnce(&mut dyn Read) -> R) -> Result<R, ProblemKind> {
        match self {
            Self::Folder(top) => {
                let mut file = File::open(top.join(path)).map_err(unreadable)?;
                Ok(read(&mut file))
            }
            Self::Zip { archive, entries, strict } => {
                let at = *entries.get(path).ok_or(ProblemKind::Missing)?;
                // The manifests tell what changed, and in the words of manifests: the weaker CRC of the
                // ZIP would only stop the reading before that.
                let options = ZipReadOptions::new().ignore_crc32(true).enforce_header_consistency(*strict);
                let mut file = archive.by_index_with_options(at, options).map_err(unreadable)?;
                Ok(read(&mut file))
            }
            Self::Tar { window, entries } => {
                let (from, bytes) = *entries.get(path).ok_or(ProblemKind::Missing)?;
                window.at = from;
                Ok(read(&mut window.take(bytes)))
            }
        }
    }

    /// A tag file in memory.
    pub(super) fn bytes(&self, path: &str) -> Result<Vec<u8>, ProblemKind> {
        let mut bytes = Vec::new();
        self.clone().read(path, |file| file.take(LONGEST_TAG + 1).read_to_end(&mut bytes))?.map_err(unreadable)?;
        if bytes.len() as u64 > LONGEST_TAG {
            return Err(ProblemKind::TooLarge);
        }
        Ok(bytes)
    }

    /// A tag file as text, if it is there and is text.
    pub(in crate::bag) fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(self.bytes(path).ok()?).ok()
    }
}

pub(super) fn unreadable(error: impl ToString) -> ProblemKind {
    let error = error.to_string();
    ProblemKind::Unreadable { error }
}

fn open_folder(at: &Path) -> Result<(Shelf, Inventory), BagError> {
    let top = fs::canonicalize(at).map_err(BagError::io(at))?;
    if !top.join(DECLARATION_FILE).is_file() {
        return Err(BagError::NotABag { path: at.into() });
    }
    let mut found = Inventory { has_data: top.join("data").is_dir(), ..Inventory::default() };
    let mut folders = vec![(top.clone(), String::new())];
    while let Some((folder, inside)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                found.flaw(inside.trim_end_matches('/'), unreadable(error));
                continue;
            }
        };
        for entry in entries {
            let entry = entry.map_err(BagError::io(&folder))?;
            let name = entry.file_name();
            let path = format!("{inside}{}", name.to_string_lossy());
            if name.to_str().is_none() {
                let fault = PathFault::NotUnicode;
                found.flaw(path, ProblemKind::BadPath { fault });
                continue;
            }
            let kind = entry.file_type().map_err(BagError::io(entry.path()))?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else if let Some(fault) = path::fault(&path) {
                found.flaw(path, ProblemKind::BadPath { fault });
            } else if let Some(bytes) = plain_file(&top, &entry.path()) {
                found.files.insert(path, bytes);
            } else {
                found.flaw(path, ProblemKind::NotAFile);
            }
        }
    }
    Ok((Shelf::Folder(top), found))
}

/// The bytes of a regular file; a link counts when it leads to one inside the bag.
fn plain_file(top: &Path, at: &Path) -> Option<u64> {
    let real = fs::canonicalize(at).ok()?;
    let found = fs::metadata(&real).ok()?;
    (found.is_file() && real.starts_with(top)).then_some(found.len())
}

fn open_zip(at: &Path, window: Window) -> Result<(Shelf, Inventory), BagError> {
    let mut archive = ZipArchive::new(window).map_err(BagError::zip(at))?;
    let mut found = Inventory::default();
    let mut names = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(BagError::zip(at))?;
        let raw = || String::from_utf8_lossy(entry.name_raw()).into_owned();
        let Ok(name) = entry.name() else {
            let fault = PathFault::NotUnicode;
            found.flaw(raw(), ProblemKind::BadPath { fault });
            continue;
        };
        let (name, is_folder) = match name.strip_suffix('/') {
            Some(folder) => (folder, true),
            None => (&*name, false),
        };
        if let Some(fault) = path::fault(name) {
            found.flaw(raw(), ProblemKind::BadPath { fault });
        } else if entry.is_symlink() {
            found.flaw(name, ProblemKind::NotAFile);
        } else {
            names.insert(name.to_owned(), (index, entry.size(), is_folder));
        }
    }
    let top = top_of(names.keys()).ok_or_else(|| BagError::NotABag { path: at.into() })?;
    let mut entries = HashMap::new();
    for (name, (index, bytes, is_folder)) in names {
        let Some(path) = name.strip_prefix(&top) else {
            if !is_folder {
                found.remark(name, ProblemKind::Uncovered);
            }
            continue;
        };
        found.has_data |= path == "data" && is_folder || path.starts_with("data/");
        if !is_folder {
            found.files.insert(path.to_owned(), bytes);
            entries.insert(path.to_owned(), index);
        }
    }
    let strict = !archive.has_duplicate_names();
    if let Err(error) = archive.validate_header_consistency() {
        let error = error.to_string();
        found.flaw("", ProblemKind::Inconsistent { error });
    }
    let shelf = Shelf::Zip { archive: Box::new(archive), entries: Arc::new(entries), strict };
    Ok((shelf, found))
}

/// What stands before the bag's own paths: nothing, or the one folder that holds a bag, with its `/`.
pub(super) fn top_of<'n>(names: impl Iterator<Item = &'n String>) -> Option<String> {
    let mut tops = Vec::new();
    for name in names {
        match name.rsplit_once('/') {
            None if name == DECLARATION_FILE => return Some(String::new()),
            Some((top, DECLARATION_FILE)) if !top.contains('/') => tops.push(format!("{top}/")),
            _ => {}
        }
    }
    if tops.len() == 1 { tops.pop() } else { None }
}

/// A place in a file that several readers share, each with its own position.
#[derive(Clone)]
pub(in crate::bag) struct Window {
    file: Arc<File>,
    pub(super) len: u64,
    at: u64,
}

impl Window {
    fn new(file: File) -> io::Result<Self> {
        let len = file.metadata()?.len();
        let file = Arc::new(file);
        Ok(Self { file, len, at: 0 })
    }
}

impl Read for Window {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        let read = std::os::unix::fs::FileExt::read_at(&*self.file, into, self.at)?;
        #[cfg(windows)]
        let read = std::os::windows::fs::FileExt::seek_read(&*self.file, into, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Window {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
