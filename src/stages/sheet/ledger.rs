//! What the rows of a file note beside what becomes of them: doubts, changes, what each said.

use super::Entry;
use crate::error::Fault;
use ata_model::case::Named;
use ata_model::import::{Action, Altered, ImportResult, Step, Warning};
use ata_model::print::Print;
use ata_store::{StoreError, Tx};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Changes and rows that are kept one by one.
const KEPT: usize = 1000;
const STEPS: usize = 100_000;

/// What became of a row, and the register's key of what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Took {
    New(i64),
    Updated(i64),
    Unchanged(i64),
    /// It may be each of these; `is_new`: nobody was asked yet.
    Review {
        ids: Vec<i64>,
        is_new: bool,
    },
    /// Left out by hand, when it came before.
    LeftOut,
}

/// A field, what is known and what a row says of it.
pub type Difference = (&'static str, Option<String>, Option<String>);

pub struct Ledger {
    pub import: i64,
    kind: &'static str,
    salt: Print,
    /// What files said last of each thing, and of which thing each row was.
    last: HashMap<i64, u64>,
    by_print: HashMap<u64, i64>,
    prints: Vec<(u64, i64)>,
    /// Of whom earlier rows of this file spoke.
    heard: HashSet<i64>,
    warnings: Vec<Warning>,
    said: HashSet<(String, String)>,
    changes: Vec<Altered>,
    untold: usize,
    steps: Vec<Step>,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    new: i64,
    updated: i64,
    unchanged: i64,
    review: i64,
    asked: i64,
    left_out: i64,
}

impl Ledger {
    pub(super) fn open(
        tx: &Tx<'_>,
        kind: &'static str,
        import: i64,
        warnings: Vec<Warning>,
        salt: &str,
    ) -> Result<Ledger, StoreError> {
        let last = tx.last_prints(kind)?;
        let by_print = last.iter().map(|(key, print)| (*print, *key)).collect();
        Ok(Ledger {
            import,
            kind,
            salt: Print::new(salt),
            last,
            by_print,
            prints: Vec::new(),
            heard: HashSet::new(),
            warnings,
            said: HashSet::new(),
            changes: Vec::new(),
            untold: 0,
            steps: Vec::new(),
            counts: Counts::default(),
        })
    }

    /// Something a person should look at. What concerns many rows alike is said once.
    pub fn warn(&mut self, line: u64, code: &str, detail: &str) {
        if self.said.insert((code.to_owned(), detail.to_owned())) {
            let warning = Warning { line: Some(line), code: code.to_owned(), detail: detail.to_owned() };
            self.warnings.push(warning);
        }
    }

    /// The row as a number.
    pub fn print(&self, entry: &Entry) -> u64 {
        entry.print(self.salt)
    }

    /// What a file made of the very same row before.
    pub fn made_of(&self, entry: &Entry) -> Option<i64> {
        self.by_print.get(&entry.print(self.salt)).copied()
    }

    /// A row says something else of somebody than the register. Is it to be believed? Not when files said it already, and the register was changed
    /// since; nor when an earlier row of this file says otherwise: that is said.
    pub fn believes(&mut self, entry: &Entry, key: i64, whom: &Named, differences: &[Difference]) -> bool {
        if self.last.get(&key) == Some(&entry.print(self.salt)) {
            let fields: Vec<&str> = differences.iter().map(|(field, ..)| *field).collect();
            self.warn(entry.line, "row_seen_before", &format!("{} {} ({})", whom.id, whom.name, fields.join(", ")));
            return false;
        }
        let contradicts = differences.iter().any(|(_, old, _)| old.is_some());
        if contradicts && self.heard.contains(&key) {
            self.warn(entry.line, "row_contradicts", &said_of(whom, differences));
            return false;
        }
        for (field, old, new) in differences {
            if self.changes.len() == KEPT {
                self.untold += 1;
                continue;
            }
            self.changes.push(Altered {
                line: Some(entry.line),
                person: whom.clone(),
                field: (*field).to_owned(),
                old: old.clone(),
                new: new.clone(),
            });
        }
        true
    }

    /// What a row says otherwise is not taken; it must not pass in silence.
    pub fn not_taken(&mut self, entry: &Entry, whom: &Named, differences: &[Difference]) {
        self.warn(entry.line, "value_not_taken", &said_of(whom, differences));
    }

    /// Notes what became of a row.
    pub(super) fn took(&mut self, tx: &Tx<'_>, entry: &Entry, took: &Took) -> Result<(), Fault> {
        let (action, keys) = match took {
            Took::New(key) => (Action::Add, vec![*key]),
            Took::Updated(key) => (Action::Update, vec![*key]),
            Took::Unchanged(key) => (Action::Match, vec![*key]),
            Took::Review { ids, .. } => (Action::Review, ids.clone()),
            Took::LeftOut => (Action::Ignore, Vec::new()),
        };
        let count = match took {
            Took::New(_) => &mut self.counts.new,
            Took::Updated(_) => &mut self.counts.updated,
            Took::Unchanged(_) => &mut self.counts.unchanged,
            Took::Review { is_new, .. } => {
                self.counts.asked += i64::from(*is_new);
                &mut self.counts.review
            }
            Took::LeftOut => &mut self.counts.left_out,
        };
        *count += 1;
        if let (Took::New(key) | Took::Updated(key) | Took::Unchanged(key), [_]) = (took, &keys[..]) {
            self.prints.push((entry.print(self.salt), *key));
            self.heard.insert(*key);
        }
        if tx.stamp.dry_run && self.steps.len() < STEPS {
            let name = ["name", "title", "code"].iter().find_map(|column| entry.get(column)).map(str::to_owned);
            let parts = ["first_names", "last_names"].iter().filter_map(|column| entry.get(column));
            let name = name.unwrap_or_else(|| parts.collect::<Vec<_>>().join(" "));
            // What is new has no number before it is kept.
            let keys = keys.iter().filter(|_| action != Action::Add);
            let refs = keys.map(|key| self.reference(tx, *key)).collect::<Result<_, Fault>>()?;
            let reason = matches!(took, Took::LeftOut).then(|| "ignored_by_hand".to_owned());
            self.steps.push(Step { line: entry.line, action, name, refs, reason });
        }
        Ok(())
    }

    fn reference(&self, tx: &Tx<'_>, key: i64) -> Result<String, Fault> {
        Ok(match self.kind {
            "person" => format!("P-{key}"),
            "organisation" => format!("O-{key}"),
            // A holiday is its day.
            "holiday" => {
                let day = i32::try_from(key).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
                day.map(|day| day.to_string()).unwrap_or_default()
            }
            _ => tx.case_ref(key)?,
        })
    }

    /// Puts the counts into the result, and keeps what the rows said.
    pub(super) fn close(self, tx: &Tx<'_>, result: &mut ImportResult) -> Result<(), StoreError> {
        let Counts { new, updated, unchanged, review, asked, left_out } = self.counts;
        result.updated = updated;
        result.unchanged = unchanged;
        result.review = review;
        result.ignored += left_out;
        if left_out > 0 {
            result.ignored_reasons.insert("ignored_by_hand".to_owned(), left_out);
        }
        result.changed = new + updated + asked > 0;
        if self.kind == "person" {
            result.people = Some(new + updated + unchanged);
            result.new_people = Some(new);
            result.matched = Some(updated + unchanged);
        } else {
            (result.people, result.new_people, result.matched) = (Some(0), Some(0), Some(0));
            result.added = Some(new);
        }
        result.warnings = self.warnings;
        if self.untold > 0 {
            let detail = self.untold.to_string();
            result.warnings.push(Warning { line: None, code: "more_changes".to_owned(), detail });
        }
        result.changes = self.changes;
        result.plan = tx.stamp.dry_run.then_some(self.steps);
        if result.changed {
            tx.keep_prints_of(self.import, &self.prints)?;
        }
        Ok(())
    }
}

/// Whom a row is about, and what it says.
fn said_of(whom: &Named, differences: &[Difference]) -> String {
    let said = |(field, _, new): &Difference| {
        let new = new.as_deref().unwrap_or_default();
        format!("{field}: {}", new.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let said: Vec<String> = differences.iter().map(said).collect();
    format!("{} {} ({})", whom.id, whom.name, said.join("; "))
}
