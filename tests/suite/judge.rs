//! Independent judges: readers of our output that we did not write, in Python. `ATA_TEST_PYTHON` names an interpreter or a virtual
//! environment that has `bagit`, `icalendar`, `aiosmtpd`, `cryptography`, `lxml`, `openpyxl` and `holidays`; `.ci/run` makes one. Where it is not set, on a machine with nothing but
//! Rust, the judged tests end before the judge is asked.

use std::path::PathBuf;

/// The interpreter, if one was named.
pub fn python() -> Option<PathBuf> {
    let named = PathBuf::from(std::env::var_os("ATA_TEST_PYTHON")?);
    Some(if named.is_dir() { named.join("bin/python3") } else { named })
}
