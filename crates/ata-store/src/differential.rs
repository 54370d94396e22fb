//! What people said of themselves for the differential approach. The answers stand in a table that is neither watched nor copied, so
//! that the log and the results of imports never hold them; what is undone and done again is only who answered where.

use crate::engine::{Db, Row};
use crate::error::Result;
use crate::transact::{Store, Tx};
use crate::vals;
use ata_model::differential::{Answers, VARIABLES};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What one person said in one session. Keys of categories; none where nothing was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// `P-9`.
    pub person: String,
    /// Version of the notice it was said under, and the profile that had it.
    pub notice: String,
    pub profile: String,
    pub sex: Option<String>,
    pub gender: Option<String>,
    pub ethnicity: Option<String>,
    pub disability: Option<String>,
    pub victim: Option<String>,
    pub age_band: Option<String>,
}

fn answers(row: &Row<'_>) -> Result<Answers> {
    let mut all = Answers::default();
    for (kept, column) in all.iter_mut().zip(VARIABLES) {
        *kept = row.text(column)?;
    }
    Ok(all)
}

/// Answers by session and person, as a file gives them.
pub(crate) type Heard = HashMap<(i64, i64), Arc<Answers>>;

impl Db {
    /// What was said in a session, in the order of the persons' numbers. Those whose answers were forgotten are not named.
    pub fn differential(&self, session: i64) -> Result<Vec<Told>> {
        let sql = "SELECT d.person_id, d.notice, p.name || ' ' || p.version AS profile, a.sex, a.gender, a.ethnicity, a.disability,
                          a.victim, a.age_band
                   FROM differential d JOIN differential_answer a ON a.id = d.answer_id JOIN profile p ON p.id = d.profile_id
                   WHERE d.session_id = $1 AND a.forgotten_at = '' ORDER BY d.person_id, d.import_id";
        let mut all: Vec<(i64, String, String, Answers)> = Vec::new();
        self.rows(sql, vals![session], |row| {
            let (person, mut said) = (row.int("person_id")?, answers(row)?);
            if let Some((.., before)) = all.pop_if(|(other, ..)| *other == person) {
                said = newer(&before, &said);
            }
            all.push((person, row.text("notice")?, row.text("profile")?, said));
            Ok(())
        })?;
        let told = all.into_iter().map(|(person, notice, profile, said)| {
            let [sex, gender, ethnicity, disability, victim, age_band] =
                said.map(|answer| Some(answer).filter(|answer| !answer.is_empty()));
            Told {
                person: format!("P-{person}"),
                notice,
                profile,
                sex,
                gender,
                ethnicity,
                disability,
                victim,
                age_band,
            }
        });
        Ok(told.collect())
    }

    /// How many different people were present in the sessions of these cases, between two instants, and how many of them gave each
    /// answer to one of [`VARIABLES`]; under the empty key, those who gave none. A person counts with the newest answer.
    pub fn differential_counts(
        &self,
        cases: &[i64],
        from: &str,
        to: &str,
        variable: usize,
    ) -> Result<(i64, BTreeMap<String, i64>)> {
        let column = VARIABLES.get(variable).copied().unwrap_or("sex");
        let list = serde_json::json!(cases).to_string();
        let sql = format!(
            "SELECT answer, count(*) AS n FROM (
                SELECT answer, row_number() OVER (PARTITION BY who ORDER BY answer = '', start_at DESC, list DESC) AS place FROM (
                    SELECT coalesce(w.merged_into, w.id) AS who, coalesce(a.{column}, '') AS answer, s.start_at, d.import_id AS list
                    FROM session s JOIN attendance t ON t.session_id = s.id AND t.status IN ('present', 'late')
                    JOIN person w ON w.id = t.person_id
                    LEFT JOIN differential d ON d.session_id = s.id AND d.person_id = t.person_id
                    LEFT JOIN differential_answer a ON a.id = d.answer_id
                    WHERE s.case_id IN (SELECT value FROM json_each($1)) AND s.start_at >= $2 AND ($3 = '' OR s.start_at < $3)) x) y
             WHERE place = 1 GROUP BY answer"
        );
        let found = self.rows(&sql, vals![&list, from, to], |row| Ok((row.text("answer")?, row.int("n")?)))?;
        let people = found.iter().map(|(_, n)| n).sum();
        let mut counts = BTreeMap::new();
        for (answer, n) in found {
            // Somebody with several answers counts in each of them.
            for key in answer.split(';') {
                *counts.entry(key.to_owned()).or_default() += n;
            }
        }
        Ok((people, counts))
    }

    /// Answers that nothing leads to any more: of imports taken back, and of answers given anew.
    pub fn unused_answers(&self) -> Result<i64> {
        let sql = format!("SELECT count(*) AS n FROM differential_answer WHERE {UNUSED}");
        self.count(&sql, vals![])
    }
}

const UNUSED: &str = "id NOT IN (SELECT answer_id FROM differential)";

/// What a file says, beside what was said before.
pub(crate) struct Answered {
    /// By session and person.
    heard: Vec<((i64, i64), Arc<Answers>)>,
    before: HashMap<(i64, i64), Before>,
}

/// What earlier files said of one person in one session: all of it, and the answer of the last.
struct Before {
    all: Answers,
    last: (i64, Answers),
}

impl Answered {
    pub fn weigh(tx: &Tx<'_>, heard: Heard) -> Result<Answered> {
        let mut heard: Vec<((i64, i64), Arc<Answers>)> = heard.into_iter().collect();
        heard.sort_unstable_by_key(|(place, _)| *place);
        let before = before(tx, &heard)?;
        Ok(Answered { heard, before })
    }

    pub fn count(&self) -> i64 {
        self.heard.len() as i64
    }

    /// Whose answers it is that the file changes.
    pub fn differs(&self) -> Vec<i64> {
        let differs = self.heard.iter().filter(|(place, said)| {
            self.before.get(place).is_some_and(|before| newer(&before.all, said) != before.all)
        });
        differs.map(|((_, person), _)| *person).collect()
    }

    /// Does the file say anything that was not said before?
    pub fn is_news(&self) -> bool {
        self.before.len() < self.heard.len() || !self.differs().is_empty()
    }

    /// Writes what the file says, also where others said it too: they may be taken back.
    pub fn write(self, tx: &Tx<'_>, notice: &str, import: i64) -> Result<()> {
        let profile = tx.count("SELECT profile_id AS n FROM desk", vals![])?;
        let last = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'differential_answer'), 0) AS n";
        let mut next = tx.count(last, vals![])? + 1;
        let mut answer = tx.prepared(
            "INSERT INTO differential_answer (id, sex, gender, ethnicity, disability, victim, age_band) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )?;
        let mut row = tx.prepared(
            "INSERT INTO differential (session_id, person_id, answer_id, profile_id, notice, import_id) VALUES ($1, $2, $3, $4, $5, $6)",
        )?;
        for ((session, person), said) in &self.heard {
            // The same said again needs no second answer.
            let last = self.before.get(&(*session, *person)).map(|before| &before.last);
            let known = last.filter(|(_, known)| *known == **said).map(|(id, _)| *id);
            let id = known.unwrap_or(next);
            if known.is_none() {
                let [sex, gender, ethnicity, disability, victim, age_band] = &**said;
                answer.run(vals![id, sex, gender, ethnicity, disability, victim, age_band])?;
                next += 1;
            }
            row.run(vals![*session, *person, id, profile, notice, import])?;
        }
        Ok(())
    }
}

/// What the sessions of a file hold already of those it speaks of.
fn before(tx: &Tx<'_>, heard: &[((i64, i64), Arc<Answers>)]) -> Result<HashMap<(i64, i64), Before>> {
    let mut sessions: Vec<i64> = heard.iter().map(|((session, _), _)| *session).collect();
    sessions.dedup();
    let mut known: HashMap<(i64, i64), Before> = HashMap::new();
    let mut statement = tx.prepared(
        "SELECT d.person_id, d.answer_id, a.sex, a.gender, a.ethnicity, a.disability, a.victim, a.age_band
         FROM differential d JOIN differential_answer a ON a.id = d.answer_id WHERE d.session_id = $1 ORDER BY d.person_id, d.import_id",
    )?;
    for session in sessions {
        let rows =
            statement.rows(vals![session], |row| Ok((row.int("person_id")?, row.int("answer_id")?, answers(row)?)))?;
        for (person, id, said) in rows {
            let place = (session, person);
            if heard.binary_search_by_key(&place, |(place, _)| *place).is_err() {
                continue;
            }
            let all = known.get(&place).map_or_else(|| said.clone(), |before| newer(&before.all, &said));
            known.insert(place, Before { all, last: (id, said) });
        }
    }
    Ok(known)
}

/// What is said now stands before what was said; what is not said now stays.
fn newer(known: &Answers, said: &Answers) -> Answers {
    let mut merged = known.clone();
    for (kept, said) in merged.iter_mut().zip(said) {
        if !said.is_empty() {
            kept.clone_from(said);
        }
    }
    merged
}

/// Two rows of a file about the same person in the same session.
pub(crate) fn join(one: &mut Arc<Answers>, other: &Arc<Answers>) {
    if one != other {
        *one = Arc::new(newer(one, other));
    }
}

impl Tx<'_> {
    /// Empties what a person said, in every session, and whatever nothing leads to any more. It is not taken back. The number of
    /// sessions in which something was forgotten.
    pub fn forget_differential(&mut self, person: i64) -> Result<i64> {
        let sql = "UPDATE differential_answer SET sex = '', gender = '', ethnicity = '', disability = '', victim = '', age_band = '',
                forgotten_at = $2
             WHERE forgotten_at = '' AND (id IN (SELECT d.answer_id FROM differential d JOIN person p ON p.id = d.person_id
                WHERE p.id = $1 OR p.merged_into = $1))";
        let places = "SELECT count(DISTINCT d.session_id) AS n FROM differential d JOIN person p ON p.id = d.person_id
            JOIN differential_answer a ON a.id = d.answer_id WHERE a.forgotten_at = '' AND (p.id = $1 OR p.merged_into = $1)";
        let forgotten = self.count(places, vals![person])?;
        // What is emptied is overwritten on the disk too.
        self.batch("PRAGMA secure_delete = ON")?;
        self.exec(sql, vals![person, &self.stamp.instant()])?;
        if forgotten > 0 {
            self.exec(&format!("DELETE FROM differential_answer WHERE {UNUSED}"), vals![])?;
            // Nothing of it is in the log but that it was done.
            self.trace("differential_answer", &serde_json::json!({"person_id": person, "forgotten": forgotten}))?;
            self.say(format!("P-{person}"));
        }
        Ok(forgotten)
    }

    /// Removes answers that nothing leads to any more. An import taken back can then no longer be brought back by `undo`. Nothing of them
    /// is in the log but how many they were.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_unused_answers(&mut self) -> Result<i64> {
        // Not watched: what the people said must not go into the log.
        let removed =
            self.rows(&format!("DELETE FROM differential_answer WHERE {UNUSED} RETURNING id"), vals![], |_| Ok(()))?;
        if !removed.is_empty() {
            self.trace("differential_answer", &serde_json::json!({"removed": removed.len()}))?;
        }
        Ok(removed.len() as i64)
    }
}

impl Store {
    /// Brings everything written into the one file, so that nothing overwritten is left beside it.
    ///
    /// # Errors
    /// `Busy` is no error here: whoever reads now brings it in later.
    pub fn settle_file(&mut self) -> Result<()> {
        self.row("PRAGMA wal_checkpoint(TRUNCATE)", vals![], |_| Ok(()))?;
        Ok(())
    }
}
