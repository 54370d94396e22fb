//! What a file says of each person in one session, beside what was noted before.

use super::noted::{Facts, Noted, altered, noted};
use super::statement::Statement;
use crate::engine::{Db, Rows, Val};
use crate::error::Result;
use crate::review::text_of;
use crate::transact::Tx;
use crate::vals;
use ata_model::attendance::{STATUSES, Stay, stronger};
use ata_model::profile::AttendanceRule;
use foldhash::HashMap;
use std::sync::Arc;

/// What one row says.
#[derive(Debug, Default, Clone)]
pub(crate) struct Said {
    pub status: Option<&'static str>,
    pub after: Option<i64>,
    pub stay: Stay,
    pub role: String,
    /// The row as a number; of several rows, of the first.
    pub print: u64,
    /// Did no earlier file have the very same row?
    pub is_news: bool,
}

/// A row of the attendance, settled.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub person: i64,
    pub status: &'static str,
    pub minutes: Option<i64>,
    pub role: String,
    /// JSON of the stays.
    pub spans: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Settled {
    pub new: Vec<Row>,
    pub changed: Vec<Row>,
    pub unchanged: Vec<i64>,
    /// Is somebody of these known to have signed who was not?
    pub signs: bool,
    /// What the file says of those whom another file had noted.
    pub said: Vec<(i64, Statement)>,
    /// Line, person, code.
    pub warnings: Vec<(u64, i64, &'static str)>,
    /// Line, person, what changed of what was noted.
    pub altered: Vec<(u64, i64, Facts)>,
}

/// Roles of a session among which one is looked for; others are kept again.
const ROLES: usize = 16;

/// Stands in a [`Note`] for what the row does not say.
const UNSAID: i32 = i32::MIN;

/// What one row says, small: a file may have a million of them.
#[derive(Debug, Clone, Copy)]
struct Note {
    person: i64,
    line: u32,
    minutes: i32,
    after: i32,
    /// Place in [`Sheet::roles`].
    role: u32,
    /// Place in [`Sheet::spans`], from 1; 0: no exact times.
    spans: u32,
    /// Place in [`STATUSES`], from 1; 0: not said.
    status: u8,
    is_news: bool,
}

/// One session of the file, row by row.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    earlier: HashMap<i64, Noted>,
    notes: Vec<Note>,
    /// Person and row, where somebody was noted before.
    prints: Vec<(i64, u64)>,
    roles: Vec<String>,
    spans: Vec<Vec<(i64, i64)>>,
}

/// The same, person by person.
#[derive(Debug)]
pub(crate) struct Gathered {
    earlier: HashMap<i64, Noted>,
    /// Person, line of the first row, and all rows as one; by person.
    said: Vec<(i64, u64, Said)>,
    /// By person.
    prints: Vec<(i64, u64)>,
}

impl Sheet {
    pub fn open(db: &Db, session: i64) -> Result<Sheet> {
        Sheet::read(db, session, None)
    }

    /// What was noted of one person.
    pub fn open_for(db: &Db, session: i64, person: i64) -> Result<Sheet> {
        Sheet::read(db, session, Some(person))
    }

    fn read(db: &Db, session: i64, person: Option<i64>) -> Result<Sheet> {
        let one = if person.is_some() { " AND a.person_id = $2" } else { "" };
        let sql = format!(
            "SELECT a.person_id, a.status, a.minutes, a.role, a.spans, a.import_id IS NULL AS by_hand,
                    EXISTS (SELECT 1 FROM attendance_said g WHERE g.session_id = a.session_id AND g.person_id = a.person_id
                            AND g.said ->> 'minutes' IS NULL AND g.said ->> 'status' IN ('present', 'late')) AS is_signed
             FROM attendance a WHERE a.session_id = $1{one}"
        );
        let read = |row: &crate::engine::Row<'_>| {
            let noted = noted(row)?;
            let is_signed = noted.is_signed || row.flag("is_signed")?;
            Ok((row.int("person_id")?, Noted { is_signed, ..noted }))
        };
        let rows = match person {
            Some(person) => db.rows(&sql, vals![session, person], read)?,
            None => db.rows(&sql, vals![session], read)?,
        };
        Ok(Sheet { earlier: rows.into_iter().collect(), ..Sheet::default() })
    }

    pub fn note(&mut self, person: i64, line: u64, said: Said) {
        if !self.earlier.is_empty() {
            self.prints.push((person, said.print));
        }
        let small =
            |n: Option<i64>| n.map_or(UNSAID, |n| i32::try_from(n).unwrap_or(if n < 0 { -i32::MAX } else { i32::MAX }));
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let role = self.roles.iter().take(ROLES).position(|known| *known == said.role).unwrap_or_else(|| {
            self.roles.push(said.role);
            self.roles.len() - 1
        });
        let spans = match said.stay.spans.is_empty() {
            true => 0,
            false => {
                self.spans.push(said.stay.spans);
                place(self.spans.len())
            }
        };
        let status = said.status.and_then(|said| STATUSES.iter().position(|known| *known == said));
        self.notes.push(Note {
            person,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            minutes: small(said.stay.minutes),
            after: small(said.after),
            role: place(role),
            spans,
            status: status.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0),
            is_news: said.is_news,
        });
    }

    /// Puts the rows of each person together, in the order in which they came.
    pub fn gather(mut self) -> Gathered {
        self.notes.sort_by_key(|note| note.person);
        let mut said: Vec<(i64, u64, Said)> = Vec::with_capacity(self.notes.len());
        for note in &self.notes {
            let number = |said: i32| (said != UNSAID).then(|| i64::from(said));
            let spans = (note.spans as usize).checked_sub(1).map(|at| std::mem::take(&mut self.spans[at]));
            let row = Said {
                status: usize::from(note.status).checked_sub(1).map(|at| STATUSES[at]),
                after: number(note.after),
                stay: Stay { minutes: number(note.minutes), spans: spans.unwrap_or_default() },
                role: self.roles[note.role as usize].clone(),
                print: 0,
                is_news: note.is_news,
            };
            match said.last_mut() {
                Some((person, _, before)) if *person == note.person => before.join(row),
                _ => said.push((note.person, u64::from(note.line), row)),
            }
        }
        self.prints.sort_by_key(|(person, _)| *person);
        Gathered { earlier: self.earlier, said, prints: self.prints }
    }
}

impl Said {
    /// Another row about the same person.
    pub fn join(&mut self, said: Said) {
        self.stay.join(said.stay);
        self.is_news |= said.is_news;
        self.after = self.after.into_iter().chain(said.after).min();
        self.status = match (self.status, said.status) {
            (Some(one), Some(other)) => Some(stronger(one, other)),
            (one, other) => one.or(other),
        };
        if self.role.is_empty() {
            self.role = said.role;
        }
    }
}

impl Gathered {
    /// What the file says of a person.
    pub fn said(&self, person: i64) -> Option<&Said> {
        let at = self.said.binary_search_by_key(&person, |(known, ..)| *known).ok()?;
        Some(&self.said[at].2)
    }

    /// Decides on every person of the file, in the order of their keys. `adds`: as in [`Noted::and_then`].
    pub fn settle(mut self, length: i64, rule: &AttendanceRule, adds: bool) -> Result<Settled> {
        let mut settled = Settled::default();
        let mut prints = self.prints.iter().peekable();
        for (person, line, said) in self.said {
            let is_news = said.is_news;
            let Some(earlier) = self.earlier.remove(&person) else {
                settled.new.push(Row::of(person, Noted::first(said, length, rule))?);
                continue;
            };
            if !earlier.by_hand {
                while prints.next_if(|(other, _)| *other < person).is_some() {}
                let own = std::iter::from_fn(|| prints.next_if(|(other, _)| *other == person).map(|(_, print)| *print));
                settled.said.push((person, Statement::new(&said, own.collect(), adds)));
            }
            let now = earlier.and_then(said, length, rule, adds);
            let facts = altered(&earlier, &now);
            let differs = facts.iter().any(|(field, ..)| *field != "role");
            if facts.is_empty() {
                settled.signs |= is_news && !earlier.by_hand && now.is_signed && !earlier.is_signed;
                settled.unchanged.push(person);
            } else if earlier.by_hand || !is_news {
                if differs {
                    let code = if earlier.by_hand { "kept_by_hand" } else { "row_seen_before" };
                    settled.warnings.push((line, person, code));
                }
                settled.unchanged.push(person);
            } else {
                settled.altered.push((line, person, facts));
                settled.changed.push(Row::of(person, now)?);
            }
        }
        Ok(settled)
    }
}

impl Row {
    pub fn of(person: i64, noted: Noted) -> Result<Row> {
        let Noted { status, stay: Stay { minutes, spans }, role, .. } = noted;
        let spans = (!spans.is_empty()).then(|| text_of("attendance", &spans)).transpose()?;
        Ok(Row { person, status, minutes, role, spans })
    }
}

impl Rows for Vec<Row> {
    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, row: usize, column: usize) -> Val<'_> {
        let row = &self[row];
        match column {
            0 => Val::Int(row.person),
            1 => Val::Text(row.status),
            2 => Val::from(row.minutes),
            3 => Val::Text(&row.role),
            _ => row.spans.as_deref().map_or(Val::Null, Val::Text),
        }
    }
}

/// Writes the attendance of one session. What one file alone had noted is kept beside it before another one changes it.
pub(crate) fn write(tx: &Tx<'_>, session: i64, import: i64, new: Vec<Row>, changed: &[Row]) -> Result<()> {
    if !new.is_empty() {
        tx.write_rows(
            "INSERT OR FAIL INTO attendance (session_id, person_id, status, minutes, role, spans, import_id)
             SELECT $1, c0, c1, c2, c3, c4, $2 FROM rows_in_memory",
            vals![session, import],
            Arc::new(new),
        )?;
    }
    let mut update = tx.prepared(
        "UPDATE attendance SET status = $3, minutes = $4, role = $5, import_id = $6, spans = $7
         WHERE session_id = $1 AND person_id = $2",
    )?;
    for row in changed {
        tx.keep_noted(session, row.person, import)?;
        update.run(vals![session, row.person, row.status, row.minutes, &row.role, import, row.spans.as_deref()])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: AttendanceRule = AttendanceRule { threshold: 80, late_after: None };

    fn said(status: Option<&'static str>, minutes: Option<i64>) -> Said {
        Said { status, stay: Stay { minutes, spans: Vec::new() }, is_news: true, ..Said::default() }
    }

    fn earlier(status: &'static str, minutes: Option<i64>, by_hand: bool) -> Noted {
        let is_signed = minutes.is_none() && status == "present";
        Noted { status, stay: Stay { minutes, spans: Vec::new() }, role: String::new(), by_hand, is_signed }
    }

    #[test]
    fn what_a_file_says_beside_what_was_noted() {
        for (before, now, status, minutes, kind) in [
            (None, said(None, None), "present", None, "new"),
            (None, said(None, Some(10)), "absent", Some(10), "new"),
            (Some(earlier("absent", Some(10), false)), said(None, Some(100)), "present", Some(100), "changed"),
            (Some(earlier("present", Some(100), false)), said(None, Some(100)), "", None, "unchanged"),
            // A list of signatures does not undo the minutes of a meeting, nor they the signature.
            (Some(earlier("absent", Some(10), false)), said(None, None), "", None, "unchanged"),
            (Some(earlier("present", None, false)), said(None, Some(10)), "present", Some(10), "changed"),
            (Some(earlier("present", Some(100), false)), said(Some("excused"), None), "excused", None, "changed"),
            (Some(earlier("excused", None, true)), said(None, Some(100)), "", None, "by hand"),
        ] {
            let shown = format!("{before:?} {now:?}");
            let mut sheet = Sheet::default();
            sheet.earlier.extend(before.map(|before| (1, before)));
            sheet.note(1, 2, now);
            let settled = sheet.gather().settle(120, &RULE, false).expect("settled");
            let row = Row { person: 1, status, minutes, role: String::new(), spans: None };
            match kind {
                "new" => assert_eq!(settled.new, [row], "{shown}"),
                "changed" => assert_eq!(settled.changed, [row], "{shown}"),
                _ => assert_eq!(settled.unchanged, [1], "{shown}"),
            }
            assert_eq!(settled.warnings.len(), usize::from(kind == "by hand"), "{shown}");
        }
    }
}
