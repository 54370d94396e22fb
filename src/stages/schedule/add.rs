//! Adding a session to the schedule.

use super::sheet::{self, Done};
use super::{check, said, telling};
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::schedule;
use ata_model::session::{MODALITIES, Session};
use ata_store::{Invitee, NewSession, SessionEdit, Tx, instant};
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
    #[arg(long, value_name = "DATE HOUR", required_unless_present = "duration", conflicts_with = "duration")]
    end: Option<String>,
    /// How long it lasts: 3h, 90m, 1h30m
    #[arg(long, value_name = "LENGTH")]
    duration: Option<String>,
    /// Time zone of the hours (else the register's)
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
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
    /// Why it is held outside the rules of notice
    #[arg(long, value_name = "REASON")]
    extraordinary: Option<String>,
    /// Why a facilitator or place may be taken twice at the same time
    #[arg(long, value_name = "REASON")]
    allow_conflict: Option<String>,
}

/// The same start, end and place on the same case is the same session: whoever is named anew joins it.
pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let desk_zone = desk.row.zone.clone();
    let zone = said::zone(args.tz.as_ref(), &desk)?;
    let start = typed::moment(&args.start, "--start", zone)?;
    let end = said::end(start, args.end.as_ref(), args.duration.as_ref(), zone)?.unwrap_or(start);
    let place = typed::maybe_line(args.place.as_ref(), "--place")?;
    let link = args.link.as_ref().map_or(Ok(String::new()), |link| typed::link(link, "--link"))?;
    let agenda = said::agenda(&args.agenda)?;
    let extraordinary = typed::maybe_line(args.extraordinary.as_ref(), "--extraordinary")?;
    let allowed = args.allow_conflict.as_ref().map(|text| typed::line(text, "--allow-conflict")).transpose()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleAdd, stamp, |tx| -> Result<_, Fault> {
        let case = tx.case(tx.find_case(&args.case)?, &lens)?;
        must_be_open(&case)?;
        let facilitators = said::persons(tx, &args.facilitator)?;
        let invitees = said::invitees(tx, &args.invite)?;
        let mut new = NewSession {
            case: case.key,
            start,
            end,
            zone: zone.name(),
            modality: schedule::modality(args.modality.as_deref(), &place, &link),
            place: &place,
            link: &link,
            agenda: &agenda,
            capacity: args.capacity,
            extraordinary: &extraordinary,
            conflict_reason: "",
        };
        let mut notes = Vec::new();
        let key = match tx.same_session(&new)? {
            Some(known) => {
                join(tx, known, &facilitators, allowed.as_ref())?;
                notes.push(phrase!("schedule-same", session = tx.session_ref(known)?));
                known
            }
            None => {
                let fold = ata_model::name::fold(&place);
                let clashes = tx.clashes(None, &instant(start), &instant(end), &fold, &facilitators)?;
                let reason = check::settle(&clashes, &[], "", allowed.as_ref())?;
                new.conflict_reason = &reason;
                let key = tx.add_session(&new)?;
                tx.add_facilitators(key, &facilitators)?;
                key
            }
        };
        invite(tx, key, &invitees)?;
        let session = tx.session(key)?;
        if notes.is_empty() && session.extraordinary.is_none() {
            notes.extend(near(&session, check::short_notice(start, zone, &lens)));
        }
        notes.extend(telling::of_capacity(&session));
        Ok(Done { session, title: case.title, notes })
    })?;
    Ok(sheet::answer(vec![outcome.value], outcome.changed, env, &desk_zone))
}

fn invite(tx: &mut Tx<'_>, session: i64, invitees: &[Invitee]) -> Result<(), Fault> {
    if !invitees.is_empty() {
        tx.invite(session, invitees)?;
    }
    Ok(())
}

/// Facilitators named anew join a session that is there already, unless they are taken.
fn join(tx: &mut Tx<'_>, key: i64, facilitators: &[i64], allowed: Option<&String>) -> Result<(), Fault> {
    let session = tx.session(key)?;
    if let Some(reason) = check::seat(tx, &session, facilitators, &[], None, allowed)? {
        tx.edit_session(&session, &SessionEdit { conflict_reason: Some(reason), ..SessionEdit::default() }, "")?;
    }
    Ok(())
}

/// The warning that a session leaves too few days to tell people.
fn near(session: &Session, notice: Option<i64>) -> Option<Phrase> {
    let day = session.start.get(..10).unwrap_or_default();
    notice.map(|notice| phrase!("schedule-near", session = &session.id, day = day, notice = notice))
}
