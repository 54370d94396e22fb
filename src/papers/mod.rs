//! From plain values to papers: documents an office signs and an archive accepts (PDF/A-2b), and spreadsheets.
//!
//! One file a kind of paper: what it says (a struct of texts ready to print, in the language of the paper) and how that is
//! made from the values of the model. How it looks is a template (`templates/*.typ`) that an institution may replace. A
//! [`Press`] puts the two together. Nothing here knows of the database, of the command line or of the clock: the same
//! values give the same bytes.

pub mod attendance;
pub mod certificate;
pub mod commitments;
pub mod control_sheet;
pub mod correspondence;
pub mod cover;
pub mod evaluation;
mod guest;
mod head;
pub mod inventory;
mod kind;
pub mod minutes;
mod occasion;
pub mod plan;
mod press;
pub mod proof;
mod prose;
#[cfg(feature = "pdf")]
mod qr;
pub mod register;
pub mod report;
pub mod sample;
pub mod schedule;
pub mod sheet;
mod signer;
mod template;
mod voice;

pub use guest::{Guest, Tally};
pub use head::{Head, Issue, LogHead, PageSize};
pub use kind::Kind;
pub use press::{Archival, Logo, Paper, PaperError, Press, Printed};
pub use prose::{Block, Span, prose};
pub use signer::{Addressee, Signer};
pub use template::{Part, Templates};
pub use voice::Voice;
