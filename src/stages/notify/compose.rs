//! One notice to one person: subject, text and calendar entry, in the register's language.

use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::mail::calendar::{self, Invite, Method};
use crate::mail::language::{Language, date_long, weekday_date_long};
use crate::mail::notice::{
    AgendaItem, Agreement, AttendanceBrief, DocumentBrief, NoticeContext, NoticeKind, Person, PreviousFacts,
    SessionFacts,
};
use crate::mail::template::{TemplateError, Templates};
use crate::mail::{Party, notice};
use crate::phrase;
use crate::stages::notify::sender;
use crate::stages::schedule::feed::description;
use ata_model::case::Case;
use ata_model::message::calendar_sequence;
use ata_model::register::{self, Organisation};
use ata_model::session::{Session, days};
use ata_store::{Db, DeskRow, PlanBrief, Stamp, Who};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// What all notices of one command share.
pub struct Composer<'a> {
    row: &'a DeskRow,
    stamp: &'a Stamp,
    pub language: Language,
    words: Words,
    templates: Templates,
    /// The writer's own words.
    extra: Option<String>,
    /// The address to come from when nobody else has one.
    from: Option<String>,
}

/// What all notices about one session share.
pub struct Occasion<'a> {
    pub kind: NoticeKind,
    pub case: &'a Case,
    pub session: &'a Session,
    pub plan: &'a PlanBrief,
    pub group: Option<&'a Organisation>,
    pub agreements: Vec<Agreement>,
    /// How many came, for a newsletter.
    pub attendance: Option<AttendanceBrief>,
    /// What the session left on paper, for a newsletter.
    pub documents: Vec<DocumentBrief>,
}

/// Who a notice is for.
pub struct Addressee {
    pub who: Who,
    pub name: String,
    pub post: Option<String>,
    pub org: Option<String>,
    /// The board they are called as a member of.
    pub board: Option<String>,
    /// Empty when there is none that can be written to.
    pub address: String,
}

/// What one notice alone needs.
pub struct Slip<'a> {
    pub number: i64,
    pub to: &'a Addressee,
    pub signer: Option<&'a register::Person>,
    /// Sequence of the session in the newest message that reached them.
    pub told: Option<i64>,
    /// Cancellations sent to them before.
    pub retractions: i64,
}

pub struct Composed {
    pub subject: String,
    pub body: String,
    /// The institution's own page of it; empty when it has none for this kind.
    pub html: String,
    pub ics: String,
}

impl Occasion<'_> {
    /// Does nobody come any more?
    pub fn is_gone(&self) -> bool {
        self.session.state == "cancelled" || self.case.state == "cancelled"
    }

    /// Why the session is not what it was: the newest reason given.
    fn reason(&self) -> Option<String> {
        let of_session = || self.session.changes.iter().rev().find_map(|change| change.reason.clone());
        match self.kind {
            NoticeKind::Change => of_session(),
            NoticeKind::Cancellation if self.session.state == "cancelled" => of_session(),
            NoticeKind::Cancellation if self.is_gone() => self.case.state_reason.clone(),
            _ => None,
        }
    }
}

impl<'a> Composer<'a> {
    /// # Errors
    /// A text template that cannot be read.
    pub fn new(
        db: &Db,
        row: &'a DeskRow,
        stamp: &'a Stamp,
        extra: Option<String>,
        from: Option<String>,
    ) -> Result<Composer<'a>, Fault> {
        let language = Language::parse(&row.language).unwrap_or(Language::Es);
        let templates = templates(db, language)?;
        Ok(Composer { row, stamp, language, words: Words::new(language), templates, extra, from })
    }

    /// # Errors
    /// A text that lacks a fact; nobody with an address to come from.
    pub fn compose(&self, occasion: &Occasion<'_>, slip: &Slip<'_>) -> Result<Composed, Fault> {
        let context = self.context(occasion, slip);
        let (subject, body) = self.templates.render(self.language, occasion.kind, &context).map_err(template_fault)?;
        let own = self.templates.own_page(self.language, occasion.kind, &context, (&subject, &body));
        let html = own.map_err(template_fault)?.unwrap_or_default();
        let ics = if has_calendar(occasion, slip) { self.ics(occasion, slip)? } else { String::new() };
        Ok(Composed { subject, body, html, ics })
    }

    fn context(&self, occasion: &Occasion<'_>, slip: &Slip<'_>) -> NoticeContext {
        let case = occasion.case;
        let group = case.group.as_ref().map_or_else(|| self.row.institution.clone(), |group| group.name.clone());
        let activity = match occasion.plan.activity.as_str() {
            "" => self.words.word("notify-activity"),
            code => self.words.term("activity", code),
        };
        NoticeContext {
            institution: self.row.institution.clone(),
            group: group.clone(),
            case_id: case.id.clone(),
            case_title: case.title.clone(),
            activity,
            objective: known(&occasion.plan.objective),
            session: Some(self.session(occasion, slip)),
            recipient: Person { name: slip.to.name.clone(), post: slip.to.post.clone(), org: slip.to.org.clone() },
            audience: known(&occasion.plan.audience),
            signatory: self.signatory(occasion, slip, group),
            issued_place: None,
            issued_date_long: date_long(self.language, self.stamp.today),
            number: format!("M-{}", slip.number),
            confirm_by: None,
            agreements: occasion.agreements.clone(),
            attendance: occasion.attendance.clone(),
            documents: occasion.documents.clone(),
            reminders: Vec::new(),
            reminders_left: 0,
            referral: None,
            calendar: has_calendar(occasion, slip),
            extra_text: self.extra.clone(),
        }
    }

    /// A newsletter nobody signs comes from whoever writes it; an official notice nobody signs yet bears no person's name.
    fn signatory(&self, occasion: &Occasion<'_>, slip: &Slip<'_>, group: String) -> Person {
        match slip.signer {
            Some(signer) => Person {
                name: signer.name.clone(),
                post: signer.post.clone(),
                org: signer.org.as_ref().map(|org| org.name.clone()),
            },
            None if occasion.kind == NoticeKind::Newsletter => {
                Person { name: self.stamp.by.clone(), post: None, org: Some(group) }
            }
            None => Person { name: group, post: None, org: Some(self.row.institution.clone()) },
        }
    }

    fn session(&self, occasion: &Occasion<'_>, slip: &Slip<'_>) -> SessionFacts {
        let session = occasion.session;
        let (date, start, end) = hours(self.language, &session.start, &session.end);
        SessionFacts {
            reference: session.id.clone(),
            board: slip.to.board.clone(),
            extraordinary: session.extraordinary.clone(),
            date_long: date,
            start_time: start,
            end_time: end,
            zone_label: self.zone_label(session),
            modality: self.words.term("modality", &session.modality).to_lowercase(),
            place: session.place.clone(),
            link: session.link.clone(),
            agenda: session.agenda.iter().map(agenda_item).collect(),
            sequence: session.sequence,
            previous: self.previous(session, slip.told),
            reason: occasion.reason(),
            withdrawn: occasion.kind == NoticeKind::Cancellation && !occasion.is_gone(),
        }
    }

    /// What the person was told: the state of the session before the first change they do not know of.
    fn previous(&self, session: &Session, told: Option<i64>) -> Option<PreviousFacts> {
        let told = told?;
        let before = session.changes.iter().find(|change| change.sequence > told)?;
        let (date_long, start, end) = hours(self.language, &before.start, &before.end);
        let (place, link) = (before.place.clone(), before.link.clone());
        Some(PreviousFacts {
            date_long,
            times: self.words.say(&phrase!("notify-hours", start = start, end = end)),
            place,
            link,
        })
    }

    fn zone_label(&self, session: &Session) -> String {
        let key = format!("notify-zone-{}", session.zone.to_lowercase().replace(['/', '_'], "-"));
        let offset = || session.start.get(19..).map(|offset| format!("UTC{offset}")).unwrap_or_default();
        self.words.maybe(&key).unwrap_or_else(offset)
    }

    fn ics(&self, occasion: &Occasion<'_>, slip: &Slip<'_>) -> Result<String, Fault> {
        let session = occasion.session;
        let cancels = occasion.kind == NoticeKind::Cancellation;
        let stands = session.state != "cancelled";
        let zone: Tz = session.zone.parse().unwrap_or(Tz::UTC);
        let signer = slip.signer.and_then(|signer| Some((signer.name.as_str(), signer.email.as_deref()?)));
        let group = occasion.group.and_then(|group| Some((group.name.as_str(), group.email.as_deref()?)));
        let organizer = sender::party(signer, group, self.from.as_deref(), &self.row.institution);
        let invite = Invite {
            uid: session.uid.clone(),
            sequence: calendar_sequence(session.sequence, slip.retractions, cancels && stands),
            method: if cancels { Method::Cancel } else { Method::Request },
            stands: !occasion.is_gone(),
            start: moment(&session.start_at, zone)?,
            end: moment(&session.end_at, zone)?,
            stamp: self.stamp.at,
            created: self.stamp.at,
            summary: occasion.case.title.clone(),
            description: description(session, &self.words),
            location: session.place.clone().unwrap_or_default(),
            url: session.link.clone(),
            organizer: organizer.ok_or_else(sender::unknown)?,
            attendees: vec![Party::new(&slip.to.name, &slip.to.address)],
        };
        calendar::invitation(&invite).map_err(|error| {
            Fault::new(Kind::Failure, phrase!("notify-calendar", session = &session.id, detail = error.to_string()))
        })
    }
}

/// Only who gets mail gets a calendar entry, and only of a session to come or to stay away from.
fn has_calendar(occasion: &Occasion<'_>, slip: &Slip<'_>) -> bool {
    occasion.kind != NoticeKind::Newsletter && !slip.to.address.is_empty()
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn agenda_item(item: &ata_model::session::AgendaItem) -> AgendaItem {
    notice::AgendaItem { time: item.time.clone(), topic: item.topic.clone(), who: item.who.clone() }
}

/// Day in full, hour of beginning, hour of ending (with its day when that is another).
pub fn hours(language: Language, start: &str, end: &str) -> (String, String, String) {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let (Some(from), Some(to)) = (read(start), read(end)) else {
        return (start.to_owned(), String::new(), end.to_owned());
    };
    let day = |at: NaiveDate| weekday_date_long(language, at);
    let mut until = to.format("%H:%M").to_string();
    if let Some((_, last)) = days(start, end).filter(|(first, last)| first != last) {
        until = format!("{until} ({})", day(last));
    }
    (day(from.date_naive()), from.format("%H:%M").to_string(), until)
}

fn moment(stored: &str, zone: Tz) -> Result<DateTime<Tz>, Fault> {
    let at: DateTime<Utc> = stored
        .parse()
        .map_err(|_| Fault::new(Kind::Integrity, phrase!("error-stored", what = "session", detail = stored)))?;
    Ok(at.with_timezone(&zone))
}

/// The texts in force: the shipped ones, and the institution's own where it has any.
///
/// # Errors
/// An own text that is none any more.
pub fn templates(db: &Db, language: Language) -> Result<Templates, Fault> {
    let mut templates = Templates::built_in().map_err(template_fault)?;
    for own in db.templates()?.iter().filter(|own| own.language == language.code()) {
        if let Some(name) = own.name.strip_prefix("mail/") {
            templates.replace(language, name, &own.source).map_err(template_fault)?;
        }
    }
    Ok(templates)
}

pub fn template_fault(error: TemplateError) -> Fault {
    let TemplateError { template, line, column, message, .. } = error;
    let place = format!("{template}:{line}:{column}");
    // The engine's own words are English, and for scripts.
    let json = serde_json::json!({"template": template, "line": line, "column": column, "message": message});
    Fault::new(Kind::Failure, phrase!("error-template")).detail(phrase!("template-whole", text = place), json)
}
