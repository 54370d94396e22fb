//! Command list: to be built.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Args;

#[derive(Args)]
pub struct List {}

pub fn run(_args: &List, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}
