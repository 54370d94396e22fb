//! After a sending: which cases leave the stage, and what keeps the others.

use crate::error::Fault;
use crate::stages::notify::send::Order;
use crate::stages::notify::via::Via;
use crate::stages::passage::leave;
use ata_model::control::{self, ANY_WAY, Control, Facts, Missing, SessionFacts};
use ata_model::stage::Stage;
use ata_store::{CaseFilter, CaseOrder, Lens, Tx};
use serde::Serialize;

/// Where a case stands after the sending.
#[derive(Serialize)]
pub struct CaseAfter {
    pub id: String,
    pub stage: Stage,
    /// What keeps it from leaving the stage.
    pub missing: Vec<Missing>,
    #[serde(skip)]
    pub moved: bool,
    /// It was given up: it stays nowhere.
    #[serde(skip)]
    pub is_cancelled: bool,
}

/// Moves the cases on whose control points are met: those named, or else those whose messages were sent and whatever else is
/// complete by now (the last person may have been reached by telephone).
///
/// # Errors
/// Refused, when cases were named, `nothing` was sent and something is missing that is not in the outbox.
pub fn cases(
    tx: &mut Tx<'_>,
    lens: &Lens<'_>,
    order: &Order,
    touched: &[i64],
    nothing: bool,
) -> Result<Vec<CaseAfter>, Fault> {
    let mut keys = if order.named.is_empty() { touched.to_vec() } else { order.named.clone() };
    if order.named.is_empty() {
        let stage = Some(Stage::Notify);
        let filter = CaseFilter { stage, state: Some("open".to_owned()), ..CaseFilter::default() };
        let (complete, _) = tx.cases(&filter, CaseOrder::Oldest, None, lens)?;
        for case in complete.iter().filter(|case| case.missing.is_empty()) {
            if !keys.contains(&case.key) {
                keys.push(case.key);
            }
        }
    }
    let strict = nothing && !order.named.is_empty();
    keys.into_iter().map(|key| one(tx, lens, order, key, strict)).collect()
}

fn one(tx: &mut Tx<'_>, lens: &Lens<'_>, order: &Order, key: i64, strict: bool) -> Result<CaseAfter, Fault> {
    let case = tx.case(key, lens)?;
    let at_stage = case.stage == Stage::Notify && case.state == "open";
    let mut missing = Vec::new();
    if at_stage {
        let facts = tx.facts(key, &case.id, Stage::Notify, lens)?;
        missing = control::missing(Stage::Notify, lens.profile, &facts);
        missing.retain(|one| !order.waivers.iter().any(|(control, _)| *control == one.control));
        keep_way(&mut missing, order.via.as_ref());
        if !missing.is_empty() && strict && !waits_in_peace(&facts, &missing) {
            return Err(Fault::missing(&case.id, &missing));
        }
    }
    // A case that has not come so far is refused only when it was to be closed: where it has messages, those were to be sent.
    let is_due = match at_stage {
        true => missing.is_empty(),
        false => strict && case.state != "cancelled" && tx.messages(Some(key), None)?.is_empty(),
    };
    if is_due {
        leave(tx, lens, key, Stage::Notify, &order.waivers, None)?;
    }
    let after = tx.case(key, lens)?;
    let is_cancelled = after.state == "cancelled";
    Ok(CaseAfter { moved: after.stage != case.stage, is_cancelled, id: after.id, stage: after.stage, missing })
}

/// Whoever has just said by which way mail leaves is not told to try another. An address of a server never holds a password.
fn keep_way(missing: &mut [Missing], via: Option<&Via>) {
    let Some(via) = via else { return };
    for one in missing.iter_mut().filter(|one| one.hint.ends_with(ANY_WAY)) {
        let label = via.label();
        let is_plain = label.chars().all(|c| c.is_alphanumeric() || "-_.:/@%+,=".contains(c));
        let label = if is_plain { label } else { format!("'{label}'") };
        one.hint = one.hint.replace(ANY_WAY, &format!(" --via {label}"));
    }
}

/// Is everything that is missing in the outbox: calls, letters, next tries, and what is in doubt? Then there is nothing to
/// do for a sending, however often it is repeated.
fn waits_in_peace(facts: &Facts, missing: &[Missing]) -> bool {
    let live = || facts.sessions.iter().filter(|session| session.state != "cancelled");
    let kinds = |session: &SessionFacts| {
        [&session.untold, &session.changed, &session.called_off].map(|one| one.undrafted + one.failed)
    };
    missing.iter().all(|one| matches!(one.control, Control::AllTold | Control::ChangesTold))
        && live().next().is_some()
        && live().all(|session| session.invited > 0)
        && facts.sessions.iter().flat_map(kinds).all(|to_draft| to_draft == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ata_model::telling::Telling;

    #[test]
    fn only_what_is_in_the_outbox_is_waited_for_in_peace() {
        let session = |state: &str, invited, undrafted| SessionFacts {
            state: state.to_owned(),
            invited,
            untold: Telling { people: 2, undrafted, ..Telling::default() },
            ..SessionFacts::default()
        };
        let missing = |control| vec![Missing { control, hint: String::new(), waivable: false, also: Vec::new() }];
        for (sessions, control, expected) in [
            (vec![session("scheduled", 3, 0)], Control::AllTold, true),
            (vec![session("scheduled", 3, 1)], Control::AllTold, false),
            (vec![session("scheduled", 3, 0)], Control::Signed, false),
            (vec![session("scheduled", 3, 0), session("scheduled", 0, 0)], Control::AllTold, false),
            (vec![session("cancelled", 3, 0)], Control::AllTold, false),
            (vec![], Control::AllTold, false),
        ] {
            let facts = Facts { sessions, ..Facts::default() };
            assert_eq!(waits_in_peace(&facts, &missing(control)), expected, "{facts:?}");
        }
    }
}
