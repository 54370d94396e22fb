//! What the reports over many cases count.

use crate::case::Named;
use serde::Serialize;

/// What the work of a group came to in a time.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Work {
    /// None: cases that no group answers for yet.
    pub group: Option<Named>,
    /// Needs that came in; what was joined to another counts once.
    pub received: i64,
    /// Case files closed.
    pub closed: i64,
    /// Sessions held.
    pub sessions: i64,
    /// How long they were together, in whole minutes.
    pub minutes: i64,
    /// Who was present, counted anew in each session.
    pub attendees: i64,
    /// Different people among them.
    pub people: i64,
    /// Commitments that fell due, those of them that were kept, and those that are open and late.
    pub commitments: i64,
    pub done: i64,
    pub overdue: i64,
}

/// Whom the sessions of a time reached in a territory: people by their own code, else by their organisation's or by that of what it
/// depends on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reached {
    /// DIVIPOLA, UBIGEO, INE or IBGE; none where nothing says it.
    pub territory: Option<String>,
    /// The municipality registered with that code.
    pub name: Option<String>,
    pub organisations: i64,
    pub sessions: i64,
    pub attendees: i64,
    pub people: i64,
}
