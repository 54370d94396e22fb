//! The calendar of holidays as this body keeps it: closed or not, what a day is called, business days.

use super::name;
use crate::error::Fault;
use crate::locale::Words;
use ata_model::country::{Country, Override};
use ata_model::holiday::{Amendment, Day, overrides, year};
use ata_store::Db;
use chrono::{Datelike, NaiveDate};

pub struct Kept {
    pub country: Country,
    pub overrides: Vec<Override>,
    amendments: Vec<Amendment>,
}

impl Kept {
    /// # Errors
    /// What the store says.
    pub fn read(db: &Db, country: Country) -> Result<Kept, Fault> {
        let amendments = db.amendments()?;
        Ok(Kept { country, overrides: overrides(&amendments), amendments })
    }

    /// The days of a month on which the body is closed.
    pub fn closed_in(&self, month: NaiveDate) -> Vec<Day> {
        let mut days = year(self.country, month.year(), &self.amendments);
        days.retain(|day| day.is_closed() && day.date.month() == month.month());
        days
    }

    /// The holiday on a day; none on a day like the others.
    pub fn on(&self, date: NaiveDate) -> Option<Day> {
        self.closed_in(date).into_iter().find(|day| day.date == date)
    }

    /// What the holiday on a day is called; empty on a day like the others.
    pub fn called(&self, date: NaiveDate, words: &Words) -> String {
        self.on(date).map(|day| name(&day, words)).unwrap_or_default()
    }
}
