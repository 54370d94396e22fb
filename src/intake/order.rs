//! Day first or month first: settled by evidence in the file, strongest first, and never by the language of the labels.

use chrono::{NaiveDate, TimeDelta};

use super::codes::{DateOrder, Evidence, WarnCode};
use super::fault::IntakeError;
use super::options::{Ambiguity, Options};
use super::stamp::{Day, Stamp, date_in_name};
use super::table::Warning;

/// A start and an end that belong together, and the duration written beside them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub start: Stamp,
    pub end: Stamp,
    pub seconds: Option<i64>,
}

/// What the file offers as evidence.
#[derive(Debug, Default)]
pub(super) struct Clues {
    /// Stamps with the line and text they came from.
    pub stamps: Vec<(u64, Stamp, String)>,
    pub spans: Vec<Span>,
}

impl Clues {
    /// Takes a cell as evidence, if it is a stamp; answers the stamp.
    pub fn take(&mut self, line: u64, text: &str) -> Option<Stamp> {
        let stamp = Stamp::parse(text)?;
        self.stamps.push((line, stamp, text.to_owned()));
        Some(stamp)
    }
}

/// The order, what settled it, and what is to be said about it.
#[derive(Debug)]
pub(super) struct Decision {
    pub order: DateOrder,
    pub evidence: Evidence,
    /// False when no date of the file needed an order.
    pub applies: bool,
    pub warnings: Vec<Warning>,
}

const BOTH: [DateOrder; 2] = [DateOrder::Dmy, DateOrder::Mdy];

/// Decides. An order that was said and is that of no date is refused. With no evidence at all, refuses or reads day-first with a warning, as the options say.
pub(super) fn decide(clues: &Clues, options: &Options, file_name: Option<&str>) -> Result<Decision, IntakeError> {
    let settled = |order, evidence| Decision { order, evidence, applies: true, warnings: Vec::new() };
    let mut numeric = clues.stamps.iter().filter(|(_, stamp, _)| matches!(stamp.day, Day::Numbers { .. })).peekable();
    if numeric.peek().is_none() {
        let dated = clues.stamps.iter().any(|(_, stamp, _)| matches!(stamp.day, Day::Known(_)));
        let evidence = if dated { Evidence::Unambiguous } else { Evidence::Nothing };
        return Ok(Decision { applies: dated, ..settled(DateOrder::Ymd, evidence) });
    }
    if let Some(order) = options.date_order {
        let unfit = |(_, stamp, _): &&(u64, Stamp, String)| stamp.date(order).is_none();
        let mut decision = settled(order, Evidence::Given);
        if let Some((line, _, text)) = numeric.clone().find(unfit) {
            if numeric.all(|clue| unfit(&clue)) {
                return Err(IntakeError::OtherDateOrder { line: *line, value: text.clone(), order });
            }
            decision.warnings.push(Warning::new(WarnCode::DateOrdersMixed, *line, text.clone()));
        }
        return Ok(decision);
    }
    let fits = |order| {
        clues
            .stamps
            .iter()
            .filter(move |(_, stamp, _)| stamp.day != Day::Missing && stamp.date(order).is_some())
            .count()
    };
    let (day_first, month_first) = (fits(DateOrder::Dmy), fits(DateOrder::Mdy));
    if day_first != month_first {
        let order = if day_first > month_first { DateOrder::Dmy } else { DateOrder::Mdy };
        let mut decision = settled(order, Evidence::AboveTwelve);
        if let Some((line, _, text)) =
            clues.stamps.iter().find(|(_, stamp, _)| stamp.day != Day::Missing && stamp.date(order).is_none())
        {
            decision.warnings.push(Warning::new(WarnCode::DateOrdersMixed, *line, text.clone()));
        }
        return Ok(decision);
    }
    let session = options.session_date.or_else(|| options.session_start.map(|start| start.date()));
    let named = file_name.and_then(|name| date_in_name(name, session));
    let tests: [(Evidence, &dyn Fn(DateOrder) -> bool); 4] = [
        (Evidence::DurationAgrees, &|order| durations_agree(&clues.spans, order)),
        (Evidence::LeaveWithinDay, &|order| within_a_day(&clues.spans, order)),
        (Evidence::SessionDate, &|order| any_on(clues, order, session)),
        (Evidence::FileName, &|order| any_on(clues, order, named)),
    ];
    for (evidence, holds) in tests {
        match BOTH.map(holds) {
            [true, false] => return Ok(settled(DateOrder::Dmy, evidence)),
            [false, true] => return Ok(settled(DateOrder::Mdy, evidence)),
            _ => {}
        }
    }
    suggest(clues, options)
}

/// Clocks only suggest; equal numbers (4/4/2025) read the same either way.
fn suggest(clues: &Clues, options: &Options) -> Result<Decision, IntakeError> {
    let Some((line, stamp, text)) = clues.stamps.iter().find(|(_, stamp, _)| stamp.is_ambiguous()) else {
        return Ok(Decision {
            order: DateOrder::Dmy,
            evidence: Evidence::Unambiguous,
            applies: true,
            warnings: Vec::new(),
        });
    };
    let timed = stamp.time.is_some();
    let (order, evidence) = match (timed, stamp.half_day) {
        (true, true) => (DateOrder::Mdy, Evidence::AmPm),
        (true, false) => (DateOrder::Dmy, Evidence::Clock24),
        (false, _) if options.ambiguity == Ambiguity::Refuse => {
            return Err(IntakeError::AmbiguousDates { line: *line, value: text.clone() });
        }
        (false, _) => (DateOrder::Dmy, Evidence::Nothing),
    };
    let code = if timed { WarnCode::DateOrderSuggested } else { WarnCode::DateOrderAmbiguous };
    Ok(Decision { order, evidence, applies: true, warnings: vec![Warning::new(code, *line, text.clone())] })
}

/// True when every span with a duration ends when it should, give or take the minute that exports round up.
fn durations_agree(spans: &[Span], order: DateOrder) -> bool {
    let mut timed = spans.iter().filter_map(|span| Some((length(span, order), span.seconds?))).peekable();
    timed.peek().is_some()
        && timed.all(|(length, seconds)| length.is_some_and(|length| (length.num_seconds() - seconds).abs() <= 60))
}

fn within_a_day(spans: &[Span], order: DateOrder) -> bool {
    !spans.is_empty()
        && spans.iter().all(|span| {
            length(span, order).is_some_and(|length| (TimeDelta::zero()..=TimeDelta::days(1)).contains(&length))
        })
}

fn length(span: &Span, order: DateOrder) -> Option<TimeDelta> {
    Some(span.end.moment(order)? - span.start.moment(order)?)
}

fn any_on(clues: &Clues, order: DateOrder, day: Option<NaiveDate>) -> bool {
    // A stamp that can be read one way only tells nothing of the others.
    let mut numeric = clues.stamps.iter().filter(|(_, stamp, _)| matches!(stamp.day, Day::Numbers { .. }));
    day.is_some() && numeric.any(|(_, stamp, _)| stamp.date(order) == day)
}
