//! What is true in technical assistance: types and rules. No files, no SQL, no clock, no printing.

pub mod attendance;
pub mod case;
pub mod commitment;
pub mod control;
pub mod country;
pub mod document;
pub mod duplicate;
pub mod evaluation;
pub mod holiday;
pub mod identity;
pub mod import;
pub mod message;
pub mod name;
pub mod op;
pub mod plan;
pub mod priority;
pub mod profile;
pub mod recognise;
pub mod recurrence;
pub mod reference;
pub mod register;
pub mod reminder;
pub mod schedule;
pub mod session;
pub mod stage;
pub mod waiting;
