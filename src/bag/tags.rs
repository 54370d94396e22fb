//! The tag files of a bag, made in memory: declaration, bag-info, manifests and their manifests.

use std::fmt::Write;

use super::digest::both;
use super::path::encode;
use super::plan::{Plan, Sealed};

pub(super) const DECLARATION_FILE: &str = "bagit.txt";
pub(super) const INFO_FILE: &str = "bag-info.txt";
pub(super) const SEAL_FILE: &str = "tagmanifest-sha256.txt";
const SEAL_FILE_512: &str = "tagmanifest-sha512.txt";
pub(super) const MANIFEST_FILE: &str = "manifest-sha256.txt";
pub(super) const MANIFEST_FILE_512: &str = "manifest-sha512.txt";

/// RFC 8493 §2.1.1, word for word.
pub(super) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

pub(super) const DATE_LABEL: &str = "Bagging-Date";
pub(super) const OXUM_LABEL: &str = "Payload-Oxum";
const SIZE_LABEL: &str = "Bag-Size";
/// Labels of `bag-info.txt` that are written here and by nobody else.
pub(super) const GENERATED: [&str; 3] = [DATE_LABEL, OXUM_LABEL, SIZE_LABEL];

/// All that stands at the top of a bag besides `data`.
pub(super) const TOP_FILES: [&str; 6] =
    [DECLARATION_FILE, INFO_FILE, MANIFEST_FILE, MANIFEST_FILE_512, SEAL_FILE, SEAL_FILE_512];

/// The tag files as name and content, in the order to write them; the declaration is among them.
pub(super) struct Tags {
    pub(super) files: Vec<(&'static str, String)>,
    /// SHA-256 of `tagmanifest-sha256.txt`.
    pub(super) seal: String,
    /// SHA-256 of `manifest-sha256.txt`.
    pub(super) manifest: String,
    pub(super) bytes: u64,
}

impl Tags {
    pub(super) fn new(plan: &Plan, sealed: &[Sealed]) -> Self {
        let bytes = sealed.iter().map(|file| file.bytes).sum();
        let mut files = vec![
            (DECLARATION_FILE, DECLARATION.to_owned()),
            (INFO_FILE, info(plan, bytes, sealed.len())),
            (MANIFEST_FILE, lines(sealed.iter().map(|f| (&*f.sha256, &*f.path)))),
            (MANIFEST_FILE_512, lines(sealed.iter().map(|f| (&*f.sha512, &*f.path)))),
        ];
        files.sort_unstable_by_key(|(name, _)| *name);
        let digests: Vec<_> = files.iter().map(|(name, text)| (*name, both(text.as_bytes()))).collect();
        let seal = lines(digests.iter().map(|(name, (sha256, _))| (&**sha256, *name)));
        let seal_512 = lines(digests.iter().map(|(name, (_, sha512))| (&**sha512, *name)));
        let fingerprint = both(seal.as_bytes()).0;
        let manifest = digests.iter().find(|(name, _)| *name == MANIFEST_FILE);
        let manifest = manifest.map(|(_, (sha256, _))| sha256.clone()).unwrap_or_default();
        files.push((SEAL_FILE, seal));
        files.push((SEAL_FILE_512, seal_512));
        Self { files, seal: fingerprint, manifest, bytes }
    }
}

fn lines<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (digest, path) in entries {
        text.push_str(digest);
        text.push_str("  ");
        text.push_str(&encode(path));
        text.push('\n');
    }
    text
}

fn info(plan: &Plan, bytes: u64, files: usize) -> String {
    let mut text = String::new();
    let generated = [
        (DATE_LABEL, plan.bagging_date.format("%Y-%m-%d").to_string()),
        (OXUM_LABEL, format!("{bytes}.{files}")),
        (SIZE_LABEL, human_size(bytes)),
    ];
    for (label, value) in plan.info.iter().chain(&generated) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{label}: {value}");
    }
    text
}

/// `Bag-Size`: an approximation for people, in decimal units (RFC 8493 §2.2.2 shows `42600 MB`).
fn human_size(bytes: u64) -> String {
    const UNITS: [&str; 6] = ["KB", "MB", "GB", "TB", "PB", "EB"];
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    // Tenths of a unit, rounded up: a disk that has the size said is large enough.
    let mut tenths = u128::from(bytes).div_ceil(100);
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths = tenths.div_ceil(1000);
        unit += 1;
    }
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_the_unit_that_fits() {
        for (bytes, said) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1.0 KB"),
            (1001, "1.1 KB"),
            (999_900, "999.9 KB"),
            (999_901, "1.0 MB"),
            (42_600_000, "42.6 MB"),
            (1_073_741_824, "1.1 GB"),
            (u64::MAX, "18.5 EB"),
        ] {
            assert_eq!(human_size(bytes), said);
        }
    }
}
