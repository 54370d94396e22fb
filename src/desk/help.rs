//! Help: on commands in the reader's language, on topics, and what to say when the arguments cannot be read.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Args;
use std::process::ExitCode;

#[derive(Args)]
pub struct Help {
    /// A command or a topic
    topic: Vec<String>,
}

pub fn run(_args: &Help, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}

/// Arguments that could not be read.
pub fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

/// A fault before the environment was known.
pub fn early(fault: &Fault) -> ExitCode {
    ExitCode::from(fault.kind.exit())
}
