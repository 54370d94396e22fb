//! The answer sheets of a file. A sheet with a cell that is no answer is refused as a whole; test answers, unfinished and empty ones
//! are passed over, each with its reason.

use super::columns::{Meaning, meanings};
use crate::intake::{AnswerSheet, ColumnKind, IgnoreReason, Survey};
use ata_model::evaluation::{self, Answer, Sheet};
use ata_model::import::{Action, Decided, Reject, Step, Warning};
use ata_model::name::fold;
use ata_model::profile::{Form, Item, ItemKind};
use ata_store::{KeptAnswer, sha256};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a file says.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Items of the form that some column answers.
    pub items: usize,
    pub rows: i64,
    pub sheets: Vec<(String, Sheet)>,
    /// Does the file say of each sheet when it was sent?
    pub stamped: Vec<bool>,
    pub ignored: BTreeMap<String, i64>,
    pub rejected: i64,
    pub rejects: Vec<Reject>,
    /// The line of each sheet.
    pub lines: Vec<u64>,
    /// Rows that are no sheet: passed over or refused.
    pub aside: Vec<Step>,
    pub warnings: Vec<Warning>,
    pub decided: Decided,
}

/// Folded cells that say a box was not ticked.
const UNTICKED: &[&str] = &["no", "0", "false", "falso", "nao", "n a", "n"];

struct Reading<'a> {
    found: &'a Survey,
    form: &'a Form,
    meanings: BTreeMap<usize, Meaning<'a>>,
    /// Column → what its words are worth.
    worth: BTreeMap<usize, BTreeMap<String, i64>>,
    seen: HashSet<(usize, String)>,
    read: Read,
}

/// `held` is the day of the session.
pub(super) fn read(found: &Survey, form: &Form, held: Option<NaiveDate>) -> Read {
    let meanings = meanings(found, form);
    let items: HashSet<&str> = meanings
        .values()
        .map(|meaning| match meaning {
            Meaning::Answer(item) | Meaning::Option(item, _) => item.key.as_str(),
        })
        .collect();
    let mut read = Read {
        items: items.len(),
        rows: found.rows.len() as i64,
        warnings: found.warnings.iter().map(Warning::from).collect(),
        decided: decided(found),
        ..Read::default()
    };
    for ignored in &found.ignored {
        *read.ignored.entry(ignored.reason.as_str().to_owned()).or_default() += 1;
        read.aside.push(aside(ignored.line, Action::Ignore, ignored.reason.as_str()));
        let is_answer = matches!(ignored.reason, IgnoreReason::TestAnswer | IgnoreReason::ReviewRejected);
        read.rows += i64::from(is_answer);
    }
    for (at, column) in found.columns.iter().enumerate() {
        let code = match column.kind {
            ColumnKind::Identity => "identity_not_kept",
            ColumnKind::Question if !meanings.contains_key(&at) => "column_not_in_form",
            _ => continue,
        };
        let line = Some(found.header_line);
        read.warnings.push(Warning { line, code: code.to_owned(), detail: column.text.clone() });
    }
    let mut worth = BTreeMap::new();
    for (&at, meaning) in &meanings {
        if let Meaning::Answer(item) = meaning
            && item.kind == ItemKind::Scale
        {
            // The words of a question that is spread over several columns belong together.
            let is_of_item = |column: &usize| {
                *column == at || matches!(meanings.get(column), Some(Meaning::Answer(other)) if other.key == item.key)
            };
            let cells = found.rows.iter().flat_map(|row| &row.answers).filter(|(column, _)| is_of_item(column));
            worth.insert(at, evaluation::worth(&form.scale, cells.map(|(_, text)| text.as_str())));
        }
    }
    let mut reading = Reading { found, form, meanings, worth, seen: HashSet::new(), read };
    for row in &found.rows {
        reading.take(row);
    }
    let mut read = reading.read;
    say_what_counted(&mut read);
    if let Some(held) = held {
        doubt_dates(found, held, &mut read);
    }
    read
}

/// A second answer of somebody that is not kept, because it says the same or cannot be read, is said to be so.
fn say_what_counted(read: &mut Read) {
    let kept: HashSet<u64> = read.lines.iter().copied().collect();
    for warning in read.warnings.iter_mut().filter(|warning| warning.code == "repeated_answer") {
        if warning.line.is_none_or(|line| !kept.contains(&line)) {
            "repeated_answer_left_out".clone_into(&mut warning.code);
        }
    }
}

/// How many days after a session an evaluation of it is still likely.
const LATE: i64 = 180;

/// Answers from before the session, or long after it, may be about another one.
fn doubt_dates(found: &Survey, held: NaiveDate, read: &mut Read) {
    let is_of_another = |date: &NaiveDate| *date < held || (*date - held).num_days() > LATE;
    let dates = found.rows.iter().filter_map(|row| Some((row.line, row.submitted?.date())));
    let others: Vec<(u64, NaiveDate)> = dates.filter(|(_, date)| is_of_another(date)).collect();
    if let Some((line, date)) = others.first() {
        let code = "answers_of_other_date".to_owned();
        read.warnings.push(Warning { line: Some(*line), code, detail: format!("{date} ({})", others.len()) });
    }
}

fn decided(found: &Survey) -> Decided {
    Decided {
        encoding: found.encoding.clone(),
        delimiter: found.delimiter,
        sheet: found.sheet.clone(),
        header_line: Some(found.header_line),
        ..Decided::default()
    }
}

impl Reading<'_> {
    fn ignore(&mut self, line: u64, reason: &str) {
        self.read.aside.push(aside(line, Action::Ignore, reason));
        *self.read.ignored.entry(reason.to_owned()).or_default() += 1;
    }

    fn take(&mut self, row: &AnswerSheet) {
        let mut sheet = Sheet::new();
        let mut written = Sheet::new();
        let mut faults = Vec::new();
        for (column, text) in &row.answers {
            let answer = match self.meanings.get(column) {
                None => continue,
                Some(Meaning::Answer(item)) => {
                    self.answer(*column, item, text).map(|answer| answer.map(|one| (*item, one)))
                }
                Some(Meaning::Option(item, option)) => Ok(chosen(item, option, text).map(|one| (*item, one))),
            };
            match answer {
                Ok(Some((item, answer))) => {
                    add(&mut written, item, self.written(item, &answer, text));
                    add(&mut sheet, item, answer);
                }
                Ok(None) => {}
                Err(reason) => faults.push(Reject {
                    line: row.line,
                    field: self.found.columns[*column].text.clone(),
                    value: text.clone(),
                    reason: reason.to_owned(),
                }),
            }
        }
        if !row.complete {
            self.ignore(row.line, "unfinished");
        } else if !faults.is_empty() {
            self.read.rejected += 1;
            self.read.aside.push(aside(row.line, Action::Reject, &faults[0].reason));
            self.read.rejects.extend(faults);
        } else if sheet.is_empty() {
            self.ignore(row.line, "empty_answer");
        } else {
            let content = serde_json::json!(written).to_string();
            // The same sheet twice from one respondent is a double click.
            if self.seen.insert((row.respondent, content.clone())) {
                self.read.stamped.push(row.submitted.is_some());
                self.read.sheets.push((print(&content, row.submitted), sheet));
                self.read.lines.push(row.line);
            } else {
                self.ignore(row.line, "repeated_answer");
            }
        }
    }

    /// What a cell says whatever the others of its file say: of a word that the scale does not name, the word. What it is worth changes with
    /// the words beside it, and the sheet is the same.
    fn written(&self, item: &Item, answer: &Answer, text: &str) -> Answer {
        let is_named = || evaluation::read(item, &self.form.scale, &BTreeMap::new(), text).is_ok();
        match item.kind {
            ItemKind::Scale if !is_named() => Answer::Text(fold(text)),
            _ => answer.clone(),
        }
    }

    fn answer(&self, column: usize, item: &Item, text: &str) -> Result<Option<Answer>, &'static str> {
        let none = BTreeMap::new();
        let worth = self.worth.get(&column).unwrap_or(&none);
        evaluation::read(item, &self.form.scale, worth, text).map_err(|fault| fault.code())
    }
}

/// The option of a box, when it was ticked.
fn chosen(item: &Item, option: &str, text: &str) -> Option<Answer> {
    if UNTICKED.contains(&fold(text).as_str()) {
        return None;
    }
    Some(match item.kind {
        ItemKind::Choices => Answer::Many(vec![option.to_owned()]),
        _ => Answer::Text(option.to_owned()),
    })
}

/// Boxes of one question are one answer, in the order of the form.
fn add(sheet: &mut Sheet, item: &Item, answer: Answer) {
    match (sheet.get_mut(&item.key), answer) {
        (Some(Answer::Many(kept)), Answer::Many(more)) => {
            kept.extend(more);
            let ordered = item.options.iter().filter(|option| kept.contains(option)).cloned().collect();
            *kept = ordered;
        }
        (Some(_), _) => {}
        (None, answer) => {
            sheet.insert(item.key.clone(), answer);
        }
    }
}

/// A row that is no sheet. It names nobody: answers are nobody's.
fn aside(line: u64, action: Action, reason: &str) -> Step {
    Step { line, action, name: String::new(), refs: Vec::new(), reason: Some(reason.to_owned()) }
}

impl Read {
    /// Every row of the file, in its order.
    pub fn plan(&self, is_fresh: &[bool]) -> Vec<Step> {
        let sheet = |(line, is_fresh): (&u64, &bool)| {
            let action = if *is_fresh { Action::Add } else { Action::Match };
            Step { line: *line, action, name: String::new(), refs: Vec::new(), reason: None }
        };
        let mut plan: Vec<Step> =
            self.lines.iter().zip(is_fresh).map(sheet).chain(self.aside.iter().cloned()).collect();
        plan.sort_by_key(|step| step.line);
        plan
    }
}

/// A sheet as a hash that tells nothing: what is in it and, where the file says so, in which minute it was sent. Of two forms of one session
/// equal answers are the rule, not the same people.
fn print(content: &str, submitted: Option<NaiveDateTime>) -> String {
    let minute = submitted.map(|at| at.format("%Y-%m-%dT%H:%M\n").to_string());
    sha256(format!("{}{content}", minute.unwrap_or_default()).as_bytes())
}

/// Which of the sheets kept each one is; none: it is not there yet. Equal sheets count: three of a kind beside two kept are one new.
pub(super) fn known(sheets: &[(String, Sheet)], kept: &[KeptAnswer]) -> Vec<Option<i64>> {
    let mut left: HashMap<&str, Vec<i64>> = HashMap::new();
    for sheet in kept.iter().rev() {
        left.entry(&sheet.print).or_default().push(sheet.id);
    }
    sheets.iter().map(|(print, _)| left.get_mut(print.as_str())?.pop()).collect()
}

/// How many sheets that earlier files brought this one has no more, though it has others of them: each file with their number.
pub(super) fn missing(stamped: &[bool], known: &[Option<i64>], kept: &[KeptAnswer]) -> BTreeMap<i64, usize> {
    let met: HashSet<i64> = known.iter().copied().flatten().collect();
    let surely = known.iter().zip(stamped).filter(|(_, is_stamped)| **is_stamped);
    let surely: HashSet<i64> = surely.filter_map(|(id, _)| *id).collect();
    let of_export = kept.iter().filter(|sheet| surely.contains(&sheet.id)).filter_map(|sheet| sheet.import);
    let mut gone: BTreeMap<i64, usize> = of_export.map(|import| (import, 0)).collect();
    for sheet in kept.iter().filter(|sheet| !met.contains(&sheet.id)) {
        if let Some(count) = sheet.import.and_then(|import| gone.get_mut(&import)) {
            *count += 1;
        }
    }
    gone.retain(|_, count| *count > 0);
    gone
}
