//! Where this register lies: the machine, its start, the file. What is not known here is left out of every comparison.

use std::path::{Path, PathBuf};

/// The file of a register on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    pub path: PathBuf,
    /// Identifies the machine; none where it has no such name (a container).
    pub machine: Option<String>,
    /// Identifies the file within its disk, wherever it is moved there.
    pub file: Option<u64>,
}

impl Here {
    pub fn of(register: &Path) -> Here {
        let absolute = || std::path::absolute(register).unwrap_or_else(|_| register.to_owned());
        let path = std::fs::canonicalize(register).unwrap_or_else(|_| absolute());
        Here { machine: line("/etc/machine-id"), file: number(&path), path }
    }
}

/// Identifies the start of this machine: what was written before the one it names may not have reached the disk.
pub fn boot() -> Option<String> {
    line("/proc/sys/kernel/random/boot_id")
}

fn line(path: &str) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let word = text.trim();
    (word.len() >= 16 && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')).then(|| word.to_owned())
}

#[cfg(unix)]
fn number(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|metadata| metadata.ino())
}

#[cfg(not(unix))]
fn number(_: &Path) -> Option<u64> {
    None
}
