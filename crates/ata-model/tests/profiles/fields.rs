//! Wrong fields, wrong words, wrong numbers.

use crate::assert_told;
use ata_model::control::Control;
use ata_model::profile::{ORIGINS, ProfileFault as F, RecordSource, ValueType, Vocabulary};
use ata_model::stage::Stage;

fn out_of_range(field: &str, value: &str, min: i64, max: i64) -> F {
    let (field, value) = (field.to_owned(), value.to_owned());
    F::OutOfRange { field, value, min, max }
}

fn unknown_word(
    field: &str,
    vocabulary: Vocabulary,
    word: &str,
    nearest: Option<&'static str>,
    known: &[&'static str],
) -> F {
    F::UnknownWord { field: field.to_owned(), vocabulary, word: word.to_owned(), nearest, known: known.to_vec() }
}

#[test]
fn every_wrong_field_is_told() {
    let cases: Vec<(&str, &str, F)> = vec![
        (
            "threshold = 80",
            "threshold = 80\n¦late_aftr = 15",
            F::UnknownField {
                field: "attendance.late_aftr".into(),
                nearest: Some("late_after"),
                known: vec!["threshold", "late_after"],
            },
        ),
        (
            "[stage.plan]",
            "[stage.¦paln]\n[stage.plan]",
            F::UnknownField {
                field: "stage.paln".into(),
                nearest: Some("plan"),
                known: Stage::ALL.map(Stage::code).to_vec(),
            },
        ),
        ("version = 1", "version = 1\n¦version = 2", F::RepeatedField { field: "version".into() }),
        (
            "days = 3",
            "days = ¦\"3\"",
            F::WrongType { field: "notice.days".into(), expected: ValueType::Whole, found: ValueType::Text },
        ),
        (
            "required = true",
            "required = ¦1",
            F::WrongType {
                field: "stage.run.records.required".into(),
                expected: ValueType::Flag,
                found: ValueType::Whole,
            },
        ),
        (
            "name = \"small\"",
            "name = ¦2026-01-01",
            F::WrongType { field: "name".into(), expected: ValueType::Text, found: ValueType::Date },
        ),
        (
            "controls = [{ name = \"approved\" }]",
            "controls = [¦\"approved\"]",
            F::WrongType { field: "stage.plan.controls".into(), expected: ValueType::Table, found: ValueType::Text },
        ),
        (
            "controls = [{ name = \"approved\" }]",
            "controls = ¦{ name = \"approved\" }",
            F::WrongType { field: "stage.plan.controls".into(), expected: ValueType::List, found: ValueType::Table },
        ),
        ("title = \"Pequeño\"", "title = ¦\" \"", F::Blank { field: "title".into() }),
        ("title = \"Pequeño\"", "title = ¦\"\"\"Pequeño\ny largo\"\"\"", F::SeveralLines { field: "title".into() }),
        ("[notice]\ndays = 3", "¦[notice]", F::MissingField { field: "notice.days".into() }),
        (
            "[notice]\n",
            "[reminders]\nevaluation_days = ¦1\n[notice]\n",
            F::WrongType {
                field: "reminders.evaluation_days".into(),
                expected: ValueType::List,
                found: ValueType::Whole,
            },
        ),
        (
            "[notice]\n",
            "[reminders]\nevaluation_days = [1, ¦\"2\"]\n[notice]\n",
            F::WrongType {
                field: "reminders.evaluation_days".into(),
                expected: ValueType::Whole,
                found: ValueType::Text,
            },
        ),
    ];
    for (right, wrong, fault) in cases {
        assert_told(right, wrong, fault);
    }
}

#[test]
fn every_wrong_word_is_told_with_what_was_perhaps_meant() {
    let cases = [
        (
            "country = \"CO\"",
            "country = ¦\"co\"",
            unknown_word("country", Vocabulary::Country, "co", Some("CO"), &["CO", "PE", "PY", "BR"]),
        ),
        (
            "time_zone = \"America/Bogota\"",
            "time_zone = ¦\"America/Bogotá\"",
            unknown_word("time_zone", Vocabulary::TimeZone, "America/Bogotá", Some("America/Bogota"), &[]),
        ),
        (
            "language = \"es\"",
            "language = ¦\"qu\"",
            unknown_word("language", Vocabulary::Language, "qu", None, &["es", "pt", "en"]),
        ),
        (
            "origin = \"guideline\"",
            "origin = ¦\"guidelines\"",
            unknown_word("stage.need.shortcuts.origin", Vocabulary::Origin, "guidelines", Some("guideline"), &ORIGINS),
        ),
        (
            "to = \"notify\"",
            "to = ¦\"comunicar\"",
            unknown_word("stage.need.shortcuts.to", Vocabulary::Stage, "comunicar", None, &Stage::ALL.map(Stage::code)),
        ),
        (
            "from = \"plan\"",
            "from = ¦\"plans\"",
            unknown_word(
                "stage.run.records.from",
                Vocabulary::RecordSource,
                "plans",
                Some("plan"),
                &RecordSource::ALL.map(RecordSource::code),
            ),
        ),
        (
            "kind = \"text\"",
            "kind = ¦\"texto\"",
            unknown_word(
                "evaluation.sections.items.kind",
                Vocabulary::ItemKind,
                "texto",
                Some("text"),
                &["scale", "choice", "choices", "text"],
            ),
        ),
        (
            "{ name = \"group\" }",
            "{ name = ¦\"atendance\" }",
            F::UnknownControl {
                word: "atendance".into(),
                stage: Stage::Need,
                nearest: Some("attendance"),
                known: vec!["evidence", "group"],
            },
        ),
        (
            "{ name = \"group\" }",
            "{ name = ¦\"minutes\" }",
            F::ControlOfOtherStage { control: Control::Minutes, listed: Stage::Need, guards: Stage::Run },
        ),
    ];
    for (right, wrong, fault) in cases {
        assert_told(right, wrong, fault);
    }
}

#[test]
fn every_number_outside_its_range_is_told() {
    let cases = [
        ("threshold = 80", "threshold = ¦101", out_of_range("attendance.threshold", "101", 0, 100)),
        ("days = 3", "days = ¦-1", out_of_range("notice.days", "-1", 0, 365)),
        (
            "[notice]\n",
            "[reminders]\nbefore_session_days = [1, ¦366]\n[notice]\n",
            out_of_range("reminders.before_session_days", "366", 0, 365),
        ),
        (
            "[notice]\n",
            "[reminders]\noverdue_every_days = ¦-1\n[notice]\n",
            out_of_range("reminders.overdue_every_days", "-1", 0, 365),
        ),
        ("version = 1", "version = ¦0", out_of_range("version", "0", 1, 4_294_967_295)),
        (
            "version = 1",
            "version = ¦99999999999999999999",
            out_of_range("version", "99999999999999999999", 1, 4_294_967_295),
        ),
        ("max_file_mib = 100", "max_file_mib = ¦2_000", out_of_range("archive.max_file_mib", "2000", 1, 950)),
        (
            "severity = 0\nreach = 0\nurgency = 1",
            "severity = ¦4000000000\nreach = 0\nurgency = 1",
            out_of_range("priority.severity", "4000000000", 0, 1000),
        ),
        ("max = 3", "max = ¦1000000", out_of_range("evaluation.scale.max", "1000000", -100, 100)),
    ];
    for (right, wrong, fault) in cases {
        assert_told(right, wrong, fault);
    }
}
