//! Taking an operation back, by a new one. What has reached people is not taken back behind their backs: the date, place and
//! guests of a session that somebody was told of are changed by a new command, so that the calendar entry's sequence only rises
//! (RFC 5546, 2.1.4) and everybody concerned has to be told.

use crate::error::{Again, CannotUndo, Result, StoreError};
use crate::leaning::Touched;
use crate::log::Operation;
use crate::transact::{Added, BULK, Change, Outcome, Stamp, Store, Tx, current, identity, primary_keys};
use crate::vals;
use ata_model::op::Op;
use ata_model::session::local;
use serde_json::Value;

impl Store {
    /// Takes an operation back by a new one: the last, or the one named. Taking back an undo does the thing again; what is
    /// taken back already stays so.
    ///
    /// # Errors
    /// `CannotUndo` with the reason; `NotFound`.
    pub fn undo(&mut self, op: Option<i64>, stamp: &Stamp) -> Result<Outcome<Operation>> {
        // A file's people by the thousand: each foreign key is looked up once, at the end, instead of row by row.
        self.transact_bulk(Op::Undo, stamp, Added::Mixed, 0, |tx| {
            let op = match op {
                Some(op) => op,
                None => tx.last_op()?,
            };
            let taken = tx.operation(op)?;
            may_undo(&taken)?;
            if taken.undone_by.is_some() {
                return Ok(taken);
            }
            tx.takes_back(op);
            tx.concerns_the_same(op)?;
            tx.say(format!("{op} {}", taken.verb));
            let changes = tx
                .row("SELECT changes FROM operation_detail WHERE op = $1", vals![op], |row| row.text("changes"))?
                .ok_or(StoreError::CannotUndo { op, why: CannotUndo::Nothing })?;
            let changes = Change::list(&changes)?;
            tx.must_not_have_been_told(op, &changes)?;
            tx.take_back(op, &changes)?;
            Ok(taken)
        })
    }
}

fn may_undo(taken: &Operation) -> Result<()> {
    let why = match Op::parse(&taken.verb) {
        Some(Op::ArchivePackage) => CannotUndo::Packed,
        Some(op) if op.leaves_the_building() => CannotUndo::LeftTheBuilding,
        Some(op) if op.is_final() => CannotUndo::Final,
        _ => return Ok(()),
    };
    Err(StoreError::CannotUndo { op: taken.op, why })
}

/// A changed row: as it is, or as it was when it is gone.
fn row_of(change: &Change) -> Option<&Value> {
    change.after.as_ref().or(change.before.as_ref())
}

/// Is a row as an operation left it, as far as the operation's image of it goes?
fn is_as_left(now: Option<&Value>, left: Option<&Value>) -> bool {
    match (now.and_then(Value::as_object), left.and_then(Value::as_object)) {
        (Some(now), Some(left)) => left.iter().all(|(column, value)| now.get(column) == Some(value)),
        (now, left) => now.is_none() && left.is_none(),
    }
}

impl Tx<'_> {
    /// Names the cases of another operation as this one's.
    fn concerns_the_same(&mut self, op: i64) -> Result<()> {
        let sql = "SELECT x.case_id, o.case_id AS about FROM operation_case x JOIN operation o ON o.op = x.op WHERE x.op = $1";
        for (case, about) in self.rows(sql, vals![op], |row| Ok((row.int("case_id")?, row.maybe_int("about")?)))? {
            match about {
                Some(only) if only != case => self.touches(case),
                _ => self.about(case),
            }
        }
        Ok(())
    }

    fn take_back(&self, op: i64, changes: &[Change]) -> Result<()> {
        let keys = primary_keys(self)?;
        // Rows that came by the thousand are not among the changes: whether they are as they came is looked at before anything is touched.
        let imports = changes.iter().filter(|change| change.table == "import" && change.before.is_none());
        for import in imports.filter_map(|change| change.after.as_ref()?["id"].as_i64()) {
            let edited = self.edited_since(import, op)?.into_iter().next().map(|edited| edited.table);
            let said_again = || Ok::<_, StoreError>(self.is_said_again(import, op)?.then(|| "attendance".to_owned()));
            if let Some(table) = edited.map_or_else(said_again, |table| Ok(Some(table)))? {
                return Err(StoreError::CannotUndo { op, why: CannotUndo::ChangedSince { table, by: None } });
            }
        }
        let mut touched = Touched::default();
        for change in changes.iter().rev() {
            let Some(like) = change.after.as_ref().or(change.before.as_ref()) else { continue };
            let now = current(self, &change.table, like, &keys)?;
            if !is_as_left(now.as_ref(), change.after.as_ref()) {
                let by = self.later(op, |later| {
                    identity(&later.table, row_of(later), &keys[&later.table])
                        == identity(&change.table, Some(like), &keys[&change.table])
                })?;
                let why = CannotUndo::ChangedSince { table: change.table.clone(), by };
                return Err(StoreError::CannotUndo { op, why });
            }
            if let (Some(now), None) = (&now, &change.before)
                && change.table == "import"
            {
                self.empty_import(now["id"].as_i64().unwrap_or_default())?;
                BULK.iter().for_each(|table| touched.emptied(table));
            }
            self.restore(&change.table, now.as_ref(), change.before.as_ref(), &keys)?;
            touched.row(&change.table, change.after.as_ref(), change.before.as_ref());
        }
        match self.leaning(&touched)? {
            Some(table) => {
                let ties = self.ties_of(&table)?;
                let leans = |later: &Change| {
                    later.table == table
                        && ties.iter().any(|(column, parent, key)| {
                            changes.iter().any(|change| {
                                change.table == *parent
                                    && change.before.is_none()
                                    && row_of(change).zip(row_of(later)).is_some_and(|(row, leaning)| {
                                        !leaning[column].is_null() && leaning[column] == row[key]
                                    })
                            })
                        })
                };
                if let Some(by) = self.later(op, leans)? {
                    return Err(StoreError::CannotUndo { op, why: CannotUndo::ChangedSince { table, by: Some(by) } });
                }
                // The content of a document is gone for good.
                let took = |later: &Change| {
                    let content =
                        |change: &Change| row_of(change).and_then(|row| row["sha256"].as_str().map(str::to_owned));
                    later.table == "blob" && changes.iter().any(|change| content(change) == content(later))
                };
                let by = self.later(op, took)?;
                let table = if by.is_some() { "blob".to_owned() } else { table };
                Err(StoreError::CannotUndo { op, why: CannotUndo::ChangedSince { table, by } })
            }
            None => Ok(()),
        }
    }

    /// The newest operation after this one, not taken back, that changed a row of this kind.
    fn later(&self, op: i64, is_it: impl Fn(&Change) -> bool) -> Result<Option<i64>> {
        let undone = self.undone()?;
        let sql = "SELECT op, changes FROM operation_detail WHERE op > $1 ORDER BY op DESC";
        for (later, changes) in self.rows(sql, vals![op], |row| Ok((row.int("op")?, row.text("changes")?)))? {
            if !undone.contains_key(&later) && Change::list(&changes)?.iter().any(&is_it) {
                return Ok(Some(later));
            }
        }
        Ok(None)
    }

    /// Nobody must know of a state of a session that is about to be unsaid, nor be dropped who was told to come.
    fn must_not_have_been_told(&self, op: i64, changes: &[Change]) -> Result<()> {
        for change in changes {
            let told = match (change.table.as_str(), &change.before, &change.after) {
                ("session", before, Some(after)) => self.told_of_state(before.as_ref(), after)?,
                // Somebody who becomes another again is not dropped: that one is invited.
                ("invitation", None, Some(after)) if !is_merged_again(changes, after) => self.told_to_come(after)?,
                _ => None,
            };
            if let Some((session, again)) = told {
                return Err(StoreError::CannotUndo { op, why: CannotUndo::Told { session, again } });
            }
        }
        Ok(())
    }

    /// The session whose present state somebody was told, when that state is about to go, and how it is changed instead.
    fn told_of_state(&self, before: Option<&Value>, after: &Value) -> Result<Option<(String, Again)>> {
        let number = |row: &Value, column: &str| row[column].as_i64().unwrap_or_default();
        let text = |row: &Value, column: &str| row[column].as_str().unwrap_or_default().to_owned();
        let (id, kept) = (number(after, "id"), before.map_or(-1, |before| number(before, "sequence")));
        let sql = "SELECT count(*) AS n FROM message WHERE session_id = $1 AND sequence > $2
                   AND state IN ('sending', 'sent', 'uncertain')";
        if number(after, "sequence") <= kept || self.count(sql, vals![id, kept])? == 0 {
            return Ok(None);
        }
        let again = match before {
            None => Again::Cancel,
            Some(before) if after["state"] == "cancelled" && before["state"] != "cancelled" => {
                Again::Add { case: self.case_ref(number(before, "case_id"))? }
            }
            Some(before) if before["start_at"] != after["start_at"] || before["end_at"] != after["end_at"] => {
                let zone = text(before, "zone");
                Again::Move { start: hour(&text(before, "start_at"), &zone), end: hour(&text(before, "end_at"), &zone) }
            }
            Some(_) => Again::Edit,
        };
        Ok(Some((self.session_ref(id)?, again)))
    }

    /// The session to which somebody was invited who is about to be dropped, having been told to come.
    fn told_to_come(&self, invitation: &Value) -> Result<Option<(String, Again)>> {
        let id = |column: &str| invitation[column].as_i64();
        let (session, person, organisation) =
            (id("session_id").unwrap_or_default(), id("person_id"), id("organisation_id"));
        let sql =
            "SELECT count(*) AS n FROM message WHERE session_id = $1 AND state IN ('sending', 'sent', 'uncertain')
                   AND person_id IS NOT DISTINCT FROM $2 AND organisation_id IS NOT DISTINCT FROM $3";
        if self.count(sql, vals![session, person, organisation])? == 0 {
            return Ok(None);
        }
        let who = person.map(|id| format!("P-{id}")).or(organisation.map(|id| format!("O-{id}"))).unwrap_or_default();
        Ok(Some((self.session_ref(session)?, Again::Uninvite { who })))
    }
}

/// Is the person of a row about to be merged into another, as they were before?
fn is_merged_again(changes: &[Change], row: &Value) -> bool {
    let merged = |row: &Option<Value>| {
        row.as_ref().is_some_and(|row| row.get("merged_into").is_some_and(|into| !into.is_null()))
    };
    changes.iter().any(|change| {
        change.table == "person"
            && row_of(change).is_some_and(|person| person["id"] == row["person_id"])
            && merged(&change.before)
            && !merged(&change.after)
    })
}

/// A stored instant as it is typed in the zone: `2026-03-04 09:00`.
fn hour(instant: &str, zone: &str) -> String {
    let local = local(instant, zone);
    local.get(..16).unwrap_or(&local).replacen('T', " ", 1)
}
