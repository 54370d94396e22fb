//! Handing over: each message gets its own fate, and the journal of the run knows it before anybody else.

use super::letter::{Item, Written};
use super::{Open, Transport, stopped};
use crate::locale::{Arg, Phrase};
use crate::mail::Fate;
use crate::mail::journal::{Journal, Settlement};
use crate::mail::maildir::{Maildir, MaildirError, Step};
use crate::mail::sendmail::Sendmail;
use crate::mail::smtp::{Courier, Cut, Parcel, Route, Stop};
use crate::phrase;
use ata_store::Outgoing;
use std::io::ErrorKind;

/// So many connections broken one after another, and the server is left alone until the next run.
const BROKEN_MAX: usize = 3;

/// What became of one message.
#[derive(Debug)]
pub struct Settled {
    pub id: i64,
    pub attempt: i64,
    pub what: Settlement,
}

/// What became of a lot; `stop` says why nothing more need be tried.
#[derive(Default)]
pub struct Delivered {
    pub settled: Vec<Settled>,
    pub stop: Option<Phrase>,
}

/// What one message came to, or why no message comes to anything.
type Outcome = Result<Settlement, Phrase>;

fn settlement(state: &str, error: &str, detail: String) -> Settlement {
    Settlement { state: state.to_owned(), error: error.to_owned(), detail, sha256: String::new() }
}

fn returned() -> Settlement {
    settlement("returned", "", String::new())
}

fn of(fate: Fate) -> Settlement {
    match fate {
        Fate::Sent(words) => settlement("sent", "", words),
        Fate::Failed(words) => settlement("failed", "refused", words),
        Fate::Later(words) => settlement("later", "later", words),
        Fate::Uncertain(words) => settlement("uncertain", "no-answer", words),
    }
}

impl Transport {
    /// Hands messages over; each is settled by itself. Those that could not even be tried are returned, as are all where there was a
    /// reason to stop before.
    pub fn deliver(&mut self, items: &[Item], stop: Option<Phrase>, journal: &mut Journal) -> Delivered {
        let mut all = Delivered { stop, ..Delivered::default() };
        let mut ready = Vec::new();
        for Item { message, written } in items {
            match written {
                Ok(written) => ready.push((message, written)),
                Err((error, detail)) => all.add(message, settlement("failed", error, detail.clone()), journal),
            }
        }
        match &mut self.open {
            Open::Maildir(maildir) => {
                let alone = self.pace.is_some();
                for lot in ready.chunks(if alone { 1 } else { ready.len().max(1) }) {
                    if let Some(pace) = &mut self.pace {
                        pace.wait();
                    }
                    file(maildir, lot, journal, &mut all);
                }
            }
            Open::Smtp(courier) => {
                let label = &self.label;
                let mut broken = (0, String::new());
                one_by_one(&ready, &mut self.pace, journal, &mut all, |message, written, next, journal| {
                    post(courier, message, written, next, journal, &mut broken).map_err(|stop| stopped(label, &stop))
                });
            }
            Open::Sendmail(sendmail) => {
                one_by_one(&ready, &mut self.pace, journal, &mut all, |message, written, _, journal| {
                    give(sendmail, message, written, journal)
                });
            }
        }
        all
    }
}

impl Delivered {
    fn add(&mut self, message: &Outgoing, what: Settlement, journal: &mut Journal) {
        // A line that cannot be written leaves the message in doubt should this run die now, which is safe.
        let _ = journal.settle(message.id, message.attempt, &what);
        self.settled.push(Settled { id: message.id, attempt: message.attempt, what });
    }
}

/// Each message after the one before it, until there is a reason to stop: the others are returned. Where they follow at once, it is
/// known where the next one goes.
fn one_by_one(
    ready: &[(&Outgoing, &Written)],
    pace: &mut Option<super::Pace>,
    journal: &mut Journal,
    all: &mut Delivered,
    mut hand_over: impl FnMut(&Outgoing, &Written, Option<&Route>, &mut Journal) -> Outcome,
) {
    for (at, (message, written)) in ready.iter().enumerate() {
        if all.stop.is_some() {
            all.add(message, returned(), journal);
            continue;
        }
        if let Some(pace) = pace {
            pace.wait();
        }
        let next = ready.get(at + 1).filter(|_| pace.is_none()).map(|(_, written)| &written.route);
        match hand_over(message, written, next, journal) {
            Ok(mut what) => {
                if what.state != "returned" {
                    what.sha256.clone_from(&written.sha256);
                }
                all.add(message, what, journal);
            }
            Err(stop) => {
                all.stop = Some(stop);
                all.add(message, returned(), journal);
            }
        }
    }
}

fn post(
    courier: &mut Courier,
    message: &Outgoing,
    written: &Written,
    next: Option<&Route>,
    journal: &mut Journal,
    broken: &mut (usize, String),
) -> Result<Settlement, Stop> {
    let (count, last) = broken;
    if *count >= BROKEN_MAX {
        return Err(Stop::Connection(Cut::Other(last.clone())));
    }
    let mut note = || journal.begin(message.id, message.attempt).map_err(|error| error.to_string());
    let parcel = Parcel { route: &written.route, message: &written.bytes, next };
    let fate = courier.send_noted(parcel, &mut note)?;
    match &fate {
        Fate::Later(words) | Fate::Uncertain(words) if !courier.is_open() => {
            *count += 1;
            last.clone_from(words);
        }
        _ => *count = 0,
    }
    Ok(of(fate))
}

fn give(sendmail: &Sendmail, message: &Outgoing, written: &Written, journal: &mut Journal) -> Outcome {
    let noted = journal.begin(message.id, message.attempt);
    noted.map_err(|error| phrase!("notify-stop-note", detail = error.to_string()))?;
    let fate = sendmail.send(&written.route.from, &written.route.to, &written.bytes);
    fate.map(of).map_err(|error| {
        let detail = match error.source.kind() {
            ErrorKind::NotFound => Arg::Word("notify-line-no-program".to_owned()),
            ErrorKind::PermissionDenied => Arg::Word("notify-line-no-right".to_owned()),
            _ => Arg::from(error.source.to_string()),
        };
        phrase!("notify-stop-program", program = error.program.to_string_lossy().as_ref(), detail = detail)
    })
}

/// A lot into the folder: together, and one by one when that fails.
fn file(maildir: &mut Maildir, lot: &[(&Outgoing, &Written)], journal: &mut Journal, all: &mut Delivered) {
    if all.stop.is_some() {
        lot.iter().for_each(|(message, _)| all.add(message, returned(), journal));
        return;
    }
    let names: Vec<String> = lot.iter().map(|(message, _)| file_name(message)).collect();
    let batch: Vec<(&str, &[u8])> =
        names.iter().zip(lot).map(|(name, (_, written))| (name.as_str(), &written.bytes[..])).collect();
    for (message, _) in lot {
        // What the journal misses is in doubt only on another way out: here the same name is found again.
        let _ = journal.begin(message.id, message.attempt);
    }
    let together = maildir.deliver(&batch).is_ok();
    let mut refused = 0;
    for ((message, written), one) in lot.iter().zip(&batch) {
        let fate = if together { Ok(()) } else { maildir.deliver(std::slice::from_ref(one)).map(|_| ()) };
        let mut what = match fate {
            Ok(()) => settlement("sent", "", String::new()),
            Err(error) => {
                refused += 1;
                settlement(after(&error), "folder", error.to_string())
            }
        };
        what.sha256.clone_from(&written.sha256);
        all.add(message, what, journal);
    }
    if refused > 0 && refused == lot.len() {
        // A folder that takes nothing will not take the next hundred either.
        all.stop = Some(phrase!("notify-stop-folder", path = maildir.path().display().to_string()));
    }
}

/// Before the last step nothing is there and the message waits again; after it, nobody can say.
fn after(error: &MaildirError) -> &'static str {
    match error {
        MaildirError::Io { step: Step::Sync | Step::Rename, .. } => "uncertain",
        MaildirError::Io { .. } | MaildirError::Busy { .. } => "returned",
        MaildirError::Name { .. } => "failed",
    }
}

/// One name for each attempt: a delivery that was cut short and is taken up again finds its own file, and one
/// that somebody declared failed is a new one. The Message-ID holds the register and the notice.
fn file_name(message: &Outgoing) -> String {
    format!("{}.{}", message.message_id, message.attempt)
}
