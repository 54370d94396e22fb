//! The sealed package: what is written, what is found, and what an independent reader says of it.

mod damage;
mod foreign;
mod killed;
mod python;
mod refuse;
mod resumed;
mod seal;
mod tarred;
mod zipped;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ata::bag::{BagReport, BagSpec, Payload, ProblemKind, Source, Verdict, verify, write, write_tar, write_zip};
use chrono::NaiveDate;
use tempfile::TempDir;

/// Names as officials give them, an empty file, and one in a folder.
const FILES: [(&str, &str); 5] = [
    ("acta de la jornada.txt", "Se reunieron los asistentes.\n"),
    ("documentos/ñandú 'final'.pdf", "%PDF-1.7 not really"),
    ("documentos/lista \"definitiva\".csv", "nombre;documento\nAna;1\n"),
    ("documentos/100 % de cobertura.txt", "3013 de 7016\n"),
    ("vacío.txt", ""),
];

struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names beside each other, hidden ones too.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// A folder bag of [`FILES`], named `caso`.
    fn bag(&self) -> PathBuf {
        let out = self.at("caso");
        write(&out, &spec(&FILES), &mut |_| {}).unwrap();
        out
    }

    /// A ZIP of the same, named `caso.zip`.
    fn zip(&self) -> PathBuf {
        let out = self.at("caso.zip");
        write_zip(&out, &spec(&FILES), &mut |_| {}).unwrap();
        out
    }

    /// A tar of the same, named `caso.tar`.
    fn tar(&self) -> PathBuf {
        let out = self.at("caso.tar");
        write_tar(&out, &spec(&FILES), &mut |_| {}).unwrap();
        out
    }
}

fn spec<'a>(files: &[(&str, &'a str)]) -> BagSpec<'a> {
    BagSpec {
        payload: files.iter().map(|(path, text)| bytes(path, text.as_bytes())).collect(),
        info: vec![
            ("Source-Organization".into(), "Secretaría de Salud de Santander".into()),
            ("External-Identifier".into(), "AT-2026-0001".into()),
        ],
        bagging_date: NaiveDate::from_ymd_opt(2026, 3, 4).unwrap(),
    }
}

fn bytes<'a>(path: &str, bytes: &'a [u8]) -> Payload<'a> {
    Payload::new(path, Source::Bytes(Cow::Borrowed(bytes)))
}

type Writer = fn(&Path, &BagSpec, &mut dyn FnMut(u64)) -> Result<BagReport, ata::bag::BagError>;

/// Every form, with the name a target has in each.
const FORMS: [(Writer, &str); 3] =
    [(write as Writer, "caso"), (write_zip as Writer, "caso.zip"), (write_tar as Writer, "caso.tar")];

/// Every file below a folder, with its content.
fn tree(top: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

fn problems(verdict: &Verdict) -> Vec<(&str, ProblemKind)> {
    verdict.problems.iter().map(|problem| (problem.path.as_str(), problem.kind.clone())).collect()
}

#[track_caller]
fn assert_valid(path: &Path) -> Verdict {
    let verdict = verify(path).unwrap();
    assert!(verdict.valid, "{:#?}", verdict.problems);
    verdict
}
