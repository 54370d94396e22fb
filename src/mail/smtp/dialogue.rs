//! The verbs: greeting, STARTTLS, AUTH, the envelope (in one packet where the server pipelines), the message, its end, and in the
//! packet of that end the envelope of the next message (RFC 2920 §3.1 allows it): one wait for the server a message.

use super::content::stuffed;
use super::reply::{Broken, Inbox, Reply};
use super::route::Route;
use super::stream::Line;
use super::{Distrust, Security, Server, Stop};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::Write;
use std::net::IpAddr;
use std::time::Duration;

/// How the envelope was taken.
pub enum Envelope {
    /// The server waits for the message.
    Open,
    /// Refused; the dialogue can go on after a reset.
    Refused(Reply),
    /// Refused, and yet the server waits for a message: there is nobody to whom it could go (RFC 2920 §3.1).
    RefusedOpen(Reply),
    /// Refused, and then the line broke or nothing sensible could be said any more.
    RefusedLost(Reply),
}

pub struct Dialogue {
    line: Line,
    inbox: Inbox,
    pipelines: bool,
    /// An envelope that went out with the end of the message before it: its answers are still to be heard.
    ahead: Option<Route>,
    timeout: Duration,
    patience: Duration,
}

/// A message goes out in pieces of so many bytes, each with its own limit of time, so that a slow line is no fault.
const PIECE: usize = 64 * 1024;

fn lost(error: Broken) -> Stop {
    Stop::Connection(error.into())
}

impl Dialogue {
    /// Connects, greets, protects the line and logs in.
    pub fn open(server: &Server) -> Result<Dialogue, Stop> {
        let mut line = Line::connect(server)?;
        if server.security == Security::Tls {
            line = line.protect(server)?;
        }
        let (timeout, patience) = (server.timeout, server.patience);
        let mut dialogue = Dialogue { line, inbox: Inbox::default(), pipelines: false, ahead: None, timeout, patience };
        let greeting = dialogue.hear(timeout).map_err(lost)?;
        if !greeting.is_done() {
            return Err(Stop::Greeting(greeting.to_string()));
        }
        let mut offers = dialogue.greet()?;
        let wants = matches!(server.security, Security::StartTls | Security::Offered);
        if wants && offers.iter().any(|offer| offer == "STARTTLS") {
            dialogue = dialogue.protect(server)?;
            offers = dialogue.greet()?;
        } else if server.security == Security::StartTls {
            return Err(Stop::NoTls);
        }
        dialogue.pipelines = offers.iter().any(|offer| offer == "PIPELINING");
        dialogue.log_in(server, &offers)?;
        Ok(dialogue)
    }

    fn protect(mut self, server: &Server) -> Result<Dialogue, Stop> {
        let reply = self.command("STARTTLS").map_err(lost)?;
        if reply.code != 220 {
            return Err(Stop::Tls(Distrust::Other(reply.to_string())));
        }
        // Whatever came before the line was protected could be anybody's.
        self.inbox.must_be_empty().map_err(|error| Stop::Tls(Distrust::Other(error.to_string())))?;
        self.line = self.line.protect(server)?;
        Ok(self)
    }

    /// EHLO, or HELO for a server that knows nothing newer; what it offers, in capitals.
    fn greet(&mut self) -> Result<Vec<String>, Stop> {
        let own = match self.line.own_address() {
            Some(IpAddr::V4(address)) => format!("[{address}]"),
            Some(IpAddr::V6(address)) => format!("[IPv6:{address}]"),
            None => "localhost".to_owned(),
        };
        let reply = self.command(&format!("EHLO {own}")).map_err(lost)?;
        if reply.is_done() {
            return Ok(reply.lines.iter().skip(1).map(|line| line.to_ascii_uppercase()).collect());
        }
        if !reply.is_permanent() {
            return Err(Stop::Greeting(reply.to_string()));
        }
        let reply = self.command(&format!("HELO {own}")).map_err(lost)?;
        if reply.is_done() { Ok(Vec::new()) } else { Err(Stop::Greeting(reply.to_string())) }
    }

    fn log_in(&mut self, server: &Server, offers: &[String]) -> Result<(), Stop> {
        let Some(user) = &server.user else { return Ok(()) };
        let Some(password) = &server.password else { return Err(Stop::NoPassword) };
        if !self.line.is_protected() && !server.is_on_this_machine() {
            return Err(Stop::OpenLine);
        }
        // Old servers write `AUTH=LOGIN`, some both ways.
        let ways: Vec<&str> = offers
            .iter()
            .filter_map(|offer| offer.strip_prefix("AUTH"))
            .filter(|ways| ways.starts_with([' ', '=']))
            .flat_map(|ways| ways.split([' ', '=']))
            .filter(|way| !way.is_empty())
            .collect();
        let secrets = if ways.contains(&"PLAIN") {
            vec![format!("AUTH PLAIN {}", STANDARD.encode(format!("\0{user}\0{password}")))]
        } else if ways.contains(&"LOGIN") {
            vec!["AUTH LOGIN".to_owned(), STANDARD.encode(user), STANDARD.encode(password)]
        } else {
            return Err(Stop::NoWayIn { offered: ways.into_iter().map(str::to_owned).collect() });
        };
        let last = secrets.len() - 1;
        for (step, secret) in secrets.iter().enumerate() {
            let reply = self.command(secret).map_err(lost)?;
            // Nothing more is said to a server that does not ask for it.
            if reply.code != if step == last { 235 } else { 334 } {
                return Err(Stop::Authentication(reply.to_string()));
            }
        }
        Ok(())
    }

    /// Says something and hears the answer.
    pub fn command(&mut self, text: &str) -> Result<Reply, Broken> {
        self.say(text, self.timeout)?;
        self.hear(self.timeout)
    }

    fn say(&mut self, text: &str, time: Duration) -> Result<(), Broken> {
        self.inbox.must_be_empty()?;
        self.line.allow(time);
        self.line.write_all(format!("{text}\r\n").as_bytes())?;
        Ok(self.line.flush()?)
    }

    fn hear(&mut self, time: Duration) -> Result<Reply, Broken> {
        self.line.allow(time);
        self.inbox.reply(&mut self.line)
    }

    /// Has the envelope of another message gone out already? Then nothing can be said here but that message.
    pub fn is_ahead_of(&self, route: &Route) -> bool {
        self.ahead.as_ref().is_some_and(|ahead| ahead != route)
    }

    /// MAIL, RCPT and DATA: in one packet where the server pipelines (RFC 2920), else one by one. What went out with the end of the
    /// last message is not said again.
    pub fn envelope(&mut self, route: &Route) -> Result<Envelope, Broken> {
        let verbs = route.verbs();
        if self.pipelines && self.ahead.take().is_none() {
            self.say(&verbs.join("\r\n"), self.timeout)?;
        }
        let mut refused: Option<Reply> = None;
        let (mut has_recipient, mut data_open) = (false, false);
        for (step, verb) in verbs.iter().enumerate() {
            let answer = if self.pipelines { self.hear(self.timeout) } else { self.command(verb) };
            let reply = match (answer, &refused) {
                (Ok(reply), _) => reply,
                // What was said before the line broke still holds.
                (Err(_), Some(refused)) => return Ok(Envelope::RefusedLost(refused.clone())),
                (Err(error), None) => return Err(error),
            };
            let is_taken = if step == 2 { reply.code == 354 } else { reply.is_done() };
            has_recipient |= is_taken && step == 1;
            data_open |= is_taken && step == 2;
            if !is_taken {
                refused.get_or_insert(reply);
                if !self.pipelines {
                    break;
                }
            }
        }
        Ok(match refused {
            None => Envelope::Open,
            // The end of an empty message would be taken for a message to that recipient.
            Some(reply) if data_open && has_recipient => Envelope::RefusedLost(reply),
            Some(reply) if data_open => Envelope::RefusedOpen(reply),
            Some(reply) => Envelope::Refused(reply),
        })
    }

    /// The message without its end, which follows at once: so the last of it may wait for that, and the server wakes once.
    pub fn body(&mut self, message: &[u8]) -> Result<(), Broken> {
        self.inbox.must_be_empty()?;
        self.line.hold(true);
        let given = stuffed(message).chunks(PIECE).try_for_each(|piece| {
            self.line.allow(self.timeout);
            self.line.write_all(piece)
        });
        let given = given.and_then(|()| self.line.flush());
        self.line.hold(false);
        Ok(given?)
    }

    /// The lone dot, and the envelope of the message that comes next. From here on the server may have accepted this one,
    /// whatever happens to the line.
    pub fn end_of_message(&mut self, next: Option<&Route>) -> Result<Reply, Broken> {
        match next.filter(|_| self.pipelines) {
            None => self.say(".", self.timeout)?,
            Some(next) => {
                self.say(&format!(".\r\n{}", next.verbs().join("\r\n")), self.timeout)?;
                self.ahead = Some(next.clone());
            }
        }
        self.hear(self.patience)
    }

    /// Makes the server forget an envelope that was refused; can the dialogue go on?
    pub fn reset(&mut self) -> bool {
        self.command("RSET").is_ok_and(|reply| reply.is_done())
    }

    /// Takes leave, and does not wait long for the answer.
    pub fn quit(&mut self) {
        let time = self.timeout.min(Duration::from_secs(2));
        // A server that waits for a message hears no commands.
        if self.ahead.is_none() && self.say("QUIT", time).is_ok() {
            let _ = self.hear(time);
        }
    }
}
