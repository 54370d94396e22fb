//! The sealed package: a case file as a BagIt bag (RFC 8493), in a folder, a ZIP or a tar, and back.
//!
//! [`write`], [`write_zip`] and [`write_tar`] copy the payload and hash it in the same pass; [`verify`] reads a bag of
//! anyone's making and names every file that is not as it was sealed; [`Opened`] reads what is in one. Nothing here
//! knows of the database, of the command line or of the words people read.

mod crew;
mod digest;
mod durable;
mod error;
mod existing;
mod folder;
mod index;
mod name;
mod pack;
mod partial;
mod path;
mod plan;
mod spec;
mod tags;
mod tarball;
mod verify;

pub use digest::Algorithm;
pub use error::BagError;
pub use folder::write;
pub use index::{IndexEntry, index};
pub use name::{UniqueNames, safe_name};
pub use pack::write_zip;
pub use path::PathFault;
pub use spec::{BagReport, BagSpec, Payload, Source, WritePayload};
pub use tarball::write_tar;
pub use verify::{Opened, Problem, ProblemKind, Verdict, verify, verify_with};
