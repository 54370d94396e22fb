//! Command log: to be built.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Args;

#[derive(Args)]
pub struct Log {}

pub fn run(_args: &Log, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}
