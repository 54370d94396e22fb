//! The priority of a need: a score from 0 to 100 with its parts, so that a queue can be discussed.

use crate::profile::Priority;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is known of a need's weight. Scales go from 1 (low) to 5 (high).
#[derive(Debug, Clone, Copy, Default)]
pub struct Weight {
    pub severity: Option<i64>,
    pub reach: Option<i64>,
    pub urgency: Option<i64>,
    pub mandated: bool,
}

/// A score from 0 to 100 and what each part adds to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    pub score: f64,
    pub parts: BTreeMap<&'static str, f64>,
}

/// Days after which waiting counts in full.
const WAITED_FULLY: i64 = 90;

/// Each part is brought to 0..1 (a scale of 1 counts 0, of 5 counts 1; not given counts as 3), weighted by the profile, and
/// the sum is brought to 0..100, rounded to one decimal.
pub fn score(weight: Weight, received: NaiveDate, today: NaiveDate, rule: &Priority) -> Score {
    let scale = |value: Option<i64>| (value.unwrap_or(3).clamp(1, 5) - 1) as f64 / 4.0;
    let waited = (today - received).num_days().clamp(0, WAITED_FULLY) as f64 / WAITED_FULLY as f64;
    let shares = [
        ("severity", scale(weight.severity), rule.severity),
        ("reach", scale(weight.reach), rule.reach),
        ("urgency", scale(weight.urgency), rule.urgency),
        ("mandated", f64::from(u8::from(weight.mandated)), rule.mandated),
        ("waiting", waited, rule.waiting),
    ];
    let total: u32 = shares.iter().map(|(_, _, weight)| weight).sum();
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let exact = shares.map(|(name, share, weight)| (name, share * f64::from(weight) * 100.0 / f64::from(total.max(1))));
    Score {
        score: tenth(exact.iter().map(|(_, points)| points).sum()),
        parts: exact.into_iter().map(|(name, points)| (name, tenth(points))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Priority = Priority { severity: 30, reach: 20, urgency: 30, mandated: 10, waiting: 10 };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_score_is_the_sum_of_its_weighted_parts() {
        let all = Weight { severity: Some(5), reach: Some(5), urgency: Some(5), mandated: true };
        let nothing = Weight { severity: Some(1), reach: Some(1), urgency: Some(1), mandated: false };
        for (weight, received, expected) in [
            (all, "2026-01-01", 100.0),
            (nothing, "2026-04-01", 0.0),
            (Weight::default(), "2026-04-01", 40.0),
            (Weight { mandated: true, ..nothing }, "2026-04-01", 10.0),
            (nothing, "2026-02-15", 5.0),
            (nothing, "2027-01-01", 0.0),
        ] {
            assert_eq!(score(weight, day(received), day("2026-04-01"), &RULE).score, expected, "{weight:?} {received}");
        }
    }

    #[test]
    fn weights_of_zero_give_a_score_of_zero() {
        let rule = Priority { severity: 0, reach: 0, urgency: 0, mandated: 0, waiting: 0 };
        assert_eq!(score(Weight::default(), day("2026-01-01"), day("2026-04-01"), &rule).score, 0.0);
    }
}
