//! Stage archive: to be built.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Not here yet
    Nothing,
}

pub fn run(verb: &Verb, _env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Nothing => Err(Fault::usage(phrase!("usage-nothing"))),
    }
}
