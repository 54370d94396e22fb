//! Where the register is kept: the only crate that knows a database. Reading is on [`Db`]; writing exists only on
//! [`Tx`], inside [`Store::transact`].

mod attendance;
mod case;
mod commitment;
mod control;
mod desk;
mod document;
mod engine;
mod error;
mod find;
mod log;
mod message;
mod open;
mod plan;
mod register;
mod session;
mod transact;

pub use case::{CaseChange, CaseFilter, CaseOrder, Lens, NewCase};
pub use commitment::CommitmentFilter;
pub use desk::{DeskRow, ProfileVersion};
pub use document::{NewDocument, sha256};
pub use engine::Db;
pub use error::{CannotUndo, Noun, Result, StoreError};
pub use find::Who;
pub use log::{LogFault, Operation};
pub use message::NewMessage;
pub use open::VERSION;
pub use plan::PlanChange;
pub use session::{Invitee, NewSession, SessionEdit, SessionFilter};
pub use transact::{Change, Outcome, Stamp, Store, Tx, instant};
