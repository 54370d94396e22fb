//! Sessions that come back: a rule in the words of calendars (RRULE, RFC 5545 §3.3.10), the recess of the body, the
//! holidays of the country, and how far apart the sessions may lie.

mod gap;
mod repeat;
mod rhythm;
mod rule;

pub use gap::{Gap, largest_gap};
pub use repeat::{Dates, Dropped, OnHoliday, Repeat, RepeatError, SESSIONS_MAX, Session, Why};
pub use rhythm::Rhythm;
pub use rule::{End, Every, Part, Rule, RuleError, WEEKDAYS};

use chrono::NaiveDate;
use serde::Serialize;
use std::fmt;

/// Days in a row, both ends among them: a recess, or one day on which there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Why a text is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    #[error("{text:?} is no date")]
    Date { text: String },
    #[error("{first} comes after {last}")]
    Order { first: NaiveDate, last: NaiveDate },
}

impl Period {
    /// Reads `2021-12-16` or `2021-12-16..2022-02-01`.
    ///
    /// # Errors
    /// What is no date, or ends before it begins.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let day = |text: &str| {
            let text = text.trim();
            text.parse::<NaiveDate>().map_err(|_| PeriodError::Date { text: text.to_owned() })
        };
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let (first, last) = (day(first)?, day(last)?);
        if last < first { Err(PeriodError::Order { first, last }) } else { Ok(Period { first, last }) }
    }

    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}..{}", self.first, self.last) }
    }
}

#[cfg(test)]
mod tests;
