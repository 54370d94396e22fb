//! What comes back: answers to invitations (iTIP REPLY, RFC 5546 §3.2.3) and reports of non-delivery (RFC 3464).
//!
//! Mailboxes hold whatever people and machines send. Everything that is neither of the two is told apart by a plain reason,
//! nothing is an error that stops the reading of the next message, and no message takes more memory than its limit allows.

mod bounce;
mod calendar;
mod property;
mod source;

pub use bounce::{Action, Bounce, Undelivered};
pub use calendar::{Answer, CalendarFault, Reply};
pub use source::{Found, Messages, ReadError, from_reader, messages};

use chrono::{DateTime, Utc};
use mailparse::{MailHeaderMap, ParsedMail};
use sha2::{Digest, Sha256};

/// Largest message that is looked into, in octets. Answers and reports to our small messages are far below it.
pub const MESSAGE_MAX: usize = 4 << 20;
/// Most lines that may be boundaries between parts: a forged message of nothing else would fill the memory.
const BOUNDARIES_MAX: usize = 2000;
/// So many messages within messages are opened.
const ATTACHED_MAX: usize = 3;
/// Most messages that one answers to.
const ANSWERED_MAX: usize = 20;
/// Longest text that is handed on: a comment, a diagnosis.
const TEXT_CHARS: usize = 1000;

/// One message, as far as it concerns invitations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// Answers to invitations: one, except from programs that put several into one message.
    Replies(Vec<Reply>),
    Bounce(Bounce),
    /// Nothing to do with it, or not to be understood.
    Other(Reason),
}

/// Why a message is neither an answer nor a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    Empty,
    /// More than [`MESSAGE_MAX`], or too many parts.
    TooLarge,
    /// It has no headers: some other kind of file.
    NotAMessage,
    /// Outlook's own `.msg` file; saved as `.eml` or sent on as an attachment it can be read.
    OutlookFile,
    /// Outlook's own wrapping (`winmail.dat`), in which the answer is hidden.
    Tnef,
    /// The headers or parts cannot be told apart; the reader's own words, in English.
    Broken(String),
    /// An ordinary message.
    Ordinary,
    /// Somebody is away, or a machine thanks for the message.
    Automatic,
    /// Tells that a message was displayed (RFC 8098), not that anybody comes.
    ReadReceipt,
    /// A calendar that is no answer: `COUNTER` proposes another time, `REQUEST` invites us.
    Method(String),
    /// An answer that lacks what makes it one.
    Calendar(CalendarFault),
    /// A report that names no recipient.
    EmptyReport,
}

/// Reads one message.
pub fn read(bytes: &[u8]) -> Incoming {
    if let Err(reason) = is_readable(bytes) {
        return Incoming::Other(reason);
    }
    match mailparse::parse_mail(bytes) {
        Ok(mail) if mail.headers.iter().any(is_header) => read_mail(&mail, ATTACHED_MAX),
        Ok(_) => Incoming::Other(Reason::NotAMessage),
        Err(error) => Incoming::Other(Reason::Broken(error.to_string())),
    }
}

/// What names a message, when it says it was sent, and which messages it answers to, the nearest first.
fn identity(bytes: &[u8]) -> (String, Option<DateTime<Utc>>, Vec<String>) {
    let headers = mailparse::parse_headers(bytes).map(|(headers, _)| headers).unwrap_or_default();
    let date = headers.get_first_value("Date").and_then(|value| mailparse::dateparse(&value).ok());
    let id = headers.get_first_value("Message-ID").and_then(|value| message_id(&value)).unwrap_or_else(|| {
        let hash = Sha256::digest(bytes);
        format!("sha256:{}", hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    });
    let named = ["In-Reply-To", "References"].into_iter().filter_map(|name| headers.get_first_value(name));
    let answered = named.flat_map(|ids| ids.split_whitespace().rev().filter_map(message_id).collect::<Vec<_>>());
    (id, date.and_then(|seconds| DateTime::from_timestamp(seconds, 0)), answered.take(ANSWERED_MAX).collect())
}

fn is_readable(bytes: &[u8]) -> Result<(), Reason> {
    const COMPOUND_FILE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Reason::Empty);
    }
    if bytes.starts_with(&COMPOUND_FILE) {
        return Err(Reason::OutlookFile);
    }
    let boundaries = bytes.split(|&byte| byte == b'\n').filter(|line| line.starts_with(b"--")).count();
    if bytes.len() > MESSAGE_MAX || boundaries > BOUNDARIES_MAX {
        return Err(Reason::TooLarge);
    }
    Ok(())
}

/// A line of any text would pass for a header with an empty value; a header of a message has a name without blanks.
fn is_header(header: &mailparse::MailHeader<'_>) -> bool {
    let key = header.get_key_raw();
    !key.is_empty() && !header.get_value_raw().is_empty() && key.iter().all(|byte| byte.is_ascii_graphic())
}

fn read_mail(mail: &ParsedMail<'_>, depth: usize) -> Incoming {
    if let Some(report) = bounce::read(mail) {
        return report.map_or(Incoming::Other(Reason::EmptyReport), Incoming::Bounce);
    }
    let sender = address(mail, "From");
    let mut why = None;
    for text in calendars(mail) {
        match calendar::replies(&text, sender.as_deref()) {
            Ok(replies) => return Incoming::Replies(replies),
            // The first calendar counts; the same one attached again only helps where the first cannot be read.
            Err(reason) => why = why.or(Some(reason)),
        }
    }
    attached(mail, depth).unwrap_or_else(|| Incoming::Other(why.unwrap_or_else(|| ordinary(mail))))
}

/// Answers and reports that somebody sends on as they came, each a message within the message.
fn attached(mail: &ParsedMail<'_>, depth: usize) -> Option<Incoming> {
    let depth = depth.checked_sub(1)?;
    let mut replies = Vec::new();
    let mut bounce = None;
    for part in mail.parts().skip(1).filter(|part| part.ctype.mimetype == "message/rfc822") {
        let Ok(bytes) = part.get_body_raw() else { continue };
        if is_readable(&bytes).is_err() {
            continue;
        }
        match mailparse::parse_mail(&bytes).map(|inner| read_mail(&inner, depth)) {
            Ok(Incoming::Replies(more)) => replies.extend(more),
            Ok(Incoming::Bounce(report)) => bounce = bounce.or(Some(report)),
            Ok(Incoming::Other(_)) | Err(_) => {}
        }
    }
    if replies.is_empty() { bounce.map(Incoming::Bounce) } else { Some(Incoming::Replies(replies)) }
}

/// The texts that are calendars: parts that say so, then files that look so.
fn calendars(mail: &ParsedMail<'_>) -> Vec<String> {
    let is_calendar = |part: &&ParsedMail<'_>| part.ctype.mimetype == "text/calendar";
    let is_file = |part: &&ParsedMail<'_>| {
        let name = part.get_content_disposition().params.get("filename").cloned();
        let name = name.or_else(|| part.ctype.params.get("name").cloned()).unwrap_or_default();
        !is_calendar(part) && (part.ctype.mimetype == "application/ics" || name.to_lowercase().ends_with(".ics"))
    };
    mail.parts().filter(is_calendar).chain(mail.parts().filter(is_file)).filter_map(text).collect()
}

/// The text of a part: UTF-8 where it is that, whatever it says of itself, else in the charset it names.
fn text(part: &ParsedMail<'_>) -> Option<String> {
    let raw = part.get_body_raw().ok()?;
    match String::from_utf8(raw) {
        Ok(text) if !text.contains('\0') => Some(text),
        _ => part.get_body().ok(),
    }
}

fn ordinary(mail: &ParsedMail<'_>) -> Reason {
    let kinds: Vec<&str> = mail.parts().map(|part| part.ctype.mimetype.as_str()).collect();
    let automatic = mail.headers.get_first_value("Auto-Submitted").is_some_and(|value| {
        let word = value.split(';').next().unwrap_or_default();
        !word.trim().is_empty() && !word.trim().eq_ignore_ascii_case("no")
    });
    if kinds.contains(&"message/disposition-notification") {
        Reason::ReadReceipt
    } else if kinds.iter().any(|kind| matches!(*kind, "application/ms-tnef" | "application/vnd.ms-tnef")) {
        Reason::Tnef
    } else if automatic || mail.headers.get_first_header("X-Autoreply").is_some() {
        Reason::Automatic
    } else {
        Reason::Ordinary
    }
}

/// The one address of a header, in lower case.
fn address(mail: &ParsedMail<'_>, header: &str) -> Option<String> {
    let header = mail.headers.get_first_header(header)?;
    let list = mailparse::addrparse_header(header).ok()?;
    let address = list.extract_single_info()?.addr;
    plain_address(&address)
}

/// An address as we keep them: lower case, without `mailto:`; none for what is no address.
fn plain_address(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['<', '>', '"']);
    let bare = match text.split_at_checked(7) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => rest,
        _ => text,
    };
    let bare = bare.split('?').next().unwrap_or_default().trim().to_lowercase();
    super::is_envelope_address(&bare).then_some(bare)
}

/// A short text for people: without controls, not longer than is useful.
fn short(text: &str) -> Option<String> {
    let line: String = super::single_line(text).chars().take(TEXT_CHARS).collect();
    Some(line).filter(|line| !line.is_empty())
}

/// A Message-ID without its angle brackets; the first, where several stand.
fn message_id(value: &str) -> Option<String> {
    let bare = match value.split_once('<') {
        Some((_, rest)) => rest.split('>').next().unwrap_or_default(),
        None => value.split_whitespace().next().unwrap_or_default(),
    };
    let is_plain = !bare.is_empty() && bare.len() <= 998 && bare.bytes().all(|byte| byte.is_ascii_graphic());
    is_plain.then(|| bare.to_owned())
}
