//! Where the register is kept: the only crate that knows a database. Reading is on [`Db`]; writing exists only on
//! [`Tx`], inside [`Store::transact`].

mod arrival;
mod attendance;
mod board;
mod case;
mod commitment;
mod control;
mod desk;
mod document;
mod engine;
mod error;
mod find;
mod import;
mod log;
mod merge;
mod message;
mod open;
mod organisation;
mod person;
mod plan;
mod register;
mod response;
mod session;
mod state;
mod transact;

pub use arrival::{Arrival, Intake, Slot, Taken, Tally};
pub use case::{CaseChange, CaseFilter, CaseOrder, Lens, NewCase};
pub use commitment::{CommitmentFilter, NewCommitment};
pub use desk::{DeskRow, ProfileVersion};
pub use document::{NewDocument, sha256};
pub use engine::Db;
pub use error::{CannotUndo, Noun, Result, StoreError};
pub use find::Who;
pub use import::{Earlier, InUse, TakenBack};
pub use log::{LogFault, Operation};
pub use message::NewMessage;
pub use open::VERSION;
pub use organisation::OrganisationFacts;
pub use person::{PersonFacts, Recognised};
pub use plan::PlanChange;
pub use session::{Invitee, NewSession, SessionEdit, SessionFilter};
pub use transact::{Change, Outcome, Stamp, Store, Tx, instant};
