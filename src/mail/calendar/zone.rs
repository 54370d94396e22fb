//! The rules of a time zone around some instants, as a VTIMEZONE (RFC 5545 §3.6.5).
//!
//! Readers that know the name of the zone use their own rules; the others need these lines to put
//! the session at the right hour.

use chrono::{DateTime, Duration, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::line::Lines;

/// How far around the sessions the changes of hour are told: a year has one of each kind.
const MARGIN_DAYS: i64 = 366;
/// Shorter than any stretch between two changes of hour in the region.
const STEP_DAYS: i64 = 7;
const STAMP: &str = "%Y%m%dT%H%M%S";

/// Writes the zone's offset at the beginning and every change of it between a year before `first`
/// and a year after `last`.
pub(super) fn write(lines: &mut Lines, zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) {
    let from = first - Duration::days(MARGIN_DAYS);
    let until = last + Duration::days(MARGIN_DAYS);
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    let base = offset(zone, from);
    observance(lines, zone, from, base, "19700101T000000");
    for change in changes(zone, from, until) {
        let before = offset(zone, change - TimeDelta::seconds(1));
        let onset = (change + before).format(STAMP).to_string();
        observance(lines, zone, change, before, &onset);
    }
    lines.raw("END", "VTIMEZONE");
}

/// One stretch with one offset: `at` lies in it, `onset` is its local beginning in the offset before.
fn observance(lines: &mut Lines, zone: Tz, at: DateTime<Utc>, before: TimeDelta, onset: &str) {
    let here = zone.offset_from_utc_datetime(&at.naive_utc());
    let kind = if here.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    lines.raw("BEGIN", kind);
    lines.raw("DTSTART", onset);
    lines.raw("TZOFFSETFROM", &signed(before));
    lines.raw("TZOFFSETTO", &signed(offset(zone, at)));
    if let Some(name) = here.abbreviation() {
        lines.text("TZNAME", name);
    }
    lines.raw("END", kind);
}

fn offset(zone: Tz, at: DateTime<Utc>) -> TimeDelta {
    let fixed = zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    TimeDelta::seconds(fixed.local_minus_utc().into())
}

/// The instants at which the offset changes, oldest first.
fn changes(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut found = Vec::new();
    let mut before = from;
    while before < until {
        let after = (before + Duration::days(STEP_DAYS)).min(until);
        if offset(zone, before) != offset(zone, after) {
            found.push(change_between(zone, before, after));
        }
        before = after;
    }
    found
}

/// The first second with the offset of `after`, by halving.
fn change_between(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
    let old = offset(zone, before);
    while (after - before).num_seconds() > 1 {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if offset(zone, middle) == old {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

/// `+hhmm` or `-hhmm`, with seconds only where a zone of long ago has them.
fn signed(offset: TimeDelta) -> String {
    let total = offset.num_seconds();
    let sign = if total < 0 { '-' } else { '+' };
    let (hours, minutes, seconds) = (total.abs() / 3600, total.abs() / 60 % 60, total.abs() % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}
