//! Taking a list of attendance in, batch by batch: each person recognised or made, nobody twice, and the attendance written
//! at the end in the order of its key. Memory is a few dozen bytes a person of the file beside one batch.
//!
//! - [`folk`] knows who can be recognised: the register, the sessions, the people this file made;
//! - [`sheet`] gathers what the file says of each person in each session, beside what was noted before;
//! - [`aside`] and [`register`] are how a long file is taken into a small register;
//! - [`fill`] completes people the register knows with what the file adds;
//! - [`told`] and [`statement`] keep what each file said of people whom several files name, in the register and in a session;
//! - [`doubt`] keeps the rows that may speak of several people, and knows what was said of such rows before;
//! - [`report`] says row by row and fact by fact what came of the file.

mod aside;
mod doubt;
pub(crate) mod fill;
mod folk;
mod mark;
pub(crate) mod noted;
pub(crate) mod record;
mod register;
mod report;
pub(crate) mod sheet;
pub(crate) mod statement;
pub(crate) mod told;

use crate::differential::{self, Answered};
use crate::engine::{Rows, Val};
use crate::error::{Result, StoreError};
use crate::transact::Tx;
use crate::vals;
use aside::Aside;
use ata_model::attendance::Stay;
use ata_model::differential::Answers;
use ata_model::identity::Document;
use ata_model::import::{Action, Altered, Step, Warning};
use ata_model::profile::AttendanceRule;
use ata_model::recognise::Verdict;
use ata_model::review::Entry as Written;
use doubt::{Doubts, Kept};
use foldhash::{HashMap, HashSet};
use folk::Folk;
pub use mark::Marks;
use report::Report;
use sheet::{Said, Sheet};
use std::collections::hash_map::Entry;
use std::sync::Arc;
use told::Line;

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
    /// Further lines that say the same of the same person.
    pub also: Vec<u64>,
    /// The whole row as a number, by which it is known when it comes again.
    pub print: u64,
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
    /// See [`Arrival::marked`].
    pub marks: Marks,
    /// What the person said of themselves; shared by all who said the same.
    pub sensitive: Option<Arc<Answers>>,
}

impl Arrival {
    /// With the numbers by which people are recognised, without which no row is taken.
    #[must_use]
    pub fn marked(mut self) -> Arrival {
        self.marks = Marks::of(&self);
        self
    }
}

/// Rows on their way from the file into the register. They change hands several times, and each is large.
pub type Batch = Vec<Box<Arrival>>;

/// The file that is taken in.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'f> {
    /// The session, or the first one of several.
    pub session: Option<i64>,
    pub file: &'f str,
    pub sha256: &'f str,
    /// `canonical`, `teams-report` …
    pub source: &'f str,
    pub bytes: u64,
    /// Is every row to be accounted for?
    pub is_planned: bool,
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
    /// Rows left out by hand when they came before.
    pub left_out: i64,
    /// People whose answers for the differential approach are kept.
    pub differential: i64,
    pub warnings: Vec<Warning>,
    pub changes: Vec<Altered>,
    /// Empty where nobody asked.
    pub plan: Vec<Step>,
}

/// What is said of so many people is written at once.
const LINES: usize = 20_000;

/// So many people a file of so many bytes may well hold. Of more, room is made when they come.
fn likely(bytes: u64) -> usize {
    const ROW: u64 = 256;
    const MANY: u64 = 800_000;
    (bytes / ROW).min(MANY) as usize
}

/// A list being taken in.
pub struct Intake<'i> {
    file: Taken<'i>,
    import: Option<i64>,
    /// Does the file bring anything?
    is_news: bool,
    /// What it says of people known before, not written yet.
    lines: Vec<Line>,
    rule: AttendanceRule,
    lengths: HashMap<i64, i64>,
    folk: Folk,
    sheets: HashMap<i64, Sheet>,
    /// People of this file that are not written yet, in the order of their keys.
    pending: Vec<(i64, Box<Arrival>)>,
    /// Rows that said what they had to say.
    spent: Batch,
    next_person: i64,
    heard: differential::Heard,
    notice: &'i str,
    matched: HashSet<i64>,
    updated: HashSet<i64>,
    made: i64,
    left_out: i64,
    /// What the rows said by which people were made, as numbers.
    as_made: Vec<u64>,
    doubts: Doubts,
    aside: Aside,
    /// Of this file, and of the earlier files about the same sessions, in order.
    prints: Vec<u64>,
    seen: Vec<u64>,
    report: Report,
}

impl<'i> Intake<'i> {
    /// Begins; nothing is written before somebody or something new is met.
    pub fn new(tx: &Tx<'_>, file: Taken<'i>, case: i64, slots: &[Slot], rule: AttendanceRule) -> Result<Intake<'i>> {
        let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'person'), 0) AS n";
        let last = tx.count(sql, &[])?;
        let fills_register = aside::is_small_beside(tx, "person", file.bytes)?;
        let mut folk = Folk::new(tx, fills_register, likely(file.bytes))?;
        folk.enter(tx, case)?;
        let doubts = Doubts::open(tx, case)?;
        let mut aside = Aside::default();
        if fills_register {
            aside.lay(tx, "index", "person")?;
            // Rows that follow one another need few pages in memory, and the indexes are sorted in pieces as large as these.
            tx.batch("PRAGMA cache_size = -8192")?;
        }
        if aside::is_small_beside(tx, "attendance", file.bytes)? {
            aside.lay(tx, "index", "attendance")?;
        }
        // The case is open, and only its sessions are written to.
        if aside::is_long(file.bytes) {
            aside.lay(tx, "trigger", "attendance")?;
        }
        let report = Report::new(file.is_planned);
        Ok(Intake {
            file,
            import: None,
            is_news: false,
            lines: Vec::new(),
            rule,
            lengths: slots.iter().map(|slot| (slot.session, slot.length)).collect(),
            folk,
            sheets: HashMap::default(),
            pending: Vec::new(),
            spent: Batch::new(),
            next_person: last + 1,
            heard: differential::Heard::new(),
            notice: "",
            matched: HashSet::default(),
            updated: HashSet::default(),
            made: 0,
            left_out: 0,
            as_made: Vec::new(),
            doubts,
            aside,
            prints: Vec::new(),
            seen: tx.prints_of_case(case)?,
            report,
        })
    }

    /// Under which version of the legal notice people said what they say of themselves.
    #[must_use]
    pub fn under(mut self, notice: &'i str) -> Intake<'i> {
        self.notice = notice;
        self
    }

    /// Takes the next rows of the file, and returns what is not needed any more: memory is given back most cheaply where it was taken.
    pub fn take(&mut self, tx: &mut Tx<'_>, batch: Batch) -> Result<Batch> {
        self.folk.bring_near(&batch);
        self.folk.look_up(tx, &batch)?;
        self.spent.reserve(batch.len());
        for arrival in batch {
            self.prints.push(arrival.print);
            if let Entry::Vacant(place) = self.sheets.entry(arrival.session) {
                place.insert(Sheet::open(tx, arrival.session)?);
            }
            let kept = self.doubts.kept(&arrival);
            let verdict = match kept {
                Some(Kept::Settled(person)) => Verdict::Same(person),
                Some(Kept::Ignored) => {
                    self.left_out += 1 + arrival.also.len() as i64;
                    self.report.step(&arrival, Action::Ignore, &[], Some("ignored_by_hand"));
                    self.spent.push(arrival);
                    continue;
                }
                Some(Kept::Open(_)) | None => self.folk.recognise(tx, &arrival, &self.pending)?,
            };
            let open = match kept {
                Some(Kept::Open(review)) => Some(review),
                _ => None,
            };
            match verdict {
                Verdict::Several(ids) => {
                    self.report.step(&arrival, Action::Review, &ids, None);
                    let fitting: Vec<String> = ids.iter().map(|id| format!("P-{id}")).collect();
                    let detail = format!("{}: {}", arrival.name, fitting.join(", "));
                    self.report.warn(arrival.line, "several_people_fit", detail);
                    self.doubt(tx, &arrival, &ids, open)?;
                    self.spent.push(arrival);
                }
                Verdict::Same(person) => {
                    self.doubts.settle(tx, open, "same", person)?;
                    self.known(tx, person, arrival)?;
                }
                Verdict::New => {
                    self.doubts.settle(tx, open, "new", self.next_person)?;
                    self.stranger(arrival);
                }
            }
        }
        self.write_people(tx)?;
        if !self.doubts.is_written() {
            let import = self.begin(tx)?;
            self.doubts.write(tx, import)?;
        }
        if self.lines.len() >= LINES {
            let import = self.note_import(tx)?;
            tx.keep_lines(import, std::mem::take(&mut self.lines))?;
        }
        Ok(std::mem::take(&mut self.spent))
    }

    /// A row that nobody but people can decide on.
    fn doubt(&mut self, tx: &mut Tx<'_>, arrival: &Arrival, ids: &[i64], open: Option<i64>) -> Result<()> {
        let entry = Written::from(arrival);
        let candidates = self.folk.candidates(tx, arrival, &entry, ids, &self.pending)?;
        if self.doubts.keep(tx, arrival, entry, candidates, open)? {
            self.begin(tx)?;
        }
        Ok(())
    }

    fn is_news(&self, arrival: &Arrival) -> bool {
        self.seen.is_empty() || self.seen.binary_search(&arrival.print).is_err()
    }

    /// Somebody the register or this file knows.
    fn known(&mut self, tx: &mut Tx<'_>, person: i64, mut arrival: Box<Arrival>) -> Result<()> {
        self.report.step(&arrival, Action::Match, &[person], None);
        self.folk.learn(person, &arrival);
        self.folk.without_given_up(person, &mut arrival);
        let waiting = self.pending.binary_search_by_key(&person, |(id, _)| *id).ok();
        let is_news = self.is_news(&arrival);
        match waiting {
            Some(at) => {
                let before = self.pending[at].1.name.clone();
                if fill::is_another_name(&arrival.key, &self.pending[at].1.key) {
                    self.report.warn(arrival.line, "name_differs", format!("{} ({before})", arrival.name));
                }
                fill::complete(&mut self.pending[at].1, &arrival);
            }
            None => {
                // What the same row said before may have been changed by hand since.
                let says_nothing_new = !is_news || self.is_as_made(person, &arrival);
                let filled = match says_nothing_new {
                    true => fill::Filled::default(),
                    false => fill::fill(tx, person, &arrival, self.import, |tx| self.begin(tx))?,
                };
                for (code, detail) in filled.differs {
                    self.report.warn(arrival.line, &code, detail);
                }
                if person < self.next_person - self.made {
                    self.lines.push(Line::of_list(person, &arrival)?);
                    self.matched.insert(person);
                    if !filled.altered.is_empty() {
                        self.updated.insert(person);
                    }
                    self.report.altered(arrival.line, person, filled.altered);
                }
            }
        }
        self.note(person, &mut arrival, is_news);
        self.spent.push(arrival);
        Ok(())
    }

    /// Does a row say of somebody made from this file only what the row said by which they were made?
    fn is_as_made(&self, person: i64, arrival: &Arrival) -> bool {
        let made = usize::try_from(person - (self.next_person - self.made)).ok().and_then(|at| self.as_made.get(at));
        made == Some(&arrival.marks.facts)
    }

    fn stranger(&mut self, mut arrival: Box<Arrival>) {
        if arrival.name.is_empty() {
            let code = name_somehow(&mut arrival);
            self.report.warn(arrival.line, code, arrival.name.clone());
        } else if self.folk.has_met(&arrival) {
            self.report.warn(arrival.line, "possible_duplicate", arrival.name.clone());
        }
        if self.folk.is_address_known(&arrival) {
            self.report.warn(arrival.line, "shared_email", arrival.email.clone());
        }
        let person = self.next_person;
        self.as_made.push(arrival.marks.facts);
        self.report.step(&arrival, Action::Add, &[], None);
        self.next_person += 1;
        self.made += 1;
        self.folk.learn(person, &arrival);
        self.note(person, &mut arrival, true);
        self.pending.push((person, arrival));
    }

    fn note(&mut self, person: i64, arrival: &mut Arrival, is_news: bool) {
        if let Some(answers) = arrival.sensitive.take() {
            let kept = self.heard.entry((arrival.session, person)).or_insert_with(|| Arc::clone(&answers));
            differential::join(kept, &answers);
        }
        let said = Said {
            status: arrival.status,
            after: arrival.after,
            stay: std::mem::take(&mut arrival.stay),
            role: std::mem::take(&mut arrival.role),
            print: arrival.print,
            is_news,
        };
        if let Some(sheet) = self.sheets.get_mut(&arrival.session) {
            sheet.note(person, arrival.line, said);
        }
    }

    /// The file brings something.
    fn begin(&mut self, tx: &mut Tx<'_>) -> Result<i64> {
        self.is_news = true;
        self.note_import(tx)
    }

    fn note_import(&mut self, tx: &mut Tx<'_>) -> Result<i64> {
        match self.import {
            Some(import) => Ok(import),
            None => {
                let Taken { session, file, sha256, source, .. } = self.file;
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
        let pending = Arc::new(std::mem::take(&mut self.pending));
        // Their numbers are the next ones, which the database gives for less than it takes to ask whether they are free.
        let last = pending.last().map(|(person, _)| *person);
        tx.write_rows(
            "INSERT OR FAIL INTO person (name, fold, match_key, doc_kind, doc_number, email, phone, post, organisation_id, territory,
                                 import_id)
             SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, $1 FROM rows_in_memory",
            vals![import],
            Arc::clone(&pending) as Arc<dyn Rows>,
        )?;
        self.spent.extend(Arc::into_inner(pending).into_iter().flatten().map(|(_, arrival)| arrival));
        let given = tx.last_id();
        match last {
            Some(last) if last != given => {
                Err(StoreError::Stored { what: "person", detail: format!("P-{given}, not P-{last}") })
            }
            _ => Ok(()),
        }
    }

    /// Writes the attendance and says what came of the list. `is_rest`: its rows are those an earlier file was refused, corrected;
    /// they add to what that file said.
    pub fn finish(mut self, tx: &mut Tx<'_>, is_rest: bool) -> Result<Tally> {
        // Everybody is recognised by now.
        self.folk = Folk::default();
        self.as_made = Vec::new();
        let mut sessions: Vec<i64> = self.sheets.keys().copied().collect();
        sessions.sort_unstable();
        let (mut unchanged, mut changed) = (HashSet::default(), HashSet::default());
        let mut said = Vec::new();
        for session in sessions {
            let Some(sheet) = self.sheets.remove(&session) else { continue };
            let sheet = sheet.gather();
            self.doubts.note_beside(tx, session, &sheet)?;
            let length = self.lengths.get(&session).copied().unwrap_or(0);
            let settled = sheet.settle(length, &self.rule, is_rest)?;
            for (line, person, code) in settled.warnings {
                self.report.warn(line, code, tx.person(person).map(|person| person.name).unwrap_or_default());
            }
            if !settled.new.is_empty() || !settled.changed.is_empty() {
                let import = self.begin(tx)?;
                sheet::write(tx, session, import, settled.new, &settled.changed)?;
            } else if settled.signs {
                self.begin(tx)?;
            }
            for (line, person, altered) in settled.altered {
                self.report.altered(line, person, altered);
            }
            changed.extend(settled.changed.iter().map(|row| row.person));
            said.push((session, settled.said));
            unchanged.extend(settled.unchanged);
        }
        self.aside.put_back(tx)?;
        let answered = Answered::weigh(tx, std::mem::take(&mut self.heard))?;
        let differential = answered.count();
        let differs = answered.differs();
        if answered.is_news() {
            self.begin(tx)?;
        }
        unchanged.retain(|person| !differs.contains(person));
        changed.extend(differs);
        let first_made = self.next_person - self.made;
        changed.retain(|person| *person < first_made);
        self.updated.extend(changed);
        // People filled in belong to the import as well.
        if !self.updated.is_empty() {
            self.begin(tx)?;
        }
        if let Some(import) = self.import.filter(|_| !self.is_news) {
            tx.drop_import(import)?;
            self.import = None;
        }
        if let Some(import) = self.import {
            answered.write(tx, self.notice, import)?;
            tx.keep_prints(import, self.prints)?;
            tx.keep_lines(import, self.lines)?;
            for (session, said) in said {
                tx.keep_said(session, import, said)?;
            }
            tx.note_again(import, self.doubts.met_again())?;
        }
        let told = self.report.finish(tx, &self.updated)?;
        Ok(Tally {
            import: self.import,
            people: self.matched.len() as i64 + self.made,
            new_people: self.made,
            matched: self.matched.len() as i64,
            review: self.doubts.count,
            updated: self.updated.len() as i64,
            left_out: self.left_out,
            differential,
            unchanged: unchanged.difference(&self.updated).count() as i64,
            warnings: told.warnings,
            changes: told.changes,
            plan: told.plan,
        })
    }
}

/// People as they are written.
impl Rows for Vec<(i64, Box<Arrival>)> {
    fn count(&self) -> usize {
        self.len()
    }

    fn cell(&self, row: usize, column: usize) -> Val<'_> {
        let (_, new) = &self[row];
        let document = new.document.as_ref();
        match column {
            0 => Val::Text(&new.name),
            1 => Val::Text(&new.fold),
            2 => Val::Text(&new.key),
            3 => Val::Text(document.map_or("", |document| &document.kind)),
            4 => Val::Text(document.map_or("", |document| &document.number)),
            5 => Val::Text(&new.email),
            6 => Val::Text(&new.phone),
            7 => Val::Text(&new.post),
            8 => Val::from(new.organisation),
            _ => Val::Text(&new.territory),
        }
    }
}

/// Somebody without a name is called by the address or the document; the code says by which.
pub(crate) fn name_somehow(arrival: &mut Arrival) -> &'static str {
    let document = arrival.document.as_ref().map(ToString::to_string).unwrap_or_default();
    let (code, name) = match arrival.email.is_empty() {
        true => ("name_from_document", document),
        false => ("name_from_email", arrival.email.clone()),
    };
    arrival.name = name;
    arrival.fold = ata_model::name::fold(&arrival.name);
    arrival.key = ata_model::name::key(&arrival.name);
    arrival.marks.name = mark::of(&arrival.key);
    code
}
