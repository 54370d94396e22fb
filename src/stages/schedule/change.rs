//! Another date for a session, or none: what it was stays in its history.

use super::add::near;
use super::sheet::{self, Done};
use super::{check, closed, rhythm, said, telling};
use crate::desk::holiday::Kept;
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::stages::passage::{must_be_open, not_taken};
use crate::typed;
use crate::view::Answer;
use ata_model::case::Case;
use ata_model::op::Op;
use ata_model::session::Session;
use ata_store::{Lens, SessionEdit, Tx, instant};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;

#[derive(Args)]
pub struct Move {
    /// The session
    session: String,
    /// When it begins now: "2026-03-05 09:00"; alone, the session keeps its length
    #[arg(long, value_name = "DATE HOUR", required_unless_present_any = ["end", "duration"])]
    start: Option<String>,
    /// When it ends now; an hour alone is one of the same day
    #[arg(long, value_name = "DATE HOUR", conflicts_with = "duration")]
    end: Option<String>,
    /// How long it lasts now
    #[arg(long, value_name = "LENGTH")]
    duration: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Why the new day may be nearer than the days of notice, or outside the rhythm of sessions
    #[arg(long, value_name = "REASON")]
    extraordinary: Option<String>,
    /// Why a facilitator or place may be taken twice at the same time
    #[arg(long, value_name = "REASON")]
    allow_conflict: Option<String>,
}

#[derive(Args)]
pub struct Cancel {
    /// Sessions
    #[arg(required = true)]
    session: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// The start and end of a session as instants, and its zone.
fn times(session: &Session) -> Result<(DateTime<Utc>, DateTime<Utc>, Tz), Fault> {
    let damaged =
        |detail: &str| Fault::new(Kind::Integrity, phrase!("error-stored", what = "session", detail = detail));
    let at = |text: &str| text.parse().map_err(|_| damaged(text));
    let zone = session.zone.parse().map_err(|_| damaged(&session.zone))?;
    Ok((at(&session.start_at)?, at(&session.end_at)?, zone))
}

/// The case must be open, and the session not held or cancelled. Gives the case.
pub fn must_be_ahead(tx: &Tx<'_>, session: &Session, lens: &Lens<'_>) -> Result<Case, Fault> {
    let case = tx.case(session.case_key, lens)?;
    must_be_open(&case)?;
    if matches!(session.state.as_str(), "held" | "cancelled") {
        let key = format!("schedule-{}", session.state);
        return Err(Fault::refused(phrase!(key, session = &session.id))
            .try_this(format!("ata schedule add {} --start \"YYYY-MM-DD HH:MM\" --duration 3h", session.case)));
    }
    Ok(case)
}

/// Moving a session to where it is already is nothing to do.
pub fn postpone(args: &Move, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let desk_zone = desk.row.zone.clone();
    let kept = Kept::read(&desk.store, desk.country())?;
    let reason = typed::line(&args.reason, "--reason")?;
    let extraordinary = args.extraordinary.as_ref().map(|text| typed::line(text, "--extraordinary")).transpose()?;
    let allowed = args.allow_conflict.as_ref().map(|text| typed::line(text, "--allow-conflict")).transpose()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleMove, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        let (old_start, old_end, zone) = times(&session)?;
        let start =
            args.start.as_ref().map_or(Ok(old_start), |text| typed::moment(text, "--start", zone, lens.today))?;
        let end = said::end(start, args.end.as_ref(), args.duration.as_ref(), zone, lens.today)?;
        let end = end.unwrap_or(start + (old_end - old_start));
        let title = must_be_ahead(tx, &session, &lens)?.title;
        if (start, end) == (old_start, old_end) {
            return Ok(Done { session, title, notes: Vec::new() });
        }
        let mut notes = Vec::new();
        if extraordinary.is_none() && session.extraordinary.is_none() {
            must_leave_notice(&session, start, zone, &lens)?;
            let day_of = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
            rhythm::must_keep(day_of(start), &kept, &lens, env.words())?;
            notes.extend(rhythm::gap_around(
                tx,
                session.case_key,
                day_of(start),
                Some(day_of(old_start)),
                &kept,
                &lens,
            )?);
        }
        let fold = ata_model::name::fold(session.place.as_deref().unwrap_or_default());
        let facilitators = tx.facilitator_keys(session.key)?;
        let clashes = tx.clashes(Some(session.key), &instant(start), &instant(end), &fold, &facilitators)?;
        let conflict_reason = Some(check::settle(&clashes, &[], "", allowed.as_ref())?);
        let edit = SessionEdit { extraordinary: extraordinary.clone(), conflict_reason, ..SessionEdit::default() };
        let withdrawn = tx.move_session(&session, start, end, &reason, &edit)?;
        let session = tx.session(session.key)?;
        if start != old_start {
            notes.extend(closed::day(&session, start.with_timezone(&zone).date_naive(), &kept, env.words()));
        }
        notes.extend(near(&session, None, stamp));
        notes.extend(telling::of_change(tx, &session, withdrawn)?);
        Ok(Done { session, title, notes })
    })?;
    Ok(sheet::answer(vec![outcome.value], outcome.changed, env, &desk_zone))
}

/// The new day must leave the days of notice that the profile asks for.
fn must_leave_notice(session: &Session, start: DateTime<Utc>, zone: Tz, lens: &Lens<'_>) -> Result<(), Fault> {
    let Some(notice) = check::short_notice(start, zone, lens) else { return Ok(()) };
    let local = start.with_timezone(&zone);
    let day = local.format("%Y-%m-%d").to_string();
    Err(Fault::refused(phrase!("schedule-too-near", session = &session.id, day = day, notice = notice)).try_this(
        format!(
            "ata schedule move {} --start \"{}\" --reason TEXT --extraordinary REASON",
            session.id,
            local.format("%Y-%m-%d %H:%M")
        ),
    ))
}

/// A session cancelled already is left alone.
pub fn cancel(args: &Cancel, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let desk_zone = desk.row.zone.clone();
    let reason = typed::line(&args.reason, "--reason")?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleCancel, stamp, |tx| -> Result<_, Fault> {
        let mut done = Vec::new();
        for key in typed::each(&args.session, |text| tx.find_session(text))? {
            let session = tx.session(key)?;
            if session.state == "cancelled" {
                let title = tx.case(session.case_key, &lens)?.title;
                let kept = session.changes.iter().rfind(|change| change.kind == "cancelled");
                let kept = kept.and_then(|change| change.reason.as_deref());
                let notes = not_taken(&session.id, "--reason", kept, &reason).into_iter().collect();
                done.push(Done { session, title, notes });
                continue;
            }
            let title = must_be_ahead(tx, &session, &lens)?.title;
            let withdrawn = tx.cancel_session(&session, &reason)?;
            let session = tx.session(session.key)?;
            let notes = telling::of_change(tx, &session, withdrawn)?;
            done.push(Done { session, title, notes });
        }
        Ok(done)
    })?;
    Ok(sheet::answer(outcome.value, outcome.changed, env, &desk_zone))
}
