//! Confirming a schedule: the sessions of a case are as the procedure wants them, and the case moves on to be told.

use crate::env::Env;
use crate::error::Fault;
use crate::stages::{brief, passage};
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::stage::Stage;
use clap::Args;

#[derive(Args)]
pub struct Confirm {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON")]
    waive: Vec<String>,
}

pub fn confirm(args: &Confirm, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleConfirm, stamp, |tx| -> Result<_, Fault> {
        let mut cases = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            passage::leave(tx, &lens, key, Stage::Schedule, &waivers, None)?;
            cases.push(tx.case(key, &lens)?);
        }
        Ok(cases)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case))
}
