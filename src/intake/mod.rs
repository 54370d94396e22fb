//! Bytes to neutral rows: attendance lists, evaluation answers and plain lists as people have them, from any system that exports them.
//!
//! An adapter: it knows files and nothing of the store, the terminal or the language of the reader. Its doors:
//!
//! - [`sniff`] says what an attendance file is after reading its beginning;
//! - [`CanonicalReader`] streams our own attendance CSV, of any size;
//! - [`attendance`] reads a file of any source into one entry a person;
//! - [`survey`] reads evaluation answers, without who answered;
//! - [`listing`] reads organisations, persons and needs.
//!
//! Lines are physical lines (or sheet rows), 1-based, where a record starts. Rows are never dropped in silence: each is a row, an ignored
//! line with its reason, or a reject with line, field, value and reason. Texts come trimmed and otherwise as written; a cell that looks
//! like a formula is text like any other.

mod attendance;
mod canonical;
mod codes;
mod columns;
mod decode;
mod delimiter;
mod detect;
mod document;
mod email;
mod fault;
mod field;
mod fold;
mod form_layout;
mod forms;
mod guess;
mod handmade;
mod heading;
mod html;
mod joins;
mod listing;
mod meet;
mod minutes;
mod options;
mod order;
mod pasted;
mod people;
mod person_row;
mod presence;
mod record;
mod rest;
mod scan;
mod sniff;
mod stamp;
mod survey;
mod table;
mod teams;
mod who;
mod words;
mod workbook;
mod zoom;

pub use attendance::{Attendance, attendance};
pub use canonical::{CanonicalReader, CanonicalRow, Ignored, Line, MAX_MINUTES, Reject};
pub use codes::{Container, DateFrom, DateOrder, Evidence, IgnoreReason, Presence, RejectReason, Source, WarnCode};
pub use columns::Columns;
pub use decode::text;
pub use email::{Address, address};
pub use fault::IntakeError;
pub use field::Field;
pub use fold::key;
pub use form_layout::ColumnKind;
pub use guess::{Guess, guess};
pub use listing::{ListColumn, ListRow, Listing, RefusedRow, listing};
pub use minutes::{Interval, duration, union_seconds};
pub use options::{Ambiguity, Input, Options};
pub use people::Attendee;
pub use record::{MAX_CELL, MAX_COLUMNS, Record, Records, Rules};
pub use rest::BESIDE;
pub use sniff::{Sniff, sniff};
pub use stamp::{Day, Stamp};
pub use survey::{AnswerSheet, Survey, SurveyColumn, survey};
pub use table::{MAX_CELLS, MAX_TABLE, Merge, Row, Table, Warning, open};
pub use workbook::MAX_UNPACKED;
