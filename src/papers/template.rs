//! How papers look: the shipped templates, and those an institution puts in their place.

use super::Kind;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name under which every template finds what all share.
pub const LETTERHEAD: &str = "letterhead.typ";

const SHIPPED_LETTERHEAD: &str = include_str!("templates/letterhead.typ");

/// What an institution can put its own in place of: the look of a kind of paper, what all papers share, its arms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Kind(Kind),
    Letterhead,
    /// A picture; the program has none.
    Logo,
}

impl Part {
    /// Every part by its name.
    pub fn all() -> impl Iterator<Item = Part> {
        [Part::Letterhead, Part::Logo].into_iter().chain(Kind::ALL.into_iter().map(Part::Kind))
    }

    pub fn code(self) -> &'static str {
        match self {
            Part::Kind(kind) => kind.code(),
            Part::Letterhead => "letterhead",
            Part::Logo => "logo",
        }
    }

    pub fn parse(word: &str) -> Option<Part> {
        Part::all().find(|part| part.code() == word)
    }

    /// What comes with the program.
    pub fn shipped(self) -> Option<&'static str> {
        match self {
            Part::Kind(kind) => Some(shipped(kind)),
            Part::Letterhead => Some(SHIPPED_LETTERHEAD),
            Part::Logo => None,
        }
    }
}

/// The shipped templates, some of them perhaps replaced.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: BTreeMap<String, String>,
}

impl Templates {
    /// The templates that come with the program.
    pub fn built_in() -> Templates {
        Templates::default()
    }

    /// Puts an institution's own template in place of the shipped one. Whether it is any good, [`super::Press::check`] says.
    pub fn replace(&mut self, kind: Kind, text: impl Into<String>) {
        self.own.insert(file_name(kind), text.into());
    }

    /// The same for what all papers share: heading, foot, tables.
    pub fn replace_letterhead(&mut self, text: impl Into<String>) {
        self.own.insert(LETTERHEAD.to_owned(), text.into());
    }

    /// The template in force.
    pub fn text(&self, kind: Kind) -> Cow<'_, str> {
        self.own.get(&file_name(kind)).map_or(Cow::Borrowed(shipped(kind)), |text| Cow::Borrowed(text))
    }

    pub fn letterhead(&self) -> Cow<'_, str> {
        self.own.get(LETTERHEAD).map_or(Cow::Borrowed(SHIPPED_LETTERHEAD), |text| Cow::Borrowed(text))
    }

    /// SHA-256 of template and letterhead together, in hexadecimal: which look a paper was made with.
    pub fn fingerprint(&self, kind: Kind) -> String {
        let mut hash = Sha256::new();
        for part in [self.letterhead(), self.text(kind)] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hex(&hash.finalize())
    }
}

impl Part {
    /// The name it has among the files of a paper.
    pub fn file_name(self) -> String {
        match self {
            Part::Kind(kind) => file_name(kind),
            Part::Letterhead => LETTERHEAD.to_owned(),
            Part::Logo => String::new(),
        }
    }
}

pub fn file_name(kind: Kind) -> String {
    format!("{}.typ", kind.code())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn shipped(kind: Kind) -> &'static str {
    match kind {
        Kind::Convocation => include_str!("templates/convocation.typ"),
        Kind::Letter => include_str!("templates/letter.typ"),
        Kind::Circular => include_str!("templates/circular.typ"),
        Kind::AnnualPlan => include_str!("templates/annual-plan.typ"),
        Kind::Schedule => include_str!("templates/schedule.typ"),
        Kind::Minutes => include_str!("templates/minutes.typ"),
        Kind::MeetingRegister => include_str!("templates/meeting-register.typ"),
        Kind::MeetingRegisterDifferential => include_str!("templates/meeting-register-differential.typ"),
        Kind::AttendanceSheet => include_str!("templates/attendance-sheet.typ"),
        Kind::Certificate => include_str!("templates/certificate.typ"),
        Kind::Report => include_str!("templates/report.typ"),
        Kind::EvaluationForm => include_str!("templates/evaluation-form.typ"),
        Kind::EvaluationResults => include_str!("templates/evaluation-results.typ"),
        Kind::ControlSheet => include_str!("templates/control-sheet.typ"),
        Kind::Inventory => include_str!("templates/inventory.typ"),
        Kind::NoticeProof => include_str!("templates/notice-proof.typ"),
        Kind::Commitments => include_str!("templates/commitments.typ"),
        Kind::Cover => include_str!("templates/cover.typ"),
    }
}
