//! What the rows of earlier files said, as numbers: so that a row that comes again is known.

use crate::engine::{Db, Val};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use std::collections::HashMap;

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    bytes.as_chunks::<8>().0.iter().map(|eight| u64::from_le_bytes(*eight))
}

fn bytes(numbers: impl Iterator<Item = u64>) -> Vec<u8> {
    numbers.flat_map(u64::to_le_bytes).collect()
}

impl Db {
    /// The prints of every row of attendance that files brought to the sessions of a case, in order.
    pub(crate) fn prints_of_case(&self, case: i64) -> Result<Vec<u64>> {
        let sql = "SELECT p.prints FROM session s JOIN import i ON i.session_id = s.id AND i.kind = 'attendance'
                   JOIN import_print p ON p.import_id = i.id WHERE s.case_id = $1";
        let blobs = self.rows(sql, vals![case], |row| row.bytes("prints"))?;
        let mut all: Vec<u64> = blobs.iter().flat_map(|blob| numbers(blob)).collect();
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// The prints of the rows of one list of attendance, in order.
    pub(crate) fn prints_of_import(&self, import: i64) -> Result<Vec<u64>> {
        let sql = "SELECT prints FROM import_print WHERE import_id = $1";
        Ok(self
            .row(sql, vals![import], |row| row.bytes("prints"))?
            .map(|blob| numbers(&blob).collect())
            .unwrap_or_default())
    }

    /// What the rows of files of one kind said last of each thing: its key → the print.
    pub fn last_prints(&self, kind: &str) -> Result<HashMap<i64, u64>> {
        let sql =
            "SELECT p.prints FROM import i JOIN import_print p ON p.import_id = i.id WHERE i.kind = $1 ORDER BY i.id";
        let blobs = self.rows(sql, vals![kind], |row| row.bytes("prints"))?;
        let mut last = HashMap::new();
        for blob in blobs {
            let all: Vec<u64> = numbers(&blob).collect();
            last.extend(all.as_chunks::<2>().0.iter().map(|[print, key]| (key.cast_signed(), *print)));
        }
        Ok(last)
    }
}

impl Tx<'_> {
    /// Keeps the prints of the rows of a file.
    pub(crate) fn keep_prints(&self, import: i64, mut prints: Vec<u64>) -> Result<()> {
        prints.sort_unstable();
        prints.dedup();
        self.put_prints(import, &bytes(prints.into_iter()))
    }

    /// Keeps the prints of the rows of a file, each with the key of what it is about.
    pub fn keep_prints_of(&self, import: i64, prints: &[(u64, i64)]) -> Result<()> {
        self.put_prints(import, &bytes(prints.iter().flat_map(|(print, key)| [*print, key.cast_unsigned()])))
    }

    fn put_prints(&self, import: i64, bytes: &[u8]) -> Result<()> {
        if !bytes.is_empty() {
            let sql = "INSERT INTO import_print (import_id, prints) VALUES ($1, $2)
                       ON CONFLICT (import_id) DO UPDATE SET prints = excluded.prints";
            self.exec(sql, vals![import, Val::Blob(bytes)])?;
        }
        Ok(())
    }
}
