//! What the answers to the evaluation say, of a session or of a case.

use super::clerk::Clerk;
use super::issue::{About, Draft};
use super::meeting::blank;
use crate::error::Fault;
use crate::papers::Kind;
use crate::papers::evaluation::EvaluationResults;
use crate::stages::evaluate::results::tabulate;
use ata_store::Thing;

/// Results of nothing are no record.
fn must_be_answered(clerk: &Clerk<'_>, about: &str, responses: i64) -> Result<(), Fault> {
    match clerk.args.file && responses == 0 {
        true => Err(blank(Kind::EvaluationResults, about).try_this("ata evaluate import SESSION FILE")),
        false => Ok(()),
    }
}

/// None where such a paper cannot be about the thing.
pub fn drafts(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    let form = &clerk.desk.row.profile.evaluation;
    if let Some(Thing::Case(key)) = thing {
        let case = clerk.db.case(key, &clerk.desk.lens())?;
        let keys: Vec<i64> = clerk.db.sessions_of(key)?.iter().map(|session| session.key).collect();
        let results = tabulate(clerk.db, clerk.desk, &keys)?;
        must_be_answered(clerk, &case.id, results.responses)?;
        let body = EvaluationResults::new(form, &case.title, None, &results, clerk.voice);
        return Ok(Some(vec![clerk.draft(Kind::EvaluationResults, &About::case(&case), clerk.day(None), &body)?]));
    }
    let Some(sessions) = clerk.sessions(thing)? else { return Ok(None) };
    let mut all = Vec::new();
    for held in &sessions {
        let results = tabulate(clerk.db, clerk.desk, &[held.session.key])?;
        must_be_answered(clerk, &held.session.id, results.responses)?;
        let body = EvaluationResults::new(form, &held.case.title, Some(&held.session), &results, clerk.voice);
        all.push(clerk.draft(Kind::EvaluationResults, &About::session(held), clerk.day(None), &body)?);
    }
    Ok(Some(all))
}
