//! Copying the register while it is in use, and making sure that the copy is one.

use crate::args::Format;
use crate::env::Env;
use crate::error::{Fault, must_have_folder, unwritten};
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Shown};
use ata_store::{Partial, Store, StoreError};
use clap::Args;
use serde::Serialize;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Backup {
    /// The copy; it must not exist yet (- : to stdout)
    file: PathBuf,
}

#[derive(Serialize)]
struct Copied {
    file: String,
    /// None on a dry run.
    bytes: Option<u64>,
    /// The newest operation the copy holds.
    op: i64,
}

/// The copy is opened and read through before it gets its name; one that is not sound is not left behind.
pub fn run(args: &Backup, env: &Env) -> Result<Answer, Fault> {
    // A register is nothing to look at, and JSON is one document.
    let streams = args.file == Path::new("-") && env.format() == Format::Text && !env.is_on_terminal();
    if streams && !env.globals.dry_run {
        let mut beside = env.database()?.into_os_string();
        beside.push(".copy");
        let (_, copy) = env.desk()?.store.backup_unnamed(Path::new(&beside), sound)?;
        return Ok(Answer::new(Streamed(copy)));
    }
    typed::no_stream(&args.file)?;
    must_have_folder(&args.file)?;
    let desk = env.desk()?;
    if args.file.exists() {
        return Err(StoreError::FileExists(args.file.clone()).into());
    }
    let mut copied = Copied { file: args.file.display().to_string(), bytes: None, op: desk.store.last_op()? };
    if !env.globals.dry_run {
        copied.op = desk.store.backup(&args.file, sound)?;
        copied.bytes = Some(std::fs::metadata(&args.file).map_err(|error| unwritten(&args.file, &error))?.len());
    }
    Ok(Answer::change(copied, true, env, |copied, words| {
        let bytes = copied.bytes.unwrap_or(0);
        Page::default().line(words.say(&phrase!("look-copied", file = &copied.file, bytes = bytes, op = copied.op)))
    }))
}

/// A copy that goes through a pipe.
struct Streamed(Partial);

impl Shown for Streamed {
    fn json(&self) -> Value {
        Value::Null
    }

    fn page(&self, _words: &Words) -> Page {
        Page::default()
    }

    fn stream(&self, out: &mut dyn Write, _lines: bool) -> Option<std::io::Result<()>> {
        let copied = std::fs::File::open(self.0.path()).and_then(|mut copy| std::io::copy(&mut copy, out));
        Some(copied.map(drop))
    }
}

/// The newest operation of a copy, which is read through first.
fn sound(copy: &Store) -> Result<i64, Fault> {
    copy.desk()?;
    if let Some(problem) = copy.check_database()?.into_iter().next() {
        return Err(StoreError::Damaged(problem.detail.unwrap_or_default()).into());
    }
    Ok(copy.last_op()?)
}
