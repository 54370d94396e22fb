//! What a date must not do: clash with another session, or come before people can be told.

use crate::error::Fault;
use crate::phrase;
use ata_model::control::Control;
use ata_model::schedule::days_ahead;
use ata_model::session::Session;
use ata_model::stage::Stage;
use ata_store::{Clash, Lens, Tx};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::json;
use std::collections::BTreeSet;

/// The reason to keep for the clashes of a session: the one given, or the one kept already when nothing new clashes; empty when nothing
/// clashes.
///
/// # Errors
/// Refused: something clashes that nobody accepted; each other session is listed.
pub fn settle(now: &[Clash], known: &[Clash], kept: &str, given: Option<&String>) -> Result<String, Fault> {
    if now.is_empty() {
        return Ok(String::new());
    }
    if let Some(reason) = given {
        return Ok(reason.clone());
    }
    if now.iter().all(|clash| known.contains(clash)) {
        return Ok(kept.to_owned());
    }
    let others: BTreeSet<&str> = now.iter().map(|clash| clash.session.as_str()).collect();
    let fault = Fault::refused(phrase!("schedule-clash", n = others.len())).hint(phrase!("schedule-clash-hint"));
    Err(now.iter().fold(fault, |fault, Clash { session, shared, by_place }| {
        let key = if *by_place { "schedule-clash-place" } else { "schedule-clash-person" };
        let text = phrase!(key, session = session, shared = shared);
        fault.detail(text, json!({"control": "no_conflict", "session": session, "shared": shared}))
    }))
}

/// Changes who facilitates a session, and looks whether they (or its new place) are taken. Gives the reason to keep for its clashes; none
/// when nothing changes that could clash.
///
/// # Errors
/// As [`settle`].
pub fn seat(
    tx: &mut Tx<'_>,
    session: &Session,
    add: &[i64],
    drop: &[i64],
    place: Option<&str>,
    given: Option<&String>,
) -> Result<Option<String>, Fault> {
    let before = tx.facilitator_keys(session.key)?;
    let mut after: Vec<i64> = before.iter().copied().filter(|person| !drop.contains(person)).collect();
    after.extend(add.iter().copied().filter(|person| !before.contains(person)));
    let old = session.place.as_deref().unwrap_or_default();
    let new = place.unwrap_or(old);
    if before == after && new == old && given.is_none() {
        return Ok(None);
    }
    let clashes = |place: &str, facilitators: &[i64]| {
        let fold = ata_model::name::fold(place);
        tx.clashes(Some(session.key), &session.start_at, &session.end_at, &fold, facilitators)
    };
    let (known, now) = (clashes(old, &before)?, clashes(new, &after)?);
    let reason = settle(&now, &known, session.conflict_reason.as_deref().unwrap_or_default(), given)?;
    tx.drop_facilitators(session.key, drop)?;
    tx.add_facilitators(session.key, add)?;
    Ok(Some(reason))
}

/// The days of notice that a session on this day would not leave; none when it leaves them, or the profile asks for none.
pub fn short_notice(start: DateTime<Utc>, zone: Tz, lens: &Lens<'_>) -> Option<i64> {
    let notice = i64::from(lens.profile.notice.days);
    let asked = lens.profile.controls(Stage::Schedule).iter().any(|rule| rule.name == Control::NoticePeriod);
    (asked && days_ahead(start, zone, lens.today) < notice).then_some(notice)
}
