//! Everything a reference can name besides a case, as its record.

use crate::desk::deed::{label, summary};
use crate::desk::dossier;
use crate::desk::show::case::{names, span};
use crate::desk::show::changes::{self, Fact};
use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::followup::standing;
use crate::stages::run::answered;
use crate::view::{Page, Table};
use ata_model::attendance::Attendance;
use ata_model::commitment::Commitment;
use ata_model::document::Document;
use ata_model::import::Import;
use ata_model::message::{Attempt, Message};
use ata_model::register::{Board, Organisation, Person};
use ata_model::review::Review;
use ata_model::session::{Session, local};
use ata_store::{Change, Db, Operation, Thing};
use serde_json::{Value, json};

/// One record, with what stands around it.
pub enum Record {
    Session(Session, Vec<Attendance>),
    Commitment(Commitment),
    Document(Document, String),
    Message(Message, (String, String, String), Vec<Attempt>),
    Person(Person),
    Organisation(Organisation, Vec<Person>),
    Board(Board),
    Import(Import, Vec<Review>),
    Review(Review),
    Operation(Operation, Vec<Change>, Vec<Fact>),
}

impl Record {
    /// # Errors
    /// What the store says.
    pub fn read(db: &Db, thing: Thing, desk: &Desk) -> Result<Record, Fault> {
        let zone = desk.row.zone.as_str();
        Ok(match thing {
            Thing::Case(id) => {
                return Err(
                    ata_store::StoreError::NotFound { noun: ata_store::Noun::Case, text: id.to_string() }.into()
                );
            }
            Thing::Session(id) => Record::Session(db.session(id)?, db.roster(id)?),
            Thing::Commitment(id) => Record::Commitment(db.commitment(id, desk.today())?),
            Thing::Document(id) => {
                let document = db.document(id)?;
                let titles = dossier::record_titles(&desk.row.profile);
                let title = titles.into_iter().find(|(key, _)| *key == document.kind).map(|(_, title)| title);
                let title = title.unwrap_or_else(|| document.kind.clone());
                Record::Document(document, title)
            }
            Thing::Message(id) => Record::Message(db.message(id)?, db.message_text(id)?, db.attempts(id)?),
            Thing::Person(id) => Record::Person(db.person(id)?),
            Thing::Organisation(id) => Record::Organisation(db.organisation(id)?, db.persons("", Some(id))?),
            Thing::Board(id) => Record::Board(db.board(id)?),
            Thing::Import(id) => {
                let mut record = db.import(id)?;
                record.at = local(&record.at, zone);
                Record::Import(record, db.reviews(Some(id), false)?)
            }
            Thing::Review(id) => Record::Review(db.review(id)?),
            Thing::Operation(id) => {
                let operation = dossier::operations(vec![db.operation(id)?], zone).remove(0);
                let changes = db.changes_of(id)?;
                let facts = changes::facts(db, &changes, desk);
                Record::Operation(operation, changes, facts)
            }
        })
    }

    pub fn json(&self) -> Value {
        match self {
            Record::Session(session, roster) => {
                let mut record = json!(session);
                record["roster"] = json!(roster);
                record
            }
            Record::Commitment(commitment) => json!(commitment),
            Record::Document(document, _) => json!(document),
            Record::Message(message, (_, body, calendar), attempts) => {
                let mut record = json!(message);
                record["body"] = json!(body);
                record["calendar"] = json!((!calendar.is_empty()).then_some(calendar));
                record["tries"] = json!(attempts);
                record
            }
            Record::Person(person) => json!(person),
            Record::Organisation(organisation, _) => json!(organisation),
            Record::Board(board) => json!(board),
            Record::Import(record, queue) => crate::desk::import::json(record, queue),
            Record::Review(row) => json!(row),
            Record::Operation(operation, changes, _) => {
                let mut record = json!(operation);
                record["changes"] = json!(changes);
                record
            }
        }
    }

    /// What a row holds of it.
    pub fn row(&self) -> Value {
        match self {
            Record::Import(record, _) => crate::desk::import::row(record),
            _ => self.json(),
        }
    }

    pub fn page(&self, words: &Words) -> Page {
        match self {
            Record::Session(session, roster) => session_page(session, roster, words),
            Record::Commitment(commitment) => commitment_page(commitment, words),
            Record::Document(document, title) => document_page(document, title, words),
            Record::Message(message, text, attempts) => message_page(message, text, attempts, words),
            Record::Person(person) => person_page(person, words),
            Record::Organisation(organisation, persons) => organisation_page(organisation, persons, words),
            Record::Board(board) => Page::default().heading(board.name.clone()).facts(
                words,
                &[("chair", board.chair.as_ref().map(|chair| chair.name.clone())), ("members", names(&board.members))],
            ),
            Record::Import(record, queue) => crate::desk::import::page(record, queue, words),
            Record::Review(row) => crate::stages::queue::page(row, words),
            Record::Operation(operation, _, facts) => operation_page(operation, facts, words),
        }
    }
}

fn session_page(session: &Session, roster: &[Attendance], words: &Words) -> Page {
    let state = words.term("session", &session.state);
    let agenda = session.agenda.iter().map(|item| {
        let time = item.time.as_ref().map(|time| format!("{time} ")).unwrap_or_default();
        let who = item.who.as_ref().map(|who| format!(" ({who})")).unwrap_or_default();
        format!("{time}{}{who}", item.topic)
    });
    let agenda: Vec<String> = agenda.collect();
    let mut page = Page::default().heading(format!("{} · {state}", session.id)).facts(
        words,
        &[
            ("when", Some(span(&session.start, &session.end))),
            ("time_zone", Some(session.zone.clone())),
            ("modality", Some(words.term("modality", &session.modality))),
            ("place", session.place.clone()),
            ("link", session.link.clone()),
            ("facilitators", names(&session.facilitators)),
            ("agenda", Some(agenda.join("; "))),
            ("capacity", session.capacity.map(|capacity| capacity.to_string())),
            ("invited", Some(session.invited.to_string())),
        ],
    );
    for change in &session.changes {
        let kind = words.term("session", &change.kind);
        let before = span(&change.start, &change.end);
        let reason = change.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let phrase = phrase!("look-session-change", on = &change.on, kind = kind, before = before, reason = reason);
        page = page.line(words.say(&phrase));
    }
    for item in &session.logistics {
        page = page.line(format!("  {} {}", if item.done { '✓' } else { '○' }, item.item));
    }
    if roster.is_empty() {
        return page;
    }
    let mut keys = vec!["person", "name", "?org", "status", "#?minutes"];
    let has_answers = roster.iter().any(|row| row.answer.is_some());
    if has_answers {
        keys.insert(3, "answer");
    }
    let mut table = Table::new(words, &keys);
    for row in roster {
        let mut cells = vec![
            row.person.id.clone(),
            row.person.name.clone(),
            row.person.organisation.clone().unwrap_or_default(),
            row.status.as_ref().map(|status| words.term("attendance", status)).unwrap_or_default(),
            row.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        ];
        if has_answers {
            cells.insert(3, row.answer.as_ref().map(|answer| answered(answer, words)).unwrap_or_default());
        }
        table.row(cells);
    }
    page.blank().table(table)
}

fn commitment_page(commitment: &Commitment, words: &Words) -> Page {
    let status = standing(commitment, words);
    let mut page = Page::default().heading(format!("{}  {}", commitment.id, commitment.text)).facts(
        words,
        &[
            ("kind", Some(words.term("commitment", &commitment.kind))),
            ("owner", Some(commitment.owner.name.clone())),
            ("due", Some(commitment.due.clone())),
            ("status", Some(status)),
            ("session", commitment.session.clone()),
            ("evidence", Some(commitment.evidence.join(", "))),
        ],
    );
    for step in &commitment.progress {
        let status = words.term("status", &step.status);
        page = page.line(format!("  {}  {status} · {} · {}", step.on, step.by, step.note.clone().unwrap_or_default()));
    }
    page
}

fn document_page(document: &Document, title: &str, words: &Words) -> Page {
    let folios = match (document.folio_from, document.folio_to) {
        (Some(from), Some(to)) => format!("{} ({from}–{to})", document.folios),
        _ => document.folios.to_string(),
    };
    Page::default().heading(format!("{}  {}", document.id, document.title)).facts(
        words,
        &[
            ("type", Some(title.to_owned())),
            ("date", Some(document.date.clone())),
            ("file", Some(document.filename.clone())),
            ("size", Some(document.size.to_string())),
            ("hash", Some(document.sha256.clone())),
            ("folios", Some(folios)),
            ("session", document.session.clone()),
            ("commitment", document.commitment.clone()),
            ("replaced_by", document.replaced_by.clone()),
        ],
    )
}

fn message_page(message: &Message, text: &(String, String, String), attempts: &[Attempt], words: &Words) -> Page {
    let kind = words.term("notice", &message.kind);
    let state = words.term("message", &message.state);
    let mut page = Page::default().heading(format!("{}  {kind} · {state}", message.id)).facts(
        words,
        &[
            ("case", Some(message.case.clone())),
            ("session", message.session.clone()),
            ("to", Some(message.to.name.clone())),
            ("address", message.to.address.clone()),
            ("subject", Some(message.subject.clone())),
            ("signed_by", message.signed_by.clone()),
            ("sent_at", message.sent_at.as_deref().map(super::case::moment)),
            ("reference", message.reference.clone()),
            ("error", crate::stages::notify::why(message, words)),
        ],
    );
    for attempt in attempts {
        let outcome = words.term("call", &attempt.outcome);
        let detail = attempt.detail.as_deref().map(|detail| crate::stages::notify::in_words(detail, words));
        let detail = detail.unwrap_or_default();
        page = page.line(format!("  {}  {outcome} {detail}", super::case::moment(&attempt.at)));
    }
    page.blank().verbatim(crate::typed::text(&text.1))
}

fn person_page(person: &Person, words: &Words) -> Page {
    Page::default().heading(format!("{}  {}", person.id, person.name)).facts(
        words,
        &[
            ("doc", person.doc.clone()),
            ("email", person.email.clone()),
            ("phone", person.phone.clone()),
            ("post", person.post.clone()),
            ("org", person.org.as_ref().map(|org| org.name.clone())),
            ("territory", person.territory.clone()),
            ("role", Some(words.term("role", &person.role))),
            ("merged_into", person.merged_into.clone()),
        ],
    )
}

fn organisation_page(organisation: &Organisation, persons: &[Person], words: &Words) -> Page {
    let page = Page::default().heading(format!("{}  {}", organisation.id, organisation.name)).facts(
        words,
        &[
            ("kind", Some(words.term("organisation", &organisation.kind))),
            ("code", organisation.code.clone()),
            ("parent", organisation.parent.as_ref().map(|parent| parent.name.clone())),
            ("territory", organisation.territory.clone()),
            ("email", organisation.email.clone()),
            ("head", organisation.head.as_ref().map(|head| head.name.clone())),
            ("persons", Some(organisation.persons.to_string())),
        ],
    );
    if persons.is_empty() {
        return page;
    }
    let mut table = Table::new(words, &["person", "name", "post", "email"]);
    for person in persons {
        let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
        table.row([person.id.clone(), person.name.clone(), maybe(&person.post), maybe(&person.email)]);
    }
    page.blank().table(table)
}

fn operation_page(operation: &Operation, changed: &[Fact], words: &Words) -> Page {
    let label = label(operation, words);
    let page = Page::default().heading(format!("op-{}  {label}", operation.op)).facts(
        words,
        &[
            ("at", Some(super::case::moment(&operation.at))),
            ("by", Some(operation.by.clone())),
            ("case", operation.case.clone()),
            ("summary", Some(summary(operation, words))),
            ("hash", Some(operation.hash.clone())),
            ("undone_by", operation.undone_by.map(|op| format!("op-{op}"))),
            ("undoes", operation.undoes.map(|op| format!("op-{op}"))),
        ],
    );
    if changed.is_empty() {
        return page;
    }
    let mut table = Table::new(words, &["item", "field", "before", "after"]);
    changed.iter().filter_map(|fact| fact.row(words)).for_each(|row| table.row(row));
    page.blank().table(table)
}
