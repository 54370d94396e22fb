//! What each file told of a person of whom several files speak: kept, so that taking any of the files back leaves what the others say.
//! Whoever was changed by hand is nobody's file's any more, and nothing of them is kept here.

use super::Arrival;
use super::record::Record;
use crate::engine::{Rows, Val};
use crate::error::Result;
use crate::person::PersonFacts;
use crate::review::text_of;
use crate::transact::Tx;
use crate::vals;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// Whose word a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Voice {
    /// The record as the file made it.
    Made,
    /// The record as it stood by hand.
    Hand,
    /// A list of this session completes.
    List(i64),
    /// A directory says how it is.
    Directory,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Spoken {
    pub voice: Voice,
    #[serde(default)]
    print: Option<u64>,
    record: Record,
}

/// A statement of a file, by person, import and line.
pub(crate) struct Line {
    pub person: i64,
    pub line: i64,
    pub text: String,
}

/// What the statements come to, taken in one after the other, and the file it came with; none: it was registered by hand. `session_of`
/// an import; `is_known`: did a file before this one have such a row?
pub(crate) fn fold_record(
    spoken: &[(i64, Spoken)],
    session_of: &HashMap<i64, i64>,
    is_known: impl Fn(i64, u64) -> bool,
) -> Option<(Option<i64>, Record)> {
    let mut known: Option<(Option<i64>, Record)> = None;
    // What a directory said last, and which.
    let (mut last_print, mut directory) = (None, None);
    for (import, Spoken { voice, print, record: said }) in spoken {
        let Some((came_with, record)) = &mut known else {
            let whose = Some(*import).filter(|_| *voice != Voice::Hand);
            known = Some((whose, Record::new(said)));
            (last_print, directory) = (*print, whose);
            continue;
        };
        match voice {
            Voice::Made | Voice::Hand => record.clone_from(said),
            Voice::List(session) => {
                let of_list = came_with.filter(|other| other != import).and_then(|other| session_of.get(&other));
                if !print.is_some_and(|print| is_known(*import, print)) {
                    record.complete(said.clone(), of_list == Some(session));
                }
            }
            Voice::Directory => {
                let mut now = record.clone();
                let contradicts = now.correct(said);
                let is_old = print.is_some() && last_print == *print;
                let is_row_against_row = contradicts && directory == Some(*import);
                if !is_old && !is_row_against_row {
                    *record = now;
                }
                (last_print, directory) = (*print, Some(*import));
            }
        }
    }
    known
}

impl Line {
    /// What a row of a list says.
    pub fn of_list(person: i64, arrival: &Arrival) -> Result<Line> {
        let voice = Voice::List(arrival.session);
        let spoken = Spoken { voice, print: Some(arrival.print), record: Record::from(arrival) };
        Ok(Line { person, line: arrival.line.cast_signed(), text: text_of("person", &spoken)? })
    }
}

impl Tx<'_> {
    /// Keeps the record of a person as it stands, once, before a file changes it.
    pub(crate) fn keep_record(&self, person: i64, import: i64) -> Result<()> {
        let Some((record, came_with)) = self.record(person)? else { return Ok(()) };
        let sql = "SELECT count(*) AS n FROM person_said WHERE person_id = $1 AND ($2 IS NULL OR import_id = $2)";
        if came_with == Some(import) || self.count(sql, vals![person, came_with])? > 0 {
            return Ok(());
        }
        let voice = if came_with.is_some() { Voice::Made } else { Voice::Hand };
        let text = text_of("person", &Spoken { voice, print: None, record })?;
        let sql = "INSERT INTO person_said (person_id, import_id, line, said) VALUES ($1, $2, 0, $3)";
        self.exec(sql, vals![person, came_with.unwrap_or(import), &text])?;
        Ok(())
    }

    /// Keeps what rows of a file say of people, where another file speaks of them too.
    pub(crate) fn keep_lines(&self, import: i64, lines: Vec<Line>) -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let sql = "INSERT OR IGNORE INTO person_said (person_id, import_id, line, said) SELECT c0, $1, c1, c2 FROM rows_in_memory r
                   WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = r.c0 AND p.import_id <> $1)
                      OR EXISTS (SELECT 1 FROM person_said s WHERE s.person_id = r.c0)";
        self.write_rows(sql, vals![import], Arc::new(lines))
    }

    /// A row of a directory about somebody registered: what it says is kept, and where `is_news` it stands from now on.
    ///
    /// # Errors
    /// Of the store.
    pub fn say_of_person(
        &self,
        import: i64,
        (line, print): (u64, Option<u64>),
        person: i64,
        name: &str,
        facts: &PersonFacts,
        is_news: bool,
    ) -> Result<()> {
        if is_news {
            self.keep_record(person, import)?;
            self.set_person(person, facts)?;
        }
        let spoken = Spoken { voice: Voice::Directory, print, record: Record::from_facts(name, facts) };
        let text = text_of("person", &spoken)?;
        self.keep_lines(import, vec![Line { person, line: line.cast_signed(), text }])
    }
}

impl Rows for Vec<Line> {
    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, row: usize, column: usize) -> Val<'_> {
        let Line { person, line, text } = &self[row];
        match column {
            0 => Val::Int(*person),
            1 => Val::Int(*line),
            _ => Val::Text(text),
        }
    }
}
