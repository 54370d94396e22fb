//! From plain values to messages: text of a notice, calendar, e-mail, and the folder that takes it.
//!
//! Everything here is a function between bytes and plain structs: no database, no command line, no
//! clock. The same input gives the same bytes, so that a hash of a message can be kept before it leaves.

pub mod calendar;
pub mod html;
pub mod journal;
pub mod language;
pub mod maildir;
pub mod message;
pub mod notice;
pub mod read;
pub mod sendmail;
pub mod smtp;
pub mod template;

/// Somebody who sends or receives: the name people read and the address machines use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: String,
}

impl Party {
    pub fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        Party { name: name.into(), address: address.into() }
    }
}

/// What became of one message that was handed to a server or a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Accepted, with the server's words.
    Sent(String),
    /// Refused for good, with the server's words.
    Failed(String),
    /// Not now: it may be tried again.
    Later(String),
    /// It was given whole, and no answer came: perhaps sent, perhaps not. Never sent again by itself.
    Uncertain(String),
}

/// May this stand in an envelope? Only what cannot end the command it stands in (SMTP) nor be taken for an option
/// (sendmail): printable ASCII without blanks and angle brackets, one part before an `@` and one behind it.
pub(crate) fn is_envelope_address(address: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'<' && byte != b'>';
    let parts = address.rsplit_once('@');
    address.len() <= 254
        && !address.starts_with('-')
        && address.bytes().all(is_plain)
        && parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
}

/// A value for one line: whatever breaks or steers a line becomes a space, runs of spaces one.
///
/// U+2028 and U+2029 count as breaks because readers that split by Unicode rules would start a new
/// line there, and so a forged header or property.
pub(crate) fn single_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines, with `\n` for every kind of line break and no other control than the tab.
pub(crate) fn plain_text(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\n' | '\t' => Some(c),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_is_left_as_it_is_and_no_other() {
        let every = (0..0x3100_u32).filter_map(char::from_u32);
        for c in every {
            let text = format!("añ{c}o");
            let is_plain = !(c.is_control() && c != '\n' && c != '\t') && c != '\u{2028}' && c != '\u{2029}';
            assert_eq!(plain_text(&text) == text, is_plain, "{c:?}");
        }
        assert_eq!(plain_text("a\r\nb\rc\u{2028}d\u{85}e\u{7}f"), "a\nb\nc\nd\ne\u{fffd}f".replace('\u{fffd}', ""));
    }
}
