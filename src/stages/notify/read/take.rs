//! What is done with one message: whose answer it is, which message of ours it is about, or why it is left alone.

use super::Item;
use crate::error::Fault;
use crate::mail::read::{Answer, Bounce, CalendarFault, Found, Incoming, ReadError, Reason, Reply};
use ata_model::name::key;
use ata_store::{Bounced, InvitedAt, Lens, NewReply, Tx, instant};
use chrono::{DateTime, Utc};

/// Takes a message; each answer of it is an item.
///
/// # Errors
/// What the store says.
pub fn message(tx: &mut Tx<'_>, found: &Found, lens: &Lens<'_>, items: &mut Vec<Item>) -> Result<(), Fault> {
    let plain = |what| Item { place: found.place.clone(), source: found.id.clone(), what, ..Item::default() };
    match (&found.incoming, &found.id) {
        (Incoming::Replies(replies), Some(source)) => {
            for reply in replies {
                let mut item = plain("reply");
                answer(tx, reply, source, found.date, lens, &mut item)?;
                items.push(item);
            }
        }
        (Incoming::Bounce(report), Some(source)) => {
            let mut item = plain("bounce");
            bounce(tx, report, source, lens, &mut item)?;
            items.push(item);
        }
        (Incoming::Other(reason), _) => {
            let (outcome, detail) = why(reason);
            let mut item = Item { outcome: outcome.to_owned(), detail, ..plain("other") };
            if matches!(item.outcome.as_str(), "ordinary" | "automatic" | "read_receipt" | "counter") {
                about_ours(tx, &found.answers_to, &mut item)?;
            }
            items.push(item);
        }
        (_, None) => items.push(Item { outcome: "too_large".to_owned(), ..plain("other") }),
    }
    Ok(())
}

/// Names the message of ours that somebody writes about in their own words.
fn about_ours(tx: &Tx<'_>, answered: &[String], item: &mut Item) -> Result<(), Fault> {
    for id in answered {
        if let Some(key) = tx.message_by_id(id)? {
            name(tx, key, item)?;
            break;
        }
    }
    Ok(())
}

fn name(tx: &Tx<'_>, key: i64, item: &mut Item) -> Result<i64, Fault> {
    let message = tx.message(key)?;
    (item.message, item.session) = (Some(message.id), message.session);
    (item.person, item.name) = (Some(message.to.person), Some(message.to.name));
    Ok(message.case_key)
}

/// A file of a mailbox that could not be read; the others are.
pub fn unreadable(error: &ReadError) -> Item {
    let (place, detail) = match error {
        ReadError::Io { path, source } => (path, Some(source.to_string())),
        ReadError::NotAMaildir { path } => (path, None),
    };
    let place = place.display().to_string();
    Item { place, what: "other", outcome: "unreadable".to_owned(), detail, ..Item::default() }
}

fn why(reason: &Reason) -> (&'static str, Option<String>) {
    match reason {
        Reason::Empty => ("empty", None),
        Reason::TooLarge => ("too_large", None),
        Reason::NotAMessage => ("not_a_message", None),
        Reason::OutlookFile => ("outlook_file", None),
        Reason::Tnef => ("tnef", None),
        Reason::Broken(detail) => ("broken", Some(detail.clone())),
        Reason::Ordinary => ("ordinary", None),
        Reason::Automatic => ("automatic", None),
        Reason::ReadReceipt => ("read_receipt", None),
        // «Propose a new time».
        Reason::Method(method) if method == "COUNTER" => ("counter", None),
        Reason::Method(method) => ("method", Some(method.clone())),
        Reason::Calendar(fault) => (
            match fault {
                CalendarFault::NoEvent => "no_event",
                CalendarFault::NoUid => "no_uid",
                CalendarFault::NoAttendee => "no_attendee",
                CalendarFault::NoAnswer => "no_answer",
            },
            None,
        ),
        Reason::EmptyReport => ("empty_report", None),
    }
}

fn word(answer: &Answer) -> (&'static str, &str) {
    match answer {
        Answer::Accepted => ("accepted", ""),
        Answer::Declined => ("declined", ""),
        Answer::Tentative => ("tentative", ""),
        Answer::Delegated(to) => ("delegated", to.as_deref().unwrap_or_default()),
    }
}

fn answer(
    tx: &mut Tx<'_>,
    reply: &Reply,
    source: &str,
    date: Option<DateTime<Utc>>,
    lens: &Lens<'_>,
    item: &mut Item,
) -> Result<(), Fault> {
    let (said, delegate) = word(&reply.answer);
    let sender = reply.sender.as_deref().filter(|sender| *sender != reply.attendee);
    item.answer = Some(said);
    item.detail = Some(reply.attendee.clone());
    item.address = Some(reply.attendee.clone());
    item.sender = sender.map(str::to_owned);
    let left = |item: &mut Item, outcome: &str| item.outcome = outcome.to_owned();
    let Some(key) = tx.session_by_uid(&reply.uid)? else {
        left(item, "unknown_session");
        return Ok(());
    };
    let session = tx.session(key)?;
    item.session = Some(session.id.clone());
    let invited = match among(tx.invited_at(key, &reply.attendee)?, reply.name.as_deref()) {
        Ok(invited) => invited,
        Err(outcome) => {
            left(item, outcome);
            return Ok(());
        }
    };
    item.person = Some(invited.who.reference());
    item.name = Some(invited.name.clone());
    if tx.case(session.case_key, lens)?.state == "closed" {
        left(item, "closed");
        return Ok(());
    }
    // A clock that runs ahead must not make an answer outlast all later ones.
    let told = [reply.stamp, date].into_iter().flatten().find(|at| *at <= tx.stamp.at);
    let at = instant(told.unwrap_or(tx.stamp.at));
    // Without a number it answers the newest notice, unless it is older than that.
    let guessed = if at < invited.told_at { 0 } else { invited.sequence };
    let sequence = reply.sequence.unwrap_or(guessed).min(invited.sequence);
    let kept = tx.keep_reply(&NewReply {
        source,
        session: key,
        who: invited.who,
        answer: said,
        sequence,
        at: &at,
        sender: sender.unwrap_or_default(),
        delegate,
        comment: reply.comment.as_deref().unwrap_or_default(),
    })?;
    item.detail = reply.comment.clone();
    item.current = Some(sequence >= invited.sequence);
    left(item, if kept { "kept" } else { "known" });
    Ok(())
}

/// Of those invited under an address, the one who answers. An office's address serves several: then the name tells.
fn among(mut invited: Vec<InvitedAt>, name: Option<&str>) -> Result<InvitedAt, &'static str> {
    if invited.len() > 1
        && let Some(name) = name
    {
        invited.retain(|one| key(&one.name) == key(name));
        if invited.is_empty() {
            return Err("several_invited");
        }
    }
    match invited.len() {
        0 => Err("not_invited"),
        1 => Ok(invited.remove(0)),
        _ => Err("several_invited"),
    }
}

/// A report counts only when it names a message of ours by its Message-ID: anybody may write that something did not arrive.
fn bounce(tx: &mut Tx<'_>, report: &Bounce, source: &str, lens: &Lens<'_>, item: &mut Item) -> Result<(), Fault> {
    let failed = report.recipients.iter().find(|one| one.is_final());
    let first = failed.or(report.recipients.first());
    let status = first.and_then(|one| one.status.clone()).unwrap_or_default();
    let diagnostic = first.and_then(|one| one.diagnostic.clone()).unwrap_or_default();
    let words = format!("{status} {diagnostic}").trim().to_owned();
    item.detail = Some(words).filter(|words| !words.is_empty());
    item.address = first.map(|one| one.recipient.clone());
    let ours = report.message_id.as_deref().map(|id| tx.message_by_id(id)).transpose()?.flatten();
    let Some(key) = ours else {
        item.outcome = "not_ours".to_owned();
        return Ok(());
    };
    let case = name(tx, key, item)?;
    item.outcome = match failed {
        None => "not_final".to_owned(),
        Some(_) if tx.case(case, lens)?.state == "closed" => "closed".to_owned(),
        Some(_) => match tx.keep_bounce(source, key, &status, &diagnostic)? {
            Bounced::Failed => "kept",
            Bounced::Known => "known",
            Bounced::FailedBefore => "failed_before",
            Bounced::InHand => "in_hand",
            Bounced::Settled => "settled",
        }
        .to_owned(),
    };
    Ok(())
}
