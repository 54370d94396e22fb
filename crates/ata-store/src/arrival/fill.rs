//! Completing somebody the register knows: what was missing is filled in; what differs stays and is said.

use super::Arrival;
use super::sheet::Facts;
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

/// A person as registered.
struct Registered {
    name: String,
    key: String,
    document: Option<String>,
    /// Address, telephone, post, territory.
    texts: [String; 4],
    organisation: Option<(i64, String)>,
    /// Made by an earlier file about the same session, and not touched by hand since.
    is_of_the_list: bool,
}

const FIELDS: [(&str, &str); 4] = [
    ("email", "email_differs"),
    ("phone", "phone_differs"),
    ("post", "post_differs"),
    ("territory", "territory_differs"),
];

fn registered(tx: &Tx<'_>, person: i64, arrival: &Arrival, own: Option<i64>) -> Result<Option<Registered>> {
    let sql = "SELECT p.name, p.match_key, p.doc_kind, p.doc_number, p.email, p.phone, p.post, p.territory, p.organisation_id,
                      o.name AS organisation, i.session_id IS NOT NULL AND i.session_id = $2 AND i.id IS DISTINCT FROM $3 AS of_list
               FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN import i ON i.id = p.import_id
               WHERE p.id = $1";
    let mut statement = tx.prepared(sql)?;
    let found = statement.rows(vals![person, arrival.session, own], |row| {
        let number = row.text("doc_number")?;
        Ok(Registered {
            name: row.text("name")?,
            key: row.text("match_key")?,
            document: (!number.is_empty()).then(|| format!("{}:{number}", row.text("doc_kind").unwrap_or_default())),
            texts: [row.text("email")?, row.text("phone")?, row.text("post")?, row.text("territory")?],
            organisation: row.maybe_int("organisation_id")?.zip(row.maybe_text("organisation")?),
            is_of_the_list: row.flag("of_list")?,
        })
    })?;
    Ok(found.into_iter().next())
}

/// Completes a person of the register: what is missing is filled in. What differs stays and is said, unless it came with an
/// earlier version of the same list: then the list was corrected. `own` is the import under way.
pub(crate) fn fill(tx: &Tx<'_>, person: i64, arrival: &Arrival, own: Option<i64>) -> Result<Filled> {
    let mut filled = Filled::default();
    let Some(mut known) = registered(tx, person, arrival, own)? else { return Ok(filled) };
    let Filled { altered, differs } = &mut filled;
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if !arrival.key.is_empty() && arrival.key != known.key && known.is_of_the_list {
        altered.push(("name", text(&known.name), text(&arrival.name)));
    } else if is_another_name(&arrival.key, &known.key) {
        differs.push(("name_differs", format!("{} ({})", arrival.name, known.name)));
    }
    let document = arrival.document.as_ref().filter(|_| known.document.is_none());
    altered.extend(document.map(|document| ("doc", None, Some(document.to_string()))));
    let said = [&arrival.email, &arrival.phone, &arrival.post, &arrival.territory];
    for ((kept, said), (field, code)) in known.texts.iter_mut().zip(said).zip(FIELDS) {
        if said.is_empty() || ata_model::name::fold(said) == ata_model::name::fold(kept) {
            continue;
        }
        if kept.is_empty() || known.is_of_the_list {
            altered.push((field, text(kept), text(said)));
            kept.clone_from(said);
        } else {
            differs.push((code, format!("{}: {said} ({kept})", known.name)));
        }
    }
    let mut organisation = known.organisation.as_ref().map(|(id, _)| *id);
    if let Some(said) = arrival.organisation.filter(|said| Some(*said) != organisation) {
        let theirs = tx.organisation(said)?.name;
        if organisation.is_none() || known.is_of_the_list {
            altered.push(("organisation", known.organisation.map(|(_, name)| name), Some(theirs)));
            organisation = Some(said);
        } else {
            differs.push(("organisation_differs", format!("{}: {theirs}", known.name)));
        }
    }
    if altered.is_empty() {
        return Ok(filled);
    }
    let renamed = altered.iter().any(|(field, ..)| *field == "name");
    let name = |own: &String| renamed.then(|| own.clone());
    let [email, phone, post, territory] = &known.texts;
    tx.exec(
        "UPDATE person SET doc_kind = coalesce($2, doc_kind), doc_number = coalesce($3, doc_number), email = $4, phone = $5,
            post = $6, territory = $7, organisation_id = $8, name = coalesce($9, name), fold = coalesce($10, fold),
            match_key = coalesce($11, match_key) WHERE id = $1",
        vals![
            person,
            document.map(|document| document.kind.as_str()),
            document.map(|document| document.number.as_str()),
            email,
            phone,
            post,
            territory,
            organisation,
            name(&arrival.name).as_ref(),
            name(&arrival.fold).as_ref(),
            name(&arrival.key).as_ref()
        ],
    )?;
    Ok(filled)
}
