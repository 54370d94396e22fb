//! Attendance: who was at a session, and for how long.

use crate::profile::AttendanceRule;
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
}

/// The status that so many minutes of a session give: from the profile's percentage on, present; below it, absent.
pub fn status(minutes: i64, length: i64, rule: &AttendanceRule) -> &'static str {
    if minutes * 100 >= length * i64::from(rule.threshold) { "present" } else { "absent" }
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
}
