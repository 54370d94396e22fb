//! What can be wrong with a profile: fields only; the sentences are made at the edge.

use crate::control::Control;
use crate::stage::Stage;
use serde::Serialize;
use std::fmt;

/// One problem of a profile file, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{at}: {fault:?}")]
pub struct ProfileError {
    #[serde(flatten)]
    pub at: Position,
    #[serde(flatten)]
    pub fault: ProfileFault,
}

/// A place in a text file. Both numbers begin at 1; columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// The kinds of problem. A `field` is the full dotted name, such as `stage.need.records.key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum ProfileFault {
    /// Not TOML. `detail` is the TOML reader's own remark, in English.
    Syntax {
        detail: String,
    },
    /// The same field stands twice in one table.
    RepeatedField {
        field: String,
    },
    UnknownField {
        field: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    MissingField {
        field: String,
    },
    MissingStage {
        stage: Stage,
    },
    WrongType {
        field: String,
        expected: ValueType,
        found: ValueType,
    },
    /// A text of nothing but blanks where something must be said.
    Blank {
        field: String,
    },
    /// A line break or another control character in a text that is printed on one line.
    SeveralLines {
        field: String,
    },
    /// A list that must hold something and is empty.
    EmptyList {
        field: String,
    },
    /// A number outside `min..=max`; `value` as written, since it may not fit any number type.
    OutOfRange {
        field: String,
        value: String,
        min: i64,
        max: i64,
    },
    /// A word that is not of a closed list. `known` is empty for time zones, which are too many.
    UnknownWord {
        field: String,
        vocabulary: Vocabulary,
        word: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// No control point is called so. `known` are those that guard this stage, `nearest` may be
    /// one of another.
    UnknownControl {
        word: String,
        stage: Stage,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// A control point under a stage whose leaving it does not guard.
    ControlOfOtherStage {
        control: Control,
        listed: Stage,
        guards: Stage,
    },
    /// Not 1 to 8 letters A–Z.
    BadPrefix {
        prefix: String,
    },
    /// Not of `a-z`, `0-9`, `_` and `-`.
    BadKey {
        field: String,
        key: String,
    },
    /// Not of letters, digits, `.` and `-`.
    BadSeriesCode {
        code: String,
    },
    /// A rule that puts cases under a series which the profile's own schedule does not have.
    UnknownSeries {
        code: String,
    },
    /// Two categories of the same variable hold the same ages; `first` is where the other one stands.
    BandsOverlap {
        key: String,
        other: String,
        first: Position,
    },
    /// Not one of `CT`, `E`, `S`, alone or joined by `+` with `M` or `D`; nor `M` or `D` alone.
    BadDisposal {
        disposal: String,
    },
    /// The same key twice among things of one kind; `first` is where it stood first.
    Repeated {
        what: Named,
        key: String,
        first: Position,
    },
    /// All weights of the priority are zero, so every need would score the same.
    NoWeight,
    /// The lowest value of the scale is not below the highest.
    ScaleOrder {
        min: i64,
        max: i64,
    },
    SatisfiedOutsideScale {
        satisfied_from: i64,
        min: i64,
        max: i64,
    },
    /// The number of labels is not the number of values of the scale.
    LabelCount {
        labels: usize,
        values: i64,
    },
    /// A `choice` item with fewer than two options.
    TooFewOptions {
        item: String,
        options: usize,
    },
    /// Options on an item that is not a `choice`.
    UnusedOptions {
        item: String,
    },
    /// A shortcut to the same or an earlier stage.
    ShortcutBackwards {
        from: Stage,
        to: Stage,
    },
}

/// The types of value a profile can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    Text,
    Whole,
    Fraction,
    Flag,
    Date,
    List,
    Table,
}

/// The closed lists a word of a profile may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Vocabulary {
    Country,
    Language,
    TimeZone,
    Weekday,
    Stage,
    Origin,
    Activity,
    RecordSource,
    ItemKind,
}

/// The kinds of thing that must not be named twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    Control,
    Record,
    Section,
    Item,
    Series,
    /// What a value of the scale is called: answers are read back by it.
    Label,
    /// What may be chosen in one item.
    Choice,
}
