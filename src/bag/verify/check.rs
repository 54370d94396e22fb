//! The check itself: what the manifests say against what is there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::digest::CHUNK;
use super::super::path::{composed, fold};
use super::super::tags::{DECLARATION_FILE, INFO_FILE, OXUM_LABEL};
use super::super::{Algorithm, BagError, crew};
use super::job::Job;
use super::ledger::{Listed, Manifest, Version, declaration, fetch, fields};
use super::shelf::{Inventory, Shelf};
use super::{Problem, ProblemKind, Verdict};

/// Checks a whole bag.
pub(super) fn run(shelf: &Shelf, inventory: Inventory, progress: &mut dyn FnMut(u64)) -> Result<Verdict, BagError> {
    let mut check = Check::new(shelf, inventory);
    let version = check.declaration();
    check.collisions();
    check.oxum();
    check.manifests(version);
    check.unlisted(version);
    check.fetch(version);
    check.content(progress)?;
    Ok(check.verdict())
}

struct Check<'a> {
    shelf: &'a Shelf,
    files: BTreeMap<String, u64>,
    /// Files by their composed name, for lists written on a system with another normal form.
    composed: HashMap<String, String>,
    has_data: bool,
    /// Path → digests it must give.
    expected: BTreeMap<String, Vec<(Algorithm, String)>>,
    /// Payload path → payload manifests that list it.
    listed: HashMap<String, usize>,
    payload_manifests: usize,
    missing: BTreeSet<String>,
    problems: Vec<Problem>,
    remarks: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn new(shelf: &'a Shelf, inventory: Inventory) -> Self {
        let composed =
            inventory.files.keys().filter(|path| !path.is_ascii()).map(|path| (composed(path), path.clone())).collect();
        Self {
            shelf,
            files: inventory.files,
            composed,
            has_data: inventory.has_data,
            expected: BTreeMap::new(),
            listed: HashMap::new(),
            payload_manifests: 0,
            missing: BTreeSet::new(),
            problems: inventory.problems,
            remarks: inventory.remarks,
        }
    }

    fn flaw(&mut self, path: &str, kind: ProblemKind) {
        let path = path.to_owned();
        self.problems.push(Problem { path, kind });
    }

    /// A tag file as text. A file that is not UTF-8 is read as far as it goes, and said to be so.
    fn text(&mut self, path: &str) -> Option<String> {
        match self.shelf.bytes(path) {
            Ok(bytes) => Some(String::from_utf8(bytes).unwrap_or_else(|error| {
                self.flaw(path, ProblemKind::Encoding { declared: None });
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            })),
            Err(kind) => {
                self.flaw(path, kind);
                None
            }
        }
    }

    fn declaration(&mut self) -> Version {
        let Some(text) = self.text(DECLARATION_FILE) else {
            return Version::V1_0;
        };
        let mut found = Vec::new();
        let plain = text.strip_prefix('\u{feff}');
        if plain.is_some() {
            found.push(ProblemKind::Encoding { declared: None });
        }
        let version = declaration(plain.unwrap_or(&text), &mut found);
        for kind in found {
            self.flaw(DECLARATION_FILE, kind);
        }
        version
    }

    fn collisions(&mut self) {
        let mut seen: HashMap<String, &str> = HashMap::with_capacity(self.files.len());
        for path in self.files.keys() {
            if let Some(with) = seen.insert(fold(path), path) {
                self.problems.push(Problem { path: path.clone(), kind: ProblemKind::Collision { with: with.into() } });
            }
        }
    }

    fn payload(&self) -> impl Iterator<Item = (&String, &u64)> {
        self.files.iter().filter(|(path, _)| path.starts_with("data/"))
    }

    fn payload_bytes(&self) -> u64 {
        self.payload().fold(0, |sum, (_, bytes)| sum.saturating_add(*bytes))
    }

    fn oxum(&mut self) {
        if !self.files.contains_key(INFO_FILE) {
            return;
        }
        let Some(text) = self.text(INFO_FILE) else {
            return;
        };
        let found = format!("{}.{}", self.payload_bytes(), self.payload().count());
        for field in fields(&text) {
            match field {
                Err(line) => self.flaw(INFO_FILE, ProblemKind::Malformed { line }),
                Ok((label, declared)) => {
                    if label.eq_ignore_ascii_case(OXUM_LABEL) && declared != found {
                        let found = found.clone();
                        self.flaw(INFO_FILE, ProblemKind::Oxum { declared, found });
                    }
                }
            }
        }
    }

    fn manifests(&mut self, version: Version) {
        let manifests: Vec<Manifest> = self.files.keys().filter_map(|path| Manifest::named(path)).collect();
        for manifest in &manifests {
            if manifest.algorithm.is_none() {
                let algorithm = manifest.label.clone();
                self.remarks.push(Problem { path: manifest.file.clone(), kind: ProblemKind::NotChecked { algorithm } });
            }
            if !manifest.is_tag {
                self.payload_manifests += 1;
            }
            if let Some(text) = self.text(&manifest.file) {
                let listed = manifest.listed(&text, version, &mut self.problems);
                self.enter(manifest, listed, version);
            }
        }
        if !manifests.iter().any(|m| !m.is_tag && m.algorithm.is_some()) {
            self.flaw("", ProblemKind::Unproven);
        }
        if !self.has_data {
            self.flaw("data", ProblemKind::Missing);
        }
    }

    fn enter(&mut self, manifest: &Manifest, listed: Vec<Listed>, version: Version) {
        let mut digests: HashMap<String, String> = HashMap::with_capacity(listed.len());
        for entry in listed {
            let path = match self.resolve(&entry) {
                Some(path) => path,
                None => {
                    self.missing.insert(entry.path.clone());
                    entry.path
                }
            };
            if let Some(earlier) = digests.get(&path) {
                // Before 1.0 the same line twice was only untidy.
                if version >= Version::V1_0 || *earlier != entry.digest {
                    self.flaw(&path, ProblemKind::Repeated);
                }
                continue;
            }
            digests.insert(path, entry.digest);
        }
        for (path, digest) in digests {
            if !manifest.is_tag {
                *self.listed.entry(path.clone()).or_default() += 1;
            }
            if let Some(algorithm) = manifest.algorithm
                && self.files.contains_key(&path)
            {
                let expected = self.expected.entry(path).or_default();
                expected.push((algorithm, digest));
            }
        }
    }

    /// The file that a manifest line means, if it is there.
    fn resolve(&self, entry: &Listed) -> Option<String> {
        [&entry.path, &entry.written]
            .into_iter()
            .find(|path| self.files.contains_key(*path))
            .or_else(|| self.composed.get(&composed(&entry.path)))
            .cloned()
    }

    /// Payload that the manifests do not list, and files beside it that none covers.
    fn unlisted(&mut self, version: Version) {
        let enough = if version >= Version::V1_0 { self.payload_manifests } else { self.payload_manifests.min(1) };
        for path in self.files.keys() {
            let kind = if path.starts_with("data/") {
                let times = self.listed.get(path).copied().unwrap_or_default();
                if times >= enough.max(1) {
                    continue;
                }
                ProblemKind::Unlisted
            } else {
                // A tag manifest cannot hold its own digest.
                if self.expected.contains_key(path) || Manifest::named(path).is_some_and(|manifest| manifest.is_tag) {
                    continue;
                }
                ProblemKind::Uncovered
            };
            let path = path.clone();
            let list = match kind {
                ProblemKind::Unlisted => &mut self.problems,
                _ => &mut self.remarks,
            };
            list.push(Problem { path, kind });
        }
    }

    fn fetch(&mut self, version: Version) {
        const FETCH_FILE: &str = "fetch.txt";
        if self.files.contains_key(FETCH_FILE)
            && let Some(text) = self.text(FETCH_FILE)
        {
            for path in fetch(&text, version, &mut self.problems) {
                if !self.files.contains_key(&path) {
                    self.missing.remove(&path);
                    self.flaw(&path, ProblemKind::Fetch);
                }
            }
        }
        for path in std::mem::take(&mut self.missing) {
            self.flaw(&path, ProblemKind::Missing);
        }
    }

    /// Reads every file that has a digest to give.
    fn content(&mut self, progress: &mut dyn FnMut(u64)) -> Result<(), BagError> {
        let mut jobs: Vec<Job> = self
            .files
            .iter()
            .filter_map(|(path, bytes)| {
                let expected = self.expected.get(path)?;
                Some(Job { path, bytes: *bytes, expected })
            })
            .collect();
        // Largest first, so that no thread is left alone with a large file at the end.
        jobs.sort_by_key(|job| std::cmp::Reverse(job.bytes));
        let found = crew::share(
            &jobs,
            || (self.shelf.clone(), vec![0; CHUNK]),
            |(shelf, chunk), job, tell| Ok(job.fault(shelf, chunk, tell)),
            progress,
        )?;
        let found: Vec<Problem> = jobs
            .iter()
            .zip(found)
            .filter_map(|(job, kind)| {
                let path = job.path.to_owned();
                kind.map(|kind| Problem { path, kind })
            })
            .collect();
        self.problems.extend(found);
        Ok(())
    }

    fn verdict(mut self) -> Verdict {
        let files = self.payload().count() as u64;
        let bytes = self.payload_bytes();
        for list in [&mut self.problems, &mut self.remarks] {
            list.sort();
            list.dedup();
        }
        Verdict { valid: self.problems.is_empty(), files, bytes, problems: self.problems, remarks: self.remarks }
    }
}
