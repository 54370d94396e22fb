//! Files that become documents of a case: read before the transaction, checked against the profile's limit.

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind, file_fault};
use crate::phrase;
use ata_model::document::Document;
use ata_store::{NewDocument, Tx, sha256};
use chrono::NaiveDate;
use std::path::Path;

/// A file in memory, with the name it is kept under.
pub struct Attachment {
    pub filename: String,
    pub content: Vec<u8>,
}

impl Attachment {
    /// Is its content in one of these documents?
    pub fn is_among(&self, documents: &[Document]) -> bool {
        let own = sha256(&self.content);
        documents.iter().any(|document| document.sha256 == own)
    }
}

/// Reads a file to be attached.
///
/// # Errors
/// The file cannot be read, is larger than the profile allows, or is empty.
pub fn read(path: &Path, env: &Env, desk: &Desk) -> Result<Attachment, Fault> {
    read_up_to(desk.row.profile.archive.max_file_mib, path, env)
}

/// The same with the profile's limit, in MiB.
///
/// # Errors
/// As [`read`].
pub fn read_up_to(mib: u32, path: &Path, env: &Env) -> Result<Attachment, Fault> {
    let limit = u64::from(mib) * 1024 * 1024;
    let shown = path.display().to_string();
    let too_large = |size: u64| {
        Fault::refused(phrase!(
            "error-file-too-large",
            path = &shown,
            size = size.div_ceil(1024 * 1024),
            limit = i64::from(mib)
        ))
        .hint(phrase!("error-file-too-large-hint"))
    };
    if path != Path::new("-") {
        let about = std::fs::metadata(path).map_err(|error| file_fault(path, &error))?;
        if about.is_dir() {
            return Err(Fault { kind: Kind::Usage, ..file_fault(path, &std::io::ErrorKind::IsADirectory.into()) });
        }
        if about.len() > limit {
            return Err(too_large(about.len()));
        }
    }
    let content = env.read(path)?;
    if content.len() as u64 > limit {
        return Err(too_large(content.len() as u64));
    }
    if content.is_empty() {
        return Err(Fault::usage(phrase!("error-file-empty", path = &shown)));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Of a name with characters that show it as another one, the others are kept.
    let filename = ata_model::name::clean(&name).or_else(|_| ata_model::name::clean(&ata_model::name::visible(&name)));
    let filename = filename.unwrap_or_else(|_| "file".to_owned());
    Ok(Attachment { filename: if filename == "-" { "stdin".to_owned() } else { filename }, content })
}

/// Adds files to a case as documents of one type, titled by their names.
///
/// # Errors
/// What the store says.
pub fn add(tx: &mut Tx<'_>, case: i64, kind: &str, date: NaiveDate, files: &[Attachment]) -> Result<Vec<i64>, Fault> {
    let mut ids = Vec::new();
    for file in files {
        ids.push(tx.add_document(&NewDocument {
            case,
            session: None,
            commitment: None,
            kind,
            title: &file.filename,
            date: Some(date),
            filename: &file.filename,
            content: &file.content,
            folios: 1,
        })?);
    }
    Ok(ids)
}
