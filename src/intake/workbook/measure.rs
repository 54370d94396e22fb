//! What a workbook unpacks to, measured before a parser believes what it says of itself.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::super::codes::Container;
use super::super::fault::IntakeError;
use super::{MAX_UNPACKED, damaged};

/// Bytes unpacked at a time.
const PIECE: usize = 64 * 1024;
/// What begins the list of merged cells, at the end of a sheet.
const MERGED: &[u8] = b"mergeCells";

/// Tells what kind of zip it is, and unpacks every part once to nowhere: sizes written in the file are claims. Says whether any cells are
/// merged, which the parser would have to read every sheet a second time to find out.
pub(super) fn measure(bytes: &[u8]) -> Result<bool, IntakeError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| damaged(Container::Zip, fault))?;
    let mut kind = Container::Zip;
    let mut unpacked = 0;
    let (merged, mut has_merged) = (memmem::Finder::new(MERGED), false);
    let mut piece = Vec::with_capacity(PIECE + MERGED.len());
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|fault| damaged(Container::Zip, fault))?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_lowercase();
        match name.as_str() {
            "xl/workbook.xml" | "xl/worksheets/sheet1.xml" => kind = Container::Xlsx,
            "xl/workbook.bin" => kind = Container::Xlsb,
            "content.xml" if kind == Container::Zip => kind = Container::Ods,
            _ => {}
        }
        let (mut size, mut texts) = (0, 0);
        piece.clear();
        loop {
            // What was found at the end of a piece may go on in the next.
            piece.drain(..piece.len().saturating_sub(MERGED.len()));
            let kept = piece.len();
            let room = (MAX_UNPACKED - unpacked - size).min(PIECE as u64);
            let read = entry.by_ref().take(room).read_to_end(&mut piece);
            let read = read.map_err(|fault| damaged(Container::Zip, fault))? as u64;
            if size == 0 && name.ends_with("sharedstrings.xml") {
                texts = claimed_texts(&piece);
            }
            has_merged = has_merged || merged.find(&piece).is_some();
            size += read;
            if piece.len() == kept {
                break;
            }
        }
        unpacked += size;
        if unpacked >= MAX_UNPACKED {
            return Err(IntakeError::UnpacksTooLarge { container: Container::Xlsx, limit: MAX_UNPACKED });
        }
        // The parser reserves room for as many texts as the file claims to hold.
        if texts > size / 4 {
            return Err(damaged(Container::Xlsx, "uniqueCount"));
        }
    }
    if kind == Container::Xlsx { Ok(has_merged) } else { Err(IntakeError::UnsupportedContainer { container: kind }) }
}

fn claimed_texts(head: &[u8]) -> u64 {
    let Some(at) = memmem::find(head, b"uniqueCount") else {
        return 0;
    };
    let digits: Vec<u8> =
        head[at..].iter().copied().skip_while(|byte| !byte.is_ascii_digit()).take_while(u8::is_ascii_digit).collect();
    String::from_utf8_lossy(&digits).parse().unwrap_or(u64::MAX)
}
