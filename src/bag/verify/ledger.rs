//! Reading tag files: declaration, bag-info, manifests and `fetch.txt`, of any maker.

use super::super::path::{decode, fault};
use super::super::{Algorithm, PathFault};
use super::{Problem, ProblemKind};

/// The versions read here. 0.96 and 0.97 differ from 1.0 in what they require, not in how they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V0_96,
    V0_97,
    V1_0,
}

/// Reads `bagit.txt`. Without a version that is known, the rules of 1.0 hold.
pub(super) fn declaration(text: &str, found: &mut Vec<ProblemKind>) -> Version {
    let fields: Vec<_> = fields(text).collect();
    let value = |label: &str| {
        fields.iter().find_map(|field| {
            let (name, value) = field.as_ref().ok()?;
            name.eq_ignore_ascii_case(label).then_some(value.as_str())
        })
    };
    for field in &fields {
        if let Err(line) = field {
            found.push(ProblemKind::Malformed { line: *line });
        }
    }
    match value("Tag-File-Character-Encoding") {
        Some(name) if name.eq_ignore_ascii_case("utf-8") => {}
        other => found.push(ProblemKind::Encoding { declared: Some(other.unwrap_or_default().to_owned()) }),
    }
    match value("BagIt-Version") {
        Some("0.96") => Version::V0_96,
        Some("0.97") => Version::V0_97,
        Some("1.0") => Version::V1_0,
        other => {
            let other = other.unwrap_or_default().to_owned();
            found.push(ProblemKind::Version { found: other });
            Version::V1_0
        }
    }
}

/// The labels and values of a tag file, folded lines joined; or the number of a line that is neither.
pub(super) fn fields(text: &str) -> impl Iterator<Item = Result<(String, String), u64>> {
    let mut fields: Vec<Result<(String, String), u64>> = Vec::new();
    for (number, line) in lines(text) {
        if line.trim().is_empty() {
            continue;
        }
        let folded = line.starts_with([' ', '\t']);
        match (folded, fields.last_mut(), line.split_once(':')) {
            (true, Some(Ok((_, value))), _) => {
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(line.trim());
            }
            (false, _, Some((label, value))) => {
                fields.push(Ok((label.trim().to_owned(), value.trim().to_owned())));
            }
            _ => fields.push(Err(number)),
        }
    }
    fields.into_iter()
}

/// One manifest, payload or tag.
pub(super) struct Manifest {
    pub(super) file: String,
    /// As the file name has it.
    pub(super) label: String,
    pub(super) algorithm: Option<Algorithm>,
    pub(super) is_tag: bool,
}

impl Manifest {
    /// From a file name at the top of the bag.
    pub(super) fn named(file: &str) -> Option<Self> {
        let stem = file.strip_suffix(".txt")?;
        let (label, is_tag) = match stem.strip_prefix("tagmanifest-") {
            Some(label) => (label, true),
            None => (stem.strip_prefix("manifest-")?, false),
        };
        Some(Self { file: file.to_owned(), label: label.to_owned(), algorithm: Algorithm::named(label), is_tag })
    }

    /// Its lines. What cannot be understood, or must not be followed, goes to `found`.
    pub(super) fn listed(&self, text: &str, version: Version, found: &mut Vec<Problem>) -> Vec<Listed> {
        let mut listed = Vec::new();
        for (line, content) in lines(text) {
            if content.trim().is_empty() {
                continue;
            }
            let digits = self.algorithm.map(Algorithm::digits);
            let entry = content
                .split_once([' ', '\t'])
                .map(|(digest, rest)| (digest, rest.trim_start_matches([' ', '\t'])))
                .filter(|(digest, written)| {
                    !written.is_empty()
                        && digest.bytes().all(|b| b.is_ascii_hexdigit())
                        && digits.is_none_or(|digits| digits == digest.len())
                });
            let Some((digest, written)) = entry else {
                found.push(Problem { path: self.file.clone(), kind: ProblemKind::Malformed { line } });
                continue;
            };
            match Listed::new(written, digest, self.is_tag, version) {
                Ok(entry) => listed.push(entry),
                Err(fault) => found.push(Problem { path: written.to_owned(), kind: ProblemKind::BadPath { fault } }),
            }
        }
        listed
    }
}

/// A line of a manifest.
pub(super) struct Listed {
    pub(super) path: String,
    /// The path before decoding: some writers leave `%` as it is.
    pub(super) written: String,
    /// In lower case.
    pub(super) digest: String,
}

impl Listed {
    fn new(written: &str, digest: &str, is_tag: bool, version: Version) -> Result<Self, PathFault> {
        // `*` before a name is how md5sum and its like mark a file read as bytes.
        let written = written.strip_prefix('*').unwrap_or(written);
        let written = written.strip_prefix("./").unwrap_or(written);
        let path = decode(written, version >= Version::V1_0);
        if let Some(fault) = fault(&path).or_else(|| fault(written)) {
            return Err(fault);
        }
        if path.starts_with("data/") == is_tag {
            return Err(PathFault::Outside);
        }
        Ok(Self { path: path.into_owned(), written: written.to_owned(), digest: digest.to_ascii_lowercase() })
    }
}

/// The paths of `fetch.txt`: lines of URL, length or `-`, and path (RFC 8493 §2.2.3).
pub(super) fn fetch(text: &str, version: Version, found: &mut Vec<Problem>) -> Vec<String> {
    let mut paths = Vec::new();
    for (line, content) in lines(text) {
        if content.trim().is_empty() {
            continue;
        }
        let blank = [' ', '\t'];
        let written = content
            .split_once(blank)
            .map(|(_, rest)| rest.trim_start_matches(blank))
            .and_then(|rest| rest.split_once(blank))
            .filter(|(length, _)| *length == "-" || length.parse::<u64>().is_ok())
            .map(|(_, path)| path.trim_start_matches(blank));
        let Some(written) = written else {
            found.push(Problem { path: "fetch.txt".to_owned(), kind: ProblemKind::Malformed { line } });
            continue;
        };
        match Listed::new(written, "", false, version) {
            Ok(entry) => paths.push(entry.path),
            Err(fault) => found.push(Problem { path: written.to_owned(), kind: ProblemKind::BadPath { fault } }),
        }
    }
    paths
}

/// Lines with their numbers from 1, ended by LF, CR or CRLF (RFC 8493 §2.1.3).
fn lines(text: &str) -> impl Iterator<Item = (u64, &str)> {
    let mut rest = text;
    let mut number = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        rest = tail.strip_prefix("\r\n").or_else(|| tail.strip_prefix(['\r', '\n'])).unwrap_or(tail);
        number += 1;
        Some((number, line))
    })
}
