//! Is the register sound? Each check names what it found; none changes anything. Also the little that may be put in order without an
//! operation in the log, because it is about the file and not about what it says.

use crate::document::{sha256, sha512};
use crate::engine::Db;
use crate::error::Result;
use crate::log::LogFault;
use crate::transact::{Store, Tx, instant};
use crate::vals;
use crate::waiting::STALE_MINUTES;
use chrono::{DateTime, Duration, Utc};
use serde::Serialize;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// A stable English word, such as `content_changed`; worded for people at the edge.
    pub code: &'static str,
    /// What it is about.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// What else is known of it, in nobody's language.
    pub detail: Option<String>,
}

impl Problem {
    pub fn new(code: &'static str, reference: impl Into<String>) -> Problem {
        Problem { code, reference: Some(reference.into()), detail: None }
    }

    pub fn detail(mut self, detail: impl Into<String>) -> Problem {
        self.detail = Some(detail.into());
        self
    }
}

/// Content that no document refers to: what is left of attachments taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Orphan {
    pub sha256: String,
    /// Bytes.
    pub size: i64,
}

impl Db {
    /// The database file itself, page by page and index by index.
    pub fn check_database(&self) -> Result<Vec<Problem>> {
        let lines = self.rows("PRAGMA integrity_check(50)", vals![], |row| row.text("integrity_check"))?;
        let bad = lines.into_iter().filter(|line| line != "ok");
        Ok(bad.map(|line| Problem { code: "database", reference: None, detail: Some(line) }).collect())
    }

    /// Rows that lean on rows that are not there.
    pub fn check_references(&self) -> Result<Vec<Problem>> {
        let sql = "SELECT \"table\" AS tbl, \"parent\" AS parent, count(*) AS n FROM pragma_foreign_key_check
                   GROUP BY \"table\", \"parent\" ORDER BY 1, 2";
        self.rows(sql, vals![], |row| {
            let text = format!("{} × {} → {}", row.int("n")?, row.text("tbl")?, row.text("parent")?);
            Ok(Problem::new("dangling", row.text("tbl")?).detail(text))
        })
    }

    /// The log's chain of hashes.
    pub fn check_log(&self) -> Result<Vec<Problem>> {
        let problems = self.verify_log()?.into_iter().map(|fault| {
            let (code, op) = match fault {
                LogFault::Edited { op } => ("log_edited", op),
                LogFault::Broken { op } => ("log_broken", op),
                LogFault::Detail { op } => ("log_detail", op),
                LogFault::Cut { op } => ("log_cut", op),
            };
            Problem::new(code, format!("op-{op}"))
        });
        Ok(problems.collect())
    }

    /// Content that does not give the hash it is kept under, or is not as long as its documents say.
    pub fn check_content(&self) -> Result<Vec<Problem>> {
        let mut problems = Vec::new();
        let other = "SELECT id FROM document WHERE sha256 = $1 AND sha512 <> $2 ORDER BY id";
        let hashed = self.rows("SELECT sha256, size, content FROM blob ORDER BY sha256", vals![], |row| {
            let (name, content) = (row.text("sha256")?, row.bytes("content")?);
            if sha256(&content) != name || content.len() as i64 != row.int("size")? {
                return Ok(Some(name));
            }
            for document in self.rows(other, vals![&name, &sha512(&content)], |row| row.int("id"))? {
                let document = self.document(document)?;
                problems.push(Problem::new("content_changed", document.id).detail(document.sha512));
            }
            Ok(None)
        })?;
        for name in hashed.into_iter().flatten() {
            let users =
                self.rows("SELECT id FROM document WHERE sha256 = $1 ORDER BY id", vals![&name], |row| row.int("id"))?;
            for user in &users {
                problems.push(Problem::new("content_changed", self.document(*user)?.id).detail(name.clone()));
            }
            if users.is_empty() {
                problems.push(Problem::new("content_changed", name));
            }
        }
        let sql = "SELECT d.id FROM document d LEFT JOIN blob b ON b.sha256 = d.sha256
                   WHERE b.sha256 IS NULL OR b.size <> d.size ORDER BY d.id";
        for user in self.rows(sql, vals![], |row| row.int("id"))? {
            let document = self.document(user)?;
            problems.push(Problem::new("content_missing", document.id).detail(document.sha256));
        }
        Ok(problems)
    }

    /// Closed cases whose content no longer gives the seal they were closed with.
    pub fn check_seals(&self) -> Result<Vec<Problem>> {
        Ok(self.broken_seals()?.into_iter().map(|case| Problem::new("seal_broken", case)).collect())
    }

    /// Commitments whose day has passed, of cases that are open.
    pub fn check_overdue(&self, today: chrono::NaiveDate) -> Result<Vec<Problem>> {
        let filter = crate::CommitmentFilter { overdue: true, ..crate::CommitmentFilter::default() };
        let overdue = self.commitments(&filter, today)?.into_iter();
        Ok(overdue.map(|one| Problem::new("overdue", one.id).detail(one.due)).collect())
    }

    /// Messages whose sending began a while ago and has not ended: the sender died.
    pub fn check_sending(&self, now: DateTime<Utc>) -> Result<Vec<Problem>> {
        let stale = instant(now - Duration::minutes(STALE_MINUTES));
        let sql = "SELECT m.id, coalesce((SELECT max(t.at) FROM attempt t WHERE t.message_id = m.id), '') AS at
                   FROM message m WHERE m.state = 'sending' ORDER BY m.id";
        let found = self.rows(sql, vals![], |row| Ok((row.int("id")?, row.text("at")?)))?;
        let stale = found.into_iter().filter(|(_, at)| *at < stale);
        Ok(stale.map(|(id, at)| Problem::new("sending", format!("M-{id}")).detail(at)).collect())
    }

    /// Content that no document refers to.
    pub fn orphans(&self) -> Result<Vec<Orphan>> {
        let sql =
            "SELECT sha256, size FROM blob b WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.sha256 = b.sha256)
               AND NOT EXISTS (SELECT 1 FROM received_file f WHERE f.sha256 = b.sha256)
                   ORDER BY sha256";
        self.rows(sql, vals![], |row| Ok(Orphan { sha256: row.text("sha256")?, size: row.int("size")? }))
    }
}

impl Tx<'_> {
    /// Removes content that no document refers to. An attachment taken back can then no longer be brought back by `undo`: the log says which
    /// operation took it.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_orphans(&mut self) -> Result<Vec<Orphan>> {
        let sql = "DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.sha256 = blob.sha256)
                   AND NOT EXISTS (SELECT 1 FROM received_file f WHERE f.sha256 = blob.sha256) RETURNING sha256, size";
        let removed =
            self.rows(sql, vals![], |row| Ok(Orphan { sha256: row.text("sha256")?, size: row.int("size")? }))?;
        for Orphan { sha256, size } in &removed {
            self.trace("blob", &serde_json::json!({"sha256": sha256, "size": size}))?;
        }
        Ok(removed)
    }
}

impl Store {
    /// Builds the indexes anew from the tables they belong to.
    ///
    /// # Errors
    /// What the database says of it.
    pub fn reindex(&mut self) -> Result<()> {
        self.batch("REINDEX")
    }

    /// Lets the database look at its contents, so that it finds the quickest way to them.
    ///
    /// # Errors
    /// As [`Store::reindex`].
    pub fn optimise(&mut self) -> Result<()> {
        self.batch("PRAGMA optimize")
    }
}
