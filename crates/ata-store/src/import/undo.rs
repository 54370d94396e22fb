//! Taking a file back: what it added goes, what it changed becomes what it was. What somebody changed since, or uses by now,
//! stays and is named.

use crate::error::{Result, StoreError};
use crate::leaning::Touched;
use crate::transact::{BULK, Change, Tx, current, identity, primary_keys};
use crate::vals;
use ata_model::case::Named;
use ata_model::profile::AttendanceRule;
use serde::Serialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What became of an import that was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TakenBack {
    /// Rows removed: attendance, answers, persons, organisations, needs, series, rows that waited.
    pub removed: i64,
    /// Rows that are again what they were before the file.
    pub restored: i64,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// Something that a file brought or changed, and that stays when the file is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// `P-9`, `O-4`, `AT-2026-0007` or the code of a series.
    pub id: String,
    pub name: String,
    /// `person`, `attendance`, `organisation`, `need` or `series`.
    pub what: &'static str,
    /// `edited`: somebody changed it later; `in_use`: something else names it; `other_file`: a later file has it too.
    pub why: &'static str,
}

/// A row that came with a file and is another one by now.
#[derive(Debug, Clone)]
pub(crate) struct Edited {
    pub table: String,
    /// As it is.
    pub row: Value,
}

/// Every place that names a person, but for the files they came with.
const NAMED_PERSONS: &str = "SELECT person_id FROM attendance UNION SELECT person_id FROM differential UNION SELECT person_id FROM facilitator UNION SELECT person_id FROM board_member
    UNION SELECT person_id FROM invitation WHERE person_id IS NOT NULL UNION SELECT person_id FROM commitment WHERE person_id IS NOT NULL
    UNION SELECT person_id FROM message WHERE person_id IS NOT NULL UNION SELECT signed_by FROM message WHERE signed_by IS NOT NULL
    UNION SELECT person_id FROM party WHERE person_id IS NOT NULL UNION SELECT person_id FROM logistics WHERE person_id IS NOT NULL
    UNION SELECT person_id FROM reply WHERE person_id IS NOT NULL
    UNION SELECT approved_by FROM plan WHERE approved_by IS NOT NULL UNION SELECT head_id FROM organisation WHERE head_id IS NOT NULL
    UNION SELECT chair_id FROM board WHERE chair_id IS NOT NULL UNION SELECT merged_into FROM person WHERE merged_into IS NOT NULL
    UNION SELECT person_id FROM review WHERE person_id IS NOT NULL";

/// A need that has gone on: decided, planned, documented or referred to.
const USED_NEEDS: &str = "SELECT c.id FROM cases c WHERE c.import_id = $1 AND (c.stage <> 'need' OR c.state <> 'open'
    OR EXISTS (SELECT 1 FROM document d WHERE d.case_id = c.id AND d.id NOT IN (SELECT value FROM json_each($2))) OR EXISTS (SELECT 1 FROM plan p WHERE p.case_id = c.id)
    OR EXISTS (SELECT 1 FROM session s WHERE s.case_id = c.id) OR EXISTS (SELECT 1 FROM message m WHERE m.case_id = c.id)
    OR EXISTS (SELECT 1 FROM commitment k WHERE k.case_id = c.id)
    OR EXISTS (SELECT 1 FROM cases o WHERE o.parent_id = c.id OR o.merged_into = c.id))";

/// An organisation that something else names.
const USED_ORGANISATIONS: &str = "SELECT o.id FROM organisation o WHERE o.import_id = $1 AND (
    EXISTS (SELECT 1 FROM person p WHERE p.organisation_id = o.id) OR EXISTS (SELECT 1 FROM cases c WHERE c.group_id = o.id)
    OR EXISTS (SELECT 1 FROM party y WHERE y.organisation_id = o.id)
    OR EXISTS (SELECT 1 FROM invitation i WHERE i.organisation_id = o.id)
    OR EXISTS (SELECT 1 FROM message m WHERE m.organisation_id = o.id)
    OR EXISTS (SELECT 1 FROM commitment k WHERE k.organisation_id = o.id)
    OR EXISTS (SELECT 1 FROM minutes u WHERE u.organisation_id = o.id)
    OR EXISTS (SELECT 1 FROM organisation u WHERE u.parent_id = o.id AND u.import_id IS DISTINCT FROM $1))";

const USED_SERIES: &str = "SELECT s.code FROM series s WHERE s.import_id = $1
    AND EXISTS (SELECT 1 FROM cases c WHERE c.series_code = s.code)";

type Keys = HashMap<String, Vec<String>>;

impl Tx<'_> {
    /// Takes back what a file brought. `rule` decides on the attendance that other files speak of too.
    pub fn undo_import(&mut self, id: i64, rule: &AttendanceRule) -> Result<TakenBack> {
        let import = self.import(id)?;
        let sql = "SELECT id FROM cases WHERE import_id = $1
                   UNION SELECT s.case_id FROM import i JOIN session s ON s.id = i.session_id WHERE i.id = $1";
        for case in self.rows(sql, vals![id], |row| row.int("id"))? {
            self.about(case);
        }
        let keys = primary_keys(self)?;
        let op = self.count("SELECT op AS n FROM import WHERE id = $1", vals![id])?;
        let mut edited = self.edited_since(id, op)?;
        let mut taken = TakenBack::default();
        self.rest_of_attendance(id, rule, &mut taken)?;
        let shared = self.rest_of_people(id, &mut taken)?;
        // Another file's it is no more edited than its own; by hand it is nobody's.
        edited.retain(|one| {
            let is_by_hand = one.row["import_id"].is_null() || one.row["merged_into"].is_i64();
            is_by_hand || !matches!(one.table.as_str(), "person" | "attendance")
        });
        self.restore_changed(id, &shared, &keys, &mut taken)?;
        for one in edited.iter().filter(|one| one.table == "attendance") {
            taken.kept.extend(self.named_kept("person", one.row["person_id"].as_i64(), "attendance", "edited")?);
        }
        self.hand_over(id)?;
        let mut remove = |sql: &str| -> Result<()> {
            taken.removed += self.exec(sql, vals![id])? as i64;
            Ok(())
        };
        remove("DELETE FROM review WHERE import_id = $1")?;
        remove("DELETE FROM differential WHERE import_id = $1")?;
        remove("DELETE FROM attendance WHERE import_id = $1")?;
        remove("DELETE FROM response WHERE import_id = $1")?;
        remove("DELETE FROM holiday WHERE import_id = $1")?;
        self.remove_needs(id, &edited, &mut taken)?;
        self.remove_series(id, &edited, &mut taken)?;
        self.remove_organisations(id, &edited, &mut taken)?;
        self.remove_people(id, &edited, &mut taken)?;
        let mut named = HashSet::new();
        taken.kept.retain(|one| named.insert((one.id.clone(), one.what)));
        self.exec("DELETE FROM import WHERE id = $1", vals![id])?;
        self.say(format!("I-{id} {}", import.file));
        let mut touched = Touched::default();
        for table in ["cases", "series", "organisation", "person", "import"] {
            touched.emptied(table);
        }
        match self.leaning(&touched)? {
            Some(table) => Err(StoreError::Stored { what: "import", detail: table }),
            None => Ok(taken),
        }
    }

    /// Rows that came with a file (by their column `import_id`, or as parties of such a need), as they are now, where operations
    /// after the one named left them another than they were.
    pub(crate) fn edited_since(&self, import: i64, op: i64) -> Result<Vec<Edited>> {
        let keys = primary_keys(self)?;
        let key_of = |table: &str| keys.get(table).map_or(&[][..], Vec::as_slice);
        let mut first: HashMap<String, (String, Value)> = HashMap::new();
        let sql = "SELECT changes FROM operation_detail WHERE op > $1 ORDER BY op";
        for text in self.rows(sql, vals![op], |row| row.text("changes"))? {
            for change in Change::list(&text)? {
                if let Some(before) = change.before.filter(|row| row["import_id"] == import || change.table == "party")
                {
                    let key = identity(&change.table, Some(&before), key_of(&change.table));
                    first.entry(key).or_insert((change.table, before));
                }
            }
        }
        let mut edited = Vec::new();
        for (table, before) in first.into_values() {
            let now = current(self, &table, &before, &keys)?;
            if table == "party" {
                // A need whose parties were changed was changed.
                if now.as_ref() != Some(&before) {
                    let like = serde_json::json!({"id": before["case_id"]});
                    let case = current(self, "cases", &like, &keys)?.filter(|case| case["import_id"] == import);
                    edited.extend(case.map(|row| Edited { table: "cases".to_owned(), row }));
                }
            } else if let Some(row) = now.filter(|now| !is_same(&table, now, &before)) {
                edited.push(Edited { table, row });
            }
        }
        edited.sort_by_key(|one| identity(&one.table, Some(&one.row), key_of(&one.table)));
        Ok(edited)
    }

    /// What the file changed of rows that were there before it becomes what it was, unless it was changed again since.
    /// What several files speak of is that already: the records of `shared`, and all attendance.
    fn restore_changed(
        &mut self,
        import: i64,
        shared: &HashSet<i64>,
        keys: &Keys,
        taken: &mut TakenBack,
    ) -> Result<()> {
        for change in self.changes_of_import(import)?.into_iter().rev() {
            let (Some(mut before), Some(after)) = (change.before, change.after) else { continue };
            let is_rest = match change.table.as_str() {
                "person" => after["id"].as_i64().is_some_and(|id| shared.contains(&id)),
                table => matches!(table, "attendance" | "attendance_said" | "person_said"),
            };
            if is_rest {
                continue;
            }
            let now = current(self, &change.table, &after, keys)?;
            // Whoever came with this file by now goes with it.
            let now = now.filter(|now| change.table != "person" || now["import_id"] != import);
            if let Some(now) = now.as_ref().filter(|now| is_same(&change.table, now, &after)) {
                if now["import_id"] != after["import_id"] {
                    before["import_id"] = now["import_id"].clone();
                }
                let gone = before["import_id"].as_i64().filter(|_| before["import_id"] != import);
                let gone = gone.map(|other| self.count("SELECT count(*) AS n FROM import WHERE id = $1", vals![other]));
                if gone.transpose()? == Some(0) {
                    // The file it came with was taken back before this one.
                    before["import_id"] = Value::Null;
                }
                self.restore(&change.table, Some(now), Some(&before), keys)?;
                taken.restored += 1;
            } else if let Some(now) = now {
                taken.kept.extend(self.kept_row(&change.table, &now)?);
            }
        }
        Ok(())
    }

    fn kept_row(&self, table: &str, row: &Value) -> Result<Option<Kept>> {
        match table {
            "person" => self.named_kept("person", row["id"].as_i64(), "person", "edited"),
            "organisation" => self.named_kept("organisation", row["id"].as_i64(), "organisation", "edited"),
            "series" => Ok(row["code"].as_str().map(|code| series(code, "edited"))),
            "cases" => row["id"].as_i64().map(|id| self.need_kept(id, "edited")).transpose(),
            _ => Ok(None),
        }
    }

    pub(super) fn named_kept(
        &self,
        noun: &str,
        id: Option<i64>,
        what: &'static str,
        why: &'static str,
    ) -> Result<Option<Kept>> {
        let Some(id) = id else { return Ok(None) };
        let sql = format!("SELECT name FROM {noun} WHERE id = $1");
        let Some(name) = self.row(&sql, vals![id], |row| row.text("name"))? else { return Ok(None) };
        let Named { id, name } = if noun == "person" { Named::person(id, name) } else { Named::organisation(id, name) };
        Ok(Some(Kept { id, name, what, why }))
    }

    fn need_kept(&self, id: i64, why: &'static str) -> Result<Kept> {
        let name = self.row("SELECT title FROM cases WHERE id = $1", vals![id], |row| row.text("title"))?;
        Ok(Kept { id: self.case_ref(id)?, name: name.unwrap_or_default(), what: "need", why })
    }

    /// The documents that came with a file, by the operation that took it in.
    fn documents_with(&self, import: i64) -> Result<Vec<i64>> {
        let changes = self.changes_of_import(import)?.into_iter();
        let added = changes.filter(|change| change.table == "document" && change.before.is_none());
        Ok(added.filter_map(|change| change.after?["id"].as_i64()).collect())
    }

    fn changes_of_import(&self, import: i64) -> Result<Vec<Change>> {
        let sql = "SELECT d.changes FROM import i JOIN operation_detail d ON d.op = i.op WHERE i.id = $1";
        let text = self.row(sql, vals![import], |row| row.text("changes"))?.unwrap_or_else(|| "[]".to_owned());
        Change::list(&text)
    }

    fn remove_needs(&mut self, import: i64, edited: &[Edited], taken: &mut TakenBack) -> Result<()> {
        let evidence = serde_json::json!(self.documents_with(import)?).to_string();
        let used = self.rows(USED_NEEDS, vals![import, &evidence], |row| row.int("id"))?;
        let used: HashSet<i64> = used.into_iter().collect();
        let edited = ids(edited, "cases");
        for id in
            self.rows("SELECT id FROM cases WHERE import_id = $1 ORDER BY id", vals![import], |row| row.int("id"))?
        {
            if used.contains(&id) || edited.contains(&id) {
                let why = if used.contains(&id) { "in_use" } else { "edited" };
                taken.kept.push(self.need_kept(id, why)?);
                self.exec("UPDATE cases SET import_id = NULL WHERE id = $1 AND state <> 'closed'", vals![id])?;
            } else {
                self.exec("DELETE FROM party WHERE case_id = $1", vals![id])?;
                self.exec("DELETE FROM document WHERE case_id = $1", vals![id])?;
                taken.removed += self.exec("DELETE FROM cases WHERE id = $1", vals![id])? as i64;
            }
        }
        Ok(())
    }

    fn remove_series(&mut self, import: i64, edited: &[Edited], taken: &mut TakenBack) -> Result<()> {
        let used = self.rows(USED_SERIES, vals![import], |row| row.text("code"))?;
        let is_edited = |code: &str| edited.iter().any(|one| one.table == "series" && one.row["code"] == *code);
        let sql = "SELECT code FROM series WHERE import_id = $1 ORDER BY code";
        for code in self.rows(sql, vals![import], |row| row.text("code"))? {
            if used.contains(&code) || is_edited(&code) {
                taken.kept.push(series(&code, if used.contains(&code) { "in_use" } else { "edited" }));
                self.exec("UPDATE series SET import_id = NULL WHERE code = $1", vals![&code])?;
            } else {
                taken.removed += self.exec("DELETE FROM series WHERE code = $1", vals![&code])? as i64;
            }
        }
        Ok(())
    }

    /// What another organisation that stays depends on stays too.
    fn remove_organisations(&mut self, import: i64, edited: &[Edited], taken: &mut TakenBack) -> Result<()> {
        let used: HashSet<i64> =
            self.rows(USED_ORGANISATIONS, vals![import], |row| row.int("id"))?.into_iter().collect();
        let edited = ids(edited, "organisation");
        let sql = "SELECT id, parent_id FROM organisation WHERE import_id = $1 ORDER BY id";
        let all = self.rows(sql, vals![import], |row| Ok((row.int("id")?, row.maybe_int("parent_id")?)))?;
        let mut stay: HashSet<i64> = used.union(&edited).copied().collect();
        while let Some(parent) = all.iter().find_map(|(id, parent)| {
            let is_own = |parent: &i64| all.iter().any(|(other, _)| other == parent);
            parent.filter(|parent| stay.contains(id) && !stay.contains(parent) && is_own(parent))
        }) {
            stay.insert(parent);
        }
        // They may depend on each other, in any order.
        for (id, _) in all.iter().filter(|(id, _)| !stay.contains(id)) {
            self.exec("UPDATE organisation SET parent_id = NULL WHERE id = $1", vals![*id])?;
        }
        for (id, _) in all {
            if stay.contains(&id) {
                let why = if edited.contains(&id) && !used.contains(&id) { "edited" } else { "in_use" };
                taken.kept.extend(self.named_kept("organisation", Some(id), "organisation", why)?);
                self.exec("UPDATE organisation SET import_id = NULL WHERE id = $1", vals![id])?;
            } else {
                taken.removed += self.exec("DELETE FROM organisation WHERE id = $1", vals![id])? as i64;
            }
        }
        Ok(())
    }

    fn remove_people(&mut self, import: i64, edited: &[Edited], taken: &mut TakenBack) -> Result<()> {
        // Changed by hand they are nobody's file's any more.
        for id in ids(edited, "person") {
            self.exec("UPDATE person SET import_id = NULL WHERE id = $1 AND import_id = $2", vals![id, import])?;
            taken.kept.extend(self.named_kept("person", Some(id), "person", "edited")?);
        }
        let goes = format!("import_id = $1 AND id NOT IN ({NAMED_PERSONS})");
        self.exec(
            &format!("DELETE FROM person_said WHERE person_id IN (SELECT id FROM person WHERE {goes})"),
            vals![import],
        )?;
        self.exec(
            &format!(
                "DELETE FROM person_pair WHERE a_id IN (SELECT id FROM person WHERE {goes}) OR b_id IN (SELECT id FROM person WHERE {goes})"
            ),
            vals![import],
        )?;
        taken.removed += self.exec(&format!("DELETE FROM person WHERE {goes}"), vals![import])? as i64;
        let sql = "SELECT id, name FROM person WHERE import_id = $1 ORDER BY fold, id";
        let used = self.rows(sql, vals![import], |row| Ok((row.int("id")?, row.text("name")?)))?;
        taken.kept.extend(used.into_iter().map(|(id, name)| {
            let Named { id, name } = Named::person(id, name);
            Kept { id, name, what: "person", why: "in_use" }
        }));
        self.exec("UPDATE person SET import_id = NULL WHERE import_id = $1", vals![import])?;
        Ok(())
    }

    /// Removes what an import added by the thousand.
    pub(crate) fn empty_import(&self, import: i64) -> Result<()> {
        for table in BULK {
            self.exec(&format!("DELETE FROM {table} WHERE import_id = $1"), vals![import])?;
        }
        Ok(())
    }
}

/// Is a row what it was? That its file was taken back changes nothing of it; of attendance it says that somebody marked it by hand.
fn is_same(table: &str, now: &Value, then: &Value) -> bool {
    let own = |row: &Value| -> Vec<(String, Value)> {
        let columns = row.as_object().into_iter().flatten();
        let told = columns.filter(|(column, _)| table == "attendance" || *column != "import_id");
        told.map(|(column, value)| (column.clone(), value.clone())).collect()
    };
    own(now) == own(then)
}

fn series(code: &str, why: &'static str) -> Kept {
    Kept { id: code.to_owned(), name: code.to_owned(), what: "series", why }
}

fn ids(edited: &[Edited], table: &str) -> HashSet<i64> {
    edited.iter().filter(|one| one.table == table).filter_map(|one| one.row["id"].as_i64()).collect()
}
