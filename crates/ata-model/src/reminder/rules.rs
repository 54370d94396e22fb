//! When a body reminds: `[reminders]` in its profile.

use serde::{Deserialize, Serialize};

/// Most days of any rule: a year.
pub const DAYS_MAX: u32 = 365;

/// Days before or after something on which people are reminded. An empty list or a zero switches a rule off; what a
/// profile leaves out is as in [`ReminderRules::default`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReminderRules {
    /// Before a session: those invited. 0 is the day itself.
    pub before_session_days: Vec<u32>,
    /// After a session, while answers are fewer than attendees: all who attended. 0 is the day itself.
    pub evaluation_days: Vec<u32>,
    /// Before a commitment is due: its owner. 0 is the day itself.
    pub commitment_before_days: Vec<u32>,
    /// From the day after a commitment was due, every so many days: its owner.
    pub overdue_every_days: u32,
    /// So many days after it was due, and as often as the owner from then on: the owner's superior.
    pub escalate_after_days: u32,
    /// Every so many days that a need has no answer: who decides on it.
    pub need_after_days: u32,
    /// Every so many days that a session that was held has no minutes: who led it.
    pub minutes_after_days: u32,
    /// Every so many days that a case only waits to be archived: who keeps it.
    pub archive_after_days: u32,
}

impl Default for ReminderRules {
    fn default() -> Self {
        ReminderRules {
            before_session_days: vec![3, 1],
            evaluation_days: vec![1, 5],
            commitment_before_days: vec![5, 0],
            overdue_every_days: 7,
            escalate_after_days: 15,
            need_after_days: 8,
            minutes_after_days: 5,
            archive_after_days: 30,
        }
    }
}
