//! What a sending did, shown and noted.

use crate::error::Fault;
use crate::locale::{Arg, Phrase, Words};
use crate::phrase;
use crate::stages::notify::choose::Choice;
use crate::stages::notify::close::CaseAfter;
use crate::stages::notify::ledger::table;
use crate::stages::notify::send::Order;
use crate::view::Page;
use ata_model::message::Message;
use ata_store::Db;
use serde::Serialize;

#[derive(Serialize)]
pub struct Report {
    items: Vec<Message>,
    total: usize,
    sent: usize,
    failed: usize,
    uncertain: usize,
    /// Of the cases concerned: what still waits, for a call, a letter, a signature or the next run.
    queued: usize,
    /// Of the messages handed over: refused for now, and tried again at the hour they show.
    later: usize,
    /// Messages left waiting because nobody has an address to send them from.
    without_sender: Vec<String>,
    cases: Vec<CaseAfter>,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
    #[serde(skip)]
    contact: usize,
    #[serde(skip)]
    unsigned: usize,
    /// Of the cases concerned: refused for now, by this run or an earlier one.
    #[serde(skip)]
    waiting_later: usize,
    /// Cases on hold, and how many messages of theirs wait with them.
    #[serde(skip)]
    on_hold: (Vec<String>, i64),
    /// In the hands of another run.
    #[serde(skip)]
    busy: usize,
    #[serde(skip)]
    stop: Option<Phrase>,
}

impl Report {
    /// # Errors
    /// What the store says.
    pub fn of(
        db: &Db,
        order: &Order,
        choice: &Choice,
        handled: &[i64],
        cases: Vec<CaseAfter>,
    ) -> Result<Report, Fault> {
        let items = handled.iter().map(|id| db.message(*id)).collect::<Result<Vec<_>, _>>()?;
        let count = |state: &str| items.iter().filter(|message| message.state == state).count();
        let waiting = db.messages(None, Some("queued"))?;
        let mut on_hold = (Vec::new(), 0);
        for (case, messages) in db.mail_on_hold()? {
            on_hold.0.push(db.case_ref(case)?);
            on_hold.1 += messages;
        }
        let concerned = |message: &&Message| order.named.is_empty() || order.named.contains(&message.case_key);
        Ok(Report {
            total: items.len(),
            sent: count("sent"),
            failed: count("failed"),
            uncertain: count("uncertain"),
            queued: waiting.iter().filter(concerned).count(),
            later: items.iter().filter(|message| message.due.is_some()).count(),
            waiting_later: waiting.iter().filter(concerned).filter(|message| message.due.is_some()).count(),
            items,
            without_sender: choice.homeless.iter().map(|id| format!("M-{id}")).collect(),
            cases,
            changed: false,
            dry_run: false,
            contact: choice.contact,
            unsigned: choice.unsigned,
            on_hold,
            busy: 0,
            stop: None,
        })
    }

    pub fn busy(mut self, busy: usize) -> Report {
        self.busy = busy;
        self
    }

    /// Why nothing more was tried.
    pub fn stopped(mut self, stop: Option<Phrase>) -> Report {
        self.stop = stop;
        self
    }

    pub fn finished(mut self, changed: bool, dry_run: bool) -> Report {
        (self.changed, self.dry_run) = (changed, dry_run);
        self
    }

    /// Why nothing more was tried, and what is left to do about what was.
    pub fn faults(&self, failed: &'static str) -> Vec<Phrase> {
        let mut faults: Vec<Phrase> = self.stop.iter().cloned().collect();
        if self.waiting_later > 0 {
            faults.push(phrase!("notify-later", n = self.waiting_later));
        }
        if self.failed > 0 {
            faults.push(phrase!(failed));
        }
        if self.uncertain > 0 {
            faults.push(phrase!("notify-uncertain", n = self.uncertain));
        }
        faults
    }

    /// Was nothing taken in hand?
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn has_changed(&self) -> bool {
        self.changed
    }

    /// Did something that should have left not arrive?
    pub fn undelivered(&self) -> bool {
        self.sent < self.total || self.stop.is_some() || !self.without_sender.is_empty()
    }

    /// The messages nobody has an address for, and what helps.
    pub fn senderless(&self) -> Option<Phrase> {
        let (n, which) = (self.without_sender.len(), self.without_sender.join(", "));
        (n > 0).then(|| {
            phrase!("notify-senderless", n = n, messages = which, hint = Arg::Word("notify-no-sender-hint".to_owned()))
        })
    }
}

pub fn page(report: &Report, words: &Words) -> Page {
    let mut page = if report.items.is_empty() { Page::default() } else { table(&report.items, words).blank() };
    page = page.line(counts(report, words));
    for case in report.cases.iter().filter(|case| !case.is_cancelled) {
        let stage = words.term("stage", case.stage.code());
        let key = if case.moved { "notify-moved" } else { "notify-stays" };
        page = page.line(words.say(&phrase!(key, case = &case.id, stage = stage)));
    }
    page
}

/// How many were sent, failed, are in doubt and wait.
pub fn counts(report: &Report, words: &Words) -> String {
    let counts = [
        ("notify-count-sent", report.sent),
        ("notify-count-failed", report.failed),
        ("notify-count-uncertain", report.uncertain),
        ("notify-count-queued", report.queued),
    ];
    let said = counts.iter().filter(|(key, n)| *n > 0 || *key == "notify-count-sent");
    let said: Vec<String> = said.map(|(key, n)| words.say(&phrase!(key, n = *n))).collect();
    said.join(" · ")
}

/// What is left to do, for people.
pub fn notes(report: &Report) -> Vec<Phrase> {
    let mut notes = Vec::new();
    if report.contact > 0 {
        notes.push(phrase!("notify-contact", n = report.contact));
    }
    if report.unsigned > 0 {
        notes.push(phrase!("notify-unsigned", n = report.unsigned));
    }
    if report.busy > 0 {
        notes.push(phrase!("notify-in-hand", n = report.busy));
    }
    if let ([first, ..], messages) = (&report.on_hold.0[..], report.on_hold.1) {
        let cases = report.on_hold.0.join(", ");
        notes.push(phrase!(
            "notify-on-hold",
            n = report.on_hold.0.len(),
            cases = cases,
            messages = messages,
            first = first
        ));
    }
    notes.extend(report.senderless());
    notes.extend(report.faults("notify-undelivered"));
    for case in &report.cases {
        for one in &case.missing {
            let meaning = Arg::Word(format!("term-control-{}", one.control.code().replace('_', "-")));
            let hint = Arg::Command(one.hint.clone());
            notes.push(phrase!("notify-missing", case = &case.id, meaning = meaning, hint = hint));
        }
    }
    notes
}
