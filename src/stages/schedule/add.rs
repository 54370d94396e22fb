//! Adding a session to the schedule.

use super::sheet::{self, Done};
use super::{check, closed, rhythm, said, telling};
use crate::desk::holiday::Kept;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::schedule;
use ata_model::session::{AgendaItem, MODALITIES, Session};
use ata_store::{Invitee, NewSession, SessionEdit, Stamp, Tx, instant};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Add {
    /// The case
    case: String,
    /// When it begins: "2026-03-04 09:00"
    #[arg(long, value_name = "DATE HOUR")]
    start: String,
    /// When it ends; an hour alone is one of the same day
    #[arg(long, value_name = "DATE HOUR", conflicts_with = "duration")]
    end: Option<String>,
    /// How long it lasts: 3h, 90m, 1h30m
    #[arg(long, value_name = "LENGTH")]
    duration: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

/// What is said of a session besides its day and hour.
#[derive(Args)]
pub struct Facts {
    /// Time zone of the hours (else the register's)
    #[arg(long, value_name = "ZONE")]
    pub tz: Option<String>,
    /// In person, virtual or mixed (else in person, or virtual when there is only a link)
    #[arg(long, value_parser = PossibleValuesParser::new(MODALITIES))]
    modality: Option<String>,
    /// Where people meet
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Link of a virtual session
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// Who facilitates (several times for several)
    #[arg(long, value_name = "PERSON")]
    facilitator: Vec<String>,
    /// A line of the agenda: "09:00 Topic | who" (once for each line)
    #[arg(long, value_name = "LINE")]
    agenda: Vec<String>,
    /// Whom to invite: a person, an organisation (those registered under it), or board:NAME (its members)
    #[arg(long, value_name = "PERSON|ORG|board:NAME")]
    invite: Vec<String>,
    /// How many there is room for
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
    capacity: Option<i64>,
    /// Why it is held outside the rules of notice and rhythm
    #[arg(long, value_name = "REASON")]
    extraordinary: Option<String>,
    /// Why a facilitator or place may be taken twice at the same time
    #[arg(long, value_name = "REASON")]
    allow_conflict: Option<String>,
}

/// The same, read.
pub struct Content<'a> {
    modality: &'a str,
    place: String,
    link: String,
    agenda: Vec<AgendaItem>,
    capacity: Option<i64>,
    pub extraordinary: String,
    pub allowed: Option<String>,
    typed: &'a Facts,
}

/// Who is named, found in the register.
pub struct People {
    pub facilitators: Vec<i64>,
    pub invitees: Vec<Invitee>,
}

impl Facts {
    /// # Errors
    /// A usage fault for a value that cannot be read.
    pub fn read(&self) -> Result<Content<'_>, Fault> {
        let place = typed::maybe_line(self.place.as_ref(), "--place")?;
        let link = self.link.as_ref().map_or(Ok(String::new()), |text| typed::link(text, "--link"))?;
        Ok(Content {
            modality: schedule::modality(self.modality.as_deref(), &place, &link),
            place,
            link,
            agenda: said::agenda(&self.agenda)?,
            capacity: self.capacity,
            extraordinary: typed::maybe_line(self.extraordinary.as_ref(), "--extraordinary")?,
            allowed: self.allow_conflict.as_ref().map(|text| typed::line(text, "--allow-conflict")).transpose()?,
            typed: self,
        })
    }
}

impl Content<'_> {
    /// # Errors
    /// Somebody who is not registered.
    pub fn people(&self, tx: &Tx<'_>) -> Result<People, Fault> {
        let facilitators = said::persons(tx, &self.typed.facilitator)?;
        Ok(People { facilitators, invitees: said::invitees(tx, &self.typed.invite)? })
    }

    /// The session at that time, without a number yet.
    pub fn at<'c>(&'c self, case: i64, start: DateTime<Utc>, end: DateTime<Utc>, zone: Tz) -> NewSession<'c> {
        NewSession {
            case,
            start,
            end,
            zone: zone.name(),
            modality: self.modality,
            place: &self.place,
            link: &self.link,
            agenda: &self.agenda,
            capacity: self.capacity,
            extraordinary: &self.extraordinary,
            conflict_reason: "",
        }
    }
}

/// The same start, end and place on the same case is the same session: whoever is named anew joins it.
pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let desk_zone = desk.row.zone.clone();
    let zone = said::zone(args.facts.tz.as_ref(), &desk)?;
    let kept = Kept::read(&desk.store, desk.country())?;
    let start = typed::moment(&args.start, "--start", zone, desk.today())?;
    let end = said::end(start, args.end.as_ref(), args.duration.as_ref(), zone, desk.today())?;
    let end = end.ok_or_else(|| Fault::usage(phrase!("schedule-no-end")).try_this("ata schedule add --help"))?;
    let content = args.facts.read()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleAdd, stamp, |tx| -> Result<_, Fault> {
        let case = tx.case(tx.find_case(&args.case)?, &lens)?;
        must_be_open(&case)?;
        let people = content.people(tx)?;
        let new = content.at(case.key, start, end, zone);
        let day = start.with_timezone(&zone).date_naive();
        let mut notes = Vec::new();
        let known = tx.same_session(&new)?;
        let key = match known {
            Some(known) => {
                notes.push(phrase!("schedule-same", session = tx.session_ref(known)?));
                known
            }
            None => {
                if content.extraordinary.is_empty() {
                    rhythm::must_keep(day, &kept, &lens, env.words())?;
                    notes.extend(rhythm::gap_around(tx, case.key, day, None, &kept, &lens)?);
                }
                create(tx, &new, &people, content.allowed.as_ref())?
            }
        };
        join(tx, key, &people, content.allowed.as_ref(), known.is_none())?;
        let session = tx.session(key)?;
        if known.is_none() {
            notes.extend(near(&session, check::short_notice(start, zone, &lens), stamp));
        }
        if known.is_none() {
            notes.extend(closed::day(&session, day, &kept, env.words()));
        }
        if !people.invitees.is_empty() {
            notes.extend(telling::of_untold(tx, &case, &session)?);
        }
        notes.extend(telling::of_capacity(&session));
        Ok(Done { session, title: case.title, notes })
    })?;
    Ok(sheet::answer(vec![outcome.value], outcome.changed, env, &desk_zone))
}

/// Adds a session, unless something clashes that nobody accepted.
pub fn create(tx: &mut Tx<'_>, new: &NewSession<'_>, people: &People, allowed: Option<&String>) -> Result<i64, Fault> {
    let fold = ata_model::name::fold(new.place);
    let clashes = tx.clashes(None, &instant(new.start), &instant(new.end), &fold, &people.facilitators)?;
    let conflict_reason = check::settle(&clashes, &[], "", allowed)?;
    let key = tx.add_session(&NewSession { conflict_reason: &conflict_reason, ..new.clone() })?;
    tx.add_facilitators(key, &people.facilitators)?;
    Ok(key)
}

/// Whoever is named anew joins a session; who facilitates one that was there already must not be taken.
pub fn join(tx: &mut Tx<'_>, key: i64, people: &People, allowed: Option<&String>, is_new: bool) -> Result<(), Fault> {
    if !is_new {
        let session = tx.session(key)?;
        if let Some(reason) = check::seat(tx, &session, &people.facilitators, &[], None, allowed)? {
            tx.edit_session(&session, &SessionEdit { conflict_reason: Some(reason), ..SessionEdit::default() }, "")?;
        }
    }
    if !people.invitees.is_empty() {
        tx.invite(key, &people.invitees)?;
    }
    Ok(())
}

/// The warning that a session is over already, or leaves too few days to tell people and nobody said why.
pub fn near(session: &Session, notice: Option<i64>, stamp: &Stamp) -> Option<Phrase> {
    let day = session.start.get(..10).unwrap_or_default();
    if session.end_at <= stamp.instant() {
        return Some(phrase!("schedule-past", session = &session.id, day = day));
    }
    notice
        .filter(|_| session.extraordinary.is_none())
        .map(|notice| phrase!("schedule-near", session = &session.id, day = day, notice = notice))
}
