//! The annual plan: what a group will do in a year, one line an assistance (Plan de Asistencia Técnica según necesidad por grupo).

use super::occasion::{Fact, fact, names};
use super::{Signer, Voice};
use ata_model::plan::Plan;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnualPlan {
    pub facts: Vec<Fact>,
    pub rows: Vec<Line>,
    /// Sums of people and money; none where nothing is to be summed.
    pub expected: Option<String>,
    pub cost: Option<String>,
    pub signers: Vec<Signer>,
}

/// One assistance of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub case: String,
    pub title: String,
    pub activity: Option<String>,
    pub objective: Option<String>,
    pub audience: Option<String>,
    pub expected: Option<String>,
    pub products: Vec<String>,
    pub resources: Vec<String>,
    pub cost: Option<String>,
    pub articulated: String,
    /// Contract, where services are external.
    pub external: Option<String>,
    /// Days of its sessions, or the months planned.
    pub dates: String,
    pub approved: Option<String>,
}

/// The days an assistance is carried out on, in order; sessions called off are not among them.
pub fn days(plan: &Plan) -> Vec<&str> {
    let live = plan.sessions.iter().filter(|session| session.state != "cancelled");
    let mut days: Vec<&str> = live.map(|session| session.start.as_str()).collect();
    days.sort_unstable();
    days
}

impl AnnualPlan {
    /// `group`: none for the whole institution.
    pub fn new(year: i32, group: Option<&str>, plans: &[Plan], signers: Vec<Signer>, voice: &Voice) -> Self {
        let expected: i64 = plans.iter().filter_map(|plan| plan.expected).sum();
        let cost: f64 = plans.iter().filter_map(|plan| plan.cost).sum();
        let approved = plans.iter().filter(|plan| plan.approved_on.is_some()).count();
        AnnualPlan {
            facts: [
                fact(voice, "year", Some(year.to_string())),
                fact(voice, "group", group),
                fact(voice, "assistances", Some(plans.len().to_string())),
                fact(voice, "approved", Some(approved.to_string())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            rows: plans.iter().map(|plan| line(plan, voice)).collect(),
            expected: (expected > 0).then(|| voice.number(expected as f64, 0)),
            cost: (cost > 0.0).then(|| voice.money(cost)),
            signers,
        }
    }
}

fn line(plan: &Plan, voice: &Voice) -> Line {
    let external = plan.contract_reference.clone().or_else(|| plan.external.clone());
    Line {
        case: plan.case.clone(),
        title: plan.title.clone(),
        activity: plan.activity.as_ref().map(|key| voice.term("activity", key)),
        objective: plan.objective.clone(),
        audience: plan.audience.clone(),
        expected: plan.expected.map(|count| voice.number(count as f64, 0)),
        products: plan.products.clone(),
        resources: plan.resources.clone(),
        cost: plan.cost.map(|cost| voice.money(cost)),
        articulated: names(&plan.articulated),
        external,
        dates: days(plan).into_iter().map(|day| voice.day(day)).collect::<Vec<_>>().join(", "),
        approved: plan.approved_on.as_ref().map(|day| voice.day(day)),
    }
}
