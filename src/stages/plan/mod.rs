//! Stage 2, plan (plan de asistencia técnica): what will be done, for whom and with what, until somebody signs it.

mod draft;
pub mod show;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Say what the plan of cases is; what was said before stays
    Draft(draft::Draft),
    /// Approve: closes the stage
    Approve(draft::Approve),
    /// Show plans: of cases, or the annual plan of a group
    Show(show::Show),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Draft(args) => draft::draft(args, env),
        Verb::Approve(args) => draft::approve(args, env),
        Verb::Show(args) => show::run(args, env),
    }
}
