//! Completing somebody the register knows: what was missing is filled in; what differs stays and is said.

use super::Arrival;
use super::noted::Facts;
use super::record::{Fact, Record};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::name::key_similarity;

/// Below this the name of a list and the name of the register are not spellings of one another.
const ANOTHER_NAME: f64 = 0.7;

#[derive(Debug, Default)]
pub(crate) struct Filled {
    pub altered: Facts,
    /// Code and what the file says.
    pub differs: Vec<(String, String)>,
}

/// Are two keys of names far from being spellings of one another? An empty one says nothing.
pub(super) fn is_another_name(one: &str, other: &str) -> bool {
    !one.is_empty() && one != other && key_similarity(one, other) < ANOTHER_NAME
}

/// Completes a person of this file that is not written yet.
pub(super) fn complete(waiting: &mut Arrival, more: &Arrival) {
    if waiting.document.is_none() {
        waiting.document.clone_from(&more.document);
    }
    let texts = [
        (&mut waiting.email, &more.email),
        (&mut waiting.phone, &more.phone),
        (&mut waiting.post, &more.post),
        (&mut waiting.territory, &more.territory),
    ];
    for (kept, said) in texts {
        if kept.is_empty() {
            kept.clone_from(said);
        }
    }
    waiting.organisation = waiting.organisation.or(more.organisation);
}

/// A person as registered.
struct Registered {
    record: Record,
    organisation: Option<String>,
    /// Made by an earlier file about the same session, and not touched by hand since.
    is_of_the_list: bool,
}

fn registered(tx: &Tx<'_>, person: i64, arrival: &Arrival, own: Option<i64>) -> Result<Option<Registered>> {
    let sql = "SELECT p.name, p.doc_kind, p.doc_number, p.email, p.phone, p.post, p.territory, p.organisation_id, p.role,
                      o.name AS organisation, i.session_id IS NOT NULL AND i.session_id = $2 AND i.id IS DISTINCT FROM $3 AS of_list
               FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN import i ON i.id = p.import_id
               WHERE p.id = $1";
    let mut statement = tx.prepared(sql)?;
    let found = statement.rows(vals![person, arrival.session, own], |row| {
        Ok(Registered {
            record: Record::of(row)?,
            organisation: row.maybe_text("organisation")?,
            is_of_the_list: row.flag("of_list")?,
        })
    })?;
    Ok(found.into_iter().next())
}

/// Completes a person of the register: what is missing is filled in. What differs stays and is said, unless it came with an
/// earlier version of the same list: then the list was corrected. `own` begins the import when it is needed.
pub(crate) fn fill(
    tx: &mut Tx<'_>,
    person: i64,
    arrival: &Arrival,
    own: Option<i64>,
    begin: impl FnOnce(&mut Tx<'_>) -> Result<i64>,
) -> Result<Filled> {
    let mut filled = Filled::default();
    let Some(Registered { mut record, organisation, is_of_the_list }) = registered(tx, person, arrival, own)? else {
        return Ok(filled);
    };
    let name = record.name.clone();
    let of_organisation = record.organisation;
    let code = |field: &str| format!("{field}_differs");
    for Fact { field, old, new, is_taken } in record.complete(Record::from(arrival), is_of_the_list) {
        if is_taken {
            filled.altered.push((field, old, Some(new)));
        } else if field == "name" {
            filled.differs.push((code(field), format!("{new} ({name})")));
        } else {
            filled.differs.push((code(field), format!("{name}: {new} ({})", old.unwrap_or_default())));
        }
    }
    if let Some(said) = arrival.organisation.filter(|said| Some(*said) != of_organisation) {
        let theirs = tx.organisation(said)?.name;
        if record.organisation == Some(said) {
            filled.altered.push(("organisation", organisation, Some(theirs)));
        } else {
            filled.differs.push((code("organisation"), format!("{name}: {theirs}")));
        }
    }
    if !filled.altered.is_empty() {
        let import = begin(tx)?;
        tx.keep_record(person, import)?;
        tx.put_record(person, &record)?;
    }
    Ok(filled)
}
