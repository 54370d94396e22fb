//! The schedule (cronograma): a grid for each month that has a session, then the sessions as a list.

use super::Voice;
use super::occasion::{Fact, fact, names};
use super::voice::date;
use crate::phrase;
use ata_model::session::Session;
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Schedule {
    pub facts: Vec<Fact>,
    /// Monday to Sunday.
    pub weekdays: Vec<String>,
    pub months: Vec<Month>,
    pub rows: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Month {
    pub name: String,
    /// Weeks of seven days; a day of another month is none.
    pub weeks: Vec<Vec<Option<Day>>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    pub number: u32,
    pub is_holiday: bool,
    pub entries: Vec<Entry>,
    /// `y 4 más`: of a full day not all sessions are drawn; the list has them all.
    pub more: Option<String>,
}

/// So many sessions are drawn in a day at most: a week of them has room on a page.
const DRAWN: usize = 8;

/// A session in its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub time: String,
    /// `1-S2`, enough to find it in the list.
    pub id: String,
    pub title: String,
    pub is_cancelled: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub id: String,
    pub title: String,
    pub when: String,
    pub modality: String,
    pub place: Option<String>,
    pub facilitators: String,
    pub invited: String,
    pub state: String,
    pub is_cancelled: bool,
}

/// A session and the title of its case.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    pub title: &'a str,
    pub session: &'a Session,
}

impl Schedule {
    /// Sessions in any order; `topic`: the case they are of; `group`: whose schedule it is; `free`: days on which nobody works.
    pub fn new(
        topic: Option<&str>,
        period: &str,
        group: Option<&str>,
        sessions: &[Planned<'_>],
        free: &BTreeSet<NaiveDate>,
        voice: &Voice,
    ) -> Schedule {
        let mut sessions = sessions.to_vec();
        sessions.sort_by(|a, b| (&a.session.start_at, &a.session.id).cmp(&(&b.session.start_at, &b.session.id)));
        let live = sessions.iter().filter(|one| one.session.state != "cancelled").count();
        Schedule {
            facts: [
                fact(voice, "topic", topic),
                fact(voice, "period", Some(period)),
                fact(voice, "group", group),
                fact(voice, "sessions", Some(live.to_string())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            weekdays: voice.label("weekdays").split(' ').map(str::to_owned).collect(),
            months: months(&sessions, free, voice),
            rows: sessions.iter().map(|one| line(one, voice)).collect(),
        }
    }
}

fn line(planned: &Planned<'_>, voice: &Voice) -> Line {
    let session = planned.session;
    Line {
        id: session.id.clone(),
        title: planned.title.to_owned(),
        when: voice.span(&session.start, &session.end),
        modality: voice.term("modality", &session.modality),
        place: session.place.clone().or_else(|| session.link.clone()),
        facilitators: names(&session.facilitators),
        invited: session.invited.to_string(),
        state: voice.term("session", &session.state),
        is_cancelled: session.state == "cancelled",
    }
}

fn months(sessions: &[Planned<'_>], free: &BTreeSet<NaiveDate>, voice: &Voice) -> Vec<Month> {
    let days = sessions.iter().filter_map(|one| one.session.days());
    let days = days.flat_map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
    let mut firsts: Vec<NaiveDate> = days.filter_map(|day| day.with_day(1)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    firsts.into_iter().map(|first| month(first, sessions, free, voice)).collect()
}

fn month(first: NaiveDate, sessions: &[Planned<'_>], free: &BTreeSet<NaiveDate>, voice: &Voice) -> Month {
    let mut day = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mut weeks = Vec::new();
    while day < first || day.month() == first.month() {
        let mut week = Vec::new();
        for _ in 0..7 {
            week.push((day.month() == first.month()).then(|| one_day(day, sessions, free, voice)));
            day = day + Days::new(1);
        }
        weeks.push(week);
    }
    Month { name: voice.month(first), weeks }
}

fn one_day(day: NaiveDate, sessions: &[Planned<'_>], free: &BTreeSet<NaiveDate>, voice: &Voice) -> Day {
    let is_on = |one: &&Planned<'_>| one.session.days().is_some_and(|(from, to)| (from..=to).contains(&day));
    let all: Vec<_> = sessions.iter().filter(is_on).collect();
    // One that gave its place to `y 1 más` would say more itself.
    let drawn = if all.len() > DRAWN { DRAWN - 1 } else { all.len() };
    let left = all.len() - drawn;
    Day {
        number: day.day(),
        is_holiday: free.contains(&day),
        entries: all.iter().take(drawn).map(|one| entry(one, day, voice)).collect(),
        more: (left > 0).then(|| voice.say(&phrase!("paper-more", count = left))),
    }
}

/// A session on one of its days: the hour at which it begins stands on the first.
fn entry(planned: &Planned<'_>, day: NaiveDate, voice: &Voice) -> Entry {
    let session = planned.session;
    let begins = date(&session.start) == Some(day);
    let id = session.id.splitn(3, '-').nth(2).unwrap_or(&session.id);
    Entry {
        time: if begins { voice.clock(&session.start) } else { "…".to_owned() },
        id: id.trim_start_matches('0').to_owned(),
        title: planned.title.to_owned(),
        is_cancelled: session.state == "cancelled",
    }
}
