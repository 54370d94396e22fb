//! How long a closed case file is kept, by the records schedule (TRD).

use super::SeriesLine;
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

/// What was fixed of a case file when it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub line: SeriesLine,
    pub closed_on: NaiveDate,
}

impl Kept {
    /// The line the file is kept by: the one it was closed under. A line that was only proposed gives way to the one that has
    /// been approved under the same code since.
    pub fn in_force<'l>(&'l self, now: Option<&'l SeriesLine>) -> &'l SeriesLine {
        match now {
            Some(now) if !self.line.is_approved() && now.is_approved() => now,
            _ => &self.line,
        }
    }

    /// The days of a line, counted from the closing.
    pub fn retention(&self, line: &SeriesLine) -> Retention {
        Retention::new(self.closed_on, line.office_years, line.central_years)
    }
}

/// Why a case file may not be put on a list of eliminations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Barrier {
    /// Taken in from elsewhere: what becomes of the file is decided where it was produced.
    Copy,
    NotClosed,
    /// It was closed without a line of the records schedule.
    Unclassified,
    /// What the schedule disposes is not elimination.
    Disposal {
        disposal: String,
    },
    /// The line was never approved: nothing may be eliminated by it.
    NotApproved {
        series: String,
    },
    /// Its years are not over.
    NotDue {
        until: NaiveDate,
    },
    /// A legal hold keeps it.
    Held {
        reason: String,
    },
    /// It is on another list, proposed or approved.
    Listed {
        list: String,
    },
}

/// What stands against the elimination of a case file on a day. Elimination is never automatic: also without a barrier it is only
/// proposed, and an archive committee decides (Decreto 1080 of 2015, article 2.8.2.2.5).
pub fn barrier(
    kept: Option<&Kept>,
    is_closed: bool,
    now: Option<&SeriesLine>,
    held: Option<&str>,
    listed: Option<&str>,
    on: NaiveDate,
) -> Option<Barrier> {
    if !is_closed {
        return Some(Barrier::NotClosed);
    }
    let Some(kept) = kept else { return Some(Barrier::Unclassified) };
    let line = kept.in_force(now);
    let until = kept.retention(line).central_until;
    if !line.is_eliminated() {
        Some(Barrier::Disposal { disposal: line.disposal.clone() })
    } else if !line.is_approved() {
        Some(Barrier::NotApproved { series: line.code.clone() })
    } else if on < until {
        Some(Barrier::NotDue { until })
    } else if let Some(reason) = held {
        Some(Barrier::Held { reason: reason.to_owned() })
    } else {
        listed.map(|list| Barrier::Listed { list: list.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn line(disposal: &str, years: (i64, i64), source: &str) -> SeriesLine {
        SeriesLine {
            code: "120-2-40".to_owned(),
            series: "Asistencias".to_owned(),
            subseries: None,
            types: Vec::new(),
            office_years: years.0,
            central_years: years.1,
            disposal: disposal.to_owned(),
            procedure: None,
            source: Some(source.to_owned()),
        }
    }

    #[test]
    fn a_file_is_kept_by_the_line_it_was_closed_under_unless_that_was_a_proposal() {
        let (proposal, approved) = (line("CT", (2, 8), "Propuesta"), line("E", (1, 4), "Resolución 100 de 2026"));
        for (frozen, now, expected) in [
            (&approved, Some(&proposal), &approved),
            (&approved, None, &approved),
            (&proposal, None, &proposal),
            (&proposal, Some(&proposal), &proposal),
            (&proposal, Some(&approved), &approved),
        ] {
            let kept = Kept { line: frozen.clone(), closed_on: day("2026-03-02") };
            assert_eq!(kept.in_force(now), expected);
        }
        let later = line("CT", (9, 9), "Resolución 7 de 2030");
        let kept = Kept { line: approved.clone(), closed_on: day("2026-03-02") };
        assert_eq!(kept.in_force(Some(&later)), &approved);
    }

    #[test]
    fn nothing_is_proposed_for_elimination_while_anything_stands_against_it() {
        let eliminated = line("E", (1, 4), "Resolución 100 de 2026");
        let kept = |line: &SeriesLine| Some(Kept { line: line.clone(), closed_on: day("2026-03-02") });
        let until = day("2031-03-02");
        for (frozen, closed, held, listed, on, expected) in [
            (kept(&eliminated), false, None, None, "2031-03-02", Some(Barrier::NotClosed)),
            (None, true, None, None, "2031-03-02", Some(Barrier::Unclassified)),
            (
                kept(&line("CT", (1, 4), "Ley")),
                true,
                None,
                None,
                "2031-03-02",
                Some(Barrier::Disposal { disposal: "CT".into() }),
            ),
            (
                kept(&line("S+D", (1, 4), "Ley")),
                true,
                None,
                None,
                "2031-03-02",
                Some(Barrier::Disposal { disposal: "S+D".into() }),
            ),
            (
                kept(&line("E", (1, 4), "Propuesta")),
                true,
                None,
                None,
                "2031-03-02",
                Some(Barrier::NotApproved { series: "120-2-40".into() }),
            ),
            (kept(&eliminated), true, None, None, "2031-03-01", Some(Barrier::NotDue { until })),
            (
                kept(&eliminated),
                true,
                Some("Tutela"),
                None,
                "2031-03-02",
                Some(Barrier::Held { reason: "Tutela".into() }),
            ),
            (kept(&eliminated), true, None, Some("E-1"), "2031-03-02", Some(Barrier::Listed { list: "E-1".into() })),
            (kept(&eliminated), true, None, None, "2031-03-02", None),
            (kept(&line("E+D", (1, 4), "Ley")), true, None, None, "2031-03-02", None),
        ] {
            assert_eq!(barrier(frozen.as_ref(), closed, None, held, listed, day(on)), expected);
        }
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
