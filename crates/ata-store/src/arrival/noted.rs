//! What is noted of somebody in a session, and what a file makes of it.

use super::sheet::Said;
use crate::engine::Row;
use crate::error::Result;
use crate::review::read_of;
use ata_model::attendance::{STATUSES, Stay, derived, stronger};
use ata_model::profile::AttendanceRule;

/// A fact that changed: field, as it was, as it is.
pub(crate) type Fact = (&'static str, Option<String>, Option<String>);
pub(crate) type Facts = Vec<Fact>;

/// What is noted of somebody, by files or by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noted {
    pub status: &'static str,
    pub stay: Stay,
    pub role: String,
    pub by_hand: bool,
    /// Did a list without minutes say that they were there? Who signed was, however long a meeting counts.
    pub is_signed: bool,
}

impl Noted {
    /// What a file makes of somebody of whom nothing was noted.
    pub fn first(said: Said, length: i64, rule: &AttendanceRule) -> Noted {
        let status = said.status.unwrap_or_else(|| derived(said.stay.minutes, said.after, length, rule));
        let is_signed = signed(status, said.stay.minutes);
        Noted { status, stay: said.stay, role: said.role, by_hand: false, is_signed }
    }

    /// What a later file makes of it. `adds`: its rows are those an earlier file was refused, corrected; they add to what that file
    /// said, and stays without times are added up.
    pub fn and_then(&self, mut said: Said, length: i64, rule: &AttendanceRule, adds: bool) -> Noted {
        if adds && said.is_news && !self.by_hand {
            said.stay.spans.clear();
            said.stay.join(Stay { minutes: self.stay.minutes, spans: Vec::new() });
        }
        let mut was_late = false;
        if let Some(kept) = said.beside(self) {
            let is_first = said.stay.spans.iter().min() < kept.spans.iter().min();
            said.after = said.after.filter(|_| is_first);
            said.stay.join(kept);
            was_late = !is_first && self.status == "late";
        }
        // A list of names alone knows less than what was noted.
        let says_nothing = said.status.is_none() && said.stay.minutes.is_none() && said.after.is_none();
        let is_said = said.status.is_some();
        let mut now = Noted::first(said, length, rule);
        if was_late && !is_said && now.status == "present" {
            now.status = "late";
        }
        if !is_said && (self.is_signed || self.stay.minutes.is_none()) {
            let before = if self.is_signed { stronger(self.status, "present") } else { self.status };
            now.status = stronger(before, now.status);
        }
        now.is_signed = self.is_signed || (is_said && now.is_signed);
        if now.stay.minutes.is_none() && matches!(now.status, "present" | "late") {
            now.stay.minutes = self.stay.minutes;
        }
        if says_nothing {
            now.status = self.status;
        }
        if !self.role.is_empty() {
            now.role.clone_from(&self.role);
        }
        now
    }
}

impl Said {
    /// What was noted that stands beside it: of another time of the same session, or all of it, for a row that was counted among it
    /// already.
    fn beside(&self, earlier: &Noted) -> Option<Stay> {
        let exact = |stay: &Stay| !stay.spans.is_empty();
        match self.is_news {
            true => self.stay.beside(&earlier.stay),
            false => (exact(&self.stay) && exact(&earlier.stay)).then(|| earlier.stay.clone()),
        }
    }
}

fn signed(status: &str, minutes: Option<i64>) -> bool {
    minutes.is_none() && matches!(status, "present" | "late")
}

/// What is noted of somebody, from its row.
pub(crate) fn noted(row: &Row<'_>) -> Result<Noted> {
    let status = row.text("status")?;
    let minutes = row.maybe_int("minutes")?;
    Ok(Noted {
        is_signed: signed(&status, minutes),
        status: STATUSES.iter().find(|known| **known == status).copied().unwrap_or("present"),
        stay: Stay {
            minutes,
            spans: row.maybe_text("spans")?.map_or(Ok(Vec::new()), |text| read_of("attendance", &text))?,
        },
        role: row.text("role")?,
        by_hand: row.flag("by_hand")?,
    })
}

/// What differs of what was noted.
pub(crate) fn altered(earlier: &Noted, now: &Noted) -> Facts {
    let text = |minutes: Option<i64>| minutes.map(|minutes| minutes.to_string());
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let all = [
        ("status", said(earlier.status), said(now.status)),
        ("minutes", text(earlier.stay.minutes), text(now.stay.minutes)),
        ("role", said(&earlier.role), said(&now.role)),
    ];
    all.into_iter().filter(|(_, old, new)| old != new).collect()
}
