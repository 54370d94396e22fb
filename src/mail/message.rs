//! A notice as an e-mail (RFC 5322, MIME, and iMIP RFC 6047 for the calendar in it).
//!
//! The same letter gives the same bytes: date, Message-ID and boundaries come from the letter, so the
//! register can keep the hash of what will be sent and a retry sends exactly that.

use std::time::SystemTime;

use chrono::{DateTime, Datelike, Utc};
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use super::calendar::Method;
use super::{Party, plain_text, single_line};

/// Characters of a subject or a name; what is longer is cut, so that no line passes the 998 octets
/// of RFC 5322 §2.1.1.
const HEADER_CHARS: usize = 250;

/// Everything one message says.
#[derive(Debug, Clone)]
pub struct Letter {
    pub from: Party,
    pub to: Party,
    pub reply_to: Option<Party>,
    /// Nobody wrote it: whoever answers by a machine should not answer it (RFC 3834 §5).
    pub is_automatic: bool,
    pub subject: String,
    /// Written in UTC, to the second.
    pub date: DateTime<Utc>,
    /// `name@domain`, with or without angle brackets; fixed when the message is queued.
    pub message_id: String,
    /// Our own number of the message, `M-17`: an answer that quotes the headers is found by it.
    pub reference: String,
    pub body: String,
    /// The same said as a page ([`super::template::Templates::page`]); none: text only.
    pub html: Option<String>,
    pub calendar: Option<CalendarPart>,
}

/// A calendar that goes along, as an alternative that mail programs understand and as a file.
#[derive(Debug, Clone)]
pub struct CalendarPart {
    pub method: Method,
    /// As [`super::calendar::invitation`] gives it, with the same method.
    pub ics: String,
    /// Name of the attached file, without folder.
    pub file_name: String,
}

/// The place in a message that a fault was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    From,
    To,
    ReplyTo,
    MessageId,
    Reference,
}

/// Why a letter cannot become a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    #[error("{field:?}: {value:?} is no e-mail address")]
    Address { field: Field, value: String },
    /// Letters outside ASCII in an address need a relay with SMTPUTF8 (RFC 6531), which cannot be
    /// relied upon.
    #[error("{field:?}: {value:?} is not ASCII")]
    NotAscii { field: Field, value: String },
    #[error("{field:?}: {value:?} cannot be a header")]
    Header { field: Field, value: String },
    #[error("{date} is outside the years 1970-9999")]
    Date { date: DateTime<Utc> },
    #[error("{detail}")]
    Build { detail: String },
}

/// Puts a letter into the bytes that go to a relay or a folder, with CRLF line ends.
///
/// Line breaks and control characters in names and subject become spaces; in addresses and
/// identifiers they are refused, since a changed one would be another one.
///
/// # Errors
/// The field that cannot be sent; see [`MailError`].
pub fn compose(letter: &Letter) -> Result<Vec<u8>, MailError> {
    let (from, to) = (mailbox(Field::From, &letter.from)?, mailbox(Field::To, &letter.to)?);
    // Said here, so that it is not read out of the headers again.
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()]);
    let mut builder = Message::builder()
        .envelope(envelope.map_err(|error| MailError::Build { detail: error.to_string() })?)
        .from(from)
        .to(to)
        .subject(header_text(&letter.subject))
        .date(date(letter.date)?)
        .message_id(Some(message_id(&letter.message_id)?))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("X-Ata-Message"), reference(&letter.reference)?));
    if letter.is_automatic {
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        builder = builder.raw_header(HeaderValue::new(name, "auto-generated".to_owned()));
    }
    if let Some(party) = &letter.reply_to {
        builder = builder.reply_to(mailbox(Field::ReplyTo, party)?);
    }
    let text = SinglePart::plain(plain_text(&letter.body));
    let message = match (&letter.html, &letter.calendar) {
        (None, None) => builder.singlepart(text),
        (Some(_), None) => builder.multipart(alternatives(letter, text, &seal(letter))),
        (_, Some(calendar)) => builder.multipart(with_calendar(letter, text, calendar)?),
    };
    let message = message.map_err(|error| MailError::Build { detail: error.to_string() })?;
    Ok(message.formatted())
}

/// The ways in which the same is said, the plainest first: a program shows the last one it knows (RFC 2046 §5.1.4).
fn alternatives(letter: &Letter, text: SinglePart, seal: &str) -> MultiPart {
    let parts = MultiPart::alternative().boundary(format!("ata-a-{seal}")).singlepart(text);
    match &letter.html {
        None => parts,
        Some(html) => parts.singlepart(SinglePart::html(plain_text(html))),
    }
}

/// The calendar as the last of the alternatives; beside them the same calendar as a file, for programs that show only
/// files.
fn with_calendar(letter: &Letter, text: SinglePart, calendar: &CalendarPart) -> Result<MultiPart, MailError> {
    let method = calendar.method.code();
    let inline = media_type(&format!("text/calendar; method={method}; charset=utf-8"))?;
    let file = media_type("application/ics")?;
    let seal = seal(letter);
    let alternatives =
        alternatives(letter, text, &seal).singlepart(SinglePart::builder().header(inline).body(calendar.ics.clone()));
    Ok(MultiPart::mixed()
        .boundary(format!("ata-m-{seal}"))
        .multipart(alternatives)
        .singlepart(Attachment::new(file_name(&calendar.file_name)).body(calendar.ics.clone().into_bytes(), file)))
}

/// Names the boundaries. Made from what lies between them, so no text can contain its own boundary.
fn seal(letter: &Letter) -> String {
    let ics = letter.calendar.as_ref().map(|calendar| &calendar.ics);
    let mut digest = Sha256::new();
    for part in [Some(&letter.message_id), Some(&letter.body), ics, letter.html.as_ref()].into_iter().flatten() {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let digest = digest.finalize();
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn media_type(text: &str) -> Result<ContentType, MailError> {
    ContentType::parse(text).map_err(|error| MailError::Build { detail: error.to_string() })
}

fn mailbox(field: Field, party: &Party) -> Result<Mailbox, MailError> {
    let value = party.address.trim();
    let refused = || value.to_owned();
    let address: Address = value.parse().map_err(|_| MailError::Address { field, value: refused() })?;
    if value.chars().any(char::is_control) {
        let value = refused();
        return Err(MailError::Address { field, value });
    }
    if !value.is_ascii() {
        let value = refused();
        return Err(MailError::NotAscii { field, value });
    }
    let name = header_text(&party.name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}

/// One line of words for a header. Words that look already encoded (RFC 2047) are broken up, or a
/// reader would show something else than what was written.
fn header_text(text: &str) -> String {
    let line = single_line(text).replace("=?", "= ?");
    if line.chars().count() <= HEADER_CHARS {
        return line;
    }
    let kept: String = line.chars().take(HEADER_CHARS - 1).collect();
    format!("{}…", kept.trim_end())
}

fn date(date: DateTime<Utc>) -> Result<SystemTime, MailError> {
    if (1970..=9999).contains(&date.year()) { Ok(SystemTime::from(date)) } else { Err(MailError::Date { date }) }
}

/// The identifier in angle brackets, if it is one (RFC 5322 §3.6.4, without the obsolete forms).
fn message_id(value: &str) -> Result<String, MailError> {
    let bare = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(value);
    let is_word = |part: &str| {
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
        !part.is_empty() && part.bytes().all(is_plain) && part.split('.').all(|atom| !atom.is_empty())
    };
    match bare.split_once('@') {
        Some((left, right)) if is_word(left) && is_word(right) && bare.len() <= HEADER_CHARS => Ok(format!("<{bare}>")),
        _ => Err(MailError::Header { field: Field::MessageId, value: value.to_owned() }),
    }
}

fn reference(value: &str) -> Result<String, MailError> {
    let is_good = !value.is_empty()
        && value.len() <= HEADER_CHARS
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if is_good {
        Ok(value.to_owned())
    } else {
        Err(MailError::Header { field: Field::Reference, value: value.to_owned() })
    }
}

/// A name every system takes: no folders, no quotes, no controls.
fn file_name(name: &str) -> String {
    let safe: String = single_line(name)
        .chars()
        .map(|c| match c {
            '/' | '\\' | '"' | '<' | '>' | '|' | ':' | '*' | '?' => '-',
            c => c,
        })
        .take(100)
        .collect();
    match safe.trim_matches([' ', '.']) {
        "" => "calendar.ics".to_owned(),
        trimmed => trimmed.to_owned(),
    }
}
