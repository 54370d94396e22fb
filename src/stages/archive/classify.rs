//! Classifying cases by the records schedule.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::case::Case;
use ata_model::document::SeriesLine;
use ata_model::op::Op;
use ata_store::{Lens, Tx};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Classify {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Code of the line, as in ata archive series list (else by the rules of the profile)
    #[arg(long, value_name = "CODE")]
    series: Option<String>,
}

/// A case, and what the line is called that it stands under.
#[derive(Serialize)]
struct Classified {
    #[serde(flatten)]
    case: Case,
    series_title: String,
}

pub fn run(args: &Classify, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveClassify, stamp, |tx| -> Result<_, Fault> {
        let given = args.series.as_ref().map(|code| tx.find_series(code)).transpose()?;
        let mut cases = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            let line = match &given {
                Some(line) => line.clone(),
                None => by_rule(tx, &lens, key, &case)?,
            };
            if case.series.as_deref() != Some(line.code.as_str()) {
                must_be_open(&case)?;
                tx.classify(key, &line.code)?;
            }
            cases.push(Classified { case: tx.case(key, &lens)?, series_title: line.title() });
        }
        Ok(cases)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, |classified, words| {
        let series = classified.case.series.as_ref().map(|code| format!("{code} · {}", classified.series_title));
        let case = &classified.case;
        Page::default().line(format!("{}  {}", case.id, case.title)).facts(words, &[("series", series)])
    }))
}

/// The line that a rule of the profile names; a case that stands under one already stays there.
fn by_rule(tx: &Tx<'_>, lens: &Lens<'_>, key: i64, case: &Case) -> Result<SeriesLine, Fault> {
    if let Some(code) = &case.series {
        return Ok(tx.find_series(code)?);
    }
    match tx.series_by_rule(key, lens.profile)? {
        Some(code) => Ok(tx.find_series(&code)?),
        None => Err(Fault::refused(phrase!("archive-no-rule", case = &case.id))
            .try_this(format!("ata archive classify {} --series CODE", case.id))),
    }
}
