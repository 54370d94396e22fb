//! Answers to invitations: which of several counts, and whether it still speaks of the session as it is.

use serde::Serialize;

/// What somebody may answer (PARTSTAT, RFC 5545 §3.2.12).
pub const ANSWERS: &[&str] = &["accepted", "declined", "tentative", "delegated"];

/// The answer of an invited person that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// `accepted`, `declined`, `tentative` or `delegated`.
    pub answer: String,
    /// Instant at which they answered.
    pub at: String,
    /// Does it speak of the date and place as they are now?
    pub current: bool,
    /// Address of who comes instead.
    pub delegate: Option<String>,
    pub comment: Option<String>,
    /// Where it came from, when that is another address than theirs: an assistant perhaps; nothing proves it.
    pub sender: Option<String>,
}

/// An answer as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub answer: Answer,
    /// Of the calendar entry that is answered.
    pub sequence: i64,
}

/// Of all that one person has answered, what counts: the answer to the newest invitation, and of these the latest (RFC
/// 5546 §2.1.5). `sequence` is that of their calendar entry as it would be sent now.
pub fn counting(all: Vec<Kept>, sequence: i64) -> Option<Answer> {
    let newest =
        all.into_iter().max_by(|one, other| (one.sequence, &one.answer.at).cmp(&(other.sequence, &other.answer.at)))?;
    Some(Answer { current: newest.sequence >= sequence, ..newest.answer })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(answer: &str, sequence: i64, at: &str) -> Kept {
        let (answer, at) = (answer.to_owned(), at.to_owned());
        Kept { answer: Answer { answer, at, current: false, delegate: None, comment: None, sender: None }, sequence }
    }

    #[test]
    fn the_latest_answer_to_the_newest_invitation_counts() {
        for (all, sequence, expected) in [
            (vec![], 0, None),
            (vec![kept("accepted", 0, "2026-03-01")], 0, Some(("accepted", true))),
            (vec![kept("accepted", 0, "2026-03-01"), kept("declined", 0, "2026-03-02")], 0, Some(("declined", true))),
            (vec![kept("declined", 0, "2026-03-02"), kept("accepted", 0, "2026-03-01")], 0, Some(("declined", true))),
            // Answered before the date changed, and read late.
            (vec![kept("accepted", 1, "2026-03-01"), kept("declined", 0, "2026-03-05")], 1, Some(("accepted", true))),
            (vec![kept("accepted", 0, "2026-03-01")], 1, Some(("accepted", false))),
        ] {
            let found = counting(all, sequence).map(|answer| (answer.answer, answer.current));
            assert_eq!(found, expected.map(|(answer, current)| (answer.to_owned(), current)));
        }
    }
}
