//! A report of what became of a message (delivery status notification, RFC 3464).

use super::{message_id, plain_address, short};
use mailparse::{MailHeader, MailHeaderMap, ParsedMail, parse_headers};

/// What the reporting server did (RFC 3464 §2.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Given up.
    Failed,
    /// Not yet delivered; it is still tried.
    Delayed,
    Delivered,
    /// Handed to a system that gives no reports.
    Relayed,
    /// Delivered, and from there sent on to several.
    Expanded,
}

/// What became of the message for one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// The address that failed, in lower case.
    pub recipient: String,
    /// The address we wrote to, where it was forwarded from there and the report says so.
    pub original: Option<String>,
    pub action: Action,
    /// `5.1.1` (RFC 3463).
    pub status: Option<String>,
    /// The words of the server that refused.
    pub diagnostic: Option<String>,
}

impl Undelivered {
    /// Will it never arrive? A full mailbox (`4.2.2`) that was given up on is failed too.
    pub fn is_final(&self) -> bool {
        self.action == Action::Failed
    }
}

/// A report about one message of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    pub recipients: Vec<Undelivered>,
    /// Message-ID of the message that is reported on, without angle brackets.
    pub message_id: Option<String>,
    /// `M-17`, as our messages carry it in `X-Ata-Message`.
    pub reference: Option<String>,
}

/// Most recipients that are looked at: our messages have one.
const RECIPIENTS_MAX: usize = 100;

/// None: no report. `Some(None)`: a report that names nobody.
pub(super) fn read(mail: &ParsedMail<'_>) -> Option<Option<Bounce>> {
    let status = mail.parts().find(|part| is_status(part));
    let recipients = match status {
        Some(status) => recipients(status),
        None => named_in_header(mail).or_else(|| named_in_text(mail))?,
    };
    if recipients.is_empty() {
        return Some(None);
    }
    let (mut id, mut reference) = original(mail);
    let header = |name: &str| mail.headers.get_first_value(name).and_then(|value| message_id(&value));
    id = id.or_else(|| header("In-Reply-To")).or_else(|| header("References"));
    let in_text = || first_text(mail).as_deref().and_then(quoted_id);
    id = id.or_else(|| status.and_then(text).as_deref().and_then(quoted_id)).or_else(in_text);
    reference = reference.filter(|reference| reference.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    Some(Some(Bounce { recipients, message_id: id, reference }))
}

fn is_status(part: &ParsedMail<'_>) -> bool {
    matches!(part.ctype.mimetype.as_str(), "message/delivery-status" | "message/global-delivery-status")
}

/// Blocks of fields with an empty line between them: the first is about the report, each other about a recipient. Some
/// servers forget the first, so a block counts by what it says.
fn recipients(status: &ParsedMail<'_>) -> Vec<Undelivered> {
    let body = status.get_body_raw().unwrap_or_default();
    let mut rest = body.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() && found.len() < RECIPIENTS_MAX {
        let Ok((fields, used)) = parse_headers(rest) else { break };
        found.extend(recipient(&fields));
        rest = rest.get(used.max(1)..).unwrap_or_default();
    }
    found
}

fn recipient(fields: &[MailHeader<'_>]) -> Option<Undelivered> {
    let typed = |name: &str| fields.get_first_value(name).map(|value| untyped(&value).to_owned());
    let address = |name: &str| typed(name).and_then(|value| plain_address(&value));
    let original = address("Original-Recipient");
    let recipient = address("Final-Recipient").or_else(|| original.clone())?;
    let status = fields.get_first_value("Status").and_then(|value| enhanced(&value));
    let word = fields.get_first_value("Action").unwrap_or_default();
    let action = match word.trim().to_ascii_lowercase().as_str() {
        "delayed" => Action::Delayed,
        "delivered" => Action::Delivered,
        "relayed" => Action::Relayed,
        "expanded" => Action::Expanded,
        // Without a word of it the first digit of the status tells.
        "" if status.as_deref().is_some_and(|status| status.starts_with('4')) => Action::Delayed,
        "" if status.as_deref().is_some_and(|status| status.starts_with('2')) => Action::Delivered,
        _ => Action::Failed,
    };
    let original = original.filter(|original| *original != recipient);
    Some(Undelivered {
        recipient,
        original,
        action,
        status,
        diagnostic: typed("Diagnostic-Code").and_then(|v| short(&v)),
    })
}

/// The value without its type: `rfc822; ana@x.example`, `smtp; 550 no such user`.
fn untyped(value: &str) -> &str {
    match value.split_once(';') {
        Some((kind, rest)) if !kind.trim().contains([' ', '@']) => rest.trim(),
        _ => value.trim(),
    }
}

/// `5.1.1`, also where words stand behind it.
fn enhanced(value: &str) -> Option<String> {
    let word = value.split_whitespace().next()?;
    let parts: Vec<&str> = word.split('.').collect();
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(is_number)).then(|| word.to_owned())
}

/// Exim, on many hosted domains, names them in a header of the report instead.
fn named_in_header(mail: &ParsedMail<'_>) -> Option<Vec<Undelivered>> {
    let named = mail.headers.get_first_value("X-Failed-Recipients")?;
    let one =
        |recipient| Undelivered { recipient, original: None, action: Action::Failed, status: None, diagnostic: None };
    Some(named.split(',').filter_map(plain_address).take(RECIPIENTS_MAX).map(one).collect())
}

/// What a report of qmail begins with, and what stands before the message in it (QSBMF).
const QMAIL: &str = "Hi. This is the";
const QMAIL_BREAK: &str = "--- Below this line";

/// qmail names them in the text: `<ana@x.example>:`, and below that why.
fn named_in_text(mail: &ParsedMail<'_>) -> Option<Vec<Undelivered>> {
    let text = first_text(mail).filter(|text| text.trim_start().starts_with(QMAIL))?;
    let report = text.split(QMAIL_BREAK).next().unwrap_or_default().replace("\r\n", "\n");
    let named = report.split("\n\n").filter_map(|paragraph| {
        let (first, why) = paragraph.trim_start().split_once('\n')?;
        let recipient = plain_address(first.trim().strip_suffix(':').filter(|one| one.starts_with('<'))?)?;
        let said = short(why);
        Some(Undelivered { recipient, original: None, action: Action::Failed, status: None, diagnostic: said })
    });
    Some(named.take(RECIPIENTS_MAX).collect())
}

fn text(part: &ParsedMail<'_>) -> Option<String> {
    part.get_body_raw().ok().map(|raw| String::from_utf8_lossy(&raw).into_owned())
}

fn first_text(mail: &ParsedMail<'_>) -> Option<String> {
    mail.parts().find(|part| part.ctype.mimetype == "text/plain").and_then(text)
}

/// The Message-ID in a report that repeats the headers in its text, or names it in a field of its own, as Google does.
fn quoted_id(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (name, value) = line.trim_start_matches(['>', ' ', '\t']).split_once(':')?;
        let name = name.to_ascii_lowercase();
        let is_id = matches!(name.as_str(), "message-id" | "original-message-id" | "x-original-message-id");
        message_id(value).filter(|_| is_id)
    })
}

/// Message-ID and our own number of the message that came back, whole or only its headers.
fn original(mail: &ParsedMail<'_>) -> (Option<String>, Option<String>) {
    let is_returned = |part: &&ParsedMail<'_>| {
        matches!(
            part.ctype.mimetype.as_str(),
            "message/rfc822" | "text/rfc822-headers" | "message/global" | "message/global-headers"
        )
    };
    let Some(part) = mail.parts().skip(1).find(is_returned) else { return (None, None) };
    let body = part.get_body_raw().unwrap_or_default();
    let Ok((headers, _)) = parse_headers(&body) else { return (None, None) };
    let id = headers.get_first_value("Message-ID").and_then(|value| message_id(&value));
    (id, headers.get_first_value("X-Ata-Message").and_then(|value| short(&value)))
}
