//! Our own list, read as a stream.
#![no_main]

use ata::intake::{CanonicalReader, Input, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let Ok(mut reader) = CanonicalReader::open(Input::Bytes(file), &Options::default()) else { return };
    while let Ok(Some(_)) = reader.read() {}
});
