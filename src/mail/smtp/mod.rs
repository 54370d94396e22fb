//! Handing messages to a mail server (RFC 5321), one connection for many, and knowing what became of each.
//!
//! Our own few verbs, because what matters here is what a library hides: where exactly a connection broke. A break
//! before the end of the message was given is a message not sent; a break between that end and the server's answer
//! leaves the fate unknown, and such a message is never sent again by itself. Small writes go out at once (`TCP_NODELAY`):
//! waiting for acknowledgements would cost 40 ms a message.

mod address;
mod dialogue;
mod stream;

pub use address::{AddressFault, Security, Server};
use dialogue::{Broken, Dialogue, Reply};

/// What became of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Accepted, with the server's words.
    Sent(String),
    /// Refused for good (5yz), with the server's words.
    Failed(String),
    /// Not now (4yz, or no connection): it may be tried again.
    Later(String),
    /// The connection broke after the whole message was given and before the answer.
    Uncertain(String),
}

/// Why no message at all can be handed to this server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    #[error("connection: {0}")]
    Connection(String),
    #[error("TLS: {0}")]
    Tls(String),
    /// A password would go over an open line.
    #[error("authentication needs TLS")]
    OpenLine,
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

impl Courier {
    pub fn new(server: Server) -> Courier {
        Courier { server, dialogue: None }
    }

    /// Hands one message over.
    ///
    /// # Errors
    /// `Stop` when the server cannot be reached or lets nobody in: then no other message need be tried.
    pub fn send(&mut self, from: &str, to: &str, message: &[u8]) -> Result<Fate, Stop> {
        let fresh = self.dialogue.is_none();
        let fate = self.attempt(from, to, message)?;
        // A server may close a connection it has had for long; that says nothing of this message.
        if matches!(fate, Fate::Later(_)) && self.dialogue.is_none() && !fresh {
            return self.attempt(from, to, message);
        }
        Ok(fate)
    }

    fn attempt(&mut self, from: &str, to: &str, message: &[u8]) -> Result<Fate, Stop> {
        let dialogue = match &mut self.dialogue {
            Some(dialogue) => dialogue,
            empty => empty.insert(Dialogue::open(&self.server)?),
        };
        let (fate, keep) = hand_over(dialogue, from, to, message);
        if !keep {
            self.dialogue = None;
        }
        Ok(fate)
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        if let Some(mut dialogue) = self.dialogue.take() {
            let _ = dialogue.command("QUIT");
        }
    }
}

fn broken(error: &Broken) -> Fate {
    Fate::Later(error.to_string())
}

fn refusal(reply: &Reply) -> Fate {
    if reply.is_permanent() { Fate::Failed(reply.to_string()) } else { Fate::Later(reply.to_string()) }
}

/// One message through an open dialogue; the second value says whether the dialogue can be used again.
fn hand_over(dialogue: &mut Dialogue, from: &str, to: &str, message: &[u8]) -> (Fate, bool) {
    let envelope = match dialogue.envelope(from, to) {
        Ok(envelope) => envelope,
        Err(error) => return (broken(&error), false),
    };
    if let Some(refused) = envelope.refused {
        // After a refusal the server may still wait for a message it was told to expect.
        let clean = if envelope.data_open { dialogue.empty_message() } else { dialogue.reset() };
        return (refusal(&refused), clean.is_ok());
    }
    if let Err(error) = dialogue.body(message) {
        return (broken(&error), false);
    }
    match dialogue.end_of_message() {
        Ok(reply) if reply.is_positive() => (Fate::Sent(reply.to_string()), true),
        Ok(reply) => (refusal(&reply), true),
        Err(error) => (Fate::Uncertain(error.to_string()), false),
    }
}
