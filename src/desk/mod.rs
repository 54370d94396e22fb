//! Daily commands that are not a stage.

pub mod backup;
pub mod board;
pub mod check;
pub mod deed;
pub mod dossier;
pub mod export;
pub mod help;
pub mod holiday;
pub mod identity;
pub mod import;
pub mod init;
pub mod list;
pub mod log;
pub mod manual;
pub mod next;
pub mod org;
pub mod paper;
pub mod person;
pub mod profile;
pub mod report;
pub mod show;
pub mod state;
pub mod template;
pub mod trace;
pub mod undo;
