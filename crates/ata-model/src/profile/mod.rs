//! A profile: the procedure of one body, as data. It is written in TOML, copied into the database
//! at `ata init`, and versioned there.

mod ask;
mod fault;
mod read;

pub use fault::{Named, Position, ProfileError, ProfileFault, ValueType, Vocabulary};

use crate::control::Control;
use crate::differential::Differential;
use crate::recurrence::Rhythm;
use crate::reminder::ReminderRules;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one body's procedure says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Short name, as in `ata init --profile santander`.
    pub name: String,
    pub title: String,
    pub institution: String,
    /// Where the institution sits, as its letters are dated from; empty where it does not say.
    #[serde(default)]
    pub city: String,
    /// The profile's own version, raised by its authors at each change.
    pub version: u32,
    /// ISO 3166 letters: `CO`, `PE`, `PY` or `BR`; decides holidays and identity documents.
    pub country: String,
    /// IANA name, such as `America/Bogota`.
    pub time_zone: String,
    /// `es`, `pt` or `en`.
    pub language: String,
    /// What case references begin with: `AT` in `AT-2026-0001`.
    pub prefix: String,
    /// The process of the quality system that the procedure belongs to, as controlled forms print
    /// it in their heading; empty where the body has none.
    #[serde(default)]
    pub process: String,
    /// The document or norm the procedure comes from.
    #[serde(default)]
    pub source: String,
    pub priority: Priority,
    pub notice: Notice,
    /// When ordinary sessions are held; none: whenever they are scheduled.
    #[serde(default)]
    pub rhythm: Option<Rhythm>,
    pub attendance: AttendanceRule,
    pub archive: ArchiveRule,
    /// When people are reminded of what is due.
    #[serde(default)]
    pub reminders: ReminderRules,
    /// What people may say of themselves on a list; none where the body does not ask.
    #[serde(default)]
    pub differential: Option<Differential>,
    /// One entry for each of the eight stages.
    #[serde(deserialize_with = "ask::all_eight")]
    pub stage: BTreeMap<Stage, StageRule>,
    pub evaluation: Form,
    /// The records schedule the body starts with (more by `ata archive series import`).
    #[serde(default)]
    pub series: Vec<Series>,
    /// Which line of the records schedule a case stands under; the first rule that fits decides.
    #[serde(default)]
    pub classification: Vec<Classification>,
}

/// A case whose activity, origin and group are all among those named stands under the series. An empty list names all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// Code of the series, such as `120-2-40`.
    pub series: String,
    /// Of the plan, in the words of `ata plan draft --activity`.
    #[serde(default)]
    pub activity: Vec<String>,
    /// Of the need, in the words of [`ORIGINS`].
    #[serde(default)]
    pub origin: Vec<String>,
    /// Codes of the group that answers for the case.
    #[serde(default)]
    pub group: Vec<String>,
}

/// Weights of the parts of a need's priority score. Each part is first brought to 0..100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    pub severity: u32,
    pub reach: u32,
    pub urgency: u32,
    /// Weight of being ordered by an oversight body or a norm.
    pub mandated: u32,
    /// Weight of time waited since it was received (full after 90 days).
    pub waiting: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Calendar days between the day people are told and the day of the session.
    pub days: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceRule {
    /// Percentage of the session's length from which a person counts as present.
    pub threshold: u32,
    /// Minutes after the start from which a person counts as late; none: nobody is marked late.
    #[serde(default)]
    pub late_after: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchiveRule {
    /// Largest file that may be attached, in MiB.
    pub max_file_mib: u32,
    /// Folios after which a new folder is begun.
    pub folios_per_folder: u32,
}

/// What the profile says of one stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageRule {
    pub title: String,
    /// Responsible area (ÁREA in the procedure's table).
    pub area: String,
    /// Responsible post (CARGO in the procedure's table).
    pub post: String,
    #[serde(default)]
    pub controls: Vec<ControlRule>,
    #[serde(default)]
    pub records: Vec<Record>,
    /// Ways to jump from this stage to a later one.
    #[serde(default)]
    pub shortcuts: Vec<Shortcut>,
    /// May the stage be left out with a reason (`ata skip`)?
    #[serde(default)]
    pub skippable: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ControlRule {
    pub name: Control,
    #[serde(default)]
    pub waivable: bool,
}

/// A record (document) that a stage leaves behind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The type's key, as in `ata archive attach --type KEY`; unique in the whole profile, so that
    /// a document attached under it is known to belong to this stage.
    pub key: String,
    pub title: String,
    /// Code of the controlled form, where the body gives one.
    #[serde(default)]
    pub code: Option<String>,
    /// Must the case file hold it before it is closed (control point `records_complete`)?
    #[serde(default)]
    pub required: bool,
    /// What in the register stands for the record when no document of this type is attached.
    #[serde(default)]
    pub from: Option<RecordSource>,
}

/// What the register itself can vouch for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordSource {
    Need,
    Plan,
    Schedule,
    Messages,
    Attendance,
    Minutes,
    Answers,
    Commitments,
    ControlSheet,
    Inventory,
}

impl RecordSource {
    pub const ALL: [RecordSource; 10] = [
        RecordSource::Need,
        RecordSource::Plan,
        RecordSource::Schedule,
        RecordSource::Messages,
        RecordSource::Attendance,
        RecordSource::Minutes,
        RecordSource::Answers,
        RecordSource::Commitments,
        RecordSource::ControlSheet,
        RecordSource::Inventory,
    ];

    /// The word used in profiles and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            RecordSource::Need => "need",
            RecordSource::Plan => "plan",
            RecordSource::Schedule => "schedule",
            RecordSource::Messages => "messages",
            RecordSource::Attendance => "attendance",
            RecordSource::Minutes => "minutes",
            RecordSource::Answers => "answers",
            RecordSource::Commitments => "commitments",
            RecordSource::ControlSheet => "control_sheet",
            RecordSource::Inventory => "inventory",
        }
    }
}

/// Where a need can come from, in the words of `ata need add --origin`.
pub const ORIGINS: [&str; 8] =
    ["request", "guideline", "oversight", "evaluation", "followup", "self-assessment", "detection", "other"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shortcut {
    /// The origin of the need that allows it: one of [`ORIGINS`], such as `guideline`.
    pub origin: String,
    pub to: Stage,
}

/// The evaluation form and its scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub title: String,
    #[serde(default)]
    pub code: Option<String>,
    pub scale: Scale,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub min: i64,
    pub max: i64,
    /// Lowest value that counts as satisfied.
    pub satisfied_from: i64,
    /// What each value is called, from `min` to `max`; empty where the body gives only numbers.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Words of other forms and what they are worth here: `Muy satisfecho` = 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<ScaleWords>,
}

/// Words that mean one value of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleWords {
    pub value: i64,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub key: String,
    pub title: String,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub key: String,
    pub label: String,
    pub kind: ItemKind,
    /// For `choice` and `choices`: what may be chosen.
    #[serde(default)]
    pub options: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A number of the form's scale; enters means and % satisfied.
    Scale,
    /// One of `options`; results are broken down by it.
    Choice,
    /// Any number of `options`.
    Choices,
    /// Free text.
    Text,
}

impl ItemKind {
    pub const ALL: [ItemKind; 4] = [ItemKind::Scale, ItemKind::Choice, ItemKind::Choices, ItemKind::Text];

    /// The word used in profiles and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            ItemKind::Scale => "scale",
            ItemKind::Choice => "choice",
            ItemKind::Choices => "choices",
            ItemKind::Text => "text",
        }
    }
}

/// One line of the records schedule (tabla de retención documental).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub code: String,
    pub series: String,
    #[serde(default)]
    pub subseries: Option<String>,
    /// Document types of the series.
    #[serde(default)]
    pub types: Vec<String>,
    /// Years in the office's archive (archivo de gestión) after closing.
    pub office_years: u32,
    /// Years in the central archive after that.
    pub central_years: u32,
    /// `CT` total conservation, `E` elimination, `S` selection, `M`/`D` reproduction; `CT+D` where both apply.
    pub disposal: String,
    #[serde(default)]
    pub procedure: String,
    /// The norm or approval act. Where it is empty, or says that the line is a proposal, nothing
    /// has been approved and nothing may be disposed of by it.
    #[serde(default)]
    pub source: String,
}
