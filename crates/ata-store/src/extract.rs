//! A case's part of the log, to be carried away: each operation with all that its hash covers, and of the operations between
//! them only number and hash, so that the chain can be followed without telling what was done to other cases.

use crate::engine::Db;
use crate::error::Result;
use crate::log::{Link, LogFault, digest};
use crate::vals;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One line of an extract. Of an operation on another case only `op` and `hash` are told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChainLine {
    pub op: i64,
    pub hash: String,
    #[serde(flatten)]
    pub own: Option<ChainLink>,
}

/// What the hash of an operation covers, and what its digest is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChainLink {
    pub at: String,
    /// `given`: the clock was set by hand.
    pub clock: String,
    pub by: String,
    pub verb: String,
    pub summary: String,
    /// Numbers of the cases it has to do with, in the register's own tables; and of the one it is about, when it is one.
    pub cases: Vec<i64>,
    pub case_key: Option<i64>,
    pub undoes: Option<i64>,
    /// SHA-256 of salt, summary and changes, each after its length in eight bytes.
    pub digest: String,
    pub prev: String,
    pub salt: String,
    /// The rows before and after, as text; left out where they are not of this case alone.
    pub changes: Option<String>,
}

impl Db {
    /// The operations on a case from its first to the last that `is_told` lets through, and those between them.
    pub fn chain(&self, case: i64, ops: &[i64]) -> Result<Vec<ChainLine>> {
        let (Some(first), Some(last)) = (ops.iter().min(), ops.iter().max()) else { return Ok(Vec::new()) };
        let sql = "SELECT o.op, o.at, o.clock, o.by, o.verb, o.case_id, o.undoes, o.digest, o.prev, o.hash, d.salt, d.summary,
                          (SELECT group_concat(x.case_id) FROM (SELECT case_id FROM operation_case WHERE op = o.op ORDER BY case_id) x) AS cases
                   FROM operation o LEFT JOIN operation_detail d ON d.op = o.op WHERE o.op BETWEEN $1 AND $2 ORDER BY o.op";
        let mut lines = self.rows(sql, vals![*first, *last], |row| {
            let op = row.int("op")?;
            let own = match ops.contains(&op) {
                false => None,
                true => Some(ChainLink {
                    at: row.text("at")?,
                    clock: row.text("clock")?,
                    by: row.text("by")?,
                    verb: row.text("verb")?,
                    summary: row.maybe_text("summary")?.unwrap_or_default(),
                    cases: row
                        .maybe_text("cases")?
                        .unwrap_or_default()
                        .split(',')
                        .filter_map(|key| key.parse().ok())
                        .collect(),
                    case_key: row.maybe_int("case_id")?,
                    undoes: row.maybe_int("undoes")?,
                    digest: row.text("digest")?,
                    prev: row.text("prev")?,
                    salt: row.maybe_text("salt")?.unwrap_or_default(),
                    changes: None,
                }),
            };
            Ok(ChainLine { op, hash: row.text("hash")?, own })
        })?;
        for line in &mut lines {
            let Some(own) = line.own.as_mut().filter(|own| own.case_key == Some(case)) else { continue };
            let sql = "SELECT changes FROM operation_detail WHERE op = $1";
            own.changes = self.row(sql, vals![line.op], |row| row.text("changes"))?;
        }
        Ok(lines)
    }
}

/// Follows an extract and names every place where it does not hold. What is no line of one counts as edited.
pub fn verify_chain(text: &str) -> Vec<LogFault> {
    let mut faults = Vec::new();
    let mut before: Option<(i64, String)> = None;
    for (line, next) in text.lines().zip(1..) {
        let Ok(line) = serde_json::from_str::<ChainLine>(line) else {
            faults.push(LogFault::Edited { op: before.as_ref().map_or(next, |(op, _)| op + 1) });
            continue;
        };
        let follows = before.as_ref().is_none_or(|(op, _)| line.op == op + 1);
        let prev = before.as_ref().map(|(_, hash)| hash.as_str());
        if !follows || line.own.as_ref().is_some_and(|own| prev.is_some_and(|prev| prev != own.prev)) {
            faults.push(LogFault::Broken { op: line.op });
        }
        if let Some(own) = &line.own {
            if own.link(line.op).hash() != line.hash {
                faults.push(LogFault::Edited { op: line.op });
            }
            let sealed = |changes: &str| digest(&own.salt, &own.summary, changes) == own.digest;
            if own.changes.as_deref().is_some_and(|changes| !sealed(changes)) {
                faults.push(LogFault::Detail { op: line.op });
            }
        }
        before = Some((line.op, line.hash));
    }
    faults
}

impl ChainLink {
    fn link(&self, op: i64) -> Link<'_> {
        Link {
            op,
            at: &self.at,
            clock: &self.clock,
            by: &self.by,
            verb: &self.verb,
            cases: &self.cases,
            case: self.case_key,
            undoes: self.undoes,
            digest: &self.digest,
            prev: &self.prev,
        }
    }
}

impl ChainLine {
    /// The line as JSON, what is not told left out.
    pub fn json(&self) -> String {
        let mut value = serde_json::json!(self);
        if let Value::Object(fields) = &mut value {
            fields.retain(|_, field| !field.is_null());
        }
        value.to_string()
    }
}
