//! From a rule to the days on which sessions are held.

use super::{End, Period, Rule};
use crate::country::{Country, Override, add_business_days, holiday_on};
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// Most sessions one rule may make: a weekly session over seven years, and a slip of the pen no more.
pub const SESSIONS_MAX: usize = 400;
/// How far ahead days are looked for, in months: thirty years.
const HORIZON: u32 = 360;

/// What becomes of a session whose day is a holiday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnHoliday {
    /// It is held, and the holiday named.
    #[default]
    Keep,
    /// It is held on the next business day.
    Move,
    Skip,
}

impl OnHoliday {
    pub const ALL: [OnHoliday; 3] = [OnHoliday::Keep, OnHoliday::Move, OnHoliday::Skip];

    /// The word of the command line.
    pub fn code(self) -> &'static str {
        match self {
            OnHoliday::Keep => "keep",
            OnHoliday::Move => "move-next-business-day",
            OnHoliday::Skip => "skip",
        }
    }

    pub fn parse(word: &str) -> Option<OnHoliday> {
        OnHoliday::ALL.into_iter().find(|one| one.code() == word)
    }
}

/// A rule and all that bears on it.
#[derive(Debug, Clone)]
pub struct Repeat<'a> {
    pub rule: &'a Rule,
    /// The first day that may be one.
    pub from: NaiveDate,
    /// The last day that may be one, besides the end of the rule itself.
    pub until: Option<NaiveDate>,
    /// How many sessions are wanted: days that are skipped do not count (those of the rule's own `COUNT` do).
    pub count: Option<u32>,
    /// Recess and other days without sessions.
    pub skips: &'a [Period],
    pub country: Country,
    pub overrides: &'a [Override],
    pub on_holiday: OnHoliday,
}

/// A day on which a session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Session {
    pub day: NaiveDate,
    /// The day of the rule, where the session was moved from it.
    pub moved_from: Option<NaiveDate>,
    /// The holiday on the day of the rule, by its key.
    pub holiday: Option<&'static str>,
}

/// A day of the rule on which there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dropped {
    pub day: NaiveDate,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It lies in one of the periods, or would be moved into one.
    Recess(Period),
    /// By its key.
    Holiday(&'static str),
    /// It would be moved to a day that has a session already.
    Taken(NaiveDate),
}

/// What a rule comes to, both in the order of the days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Dates {
    pub sessions: Vec<Session>,
    pub dropped: Vec<Dropped>,
}

impl Dates {
    pub fn days(&self) -> Vec<NaiveDate> {
        self.sessions.iter().map(|session| session.day).collect()
    }
}

/// Why a rule makes no schedule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RepeatError {
    /// Neither the rule nor what was said with it tells when to stop.
    #[error("no end")]
    NoEnd,
    /// Ends before it begins.
    #[error("{until} is before {from}")]
    Order { from: NaiveDate, until: NaiveDate },
    #[error("more than {max} sessions")]
    TooMany { max: usize },
    /// The end lies beyond thirty years.
    #[error("{found} sessions before {horizon}, of {wanted:?}")]
    TooFar { found: usize, wanted: Option<u32>, horizon: NaiveDate },
    /// Not one day.
    #[error("no session")]
    Nothing,
}

impl Repeat<'_> {
    /// The days on which sessions are held, and those of the rule on which none is.
    ///
    /// # Errors
    /// No end, no session, or more of them than anybody holds.
    pub fn dates(&self) -> Result<Dates, RepeatError> {
        let of_rule = if let End::Until(day) = self.rule.end { Some(day) } else { None };
        let until = self.until.into_iter().chain(of_rule).min();
        let (rule_count, wanted) = (if let End::Count(count) = self.rule.end { Some(count) } else { None }, self.count);
        if until.is_none() && rule_count.is_none() && wanted.is_none() {
            return Err(RepeatError::NoEnd);
        }
        if let Some(until) = until.filter(|until| *until < self.from) {
            return Err(RepeatError::Order { from: self.from, until });
        }
        let horizon = self.from.checked_add_months(Months::new(HORIZON)).unwrap_or(NaiveDate::MAX);
        let is_enough = |dates: &Dates| wanted.is_some_and(|wanted| dates.sessions.len() >= wanted as usize);
        let last = until.unwrap_or(horizon).min(horizon);
        let mut dates = Dates::default();
        let mut seen = 0;
        for day in self.rule.days(self.from).take_while(|day| *day <= last) {
            if is_enough(&dates) || rule_count == Some(seen) {
                break;
            }
            seen += 1;
            self.place(day, &mut dates);
            if dates.sessions.len() > SESSIONS_MAX {
                return Err(RepeatError::TooMany { max: SESSIONS_MAX });
            }
        }
        // A date to stop at, or a COUNT that was used up, is an end that was asked for; the horizon is none.
        let is_ended = until.is_some_and(|until| until <= horizon) || rule_count == Some(seen) || is_enough(&dates);
        if !is_ended {
            let found = dates.sessions.len();
            return Err(RepeatError::TooFar { found, wanted: wanted.or(rule_count), horizon });
        }
        dates.sessions.sort_unstable_by_key(|session| session.day);
        if dates.sessions.is_empty() { Err(RepeatError::Nothing) } else { Ok(dates) }
    }

    /// Puts a day of the rule among the sessions, on another day, or among those that are dropped.
    fn place(&self, day: NaiveDate, dates: &mut Dates) {
        match self.settle(day, dates) {
            Ok(session) => {
                // A session of the rule itself has the day before one that was moved to it.
                if let Some(at) = dates.sessions.iter().position(|other| other.day == session.day) {
                    let moved = dates.sessions.remove(at);
                    let day = moved.moved_from.unwrap_or(moved.day);
                    dates.dropped.push(Dropped { day, why: Why::Taken(session.day) });
                }
                dates.sessions.push(session);
            }
            Err(why) => dates.dropped.push(Dropped { day, why }),
        }
        dates.dropped.sort_unstable_by_key(|dropped| dropped.day);
    }

    fn settle(&self, day: NaiveDate, dates: &Dates) -> Result<Session, Why> {
        let recess = |day: NaiveDate| match self.skips.iter().find(|period| period.contains(day)) {
            Some(period) => Err(Why::Recess(*period)),
            None => Ok(()),
        };
        recess(day)?;
        let holiday = holiday_on(self.country, day, self.overrides);
        let kept = Session { day, moved_from: None, holiday };
        match (holiday, self.on_holiday) {
            (None, _) | (_, OnHoliday::Keep) => Ok(kept),
            (Some(key), OnHoliday::Skip) => Err(Why::Holiday(key)),
            (Some(key), OnHoliday::Move) => {
                let next = add_business_days(self.country, day, 1, self.overrides).ok_or(Why::Holiday(key))?;
                recess(next)?;
                match dates.sessions.iter().any(|other| other.day == next) {
                    true => Err(Why::Taken(next)),
                    false => Ok(Session { day: next, moved_from: Some(day), holiday }),
                }
            }
        }
    }
}
