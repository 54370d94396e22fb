//! The verbs: greeting, STARTTLS, AUTH, the envelope (in one packet where the server pipelines), the message, its end.

use super::stream::Line;
use super::{Security, Server, Stop};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;
use std::io::{self, Read, Write};

/// What the server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    code: u16,
    lines: Vec<String>,
}

impl Reply {
    pub fn is_positive(&self) -> bool {
        (200..400).contains(&self.code)
    }

    pub fn is_permanent(&self) -> bool {
        self.code >= 500
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
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("not an SMTP answer: {0}")]
    Garbage(String),
}

/// How the envelope was taken.
pub struct Envelope {
    /// The first refusal, if any.
    pub refused: Option<Reply>,
    /// Does the server wait for a message (it answered 354)?
    pub data_open: bool,
}

pub struct Dialogue {
    line: Line,
    buffer: Vec<u8>,
    pipelines: bool,
}

/// Longest line and most lines of an answer that are listened to.
const LINE_MAX: usize = 4096;
const LINES_MAX: usize = 200;

impl Dialogue {
    /// Connects, greets, protects the line and logs in.
    pub fn open(server: &Server) -> Result<Dialogue, Stop> {
        let mut line = Line::connect(server)?;
        if server.security == Security::Tls {
            line = line.protect(server)?;
        }
        let mut dialogue = Dialogue { line, buffer: Vec::new(), pipelines: false };
        let lost = |error: Broken| Stop::Connection(error.to_string());
        let greeting = dialogue.reply().map_err(lost)?;
        if !greeting.is_positive() {
            return Err(Stop::Greeting(greeting.to_string()));
        }
        let mut offers = dialogue.greet()?;
        let wants = matches!(server.security, Security::StartTls | Security::Offered);
        if wants && offers.iter().any(|offer| offer == "STARTTLS") {
            let reply = dialogue.command("STARTTLS").map_err(lost)?;
            if !reply.is_positive() {
                return Err(Stop::Tls(reply.to_string()));
            }
            // Whatever came before the line was protected is not trusted.
            dialogue.buffer.clear();
            dialogue.line = dialogue.line.protect(server)?;
            offers = dialogue.greet()?;
        } else if server.security == Security::StartTls {
            return Err(Stop::Tls("STARTTLS is not offered".to_owned()));
        }
        dialogue.pipelines = offers.iter().any(|offer| offer == "PIPELINING");
        dialogue.log_in(server, &offers)?;
        Ok(dialogue)
    }

    /// EHLO, or HELO for a server that knows nothing newer; what it offers, in capitals.
    fn greet(&mut self) -> Result<Vec<String>, Stop> {
        let lost = |error: Broken| Stop::Connection(error.to_string());
        let reply = self.command("EHLO localhost").map_err(lost)?;
        if reply.is_positive() {
            return Ok(reply.lines.iter().skip(1).map(|line| line.to_uppercase()).collect());
        }
        let reply = self.command("HELO localhost").map_err(lost)?;
        if reply.is_positive() { Ok(Vec::new()) } else { Err(Stop::Greeting(reply.to_string())) }
    }

    fn log_in(&mut self, server: &Server, offers: &[String]) -> Result<(), Stop> {
        let (Some(user), Some(password)) = (&server.user, &server.password) else { return Ok(()) };
        if !self.line.is_protected() && !server.is_on_this_machine() {
            return Err(Stop::OpenLine);
        }
        let lost = |error: Broken| Stop::Connection(error.to_string());
        let ways = offers.iter().find_map(|offer| offer.strip_prefix("AUTH")).unwrap_or_default();
        let reply = if ways.split_whitespace().any(|way| way == "PLAIN") {
            let secret = STANDARD.encode(format!("\0{user}\0{password}"));
            self.command(&format!("AUTH PLAIN {secret}")).map_err(lost)?
        } else if ways.split_whitespace().any(|way| way == "LOGIN") {
            self.command("AUTH LOGIN").map_err(lost)?;
            self.command(&STANDARD.encode(user)).map_err(lost)?;
            self.command(&STANDARD.encode(password)).map_err(lost)?
        } else {
            return Err(Stop::Authentication("no AUTH PLAIN or LOGIN".to_owned()));
        };
        if reply.is_positive() { Ok(()) } else { Err(Stop::Authentication(reply.to_string())) }
    }

    pub fn command(&mut self, text: &str) -> Result<Reply, Broken> {
        self.line.write_all(format!("{text}\r\n").as_bytes())?;
        self.line.flush()?;
        self.reply()
    }

    /// MAIL, RCPT and DATA: in one packet where the server pipelines (RFC 2920), else one by one.
    pub fn envelope(&mut self, from: &str, to: &str) -> Result<Envelope, Broken> {
        let verbs = [format!("MAIL FROM:<{from}>"), format!("RCPT TO:<{to}>"), "DATA".to_owned()];
        if self.pipelines {
            self.line.write_all(format!("{}\r\n", verbs.join("\r\n")).as_bytes())?;
            self.line.flush()?;
        }
        let mut envelope = Envelope { refused: None, data_open: false };
        for verb in &verbs {
            let reply = if self.pipelines { self.reply()? } else { self.command(verb)? };
            if verb == "DATA" {
                envelope.data_open = reply.code == 354;
            }
            if !reply.is_positive() {
                envelope.refused.get_or_insert(reply);
                if !self.pipelines {
                    break;
                }
            }
        }
        Ok(envelope)
    }

    /// The message without its end; lines that begin with a dot get another one.
    pub fn body(&mut self, message: &[u8]) -> Result<(), Broken> {
        let mut stuffed = Vec::with_capacity(message.len() + 16);
        let mut at_start = true;
        for &byte in message {
            if at_start && byte == b'.' {
                stuffed.push(b'.');
            }
            stuffed.push(byte);
            at_start = byte == b'\n';
        }
        if !stuffed.ends_with(b"\r\n") {
            stuffed.extend_from_slice(b"\r\n");
        }
        self.line.write_all(&stuffed)?;
        Ok(self.line.flush()?)
    }

    /// The lone dot. From here on the server may have accepted the message, whatever happens to the line.
    pub fn end_of_message(&mut self) -> Result<Reply, Broken> {
        self.command(".")
    }

    /// Ends a message that was announced and is not wanted, so that the dialogue can go on: with no content and, where the
    /// recipient was refused, with no recipient either.
    pub fn empty_message(&mut self) -> Result<Reply, Broken> {
        self.end_of_message()
    }

    pub fn reset(&mut self) -> Result<Reply, Broken> {
        self.command("RSET")
    }

    fn reply(&mut self) -> Result<Reply, Broken> {
        let mut lines = Vec::new();
        loop {
            let text = self.text_line()?;
            let code = text.get(..3).and_then(|code| code.parse::<u16>().ok());
            let (Some(code), true) = (code, lines.len() < LINES_MAX) else { return Err(Broken::Garbage(text)) };
            let more = text.as_bytes().get(3) == Some(&b'-');
            lines.push(text.get(4..).unwrap_or_default().trim().to_owned());
            if !more {
                return Ok(Reply { code, lines });
            }
        }
    }

    fn text_line(&mut self) -> Result<String, Broken> {
        loop {
            if let Some(end) = self.buffer.iter().position(|&byte| byte == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=end).collect();
                let text = String::from_utf8_lossy(&line);
                return Ok(text.chars().filter(|c| !c.is_control()).collect());
            }
            if self.buffer.len() > LINE_MAX {
                return Err(Broken::Garbage(String::from_utf8_lossy(&self.buffer[..80]).into_owned()));
            }
            let mut chunk = [0; 2048];
            let count = self.line.read(&mut chunk)?;
            if count == 0 {
                return Err(Broken::Io(io::ErrorKind::UnexpectedEof.into()));
            }
            self.buffer.extend_from_slice(&chunk[..count]);
        }
    }
}
