//! Looking at messages: the outbox, and the text as it will be sent.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::mail::Party;
use crate::phrase;
use crate::stages::notify::sender;
use crate::typed;
use crate::view::{Answer, List, Page, Shown, Table};
use ata_model::message::{Attempt, Message, STATES};
use ata_model::reference::Reference;
use ata_model::session::local;
use ata_store::Db;
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Args)]
pub struct Outbox {
    /// Only messages of these cases
    case: Vec<String>,
    /// Only messages in this state
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(STATES))]
    state: Option<String>,
}

#[derive(Args)]
pub struct Preview {
    /// Messages, or cases (what waits in them)
    #[arg(required = true, value_name = "CASE|M-N")]
    reference: Vec<String>,
}

pub fn outbox(args: &Outbox, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let state = args.state.as_deref();
    let messages = desk.store.snapshot(|db| -> Result<_, Fault> {
        if args.case.is_empty() {
            return Ok(db.messages(None, state)?);
        }
        let mut all = Vec::new();
        for case in typed::each(&args.case, |text| db.find_case(text))? {
            all.extend(db.messages(Some(case), state)?);
        }
        Ok(all)
    })?;
    Ok(Answer::list(messages, table))
}

/// A message with everything it says.
#[derive(Default, Serialize)]
struct Letter {
    #[serde(flatten)]
    message: Message,
    from: Option<Sender>,
    /// Whom an answer goes to, where that is not who sends.
    reply_to: Option<Sender>,
    body: String,
    /// The calendar entry that goes along, as a file.
    calendar: Option<String>,
    /// Each try to deliver it.
    history: Vec<Attempt>,
}

#[derive(Serialize)]
struct Sender {
    name: String,
    address: String,
}

impl Sender {
    fn of(party: &Party) -> Sender {
        Sender { name: party.name.clone(), address: party.address.clone() }
    }
}

pub fn preview(args: &Preview, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let from = sender::given(None, &desk.store)?;
    let only = sender::only(&desk.store)?;
    let institution = desk.row.institution.clone();
    let read = |db: &Db| -> Result<_, Fault> {
        let mut letters = Vec::new();
        for text in &args.reference {
            for id in named(db, text)? {
                letters.push(letter(db, id, from.as_deref(), only.as_deref(), &institution)?);
            }
        }
        Ok(letters)
    };
    let mut letters = desk.store.snapshot(read)?;
    let is_message = |text: &String| matches!(Reference::parse(text, ""), Some(Reference::Message(_)));
    if let ([only], [_]) = (&args.reference[..], &letters[..])
        && is_message(only)
    {
        return Ok(Answer::of(letters.remove(0), letter_page));
    }
    Ok(Answer::new(Letters(List { total: letters.len() as i64, items: letters })))
}

struct Letters(List<Letter>);

impl Shown for Letters {
    fn json(&self) -> Value {
        json!(self.0)
    }

    fn page(&self, words: &Words) -> Page {
        let mut page = Page::default();
        for (at, letter) in self.0.items.iter().enumerate() {
            if at > 0 {
                page = page.blank();
            }
            page.blocks.extend(letter_page(letter, words).blocks);
        }
        if self.0.items.is_empty() { page.line(words.word("notify-none")) } else { page }
    }

    fn records(&self) -> Option<Vec<Value>> {
        Some(self.0.items.iter().map(Letter::row).collect())
    }

    fn blank(&self) -> Option<Value> {
        Some(Letter::default().row())
    }
}

impl Letter {
    /// In a row, people are called by their address, or by what they are referred to here.
    fn row(&self) -> Value {
        let address = |sender: &Option<Sender>| json!(sender.as_ref().map(|sender| &sender.address));
        let mut row = json!(self);
        row["from"] = address(&self.from);
        row["reply_to"] = address(&self.reply_to);
        row["to"] = json!(self.message.to.person);
        row
    }
}

/// A message, or what has not been told in a case.
fn named(db: &Db, text: &str) -> Result<Vec<i64>, Fault> {
    if let Some(Reference::Message(_)) = Reference::parse(text, "") {
        return Ok(vec![db.find_message(text)?]);
    }
    let all = db.messages(Some(db.find_case(text)?), None)?;
    Ok(all.into_iter().filter(|one| !matches!(one.state.as_str(), "sent" | "cancelled")).map(|one| one.key).collect())
}

fn letter(db: &Db, id: i64, from: Option<&str>, only: Option<&str>, institution: &str) -> Result<Letter, Fault> {
    fn both(of: Option<&(String, String)>) -> Option<(&str, &str)> {
        of.map(|(name, address)| (name.as_str(), address.as_str()))
    }
    let message = db.message(id)?;
    let outgoing = db.outgoing(id)?;
    let by_mail = message.channel == "email";
    let from = sender::party(both(outgoing.signer.as_ref()), both(outgoing.group.as_ref()), from, institution);
    let from = from.filter(|_| by_mail).map(|from| sender::as_allowed(from, only));
    let calendar = match &from {
        Some((from, _)) => sender::organised(&outgoing.ics, from),
        None => Some(outgoing.ics).filter(|ics| !ics.is_empty()),
    };
    Ok(Letter {
        message,
        from: from.as_ref().map(|(from, _)| Sender::of(from)),
        reply_to: from.as_ref().and_then(|(_, answered)| answered.as_ref()).map(Sender::of),
        body: outgoing.body,
        calendar,
        history: db.attempts(id)?,
    })
}

fn letter_page(letter: &Letter, words: &Words) -> Page {
    let message = &letter.message;
    let to = match &message.to.address {
        Some(address) => format!("{} <{address}>", message.to.name),
        None => message.to.name.clone(),
    };
    let about = message.session.as_ref().unwrap_or(&message.case);
    let facts = [
        ("sender", letter.from.as_ref().map(|from| format!("{} <{}>", from.name, from.address))),
        ("reply_to", letter.reply_to.as_ref().map(|to| format!("{} <{}>", to.name, to.address))),
        ("to", Some(to)),
        ("subject", Some(message.subject.clone())),
        ("phone", message.to.phone.clone().filter(|_| message.channel != "email")),
        ("channel", Some(words.term("channel", &message.channel))),
        ("state", Some(state(message, words))),
        ("signed_by", message.signed_by.clone()),
        ("reference", message.reference.clone()),
        ("attachment", letter.calendar.as_ref().map(|_| format!("{about}.ics"))),
        ("error", why(message, words)),
    ];
    let title = format!("{} · {} · {about}", message.id, words.term("notice", &message.kind));
    let mut page = Page::default().heading(title).facts(words, &facts).blank().verbatim(&letter.body);
    if !letter.history.is_empty() {
        let mut table = Table::new(words, &["at", "channel", "outcome", "note"]);
        for attempt in &letter.history {
            table.row([
                hour(&attempt.at, &message.zone),
                words.term("channel", &attempt.channel),
                words.term("call", &attempt.outcome),
                attempt.detail.as_deref().map(|detail| in_words(detail, words)).unwrap_or_default(),
            ]);
        }
        page = page.blank().table(table);
    }
    page
}

/// An instant on the clock of the desk.
fn hour(at: &str, zone: &str) -> String {
    local(at, zone).get(..16).map_or_else(|| at.to_owned(), |local| local.replace('T', " "))
}

/// The state, and until when it waits.
fn state(message: &Message, words: &Words) -> String {
    let state = words.term("message", &message.state);
    match &message.due {
        Some(due) => words.say(&phrase!("notify-waits-until", state = state, due = hour(due, &message.zone))),
        None => state,
    }
}

/// What failed, in the reader's words.
pub fn failure(code: &str, words: &Words) -> String {
    words.maybe(&format!("notify-error-{code}")).unwrap_or_else(|| code.to_owned())
}

/// What a transport noted of a try: its own few words in the reader's, what a server or a person said as it is. Where it went stands
/// before it.
pub fn in_words(detail: &str, words: &Words) -> String {
    let one = |said: &str| {
        let (exit, rest) = said.split_once(": ").map_or((said, None), |(exit, rest)| (exit, Some(rest)));
        let key = match exit {
            "connection refused" => "notify-line-refused",
            "timed out" => "notify-line-timed-out",
            "connection closed" => "notify-line-closed",
            "no such host" => "notify-line-no-such-host",
            "killed" => "notify-line-killed",
            _ => {
                let code = exit.strip_prefix("exit ").filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
                let Some(code) = code else { return said.to_owned() };
                let ended = words.say(&phrase!("notify-line-exit", code = code));
                return rest.map_or_else(|| ended.clone(), |rest| format!("{ended}: {rest}"));
            }
        };
        let ended = words.word(key);
        rest.map_or_else(|| ended.clone(), |rest| format!("{ended}: {rest}"))
    };
    detail.split(" · ").map(one).collect::<Vec<_>>().join(" · ")
}

/// What failed, and what the server said of it.
pub fn why(message: &Message, words: &Words) -> Option<String> {
    let failed = failure(message.error.as_ref()?, words);
    Some(match &message.detail {
        Some(said) => format!("{failed}: {}", in_words(said, words)),
        None => failed,
    })
}

/// The name; and the number, for whom somebody has to call.
fn whom(message: &Message) -> String {
    match &message.to.phone {
        Some(phone) if message.channel == "phone" && message.state != "sent" => format!("{} {phone}", message.to.name),
        _ => message.to.name.clone(),
    }
}

/// Messages as a table; the column of failures is there when something failed.
pub fn table(messages: &[Message], words: &Words) -> Page {
    let has_errors = messages.iter().any(|message| message.error.is_some());
    let mut keys = vec!["!message", "?kind", "?session", "to", "?channel", "state"];
    if has_errors {
        keys.push("error");
    }
    let mut table = Table::new(words, &keys);
    for message in messages {
        let mut row = vec![
            message.id.clone(),
            words.word(&format!("notify-short-{}", message.kind)),
            message.session.as_ref().unwrap_or(&message.case).clone(),
            whom(message),
            words.word(&format!("notify-by-{}", message.channel)),
            state(message, words),
        ];
        if has_errors {
            row.push(why(message, words).unwrap_or_default());
        }
        table.row(row);
    }
    Page::default().table(table).none(words.word("notify-none"))
}

/// Messages that a command changed (or left as they were).
#[derive(Serialize)]
pub struct Ledger {
    pub items: Vec<Message>,
    total: usize,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

impl Ledger {
    pub fn changed(items: Vec<Message>, changed: bool, env: &Env) -> Ledger {
        Ledger { total: items.len(), items, changed, dry_run: env.globals.dry_run }
    }
}

pub fn page(ledger: &Ledger, words: &Words) -> Page {
    table(&ledger.items, words)
}
