//! When people are reminded; what is left out is as the program has it.

use super::fields::Fields;
use crate::reminder::{DAYS_MAX, ReminderRules};

pub(super) fn reminders(fields: Fields<'_>) -> ReminderRules {
    let usual = ReminderRules::default();
    let days = |name, usual| fields.optional_counts(name, 0..=DAYS_MAX).unwrap_or(usual);
    let every = |name, usual| fields.optional_count(name, 0..=DAYS_MAX).unwrap_or(usual);
    let rules = ReminderRules {
        before_session_days: days("before_session_days", usual.before_session_days),
        evaluation_days: days("evaluation_days", usual.evaluation_days),
        commitment_before_days: days("commitment_before_days", usual.commitment_before_days),
        overdue_every_days: every("overdue_every_days", usual.overdue_every_days),
        escalate_after_days: every("escalate_after_days", usual.escalate_after_days),
        need_after_days: every("need_after_days", usual.need_after_days),
        minutes_after_days: every("minutes_after_days", usual.minutes_after_days),
        archive_after_days: every("archive_after_days", usual.archive_after_days),
    };
    fields.done();
    rules
}
