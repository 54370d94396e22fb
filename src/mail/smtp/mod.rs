//! Handing messages to a mail server (RFC 5321), one connection for many, and knowing what became of each.
//!
//! Our own few verbs, because what matters here is what a library hides: where exactly a connection broke. A break
//! before the end of the message was given is a message not sent; a break between that end and the server's answer
//! leaves the fate unknown, and such a message is never sent again by itself. Small writes go out at once (`TCP_NODELAY`):
//! waiting for acknowledgements would cost 40 ms a message.

mod address;
mod content;
mod dialogue;
mod reply;
mod route;
mod stream;
mod trust;

pub use address::{AddressFault, Security, Server};
use dialogue::{Dialogue, Envelope};
use reply::Reply;
pub use route::Route;

use super::Fate;

/// Why there is no line, or no longer one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cut {
    #[error("connection refused")]
    Refused,
    #[error("timed out")]
    TimedOut,
    #[error("connection closed")]
    Closed,
    #[error("no such host")]
    NoSuchHost,
    /// In the words of the system, or what the other side said instead of SMTP.
    #[error("{0}")]
    Other(String),
}

impl From<&std::io::Error> for Cut {
    fn from(error: &std::io::Error) -> Cut {
        use std::io::ErrorKind::{
            BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, TimedOut, UnexpectedEof,
        };
        match error.kind() {
            ConnectionRefused => Cut::Refused,
            TimedOut => Cut::TimedOut,
            BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof => Cut::Closed,
            _ => Cut::Other(error.to_string()),
        }
    }
}

/// Why a line is not protected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Distrust {
    #[error("unknown certificate")]
    Unknown,
    #[error("expired certificate")]
    Expired,
    #[error("certificate of another name")]
    OtherName,
    /// In the words of the server or of the library.
    #[error("{0}")]
    Other(String),
}

/// Why no message at all can be handed to this server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error("connection: {0}")]
    Connection(Cut),
    #[error("TLS: {0}")]
    Tls(Distrust),
    /// STARTTLS was asked for and the server does not offer it.
    #[error("no STARTTLS")]
    NoTls,
    /// A password would go over an open line.
    #[error("authentication needs TLS")]
    OpenLine,
    /// The address names a user and no password is known.
    #[error("no password")]
    NoPassword,
    /// The server takes neither AUTH PLAIN nor AUTH LOGIN.
    #[error("no way to authenticate among {offered:?}")]
    NoWayIn { offered: Vec<String> },
    #[error("authentication refused: {0}")]
    Authentication(String),
    #[error("greeting refused: {0}")]
    Greeting(String),
    /// That a message is about to be given could not be noted, so it was not given.
    #[error("note: {0}")]
    Note(String),
}

/// Notes that a message is about to be given; an error says why it could not.
pub type Note<'a> = &'a mut dyn FnMut() -> Result<(), String>;

/// One message: from whom to whom, in whatever line breaks it has.
#[derive(Clone, Copy)]
pub struct Parcel<'a> {
    pub route: &'a Route,
    pub message: &'a [u8],
    /// Where the message goes that is sent next, if that is known: what can be said ahead of it is. Nothing else may be sent then.
    pub next: Option<&'a Route>,
}

/// A connection to one server, opened when first needed and again when it broke.
pub struct Courier {
    server: Server,
    dialogue: Option<Dialogue>,
}

/// The state of the connection after one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// Good for another message.
    Ready,
    /// The server ended it.
    Closed,
    /// Not to be used again: silence, or talk that is no SMTP.
    Spoilt,
}

impl Courier {
    pub fn new(server: Server) -> Courier {
        Courier { server, dialogue: None }
    }

    /// The only address this server sends from, if there is one.
    pub fn only_from(&self) -> Option<&str> {
        self.server.from.as_deref()
    }

    /// The password, when the address names a user.
    pub fn set_password(&mut self, password: String) {
        self.server.password = Some(password);
    }

    /// Does the server ask for a password that is not known yet?
    pub fn needs_password(&self) -> bool {
        self.server.user.is_some() && self.server.password.is_none()
    }

    /// Connects and logs in, if that is not done yet.
    ///
    /// # Errors
    /// As [`Courier::send`].
    pub fn open(&mut self) -> Result<(), Stop> {
        if self.dialogue.is_none() {
            self.dialogue = Some(Dialogue::open(&self.server)?);
        }
        Ok(())
    }

    /// Is there a connection good for another message?
    pub fn is_open(&self) -> bool {
        self.dialogue.is_some()
    }

    /// Hands one message over, in whatever line breaks it has.
    ///
    /// # Errors
    /// `Stop` when the server cannot be reached or lets nobody in: then no other message need be tried, and this one
    /// was not sent.
    pub fn send(&mut self, from: &str, to: &str, message: &[u8]) -> Result<Fate, Stop> {
        let route = Route { from: from.to_owned(), to: to.to_owned() };
        self.send_noted(Parcel { route: &route, message, next: None }, &mut || Ok(()))
    }

    /// The same; `note` is called right before the server can take the message for given. What was not noted was not sent,
    /// even if this process ends at that very moment.
    ///
    /// # Errors
    /// As [`Courier::send`], and what `note` says.
    pub fn send_noted(&mut self, parcel: Parcel<'_>, note: Note<'_>) -> Result<Fate, Stop> {
        if let Some(wrong) = parcel.route.wrong() {
            return Ok(Fate::Failed(wrong.escape_default().to_string()));
        }
        let parcel = Parcel { next: parcel.next.filter(|next| next.wrong().is_none()), ..parcel };
        if self.dialogue.as_ref().is_some_and(|dialogue| dialogue.is_ahead_of(parcel.route)) {
            self.dialogue = None;
        }
        let is_fresh = self.dialogue.is_none();
        let (fate, after) = self.attempt(parcel, note)?;
        // A server may close a connection it has had for long; that says nothing of this message.
        if matches!(fate, Fate::Later(_)) && after == After::Closed && !is_fresh {
            return Ok(self.attempt(parcel, note)?.0);
        }
        Ok(fate)
    }

    fn attempt(&mut self, parcel: Parcel<'_>, note: Note<'_>) -> Result<(Fate, After), Stop> {
        let dialogue = match &mut self.dialogue {
            Some(dialogue) => dialogue,
            empty => empty.insert(Dialogue::open(&self.server)?),
        };
        let outcome = hand_over(dialogue, parcel, note);
        if !matches!(outcome, Ok((_, After::Ready))) {
            self.dialogue = None;
        }
        outcome
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        if let Some(mut dialogue) = self.dialogue.take() {
            dialogue.quit();
        }
    }
}

fn broken(error: &reply::Broken) -> (Fate, After) {
    let after = if error.is_closed() { After::Closed } else { After::Spoilt };
    (Fate::Later(error.to_string()), after)
}

fn refusal(reply: &Reply) -> Fate {
    if reply.is_permanent() { Fate::Failed(reply.to_string()) } else { Fate::Later(reply.to_string()) }
}

/// The connection after a refusal that `goes_on` or not.
fn after(refused: &Reply, goes_on: bool) -> After {
    if refused.is_goodbye() {
        After::Closed
    } else if goes_on {
        After::Ready
    } else {
        After::Spoilt
    }
}

/// One message through an open dialogue.
fn hand_over(dialogue: &mut Dialogue, parcel: Parcel<'_>, note: Note<'_>) -> Result<(Fate, After), Stop> {
    let (refused, goes_on) = match dialogue.envelope(parcel.route) {
        Err(error) => return Ok(broken(&error)),
        Ok(Envelope::Open) => return give(dialogue, parcel, note),
        Ok(Envelope::Refused(reply)) => {
            let goes_on = !reply.is_goodbye() && dialogue.reset();
            (reply, goes_on)
        }
        Ok(Envelope::RefusedOpen(reply)) => {
            let goes_on = dialogue.end_of_message(None).is_ok() && dialogue.reset();
            (reply, goes_on)
        }
        Ok(Envelope::RefusedLost(reply)) => (reply, false),
    };
    Ok((refusal(&refused), after(&refused, goes_on)))
}

fn give(dialogue: &mut Dialogue, parcel: Parcel<'_>, note: Note<'_>) -> Result<(Fate, After), Stop> {
    if let Err(error) = dialogue.body(parcel.message) {
        return Ok(broken(&error));
    }
    note().map_err(Stop::Note)?;
    Ok(match dialogue.end_of_message(parcel.next) {
        Ok(reply) if reply.is_done() => (Fate::Sent(reply.to_string()), After::Ready),
        // Neither taken nor refused is no answer to a whole message.
        Ok(reply) if reply.code / 100 == 3 => (Fate::Uncertain(reply.to_string()), After::Spoilt),
        Ok(reply) => (refusal(&reply), after(&reply, true)),
        Err(error) => (Fate::Uncertain(error.to_string()), After::Spoilt),
    })
}
