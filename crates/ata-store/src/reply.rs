//! What came back by mail: answers to invitations, and reports of messages that could not be delivered.

use crate::engine::Db;
use crate::error::Result;
use crate::find::Who;
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::reply::{Answer, Kept, counting};
use std::collections::HashMap;

/// An answer to an invitation, to be kept.
#[derive(Debug, Clone)]
pub struct NewReply<'a> {
    /// Message-ID of the mail that says it.
    pub source: &'a str,
    pub session: i64,
    pub who: Who,
    pub answer: &'a str,
    pub sequence: i64,
    /// Instant, as stored.
    pub at: &'a str,
    /// Empty when it came from their own address.
    pub sender: &'a str,
    pub delegate: &'a str,
    pub comment: &'a str,
}

/// Somebody who is or was invited to a session at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedAt {
    pub who: Who,
    pub name: String,
    /// Of their calendar entry, as it would be sent now.
    pub sequence: i64,
    /// Instant of the newest notice that reached them; empty when none did.
    pub told_at: String,
}

/// What a report of non-delivery did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounced {
    /// The message failed.
    Failed,
    /// It was read before.
    Known,
    /// That the message failed was known already, from another report or from the server.
    FailedBefore,
    /// A run has the message in hand; it is to be read again later.
    InHand,
    /// The person was told otherwise meanwhile, or the message waits to be sent anew: only kept.
    Settled,
}

/// Cancellations that reached somebody about a session move their calendar entry two ahead (see the model's
/// `calendar_sequence`).
const SEQUENCE: &str = "s.sequence + 2 * (SELECT count(*) FROM message m WHERE m.session_id = s.id AND m.kind = 'cancellation'
    AND m.state = 'sent' AND m.person_id IS NOT DISTINCT FROM i.person_id AND m.organisation_id IS NOT DISTINCT FROM i.organisation_id)";

impl Db {
    /// The session of a calendar entry.
    pub fn session_by_uid(&self, uid: &str) -> Result<Option<i64>> {
        self.row("SELECT id FROM session WHERE uid = $1", vals![uid], |row| row.int("id"))
    }

    /// Who is or was invited to a session under this address: their own now, or the one they were written to.
    pub fn invited_at(&self, session: i64, address: &str) -> Result<Vec<InvitedAt>> {
        let sql = format!(
            "SELECT i.person_id, i.organisation_id, coalesce(p.name, o.name) AS name, {SEQUENCE} AS sequence,
                    coalesce((SELECT max(m.sent_at) FROM message m WHERE m.session_id = s.id AND m.state = 'sent'
                       AND m.person_id IS NOT DISTINCT FROM i.person_id
                       AND m.organisation_id IS NOT DISTINCT FROM i.organisation_id), '') AS told_at
             FROM invitation i JOIN session s ON s.id = i.session_id LEFT JOIN person p ON p.id = i.person_id
             LEFT JOIN organisation o ON o.id = i.organisation_id
             WHERE i.session_id = $1 AND (lower(coalesce(p.email, o.email)) = $2 OR EXISTS (
                SELECT 1 FROM message m WHERE m.session_id = s.id AND lower(m.address) = $2
                   AND m.person_id IS NOT DISTINCT FROM i.person_id AND m.organisation_id IS NOT DISTINCT FROM i.organisation_id)
               OR EXISTS (SELECT 1 FROM person g WHERE g.merged_into = i.person_id AND lower(g.email) = $2))
             ORDER BY i.id"
        );
        let found = self.rows(&sql, vals![session, address], |row| {
            let who = Who::of(row.maybe_int("person_id")?, row.maybe_int("organisation_id")?);
            let (name, sequence, told_at) = (row.text("name")?, row.int("sequence")?, row.text("told_at")?);
            Ok(who.map(|who| InvitedAt { who, name, sequence, told_at }))
        })?;
        Ok(found.into_iter().flatten().collect())
    }

    /// A message by its RFC 5322 Message-ID.
    pub fn message_by_id(&self, message_id: &str) -> Result<Option<i64>> {
        self.row("SELECT id FROM message WHERE message_id = $1", vals![message_id], |row| row.int("id"))
    }

    /// What the invited of a session answered, each as it counts.
    pub fn answers(&self, session: i64) -> Result<HashMap<Who, Answer>> {
        let sql = format!(
            "SELECT r.person_id, r.organisation_id, r.answer, r.sequence, r.at, r.sender, r.delegate, r.comment, {SEQUENCE} AS current
             FROM reply r JOIN session s ON s.id = r.session_id
             JOIN invitation i ON i.session_id = r.session_id AND i.person_id IS NOT DISTINCT FROM r.person_id
                AND i.organisation_id IS NOT DISTINCT FROM r.organisation_id
             WHERE r.session_id = $1"
        );
        let mut all: HashMap<Who, (i64, Vec<Kept>)> = HashMap::new();
        self.rows(&sql, vals![session], |row| {
            let answer = Answer {
                answer: row.text("answer")?,
                at: row.text("at")?,
                current: false,
                delegate: maybe(row.text("delegate")?),
                comment: maybe(row.text("comment")?),
                sender: maybe(row.text("sender")?),
            };
            if let Some(who) = Who::of(row.maybe_int("person_id")?, row.maybe_int("organisation_id")?) {
                let (current, sequence) = (row.int("current")?, row.int("sequence")?);
                all.entry(who).or_insert((current, Vec::new())).1.push(Kept { answer, sequence });
            }
            Ok(())
        })?;
        let counted = all.into_iter().filter_map(|(who, (current, kept))| Some((who, counting(kept, current)?)));
        Ok(counted.collect())
    }

    /// Was this mail read before?
    fn is_reply_known(&self, source: &str, session: i64) -> Result<bool> {
        let sql = "SELECT count(*) AS n FROM reply WHERE source = $1 AND session_id = $2";
        Ok(self.count(sql, vals![source, session])? > 0)
    }
}

impl Tx<'_> {
    /// Keeps an answer. False when the same mail was read before.
    pub fn keep_reply(&mut self, new: &NewReply<'_>) -> Result<bool> {
        if self.is_reply_known(new.source, new.session)? {
            return Ok(false);
        }
        self.exec(
            "INSERT INTO reply (source, session_id, person_id, organisation_id, answer, sequence, at, read_at, sender, delegate, comment)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            vals![
                new.source,
                new.session,
                new.who.person(),
                new.who.organisation(),
                new.answer,
                new.sequence,
                new.at,
                &self.stamp.instant(),
                new.sender,
                new.delegate,
                new.comment
            ],
        )?;
        let case =
            self.row("SELECT case_id FROM session WHERE id = $1", vals![new.session], |row| row.int("case_id"))?;
        if let Some(case) = case {
            self.about(case);
        }
        self.say(format!("{} {} {}", self.session_ref(new.session)?, new.who.reference(), new.answer));
        Ok(true)
    }

    /// Keeps a report that a message could not be delivered, and marks the message failed with the server's words.
    pub fn keep_bounce(&mut self, source: &str, message: i64, status: &str, diagnostic: &str) -> Result<Bounced> {
        let known = "SELECT count(*) AS n FROM bounce WHERE source = $1 AND message_id = $2";
        if self.count(known, vals![source, message])? > 0 {
            return Ok(Bounced::Known);
        }
        let sql = "SELECT case_id, state, channel FROM message WHERE id = $1";
        let found =
            self.row(sql, vals![message], |row| Ok((row.int("case_id")?, row.text("state")?, row.text("channel")?)))?;
        let Some((case, state, channel)) = found else { return Ok(Bounced::Known) };
        if state == "sending" {
            return Ok(Bounced::InHand);
        }
        self.about(case);
        self.exec(
            "INSERT INTO bounce (source, message_id, read_at, status, diagnostic) VALUES ($1, $2, $3, $4, $5)",
            vals![source, message, &self.stamp.instant(), status, diagnostic],
        )?;
        if channel != "email" || !matches!(state.as_str(), "sent" | "uncertain") {
            self.say(format!("M-{message} bounce"));
            let failed_before = channel == "email" && state == "failed";
            return Ok(if failed_before { Bounced::FailedBefore } else { Bounced::Settled });
        }
        let sql = "UPDATE message SET state = 'failed', error = 'bounced', sent_at = '', attempts = attempts + 1 WHERE id = $1";
        self.exec(sql, vals![message])?;
        let words = format!("{status} {diagnostic}");
        self.exec(
            "INSERT INTO attempt (message_id, number, at, channel, outcome, detail)
             SELECT id, attempts, $2, channel, 'failed', $3 FROM message WHERE id = $1",
            vals![message, &self.stamp.instant(), words.trim()],
        )?;
        self.say(format!("M-{message} failed"));
        Ok(Bounced::Failed)
    }
}
