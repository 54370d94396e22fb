//! Deciding on a need: accept it, turn it down, hand it to another group, join it to another need.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::stages::brief;
use crate::stages::notify::referral;
use crate::stages::passage::{leave, must_be_open};
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
    /// The need that is given up
    case: String,
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
        let mut cases = Vec::new();
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
            if group.is_some() && case.stage == Stage::Need {
                tx.change_case(key, &CaseChange { group: Some(group), ..CaseChange::default() })?;
            }
            leave(tx, &lens, key, Stage::Need, &waivers, to)?;
            cases.push(tx.case(key, &lens)?);
        }
        Ok(cases)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case))
}

fn stage(text: &str) -> Result<Stage, Fault> {
    Stage::parse(&text.to_lowercase()).ok_or_else(|| Fault::usage(phrase!("usage-stage", value = text)))
}

pub fn reject(args: &Reject, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let reason = typed::line(&args.reason, "--reason")?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedReject, stamp, |tx| -> Result<_, Fault> {
        let (mut cases, mut dropped) = (Vec::new(), Vec::new());
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if case.state != "rejected" {
                must_be_need(&case)?;
                tx.set_state(key, "rejected", &reason)?;
                dropped.extend(tx.drop_referrals(key)?);
            }
            cases.push(tx.case(key, &lens)?);
        }
        Ok((cases, dropped))
    })?;
    let (cases, dropped) = outcome.value;
    Ok(Answer::changes(cases, outcome.changed, env, brief::case).next(called_back(&dropped)))
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

/// The requesters and beneficiaries of the need given up join those of the one that stays.
pub fn merge(args: &Merge, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedMerge, stamp, |tx| -> Result<_, Fault> {
        let (key, into) = (tx.find_case(&args.case)?, tx.find_case(&args.into)?);
        let (case, target) = (tx.case(key, &lens)?, tx.case(into, &lens)?);
        if key == into {
            return Err(Fault::usage(phrase!("need-merge-itself", case = &case.id)));
        }
        let mut dropped = Vec::new();
        if case.merged_into.as_deref() != Some(target.id.as_str()) {
            must_be_need(&case)?;
            must_be_open(&target)?;
            tx.merge_case(key, into)?;
            dropped = tx.drop_referrals(key)?;
        }
        Ok((tx.case(into, &lens)?, dropped))
    })?;
    let (case, dropped) = outcome.value;
    Ok(Answer::change(case, outcome.changed, env, brief::case).next(called_back(&dropped)))
}

/// Whom a need passed by, or was to be told of one that is decided on, need not hear of it.
fn called_back(messages: &[i64]) -> Option<Phrase> {
    let which: Vec<String> = messages.iter().map(|id| format!("M-{id}")).collect();
    (!which.is_empty()).then(|| phrase!("need-referral-dropped", n = which.len(), messages = which.join(", ")))
}
