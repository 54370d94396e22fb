//! What becomes of closed case files: legal holds, and lists of what is proposed for elimination. Nothing is ever removed here.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::document::{Elimination, LegalHold};
use chrono::NaiveDate;

fn hold(row: &Row<'_>) -> Result<LegalHold> {
    Ok(LegalHold {
        case: ata_model::reference::case_id(&row.text("prefix")?, row.int("year")?, row.int("number")?),
        title: row.text("title")?,
        reason: row.text("reason")?,
        reference: maybe(row.text("reference")?),
        set_on: row.text("set_on")?,
        set_by: row.text("set_by")?,
        lifted_on: maybe(row.text("lifted_on")?),
        lifted_by: maybe(row.text("lifted_by")?),
        lifted_why: maybe(row.text("lifted_why")?),
    })
}

const HOLD: &str =
    "SELECT h.reason, h.reference, h.set_on, h.set_by, h.lifted_on, h.lifted_by, h.lifted_why, c.year, c.number,
       c.title, k.prefix FROM legal_hold h JOIN cases c ON c.id = h.case_id CROSS JOIN desk k";

impl Db {
    /// Legal holds, oldest first: those in force, or all that ever were; of one case, or of all.
    pub fn legal_holds(&self, case: Option<i64>, lifted_too: bool) -> Result<Vec<LegalHold>> {
        let sql = format!("{HOLD} WHERE ($1 IS NULL OR h.case_id = $1) AND ($2 = 1 OR h.lifted_on = '') ORDER BY h.id");
        self.rows(&sql, vals![case, lifted_too], hold)
    }

    /// Lists of eliminations, newest first.
    pub fn eliminations(&self) -> Result<Vec<Elimination>> {
        let keys = self.rows("SELECT id FROM elimination ORDER BY id DESC", vals![], |row| row.int("id"))?;
        keys.into_iter().map(|key| self.elimination(key)).collect()
    }

    /// # Errors
    /// `NotFound`.
    pub fn elimination(&self, key: i64) -> Result<Elimination> {
        let sql = "SELECT id, state, as_of, proposed_on, proposed_by, decided_on, decided_by, reference, reason
                   FROM elimination WHERE id = $1";
        let found = self.row(sql, vals![key], |row| {
            Ok(Elimination {
                id: format!("E-{key}"),
                state: row.text("state")?,
                as_of: row.text("as_of")?,
                proposed_on: row.text("proposed_on")?,
                proposed_by: row.text("proposed_by")?,
                decided_on: maybe(row.text("decided_on")?),
                decided_by: maybe(row.text("decided_by")?),
                reference: maybe(row.text("reference")?),
                reason: maybe(row.text("reason")?),
                cases: Vec::new(),
                key,
            })
        })?;
        let text = || format!("E-{key}");
        let mut list = found.ok_or_else(|| StoreError::NotFound { noun: Noun::Elimination, text: text() })?;
        list.cases = self.eliminated(key)?.into_iter().map(|case| self.case_ref(case)).collect::<Result<_>>()?;
        Ok(list)
    }

    /// Keys of the cases on a list, in the order of their numbers.
    pub fn eliminated(&self, list: i64) -> Result<Vec<i64>> {
        let sql = "SELECT i.case_id FROM elimination_item i JOIN cases c ON c.id = i.case_id
                   WHERE i.elimination_id = $1 ORDER BY c.year, c.number";
        self.rows(sql, vals![list], |row| row.int("case_id"))
    }

    /// The list that a text names: `E-3`, `e-3` or `3`.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn find_elimination(&self, text: &str) -> Result<i64> {
        let plain = text.trim().to_lowercase();
        let key = plain.strip_prefix("e-").unwrap_or(&plain).parse::<i64>().ok();
        let sql = "SELECT id FROM elimination WHERE id = $1";
        let found = key.map(|key| self.row(sql, vals![key], |row| row.int("id"))).transpose()?.flatten();
        found.ok_or_else(|| StoreError::NotFound { noun: Noun::Elimination, text: text.to_owned() })
    }
}

impl Tx<'_> {
    /// Holds a case file; one that is held already stays held by its first reason.
    pub fn set_hold(&mut self, case: i64, reason: &str, reference: &str) -> Result<()> {
        self.about(case);
        let added = self.exec(
            "INSERT INTO legal_hold (case_id, reason, reference, set_on, set_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (case_id) WHERE lifted_on = '' DO NOTHING",
            vals![case, reason, reference, &self.stamp.day(), &self.stamp.by],
        )?;
        if added > 0 {
            self.say(self.case_ref(case)?);
        }
        Ok(())
    }

    /// Lifts the hold of a case file, if it is held.
    pub fn lift_hold(&mut self, case: i64, why: &str) -> Result<()> {
        self.about(case);
        let lifted = self.exec(
            "UPDATE legal_hold SET lifted_on = $2, lifted_by = $3, lifted_why = $4 WHERE case_id = $1 AND lifted_on = ''",
            vals![case, &self.stamp.day(), &self.stamp.by, why],
        )?;
        if lifted > 0 {
            self.say(self.case_ref(case)?);
        }
        Ok(())
    }

    /// Begins a list of case files proposed for elimination.
    pub fn propose_elimination(&mut self, as_of: NaiveDate, cases: &[i64]) -> Result<i64> {
        self.exec(
            "INSERT INTO elimination (as_of, proposed_on, proposed_by) VALUES ($1, $2, $3)",
            vals![&as_of.to_string(), &self.stamp.day(), &self.stamp.by],
        )?;
        let list = self.last_id();
        self.say(format!("E-{list}"));
        for case in cases {
            self.about(*case);
            self.exec("INSERT INTO elimination_item (elimination_id, case_id) VALUES ($1, $2)", vals![list, *case])?;
            self.say(self.case_ref(*case)?);
        }
        Ok(list)
    }

    /// Writes down what was decided of a list: `approved` by an act, or `withdrawn` with a reason.
    pub fn decide_elimination(
        &mut self,
        list: i64,
        state: &str,
        on: NaiveDate,
        reference: &str,
        why: &str,
    ) -> Result<()> {
        self.exec(
            "UPDATE elimination SET state = $2, decided_on = $3, decided_by = $4, reference = $5, reason = $6 WHERE id = $1",
            vals![list, state, &on.to_string(), &self.stamp.by, reference, why],
        )?;
        self.say(format!("E-{list} {state} {reference}").trim_end());
        Ok(())
    }
}
