//! What is said beside a changed session: who has to be told of it now, and what was taken out of the outbox.

use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use ata_model::case::Case;
use ata_model::session::Session;
use ata_model::stage::Stage;
use ata_store::Tx;

/// Notes on a session whose date, place or state has just changed.
pub fn of_change(tx: &Tx<'_>, session: &Session, withdrawn: usize) -> Result<Vec<Phrase>, Fault> {
    let mut notes = Vec::new();
    let invited = tx.invited(session.key)?;
    let told =
        invited.iter().filter(|one| !one.withdrawn && one.told.is_some_and(|sequence| sequence < session.sequence));
    let told = told.count();
    if told > 0 {
        let kind = if session.state == "cancelled" { "cancellation" } else { "change" };
        notes.push(phrase!("schedule-tell", n = told, session = &session.id, kind = kind));
    }
    if withdrawn > 0 {
        let key = if session.state == "cancelled" { "schedule-outbox-off" } else { "schedule-outbox" };
        // What they were told before decides what they are told now.
        let is_new = invited.iter().any(|one| one.needs(session.sequence, false) == Some("convocation"));
        let kind = if is_new { "convocation" } else { "change" };
        notes.push(phrase!(key, n = withdrawn, session = &session.id, kind = kind));
    }
    Ok(notes)
}

/// A note when people are invited whom nobody has told, once the others were: before that, the stage of telling sees to it.
pub fn of_untold(tx: &Tx<'_>, case: &Case, session: &Session) -> Result<Option<Phrase>, Fault> {
    if case.stage <= Stage::Notify || session.start_at <= tx.stamp.instant() {
        return Ok(None);
    }
    let untold = tx.never_told(session.key)?;
    Ok((untold > 0).then(|| phrase!("schedule-untold", n = untold, session = &session.id)))
}

/// A note when more are invited than there is room for.
pub fn of_capacity(session: &Session) -> Option<Phrase> {
    let capacity = session.capacity.filter(|capacity| session.invited > *capacity)?;
    Some(phrase!("schedule-full", session = &session.id, invited = session.invited, capacity = capacity))
}
