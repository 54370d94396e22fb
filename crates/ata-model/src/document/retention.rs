//! How long a closed case file is kept, by the records schedule (TRD).

use chrono::{Months, NaiveDate};
use serde::Serialize;

/// How long a closed case file is kept: the years of the office's archive begin when it is closed, those of the central
/// archive after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    pub office_until: NaiveDate,
    pub central_until: NaiveDate,
}

/// What is due for a closed case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// The office's years are over: it goes to the central archive.
    Transfer,
    /// All years are over: what the schedule disposes is proposed.
    Disposal,
}

impl Due {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Due::Transfer => "transfer",
            Due::Disposal => "disposal",
        }
    }
}

impl Retention {
    pub fn new(closed: NaiveDate, office_years: i64, central_years: i64) -> Retention {
        let after = |years: i64| {
            let months = u32::try_from(years.max(0)).unwrap_or(u32::MAX).saturating_mul(12);
            closed.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
        };
        Retention {
            office_until: after(office_years),
            central_until: after(office_years.saturating_add(central_years)),
        }
    }

    /// What is due on a day; nothing while the office's years last.
    pub fn due(&self, on: NaiveDate) -> Option<Due> {
        if on >= self.central_until {
            Some(Due::Disposal)
        } else if on >= self.office_until {
            Some(Due::Transfer)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_years_run_from_the_closing_and_what_is_due_follows() {
        let kept = Retention::new(day("2024-02-29"), 2, 8);
        assert_eq!((kept.office_until, kept.central_until), (day("2026-02-28"), day("2034-02-28")));
        for (on, due) in [
            ("2024-02-29", None),
            ("2026-02-27", None),
            ("2026-02-28", Some(Due::Transfer)),
            ("2034-02-27", Some(Due::Transfer)),
            ("2034-02-28", Some(Due::Disposal)),
        ] {
            assert_eq!(kept.due(day(on)), due, "{on}");
        }
        assert_eq!(Retention::new(day("2024-05-01"), 1, 0).due(day("2025-05-01")), Some(Due::Disposal));
        assert_eq!(Retention::new(day("2024-05-01"), i64::MAX, i64::MAX).due(day("2200-01-01")), None);
    }
}
