//! Drafting a plan, and approving it.

use super::show;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::passage::{leave, must_be_open};
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::plan::{ACTIVITIES, Plan};
use ata_model::stage::Stage;
use ata_store::{Lens, PlanChange, Tx, Who};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Draft {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Kind of activity
    #[arg(long, value_parser = PossibleValuesParser::new(ACTIVITIES))]
    activity: Option<String>,
    /// What is to be reached
    #[arg(long, value_name = "TEXT")]
    objective: Option<String>,
    /// For whom it is
    #[arg(long, value_name = "TEXT")]
    audience: Option<String>,
    /// How many are expected
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    expected: Option<i64>,
    /// What will be left afterwards (several times for several; replaces those said before)
    #[arg(long, value_name = "TEXT")]
    product: Vec<String>,
    /// What is needed (several times for several; replaces those said before)
    #[arg(long, value_name = "TEXT")]
    resource: Vec<String>,
    /// What it costs, in the country's money: 1500000 or 1500000.50
    #[arg(long, value_name = "AMOUNT")]
    cost: Option<String>,
    /// Why services must be contracted
    #[arg(long, value_name = "REASON")]
    external: Option<String>,
    /// Number of the contracting procedure
    #[arg(long, value_name = "TEXT")]
    contract_reference: Option<String>,
    /// Who takes part in giving it (several times for several; replaces those said before)
    #[arg(long, value_name = "ORG")]
    articulate: Vec<String>,
}

#[derive(Args)]
pub struct Approve {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Who approves
    #[arg(long, value_name = "PERSON")]
    signed_by: String,
    /// Number of the contracting procedure
    #[arg(long, value_name = "TEXT")]
    contract_reference: Option<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON")]
    waive: Vec<String>,
}

impl Draft {
    fn change(&self) -> Result<PlanChange, Fault> {
        let line = |text: &Option<String>, option| text.as_ref().map(|text| typed::line(text, option)).transpose();
        let list = |texts: &[String], option| {
            let lines = texts.iter().map(|text| typed::line(text, option)).collect::<Result<Vec<String>, Fault>>();
            (!texts.is_empty()).then_some(lines).transpose()
        };
        Ok(PlanChange {
            activity: self.activity.clone(),
            objective: paragraph(self.objective.as_ref(), "--objective")?,
            audience: line(&self.audience, "--audience")?,
            expected: self.expected,
            products: list(&self.product, "--product")?,
            resources: list(&self.resource, "--resource")?,
            cost: self.cost.as_ref().map(|text| typed::amount(text, "--cost")).transpose()?,
            external: line(&self.external, "--external")?,
            contract_reference: line(&self.contract_reference, "--contract-reference")?,
        })
    }
}

/// A text of any length, not empty.
fn paragraph(text: Option<&String>, option: &str) -> Result<Option<String>, Fault> {
    let Some(text) = text else { return Ok(None) };
    match typed::text(text) {
        text if text.is_empty() => Err(Fault::usage(phrase!("usage-line-empty", option = option))),
        text => Ok(Some(text)),
    }
}

/// The plan of a case as it is now.
fn plan(tx: &Tx<'_>, case: i64, lens: &Lens<'_>) -> Result<Plan, Fault> {
    let none = || ata_store::StoreError::Stored { what: "plan", detail: case.to_string() };
    Ok(tx.plan(case, lens)?.ok_or_else(none)?)
}

/// An approved plan stays as it was signed, but for the number of the contract, which may come later.
pub fn draft(args: &Draft, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let change = args.change()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::PlanDraft, stamp, |tx| -> Result<_, Fault> {
        let articulated = typed::each(&args.articulate, |text| tx.find_organisation(text).map(Who::Organisation))?;
        let mut plans = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            must_be_open(&tx.case(key, &lens)?)?;
            let before = tx.plan(key, &lens)?;
            tx.draft_plan(key, &change)?;
            if !articulated.is_empty() {
                tx.set_parties(key, "articulated", &articulated)?;
            }
            let after = plan(tx, key, &lens)?;
            if let Some(before) = before {
                must_be_as_signed(tx, key, before, &after)?;
            }
            plans.push(after);
        }
        Ok(plans)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, show::page))
}

fn must_be_as_signed(tx: &Tx<'_>, case: i64, before: Plan, after: &Plan) -> Result<(), Fault> {
    let as_signed = Plan { contract_reference: after.contract_reference.clone(), ..before };
    if as_signed.approved_on.is_none() || as_signed == *after {
        return Ok(());
    }
    let on = as_signed.approved_on.clone().unwrap_or_default();
    let by = as_signed.approved_by.as_ref().map(|who| who.name.clone()).unwrap_or_default();
    let log = tx.log(Some(case), None, i64::MAX)?;
    let approval = log.iter().find(|one| one.verb == Op::PlanApprove.verb() && one.undone_by.is_none());
    let undo = approval.map_or_else(|| "ata undo".to_owned(), |one| format!("ata undo --op {}", one.op));
    Err(Fault::refused(phrase!("plan-approved", case = &after.case, by = by, on = on)).try_this(undo))
}

/// The signature is noted first, so that it counts among the control points.
pub fn approve(args: &Approve, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    let contract_reference =
        args.contract_reference.as_ref().map(|text| typed::line(text, "--contract-reference")).transpose()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::PlanApprove, stamp, |tx| -> Result<_, Fault> {
        let signer = tx.find_person(&args.signed_by)?;
        let mut cases = Vec::new();
        let mut notes = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if case.stage > Stage::Plan {
                notes.extend(not_taken(&case.id, tx.plan(key, &lens)?.as_ref(), signer, contract_reference.as_deref()));
            }
            if case.stage == Stage::Plan {
                must_be_open(&case)?;
                let change = PlanChange { contract_reference: contract_reference.clone(), ..PlanChange::default() };
                tx.draft_plan(key, &change)?;
                tx.approve_plan(key, signer)?;
            }
            leave(tx, &lens, key, Stage::Plan, &waivers, None)?;
            cases.push(tx.case(key, &lens)?);
        }
        Ok((cases, notes))
    })?;
    let (cases, notes) = outcome.value;
    Ok(Answer::changes(cases, outcome.changed, env, crate::stages::brief::case).notes(notes))
}

/// The warning that a plan approved before stays as it was signed.
fn not_taken(case: &str, plan: Option<&Plan>, signer: i64, contract: Option<&str>) -> Option<Phrase> {
    let by = plan.and_then(|plan| plan.approved_by.as_ref());
    let mut options = Vec::new();
    if by.is_none_or(|by| by.id != format!("P-{signer}")) {
        options.push("--signed-by");
    }
    if contract.is_some() && contract != plan.and_then(|plan| plan.contract_reference.as_deref()) {
        options.push("--contract-reference");
    }
    let options = (!options.is_empty()).then(|| options.join(", "))?;
    let on = plan.and_then(|plan| plan.approved_on.clone()).unwrap_or_default();
    Some(match by {
        Some(by) => {
            phrase!("plan-not-taken", case = case, by = format!("{} {}", by.id, by.name), on = on, options = options)
        }
        None => phrase!("plan-passed", case = case, options = options),
    })
}
