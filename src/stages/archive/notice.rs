//! A message as a text file of the package: to whom, how and when, and what it said.

use crate::error::Fault;
use crate::locale::Words;
use ata_model::message::Message;
use ata_store::Db;

/// The text of a message, under a heading in the words given.
///
/// # Errors
/// What the store says.
pub fn text(db: &Db, message: &Message, words: &Words) -> Result<String, Fault> {
    let (subject, body, _) = db.message_text(message.key)?;
    let address = message.to.address.clone().unwrap_or_default();
    let facts = [
        ("message", message.id.clone()),
        ("kind", words.term("notice", &message.kind)),
        ("session", message.session.clone().unwrap_or_default()),
        ("to", message.to.name.clone()),
        ("address", address),
        ("channel", words.term("channel", &message.channel)),
        ("state", words.term("message", &message.state)),
        ("sent_at", message.sent_at.clone().unwrap_or_default()),
        ("reference", message.reference.clone().unwrap_or_default()),
        ("subject", subject),
    ];
    let known = facts.iter().filter(|(_, value)| !value.is_empty());
    let head: String = known.map(|(key, value)| format!("{}: {value}\n", words.term("column", key))).collect();
    let mut text = format!("{head}\n{}", body.trim_end());
    for one in db.attempts(message.key)? {
        let detail = one.detail.map(|detail| format!(" · {detail}")).unwrap_or_default();
        let (channel, outcome) = (words.term("channel", &one.channel), words.term("call", &one.outcome));
        text.push_str(&format!("\n\n{} · {channel} · {outcome}{detail}", one.at));
    }
    text.push('\n');
    Ok(text)
}
