//! Attendance: who was at a session, and for how long.

use crate::profile::AttendanceRule;
use crate::reply::Answer;
use serde::Serialize;

pub const STATUSES: &[&str] = &["present", "absent", "excused", "late"];

/// A person as the roster names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendee {
    pub id: String,
    pub name: String,
    pub doc: Option<String>,
    pub email: Option<String>,
    pub organisation: Option<String>,
    pub post: Option<String>,
}

/// One row of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attendance {
    pub person: Attendee,
    /// None for an invited person of whom nothing is noted yet.
    pub status: Option<String>,
    pub minutes: Option<i64>,
    pub role: Option<String>,
    pub invited: bool,
    /// What they answered to the invitation.
    pub answer: Option<Answer>,
}

impl Attendance {
    /// There for a while, but below the threshold of the profile: absent to the certificate, and not to a truthful list.
    pub fn was_partly_there(&self) -> bool {
        self.status.as_deref() == Some("absent") && self.minutes.is_some_and(|minutes| minutes > 0)
    }
}

/// The status that so many minutes of a session give: from the profile's percentage on, present; below it, absent.
pub fn status(minutes: i64, length: i64, rule: &AttendanceRule) -> &'static str {
    if minutes * 100 >= length * i64::from(rule.threshold) { "present" } else { "absent" }
}

/// The status of somebody of whom a list does not say it: by the minutes where they are known, else present. `after` is
/// how many minutes after the start the person came. An arrival outside the session says nothing: that clock is another one.
pub fn derived(minutes: Option<i64>, after: Option<i64>, length: i64, rule: &AttendanceRule) -> &'static str {
    let found = minutes.map_or("present", |minutes| status(minutes, length, rule));
    let is_late =
        after.zip(rule.late_after).is_some_and(|(after, from)| after < length && after >= i64::from(from) && after > 0);
    if found == "present" && is_late { "late" } else { found }
}

/// How long somebody was there: whole minutes, and from when to when (seconds since 1970, local) where lists say so, each stay as it was
/// said: a list that says it again is known by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stay {
    pub minutes: Option<i64>,
    pub spans: Vec<(i64, i64)>,
}

impl Stay {
    /// What an earlier list said that stands beside this one: its stays that this one does not say otherwise. None where one of the
    /// two says no exact times, where this one says all of it again, or nothing of it stands. A meeting that was opened again has one
    /// list for each time, and of two lists taken from it one may hold part of the other; a list that was corrected says a longer or a
    /// shorter stay of the same time.
    pub fn beside(&self, earlier: &Stay) -> Option<Stay> {
        let says_otherwise = |&(start, end): &(i64, i64), &(from, to): &(i64, i64)| {
            let is_within = (from <= start && end <= to) || (start <= from && to <= end);
            start < to && from < end && is_within && (start, end) != (from, to)
        };
        let stands = |span: &&(i64, i64)| !self.spans.iter().any(|own| says_otherwise(own, span));
        let spans: Vec<(i64, i64)> = earlier.spans.iter().filter(stands).copied().collect();
        let says_more = spans.iter().any(|span| !self.spans.contains(span));
        (!self.spans.is_empty() && says_more).then(|| Stay { minutes: Some(covered(&spans) / 60), spans })
    }

    /// Two rows about one person in one session. Exact times that overlap count once (two devices); the same number
    /// of minutes again is the same row again; other minutes are another stay.
    pub fn join(&mut self, other: Stay) {
        let are_exact = !self.spans.is_empty() && !other.spans.is_empty();
        if are_exact {
            self.spans.extend(other.spans);
            self.spans.sort_unstable();
            self.spans.dedup();
            self.minutes = Some(covered(&self.spans) / 60);
            return;
        }
        self.minutes = match (self.minutes, other.minutes) {
            (Some(one), Some(more)) if one != more => Some(one + more),
            (one, more) => one.or(more),
        };
        self.spans.clear();
    }
}

/// Seconds covered by at least one of the spans, which are in order.
fn covered(spans: &[(i64, i64)]) -> i64 {
    let mut until = i64::MIN;
    let mut seconds = 0;
    for &(start, end) in spans {
        seconds += (end - start.max(until)).max(0);
        until = until.max(end);
    }
    seconds
}

/// Of two statuses said of one person in one session: somebody seen once was there, and late says more than present.
pub fn stronger(one: &'static str, other: &'static str) -> &'static str {
    let rank = |status: &str| ["absent", "excused", "present", "late"].iter().position(|known| *known == status);
    if rank(other) > rank(one) { other } else { one }
}

/// One note of attendance: status and minutes.
pub type Note<'a> = (&'a str, Option<i64>);

/// Of two notes on one human being, registered twice: the one that stays. Whoever was seen there was there; then the longer stay.
pub fn better<'a>(a: Note<'a>, b: Note<'a>) -> Note<'a> {
    let rank = |(status, minutes): Note<'_>| {
        let strength = ["absent", "excused", "late", "present"].iter().position(|known| *known == status);
        (strength, minutes)
    };
    if rank(b) > rank(a) { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RULE: AttendanceRule = AttendanceRule { threshold: 80, late_after: Some(15) };

    #[test]
    fn of_two_notes_on_one_person_the_better_one_stays() {
        for (a, b, stays) in [
            (("present", Some(90)), ("late", Some(120)), ("present", Some(90))),
            (("absent", None), ("excused", None), ("excused", None)),
            (("late", Some(10)), ("excused", None), ("late", Some(10))),
            (("present", Some(60)), ("present", Some(90)), ("present", Some(90))),
            (("present", None), ("present", Some(0)), ("present", Some(0))),
            (("absent", Some(5)), ("absent", Some(5)), ("absent", Some(5))),
        ] {
            assert_eq!(better(a, b), stays, "{a:?} {b:?}");
            assert_eq!(better(b, a), stays, "{b:?} {a:?}");
        }
    }

    #[test]
    fn the_threshold_is_reached_exactly_at_its_percentage() {
        let rule = AttendanceRule { threshold: 80, late_after: None };
        for (minutes, length, expected) in
            [(96, 120, "present"), (95, 120, "absent"), (0, 120, "absent"), (500, 120, "present"), (0, 0, "present")]
        {
            assert_eq!(status(minutes, length, &rule), expected, "{minutes} of {length}");
        }
    }

    #[test]
    fn a_status_that_is_not_said_comes_from_minutes_and_arrival() {
        for (minutes, after, expected) in [
            (None, None, "present"),
            (Some(100), None, "present"),
            (Some(20), None, "absent"),
            (Some(100), Some(14), "present"),
            (Some(100), Some(15), "late"),
            (Some(20), Some(100), "absent"),
            (None, Some(30), "late"),
            (None, Some(-10), "present"),
            // A file whose clock is five hours ahead makes nobody late.
            (Some(110), Some(300), "present"),
        ] {
            assert_eq!(derived(minutes, after, 120, &RULE), expected, "{minutes:?} {after:?}");
        }
        let never = AttendanceRule { threshold: 80, late_after: None };
        assert_eq!(derived(None, Some(30), 120, &never), "present");
    }

    #[test]
    fn a_person_listed_twice_is_not_there_twice() {
        let minutes = |minutes| Stay { minutes: Some(minutes), spans: Vec::new() };
        let span = |from: i64, to: i64| Stay { minutes: Some((to - from) / 60), spans: vec![(from, to)] };
        for (mut one, other, expected) in [
            (minutes(60), minutes(60), Some(60)),
            (minutes(60), minutes(30), Some(90)),
            (minutes(60), Stay::default(), Some(60)),
            (Stay::default(), Stay::default(), None),
            (span(0, 3600), span(1800, 5400), Some(90)),
            (span(0, 3600), span(0, 3600), Some(60)),
            (span(0, 3600), span(5400, 7200), Some(90)),
            (span(0, 3600), minutes(30), Some(90)),
        ] {
            let before = one.clone();
            one.join(other.clone());
            assert_eq!(one.minutes, expected, "{before:?} and {other:?}");
        }
    }

    #[test]
    fn what_an_earlier_list_said_stands_unless_a_later_one_says_it_otherwise() {
        let stay = |spans: &[(i64, i64)]| Stay { minutes: Some(0), spans: spans.to_vec() };
        let noted = stay(&[(0, 60), (70, 120)]);
        let both = Some(&[(0, 60), (70, 120)][..]);
        for (said, stands) in [
            (&[(130, 140)][..], both),
            (&[(0, 60)], both),
            (&[(70, 120)], both),
            (&[(70, 120), (130, 140)], both),
            (&[(0, 60), (70, 120)], None),
            (&[(0, 60), (70, 120), (130, 140)], None),
            (&[(0, 50)], Some(&[(70, 120)])),
            (&[(0, 50), (70, 120)], None),
            (&[(0, 50), (60, 120)], None),
            // Neither holds the other: one list began later, and ended later.
            (&[(50, 65)], both),
            (&[(0, 130)], None),
            (&[], None),
        ] {
            let found = stay(said).beside(&noted);
            assert_eq!(found.as_ref().map(|stay| &stay.spans[..]), stands, "{said:?}");
        }
    }

    #[test]
    fn who_was_seen_once_was_there() {
        for (one, other, expected) in
            [("absent", "present", "present"), ("late", "present", "late"), ("excused", "absent", "excused")]
        {
            assert_eq!(stronger(one, other), expected);
            assert_eq!(stronger(other, one), expected);
        }
    }

    proptest! {
        #[test]
        fn stays_are_never_longer_than_from_first_to_last(spans in proptest::collection::vec((0_i64..100_000, 0_i64..10_000), 1..8)) {
            let stays = spans.iter().map(|(from, length)| Stay { minutes: Some(length / 60), spans: vec![(*from, from + length)] });
            let mut whole = Stay::default();
            for (at, stay) in stays.enumerate() {
                if at == 0 { whole = stay } else { whole.join(stay) }
            }
            let from = spans.iter().map(|(from, _)| *from).min().unwrap_or(0);
            let to = spans.iter().map(|(from, length)| from + length).max().unwrap_or(0);
            prop_assert!(whole.minutes.unwrap_or(0) <= (to - from) / 60);
            prop_assert!(whole.minutes.unwrap_or(0) >= spans.iter().map(|(_, length)| length / 60).max().unwrap_or(0));
        }
    }
}
