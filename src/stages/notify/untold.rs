//! Changes nobody was told of: what a session was moved to, or that it was called off, and who still believes otherwise.

use crate::error::Fault;
use ata_model::case::Case;
use ata_model::stage::Stage;
use ata_model::telling::{Untold, untold};
use ata_store::{Db, Lens};

/// Of each session of a case, whatever its stage: that a session was held does not tell anybody.
///
/// # Errors
/// What the store says.
pub fn of_case(db: &Db, case: &Case, lens: &Lens<'_>) -> Result<Vec<Untold>, Fault> {
    let facts = db.facts(case.key, &case.id, Stage::Notify, lens)?;
    Ok(facts.sessions.iter().flat_map(|session| untold(session, &case.id, facts.has_mail_way)).collect())
}
