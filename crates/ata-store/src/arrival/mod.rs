//! Taking a list of attendance in, batch by batch: each person recognised or made, nobody twice, and the attendance written
//! at the end in the order of its key. Memory is a few dozen bytes a person of the file beside one batch.
//!
//! - [`folk`] knows who can be recognised: the register, the sessions, the people this file made;
//! - [`sheet`] gathers what the file says of each person in each session, beside what was noted before;
//! - [`fill`] completes people the register knows with what the file adds.

mod fill;
mod folk;
mod sheet;

use crate::differential;
use crate::engine::{Prepared, Val};
use crate::error::Result;
use crate::transact::Tx;
use ata_model::attendance::Stay;
use ata_model::differential::Answers;
use ata_model::identity::Document;
use ata_model::import::Warning;
use ata_model::profile::AttendanceRule;
use ata_model::recognise::Verdict;
use folk::Folk;
use sheet::{Said, Sheet};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Warnings that are kept one by one; of the rest only the number is.
const WARNINGS: usize = 1000;

/// A session that a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub session: i64,
    /// Minutes.
    pub length: i64,
}

/// One row of a list: texts cleaned, keys made, codes checked. Empty texts are not said.
#[derive(Debug, Clone, Default)]
pub struct Arrival {
    pub line: u64,
    pub session: i64,
    pub name: String,
    /// [`ata_model::name::fold`] and [`ata_model::name::key`] of the name.
    pub fold: String,
    pub key: String,
    pub document: Option<Document>,
    pub email: String,
    pub phone: String,
    pub post: String,
    pub organisation: Option<i64>,
    pub territory: String,
    pub role: String,
    pub status: Option<&'static str>,
    /// Minutes after the start of the session at which the person came.
    pub after: Option<i64>,
    pub stay: Stay,
    /// What the person said of themselves; shared by all who said the same.
    pub sensitive: Option<Arc<Answers>>,
}

/// The file that is taken in.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'f> {
    /// The session, or the first one of several.
    pub session: Option<i64>,
    pub file: &'f str,
    pub sha256: &'f str,
    /// `canonical`, `teams-report` …
    pub source: &'f str,
}

/// What came of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub import: Option<i64>,
    pub people: i64,
    pub new_people: i64,
    pub matched: i64,
    pub review: i64,
    pub updated: i64,
    pub unchanged: i64,
    /// People whose answers for the differential approach are kept.
    pub differential: i64,
    pub warnings: Vec<Warning>,
}

/// A list being taken in.
pub struct Intake<'i> {
    file: Taken<'i>,
    import: Option<i64>,
    rule: AttendanceRule,
    lengths: HashMap<i64, i64>,
    folk: Folk,
    sheets: HashMap<i64, Sheet>,
    /// People of this file that are not written yet, in the order of their keys.
    pending: Vec<(i64, Arrival)>,
    next_person: i64,
    heard: differential::Heard,
    notice: &'i str,
    matched: HashSet<i64>,
    updated: HashSet<i64>,
    made: i64,
    review: HashSet<String>,
    warnings: Vec<Warning>,
    unsaid: i64,
}

impl<'i> Intake<'i> {
    /// Begins; nothing is written before somebody or something new is met.
    pub fn new(tx: &Tx<'_>, file: Taken<'i>, case: i64, slots: &[Slot], rule: AttendanceRule) -> Result<Intake<'i>> {
        let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'person'), 0) AS n";
        let last = tx.count(sql, &[])?;
        let mut folk = Folk::new(tx)?;
        folk.enter(tx, case)?;
        Ok(Intake {
            file,
            import: None,
            rule,
            lengths: slots.iter().map(|slot| (slot.session, slot.length)).collect(),
            folk,
            sheets: HashMap::new(),
            pending: Vec::new(),
            next_person: last + 1,
            heard: differential::Heard::new(),
            notice: "",
            matched: HashSet::new(),
            updated: HashSet::new(),
            made: 0,
            review: HashSet::new(),
            warnings: Vec::new(),
            unsaid: 0,
        })
    }

    /// Under which version of the legal notice people said what they say of themselves.
    #[must_use]
    pub fn under(mut self, notice: &'i str) -> Intake<'i> {
        self.notice = notice;
        self
    }

    fn warn(&mut self, line: u64, code: &str, detail: impl Into<String>) {
        if self.warnings.len() < WARNINGS {
            self.warnings.push(Warning { line: Some(line), code: code.to_owned(), detail: detail.into() });
        } else {
            self.unsaid += 1;
        }
    }

    /// Takes the next rows of the file.
    pub fn take(&mut self, tx: &mut Tx<'_>, batch: Vec<Arrival>) -> Result<()> {
        self.folk.look_up(tx, &batch)?;
        for arrival in batch {
            if let Entry::Vacant(place) = self.sheets.entry(arrival.session) {
                place.insert(Sheet::open(tx, arrival.session)?);
            }
            match self.folk.recognise(tx, &arrival, &self.pending)? {
                Verdict::Same(person) => self.known(tx, person, arrival)?,
                Verdict::New => self.stranger(arrival),
                Verdict::Several(ids) => {
                    let ids: Vec<String> = ids.iter().map(|id| format!("P-{id}")).collect();
                    self.warn(arrival.line, "several_people_fit", format!("{}: {}", arrival.name, ids.join(", ")));
                    self.review.insert(format!("{} {} {}", arrival.session, arrival.key, arrival.email));
                }
            }
        }
        self.write_people(tx)
    }

    /// Somebody the register or this file knows.
    fn known(&mut self, tx: &mut Tx<'_>, person: i64, arrival: Arrival) -> Result<()> {
        let waiting = self.pending.binary_search_by_key(&person, |(id, _)| *id).ok();
        match waiting {
            Some(at) => {
                let before = self.pending[at].1.name.clone();
                if fill::is_another_name(&arrival.key, &self.pending[at].1.key) {
                    self.warn(arrival.line, "name_differs", format!("{} ({before})", arrival.name));
                }
                fill::complete(&mut self.pending[at].1, &arrival);
            }
            None => {
                let filled = fill::fill(tx, person, &arrival)?;
                for (code, detail) in filled.differs {
                    self.warn(arrival.line, code, detail);
                }
                if person < self.next_person - self.made {
                    self.matched.insert(person);
                    if filled.changed {
                        self.updated.insert(person);
                    }
                }
            }
        }
        self.folk.learn(person, &arrival);
        self.note(person, arrival);
        Ok(())
    }

    fn stranger(&mut self, mut arrival: Arrival) {
        if arrival.name.is_empty() {
            let document = arrival.document.as_ref().map(ToString::to_string).unwrap_or_default();
            let (code, name) = if arrival.email.is_empty() {
                ("name_from_document", document)
            } else {
                ("name_from_email", arrival.email.clone())
            };
            self.warn(arrival.line, code, name.clone());
            arrival.name = name;
            arrival.fold = ata_model::name::fold(&arrival.name);
            arrival.key = ata_model::name::key(&arrival.name);
        }
        let person = self.next_person;
        self.next_person += 1;
        self.made += 1;
        self.folk.learn(person, &arrival);
        self.note(person, Arrival { role: arrival.role.clone(), stay: arrival.stay.clone(), ..said_of(&arrival) });
        self.pending.push((person, arrival));
    }

    fn note(&mut self, person: i64, arrival: Arrival) {
        if let Some(answers) = arrival.sensitive {
            let kept = self.heard.entry((arrival.session, person)).or_insert_with(|| Arc::clone(&answers));
            differential::join(kept, &answers);
        }
        let said = Said { status: arrival.status, after: arrival.after, stay: arrival.stay, role: arrival.role };
        if let Some(sheet) = self.sheets.get_mut(&arrival.session) {
            sheet.note(person, arrival.line, said);
        }
    }

    fn begin(&mut self, tx: &mut Tx<'_>) -> Result<i64> {
        match self.import {
            Some(import) => Ok(import),
            None => {
                let Taken { session, file, sha256, source } = self.file;
                let import = tx.add_import("attendance", session, file, sha256, source)?;
                self.import = Some(import);
                Ok(import)
            }
        }
    }

    fn write_people(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let import = self.begin(tx)?;
        let pending = std::mem::take(&mut self.pending);
        let mut rows = Rows::new(
            tx,
            "INSERT INTO person (id, name, fold, match_key, doc_kind, doc_number, email, phone, post, organisation_id,
                                 territory, import_id) VALUES ",
            12,
        );
        for (person, new) in &pending {
            let (kind, number) =
                new.document.as_ref().map_or(("", ""), |document| (document.kind.as_str(), document.number.as_str()));
            rows.add(&[
                Val::Int(*person),
                Val::Text(&new.name),
                Val::Text(&new.fold),
                Val::Text(&new.key),
                Val::Text(kind),
                Val::Text(number),
                Val::Text(&new.email),
                Val::Text(&new.phone),
                Val::Text(&new.post),
                new.organisation.into(),
                Val::Text(&new.territory),
                Val::Int(import),
            ])?;
        }
        rows.finish()
    }

    /// Writes the attendance and says what came of the list.
    pub fn finish(mut self, tx: &mut Tx<'_>) -> Result<Tally> {
        let mut sessions: Vec<i64> = self.sheets.keys().copied().collect();
        sessions.sort_unstable();
        let (mut unchanged, mut changed) = (HashSet::new(), HashSet::new());
        for session in sessions {
            let Some(sheet) = self.sheets.remove(&session) else { continue };
            let length = self.lengths.get(&session).copied().unwrap_or(0);
            let settled = sheet.settle(length, &self.rule);
            for (line, person, code) in settled.warnings {
                self.warn(line, code, tx.person(person).map(|person| person.name).unwrap_or_default());
            }
            if !settled.new.is_empty() || !settled.changed.is_empty() {
                let import = self.begin(tx)?;
                sheet::write(tx, session, import, &settled.new, &settled.changed)?;
            }
            changed.extend(settled.changed.iter().map(|row| row.person));
            unchanged.extend(settled.unchanged);
        }
        let heard = std::mem::take(&mut self.heard);
        let differential = heard.len() as i64;
        if !heard.is_empty() {
            let begun = self.import.is_some();
            let import = self.begin(tx)?;
            let (wrote, differs) = differential::write(tx, heard, self.notice, import)?;
            if !wrote && !begun {
                tx.drop_import(import)?;
                self.import = None;
            }
            unchanged.retain(|person| !differs.contains(person));
            changed.extend(differs);
        }
        let first_made = self.next_person - self.made;
        changed.retain(|person| *person < first_made);
        self.updated.extend(changed);
        if self.unsaid > 0 {
            let detail = self.unsaid.to_string();
            self.warnings.push(Warning { line: None, code: "more".to_owned(), detail });
        }
        Ok(Tally {
            // People filled in belong to the import as well.
            import: if self.updated.is_empty() { self.import } else { Some(self.begin(tx)?) },
            people: self.matched.len() as i64 + self.made,
            new_people: self.made,
            matched: self.matched.len() as i64,
            review: self.review.len() as i64,
            updated: self.updated.len() as i64,
            differential,
            unchanged: unchanged.difference(&self.updated).count() as i64,
            warnings: self.warnings,
        })
    }
}

/// What a row says of the attendance, without who it is about.
fn said_of(arrival: &Arrival) -> Arrival {
    Arrival {
        line: arrival.line,
        session: arrival.session,
        status: arrival.status,
        after: arrival.after,
        sensitive: arrival.sensitive.clone(),
        ..Arrival::default()
    }
}

/// Rows on their way into a table, many to a statement.
pub(crate) struct Rows<'t, 'v> {
    tx: &'t Tx<'t>,
    begin: &'static str,
    width: usize,
    whole: Option<Prepared<'t>>,
    values: Vec<Val<'v>>,
}

/// Rows of one statement.
const AT_ONCE: usize = 128;

impl<'t, 'v> Rows<'t, 'v> {
    pub(crate) fn new(tx: &'t Tx<'t>, begin: &'static str, width: usize) -> Rows<'t, 'v> {
        Rows { tx, begin, width, whole: None, values: Vec::new() }
    }

    pub(crate) fn add(&mut self, row: &[Val<'v>]) -> Result<()> {
        self.values.extend_from_slice(row);
        if self.values.len() == self.width * AT_ONCE {
            let whole = match &mut self.whole {
                Some(whole) => whole,
                none => none.insert(self.tx.prepared(&statement(self.begin, self.width, AT_ONCE))?),
            };
            whole.run(&self.values)?;
            self.values.clear();
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<()> {
        let left = self.values.len() / self.width;
        if left > 0 {
            self.tx.prepared(&statement(self.begin, self.width, left))?.run(&self.values)?;
        }
        Ok(())
    }
}

fn statement(begin: &str, width: usize, rows: usize) -> String {
    let row = |at: usize| {
        let marks: Vec<String> = (1..=width).map(|column| format!("${}", at * width + column)).collect();
        format!("({})", marks.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("{begin}{}", rows.join(", "))
}
