//! The documents of a case as its file holds them: oldest first, without replaced versions, with their folio numbers.

use crate::error::Fault;
use crate::locale::Words;
use ata_model::document::{Document, Foliation, foliate};
use ata_model::profile::Profile;
use ata_store::Db;
use std::borrow::Cow;

/// The documents in their order, and the numbers they have (or would be given now).
pub struct Filed {
    pub documents: Vec<Document>,
    pub foliation: Foliation,
}

impl Filed {
    /// # Errors
    /// What the store says.
    pub fn read(db: &Db, case: i64, in_force: &Profile) -> Result<Filed, Fault> {
        let profile = profile_of(db, case, in_force)?;
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

/// The procedure that names the documents of a case: the one in force, or that of the register it was taken in from.
///
/// # Errors
/// What the store says.
pub fn profile_of<'p>(db: &Db, case: i64, in_force: &'p Profile) -> Result<Cow<'p, Profile>, Fault> {
    Ok(db.foreign_profile(case)?.map_or(Cow::Borrowed(in_force), Cow::Owned))
}

/// What people call a document type: the title of the record in the profile, or the word for a plain type.
pub fn kind_title(profile: &Profile, words: &Words, kind: &str) -> String {
    profile.record(kind).map_or_else(|| words.term("document", kind), |record| record.title.clone())
}
