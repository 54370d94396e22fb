//! Whom nobody has told: invited when the others had been told already, or told of what was given up since. Part of what waits.

use crate::case::Lens;
use crate::engine::Db;
use crate::error::Result;
use crate::received::OWN;
use crate::transact::instant;
use crate::vals;
use crate::waiting::{changes_untold, item};
use ata_model::case::Case;
use ata_model::control::Control;
use ata_model::stage::Stage;
use ata_model::waiting::{Waiting, What};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

impl Db {
    /// How many of the invited to a session nobody told and no message waits for: none was ever drafted, or it was called back; or the
    /// last they heard is that they need not come.
    pub fn never_told(&self, session: i64) -> Result<i64> {
        let sql = "SELECT count(*) AS n FROM invitation i WHERE i.session_id = $1 AND i.withdrawn = 0
                     AND (coalesce(i.person_id, 0), coalesce(i.organisation_id, 0)) NOT IN (
                       SELECT coalesce(person_id, 0), coalesce(organisation_id, 0) FROM (
                          SELECT person_id, organisation_id, kind,
                                 row_number() OVER (PARTITION BY person_id, organisation_id ORDER BY sequence DESC, id DESC) AS place
                          FROM message WHERE session_id = $1 AND state <> 'cancelled'
                            AND kind IN ('convocation', 'letter', 'circular', 'change', 'cancellation')) newest
                       WHERE place = 1 AND kind <> 'cancellation')";
        self.count(sql, vals![session])
    }

    /// Are sessions of a case still to be held, and all of them to come? When everybody was told, there is nothing to do before their day.
    pub(crate) fn waits_for_its_day(&self, case: i64, now: DateTime<Utc>) -> Result<bool> {
        let sql = "SELECT coalesce(min(start_at), '') > $2 AS n FROM session WHERE case_id = $1 AND state IN ('scheduled', 'moved')";
        Ok(self.count(sql, vals![case, &instant(now)])? == 1)
    }

    /// Sessions to come of open cases that are past telling, to which somebody was invited who knows nothing of it. Before that, the
    /// control points of the case say so.
    pub(crate) fn waiting_untold(
        &self,
        open: &BTreeMap<i64, &Case>,
        now: DateTime<Utc>,
        lens: &Lens<'_>,
        all: &mut Vec<Waiting>,
    ) -> Result<()> {
        let sql = "SELECT id, case_id FROM session WHERE start_at > $1 AND state IN ('scheduled', 'moved') ORDER BY id";
        let coming = self.rows(sql, vals![&instant(now)], |row| Ok((row.int("id")?, row.int("case_id")?)))?;
        for (key, case) in coming {
            let Some(case) = open.get(&case).filter(|case| case.stage > Stage::Notify) else { continue };
            let count = self.never_told(key)?;
            if count > 0 {
                let session = self.session(key)?;
                all.push(Waiting {
                    who: session.facilitators,
                    lacks: vec![Control::AllTold],
                    hint: format!("ata notify draft {} --as convocation --signed-by PERSON", session.id),
                    count: Some(count),
                    ..item(What::InvitationUntold, &case.id, &session.id, &case.title, Some(&session.start), lens.today)
                });
            }
        }
        Ok(())
    }

    /// Sessions that fell with their case, and whose day has not come: who was told of them, or may have been, still believes in it.
    pub(crate) fn waiting_called_off(
        &self,
        group: Option<i64>,
        now: DateTime<Utc>,
        lens: &Lens<'_>,
        all: &mut Vec<Waiting>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT s.id, s.case_id FROM session s JOIN cases c ON c.id = s.case_id
             WHERE s.end_at >= $1 AND s.state = 'cancelled' AND c.state = 'cancelled' AND {OWN} AND ($2 IS NULL OR c.group_id = $2)
               AND EXISTS (SELECT 1 FROM message m WHERE m.session_id = s.id AND m.state IN ('sent', 'uncertain')) ORDER BY s.id"
        );
        let found = self.rows(&sql, vals![&instant(now), group], |row| Ok((row.int("id")?, row.int("case_id")?)))?;
        let has_way = self.mail_way()?.is_some();
        for (key, case) in found {
            let (session, case) = (self.session(key)?, self.case(case, lens)?);
            let facts = self.facts(case.key, &case.id, Stage::Notify, lens)?;
            if let Some(facts) = facts.sessions.iter().find(|one| one.id == session.id) {
                all.extend(changes_untold(&session, facts, &case.id, &case.title, has_way, lens.today));
            }
        }
        Ok(())
    }
}
