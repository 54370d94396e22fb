//! The log: one row for each command that changed something, chained by hashes.
//!
//! A row's hash covers the hash before it and a salted digest of the row's detail, never the detail itself. To
//! forget a person's data one day, the detail of the operations that hold it can be replaced by nothing, by an
//! operation that names them, and the chain still holds: what was forgotten shows, what was tampered with too.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::transact::{Change, Tx};
use crate::vals;
use ata_model::op::Op;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// One row of the log, as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    pub op: i64,
    pub at: String,
    pub by: String,
    pub verb: String,
    pub case: Option<String>,
    pub summary: String,
    pub hash: String,
    pub undoes: Option<i64>,
    pub undone_by: Option<i64>,
    /// Was the clock given instead of read?
    pub given_clock: bool,
}

/// What is wrong with the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LogFault {
    /// A row's content does not give its hash: it was edited.
    Edited { op: i64 },
    /// A row does not follow the one before it: some were removed, added or moved.
    Broken { op: i64 },
    /// The detail of a row was edited or removed.
    Detail { op: i64 },
    /// The newest rows are missing.
    Cut { op: i64 },
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn digest(salt: &str, summary: &str, changes: &str) -> String {
    let mut hash = Sha256::new();
    for part in [salt, summary, changes] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex(&hash.finalize())
}

pub(crate) struct Link<'a> {
    pub op: i64,
    pub at: &'a str,
    pub clock: &'a str,
    pub by: &'a str,
    pub verb: &'a str,
    /// Every case it has to do with, in order; and the one it is about, when it is one.
    pub cases: &'a [i64],
    pub case: Option<i64>,
    pub undoes: Option<i64>,
    pub digest: &'a str,
    pub prev: &'a str,
}

impl Link<'_> {
    pub(crate) fn hash(&self) -> String {
        let mut hash = Sha256::new();
        let numbers = [self.op, self.case.unwrap_or(0), self.undoes.unwrap_or(0)];
        for part in [self.prev, self.at, self.clock, self.by, self.verb, self.digest] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        for number in numbers.iter().chain(self.cases) {
            hash.update(number.to_be_bytes());
        }
        hex(&hash.finalize())
    }
}

/// Writes the row of an operation that has just been done.
pub(crate) fn append(tx: &Tx<'_>, op: Op, changes: &[Change]) -> Result<i64> {
    let changes = serde_json::to_string(changes)
        .map_err(|error| StoreError::Stored { what: "change", detail: error.to_string() })?;
    let salt = uuid::Uuid::new_v4().simple().to_string();
    let digest = digest(&salt, tx.summary(), &changes);
    let (number, prev) = head(tx)?.unwrap_or((0, String::new()));
    let at = tx.stamp.instant();
    let cases = tx.cases();
    let link = Link {
        op: number + 1,
        at: &at,
        clock: if tx.stamp.given_clock { "given" } else { "system" },
        by: &tx.stamp.by,
        verb: op.verb(),
        cases: &cases,
        case: tx.only_case(),
        undoes: tx.undoes(),
        digest: &digest,
        prev: &prev,
    };
    let hash = link.hash();
    tx.exec(
        "INSERT INTO operation (op, at, clock, by, verb, case_id, undoes, digest, prev, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        vals![link.op, link.at, link.clock, link.by, link.verb, link.case, link.undoes, link.digest, link.prev, &hash],
    )?;
    for case in &cases {
        tx.exec("INSERT INTO operation_case (case_id, op) VALUES ($1, $2)", vals![*case, link.op])?;
    }
    tx.exec(
        "INSERT INTO operation_detail (op, salt, summary, changes) VALUES ($1, $2, $3, $4)",
        vals![link.op, &salt, tx.summary(), &changes],
    )?;
    tx.exec(
        "INSERT INTO log_head (id, op, hash) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET op = excluded.op, hash = excluded.hash",
        vals![link.op, &hash],
    )?;
    Ok(link.op)
}

fn head(db: &Db) -> Result<Option<(i64, String)>> {
    db.row("SELECT op, hash FROM log_head", vals![], |row| Ok((row.int("op")?, row.text("hash")?)))
}

const OPERATION: &str =
    "SELECT o.op, o.at, o.by, o.verb, o.clock, o.hash, o.undoes, d.summary, c.year, c.number, k.prefix
FROM operation o LEFT JOIN operation_detail d ON d.op = o.op LEFT JOIN cases c ON c.id = o.case_id CROSS JOIN desk k";

fn operation(row: &Row<'_>, undone: &HashMap<i64, i64>) -> Result<Operation> {
    let case = match (row.maybe_int("year")?, row.maybe_int("number")?) {
        (Some(year), Some(number)) => Some(format!("{}-{year}-{number:04}", row.text("prefix")?)),
        _ => None,
    };
    let op = row.int("op")?;
    Ok(Operation {
        op,
        at: row.text("at")?,
        by: row.text("by")?,
        verb: row.text("verb")?,
        case,
        summary: row.maybe_text("summary")?.unwrap_or_default(),
        hash: row.text("hash")?,
        undoes: row.maybe_int("undoes")?,
        undone_by: undone.get(&op).copied(),
        given_clock: row.text("clock")? == "given",
    })
}

impl Db {
    /// The log, newest first: of one case or of all, from an instant on, at most `limit` rows (-1: all). Of a case is what was done to it,
    /// alone or among several, and what made another case from it.
    pub fn log(&self, case: Option<i64>, since: Option<&str>, limit: i64) -> Result<Vec<Operation>> {
        let order = "($2 IS NULL OR o.at >= $2) ORDER BY o.op DESC LIMIT $3";
        let sql = match case {
            Some(_) => format!("{OPERATION} JOIN operation_case x ON x.op = o.op AND x.case_id = $1 WHERE {order}"),
            None => format!("{OPERATION} WHERE $1 IS NULL AND {order}"),
        };
        let undone = self.undone()?;
        self.rows(&sql, vals![case, since, limit], |row| operation(row, &undone))
    }

    /// What is taken back at present, each with the operation by which it is: one that is not taken back itself.
    pub(crate) fn undone(&self) -> Result<HashMap<i64, i64>> {
        // In an order, the database would read the whole log for the few that take others back.
        let sql = "SELECT op, undoes FROM operation WHERE undoes IS NOT NULL";
        let mut undos = self.rows(sql, vals![], |row| Ok((row.int("op")?, row.int("undoes")?)))?;
        undos.sort_unstable();
        let mut undone = HashMap::new();
        // Whatever takes an operation back is later: it is known by then whether it still does.
        for (op, undoes) in undos.into_iter().rev() {
            if !undone.contains_key(&op) {
                undone.entry(undoes).or_insert(op);
            }
        }
        Ok(undone)
    }

    /// How many operations there are from an instant on.
    pub fn log_total(&self, since: Option<&str>) -> Result<i64> {
        self.count("SELECT count(*) AS n FROM operation WHERE $1 IS NULL OR at >= $1", vals![since])
    }

    /// The log of a person or an organisation, newest first: what changed their row or one that names them, and the imports that
    /// brought them or noted them. What was forgotten of an operation is not found any more.
    pub fn log_of(&self, who: Who, since: Option<&str>) -> Result<Vec<Operation>> {
        let (table, column, id) = match who {
            Who::Person(id) => ("person", "person_id", id),
            Who::Organisation(id) => ("organisation", "organisation_id", id),
        };
        let sql = match who {
            Who::Person(_) => {
                "SELECT import_id FROM person WHERE id = $1 AND import_id IS NOT NULL
                 UNION SELECT import_id FROM attendance WHERE person_id = $1 AND import_id IS NOT NULL"
            }
            Who::Organisation(_) => "SELECT import_id FROM organisation WHERE id = $1 AND import_id IS NOT NULL",
        };
        let imports = self.rows(sql, vals![id], |row| row.int("import_id"))?;
        let names = |table_of: &str, row: &serde_json::Value| {
            let is = |column: &str| row.get(column).and_then(serde_json::Value::as_i64);
            let their_import = table_of == "import" && is("id").is_some_and(|id| imports.contains(&id));
            (table_of == table && is("id") == Some(id)) || is(column) == Some(id) || their_import
        };
        // Only what can hold them is taken apart.
        let sql =
            "SELECT op, changes FROM operation_detail WHERE changes LIKE $1 OR changes LIKE $2 OR changes LIKE $3";
        let params = [format!("%\"{table}\"%"), format!("%\"{column}\":{id}%"), "%\"import\"%".to_owned()];
        let mut theirs = HashSet::new();
        self.rows(sql, vals![&params[0], &params[1], &params[2]], |row| {
            let changes: Vec<Change> = serde_json::from_str(&row.text("changes")?).unwrap_or_default();
            let mut rows = changes.iter().flat_map(|one| [&one.before, &one.after].map(|row| (&one.table, row)));
            if rows.any(|(table, row)| row.as_ref().is_some_and(|row| names(table, row))) {
                theirs.insert(row.int("op")?);
            }
            Ok(())
        })?;
        let mut all = self.log(None, since, -1)?;
        all.retain(|operation| theirs.contains(&operation.op));
        Ok(all)
    }

    pub fn operation(&self, op: i64) -> Result<Operation> {
        let undone = self.undone()?;
        self.row(&format!("{OPERATION} WHERE o.op = $1"), vals![op], |row| operation(row, &undone))?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Operation, text: op.to_string() })
    }

    /// The number of the newest operation.
    pub fn last_op(&self) -> Result<i64> {
        Ok(head(self)?.map_or(0, |(op, _)| op))
    }

    /// Follows the whole chain and names every place where it does not hold.
    pub fn verify_log(&self) -> Result<Vec<LogFault>> {
        let mut faults = Vec::new();
        let mut prev = String::new();
        let mut last = 0;
        let mut concerned = self.concerned()?;
        let sql = "SELECT o.op, o.at, o.clock, o.by, o.verb, o.case_id, o.undoes, o.digest, o.prev, o.hash,
                          d.salt, d.summary, d.changes
                   FROM operation o LEFT JOIN operation_detail d ON d.op = o.op ORDER BY o.op";
        self.rows(sql, vals![], |row| {
            let (op, hash, stored_prev) = (row.int("op")?, row.text("hash")?, row.text("prev")?);
            let stored = row.text("digest")?;
            let cases = concerned.remove(&op).unwrap_or_default();
            let link = Link {
                op,
                cases: &cases,
                at: &row.text("at")?,
                clock: &row.text("clock")?,
                by: &row.text("by")?,
                verb: &row.text("verb")?,
                case: row.maybe_int("case_id")?,
                undoes: row.maybe_int("undoes")?,
                digest: &stored,
                prev: &stored_prev,
            };
            if stored_prev != prev || op != last + 1 {
                faults.push(LogFault::Broken { op });
            }
            if link.hash() != hash {
                faults.push(LogFault::Edited { op });
            }
            let detail = (row.maybe_text("salt")?, row.maybe_text("summary")?, row.maybe_text("changes")?);
            let kept = matches!(&detail, (Some(salt), Some(summary), Some(changes))
                if digest(salt, summary, changes) == stored);
            if !kept {
                faults.push(LogFault::Detail { op });
            }
            prev = hash;
            last = op;
            Ok(())
        })?;
        let (head_op, head_hash) = head(self)?.unwrap_or((0, String::new()));
        if head_op != last || head_hash != prev {
            faults.push(LogFault::Cut { op: head_op });
        }
        Ok(faults)
    }

    /// The cases of each operation.
    fn concerned(&self) -> Result<HashMap<i64, Vec<i64>>> {
        let mut all: HashMap<i64, Vec<i64>> = HashMap::new();
        let sql = "SELECT op, case_id FROM operation_case ORDER BY op, case_id";
        for (op, case) in self.rows(sql, vals![], |row| Ok((row.int("op")?, row.int("case_id")?)))? {
            all.entry(op).or_default().push(case);
        }
        Ok(all)
    }
}
