//! Writing a bag straight into a ZIP, without a folder in between.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use zip::write::{SimpleFileOptions, ZipFileBuilder};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::digest::CHUNK;
use super::existing::{Form, settle};
use super::partial::Partial;
use super::path::fault_when_new;
use super::plan::{Entry, Plan, Sealed};
use super::spec::{BagReport, BagSpec};
use super::tags::{DECLARATION, DECLARATION_FILE, Tags};
use super::{BagError, crew};

/// Files up to this many bytes are prepared in memory, several at a time; larger ones are streamed.
const SMALL: u64 = 8 << 20;
/// Bytes, and files, prepared in memory before they are written out.
const BATCH: u64 = 64 << 20;
const BATCH_FILES: usize = 1024;
/// From here on an entry gets the ZIP64 form. Below 4 GiB, because deflate can lengthen what it cannot
/// shorten.
const ZIP64_FROM: u64 = 4_000_000_000;

/// What deflate shortens. Everything else a case file holds (PDF, office files, photos, recordings)
/// is packed already and is stored as it is.
const TEXT: [&str; 16] = [
    "csv", "eml", "geojson", "htm", "html", "ics", "json", "jsonl", "log", "md", "svg", "tsv", "txt", "vcf", "xml",
    "xsd",
];

/// Seals `bag` in the ZIP file `out`, under one top folder named like the file.
///
/// As [`write`](super::write()), but for the form: the work goes on in the file `<out>.partial`, text is
/// deflated and all else stored, every time stamp is 1980-01-01, and ZIP64 is used where sizes call for it.
///
/// # Errors
/// See [`BagError`]; on any of them `out` is as it was.
pub fn write_zip(out: &Path, bag: &BagSpec<'_>, progress: &mut dyn FnMut(u64)) -> Result<BagReport, BagError> {
    let top = top_folder(out)?;
    let plan = Plan::new(bag)?;
    if let Some(report) = settle(out, Form::Zip, &plan, progress)? {
        return Ok(report);
    }
    let (partial, file) = Partial::file(out, b"PK\x03\x04")?;
    let mut pack = Pack {
        zip: ZipWriter::new(BufWriter::with_capacity(CHUNK, file)),
        path: partial.path(),
        top,
        chunk: vec![0; CHUNK],
    };
    pack.text(DECLARATION_FILE, DECLARATION)?;
    pack.data_folder()?;
    let sealed = pack.payload(&plan, progress)?;
    let tags = Tags::new(&plan, &sealed);
    for (name, text) in tags.files.iter().filter(|(name, _)| *name != DECLARATION_FILE) {
        pack.text(name, text)?;
    }
    pack.finish()?;
    partial.publish()?;
    Ok(BagReport {
        changed: true,
        files: sealed.len() as u64,
        bytes: tags.bytes,
        seal: tags.seal,
        manifest: tags.manifest,
    })
}

struct Pack<'a> {
    zip: ZipWriter<BufWriter<File>>,
    /// The file written to, for errors.
    path: &'a Path,
    /// Ends in `/`.
    top: String,
    chunk: Vec<u8>,
}

impl Pack<'_> {
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

    /// Small files: read, hashed and deflated side by side, then appended in their order.
    fn prepared(
        &mut self,
        batch: &[Entry],
        sealed: &mut Vec<Sealed>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), BagError> {
        let (path, top) = (self.path, self.top.as_str());
        let files = crew::share(
            batch,
            || vec![0; CHUNK],
            |chunk, entry, tell| {
                let name = format!("{top}{}", entry.path);
                let mut file = ZipFileBuilder::new(name, options(&entry.path)).map_err(BagError::zip(path))?;
                let sealed = entry.read(chunk, |bytes| {
                    tell(bytes.len() as u64);
                    file.write_all(bytes).map_err(BagError::io(path))
                })?;
                Ok((sealed, file.finish().map_err(BagError::zip(path))?))
            },
            progress,
        )?;
        for (seal, file) in files {
            self.zip.add_prepared_file(file).map_err(BagError::zip(path))?;
            sealed.push(seal);
        }
        Ok(())
    }

    /// A large file, or one of unknown size: through one chunk of memory.
    fn stream(&mut self, entry: &Entry, progress: &mut dyn FnMut(u64)) -> Result<Sealed, BagError> {
        let (zip, path) = (&mut self.zip, self.path);
        let large = entry.size().is_none_or(|size| size >= ZIP64_FROM);
        let options = options(&entry.path).large_file(large);
        zip.start_file(format!("{}{}", self.top, entry.path), options).map_err(BagError::zip(path))?;
        let mut done = 0;
        entry.read(&mut self.chunk, |bytes| {
            done += bytes.len() as u64;
            progress(done);
            zip.write_all(bytes).map_err(BagError::io(path))
        })
    }

    fn text(&mut self, name: &str, text: &str) -> Result<(), BagError> {
        let large = text.len() as u64 >= ZIP64_FROM;
        self.zip
            .start_file(format!("{}{name}", self.top), options(name).large_file(large))
            .map_err(BagError::zip(self.path))?;
        self.zip.write_all(text.as_bytes()).map_err(BagError::io(self.path))
    }

    /// Every bag has a `data` folder, also one without payload, which no file name would then show.
    fn data_folder(&mut self) -> Result<(), BagError> {
        self.zip
            .add_directory(format!("{}data/", self.top), options("").unix_permissions(0o755))
            .map_err(BagError::zip(self.path))
    }

    fn finish(self) -> Result<(), BagError> {
        let buffered = self.zip.finish().map_err(BagError::zip(self.path))?;
        buffered
            .into_inner()
            .map_err(|error| error.into_error())
            .and_then(|file| file.sync_all())
            .map_err(BagError::io(self.path))
    }
}

/// As many of the first entries as fit into memory together; none when the first is large.
pub(super) fn small_ones<'e, 'a, 's>(entries: &'e [Entry<'a, 's>]) -> &'e [Entry<'a, 's>] {
    let mut bytes = 0;
    let fit = entries
        .iter()
        .take(BATCH_FILES)
        .take_while(|entry| {
            entry.size().is_some_and(|size| {
                bytes += size;
                size <= SMALL && bytes <= BATCH
            })
        })
        .count();
    &entries[..fit]
}

/// The same on every system and every day.
fn options(path: &str) -> SimpleFileOptions {
    let extension = path
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let is_text = extension.is_some_and(|extension| TEXT.contains(&extension.as_str()));
    let method = if is_text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(is_text.then_some(6))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// The name of a packed file without its extension, with a `/`.
pub(super) fn top_folder(out: &Path) -> Result<String, BagError> {
    out.file_stem()
        .and_then(|stem| stem.to_str())
        .filter(|stem| fault_when_new(stem).is_none())
        .map(|stem| format!("{stem}/"))
        .ok_or_else(|| BagError::BadTarget { path: out.into() })
}
