//! What runs that are over left in hand. Their journals say how far they came: what was not begun waits again, what was
//! settled is settled, and what was being given at that moment only a person can decide on.

use crate::env::Desk;
use crate::error::{Fault, file_fault};
use crate::mail::journal::{self, Run};
use crate::stages::notify::here;
use crate::stages::notify::via::Settled;
use ata_model::op::Op;
use ata_store::{Db, Fate, InHand, Tx};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What was found in hand.
#[derive(Debug, Default)]
pub struct Found {
    /// On the way out of this run, where handing over again is safe: taken up again.
    pub resume: Vec<InHand>,
    /// In the hands of another run that lives.
    pub busy: Vec<i64>,
    /// Left behind by runs that are over, and what became of each.
    pub left: Vec<Settled>,
}

impl Found {
    pub fn resumed(&self) -> HashSet<i64> {
        self.resume.iter().map(|one| one.id).collect()
    }

    /// Messages whose fate is known by now, or known to be unknown.
    pub fn decided(&self) -> Vec<i64> {
        self.left.iter().filter(|one| one.what.state != "returned").map(|one| one.id).collect()
    }
}

/// Looks at what runs have in hand, of all cases. `safe` names the way on which a message may be handed over again.
///
/// # Errors
/// What the store says, or a journal that cannot be read.
pub fn find(db: &Db, register: &Path, safe: Option<&str>) -> Result<Found, Fault> {
    let mut found = Found::default();
    let boot = here::boot();
    let mut runs: HashMap<String, Run> = HashMap::new();
    for one in db.in_hand()? {
        if !runs.contains_key(&one.run) {
            let run =
                journal::look(register, &one.run, boot.as_deref()).map_err(|error| file_fault(register, &error))?;
            runs.insert(one.run.clone(), run);
        }
        match runs.get(&one.run).and_then(|run| run.verdict(one.id, one.attempt)) {
            None => found.busy.push(one.id),
            Some(_) if safe == Some(one.via.as_str()) => found.resume.push(one),
            Some(what) => found.left.push(Settled { id: one.id, attempt: one.attempt, what }),
        }
    }
    Ok(found)
}

/// The same, and what ended runs left behind is settled.
///
/// # Errors
/// As [`find`].
pub fn recover(desk: &mut Desk, register: &Path, safe: Option<&str>) -> Result<Found, Fault> {
    let found = find(&desk.store, register, safe)?;
    if !found.left.is_empty() {
        let (store, _, stamp) = desk.split();
        store.transact(Op::NotifyRecover, stamp, |tx| settle(tx, &found.left))?;
    }
    Ok(found)
}

/// Takes away the journals nobody needs any more.
///
/// # Errors
/// What the store says.
pub fn tidy(desk: &Desk, register: &Path) -> Result<(), Fault> {
    let needed: HashSet<String> = desk.store.in_hand()?.into_iter().map(|one| one.run).collect();
    journal::sweep(register, &needed);
    Ok(())
}

/// Writes down what became of messages.
///
/// # Errors
/// What the store says.
pub fn settle(tx: &mut Tx<'_>, fates: &[Settled]) -> Result<(), Fault> {
    for Settled { id, attempt, what } in fates {
        let fate = Fate {
            attempt: *attempt,
            state: &what.state,
            error: &what.error,
            detail: &what.detail,
            sha256: &what.sha256,
        };
        tx.settle(*id, &fate)?;
    }
    for state in ["sent", "failed", "uncertain", "later", "returned"] {
        let ids: Vec<i64> = fates.iter().filter(|fate| fate.what.state == state).map(|fate| fate.id).collect();
        say(tx, &ids, state);
    }
    Ok(())
}

/// The log's line.
pub fn say(tx: &mut Tx<'_>, ids: &[i64], state: &str) {
    let which = match ids {
        [] => return,
        [one] => format!("M-{one}"),
        [first, .., last] => format!("M-{first}…M-{last} ({})", ids.len()),
    };
    tx.say(format!("{which} {state}").trim_end());
}
