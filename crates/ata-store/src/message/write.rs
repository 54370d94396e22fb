//! The writes on messages: queued, told by other means, called back. What sending writes is in `dispatch`.

use crate::document::sha256;
use crate::error::Result;
use crate::find::Who;
use crate::transact::Tx;
use crate::vals;

/// A message about to be queued.
#[derive(Debug, Clone)]
pub struct NewMessage<'a> {
    /// From [`Tx::message_number`]: the text names it, so it is given first.
    pub id: i64,
    /// Kind, session, recipient and sequence in one: the same is told once.
    pub key: &'a str,
    pub kind: &'a str,
    pub case: i64,
    pub session: Option<i64>,
    pub sequence: i64,
    pub to: Who,
    pub name: &'a str,
    /// Empty when there is no e-mail address: then it waits for a call or a handed letter.
    pub address: &'a str,
    pub language: &'a str,
    pub subject: &'a str,
    pub body: &'a str,
    /// The institution's own page of it; empty: made from the text when it goes out.
    pub html: &'a str,
    pub ics: &'a str,
    pub signed_by: Option<i64>,
    /// Of a referral: the group it comes from; none: the institution.
    pub referred_by: Option<i64>,
}

/// A call, a handed letter, or somebody's decision on a message whose fate is unknown.
#[derive(Debug, Clone, Copy)]
pub struct Contact<'a> {
    pub state: &'a str,
    /// By which it was tried; the message takes it when the person was told by it.
    pub channel: &'a str,
    /// Of the attempt.
    pub outcome: &'a str,
    pub detail: &'a str,
    /// Instant at which the person was told; empty when they were not.
    pub sent_at: &'a str,
    pub error: &'a str,
    /// Filing number of a letter; empty leaves it as it is.
    pub reference: &'a str,
}

impl Tx<'_> {
    /// Gives up the messages of a case that wait for a call or a letter, and says how many.
    pub fn cancel_uncalled(&mut self, case: i64) -> Result<usize> {
        self.about(case);
        self.exec(
            "UPDATE message SET state = 'cancelled' WHERE case_id = $1 AND state = 'queued' AND channel <> 'email'",
            vals![case],
        )
    }

    /// Calls back the referrals of a case that wait: it has passed to another group. Returns the messages.
    pub fn drop_referrals(&mut self, case: i64) -> Result<Vec<i64>> {
        let sql = "SELECT id FROM message WHERE case_id = $1 AND kind = 'referral' AND state = 'queued' ORDER BY id";
        let dropped = self.rows(sql, vals![case], |row| row.int("id"))?;
        for id in &dropped {
            self.exec("UPDATE message SET state = 'cancelled', error = '', due = '' WHERE id = $1", vals![*id])?;
        }
        if !dropped.is_empty() {
            self.about(case);
        }
        Ok(dropped)
    }

    /// A message that was called back, by its key: composed anew it keeps its number.
    pub fn called_back_message(&self, key: &str) -> Result<Option<i64>> {
        let sql = "SELECT id FROM message WHERE key = $1 AND state = 'cancelled'";
        self.row(sql, vals![key], |row| row.int("id"))
    }

    /// The number a message with this key will bear; none when it is in the outbox already.
    pub fn message_number(&self, key: &str) -> Result<Option<i64>> {
        if self.count("SELECT count(*) AS n FROM message WHERE key = $1", vals![key])? > 0 {
            return Ok(None);
        }
        self.next_number("message").map(Some)
    }

    /// Queues a message.
    pub fn queue_message(&mut self, new: &NewMessage<'_>) -> Result<()> {
        self.about(new.case);
        let channel = if new.address.is_empty() { "phone" } else { "email" };
        let instance = self.row("SELECT instance FROM desk", vals![], |row| row.text("instance"))?.unwrap_or_default();
        let message_id = format!("{}@ata.local", &sha256(format!("{instance} {}", new.key).as_bytes())[..32]);
        self.exec(
            "INSERT INTO message (id, key, kind, case_id, session_id, sequence, person_id, organisation_id, name, address, channel,
                                  language, subject, body, html, ics, message_id, signed_by, queued_at, referred_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            vals![
                new.id,
                new.key,
                new.kind,
                new.case,
                new.session,
                new.sequence,
                new.to.person(),
                new.to.organisation(),
                new.name,
                new.address,
                channel,
                new.language,
                new.subject,
                new.body,
                new.html,
                new.ics,
                &message_id,
                new.signed_by,
                &self.stamp.instant(),
                new.referred_by
            ],
        )?;
        Ok(())
    }

    /// Composes a message anew that has not left: signed now, to another address, or after it failed or became stale.
    pub fn requeue_message(&mut self, new: &NewMessage<'_>) -> Result<()> {
        self.about(new.case);
        let channel = if new.address.is_empty() { "phone" } else { "email" };
        self.exec(
            "UPDATE message SET state = 'queued', name = $2, address = $3, channel = $4, subject = $5, body = $6, ics = $7,
                signed_by = $8, error = '', due = '', queued_at = $9, html = $10, referred_by = $11 WHERE id = $1",
            vals![
                new.id,
                new.name,
                new.address,
                channel,
                new.subject,
                new.body,
                new.ics,
                new.signed_by,
                &self.stamp.instant(),
                new.html,
                new.referred_by
            ],
        )?;
        Ok(())
    }

    /// Calls back what waits and is no longer true: invitations to a session that moved on, was cancelled or from which the person
    /// was uninvited, and cancellations to people who are invited again. Of one case or of all; returns the messages.
    pub fn drop_stale(&mut self, case: Option<i64>) -> Result<Vec<i64>> {
        let sql = "SELECT m.id, m.case_id FROM message m JOIN session s ON s.id = m.session_id JOIN cases c ON c.id = m.case_id
              WHERE m.state = 'queued' AND c.state <> 'closed' AND ($1 IS NULL OR m.case_id = $1) AND (
                (m.kind IN ('convocation', 'letter', 'circular', 'change') AND (s.state = 'cancelled' OR m.sequence <> s.sequence
                    OR NOT EXISTS (SELECT 1 FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 0
                       AND coalesce(i.person_id, 0) = coalesce(m.person_id, 0)
                       AND coalesce(i.organisation_id, 0) = coalesce(m.organisation_id, 0))))
                OR (m.kind = 'cancellation' AND s.state <> 'cancelled' AND c.state <> 'cancelled'
                    AND EXISTS (SELECT 1 FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 0
                       AND coalesce(i.person_id, 0) = coalesce(m.person_id, 0)
                       AND coalesce(i.organisation_id, 0) = coalesce(m.organisation_id, 0))))
              ORDER BY m.id";
        let dropped = self.rows(sql, vals![case], |row| Ok((row.int("id")?, row.int("case_id")?)))?;
        for (id, case) in &dropped {
            self.exec("UPDATE message SET state = 'cancelled' WHERE id = $1", vals![*id])?;
            self.about(*case);
        }
        Ok(dropped.into_iter().map(|(id, _)| id).collect())
    }

    /// Writes down a try to reach somebody by other means, and the state it leads to. Who was not told by it still waits for what they
    /// waited for: an e-mail, at the hour of its next try.
    pub fn contact(&mut self, id: i64, contact: &Contact<'_>) -> Result<()> {
        self.exec(
            "UPDATE message SET state = $2, channel = CASE $2 WHEN 'sent' THEN $3 ELSE channel END, sent_at = $4, error = $5,
                attempts = attempts + 1, due = CASE $2 WHEN 'queued' THEN due ELSE '' END,
                reference = CASE WHEN $6 = '' THEN reference ELSE $6 END WHERE id = $1",
            vals![id, contact.state, contact.channel, contact.sent_at, contact.error, contact.reference],
        )?;
        self.exec(
            "INSERT INTO attempt (message_id, number, at, channel, outcome, detail)
             SELECT id, attempts, $2, $3, $4, $5 FROM message WHERE id = $1",
            vals![id, &self.stamp.instant(), contact.channel, contact.outcome, contact.detail],
        )?;
        let case = self.row("SELECT case_id FROM message WHERE id = $1", vals![id], |row| row.int("case_id"))?;
        if let Some(case) = case {
            self.about(case);
        }
        Ok(())
    }
}
