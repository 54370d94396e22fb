//! Puts what was written on the disk, so that a power cut after it takes nothing away.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use super::partial::sync_folder;
use super::{BagError, crew};

/// From so many files on the whole file system is asked at once: each file by itself costs an entry of its journal. Fewer
/// are quicker one by one, and whatever else is being written there need not be waited for.
const MANY: usize = 64;

/// The file system under a folder.
pub(super) struct Disk {
    /// The folder, where one request does for all files what many requests do.
    whole: Option<File>,
}

impl Disk {
    /// To be asked before anything is written: what fails while the system writes on its own is told from here on.
    pub(super) fn under(folder: &Path) -> Result<Self, BagError> {
        let whole =
            if settles_at_once(folder) { Some(File::open(folder).map_err(BagError::io(folder))?) } else { None };
        Ok(Self { whole })
    }

    /// Waits until the files, and the names in the folders, are on the disk. After all copies and not after each: the system
    /// has by then written most of it on its own.
    ///
    /// # Errors
    /// What the system says of a file, or of the whole file system.
    pub(super) fn settle(&self, files: &[PathBuf], folders: &[PathBuf]) -> Result<(), BagError> {
        if let (Some(whole), Some(top)) = (&self.whole, folders.first())
            && files.len() >= MANY
        {
            return settle_all(whole).map_err(BagError::io(top));
        }
        crew::share(
            files,
            || (),
            |(), path, _| {
                // Windows syncs only what was opened for writing.
                let opened = if cfg!(windows) { OpenOptions::new().write(true).open(path) } else { File::open(path) };
                opened.and_then(|file| file.sync_all()).map_err(BagError::io(path))
            },
            &mut |_| {},
        )?;
        // The inner ones first.
        folders.iter().rev().try_for_each(|folder| sync_folder(folder))
    }
}

/// Is one request as good as one for each file? On the usual file systems of a disk of this machine, by what their kernels
/// say; not where a server or another program stands behind the folder, which may answer before it has written.
#[cfg(target_os = "linux")]
fn settles_at_once(folder: &Path) -> bool {
    // ext2 to ext4, XFS, Btrfs, F2FS, tmpfs: see statfs(2).
    const KNOWN: [u64; 5] = [0xef53, 0x5846_5342, 0x9123_683e, 0xf2f5_2010, 0x0102_1994];
    let kind = rustix::fs::statfs(folder).ok().and_then(|about| u64::try_from(about.f_type).ok());
    kind.is_some_and(|kind| KNOWN.contains(&kind))
        && tells_failures(&rustix::system::uname().release().to_string_lossy())
}

/// Linux says of a whole file system that something could not be written since its version 5.8: see syncfs(2).
#[cfg(target_os = "linux")]
fn tells_failures(release: &str) -> bool {
    let mut parts = release.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= (5, 8)
}

#[cfg(target_os = "linux")]
fn settle_all(folder: &File) -> std::io::Result<()> {
    Ok(rustix::fs::syncfs(folder)?)
}

#[cfg(not(target_os = "linux"))]
fn settles_at_once(_: &Path) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
fn settle_all(_: &File) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn only_a_kernel_that_tells_what_was_not_written_is_asked_for_all_at_once() {
        for (release, tells) in [
            ("6.1.0-18-amd64", true),
            ("5.10.0", true),
            ("5.8", true),
            ("5.4.0-150-generic", false),
            ("4.19.0", false),
            ("", false),
        ] {
            assert_eq!(tells_failures(release), tells, "{release}");
        }
    }
}
