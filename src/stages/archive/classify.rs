//! Classifying cases by the records schedule.

use crate::env::Env;
use crate::error::Fault;
use crate::stages::brief;
use crate::stages::passage::must_be_open;
use crate::view::Answer;
use ata_model::op::Op;
use clap::Args;

#[derive(Args)]
pub struct Classify {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Code of the line, as in ata archive series list
    #[arg(long, value_name = "CODE")]
    series: String,
}

pub fn run(args: &Classify, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveClassify, stamp, |tx| -> Result<_, Fault> {
        let line = tx.find_series(&args.series)?;
        let mut cases = Vec::new();
        for text in &args.case {
            let key = tx.find_case(text)?;
            let case = tx.case(key, &lens)?;
            if case.series.as_deref() != Some(line.code.as_str()) {
                must_be_open(&case)?;
                tx.classify(key, &line.code)?;
            }
            cases.push(tx.case(key, &lens)?);
        }
        Ok(cases)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case))
}
