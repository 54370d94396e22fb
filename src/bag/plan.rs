//! A specification that has been checked: every path safe and unique, everything sorted.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::digest::{Algorithm, CHUNK, Hashers, pump};
use super::spec::{BagSpec, Payload, Source};
use super::tags::GENERATED;
use super::{BagError, crew, path};

pub(super) struct Plan<'a, 's> {
    /// Sorted by path, so that the same case gives the same bytes.
    pub(super) entries: Vec<Entry<'a, 's>>,
    pub(super) info: Vec<(&'a str, String)>,
    pub(super) bagging_date: NaiveDate,
}

pub(super) struct Entry<'a, 's> {
    /// From the top of the bag: `data/…`.
    pub(super) path: String,
    payload: &'a Payload<'s>,
}

/// One payload file that was read to its end.
pub(super) struct Sealed {
    pub(super) path: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
    pub(super) sha512: String,
}

impl<'a, 's> Plan<'a, 's> {
    pub(super) fn new(spec: &'a BagSpec<'s>) -> Result<Self, BagError> {
        let mut entries = Vec::with_capacity(spec.payload.len());
        for payload in &spec.payload {
            if let Some(fault) = path::fault_when_new(&payload.path) {
                let path = payload.path.clone();
                return Err(BagError::BadPath { path, fault });
            }
            let path = format!("data/{}", payload.path);
            entries.push(Entry { path, payload });
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        refuse_collisions(&entries)?;
        Ok(Self { entries, info: checked_info(&spec.info)?, bagging_date: spec.bagging_date })
    }

    /// The entries with the largest first: the last file to finish is then a small one. Those of
    /// unknown size count as large: they may have to be made yet.
    pub(super) fn largest_first(&self) -> Vec<&Entry<'a, 's>> {
        let mut entries: Vec<(u64, &Entry)> =
            self.entries.iter().map(|entry| (entry.size().unwrap_or(u64::MAX), entry)).collect();
        entries.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Reads and hashes the payload without copying it anywhere.
    pub(super) fn hash(&self, progress: &mut dyn FnMut(u64)) -> Result<Vec<Sealed>, BagError> {
        let mut sealed = crew::share(
            &self.largest_first(),
            || vec![0; CHUNK],
            |chunk, entry, tell| {
                entry.read(chunk, |bytes| {
                    tell(bytes.len() as u64);
                    Ok(())
                })
            },
            progress,
        )?;
        sealed.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(sealed)
    }
}

impl Entry<'_, '_> {
    /// Bytes it should have, where that can be known without reading it.
    pub(super) fn size(&self) -> Option<u64> {
        match &self.payload.source {
            Source::Bytes(bytes) => Some(bytes.len() as u64),
            Source::File(path) => fs::metadata(path).ok().map(|found| found.len()),
            Source::Written { size, .. } => *size,
        }
    }

    /// Reads the source once, from start to end: hashes every chunk and hands it to `take`.
    pub(super) fn read(
        &self,
        chunk: &mut [u8],
        mut take: impl FnMut(&[u8]) -> Result<(), BagError>,
    ) -> Result<Sealed, BagError> {
        let place = &self.payload.path;
        let unreadable = |source| BagError::Source { path: place.clone(), source };
        let altered = || BagError::SourceChanged { path: place.clone() };
        let size = self.size();
        let mut proof = Proof::of(self.payload);
        let mut bytes = 0;
        self.pour(chunk, unreadable, |piece| {
            bytes += piece.len() as u64;
            if size.is_some_and(|size| bytes > size) {
                return Err(altered());
            }
            proof.update(piece);
            take(piece)
        })?;
        let (sha256, sha512) = proof.finish();
        let vouched = self.payload.sha256.as_deref();
        if size.is_some_and(|size| size != bytes) || vouched.is_some_and(|known| !known.eq_ignore_ascii_case(&sha256)) {
            return Err(altered());
        }
        Ok(Sealed { path: self.path.clone(), bytes, sha256, sha512 })
    }

    /// The file at `left`, which an interrupted run wrote, when it is whole: of the right length, and with the SHA-256 that
    /// the source is known to have.
    pub(super) fn taken_over(&self, left: &Path, chunk: &mut [u8], tell: &dyn Fn(u64)) -> Option<Sealed> {
        let vouched = self.payload.sha256.as_deref()?;
        let mut file = File::open(left).ok()?;
        let length = file.metadata().ok()?.len();
        if self.size().is_some_and(|size| size != length) {
            return None;
        }
        let mut proof = Proof::of(self.payload);
        let unread = |source| BagError::Source { path: self.path.clone(), source };
        let read = pump(&mut file, chunk, unread, |bytes| {
            proof.update(bytes);
            Ok(())
        });
        let bytes = read.ok()?;
        let (sha256, sha512) = proof.finish();
        let whole = vouched.eq_ignore_ascii_case(&sha256);
        if whole {
            tell(bytes);
        }
        whole.then(|| Sealed { path: self.path.clone(), bytes, sha256, sha512 })
    }

    /// Hands the source to `take`, piece by piece.
    fn pour(
        &self,
        chunk: &mut [u8],
        unreadable: impl Fn(io::Error) -> BagError,
        mut take: impl FnMut(&[u8]) -> Result<(), BagError>,
    ) -> Result<(), BagError> {
        match &self.payload.source {
            Source::Bytes(bytes) => bytes.chunks(CHUNK).try_for_each(take),
            Source::File(path) => {
                // Asked before opening: opening a pipe would wait for a writer.
                let open = || match fs::metadata(path)?.is_file() {
                    true => File::open(path),
                    false => Err(io::ErrorKind::InvalidInput.into()),
                };
                pump(&mut open().map_err(&unreadable)?, chunk, unreadable, take).map(drop)
            }
            Source::Written { write, .. } => {
                let mut taker = Taker { take: &mut take, fault: None };
                let written = write(&mut taker);
                match taker.fault {
                    Some(fault) => Err(fault),
                    None => written.map_err(unreadable),
                }
            }
        }
    }
}

/// Who takes what a source writes, and why no more was taken.
struct Taker<'t> {
    take: &'t mut dyn FnMut(&[u8]) -> Result<(), BagError>,
    fault: Option<BagError>,
}

impl Write for Taker<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        match (self.take)(piece) {
            Ok(()) => Ok(piece.len()),
            Err(fault) => {
                self.fault = Some(fault);
                Err(io::Error::other("not taken"))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The two digests a payload file gets, over one reading of it.
struct Proof<'a> {
    hashers: Hashers,
    known: Option<&'a str>,
}

impl<'a> Proof<'a> {
    fn of(payload: &'a Payload) -> Self {
        // Where processors know SHA-256 by themselves, SHA-512 costs twice as much.
        let known = payload.sha512.as_deref().filter(|_| payload.sha256.is_some());
        let more = known.is_none().then_some(Algorithm::Sha512);
        Self { hashers: Hashers::new([Algorithm::Sha256].into_iter().chain(more)), known }
    }

    fn update(&mut self, bytes: &[u8]) {
        self.hashers.update(bytes);
    }

    /// SHA-256 and SHA-512. A known SHA-512 is right only where the SHA-256 is the one it is known with.
    fn finish(self) -> (String, String) {
        let mut digests = self.hashers.finish().into_iter().map(|(_, digest)| digest);
        let sha256 = digests.next().unwrap_or_default();
        let sha512 = self.known.map_or_else(|| digests.next().unwrap_or_default(), str::to_lowercase);
        (sha256, sha512)
    }
}

/// No two paths may be one on a system that ignores case, and no file may be another's folder.
fn refuse_collisions(entries: &[Entry]) -> Result<(), BagError> {
    let mut files: HashMap<String, &Entry> = HashMap::with_capacity(entries.len());
    let collision =
        |a: &Entry, b: &Entry| BagError::Collision { path: a.payload.path.clone(), with: b.payload.path.clone() };
    for entry in entries {
        if let Some(earlier) = files.insert(path::fold(&entry.path), entry) {
            return Err(collision(entry, earlier));
        }
    }
    for entry in entries {
        let folded = path::fold(&entry.path);
        for (at, _) in folded.match_indices('/') {
            if let Some(file) = files.get(&folded[..at]) {
                return Err(collision(entry, file));
            }
        }
    }
    Ok(())
}

fn checked_info(info: &[(String, String)]) -> Result<Vec<(&str, String)>, BagError> {
    let mut lines = Vec::with_capacity(info.len());
    for (label, value) in info {
        let usable = !label.is_empty()
            && label.trim() == label
            && !label.contains(|c: char| c == ':' || breaks_line(c))
            && !GENERATED.iter().any(|g| g.eq_ignore_ascii_case(label));
        if !usable {
            let label = label.clone();
            return Err(BagError::BadLabel { label });
        }
        let value = on_one_line(value);
        if !value.is_empty() {
            lines.push((label.as_str(), value));
        }
    }
    Ok(lines)
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Line breaks, with the blanks around them, become one blank; other blanks stay as they are.
fn on_one_line(value: &str) -> String {
    value.split(breaks_line).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_over_several_lines_becomes_one() {
        for (value, line) in [
            ("Secretaría de Salud", "Secretaría de Salud"),
            (" uno \r\n\r\n dos\ttres\u{2028}cuatro ", "uno dos tres cuatro"),
            ("a  b", "a  b"),
            ("\n", ""),
        ] {
            assert_eq!(on_one_line(value), line);
        }
    }

    #[test]
    fn a_label_that_would_break_the_file_is_refused() {
        for label in ["", "a:b", " a", "a\nb", "payload-oxum", "Bagging-Date", "Bag-Size"] {
            let info = [(label.to_owned(), "x".to_owned())];
            assert!(matches!(checked_info(&info), Err(BagError::BadLabel { .. })), "{label:?}");
        }
    }
}
