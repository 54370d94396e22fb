//! Where messages go, and how: `maildir:DIR`.

use crate::env;
use crate::error::{Fault, Kind, file_fault};
use crate::mail::maildir::{Maildir, MaildirError, Step};
use crate::mail::message::{CalendarPart, Letter, MailError, compose};
use crate::mail::{Party, calendar::Method};
use crate::phrase;
use crate::stages::notify::sender;
use ata_store::{DeskRow, Outgoing};
use std::path::{Path, PathBuf};

/// A way out, as it was named.
pub struct Via {
    dir: PathBuf,
}

/// A way out that is open, and held by this process alone.
pub struct Transport {
    maildir: Maildir,
}

/// What became of one message.
pub struct Settled {
    pub id: i64,
    /// `sent`, `failed`, `uncertain`, or `queued` when nothing was handed over.
    pub state: &'static str,
    /// A code that the locale words; empty when nothing failed.
    pub error: &'static str,
    pub detail: String,
}

/// Reads `--via` or `ATA_VIA`.
///
/// # Errors
/// A usage fault for a way that does not exist, or not in this version.
pub fn read(option: Option<&String>) -> Result<Option<Via>, Fault> {
    let Some(text) = option.cloned().or_else(|| env::variable("ATA_VIA")) else { return Ok(None) };
    let text = text.trim();
    let (scheme, rest) = text.split_once(':').unwrap_or((text, ""));
    match scheme.to_lowercase().as_str() {
        "maildir" if !rest.is_empty() => Ok(Some(Via { dir: PathBuf::from(rest) })),
        "smtp" | "smtps" | "sendmail" => {
            Err(Fault::usage(phrase!("notify-via-later", via = scheme)).try_this("ata notify send --via maildir:DIR"))
        }
        _ => {
            Err(Fault::usage(phrase!("notify-via-unknown", value = text)).try_this("ata notify send --via maildir:DIR"))
        }
    }
}

/// Nothing says where e-mail goes.
pub fn missing(waiting: usize) -> Fault {
    Fault::usage(phrase!("notify-via-missing", n = waiting)).try_this("ata notify send --via maildir:DIR")
}

impl Via {
    /// How the ledger names it: the same folder has one name, however it was typed.
    pub fn label(&self) -> String {
        let absolute = || std::path::absolute(&self.dir).unwrap_or_else(|_| self.dir.clone());
        label(&std::fs::canonicalize(&self.dir).unwrap_or_else(|_| absolute()))
    }

    /// # Errors
    /// Busy while another process delivers there; the folder that cannot be made or read.
    pub fn open(&self) -> Result<Transport, Fault> {
        let maildir = Maildir::open(&self.dir).map_err(|error| match error {
            MaildirError::Busy { path } => {
                Fault::new(Kind::Busy, phrase!("notify-busy", path = path.display().to_string()))
                    .hint(phrase!("error-busy-hint"))
            }
            MaildirError::Io { path, source, .. } => file_fault(&path, &source),
            MaildirError::Name { name } => Fault::usage(phrase!("notify-via-unknown", value = name)),
        })?;
        Ok(Transport { maildir })
    }
}

fn label(path: &Path) -> String {
    format!("maildir:{}", path.display())
}

impl Transport {
    pub fn label(&self) -> String {
        label(self.maildir.path())
    }

    /// Hands messages over; each is settled by itself.
    pub fn deliver(&mut self, messages: &[Outgoing], row: &DeskRow, from: Option<&str>) -> Vec<Settled> {
        let mut settled = Vec::new();
        let mut ready: Vec<(i64, String, Vec<u8>)> = Vec::new();
        for message in messages {
            match written(message, row, from) {
                Ok(bytes) => ready.push((message.id, file_name(message), bytes)),
                Err(error) => settled.push(Settled {
                    id: message.id,
                    state: "failed",
                    error: code(&error),
                    detail: error.to_string(),
                }),
            }
        }
        let batch: Vec<(&str, &[u8])> = ready.iter().map(|(_, name, bytes)| (name.as_str(), &bytes[..])).collect();
        let all = self.maildir.deliver(&batch).is_ok();
        for (id, name, bytes) in &ready {
            // What failed together is tried one by one: each has its own fate.
            let fate = if all { Ok(()) } else { self.maildir.deliver(&[(name.as_str(), &bytes[..])]).map(|_| ()) };
            settled.push(match fate {
                Ok(()) => Settled { id: *id, state: "sent", error: "", detail: String::new() },
                Err(error) => Settled { id: *id, state: after(&error), error: "folder", detail: error.to_string() },
            });
        }
        settled
    }
}

/// Before the last step nothing is there and the message waits again; after it, nobody can say.
fn after(error: &MaildirError) -> &'static str {
    match error {
        MaildirError::Io { step: Step::Sync | Step::Rename, .. } => "uncertain",
        MaildirError::Io { .. } | MaildirError::Busy { .. } => "queued",
        MaildirError::Name { .. } => "failed",
    }
}

/// One name for each attempt: a delivery that was cut short and is taken up again finds its own file, and one
/// that somebody declared failed is a new one. The Message-ID holds the register and the notice.
fn file_name(message: &Outgoing) -> String {
    format!("{}.{}", message.message_id, message.attempt)
}

fn written(message: &Outgoing, row: &DeskRow, from: Option<&str>) -> Result<Vec<u8>, MailError> {
    fn both(of: Option<&(String, String)>) -> Option<(&str, &str)> {
        of.map(|(name, address)| (name.as_str(), address.as_str()))
    }
    let from = sender::party(both(message.signer.as_ref()), both(message.group.as_ref()), from, &row.institution);
    let method = if message.kind == "cancellation" { Method::Cancel } else { Method::Request };
    let calendar = (!message.ics.is_empty()).then(|| CalendarPart {
        method,
        ics: message.ics.clone(),
        file_name: format!("{}.ics", message.about),
    });
    compose(&Letter {
        from: from.unwrap_or_else(|| Party::new("", "")),
        to: Party::new(&message.name, &message.address),
        reply_to: None,
        subject: message.subject.clone(),
        date: message.at.parse().unwrap_or_default(),
        message_id: message.message_id.clone(),
        reference: format!("M-{}", message.id),
        body: message.body.clone(),
        html: None,
        calendar,
    })
}

fn code(error: &MailError) -> &'static str {
    match error {
        MailError::Address { .. } | MailError::NotAscii { .. } => "address",
        MailError::Header { .. } | MailError::Date { .. } | MailError::Build { .. } => "content",
    }
}
