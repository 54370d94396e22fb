//! The numbers that minutes bear: consecutive for each body (a group, or the institution itself) and year.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::session::MinutesNumber;

/// A number with the body it is of; no group: the institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    pub group: Option<i64>,
    pub number: MinutesNumber,
}

impl Db {
    /// The number the minutes of a session would get: the one they were given before an undo, else the one after all that were
    /// given and those `promised`.
    ///
    /// # Errors
    /// What the database says.
    pub fn next_minutes_number(
        &self,
        session: i64,
        group: Option<i64>,
        year: i64,
        promised: &[Numbering],
    ) -> Result<Numbering> {
        let value = |name: &str| {
            let sql = "SELECT value FROM counter WHERE name = $1";
            self.row(sql, vals![name], |row| row.int("value"))
        };
        let numbering = |number: i64| {
            let number = MinutesNumber { year, number: number.to_string() };
            Numbering { group, number }
        };
        if let Some(before) = value(&once(session, group, year))?.map(numbering)
            && !promised.contains(&before)
            && self.minutes_numbered(&before, session)?.is_none()
        {
            return Ok(before);
        }
        let given = value(&counter(group, year))?.unwrap_or(0);
        let same = promised.iter().filter(|one| one.group == group && one.number.year == year);
        let last = same.filter_map(|one| one.number.number.parse().ok()).fold(given, i64::max);
        Ok(numbering(last + 1))
    }

    /// Another session whose minutes bear the number already. Cases that came from another register bear that one's numbers.
    ///
    /// # Errors
    /// What the database says.
    pub fn minutes_numbered(&self, numbering: &Numbering, session: i64) -> Result<Option<i64>> {
        let sql = "SELECT m.session_id FROM minutes m JOIN session s ON s.id = m.session_id
                   WHERE m.organisation_id IS NOT DISTINCT FROM $1 AND m.year = $2 AND m.number = $3 AND m.session_id <> $4
                     AND NOT EXISTS (SELECT 1 FROM provenance p WHERE p.case_id = s.case_id) ORDER BY m.session_id LIMIT 1";
        let number = &numbering.number;
        self.row(sql, vals![numbering.group, number.year, &number.number, session], |row| row.int("session_id"))
    }
}

impl Tx<'_> {
    /// Gives the minutes of a session their number, which must be free; the next ones go on after it. One they have already stays
    /// with the body that gave it.
    ///
    /// # Errors
    /// What the database says.
    pub fn number_minutes(&mut self, session: i64, numbering: &Numbering) -> Result<()> {
        let Numbering { group, number: MinutesNumber { year, number } } = numbering;
        let sql = "SELECT count(*) AS n FROM minutes WHERE session_id = $1 AND year = $2 AND number = $3";
        if self.count(sql, vals![session, *year, number])? > 0 {
            return Ok(());
        }
        self.exec(
            "INSERT INTO minutes (session_id, organisation_id, year, number) VALUES ($1, $2, $3, $4)
             ON CONFLICT (session_id) DO UPDATE SET organisation_id = excluded.organisation_id, year = excluded.year,
                number = excluded.number",
            vals![session, *group, *year, number],
        )?;
        let Ok(value) = number.parse::<i64>() else { return Ok(()) };
        self.exec(
            "INSERT INTO counter (name, value) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET value = max(counter.value, excluded.value)",
            vals![&counter(*group, *year), value],
        )?;
        // A number once given stays given: undone and done again, the session gets the same.
        self.exec(
            "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            vals![&once(session, *group, *year), value],
        )?;
        Ok(())
    }
}

/// The last number given.
fn counter(group: Option<i64>, year: i64) -> String {
    format!("minutes:{}:{year}", group.unwrap_or(0))
}

/// The number that a session was given.
fn once(session: i64, group: Option<i64>, year: i64) -> String {
    format!("{}:{session}", counter(group, year))
}
