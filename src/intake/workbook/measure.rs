//! What a workbook unpacks to, measured before a parser believes what it says of itself.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::super::codes::Container;
use super::super::fault::IntakeError;
use super::{MAX_UNPACKED, damaged};

/// Tells what kind of zip it is, and unpacks every part once to nowhere: sizes written in the file are claims.
pub(super) fn measure(bytes: &[u8]) -> Result<(), IntakeError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| damaged(Container::Zip, fault))?;
    let mut kind = Container::Zip;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|fault| damaged(Container::Zip, fault))?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_lowercase();
        match name.as_str() {
            "xl/workbook.xml" | "xl/worksheets/sheet1.xml" => kind = Container::Xlsx,
            "xl/workbook.bin" => kind = Container::Xlsb,
            "content.xml" if kind == Container::Zip => kind = Container::Ods,
            _ => {}
        }
        let mut head = Vec::new();
        let size =
            drain(&mut entry, MAX_UNPACKED - unpacked, &mut head).map_err(|fault| damaged(Container::Zip, fault))?;
        unpacked += size;
        if unpacked >= MAX_UNPACKED {
            return Err(IntakeError::UnpacksTooLarge { container: Container::Xlsx, limit: MAX_UNPACKED });
        }
        // The parser reserves room for as many texts as the file claims to hold.
        if name.ends_with("sharedstrings.xml") && claimed_texts(&head) > size / 4 {
            return Err(damaged(Container::Xlsx, "uniqueCount"));
        }
    }
    if kind == Container::Xlsx { Ok(()) } else { Err(IntakeError::UnsupportedContainer { container: kind }) }
}

/// Reads to the end or the limit, keeping the first bytes.
fn drain(entry: &mut impl Read, limit: u64, head: &mut Vec<u8>) -> std::io::Result<u64> {
    let mut limited = entry.take(limit);
    limited.by_ref().take(64 * 1024).read_to_end(head)?;
    Ok(head.len() as u64 + std::io::copy(&mut limited, &mut std::io::sink())?)
}

fn claimed_texts(head: &[u8]) -> u64 {
    let Some(at) = memmem::find(head, b"uniqueCount") else {
        return 0;
    };
    let digits: Vec<u8> =
        head[at..].iter().copied().skip_while(|byte| !byte.is_ascii_digit()).take_while(u8::is_ascii_digit).collect();
    String::from_utf8_lossy(&digits).parse().unwrap_or(u64::MAX)
}
