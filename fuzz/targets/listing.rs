//! Lists of organisations, people and needs.
#![no_main]

use ata::intake::{Field, Input, Options, listing};
use libfuzzer_sys::fuzz_target;

// A damaged workbook may make its parser panic; the reader catches that, and only what it does not catch counts.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |file: &[u8]| {
    for of_people in [false, true] {
        let _ = listing(Input::Bytes(file), &Options::default(), of_people, |heading| Field::of(heading).is_some());
    }
});
