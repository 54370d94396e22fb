//! One run of sending, lot by lot: while one is composed and on its way, what became of the one before is written down and the next is
//! taken in hand.

use crate::env::{Desk, Env};
use crate::error::{Fault, file_fault};
use crate::locale::Phrase;
use crate::mail::journal::Journal;
use crate::stages::notify::choose::Choice;
use crate::stages::notify::here;
use crate::stages::notify::recover::{Found, say, settle};
use crate::stages::notify::send::Order;
use crate::stages::notify::via::{Delivered, Item, Settled, Transport, Writer};
use crate::stages::notify::witness::{Standing, Witness};
use ata_model::op::Op;
use ata_store::{Outgoing, token};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Instant;

/// What was handed over.
#[derive(Default)]
pub struct Handled {
    pub ids: Vec<i64>,
    /// Why nothing more was tried.
    pub stop: Option<Phrase>,
}

/// The run: its name, its journal, and what it sends by.
pub struct Lots<'a> {
    run: Run,
    transport: &'a mut Transport,
    writer: Writer,
    journal: Journal,
}

/// What taking in hand and writing down need of it.
struct Run {
    name: String,
    way: String,
    witness: Witness,
    begun: Instant,
}

impl<'a> Lots<'a> {
    /// Makes sure that this is the copy that sends and that somebody takes messages; nothing is in hand yet.
    ///
    /// # Errors
    /// Refused for a copy; undelivered where nobody takes messages; what the store says, or the system of the journal.
    pub fn begin(order: &Order, desk: &mut Desk, transport: &'a mut Transport) -> Result<Lots<'a>, Fault> {
        let register: &Path = &order.register;
        let witness = Witness::of(register, &desk.row);
        let standing = witness.must_be_original(&desk.store)?;
        let writer = Writer::new(&desk.store, &desk.row, order.from.clone(), transport.only_from())?;
        transport.ready()?;
        if standing == Standing::New {
            witness.take(desk, Op::NotifyClaim, true, |_| Ok(()))?;
        }
        let (name, way) = (token(), transport.label().to_owned());
        let journal = Journal::create(register, &name, here::boot().as_deref());
        let journal = journal.map_err(|error| file_fault(register, &error))?;
        Ok(Lots { run: Run { name, way, witness, begun: Instant::now() }, transport, writer, journal })
    }

    /// Hands everything over. What a fault of the register leaves in hand the next run finds in the journal.
    ///
    /// # Errors
    /// What the store says.
    pub fn deliver(
        self,
        choice: &Choice,
        found: &Found,
        desk: &mut Desk,
        env: &Env,
        handled: &mut Handled,
    ) -> Result<(), Fault> {
        let Lots { run, transport, writer, mut journal } = self;
        let (lot, hastes) = (transport.lot(), transport.hastes());
        let all = choice.resume.len() + choice.fresh.len();
        let bar = (env.is_watched() && all > lot).then(|| indicatif::ProgressBar::new(all as u64));
        let mut lots = choice.resume.chunks(lot).chain(choice.fresh.chunks(lot));
        thread::scope(|scope| {
            let ((give, given), (tell, told)) = (channel(), channel());
            let journal = &mut journal;
            scope.spawn(move || hand_over(transport, &writer, journal, &given, &tell));
            let mut before = Vec::new();
            let mut go_on = |before: &mut Vec<Settled>, stops: bool| -> Result<Vec<Outgoing>, Fault> {
                loop {
                    let next = if stops { None } else { lots.next() };
                    let in_hand = run.go_on(before, next, found, desk, env)?;
                    before.clear();
                    // Others may have been quicker to take a whole lot.
                    if next.is_none() || !in_hand.is_empty() {
                        return Ok(in_hand);
                    }
                }
            };
            let mut now = go_on(&mut before, false)?;
            while !now.is_empty() {
                let count = now.len();
                handled.ids.extend(now.iter().map(|message| message.id));
                // Whoever takes it lives as long as this does.
                let _ = give.send(now);
                let mut next = Vec::new();
                if hastes {
                    next = go_on(&mut before, handled.stop.is_some())?;
                }
                let Ok(delivered) = told.recv() else { break };
                handled.stop = delivered.stop;
                if let Some(bar) = &bar {
                    bar.inc(count as u64);
                }
                before = delivered.settled;
                // Where nothing was taken in hand ahead, it is written down at once.
                if next.is_empty() {
                    next = go_on(&mut before, handled.stop.is_some())?;
                }
                now = next;
            }
            Ok::<(), Fault>(())
        })?;
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        // What stays behind is swept up by the next run.
        let _ = journal.close();
        Ok(())
    }
}

/// Lot after lot as they come. After a reason to stop, what is in hand is given back.
fn hand_over(
    transport: &mut Transport,
    writer: &Writer,
    journal: &mut Journal,
    given: &Receiver<Vec<Outgoing>>,
    tell: &Sender<Delivered>,
) {
    let mut stop = None;
    for lot in given {
        let items: Vec<Item> = lot.into_iter().map(|message| writer.item(message)).collect();
        let delivered = transport.deliver(&items, stop, journal);
        stop = delivered.stop.clone();
        if tell.send(delivered).is_err() {
            break;
        }
    }
}

impl Run {
    /// Writes down what became of one lot and takes another in hand, with one wait for the disk. What was told or taken back since it was
    /// chosen is left. Before anything leaves, the file beside the register knows of it.
    fn go_on(
        &self,
        settled: &[Settled],
        next: Option<&[i64]>,
        found: &Found,
        desk: &mut Desk,
        env: &Env,
    ) -> Result<Vec<Outgoing>, Fault> {
        if settled.is_empty() && next.is_none() {
            return Ok(Vec::new());
        }
        self.look_at_the_clock(desk, env);
        let (store, _, stamp) = desk.split();
        let op = if settled.is_empty() { Op::NotifyClaim } else { Op::NotifySend };
        let claimed = store.transact(op, stamp, |tx| -> Result<Vec<Outgoing>, Fault> {
            settle(tx, settled)?;
            let mut in_hand = Vec::new();
            for id in next.unwrap_or_default() {
                let is_ours = match found.resume.iter().find(|one| one.id == *id) {
                    Some(left) => {
                        tx.take_over(left.id, left.attempt, &self.name)?;
                        true
                    }
                    None => tx.claim(*id, &self.way, &self.name)?.is_some(),
                };
                if is_ours {
                    in_hand.push(*id);
                }
            }
            say(tx, &in_hand, "sending");
            Ok(in_hand.iter().map(|id| tx.outgoing(*id)).collect::<Result<Vec<_>, _>>()?)
        })?;
        let store = &desk.store;
        if !claimed.value.is_empty() {
            self.witness.note(&store.operation(store.last_op()?)?)?;
        }
        Ok(claimed.value)
    }

    /// A run may last for hours: what it writes down bears the time at which it happened. A clock that was given stands still.
    fn look_at_the_clock(&self, desk: &mut Desk, env: &Env) {
        if !desk.stamp.given_clock {
            let at = env.now + self.begun.elapsed();
            (desk.stamp.at, desk.stamp.today) = (at, at.with_timezone(&desk.zone()).date_naive());
        }
    }
}
