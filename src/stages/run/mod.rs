//! Stage 5, run (ejecución): who came, what was said and agreed, and the closing of each session.

mod agree;
mod attendance;
mod close;
pub mod mark;
pub mod minutes;

pub use mark::answered;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    Attendance(attendance::Args),
    /// Note by hand how people attended
    Mark(mark::Mark),
    /// Who was invited and who came
    Roster(mark::Roster),
    /// Keep the minutes of a session
    Minutes(minutes::Minutes),
    /// Note what was agreed: who does what by when
    Agree(agree::Agree),
    /// Close sessions, and the stage with the last one
    Close(close::Close),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Attendance(args) => attendance::run(args, env),
        Verb::Mark(args) => mark::mark(args, env),
        Verb::Roster(args) => mark::roster(args, env),
        Verb::Minutes(args) => minutes::run(args, env),
        Verb::Agree(args) => agree::run(args, env),
        Verb::Close(args) => close::run(args, env),
    }
}
