//! The meeting register (registro de reunión), and the one with the differential approach, whose answers are sensitive: they
//! are given freely, kept apart, and printed only when asked for by name.

use super::guest::Guest;
use super::occasion::{Fact, heading};
use super::{Signer, Voice};
use crate::phrase;
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
        let rows = people.iter().filter(|guest| guest.came()).cloned().collect();
        MeetingRegister { facts: heading(title, session, voice), brief: brief.map(str::to_owned), rows, signers }
    }
}

/// What a body asks, and what people are told before they answer.
pub struct Asked<'a> {
    /// Titles of the variables.
    pub variables: Vec<String>,
    /// The body's own notice; none: the program's words.
    pub notice: Option<&'a str>,
    pub version: &'a str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferentialRegister {
    pub facts: Vec<Fact>,
    /// Titles of the variables.
    pub variables: Vec<String>,
    /// What is read before answering, and its version.
    pub notice: String,
    pub rows: Vec<DifferentialLine>,
    /// Printed with the answers; else a form to be filled in.
    pub is_filled: bool,
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferentialLine {
    pub guest: Guest,
    /// One a variable, ready to print; none: not answered.
    pub values: Vec<Option<String>>,
}

impl DifferentialRegister {
    /// Each person with their answers to what is asked, ready to print.
    pub fn new(
        title: &str,
        session: &Session,
        asked: &Asked<'_>,
        people: &[(Guest, Vec<Option<String>>)],
        signers: Vec<Signer>,
        voice: &Voice,
    ) -> DifferentialRegister {
        let line = |(guest, values): &(Guest, Vec<Option<String>>)| {
            let mut values = values.clone();
            values.resize(asked.variables.len(), None);
            DifferentialLine { guest: guest.clone(), values }
        };
        let notice = match asked.notice {
            Some(notice) => {
                let version = voice.say(&phrase!("paper-differential-version", version = asked.version));
                format!("{} {version}", notice.trim())
            }
            None => voice.label("differential-notice"),
        };
        DifferentialRegister {
            facts: heading(title, session, voice),
            variables: asked.variables.clone(),
            notice,
            rows: people.iter().map(line).collect(),
            is_filled: true,
            signers,
        }
    }
}
