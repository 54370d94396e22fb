//! What each file said of somebody in a session whom two or more files name: kept beside the row of the attendance, so that taking any
//! of the files back leaves what the others say. Nobody else has a statement: what one file alone said is the row.

use super::noted::{Noted, altered};
use super::sheet::Said;
use crate::engine::{Rows, Val};
use crate::error::Result;
use crate::review::text_of;
use crate::transact::Tx;
use crate::vals;
use ata_model::attendance::{STATUSES, Stay};
use ata_model::profile::AttendanceRule;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All rows of a file about one person in one session, as one.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Statement {
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<(i64, i64)>,
    #[serde(skip_serializing_if = "String::is_empty")]
    role: String,
    /// The rows as numbers; none of a row as it stood, whose numbers are with the import.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prints: Vec<u64>,
    /// As in [`Noted::and_then`].
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    adds: bool,
}

/// A statement with the file it is in.
pub(crate) type Spoken = (i64, Statement);

impl Statement {
    pub fn new(said: &Said, prints: Vec<u64>, adds: bool) -> Statement {
        Statement {
            status: said.status.map(str::to_owned),
            after: said.after,
            minutes: said.stay.minutes,
            spans: said.stay.spans.clone(),
            role: said.role.clone(),
            prints,
            adds,
        }
    }

    fn said(&self, is_known: impl Fn(u64) -> bool) -> Said {
        Said {
            status: self.status.as_deref().and_then(|said| STATUSES.iter().copied().find(|known| *known == said)),
            after: self.after,
            stay: Stay { minutes: self.minutes, spans: self.spans.clone() },
            role: self.role.clone(),
            print: 0,
            is_news: self.prints.is_empty() || self.prints.iter().any(|print| !is_known(*print)),
        }
    }
}

/// What the statements come to, taken in one after the other, and the file that changed it last. `is_known`: did a file before this one
/// have such a row?
pub(crate) fn fold(
    spoken: &[Spoken],
    length: i64,
    rule: &AttendanceRule,
    is_known: impl Fn(i64, u64) -> bool,
) -> Option<(i64, Noted)> {
    let mut noted: Option<(i64, Noted)> = None;
    for (import, statement) in spoken {
        let said = statement.said(|print| is_known(*import, print));
        let Some((_, before)) = &noted else {
            noted = Some((*import, Noted::first(said, length, rule)));
            continue;
        };
        if said.is_news {
            let now = before.and_then(said, length, rule, statement.adds);
            if !altered(before, &now).is_empty() {
                noted = Some((*import, now));
            }
        }
    }
    noted
}

impl Tx<'_> {
    /// Keeps what one file alone noted of somebody, before `by` changes it. Its status was said or counted; from now on it is said.
    pub(crate) fn keep_noted(&self, session: i64, person: i64, by: i64) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO attendance_said (session_id, person_id, import_id, said)
                   SELECT session_id, person_id, import_id,
                          json_object('status', status, 'minutes', minutes, 'spans', json(coalesce(spans, '[]')), 'role', role)
                   FROM attendance WHERE session_id = $1 AND person_id = $2 AND import_id <> $3";
        self.exec(sql, vals![session, person, by])?;
        Ok(())
    }

    /// Keeps what a file says of people whom another one had noted in a session.
    pub(crate) fn keep_said(&self, session: i64, import: i64, said: Vec<(i64, Statement)>) -> Result<()> {
        if said.is_empty() {
            return Ok(());
        }
        let texts = said.into_iter().map(|(person, said)| Ok((person, text_of("attendance", &said)?)));
        let texts = texts.collect::<Result<Vec<_>>>()?;
        let sql = "INSERT INTO attendance_said (session_id, person_id, import_id, said)
                   SELECT $1, c0, $2, c1 FROM rows_in_memory WHERE true
                   ON CONFLICT (session_id, person_id, import_id) DO UPDATE SET said = excluded.said";
        self.write_rows(sql, vals![session, import], Arc::new(texts))
    }
}

/// A key and a text.
impl Rows for Vec<(i64, String)> {
    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, row: usize, column: usize) -> Val<'_> {
        let (key, text) = &self[row];
        if column == 0 { Val::Int(*key) } else { Val::Text(text) }
    }
}
