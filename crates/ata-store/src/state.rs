//! A case given up: what was to be sent and what was to take place.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::session::Invited;

impl Db {
    /// How many people were told, or may have been, of sessions of a case that have not taken place.
    pub fn told_of_coming(&self, case: i64) -> Result<i64> {
        let sql = "SELECT id FROM session WHERE case_id = $1 AND state IN ('scheduled', 'moved') ORDER BY id";
        let mut told = std::collections::BTreeSet::new();
        for session in self.rows(sql, vals![case], |row| row.int("id"))? {
            let invited = self.invited(session)?;
            let knows = |one: &Invited| (one.told.is_some() || one.in_doubt) && !one.withdrawn;
            told.extend(invited.into_iter().filter(knows).map(|one| one.who.id));
        }
        Ok(told.len() as i64)
    }
}

impl Tx<'_> {
    /// Gives a case up: messages still waiting are not sent, sessions to come do not take place.
    pub fn cancel_case(&mut self, case: i64, reason: &str) -> Result<()> {
        self.call_back_reminders(case, None, None)?;
        self.exec("UPDATE message SET state = 'cancelled' WHERE case_id = $1 AND state = 'queued'", vals![case])?;
        self.exec(
            "INSERT INTO session_change (session_id, sequence, kind, on_day, reason, start_at, end_at, modality, place, link)
             SELECT id, sequence + 1, 'cancelled', $2, $3, start_at, end_at, modality, place, link FROM session
             WHERE case_id = $1 AND state IN ('scheduled', 'moved')",
            vals![case, &self.stamp.day(), reason],
        )?;
        self.exec(
            "UPDATE session SET state = 'cancelled', sequence = sequence + 1
             WHERE case_id = $1 AND state IN ('scheduled', 'moved')",
            vals![case],
        )?;
        self.set_state(case, "cancelled", reason)
    }
}
