//! What becomes of a case besides walking on: a stage left out, a pause, giving it up.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Arg;
use crate::phrase;
use crate::stages::brief;
use crate::stages::passage::{must_be_open, not_taken};
use crate::typed;
use crate::view::Answer;
use ata_model::case::Case;
use ata_model::op::Op;
use ata_model::stage::Stage;
use ata_store::{Lens, Tx};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeMap;

#[derive(Args)]
pub struct Skip {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// The stage to leave out; the case must be at it
    #[arg(value_parser = PossibleValuesParser::new(Stage::ALL.map(Stage::code)))]
    stage: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct Hold {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Args)]
pub struct Resume {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
}

#[derive(Args)]
pub struct Cancel {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// A stage is left out only when the case stands at it and the profile lets it be.
pub fn skip(args: &Skip, env: &Env) -> Result<Answer, Fault> {
    let reason = typed::line(&args.reason, "--reason")?;
    let Some(stage) = Stage::parse(&args.stage) else {
        return Err(Fault::usage(phrase!("usage-stage", value = &args.stage)));
    };
    each(Op::Skip, &args.case, env, |tx, lens, case| {
        let earlier = tx.passages(case.key)?.into_iter().find(|passage| passage.stage == stage);
        if earlier.is_some_and(|passage| passage.outcome == "skipped") {
            return Ok(());
        }
        must_be_open(case)?;
        may_skip(case, stage, lens)?;
        Ok(tx.leave_stage(case.key, stage, "skipped", &reason, &BTreeMap::new(), None)?)
    })
}

fn may_skip(case: &Case, stage: Stage, lens: &Lens<'_>) -> Result<(), Fault> {
    let name = |stage: Stage| Arg::Word(format!("term-stage-{}", stage.code()));
    let refused = |key: &str| Fault::refused(phrase!(key, case = &case.id, stage = name(stage), at = name(case.stage)));
    if case.stage > stage {
        return Err(refused("desk-skip-past").try_this(format!("ata trace {}", case.id)));
    }
    if stage.next().is_none() || !lens.profile.rule(stage).skippable {
        return Err(refused("desk-skip-never").try_this(stage.closing(&case.id)));
    }
    if case.stage < stage {
        return Err(refused("desk-skip-not-yet").try_this(case.stage.closing(&case.id)));
    }
    Ok(())
}

/// Does the same to each case named.
fn each(
    op: Op,
    cases: &[String],
    env: &Env,
    work: impl Fn(&mut Tx<'_>, &Lens<'_>, &Case) -> Result<(), Fault>,
) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(op, stamp, |tx| -> Result<_, Fault> {
        let mut changed = Vec::new();
        for key in typed::each(cases, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            work(tx, &lens, &case)?;
            changed.push(tx.case(key, &lens)?);
        }
        Ok(changed)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case))
}

pub fn hold(args: &Hold, env: &Env) -> Result<Answer, Fault> {
    let reason = typed::line(&args.reason, "--reason")?;
    each(Op::Hold, &args.case, env, |tx, _, case| {
        if case.state != "on_hold" {
            must_be_open(case)?;
        }
        Ok(tx.set_state(case.key, "on_hold", &reason)?)
    })
}

pub fn resume(args: &Resume, env: &Env) -> Result<Answer, Fault> {
    each(Op::Resume, &args.case, env, |tx, _, case| {
        if case.state != "on_hold" {
            return must_be_open(case);
        }
        Ok(tx.set_state(case.key, "open", "")?)
    })
}

/// What waits to be sent is not sent, what was to take place does not; whoever was told of it has still to be told.
pub fn cancel(args: &Cancel, env: &Env) -> Result<Answer, Fault> {
    let reason = typed::line(&args.reason, "--reason")?;
    let told = std::cell::RefCell::new(Vec::new());
    let answer = each(Op::Cancel, &args.case, env, |tx, _, case| {
        if case.state == "cancelled" {
            told.borrow_mut().extend(not_taken(&case.id, "--reason", case.state_reason.as_deref(), &reason));
            return Ok(());
        }
        if case.state != "on_hold" {
            must_be_open(case)?;
        }
        let people = tx.told_of_coming(case.key)?;
        if people > 0 {
            told.borrow_mut().push(phrase!("desk-cancel-told", case = &case.id, n = people));
        }
        Ok(tx.cancel_case(case.key, &reason)?)
    })?;
    Ok(answer.notes(told.into_inner()))
}
