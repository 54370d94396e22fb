//! Sending, which closes the stage: messages are taken in hand (one operation), handed over outside any transaction, and their fate
//! is written down (another). Killed anywhere between, the next run finds what was in hand and hands it over again under the same
//! name, which changes nothing where it had arrived.

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::stages::notify::choose::{Choice, Scope, choose};
use crate::stages::notify::close::{self, CaseAfter};
use crate::stages::notify::report::{self, Report};
use crate::stages::notify::sender;
use crate::stages::notify::via::{self, Settled, Transport, Via};
use crate::stages::passage::{may_waive, must_be_open};
use crate::typed;
use crate::view::Answer;
use ata_model::control::Control;
use ata_model::op::Op;
use ata_model::stage::Stage;
use ata_store::{Fate, Lens, Tx};
use clap::Args;
use std::collections::HashSet;

/// Messages taken in hand at a time: what one cut short leaves to be resumed.
const BATCH: usize = 100;

#[derive(Args)]
pub struct Send {
    /// Cases (else everything that waits)
    case: Vec<String>,
    /// Where e-mail goes: maildir:DIR (else ATA_VIA)
    #[arg(long, value_name = "WAY")]
    via: Option<String>,
    /// Send at most so many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    /// Address to come from when neither the signatory nor the group has one (else ATA_FROM)
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON", requires = "case")]
    waive: Vec<String>,
}

/// What was asked for.
pub struct Order {
    /// Keys of the cases named; empty: all.
    pub named: Vec<i64>,
    pub waivers: Vec<(Control, String)>,
    pub via: Option<Via>,
    from: Option<String>,
    max: Option<usize>,
}

pub fn run(args: &Send, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    may_waive(&desk.lens(), Stage::Notify, &waivers)?;
    let mut order = Order {
        named: Vec::new(),
        waivers,
        via: via::read(args.via.as_ref())?,
        from: sender::given(args.from.as_ref())?,
        max: args.max.map(|max| max as usize),
    };
    for text in &args.case {
        let key = desk.store.find_case(text)?;
        if !order.named.contains(&key) {
            order.named.push(key);
        }
    }
    let report = if env.globals.dry_run { rehearse(&order, &mut desk)? } else { send(&order, &mut desk, env)? };
    let undelivered = report.undelivered();
    let notes = report::notes(&report);
    let answer = Answer::of(report, report::page).notes(notes);
    Ok(if undelivered { answer.exit(Kind::Undelivered.exit()) } else { answer })
}

/// Everything in one transaction that leaves no trace, as if every delivery had succeeded.
fn rehearse(order: &Order, desk: &mut Desk) -> Result<Report, Fault> {
    let (store, lens, stamp) = desk.split();
    let way = order.via.as_ref().map(Via::label);
    let outcome = store.transact(Op::NotifySend, stamp, |tx| -> Result<Report, Fault> {
        let choice = begin(tx, order, &lens, way.as_deref())?;
        let sent = |id| Settled { id, state: "sent", error: "", detail: String::new() };
        let mut handled = choice.resume.clone();
        for id in &choice.fresh {
            if tx.claim(*id, way.as_deref().unwrap_or_default())? {
                handled.push(*id);
            }
        }
        let fates: Vec<Settled> = handled.iter().map(|id| sent(*id)).collect();
        settle(tx, &fates)?;
        let cases = close::cases(tx, &lens, order, &choice.cases, handled.is_empty())?;
        Report::of(tx, order, &choice, &handled, cases)
    })?;
    Ok(outcome.value.finished(outcome.changed, true))
}

fn send(order: &Order, desk: &mut Desk, env: &Env) -> Result<Report, Fault> {
    // Held before anything is chosen: what another run has in hand must not look cut short.
    let mut transport = order.via.as_ref().map(Via::open).transpose()?;
    let way = transport.as_ref().map(Transport::label);
    let (store, lens, stamp) = desk.split();
    let begun = store.transact(Op::NotifyClaim, stamp, |tx| begin(tx, order, &lens, way.as_deref()))?;
    let (choice, mut changed) = (begun.value, begun.changed);
    let mut handled = Vec::new();
    if let Some(transport) = &mut transport {
        handled = deliver(&choice, transport, order, desk, env)?;
    }
    changed |= !handled.is_empty();
    let (store, lens, stamp) = desk.split();
    let closed = store.transact(Op::NotifyClose, stamp, |tx| -> Result<Vec<CaseAfter>, Fault> {
        close::cases(tx, &lens, order, &choice.cases, handled.is_empty())
    })?;
    let report = Report::of(store, order, &choice, &handled, closed.value)?;
    Ok(report.finished(changed || closed.changed, false))
}

/// Calls back what is stale and chooses what goes out.
fn begin(tx: &mut Tx<'_>, order: &Order, lens: &Lens<'_>, way: Option<&str>) -> Result<Choice, Fault> {
    for key in &order.named {
        let case = tx.case(*key, lens)?;
        // People may still have to learn that a case was given up; and a sealed one is past all this.
        if !matches!(case.state.as_str(), "cancelled" | "closed") {
            must_be_open(&case)?;
        }
        tx.drop_stale(Some(*key))?;
    }
    if order.named.is_empty() {
        tx.drop_stale(None)?;
    }
    let rules = lens.profile.controls(Stage::Notify);
    let applies = rules.iter().any(|rule| rule.name == Control::Signed);
    let waived = order.waivers.iter().any(|(control, _)| *control == Control::Signed);
    let named: HashSet<i64> = order.named.iter().copied().collect();
    let scope =
        Scope { cases: &named, via: way, signed: applies && !waived, has_from: order.from.is_some(), max: order.max };
    let choice = choose(&tx.undelivered(&tx.stamp.instant())?, &scope);
    if way.is_none() && !choice.fresh.is_empty() {
        return Err(via::missing(choice.fresh.len()));
    }
    match choice.homeless {
        Some(_) => Err(sender::unknown()),
        None => Ok(choice),
    }
}

/// Hands over batch by batch; returns the messages whose fate was written down.
fn deliver(
    choice: &Choice,
    transport: &mut Transport,
    order: &Order,
    desk: &mut Desk,
    env: &Env,
) -> Result<Vec<i64>, Fault> {
    let row = desk.row.clone();
    let way = transport.label();
    let batches = choice.resume.chunks(BATCH).map(|ids| (false, ids));
    let batches = batches.chain(choice.fresh.chunks(BATCH).map(|ids| (true, ids)));
    let all = choice.resume.len() + choice.fresh.len();
    let bar = (env.is_watched() && all > BATCH).then(|| indicatif::ProgressBar::new(all as u64));
    let mut handled = Vec::new();
    for (is_fresh, ids) in batches {
        let (store, _, stamp) = desk.split();
        let in_hand = if is_fresh {
            store.transact(Op::NotifyClaim, stamp, |tx| claim(tx, ids, &way))?.value
        } else {
            ids.to_vec()
        };
        let outgoing = in_hand.iter().map(|id| store.outgoing(*id)).collect::<Result<Vec<_>, _>>()?;
        let fates = transport.deliver(&outgoing, &row, order.from.as_deref());
        store.transact(Op::NotifySend, stamp, |tx| settle(tx, &fates))?;
        handled.extend(&in_hand);
        if let Some(bar) = &bar {
            bar.inc(ids.len() as u64);
        }
        // A folder that takes nothing will not take the next hundred either.
        if !fates.is_empty() && fates.iter().all(|fate| fate.error == "folder") {
            break;
        }
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(handled)
}

/// Takes messages in hand; what was told or taken back since it was chosen is left.
fn claim(tx: &mut Tx<'_>, ids: &[i64], way: &str) -> Result<Vec<i64>, Fault> {
    let mut in_hand = Vec::new();
    for id in ids {
        if tx.claim(*id, way)? {
            in_hand.push(*id);
        }
    }
    say(tx, &in_hand, "");
    Ok(in_hand)
}

fn settle(tx: &mut Tx<'_>, fates: &[Settled]) -> Result<(), Fault> {
    for fate in fates {
        tx.settle(fate.id, &Fate { state: fate.state, error: fate.error, detail: &fate.detail })?;
    }
    for state in ["sent", "failed", "uncertain", "queued"] {
        let ids: Vec<i64> = fates.iter().filter(|fate| fate.state == state).map(|fate| fate.id).collect();
        say(tx, &ids, state);
    }
    Ok(())
}

fn say(tx: &mut Tx<'_>, ids: &[i64], state: &str) {
    let which = match ids {
        [] => return,
        [one] => format!("M-{one}"),
        [first, .., last] => format!("M-{first}…M-{last} ({})", ids.len()),
    };
    tx.say(format!("{which} {state}").trim_end());
}
