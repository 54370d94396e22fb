//! Drafting: one message for each person (or organisation without persons) and session, queued and not yet told.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Phrase;
use crate::mail::language::{Language, date_long};
use crate::mail::notice::{Agreement, AttendanceBrief, DocumentBrief, NoticeKind};
use crate::phrase;
use crate::stages::notify::compose::{Composer, Occasion};
use crate::stages::notify::ledger::{self, Ledger};
use crate::stages::notify::round::Round;
use crate::stages::notify::sender;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::attendance::Attendance;
use ata_model::case::Case;
use ata_model::control::{SessionFacts, unsayable};
use ata_model::document::Document;
use ata_model::message::KINDS;
use ata_model::name::fold;
use ata_model::op::Op;
use ata_model::reference::{Part, Reference};
use ata_model::register::Person;
use ata_model::session::Session;
use ata_store::{CommitmentFilter, Lens, SessionFilter, Tx};
use chrono::NaiveDate;
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub struct Draft {
    /// Cases (all their sessions) or sessions
    #[arg(required = true, value_name = "CASE|SESSION")]
    target: Vec<String>,
    /// What it is
    #[arg(long = "as", value_name = "KIND", value_parser = PossibleValuesParser::new(KINDS))]
    kind: String,
    /// Who signs it; an official notice is not sent without
    #[arg(long, value_name = "PERSON")]
    signed_by: Option<String>,
    /// A file with words of your own for the main text
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Address it comes from when neither the signatory nor the group has one (else ATA_FROM)
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,
}

/// The same notice drafted twice is one; a second time with a signatory signs what was unsigned.
pub fn run(args: &Draft, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let row = desk.row.clone();
    let kind = NoticeKind::parse(&args.kind).ok_or_else(|| Fault::usage(phrase!("notify-kind", value = &args.kind)))?;
    let from = sender::given(args.from.as_ref(), &desk.store)?;
    let extra = args.text.as_ref().map(|path| env.read_text(path)).transpose()?;
    let extra = extra.map(|text| typed::text(&text)).filter(|text| !text.is_empty());
    let (store, lens, stamp) = desk.split();
    let composer = Composer::new(store, &row, stamp, extra, from)?;
    let outcome = store.transact(Op::NotifyDraft, stamp, |tx| -> Result<_, Fault> {
        let signer = args.signed_by.as_ref().map(|text| tx.find_person(text)).transpose()?;
        let signer = signer.map(|id| tx.person(id)).transpose()?;
        let mut round = Round::default();
        for text in &args.target {
            let (case, sessions) = target(tx, text, kind, &lens)?;
            draft_case(tx, &mut round, &composer, kind, &case, &sessions, signer.as_ref())?;
        }
        let (ids, notes) = round.finish();
        let messages = ids.into_iter().map(|id| tx.message(id)).collect::<Result<Vec<_>, _>>()?;
        Ok((messages, notes))
    })?;
    let (messages, notes) = outcome.value;
    Ok(Answer::of(Ledger::changed(messages, outcome.changed, env), ledger::page).notes(notes))
}

/// The case, and those of its sessions the notice can be about.
fn target(tx: &mut Tx<'_>, text: &str, kind: NoticeKind, lens: &Lens<'_>) -> Result<(Case, Vec<Session>), Fault> {
    let is_session = matches!(Reference::parse(text, lens.prefix), Some(Reference::Part(_, Part::Session, _)));
    let only = if is_session { Some(tx.session(tx.find_session(text)?)?) } else { None };
    let key = only.as_ref().map_or_else(|| tx.find_case(text), |session| Ok(session.case_key))?;
    let case = tx.case(key, lens)?;
    // People may still have to learn that a case was given up.
    if !(kind == NoticeKind::Cancellation && case.state == "cancelled") {
        must_be_open(&case)?;
    }
    tx.drop_stale(Some(key))?;
    let now = tx.stamp.instant();
    if let Some(session) = only {
        return match kind {
            NoticeKind::Cancellation => Ok((case, vec![session])),
            _ if session.state == "cancelled" => {
                Err(Fault::refused(phrase!("notify-cancelled", session = &session.id))
                    .try_this(format!("ata notify draft {} --as cancellation --signed-by PERSON", session.id)))
            }
            NoticeKind::Newsletter if session.start_at > now => {
                Err(Fault::refused(phrase!("notify-not-held", session = &session.id)))
            }
            _ => Ok((case, vec![session])),
        };
    }
    let all = tx.sessions(&SessionFilter { case: Some(key), ..SessionFilter::default() })?;
    let fits = |session: &Session| match kind {
        NoticeKind::Cancellation => true,
        NoticeKind::Newsletter => session.state != "cancelled" && session.start_at <= now,
        NoticeKind::Change => session.state != "cancelled",
        _ => !matches!(session.state.as_str(), "cancelled" | "held"),
    };
    let sessions: Vec<Session> = all.into_iter().filter(fits).collect();
    if sessions.is_empty() && invites(kind) {
        return Err(Fault::refused(phrase!("notify-no-sessions", case = &case.id))
            .try_this(format!("ata schedule add {} --start \"YYYY-MM-DD HH:MM\" --duration 3h", case.id)));
    }
    Ok((case, sessions))
}

fn invites(kind: NoticeKind) -> bool {
    matches!(kind, NoticeKind::Convocation | NoticeKind::Letter | NoticeKind::Circular)
}

fn draft_case(
    tx: &mut Tx<'_>,
    round: &mut Round,
    composer: &Composer<'_>,
    kind: NoticeKind,
    case: &Case,
    sessions: &[Session],
    signer: Option<&Person>,
) -> Result<(), Fault> {
    if invites(kind) || kind == NoticeKind::Change {
        must_be_sayable(case, sessions)?;
    }
    let plan = tx.plan_brief(case.key)?;
    let group = case.group.as_ref().map(|group| tx.find_organisation(&group.id)).transpose()?;
    let group = group.map(|id| tx.organisation(id)).transpose()?;
    let before = round.invited;
    for session in sessions {
        let mut occasion = Occasion {
            kind,
            case,
            session,
            plan: &plan,
            group: group.as_ref(),
            agreements: Vec::new(),
            attendance: None,
            documents: Vec::new(),
        };
        if kind == NoticeKind::Newsletter {
            occasion.agreements = agreements(tx, session, composer.language)?;
            occasion.attendance = attendance(tx, session)?;
            occasion.documents = documents(tx, session)?;
        }
        if kind != NoticeKind::Newsletter && session.end_at <= tx.stamp.instant() {
            round.notes.push(phrase!("notify-past", session = &session.id));
        }
        let invited = round.invited;
        round.add(tx, composer, &occasion, signer)?;
        if invites(kind) && round.invited == invited {
            round.notes.push(phrase!("notify-nobody-invited", session = &session.id));
        }
    }
    if invites(kind) && round.invited == before {
        let session = sessions.first().map_or(case.id.as_str(), |session| session.id.as_str());
        return Err(Fault::refused(phrase!("notify-nobody-invited", session = session))
            .try_this(format!("ata schedule edit {session} --invite PERSON")));
    }
    Ok(())
}

/// A written notice says agenda, place and date (source 002, activity 4).
fn must_be_sayable(case: &Case, sessions: &[Session]) -> Result<(), Fault> {
    let facts = |session: &Session| SessionFacts {
        id: session.id.clone(),
        has_place_or_link: session.place.is_some() || session.link.is_some(),
        has_agenda: !session.agenda.is_empty(),
        ..SessionFacts::default()
    };
    let missing: Vec<_> = sessions.iter().flat_map(|session| unsayable(&case.id, &facts(session))).collect();
    let Some(first) = missing.first() else { return Ok(()) };
    let mut fault = Fault::refused(phrase!("notify-unsayable", case = &case.id)).try_this(&first.hint);
    for one in &missing {
        let meaning = crate::locale::Arg::Word(format!("term-control-{}", one.control.code().replace('_', "-")));
        let text: Phrase =
            phrase!("error-missing-one", control = one.control.code(), meaning = meaning, hint = &one.hint);
        fault = fault.detail(text, json!({"control": one.control, "hint": one.hint, "waivable": one.waivable}));
    }
    Err(fault)
}

fn agreements(tx: &Tx<'_>, session: &Session, language: Language) -> Result<Vec<Agreement>, Fault> {
    let filter = CommitmentFilter { session: Some(session.key), ..CommitmentFilter::default() };
    let long = |due: String| due.parse::<NaiveDate>().map_or(due, |day| date_long(language, day));
    let found = tx.commitments(&filter, tx.stamp.today)?.into_iter();
    Ok(found.map(|one| Agreement { text: one.text, owner: one.owner.name, due: Some(long(one.due)) }).collect())
}

/// How many came, and from where; none where attendance was not noted.
fn attendance(tx: &Tx<'_>, session: &Session) -> Result<Option<AttendanceBrief>, Fault> {
    let roster = tx.roster(session.key)?;
    let present = |row: &&Attendance| matches!(row.status.as_deref(), Some("present" | "late"));
    let mut organisations: Vec<String> =
        roster.iter().filter(present).filter_map(|row| row.person.organisation.clone()).collect();
    organisations.sort_by_key(|name| fold(name));
    organisations.dedup();
    let noted = roster.iter().any(|row| row.status.is_some());
    let invited = roster.iter().filter(|row| row.invited).count();
    Ok(noted.then(|| AttendanceBrief { present: roster.iter().filter(present).count(), invited, organisations }))
}

/// What the session left on paper. Attendance sheets and answers are for the file, not for everybody.
fn documents(tx: &Tx<'_>, session: &Session) -> Result<Vec<DocumentBrief>, Fault> {
    let of_session = |one: &Document| {
        one.session.as_deref() == Some(&session.id)
            && one.replaced_by.is_none()
            && !PRIVATE.contains(&one.kind.as_str())
    };
    let found = tx.documents_of(session.case_key)?.into_iter().filter(of_session);
    Ok(found.map(|one| DocumentBrief { reference: one.id, title: one.title }).collect())
}

/// Documents that name who was there, or hold what people answered.
const PRIVATE: &[&str] = &[
    "attendance_sheet",
    "meeting_register",
    "meeting_register_differential",
    "assistance_register",
    "evaluation_form",
];
