//! What is true in technical assistance: types and rules. No files, no SQL, no clock, no printing.

pub mod control;
pub mod country;
pub mod identity;
pub mod name;
pub mod profile;
pub mod stage;
