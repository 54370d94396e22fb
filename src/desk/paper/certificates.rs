//! Certificates of those who were there long enough: of one session, or of all of a case.

use super::clerk::{Clerk, Held};
use super::issue::{About, Draft};
use super::meeting::{day, minute};
use crate::error::{Fault, Kind as FaultKind};
use crate::papers::Kind;
use crate::papers::certificate::{Certificates, Issued, has_earned};
use crate::phrase;
use crate::stages::run::mark::must_be_live;
use ata_model::attendance::Attendance;
use ata_model::session::Session;
use ata_store::Thing;

/// One a person who was there long enough, or one paper for all of them; none where it cannot be about the thing. Of a whole case, a session
/// that gives none is passed over.
pub fn drafts(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    let Some(sessions) = clerk.sessions(thing)? else { return Ok(None) };
    let is_whole_case = matches!(thing, Some(Thing::Case(_)));
    certificates(clerk, &sessions, is_whole_case).map(Some)
}

fn certificates(clerk: &Clerk<'_>, sessions: &[Held], is_whole_case: bool) -> Result<Vec<Draft>, Fault> {
    let (mut all, mut refused) = (Vec::new(), Vec::new());
    for held in sessions {
        match earned(clerk, held) {
            Ok(found) => all.push((held, found)),
            Err(fault) if is_whole_case && fault.kind == FaultKind::Refused => refused.push(fault),
            Err(fault) => return Err(fault),
        }
    }
    let Some((last, _)) = all.last() else { return refused.into_iter().next().map_or(Ok(Vec::new()), Err) };
    clerk.notes.borrow_mut().extend(refused.into_iter().map(|fault| fault.phrase));
    if clerk.args.merged {
        let about = if is_whole_case { About::case(&last.case) } else { About::session(last) };
        let last = day(clerk, last);
        let body = Certificates::together(all.into_iter().map(|(_, (_, body))| body));
        return Ok(vec![clerk.draft(Kind::Certificate, &about, last, &body)?]);
    }
    let mut drafts = Vec::new();
    for (held, (rows, bodies)) in &all {
        for (row, body) in rows.iter().zip(bodies.one_by_one()) {
            let about = About::session(held).part(&row.person.id);
            let mut draft = clerk.draft(Kind::Certificate, &about, day(clerk, held), &body)?;
            draft.title = format!("{} · {}", draft.title, row.person.name);
            drafts.push(draft);
        }
    }
    Ok(drafts)
}

/// Those of a session who were there long enough, each with a certificate.
fn earned(clerk: &Clerk<'_>, held: &Held) -> Result<(Vec<Attendance>, Certificates), Fault> {
    let session = &held.session;
    must_be_live(session)?;
    must_be_over(clerk, session)?;
    let mut roster = clerk.db.roster(session.key)?;
    if !clerk.args.person.is_empty() {
        roster = chosen(clerk, held, &roster)?;
    }
    roster.retain(has_earned);
    if roster.is_empty() {
        let threshold = i64::from(clerk.desk.row.profile.attendance.threshold);
        return Err(Fault::refused(phrase!("desk-paper-nobody-earned", session = &session.id, threshold = threshold))
            .try_this(format!("ata run roster {}", session.id)));
    }
    let plan = clerk.db.plan(held.case.key, &clerk.desk.lens())?;
    let approver = plan.as_ref().and_then(|plan| plan.approved_by.as_ref());
    let signers = clerk.signed(vec![clerk.signer_named(approver.or(session.facilitators.first()))?], &[]);
    let day = day(clerk, held).to_string();
    let issued = Issued { place: clerk.city().map(str::to_owned), day, signers };
    let all = Certificates::of_session(&held.case.title, session, &roster, &issued, clerk.voice);
    Ok((roster, all))
}

/// The rows of the persons asked for; each of them must have been there long enough.
fn chosen(clerk: &Clerk<'_>, held: &Held, roster: &[Attendance]) -> Result<Vec<Attendance>, Fault> {
    let mut chosen = Vec::new();
    for text in &clerk.args.person {
        let person = clerk.db.person(clerk.db.find_person(text)?)?;
        match roster.iter().find(|row| row.person.id == person.id && has_earned(row)) {
            Some(row) => chosen.push(row.clone()),
            None => {
                let fault = phrase!("desk-paper-not-earned", person = &person.name, session = &held.session.id);
                return Err(Fault::refused(fault).try_this(format!("ata run roster {}", held.session.id)));
            }
        }
    }
    chosen.sort_by(|a, b| a.person.id.cmp(&b.person.id));
    chosen.dedup_by(|a, b| a.person.id == b.person.id);
    Ok(chosen)
}

/// Who was there to the end is known when it has come, and nothing is certified on a day before it.
fn must_be_over(clerk: &Clerk<'_>, session: &Session) -> Result<(), Fault> {
    let is_early = session.days().is_some_and(|(_, last)| clerk.day(Some(&last.to_string())) < last);
    let phrase = match session.end_at > clerk.desk.stamp.instant() {
        true => phrase!("desk-paper-unfinished", session = &session.id, end = minute(&session.end)),
        false if is_early => phrase!("desk-paper-early", session = &session.id, end = minute(&session.end)),
        false => return Ok(()),
    };
    Err(Fault::refused(phrase).try_this(format!("ata show {}", session.id)))
}
