//! Changes nobody was told of: what a session was moved to, or that it was called off, and who still believes otherwise.

use crate::error::Fault;
use ata_model::case::Case;
use ata_model::control::{self, Control, Facts};
use ata_model::stage::Stage;
use ata_store::{Db, Lens};

/// A session about which people hold something that is no longer so.
pub struct Untold {
    pub session: String,
    pub people: i64,
    /// The command that tells them.
    pub hint: String,
}

/// Of each session of a case, whatever its stage: that a session was held does not tell anybody.
///
/// # Errors
/// What the store says.
pub fn of_case(db: &Db, case: &Case, lens: &Lens<'_>) -> Result<Vec<Untold>, Fault> {
    let facts = db.facts(case.key, &case.id, Stage::Notify, lens)?;
    let mut all = Vec::new();
    for session in facts.sessions.iter().filter(|session| session.untold_of_change > 0) {
        let alone = Facts {
            sessions: vec![session.clone()],
            case: case.id.clone(),
            has_mail_way: facts.has_mail_way,
            ..Facts::default()
        };
        let hint = control::lacking(&[Control::ChangesTold], lens.profile, &alone).into_iter().next();
        let hint = hint.map(|missing| missing.hint).unwrap_or_default();
        all.push(Untold { session: session.id.clone(), people: session.untold_of_change, hint });
    }
    Ok(all)
}
