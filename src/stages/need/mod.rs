//! Stage 1, need (necesidad): registering what is asked for, weighing it, and accepting it, referring it or turning it down.

pub mod add;
mod again;
mod decide;
mod import;
mod queue;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Register a need: the case begins
    Add(add::Add),
    /// Register needs from a CSV file or JSON lines; columns are named as the options of add
    Import(import::Import),
    /// Change what is known of a need
    Edit(add::Edit),
    /// List the needs not yet accepted
    List(queue::List),
    /// Show needs
    Show(queue::Show),
    /// The queue by priority, with the parts of each score
    Triage(queue::Triage),
    /// Accept: closes the stage
    Accept(decide::Accept),
    /// Turn a need down, with the reason
    Reject(decide::Reject),
    /// Hand a need to the group it belongs to; its head is told
    Refer(decide::Refer),
    /// Join a need to another one that asks for the same
    Merge(decide::Merge),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add::add(args, env),
        Verb::Import(args) => import::run(args, env),
        Verb::Edit(args) => add::edit(args, env),
        Verb::List(args) => queue::list(args, env),
        Verb::Show(args) => queue::show(args, env),
        Verb::Triage(args) => queue::triage(args, env),
        Verb::Accept(args) => decide::accept(args, env),
        Verb::Reject(args) => decide::reject(args, env),
        Verb::Refer(args) => decide::refer(args, env),
        Verb::Merge(args) => decide::merge(args, env),
    }
}
