//! Leaving a stage: the closing verb of each checks the control points and moves the case on.

use crate::error::{Fault, Kind};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use ata_model::case::Case;
use ata_model::control::Control;
use ata_model::stage::Stage;
use ata_store::{Db, Lens, Tx};
use std::collections::BTreeMap;

/// Refuses to change a case that is not open.
///
/// # Errors
/// Refused, naming the state and the command that helps.
pub fn must_be_open(case: &Case) -> Result<(), Fault> {
    let fault = || Fault::refused(phrase!(format!("error-case-{}", case.state.replace('_', "-")), case = &case.id));
    match case.state.as_str() {
        "open" => Ok(()),
        "on_hold" => Err(fault().try_this(format!("ata resume {}", case.id))),
        "merged" => Err(fault().try_this(format!("ata show {}", case.merged_into.as_deref().unwrap_or(&case.id)))),
        _ => Err(fault().try_this(format!("ata log {}", case.id))),
    }
}

/// Refuses to issue papers or figures of a case in this institution's name that another one carried out.
///
/// # Errors
/// Refused, naming whose case it is.
pub fn must_be_own(db: &Db, key: i64) -> Result<(), Fault> {
    let Some(from) = db.provenance(key)? else { return Ok(()) };
    let case = db.case_ref(key)?;
    let said = phrase!("error-case-copy", case = &case, reference = &from.reference, institution = &from.institution);
    Err(Fault::refused(said).try_this(format!("ata archive package {case} --out DIR")))
}

/// The warning that what was decided before stays as it was said, and what was said of it now is not taken.
pub fn not_taken(what: &str, option: &'static str, kept: Option<&str>, said: &str) -> Option<Phrase> {
    let kept = kept.unwrap_or_default();
    (kept != said).then(|| phrase!("desk-not-taken", what = what, option = option, kept = kept))
}

/// Moves a case out of `stage` when its control points are met or waived. A case that has left it already is left alone.
///
/// # Errors
/// Refused: the case is not open, has not reached the stage, or control points are missing (each is listed).
pub fn leave(
    tx: &mut Tx<'_>,
    lens: &Lens<'_>,
    key: i64,
    stage: Stage,
    waivers: &[(Control, String)],
    to: Option<Stage>,
) -> Result<(), Fault> {
    let case = tx.case(key, lens)?;
    if case.stage > stage && case.state != "cancelled" {
        return Ok(());
    }
    must_be_open(&case)?;
    if case.stage < stage {
        return Err(not_yet(&case, stage));
    }
    may_waive(lens, stage, waivers)?;
    let mut missing = tx.missing(key, &case.id, stage, lens)?;
    missing.retain(|one| !waivers.iter().any(|(control, _)| *control == one.control));
    if !missing.is_empty() {
        return Err(Fault::missing(&case.id, &missing));
    }
    let waived: BTreeMap<String, String> =
        waivers.iter().map(|(control, reason)| (control.code().to_owned(), reason.clone())).collect();
    tx.leave_stage(key, stage, "closed", "", &waived, to)?;
    Ok(())
}

/// Refuses to waive what the profile does not let be waived at this stage.
///
/// # Errors
/// Refused, naming the control point.
pub fn may_waive(lens: &Lens<'_>, stage: Stage, waivers: &[(Control, String)]) -> Result<(), Fault> {
    for (control, _) in waivers {
        let stages = Stage::LASTING.into_iter().filter(|_| stage == Stage::Archive).chain([stage]);
        let rule = stages.flat_map(|stage| lens.profile.controls(stage)).find(|rule| rule.name == *control);
        if !rule.is_some_and(|rule| rule.waivable) {
            return Err(
                Fault::refused(phrase!("error-not-waivable", control = control.code())).try_this("ata profile show")
            );
        }
    }
    Ok(())
}

/// The case has still to pass the stage it is at.
fn not_yet(case: &Case, stage: Stage) -> Fault {
    let name = |stage: Stage| Arg::Word(format!("term-stage-{}", stage.code()));
    Fault::new(Kind::Refused, phrase!("error-not-yet", case = &case.id, at = name(case.stage), wanted = name(stage)))
        .try_this(case.stage.closing(&case.id))
}
