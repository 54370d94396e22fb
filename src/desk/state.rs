//! Command state: to be built.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use clap::Args;

#[derive(Args)]
pub struct Skip {}

pub fn skip(_args: &Skip, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}

#[derive(Args)]
pub struct Hold {}

pub fn hold(_args: &Hold, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}

#[derive(Args)]
pub struct Resume {}

pub fn resume(_args: &Resume, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}

#[derive(Args)]
pub struct Cancel {}

pub fn cancel(_args: &Cancel, _env: &Env) -> Result<Answer, Fault> {
    Err(Fault::usage(phrase!("usage-nothing")))
}
