//! Where the register is kept: the only crate that knows a database. Reading is on [`Db`]; writing exists only on
//! [`Tx`], inside [`Store::transact`].

mod engine;
mod error;
mod log;
mod open;
mod transact;

pub use engine::Db;
pub use error::{CannotUndo, Noun, Result, StoreError};
pub use log::{LogFault, Operation};
pub use open::VERSION;
pub use transact::{Change, Outcome, Stamp, Store, Tx, instant};
