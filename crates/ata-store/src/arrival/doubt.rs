//! Rows that may speak of several people: kept for somebody to decide; and what was decided of such rows before.

use super::Arrival;
use super::sheet::{Gathered, Said};
use crate::error::{Result, StoreError};
use crate::review::{candidates_of, read_of, text_of};
use crate::transact::Tx;
use crate::vals;
use ata_model::review::{Candidate, Entry, Said as Noted};
use std::collections::HashMap;

/// What is known of a row from before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It waits still.
    Open(i64),
    /// It is this person.
    Settled(i64),
    /// It is left out for good.
    Ignored,
}

/// Of which rows an answer holds: of one session, or of all.
type Whose = (Option<i64>, String);

struct New {
    id: i64,
    line: u64,
    session: i64,
    who: String,
    nth: i64,
    is_strong: bool,
    entry: String,
    candidates: String,
}

pub(super) struct Doubts {
    /// The how manieth such row, its number in the queue, and what is known of it.
    known: HashMap<Whose, Vec<(i64, i64, Kept)>>,
    /// Of the queue, those that this file has too.
    again: Vec<i64>,
    /// Rows of this file so far.
    met: HashMap<(i64, String), i64>,
    next: i64,
    pending: Vec<New>,
    /// Row, session, whom it may be: for what other rows of the file say of them.
    all: Vec<(i64, i64, Vec<i64>)>,
    pub count: i64,
}

impl From<&Arrival> for Entry {
    fn from(arrival: &Arrival) -> Entry {
        Entry {
            name: arrival.name.clone(),
            doc: arrival.document.clone(),
            email: arrival.email.clone(),
            phone: arrival.phone.clone(),
            post: arrival.post.clone(),
            organisation: arrival.organisation,
            territory: arrival.territory.clone(),
            role: arrival.role.clone(),
            said: Noted {
                status: arrival.status.map(str::to_owned),
                after: arrival.after,
                minutes: arrival.stay.minutes,
                spans: arrival.stay.spans.clone(),
            },
        }
    }
}

impl From<&Said> for Noted {
    fn from(said: &Said) -> Noted {
        Noted {
            status: said.status.map(str::to_owned),
            after: said.after,
            minutes: said.stay.minutes,
            spans: said.stay.spans.clone(),
        }
    }
}

impl Doubts {
    /// Reads what was asked about the sessions of a case, and the answers that hold everywhere.
    pub fn open(tx: &Tx<'_>, case: i64) -> Result<Doubts> {
        let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'review'), 0) AS n";
        let next = tx.count(sql, &[])? + 1;
        let sql = "SELECT r.id, r.session_id, r.who, r.nth, r.is_strong, r.state, coalesce(p.merged_into, p.id) AS person
                   FROM review r LEFT JOIN person p ON p.id = r.person_id
                   WHERE r.session_id IN (SELECT id FROM session WHERE case_id = $1) OR (r.is_strong = 1 AND r.state IN ('same', 'new'))
                   ORDER BY r.id";
        let mut known: HashMap<Whose, Vec<(i64, i64, Kept)>> = HashMap::new();
        tx.rows(sql, vals![case], |row| {
            let id = row.int("id")?;
            let kept = match (row.text("state")?.as_str(), row.maybe_int("person")?) {
                ("open", _) => Kept::Open(id),
                ("ignored", _) => Kept::Ignored,
                (_, Some(person)) => Kept::Settled(person),
                _ => return Ok(()),
            };
            let who = row.text("who")?;
            if row.flag("is_strong")? && matches!(kept, Kept::Settled(_)) {
                known.entry((None, who.clone())).or_default().push((0, id, kept));
            }
            known.entry((row.maybe_int("session_id")?, who)).or_default().push((row.int("nth")?, id, kept));
            Ok(())
        })?;
        let (again, met, pending, all) = (Vec::new(), HashMap::new(), Vec::new(), Vec::new());
        Ok(Doubts { known, again, met, next, pending, all, count: 0 })
    }

    /// Rows of earlier files that this one has too.
    pub fn met_again(&mut self) -> Vec<i64> {
        std::mem::take(&mut self.again)
    }

    /// What is known of a row: of the first such row of the file from the first one asked about, and so on.
    pub fn kept(&mut self, arrival: &Arrival) -> Option<Kept> {
        if self.known.is_empty() {
            return None;
        }
        let who = Entry::from(arrival).who();
        if let Some(asked) = self.known.get(&(Some(arrival.session), who.clone())) {
            let nth = self.met.entry((arrival.session, who.clone())).or_insert(0);
            *nth += 1;
            if let Some((_, id, kept)) = asked.iter().find(|(other, ..)| other == nth) {
                self.again.push(*id);
                return Some(*kept);
            }
        }
        self.known.get(&(None, who)).and_then(|all| all.last()).map(|(.., kept)| *kept)
    }

    /// Keeps a row, or what a later file says of one that waits already. Does it say more than was kept?
    pub fn keep(
        &mut self,
        tx: &Tx<'_>,
        arrival: &Arrival,
        mut entry: Entry,
        candidates: Vec<Candidate>,
        open: Option<i64>,
    ) -> Result<bool> {
        let who = entry.who();
        // Rows asked about before are counted as they come.
        let is_counted = self.known.contains_key(&(Some(arrival.session), who.clone()));
        let nth = self.met.entry((arrival.session, who.clone())).or_insert(0);
        *nth += i64::from(!is_counted);
        self.count += 1;
        let ids = candidates.iter().map(|candidate| candidate.person).collect();
        if let Some(id) = open {
            let kept = tx.row("SELECT entry FROM review WHERE id = $1", vals![id], |row| row.text("entry"))?;
            let kept: Entry = read_of("review", &kept.unwrap_or_default())?;
            entry.said = entry.said.after(&kept.said);
            let sql = "UPDATE review SET entry = $2 WHERE id = $1 AND entry <> $2";
            let is_news = tx.exec(sql, vals![id, &text_of("review", &entry)?])? > 0;
            self.all.push((id, arrival.session, ids));
            return Ok(is_news);
        }
        let (text, fitting) = (text_of("review", &entry)?, text_of("review", &candidates)?);
        self.all.push((self.next, arrival.session, ids));
        self.pending.push(New {
            id: self.next,
            line: arrival.line,
            session: arrival.session,
            who,
            nth: *nth,
            is_strong: entry.is_strong(),
            entry: text,
            candidates: fitting,
        });
        self.next += 1;
        Ok(true)
    }

    /// A row that waited is certain by now.
    pub fn settle(&mut self, tx: &Tx<'_>, open: Option<i64>, state: &str, person: i64) -> Result<()> {
        let Some(id) = open else { return Ok(()) };
        tx.settled(id, state, Some(person), "")
    }

    pub fn is_written(&self) -> bool {
        self.pending.is_empty()
    }

    /// Writes the rows kept since the last time.
    pub fn write(&mut self, tx: &Tx<'_>, import: i64) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        let mut row = tx.prepared(
            "INSERT OR FAIL INTO review (id, import_id, session_id, line, who, nth, is_strong, entry, candidates)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )?;
        for New { id, line, session, who, nth, is_strong, entry, candidates } in &pending {
            row.run(vals![*id, import, *session, line.cast_signed(), who, *nth, *is_strong, entry, candidates])?;
        }
        Ok(())
    }

    /// Notes beside each row what the file says otherwise of those it may be: who stayed on two devices stayed as long as both.
    pub fn note_beside(&self, tx: &Tx<'_>, session: i64, sheet: &Gathered) -> Result<()> {
        for (id, _, ids) in self.all.iter().filter(|(_, place, _)| *place == session) {
            if ids.iter().all(|person| sheet.said(*person).is_none()) {
                continue;
            }
            let stored = tx
                .row("SELECT candidates FROM review WHERE id = $1", vals![*id], |row| row.text("candidates"))?
                .ok_or(StoreError::Stored { what: "review", detail: id.to_string() })?;
            let mut candidates = candidates_of(&stored)?;
            for candidate in &mut candidates {
                candidate.said = sheet.said(candidate.person).map(Noted::from);
            }
            let text = text_of("review", &candidates)?;
            tx.exec("UPDATE review SET candidates = $2 WHERE id = $1 AND candidates <> $2", vals![*id, &text])?;
        }
        Ok(())
    }
}
