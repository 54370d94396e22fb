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
                   WHERE d.session_id = $1 AND a.forgotten_at = '' ORDER BY d.person_id";
        self.rows(sql, vals![session], |row| {
            let [sex, gender, ethnicity, disability, victim, age_band] =
                answers(row)?.map(|answer| Some(answer).filter(|answer| !answer.is_empty()));
            Ok(Told {
                person: format!("P-{}", row.int("person_id")?),
                notice: row.text("notice")?,
                profile: row.text("profile")?,
                sex,
                gender,
                ethnicity,
                disability,
                victim,
                age_band,
            })
        })
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
                SELECT answer, row_number() OVER (PARTITION BY who ORDER BY answer = '', start_at DESC) AS place FROM (
                    SELECT coalesce(w.merged_into, w.id) AS who, coalesce(a.{column}, '') AS answer, s.start_at
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

/// Writes what a file says: what is new, and what differs. Was there anything, and whose answers changed?
pub(crate) fn write(tx: &Tx<'_>, heard: Heard, notice: &str, import: i64) -> Result<(bool, Vec<i64>)> {
    let profile = tx.count("SELECT profile_id AS n FROM desk", vals![])?;
    let mut heard: Vec<((i64, i64), Arc<Answers>)> = heard.into_iter().collect();
    heard.sort_unstable_by_key(|(place, _)| *place);
    let last = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'differential_answer'), 0) AS n";
    let mut next = tx.count(last, vals![])? + 1;
    let before = kept(tx, &heard)?;
    let mut differs = Vec::new();
    let mut new: Vec<(i64, (i64, i64), Arc<Answers>)> = Vec::new();
    for (place, mut answers) in heard {
        if let Some((_, known)) = before.get(&place) {
            let merged = newer(known, &answers);
            if merged == *known {
                continue;
            }
            differs.push(place.1);
            answers = Arc::new(merged);
        }
        new.push((next, place, answers));
        next += 1;
    }
    let mut row = tx.prepared(
        "INSERT INTO differential_answer (id, sex, gender, ethnicity, disability, victim, age_band) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )?;
    for (id, _, answers) in &new {
        let [sex, gender, ethnicity, disability, victim, age_band] = &**answers;
        row.run(vals![*id, sex, gender, ethnicity, disability, victim, age_band])?;
    }
    let mut row = tx.prepared(
        "INSERT INTO differential (session_id, person_id, answer_id, profile_id, notice, import_id) VALUES ($1, $2, $3, $4, $5, $6)",
    )?;
    let mut update = tx.prepared(
        "UPDATE differential SET answer_id = $3, profile_id = $4, notice = $5, import_id = $6 WHERE session_id = $1 AND person_id = $2",
    )?;
    for (id, (session, person), _) in &new {
        if before.contains_key(&(*session, *person)) {
            update.run(vals![*session, *person, *id, profile, notice, import])?;
        } else {
            row.run(vals![*session, *person, *id, profile, notice, import])?;
        }
    }
    Ok((!new.is_empty(), differs))
}

/// What the sessions of a file hold already: (session, person) → (answer, content).
fn kept(tx: &Tx<'_>, heard: &[((i64, i64), Arc<Answers>)]) -> Result<HashMap<(i64, i64), (i64, Answers)>> {
    let mut sessions: Vec<i64> = heard.iter().map(|((session, _), _)| *session).collect();
    sessions.dedup();
    let mut known = HashMap::new();
    let mut statement = tx.prepared(
        "SELECT d.person_id, d.answer_id, a.sex, a.gender, a.ethnicity, a.disability, a.victim, a.age_band
         FROM differential d JOIN differential_answer a ON a.id = d.answer_id WHERE d.session_id = $1",
    )?;
    for session in sessions {
        let rows = statement
            .rows(vals![session], |row| Ok((row.int("person_id")?, (row.int("answer_id")?, answers(row)?))))?;
        known.extend(rows.into_iter().map(|(person, content)| ((session, person), content)));
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
    /// Takes the note of a file back that nothing names.
    pub(crate) fn drop_import(&self, id: i64) -> Result<()> {
        self.exec("DELETE FROM import WHERE id = $1", vals![id])?;
        Ok(())
    }

    /// Empties what a person said, in every session, and whatever nothing leads to any more. It is not taken back. The number of
    /// sessions in which something was forgotten.
    pub fn forget_differential(&mut self, person: i64) -> Result<i64> {
        let sql = "UPDATE differential_answer SET sex = '', gender = '', ethnicity = '', disability = '', victim = '', age_band = '',
                forgotten_at = $2
             WHERE forgotten_at = '' AND (id IN (SELECT d.answer_id FROM differential d JOIN person p ON p.id = d.person_id
                WHERE p.id = $1 OR p.merged_into = $1))";
        // What is emptied is overwritten on the disk too.
        self.batch("PRAGMA secure_delete = ON")?;
        let forgotten = self.exec(sql, vals![person, &self.stamp.instant()])? as i64;
        if forgotten > 0 {
            self.exec(&format!("DELETE FROM differential_answer WHERE {UNUSED}"), vals![])?;
            // Nothing of it is in the log but that it was done.
            self.trace("differential_answer", &serde_json::json!({"person_id": person, "forgotten": forgotten}))?;
            self.say(format!("P-{person}"));
        }
        Ok(forgotten)
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

    /// Removes answers that nothing leads to any more. An import taken back can then no longer be brought back by `undo`.
    ///
    /// # Errors
    /// `Busy`, `ReadOnly`, `DiskFull`.
    pub fn remove_unused_answers(&mut self) -> Result<i64> {
        Ok(self.exec(&format!("DELETE FROM differential_answer WHERE {UNUSED}"), vals![])? as i64)
    }
}
