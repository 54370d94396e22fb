//! A message: what one person (or organisation) is told, once, about one session at one state of it.

use serde::Serialize;

pub const KINDS: &[&str] = &["convocation", "letter", "circular", "change", "cancellation", "newsletter"];

/// Kinds that tell an invited person of a session.
pub const INVITING: &[&str] = &["convocation", "letter", "circular", "change"];

pub const STATES: &[&str] = &["queued", "sending", "sent", "failed", "uncertain", "cancelled"];

/// Kinds that carry a signature: the written notices of the procedure (source 002, activity 4).
pub const SIGNED: &[&str] = &["convocation", "letter", "circular", "change", "cancellation"];

pub const CALL_OUTCOMES: &[&str] = &["reached", "no-answer", "wrong-number"];

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// `P-9`, or `O-4` for an organisation told at its own address.
    pub person: String,
    pub name: String,
    pub address: Option<String>,
    /// Where a person can be called.
    pub phone: Option<String>,
}

/// A message as people and scripts see it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Message {
    pub id: String,
    pub kind: String,
    pub case: String,
    pub session: Option<String>,
    pub to: Recipient,
    /// `email`, `phone` or `letter`.
    pub channel: String,
    pub state: String,
    pub attempts: i64,
    pub due: Option<String>,
    pub sent_at: Option<String>,
    pub message_id: String,
    pub error: Option<String>,
    /// What the server said, where something went wrong.
    pub detail: Option<String>,
    pub subject: String,
    pub signed_by: Option<String>,
    pub reference: Option<String>,
    pub sequence: i64,
    #[serde(skip)]
    pub key: i64,
    #[serde(skip)]
    pub case_key: i64,
    /// Of the desk: in which people read when it is due.
    #[serde(skip)]
    pub zone: String,
}

/// One try to deliver a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    pub at: String,
    pub channel: String,
    pub outcome: String,
    pub detail: Option<String>,
}

/// How things stand between one invited person and one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The session, or its whole case, was cancelled.
    pub gone: bool,
    /// The person is no longer invited.
    pub withdrawn: bool,
    /// Of the session, as it is now.
    pub sequence: i64,
    /// Of the session, in the newest message that reached the person.
    pub told: Option<i64>,
    /// That message was a cancellation.
    pub retracted: bool,
    /// That message was a change: they were invited before and know the session as it is.
    pub updated: bool,
}

/// What a notice of some kind is to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// It is for them.
    Tell,
    /// They know an earlier date or place: a change is what they need.
    Outdated,
    /// They know nothing yet: a change would tell them of something they never heard of.
    Untold,
    /// It is none of their business.
    Nothing,
}

/// Whom a notice of `kind` concerns. A change goes to those who were told of an earlier state of the session, a cancellation to those
/// who were told at all and now need not come («los cambios del cronograma se notifican oportunamente», source 002, activity 4, note 1).
pub fn concern(kind: &str, standing: &Standing) -> Concern {
    let comes = !standing.gone && !standing.withdrawn;
    match (kind, standing.told) {
        ("cancellation", Some(_)) if !comes && !standing.retracted => Concern::Tell,
        ("cancellation", _) => Concern::Nothing,
        _ if !comes => Concern::Nothing,
        ("newsletter", _) => Concern::Tell,
        ("change", None) => Concern::Untold,
        ("change", Some(told)) if told < standing.sequence => Concern::Tell,
        ("change", Some(_)) => Concern::Nothing,
        (_, Some(told)) if told < standing.sequence => Concern::Outdated,
        // Who was invited by one paper may get another kind of paper too; who was told of a change needs none again.
        (_, Some(_)) if standing.updated => Concern::Nothing,
        _ => Concern::Tell,
    }
}

/// The calendar sequence of a notice to one person. RFC 5546 §2.1.4 and §3.2.5 demand a higher one than the last sent whenever
/// something changes, and who is uninvited gets a cancellation of a session that itself has not changed: so each cancellation sent
/// before (`retractions`) moves this person's count two ahead of the session's, one for the cancellation, one for the invitation
/// that may follow it. `cancels` a session that still stands for others takes the one between.
pub fn calendar_sequence(sequence: i64, retractions: i64, cancels: bool) -> i64 {
    sequence + 2 * retractions + i64::from(cancels)
}

/// Minutes between the tries of a message that is refused for now: soon at first, for a server that only wants to see
/// whether one comes back; then at the pace of RFC 5321 §4.5.4.1, which asks for four to five days before giving up.
const RETRIES: [i64; 10] = [5, 15, 60, 180, 360, 720, 1440, 1440, 1440, 1440];

/// Minutes until the next try after so many refusals in a row (1: the first); none when it is given up.
pub fn retry_after(refusals: usize) -> Option<i64> {
    RETRIES.get(refusals.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_notice_goes_to_those_it_concerns() {
        use Concern::{Nothing, Outdated, Tell, Untold};
        let standing = |gone, withdrawn, told, retracted| Standing {
            gone,
            withdrawn,
            sequence: 2,
            told,
            retracted,
            updated: false,
        };
        let updated = |told| Standing { updated: true, ..standing(false, false, Some(told), false) };
        //                                                          convocation  change    cancellation  newsletter
        for (standing, expected) in [
            (standing(false, false, None, false), [Tell, Untold, Nothing, Tell]),
            (standing(false, false, Some(2), false), [Tell, Nothing, Nothing, Tell]),
            (standing(false, false, Some(1), false), [Outdated, Tell, Nothing, Tell]),
            (updated(2), [Nothing, Nothing, Nothing, Tell]),
            (updated(1), [Outdated, Tell, Nothing, Tell]),
            (standing(false, true, None, false), [Nothing, Nothing, Nothing, Nothing]),
            (standing(false, true, Some(1), false), [Nothing, Nothing, Tell, Nothing]),
            (standing(false, true, Some(2), true), [Nothing, Nothing, Nothing, Nothing]),
            (standing(true, false, None, false), [Nothing, Nothing, Nothing, Nothing]),
            (standing(true, false, Some(1), false), [Nothing, Nothing, Tell, Nothing]),
            (standing(true, false, Some(2), true), [Nothing, Nothing, Nothing, Nothing]),
        ] {
            let found = ["convocation", "change", "cancellation", "newsletter"].map(|kind| concern(kind, &standing));
            assert_eq!(found, expected, "{standing:?}");
            assert_eq!(concern("letter", &standing), found[0]);
            assert_eq!(concern("circular", &standing), found[0]);
        }
    }

    #[test]
    fn the_calendar_sequence_grows_with_every_message_that_changes_something() {
        // Invited, moved, uninvited, invited again, moved, uninvited, session cancelled after being invited once more.
        let walk = [
            (0, 0, false),
            (1, 0, false),
            (1, 0, true),
            (1, 1, false),
            (2, 1, false),
            (2, 1, true),
            (2, 2, false),
            (3, 2, false),
        ];
        let sequences = walk.map(|(sequence, retractions, cancels)| calendar_sequence(sequence, retractions, cancels));
        assert!(sequences.windows(2).all(|pair| pair[0] < pair[1]), "{sequences:?}");
    }

    #[test]
    fn a_refused_message_is_tried_more_and_more_seldom_and_given_up_after_four_to_five_days() {
        let gaps: Vec<i64> = (1..).map_while(retry_after).collect();
        assert_eq!((gaps[0], gaps.last()), (5, Some(&1440)));
        assert!(gaps.is_sorted(), "{gaps:?}");
        let days = gaps.iter().sum::<i64>() / 1440;
        assert_eq!((days, retry_after(gaps.len() + 1)), (4, None));
    }
}
