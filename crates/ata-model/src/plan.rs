//! The technical-assistance plan of a case: activity, objective, audience, resources, cost.

use crate::case::{Named, SessionBrief};
use serde::Serialize;

/// The forms an assistance takes, from the procedure's activities 2 and 3 and its observations.
pub const ACTIVITIES: &[&str] = &[
    "workshop",
    "training",
    "visit",
    "fieldwork",
    "advice",
    "meeting",
    "written-opinion",
    "conference",
    "videoconference",
    "talk",
    "seminar",
    "supply",
];

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    pub case: String,
    pub title: String,
    pub group: Option<Named>,
    pub activity: Option<String>,
    pub objective: Option<String>,
    pub audience: Option<String>,
    pub expected: Option<i64>,
    pub products: Vec<String>,
    pub resources: Vec<String>,
    /// In the country's unit of money.
    pub cost: Option<f64>,
    /// Why services must be contracted.
    pub external: Option<String>,
    pub contract_reference: Option<String>,
    pub articulated: Vec<Named>,
    /// When it is carried out.
    pub sessions: Vec<SessionBrief>,
    pub approved_by: Option<Named>,
    pub approved_on: Option<String>,
}
