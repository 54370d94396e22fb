//! Deciding on a need: accept it, turn it down, hand it to another group, join it to another need.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::stages::brief;
use crate::stages::notify::referral;
use crate::stages::passage::{leave, must_be_open, not_taken};
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::stage::Stage;
use ata_store::CaseChange;
use clap::Args;

#[derive(Args)]
pub struct Accept {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// The group that answers for them
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
    /// Go straight to a later stage, where the profile allows it
    #[arg(long, value_name = "STAGE")]
    shortcut: Option<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON")]
    waive: Vec<String>,
}

#[derive(Args)]
pub struct Reject {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct Refer {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// The group it belongs to
    #[arg(long, value_name = "ORG")]
    to: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct Merge {
    /// The needs that are given up
    #[arg(required = true)]
    case: Vec<String>,
    /// The need that stays
    into: String,
}

pub fn accept(args: &Accept, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    let to = args.shortcut.as_ref().map(|text| stage(text)).transpose()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedAccept, stamp, |tx| -> Result<_, Fault> {
        let group = args.group.as_ref().map(|text| tx.find_organisation(text)).transpose()?;
        let (mut cases, mut notes) = (Vec::new(), Vec::new());
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if let Some(to) = to
                && case.stage == Stage::Need
                && !lens.profile.allows_shortcut(&case.origin, Stage::Need, to)
            {
                let origin = Arg::Word(format!("term-origin-{}", case.origin));
                let stage = Arg::Word(format!("term-stage-{}", to.code()));
                let phrase = phrase!("need-no-shortcut", case = &case.id, origin = origin, to = stage);
                return Err(Fault::refused(phrase).try_this(format!("ata need accept {}", case.id)));
            }
            match group {
                Some(_) if case.stage == Stage::Need => {
                    tx.change_case(key, &CaseChange { group: Some(group), ..CaseChange::default() })?;
                }
                Some(group) => {
                    let kept = case.group.as_ref().map(|group| group.id.as_str());
                    notes.extend(not_taken(&case.id, "--group", kept, &format!("O-{group}")));
                }
                None => {}
            }
            leave(tx, &lens, key, Stage::Need, &waivers, to)?;
            cases.push(tx.case(key, &lens)?);
        }
        Ok((cases, notes))
    })?;
    let (cases, notes) = outcome.value;
    Ok(Answer::changes(cases, outcome.changed, env, brief::case).notes(notes))
}

fn stage(text: &str) -> Result<Stage, Fault> {
    Stage::parse(&text.to_lowercase()).ok_or_else(|| Fault::usage(phrase!("usage-stage", value = text)))
}

pub fn reject(args: &Reject, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = typed::line(&args.reason, "--reason")?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedReject, stamp, |tx| -> Result<_, Fault> {
        let (mut cases, mut notes, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if case.state == "rejected" {
                notes.extend(not_taken(&case.id, "--reason", case.state_reason.as_deref(), &reason));
            } else {
                must_be_need(&case)?;
                tx.set_state(key, "rejected", &reason)?;
                dropped.extend(tx.drop_referrals(key)?);
            }
            cases.push(tx.case(key, &lens)?);
        }
        Ok((cases, notes, dropped))
    })?;
    let (cases, notes, dropped) = outcome.value;
    Ok(Answer::changes(cases, outcome.changed, env, brief::case).notes(notes).next(called_back(&dropped)))
}

/// Only a need that is still open and not yet accepted is decided on.
fn must_be_need(case: &ata_model::case::Case) -> Result<(), Fault> {
    must_be_open(case)?;
    if case.stage == Stage::Need {
        return Ok(());
    }
    Err(Fault::refused(phrase!("need-accepted-already", case = &case.id))
        .try_this(format!("ata cancel {} --reason TEXT", case.id)))
}

/// The case stays what it is and changes hands; the head of the other group (or the group's own address) is told.
pub fn refer(args: &Refer, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = typed::line(&args.reason, "--reason")?;
    let row = desk.row.clone();
    let mut referred = Vec::new();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedRefer, stamp, |tx| -> Result<_, Fault> {
        let keys = typed::each(&args.case, |text| tx.find_case(text))?;
        let to = tx.find_organisation(&args.to)?;
        let (mut cases, mut dropped) = (Vec::new(), Vec::new());
        for key in keys {
            let case = tx.case(key, &lens)?;
            must_be_need(&case)?;
            let there = case.group.as_ref().is_some_and(|group| group.id == format!("O-{to}"));
            if !there {
                tx.change_case(key, &CaseChange { group: Some(Some(to)), ..CaseChange::default() })?;
                // Whom the need passed by need not be told of it any more.
                dropped.extend(tx.drop_referrals(key)?);
                referral::queue(tx, &row, &case, &case.id, &case.title, to, &reason)?;
                referred.push(phrase!("need-referred", case = &case.id));
            }
            cases.push(tx.case(key, &lens)?);
        }
        referred.extend(called_back(&dropped));
        Ok(cases)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case).next(referred))
}

/// What the need given up brings passes over to the one that stays, and is said.
pub fn merge(args: &Merge, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedMerge, stamp, |tx| -> Result<_, Fault> {
        let into = tx.find_case(&args.into)?;
        let target = tx.case(into, &lens)?;
        let (mut notes, mut dropped) = (Vec::new(), Vec::new());
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if key == into {
                return Err(Fault::usage(phrase!("need-merge-itself", case = &case.id)));
            }
            if case.merged_into.as_deref() == Some(target.id.as_str()) {
                continue;
            }
            must_be_need(&case)?;
            must_be_open(&target)?;
            let passed = tx.merge_case(key, into)?.join(", ");
            let note = phrase!("need-merge-passed", case = &case.id, into = &target.id, options = &passed);
            notes.extend((!passed.is_empty()).then_some(note));
            dropped.extend(tx.drop_referrals(key)?);
        }
        Ok((tx.case(into, &lens)?, notes, dropped))
    })?;
    let (case, passed, dropped) = outcome.value;
    Ok(Answer::change(case, outcome.changed, env, brief::case).notes(passed).next(called_back(&dropped)))
}

/// Whom a need passed by, or was to be told of one that is decided on, need not hear of it.
fn called_back(messages: &[i64]) -> Option<Phrase> {
    let which: Vec<String> = messages.iter().map(|id| format!("M-{id}")).collect();
    (!which.is_empty()).then(|| phrase!("need-referral-dropped", n = which.len(), messages = which.join(", ")))
}
