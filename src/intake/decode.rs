//! Bytes to text: the encodings met, as a stream of UTF-8, and the repair of text that was encoded twice.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use yore::CodePage;
use yore::code_pages::{CP437, CP850};

use super::codes::Container;
use super::fault::IntakeError;
use super::options::{Input, Options};
use super::scan::{Scan, scan};

const PIECE: usize = 64 * 1024;

/// How the bytes stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    /// DOS, Western Europe: old accounting and payroll programs.
    Cp850,
    Cp437,
    Other(&'static Encoding),
}

impl Charset {
    /// Reads a label such as `cp850`, `latin1` or `utf-16le`.
    pub fn parse(label: &str) -> Result<Self, IntakeError> {
        let plain = label.trim().to_ascii_lowercase();
        Ok(match plain.as_str() {
            "cp850" | "850" | "ibm850" | "dos" => Charset::Cp850,
            "cp437" | "437" | "ibm437" => Charset::Cp437,
            "cp1252" | "1252" | "ansi" => Charset::Windows1252,
            _ => match Encoding::for_label(plain.as_bytes()) {
                Some(found) if found == UTF_8 => Charset::Utf8,
                Some(found) if found == UTF_16LE => Charset::Utf16Le,
                Some(found) if found == UTF_16BE => Charset::Utf16Be,
                Some(found) if found == WINDOWS_1252 => Charset::Windows1252,
                Some(found) => Charset::Other(found),
                None => {
                    return Err(IntakeError::UnknownEncoding { label: label.to_owned() });
                }
            },
        })
    }

    pub fn name(self) -> String {
        match self {
            Charset::Utf8 => "utf-8".into(),
            Charset::Utf16Le => "utf-16le".into(),
            Charset::Utf16Be => "utf-16be".into(),
            Charset::Windows1252 => "windows-1252".into(),
            Charset::Cp850 => "cp850".into(),
            Charset::Cp437 => "cp437".into(),
            Charset::Other(encoding) => encoding.name().to_ascii_lowercase(),
        }
    }

    fn decoding(self) -> Decoding {
        let by = |encoding: &'static Encoding| Decoding::Table(Box::new(encoding.new_decoder_without_bom_handling()));
        match self {
            Charset::Utf8 => by(UTF_8),
            Charset::Utf16Le => by(UTF_16LE),
            Charset::Utf16Be => by(UTF_16BE),
            Charset::Windows1252 => by(WINDOWS_1252),
            Charset::Other(encoding) => by(encoding),
            Charset::Cp850 => Decoding::CodePage(&CP850),
            Charset::Cp437 => Decoding::CodePage(&CP437),
        }
    }
}

enum Decoding {
    Table(Box<Decoder>),
    CodePage(&'static dyn CodePage),
    /// UTF-8 with stray letters of Windows-1252; what is kept is the beginning of a letter that the last piece cut.
    Mixed(Vec<u8>),
}

/// Adds a piece of mixed text; a letter that is not whole yet stays in `bytes`, unless the text ends.
fn take_mixed(bytes: &mut Vec<u8>, is_last: bool, text: &mut String) {
    let mut rest = bytes.as_slice();
    loop {
        match std::str::from_utf8(rest) {
            Ok(valid) => {
                text.push_str(valid);
                return bytes.clear();
            }
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                // Checked by the very error above.
                text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                let stray = match error.error_len() {
                    Some(length) => length,
                    None if is_last => after.len(),
                    None => {
                        *bytes = after.to_vec();
                        return;
                    }
                };
                text.push_str(&WINDOWS_1252.decode_without_bom_handling(&after[..stray]).0);
                rest = &after[stray..];
            }
        }
    }
}

/// The input as UTF-8, from after the byte order mark.
pub(super) fn text_of<'a>(input: Input<'a>, scan: &Scan) -> Result<Box<dyn BufRead + 'a>, IntakeError> {
    text_from(input.open()?, scan)
}

/// A text of any encoding that lists are read in, found out the same way; none for what is no text.
pub fn text(bytes: &[u8]) -> Option<String> {
    let scan = scan(Input::Bytes(bytes), &Options::default()).ok()?;
    if !matches!(scan.container, Container::Csv | Container::Html) || scan.undecodable {
        return None;
    }
    let mut text = String::new();
    text_of(Input::Bytes(bytes), &scan).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// The sample of a scan as UTF-8.
pub(super) fn text_of_sample(scan: &Scan) -> Result<Box<dyn BufRead + '_>, IntakeError> {
    text_from(Box::new(scan.sample.as_slice()), scan)
}

fn text_from<'a>(mut raw: Box<dyn Read + 'a>, scan: &Scan) -> Result<Box<dyn BufRead + 'a>, IntakeError> {
    io::copy(&mut raw.by_ref().take(scan.bom as u64), &mut io::sink())?;
    if scan.charset == Charset::Utf8 && !scan.undecodable && !scan.is_mixed {
        return Ok(Box::new(io::BufReader::with_capacity(4 * PIECE, raw)));
    }
    Ok(Box::new(Transcoder {
        raw,
        decoding: if scan.is_mixed { Decoding::Mixed(Vec::new()) } else { scan.charset.decoding() },
        piece: vec![0; PIECE],
        text: String::new(),
        at: 0,
        ended: false,
    }))
}

/// Decodes piece by piece.
struct Transcoder<'a> {
    raw: Box<dyn Read + 'a>,
    decoding: Decoding,
    piece: Vec<u8>,
    text: String,
    at: usize,
    ended: bool,
}

impl Transcoder<'_> {
    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.at = 0;
        while self.text.is_empty() && !self.ended {
            let read = match self.raw.read(&mut self.piece) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.ended = read == 0;
            let bytes = &self.piece[..read];
            match &mut self.decoding {
                Decoding::Table(decoder) => {
                    // Room for the longest outcome, so that one call takes the whole piece.
                    let room = decoder.max_utf8_buffer_length(read).unwrap_or(4 * read + 16);
                    self.text.reserve(room);
                    let _ = decoder.decode_to_string(bytes, &mut self.text, self.ended);
                }
                Decoding::Mixed(kept) => {
                    kept.extend_from_slice(bytes);
                    take_mixed(kept, self.ended, &mut self.text);
                }
                Decoding::CodePage(page) => self.text.push_str(&page.decode_lossy_fallback(bytes, '\u{fffd}')),
            }
        }
        Ok(())
    }
}

impl Read for Transcoder<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let taken = have.len().min(out.len());
        out[..taken].copy_from_slice(&have[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}

impl BufRead for Transcoder<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.text.len() {
            self.refill()?;
        }
        Ok(&self.text.as_bytes()[self.at..])
    }

    fn consume(&mut self, taken: usize) {
        self.at = (self.at + taken).min(self.text.len());
    }
}

/// Undoes one round of "UTF-8 read as Windows-1252 and encoded again", letter by letter; `None` when no letter is of that kind.
pub(super) fn repair(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(['Ã', 'Â']) {
        return None;
    }
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_changed = false;
    while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
        let run = rest[at..].find(|c: char| c.is_ascii()).map_or(rest.len(), |length| at + length);
        repaired.push_str(&rest[..at]);
        let letters = Some(&rest[at..run]).filter(|run| run.contains(['Ã', 'Â'])).and_then(repaired_run);
        is_changed |= letters.is_some();
        repaired.push_str(letters.as_deref().unwrap_or(&rest[at..run]));
        rest = &rest[run..];
    }
    repaired.push_str(rest);
    is_changed.then_some(repaired)
}

/// The letters that a run of others stands for.
fn repaired_run(run: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(run.len());
    for c in run.chars() {
        match u8::try_from(u32::from(c)) {
            // Whoever misread it as Latin-1 left its control characters where Windows-1252 has letters.
            Ok(byte @ 0x80..=0x9F) => bytes.push(byte),
            _ => {
                let mut letter = [0; 4];
                let (one, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut letter));
                if unmappable {
                    return None;
                }
                bytes.extend_from_slice(&one);
            }
        }
    }
    String::from_utf8(bytes).ok()
}
