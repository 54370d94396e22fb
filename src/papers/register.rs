//! The meeting register (registro de reunión), and the one with the differential approach, whose answers are sensitive: they
//! are given freely, kept apart, and printed only when asked for by name.

use super::guest::Guest;
use super::occasion::{Fact, heading};
use super::{Signer, Voice};
use ata_model::session::Session;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingRegister {
    pub facts: Vec<Fact>,
    /// What was dealt with, in short.
    pub brief: Option<String>,
    pub rows: Vec<Guest>,
    pub signers: Vec<Signer>,
}

impl MeetingRegister {
    pub fn new(
        title: &str,
        session: &Session,
        brief: Option<&str>,
        people: &[Guest],
        signers: Vec<Signer>,
        voice: &Voice,
    ) -> MeetingRegister {
        let rows = people.iter().filter(|guest| guest.was_there()).cloned().collect();
        MeetingRegister { facts: heading(title, session, voice), brief: brief.map(str::to_owned), rows, signers }
    }
}

/// Keys of the differential approach, in the order they are printed (DANE, MinSalud Res. 3280 of 2018 for the life course).
pub const VARIABLES: [&str; 6] = ["sex", "gender", "ethnicity", "disability", "life-course", "victim"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferentialRegister {
    pub facts: Vec<Fact>,
    /// Titles of the variables.
    pub variables: Vec<String>,
    pub rows: Vec<DifferentialLine>,
    /// Printed with the answers; else a form to be filled in.
    pub is_filled: bool,
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferentialLine {
    pub guest: Guest,
    /// One a variable, ready to print; none: not asked or not answered.
    pub values: Vec<Option<String>>,
}

impl DifferentialRegister {
    /// Each person with their answers in the order of [`VARIABLES`], ready to print.
    pub fn new(
        title: &str,
        session: &Session,
        people: &[(Guest, Vec<Option<String>>)],
        signers: Vec<Signer>,
        voice: &Voice,
    ) -> DifferentialRegister {
        let line = |(guest, values): &(Guest, Vec<Option<String>>)| {
            let mut values = values.clone();
            values.resize(VARIABLES.len(), None);
            DifferentialLine { guest: guest.clone(), values }
        };
        DifferentialRegister {
            facts: heading(title, session, voice),
            variables: VARIABLES.iter().map(|key| voice.label(&format!("variable-{key}"))).collect(),
            rows: people.iter().map(line).collect(),
            is_filled: true,
            signers,
        }
    }
}
