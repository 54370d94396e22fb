//! The sheet of attention, advice or technical assistance (planilla): printed blank with the invited to be signed, or filled with
//! who came.

use super::guest::Guest;
use super::occasion::{Fact, heading};
use super::{Signer, Voice};
use ata_model::session::Session;
use serde::Serialize;

/// What was given: the procedure tells attention, advice and technical assistance apart.
pub const KINDS: [&str; 3] = ["attention", "advice", "assistance"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttendanceSheet {
    pub facts: Vec<Fact>,
    /// Label, and whether it is ticked.
    pub kinds: Vec<(String, bool)>,
    pub media: Vec<(String, bool)>,
    pub rows: Vec<Guest>,
    /// Numbered lines left for those who come uninvited.
    pub blank: usize,
    /// Filled: shows the status in place of a line to sign on.
    pub is_filled: bool,
    /// What was answered or recommended; a box to write in when there is none.
    pub answer: Option<String>,
    pub signers: Vec<Signer>,
}

impl AttendanceSheet {
    /// To be signed at the door, with so many lines for the uninvited.
    pub fn blank(title: &str, session: &Session, invited: &[Guest], blank: usize, voice: &Voice) -> AttendanceSheet {
        sheet(title, session, invited.to_vec(), blank, false, voice)
    }

    /// As it was.
    pub fn filled(
        title: &str,
        session: &Session,
        people: &[Guest],
        answer: Option<&str>,
        voice: &Voice,
    ) -> AttendanceSheet {
        let rows = people.iter().filter(|guest| guest.state.is_some()).cloned().collect();
        AttendanceSheet { answer: answer.map(str::to_owned), ..sheet(title, session, rows, 0, true, voice) }
    }

    /// Ticks what was given: one of [`KINDS`].
    #[must_use]
    pub fn of_kind(mut self, kind: &str) -> AttendanceSheet {
        for (place, key) in self.kinds.iter_mut().zip(KINDS) {
            place.1 = key == kind;
        }
        self
    }
}

fn sheet(
    title: &str,
    session: &Session,
    rows: Vec<Guest>,
    blank: usize,
    is_filled: bool,
    voice: &Voice,
) -> AttendanceSheet {
    let is_met = |key: &str| key == session.modality || (session.modality == "mixed" && key != "phone");
    let medium = |key: &&str| (voice.label(&format!("medium-{key}")), is_met(key));
    AttendanceSheet {
        facts: heading(title, session, voice),
        kinds: KINDS.iter().map(|key| (voice.label(&format!("sheet-{key}")), *key == "assistance")).collect(),
        media: ["in-person", "phone", "virtual"].iter().map(medium).collect(),
        rows,
        blank,
        is_filled,
        answer: None,
        signers: vec![Signer::default().acting(voice.label("official"))],
    }
}
