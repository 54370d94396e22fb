//! What the five profiles say.

use ata_model::control::Control;
use ata_model::profile::{Profile, RecordSource};
use ata_model::stage::Stage;

const SHIPPED: [(&str, &str, &str); 5] = [
    ("santander", "es", include_str!("../../../../profiles/santander.toml")),
    ("seho", "es", include_str!("../../../../profiles/seho.toml")),
    ("ugel07", "es", include_str!("../../../../profiles/ugel07.toml")),
    ("vamos", "es", include_str!("../../../../profiles/vamos.toml")),
    ("sedese", "pt", include_str!("../../../../profiles/sedese.toml")),
];

fn shipped(name: &str) -> Profile {
    let (_, _, text) = SHIPPED.into_iter().find(|(known, ..)| *known == name).unwrap();
    Profile::parse(text).unwrap_or_else(|errors| panic!("{name}: {errors:#?}"))
}

#[test]
fn the_five_profiles_that_ship_are_valid() {
    for (name, language, _) in SHIPPED {
        let profile = shipped(name);
        assert_eq!(profile.name, name);
        assert_eq!(profile.language, language);
        assert_eq!(profile.stage.len(), 8, "{name}");
        assert!(!profile.source.is_empty(), "{name}");
        for stage in Stage::ALL {
            assert!(!profile.controls(stage).is_empty(), "{name} {stage:?}");
            assert!(!profile.rule(stage).records.is_empty(), "{name} {stage:?} leaves nothing");
        }
    }
}

#[test]
fn no_profile_that_ships_passes_its_retention_off_as_approved() {
    for (name, ..) in SHIPPED {
        for series in shipped(name).series {
            let source = series.source.to_lowercase();
            assert!(source.starts_with("propuesta") || source.starts_with("proposta"), "{name} {}", series.code);
        }
    }
}

#[test]
fn a_profile_stored_as_json_comes_back_the_same() {
    for (name, ..) in SHIPPED {
        let profile = shipped(name);
        let stored = serde_json::to_string(&profile).unwrap();
        assert_eq!(serde_json::from_str::<Profile>(&stored).unwrap(), profile, "{name}");
    }
}

#[test]
fn every_profile_that_ships_says_when_it_reminds() {
    for (name, _, text) in SHIPPED {
        assert!(text.contains("\n[reminders]\n"), "{name}");
    }
    assert_eq!(shipped("vamos").reminders.before_session_days, [1]);
    let usual = shipped("santander").reminders;
    assert_eq!(usual, ata_model::reminder::ReminderRules::default());
}

#[test]
fn only_the_boards_of_vamos_have_promised_a_rhythm() {
    for (name, ..) in SHIPPED {
        let rhythm = shipped(name).rhythm.map(|rhythm| (rhythm.weekdays, rhythm.max_days_apart));
        assert_eq!(rhythm, (name == "vamos").then(|| (vec![chrono::Weekday::Wed], 14)), "{name}");
    }
    let text = include_str!("small.toml");
    let told = |rhythm: &str| Profile::parse(&format!("{text}\n[rhythm]\n{rhythm}")).map(|profile| profile.rhythm);
    assert!(told("weekdays = [\"MI\"]").is_err());
    assert!(told("max_days_apart = 366").is_err());
    assert!(told("max_day_apart = 14").is_err());
    let twice = told("weekdays = [\"WE\", \"WE\"]").expect("a profile").expect("a rhythm");
    assert_eq!((twice.weekdays.len(), twice.max_days_apart), (1, 0));
}

#[test]
fn a_profile_stored_before_there_were_reminders_has_the_usual_ones() {
    let mut stored = serde_json::to_value(shipped("santander")).unwrap();
    stored.as_object_mut().unwrap().remove("reminders");
    let profile = serde_json::from_value::<Profile>(stored).unwrap();
    assert_eq!(profile.reminders, ata_model::reminder::ReminderRules::default());
    assert_eq!(Profile::parse(include_str!("small.toml")).unwrap().reminders, profile.reminders);
}

#[test]
fn a_stored_profile_that_lost_a_stage_is_refused() {
    let mut stored = serde_json::to_value(shipped("santander")).unwrap();
    stored["stage"].as_object_mut().unwrap().remove("archive");
    assert!(serde_json::from_value::<Profile>(stored).is_err());
}

#[test]
fn santander_applies_the_control_points_of_its_procedure() {
    let profile = shipped("santander");
    let applied: Vec<_> =
        Stage::ALL.into_iter().flat_map(|stage| profile.controls(stage)).map(|rule| rule.name).collect();
    assert_eq!(applied, Control::ALL);
    let waivable: Vec<_> =
        Control::ALL.into_iter().filter(|control| profile.is_waivable(*control)).map(Control::code).collect();
    assert_eq!(
        waivable,
        ["evidence", "logistics_done", "notice_period", "no_conflict", "all_told", "answers", "records_complete"]
    );
}

#[test]
fn santander_leaves_the_records_of_its_table() {
    let profile = shipped("santander");
    let keys = |stage| -> Vec<_> { profile.rule(stage).records.iter().map(|r| r.key.as_str()).collect() };
    assert_eq!(keys(Stage::Need), ["request_email", "request", "oversight_requirement"]);
    assert_eq!(keys(Stage::Plan), ["plan"]);
    assert_eq!(keys(Stage::Schedule), ["schedule", "activities_schedule", "contract_documents"]);
    assert_eq!(keys(Stage::Notify), ["email", "sent_correspondence", "convocation", "letter", "circular"]);
    assert_eq!(
        keys(Stage::Run),
        [
            "minutes",
            "report",
            "assistance_register",
            "meeting_register",
            "meeting_register_differential",
            "attendance_sheet",
            "permanence_certificate"
        ]
    );
    assert_eq!(keys(Stage::Evaluate), ["evaluation_form", "evaluation_minutes"]);
    assert_eq!(keys(Stage::Followup), ["followup_minutes", "followup_report"]);
    assert_eq!(keys(Stage::Archive), ["trd", "control_sheet", "inventory"]);
    let required: Vec<_> = profile.required_records().map(|(stage, record)| (stage, record.key.as_str())).collect();
    assert_eq!(
        required,
        [
            (Stage::Plan, "plan"),
            (Stage::Schedule, "schedule"),
            (Stage::Run, "minutes"),
            (Stage::Run, "meeting_register"),
            (Stage::Archive, "control_sheet"),
            (Stage::Archive, "inventory"),
        ]
    );
    let letter = profile.record("letter").unwrap();
    assert_eq!((letter.title.as_str(), letter.from), ("Formato Carta", Some(RecordSource::Messages)));
    assert!(profile.record("ficha").is_none());
}

#[test]
fn only_a_guideline_jumps_from_the_need_to_the_notice() {
    let profile = shipped("santander");
    assert!(profile.allows_shortcut("guideline", Stage::Need, Stage::Notify));
    assert!(!profile.allows_shortcut("request", Stage::Need, Stage::Notify));
    assert!(!profile.allows_shortcut("guideline", Stage::Need, Stage::Run));
    assert!(!profile.allows_shortcut("guideline", Stage::Plan, Stage::Notify));
    let skippable: Vec<_> = Stage::ALL.into_iter().filter(|stage| profile.rule(*stage).skippable).collect();
    assert_eq!(skippable, [Stage::Followup]);
}

#[test]
fn the_form_of_santander_asks_in_the_order_of_its_sections() {
    let profile = shipped("santander");
    let sections: Vec<_> = profile.evaluation.sections.iter().map(|s| s.key.as_str()).collect();
    assert_eq!(sections, ["respondent", "facilitator", "content", "methodology", "material", "logistics", "overall"]);
    assert_eq!(profile.items().next().unwrap().key, "respondent_entity");
    assert_eq!(profile.items().last().unwrap().key, "other_topics");
}

#[test]
fn seho_asks_for_the_four_components_of_the_implementation_file() {
    let profile = shipped("seho");
    let components: Vec<_> = profile
        .required_records()
        .filter(|(stage, _)| *stage == Stage::Followup)
        .map(|(_, record)| record.title.as_str())
        .collect();
    assert_eq!(
        components,
        [
            "Convenio DRE/DIRESA",
            "Informe sobre demanda de atención",
            "Identificación de recursos y costos asociados para la implementación",
            "Opinión favorable DIGESE"
        ]
    );
}
