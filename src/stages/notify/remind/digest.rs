//! The text of a digest: each reminder with the facts its reader needs, in the register's language.

use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::mail::language::{Language, date_long, weekday_date_long};
use crate::mail::notice::{NoticeContext, NoticeKind, Person, ReminderLine};
use crate::mail::template::Templates;
use crate::phrase;
use crate::stages::notify::compose::{hours, template_fault, templates};
use ata_model::reminder::{Digest, Reminder};
use ata_model::session::Session;
use ata_store::{DeskRow, NewMessage, Tx, Who};

/// Reminders that one text tells; nobody reads on after so many.
const TOLD: usize = 50;

pub struct Writer {
    institution: String,
    zone: String,
    language: Language,
    words: Words,
    templates: Templates,
}

pub struct Composed {
    pub subject: String,
    pub body: String,
    html: String,
    /// Key of the case the message is filed under: that of its first reminder.
    case: i64,
}

/// Where a digest goes, and under which number.
pub struct Slip<'a> {
    pub number: i64,
    pub key: &'a str,
    pub to: Who,
    pub name: &'a str,
    pub address: &'a str,
    /// It is in the outbox, or was called back.
    pub is_known: bool,
}

/// Two digests of one recipient on one day bear one name: the register is not what it should be.
pub fn twice(key: &str) -> Fault {
    Fault::new(Kind::Integrity, phrase!("error-stored", what = "reminder", detail = key))
}

impl Writer {
    /// # Errors
    /// An institution's own text that cannot be read any more.
    pub fn new(tx: &Tx<'_>, row: &DeskRow) -> Result<Writer, Fault> {
        let language = Language::parse(&row.language).unwrap_or(Language::Es);
        let (institution, zone) = (row.institution.clone(), row.zone.clone());
        Ok(Writer { institution, zone, language, words: Words::new(language), templates: templates(tx, language)? })
    }

    /// # Errors
    /// What the store or the text says.
    pub fn compose(&self, tx: &Tx<'_>, digest: &Digest, number: i64) -> Result<Composed, Fault> {
        let lines =
            digest.reminders.iter().take(TOLD).map(|one| self.line(tx, one)).collect::<Result<Vec<_>, Fault>>()?;
        let case = digest.reminders.first().map(|one| tx.find_case(&one.case)).transpose()?;
        let case = case.ok_or_else(|| twice(&digest.key()))?;
        let group = tx.group_name(case)?.unwrap_or_else(|| self.institution.clone());
        let first = digest.reminders.first();
        let context = NoticeContext {
            institution: self.institution.clone(),
            group: group.clone(),
            case_id: first.map(|one| one.case.clone()).unwrap_or_default(),
            case_title: tx.case_title(case)?,
            activity: String::new(),
            objective: None,
            session: None,
            recipient: Person { name: digest.recipient.name.clone(), post: None, org: None },
            audience: None,
            signatory: Person { name: group, post: None, org: Some(self.institution.clone()) },
            issued_place: None,
            issued_date_long: date_long(self.language, tx.stamp.today),
            number: format!("M-{number}"),
            confirm_by: None,
            agreements: Vec::new(),
            attendance: None,
            documents: Vec::new(),
            referral: None,
            reminders: lines,
            reminders_left: digest.reminders.len().saturating_sub(TOLD),
            calendar: false,
            extra_text: None,
        };
        let kind = NoticeKind::Reminder;
        let (subject, body) = self.templates.render(self.language, kind, &context).map_err(template_fault)?;
        let own = self.templates.own_page(self.language, kind, &context, (&subject, &body));
        let html = own.map_err(template_fault)?.unwrap_or_default();
        Ok(Composed { subject, body, html, case })
    }

    fn line(&self, tx: &Tx<'_>, reminder: &Reminder) -> Result<ReminderLine, Fault> {
        let session = reminder.session.as_ref().map(|text| tx.session(tx.find_session(text)?)).transpose()?;
        let commitment = reminder.commitment.as_ref();
        let text = commitment.map(|text| tx.commitment(tx.find_commitment(text)?, tx.stamp.today)).transpose()?;
        let about_session = session.as_ref().filter(|_| commitment.is_none());
        Ok(ReminderLine {
            rule: reminder.rule.code().to_owned(),
            reference: commitment.or(reminder.session.as_ref()).unwrap_or(&reminder.case).clone(),
            case_id: reminder.case.clone(),
            case_title: tx.case_title(tx.find_case(&reminder.case)?)?,
            text: text.map(|commitment| commitment.text),
            date_long: weekday_date_long(self.language, reminder.about),
            days: (reminder.about - tx.stamp.today).num_days(),
            hours: about_session.map(|session| self.hours(session)),
            place: about_session.and_then(|session| session.place.clone()),
            link: about_session.and_then(|session| session.link.clone()),
            owner: reminder.owner.clone(),
        })
    }

    /// `de 09:00 a 12:00`, with the zone where it is not the desk's.
    fn hours(&self, session: &Session) -> String {
        let (_, start, end) = hours(self.language, &session.start, &session.end);
        let key = format!("notify-zone-{}", session.zone.to_lowercase().replace(['/', '_'], "-"));
        let zone = || self.words.maybe(&key).unwrap_or_else(|| session.zone.clone());
        let hours = self.words.say(&phrase!("notify-hours", start = start, end = end));
        if session.zone == self.zone { hours } else { format!("{hours} ({})", zone()) }
    }

    /// Puts a digest into the outbox, under its own number or anew.
    ///
    /// # Errors
    /// What the store says.
    pub fn queue(&self, tx: &mut Tx<'_>, slip: &Slip<'_>, composed: &Composed) -> Result<(), Fault> {
        let message = NewMessage {
            id: slip.number,
            key: slip.key,
            kind: "reminder",
            case: composed.case,
            session: None,
            sequence: 0,
            to: slip.to,
            name: slip.name,
            address: slip.address,
            language: self.language.code(),
            subject: &composed.subject,
            body: &composed.body,
            html: &composed.html,
            ics: "",
            signed_by: None,
            referred_by: None,
        };
        if slip.is_known {
            tx.requeue_message(&message)?
        } else {
            tx.queue_message(&message)?
        }
        Ok(())
    }
}
