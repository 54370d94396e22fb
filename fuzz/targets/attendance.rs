//! Every reader of attendance: the first byte says which one, or that it is to be found out.
#![no_main]

use ata::intake::{Input, Options, Source, attendance};
use libfuzzer_sys::fuzz_target;

// A damaged workbook may make its parser panic; the reader catches that, and only what it does not catch counts.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    let Some((which, file)) = bytes.split_first() else { return };
    let source = Source::ALL.get(usize::from(*which)).copied();
    let _ = attendance(Input::Bytes(file), &Options { source, ..Options::default() });
});
