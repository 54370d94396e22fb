//! Reading a file beside the register: one thread reads and sifts, the other one writes.

use super::sift::Sieve;
use super::{File, unreadable};
use crate::error::Fault;
use crate::intake::{self, Attendance, CanonicalReader, Field, IntakeError, Line, Options, RejectReason, Sniff, sniff};
use ata_model::import::{Action, Decided, Reject, Step, Warning};
use ata_store::{Arrival, Batch};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};

/// Rows that are written at once.
const BATCH: usize = 2048;

/// What a file said besides its good rows.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Rows that hold something: good, rejected, no-shows and machines alike.
    pub rows: i64,
    /// The keys of the sessions that good rows are about.
    pub sessions: BTreeSet<i64>,
    pub ignored: BTreeMap<&'static str, i64>,
    pub decided: Decided,
    pub rejects: Vec<Reject>,
    pub warnings: Vec<Warning>,
    /// Rows that were passed over, each with its reason.
    pub aside: Vec<Step>,
    /// Are these the refused rows of an earlier file, come back?
    pub is_rest: bool,
}

/// Rows passed over that are named one by one.
const ASIDE: usize = 10_000;

/// Hands the rows of a file over, batch by batch, as they are read, and takes back those that are not needed any more.
///
/// # Errors
/// A file that cannot be read to its end; what `take` returns.
pub(super) fn each_batch(
    file: &File,
    options: &Options,
    sniffed: Sniff,
    sieve: Sieve<'_>,
    mut take: impl FnMut(Batch) -> Result<Batch, Fault>,
) -> Result<Heard, Fault> {
    std::thread::scope(|scope| {
        let (send, batches) = sync_channel(2);
        let (give_back, spent) = channel();
        let reader = scope.spawn(move || {
            let mut reading = Reading { sieve, send, spent, batch: Vec::new(), heard: Heard::default() };
            let read = match sniffed.streams() {
                true => reading.stream(file, options, &sniffed),
                false => reading.whole(file, options, sniffed),
            };
            read.map(|()| reading.finish())
        });
        for batch in batches {
            // To a reader that is done it need not go.
            let _ = give_back.send(take(batch)?);
        }
        let heard = reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        heard.map_err(|error| unreadable(file, &error))
    })
}

/// Reads a file to its end and keeps nothing of it.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn check(file: &File, options: &Options) -> Result<(), Fault> {
    let read = || {
        let sniffed = sniff(file.input(), options)?;
        if !sniffed.streams() {
            return sniffed.attendance(file.input(), options).map(|_| ());
        }
        let mut reader = sniffed.reader(file.input(), options)?;
        while reader.read()?.is_some() {}
        Ok(())
    };
    read().map_err(|error| unreadable(file, &error))
}

struct Reading<'p> {
    sieve: Sieve<'p>,
    send: SyncSender<Batch>,
    spent: Receiver<Batch>,
    batch: Batch,
    heard: Heard,
}

impl Reading<'_> {
    fn stream(&mut self, file: &File, options: &Options, sniffed: &Sniff) -> Result<(), IntakeError> {
        let mut reader = sniffed.reader(file.input(), options)?;
        if reader.columns().has(Field::Sex) {
            self.sieve.letters(first_sexes(sniffed.reader(file.input(), options)?)?.iter().map(String::as_str));
        }
        while let Some(line) = reader.read()? {
            match line {
                Line::Row(row) => {
                    let arrival = self.sieve.row(&row);
                    self.add(arrival);
                }
                Line::Reject(reject) => self.refuse(&reject),
                Line::Ignored(ignored) => self.pass_over(ignored),
            }
        }
        self.heard.is_rest = reader.is_rest();
        self.heard.decided = Decided {
            encoding: reader.encoding().to_owned(),
            delimiter: Some(reader.delimiter()),
            header_line: Some(reader.header_line()),
            ..Decided::default()
        };
        self.heard.warnings.extend(reader.warnings().iter().map(Warning::from));
        Ok(())
    }

    fn whole(&mut self, file: &File, options: &Options, sniffed: Sniff) -> Result<(), IntakeError> {
        let list = sniffed.attendance(file.input(), options)?;
        for reject in &list.rejects {
            self.refuse(reject);
        }
        self.heard.warnings.extend(list.warnings.iter().map(Warning::from));
        let sexes = list.people.iter().filter_map(|person| person.sensitive.get(&Field::Sex));
        self.sieve.letters(sexes.map(String::as_str));
        for person in &list.people {
            let arrival = self.sieve.person(person);
            if let Err(reject) = &arrival {
                let more = person.lines.iter().skip(1);
                self.heard.rejects.extend(more.map(|line| Reject { line: *line, ..reject.clone() }));
            }
            self.add(arrival);
        }
        for ignored in &list.ignored {
            self.pass_over(*ignored);
        }
        self.heard.is_rest = list.is_rest;
        self.heard.decided = decided(&list);
        self.heard.rows = list.rows as i64;
        self.heard.rejects.sort_by_key(|reject| reject.line);
        Ok(())
    }

    fn add(&mut self, arrival: Result<Arrival, Reject>) {
        self.heard.rows += 1;
        match arrival {
            Ok(arrival) => {
                self.heard.sessions.insert(arrival.session);
                self.batch.push(Box::new(arrival));
            }
            Err(reject) => self.heard.rejects.push(reject),
        }
        if self.batch.len() == BATCH {
            self.hand_over();
        }
    }

    fn refuse(&mut self, reject: &intake::Reject) {
        self.heard.rows += 1;
        // A cell beyond the header is of no column.
        let is_of_column = reject.reason != RejectReason::TooManyCells;
        self.heard.rejects.push(Reject {
            line: reject.line,
            field: if is_of_column { reject.field.as_str().to_owned() } else { String::new() },
            value: reject.value.clone(),
            reason: reject.reason.as_str().to_owned(),
        });
    }

    fn pass_over(&mut self, ignored: intake::Ignored) {
        let reason = ignored.reason.as_str();
        *self.heard.ignored.entry(reason).or_default() += 1;
        if self.heard.aside.len() < ASIDE {
            self.heard.aside.push(Step {
                line: ignored.line,
                action: Action::Ignore,
                name: String::new(),
                refs: Vec::new(),
                reason: Some(reason.to_owned()),
            });
        }
    }

    fn hand_over(&mut self) {
        // Nobody listens any more when the writing has failed; that failure is the one to tell.
        let _ = self.send.send(std::mem::take(&mut self.batch));
        self.spent.try_iter().for_each(drop);
    }

    fn finish(mut self) -> Heard {
        if !self.batch.is_empty() {
            self.hand_over();
        }
        self.heard.warnings.append(&mut self.sieve.warnings);
        self.heard
    }
}

/// Rows looked at for the letters that a list uses.
const LOOK: usize = 10_000;

fn first_sexes(mut reader: CanonicalReader<'_>) -> Result<BTreeSet<String>, IntakeError> {
    let mut found = BTreeSet::new();
    for _ in 0..LOOK {
        match reader.read()? {
            None => break,
            Some(Line::Row(row)) if row.sensitive[0].len() <= 10 && !found.contains(row.sensitive[0]) => {
                found.insert(row.sensitive[0].to_owned());
            }
            Some(_) => {}
        }
    }
    Ok(found)
}

fn decided(list: &Attendance) -> Decided {
    Decided {
        encoding: list.encoding.clone(),
        delimiter: list.delimiter,
        sheet: list.sheet.clone(),
        header_line: list.header_line,
        date_order: list.date_order.map(|order| order.as_str().to_owned()),
        date_evidence: list.date_order.map(|_| list.evidence.as_str().to_owned()),
        session_date: list.session_date.map(|date| date.to_string()),
        date_from: list.date_from.map(|from| from.as_str().to_owned()),
    }
}
