//! What is known of a session besides its date: place, link, agenda, facilitators, the invited; and what to have ready.

use super::change::must_be_ahead;
use super::sheet::{self, Done};
use super::{check, said, telling};
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::session::{Invited, MODALITIES, Session};
use ata_store::{SessionEdit, Tx};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Edit {
    /// Sessions
    #[arg(required = true)]
    session: Vec<String>,
    /// Where people meet; empty for nowhere
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Link of a virtual session; empty for none
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// In person, virtual or mixed
    #[arg(long, value_parser = PossibleValuesParser::new(MODALITIES))]
    modality: Option<String>,
    /// A line of the agenda: "09:00 Topic | who" (once for each line; replaces the agenda)
    #[arg(long, value_name = "LINE")]
    agenda: Vec<String>,
    /// Who facilitates besides those known
    #[arg(long, value_name = "PERSON")]
    facilitator: Vec<String>,
    /// Who does not facilitate any more
    #[arg(long, value_name = "PERSON")]
    no_facilitator: Vec<String>,
    /// Whom to invite: a person, an organisation (those registered under it), or board:NAME (its members)
    #[arg(long, value_name = "PERSON|ORG|board:NAME")]
    invite: Vec<String>,
    /// Whose invitation to withdraw
    #[arg(long, value_name = "PERSON|ORG|board:NAME")]
    uninvite: Vec<String>,
    /// How many there is room for; 0 for no limit
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    capacity: Option<i64>,
    /// Why it is held outside the rules of notice
    #[arg(long, value_name = "REASON")]
    extraordinary: Option<String>,
    /// Why a facilitator or place may be taken twice at the same time
    #[arg(long, value_name = "REASON")]
    allow_conflict: Option<String>,
    /// Why the place, link or modality changes
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

#[derive(Args)]
pub struct Logistics {
    /// The session
    session: String,
    /// A thing to have ready
    #[arg(long, value_name = "ITEM")]
    need: Vec<String>,
    /// Who sees to it
    #[arg(long, value_name = "PERSON", requires = "need")]
    assign: Option<String>,
    /// A thing that is ready
    #[arg(long, value_name = "ITEM")]
    done: Vec<String>,
}

/// A line that may be empty, which is to say none.
fn or_none(text: Option<&String>, option: &str) -> Result<Option<String>, Fault> {
    match text {
        Some(text) if text.trim().is_empty() => Ok(Some(String::new())),
        text => text.map(|text| typed::line(text, option)).transpose(),
    }
}

impl Edit {
    fn change(&self) -> Result<SessionEdit, Fault> {
        let line = |text: &Option<String>, option| text.as_ref().map(|text| typed::line(text, option)).transpose();
        Ok(SessionEdit {
            modality: self.modality.clone(),
            place: or_none(self.place.as_ref(), "--place")?,
            link: match self.link.as_deref() {
                Some(link) if !link.trim().is_empty() => Some(typed::link(link, "--link")?),
                other => other.map(|_| String::new()),
            },
            agenda: (!self.agenda.is_empty()).then(|| said::agenda(&self.agenda)).transpose()?,
            capacity: self.capacity.map(|capacity| (capacity > 0).then_some(capacity)),
            extraordinary: line(&self.extraordinary, "--extraordinary")?,
            conflict_reason: line(&self.allow_conflict, "--allow-conflict")?,
        })
    }
}

pub fn edit(args: &Edit, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let desk_zone = desk.row.zone.clone();
    let mut change = args.change()?;
    let allowed = change.conflict_reason.take();
    let reason = typed::maybe_line(args.reason.as_ref(), "--reason")?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleEdit, stamp, |tx| -> Result<_, Fault> {
        let mut done = Vec::new();
        for key in typed::each(&args.session, |text| tx.find_session(text))? {
            let session = tx.session(key)?;
            let case = must_be_ahead(tx, &session, &lens)?;
            let (join, leave) = (said::persons(tx, &args.facilitator)?, said::persons(tx, &args.no_facilitator)?);
            let place = change.place.as_deref();
            change.conflict_reason = check::seat(tx, &session, &join, &leave, place, allowed.as_ref())?;
            let withdrawn = tx.edit_session(&session, &change, &reason)?;
            let mut notes = uninvite(tx, &session, &args.uninvite)?;
            let invitees = said::invitees(tx, &args.invite)?;
            tx.invite(session.key, &invitees)?;
            let before = session.sequence;
            let session = tx.session(session.key)?;
            if session.sequence > before {
                notes.extend(telling::of_change(tx, &session, withdrawn)?);
            }
            if !invitees.is_empty() {
                notes.extend(telling::of_untold(tx, &case, &session)?);
            }
            notes.extend(telling::of_capacity(&session));
            done.push(Done { session, title: case.title, notes });
        }
        Ok(done)
    })?;
    Ok(sheet::answer(outcome.value, outcome.changed, env, &desk_zone))
}

/// Withdraws invitations; says how many of those had been told and must hear of it.
fn uninvite(tx: &mut Tx<'_>, session: &Session, typed: &[String]) -> Result<Vec<Phrase>, Fault> {
    let before = if typed.is_empty() { Vec::new() } else { tx.invited(session.key)? };
    for text in typed {
        let whom = tx.invited_as(session.key, text)?;
        if whom.is_empty() {
            let phrase = phrase!("schedule-not-invited", who = text, session = &session.id);
            return Err(Fault::new(Kind::NotFound, phrase).try_this(format!("ata run roster {}", session.id)));
        }
        tx.uninvite(session.key, &whom)?;
    }
    let after = if typed.is_empty() { Vec::new() } else { tx.invited(session.key)? };
    let knew = |was: &Invited| !was.withdrawn && (was.told.is_some() || was.in_doubt);
    let told = before.iter().zip(&after).filter(|(was, is)| knew(was) && is.withdrawn).count();
    let note = phrase!("schedule-tell", n = told, session = &session.id, kind = "cancellation");
    Ok(if told > 0 { vec![note] } else { Vec::new() })
}

/// The list of a session; with options, what is put on it and what is ticked off.
pub fn logistics(args: &Logistics, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    if args.need.is_empty() && args.done.is_empty() {
        let store = &desk.store;
        let session = store.session(store.find_session(&args.session)?)?;
        return Ok(Answer::list(session.logistics, sheet::logistics));
    }
    let lines = |texts: &[String], option| {
        texts.iter().map(|text| typed::line(text, option)).collect::<Result<Vec<String>, Fault>>()
    };
    let (needed, done) = (lines(&args.need, "--need")?, lines(&args.done, "--done")?);
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleLogistics, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        must_be_open(&tx.case(session.case_key, &lens)?)?;
        let assigned = args.assign.as_ref().map(|text| tx.find_person(text)).transpose()?;
        for item in &needed {
            tx.need_logistics(session.key, item, assigned)?;
        }
        for item in &done {
            if !tx.has_logistics(session.key, item)? {
                let phrase = phrase!("schedule-no-item", item = item, session = &session.id);
                return Err(
                    Fault::new(Kind::NotFound, phrase).try_this(format!("ata schedule logistics {}", session.id))
                );
            }
            tx.done_logistics(session.key, item)?;
        }
        Ok(tx.session(session.key)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, |session, words| {
        sheet::logistics(&session.logistics, words)
    }))
}
