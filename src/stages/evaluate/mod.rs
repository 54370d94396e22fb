//! Stage 6, evaluate (evaluación): the form, the answers of those present, what they say together, and the needs they reveal.

mod close;
mod form;
mod import;
mod raise;
pub mod results;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// The blank form of a session
    Form(form::Form),
    Import(import::Import),
    /// What the answers say together
    Results(results::Results),
    /// Register a need that the evaluation revealed: a new case, linked to this one
    Raise(raise::Raise),
    /// Close the evaluation: closes the stage
    Close(close::Close),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Form(args) => form::run(args, env),
        Verb::Import(args) => import::run(args, env),
        Verb::Results(args) => results::run(args, env),
        Verb::Raise(args) => raise::run(args, env),
        Verb::Close(args) => close::run(args, env),
    }
}
