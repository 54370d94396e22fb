//! `ata`: technical assistance, from the first request to the archived file.

pub mod bag;
mod desk;
pub mod intake;
pub mod mail;
mod stages;
