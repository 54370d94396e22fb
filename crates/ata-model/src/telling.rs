//! How far people were told: of the invited to one session, those who need a notice of one kind, what became of it, and the command
//! that brings it to them.

use crate::control::{Facts, SessionFacts, live, send_hint};

/// The people of a session who need one kind of notice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// Whom no message of the kind has reached.
    pub people: i64,
    /// Of them: for whom none is drafted.
    pub undrafted: i64,
    /// Whose message is ready to be sent, or on its way.
    pub queued: i64,
    /// Whose message was refused for now and waits for its next try.
    pub later: i64,
    /// Whose message did not arrive.
    pub failed: i64,
    /// Whose message waits for a call or a handed letter.
    pub to_call: i64,
    /// The first message of which nobody knows whether it arrived: `M-17`.
    pub in_doubt: Option<String>,
}

/// What brings a notice to its people. The order is that in which a case goes through them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Draft,
    Send,
    Call,
    Resolve(String),
}

impl Telling {
    /// The next step; none when nobody needs the notice.
    pub fn step(&self) -> Option<Step> {
        match self {
            Telling { people: 0, .. } => None,
            Telling { undrafted: 1.., .. } => Some(Step::Draft),
            Telling { queued: 1.., .. } => Some(Step::Send),
            Telling { to_call: 1.., .. } => Some(Step::Call),
            Telling { in_doubt: Some(message), .. } => Some(Step::Resolve(message.clone())),
            Telling { failed: 0, later: 1.., .. } => Some(Step::Send),
            _ => Some(Step::Draft),
        }
    }
}

/// The command of a step towards a notice of `kind` about a session of a case (or about all of its sessions).
pub fn command(step: &Step, kind: &str, about: &str, case: &str, has_mail_way: bool) -> String {
    match step {
        Step::Draft => format!("ata notify draft {about} --as {kind} --signed-by PERSON"),
        Step::Send => send_hint(case, has_mail_way),
        Step::Call => format!("ata notify call {about} --person PERSON --outcome reached"),
        Step::Resolve(message) => format!("ata notify resolve {message} sent|failed"),
    }
}

/// People of one session who hold something that is no longer so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    pub session: String,
    pub people: i64,
    pub step: Step,
    /// The command that tells them.
    pub hint: String,
}

/// Who was told of an earlier date or place, and who was told and need not come any more: each is told otherwise.
pub fn untold(session: &SessionFacts, case: &str, has_mail_way: bool) -> Vec<Untold> {
    let kinds = [("change", &session.changed), ("cancellation", &session.called_off)];
    let one = |(kind, telling): (&str, &Telling)| {
        let step = telling.step()?;
        let hint = command(&step, kind, &session.id, case, has_mail_way);
        Some(Untold { session: session.id.clone(), people: telling.people, step, hint })
    };
    kinds.into_iter().filter_map(one).collect()
}

/// Everything it takes for those of a case who hold something that is no longer so: what is not drafted first.
pub(crate) fn changes(facts: &Facts) -> Vec<String> {
    let mut all: Vec<Untold> =
        facts.sessions.iter().flat_map(|session| untold(session, &facts.case, facts.has_mail_way)).collect();
    all.sort_by(|a, b| a.step.cmp(&b.step));
    let mut hints: Vec<String> = all.into_iter().map(|one| one.hint).collect();
    hints.dedup();
    hints
}

/// The command for those of a case who know nothing yet. What is in the outbox goes first: to whom one kind of paper goes, no other is
/// drafted.
pub(crate) fn invitations(facts: &Facts) -> String {
    let drafted = |session: &SessionFacts| Telling { undrafted: 0, ..session.untold.clone() }.step();
    let steps = live(facts).filter_map(|session| Some((drafted(session)?, session.id.as_str())));
    let first = steps.min_by_key(|(step, _)| (*step == Step::Draft, step.clone()));
    let (step, about) = first.filter(|(step, _)| *step != Step::Draft).unwrap_or((Step::Draft, &facts.case));
    command(&step, "convocation", about, &facts.case, facts.has_mail_way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_drafted_is_drafted_before_anything_is_sent() {
        let one = |telling: Telling| Telling { people: 1, ..telling };
        let in_doubt = Some("M-7".to_owned());
        for (telling, expected) in [
            (Telling::default(), None),
            (one(Telling { undrafted: 1, queued: 1, to_call: 1, ..Telling::default() }), Some(Step::Draft)),
            (one(Telling { queued: 1, to_call: 1, failed: 1, ..Telling::default() }), Some(Step::Send)),
            (one(Telling { to_call: 1, in_doubt: in_doubt.clone(), ..Telling::default() }), Some(Step::Call)),
            (one(Telling { in_doubt, later: 1, ..Telling::default() }), Some(Step::Resolve("M-7".to_owned()))),
            (one(Telling { later: 1, ..Telling::default() }), Some(Step::Send)),
            (one(Telling { later: 1, failed: 1, ..Telling::default() }), Some(Step::Draft)),
        ] {
            assert_eq!(telling.step(), expected, "{telling:?}");
        }
    }

    #[test]
    fn a_change_and_a_cancellation_may_be_due_at_once() {
        let session = SessionFacts {
            id: "AT-2026-0001-S1".to_owned(),
            changed: Telling { people: 2, to_call: 2, ..Telling::default() },
            called_off: Telling { people: 1, undrafted: 1, ..Telling::default() },
            ..SessionFacts::default()
        };
        let hints: Vec<String> = untold(&session, "AT-2026-0001", true).into_iter().map(|one| one.hint).collect();
        assert_eq!(
            hints,
            [
                "ata notify call AT-2026-0001-S1 --person PERSON --outcome reached",
                "ata notify draft AT-2026-0001-S1 --as cancellation --signed-by PERSON"
            ]
        );
    }
}
