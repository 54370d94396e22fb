//! First look at a file: what holds it, how it is encoded, how lines end. One pass, bounded memory.

use std::io::Read;

use memchr::{memchr, memmem};

use super::codes::Container;
use super::decode::Charset;
use super::fault::IntakeError;
use super::options::{Input, Options};

/// Bytes of the start of the file that decide on container, delimiter and header.
pub(super) const SAMPLE: usize = 256 * 1024;
const CHUNK: usize = 256 * 1024;

/// What the first pass over the bytes says.
#[derive(Debug)]
pub(super) struct Scan {
    pub container: Container,
    pub charset: Charset,
    /// Length of the byte order mark to skip.
    pub bom: usize,
    /// The text was encoded twice (`JosÃ©`): cells are to be repaired.
    pub twice_encoded: bool,
    /// Some bytes have no meaning in the encoding and become U+FFFD.
    pub undecodable: bool,
    /// The same where nobody named the encoding: letters of Windows-1252 among those of UTF-8, read as such.
    pub is_mixed: bool,
    /// Nothing says so but the accents, which are those of DOS: read as such.
    pub looks_like_dos: bool,
    pub size: u64,
    pub sample: Vec<u8>,
}

impl Scan {
    /// True when the sample holds the whole file.
    pub fn is_whole(&self) -> bool {
        self.size == self.sample.len() as u64
    }
}

/// Reads the input once and decides on container and encoding.
pub(super) fn scan(input: Input<'_>, options: &Options) -> Result<Scan, IntakeError> {
    let asked = options.encoding.as_deref().map(Charset::parse).transpose()?;
    let mut reader = input.open()?;
    let mut census = Census::default();
    let mut sample = Vec::new();
    let mut size = 0_u64;
    let mut is_text = true;
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = match reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        let bytes = &chunk[..read];
        if sample.len() < SAMPLE {
            sample.extend_from_slice(&bytes[..read.min(SAMPLE - sample.len())]);
        }
        // What is packed has no letters.
        if size == 0 {
            is_text = matches!(container(&sample), Container::Csv | Container::Html);
        }
        if is_text {
            census.take(bytes);
        }
        size += read as u64;
    }
    census.finish();
    if size == 0 {
        return Err(IntakeError::Empty);
    }
    let container = container(&sample);
    if size == sample.len() as u64 && is_blank(&sample) {
        return Err(IntakeError::Empty);
    }
    let (guessed, bom) = charset(&sample, &census);
    let looks_like_dos = asked.is_none() && guessed == Charset::Windows1252 && census.looks_like_dos();
    let guessed = if looks_like_dos { Charset::Cp850 } else { guessed };
    let charset = asked.unwrap_or(guessed);
    if container == Container::Csv && !matches!(charset, Charset::Utf16Le | Charset::Utf16Be) && is_binary(&sample) {
        return Err(IntakeError::NotText);
    }
    Ok(Scan {
        container,
        bom: if charset == guessed { bom } else { 0 },
        twice_encoded: charset == Charset::Utf8 && census.twice_encoded,
        undecodable: charset == Charset::Utf8 && asked.is_some() && census.broken > 0,
        is_mixed: charset == Charset::Utf8 && asked.is_none() && census.broken > 0,
        looks_like_dos,
        charset,
        size,
        sample,
    })
}

fn container(sample: &[u8]) -> Container {
    let start = sample.strip_prefix(b"\xef\xbb\xbf").unwrap_or(sample).trim_ascii_start();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        Container::Zip
    } else if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Container::Xls
    } else if let Some((_, other)) = OTHERS.iter().find(|(mark, _)| start.starts_with(mark)) {
        *other
    } else if start.starts_with(b"<") && looks_like_html(start) {
        Container::Html
    } else {
        Container::Csv
    }
}

/// What is no list, by how it begins.
const OTHERS: [(&[u8], Container); 9] = [
    (b"%PDF-", Container::Pdf),
    (b"\x89PNG\r\n", Container::Png),
    (b"\xff\xd8\xff", Container::Jpeg),
    (b"GIF8", Container::Gif),
    (b"\x1f\x8b\x08", Container::Gzip),
    (b"Rar!\x1a", Container::Rar),
    (b"7z\xbc\xaf", Container::SevenZip),
    (b"{\\rtf", Container::Rtf),
    (b"SQLite format 3\0", Container::Sqlite),
];

/// Nothing but blanks after the byte order mark, in any encoding.
fn is_blank(sample: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let text = marks.iter().find_map(|mark| sample.strip_prefix(*mark)).unwrap_or(sample);
    text.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0)
}

/// More control characters than any text has: in arbitrary bytes one in ten is one. NUL does not count, for programs that fill
/// their cells with it.
fn is_binary(sample: &[u8]) -> bool {
    let head = &sample[..sample.len().min(8 * 1024)];
    let controls = head.iter().filter(|byte| matches!(byte, 0x01..=0x08 | 0x0b | 0x0e..=0x1f | 0x7f)).count();
    controls >= 4 && controls * 20 > head.len()
}

/// A list may begin with `<`; a web page has a table in it too.
fn looks_like_html(start: &[u8]) -> bool {
    let lower = start[..start.len().min(64 * 1024)].to_ascii_lowercase();
    [&b"<table"[..], b"<html", b"<tr"].iter().any(|tag| memmem::find(&lower, tag).is_some())
}

fn charset(sample: &[u8], census: &Census) -> (Charset, usize) {
    match sample {
        [0xEF, 0xBB, 0xBF, ..] => return (Charset::Utf8, 3),
        [0xFF, 0xFE, ..] => return (Charset::Utf16Le, 2),
        [0xFE, 0xFF, ..] => return (Charset::Utf16Be, 2),
        _ => {}
    }
    // Latin text in UTF-16 has a NUL in nearly every other byte; a stray NUL in other text does not make a third.
    let head = &sample[..sample.len().min(8 * 1024) & !1];
    let nuls = |at: usize| head.iter().skip(at).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (nuls(0), nuls(1), head.len() / 2);
    if pairs > 0 && odd * 3 > pairs && even * 10 < pairs {
        (Charset::Utf16Le, 0)
    } else if pairs > 0 && even * 3 > pairs && odd * 10 < pairs {
        (Charset::Utf16Be, 0)
    } else if census.broken == 0 || (census.whole > 0 && census.whole >= census.broken) {
        // Letters of Windows-1252 hardly ever make a letter of UTF-8: rows of another encoding were pasted in.
        (Charset::Utf8, 0)
    } else {
        (Charset::Windows1252, 0)
    }
}

/// Counts over all bytes of the file.
#[derive(Default)]
struct Census {
    /// Valid multi-byte letters of UTF-8, and sequences that are not.
    whole: u64,
    broken: u64,
    twice_encoded: bool,
    dos: u64,
    windows: u64,
    /// Start of a letter cut by the end of the last piece.
    carry: Vec<u8>,
}

impl Census {
    fn take(&mut self, bytes: &[u8]) {
        if self.carry.is_empty() {
            self.take_text(bytes);
        } else {
            let mut joined = std::mem::take(&mut self.carry);
            joined.extend_from_slice(bytes);
            self.take_text(&joined);
        }
    }

    fn take_text(&mut self, mut bytes: &[u8]) {
        if bytes.is_ascii() {
            return;
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            return self.take_valid(text);
        }
        self.weigh_letters(bytes);
        loop {
            match std::str::from_utf8(bytes) {
                Ok(text) => return self.take_valid(text),
                Err(error) => {
                    let (valid, rest) = bytes.split_at(error.valid_up_to());
                    // Checked by the very error above.
                    self.take_valid(std::str::from_utf8(valid).unwrap_or_default());
                    let Some(length) = error.error_len() else {
                        self.carry = rest.to_vec();
                        return;
                    };
                    self.broken += 1;
                    bytes = &rest[length..];
                }
            }
        }
    }

    fn take_valid(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // So few at once that a byte can count them: the processor counts many side by side.
        let begun = |piece: &[u8]| u64::from(piece.iter().map(|byte| u8::from(*byte >= 0xC2)).sum::<u8>());
        self.whole += bytes.chunks(128).map(begun).sum::<u64>();
        if self.twice_encoded {
            return;
        }
        // `Ã` or `Â` followed by another non-ASCII letter does not occur in Spanish or Portuguese words.
        let mut at = 0;
        while let Some(found) = memchr(0xC3, &bytes[at..]) {
            at += found + 1;
            if matches!(bytes.get(at), Some(0x82 | 0x83)) && bytes.get(at + 1).is_some_and(|&next| next >= 0xC2) {
                self.twice_encoded = true;
                return;
            }
        }
    }

    /// Which single bytes stand beside letters: accents of DOS (CP850), which are signs in Windows-1252, or the other way round.
    fn weigh_letters(&mut self, bytes: &[u8]) {
        for window in bytes.windows(3) {
            let (before, after) = (window[0].is_ascii_alphabetic(), window[2].is_ascii_alphabetic());
            match window[1] {
                0x81 | 0x82 | 0x87 | 0x90 | 0xA2..=0xA5 | 0xB5 if before || after => self.dos += 1,
                0xA1 if before && after => self.dos += 1,
                0xC1 | 0xCD | 0xD1 | 0xD3 | 0xDA | 0xE1 | 0xE3 | 0xE7 | 0xEA | 0xED | 0xF1 | 0xF3 | 0xF5 | 0xFA
                    if before || after =>
                {
                    self.windows += 1;
                }
                _ => {}
            }
        }
    }

    fn looks_like_dos(&self) -> bool {
        self.dos > self.windows
    }

    fn finish(&mut self) {
        if !self.carry.is_empty() {
            self.broken += 1;
        }
    }
}
