//! The control points: what must be true for a case to leave a stage. Their names are those of the
//! procedure, and they appear in profiles, in `missing` and in refusals.

use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// A control point. Which of them a body applies, and which it may waive, is said in its profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    Evidence,
    Group,
    Objective,
    Activity,
    Audience,
    Approved,
    ContractReference,
    Session,
    Facilitator,
    PlaceOrLink,
    Agenda,
    LogisticsDone,
    NoticePeriod,
    NoConflict,
    Signed,
    AllTold,
    ChangesTold,
    Attendance,
    Minutes,
    SessionsClosed,
    Answers,
    CommitmentsSettled,
    Classified,
    RecordsComplete,
    Foliated,
}

impl Control {
    pub const ALL: [Control; 25] = [
        Control::Evidence,
        Control::Group,
        Control::Objective,
        Control::Activity,
        Control::Audience,
        Control::Approved,
        Control::ContractReference,
        Control::Session,
        Control::Facilitator,
        Control::PlaceOrLink,
        Control::Agenda,
        Control::LogisticsDone,
        Control::NoticePeriod,
        Control::NoConflict,
        Control::Signed,
        Control::AllTold,
        Control::ChangesTold,
        Control::Attendance,
        Control::Minutes,
        Control::SessionsClosed,
        Control::Answers,
        Control::CommitmentsSettled,
        Control::Classified,
        Control::RecordsComplete,
        Control::Foliated,
    ];

    /// The word used in profiles, in JSON and after `--waive`.
    pub fn code(self) -> &'static str {
        match self {
            Control::Evidence => "evidence",
            Control::Group => "group",
            Control::Objective => "objective",
            Control::Activity => "activity",
            Control::Audience => "audience",
            Control::Approved => "approved",
            Control::ContractReference => "contract_reference",
            Control::Session => "session",
            Control::Facilitator => "facilitator",
            Control::PlaceOrLink => "place_or_link",
            Control::Agenda => "agenda",
            Control::LogisticsDone => "logistics_done",
            Control::NoticePeriod => "notice_period",
            Control::NoConflict => "no_conflict",
            Control::Signed => "signed",
            Control::AllTold => "all_told",
            Control::ChangesTold => "changes_told",
            Control::Attendance => "attendance",
            Control::Minutes => "minutes",
            Control::SessionsClosed => "sessions_closed",
            Control::Answers => "answers",
            Control::CommitmentsSettled => "commitments_settled",
            Control::Classified => "classified",
            Control::RecordsComplete => "records_complete",
            Control::Foliated => "foliated",
        }
    }

    pub fn parse(word: &str) -> Option<Control> {
        let word = word.trim().to_lowercase().replace('-', "_");
        Control::ALL
            .into_iter()
            .find(|control| control.code() == word)
    }

    /// The stage whose leaving it guards.
    pub fn stage(self) -> Stage {
        match self {
            Control::Evidence | Control::Group => Stage::Need,
            Control::Objective
            | Control::Activity
            | Control::Audience
            | Control::Approved
            | Control::ContractReference => Stage::Plan,
            Control::Session
            | Control::Facilitator
            | Control::PlaceOrLink
            | Control::Agenda
            | Control::LogisticsDone
            | Control::NoticePeriod
            | Control::NoConflict => Stage::Schedule,
            Control::Signed | Control::AllTold | Control::ChangesTold => Stage::Notify,
            Control::Attendance | Control::Minutes | Control::SessionsClosed => Stage::Run,
            Control::Answers => Stage::Evaluate,
            Control::CommitmentsSettled => Stage::Followup,
            Control::Classified | Control::RecordsComplete | Control::Foliated => Stage::Archive,
        }
    }
}
