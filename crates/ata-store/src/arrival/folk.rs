//! Who can be recognised: by document and address in the whole register, by name among the invited, those noted in the
//! session, those of the case's other sessions, and the organisation. People made from this file are known by their hashes alone; two of a million would
//! share one by chance once in thirty million files.

use super::Arrival;
use crate::engine::{Db, Row};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::recognise::{Known, Namesake, Seen, Verdict, recognise};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// So many with the same name are no longer told apart by it: more of them change nothing.
const CROWD: usize = 16;

/// People by something they may share.
#[derive(Debug, Clone)]
enum Few {
    One(Namesake),
    Many(Vec<Namesake>),
}

impl Few {
    fn add(&mut self, new: Namesake) {
        if let Some(known) = self.all_mut().iter_mut().find(|known| known.id == new.id) {
            known.has_document |= new.has_document;
            return;
        }
        match self {
            Few::One(first) => *self = Few::Many(vec![*first, new]),
            Few::Many(all) => {
                if all.iter().filter(|known| known.has_document == new.has_document).count() < CROWD {
                    all.push(new);
                }
            }
        }
    }

    fn all(&self) -> &[Namesake] {
        match self {
            Few::One(one) => std::slice::from_ref(one),
            Few::Many(all) => all,
        }
    }

    fn all_mut(&mut self) -> &mut [Namesake] {
        match self {
            Few::One(one) => std::slice::from_mut(one),
            Few::Many(all) => all,
        }
    }
}

pub(super) struct Folk {
    hash: RandomState,
    /// Was anybody in the register before this file?
    is_peopled: bool,
    /// Of the batch: who has which document, who has which address.
    documents: HashMap<u64, i64>,
    emails: HashMap<u64, Vec<Known>>,
    /// Of this file: made from it or met in it.
    own_documents: HashMap<u64, i64>,
    own_emails: HashMap<u64, Few>,
    /// By session and name: the invited, and those noted; by name: both, of all sessions of the case.
    invited: HashMap<(i64, u64), Few>,
    noted: HashMap<(i64, u64), Few>,
    around: HashMap<u64, Few>,
}

fn known(row: &Row<'_>) -> Result<Known> {
    Ok(Known { id: row.int("id")?, key: row.text("match_key")?, has_document: row.flag("has_document")? })
}

impl Folk {
    pub fn new(db: &Db) -> Result<Folk> {
        let is_peopled = db.count("SELECT EXISTS (SELECT 1 FROM person) AS n", vals![])? > 0;
        Ok(Folk {
            hash: RandomState::new(),
            is_peopled,
            documents: HashMap::new(),
            emails: HashMap::new(),
            own_documents: HashMap::new(),
            own_emails: HashMap::new(),
            invited: HashMap::new(),
            noted: HashMap::new(),
            around: HashMap::new(),
        })
    }

    /// Reads who of the register has the documents and addresses of a batch, each once and in the order of the index.
    pub fn look_up(&mut self, tx: &Tx<'_>, batch: &[Arrival]) -> Result<()> {
        self.documents.clear();
        self.emails.clear();
        if !self.is_peopled {
            return Ok(());
        }
        let documents = batch.iter().filter_map(|row| row.document.as_ref());
        let mut documents: Vec<_> = documents.map(|document| (&document.number, &document.kind)).collect();
        documents.sort_unstable();
        documents.dedup();
        let mut statement = tx.prepared(
            "SELECT id FROM person WHERE doc_number = $1 AND doc_kind = $2 AND doc_number <> '' AND merged_into IS NULL",
        )?;
        for (number, kind) in documents {
            if let Some(id) = statement.rows(vals![number, kind], |row| row.int("id"))?.pop() {
                self.documents.insert(self.hash.hash_one((number, kind)), id);
            }
        }
        let mut emails: Vec<&String> = batch.iter().map(|row| &row.email).filter(|email| !email.is_empty()).collect();
        emails.sort_unstable();
        emails.dedup();
        let mut statement = tx.prepared(
            "SELECT id, match_key, doc_number <> '' AS has_document FROM person
             WHERE email = $1 AND email <> '' AND merged_into IS NULL LIMIT 2",
        )?;
        for email in emails {
            let found = statement.rows(vals![email], known)?;
            if !found.is_empty() {
                self.emails.insert(self.hash.hash_one(email), found);
            }
        }
        Ok(())
    }

    /// Reads who is invited to the sessions of a case and who is noted there already.
    pub fn enter(&mut self, tx: &Tx<'_>, case: i64) -> Result<()> {
        let invited = "SELECT i.session_id, p.id, p.match_key, p.doc_number <> '' AS has_document FROM session s
                       JOIN invitation i ON i.session_id = s.id JOIN person p ON p.id = i.person_id
                       WHERE s.case_id = $1 AND i.withdrawn = 0 AND p.merged_into IS NULL";
        let noted = "SELECT a.session_id, p.id, p.match_key, p.doc_number <> '' AS has_document FROM session s
                     JOIN attendance a ON a.session_id = s.id JOIN person p ON p.id = a.person_id
                     WHERE s.case_id = $1 AND p.merged_into IS NULL";
        for (sql, circle) in [(invited, &mut self.invited), (noted, &mut self.noted)] {
            for (session, person) in tx.rows(sql, vals![case], |row| Ok((row.int("session_id")?, known(row)?)))? {
                let name = self.hash.hash_one(&person.key);
                let namesake = Namesake { id: person.id, has_document: person.has_document };
                add(circle, (session, name), namesake);
                add(&mut self.around, name, namesake);
            }
        }
        Ok(())
    }

    /// Is it somebody known? `waiting` are the people of the file that are not written yet, in the order of their keys.
    pub fn recognise(&self, tx: &Tx<'_>, arrival: &Arrival, waiting: &[(i64, Arrival)]) -> Result<Verdict> {
        let by_document = arrival.document.as_ref().and_then(|document| {
            let key = self.hash.hash_one((&document.number, &document.kind));
            self.own_documents.get(&key).or_else(|| self.documents.get(&key)).copied()
        });
        let seen = Seen { key: &arrival.key, has_document: arrival.document.is_some() };
        if by_document.is_some() {
            return Ok(recognise(seen, by_document, &[], []));
        }
        let by_email = self.by_email(tx, arrival, waiting)?;
        let name = self.hash.hash_one(&arrival.key);
        let here = (arrival.session, name);
        let circles = [self.invited.get(&here), self.noted.get(&here), self.around.get(&name)];
        let verdict = recognise(seen, None, &by_email, circles.into_iter().flatten().map(Few::all));
        let organisation = arrival.organisation.filter(|_| self.is_peopled && !arrival.key.is_empty());
        let (Verdict::New, Some(organisation)) = (&verdict, organisation) else { return Ok(verdict) };
        let sql = "SELECT id, match_key, doc_number <> '' AS has_document FROM person
                   WHERE match_key = $1 AND organisation_id = $2 AND merged_into IS NULL";
        let colleagues = tx.rows(sql, vals![&arrival.key, organisation], |row| {
            Ok(Namesake { id: row.int("id")?, has_document: row.flag("has_document")? })
        })?;
        Ok(recognise(seen, None, &by_email, [colleagues.as_slice()]))
    }

    /// Everybody with the address, in the register and in this file.
    fn by_email(&self, tx: &Tx<'_>, arrival: &Arrival, waiting: &[(i64, Arrival)]) -> Result<Vec<Known>> {
        if arrival.email.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.hash.hash_one(&arrival.email);
        let mut found = self.emails.get(&key).cloned().unwrap_or_default();
        for &Namesake { id, has_document } in self.own_emails.get(&key).map(Few::all).unwrap_or_default() {
            match found.iter_mut().find(|known| known.id == id) {
                Some(known) => known.has_document |= has_document,
                None => found.push(Known { id, key: name_of(tx, id, waiting)?, has_document }),
            }
        }
        Ok(found)
    }

    /// Remembers a person of the file by what the row says.
    pub fn learn(&mut self, person: i64, arrival: &Arrival) {
        let has_document = arrival.document.is_some();
        if let Some(document) = &arrival.document {
            self.own_documents.insert(self.hash.hash_one((&document.number, &document.kind)), person);
        }
        let namesake = Namesake { id: person, has_document };
        if !arrival.email.is_empty() {
            add(&mut self.own_emails, self.hash.hash_one(&arrival.email), namesake);
        }
        if !arrival.key.is_empty() {
            let name = self.hash.hash_one(&arrival.key);
            add(&mut self.noted, (arrival.session, name), namesake);
            add(&mut self.around, name, namesake);
        }
    }
}

/// The key of the name of somebody met in this file.
fn name_of(tx: &Tx<'_>, id: i64, waiting: &[(i64, Arrival)]) -> Result<String> {
    if let Ok(at) = waiting.binary_search_by_key(&id, |(id, _)| *id) {
        return Ok(waiting[at].1.key.clone());
    }
    let sql = "SELECT match_key FROM person WHERE id = $1";
    Ok(tx.row(sql, vals![id], |row| row.text("match_key"))?.unwrap_or_default())
}

fn add<K: std::hash::Hash + Eq>(people: &mut HashMap<K, Few>, key: K, new: Namesake) {
    people.entry(key).and_modify(|few| few.add(new)).or_insert(Few::One(new));
}
