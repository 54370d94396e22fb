//! Stage 4, notify (comunicación): telling the people concerned, once each, and again when something changes. A message is drafted into
//! the outbox, and then sent, called through or handed over; each try stands in its ledger.

mod adopt;
mod choose;
mod close;
mod compose;
mod contact;
mod draft;
mod here;
mod ledger;
mod recover;
pub mod referral;
mod report;
mod round;
mod send;
mod sender;
mod via;
mod way;
pub mod witness;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Draft one message for each person concerned
    Draft(draft::Draft),
    /// Show messages as they will be sent
    Preview(ledger::Preview),
    /// List messages and what became of them
    Outbox(ledger::Outbox),
    /// Send what waits: closes the stage when everybody invited was told
    Send(send::Send),
    /// Write down a call
    Call(contact::Call),
    /// Write down that a letter was handed over
    Handed(contact::Handed),
    /// Say what became of messages whose fate is unknown
    Resolve(contact::Resolve),
    /// Say how e-mail leaves when a command does not; show it when nothing is said
    Via(way::Set),
    /// Make this copy of the register the one that sends
    Adopt(adopt::Adopt),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Draft(args) => draft::run(args, env),
        Verb::Preview(args) => ledger::preview(args, env),
        Verb::Outbox(args) => ledger::outbox(args, env),
        Verb::Send(args) => send::run(args, env),
        Verb::Call(args) => contact::call(args, env),
        Verb::Handed(args) => contact::handed(args, env),
        Verb::Resolve(args) => contact::resolve(args, env),
        Verb::Via(args) => way::run(args, env),
        Verb::Adopt(args) => adopt::run(args, env),
    }
}
