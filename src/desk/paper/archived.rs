//! The papers that go along in the package of a closed case, printed as the case was when it was closed: the same case gives the same
//! bytes on any later day.

use super::clerk::{Clerk, Held};
use super::issue::Draft;
use super::{Paper, dossier, fault, meeting, outlet, plans, results, template};
use crate::env::Desk;
use crate::error::Fault;
use crate::papers::{Kind, PaperError, Press, Voice};
use ata_model::session::local;
use ata_store::{Bearings, Db, Thing};

/// The papers of a case with the names of their files, but for those that were filed in it as documents; none where this program has no
/// typesetter. `closing`: the operation that closed it.
///
/// # Errors
/// What the store says; a template of the institution's own that does not print.
pub fn papers(db: &Db, desk: &Desk, case: i64, closing: Bearings) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let voice = Voice::new(crate::locale::language(&desk.row.language)?, &desk.row.country);
    let args = Paper::default();
    let day = local(&closing.at, &desk.row.zone).get(..10).and_then(|day| day.parse().ok());
    let clerk = Clerk::new(db, desk, &voice, &args, None, None)?.back_at(closing, day.unwrap_or_else(|| desk.today()));
    let filed = db.papers_of(case)?;
    let mut printed = Vec::new();
    for draft in drafts(&clerk, case)? {
        let (kind, about) = (draft.paper.kind, draft.paper.head.reference.as_deref().unwrap_or_default());
        if filed.iter().any(|one| one.kind == kind.code() && one.about == about && !one.is_replaced) {
            continue;
        }
        let look = template::in_force(db, kind, &desk.row.language)?;
        match Press::new(&voice, look.templates, look.logo).print(&draft.paper) {
            Ok(paper) => printed.push((outlet::file_name(&draft), paper.bytes)),
            Err(PaperError::WithoutPdf) => return Ok(Vec::new()),
            Err(error) => return Err(fault(error)),
        }
    }
    Ok(printed)
}

/// What there is something to say of: whatever the case has, and of each session held its minutes and its register.
fn drafts(clerk: &Clerk<'_>, key: i64) -> Result<Vec<Draft>, Fault> {
    let case = Some(Thing::Case(key));
    let mut all = Vec::new();
    all.extend(dossier::drafts(clerk, Kind::Cover, case)?.unwrap_or_default());
    all.extend(dossier::drafts(clerk, Kind::ControlSheet, case)?.unwrap_or_default());
    let sessions = clerk.db.sessions_of(key)?;
    let held = || sessions.iter().filter(|session| session.state == "held");
    if held().next().is_some() {
        all.extend(plans::drafts(clerk, Kind::Report, case)?.unwrap_or_default());
    }
    if !clerk.db.messages(Some(key), None)?.is_empty() {
        all.extend(dossier::drafts(clerk, Kind::NoticeProof, case)?.unwrap_or_default());
    }
    for session in held() {
        let held = Held { session: session.clone(), case: clerk.db.case(key, &clerk.desk.lens())? };
        // Minutes that came as a file of their own are among the documents.
        all.extend(Some(meeting::minutes(clerk, &held)?).filter(|minutes| minutes.stands_for.is_some()));
        all.push(meeting::register(clerk, &held)?);
    }
    let has_answers =
        sessions.iter().map(|session| clerk.db.answer_sheets(session.key)).collect::<Result<Vec<_>, _>>()?;
    if has_answers.iter().any(|sheets| !sheets.is_empty()) {
        all.extend(results::drafts(clerk, case)?.unwrap_or_default());
    }
    Ok(all)
}
