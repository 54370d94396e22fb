//! What stops a reading altogether. Faults carry fields; the sentence is chosen at the edge, in the reader's language.

use super::codes::{Container, DateOrder, Source};

/// A file that cannot be read as asked. Lines and columns are 1-based. The text of a fault is its stable code.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("unreadable")]
    Unreadable(#[from] std::io::Error),
    /// The file was altered between the look at its encoding and its reading.
    #[error("changed_meanwhile")]
    ChangedMeanwhile { line: u64 },
    /// No bytes, or nothing but blanks.
    #[error("empty")]
    Empty,
    /// A web page without a table: a session that ran out, a page to sign in.
    #[error("no_table")]
    NoTable,
    /// Neither text nor a workbook: a picture, an archive, a program.
    #[error("not_text")]
    NotText,
    /// More bytes than are read into memory; `limit` in bytes.
    #[error("too_large")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("unknown_encoding")]
    UnknownEncoding { label: String },
    #[error("unsupported_container")]
    UnsupportedContainer { container: Container },
    #[error("encrypted")]
    Encrypted,
    /// `detail` is the parser's own technical text.
    #[error("damaged")]
    Damaged { container: Container, detail: String },
    /// A workbook that would unpack to more than `limit` bytes.
    #[error("unpacks_too_large")]
    UnpacksTooLarge { container: Container, limit: u64 },
    /// More than is read into memory. A list of people that large is read as a stream when its source is named `canonical`.
    #[error("too_many_cells")]
    TooManyCells { limit: u64 },
    /// The quote opened on this line is never closed.
    #[error("unclosed_quote")]
    UnclosedQuote { line: u64 },
    #[error("cell_too_large")]
    CellTooLarge { line: u64, column: usize, limit: usize },
    #[error("too_many_columns")]
    TooManyColumns { line: u64, limit: usize },
    /// No row names the columns; `found` are the first rows, for the person to choose from.
    #[error("no_header")]
    NoHeader { found: Vec<(u64, Vec<String>)> },
    /// The line said to name the columns is not there, or holds nothing.
    #[error("no_such_line")]
    NoSuchLine { line: u64, last: u64 },
    /// A column named by hand is not in the header.
    #[error("unknown_column")]
    UnknownColumn { field: String, column: String, found: Vec<String> },
    /// A column that says who answered was named as the answer to something.
    #[error("identity_column")]
    IdentityColumn { column: String },
    #[error("unknown_field")]
    UnknownField { field: String },
    #[error("unknown_sheet")]
    UnknownSheet { sheet: String, found: Vec<String> },
    /// The file does not have the shape of the source that was named.
    #[error("not_this_source")]
    NotThisSource { source_asked: Source, found: Vec<(u64, Vec<String>)> },
    /// Day and month cannot be told apart, and the caller asked to refuse then.
    #[error("ambiguous_dates")]
    AmbiguousDates { line: u64, value: String },
    /// No date of the file is one in the order that was said.
    #[error("other_date_order")]
    OtherDateOrder { line: u64, value: String, order: DateOrder },
}
