//! The walls of the house: what a file may know, and how it begins.

use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, all: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                all.push(path);
            }
        }
    }
    let mut all = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut all);
    all.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a source");
        (path, text)
    };
    all.into_iter().map(read).collect()
}

/// The lines of a file that are code, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn offences(folders: &[&str], forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for folder in folders {
        for (path, text) in files(folder) {
            for (at, line) in code(&text) {
                for word in forbidden.iter().filter(|word| line.contains(**word)) {
                    found.push(format!("{}:{at}: {word}", path.display()));
                }
            }
        }
    }
    found
}

#[test]
fn adapters_know_neither_the_store_nor_the_command_line_nor_the_terminal() {
    let forbidden = [
        "ata_store",
        "clap::",
        "crate::env",
        "crate::args",
        "crate::view",
        "crate::desk",
        "crate::stages",
        "std::io::stdout",
    ];
    let found = offences(&["src/mail", "src/intake", "src/bag", "src/papers"], &forbidden);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_model_knows_no_file_no_database_and_no_clock() {
    let forbidden =
        ["std::fs", "rusqlite", "ata_store", "Utc::now", "Local::now", "SystemTime", "println!", "std::env"];
    assert_eq!(offences(&["crates/ata-model/src"], &forbidden), Vec::<String>::new());
}

#[test]
fn only_the_store_knows_the_database() {
    assert_eq!(offences(&["src", "crates/ata-model/src"], &["rusqlite"]), Vec::<String>::new());
}

#[test]
fn nothing_is_left_to_be_done_or_printed_by_hand() {
    let forbidden = ["dbg!(", "todo!(", "unimplemented!(", "println!(", "eprintln!("];
    let found = offences(&["src", "crates/ata-model/src", "crates/ata-store/src"], &forbidden);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    let folders = ["src", "crates/ata-model/src", "crates/ata-model/tests", "crates/ata-store/src", "tests", "benches"];
    let silent = folders.iter().flat_map(|folder| files(folder)).filter(|(_, text)| !text.starts_with("//!"));
    let silent: Vec<PathBuf> = silent.map(|(path, _)| path).collect();
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let vague = ["util", "utils", "helper", "helpers", "manager", "common", "misc"];
    let folders = ["src", "crates/ata-model/src", "crates/ata-store/src", "tests"];
    let named = folders.iter().flat_map(|folder| files(folder)).map(|(path, _)| path);
    let found: Vec<PathBuf> =
        named.filter(|path| path.file_stem().is_some_and(|name| vague.iter().any(|word| name == *word))).collect();
    assert_eq!(found, Vec::<PathBuf>::new());
}
