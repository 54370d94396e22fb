//! What tells a person of a row, as numbers. They are asked for several times of each row, so whoever reads the rows makes them, beside
//! the writing.

use super::Arrival;
use ata_model::identity::Document;
use foldhash::fast::RandomState;
use std::hash::BuildHasher;
use std::sync::LazyLock;

static HASH: LazyLock<RandomState> = LazyLock::new(RandomState::default);

#[derive(Debug, Clone, Copy, Default)]
pub struct Marks {
    pub(super) document: Option<u64>,
    /// Of the personal document inside it: the DNI of a RUC, the cédula of a NIT.
    pub(super) inner: Option<u64>,
    pub(super) email: Option<u64>,
    pub(super) name: u64,
    /// Of all that the row says of the person.
    pub(super) facts: u64,
}

impl Marks {
    pub(super) fn of(row: &Arrival) -> Marks {
        let document = row.document.as_ref();
        let texts = (&row.key, &row.email, &row.phone, &row.post, &row.territory);
        Marks {
            document: document.map(of_document),
            inner: document.and_then(Document::of_person).as_ref().map(of_document),
            email: (!row.email.is_empty()).then(|| of(&row.email)),
            name: of(&row.key),
            facts: HASH.hash_one((texts, row.organisation, document.map(|own| (&own.kind, &own.number)))),
        }
    }
}

/// Of an address, or of the key of a name.
pub(super) fn of(text: &str) -> u64 {
    HASH.hash_one(text)
}

pub(super) fn of_document(document: &Document) -> u64 {
    of_number(&document.number, &document.kind)
}

pub(super) fn of_number(number: &str, kind: &str) -> u64 {
    HASH.hash_one((number, kind))
}
