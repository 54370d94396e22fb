//! What can go wrong below: kinds with fields. They are worded once, at the edge of the program.

use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, StoreError>;

/// What a reference was expected to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    Case,
    Session,
    Commitment,
    Document,
    Message,
    Person,
    Organisation,
    Board,
    Import,
    Review,
    Operation,
    Series,
    Elimination,
}

impl Noun {
    /// The word for it in locale keys and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Noun::Case => "case",
            Noun::Session => "session",
            Noun::Commitment => "commitment",
            Noun::Document => "document",
            Noun::Message => "message",
            Noun::Person => "person",
            Noun::Organisation => "organisation",
            Noun::Board => "board",
            Noun::Import => "import",
            Noun::Review => "review",
            Noun::Operation => "operation",
            Noun::Series => "series",
            Noun::Elimination => "elimination",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no register at {0}")]
    NoFile(PathBuf),
    #[error("{link} leads to {target}, which does not exist")]
    Dangling { link: PathBuf, target: PathBuf },
    #[error("{0} exists already")]
    FileExists(PathBuf),
    #[error("{0} is not a register")]
    NotARegister(PathBuf),
    #[error("the register has version {found}, this program knows {known}")]
    Newer { found: i64, known: i64 },
    #[error("busy")]
    Busy,
    #[error("read only")]
    ReadOnly,
    #[error("{0} is read only")]
    NotWritable(PathBuf),
    /// Files beside the register, made by somebody else (a user's number, where there are such), keep it from being written.
    #[error("{files:?} cannot be written")]
    Left { files: Vec<PathBuf>, owner: Option<u32>, is_empty: bool },
    /// The library could not open the file for writing, and does not say why.
    #[error("cannot be written")]
    Unwritable,
    /// It can only be read, and there are changes beside it that cannot be read without writing.
    #[error("{0} has changes beside it that cannot be read")]
    Unsettled(PathBuf),
    #[error("disk full")]
    DiskFull,
    /// The disk failed while reading or writing: a quota, a limit, a cable.
    #[error("disk: {0}")]
    Disk(String),
    #[error("damaged: {0}")]
    Damaged(String),
    /// The row belongs to a closed case.
    #[error("sealed")]
    Sealed,
    /// The log is append-only.
    #[error("append-only")]
    AppendOnly,
    #[error("no {noun:?} {text}")]
    NotFound { noun: Noun, text: String },
    #[error("{text} fits several")]
    Ambiguous { noun: Noun, text: String, candidates: Vec<(String, String)> },
    /// The operation cannot be taken back, for the reason named.
    #[error("operation {op} cannot be undone: {why:?}")]
    CannotUndo { op: i64, why: CannotUndo },
    #[error("database: {0}")]
    Database(String),
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: std::io::Error },
    /// What is stored cannot be understood.
    #[error("stored {what}: {detail}")]
    Stored { what: &'static str, detail: String },
}

/// Why an operation stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotUndo {
    /// Messages left the building.
    LeftTheBuilding,
    /// A package lies in a folder that the register does not govern.
    Packed,
    /// It sealed a case, or began the register.
    Final,
    /// A later operation (`by`, where it is known) changed the same row, or uses it.
    ChangedSince { table: String, by: Option<i64> },
    /// People were told of what would be unsaid; it is changed by a new command instead.
    Told { session: String, again: Again },
    /// There is nothing to take back.
    Nothing,
}

/// What is done to a session instead of taking back what people were told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// Move it to where it was: local date and hour.
    Move { start: String, end: String },
    /// Give it its place, link or modality again.
    Edit,
    /// Cancel it.
    Cancel,
    /// Schedule another one in the case.
    Add { case: String },
    /// Uninvite the person or organisation.
    Uninvite { who: String },
}

/// `SQLITE_IOERR_SHMSIZE`: the file that readers and writers share could not be made as large as it must be.
const SHM_SIZE: i32 = 10 | (19 << 8);

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::Unwritable,
            // No room for the index of the changes.
            Some(ErrorCode::SystemIoFailure)
                if error.sqlite_error().is_some_and(|error| error.extended_code == SHM_SIZE) =>
            {
                StoreError::DiskFull
            }
            Some(ErrorCode::SystemIoFailure) => StoreError::Disk(text),
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged(text),
            Some(ErrorCode::ConstraintViolation) if text.contains("append-only") => StoreError::AppendOnly,
            Some(ErrorCode::ConstraintViolation) if text.contains("sealed") => StoreError::Sealed,
            // Every statement was made for the tables of this version: one of them is gone.
            _ if text.starts_with("no such ") => StoreError::Damaged(sentence(&text)),
            _ => StoreError::Database(text),
        }
    }
}

/// What the library says, without the statement it says it of.
fn sentence(text: &str) -> String {
    text.split(" in ").next().unwrap_or_default().to_owned()
}
