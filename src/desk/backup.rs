//! Copying the register while it is in use, and making sure that the copy is one.

use crate::env::Env;
use crate::error::{Fault, must_have_folder, unwritten};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use ata_store::{Store, StoreError};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Args)]
pub struct Backup {
    /// The copy; it must not exist yet
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

/// The newest operation of a copy, which is read through first.
fn sound(copy: &Store) -> Result<i64, Fault> {
    copy.desk()?;
    if let Some(problem) = copy.check_database()?.into_iter().next() {
        return Err(StoreError::Damaged(problem.detail.unwrap_or_default()).into());
    }
    Ok(copy.last_op()?)
}
