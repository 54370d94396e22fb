//! The package of a case without the register around it, to be timed from outside (`benches/package.sh`):
//! `package folder|zip|tar DIR OUT` seals every file below a folder, `package verify PATH…` checks packages.

// The bench sets the scene itself; only the program keeps to `env`.
#![allow(clippy::disallowed_methods)]

use ata::bag::{BagSpec, Payload, Source, verify, write, write_tar, write_zip};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn files(folder: &Path, all: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files(&path, all)? } else { all.push(path) }
    }
    Ok(())
}

fn spec(folder: &Path) -> Option<BagSpec<'static>> {
    let mut all = Vec::new();
    files(folder, &mut all).ok()?;
    let payload = all.into_iter().map(|path| {
        let place = path.strip_prefix(folder).ok()?.to_str()?.to_owned();
        Some(Payload::new(place, Source::File(path)))
    });
    let bagging_date = NaiveDate::from_ymd_opt(2026, 3, 4)?;
    Some(BagSpec { payload: payload.collect::<Option<_>>()?, info: Vec::new(), bagging_date })
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["verify", ref packages @ ..] => {
            packages.iter().all(|path| verify(Path::new(path)).is_ok_and(|verdict| verdict.valid))
        }
        [form, folder, out] => spec(Path::new(folder)).is_some_and(|spec| {
            let write = match form {
                "zip" => write_zip,
                "tar" => write_tar,
                _ => write,
            };
            write(Path::new(out), &spec, &mut |_| {}).is_ok()
        }),
        _ => true,
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
