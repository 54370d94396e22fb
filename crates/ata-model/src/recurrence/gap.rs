//! How far apart sessions lie: a body may have promised not to be silent for longer (source 003: the boards of ¡Vamos!
//! meet on Wednesdays, at most two weeks apart, with a recess).

use super::Period;
use chrono::NaiveDate;
use serde::Serialize;

/// Two sessions that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gap {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Days from one to the other, without those of a recess between them.
    pub days: i64,
}

/// The widest gap between days that follow each other, the earliest of several; none for fewer than two days.
pub fn largest_gap(days: &[NaiveDate], recess: &[Period]) -> Option<Gap> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let gaps = days.windows(2).map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        Gap { from, to, days: (to - from).num_days() - away(from, to, recess) }
    });
    // Of equals the first, so the later one must be wider to win.
    gaps.reduce(|widest, gap| if gap.days > widest.days { gap } else { widest })
}

/// Days strictly between the two that lie in a recess; overlapping periods count once.
fn away(from: NaiveDate, to: NaiveDate, recess: &[Period]) -> i64 {
    let mut inside: Vec<(NaiveDate, NaiveDate)> = recess
        .iter()
        .filter_map(|period| {
            let first = period.first.max(from.succ_opt()?);
            let last = period.last.min(to.pred_opt()?);
            (first <= last).then_some((first, last))
        })
        .collect();
    inside.sort_unstable();
    let mut days = 0;
    let mut counted = from;
    for (first, last) in inside {
        let first = first.max(counted.succ_opt().unwrap_or(counted));
        if first <= last {
            days += (last - first).num_days() + 1;
            counted = last;
        }
    }
    days
}
