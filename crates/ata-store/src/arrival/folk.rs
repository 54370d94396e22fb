//! Who can be recognised: by document and address in the whole register, by name among the invited, those noted in the
//! session, those of the case's other sessions, and the organisation. People made from this file are known by their hashes alone; two of a million would
//! share one by chance once in thirty million files.

use super::register::Register;
use super::{Arrival, mark};
use crate::engine::{Db, Row};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::duplicate::{Likeness, Reason, evidence};
use ata_model::identity::Document;
use ata_model::recognise::{Known, Marks, Namesake, Seen, Verdict, Workplace, recognise};
use ata_model::review::{Candidate, Entry};
use foldhash::HashMap;

/// So many with the same name are no longer told apart by it: more of them change nothing.
const CROWD: usize = 16;

/// No organisation is part of more, one above the other.
const DEPTH: usize = 32;

/// Holders of one address that are looked at.
pub(super) const HOLDERS: i64 = 100;

/// Somebody met, and in which session first (counted from 0). A file may have a million: it is kept small.
#[derive(Debug, Clone, Copy)]
struct Met {
    id: i64,
    /// 0 where none is said.
    organisation: u32,
    place: u16,
    has_document: bool,
    is_bare: bool,
}

fn small(organisation: Option<i64>) -> u32 {
    organisation.and_then(|id| u32::try_from(id).ok()).unwrap_or(0)
}

/// People by something they may share: mostly one, of whom a file may have a million.
#[derive(Debug, Clone)]
enum Few {
    One(Met),
    // Boxed once more, or each would take twice the room of the one.
    #[allow(clippy::box_collection)]
    Many(Box<Vec<Met>>),
}

impl Few {
    fn add(&mut self, new: Met) {
        if let Some(known) = self.all_mut().iter_mut().find(|known| known.id == new.id) {
            known.has_document |= new.has_document;
            known.is_bare &= new.is_bare;
            if known.organisation == 0 {
                known.organisation = new.organisation;
            }
            return;
        }
        match self {
            Few::One(first) => *self = Few::Many(Box::new(vec![*first, new])),
            Few::Many(all) => {
                if all.iter().filter(|known| known.has_document == new.has_document).count() < CROWD {
                    all.push(new);
                }
            }
        }
    }

    fn all(&self) -> &[Met] {
        match self {
            Few::One(one) => std::slice::from_ref(one),
            Few::Many(all) => all,
        }
    }

    fn all_mut(&mut self) -> &mut [Met] {
        match self {
            Few::One(one) => std::slice::from_mut(one),
            Few::Many(all) => all,
        }
    }
}

#[derive(Default)]
pub(super) struct Folk {
    /// Was anybody in the register before this file?
    is_peopled: bool,
    /// All of them, where they are few beside the file.
    register: Option<Register>,
    /// Those for whom registrations were given up, by what these carried.
    joined: Register,
    /// Of the batch: who has which document, who has its number under another kind, who has which address.
    documents: HashMap<u64, i64>,
    numbers: HashMap<u64, Vec<Known>>,
    emails: HashMap<u64, Vec<Known>>,
    /// Of this file, made from it or met in it: by document, address and name.
    own_documents: HashMap<u64, i64>,
    own_emails: HashMap<u64, Few>,
    own_names: HashMap<u64, Few>,
    /// Before this file, by session and name: the invited, and those noted; by name: both, of all sessions of the case.
    invited: HashMap<(i64, u64), Few>,
    noted: HashMap<(i64, u64), Few>,
    around: HashMap<u64, Few>,
    places: HashMap<i64, u16>,
    /// Of an organisation, the one it is part of.
    parents: HashMap<u32, u32>,
}

pub(super) fn known(row: &Row<'_>) -> Result<Known> {
    Ok(Known { id: row.int("id")?, key: row.text("match_key")?, has_document: row.flag("has_document")? })
}

pub(super) fn colleague(id: i64, has_document: bool) -> Namesake {
    Namesake { id, has_document, is_noted_bare: false, workplace: Workplace::Same }
}

fn is_bare(arrival: &Arrival) -> bool {
    arrival.document.is_none() && arrival.email.is_empty()
}

impl Folk {
    /// `in_memory`: the people of the register are read once, and looked up without it. `likely`: so many people the file may hold.
    pub fn new(db: &Db, in_memory: bool, likely: usize) -> Result<Folk> {
        let is_peopled = db.count("SELECT EXISTS (SELECT 1 FROM person) AS n", vals![])? > 0;
        let register = if in_memory { Some(Register::read(db)?) } else { None };
        let joined = Register::of_given_up(db)?;
        let mut folk = Folk { is_peopled, register, joined, ..Folk::default() };
        folk.own_documents.reserve(likely);
        folk.own_emails.reserve(likely);
        folk.own_names.reserve(likely);
        Ok(folk)
    }

    /// Asks for all that a batch will be asked for. Of a million people each is somewhere else in memory: row by row every answer would be
    /// waited for, here many are on their way at once.
    pub fn bring_near(&self, batch: &[Box<Arrival>]) {
        let near = |row: &Arrival| {
            let marks = &row.marks;
            marks.document.is_some_and(|mark| self.own_documents.contains_key(&mark))
                ^ marks.email.is_some_and(|mark| self.own_emails.contains_key(&mark))
                ^ self.own_names.contains_key(&marks.name)
        };
        std::hint::black_box(batch.iter().filter(|row| near(row)).count());
    }

    /// Reads who of the register has the documents and addresses of a batch, each once and in the order of the index.
    pub fn look_up(&mut self, tx: &Tx<'_>, batch: &[Box<Arrival>]) -> Result<()> {
        self.documents.clear();
        self.numbers.clear();
        self.emails.clear();
        if !self.is_peopled {
            return Ok(());
        }
        self.look_up_documents(tx, batch)?;
        let mut emails: Vec<&String> = batch.iter().map(|row| &row.email).filter(|email| !email.is_empty()).collect();
        emails.sort_unstable();
        emails.dedup();
        let mut statement = tx.prepared(
            "SELECT id, match_key, doc_number <> '' AS has_document FROM person
             WHERE email = $1 AND email <> '' AND merged_into IS NULL ORDER BY id LIMIT $2",
        )?;
        for email in emails {
            let found = match &self.register {
                Some(register) => register.emails.get(email).cloned().unwrap_or_default(),
                None => statement.rows(vals![email, HOLDERS], known)?,
            };
            let found = self.joined.also(found, email);
            if !found.is_empty() {
                self.emails.insert(mark::of(email), found);
            }
        }
        Ok(())
    }

    fn look_up_documents(&mut self, tx: &Tx<'_>, batch: &[Box<Arrival>]) -> Result<()> {
        // A tax number that holds a personal one is rare: only then a second text is made.
        let inner: Vec<Document> =
            batch.iter().filter_map(|row| row.document.as_ref()).filter_map(Document::of_person).collect();
        let documents = batch.iter().filter_map(|row| row.document.as_ref()).chain(&inner);
        let mut documents: Vec<_> = documents.map(|document| (&document.number, &document.kind)).collect();
        documents.sort_unstable();
        documents.dedup();
        let mut statement = tx.prepared(
            "SELECT id, doc_kind, match_key, 1 AS has_document FROM person
             WHERE doc_number = $1 AND doc_number <> '' AND merged_into IS NULL",
        )?;
        for (number, kind) in documents {
            let holders = match &self.register {
                Some(register) => register.numbers.get(number).cloned().unwrap_or_default(),
                None => statement.rows(vals![number], |row| Ok((row.text("doc_kind")?, known(row)?)))?,
            };
            let given_up = self.joined.numbers.get(number).into_iter().flatten().cloned();
            for (found, person) in holders.into_iter().chain(given_up) {
                let key = mark::of_number(number, kind);
                if found == *kind {
                    self.documents.entry(key).or_insert(person.id);
                } else {
                    let all = self.numbers.entry(key).or_default();
                    all.extend(self.joined.names(&person));
                    all.push(person);
                }
            }
        }
        Ok(())
    }

    /// Reads who is invited to the sessions of a case and who is noted there already.
    pub fn enter(&mut self, tx: &Tx<'_>, case: i64) -> Result<()> {
        let invited =
            "SELECT i.session_id, p.id, p.match_key, p.doc_number <> '' AS has_document, p.email = '' AS no_email, p.organisation_id
                       FROM session s JOIN invitation i ON i.session_id = s.id JOIN person p ON p.id = i.person_id
                       WHERE s.case_id = $1 AND i.withdrawn = 0 AND p.merged_into IS NULL";
        let noted =
            "SELECT a.session_id, p.id, p.match_key, p.doc_number <> '' AS has_document, p.email = '' AS no_email, p.organisation_id
                     FROM session s JOIN attendance a ON a.session_id = s.id JOIN person p ON p.id = a.person_id
                     WHERE s.case_id = $1 AND p.merged_into IS NULL";
        let (joined, around) = (&self.joined, &mut self.around);
        for (sql, circle) in [(invited, &mut self.invited), (noted, &mut self.noted)] {
            tx.rows(sql, vals![case], |row| {
                let (session, person) = (row.int("session_id")?, known(row)?);
                let is_bare = row.flag("no_email")? && !person.has_document;
                let organisation = small(row.maybe_int("organisation_id")?);
                let met = Met { id: person.id, organisation, place: 0, has_document: person.has_document, is_bare };
                for known in joined.names(&person).iter().chain([&person]) {
                    let name = mark::of(&known.key);
                    add(circle, (session, name), met);
                    add(around, name, met);
                }
                Ok(())
            })?;
        }
        let sql = "SELECT id, parent_id FROM organisation WHERE parent_id IS NOT NULL";
        let parts =
            tx.rows(sql, vals![], |row| Ok((small(Some(row.int("id")?)), small(row.maybe_int("parent_id")?))))?;
        self.parents = parts.into_iter().collect();
        Ok(())
    }

    /// Is somebody of an organisation of the one that a row names? Who writes the ministry for one of its offices names no other.
    fn workplace(&self, said: u32, theirs: u32) -> Workplace {
        let is_part = |mut part: u32, whole: u32| {
            std::iter::from_fn(|| {
                self.parents.get(&part).map(|above| {
                    part = *above;
                    part
                })
            })
            .take(DEPTH)
            .any(|above| above == whole)
        };
        match (said, theirs) {
            (_, 0) => Workplace::Unsaid,
            (said, theirs) if said == theirs => Workplace::Same,
            (said, theirs) if is_part(said, theirs) || is_part(theirs, said) => Workplace::Unsaid,
            _ => Workplace::Another,
        }
    }

    /// Is it somebody known? `waiting` are the people of the file that are not written yet, in the order of their keys.
    pub fn recognise(&self, tx: &Tx<'_>, arrival: &Arrival, waiting: &[(i64, Box<Arrival>)]) -> Result<Verdict> {
        let seen = Seen { key: &arrival.key, has_document: arrival.document.is_some(), is_bare: is_bare(arrival) };
        let document = self.by_document(arrival);
        if document.is_some() {
            return Ok(recognise(seen, Marks { document, ..Marks::default() }, []));
        }
        let number = arrival.marks.document.and_then(|mark| self.numbers.get(&mark));
        let email = self.by_email(tx, arrival, waiting)?;
        let marks = Marks { document, number: number.map_or(&[], Vec::as_slice), email: &email };
        let circles = self.circles(arrival);
        let verdict = recognise(seen, marks, circles.iter().map(Vec::as_slice));
        match (&verdict, &email[..]) {
            (Verdict::Same(id), [_, ..])
                if email.iter().all(|known| known.id == *id && known.key != arrival.key) && !arrival.key.is_empty() =>
            {
                self.unless_told_apart(tx, *id, &arrival.key)
            }
            (Verdict::New | Verdict::Several(_), _) => {
                let colleagues = self.colleagues(tx, arrival)?;
                let circles = circles.iter().chain([&colleagues]).map(Vec::as_slice);
                Ok(if colleagues.is_empty() { verdict } else { recognise(seen, marks, circles) })
            }
            _ => Ok(verdict),
        }
    }

    fn by_document(&self, arrival: &Arrival) -> Option<i64> {
        let find = |mark: u64| self.own_documents.get(&mark).or_else(|| self.documents.get(&mark)).copied();
        arrival.marks.document.and_then(find).or_else(|| arrival.marks.inner.and_then(find))
    }

    /// Those the name may tell, the nearest first. Within one list a name tells only beside nothing but a name: a row with an address
    /// and one without may be two people.
    fn circles(&self, arrival: &Arrival) -> [Vec<Namesake>; 4] {
        let name = arrival.marks.name;
        let here = (arrival.session, name);
        let place = self.places.get(&arrival.session).copied();
        fn all(few: Option<&Few>) -> std::slice::Iter<'_, Met> {
            few.map(Few::all).unwrap_or_default().iter()
        }
        let (around, own) = (self.around.get(&name), self.own_names.get(&name));
        let said = small(arrival.organisation);
        // What the register says of somebody, or else this file.
        let organisation = |id: i64| {
            let said = all(around).chain(all(own)).filter(|met| met.id == id).map(|met| met.organisation);
            said.into_iter().find(|organisation| *organisation > 0).unwrap_or(0)
        };
        let namesake = |met: &Met, is_noted_bare: bool| Namesake {
            id: met.id,
            has_document: met.has_document,
            is_noted_bare,
            // A row that names none contradicts nobody, and common names have many namesakes.
            workplace: if said == 0 { Workplace::Unsaid } else { self.workplace(said, organisation(met.id)) },
        };
        let before = |few| all(few).map(|met| namesake(met, false)).collect();
        let is_here = |met: &&Met| Some(met.place) != place || (met.is_bare && is_bare(arrival));
        [
            before(self.invited.get(&here)),
            all(self.noted.get(&here)).map(|met| namesake(met, met.is_bare)).collect(),
            before(around),
            all(own).filter(is_here).map(|met| namesake(met, false)).collect(),
        ]
    }

    /// Is somebody of this name invited to the session, or met in it already?
    pub fn has_met(&self, arrival: &Arrival) -> bool {
        let name = arrival.marks.name;
        let place = self.places.get(&arrival.session).copied();
        let own = self.own_names.get(&name).map(Few::all).unwrap_or_default();
        let own = own.iter().filter(|met| Some(met.place) == place);
        let here = (arrival.session, name);
        let before = [&self.invited, &self.noted].into_iter().filter_map(|circle| circle.get(&here)).flat_map(Few::all);
        own.chain(before).any(|met| !(met.has_document && arrival.document.is_some()))
    }

    /// Has somebody of the register or of this file the address of the row?
    pub fn is_address_known(&self, arrival: &Arrival) -> bool {
        arrival.marks.email.is_some_and(|mark| self.emails.contains_key(&mark) || self.own_emails.contains_key(&mark))
    }

    /// The address says this person, by a like name; but somebody told this person from one who has the very name.
    fn unless_told_apart(&self, tx: &Tx<'_>, person: i64, key: &str) -> Result<Verdict> {
        let sql =
            "SELECT p.id FROM person_pair d JOIN person p ON p.id = CASE d.a_id WHEN $1 THEN d.b_id ELSE d.a_id END
                   WHERE (d.a_id = $1 OR d.b_id = $1) AND p.match_key = $2 AND p.merged_into IS NULL ORDER BY p.id";
        let mut others = tx.rows(sql, vals![person, key], |row| row.int("id"))?;
        if others.is_empty() {
            return Ok(Verdict::Same(person));
        }
        others.push(person);
        others.sort_unstable();
        Ok(Verdict::Several(others))
    }

    /// Those of the organisation with the name.
    fn colleagues(&self, tx: &Tx<'_>, arrival: &Arrival) -> Result<Vec<Namesake>> {
        let organisation = arrival.organisation.filter(|_| self.is_peopled && !arrival.key.is_empty());
        let Some(organisation) = organisation else { return Ok(Vec::new()) };
        let of = |register: &Register| -> Vec<Namesake> {
            let found = register.colleagues.get(&arrival.key).into_iter().flatten();
            found.filter(|(place, _)| *place == organisation).map(|(_, namesake)| *namesake).collect()
        };
        let mut found = of(&self.joined);
        if let Some(register) = &self.register {
            found.extend(of(register));
            return Ok(found);
        }
        let sql = "SELECT id, doc_number <> '' AS has_document FROM person
                   WHERE match_key = $1 AND +organisation_id = $2 AND merged_into IS NULL";
        found.extend(tx.rows(sql, vals![&arrival.key, organisation], |row| {
            Ok(colleague(row.int("id")?, row.flag("has_document")?))
        })?);
        Ok(found)
    }

    /// Everybody with the address, in the register and in this file.
    fn by_email(&self, tx: &Tx<'_>, arrival: &Arrival, waiting: &[(i64, Box<Arrival>)]) -> Result<Vec<Known>> {
        let Some(key) = arrival.marks.email else { return Ok(Vec::new()) };
        let mut found = self.emails.get(&key).cloned().unwrap_or_default();
        for &Met { id, has_document, .. } in self.own_emails.get(&key).map(Few::all).unwrap_or_default() {
            let mut is_known = false;
            for known in found.iter_mut().filter(|known| known.id == id) {
                known.has_document |= has_document;
                is_known = true;
            }
            if !is_known {
                found.push(Known { id, key: name_of(tx, id, waiting)?, has_document });
            }
        }
        Ok(found)
    }

    /// Takes from a row what was given up for its person.
    pub fn without_given_up(&self, person: i64, arrival: &mut Arrival) {
        self.joined.given_up.get(&person).into_iter().flatten().for_each(|one| one.take_from(arrival));
    }

    /// Remembers a person of the file by what the row says.
    pub fn learn(&mut self, person: i64, arrival: &Arrival) {
        let next = u16::try_from(self.places.len()).unwrap_or(u16::MAX);
        let place = *self.places.entry(arrival.session).or_insert(next);
        let organisation = small(arrival.organisation);
        let (has_document, is_bare) = (arrival.document.is_some(), is_bare(arrival));
        let met = Met { id: person, organisation, place, has_document, is_bare };
        for mark in [arrival.marks.document, arrival.marks.inner].into_iter().flatten() {
            self.own_documents.insert(mark, person);
        }
        if let Some(mark) = arrival.marks.email {
            add(&mut self.own_emails, mark, met);
        }
        if !arrival.key.is_empty() {
            add(&mut self.own_names, arrival.marks.name, met);
        }
    }

    /// Why a row may be each of these people, the surest first.
    pub fn candidates(
        &self,
        tx: &Tx<'_>,
        arrival: &Arrival,
        entry: &Entry,
        ids: &[i64],
        waiting: &[(i64, Box<Arrival>)],
    ) -> Result<Vec<Candidate>> {
        let likeness = entry.likeness();
        let here = (arrival.session, arrival.marks.name);
        let among = |circle: &HashMap<(i64, u64), Few>, id: i64| {
            circle.get(&here).is_some_and(|few| few.all().iter().any(|met| met.id == id))
        };
        let mut all = Vec::with_capacity(ids.len());
        for &id in ids {
            let (known, organisation) = like(tx, id, waiting)?;
            let (score, mut reasons) = evidence(&likeness, &known);
            let more = [
                (Reason::Invited, among(&self.invited, id)),
                (Reason::Noted, among(&self.noted, id)),
                (Reason::Organisation, organisation.is_some() && organisation == arrival.organisation),
            ];
            reasons.extend(more.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason));
            all.push(Candidate { person: id, score, reasons, said: None });
        }
        all.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.person.cmp(&other.person)));
        Ok(all)
    }
}

/// What is compared of somebody of the register or of this file, and the organisation.
fn like(tx: &Tx<'_>, id: i64, waiting: &[(i64, Box<Arrival>)]) -> Result<(Likeness, Option<i64>)> {
    if let Ok(at) = waiting.binary_search_by_key(&id, |(id, _)| *id) {
        let arrival = &waiting[at].1;
        return Ok((Entry::from(&**arrival).likeness(), arrival.organisation));
    }
    tx.likeness(id)
}

/// The key of the name of somebody met in this file.
fn name_of(tx: &Tx<'_>, id: i64, waiting: &[(i64, Box<Arrival>)]) -> Result<String> {
    if let Ok(at) = waiting.binary_search_by_key(&id, |(id, _)| *id) {
        return Ok(waiting[at].1.key.clone());
    }
    let sql = "SELECT match_key FROM person WHERE id = $1";
    Ok(tx.row(sql, vals![id], |row| row.text("match_key"))?.unwrap_or_default())
}

fn add<K: std::hash::Hash + Eq>(people: &mut HashMap<K, Few>, key: K, new: Met) {
    people.entry(key).and_modify(|few| few.add(new)).or_insert(Few::One(new));
}
