//! Handing messages to a mail server (RFC 5321), one connection for many, and knowing what became of each.
//!
//! Our own few verbs, because what matters here is what a library hides: where exactly a connection broke. A break
//! before the end of the message was given is a message not sent; a break between that end and the server's answer
//! leaves the fate unknown, and such a message is never sent again by itself. Small writes go out at once (`TCP_NODELAY`):
//! waiting for acknowledgements would cost 40 ms a message.

mod address;
mod dialogue;
mod reply;
mod stream;

pub use address::{AddressFault, Security, Server};
use dialogue::{Dialogue, Envelope};
use reply::Reply;

use super::{Fate, is_envelope_address};

/// Why no message at all can be handed to this server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error("connection: {0}")]
    Connection(String),
    #[error("TLS: {0}")]
    Tls(String),
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

    /// Hands one message over, in whatever line breaks it has.
    ///
    /// # Errors
    /// `Stop` when the server cannot be reached or lets nobody in: then no other message need be tried, and this one
    /// was not sent.
    pub fn send(&mut self, from: &str, to: &str, message: &[u8]) -> Result<Fate, Stop> {
        if let Some(wrong) = [from, to].into_iter().find(|address| !is_envelope_address(address)) {
            return Ok(Fate::Failed(wrong.escape_default().to_string()));
        }
        let is_fresh = self.dialogue.is_none();
        let (fate, after) = self.attempt(from, to, message)?;
        // A server may close a connection it has had for long; that says nothing of this message.
        if matches!(fate, Fate::Later(_)) && after == After::Closed && !is_fresh {
            return Ok(self.attempt(from, to, message)?.0);
        }
        Ok(fate)
    }

    fn attempt(&mut self, from: &str, to: &str, message: &[u8]) -> Result<(Fate, After), Stop> {
        let dialogue = match &mut self.dialogue {
            Some(dialogue) => dialogue,
            empty => empty.insert(Dialogue::open(&self.server)?),
        };
        let (fate, after) = hand_over(dialogue, from, to, message);
        if after != After::Ready {
            self.dialogue = None;
        }
        Ok((fate, after))
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
fn hand_over(dialogue: &mut Dialogue, from: &str, to: &str, message: &[u8]) -> (Fate, After) {
    let (refused, goes_on) = match dialogue.envelope(from, to) {
        Err(error) => return broken(&error),
        Ok(Envelope::Open) => return give(dialogue, message),
        Ok(Envelope::Refused(reply)) => {
            let goes_on = !reply.is_goodbye() && dialogue.reset();
            (reply, goes_on)
        }
        Ok(Envelope::RefusedOpen(reply)) => {
            let goes_on = dialogue.end_of_message().is_ok() && dialogue.reset();
            (reply, goes_on)
        }
        Ok(Envelope::RefusedLost(reply)) => (reply, false),
    };
    (refusal(&refused), after(&refused, goes_on))
}

fn give(dialogue: &mut Dialogue, message: &[u8]) -> (Fate, After) {
    if let Err(error) = dialogue.body(message) {
        return broken(&error);
    }
    match dialogue.end_of_message() {
        Ok(reply) if reply.is_done() => (Fate::Sent(reply.to_string()), After::Ready),
        // Neither taken nor refused is no answer to a whole message.
        Ok(reply) if reply.code / 100 == 3 => (Fate::Uncertain(reply.to_string()), After::Spoilt),
        Ok(reply) => (refusal(&reply), after(&reply, true)),
        Err(error) => (Fate::Uncertain(error.to_string()), After::Spoilt),
    }
}
