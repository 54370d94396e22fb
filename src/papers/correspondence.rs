//! What tells people: convocation, letter and circular. Parts and their order follow the guide for correspondence of the
//! region (GTC 185); a convocation says agenda, place and date (source 002, activity 4).

use super::occasion::{AgendaLine, Fact, agenda, fact, when_where};
use super::{Addressee, Block, Signer, Span, Voice, prose};
use crate::phrase;
use ata_model::case::Case;
use ata_model::plan::Plan;
use ata_model::session::Session;
use serde::Serialize;

/// What a convocation, letter or circular says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correspondence {
    /// Number of the paper in the body's register of correspondence (radicado).
    pub number: Option<String>,
    /// `Bucaramanga, 4 de marzo de 2026`.
    pub place_date: String,
    /// Of letters and convocations.
    pub addressee: Option<Addressee>,
    /// `PARA:` and `DE:` of a circular.
    pub to: Option<String>,
    pub from: Option<String>,
    pub subject: String,
    pub salutation: String,
    pub text: Vec<Block>,
    pub facts: Vec<Fact>,
    pub agenda: Vec<AgendaLine>,
    /// What to bring.
    pub bring: Vec<String>,
    /// Paragraphs after the facts.
    pub after: String,
    pub farewell: String,
    pub signer: Signer,
    /// Special lines: attachments, copies, who drafted it.
    pub special: Vec<Fact>,
}

/// What correspondence is made from.
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    pub case: &'a Case,
    pub plan: Option<&'a Plan>,
    pub session: Option<&'a Session>,
    pub number: Option<&'a str>,
    pub place: Option<&'a str>,
    /// `2026-03-04`.
    pub day: &'a str,
    pub addressee: Option<Addressee>,
    /// The board the addressee is called to as a member of it.
    pub board: Option<&'a str>,
    /// For whom a circular is.
    pub audience: Option<&'a str>,
    pub signer: Signer,
    /// The writer's own words in place of ours, in Markdown.
    pub text: Option<&'a str>,
    /// Last day to confirm, and where.
    pub confirm_by: Option<&'a str>,
    pub contact: Option<&'a str>,
    pub bring: &'a [String],
    pub attachments: &'a [String],
    pub copies: &'a [String],
    pub drafted_by: Option<&'a str>,
    /// The message it is the paper of.
    pub message: Option<Sent>,
}

/// What somebody is told by a message, as the register holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// `M-17`.
    pub id: String,
    pub subject: String,
    pub body: String,
    /// What the line of its subject begins with, in the language it is written in.
    pub mark: String,
}

impl Correspondence {
    pub fn convocation(notice: &Notice<'_>, voice: &Voice) -> Correspondence {
        let subject = phrase!("paper-convocation-subject", title = &notice.case.title);
        let text = notice.text.map_or_else(|| voice.label("convocation-text"), str::to_owned);
        let mut paper = common(notice, voice.say(&subject), text, voice);
        let activity = notice.plan.and_then(|plan| plan.activity.as_ref()).map(|key| voice.term("activity", key));
        let who = notice.plan.and_then(|plan| plan.audience.clone());
        let before = [
            fact(voice, "activity", activity),
            fact(voice, "topic", Some(notice.case.title.clone())),
            fact(voice, "objective", notice.plan.and_then(|plan| plan.objective.clone())),
            fact(voice, "attending", who),
        ];
        paper.facts.splice(0..0, before.into_iter().flatten());
        paper.facts.extend(fact(voice, "case", Some(notice.case.id.clone())));
        paper.after = confirm(notice, voice);
        paper.telling(notice, voice)
    }

    pub fn letter(notice: &Notice<'_>, voice: &Voice) -> Correspondence {
        let subject = phrase!("paper-letter-subject", title = &notice.case.title);
        let text = notice.text.map_or_else(|| opening(notice, "letter", voice), str::to_owned);
        let mut paper = common(notice, voice.say(&subject), text, voice);
        paper.after = if notice.confirm_by.is_some() { confirm(notice, voice) } else { String::new() };
        paper.telling(notice, voice)
    }

    pub fn circular(notice: &Notice<'_>, voice: &Voice) -> Correspondence {
        // The salutation of a circular is part of its first sentence.
        let own = |text: &str| format!("{} {text}", voice.label("circular-salutation"));
        let text = notice.text.map_or_else(|| opening(notice, "circular", voice), own);
        let mut paper = common(notice, notice.case.title.clone(), text, voice);
        let addressee = paper.addressee.take();
        let receiver = addressee.map(|one| one.organisation.unwrap_or(one.name));
        paper.to = notice.audience.map(str::to_owned).or(receiver);
        let signer = &notice.signer;
        let name = Some(signer.name.clone()).filter(|name| !name.is_empty());
        paper.from = signer.post.clone().or(name).or_else(|| signer.organisation.clone());
        paper.after = if notice.confirm_by.is_some() { confirm(notice, voice) } else { String::new() };
        paper.telling(notice, voice)
    }

    /// The paper of a message says what the message says, word for word: what stands there between the subject and the signature, with the
    /// session in it. A text that an institution has put together in another way is printed whole.
    fn telling(mut self, notice: &Notice<'_>, voice: &Voice) -> Correspondence {
        let Some(message) = &notice.message else { return self };
        let parts: Vec<&str> = message.body.split("\n\n").map(str::trim_end).filter(|part| !part.is_empty()).collect();
        let mark = message.mark.to_lowercase();
        let subject = parts.iter().position(|part| part.to_lowercase().starts_with(&mark));
        // Farewell, signature and reference are the last three.
        let farewell =
            parts.len().checked_sub(3).filter(|_| parts.last().is_some_and(|last| last.ends_with(&message.id)));
        let said = match subject.zip(farewell) {
            Some((subject, farewell)) if subject < farewell => {
                let (_, line) = parts[subject].split_once(':').unwrap_or_default();
                line.trim().clone_into(&mut self.subject);
                parts[farewell].clone_into(&mut self.farewell);
                &parts[subject + 1..farewell]
            }
            _ => {
                self.subject.clone_from(&message.subject);
                (self.addressee, self.farewell) = (None, String::new());
                &parts[..]
            }
        };
        let plain = |part: &&str| vec![Span { text: (*part).to_owned(), ..Span::default() }];
        self.text = said.iter().map(|part| Block::Paragraph { spans: plain(part) }).collect();
        (self.salutation, self.facts, self.agenda) = (String::new(), Vec::new(), Vec::new());
        self.after = if notice.confirm_by.is_some() { confirm(notice, voice) } else { String::new() };
        self
    }
}

fn common(notice: &Notice<'_>, subject: String, text: String, voice: &Voice) -> Correspondence {
    let day = voice.day_long(notice.day);
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join("; "));
    Correspondence {
        number: notice.number.map(str::to_owned),
        place_date: notice.place.map_or_else(|| day.clone(), |place| format!("{place}, {day}")),
        addressee: notice.addressee.clone(),
        to: None,
        from: None,
        subject,
        salutation: voice.label("salutation"),
        text: prose(&text),
        facts: occasion(notice, voice),
        agenda: notice.session.map_or_else(Vec::new, |session| agenda(&session.agenda)),
        bring: notice.bring.to_vec(),
        after: String::new(),
        farewell: voice.label("farewell"),
        signer: notice.signer.clone(),
        special: [
            fact(voice, "attachments", list(notice.attachments)),
            fact(voice, "copies", list(notice.copies)),
            fact(voice, "drafted-by", notice.drafted_by),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// To which space and why out of turn, when and where.
fn occasion(notice: &Notice<'_>, voice: &Voice) -> Vec<Fact> {
    let Some(session) = notice.session else { return Vec::new() };
    let before = [fact(voice, "board", notice.board), fact(voice, "extraordinary", session.extraordinary.clone())];
    before.into_iter().flatten().chain(when_where(session, voice)).collect()
}

fn opening(notice: &Notice<'_>, paper: &str, voice: &Voice) -> String {
    let key = if notice.session.is_some() { "session" } else { "case" };
    let (title, case) = (&notice.case.title, &notice.case.id);
    voice.say(&phrase!(format!("paper-{paper}-{key}"), title = title, case = case))
}

fn confirm(notice: &Notice<'_>, voice: &Voice) -> String {
    let by = notice.confirm_by.map(|day| voice.day_long(day));
    let contact = notice.contact;
    voice.say(&match (by, contact) {
        (Some(day), Some(contact)) => phrase!("paper-confirm-day-contact", day = day, contact = contact),
        (Some(day), None) => phrase!("paper-confirm-day", day = day),
        (None, Some(contact)) => phrase!("paper-confirm-contact", contact = contact),
        (None, None) => phrase!("paper-confirm"),
    })
}
