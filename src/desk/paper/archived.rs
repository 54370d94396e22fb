//! The papers that go along in the package of a closed case, printed as the case was when it was closed: the same case gives the same
//! bytes on any later day.

use super::clerk::{Clerk, Held};
use super::issue::Draft;
use super::{Paper, dossier, fault, meeting, outlet, plans, results, template};
use crate::env::Desk;
use crate::error::Fault;
use crate::papers::{self, Kind, PaperError, Press, Voice};
use ata_store::{Bearings, Db, Thing};
use std::sync::{Arc, OnceLock};

/// A paper that is printed when it is first asked for, on the thread that asks: a long one takes as long as copying the documents it
/// lists, so the two are done side by side.
pub struct Pending {
    /// Of its file.
    pub name: String,
    paper: papers::Paper,
    press: Arc<Press>,
    printed: OnceLock<Result<Vec<u8>, PaperError>>,
}

impl Pending {
    /// The PDF.
    ///
    /// # Errors
    /// A template of the institution's own that does not print.
    pub fn bytes(&self) -> Result<&[u8], Fault> {
        let printed = self.printed.get_or_init(|| Ok(self.press.print(&self.paper)?.bytes));
        printed.as_deref().map_err(|error| fault(error.clone()))
    }
}

/// The papers of a case, but for those that were filed in it as documents; none where this program has no typesetter. `closing`: the
/// operation that closed it.
///
/// # Errors
/// What the store says.
pub fn papers(db: &Db, desk: &Desk, case: i64, closing: Bearings) -> Result<Vec<Arc<Pending>>, Fault> {
    if cfg!(not(feature = "pdf")) {
        return Ok(Vec::new());
    }
    let voice = Voice::new(crate::locale::language(&desk.row.language)?, &desk.row.country);
    let args = Paper::default();
    let clerk = Clerk::new(db, desk, &voice, &args, None, None)?.back_at(closing);
    let filed = db.papers_of(case)?;
    let is_filed = |draft: &Draft| {
        let (kind, about) = (draft.paper.kind, draft.paper.head.reference.as_deref().unwrap_or_default());
        filed.iter().any(|one| one.kind == kind.code() && one.about == about && !one.is_replaced)
    };
    let look = template::in_force(db, Kind::Cover, &desk.row.language)?;
    let press = Arc::new(Press::new(&voice, look.templates, look.logo));
    let drafts = drafts(&clerk, case)?.into_iter().filter(|draft| !is_filed(draft));
    let pending = drafts.map(|draft| Pending {
        name: outlet::file_name(&draft),
        paper: draft.paper,
        press: Arc::clone(&press),
        printed: OnceLock::new(),
    });
    Ok(pending.map(Arc::new).collect())
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
