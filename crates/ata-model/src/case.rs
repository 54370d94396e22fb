//! The case (asistencia técnica): the record that walks the eight stages.

use crate::control::Missing;
use crate::session::{AgendaItem, Turnout};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

pub const ORIGINS: &[&str] =
    &["request", "guideline", "oversight", "evaluation", "followup", "self-assessment", "detection", "other"];

pub const CHANNELS: &[&str] = &["email", "letter", "phone", "in-person", "web", "meeting"];

pub const STATES: &[&str] = &["open", "on_hold", "rejected", "merged", "cancelled", "closed"];

/// An organisation or a person, as other records name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// `O-4` or `P-9`.
    pub id: String,
    pub name: String,
}

impl Named {
    pub fn person(id: i64, name: String) -> Named {
        Named { id: format!("P-{id}"), name }
    }

    pub fn organisation(id: i64, name: String) -> Named {
        Named { id: format!("O-{id}"), name }
    }
}

/// A case as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    pub id: String,
    pub title: String,
    pub description: String,
    pub stage: Stage,
    pub state: String,
    pub state_reason: Option<String>,
    pub origin: String,
    pub channel: Option<String>,
    pub topic: Option<String>,
    pub reference: Option<String>,
    pub group: Option<Named>,
    pub requesters: Vec<Named>,
    pub beneficiaries: Vec<Named>,
    pub articulated: Vec<Named>,
    pub priority: crate::priority::Score,
    pub severity: Option<i64>,
    pub reach: Option<i64>,
    pub urgency: Option<i64>,
    pub mandated: bool,
    pub received: String,
    pub due: Option<String>,
    /// The case it was raised or referred from.
    pub parent: Option<String>,
    pub merged_into: Option<String>,
    pub series: Option<String>,
    pub closed_at: Option<String>,
    pub sessions: Vec<SessionBrief>,
    pub open_commitments: i64,
    /// What keeps the case from leaving its stage.
    pub missing: Vec<Missing>,
    /// The database's own key; not shown.
    #[serde(skip)]
    pub key: i64,
}

/// What a list says of a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionBrief {
    pub id: String,
    pub case: String,
    pub state: String,
    pub start: String,
    pub end: String,
    pub modality: String,
    pub place: Option<String>,
    pub link: Option<String>,
    pub facilitators: Vec<Named>,
    pub agenda: Vec<AgendaItem>,
    pub invited: i64,
    pub sequence: i64,
    pub attendance: Turnout,
    #[serde(skip)]
    pub key: i64,
}

/// How the case left a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    pub stage: Stage,
    /// `closed`, `skipped` or `bypassed` (by a shortcut).
    pub outcome: String,
    pub on: String,
    pub by: String,
    pub reason: Option<String>,
    /// Control points waived, with the reason given.
    pub waived: std::collections::BTreeMap<String, String>,
}
