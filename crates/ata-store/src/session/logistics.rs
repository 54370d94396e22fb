//! Things to have ready for a session.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::name::fold;

impl Db {
    /// Is the item on the list of the session?
    pub fn has_logistics(&self, session: i64, item: &str) -> Result<bool> {
        let sql = "SELECT count(*) AS n FROM logistics WHERE session_id = $1 AND fold = $2";
        Ok(self.count(sql, vals![session, &fold(item)])? > 0)
    }
}

impl Tx<'_> {
    /// Puts an item on the list; one that is there already only changes hands.
    pub fn need_logistics(&mut self, session: i64, item: &str, assigned: Option<i64>) -> Result<()> {
        self.exec(
            "INSERT INTO logistics (session_id, item, fold, person_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT (session_id, fold) DO UPDATE SET person_id = coalesce(excluded.person_id, logistics.person_id)",
            vals![session, item, &fold(item), assigned],
        )?;
        self.speak_of(session)?;
        self.say(item);
        Ok(())
    }

    /// Ticks an item off.
    pub fn done_logistics(&mut self, session: i64, item: &str) -> Result<()> {
        let sql = "UPDATE logistics SET done = 1 WHERE session_id = $1 AND fold = $2";
        self.exec(sql, vals![session, &fold(item)])?;
        self.speak_of(session)?;
        self.say(item);
        Ok(())
    }
}
