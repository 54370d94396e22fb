//! Runs the independent reader. `ATA_TEST_PYTHON` names the interpreter; `skip` leaves these checks out.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/mail/reader.py");

/// What the reader understood; none only when its use was switched off.
pub fn read(kind: &str, bytes: &[u8]) -> Option<Value> {
    let python = std::env::var("ATA_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if python == "skip" {
        return None;
    }
    let advice = format!(
        "this test reads our output back with `{python}` and the PyPI module `icalendar`.\n\
         Install it (`{python} -m pip install icalendar`), or name an interpreter that has it in \
         ATA_TEST_PYTHON, or set ATA_TEST_PYTHON=skip to leave the check out."
    );
    let mut child = Command::new(&python)
        .args([READER, kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{advice}\n{error}"));
    let mut stdin = child.stdin.take().expect("stdin was piped");
    // A reader that fails early closes its end; what it said is more useful than a broken pipe.
    let _ = stdin.write_all(bytes);
    drop(stdin);
    let output = child.wait_with_output().expect("the reader ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("ModuleNotFoundError"), "{advice}\n{said}");
    assert!(output.status.success(), "the reader refused:\n{said}");
    Some(serde_json::from_slice(&output.stdout).expect("the reader answers in JSON"))
}
