//! Answers of a mail server (RFC 5321 §4.2), read with a limit on everything.

use super::Cut;
use std::fmt;
use std::io::{self, Read};

/// What the server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub code: u16,
    pub lines: Vec<String>,
}

impl Reply {
    /// Done (2yz).
    pub fn is_done(&self) -> bool {
        self.code / 100 == 2
    }

    /// Refused for good (5yz).
    pub fn is_permanent(&self) -> bool {
        self.code / 100 == 5
    }

    /// The server says that it ends the connection.
    pub fn is_goodbye(&self) -> bool {
        self.code == 421
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.lines.join(" "))
    }
}

/// The line broke, or what came over it is no SMTP.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error("{cut}", cut = Cut::from(.0))]
    Io(#[from] io::Error),
    #[error("not an SMTP answer: {0}")]
    Garbage(String),
}

impl From<Broken> for Cut {
    fn from(broken: Broken) -> Cut {
        match broken {
            Broken::Io(error) => Cut::from(&error),
            garbage @ Broken::Garbage(_) => Cut::Other(garbage.to_string()),
        }
    }
}

impl Broken {
    /// Did the other side end the connection, as a server does that has had it for long?
    pub fn is_closed(&self) -> bool {
        use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected, UnexpectedEof};
        let ends = [BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected, UnexpectedEof];
        matches!(self, Broken::Io(error) if ends.contains(&error.kind()))
    }
}

/// Longest line and most lines of an answer that are listened to. RFC 5321 §4.5.3.1.5 asks for 512 octets.
const LINE_MAX: usize = 4096;
const LINES_MAX: usize = 200;
/// How much of what is no answer is shown.
const SHOWN: usize = 80;

/// Bytes received and not yet read as answers.
#[derive(Default)]
pub struct Inbox {
    buffer: Vec<u8>,
}

impl Inbox {
    /// Nothing may be waiting when it is our turn to speak: an answer too many would be taken for the answer to what
    /// is said next, and a message for accepted that was not.
    ///
    /// # Errors
    /// What was said out of turn.
    pub fn must_be_empty(&self) -> Result<(), Broken> {
        if self.buffer.is_empty() { Ok(()) } else { Err(Broken::Garbage(shown(&self.buffer))) }
    }

    /// One answer of one or several lines.
    pub fn reply(&mut self, line: &mut impl Read) -> Result<Reply, Broken> {
        let mut reply: Option<Reply> = None;
        loop {
            let text = self.text_line(line)?;
            let garbage = || Broken::Garbage(shown(text.as_bytes()));
            let (code, more, words) = parts(&text).ok_or_else(garbage)?;
            let reply = reply.get_or_insert_with(|| Reply { code, lines: Vec::new() });
            if reply.code != code || reply.lines.len() >= LINES_MAX {
                return Err(garbage());
            }
            reply.lines.push(words.trim().to_owned());
            if !more {
                return Ok(reply.clone());
            }
        }
    }

    fn text_line(&mut self, line: &mut impl Read) -> Result<String, Broken> {
        loop {
            if let Some(end) = self.buffer.iter().position(|&byte| byte == b'\n') {
                let taken: Vec<u8> = self.buffer.drain(..=end).collect();
                let text = String::from_utf8_lossy(&taken);
                return Ok(text.chars().filter(|c| !c.is_control()).collect());
            }
            if self.buffer.len() > LINE_MAX {
                return Err(Broken::Garbage(shown(&self.buffer)));
            }
            let mut chunk = [0; 2048];
            let count = line.read(&mut chunk)?;
            if count == 0 {
                return Err(Broken::Io(io::ErrorKind::UnexpectedEof.into()));
            }
            self.buffer.extend_from_slice(&chunk[..count]);
        }
    }
}

/// Code, whether more lines follow, and the words; none for what is no line of an answer.
fn parts(text: &str) -> Option<(u16, bool, &str)> {
    let (digits, rest) = text.split_at_checked(3)?;
    let is_code = digits.bytes().all(|byte| byte.is_ascii_digit()) && matches!(digits.as_bytes()[0], b'2'..=b'5');
    let code = digits.parse().ok().filter(|_| is_code)?;
    match rest.split_at_checked(1) {
        None => Some((code, false, "")),
        Some((" ", words)) => Some((code, false, words)),
        Some(("-", words)) => Some((code, true, words)),
        Some(_) => None,
    }
}

fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(SHOWN * 4)]);
    text.chars().filter(|c| !c.is_control()).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Reply, Broken> {
        Inbox::default().reply(&mut &*bytes)
    }

    #[test]
    fn an_answer_is_read_whole_or_not_at_all() {
        for (bytes, expected) in [
            ("250 ok\r\n", Some("250 ok")),
            ("250\r\n", Some("250 ")),
            ("250 ok\n", Some("250 ok")),
            ("250-mail\r\n250-SIZE 1\r\n250 HELP\r\n", Some("250 mail SIZE 1 HELP")),
            ("550 5.1.1 no hay tal buz\u{f3}n\r\n", Some("550 5.1.1 no hay tal buz\u{f3}n")),
            ("250-mail\r\n550 HELP\r\n", None),
            ("+25 ok\r\n", None),
            ("2500 ok\r\n", None),
            ("150 ok\r\n", None),
            ("650 ok\r\n", None),
            ("25\r\n", None),
            ("hola\r\n", None),
            ("\r\n", None),
            ("ñññ ok\r\n", None),
            ("250 ok", None),
            ("250-ok\r\n", None),
        ] {
            assert_eq!(read(bytes.as_bytes()).ok().map(|reply| reply.to_string()).as_deref(), expected, "{bytes:?}");
        }
    }

    #[test]
    fn an_endless_answer_is_not_listened_to() {
        assert!(matches!(read(&vec![b'2'; 100_000]), Err(Broken::Garbage(text)) if text.len() == SHOWN));
        assert!(matches!(read(&b"250-more\r\n".repeat(1000)), Err(Broken::Garbage(_))));
    }

    #[test]
    fn what_is_said_out_of_turn_is_noticed() {
        let mut inbox = Inbox::default();
        assert!(inbox.reply(&mut &b"250 ok\r\n250 ok\r\n"[..]).is_ok());
        assert!(inbox.must_be_empty().is_err());
    }
}
