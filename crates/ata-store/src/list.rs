//! Lists of cases: filtered, sorted, counted and cut.

use crate::case::{Lens, score};
use crate::engine::{Db, Val};
use crate::error::Result;
use crate::received::OWN;
use ata_model::case::Case;
use ata_model::reference::{CaseRef, Reference};
use ata_model::stage::Stage;

/// Which cases a list shows. Empty fields do not filter.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    pub stage: Option<Stage>,
    pub state: Option<String>,
    pub group: Option<i64>,
    pub year: Option<i64>,
    /// Only the institution's own: no copies taken in from elsewhere.
    pub own: bool,
    /// Words as typed: each must stand in the title or topic, accents and case aside, or be the case's reference.
    pub words: Vec<String>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseOrder {
    #[default]
    Newest,
    Oldest,
    Received,
    /// The earliest first; cases without a day last.
    Due,
    Title,
    /// The highest score first; equal ones in the order they came.
    Priority,
}

impl CaseOrder {
    fn sql(self) -> &'static str {
        match self {
            CaseOrder::Newest => "c.id DESC",
            // The score depends on the day and the profile; it is computed, not stored.
            CaseOrder::Priority => "c.received, c.id",
            CaseOrder::Oldest => "c.id",
            CaseOrder::Received => "c.received DESC, c.id DESC",
            CaseOrder::Due => "c.due = '', c.due, c.id",
            CaseOrder::Title => "c.fold, c.id",
        }
    }
}

/// A word of a filter: what to look for in titles, and the case it may name.
struct Word {
    fold: String,
    case: Option<CaseRef>,
}

impl Word {
    fn new(typed: &str, prefix: &str) -> Word {
        let case = match Reference::parse(typed, prefix) {
            Some(Reference::Case(case)) => Some(case),
            _ => None,
        };
        Word { fold: ata_model::name::fold(typed), case }
    }
}

/// The one place where SQL is put together: what a filter asks, and its parameters.
fn condition<'a>(filter: &'a CaseFilter, words: &'a [Word]) -> (String, Vec<Val<'a>>) {
    let mut params: Vec<Val<'_>> = Vec::new();
    let mut conditions: Vec<String> = Vec::new();
    let mut add = |condition: &str, values: &[Val<'a>]| {
        let mut condition = condition.to_owned();
        for value in values {
            params.push(*value);
            condition = condition.replacen('?', &format!("${}", params.len()), 1);
        }
        conditions.push(condition);
    };
    if let Some(stage) = filter.stage {
        add("c.stage = ?", &[stage.code().into()]);
    }
    if let Some(state) = &filter.state {
        add("c.state = ?", &[state.into()]);
    }
    if let Some(group) = filter.group {
        add("c.group_id = ?", &[group.into()]);
    }
    if let Some(year) = filter.year {
        add("c.year = ?", &[year.into()]);
    }
    if filter.own {
        add(OWN, &[]);
    }
    for word in words {
        let fold = Val::from(&word.fold);
        match word.case {
            Some(CaseRef { year: Some(year), number }) => {
                add(
                    "(c.fold LIKE '%' || ? || '%' OR (c.number = ? AND c.year = ?))",
                    &[fold, number.into(), year.into()],
                );
            }
            Some(CaseRef { year: None, number }) => {
                add("(c.fold LIKE '%' || ? || '%' OR c.number = ?)", &[fold, number.into()]);
            }
            None => add("c.fold LIKE '%' || ? || '%'", &[fold]),
        }
    }
    match conditions.is_empty() {
        true => (String::new(), params),
        false => (format!(" WHERE {}", conditions.join(" AND ")), params),
    }
}

/// The first `limit` of them, and how many there were.
fn cut(mut keys: Vec<i64>, limit: Option<i64>) -> (Vec<i64>, i64) {
    let total = keys.len() as i64;
    if let Some(limit) = limit {
        keys.truncate(usize::try_from(limit).unwrap_or(0));
    }
    (keys, total)
}

impl Db {
    /// The cases a filter lets through, in order, and how many there are in all.
    pub fn cases(
        &self,
        filter: &CaseFilter,
        order: CaseOrder,
        limit: Option<i64>,
        lens: &Lens<'_>,
    ) -> Result<(Vec<Case>, i64)> {
        let (keys, total) = self.case_keys(filter, order, limit, lens)?;
        let cases: Result<Vec<Case>> = keys.into_iter().map(|key| self.case(key, lens)).collect();
        Ok((cases?, total))
    }

    /// Which cases those are: keys first, so that sorting and counting never touch what only the shown ones need.
    pub fn case_keys(
        &self,
        filter: &CaseFilter,
        order: CaseOrder,
        limit: Option<i64>,
        lens: &Lens<'_>,
    ) -> Result<(Vec<i64>, i64)> {
        let words: Vec<Word> = filter.words.iter().map(|word| Word::new(word, lens.prefix)).collect();
        let (condition, mut params) = condition(filter, &words);
        let sorted = order.sql();
        if order == CaseOrder::Priority {
            let sql = format!(
                "SELECT c.id, c.severity, c.reach, c.urgency, c.mandated, c.received, c.closed_at, c.ended_on FROM cases c{condition} ORDER BY {sorted}"
            );
            let mut scored = self.rows(&sql, &params, |row| Ok((score(row, lens)?.score, row.int("id")?)))?;
            scored.sort_by(|a, b| b.0.total_cmp(&a.0));
            let keys = scored.into_iter().map(|(_, key)| key).collect();
            return Ok(cut(keys, limit));
        }
        if limit.is_none() || !words.is_empty() {
            // Counting would read the same rows again.
            let sql = format!("SELECT c.id FROM cases c{condition} ORDER BY {sorted}");
            return Ok(cut(self.rows(&sql, &params, |row| row.int("id"))?, limit));
        }
        let total = self.count(&format!("SELECT count(*) AS n FROM cases c{condition}"), &params)?;
        params.push(limit.unwrap_or(-1).into());
        let sql = format!("SELECT c.id FROM cases c{condition} ORDER BY {sorted} LIMIT ${}", params.len());
        Ok((self.rows(&sql, &params, |row| row.int("id"))?, total))
    }
}
