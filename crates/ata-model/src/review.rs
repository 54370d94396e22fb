//! Rows of a file that may speak of several people, or of one but not surely: what is kept of them until somebody says who it is.

use crate::attendance::Stay;
use crate::case::Named;
use crate::duplicate::{Likeness, Reason};
use crate::identity::Document;
use crate::name::{fold, key};
use crate::print::Print;
use serde::{Deserialize, Serialize};

/// What a row says, cleaned; empty texts are not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub name: String,
    pub doc: Option<Document>,
    pub email: String,
    pub phone: String,
    pub post: String,
    /// The register's key.
    pub organisation: Option<i64>,
    pub territory: String,
    pub role: String,
    /// How they attended; nothing in a directory.
    pub said: Said,
}

/// What rows say of somebody's attendance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    pub status: Option<String>,
    /// Minutes after the start at which they came.
    pub after: Option<i64>,
    pub minutes: Option<i64>,
    /// From when to when, seconds since 1970, local.
    pub spans: Vec<(i64, i64)>,
}

impl Said {
    pub fn stay(&self) -> Stay {
        Stay { minutes: self.minutes, spans: self.spans.clone() }
    }

    /// What a later list says of the same row, which may be about another time of the session.
    #[must_use]
    pub fn after(mut self, earlier: &Said) -> Said {
        let mut stay = self.stay();
        if let Some(kept) = stay.beside(&earlier.stay()) {
            stay.join(kept);
            (self.minutes, self.spans) = (stay.minutes, stay.spans);
            self.after = self.after.into_iter().chain(earlier.after).min();
        }
        self
    }
}

impl Entry {
    /// What tells the person, as a number: the same whatever the order and spelling of the name.
    pub fn who(&self) -> String {
        let mut print = Print::new("");
        print.text(&if self.name.is_empty() { String::new() } else { key(&self.name) });
        print.text(&self.doc.as_ref().map(ToString::to_string).unwrap_or_default());
        print.text(&self.email).text(&self.phone).number(self.organisation);
        format!("{:016x}", print.value())
    }

    /// Does it say more than a name and an organisation? Then an answer holds in every session.
    pub fn is_strong(&self) -> bool {
        self.doc.is_some() || !self.email.is_empty() || !self.phone.is_empty()
    }

    /// What of it is compared with the people of the register.
    pub fn likeness(&self) -> Likeness {
        let (doc_kind, doc_number) = self.doc.clone().map(|doc| (doc.kind, doc.number)).unwrap_or_default();
        Likeness {
            person: 0,
            key: if fold(&self.name).is_empty() { String::new() } else { key(&self.name) },
            doc_kind,
            doc_number,
            email: self.email.clone(),
            phone: self.phone.clone(),
        }
    }
}

/// Somebody a row may speak of, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub person: i64,
    /// 0 to 1, two decimals.
    pub score: f64,
    pub reasons: Vec<Reason>,
    /// What other rows of the same file say of this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
}

/// A row that waits, or waited, as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Review {
    /// `R-5`.
    pub id: String,
    pub import: String,
    pub session: Option<String>,
    pub line: u64,
    /// `open`, `same`, `new` or `ignored`.
    pub state: String,
    /// What the row says, as read.
    pub row: Row,
    pub candidates: Vec<Fitting>,
    /// Who it is, once that is said.
    pub person: Option<Named>,
    pub settled_on: Option<String>,
    pub settled_by: Option<String>,
    pub reason: Option<String>,
    #[serde(skip)]
    pub key: i64,
}

/// The cells of such a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    pub name: Option<String>,
    pub doc: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub organisation: Option<Named>,
    pub post: Option<String>,
    pub territory: Option<String>,
    pub role: Option<String>,
    pub status: Option<String>,
    pub minutes: Option<i64>,
}

/// Somebody it may be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fitting {
    pub person: Named,
    pub doc: Option<String>,
    pub email: Option<String>,
    pub organisation: Option<String>,
    pub post: Option<String>,
    pub score: f64,
    pub reasons: Vec<Reason>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_a_person_does_not_depend_on_spelling_or_on_the_stay() {
        let one = Entry { name: "Ñáñez, Ana".to_owned(), email: "a@example.org".to_owned(), ..Entry::default() };
        let same = Entry {
            name: "ANA NANEZ".to_owned(),
            post: "Directora".to_owned(),
            said: Said { minutes: Some(30), ..Said::default() },
            ..one.clone()
        };
        assert_eq!(one.who(), same.who());
        assert!(one.is_strong());
        for other in [
            Entry { email: String::new(), ..one.clone() },
            Entry { phone: "300".to_owned(), ..one.clone() },
            Entry { organisation: Some(1), ..one.clone() },
            Entry { name: "Ana".to_owned(), ..one.clone() },
            Entry { doc: Some(Document { kind: "CC".to_owned(), number: "1".to_owned() }), ..one.clone() },
        ] {
            assert_ne!(one.who(), other.who(), "{other:?}");
        }
        let nobody = Entry { name: "Ana".to_owned(), organisation: Some(1), ..Entry::default() };
        assert!(!nobody.is_strong());
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let entry =
            Entry { name: "Ana".to_owned(), said: Said { spans: vec![(1, 2)], ..Said::default() }, ..Entry::default() };
        let text = serde_json::to_string(&entry).expect("text");
        assert_eq!(serde_json::from_str::<Entry>(&text).expect("an entry"), entry);
    }
}
