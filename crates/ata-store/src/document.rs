//! Documents of a case file and their content.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use ata_model::document::{Document, UNDATED};
use ata_model::reference::{Part, case_id, part_id};
use chrono::NaiveDate;
use sha2::{Digest, Sha256, Sha512};
use std::io::{self, Read, Write};

/// Bytes of content read at a time.
const PIECE: usize = 256 * 1024;

const DOCUMENT: &str = "SELECT d.id, d.number, c.year, c.number AS case_number, k.prefix, s.number AS session_number,
       m.number AS commitment_number, d.type, d.title, d.date, d.filename, d.sha256, d.sha512, d.size, d.folios, d.folio_from,
       d.folio_to, d.added_on, r.number AS later
FROM document d JOIN cases c ON c.id = d.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = d.session_id
LEFT JOIN commitment m ON m.id = d.commitment_id LEFT JOIN document r ON r.id = d.replaced_by";

fn document(row: &Row<'_>) -> Result<Document> {
    let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
    let part = |kind, number: Option<i64>| number.map(|number| part_id(&case, kind, number));
    Ok(Document {
        id: part_id(&case, Part::Document, row.int("number")?),
        session: part(Part::Session, row.maybe_int("session_number")?),
        commitment: part(Part::Commitment, row.maybe_int("commitment_number")?),
        replaced_by: part(Part::Document, row.maybe_int("later")?),
        kind: row.text("type")?,
        title: row.text("title")?,
        date: row.text("date")?,
        filename: row.text("filename")?,
        sha256: row.text("sha256")?,
        sha512: row.text("sha512")?,
        size: row.int("size")?,
        folios: row.int("folios")?,
        folio_from: row.maybe_int("folio_from")?,
        folio_to: row.maybe_int("folio_to")?,
        added_on: row.text("added_on")?,
        key: row.int("id")?,
        case,
    })
}

/// A document about to be added.
#[derive(Debug, Clone)]
pub struct NewDocument<'a> {
    pub case: i64,
    pub session: Option<i64>,
    pub commitment: Option<i64>,
    /// Key of a record in the profile.
    pub kind: &'a str,
    pub title: &'a str,
    /// None: it bears none.
    pub date: Option<NaiveDate>,
    pub filename: &'a str,
    pub content: &'a [u8],
    pub folios: i64,
}

/// What changes of a document; fields left out stay as they are.
#[derive(Debug, Clone, Default)]
pub struct DocumentChange {
    pub title: Option<String>,
    pub kind: Option<String>,
    /// A day, or none any more.
    pub date: Option<Option<NaiveDate>>,
    pub folios: Option<i64>,
}

impl Db {
    pub fn document(&self, id: i64) -> Result<Document> {
        self.row(&format!("{DOCUMENT} WHERE d.id = $1"), vals![id], document)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Document, text: id.to_string() })
    }

    /// The documents of a case, the oldest first, as a control sheet lists them; replaced ones too.
    pub fn documents_of(&self, case: i64) -> Result<Vec<Document>> {
        self.rows(&format!("{DOCUMENT} WHERE d.case_id = $1 ORDER BY d.date, d.number"), vals![case], document)
    }

    /// The content kept under a hash.
    pub fn content(&self, sha256: &str) -> Result<Vec<u8>> {
        self.row("SELECT content FROM blob WHERE sha256 = $1", vals![sha256], |row| row.bytes("content"))?
            .ok_or_else(|| StoreError::Damaged(format!("blob {sha256}")))
    }

    /// Writes out the content kept under a hash, a piece at a time: it may be larger than one cares to hold.
    ///
    /// # Errors
    /// What `out` says; that there is no such content, or that it cannot be read.
    pub fn write_content(&self, sha256: &str, out: &mut dyn Write) -> io::Result<()> {
        let place = self.row("SELECT rowid FROM blob WHERE sha256 = $1", vals![sha256], |row| row.int("rowid"));
        let place = place.and_then(|place| place.ok_or_else(|| StoreError::Damaged(format!("blob {sha256}"))));
        let place = place.map_err(io::Error::other)?;
        let mut content = self.conn.blob_open("main", "blob", "content", place, true).map_err(io::Error::other)?;
        let mut piece = vec![0; PIECE.min(content.len())];
        loop {
            match content.read(&mut piece)? {
                0 => return Ok(()),
                read => out.write_all(&piece[..read])?,
            }
        }
    }

    /// The newest minutes of a session.
    pub fn minutes_of(&self, session: i64) -> Result<Option<Document>> {
        let sql = format!(
            "{DOCUMENT} WHERE d.session_id = $1 AND d.type = 'minutes' AND d.replaced_by IS NULL ORDER BY d.id DESC LIMIT 1"
        );
        self.row(&sql, vals![session], document)
    }
}

impl Tx<'_> {
    /// Files the documents of a case also in another, but for those it has. How many they were.
    pub(crate) fn copy_documents(&mut self, from: i64, to: i64) -> Result<i64> {
        let sql = "SELECT id FROM document d WHERE d.case_id = $1 AND d.replaced_by IS NULL AND NOT EXISTS (
                     SELECT 1 FROM document o WHERE o.case_id = $2 AND o.sha256 = d.sha256 AND o.type = d.type) ORDER BY d.id";
        let documents = self.rows(sql, vals![from, to], |row| row.int("id"))?;
        for document in &documents {
            let number = self.next_number(&format!("document:{to}"))?;
            self.exec(
                "INSERT INTO document (case_id, number, type, title, date, filename, sha256, sha512, size, folios, added_on)
                 SELECT $2, $3, type, title, date, filename, sha256, sha512, size, folios, $4 FROM document WHERE id = $1",
                vals![*document, to, number, &self.stamp.day()],
            )?;
        }
        Ok(documents.len() as i64)
    }
}

/// A day as it is kept.
fn said(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| UNDATED.to_owned(), |day| day.to_string())
}

/// SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// SHA-512 of some bytes, in hexadecimal.
pub(crate) fn sha512(bytes: &[u8]) -> String {
    hexadecimal(&Sha512::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Tx<'_> {
    /// Adds a document; the same content under the same type, for the same session and commitment, is there
    /// already and is returned. Content is kept once.
    pub fn add_document(&mut self, new: &NewDocument<'_>) -> Result<i64> {
        self.about(new.case);
        let sha256 = sha256(new.content);
        let sql = "SELECT id FROM document WHERE case_id = $1 AND sha256 = $2 AND type = $3 AND replaced_by IS NULL
                   AND session_id IS NOT DISTINCT FROM $4 AND commitment_id IS NOT DISTINCT FROM $5";
        let known =
            self.row(sql, vals![new.case, &sha256, new.kind, new.session, new.commitment], |row| row.int("id"))?;
        if let Some(id) = known {
            return Ok(id);
        }
        self.exec(
            "INSERT INTO blob (sha256, size, content) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
            vals![&sha256, new.content.len() as i64, new.content],
        )?;
        let number = self.next_number(&format!("document:{}", new.case))?;
        self.exec(
            "INSERT INTO document (case_id, number, session_id, commitment_id, type, title, date, filename, sha256, sha512,
                                   size, folios, added_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            vals![
                new.case,
                number,
                new.session,
                new.commitment,
                new.kind,
                new.title,
                &said(new.date),
                new.filename,
                &sha256,
                &sha512(new.content),
                new.content.len() as i64,
                new.folios,
                &self.stamp.day()
            ],
        )?;
        let id = self.last_id();
        self.say(format!("{} {}", self.document(id)?.id, new.title));
        Ok(id)
    }

    /// Adds a document that takes the place of an earlier one of the same paper.
    pub fn replace_document(&mut self, earlier: i64, new: &NewDocument<'_>) -> Result<i64> {
        let id = self.add_document(new)?;
        if id != earlier {
            self.exec("UPDATE document SET replaced_by = $2 WHERE id = $1", vals![earlier, id])?;
        }
        Ok(id)
    }

    /// Changes what is known of a document; its content stays.
    pub fn change_document(&mut self, case: i64, id: i64, change: &DocumentChange) -> Result<()> {
        self.about(case);
        let date = change.date.map(said);
        self.exec(
            "UPDATE document SET title = coalesce($2, title), type = coalesce($3, type), date = coalesce($4, date),
                folios = coalesce($5, folios) WHERE id = $1",
            vals![id, change.title.as_ref(), change.kind.as_ref(), date.as_ref(), change.folios],
        )?;
        self.say(self.document(id)?.id);
        Ok(())
    }

    /// Gives documents their first and last folio in the file.
    pub fn number_folios(&mut self, case: i64, ranges: &[(i64, i64, i64)]) -> Result<()> {
        self.about(case);
        for (document, from, to) in ranges {
            self.exec(
                "UPDATE document SET folio_from = $2, folio_to = $3 WHERE id = $1",
                vals![*document, *from, *to],
            )?;
        }
        Ok(())
    }
}
