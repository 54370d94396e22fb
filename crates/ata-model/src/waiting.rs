//! What waits for somebody, and in which order: the rules behind `ata next`.

use crate::case::Named;
use crate::control::Control;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// Days ahead within which a thing is worth a reminder.
pub const SOON: i64 = 7;

/// A kind of thing that waits. The order is that of weight: what people were wrongly or never told comes before what
/// somebody owes, and that before the ordinary next step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// People hold an old date or place, or were uninvited and do not know.
    ChangeUntold,
    /// Nobody knows whether the message arrived.
    MessageUncertain,
    MessageFailed,
    /// People are invited to a session to come and nobody drafted anything that tells them.
    InvitationUntold,
    /// A session is near and something about it is not ready.
    SessionSoon,
    /// A session has passed and its attendance, its minutes or its closing is missing.
    SessionOpen,
    Commitment,
    /// Messages ready to be sent.
    MessagesQueued,
    /// Messages to people without an e-mail address: a call to make, a letter to hand over.
    CallsQueued,
    /// Rows of a file that may be several people: somebody says who.
    RowsToReview,
    /// A need nobody has decided on.
    NeedWaiting,
    /// A control point keeps the case from leaving its stage.
    ControlMissing,
    /// Every control point is met; only the closing verb is missing.
    StageReady,
    /// The case has only to be archived.
    FileToArchive,
}

impl What {
    pub const ALL: [What; 14] = [
        What::ChangeUntold,
        What::MessageUncertain,
        What::MessageFailed,
        What::InvitationUntold,
        What::SessionSoon,
        What::SessionOpen,
        What::Commitment,
        What::MessagesQueued,
        What::CallsQueued,
        What::RowsToReview,
        What::NeedWaiting,
        What::ControlMissing,
        What::StageReady,
        What::FileToArchive,
    ];

    /// The word in JSON and in locale keys.
    pub fn code(self) -> &'static str {
        match self {
            What::ChangeUntold => "change_untold",
            What::MessageUncertain => "message_uncertain",
            What::MessageFailed => "message_failed",
            What::InvitationUntold => "invitation_untold",
            What::SessionSoon => "session_soon",
            What::SessionOpen => "session_open",
            What::Commitment => "commitment",
            What::MessagesQueued => "messages_queued",
            What::CallsQueued => "calls_queued",
            What::RowsToReview => "rows_to_review",
            What::NeedWaiting => "need_waiting",
            What::ControlMissing => "control_missing",
            What::StageReady => "stage_ready",
            What::FileToArchive => "file_to_archive",
        }
    }
}

/// How pressing a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Its day has passed, or somebody holds a wrong date.
    Now,
    /// Its day is at most [`SOON`] days away.
    Soon,
    Later,
}

impl Urgency {
    /// `days` until the thing is due: negative when that day has passed, none when it has no day.
    pub fn of(what: What, days: Option<i64>) -> Urgency {
        let wrong = matches!(what, What::ChangeUntold | What::MessageUncertain | What::MessageFailed);
        match days {
            _ if wrong => Urgency::Now,
            Some(days) if days < 0 => Urgency::Now,
            Some(days) if days <= SOON => Urgency::Soon,
            _ => Urgency::Later,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Urgency::Now => "now",
            Urgency::Soon => "soon",
            Urgency::Later => "later",
        }
    }
}

/// One thing that waits, as people and scripts see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waiting {
    pub what: What,
    pub case: String,
    /// What exactly: a case, session, commitment or message.
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    /// Who should act: the owner, the facilitators, the group, the person not reached.
    pub who: Vec<Named>,
    pub due: Option<String>,
    /// Days until then; negative when that day has passed.
    pub days: Option<i64>,
    pub urgency: Urgency,
    /// Control points that are not met.
    pub lacks: Vec<Control>,
    /// The command that deals with it.
    pub hint: String,
    /// How many messages or rows stand behind it.
    pub count: Option<i64>,
}

/// Leaves out the next step of a case where all it lacks is said by something else that waits there: what is in its outbox, or a session
/// that is over and not closed. Who answers for the case answers for that, when nobody else does.
pub fn without_echoes(mut all: Vec<Waiting>) -> Vec<Waiting> {
    const TOLD: [Control; 2] = [Control::AllTold, Control::ChangesTold];
    const HELD: [Control; 3] = [Control::Attendance, Control::Minutes, Control::SessionsClosed];
    const OUTBOX: [What; 2] = [What::MessagesQueued, What::CallsQueued];
    let said: HashSet<(String, What)> = all.iter().map(|one| (one.case.clone(), one.what)).collect();
    let is_said = |step: &Waiting, by: &[What]| by.iter().any(|what| said.contains(&(step.case.clone(), *what)));
    let lacks_only = |step: &Waiting, known: &[Control]| step.lacks.iter().all(|one| known.contains(one));
    let is_echo = |one: &mut Waiting| {
        let told = lacks_only(one, &TOLD) && is_said(one, &OUTBOX);
        let held = lacks_only(one, &HELD) && is_said(one, &[What::SessionOpen]);
        one.what == What::ControlMissing && (told || held)
    };
    let echoes: HashMap<String, Vec<Named>> = all.extract_if(.., is_echo).map(|step| (step.case, step.who)).collect();
    let takes_over = |one: &Waiting| one.what == What::SessionOpen || OUTBOX.contains(&one.what);
    for one in all.iter_mut().filter(|one| one.who.is_empty() && takes_over(one)) {
        if let Some(who) = echoes.get(&one.case) {
            one.who.clone_from(who);
        }
    }
    all
}

/// The most pressing first: by urgency, then by the day, then by weight, then by reference.
pub fn order(a: &Waiting, b: &Waiting) -> Ordering {
    let day = |item: &Waiting| item.days.unwrap_or(i64::MAX);
    a.urgency
        .cmp(&b.urgency)
        .then_with(|| day(a).cmp(&day(b)))
        .then_with(|| a.what.cmp(&b.what))
        .then_with(|| a.case.len().cmp(&b.case.len()))
        .then_with(|| a.reference.cmp(&b.reference))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(what: What, days: Option<i64>, reference: &str) -> Waiting {
        Waiting {
            what,
            case: reference.chars().take(12).collect(),
            reference: reference.to_owned(),
            title: String::new(),
            who: Vec::new(),
            due: None,
            days,
            urgency: Urgency::of(what, days),
            lacks: Vec::new(),
            hint: String::new(),
            count: None,
        }
    }

    #[test]
    fn urgency_follows_the_day_except_where_somebody_holds_a_wrong_date() {
        for (what, days, expected) in [
            (What::Commitment, Some(-1), Urgency::Now),
            (What::Commitment, Some(0), Urgency::Soon),
            (What::Commitment, Some(7), Urgency::Soon),
            (What::Commitment, Some(8), Urgency::Later),
            (What::NeedWaiting, None, Urgency::Later),
            (What::NeedWaiting, Some(-30), Urgency::Now),
            (What::ChangeUntold, Some(20), Urgency::Now),
            (What::MessageUncertain, None, Urgency::Now),
            (What::MessageFailed, Some(3), Urgency::Now),
            (What::MessagesQueued, Some(20), Urgency::Later),
        ] {
            assert_eq!(Urgency::of(what, days), expected, "{what:?} {days:?}");
        }
    }

    #[test]
    fn the_most_pressing_comes_first() {
        let expected = [
            item(What::Commitment, Some(-9), "AT-2026-0007-C1"),
            item(What::SessionOpen, Some(-2), "AT-2026-0003-S1"),
            item(What::ChangeUntold, Some(4), "AT-2026-0002-S1"),
            item(What::MessageFailed, Some(4), "M-3"),
            item(What::MessageUncertain, None, "M-9"),
            item(What::SessionSoon, Some(1), "AT-2026-0001-S1"),
            item(What::Commitment, Some(1), "AT-2026-0001-C1"),
            item(What::Commitment, Some(1), "AT-2026-0001-C2"),
            item(What::NeedWaiting, None, "AT-2026-0004"),
            item(What::NeedWaiting, None, "AT-2026-0005"),
            item(What::FileToArchive, None, "AT-2026-0006"),
        ];
        let mut shuffled: Vec<Waiting> = expected.iter().rev().cloned().collect();
        shuffled.swap(0, 5);
        shuffled.sort_by(order);
        assert_eq!(shuffled, expected);
    }

    #[test]
    fn the_same_work_is_said_once() {
        let step =
            |lacks: &[Control]| Waiting { lacks: lacks.to_vec(), ..item(What::ControlMissing, None, "AT-2026-0001") };
        let other = |what, reference| item(what, Some(1), reference);
        for (lacks, beside, stays) in [
            (&[Control::AllTold][..], other(What::MessagesQueued, "AT-2026-0001"), false),
            (&[Control::AllTold], other(What::CallsQueued, "AT-2026-0001"), false),
            (&[Control::AllTold], other(What::CallsQueued, "AT-2026-0002"), true),
            (&[Control::AllTold], other(What::SessionOpen, "AT-2026-0001"), true),
            (&[Control::Signed, Control::AllTold], other(What::MessagesQueued, "AT-2026-0001"), true),
            (&[Control::Attendance, Control::SessionsClosed], other(What::SessionOpen, "AT-2026-0001"), false),
        ] {
            let left = without_echoes(vec![step(lacks), beside.clone()]);
            assert_eq!(left.len(), if stays { 2 } else { 1 }, "{lacks:?} {:?}", beside.what);
        }
    }

    #[test]
    fn the_word_of_each_kind_is_the_one_in_json() {
        for what in What::ALL {
            assert_eq!(serde_json::json!(what), what.code());
        }
    }
}
