//! Readers of PDF that are not ours: qpdf, poppler, zbar and the Preflight of PDFBox. `.ci/run` installs them; on a machine
//! without them the judged tests end before the judge is asked.

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a reader on a file; none where it is not installed. Its answer, and whether it was content.
pub fn ask(reader: &str, args: &[&str], file: &Path, after: &[&str]) -> Option<(bool, String)> {
    let mut command = Command::new(reader);
    command.args(args).arg(file).args(after).stdin(Stdio::null());
    let output = match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => panic!("{reader}: {error}"),
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some((output.status.success(), said))
}

/// The text of a PDF, page by page, as poppler reads it.
pub fn text(bytes: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, bytes).expect("a file");
    let (is_content, said) = ask("pdftotext", &["-layout"], &file, &["-"])?;
    assert!(is_content, "{said}");
    Some(said.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}
