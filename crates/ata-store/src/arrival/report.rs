//! What came of a file, row by row and fact by fact. Of very many warnings, changes and rows the first are kept and the others
//! counted, so that no file needs more memory for its report than for its people.

use super::Arrival;
use super::noted::{Fact, Facts};
use crate::error::Result;
use crate::transact::Tx;
use ata_model::case::Named;
use ata_model::import::{Action, Altered, Step, Warning};
use foldhash::HashSet;

/// Warnings and changes that are kept one by one.
const KEPT: usize = 1000;

/// Rows that are accounted for one by one.
const STEPS: usize = 100_000;

pub(super) struct Report {
    is_planned: bool,
    warnings: Vec<Warning>,
    unsaid: i64,
    /// Line, person, and what of them.
    changes: Vec<(u64, i64, Fact)>,
    untold: i64,
    plan: Vec<Planned>,
    unplanned: i64,
}

struct Planned {
    step: Step,
    person: Option<i64>,
}

/// The report, closed.
#[derive(Default)]
pub(super) struct Told {
    pub warnings: Vec<Warning>,
    pub changes: Vec<Altered>,
    pub plan: Vec<Step>,
}

impl Report {
    pub fn new(is_planned: bool) -> Report {
        Report {
            is_planned,
            warnings: Vec::new(),
            unsaid: 0,
            changes: Vec::new(),
            untold: 0,
            plan: Vec::new(),
            unplanned: 0,
        }
    }

    pub fn warn(&mut self, line: u64, code: &str, detail: impl Into<String>) {
        if self.warnings.len() < KEPT {
            self.warnings.push(Warning { line: Some(line), code: code.to_owned(), detail: detail.into() });
        } else {
            self.unsaid += 1;
        }
    }

    pub fn altered(&mut self, line: u64, person: i64, facts: Facts) {
        for fact in facts {
            if self.changes.len() < KEPT {
                self.changes.push((line, person, fact));
            } else {
                self.untold += 1;
            }
        }
    }

    /// Accounts for the lines of a row.
    pub fn step(&mut self, arrival: &Arrival, action: Action, ids: &[i64], reason: Option<&str>) {
        if !self.is_planned {
            return;
        }
        let named = [&arrival.name, &arrival.email].into_iter().find(|text| !text.is_empty()).cloned();
        let name = named.or_else(|| arrival.document.as_ref().map(ToString::to_string)).unwrap_or_default();
        let mut action = action;
        for line in std::iter::once(arrival.line).chain(arrival.also.iter().copied()) {
            if self.plan.len() == STEPS {
                self.unplanned += 1;
                continue;
            }
            let refs = ids.iter().map(|id| format!("P-{id}")).collect();
            let reason = reason.map(str::to_owned);
            let person = ids.first().copied().filter(|_| action == Action::Match);
            self.plan.push(Planned { step: Step { line, action, name: name.clone(), refs, reason }, person });
            // The person of one row is new once.
            action = if action == Action::Add { Action::Match } else { action };
        }
    }

    /// Closes the report; `updated` are those of whom something changed.
    pub fn finish(mut self, tx: &Tx<'_>, updated: &HashSet<i64>) -> Result<Told> {
        let named = |id: i64| -> Result<Named> { Ok(Named::person(id, tx.person(id)?.name)) };
        let mut changes = Vec::with_capacity(self.changes.len());
        self.changes.sort_by_key(|(line, ..)| *line);
        for (line, person, (field, old, new)) in self.changes {
            changes.push(Altered { line: Some(line), person: named(person)?, field: field.to_owned(), old, new });
        }
        for (count, code) in [(self.unsaid, "more"), (self.untold, "more_changes"), (self.unplanned, "more_rows")] {
            if count > 0 {
                self.warnings.push(Warning { line: None, code: code.to_owned(), detail: count.to_string() });
            }
        }
        let mut plan: Vec<Step> = Vec::with_capacity(self.plan.len());
        for mut planned in self.plan {
            if planned.person.is_some_and(|person| updated.contains(&person)) {
                planned.step.action = Action::Update;
            }
            plan.push(planned.step);
        }
        Ok(Told { warnings: self.warnings, changes, plan })
    }
}
