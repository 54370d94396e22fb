//! Completing somebody the register knows: what was missing is filled in; what differs stays and is said.

use super::Arrival;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::name::key_similarity;

/// Below this the name of a list and the name of the register are not spellings of one another.
const ANOTHER_NAME: f64 = 0.7;

pub(super) struct Filled {
    pub changed: bool,
    /// Code and what the file says.
    pub differs: Vec<(&'static str, String)>,
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

/// Completes a person of the register.
pub(super) fn fill(tx: &Tx<'_>, person: i64, arrival: &Arrival) -> Result<Filled> {
    let sql = "SELECT name, match_key, doc_kind, doc_number, email, phone, post, territory, organisation_id FROM person WHERE id = $1";
    let mut statement = tx.prepared(sql)?;
    let found = statement.rows(vals![person], |row| {
        let texts = ["email", "phone", "post", "territory"].map(|column| row.text(column));
        let name = (row.text("name")?, row.text("match_key")?);
        Ok((name, (row.text("doc_kind")?, row.text("doc_number")?), texts, row.maybe_int("organisation_id")?))
    })?;
    let mut filled = Filled { changed: false, differs: Vec::new() };
    let Some(((name, key), (mut kind, mut number), texts, organisation)) = found.into_iter().next() else {
        return Ok(filled);
    };
    if is_another_name(&arrival.key, &key) {
        filled.differs.push(("name_differs", format!("{} ({name})", arrival.name)));
    }
    if let Some(document) = arrival.document.as_ref().filter(|_| number.is_empty()) {
        (kind, number) = (document.kind.clone(), document.number.clone());
        filled.changed = true;
    }
    let said = [
        ("email_differs", &arrival.email),
        ("phone_differs", &arrival.phone),
        ("post_differs", &arrival.post),
        ("territory_differs", &arrival.territory),
    ];
    let mut kept = Vec::with_capacity(texts.len());
    for (known, (code, said)) in texts.into_iter().zip(said) {
        let known = known?;
        if known.is_empty() && !said.is_empty() {
            filled.changed = true;
            kept.push(said.clone());
            continue;
        }
        if !said.is_empty() && ata_model::name::fold(said) != ata_model::name::fold(&known) {
            filled.differs.push((code, format!("{name}: {said} ({known})")));
        }
        kept.push(known);
    }
    filled.changed |= organisation.is_none() && arrival.organisation.is_some();
    if organisation.is_some() && arrival.organisation.is_some() && organisation != arrival.organisation {
        let theirs = tx.organisation(arrival.organisation.unwrap_or_default())?.name;
        filled.differs.push(("organisation_differs", format!("{name}: {theirs}")));
    }
    if filled.changed {
        tx.exec(
            "UPDATE person SET doc_kind = $2, doc_number = $3, email = $4, phone = $5, post = $6, territory = $7,
                organisation_id = $8 WHERE id = $1",
            vals![
                person,
                &kind,
                &number,
                &kept[0],
                &kept[1],
                &kept[2],
                &kept[3],
                organisation.or(arrival.organisation)
            ],
        )?;
    }
    Ok(filled)
}
