//! From what was typed to the days of the rule, and why there are none.

use super::Repeat;
use crate::desk::holiday::Kept;
use crate::error::Fault;
use crate::phrase;
use crate::typed;
use ata_model::recurrence::{self, Dates, End, OnHoliday, Period, PeriodError, RepeatError, Rule, RuleError};
use chrono::NaiveDate;

/// A day or a recess.
///
/// # Errors
/// A usage fault for what is neither.
pub fn period(text: &str) -> Result<Period, Fault> {
    Period::parse(text).map_err(|error| match error {
        PeriodError::Date { text } => Fault::usage(phrase!("schedule-skip-date", value = text)),
        PeriodError::Order { first, last } => {
            Fault::usage(phrase!("schedule-skip-order", first = first.to_string(), last = last.to_string()))
        }
    })
}

/// What of a rule is not understood.
pub fn unreadable(text: &str, error: &RuleError) -> Fault {
    let fault = Fault::usage(match error {
        RuleError::NotAPart { text } => phrase!("schedule-rule-part", part = text),
        RuleError::UnknownPart { name } => phrase!("schedule-rule-unknown", part = name),
        RuleError::Repeated { part } => phrase!("schedule-rule-twice", part = part.code()),
        RuleError::Missing { part } => phrase!("schedule-rule-missing", part = part.code(), rule = text),
        RuleError::Value { part, value } => phrase!("schedule-rule-value", part = part.code(), value = value),
        RuleError::Together { one, other } => {
            phrase!("schedule-rule-together", one = one.code(), other = other.code())
        }
    });
    fault.hint(phrase!("schedule-rule-hint"))
}

/// The days on which sessions are held.
///
/// # Errors
/// A usage fault for days that cannot be read and a rule that does not end; refused when nothing is left of it.
pub fn dates(args: &Repeat, rule: &Rule, skips: &[Period], kept: &Kept, today: NaiveDate) -> Result<Dates, Fault> {
    if args.count.is_some() && matches!(rule.end, End::Count(_)) {
        return Err(Fault::usage(phrase!("usage-conflict", option = "--count", other = "COUNT")));
    }
    let from = typed::day(&args.from, "--from", today)?;
    let until = args.until.as_ref().map(|text| typed::day(text, "--until", today)).transpose()?;
    let repeat = recurrence::Repeat {
        rule,
        from,
        until,
        count: args.count,
        skips,
        country: kept.country,
        overrides: &kept.overrides,
        on_holiday: OnHoliday::parse(&args.on_holiday).unwrap_or_default(),
    };
    repeat.dates().map_err(|error| match error {
        RepeatError::NoEnd => Fault::usage(phrase!("schedule-repeat-end")).hint(phrase!("schedule-repeat-end-hint")),
        RepeatError::Order { from, until } => {
            Fault::usage(phrase!("schedule-skip-order", first = from.to_string(), last = until.to_string()))
        }
        RepeatError::TooMany { max } => Fault::usage(phrase!("schedule-repeat-many", max = max)),
        RepeatError::TooFar { found, horizon, .. } => {
            Fault::usage(phrase!("schedule-repeat-far", n = found, horizon = horizon.to_string()))
        }
        RepeatError::Nothing => Fault::refused(phrase!("schedule-repeat-nothing", rule = rule.to_string())),
    })
}
