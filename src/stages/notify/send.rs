//! Sending, which closes the stage: messages are taken in hand (one operation), handed over outside any transaction, and their fate
//! is written down (another). Killed anywhere between, the next run learns from the journal of this one how far it came.

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::mail::journal::Settlement;
use crate::stages::notify::address;
use crate::stages::notify::choose::{Choice, Scope, choose};
use crate::stages::notify::close::{self, CaseAfter};
use crate::stages::notify::lots::{Handled, Lots};
use crate::stages::notify::recover::{self, Found, settle};
use crate::stages::notify::report::{self, Report};
use crate::stages::notify::sender;
use crate::stages::notify::via::{self, Settled, Via};
use crate::stages::notify::witness::Witness;
use crate::stages::passage::{may_waive, must_be_open};
use crate::typed;
use crate::view::Answer;
use ata_model::control::Control;
use ata_model::op::Op;
use ata_model::stage::Stage;
use ata_store::{Lens, Tx};
use clap::Args;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

#[derive(Args)]
pub struct Send {
    /// Cases (else everything that waits)
    case: Vec<String>,
    /// Where e-mail goes: maildir:DIR, smtp://USER@HOST:PORT, smtps://…, sendmail (else ATA_VIA, else ata notify via)
    #[arg(long, value_name = "WAY")]
    via: Option<String>,
    /// Send at most so many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    /// Send at most so many a minute
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=60_000))]
    per_minute: Option<u32>,
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
    pub register: PathBuf,
    pub from: Option<String>,
    max: Option<usize>,
    /// Only messages of this kind; none: all.
    only: Option<&'static str>,
}

pub fn run(args: &Send, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    may_waive(&desk.lens(), Stage::Notify, &waivers)?;
    let stored = desk.store.mail_way()?;
    let via = via::read(args.via.as_ref(), args.per_minute, stored.as_ref())?;
    let only_from = via.as_ref().and_then(Via::only_from);
    let mut order = Order {
        named: Vec::new(),
        waivers,
        via,
        register: env.database()?,
        from: sender::given(args.from.as_ref(), &desk.store)?.or(only_from),
        max: args.max.map(|max| max as usize),
        only: None,
    };
    order.named = typed::each(&args.case, |text| desk.store.find_case(text))?;
    let report = if env.globals.dry_run { rehearse(&order, &mut desk)? } else { send(&order, &mut desk, env)? };
    let undelivered = report.undelivered();
    let notes = report::notes(&report);
    let answer = Answer::of(report, report::page).notes(notes);
    Ok(if undelivered { answer.exit(Kind::Undelivered.exit()) } else { answer })
}

/// Sends what waits of one kind; no case moves on by it.
///
/// # Errors
/// As sending everything.
pub fn kind(
    kind: &'static str,
    via: Option<&String>,
    from: Option<&String>,
    desk: &mut Desk,
    env: &Env,
) -> Result<Report, Fault> {
    let stored = desk.store.mail_way()?;
    let via = via::read(via, None, stored.as_ref())?;
    let only_from = via.as_ref().and_then(Via::only_from);
    let order = Order {
        named: Vec::new(),
        waivers: Vec::new(),
        via,
        register: env.database()?,
        from: sender::given(from, &desk.store)?.or(only_from),
        max: None,
        only: Some(kind),
    };
    send(&order, desk, env)
}

/// Everything in one transaction that leaves no trace, as if every delivery had succeeded.
fn rehearse(order: &Order, desk: &mut Desk) -> Result<Report, Fault> {
    let way = order.via.as_ref().map(Via::label);
    let safe = order.via.as_ref().filter(|via| via.repeats_safely()).and(way.as_deref());
    let found = recover::find(&desk.store, &order.register, safe)?;
    let witness = Witness::of(&order.register, &desk.row);
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NotifySend, stamp, |tx| -> Result<Report, Fault> {
        settle(tx, &found.left)?;
        let choice = begin(tx, order, &lens, way.as_deref(), &found)?;
        if !choice.is_empty() {
            witness.must_be_original(tx)?;
        }
        let sent = |id, attempt| {
            let what = Settlement { state: "sent".to_owned(), ..Settlement::default() };
            Settled { id, attempt, what }
        };
        let attempts: HashMap<i64, i64> = found.resume.iter().map(|one| (one.id, one.attempt)).collect();
        let mut fates: Vec<Settled> =
            choice.resume.iter().filter_map(|id| Some(sent(*id, *attempts.get(id)?))).collect();
        for id in &choice.fresh {
            if let Some(attempt) = tx.claim(*id, way.as_deref().unwrap_or_default(), "")? {
                fates.push(sent(*id, attempt));
            }
        }
        settle(tx, &fates)?;
        let mut handled = found.decided();
        handled.extend(fates.iter().map(|fate| fate.id));
        let nothing = handled.is_empty() && found.busy.is_empty() && choice.homeless.is_empty();
        let cases = close::cases(tx, &lens, order, &choice.cases, nothing)?;
        Report::of(tx, order, &choice, &handled, cases)
    })?;
    Ok(outcome.value.busy(found.busy.len()).finished(outcome.changed, true))
}

fn send(order: &Order, desk: &mut Desk, env: &Env) -> Result<Report, Fault> {
    // Held before anything is chosen: what another run has in hand must not look cut short.
    // Where nothing waits, no run has anything in hand, and no folder is made for it.
    let waits = desk.store.mail_waiting()? > 0;
    let mut transport = order.via.as_ref().filter(|_| waits).map(Via::open).transpose()?;
    let way = transport.as_ref().map(|transport| transport.label().to_owned()).or(order.via.as_ref().map(Via::label));
    let safe = transport.as_ref().filter(|transport| transport.repeats_safely()).and(way.as_deref());
    let found = recover::recover(desk, &order.register, safe)?;
    let (store, lens, stamp) = desk.split();
    let begun = store.transact(Op::NotifyClaim, stamp, |tx| begin(tx, order, &lens, way.as_deref(), &found))?;
    let (choice, mut changed) = (begun.value, begun.changed || !found.left.is_empty());
    let mut handled = Handled { ids: found.decided(), stop: None };
    if let (None, Some(via), false) = (&transport, &order.via, choice.is_empty()) {
        transport = Some(via.open()?);
    }
    if let (Some(transport), false) = (&mut transport, choice.is_empty()) {
        Lots::begin(order, desk, transport)?.deliver(&choice, &found, desk, env, &mut handled)?;
    }
    recover::tidy(desk, &order.register)?;
    changed |= !handled.ids.is_empty();
    // What another run has in hand is on its way too; and what nobody has an address for is said by itself.
    let nothing = handled.ids.is_empty() && found.busy.is_empty() && choice.homeless.is_empty();
    let (store, lens, stamp) = desk.split();
    let closed = store.transact(Op::NotifyClose, stamp, |tx| -> Result<Vec<CaseAfter>, Fault> {
        if order.only.is_some() {
            return Ok(Vec::new());
        }
        close::cases(tx, &lens, order, &choice.cases, nothing)
    })?;
    let report = store.snapshot(|db| Report::of(db, order, &choice, &handled.ids, closed.value))?;
    Ok(report.busy(found.busy.len()).stopped(handled.stop).finished(changed || closed.changed, false))
}

/// Calls back what is stale and chooses what goes out.
fn begin(tx: &mut Tx<'_>, order: &Order, lens: &Lens<'_>, way: Option<&str>, found: &Found) -> Result<Choice, Fault> {
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
    // An address may have become another one by an import, or when two people turned out to be one.
    address::anew(tx, None)?;
    let rules = lens.profile.controls(Stage::Notify);
    let applies = rules.iter().any(|rule| rule.name == Control::Signed);
    let waived = order.waivers.iter().any(|(control, _)| *control == Control::Signed);
    let named: HashSet<i64> = order.named.iter().copied().collect();
    let resume = found.resumed();
    let scope = Scope {
        cases: &named,
        resume: &resume,
        signed: applies && !waived,
        has_from: order.from.is_some(),
        max: order.max,
        only: order.only,
    };
    let choice = choose(&tx.undelivered(&tx.stamp.instant())?, &scope);
    if way.is_none() && !choice.fresh.is_empty() {
        return Err(via::missing(choice.fresh.len()));
    }
    Ok(choice)
}
