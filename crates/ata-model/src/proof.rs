//! Proof of notice: who was told what, when, by which channel, and what came of it (source 002, activity 4: «comunicada
//! oportunamente»). One line for each try to tell somebody; one without a try for what waits.

use crate::message::Recipient;
use crate::reply::Answer;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProofLine {
    /// `M-17`.
    pub message: String,
    pub kind: String,
    /// The case it is filed under; a digest of reminders may be filed under another than the one asked for.
    pub case: String,
    pub session: Option<String>,
    /// Of the session, when the message was composed.
    pub sequence: i64,
    pub to: Recipient,
    pub subject: String,
    /// What became of the message in the end.
    pub state: String,
    /// Number of the try, from 1; none: not tried yet.
    pub attempt: Option<i64>,
    /// Instant of the try, with offset.
    pub at: Option<String>,
    pub channel: String,
    /// `sent`, `failed`, `reached`, `no-answer`, `handed` …
    pub outcome: Option<String>,
    /// The way it went and the server's words; what was said on the telephone.
    pub detail: Option<String>,
    /// RFC 5322 Message-ID.
    pub message_id: String,
    /// SHA-256 of the e-mail as it was handed over.
    pub sha256: Option<String>,
    /// Filing number (radicado) of a letter.
    pub reference: Option<String>,
    /// What the person answered to the invitation.
    pub answer: Option<Answer>,
}
