//! What is due to be said again: reminders, from the facts of the register and the rules of the profile.
//!
//! Pure: the same facts on the same day give the same reminders with the same keys, so that a key that was sent once need
//! never be sent again. Of several days of one rule on which somebody should have been reminded only the newest counts:
//! after a week in which nothing ran, nobody is told the same thing twice.

mod due;
mod rules;

pub use due::due;
pub use rules::{DAYS_MAX, ReminderRules};

use crate::message::Recipient;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;

/// Why somebody is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderRule {
    BeforeSession,
    Evaluation,
    CommitmentDue,
    CommitmentOverdue,
    /// The superior of an owner who is late.
    CommitmentEscalated,
    NeedWaiting,
    MinutesMissing,
    CaseToArchive,
}

impl ReminderRule {
    pub const ALL: [ReminderRule; 8] = [
        ReminderRule::BeforeSession,
        ReminderRule::Evaluation,
        ReminderRule::CommitmentDue,
        ReminderRule::CommitmentOverdue,
        ReminderRule::CommitmentEscalated,
        ReminderRule::NeedWaiting,
        ReminderRule::MinutesMissing,
        ReminderRule::CaseToArchive,
    ];

    /// The word of keys and of JSON.
    pub fn code(self) -> &'static str {
        match self {
            ReminderRule::BeforeSession => "before_session",
            ReminderRule::Evaluation => "evaluation",
            ReminderRule::CommitmentDue => "commitment_due",
            ReminderRule::CommitmentOverdue => "commitment_overdue",
            ReminderRule::CommitmentEscalated => "commitment_escalated",
            ReminderRule::NeedWaiting => "need_waiting",
            ReminderRule::MinutesMissing => "minutes_missing",
            ReminderRule::CaseToArchive => "case_to_archive",
        }
    }
}

/// A session that was not cancelled, of an open case.
#[derive(Debug, Clone)]
pub struct SessionFacts {
    /// `AT-2026-0001-S2`.
    pub session: String,
    pub case: String,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub zone: Tz,
    /// Those told of the session as it stands who have not declined.
    pub invited: Vec<Recipient>,
    pub attended: Vec<Recipient>,
    /// Answer sheets so far. Whose they are nobody knows.
    pub answers: usize,
    pub has_minutes: bool,
    /// Facilitators, or who answers for the case.
    pub led_by: Vec<Recipient>,
}

/// A commitment that is neither done nor waived, of an open case.
#[derive(Debug, Clone)]
pub struct CommitmentFacts {
    /// `AT-2026-0001-C3`.
    pub commitment: String,
    pub case: String,
    pub session: Option<String>,
    pub due: NaiveDate,
    pub owner: Recipient,
    pub superior: Option<Recipient>,
}

/// An open case that waits for somebody.
#[derive(Debug, Clone)]
pub struct WaitingFacts {
    pub case: String,
    /// A need: the day it was received. To archive: the day on which everything else was done.
    pub since: NaiveDate,
    pub waits_for: Vec<Recipient>,
}

/// What reminders are made from.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub sessions: Vec<SessionFacts>,
    pub commitments: Vec<CommitmentFacts>,
    /// Needs neither accepted nor rejected nor referred.
    pub needs: Vec<WaitingFacts>,
    /// Cases at the stage of archiving.
    pub to_archive: Vec<WaitingFacts>,
}

/// One thing of which one person (or organisation) is reminded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reminder {
    /// `rule:object:day:recipient`, such as `commitment_due:AT-2026-0001-C3:2026-03-05:P-9`: the same reminder for ever.
    pub key: String,
    pub rule: ReminderRule,
    pub recipient: Recipient,
    pub case: String,
    pub session: Option<String>,
    pub commitment: Option<String>,
    /// The day on which it should be said.
    pub due_on: NaiveDate,
    /// The day it is about: of the session, of the commitment, or from which somebody waits.
    pub about: NaiveDate,
    /// Who is late, where another is told of it.
    pub owner: Option<String>,
}

/// What is due, in the order of recipients, days and keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Due {
    pub reminders: Vec<Reminder>,
    /// Too old to be said now.
    pub too_late: Vec<Reminder>,
}

/// All that one recipient is told at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Digest {
    pub recipient: Recipient,
    /// At least one, by day and key.
    pub reminders: Vec<Reminder>,
}

impl Digest {
    /// Names the digest. A reminder stands in one digest only, so the first one names it, whatever comes after.
    pub fn key(&self) -> String {
        let first = self.reminders.iter().map(|reminder| reminder.key.as_str()).min().unwrap_or_default();
        format!("digest:{first}")
    }
}

/// One digest per recipient, in the order of their references.
pub fn digests(reminders: Vec<Reminder>) -> Vec<Digest> {
    let mut digests: BTreeMap<String, Digest> = BTreeMap::new();
    for reminder in reminders {
        let empty = || Digest { recipient: reminder.recipient.clone(), reminders: Vec::new() };
        digests.entry(reminder.recipient.person.clone()).or_insert_with(empty).reminders.push(reminder);
    }
    digests.into_values().collect()
}

#[cfg(test)]
mod tests;
