//! Terms in business days, as this body keeps its holidays.

use super::Kept;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::country::{add_business_days, business_days_between};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Term {
    /// The day the term counts from; the next business day is its first
    from: String,
    /// Business days of the term; negative: before that day
    #[arg(
        long,
        value_name = "N",
        required_unless_present = "to",
        conflicts_with = "to",
        allow_negative_numbers = true,
        value_parser = clap::value_parser!(i64).range(-36_525..=36_525)
    )]
    days: Option<i64>,
    /// The day up to which business days are counted, itself among them
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

#[derive(Serialize)]
struct Counted {
    from: NaiveDate,
    to: NaiveDate,
    business_days: i64,
}

pub fn run(args: &Term, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let today = desk.today();
    let kept = Kept::read(&desk.store, desk.country())?;
    let from = typed::day(&args.from, "FROM", today)?;
    let to = match (&args.to, args.days) {
        (Some(text), _) => typed::day(text, "--to", today)?,
        (None, days) => add_business_days(kept.country, from, days.unwrap_or(0), &kept.overrides)
            .ok_or_else(|| Fault::usage(phrase!("usage-day", value = &args.from, option = "FROM")))?,
    };
    let business_days = business_days_between(kept.country, from, to, &kept.overrides);
    Ok(Answer::of(Counted { from, to, business_days }, |counted, words| {
        let said = phrase!(
            "desk-holiday-term",
            from = counted.from.to_string(),
            to = counted.to.to_string(),
            n = counted.business_days
        );
        Page::default().line(words.say(&said))
    }))
}
