//! The documents of a case as its file holds them: oldest first, without replaced versions, with their folio numbers.

use crate::error::Fault;
use crate::locale::Words;
use ata_model::document::{Document, Foliation, foliate};
use ata_model::profile::Profile;
use ata_store::Db;

/// The documents in their order, and the numbers they have (or would be given now).
pub struct Filed {
    pub documents: Vec<Document>,
    pub foliation: Foliation,
}

impl Filed {
    /// # Errors
    /// What the store says.
    pub fn read(db: &Db, case: i64, profile: &Profile) -> Result<Filed, Fault> {
        let mut documents = db.documents_of(case)?;
        documents.retain(|document| document.replaced_by.is_none());
        let folios: Vec<i64> = documents.iter().map(|document| document.folios).collect();
        let foliation = foliate(&folios, i64::from(profile.archive.folios_per_folder));
        Ok(Filed { documents, foliation })
    }

    /// Folios of the whole file.
    pub fn folios(&self) -> i64 {
        self.foliation.folders.last().map_or(0, |folder| folder.to)
    }

    /// Each document with its first and last folio.
    pub fn numbered(&self) -> impl Iterator<Item = (&Document, Option<(i64, i64)>)> {
        self.documents.iter().zip(self.foliation.ranges.iter().copied())
    }
}

/// What people call a document type: the title of the record in the profile, or the word for a plain type.
pub fn kind_title(profile: &Profile, words: &Words, kind: &str) -> String {
    profile.record(kind).map_or_else(|| words.term("document", kind), |record| record.title.clone())
}
