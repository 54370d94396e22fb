//! Where the register is kept: the only crate that knows a database. Reading is on [`Db`]; writing exists only on
//! [`Tx`], inside [`Store::transact`].

mod attendance;
mod case;
mod check;
mod commitment;
mod control;
mod desk;
mod document;
mod dossier;
mod engine;
mod error;
mod find;
mod list;
mod log;
mod message;
mod open;
mod register;
mod session;
mod transact;
mod waiting;

pub use case::{CaseChange, Lens, NewCase};
pub use check::{Orphan, Problem};
pub use commitment::CommitmentFilter;
pub use desk::{DeskRow, ProfileVersion};
pub use document::{NewDocument, sha256};
pub use dossier::Thing;
pub use engine::Db;
pub use error::{CannotUndo, Noun, Result, StoreError};
pub use find::Who;
pub use list::{CaseFilter, CaseOrder};
pub use log::{LogFault, Operation};
pub use message::NewMessage;
pub use open::VERSION;
pub use session::SessionFilter;
pub use transact::{Change, Outcome, Stamp, Store, Tx, instant};
pub use waiting::STALE_MINUTES;
