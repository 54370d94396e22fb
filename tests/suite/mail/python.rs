//! Runs the independent reader. See `judge`.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/mail/reader.py");

/// What the reader understood; none where no reader was named.
pub fn read(kind: &str, bytes: &[u8]) -> Option<Value> {
    let python = crate::judge::python()?;
    let mut child = Command::new(&python)
        .args([READER, kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    let mut stdin = child.stdin.take().expect("stdin was piped");
    // A reader that fails early closes its end; what it said is more useful than a broken pipe.
    let _ = stdin.write_all(bytes);
    drop(stdin);
    let output = child.wait_with_output().expect("the reader ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the reader refused:\n{said}");
    Some(serde_json::from_slice(&output.stdout).expect("the reader answers in JSON"))
}
