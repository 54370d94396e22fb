//! The plan of a case: drafted, approved, and listed year by year.

use crate::case::Lens;
use crate::engine::{Db, Row};
use crate::error::{Result, StoreError};
use crate::received::OWN;
use crate::register::{maybe, named_organisation, named_person};
use crate::transact::Tx;
use crate::vals;
use ata_model::plan::Plan;
use ata_model::reference::case_id;

/// What is said of a plan; fields left out stay as they are.
#[derive(Debug, Clone, Default)]
pub struct PlanChange {
    pub activity: Option<String>,
    pub objective: Option<String>,
    pub audience: Option<String>,
    pub expected: Option<i64>,
    pub products: Option<Vec<String>>,
    pub resources: Option<Vec<String>>,
    /// In hundredths of the country's unit.
    pub cost: Option<i64>,
    pub external: Option<String>,
    pub contract_reference: Option<String>,
}

const PLAN: &str =
    "SELECT c.id, c.year, c.number, c.title, c.group_id, g.name AS group_name, p.activity, p.objective, p.audience,
       p.expected, p.products, p.resources, p.cost, p.external, p.contract_reference, p.approved_on,
       p.approved_by, a.name AS approver
FROM plan p JOIN cases c ON c.id = p.case_id LEFT JOIN organisation g ON g.id = c.group_id
LEFT JOIN person a ON a.id = p.approved_by";

fn list(text: &str) -> Result<Vec<String>> {
    serde_json::from_str(text).map_err(|error| StoreError::Stored { what: "plan", detail: error.to_string() })
}

fn plan(row: &Row<'_>, lens: &Lens<'_>) -> Result<(i64, Plan)> {
    let plan = Plan {
        case: case_id(lens.prefix, row.int("year")?, row.int("number")?),
        title: row.text("title")?,
        group: named_organisation(row, "group_id", "group_name")?,
        activity: maybe(row.text("activity")?),
        objective: maybe(row.text("objective")?),
        audience: maybe(row.text("audience")?),
        expected: row.maybe_int("expected")?,
        products: list(&row.text("products")?)?,
        resources: list(&row.text("resources")?)?,
        cost: row.maybe_int("cost")?.map(|hundredths| hundredths as f64 / 100.0),
        external: maybe(row.text("external")?),
        contract_reference: maybe(row.text("contract_reference")?),
        articulated: Vec::new(),
        sessions: Vec::new(),
        approved_by: named_person(row, "approved_by", "approver")?,
        approved_on: maybe(row.text("approved_on")?),
    };
    Ok((row.int("id")?, plan))
}

impl Db {
    /// The plan of a case, if one was drafted.
    pub fn plan(&self, case: i64, lens: &Lens<'_>) -> Result<Option<Plan>> {
        let found = self.row(&format!("{PLAN} WHERE p.case_id = $1"), vals![case], |row| plan(row, lens))?;
        found.map(|(key, plan)| self.complete_plan(key, plan)).transpose()
    }

    /// The plans of the institution's own cases that are carried out or were: of one group or of all, of one year of registration or of
    /// all, in the order of the cases' numbers.
    pub fn plans(&self, group: Option<i64>, year: Option<i64>, lens: &Lens<'_>) -> Result<Vec<Plan>> {
        let sql = format!(
            "{PLAN} WHERE c.state NOT IN ('rejected', 'merged', 'cancelled') AND {OWN} AND ($1 IS NULL OR c.group_id = $1)
             AND ($2 IS NULL OR c.year = $2) ORDER BY c.year, c.number"
        );
        let found = self.rows(&sql, vals![group, year], |row| plan(row, lens))?;
        found.into_iter().map(|(key, plan)| self.complete_plan(key, plan)).collect()
    }

    fn complete_plan(&self, case: i64, mut plan: Plan) -> Result<Plan> {
        let parties = self.parties(case)?.into_iter().filter(|(role, _)| role == "articulated");
        plan.articulated = parties.map(|(_, who)| who).collect();
        plan.sessions = self.session_briefs(case, &plan.case)?;
        Ok(plan)
    }
}

impl Tx<'_> {
    /// Adds to the plan of a case what is said; the plan begins with the first thing said.
    pub fn draft_plan(&mut self, case: i64, change: &PlanChange) -> Result<()> {
        self.begin_plan(case)?;
        let json = |items: &Option<Vec<String>>| items.as_ref().map(|items| serde_json::json!(items).to_string());
        self.exec(
            "UPDATE plan SET activity = coalesce($2, activity), objective = coalesce($3, objective), audience = coalesce($4, audience),
                expected = coalesce($5, expected), products = coalesce($6, products), resources = coalesce($7, resources),
                cost = coalesce($8, cost), external = coalesce($9, external),
                contract_reference = coalesce($10, contract_reference) WHERE case_id = $1",
            vals![
                case,
                change.activity.as_ref(),
                change.objective.as_ref(),
                change.audience.as_ref(),
                change.expected,
                json(&change.products).as_ref(),
                json(&change.resources).as_ref(),
                change.cost,
                change.external.as_ref(),
                change.contract_reference.as_ref()
            ],
        )?;
        self.say(self.case_ref(case)?);
        Ok(())
    }

    /// Notes who signed the plan, today.
    pub fn approve_plan(&mut self, case: i64, person: i64) -> Result<()> {
        self.begin_plan(case)?;
        let sql = "UPDATE plan SET approved_by = $2, approved_on = $3 WHERE case_id = $1";
        self.exec(sql, vals![case, person, &self.stamp.day()])?;
        Ok(())
    }

    fn begin_plan(&mut self, case: i64) -> Result<()> {
        self.about(case);
        self.exec("INSERT INTO plan (case_id) VALUES ($1) ON CONFLICT DO NOTHING", vals![case])?;
        Ok(())
    }
}
