//! A need that a file names and that is there already: as long as nothing but files had to do with it, it takes what the file says
//! otherwise; later it stays, and what the file says is told.

use crate::stages::attachment::Attachment;
use crate::stages::sheet::{Difference, Entry, Ledger, RowFault, Took};
use ata_model::case::{Case, Named};
use ata_store::{CaseChange, Lens, NewCase, StoreError, Tx, Who};

/// What a row says of a need.
pub struct Row<'r> {
    pub entry: &'r Entry,
    pub need: &'r NewCase<'r>,
    pub requesters: &'r [Who],
    pub beneficiaries: &'r [Who],
    pub evidence: &'r [Attachment],
}

/// Compares a row with the need it is about.
///
/// # Errors
/// Of the store.
pub fn take(tx: &mut Tx<'_>, lens: &Lens<'_>, ledger: &mut Ledger, key: i64, row: &Row<'_>) -> Result<Took, RowFault> {
    let (entry, known) = (row.entry, tx.case(key, lens)?);
    let whom = Named { id: known.id.clone(), name: known.title.clone() };
    let documents = tx.documents_of(key)?;
    for file in row.evidence.iter().filter(|file| !file.is_among(&documents)) {
        ledger.warn(entry.line, "evidence_not_taken", &format!("{} {}", known.id, file.filename));
    }
    let all = row.beneficiaries.iter().all(|who| known.beneficiaries.iter().any(|one| one.id == who.reference()));
    if !all {
        let said = entry.all("beneficiary").join("; ");
        ledger.not_taken(entry, &whom, &[("beneficiary", None, Some(said))]);
    }
    let differences = differences(tx, &known, row)?;
    if differences.is_empty() {
        return Ok(Took::Unchanged(key));
    }
    // The very row that made it what it was is old, whoever changed it since.
    if ledger.made_of(entry) != Some(key) && !tx.is_as_imported(key)? {
        ledger.not_taken(entry, &whom, &differences);
        return Ok(Took::Unchanged(key));
    }
    if !ledger.believes(entry, key, &whom, &differences) {
        return Ok(Took::Unchanged(key));
    }
    let is_said = |field: &str| differences.iter().any(|(other, ..)| *other == field);
    let (need, weight) = (row.need, row.need.weight);
    let change = CaseChange {
        description: is_said("description").then(|| need.description.to_owned()),
        channel: is_said("channel").then(|| need.channel.to_owned()),
        due: is_said("due").then_some(need.due),
        group: is_said("group").then_some(need.group),
        severity: is_said("severity").then_some(weight.severity),
        reach: is_said("reach").then_some(weight.reach),
        urgency: is_said("urgency").then_some(weight.urgency),
        mandated: is_said("mandated").then_some(weight.mandated),
        ..CaseChange::default()
    };
    tx.set_case(key, &change)?;
    Ok(Took::Updated(key))
}

/// What the row says otherwise than the register; an empty cell says nothing.
fn differences(tx: &Tx<'_>, known: &Case, row: &Row<'_>) -> Result<Vec<Difference>, StoreError> {
    let (need, weight) = (row.need, row.need.weight);
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let grade = |grade: Option<i64>| grade.map(|grade| grade.to_string());
    let name = |named: &Named| named.name.clone();
    let group = need.group.map(|id| tx.organisation(id)).transpose()?.map(|group| group.name);
    let who = |all: &[Named]| text(&all.iter().map(name).collect::<Vec<_>>().join("; "));
    let same_requesters =
        known.requesters.iter().map(|one| one.id.clone()).eq(row.requesters.iter().map(|who| who.reference()));
    let requesters = row.entry.all("requester").join("; ");
    let all = [
        ("title", text(&known.title), text(need.title)),
        ("description", text(&known.description), text(need.description)),
        ("origin", text(&known.origin), text(need.origin)),
        ("channel", known.channel.clone(), text(need.channel)),
        ("received", text(&known.received), day(Some(need.received))),
        ("due", known.due.clone(), day(need.due)),
        ("topic", known.topic.clone(), text(need.topic)),
        ("ref", known.reference.clone(), text(need.reference)),
        ("group", known.group.as_ref().map(name), group),
        ("severity", grade(known.severity), grade(weight.severity)),
        ("reach", grade(known.reach), grade(weight.reach)),
        ("urgency", grade(known.urgency), grade(weight.urgency)),
        ("mandated", Some(known.mandated.to_string()), Some(weight.mandated.to_string())),
        ("requester", who(&known.requesters), Some(requesters).filter(|_| !same_requesters)),
    ];
    let differs = |(field, old, new): &Difference| !row.entry.all(field).is_empty() && new.is_some() && old != new;
    Ok(all.into_iter().filter(differs).collect())
}
