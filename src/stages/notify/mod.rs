//! Stage 4, notify (comunicación): telling the people concerned, once each, and again when something changes. A message is drafted into
//! the outbox, and then sent, called through or handed over; each try stands in its ledger.

pub mod address;
mod adopt;
mod choose;
mod close;
mod compose;
mod contact;
mod draft;
mod here;
mod ledger;
mod lots;
mod proof;
mod read;
mod recover;
pub mod referral;
mod remind;
mod report;
mod round;
mod send;
mod sender;
pub mod untold;
mod via;
mod way;
pub mod witness;

pub use ledger::{failure as ledger_failure, in_words, why};

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
    /// Prove who was told what, when and how, and what came of it
    Proof(proof::Proof),
    /// Send what waits: closes the stage when everybody invited was told
    Send(send::Send),
    /// Write down a call
    Call(contact::Call),
    /// Write down that a letter was handed over
    Handed(contact::Handed),
    /// Read what came back: answers to invitations, messages that could not be delivered
    Read(read::Read),
    /// Remind people of what is due: for cron, safe to run any number of times
    Remind(remind::Remind),
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
        Verb::Proof(args) => proof::run(args, env),
        Verb::Send(args) => send::run(args, env),
        Verb::Call(args) => contact::call(args, env),
        Verb::Handed(args) => contact::handed(args, env),
        Verb::Read(args) => read::run(args, env),
        Verb::Remind(args) => remind::run(args, env),
        Verb::Resolve(args) => contact::resolve(args, env),
        Verb::Via(args) => way::run(args, env),
        Verb::Adopt(args) => adopt::run(args, env),
    }
}
