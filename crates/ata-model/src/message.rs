//! A message: what one person (or organisation) is told, once, about one session at one state of it.

use serde::Serialize;

pub const KINDS: &[&str] = &["convocation", "letter", "circular", "change", "cancellation", "newsletter"];

/// Kinds that tell an invited person of a session.
pub const INVITING: &[&str] = &["convocation", "letter", "circular", "change"];

pub const STATES: &[&str] = &["queued", "sending", "sent", "failed", "uncertain", "cancelled"];

pub const CALL_OUTCOMES: &[&str] = &["reached", "no-answer", "wrong-number"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// `P-9`, or `O-4` for an organisation told at its own address.
    pub person: String,
    pub name: String,
    pub address: Option<String>,
}

/// A message as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    pub id: String,
    pub kind: String,
    pub case: String,
    pub session: Option<String>,
    pub to: Recipient,
    /// `email`, `phone` or `letter`.
    pub channel: String,
    pub state: String,
    pub attempts: i64,
    pub due: Option<String>,
    pub sent_at: Option<String>,
    pub message_id: String,
    pub error: Option<String>,
    pub subject: String,
    pub signed_by: Option<String>,
    pub reference: Option<String>,
    pub sequence: i64,
    #[serde(skip)]
    pub key: i64,
    #[serde(skip)]
    pub case_key: i64,
}

/// One try to deliver a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    pub at: String,
    pub channel: String,
    pub outcome: String,
    pub detail: Option<String>,
}
