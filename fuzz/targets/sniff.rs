//! What a file is: encodings, containers, delimiters, headers.
#![no_main]

use ata::intake::{Input, Options, sniff};
use libfuzzer_sys::fuzz_target;

// A damaged workbook may make its parser panic; the reader catches that, and only what it does not catch counts.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |file: &[u8]| {
    let _ = sniff(Input::Bytes(file), &Options::default());
});
