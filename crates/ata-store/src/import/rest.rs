//! What is left of a row that several files speak of when one of them is taken back: what the others say, taken in one after the other
//! as if that one had never come.

use super::undo::TakenBack;
use crate::arrival::noted::{Noted, altered, noted};
use crate::arrival::record::Record;
use crate::arrival::sheet::Row;
use crate::arrival::statement::{self, fold};
use crate::arrival::told::{self, Voice, fold_record};
use crate::error::Result;
use crate::review::read_of;
use crate::transact::Tx;
use crate::vals;
use ata_model::profile::AttendanceRule;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// What the rows of the files said that were taken in for a case, by import; all but the one taken back.
struct Prints(Vec<(i64, Vec<u64>)>);

impl Prints {
    /// Did a file before this one have such a row?
    fn is_known(&self, import: i64, print: u64) -> bool {
        let earlier = self.0.iter().take_while(|(other, _)| *other < import);
        earlier.into_iter().any(|(_, prints)| prints.binary_search(&print).is_ok())
    }
}

/// Somebody in a session of whom several files spoke.
struct Shared {
    place: (i64, i64),
    /// As it is, and whose the row is; none: somebody's own by hand.
    now: Noted,
    of: Option<i64>,
    /// What the other files say, in their order.
    spoken: Vec<statement::Spoken>,
}

/// A person of whom several files spoke.
struct Known {
    person: i64,
    now: Record,
    of: Option<i64>,
    spoken: Vec<(i64, told::Spoken)>,
}

impl Tx<'_> {
    fn prints_but(&self, import: i64) -> Result<Prints> {
        let sql = "SELECT i.id FROM import i JOIN session s ON s.id = i.session_id
                   WHERE i.kind = 'attendance' AND i.id <> $1
                     AND s.case_id = (SELECT t.case_id FROM import j JOIN session t ON t.id = j.session_id WHERE j.id = $1) ORDER BY i.id";
        let imports = self.rows(sql, vals![import], |row| row.int("id"))?;
        let prints = imports.into_iter().map(|id| Ok((id, self.prints_of_import(id)?)));
        Ok(Prints(prints.collect::<Result<_>>()?))
    }

    /// Attendance that other files speak of too becomes what they say.
    pub(super) fn rest_of_attendance(
        &mut self,
        import: i64,
        rule: &AttendanceRule,
        taken: &mut TakenBack,
    ) -> Result<()> {
        let shared = self.shared(import)?;
        if shared.is_empty() {
            return Ok(());
        }
        let prints = self.prints_but(import)?;
        let mut lengths = HashMap::new();
        for one in shared {
            let (session, person) = one.place;
            let Some(of) = one.of else {
                taken.kept.extend(self.named_kept("person", Some(person), "attendance", "edited")?);
                continue;
            };
            // The row of another file, which this one left as it was.
            if of != import && one.spoken.iter().all(|(other, _)| *other != of) {
                continue;
            }
            if let Entry::Vacant(place) = lengths.entry(session) {
                place.insert(self.session(session)?.minutes());
            }
            let length = lengths[&session];
            if let Some(then) = fold(&one.spoken, length, rule, |import, print| prints.is_known(import, print)) {
                self.put_noted(&one, of == import, then, taken)?;
            }
            if one.spoken.len() == 1 {
                let sql = "DELETE FROM attendance_said WHERE session_id = $1 AND person_id = $2 AND import_id <> $3";
                self.exec(sql, vals![session, person, import])?;
            }
        }
        self.exec("DELETE FROM attendance_said WHERE import_id = $1", vals![import])?;
        Ok(())
    }

    /// Writes what the other files come to: whose it is by now, and what.
    fn put_noted(
        &self,
        one: &Shared,
        is_of_taken: bool,
        (whose, then): (i64, Noted),
        taken: &mut TakenBack,
    ) -> Result<()> {
        let (session, person) = one.place;
        if !altered(&one.now, &then).is_empty() {
            taken.restored += 1;
        } else if is_of_taken {
            taken.kept.extend(self.named_kept("person", Some(person), "attendance", "other_file")?);
        }
        let row = Row::of(person, then)?;
        self.exec(
            "UPDATE attendance SET status = $3, minutes = $4, role = $5, import_id = $6, spans = $7
             WHERE session_id = $1 AND person_id = $2",
            vals![session, person, row.status, row.minutes, &row.role, whose, row.spans.as_deref()],
        )?;
        Ok(())
    }

    /// What this file said of people of whom others spoke too, with what those say.
    fn shared(&self, import: i64) -> Result<Vec<Shared>> {
        let sql = "SELECT a.session_id, a.person_id, a.status, a.minutes, a.role, a.spans, a.import_id, a.import_id IS NULL AS by_hand,
                          g.import_id AS said_in, g.said
                   FROM (SELECT session_id, person_id FROM attendance_said WHERE import_id = $1
                         UNION SELECT a.session_id, a.person_id FROM attendance_said g JOIN attendance a
                             ON a.session_id = g.session_id AND a.person_id = g.person_id WHERE a.import_id = $1) w
                   JOIN attendance a ON a.session_id = w.session_id AND a.person_id = w.person_id
                   LEFT JOIN attendance_said g ON g.session_id = a.session_id AND g.person_id = a.person_id AND g.import_id <> $1
                   ORDER BY a.session_id, a.person_id, g.import_id";
        let mut all: Vec<Shared> = Vec::new();
        self.rows(sql, vals![import], |row| {
            let place = (row.int("session_id")?, row.int("person_id")?);
            if all.last().is_none_or(|last| last.place != place) {
                all.push(Shared { place, now: noted(row)?, of: row.maybe_int("import_id")?, spoken: Vec::new() });
            }
            if let (Some(of), Some(text), Some(last)) =
                (row.maybe_int("said_in")?, row.maybe_text("said")?, all.last_mut())
            {
                last.spoken.push((of, read_of("attendance", &text)?));
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// Records of people of whom other files speak too become what those say. Says of whom.
    pub(super) fn rest_of_people(&mut self, import: i64, taken: &mut TakenBack) -> Result<HashSet<i64>> {
        let known = self.known_to_several(import)?;
        let people = known.iter().map(|one| one.person).collect();
        if known.is_empty() {
            return Ok(people);
        }
        let prints = self.prints_but(import)?;
        let sql = "SELECT id, session_id FROM import WHERE session_id IS NOT NULL";
        let sessions = self.rows(sql, vals![], |row| Ok((row.int("id")?, row.int("session_id")?)))?;
        let sessions: HashMap<i64, i64> = sessions.into_iter().collect();
        for Known { person, now, of, mut spoken } in known {
            let hand = spoken.iter().position(|(_, one)| one.voice == Voice::Hand);
            let stands = of.is_some_and(|of| of != import && spoken.iter().all(|(other, _)| *other != of));
            spoken.retain(|(other, one)| *other != import || one.voice == Voice::Hand);
            if !stands
                && let Some((whose, mut then)) =
                    fold_record(&spoken, &sessions, |import, print| prints.is_known(import, print))
            {
                if let Some(document) = &then.doc
                    && self.person_with_document(document)?.is_some_and(|other| other != person)
                {
                    then.doc = None;
                }
                if then != now {
                    taken.restored += 1;
                } else if of == Some(import) {
                    taken.kept.extend(self.named_kept("person", Some(person), "person", "other_file")?);
                }
                self.put_record(person, &then)?;
                let sql = "UPDATE person SET import_id = $2 WHERE id = $1 AND import_id IS DISTINCT FROM $2";
                self.exec(sql, vals![person, whose])?;
                // What one file alone says is the record; so is what was said by hand.
                let rest =
                    spoken.iter().map(|(other, _)| *other).find(|other| Some(*other) != whose && *other != import);
                match (hand, rest) {
                    (Some(_), Some(next)) => {
                        let sql = "UPDATE person_said SET import_id = $2 WHERE person_id = $1 AND import_id = $3 AND line = 0";
                        self.exec(sql, vals![person, next, import])?;
                    }
                    (_, None) => {
                        self.exec("DELETE FROM person_said WHERE person_id = $1", vals![person])?;
                    }
                    (None, Some(_)) => {}
                }
            }
        }
        self.exec("DELETE FROM person_said WHERE import_id = $1", vals![import])?;
        Ok(people)
    }

    fn known_to_several(&self, import: i64) -> Result<Vec<Known>> {
        let sql = "SELECT p.id, p.name, p.doc_kind, p.doc_number, p.email, p.phone, p.post, p.territory, p.organisation_id, p.role,
                          p.import_id, s.import_id AS said_in, s.said
                   FROM (SELECT person_id FROM person_said WHERE import_id = $1
                         UNION SELECT s.person_id FROM person_said s JOIN person p ON p.id = s.person_id WHERE p.import_id = $1) w
                   JOIN person p ON p.id = w.person_id JOIN person_said s ON s.person_id = p.id
                   ORDER BY p.id, s.import_id, s.line";
        let mut all: Vec<Known> = Vec::new();
        self.rows(sql, vals![import], |row| {
            let person = row.int("id")?;
            if all.last().is_none_or(|last| last.person != person) {
                let (now, of) = (Record::of(row)?, row.maybe_int("import_id")?);
                all.push(Known { person, now, of, spoken: Vec::new() });
            }
            if let Some(last) = all.last_mut() {
                last.spoken.push((row.int("said_in")?, read_of("person", &row.text("said")?)?));
            }
            Ok(())
        })?;
        Ok(all)
    }
}
