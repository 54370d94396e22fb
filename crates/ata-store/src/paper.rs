//! Papers printed for the record: which documents they are, and the point of the log they were printed at.

use crate::document::NewDocument;
use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::document::Document;
use ata_model::op::Op;

/// Where the log stood, as papers say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearings {
    pub op: i64,
    pub hash: String,
    /// When that operation was made: an instant in UTC.
    pub at: String,
}

/// A document that was printed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledPaper {
    pub document: i64,
    pub kind: String,
    pub about: String,
    pub content: String,
    /// A later document has taken its place.
    pub is_replaced: bool,
}

/// A paper about to be filed; fields as in the table `paper`.
#[derive(Debug, Clone)]
pub struct NewPaper<'a> {
    pub kind: &'a str,
    pub about: &'a str,
    pub content: &'a str,
    pub digest: &'a str,
    pub template: &'a str,
    pub template_version: i64,
    pub op: i64,
}

impl Db {
    /// The newest operation that papers can tell of. Filing a paper says nothing new of a case: the same paper printed again after it
    /// is the same, byte by byte.
    pub fn bearings(&self) -> Result<Option<Bearings>> {
        let sql = "SELECT op, hash, at FROM operation WHERE verb <> $1 ORDER BY op DESC LIMIT 1";
        self.row(sql, vals![Op::PaperFile.verb()], |row| {
            Ok(Bearings { op: row.int("op")?, hash: row.text("hash")?, at: row.text("at")? })
        })
    }

    /// The documents of a case that were printed here, in the order they were filed.
    pub fn papers_of(&self, case: i64) -> Result<Vec<FiledPaper>> {
        let sql = "SELECT p.document_id, p.kind, p.about, p.content, d.replaced_by IS NOT NULL AS is_replaced
                   FROM paper p JOIN document d ON d.id = p.document_id WHERE d.case_id = $1 ORDER BY p.document_id";
        self.rows(sql, vals![case], |row| {
            Ok(FiledPaper {
                document: row.int("document_id")?,
                kind: row.text("kind")?,
                about: row.text("about")?,
                content: row.text("content")?,
                is_replaced: row.flag("is_replaced")?,
            })
        })
    }

    /// Who signed a message.
    pub fn signatory(&self, message: i64) -> Result<Option<i64>> {
        let sql = "SELECT signed_by FROM message WHERE id = $1";
        Ok(self.row(sql, vals![message], |row| row.maybe_int("signed_by"))?.flatten())
    }

    /// The newest minutes of a session as they were written, whether or not a print of them has taken their place in the file.
    pub fn written_minutes(&self, session: i64) -> Result<Option<Document>> {
        let sql = "SELECT id FROM document d WHERE session_id = $1 AND type = 'minutes'
                   AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.document_id = d.id) ORDER BY id DESC LIMIT 1";
        let found = self.row(sql, vals![session], |row| row.int("id"))?;
        found.map(|id| self.document(id)).transpose()
    }
}

impl Tx<'_> {
    /// Files a paper as a document of a case. One that says the same is there already and is returned; an earlier one of the same
    /// kind about the same thing is replaced, and so is `stands_for`, the text it was printed from.
    pub fn file_paper(
        &mut self,
        paper: &NewPaper<'_>,
        document: &NewDocument<'_>,
        stands_for: Option<i64>,
    ) -> Result<i64> {
        let earlier = self.papers_of(document.case)?;
        let earlier = earlier.iter().find(|one| one.kind == paper.kind && one.about == paper.about && !one.is_replaced);
        if let Some(same) = earlier.filter(|one| one.content == paper.content) {
            self.about(document.case);
            return Ok(same.document);
        }
        let replaced: Vec<i64> = earlier.map(|one| one.document).into_iter().chain(stands_for).collect();
        let id = match replaced.first() {
            Some(first) => self.replace_document(*first, document)?,
            None => self.add_document(document)?,
        };
        for other in replaced.iter().skip(1).filter(|other| **other != id) {
            self.exec("UPDATE document SET replaced_by = $2 WHERE id = $1", vals![*other, id])?;
        }
        self.exec(
            "INSERT INTO paper (document_id, kind, about, content, digest, template, template_version, op)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (document_id) DO NOTHING",
            vals![
                id,
                paper.kind,
                paper.about,
                paper.content,
                paper.digest,
                paper.template,
                paper.template_version,
                paper.op
            ],
        )?;
        Ok(id)
    }
}
