//! Proof of notice: who was told what, when and how, and what came of it. What stands behind «comunicada oportunamente».

use super::occasion::{Fact, fact, when_where};
use super::{Signer, Voice};
use ata_model::case::Case;
use ata_model::message::{Attempt, Message};
use ata_model::session::Session;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticeProof {
    pub facts: Vec<Fact>,
    pub rows: Vec<Line>,
    /// Who attests it.
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub id: String,
    pub kind: String,
    /// The session it was about; none for what is about the case.
    pub session: Option<String>,
    /// Its day and hours, as they were announced.
    pub when: Option<String>,
    pub name: String,
    pub address: Option<String>,
    pub channel: String,
    pub state: String,
    pub sent: Option<String>,
    /// Identification of the e-mail, or radicado of the letter.
    pub proof: String,
    /// Each try, ready to print.
    pub attempts: Vec<String>,
}

/// A message and its tries. Instants carry the offset they are to be shown in.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    pub message: &'a Message,
    /// The session as it was when the message was written.
    pub session: Option<Session>,
    pub attempts: Vec<Attempt>,
}

impl NoticeProof {
    pub fn new(
        case: &Case,
        session: Option<&Session>,
        told: &[Told<'_>],
        signers: Vec<Signer>,
        voice: &Voice,
    ) -> NoticeProof {
        let sent = told.iter().filter(|one| one.message.state == "sent").count();
        let mut facts: Vec<Fact> = fact(voice, "topic", Some(case.title.clone())).into_iter().collect();
        facts.extend(fact(voice, "case", Some(case.id.clone())));
        facts.extend(session.map_or_else(Vec::new, |session| when_where(session, voice)));
        facts.extend(fact(voice, "told", Some(format!("{sent} / {}", told.len()))));
        NoticeProof { facts, rows: told.iter().map(|one| line(one, voice)).collect(), signers }
    }
}

fn line(told: &Told<'_>, voice: &Voice) -> Line {
    let message = told.message;
    let attempt = |attempt: &Attempt| {
        let outcome = voice.term("call", &attempt.outcome);
        let detail = attempt.detail.as_deref().map_or_else(String::new, |detail| format!(": {detail}"));
        format!("{} {outcome}{detail}", voice.day_and_clock(&attempt.at))
    };
    Line {
        id: message.id.clone(),
        kind: voice.term("notice", &message.kind),
        session: told.session.as_ref().map(|session| session.id.clone()),
        when: told.session.as_ref().map(|session| voice.span(&session.start, &session.end)),
        name: message.to.name.clone(),
        address: reached_at(message),
        channel: voice.term("channel", &message.channel),
        state: voice.term("message", &message.state),
        sent: message.sent_at.as_ref().map(|at| voice.day_and_clock(at)),
        proof: message.reference.clone().unwrap_or_else(|| message.message_id.clone()),
        attempts: told.attempts.iter().map(attempt).collect(),
    }
}

/// The address or the number a message went to. A letter that was handed goes to neither.
fn reached_at(message: &Message) -> Option<String> {
    let to = &message.to;
    match message.channel.as_str() {
        "letter" => None,
        _ => to.address.clone().or_else(|| to.phone.clone()),
    }
}
