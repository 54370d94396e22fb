//! What was said against the calendar of holidays that the country's laws give.

use crate::engine::{Db, Row};
use crate::error::{Result, StoreError};
use crate::register::maybe;
use crate::transact::Tx;
use crate::vals;
use ata_model::country::Override;
use ata_model::holiday::Amendment;
use chrono::NaiveDate;

fn amendment(row: &Row<'_>) -> Result<Amendment> {
    let stored = row.text("day")?;
    let damaged = |_| StoreError::Stored { what: "holiday", detail: stored.clone() };
    let change = match row.text("kind")?.as_str() {
        "without" => Override::Without(row.text("key")?),
        "removed" => Override::Removed(stored.parse::<NaiveDate>().map_err(damaged)?),
        _ => Override::Added(stored.parse::<NaiveDate>().map_err(damaged)?),
    };
    Ok(Amendment { change, name: maybe(row.text("name")?), source: maybe(row.text("source")?) })
}

/// Day, key and kind, as they are stored.
fn place(change: &Override) -> (String, &str, &'static str) {
    match change {
        Override::Added(day) => (day.to_string(), "", "added"),
        Override::Removed(day) => (day.to_string(), "", "removed"),
        Override::Without(key) => (String::new(), key, "without"),
    }
}

impl Db {
    /// Everything said against the laws' calendar, by day.
    pub fn amendments(&self) -> Result<Vec<Amendment>> {
        self.rows("SELECT day, key, kind, name, source FROM holiday ORDER BY day, key", vals![], amendment)
    }
}

impl Tx<'_> {
    /// Says something of a day (or a holiday by law); what was said of it before counts no more. False when it was said
    /// already.
    pub fn amend(&mut self, new: &Amendment, import: Option<i64>) -> Result<bool> {
        let (day, key, kind) = place(&new.change);
        let sql = "SELECT day, key, kind, name, source FROM holiday WHERE day = $1 AND key = $2";
        if self.row(sql, vals![&day, key], amendment)?.as_ref() == Some(new) {
            return Ok(false);
        }
        self.exec(
            "INSERT INTO holiday (day, key, kind, name, source, import_id) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (day, key) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source,
                import_id = excluded.import_id",
            vals![
                &day,
                key,
                kind,
                new.name.as_deref().unwrap_or_default(),
                new.source.as_deref().unwrap_or_default(),
                import
            ],
        )?;
        self.say(format!("{day}{key} {kind}"));
        Ok(true)
    }

    /// Takes back what was said of a day or holiday. False when nothing was.
    pub fn unamend(&mut self, change: &Override) -> Result<bool> {
        let (day, key, _) = place(change);
        let gone = self.exec("DELETE FROM holiday WHERE day = $1 AND key = $2", vals![&day, key])?;
        if gone > 0 {
            self.say(format!("−{day}{key}"));
        }
        Ok(gone > 0)
    }
}
