//! From what people type to keys: references, codes, e-mail addresses, document numbers, unique names.

use crate::engine::{Db, Val};
use crate::error::{Noun, Result, StoreError};
use crate::vals;
use ata_model::name::fold;
use ata_model::reference::{CaseRef, Part, Reference, case_id, part_id, split};

/// An organisation or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    Person(i64),
    Organisation(i64),
}

impl Who {
    /// Whom two columns name of which one is empty.
    pub(crate) fn of(person: Option<i64>, organisation: Option<i64>) -> Option<Who> {
        person.map(Who::Person).or(organisation.map(Who::Organisation))
    }

    /// `P-9` or `O-4`.
    pub fn reference(self) -> String {
        match self {
            Who::Person(id) => format!("P-{id}"),
            Who::Organisation(id) => format!("O-{id}"),
        }
    }

    pub(crate) fn person(self) -> Option<i64> {
        match self {
            Who::Person(id) => Some(id),
            Who::Organisation(_) => None,
        }
    }

    pub(crate) fn organisation(self) -> Option<i64> {
        match self {
            Who::Organisation(id) => Some(id),
            Who::Person(_) => None,
        }
    }
}

type Candidates = Vec<(i64, String, String)>;

/// The only candidate, or an error that says there is none or lists them.
fn only(noun: Noun, text: &str, mut found: Candidates) -> Result<i64> {
    match found.len() {
        0 => Err(StoreError::NotFound { noun, text: text.to_owned() }),
        1 => Ok(found.remove(0).0),
        _ => Err(StoreError::Ambiguous {
            noun,
            text: text.to_owned(),
            candidates: found.into_iter().map(|(_, id, label)| (id, label)).take(20).collect(),
        }),
    }
}

impl Db {
    pub fn find_case(&self, text: &str) -> Result<i64> {
        match self.read_reference(text)? {
            Some(Reference::Case(case)) => self.case_by_number(case, text),
            _ => Err(StoreError::NotFound { noun: Noun::Case, text: text.to_owned() }),
        }
    }

    /// A reference as it is written here, or as it was in the register that a copy came from.
    pub(crate) fn read_reference(&self, text: &str) -> Result<Option<Reference>> {
        let prefix = self.prefix()?;
        if let Some(found) = Reference::parse(text, &prefix) {
            return Ok(Some(found));
        }
        let Some((case, rest)) = split(text) else { return Ok(None) };
        let sql = "SELECT c.id, c.year, c.number, v.institution FROM provenance v JOIN cases c ON c.id = v.case_id
                   WHERE upper(v.reference) = $1";
        let found = self.rows(sql, vals![&case], |row| {
            let id = case_id(&prefix, row.int("year")?, row.int("number")?);
            Ok((row.int("id")?, id, row.text("institution")?))
        })?;
        if found.is_empty() {
            return Ok(None);
        }
        let id = self.case_ref(only(Noun::Case, text, found)?)?;
        Ok(Reference::parse(&format!("{id}{rest}"), &prefix))
    }

    fn case_by_number(&self, case: CaseRef, text: &str) -> Result<i64> {
        only(Noun::Case, text, self.cases_numbered(case)?)
    }

    /// The cases of a number: of one year, or of each.
    fn cases_numbered(&self, case: CaseRef) -> Result<Candidates> {
        let prefix = self.prefix()?;
        let sql = "SELECT id, year, number, title FROM cases WHERE number = $1 AND ($2 IS NULL OR year = $2)";
        self.rows(sql, vals![case.number, case.year], |row| {
            Ok((row.int("id")?, case_id(&prefix, row.int("year")?, row.int("number")?), row.text("title")?))
        })
    }

    pub fn find_session(&self, text: &str) -> Result<i64> {
        self.find_part(text, Part::Session, Noun::Session, "SELECT id FROM session WHERE case_id = $1 AND number = $2")
    }

    pub fn find_commitment(&self, text: &str) -> Result<i64> {
        let sql = "SELECT id FROM commitment WHERE case_id = $1 AND number = $2";
        self.find_part(text, Part::Commitment, Noun::Commitment, sql)
    }

    pub fn find_document(&self, text: &str) -> Result<i64> {
        let sql = "SELECT id FROM document WHERE case_id = $1 AND number = $2";
        self.find_part(text, Part::Document, Noun::Document, sql)
    }

    fn find_part(&self, text: &str, wanted: Part, noun: Noun, sql: &str) -> Result<i64> {
        match self.read_reference(text)? {
            Some(Reference::Part(case, part, number)) if part == wanted => {
                let cases = self.cases_numbered(case)?;
                if cases.is_empty() {
                    return only(Noun::Case, text, cases);
                }
                let mut parts = Vec::new();
                for (case, id, title) in cases {
                    let part = self.row(sql, vals![case, number], |row| row.int("id"))?;
                    parts.extend(part.map(|key| (key, part_id(&id, wanted, number), title)));
                }
                only(noun, text, parts)
            }
            _ => Err(StoreError::NotFound { noun, text: text.to_owned() }),
        }
    }

    pub fn find_message(&self, text: &str) -> Result<i64> {
        self.find_plain(text, Noun::Message, "SELECT id FROM message WHERE id = $1")
    }

    pub fn find_import(&self, text: &str) -> Result<i64> {
        self.find_plain(text, Noun::Import, "SELECT id FROM import WHERE id = $1")
    }

    /// Was there an import of this number, before it was taken back? Numbers are not given twice.
    pub fn was_taken_back(&self, text: &str) -> Result<bool> {
        let sql = "SELECT n.id FROM (SELECT $1 AS id) n JOIN sqlite_sequence s ON s.name = 'import' AND s.seq >= n.id
                   WHERE NOT EXISTS (SELECT 1 FROM import i WHERE i.id = n.id)";
        match self.find_plain(text, Noun::Import, sql) {
            Err(StoreError::NotFound { .. }) => Ok(false),
            found => Ok(found? > 0),
        }
    }

    pub(crate) fn find_plain(&self, text: &str, noun: Noun, sql: &str) -> Result<i64> {
        let missing = || StoreError::NotFound { noun, text: text.to_owned() };
        let number = match (Reference::parse(text, &self.prefix()?), noun) {
            (Some(Reference::Message(number)), Noun::Message)
            | (Some(Reference::Import(number)), Noun::Import)
            | (Some(Reference::Review(number)), Noun::Review) => number,
            _ => return Err(missing()),
        };
        self.row(sql, vals![number], |row| row.int("id"))?.ok_or_else(missing)
    }

    /// A person by `P-9`, document, e-mail address or unique name; whatever a merged one carried leads to the number kept.
    pub fn find_person(&self, text: &str) -> Result<i64> {
        if let Some(Reference::Person(number)) = Reference::parse(text, "") {
            return self
                .row("SELECT coalesce(merged_into, id) AS id FROM person WHERE id = $1", vals![number], |row| {
                    row.int("id")
                })?
                .ok_or_else(|| StoreError::NotFound { noun: Noun::Person, text: text.to_owned() });
        }
        let text = text.trim();
        let (kind, number) = text.split_once(':').unwrap_or(("", text));
        let digits: String = number.chars().filter(|c| c.is_alphanumeric()).collect();
        let (kind, email, name) = (kind.to_uppercase(), text.to_lowercase(), ata_model::name::key(text));
        // Who has the document; else whose registration with it was given up for theirs. Addresses and names are compared among all.
        let by_document =
            "p.doc_number IN ($1, $2) AND p.doc_number <> '' AND ($3 = '' OR p.doc_kind = $3) AND p.merged_into IS";
        for (condition, params) in [
            (format!("{by_document} NULL"), vals![number, &digits, &kind]),
            (format!("{by_document} NOT NULL"), vals![number, &digits, &kind]),
            ("p.email <> '' AND p.email = $1".to_owned(), vals![&email]),
        ] {
            let found = self.persons_where(&condition, params)?;
            if !found.is_empty() {
                return only(Noun::Person, text, found);
            }
        }
        only(Noun::Person, text, self.persons_where("p.match_key = $1", vals![&name])?)
    }

    /// Persons of whom something is so, each once and as they are registered now.
    fn persons_where(&self, condition: &str, params: &[Val<'_>]) -> Result<Candidates> {
        let sql = format!(
            "SELECT DISTINCT k.id, k.name, k.doc_kind, k.doc_number, k.email
             FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id) WHERE {condition} ORDER BY k.id"
        );
        self.rows(&sql, params, person_candidate)
    }

    /// An organisation by `O-4`, code, e-mail address or unique name.
    pub fn find_organisation(&self, text: &str) -> Result<i64> {
        let label = |row: &crate::engine::Row<'_>| {
            let id = row.int("id")?;
            Ok((id, format!("O-{id}"), row.text("name")?))
        };
        if let Some(Reference::Organisation(number)) = Reference::parse(text, "") {
            return only(
                Noun::Organisation,
                text,
                self.rows("SELECT id, name FROM organisation WHERE id = $1", vals![number], label)?,
            );
        }
        let text = text.trim();
        for (sql, value) in [
            ("SELECT id, name FROM organisation WHERE lower(code) = $1", text.to_lowercase()),
            ("SELECT id, name FROM organisation WHERE email <> '' AND email = $1", text.to_lowercase()),
            ("SELECT id, name FROM organisation WHERE fold = $1", fold(text)),
        ] {
            let found = self.rows(sql, vals![&value], label)?;
            if !found.is_empty() {
                return only(Noun::Organisation, text, found);
            }
        }
        Err(StoreError::NotFound { noun: Noun::Organisation, text: text.to_owned() })
    }

    /// An organisation, or else a person.
    pub fn find_who(&self, text: &str) -> Result<Who> {
        if let Some(Reference::Person(_)) = Reference::parse(text, "") {
            return Ok(Who::Person(self.find_person(text)?));
        }
        match self.find_organisation(text) {
            Err(StoreError::NotFound { .. }) => match self.find_person(text) {
                Ok(person) => Ok(Who::Person(person)),
                Err(StoreError::NotFound { .. }) => {
                    Err(StoreError::NotFound { noun: Noun::Organisation, text: text.to_owned() })
                }
                Err(other) => Err(other),
            },
            found => Ok(Who::Organisation(found?)),
        }
    }

    /// A board by its name.
    pub fn find_board(&self, text: &str) -> Result<i64> {
        let sql = "SELECT id, name FROM board WHERE fold = $1";
        let found = self.rows(sql, vals![&fold(text)], |row| {
            let name = row.text("name")?;
            Ok((row.int("id")?, format!("board:{name}"), name))
        })?;
        only(Noun::Board, text, found)
    }

    /// How a case is written.
    pub fn case_ref(&self, case: i64) -> Result<String> {
        let prefix = self.prefix()?;
        self.row("SELECT year, number FROM cases WHERE id = $1", vals![case], |row| {
            Ok(case_id(&prefix, row.int("year")?, row.int("number")?))
        })?
        .ok_or_else(|| StoreError::NotFound { noun: Noun::Case, text: case.to_string() })
    }

    /// How a session is written.
    pub fn session_ref(&self, session: i64) -> Result<String> {
        let prefix = self.prefix()?;
        let sql =
            "SELECT c.year, c.number, s.number AS part FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = $1";
        self.row(sql, vals![session], |row| {
            let case = case_id(&prefix, row.int("year")?, row.int("number")?);
            Ok(part_id(&case, Part::Session, row.int("part")?))
        })?
        .ok_or_else(|| StoreError::NotFound { noun: Noun::Session, text: session.to_string() })
    }
}

fn person_candidate(row: &crate::engine::Row<'_>) -> Result<(i64, String, String)> {
    let id = row.int("id")?;
    let mut label = row.text("name")?;
    let (kind, number, email) = (row.text("doc_kind")?, row.text("doc_number")?, row.text("email")?);
    if !number.is_empty() {
        label.push_str(&format!(" · {kind}:{number}"));
    }
    if !email.is_empty() {
        label.push_str(&format!(" · {email}"));
    }
    Ok((id, format!("P-{id}"), label))
}
