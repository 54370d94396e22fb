//! Telling by other means: a call, a letter handed over; and deciding what became of a message whose fate is unknown.

use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::stages::notify::ledger::{self, Ledger};
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::control::Control;
use ata_model::message::{CALL_OUTCOMES, Message, SIGNED};
use ata_model::op::Op;
use ata_model::reference::Reference;
use ata_model::session::{Session, local};
use ata_model::stage::Stage;
use ata_store::{Contact, Filed, Lens, Tx, Who, instant};
use chrono::{NaiveTime, TimeZone, Utc};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Call {
    /// The session
    session: String,
    /// Who was called (an organisation that was invited itself also)
    #[arg(long, value_name = "PERSON")]
    person: String,
    /// What came of it
    #[arg(long, value_parser = PossibleValuesParser::new(CALL_OUTCOMES))]
    outcome: String,
    /// What was said
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

#[derive(Args)]
pub struct Handed {
    /// Messages
    #[arg(required = true, value_name = "M-N")]
    message: Vec<String>,
    /// Filing number of the letter
    #[arg(long = "ref", value_name = "NUMBER")]
    reference: String,
    /// Day it was handed over (else today)
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Args)]
pub struct Resolve {
    /// Messages whose fate is unknown, that failed, or that wait for their next try; a case stands for all of its that are in doubt
    #[arg(required = true, num_args = 1.., value_name = "M-N|CASE")]
    message: Vec<String>,
    /// What became of them; queued sends them (again) with the next ata notify send
    #[arg(value_parser = PossibleValuesParser::new(["sent", "failed", "queued"]))]
    outcome: String,
}

/// A call tells everything that is drafted for that person about the session; the same call said twice is one.
pub fn call(args: &Call, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let note = typed::maybe_line(args.note.as_ref(), "--note")?;
    let reached = args.outcome == "reached";
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NotifyCall, stamp, |tx| -> Result<_, Fault> {
        let session = tx.session(tx.find_session(&args.session)?)?;
        let who = tx.find_who(&args.person)?;
        may_tell(tx, session.case_key, &lens)?;
        tx.drop_stale(Some(session.case_key))?;
        let filed = tx.filed(session.key)?;
        let mut theirs: Vec<&Filed> = filed
            .values()
            .filter(|one| one.who == Some(who) && can_be_told(&one.kind) && one.state != "cancelled")
            .collect();
        theirs.sort_by_key(|one| one.id);
        if theirs.is_empty() {
            return Err(not_drafted(tx, &session.id, session.key, who)?);
        }
        let is_under_way = |one: &&Filed| matches!(one.state.as_str(), "queued" | "failed" | "uncertain" | "sending");
        if !theirs.iter().any(is_under_way) {
            must_know(tx, &session, who)?;
        }
        let open: Vec<i64> = theirs
            .iter()
            .filter(|one| matches!(one.state.as_str(), "queued" | "failed" | "uncertain"))
            .map(|one| one.id)
            .collect();
        for id in &open {
            let message = tx.message(*id)?;
            must_be_signed(&message, &lens)?;
            let at = tx.stamp.instant();
            let said_before = tx.attempts(*id)?.last().is_some_and(|last| {
                last.at == local(&at, lens.zone)
                    && last.outcome == args.outcome
                    && last.detail.as_deref().unwrap_or_default() == note
            });
            if said_before {
                continue;
            }
            let contact = Contact {
                state: if reached { "sent" } else { &message.state },
                channel: "phone",
                outcome: &args.outcome,
                detail: &note,
                sent_at: if reached { &at } else { "" },
                error: if reached { "" } else { message.error.as_deref().unwrap_or_default() },
                reference: "",
            };
            tx.contact(*id, &contact)?;
            tx.say(format!("{} {} {}", session.id, message.id, args.outcome));
        }
        let shown = if open.is_empty() { theirs.iter().map(|one| one.id).collect() } else { open };
        Ok(shown.into_iter().map(|id| tx.message(id)).collect::<Result<Vec<_>, _>>()?)
    })?;
    // A number that is somebody else's is called again and again.
    let wrong = outcome.value.first().filter(|_| outcome.changed && args.outcome == "wrong-number");
    let wrong = wrong.map(|message| message.to.person.clone()).filter(|person| person.starts_with("P-"));
    let told_already = !outcome.changed && outcome.value.iter().all(|message| message.state == "sent");
    let answer = Answer::of(Ledger::changed(outcome.value, outcome.changed, env), ledger::page)
        .notes(wrong.map(|person| phrase!("notify-wrong-number", person = person)));
    Ok(if told_already { answer.note(phrase!("notify-told-already")) } else { answer })
}

/// What is said about a session to those concerned by it may be said by telephone.
fn can_be_told(kind: &str) -> bool {
    SIGNED.contains(&kind) || kind == "newsletter"
}

/// Nothing is drafted for whoever was called: because they are not invited, or because nobody drafted it.
fn not_drafted(tx: &Tx<'_>, session: &str, key: i64, who: Who) -> Result<Fault, Fault> {
    let id = who.reference();
    let is_invited = tx.invited(key)?.iter().any(|one| one.who.id == id);
    Ok(if is_invited {
        Fault::refused(phrase!("notify-not-drafted", person = &id, session = session))
            .try_this(format!("ata notify draft {session} --as convocation --signed-by PERSON"))
    } else {
        Fault::refused(phrase!("notify-not-invited", person = &id, session = session))
            .try_this(format!("ata schedule edit {session} --invite {id}"))
    })
}

/// Whoever was told of what is no longer so, and for whom nothing else is drafted, has not been told already.
fn must_know(tx: &Tx<'_>, session: &Session, who: Who) -> Result<(), Fault> {
    let invited = tx.invited(session.key)?.into_iter().find(|one| one.who.id == who.reference());
    let kind = invited.and_then(|one| one.needs(session.sequence, session.state == "cancelled"));
    kind.map_or(Ok(()), |kind| {
        let phrase = phrase!("notify-not-drafted", person = who.reference(), session = &session.id);
        Err(Fault::refused(phrase).try_this(format!("ata notify draft {} --as {kind} --signed-by PERSON", session.id)))
    })
}

/// People are told of open cases, and of cancelled ones that they are cancelled.
fn may_tell(tx: &Tx<'_>, case: i64, lens: &Lens<'_>) -> Result<(), Fault> {
    let case = tx.case(case, lens)?;
    if case.state == "cancelled" { Ok(()) } else { must_be_open(&case) }
}

fn must_be_signed(message: &Message, lens: &Lens<'_>) -> Result<(), Fault> {
    let applies = lens.profile.controls(Stage::Notify).iter().any(|rule| rule.name == Control::Signed);
    if !applies || message.signed_by.is_some() || !SIGNED.contains(&message.kind.as_str()) {
        return Ok(());
    }
    let about = message.session.as_ref().unwrap_or(&message.case);
    Err(Fault::refused(phrase!("notify-must-sign", message = &message.id))
        .try_this(format!("ata notify draft {about} --as {} --signed-by PERSON", message.kind)))
}

/// A letter handed over, with its filing number.
pub fn handed(args: &Handed, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reference = typed::line(&args.reference, "--ref")?;
    let today = desk.today();
    let on = args.on.as_ref().map_or(Ok(today), |text| typed::day(text, "--on", today))?;
    if on > today {
        return Err(Fault::usage(phrase!("notify-handed-later", day = on.to_string())));
    }
    let now = desk.stamp.instant();
    // The hour of another day is not known: noon keeps the day in every zone of the region.
    let noon = on.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    let noon = desk.zone().from_local_datetime(&noon).earliest().map(|at| instant(at.with_timezone(&Utc)));
    let sent_at = if on == today { now } else { noon.unwrap_or(now) };
    let day_of = |at: &str, zone: &str| local(at, zone).get(..10).unwrap_or(at).to_owned();
    let zone = desk.row.zone.clone();
    let mut notes = Vec::new();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NotifyHanded, stamp, |tx| -> Result<_, Fault> {
        let contact = Contact {
            state: "sent",
            channel: "letter",
            outcome: "handed",
            detail: &reference,
            sent_at: &sent_at,
            error: "",
            reference: &reference,
        };
        let mut messages = Vec::new();
        for id in typed::each(&args.message, |text| tx.find_message(text))? {
            let message = tx.message(id)?;
            if message.state != "sent" || message.reference.as_deref() != Some(reference.as_str()) {
                may_tell(tx, message.case_key, &lens)?;
                must_wait(&message)?;
                must_be_signed(&message, &lens)?;
                let drafted = day_of(&tx.drafted_at(id)?, &zone);
                if on.to_string() < drafted {
                    let day = on.to_string();
                    let phrase = phrase!("notify-handed-before", message = &message.id, day = day, drafted = &drafted);
                    let reference = typed::word(&reference);
                    let again = format!("ata notify handed {} --ref {reference} --on {drafted}", message.id);
                    return Err(Fault::refused(phrase).try_this(again));
                }
                tx.contact(id, &contact)?;
                tx.say(format!("{} {reference}", message.id));
            } else if args.on.is_some() {
                let day = message.sent_at.as_deref().map(|at| day_of(at, &zone)).unwrap_or_default();
                if day != on.to_string() {
                    notes.push(phrase!(
                        "notify-handed-known",
                        message = &message.id,
                        day = day,
                        reference = &reference
                    ));
                }
            }
            messages.push(tx.message(id)?);
        }
        Ok(messages)
    })?;
    Ok(Answer::table_of(outcome.value, outcome.changed, env, ledger::table).notes(notes))
}

/// What was told, called back or is on its way cannot be handed over.
fn must_wait(message: &Message) -> Result<(), Fault> {
    let key = match message.state.as_str() {
        "queued" | "failed" | "uncertain" => return Ok(()),
        state => format!("notify-is-{state}"),
    };
    let fault = Fault::refused(phrase!(key, message = &message.id));
    Err(match message.state.as_str() {
        "sending" => fault.try_this(format!("ata notify resolve {} sent|failed", message.id)),
        _ => fault.try_this(format!("ata notify preview {}", message.id)),
    })
}

/// A person says what became of messages that were on their way when something went wrong.
pub fn resolve(args: &Resolve, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NotifyResolve, stamp, |tx| -> Result<_, Fault> {
        let mut messages = Vec::new();
        for text in &args.message {
            for message in in_doubt(tx, text)? {
                if message.state != args.outcome || message.due.is_some() {
                    may_tell(tx, message.case_key, &lens)?;
                    decide(tx, &message, &args.outcome)?;
                }
                messages.push(tx.message(message.key)?);
            }
        }
        Ok(messages)
    })?;
    Ok(Answer::table_of(outcome.value, outcome.changed, env, ledger::table))
}

/// A message, or those of a case of which nobody knows the fate.
fn in_doubt(tx: &Tx<'_>, text: &str) -> Result<Vec<Message>, Fault> {
    if matches!(Reference::parse(text, ""), Some(Reference::Message(_))) {
        return Ok(vec![tx.message(tx.find_message(text)?)?]);
    }
    Ok(tx.messages(Some(tx.find_case(text)?), Some("uncertain"))?)
}

/// What was on its way or is in doubt may have arrived or not; what failed or waits for its next try may be sent now.
fn decide(tx: &mut Tx<'_>, message: &Message, outcome: &str) -> Result<(), Fault> {
    let again = outcome == "queued";
    let may = match message.state.as_str() {
        "sending" | "uncertain" => true,
        "failed" | "queued" => again && message.channel == "email",
        _ => false,
    };
    if !may {
        return Err(Fault::new(Kind::Refused, phrase!("notify-not-uncertain", message = &message.id))
            .try_this("ata notify outbox --state uncertain"));
    }
    tx.say(format!("{} {outcome}", message.id));
    if again {
        return Ok(tx.send_again(message.key)?);
    }
    let at = tx.stamp.instant();
    let sent = outcome == "sent";
    let contact = Contact {
        state: outcome,
        channel: &message.channel,
        outcome,
        detail: &tx.stamp.by.clone(),
        sent_at: if sent { &at } else { "" },
        error: if sent { "" } else { "declared" },
        reference: "",
    };
    Ok(tx.contact(message.key, &contact)?)
}
