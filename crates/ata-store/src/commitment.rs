//! Commitments: who does what by when, and what was reported on it.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::received::OWN;
use crate::register::{maybe, named_organisation, named_person};
use crate::transact::Tx;
use crate::vals;
use ata_model::commitment::{Commitment, Progress, is_settled};
use ata_model::reference::{Part, case_id, part_id};
use chrono::NaiveDate;

const COMMITMENT: &str = "SELECT m.id, m.case_id, m.number, c.year, c.number AS case_number, k.prefix, s.number AS session_number, m.kind,
       m.text, m.person_id, p.name AS person_name, m.organisation_id, o.name AS organisation_name, m.due, m.status, m.settled_on, c.state AS case_state
FROM commitment m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
LEFT JOIN person p ON p.id = m.person_id LEFT JOIN organisation o ON o.id = m.organisation_id";

fn commitment(row: &Row<'_>, today: &str) -> Result<Commitment> {
    let case = case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?);
    let owner = match named_person(row, "person_id", "person_name")? {
        Some(owner) => Some(owner),
        None => named_organisation(row, "organisation_id", "organisation_name")?,
    };
    let (due, status, case_state) = (row.text("due")?, row.text("status")?, row.text("case_state")?);
    Ok(Commitment {
        id: part_id(&case, Part::Commitment, row.int("number")?),
        session: row.maybe_int("session_number")?.map(|number| part_id(&case, Part::Session, number)),
        case,
        text: row.text("text")?,
        kind: row.text("kind")?,
        owner: owner.ok_or(StoreError::Stored { what: "commitment", detail: String::new() })?,
        overdue: due.as_str() < today && matches!(status.as_str(), "open" | "in_progress") && case_state == "open",
        due,
        status,
        settled_on: maybe(row.text("settled_on")?),
        evidence: Vec::new(),
        progress: Vec::new(),
        key: row.int("id")?,
        case_key: row.int("case_id")?,
    })
}

/// Which commitments a list shows. Empty fields do not filter. Those of a copy taken in from elsewhere are the concern of another body:
/// only a list of that case, or of a session of it, shows them.
#[derive(Debug, Clone, Default)]
pub struct CommitmentFilter {
    pub case: Option<i64>,
    pub session: Option<i64>,
    pub person: Option<i64>,
    pub organisation: Option<i64>,
    /// Of an organisation, those of the cases in its charge as well.
    pub in_charge: bool,
    /// Only those whose day has passed: of cases that are open, for of others nothing is settled.
    pub overdue: bool,
    /// Only those neither done nor waived, of cases that are open.
    pub open: bool,
}

impl Db {
    pub fn commitment(&self, id: i64, today: NaiveDate) -> Result<Commitment> {
        let today = today.to_string();
        let found = self
            .row(&format!("{COMMITMENT} WHERE m.id = $1"), vals![id], |row| commitment(row, &today))?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Commitment, text: id.to_string() })?;
        self.complete_commitment(found)
    }

    /// The commitments a filter lets through, the earliest due first.
    pub fn commitments(&self, filter: &CommitmentFilter, today: NaiveDate) -> Result<Vec<Commitment>> {
        let today = today.to_string();
        // Said outright where one is asked for: so the index of the case serves.
        let of_case = if filter.case.is_some() { "m.case_id = $1" } else { "$1 IS NULL" };
        let sql = format!(
            "{COMMITMENT} WHERE {of_case} AND (m.session_id = $2 OR ($2 IS NULL AND ($1 IS NOT NULL OR {OWN})))
             AND ($3 IS NULL OR m.person_id = $3)
             AND ($4 IS NULL OR m.organisation_id = $4 OR ($8 = 1 AND c.group_id = $4))
             AND ($5 = 0 OR (m.status IN ('open', 'in_progress') AND c.state = 'open'))
             AND ($6 = 0 OR (m.due < $7 AND m.status IN ('open', 'in_progress') AND c.state = 'open')) ORDER BY m.due, m.id"
        );
        let CommitmentFilter { case, session, person, organisation, in_charge, overdue, open } = *filter;
        let params = vals![case, session, person, organisation, open, overdue, &today, in_charge];
        let found = self.rows(&sql, params, |row| commitment(row, &today))?;
        found.into_iter().map(|commitment| self.complete_commitment(commitment)).collect()
    }

    fn complete_commitment(&self, mut commitment: Commitment) -> Result<Commitment> {
        let sql = "SELECT number FROM document WHERE commitment_id = $1 AND replaced_by IS NULL ORDER BY number";
        let case = commitment.case.clone();
        commitment.evidence =
            self.rows(sql, vals![commitment.key], |row| Ok(part_id(&case, Part::Document, row.int("number")?)))?;
        let sql = "SELECT on_day, by, status, note FROM progress WHERE commitment_id = $1 ORDER BY number";
        commitment.progress = self.rows(sql, vals![commitment.key], |row| {
            Ok(Progress {
                on: row.text("on_day")?,
                by: row.text("by")?,
                status: row.text("status")?,
                note: maybe(row.text("note")?),
            })
        })?;
        Ok(commitment)
    }
}

/// A commitment about to be registered.
#[derive(Debug, Clone)]
pub struct NewCommitment<'a> {
    pub case: i64,
    pub session: Option<i64>,
    /// One of `ata_model::commitment::KINDS`.
    pub kind: &'a str,
    pub text: &'a str,
    pub owner: Who,
    pub due: NaiveDate,
}

impl Tx<'_> {
    /// Registers a commitment; the same text with the same owner and day is there already and is returned.
    pub fn add_commitment(&mut self, new: &NewCommitment<'_>) -> Result<i64> {
        self.about(new.case);
        let (fold, due) = (ata_model::name::fold(new.text), new.due.to_string());
        let (person, organisation) = (new.owner.person(), new.owner.organisation());
        let sql = "SELECT id FROM commitment WHERE case_id = $1 AND fold = $2 AND due = $3
                   AND person_id IS NOT DISTINCT FROM $4 AND organisation_id IS NOT DISTINCT FROM $5";
        let known = self.row(sql, vals![new.case, &fold, &due, person, organisation], |row| row.int("id"))?;
        if let Some(id) = known {
            return Ok(id);
        }
        let number = self.next_number(&format!("commitment:{}", new.case))?;
        self.exec(
            "INSERT INTO commitment (case_id, number, session_id, kind, text, fold, person_id, organisation_id, due)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            vals![new.case, number, new.session, new.kind, new.text, &fold, person, organisation, &due],
        )?;
        let id = self.last_id();
        self.say(format!("{} {}", part_id(&self.case_ref(new.case)?, Part::Commitment, number), new.text));
        Ok(id)
    }

    /// Adds a report to a commitment and gives it the status reported. Whether it may have it is decided before.
    pub fn report_on(&mut self, commitment: &Commitment, status: &str, note: &str) -> Result<()> {
        self.about(commitment.case_key);
        let day = self.stamp.day();
        self.exec(
            "INSERT INTO progress (commitment_id, number, on_day, by, status, note)
             VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM progress WHERE commitment_id = $1), $2, $3, $4, $5)",
            vals![commitment.key, &day, &self.stamp.by, status, note],
        )?;
        let settled_on = if is_settled(status) { day.as_str() } else { "" };
        self.exec(
            "UPDATE commitment SET status = $2, settled_on = $3 WHERE id = $1 AND status <> $2",
            vals![commitment.key, status, settled_on],
        )?;
        self.say(format!("{} {status}", commitment.id));
        Ok(())
    }
}
