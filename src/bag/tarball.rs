//! Writing a bag straight into a tar, without a folder in between: the form that tape libraries and Unix archives take.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use tar::{EntryType, Header};

use super::digest::CHUNK;
use super::existing::{Form, settle};
use super::pack::{small_ones, top_folder};
use super::partial::Partial;
use super::plan::{Entry, Plan, Sealed};
use super::spec::{BagReport, BagSpec};
use super::tags::{DECLARATION, DECLARATION_FILE, Tags};
use super::{BagError, crew};

/// Everything in a tar begins and ends on a multiple of this many bytes.
const BLOCK: usize = 512;
/// The archive itself ends on a multiple of this (the «blocking factor» of 20).
const RECORD: u64 = 20 * BLOCK as u64;

/// Seals `bag` in the tar file `out`, under one top folder named like the file.
///
/// As [`write`](super::write()), but for the form: the work goes on in the file `<out>.partial`, nothing is compressed,
/// every time stamp is 1970-01-01, and names that the plain form (POSIX ustar) cannot hold get an extended header (pax).
///
/// # Errors
/// See [`BagError`]; on any of them `out` is as it was.
pub fn write_tar(out: &Path, bag: &BagSpec<'_>, progress: &mut dyn FnMut(u64)) -> Result<BagReport, BagError> {
    let top = top_folder(out)?;
    let plan = Plan::new(bag)?;
    if let Some(report) = settle(out, Form::Tar, &plan, progress)? {
        return Ok(report);
    }
    let (partial, file) = Partial::file(out, format!("{top}{DECLARATION_FILE}").as_bytes())?;
    let to = BufWriter::with_capacity(CHUNK, file);
    let mut tape = Tape { to, path: partial.path(), top, chunk: vec![0; CHUNK], written: 0 };
    tape.text(DECLARATION_FILE, DECLARATION)?;
    tape.begin("data/", EntryType::Directory, 0)?;
    let sealed = tape.payload(&plan, progress)?;
    let tags = Tags::new(&plan, &sealed);
    for (name, text) in tags.files.iter().filter(|(name, _)| *name != DECLARATION_FILE) {
        tape.text(name, text)?;
    }
    tape.finish()?;
    partial.publish()?;
    Ok(BagReport {
        changed: true,
        files: sealed.len() as u64,
        bytes: tags.bytes,
        seal: tags.seal,
        manifest: tags.manifest,
    })
}

struct Tape<'a> {
    to: BufWriter<File>,
    /// The file written to, for errors.
    path: &'a Path,
    /// Ends in `/`.
    top: String,
    chunk: Vec<u8>,
    written: u64,
}

impl Tape<'_> {
    /// Appends all payload files, sorted by path.
    fn payload(&mut self, plan: &Plan, progress: &mut dyn FnMut(u64)) -> Result<Vec<Sealed>, BagError> {
        let mut sealed = Vec::with_capacity(plan.entries.len());
        let mut done = 0;
        let mut rest = plan.entries.as_slice();
        while let Some(first) = rest.first() {
            let mut moved = 0;
            let mut tell = |bytes| {
                moved = bytes;
                progress(done + bytes);
            };
            let batch = small_ones(rest);
            if batch.is_empty() {
                sealed.push(self.stream(first, &mut tell)?);
            } else {
                self.prepared(batch, &mut sealed, &mut tell)?;
            }
            rest = &rest[batch.len().max(1)..];
            done += moved;
        }
        Ok(sealed)
    }

    /// Small files: read and hashed side by side, then appended in their order.
    fn prepared(
        &mut self,
        batch: &[Entry],
        sealed: &mut Vec<Sealed>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), BagError> {
        let files = crew::share(
            batch,
            || vec![0; CHUNK],
            |chunk, entry, tell| {
                let mut content = Vec::with_capacity(usize::try_from(entry.size().unwrap_or(0)).unwrap_or(0));
                let sealed = entry.read(chunk, |bytes| {
                    tell(bytes.len() as u64);
                    content.extend_from_slice(bytes);
                    Ok(())
                })?;
                Ok((sealed, content))
            },
            progress,
        )?;
        for (seal, content) in files {
            self.begin(&seal.path, EntryType::Regular, seal.bytes)?;
            self.put(&content)?;
            self.pad()?;
            sealed.push(seal);
        }
        Ok(())
    }

    /// A large file, through one chunk of memory. A tar says the length first: one of unknown length is read twice.
    fn stream(&mut self, entry: &Entry, progress: &mut dyn FnMut(u64)) -> Result<Sealed, BagError> {
        let mut chunk = std::mem::take(&mut self.chunk);
        let size = match entry.size() {
            Some(size) => size,
            None => entry.read(&mut chunk, |_| Ok(()))?.bytes,
        };
        self.begin(&entry.path, EntryType::Regular, size)?;
        let mut done = 0;
        let sealed = entry.read(&mut chunk, |bytes| {
            done += bytes.len() as u64;
            progress(done);
            self.put(bytes)
        })?;
        self.chunk = chunk;
        if sealed.bytes != size {
            return Err(BagError::SourceChanged { path: entry.path.clone() });
        }
        self.pad()?;
        Ok(sealed)
    }

    fn text(&mut self, name: &str, text: &str) -> Result<(), BagError> {
        self.begin(name, EntryType::Regular, text.len() as u64)?;
        self.put(text.as_bytes())?;
        self.pad()
    }

    /// The header of an entry; `path` from the top of the bag.
    fn begin(&mut self, path: &str, kind: EntryType, size: u64) -> Result<(), BagError> {
        let name = format!("{}{path}", self.top);
        let mut header = header(kind, size);
        if !name.is_ascii() || header.set_path(&name).is_err() {
            let record = pax("path", &name);
            let mut extended = self::header(EntryType::XHeader, record.len() as u64);
            named(&mut extended, "PaxHeader");
            self.put(extended.as_bytes())?;
            self.put(record.as_bytes())?;
            self.pad()?;
            // For readers that know no extended header.
            named(&mut header, "pax");
        }
        header.set_cksum();
        self.put(header.as_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), BagError> {
        self.written += bytes.len() as u64;
        self.to.write_all(bytes).map_err(BagError::io(self.path))
    }

    /// To the end of the block.
    fn pad(&mut self) -> Result<(), BagError> {
        let over = usize::try_from(self.written % BLOCK as u64).unwrap_or(0);
        if over == 0 { Ok(()) } else { self.put(&[0; BLOCK][over..]) }
    }

    /// Two empty blocks, and as many as fill the record.
    fn finish(mut self) -> Result<(), BagError> {
        self.put(&[0; 2 * BLOCK])?;
        while !self.written.is_multiple_of(RECORD) {
            self.put(&[0; BLOCK])?;
        }
        let path = self.path;
        self.to
            .into_inner()
            .map_err(|error| error.into_error())
            .and_then(|file| file.sync_all())
            .map_err(BagError::io(path))
    }
}

/// The same on every system and every day.
fn header(kind: EntryType, size: u64) -> Header {
    let mut header = Header::new_ustar();
    header.set_entry_type(kind);
    header.set_mode(if kind == EntryType::Directory { 0o755 } else { 0o644 });
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_size(size);
    header
}

/// A plain name, which always fits.
fn named(header: &mut Header, name: &str) {
    let field = &mut header.as_old_mut().name;
    field.fill(0);
    field[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
}

/// A record of an extended header (POSIX.1-2001, pax): its own length, which counts itself, then `key=value`.
fn pax(key: &str, value: &str) -> String {
    let rest = key.len() + value.len() + 3;
    let mut length = rest;
    while length != rest + length.to_string().len() {
        length = rest + length.to_string().len();
    }
    format!("{length} {key}={value}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_its_own_length() {
        for value in ["a", "ñ", &"x".repeat(90), &"x".repeat(91), &"x".repeat(992)] {
            let record = pax("path", value);
            let said: usize = record.split(' ').next().and_then(|length| length.parse().ok()).expect("a length");
            assert_eq!(said, record.len(), "{record}");
        }
    }
}
