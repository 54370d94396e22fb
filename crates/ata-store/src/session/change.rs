//! What becomes of a session: added, moved, cancelled, edited. Nothing of date or place is overwritten without a trace, and what was
//! about to be told of the old ones is not sent any more.

use crate::engine::Db;
use crate::error::{Result, StoreError};
use crate::find::Who;
use crate::transact::{Tx, instant};
use crate::vals;
use ata_model::name::fold;
use ata_model::session::{AgendaItem, Session, local};
use chrono::{DateTime, NaiveDate, Utc};

/// A session before it has a number. Empty texts are not known.
#[derive(Debug, Clone)]
pub struct NewSession<'a> {
    pub case: i64,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// IANA name.
    pub zone: &'a str,
    pub modality: &'a str,
    pub place: &'a str,
    pub link: &'a str,
    pub agenda: &'a [AgendaItem],
    pub capacity: Option<i64>,
    /// Why it is held outside the rules of notice.
    pub extraordinary: &'a str,
    /// Why a clash of facilitator or place was accepted.
    pub conflict_reason: &'a str,
}

/// What changes of a session; fields left out stay as they are, an empty place or link is none.
#[derive(Debug, Clone, Default)]
pub struct SessionEdit {
    pub modality: Option<String>,
    pub place: Option<String>,
    pub link: Option<String>,
    pub agenda: Option<Vec<AgendaItem>>,
    /// The inner none takes the limit away.
    pub capacity: Option<Option<i64>>,
    pub extraordinary: Option<String>,
    pub conflict_reason: Option<String>,
}

fn stored(agenda: &[AgendaItem]) -> Result<String> {
    serde_json::to_string(agenda).map_err(|error| StoreError::Stored { what: "agenda", detail: error.to_string() })
}

impl Db {
    /// A session of the case, not cancelled, at the same time and place. Two links at one time are two sessions.
    pub fn same_session(&self, new: &NewSession<'_>) -> Result<Option<i64>> {
        let sql = "SELECT id FROM session WHERE case_id = $1 AND start_at = $2 AND end_at = $3 AND place_fold = $4
                   AND (link = $5 OR link = '' OR $5 = '') AND state <> 'cancelled' ORDER BY id";
        let (start, end) = (instant(new.start), instant(new.end));
        self.row(sql, vals![new.case, &start, &end, &fold(new.place), new.link], |row| row.int("id"))
    }

    /// A session of the case that was made for this time and place, whatever became of it since: moved, held elsewhere,
    /// cancelled. A rule that is said again must not bring back what people have changed.
    pub fn session_made_for(&self, new: &NewSession<'_>) -> Result<Option<i64>> {
        let sql = "SELECT s.id, s.place, s.link FROM session s WHERE s.case_id = $1 AND s.start_at = $2
                   UNION SELECT x.session_id, x.place, x.link FROM session_change x JOIN session s ON s.id = x.session_id
                   WHERE s.case_id = $1 AND x.start_at = $2 ORDER BY 1";
        let (start, place) = (instant(new.start), fold(new.place));
        let found = self.rows(sql, vals![new.case, &start], |row| {
            let link = row.text("link")?;
            let same_link = link == new.link || link.is_empty() || new.link.is_empty();
            Ok((same_link && fold(&row.text("place")?) == place).then_some(row.int("id")?))
        })?;
        Ok(found.into_iter().flatten().next())
    }

    /// The days of the ordinary sessions of a case, in each session's own zone: neither cancelled nor extraordinary.
    pub fn ordinary_days(&self, case: i64) -> Result<Vec<NaiveDate>> {
        let sql =
            "SELECT start_at, zone FROM session WHERE case_id = $1 AND state <> 'cancelled' AND extraordinary = ''
                   ORDER BY start_at";
        let days = self.rows(sql, vals![case], |row| Ok(local(&row.text("start_at")?, &row.text("zone")?)))?;
        Ok(days.iter().filter_map(|day| day.get(..10)?.parse().ok()).collect())
    }
}

impl Tx<'_> {
    /// Adds a session to a case and gives it the case's next number.
    pub fn add_session(&mut self, new: &NewSession<'_>) -> Result<i64> {
        self.about(new.case);
        let number = self.next_number(&format!("session:{}", new.case))?;
        let instance = self.row("SELECT instance FROM desk", vals![], |row| row.text("instance"))?.unwrap_or_default();
        let case = self.case_ref(new.case)?;
        // A number is never given twice, so neither is what is made from it.
        let uid = format!("{}@ata.local", &crate::sha256(format!("{instance} {case} {number}").as_bytes())[..32]);
        self.exec(
            "INSERT INTO session (case_id, number, start_at, end_at, zone, modality, place, place_fold, link, agenda, capacity,
                                  extraordinary, conflict_reason, uid)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            vals![
                new.case,
                number,
                &instant(new.start),
                &instant(new.end),
                new.zone,
                new.modality,
                new.place,
                &fold(new.place),
                new.link,
                &stored(new.agenda)?,
                new.capacity,
                new.extraordinary,
                new.conflict_reason,
                &uid
            ],
        )?;
        let id = self.last_id();
        let session = self.session(id)?;
        self.say(format!("{} {}", session.id, session.start));
        Ok(id)
    }

    /// Adds facilitators; one who is there already stays.
    pub fn add_facilitators(&mut self, session: i64, persons: &[i64]) -> Result<()> {
        for person in persons {
            let sql = "INSERT INTO facilitator (session_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            self.exec(sql, vals![session, *person])?;
        }
        self.speak_of(session)
    }

    /// Takes facilitators away.
    pub fn drop_facilitators(&mut self, session: i64, persons: &[i64]) -> Result<()> {
        for person in persons {
            self.exec("DELETE FROM facilitator WHERE session_id = $1 AND person_id = $2", vals![session, *person])?;
        }
        self.speak_of(session)
    }

    /// Gives a session another date; what it was goes into its history. Returns how many messages were taken out of the
    /// outbox.
    pub fn move_session(
        &mut self,
        session: &Session,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
        reason: &str,
        edit: &SessionEdit,
    ) -> Result<usize> {
        self.keep_history(session, "moved", reason)?;
        self.exec(
            "UPDATE session SET start_at = $2, end_at = $3, state = 'moved', sequence = sequence + 1 WHERE id = $1",
            vals![session.key, &instant(start), &instant(end)],
        )?;
        self.set_facts(session.key, edit)?;
        let now = self.session(session.key)?;
        self.say(format!("{} {} → {}", session.id, session.start, now.start));
        self.withdraw_invitations(session.key, None)
    }

    /// Gives a session up. Returns how many messages were taken out of the outbox.
    pub fn cancel_session(&mut self, session: &Session, reason: &str) -> Result<usize> {
        self.keep_history(session, "cancelled", reason)?;
        self.exec("UPDATE session SET state = 'cancelled', sequence = sequence + 1 WHERE id = $1", vals![session.key])?;
        self.say(format!("{} cancelled", session.id));
        self.withdraw_invitations(session.key, None)
    }

    /// Changes what is known of a session. Another place, link or modality is a change that the invited must be told. Returns how
    /// many messages were taken out of the outbox.
    pub fn edit_session(&mut self, session: &Session, edit: &SessionEdit, reason: &str) -> Result<usize> {
        let differs =
            |new: &Option<String>, old: Option<&str>| new.as_deref().is_some_and(|new| new != old.unwrap_or_default());
        let matters = differs(&edit.place, session.place.as_deref())
            || differs(&edit.link, session.link.as_deref())
            || differs(&edit.modality, Some(&session.modality));
        let mut withdrawn = 0;
        if matters {
            self.keep_history(session, "edited", reason)?;
            self.exec("UPDATE session SET sequence = sequence + 1 WHERE id = $1", vals![session.key])?;
            withdrawn = self.withdraw_invitations(session.key, None)?;
        }
        self.set_facts(session.key, edit)?;
        self.speak_of(session.key)?;
        Ok(withdrawn)
    }

    fn set_facts(&mut self, session: i64, edit: &SessionEdit) -> Result<()> {
        let agenda = edit.agenda.as_deref().map(stored).transpose()?;
        let place_fold = edit.place.as_deref().map(fold);
        self.exec(
            "UPDATE session SET modality = coalesce($2, modality), place = coalesce($3, place), place_fold = coalesce($4, place_fold),
                link = coalesce($5, link), agenda = coalesce($6, agenda),
                capacity = CASE WHEN $7 = 1 THEN $8 ELSE capacity END,
                extraordinary = coalesce($9, extraordinary), conflict_reason = coalesce($10, conflict_reason) WHERE id = $1",
            vals![
                session,
                edit.modality.as_ref(),
                edit.place.as_ref(),
                place_fold.as_ref(),
                edit.link.as_ref(),
                agenda.as_ref(),
                edit.capacity.is_some(),
                edit.capacity.flatten(),
                edit.extraordinary.as_ref(),
                edit.conflict_reason.as_ref()
            ],
        )?;
        Ok(())
    }

    fn keep_history(&mut self, session: &Session, kind: &str, reason: &str) -> Result<()> {
        self.about(session.case_key);
        self.exec(
            "INSERT INTO session_change (session_id, sequence, kind, on_day, reason, start_at, end_at, modality, place, link)
             SELECT id, sequence + 1, $2, $3, $4, start_at, end_at, modality, place, link FROM session WHERE id = $1",
            vals![session.key, kind, &self.stamp.day(), reason],
        )?;
        Ok(())
    }

    /// Takes the invitations to a session that wait to be sent out of the outbox, and what reminds of it, because they are no longer
    /// true: to everybody, or to one. Returns how many invitations; reminders come again by themselves.
    pub(super) fn withdraw_invitations(&mut self, session: i64, to: Option<Who>) -> Result<usize> {
        let case = self.row("SELECT case_id FROM session WHERE id = $1", vals![session], |row| row.int("case_id"))?;
        if let Some(case) = case {
            self.call_back_reminders(case, Some(session), to)?;
        }
        self.exec(
            "UPDATE message SET state = 'cancelled' WHERE session_id = $1 AND state IN ('queued', 'failed')
               AND kind IN ('convocation', 'letter', 'circular', 'change')
               AND ($2 = 0 OR (person_id IS NOT DISTINCT FROM $3 AND organisation_id IS NOT DISTINCT FROM $4))",
            vals![session, to.is_some(), to.and_then(Who::person), to.and_then(Who::organisation)],
        )
    }

    /// Takes out of the outbox what would tell one person not to come.
    pub(super) fn withdraw_cancellation(&mut self, session: i64, to: Who) -> Result<usize> {
        self.exec(
            "UPDATE message SET state = 'cancelled' WHERE session_id = $1 AND state IN ('queued', 'failed')
               AND kind = 'cancellation' AND person_id IS NOT DISTINCT FROM $2 AND organisation_id IS NOT DISTINCT FROM $3",
            vals![session, to.person(), to.organisation()],
        )
    }

    /// Names the session in the log.
    pub(super) fn speak_of(&mut self, session: i64) -> Result<()> {
        let case = self.row("SELECT case_id FROM session WHERE id = $1", vals![session], |row| row.int("case_id"))?;
        if let Some(case) = case {
            self.about(case);
        }
        let name = self.session_ref(session)?;
        if !self.summary().contains(&name) {
            self.say(name);
        }
        Ok(())
    }
}
