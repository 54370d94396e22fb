//! Sending: messages taken in hand by a run of the program, and what became of each. A message belongs to the run that
//! has it in hand, by the number of the attempt; whatever another run or a person decided meanwhile stands.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::{Tx, instant};
use crate::vals;
use ata_model::message::retry_after;
use chrono::Duration;

/// What became of a message that was taken in hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fate<'a> {
    /// Number of the attempt it was taken in hand with.
    pub attempt: i64,
    /// `sent`, `failed`, `uncertain`, `later` when it was refused for now, or `returned` when nothing was handed over and it waits
    /// again as before.
    pub state: &'a str,
    /// A code for what failed; empty when nothing did.
    pub error: &'a str,
    /// The same in the words of the transport.
    pub detail: &'a str,
    /// SHA-256 of the e-mail as it was handed over; empty when it was not.
    pub sha256: &'a str,
}

/// A message that some run has in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHand {
    pub id: i64,
    pub case: i64,
    pub attempt: i64,
    /// Of the program: names its journal.
    pub run: String,
    /// Where it was going.
    pub via: String,
}

impl Db {
    /// Every message in hand, of whatever run.
    pub fn in_hand(&self) -> Result<Vec<InHand>> {
        let sql = "SELECT m.id, m.case_id, a.number, a.run, a.detail FROM message m
                   JOIN attempt a ON a.message_id = m.id AND a.number = m.attempts WHERE m.state = 'sending' ORDER BY m.id";
        self.rows(sql, vals![], |row| {
            Ok(InHand {
                id: row.int("id")?,
                case: row.int("case_id")?,
                attempt: row.int("number")?,
                run: row.text("run")?,
                via: row.text("detail")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Takes a queued message in hand: from now on its fate is unknown until [`Tx::settle`]. `via` says where it goes, `run` who has it.
    /// The number of the attempt; none when it does not wait any more, or not yet.
    pub fn claim(&mut self, id: i64, via: &str, run: &str) -> Result<Option<i64>> {
        let sql = "UPDATE message SET state = 'sending', attempts = attempts + 1, error = '', due = ''
                   WHERE id = $1 AND state = 'queued' AND channel = 'email' AND due <= $2 RETURNING case_id, attempts";
        let at = self.stamp.instant();
        let claimed = self.written(sql, vals![id, &at], |row| Ok((row.int("case_id")?, row.int("attempts")?)))?;
        let Some((case, attempt)) = claimed else { return Ok(None) };
        self.exec(
            "INSERT INTO attempt (message_id, number, at, channel, outcome, detail, run) VALUES ($1, $2, $3, 'email', 'sending', $4, $5)",
            vals![id, attempt, &at, via, run],
        )?;
        self.about(case);
        Ok(Some(attempt))
    }

    /// A message that an earlier run left in hand passes to this one.
    pub fn take_over(&mut self, id: i64, attempt: i64, run: &str) -> Result<()> {
        let sql = "UPDATE attempt SET run = $3 WHERE message_id = $1 AND number = $2 AND outcome = 'sending'";
        self.exec(sql, vals![id, attempt, run])?;
        Ok(())
    }

    /// Writes down what became of a message taken in hand; one that somebody else decided on meanwhile is left alone. One that is refused
    /// for now gets the instant of its next try, and fails when there is none.
    pub fn settle(&mut self, id: i64, fate: &Fate<'_>) -> Result<()> {
        let outcome = self.outcome_of(id, fate)?;
        let (state, error, due) = match &outcome {
            Settling::As(state) => (*state, fate.error, String::new()),
            Settling::Again(due) => ("queued", fate.error, due.clone()),
            Settling::GivenUp => ("failed", "gave-up", String::new()),
        };
        let sent_at = if state == "sent" { self.stamp.instant() } else { String::new() };
        let sql = "UPDATE message SET state = $3, sent_at = $4, error = $5, due = $6
                   WHERE id = $1 AND attempts = $2 AND state = 'sending' RETURNING case_id";
        let params = vals![id, fate.attempt, state, &sent_at, error, &due];
        let Some(case) = self.written(sql, params, |row| row.int("case_id"))? else { return Ok(()) };
        // The row that proves that a notice left belongs to its case.
        self.about(case);
        let outcome = if matches!(outcome, Settling::GivenUp) { "failed" } else { fate.state };
        let sql = "UPDATE attempt SET outcome = $3, sha256 = $5,
                      detail = CASE WHEN $4 = '' THEN detail WHEN detail = '' THEN $4 ELSE detail || ' · ' || $4 END
                   WHERE message_id = $1 AND number = $2";
        self.exec(sql, vals![id, fate.attempt, outcome, fate.detail, fate.sha256])?;
        Ok(())
    }

    /// Somebody decided that a message goes out (again) with the next sending.
    pub fn send_again(&mut self, id: i64) -> Result<()> {
        let sql = "UPDATE attempt SET outcome = 'returned', detail = CASE WHEN detail = '' THEN $2 ELSE detail || ' · ' || $2 END
                   WHERE message_id = $1 AND outcome = 'sending'";
        self.exec(sql, vals![id, &self.stamp.by])?;
        let sql = "UPDATE message SET state = 'queued', error = '', due = '' WHERE id = $1 RETURNING case_id";
        if let Some(case) = self.written(sql, vals![id], |row| row.int("case_id"))? {
            self.about(case);
        }
        Ok(())
    }

    fn outcome_of<'f>(&self, id: i64, fate: &Fate<'f>) -> Result<Settling<'f>> {
        Ok(match fate.state {
            "later" => match retry_after(self.refusals_before(id)? + 1) {
                Some(minutes) => Settling::Again(instant(self.stamp.at + Duration::minutes(minutes))),
                None => Settling::GivenUp,
            },
            "returned" => Settling::As("queued"),
            state => Settling::As(state),
        })
    }

    /// How often in a row a message was refused for now before the attempt under way; calls between do not count.
    fn refusals_before(&self, id: i64) -> Result<usize> {
        let sql = "SELECT outcome FROM attempt WHERE message_id = $1 AND channel = 'email'
                      AND outcome NOT IN ('sending', 'returned') ORDER BY number DESC";
        let outcomes = self.rows(sql, vals![id], |row| row.text("outcome"))?;
        Ok(outcomes.iter().take_while(|outcome| *outcome == "later").count())
    }
}

/// The state a fate leads to.
enum Settling<'a> {
    As(&'a str),
    /// Tried again from this instant on.
    Again(String),
    GivenUp,
}
