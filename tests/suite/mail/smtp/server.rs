//! A mail server that does what a test tells it, on this machine, and keeps what it was told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use ata::mail::smtp::{Courier, Server};

/// What the server does where it would answer.
#[derive(Debug, Clone)]
pub enum Act {
    Say(&'static str),
    /// Says it (perhaps nothing) and ends the connection.
    Close(&'static str),
    /// Says nothing and waits for the other side to go.
    Hang,
    /// Sends a byte now and then, for ever, and never an answer.
    Drip,
    /// Sends without end and without a line break.
    Flood,
}

/// What the server was told.
#[derive(Debug, Default, Clone)]
pub struct Told {
    /// Every line outside messages, with the number of the connection, from 0.
    pub lines: Vec<(usize, String)>,
    /// Every message that was answered with 2yz, as it came over the line, dots included.
    pub taken: Vec<String>,
    pub connections: usize,
}

impl Told {
    pub fn verbs(&self) -> Vec<&str> {
        self.lines.iter().map(|(_, line)| line.as_str()).collect()
    }
}

pub struct Loopback {
    pub port: u16,
    told: Arc<Mutex<Told>>,
}

/// The answer to a line; none: as a server does that takes everything. `greeting` and `.` are asked for too.
type Rule = Arc<dyn Fn(&str, usize) -> Option<Act> + Send + Sync>;

impl Loopback {
    /// `offers`: what EHLO is answered with, line by line.
    pub fn start(
        offers: &'static [&'static str],
        rule: impl Fn(&str, usize) -> Option<Act> + Send + Sync + 'static,
    ) -> Loopback {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let told = Arc::new(Mutex::new(Told::default()));
        let (kept, rule): (_, Rule) = (Arc::clone(&told), Arc::new(rule));
        thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let Ok(stream) = stream else { break };
                let (kept, rule) = (Arc::clone(&kept), Arc::clone(&rule));
                kept.lock().expect("not poisoned").connections += 1;
                thread::spawn(move || Guest { stream, number, offers, rule, told: kept }.serve());
            }
        });
        Loopback { port, told }
    }

    /// How many messages it took.
    pub fn count(&self) -> usize {
        self.told.lock().expect("not poisoned").taken.len()
    }

    /// How the program is told to send here.
    pub fn way(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none&timeout=2", self.port)
    }

    pub fn told(&self) -> Told {
        self.told.lock().expect("not poisoned").clone()
    }

    /// Somebody who delivers here, with a second of patience.
    pub fn courier(&self, user: &str) -> Courier {
        let mut server = Server::parse(&format!("smtp://{user}127.0.0.1:{}?timeout=1", self.port)).expect("an address");
        server.password = Some("clave ñ".to_owned());
        Courier::new(server)
    }
}

/// One connection.
struct Guest {
    stream: TcpStream,
    number: usize,
    offers: &'static [&'static str],
    rule: Rule,
    told: Arc<Mutex<Told>>,
}

impl Guest {
    fn serve(mut self) {
        if !self.answer("greeting", "220 loopback") {
            return;
        }
        let mut reader = BufReader::new(self.stream.try_clone().expect("a second handle"));
        let (mut has_recipient, mut is_message, mut message) = (false, false, String::new());
        let mut line = String::new();
        loop {
            line.clear();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            if is_message && line != ".\r\n" {
                message.push_str(&line);
                continue;
            }
            let said = line.trim_end_matches("\r\n").to_owned();
            if !is_message {
                self.told.lock().expect("not poisoned").lines.push((self.number, said.clone()));
            }
            let verb = said.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let usual = self.usual(&verb, has_recipient);
            let answer = (self.rule)(&said, self.number).unwrap_or(Act::Say(usual));
            let text = if let Act::Say(text) | Act::Close(text) = &answer { text } else { "" };
            match verb.as_str() {
                "MAIL" | "RSET" => has_recipient = false,
                "RCPT" => has_recipient |= text.starts_with('2'),
                "DATA" => is_message = text.starts_with("354"),
                "." => {
                    is_message = false;
                    let message = std::mem::take(&mut message);
                    if text.starts_with('2') {
                        self.told.lock().expect("not poisoned").taken.push(message);
                    }
                }
                _ => {}
            }
            if !self.act(&answer) || verb == "QUIT" {
                return;
            }
        }
    }

    fn usual(&self, verb: &str, has_recipient: bool) -> &'static str {
        match verb {
            "EHLO" => "EHLO",
            "DATA" => "354 go on",
            // A server that said 354 to a message without recipients (RFC 2920 §3.1).
            "." if !has_recipient => "554 no valid recipients",
            "." => "250 2.0.0 taken",
            "QUIT" => "221 bye",
            _ => "250 ok",
        }
    }

    fn answer(&mut self, line: &str, usual: &'static str) -> bool {
        let act = (self.rule)(line, self.number).unwrap_or(Act::Say(usual));
        self.act(&act)
    }

    /// False when the connection is over.
    fn act(&mut self, act: &Act) -> bool {
        match act {
            Act::Say("EHLO") => {
                let mut text = "250-loopback\r\n".to_owned();
                for offer in self.offers {
                    text.push_str(&format!("250-{offer}\r\n"));
                }
                self.stream.write_all(format!("{text}250 HELP\r\n").as_bytes()).is_ok()
            }
            Act::Say(text) => self.stream.write_all(format!("{text}\r\n").as_bytes()).is_ok(),
            Act::Close(text) => {
                if !text.is_empty() {
                    let _ = self.stream.write_all(format!("{text}\r\n").as_bytes());
                }
                false
            }
            Act::Hang => {
                let _ = self.stream.read_to_end(&mut Vec::new());
                false
            }
            Act::Drip => {
                while self.stream.write_all(b"2").is_ok() {
                    thread::sleep(Duration::from_millis(100));
                }
                false
            }
            Act::Flood => {
                while self.stream.write_all(&[b'2'; 4096]).is_ok() {}
                false
            }
        }
    }
}
