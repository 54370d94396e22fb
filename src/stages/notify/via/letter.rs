//! A message of the outbox as the bytes that leave.

use crate::error::Fault;
use crate::mail::language::Language;
use crate::mail::message::{CalendarPart, Letter, MailError, compose};
use crate::mail::smtp::Route;
use crate::mail::template::Templates;
use crate::mail::{Party, calendar::Method};
use crate::stages::notify::compose::templates;
use crate::stages::notify::sender;
use ata_store::{Db, DeskRow, Outgoing, sha256};

/// What all messages of one run share.
pub struct Writer {
    institution: String,
    from: Option<String>,
    /// The only address that mail can come from on the way it takes.
    only_from: Option<String>,
    language: Language,
    templates: Templates,
}

/// A message ready to leave.
pub struct Written {
    pub route: Route,
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub sha256: String,
}

/// A message of the outbox and what it is to leave as; else a code that the locale words, and what the composer says.
pub struct Item {
    pub message: Outgoing,
    pub written: Result<Written, (&'static str, String)>,
}

impl Writer {
    /// # Errors
    /// An institution's own text that is none any more.
    pub fn new(db: &Db, row: &DeskRow, from: Option<String>, only_from: Option<&str>) -> Result<Writer, Fault> {
        let language = Language::parse(&row.language).unwrap_or(Language::Es);
        let templates = templates(db, language)?;
        let only_from = only_from.map(str::to_owned);
        Ok(Writer { institution: row.institution.clone(), from, only_from, language, templates })
    }

    pub fn item(&self, message: Outgoing) -> Item {
        Item { written: self.write(&message), message }
    }

    fn write(&self, message: &Outgoing) -> Result<Written, (&'static str, String)> {
        fn both(of: Option<&(String, String)>) -> Option<(&str, &str)> {
            of.map(|(name, address)| (name.as_str(), address.as_str()))
        }
        let (signer, group) = (both(message.signer.as_ref()), both(message.group.as_ref()));
        let from = sender::party(signer, group, self.from.as_deref(), &self.institution);
        let from = from.unwrap_or_else(|| Party::new("", ""));
        let (from, reply_to) = sender::as_allowed(from, self.only_from.as_deref());
        let method = if message.kind == "cancellation" { Method::Cancel } else { Method::Request };
        let calendar = sender::organised(&message.ics, &from).map(|ics| CalendarPart {
            method,
            ics,
            file_name: format!("{}.ics", message.about),
        });
        let html = match message.html.as_str() {
            "" => {
                let language = Language::parse(&message.language).unwrap_or(self.language);
                let page = self.templates.page(language, &message.subject, &message.body);
                page.map_err(|error| ("content", error.to_string()))?
            }
            own => own.to_owned(),
        };
        let letter = Letter {
            from: from.clone(),
            to: Party::new(&message.name, &message.address),
            reply_to,
            is_automatic: message.kind == "reminder",
            subject: message.subject.clone(),
            date: message.at.parse().unwrap_or_default(),
            message_id: message.message_id.clone(),
            reference: format!("M-{}", message.id),
            body: message.body.clone(),
            html: Some(html),
            calendar,
        };
        let bytes = compose(&letter).map_err(|error| (code(&error), error.to_string()))?;
        let route = Route { from: from.address, to: message.address.clone() };
        Ok(Written { route, sha256: sha256(&bytes), bytes })
    }
}

fn code(error: &MailError) -> &'static str {
    match error {
        MailError::Address { .. } | MailError::NotAscii { .. } => "address",
        MailError::Header { .. } | MailError::Date { .. } | MailError::Build { .. } => "content",
    }
}
