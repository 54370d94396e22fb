//! Which sessions: by days, group, facilitator or case.

use super::sheet;
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::phrase;
use crate::typed;
use crate::view::Answer;
use ata_model::schedule::day_begins;
use ata_store::{Db, SessionFilter, instant};
use clap::Args;

#[derive(Args)]
pub struct List {
    /// Only sessions of these cases
    case: Vec<String>,
    #[command(flatten)]
    which: Which,
}

/// Filters that lists and calendars share.
#[derive(Args, Default)]
pub struct Which {
    /// First day
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Last day
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    #[command(flatten)]
    pub whose: Whose,
}

#[derive(Args, Default)]
pub struct Whose {
    /// Only sessions of this group's cases
    #[arg(long, value_name = "ORG")]
    pub group: Option<String>,
    /// Only sessions that this person facilitates
    #[arg(long, value_name = "PERSON")]
    pub facilitator: Option<String>,
    /// Only sessions to which this person is invited
    #[arg(long, value_name = "PERSON")]
    pub invited: Option<String>,
}

impl Whose {
    pub fn filter(&self, db: &Db) -> Result<SessionFilter, Fault> {
        Ok(SessionFilter {
            group: self.group.as_ref().map(|text| db.find_organisation(text)).transpose()?,
            facilitator: self.facilitator.as_ref().map(|text| db.find_person(text)).transpose()?,
            invited: self.invited.as_ref().map(|text| db.find_person(text)).transpose()?,
            ..SessionFilter::default()
        })
    }
}

impl Which {
    /// Days are those of the desk's zone.
    pub fn filter(&self, case: Option<&String>, desk: &Desk) -> Result<SessionFilter, Fault> {
        let day = |text: &Option<String>, option| {
            text.as_ref().map(|text| typed::day(text, option, desk.today())).transpose()
        };
        let (from, to) = (day(&self.from, "--from")?, day(&self.to, "--to")?);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            return Err(Fault::usage(phrase!("look-report-order", from = from.to_string(), to = to.to_string())));
        }
        let begin = |day| instant(day_begins(day, desk.zone()));
        Ok(SessionFilter {
            case: case.map(|text| desk.store.find_case(text)).transpose()?,
            from: from.map(begin),
            until: to.and_then(|day| day.succ_opt()).map(begin),
            ..self.whose.filter(&desk.store)?
        })
    }
}

pub fn run(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let cases: Vec<Option<&String>> =
        if args.case.is_empty() { vec![None] } else { args.case.iter().map(Some).collect() };
    let filters = cases.into_iter().map(|case| args.which.filter(case, &desk)).collect::<Result<Vec<_>, Fault>>()?;
    let found = desk.store.snapshot(|db| -> Result<_, Fault> {
        let mut sessions = Vec::new();
        for filter in &filters {
            sessions.extend(db.sessions(filter)?);
        }
        sessions.sort_by(|a, b| (&a.start_at, a.key).cmp(&(&b.start_at, b.key)));
        sessions.dedup_by_key(|session| session.key);
        let titles = db.titles_of(&sessions)?;
        Ok((sessions, titles))
    });
    let (sessions, titles) = found?;
    let (zone, narrow) = (desk.row.zone.clone(), env.is_narrow());
    Ok(Answer::list(sessions, move |sessions, words| sheet::table(sessions, &titles, &zone, narrow, words)))
}
