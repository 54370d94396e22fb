//! One round of notices: of the people of a session, whom a notice of some kind concerns, and what is queued for each.

use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::notify::compose::{Addressee, Composed, Composer, Occasion, Slip};
use ata_model::identity;
use ata_model::message::{Concern, SIGNED, Standing, concern};
use ata_model::register::Person;
use ata_model::session::Invited;
use ata_store::{Filed, NewMessage, StoreError, Tx, Who};
use std::collections::{HashMap, HashSet};

/// What a command has drafted so far.
#[derive(Default)]
pub struct Round {
    /// Messages that say it, drafted now or before.
    pub messages: Vec<i64>,
    pub notes: Vec<Phrase>,
    /// People (or organisations) invited, whether the notice concerns them or not.
    pub invited: usize,
    unsigned: usize,
    /// Who has no address that can be written to, however many notices they get.
    without_address: HashSet<Who>,
}

/// Somebody a notice may concern, and what they know.
struct Candidate {
    to: Addressee,
    told: Option<i64>,
    comes: bool,
    concern: Concern,
}

impl Round {
    /// Queues the notices about one session.
    ///
    /// # Errors
    /// What composing or the store says.
    pub fn add(
        &mut self,
        tx: &mut Tx<'_>,
        composer: &Composer<'_>,
        occasion: &Occasion<'_>,
        signer: Option<&Person>,
    ) -> Result<(), Fault> {
        let filed = tx.filed(occasion.session.key)?;
        let candidates = candidates(tx, occasion)?;
        self.invited += candidates.iter().filter(|one| one.comes).count();
        let mut fresh = Vec::new();
        for one in candidates.iter().filter(|one| one.concern == Concern::Tell) {
            let retractions = retractions(&filed, one.to.who);
            let key = key(occasion.kind.code(), occasion, one.to.who, retractions);
            let known = filed.get(&key);
            let id = match known {
                Some(known) if !must_change(known, &one.to, signer) => known.id,
                _ => match known.map_or_else(|| tx.message_number(&key), |known| Ok(Some(known.id)))? {
                    Some(number) => {
                        let earlier = known.and_then(|known| known.signed_by);
                        let signer = match (signer, earlier) {
                            (None, Some(earlier)) => Some(tx.person(earlier)?),
                            (given, _) => given.cloned(),
                        };
                        let slip = Slip { number, to: &one.to, signer: signer.as_ref(), told: one.told, retractions };
                        let composed = composer.compose(occasion, &slip)?;
                        let message = message(&key, composer, occasion, &slip, &composed);
                        if known.is_some() {
                            tx.requeue_message(&message)?
                        } else {
                            tx.queue_message(&message)?
                        }
                        self.count(&message);
                        fresh.push(number);
                        number
                    }
                    None => continue,
                },
            };
            self.messages.push(id);
        }
        // Who is to be told of the change already needs no reminder of it.
        let is_drafted = |who: Who| {
            let key = key("change", occasion, who, retractions(&filed, who));
            filed.get(&key).is_some_and(|one| matches!(one.state.as_str(), "queued" | "sending"))
        };
        let outdated = candidates.iter().filter(|one| one.concern == Concern::Outdated && !is_drafted(one.to.who));
        let untold = candidates.iter().filter(|one| one.concern == Concern::Untold);
        self.say(tx, occasion, &fresh, [outdated.count(), untold.count()]);
        Ok(())
    }

    fn count(&mut self, message: &NewMessage<'_>) {
        self.unsigned += usize::from(message.signed_by.is_none() && SIGNED.contains(&message.kind));
        if message.address.is_empty() {
            self.without_address.insert(message.to);
        }
    }

    /// The log's line, and what is left to be told otherwise.
    fn say(&mut self, tx: &mut Tx<'_>, occasion: &Occasion<'_>, fresh: &[i64], [outdated, untold]: [usize; 2]) {
        let (session, kind) = (&occasion.session.id, occasion.kind.code());
        match fresh {
            [] => {}
            [one] => tx.say(format!("{session} {kind} M-{one}")),
            [first, .., last] => tx.say(format!("{session} {kind} M-{first}…M-{last} ({})", fresh.len())),
        }
        for (n, phrase) in [(outdated, "notify-outdated"), (untold, "notify-untold")] {
            if n > 0 {
                self.notes.push(phrase!(phrase, n = n, session = session));
            }
        }
    }

    /// What must be said about the whole round.
    pub fn finish(mut self) -> (Vec<i64>, Vec<Phrase>) {
        if self.unsigned > 0 {
            self.notes.push(phrase!("notify-unsigned", n = self.unsigned));
        }
        if !self.without_address.is_empty() {
            self.notes.push(phrase!("notify-without-address", n = self.without_address.len()));
        }
        if self.messages.is_empty() {
            self.notes.push(phrase!("notify-nobody"));
        }
        (self.messages, self.notes)
    }
}

/// `kind:session:who:sequence`, so that the same is told once; a number more for somebody who was told not to come and is
/// invited again. A newsletter goes out once, whatever became of the date.
fn key(kind: &str, occasion: &Occasion<'_>, who: Who, retractions: i64) -> String {
    let who = match who {
        Who::Person(id) => format!("P-{id}"),
        Who::Organisation(id) => format!("O-{id}"),
    };
    let session = &occasion.session.id;
    match (kind, retractions) {
        ("newsletter", _) => format!("{kind}:{session}:{who}:0"),
        (_, 0) => format!("{kind}:{session}:{who}:{}", occasion.session.sequence),
        (_, more) => format!("{kind}:{session}:{who}:{}:{more}", occasion.session.sequence),
    }
}

/// Cancellations that reached somebody before.
fn retractions(filed: &HashMap<String, Filed>, who: Who) -> i64 {
    let sent = filed.values().filter(|one| one.kind == "cancellation" && one.state == "sent" && one.who == Some(who));
    sent.count() as i64
}

/// Must a message that has not left be composed anew? When it failed or was called back, is signed only now, or goes to an address
/// that was not known before.
fn must_change(known: &Filed, to: &Addressee, signer: Option<&Person>) -> bool {
    match known.state.as_str() {
        "failed" | "cancelled" => true,
        "queued" => (known.signed_by.is_none() && signer.is_some()) || known.address != to.address,
        _ => false,
    }
}

fn message<'a>(
    key: &'a str,
    composer: &Composer<'_>,
    occasion: &Occasion<'_>,
    slip: &Slip<'a>,
    composed: &'a Composed,
) -> NewMessage<'a> {
    NewMessage {
        id: slip.number,
        key,
        kind: occasion.kind.code(),
        case: occasion.session.case_key,
        session: Some(occasion.session.key),
        sequence: occasion.session.sequence,
        to: slip.to.who,
        name: &slip.to.name,
        address: &slip.to.address,
        language: composer.language.code(),
        subject: &composed.subject,
        body: &composed.body,
        html: &composed.html,
        ics: &composed.ics,
        signed_by: slip.signer.map(|signer| signer.key),
        referred_by: None,
    }
}

/// The invited, each with what they know; for a newsletter also the members of the boards that were invited.
fn candidates(tx: &Tx<'_>, occasion: &Occasion<'_>) -> Result<Vec<Candidate>, Fault> {
    let invited = tx.invited(occasion.session.key)?;
    let mut all: Vec<Candidate> = invited.iter().filter_map(|one| candidate(one, occasion)).collect();
    if occasion.kind.code() == "newsletter" {
        let mut boards: Vec<&str> =
            invited.iter().filter_map(|one| one.via.as_deref()?.strip_prefix("board:")).collect();
        boards.sort_unstable();
        boards.dedup();
        for board in boards {
            let board = match tx.find_board(board) {
                Err(StoreError::NotFound { .. }) => continue,
                found => found?,
            };
            for member in tx.board(board)?.members {
                let id = tx.find_person(&member.id)?;
                // Who sits on the board hears of it, invited to this session or not.
                if let Some(known) = all.iter_mut().find(|one| one.to.who == Who::Person(id)) {
                    known.concern = Concern::Tell;
                } else {
                    let person = tx.person(id)?;
                    let to = Addressee {
                        who: Who::Person(id),
                        name: person.name,
                        post: person.post,
                        org: person.org.map(|org| org.name),
                        board: None,
                        address: usable(person.email),
                    };
                    all.push(Candidate { to, told: None, comes: true, concern: Concern::Tell });
                }
            }
        }
    }
    Ok(all)
}

fn candidate(invited: &Invited, occasion: &Occasion<'_>) -> Option<Candidate> {
    let who = match (invited.person, invited.organisation_key) {
        (Some(person), _) => Who::Person(person),
        (None, organisation) => Who::Organisation(organisation?),
    };
    let standing = Standing {
        gone: occasion.is_gone(),
        withdrawn: invited.withdrawn,
        sequence: occasion.session.sequence,
        told: invited.told,
        retracted: invited.retracted,
        updated: invited.updated,
    };
    let to = Addressee {
        who,
        name: invited.who.name.clone(),
        post: Some(invited.post.clone()).filter(|post| !post.is_empty()),
        org: invited.organisation.as_ref().map(|org| org.name.clone()),
        board: invited.board().map(str::to_owned),
        address: usable(invited.email.clone()),
    };
    Some(Candidate {
        to,
        told: invited.told,
        comes: !invited.withdrawn,
        concern: concern(occasion.kind.code(), &standing),
    })
}

/// An address that mail can be sent to; empty when there is none. One with letters outside ASCII would need relays that
/// cannot be relied upon (RFC 6531), so that person waits for a call.
pub fn usable(email: Option<String>) -> String {
    email.and_then(|email| identity::email(&email).ok()).filter(|email| email.is_ascii()).unwrap_or_default()
}
