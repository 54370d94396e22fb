//! Command manual: to be built.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Args;

#[derive(Args)]
pub struct Completions {}

pub fn completions(_args: &Completions, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}

#[derive(Args)]
pub struct Man {}

pub fn man(_args: &Man, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}
