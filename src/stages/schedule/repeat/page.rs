//! The sessions of a rule as people see them: each with its day in full and the holiday it meets, then the days without one.

use super::{Occurrence, Repeated};
use crate::desk::holiday::Kept;
use crate::locale::Words;
use crate::mail::language::weekday_date_long;
use crate::phrase;
use crate::view::{Page, Table};
use ata_model::recurrence::{Period, Why};
use chrono::DateTime;

pub fn page(repeated: &Repeated, kept: &Kept, words: &Words) -> Page {
    let mut page = Page::default().heading(format!("{}  {} · {}", repeated.case, repeated.title, repeated.rule));
    let mut table = Table::new(words, &["!session", "!date", "weekday", "!hours", "note"]);
    for one in &repeated.items {
        let (day, weekday, hours) = when(one, words);
        table.row([one.session.id.clone(), day, weekday, hours, note(one, kept, words)]);
    }
    page = page.table(table);
    let mut recesses: Vec<(Period, usize)> = Vec::new();
    for dropped in &repeated.dropped {
        let day = weekday_date_long(words.language, dropped.day);
        match dropped.why {
            Why::Recess(period) if period.first == period.last => {
                page = page.line(words.say(&phrase!("schedule-dropped-day", day = day)));
            }
            Why::Recess(period) => match recesses.iter_mut().find(|(known, _)| *known == period) {
                Some((_, n)) => *n += 1,
                None => recesses.push((period, 1)),
            },
            Why::Holiday(_) => {
                let holiday = kept.called(dropped.day, words);
                page = page.line(words.say(&phrase!("schedule-dropped-holiday", day = day, holiday = holiday)));
            }
            Why::Taken(other) => {
                let other = weekday_date_long(words.language, other);
                page = page.line(words.say(&phrase!("schedule-dropped-taken", day = day, other = other)));
            }
        }
    }
    for (period, n) in recesses {
        let (first, last) = (period.first.to_string(), period.last.to_string());
        page = page.line(words.say(&phrase!("schedule-dropped-recess", first = first, last = last, n = n)));
    }
    page.line(words.say(&phrase!("schedule-repeated", n = repeated.total, new = repeated.new)))
}

/// The day, its name, and from when to when.
fn when(one: &Occurrence, words: &Words) -> (String, String, String) {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let (Some(start), Some(end)) = (read(&one.session.start), read(&one.session.end)) else {
        return (one.session.start.clone(), String::new(), one.session.end.clone());
    };
    let day = start.date_naive();
    let long = weekday_date_long(words.language, day);
    let name = long.split([' ', ',']).next().unwrap_or_default();
    (day.to_string(), name.to_owned(), format!("{}–{}", start.format("%H:%M"), end.format("%H:%M")))
}

fn note(one: &Occurrence, kept: &Kept, words: &Words) -> String {
    let mut notes = Vec::new();
    if !one.new {
        let state = words.term("session", &one.session.state).to_lowercase();
        notes.push(words.say(&phrase!("schedule-was-there", state = state)));
    }
    match (one.moved_from, &one.holiday) {
        (Some(from), _) => {
            let holiday = kept.called(from, words);
            notes.push(words.say(&phrase!("schedule-moved-from", day = from.to_string(), holiday = holiday)));
        }
        (None, Some(_)) => {
            let date = one.session.start.get(..10).and_then(|day| day.parse().ok());
            let holiday = date.map(|date| kept.called(date, words)).unwrap_or_default();
            notes.push(words.say(&phrase!("schedule-on-holiday", holiday = holiday)));
        }
        (None, None) => {}
    }
    notes.join("; ")
}
