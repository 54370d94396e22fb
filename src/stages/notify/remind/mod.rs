//! Reminders, for cron: what is due by the profile's rules, one digest for each recipient, each reminder once however often this
//! runs. What waits in the outbox from an earlier run is brought up to date, so that nothing old is said.

mod digest;
mod page;

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::stages::notify::report::Report;
use crate::stages::notify::round::usable;
use crate::stages::notify::send;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::reminder::{Digest, Due, Reminder, digests, due};
use ata_store::{PendingDigest, ReminderDay, Tx, Who};
use clap::Args;
use digest::{Slip, Writer};
use serde::Serialize;

#[derive(Args)]
pub struct Remind {
    /// Send the digests now (else they wait in the outbox)
    #[arg(long)]
    send: bool,
    /// Where e-mail goes: maildir:DIR, smtp://USER@HOST:PORT, smtps://…, sendmail (else ATA_VIA, else ata notify via)
    #[arg(long, value_name = "WAY", requires = "send")]
    via: Option<String>,
    /// Address to come from when the group has none (else ATA_FROM)
    #[arg(long, value_name = "ADDRESS", requires = "send")]
    from: Option<String>,
    /// Leave out what should have been said longer ago than this
    #[arg(long, value_name = "DAYS", default_value = "7d", value_parser = days)]
    max_late: u32,
}

/// `2d`, or the number alone.
fn days(text: &str) -> Result<u32, String> {
    let number = text.trim().strip_suffix('d').unwrap_or(text.trim());
    number.parse().ok().filter(|days| *days <= 365).ok_or_else(String::new)
}

/// What one recipient is told.
#[derive(Serialize)]
struct Told {
    person: String,
    name: String,
    address: Option<String>,
    /// None for somebody without an address, who is not written to.
    message: Option<String>,
    state: Option<String>,
    reminders: Vec<Reminder>,
    #[serde(skip)]
    key: Option<i64>,
}

#[derive(Serialize)]
struct Reminded {
    items: Vec<Told>,
    total: usize,
    /// In all digests.
    reminders: usize,
    /// Recipients without an address: nobody writes to them, somebody may call.
    unreachable: Vec<Told>,
    too_late: Vec<Reminder>,
    /// Digests that said nothing true any more and were called back.
    called_back: usize,
    sending: Option<Report>,
    /// Another run was at it; this one left it alone.
    busy: bool,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

pub fn run(args: &Remind, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let mut reminded = match draft(args, &mut desk, env) {
        Err(fault) if fault.kind == Kind::Busy => return Ok(answer(Reminded { busy: true, ..nothing(env) })),
        drafted => drafted?,
    };
    if args.send && !env.globals.dry_run {
        match send::kind("reminder", args.via.as_ref(), args.from.as_ref(), &mut desk, env) {
            // Whoever holds the way out sends what waits too.
            Err(fault) if fault.kind == Kind::Busy => reminded.busy = true,
            Err(fault) => return Err(fault),
            Ok(report) => {
                reminded.changed |= report.has_changed();
                reminded.sending = Some(report);
            }
        }
        for told in &mut reminded.items {
            told.state = told.key.map(|key| desk.store.message(key)).transpose()?.map(|message| message.state);
        }
    }
    Ok(answer(reminded))
}

fn answer(reminded: Reminded) -> Answer {
    let mut notes = Vec::new();
    if reminded.busy {
        notes.push(phrase!("notify-remind-busy"));
    }
    if !reminded.too_late.is_empty() {
        notes.push(phrase!("notify-remind-late", n = reminded.too_late.len()));
    }
    if !reminded.unreachable.is_empty() {
        notes.push(phrase!("notify-remind-unreachable", n = reminded.unreachable.len()));
    }
    let undelivered = reminded.sending.as_ref().is_some_and(Report::undelivered);
    notes.extend(reminded.sending.as_ref().and_then(Report::senderless));
    notes.extend(reminded.sending.iter().flat_map(|sending| sending.faults("notify-remind-undelivered")));
    let answer = Answer::of(reminded, page::page).notes(notes);
    if undelivered { answer.exit(Kind::Undelivered.exit()) } else { answer }
}

/// Brings the outbox up to what is due now.
fn draft(args: &Remind, desk: &mut Desk, env: &Env) -> Result<Reminded, Fault> {
    let row = desk.row.clone();
    let zone = desk.zone();
    let today = desk.today();
    let rules = row.profile.reminders.clone();
    let (store, _, stamp) = desk.split();
    let day = ReminderDay { rules: &rules, now: stamp.at, today, max_late: args.max_late };
    let max_late = Some(args.max_late);
    let outcome = store.transact(Op::NotifyRemind, stamp, |tx| -> Result<Reminded, Fault> {
        let Due { mut reminders, too_late } = due(&tx.reminder_facts(&day)?, &rules, day.now, zone, max_late);
        let mut open = Vec::with_capacity(reminders.len());
        for one in reminders.drain(..) {
            if !tx.is_reminded(&one.key)? {
                open.push(one);
            }
        }
        let mut late = Vec::new();
        for one in too_late {
            if !tx.is_reminded(&one.key)? {
                late.push(one);
            }
        }
        let mut pending = tx.pending_digests()?;
        if open.is_empty() && pending.is_empty() {
            return Ok(Reminded { too_late: late, ..nothing(env) });
        }
        let writer = Writer::new(tx, &row)?;
        let mut reminded = Reminded { too_late: late, ..nothing(env) };
        for digest in digests(open) {
            let address = usable(digest.recipient.address.clone());
            if address.is_empty() {
                reminded.unreachable.push(told(digest, None));
                continue;
            }
            let message = put(tx, &writer, &digest, &address, &mut pending)?;
            reminded.reminders += digest.reminders.len();
            reminded.items.push(told(digest, Some(message)));
        }
        // What nobody is reminded of any more: a session that moved, a commitment that was met.
        for stale in &pending {
            tx.call_back_digest(stale.id)?;
            tx.say(format!("−M-{}", stale.id));
            reminded.called_back += 1;
        }
        reminded.total = reminded.items.len();
        sum_up(tx, &reminded);
        Ok(reminded)
    })?;
    let mut reminded = outcome.value;
    reminded.changed = outcome.changed;
    Ok(reminded)
}

fn nothing(env: &Env) -> Reminded {
    Reminded {
        items: Vec::new(),
        total: 0,
        reminders: 0,
        unreachable: Vec::new(),
        too_late: Vec::new(),
        called_back: 0,
        sending: None,
        busy: false,
        changed: false,
        dry_run: env.globals.dry_run,
    }
}

fn told(digest: Digest, message: Option<i64>) -> Told {
    let recipient = digest.recipient;
    Told {
        person: recipient.person,
        name: recipient.name,
        address: recipient.address,
        message: message.map(|id| format!("M-{id}")),
        state: message.map(|_| "queued".to_owned()),
        reminders: digest.reminders,
        key: message,
    }
}

/// Queues a digest; one that waits for the same recipient is brought up to date, and left alone when it says the same.
fn put(
    tx: &mut Tx<'_>,
    writer: &Writer,
    digest: &Digest,
    address: &str,
    pending: &mut Vec<PendingDigest>,
) -> Result<i64, Fault> {
    let who: Who = tx.find_who(&digest.recipient.person)?;
    let waiting = pending.iter().position(|one| one.who == who).map(|at| pending.remove(at));
    let called_back = if waiting.is_some() { None } else { tx.called_back(&digest.key())? };
    let known = waiting.as_ref().map(|one| one.id).or(called_back);
    // The same first reminder may have named a digest before, of which others were said meanwhile.
    let key = tx.digest_key(&digest.key())?;
    let number = match known {
        Some(id) => id,
        None => tx.message_number(&key)?.ok_or_else(|| digest::twice(&key))?,
    };
    let composed = writer.compose(tx, digest, number)?;
    let mut keys: Vec<&String> = digest.reminders.iter().map(|one| &one.key).collect();
    keys.sort();
    let same = waiting.as_ref().is_some_and(|one| {
        one.keys.iter().eq(keys.iter().copied())
            && (&one.subject, &one.body, one.address.as_str()) == (&composed.subject, &composed.body, address)
    });
    if !same {
        let slip =
            Slip { number, key: &key, to: who, name: &digest.recipient.name, address, is_known: known.is_some() };
        writer.queue(tx, &slip, &composed)?;
        tx.note_reminders(number, &digest.reminders)?;
    }
    Ok(number)
}

/// One line in the log for all of them.
fn sum_up(tx: &mut Tx<'_>, reminded: &Reminded) {
    let ids: Vec<&str> = reminded.items.iter().filter_map(|one| one.message.as_deref()).collect();
    let which = match ids[..] {
        [] => String::new(),
        [one] => one.to_owned(),
        [first, .., last] => format!("{first}…{last} ({})", ids.len()),
    };
    let back = if reminded.called_back > 0 { format!(" −{}", reminded.called_back) } else { String::new() };
    tx.sum_up(format!("{which}{back}").trim());
}
