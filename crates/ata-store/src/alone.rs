//! A register to oneself. Changes are written beside it first, where others go on reading what stands, and later once more into it; while
//! a long file fills a small register there is little to read, and each page is written once.

use crate::engine::Db;
use crate::error::Result;
use crate::open::PATIENCE;
use crate::vals;
use std::time::Duration;

/// A file of at least so many bytes is worth it.
const LONG: u64 = 16 << 20;

/// Where more people are registered, pages are changed in all places, and others have what to read.
const SMALL: i64 = 20_000;

impl Db {
    /// Takes the register for this process alone, if a file of so many bytes fills it and nobody else has it open. Is it?
    pub(crate) fn take_alone(&self, bytes: u64) -> Result<bool> {
        let sql = "SELECT count(*) AS n FROM (SELECT 1 FROM person LIMIT $1)";
        Ok(bytes >= LONG && self.count(sql, vals![SMALL + 1])? <= SMALL && self.is_kept_as("DELETE"))
    }

    /// Lets others in again. Whoever opens a register that a killed program had for itself does the same. Where it cannot be done now, it
    /// is done later: nothing depends on it but who waits for whom.
    pub(crate) fn share(&self) {
        self.is_kept_as("WAL");
    }

    /// Whoever else has the register open at the moment is not waited for.
    fn is_kept_as(&self, mode: &str) -> bool {
        let is_so = |kept: &String| kept.eq_ignore_ascii_case(mode);
        let kept = self.conn.pragma_query_value(None, "journal_mode", |row| row.get(0));
        if kept.as_ref().is_ok_and(is_so) {
            return true;
        }
        let ask = || -> rusqlite::Result<String> {
            self.conn.busy_timeout(Duration::ZERO)?;
            let kept = self.conn.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0));
            self.conn.busy_timeout(PATIENCE)?;
            kept
        };
        ask().as_ref().is_ok_and(is_so)
    }
}
