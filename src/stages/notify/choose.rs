//! What of the outbox a sending takes in hand, and what it leaves.

use ata_model::message::SIGNED;
use ata_store::Waiting;
use std::collections::HashSet;

/// What narrows the choice.
pub struct Scope<'a> {
    /// Only these cases; none: all.
    pub cases: &'a HashSet<i64>,
    /// Messages that an earlier run left in hand and this one takes up again.
    pub resume: &'a HashSet<i64>,
    /// Do official notices need a signature?
    pub signed: bool,
    /// Was an address given for notices whose signatory and group have none?
    pub has_from: bool,
    pub max: Option<usize>,
    /// Only messages of this kind; none: all.
    pub only: Option<&'static str>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Taken in hand by an earlier run that was cut short, on the same way out: handing them over again is safe.
    pub resume: Vec<i64>,
    pub fresh: Vec<i64>,
    /// Official notices nobody signed.
    pub unsigned: usize,
    /// Wait for a call or a handed letter.
    pub contact: usize,
    /// Would go out, but nobody has an address to send from: they wait, and hold up nobody else.
    pub homeless: Vec<i64>,
    /// Cases of the messages taken in hand.
    pub cases: Vec<i64>,
}

impl Choice {
    /// Is there nothing to hand over?
    pub fn is_empty(&self) -> bool {
        self.resume.is_empty() && self.fresh.is_empty()
    }
}

pub fn choose(waiting: &[Waiting], scope: &Scope<'_>) -> Choice {
    let mut choice = Choice::default();
    let concerned = |one: &&Waiting| {
        (scope.cases.is_empty() || scope.cases.contains(&one.case)) && scope.only.is_none_or(|kind| one.kind == kind)
    };
    for one in waiting.iter().filter(concerned) {
        let begun = one.state == "sending";
        if begun && !scope.resume.contains(&one.id) {
            // Another run has it in hand.
        } else if !begun && one.channel != "email" {
            choice.contact += 1;
        } else if !begun && scope.signed && !one.is_signed && SIGNED.contains(&one.kind.as_str()) {
            choice.unsigned += 1;
        } else if !one.has_sender && !scope.has_from {
            choice.homeless.push(one.id);
        } else if begun || scope.max.is_none_or(|max| choice.resume.len() + choice.fresh.len() < max) {
            if begun {
                choice.resume.push(one.id)
            } else {
                choice.fresh.push(one.id)
            }
            if !choice.cases.contains(&one.case) {
                choice.cases.push(one.case);
            }
        }
    }
    choice
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(id: i64, kind: &str, state: &str, channel: &str, is_signed: bool) -> Waiting {
        Waiting {
            id,
            case: if id < 10 { 1 } else { 2 },
            kind: kind.to_owned(),
            state: state.to_owned(),
            channel: channel.to_owned(),
            is_signed,
            has_sender: id != 3,
        }
    }

    #[test]
    fn what_waits_is_sent_resumed_or_left_each_for_its_reason() {
        let all = [
            waiting(1, "convocation", "queued", "email", true),
            waiting(2, "convocation", "queued", "phone", true),
            waiting(3, "newsletter", "queued", "email", false),
            waiting(4, "circular", "queued", "email", false),
            waiting(5, "change", "sending", "email", true),
            waiting(6, "change", "sending", "email", true),
            waiting(11, "referral", "queued", "email", false),
        ];
        let (none, first) = (HashSet::new(), HashSet::from([1]));
        let resume = HashSet::from([5]);
        let scope = Scope { cases: &none, resume: &resume, signed: true, has_from: false, max: None, only: None };
        let choice = choose(&all, &scope);
        assert_eq!((choice.resume, choice.fresh), (vec![5], vec![1, 11]));
        assert_eq!((choice.unsigned, choice.contact, choice.homeless, choice.cases), (1, 1, vec![3], vec![1, 2]));
        let choice = choose(&all, &Scope { cases: &first, signed: false, has_from: true, max: Some(2), ..scope });
        assert_eq!((choice.resume, choice.fresh, choice.homeless), (vec![5], vec![1, 3], vec![]));
        let choice = choose(
            &all,
            &Scope { cases: &first, resume: &none, signed: true, has_from: true, max: Some(1), only: None },
        );
        assert_eq!((choice.resume, choice.fresh), (vec![], vec![1]));
        let choice = choose(&all, &Scope { resume: &none, only: Some("referral"), has_from: true, ..scope });
        assert_eq!((choice.fresh, choice.contact), (vec![11], 0));
    }
}
