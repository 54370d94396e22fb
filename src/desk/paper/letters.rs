//! Convocations, letters and circulars: of one message, of all messages about a session, or of a case.

use super::called;
use super::clerk::{Clerk, Held};
use super::issue::{About, Draft};
use crate::error::Fault;
use crate::locale::Arg;
use crate::papers::correspondence::{Correspondence, Notice, Sent};
use crate::papers::{Addressee, Kind, Signer, Voice};
use crate::phrase;
use crate::stages::run::mark::must_be_live;
use crate::typed;
use ata_model::case::Case;
use ata_model::message::Message;
use ata_model::session::Session;
use ata_store::{Thing, Who};

/// To whom one paper goes, and the message it is the print of.
struct Slip {
    to: Option<Addressee>,
    message: Option<Message>,
    /// `M-17` or `P-9`; none for a circular.
    part: Option<String>,
    /// The board they are called to.
    board: Option<String>,
}

/// None where such a paper cannot be about the thing.
pub fn drafts(clerk: &Clerk<'_>, kind: Kind, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    let lens = clerk.desk.lens();
    match thing {
        Some(Thing::Message(key)) => {
            let message = clerk.db.message(key)?;
            must_be_of(kind, &message)?;
            let case = clerk.db.case(message.case_key, &lens)?;
            let session = match &message.session {
                Some(id) => Some(clerk.db.session(clerk.db.find_session(id)?)?),
                None => None,
            };
            let to = match clerk.db.find_thing(&message.to.person) {
                Ok(Thing::Person(person)) => Some(addressee(clerk, Who::Person(person))?),
                Ok(Thing::Organisation(organisation)) => Some(addressee(clerk, Who::Organisation(organisation))?),
                _ => Some(Addressee { name: message.to.name.clone(), ..Addressee::default() }),
            };
            let invited =
                session.as_ref().map(|session| clerk.db.invited(session.key)).transpose()?.unwrap_or_default();
            let board = invited.iter().find(|one| one.who.id == message.to.person).and_then(|one| one.board());
            let board = board.map(str::to_owned);
            let slip = Slip { to, part: Some(message.id.clone()), message: Some(message), board };
            Ok(Some(vec![draft(clerk, kind, &case, session.as_ref(), slip)?]))
        }
        Some(Thing::Case(key)) if clerk.db.sessions_of(key)?.iter().all(|session| session.state == "cancelled") => {
            let case = clerk.db.case(key, &lens)?;
            // A convocation calls to a session.
            if kind == Kind::Convocation {
                return clerk.sessions(thing).map(|_| None);
            }
            let mut slips = Vec::new();
            for requester in &case.requesters {
                let to = Some(addressee(clerk, clerk.db.find_who(&requester.id)?)?);
                slips.push(Slip { to, message: None, part: Some(requester.id.clone()), board: None });
            }
            if slips.is_empty() || kind == Kind::Circular {
                slips = vec![Slip { to: None, message: None, part: None, board: None }];
            }
            let all = slips.into_iter().map(|slip| draft(clerk, kind, &case, None, slip));
            all.collect::<Result<Vec<_>, Fault>>().map(Some)
        }
        _ => {
            let Some(sessions) = clerk.sessions(thing)? else { return Ok(None) };
            let mut all = Vec::new();
            for held in &sessions {
                must_be_live(&held.session)?;
                for slip in slips(clerk, kind, held)? {
                    all.push(draft(clerk, kind, &held.case, Some(&held.session), slip)?);
                }
            }
            Ok(Some(all))
        }
    }
}

/// A message is printed as what it is: who is told that a session is off is not called to it. What has no paper of its own is handed over
/// as a letter.
fn must_be_of(kind: Kind, message: &Message) -> Result<(), Fault> {
    let own = [Kind::Convocation, Kind::Circular].into_iter().find(|own| own.code() == message.kind);
    let own = own.unwrap_or(Kind::Letter);
    if kind == own {
        return Ok(());
    }
    let is = Arg::Word(format!("term-notice-{}", message.kind));
    let phrase = phrase!("desk-paper-other-kind", message = &message.id, is = is, kind = called(kind.code()));
    Err(Fault::refused(phrase).try_this(format!("ata paper {} {}", own.code(), message.id)))
}

/// Nobody is called to what is over; what was told in time is printed with the day it was told.
fn must_be_ahead(clerk: &Clerk<'_>, kind: Kind, session: &Session) -> Result<(), Fault> {
    match session.days() {
        Some((_, last)) if last < clerk.day(None) => {
            let phrase =
                phrase!("desk-paper-over", kind = called(kind.code()), session = &session.id, day = last.to_string());
            let (kind, session) = (kind.code(), &session.id);
            Err(Fault::refused(phrase).try_this(format!("ata paper {kind} {session} --date DATE")))
        }
        _ => Ok(()),
    }
}

/// One a person (or organisation) invited; one circular for all.
fn slips(clerk: &Clerk<'_>, kind: Kind, held: &Held) -> Result<Vec<Slip>, Fault> {
    let wanted =
        clerk.args.person.iter().map(|text| Ok(clerk.db.find_person(text)?)).collect::<Result<Vec<_>, Fault>>()?;
    let mut messages = clerk.db.messages(Some(held.case.key), None)?;
    messages.retain(|one| {
        one.session.as_ref() == Some(&held.session.id) && one.kind == kind.code() && one.state != "cancelled"
    });
    if kind == Kind::Circular {
        return Ok(vec![Slip { to: None, message: messages.pop(), part: None, board: None }]);
    }
    let mut slips = Vec::new();
    for invited in clerk.db.invited(held.session.key)?.into_iter().filter(|one| !one.withdrawn) {
        let is_wanted = wanted.is_empty() || invited.person.is_some_and(|person| wanted.contains(&person));
        let who = invited.person.map(Who::Person).or(invited.organisation_key.map(Who::Organisation));
        let (true, Some(who)) = (is_wanted, who) else { continue };
        let message = messages.iter().rev().find(|one| one.to.person == invited.who.id).cloned();
        let board = invited.board().map(str::to_owned);
        let part = message.as_ref().map_or(invited.who.id, |message| message.id.clone());
        slips.push(Slip { to: Some(addressee(clerk, who)?), message, part: Some(part), board });
    }
    if slips.is_empty() {
        return Err(Fault::refused(phrase!("desk-paper-nobody-invited", session = &held.session.id))
            .try_this(format!("ata schedule edit {} --invite PERSON", held.session.id)));
    }
    Ok(slips)
}

fn draft(clerk: &Clerk<'_>, kind: Kind, case: &Case, session: Option<&Session>, slip: Slip) -> Result<Draft, Fault> {
    let Slip { to, message, part, board } = slip;
    let told = match (session, &message) {
        (Some(session), Some(message)) => Some(as_told(session, message.sequence)),
        (session, _) => session.cloned(),
    };
    if let (Some(session), None) = (session, &message) {
        must_be_ahead(clerk, kind, session)?;
    }
    let plan = clerk.db.plan(case.key, &clerk.desk.lens())?;
    let written = |message: &Message| match &message.sent_at {
        Some(at) => Ok(at.clone()),
        None => clerk.db.drafted_at(message.key),
    };
    let written = message.as_ref().map(written).transpose()?.map(|at| clerk.local(&at));
    let day = clerk.day(written.as_deref());
    // The message's own number is none of the body's register of correspondence; it is in the foot.
    let number = clerk.args.number.clone().or_else(|| message.as_ref()?.reference.clone());
    let day_text = day.to_string();
    let contact = contact(clerk, case, message.as_ref())?;
    let audience = match (kind, &told) {
        (Kind::Circular, Some(session)) => {
            audience(clerk, plan.as_ref().and_then(|plan| plan.audience.clone()), session)?
        }
        (_, _) => plan.as_ref().and_then(|plan| plan.audience.clone()),
    };
    let today = clerk.desk.today();
    let confirm_by = clerk.args.confirm_by.as_ref().map(|text| typed::day(text, "--confirm-by", today)).transpose()?;
    let confirm_by = confirm_by.map(|day| day.to_string());
    let notice = Notice {
        case,
        plan: plan.as_ref(),
        // Words of the writer's own about a session that is off announce none.
        session: told.as_ref().filter(|_| message.as_ref().is_none_or(|message| message.kind != "cancellation")),
        number: number.as_deref(),
        place: clerk.city(),
        day: &day_text,
        addressee: to,
        board: board.as_deref(),
        audience: audience.as_deref(),
        signer: signer(clerk, case, message.as_ref())?,
        text: clerk.said,
        confirm_by: confirm_by.as_deref(),
        contact: contact.as_deref(),
        bring: &clerk.args.bring,
        attachments: &clerk.args.attachment,
        copies: &clerk.args.copy,
        drafted_by: clerk.args.drafted_by.as_deref(),
        message: message
            .as_ref()
            .filter(|_| clerk.said.is_none())
            .map(|message| sent(clerk, kind, message))
            .transpose()?,
    };
    let body = match kind {
        Kind::Letter => Correspondence::letter(&notice, clerk.voice),
        Kind::Circular => Correspondence::circular(&notice, clerk.voice),
        _ => Correspondence::convocation(&notice, clerk.voice),
    };
    let about = session.map_or_else(|| About::case(case), |session| About::of(case, session));
    let about = part.iter().fold(about, |about, part| about.part(part));
    let mut draft = clerk.draft(kind, &about, day, &body)?;
    if let Some(name) = notice.addressee.as_ref().filter(|_| kind != Kind::Circular).map(|to| &to.name) {
        draft.title = format!("{} · {name}", draft.title);
    }
    Ok(draft)
}

/// What a message says, as it was composed.
fn sent(clerk: &Clerk<'_>, kind: Kind, message: &Message) -> Result<Sent, Fault> {
    let text = clerk.db.outgoing(message.key)?;
    let voice = Voice::new(crate::locale::language(&text.language)?, &clerk.desk.row.country);
    let mark = if kind == Kind::Circular { "circular-subject" } else { "subject" };
    Ok(Sent { id: message.id.clone(), subject: text.subject, body: text.body, mark: voice.label(mark) })
}

/// Who signed the message; else who was asked for; else a line under the name of the group.
fn signer(clerk: &Clerk<'_>, case: &Case, message: Option<&Message>) -> Result<Signer, Fault> {
    if let Some(asked) = clerk.signers.first() {
        return Ok(asked.clone());
    }
    let signed = message.map(|message| clerk.db.signatory(message.key)).transpose()?.flatten();
    match signed {
        Some(person) => clerk.signer(person),
        None => Ok(Signer { organisation: case.group.as_ref().map(|group| group.name.clone()), ..Signer::default() }),
    }
}

/// Where attendance is confirmed: the group's address, else that of whoever signs.
fn contact(clerk: &Clerk<'_>, case: &Case, message: Option<&Message>) -> Result<Option<String>, Fault> {
    if let Some(group) = &case.group
        && let Some(email) = clerk.db.organisation(clerk.db.find_organisation(&group.id)?)?.email
    {
        return Ok(Some(email));
    }
    let signer = match (clerk.args.signed_by.first(), message) {
        (Some(asked), _) => Some(clerk.db.find_person(asked)?),
        (None, Some(message)) => clerk.db.signatory(message.key)?,
        (None, None) => None,
    };
    Ok(signer.map(|person| clerk.db.person(person)).transpose()?.and_then(|person| person.email))
}

fn addressee(clerk: &Clerk<'_>, who: Who) -> Result<Addressee, Fault> {
    Ok(match who {
        Who::Person(key) => {
            let person = clerk.db.person(key)?;
            Addressee {
                treatment: Some(clerk.voice.label("treatment")),
                name: person.name,
                post: person.post,
                organisation: person.org.map(|org| org.name),
                ..Addressee::default()
            }
        }
        Who::Organisation(key) => Addressee { name: clerk.db.organisation(key)?.name, ..Addressee::default() },
    })
}

/// For whom a circular is: as the plan says, else the bodies that are invited.
fn audience(clerk: &Clerk<'_>, planned: Option<String>, session: &Session) -> Result<Option<String>, Fault> {
    if planned.is_some() {
        return Ok(planned);
    }
    let mut names: Vec<String> = Vec::new();
    for invited in clerk.db.invited(session.key)?.into_iter().filter(|one| !one.withdrawn) {
        let name = invited.organisation.map_or(invited.who.name, |organisation| organisation.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok((!names.is_empty()).then(|| names.join(", ")))
}

/// The session as it was when a message was written: before the first change that came after it.
pub fn as_told(session: &Session, sequence: i64) -> Session {
    let mut told = session.clone();
    if let Some(later) = session.changes.iter().find(|change| change.sequence > sequence) {
        told.start.clone_from(&later.start);
        told.end.clone_from(&later.end);
        told.place.clone_from(&later.place);
        told.link.clone_from(&later.link);
    }
    told
}
