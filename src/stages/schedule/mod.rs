//! Stage 3, schedule (cronograma): sessions with their dates, places, facilitators and invited, until the schedule is confirmed.

mod add;
mod calendar;
mod change;
mod check;
mod closed;
mod confirm;
mod edit;
pub mod feed;
mod list;
mod repeat;
mod rhythm;
mod said;
mod sheet;
mod telling;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Add a session to a case
    Add(add::Add),
    /// Add sessions that come back: every so many weeks, or each month
    Repeat(repeat::Repeat),
    /// Give a session another date
    Move(change::Move),
    /// Give sessions up
    Cancel(change::Cancel),
    /// Change the place, link, agenda, facilitators or invited of a session
    Edit(edit::Edit),
    /// What must be ready for a session; without options the list
    Logistics(edit::Logistics),
    /// Confirm: closes the stage
    Confirm(confirm::Confirm),
    /// List sessions
    List(list::List),
    /// A month at a glance, with its holidays and sessions
    Calendar(calendar::Calendar),
    /// Sessions as a calendar file (.ics) to import or subscribe to
    Ics(feed::Ics),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add::add(args, env),
        Verb::Repeat(args) => repeat::run(args, env),
        Verb::Move(args) => change::postpone(args, env),
        Verb::Cancel(args) => change::cancel(args, env),
        Verb::Edit(args) => edit::edit(args, env),
        Verb::Logistics(args) => edit::logistics(args, env),
        Verb::Confirm(args) => confirm::confirm(args, env),
        Verb::List(args) => list::run(args, env),
        Verb::Calendar(args) => calendar::run(args, env),
        Verb::Ics(args) => feed::run(args, env),
    }
}
