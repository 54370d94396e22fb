//! The same view where only rows belong: one for each thing, of whatever kind, in the order of the tree.

use super::Traced;
use ata_model::session::Session;
use serde::Serialize;
use serde_json::{Value, json};

/// One thing of a case. Every row has the same columns; codes are those of the JSON.
#[derive(Serialize, Default)]
struct Row<'a> {
    case: &'a str,
    /// `need`, `plan`, `passage`, `session`, `notice`, `attendance`, `answers`, `commitment`, `document` or `raised`.
    what: &'a str,
    session: Option<&'a str>,
    /// Its reference; of what has none, its code.
    id: Option<&'a str>,
    date: Option<&'a str>,
    state: Option<&'a str>,
    /// Of what is counted.
    count: Option<i64>,
    text: Option<&'a str>,
}

impl Traced {
    pub(super) fn rows(&self) -> Vec<Value> {
        let case = &self.0.case;
        let thing = |what| Row { case: &case.id, what, ..Row::default() };
        let mut rows = vec![json!(Row {
            id: Some(&case.id),
            date: Some(&case.received),
            state: Some(&case.state),
            text: Some(&case.title),
            ..thing("need")
        })];
        if let Some(plan) = &self.0.plan {
            let (date, text) = (plan.approved_on.as_deref(), plan.objective.as_deref());
            rows.push(json!(Row { id: plan.activity.as_deref(), date, text, ..thing("plan") }));
        }
        rows.extend(self.0.passages.iter().map(|one| {
            let (id, date, state) = (Some(one.stage.code()), Some(&*one.on), Some(&*one.outcome));
            json!(Row { id, date, state, text: one.reason.as_deref(), ..thing("passage") })
        }));
        for (session, answers) in self.0.sessions.iter().zip(&self.0.answers) {
            rows.extend(self.of_session(session, *answers));
        }
        rows.extend(self.parts(None));
        let raised = self.0.raised.iter();
        rows.extend(raised.map(|(id, title)| json!(Row { id: Some(id), text: Some(title), ..thing("raised") })));
        rows
    }

    fn of_session(&self, session: &Session, answers: i64) -> Vec<Value> {
        let thing = |what| Row { case: &self.0.case.id, what, session: Some(&session.id), ..Row::default() };
        let mut rows = vec![json!(Row {
            id: Some(&session.id),
            date: Some(&session.start),
            state: Some(&session.state),
            text: session.place.as_deref().or(session.link.as_deref()),
            ..thing("session")
        })];
        let turnout = session.attendance;
        let counts = [("present", turnout.present), ("absent", turnout.absent), ("excused", turnout.excused)];
        for (state, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            rows.push(json!(Row { state: Some(state), count: Some(count), ..thing("attendance") }));
        }
        if answers > 0 {
            rows.push(json!(Row { count: Some(answers), ..thing("answers") }));
        }
        rows.extend(self.parts(Some(session)));
        rows
    }

    /// Notices, commitments and documents of a session, or of none.
    fn parts(&self, session: Option<&Session>) -> Vec<Value> {
        let session_id = session.map(|session| session.id.as_str());
        let thing = |what| Row { case: &self.0.case.id, what, session: session_id, ..Row::default() };
        let part = self.part(session);
        let mut rows: Vec<Value> = Vec::new();
        for (kind, state, count) in self.notices(session) {
            rows.push(json!(Row { id: Some(&kind), state: Some(&state), count: Some(count), ..thing("notice") }));
        }
        rows.extend(part.commitments.iter().map(|one| {
            let (id, date, state) = (Some(&*one.id), Some(&*one.due), Some(&*one.status));
            json!(Row { id, date, state, text: Some(&one.text), ..thing("commitment") })
        }));
        rows.extend(part.documents.iter().map(|one| {
            let state = one.replaced_by.as_ref().map(|_| "replaced");
            json!(Row { id: Some(&one.id), date: Some(&one.date), state, text: Some(&one.title), ..thing("document") })
        }));
        rows
    }
}
