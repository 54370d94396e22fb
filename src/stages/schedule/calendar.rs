//! A month at a glance: weeks from Monday on, the country's holidays, and the sessions.

use super::list::Whose;
use super::sheet;
use crate::desk::holiday::{self, Kept};
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::mail::language::month_name;

use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::holiday::Day;
use ata_model::schedule::{day_begins, days_touched, weeks};
use ata_model::session::Session;
use ata_store::{SessionFilter, instant};
use chrono::{Datelike, Months, NaiveDate};
use clap::Args;
use std::collections::BTreeSet;

#[derive(Args)]
pub struct Calendar {
    /// The month: 2026-03 (else the present one)
    #[arg(long, value_name = "MONTH")]
    month: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

/// The first day of a month as typed: `2026-03`.
fn first_day(text: &str) -> Result<NaiveDate, Fault> {
    let text = text.trim();
    let shape = |text: &str| text.len() == 7 && text.as_bytes().get(4) == Some(&b'-');
    let day = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok();
    day.filter(|day| shape(text) && (1900..=2200).contains(&day.year()))
        .ok_or_else(|| Fault::usage(phrase!("schedule-month", value = text)))
}

pub fn run(args: &Calendar, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let zone = desk.zone();
    let today = desk.today();
    let first = args.month.as_ref().map_or(Ok(today.with_day(1).unwrap_or(today)), |text| first_day(text))?;
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let filter = SessionFilter {
        from: Some(instant(day_begins(first, zone))),
        until: Some(instant(day_begins(next, zone))),
        ..args.whose.filter(&desk.store)?
    };
    let found = desk.store.snapshot(|db| -> Result<_, Fault> {
        let sessions = db.sessions(&filter)?;
        let titles = db.titles_of(&sessions)?;
        Ok((sessions, titles))
    });
    let (sessions, titles) = found?;
    let holidays = Kept::read(&desk.store, desk.country())?.closed_in(first);
    let taken: BTreeSet<NaiveDate> =
        sessions.iter().filter(|one| one.state != "cancelled").flat_map(|one| days(one, zone)).collect();
    let (name, narrow) = (desk.row.zone.clone(), env.is_narrow());
    Ok(Answer::list(sessions, move |sessions, words| {
        let page = grid(first, today, &taken, &holidays, words);
        let list = sheet::table(sessions, &titles, &name, narrow, words);
        let mut page = page.blank();
        page.blocks.extend(list.blocks);
        page
    }))
}

fn days(session: &Session, zone: chrono_tz::Tz) -> Vec<NaiveDate> {
    match (session.start_at.parse(), session.end_at.parse()) {
        (Ok(start), Ok(end)) => days_touched(start, end, zone),
        _ => Vec::new(),
    }
}

/// The month: `[4]` a day with sessions, `23*` a holiday, `>2` today; below it the names of the holidays.
fn grid(first: NaiveDate, today: NaiveDate, taken: &BTreeSet<NaiveDate>, holidays: &[Day], words: &Words) -> Page {
    let mut text = String::new();
    for name in words.word("schedule-weekdays").split(' ') {
        text.push_str(&format!("{name:>5}"));
    }
    text.push('\n');
    for week in weeks(first) {
        let cells = week.map(|day| match day {
            None => " ".repeat(5),
            Some(day) => {
                let (open, close) = match (taken.contains(&day), day == today) {
                    (true, _) => ("[", "]"),
                    (false, true) => (">", ""),
                    (false, false) => ("", ""),
                };
                let star = if holidays.iter().any(|holiday| holiday.date == day) { "*" } else { "" };
                let close = format!("{close}{star}");
                format!("{:>3}{close:<2}", format!("{open}{}", day.day()))
            }
        });
        text.push_str(cells.concat().trim_end());
        text.push('\n');
    }
    let title = words.say(&phrase!(
        "schedule-month-title",
        month = month_name(words.language, first),
        year = first.year().to_string()
    ));
    let mut page = Page::default().heading(title).verbatim(text);
    for holiday in holidays {
        page = page.line(format!("{:>3}*  {}", holiday.date.day(), holiday::name(holiday, words)));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::language::Language;
    use ata_model::country::Country;

    #[test]
    fn every_holiday_has_a_name_in_each_language() {
        for language in Language::ALL {
            let words = Words::new(language);
            let optional = ata_model::country::optional_days(Country::Br, 2026);
            for holiday in Country::ALL.into_iter().flat_map(|country| country.holidays(2026)).chain(optional) {
                assert_ne!(words.term("holiday", holiday.key), holiday.key, "{language:?}");
            }
        }
    }

    #[test]
    fn a_month_is_read_or_refused() {
        for (text, expected) in [
            ("2026-03", Some("2026-03-01")),
            ("2028-02", Some("2028-02-01")),
            ("2026-13", None),
            ("2026-3", None),
            ("2026-03-04", None),
            ("26-03", None),
            ("marzo", None),
            ("", None),
        ] {
            assert_eq!(first_day(text).ok().map(|day| day.to_string()).as_deref(), expected, "{text:?}");
        }
    }
}
