//! The eight stages a case walks, and the states it can be in. Source: the procedure of the
//! Secretaría de Salud de Santander, whose table has eight numbered activities.

use serde::{Deserialize, Serialize};

/// One of the eight stages, in the order a case walks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Need,
    Plan,
    Schedule,
    Notify,
    Run,
    Evaluate,
    Followup,
    Archive,
}

impl Stage {
    pub const ALL: [Stage; 8] = [
        Stage::Need,
        Stage::Plan,
        Stage::Schedule,
        Stage::Notify,
        Stage::Run,
        Stage::Evaluate,
        Stage::Followup,
        Stage::Archive,
    ];

    /// The word used in the database, in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Need => "need",
            Stage::Plan => "plan",
            Stage::Schedule => "schedule",
            Stage::Notify => "notify",
            Stage::Run => "run",
            Stage::Evaluate => "evaluate",
            Stage::Followup => "followup",
            Stage::Archive => "archive",
        }
    }

    pub fn parse(word: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == word)
    }

    /// The stage after this one; none after `archive`.
    pub fn next(self) -> Option<Stage> {
        Stage::ALL.get(self as usize + 1).copied()
    }

    /// Stages whose work can come undone after they were closed: a commitment that is opened again, an import taken back. The last
    /// stage asks again for what they ask.
    pub const LASTING: [Stage; 3] = [Stage::Run, Stage::Evaluate, Stage::Followup];

    /// The command that closes this stage for a case, with what it has to be told.
    pub fn closing(self, case: &str) -> String {
        let signed = if self == Stage::Plan { " --signed-by PERSON" } else { "" };
        format!("ata {} {} {case}{signed}", self.code(), self.closing_verb())
    }

    /// The verb that closes this stage.
    fn closing_verb(self) -> &'static str {
        match self {
            Stage::Need => "accept",
            Stage::Plan => "approve",
            Stage::Schedule => "confirm",
            Stage::Notify => "send",
            Stage::Run | Stage::Evaluate | Stage::Followup | Stage::Archive => "close",
        }
    }
}
