//! Where incoming messages lie: one file, an mbox, a Maildir. Nothing is moved or marked: whoever reads the mailbox goes on
//! seeing it as it was.

use super::{Incoming, MESSAGE_MAX, Reason, identity, read};
use chrono::{DateTime, Utc};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// One message and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file; in an mbox with the number of the message, from 1: `respuestas.mbox#3`.
    pub place: String,
    /// Names the message for good: its Message-ID, or where it has none `sha256:` and the hash of its bytes. None for
    /// what was too large to be kept.
    pub id: Option<String>,
    /// What it says of when it was sent.
    pub date: Option<DateTime<Utc>>,
    /// Message-IDs of the messages it answers to.
    pub answers_to: Vec<String>,
    pub incoming: Incoming,
}

impl Found {
    fn new(place: String, bytes: Option<Vec<u8>>) -> Found {
        let Some(bytes) = bytes else {
            let incoming = Incoming::Other(Reason::TooLarge);
            return Found { place, id: None, date: None, answers_to: Vec::new(), incoming };
        };
        let (id, date, answers_to) = identity(&bytes);
        Found { place, id: Some(id), date, answers_to, incoming: read(&bytes) }
    }
}

/// Why a mailbox cannot be read further.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("{path}: {source}", path = path.display())]
    Io { path: PathBuf, source: io::Error },
    /// A folder without `new` and `cur`.
    #[error("{path} is no Maildir", path = path.display())]
    NotAMaildir { path: PathBuf },
}

/// The messages of one source, read one at a time.
pub struct Messages(Kind);

enum Kind {
    Files(VecDeque<PathBuf>),
    Stream(Stream),
}

/// The messages of a file (`.eml` or mbox) or of a Maildir.
///
/// # Errors
/// It is not there, may not be read, or is a folder that is no Maildir.
pub fn messages(path: &Path) -> Result<Messages, ReadError> {
    let fault = |source| ReadError::Io { path: path.to_owned(), source };
    if fs::metadata(path).map_err(fault)?.is_dir() {
        return Ok(Messages(Kind::Files(maildir(path)?)));
    }
    let file = File::open(path).map_err(fault)?;
    from_reader(path, BufReader::new(file))
}

/// The messages of anything that can be read, an mbox or one message; `name` says where they were found.
///
/// # Errors
/// As the reader gives them.
pub fn from_reader(name: &Path, mut bytes: impl BufRead + 'static) -> Result<Messages, ReadError> {
    let fault = |source| ReadError::Io { path: name.to_owned(), source };
    let mut head = Vec::new();
    // A pipe may give its first bytes one by one.
    (&mut bytes).take(SEPARATOR.len() as u64).read_to_end(&mut head).map_err(fault)?;
    let is_mbox = head == SEPARATOR;
    let bytes: Box<dyn BufRead> = Box::new(io::Cursor::new(head).chain(bytes));
    Ok(Messages(Kind::Stream(Stream { name: name.to_owned(), bytes, is_mbox, count: 0, is_done: false })))
}

/// What a message of an mbox begins with (RFC 4155).
const SEPARATOR: &[u8] = b"From ";

/// Files by name within each folder, so that two runs see the same order; hidden ones are not messages.
fn maildir(path: &Path) -> Result<VecDeque<PathBuf>, ReadError> {
    let mut files = Vec::new();
    let mut is_maildir = false;
    for part in ["new", "cur"] {
        let folder = path.join(part);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(source) => return Err(ReadError::Io { path: folder, source }),
        };
        is_maildir = true;
        for entry in entries {
            let entry = entry.map_err(|source| ReadError::Io { path: folder.clone(), source })?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !is_hidden && entry.path().is_file() {
                files.push(entry.path());
            }
        }
    }
    if !is_maildir {
        return Err(ReadError::NotAMaildir { path: path.to_owned() });
    }
    files.sort();
    Ok(files.into())
}

impl Iterator for Messages {
    type Item = Result<Found, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Kind::Files(files) => one_file(files),
            Kind::Stream(stream) => stream.next(),
        }
    }
}

fn one_file(files: &mut VecDeque<PathBuf>) -> Option<Result<Found, ReadError>> {
    loop {
        let path = files.pop_front()?;
        let mut bytes = Vec::new();
        let taken = File::open(&path).and_then(|file| file.take(MESSAGE_MAX as u64 + 1).read_to_end(&mut bytes));
        match taken {
            Ok(_) => return Some(Ok(Found::new(path.display().to_string(), Some(bytes)))),
            // A mail program has moved or removed it since the folder was listed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Some(Err(ReadError::Io { path, source })),
        }
    }
}

struct Stream {
    name: PathBuf,
    bytes: Box<dyn BufRead>,
    is_mbox: bool,
    count: usize,
    is_done: bool,
}

impl Stream {
    fn next(&mut self) -> Option<Result<Found, ReadError>> {
        if self.is_done {
            return None;
        }
        let taken = if self.is_mbox { self.mbox_message() } else { self.whole() };
        let bytes = match taken {
            Ok(bytes) => bytes,
            Err(source) => {
                self.is_done = true;
                return Some(Err(ReadError::Io { path: self.name.clone(), source }));
            }
        };
        self.count += 1;
        let name = self.name.display();
        let place = if self.is_mbox { format!("{name}#{}", self.count) } else { name.to_string() };
        Some(Ok(Found::new(place, bytes)))
    }

    /// All there is; none when it is too much.
    fn whole(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.is_done = true;
        let mut bytes = Vec::new();
        (&mut self.bytes).take(MESSAGE_MAX as u64 + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes).filter(|bytes| bytes.len() <= MESSAGE_MAX))
    }

    /// Up to the next separator that stands after an empty line; what is too long is read over and not kept.
    fn mbox_message(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut message = Vec::new();
        let mut is_too_large = false;
        let mut is_after_blank = false;
        if self.count == 0 {
            // The separator of the first message; those of the others end the one before.
            self.line(&mut Vec::new())?;
        }
        let mut line = Vec::new();
        loop {
            line.clear();
            let is_whole = self.line(&mut line)?;
            if line.is_empty() {
                self.is_done = true;
                break;
            }
            if is_after_blank && line.starts_with(SEPARATOR) {
                break;
            }
            is_after_blank = line == b"\n" || line == b"\r\n";
            is_too_large |= !is_whole || message.len() + line.len() > MESSAGE_MAX;
            if !is_too_large {
                message.extend_from_slice(unquoted(&line));
            }
        }
        Ok((!is_too_large).then_some(message))
    }

    /// Reads a line; false when it is so long that its rest was read over.
    fn line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        (&mut self.bytes).take(MESSAGE_MAX as u64).read_until(b'\n', line)?;
        if line.ends_with(b"\n") || line.len() < MESSAGE_MAX {
            return Ok(true);
        }
        let mut rest = Vec::new();
        loop {
            rest.clear();
            (&mut self.bytes).take(1 << 16).read_until(b'\n', &mut rest)?;
            if rest.is_empty() || rest.ends_with(b"\n") {
                return Ok(false);
            }
        }
    }
}

/// A line of the text that looked like a separator was given one `>` more.
fn unquoted(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|&&byte| byte == b'>').count();
    if marks > 0 && line[marks..].starts_with(SEPARATOR) { &line[1..] } else { line }
}
