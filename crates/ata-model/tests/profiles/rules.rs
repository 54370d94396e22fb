//! What a profile must not say although every field is of the right type.

use crate::{SMALL, assert_told, errors};
use ata_model::profile::{Named, Profile, ProfileFault as F};
use ata_model::stage::Stage;

#[test]
fn every_rule_of_shape_is_told() {
    let key = |field: &str, key: &str| F::BadKey { field: field.into(), key: key.into() };
    let mut cases = vec![
        ("name = \"small\"", "name = ¦\"Mi entidad\"".to_owned(), key("name", "Mi entidad")),
        ("key = \"nota\"", "key = ¦\"reunión\"".to_owned(), key("evaluation.sections.items.key", "reunión")),
        ("code = \"120-2\"", "code = ¦\"120 2/40\"".to_owned(), F::BadSeriesCode { code: "120 2/40".into() }),
        ("to = \"notify\"", "to = ¦\"need\"".to_owned(), F::ShortcutBackwards { from: Stage::Need, to: Stage::Need }),
    ];
    for prefix in ["at", "AT1", "ATÁ", "ABCDEFGHI", "A-T"] {
        let fault = F::BadPrefix { prefix: prefix.into() };
        cases.push(("prefix = \"AT\"", format!("prefix = ¦\"{prefix}\""), fault));
    }
    for disposal in ["X", "ct", "CT+E", "M+D", "CT+CT", "CT+", "+", "CT D", "CT+M+D"] {
        let fault = F::BadDisposal { disposal: disposal.into() };
        cases.push(("disposal = \"CT+D\"", format!("disposal = ¦\"{disposal}\""), fault));
    }
    for (right, wrong, fault) in cases {
        assert_told(right, &wrong, fault);
    }
}

#[test]
fn weights_that_are_all_zero_are_told_where_the_table_begins() {
    let zero = "severity = 0\nreach = 0\nurgency = 0";
    assert_told("[priority]\nseverity = 0\nreach = 0\nurgency = 1", &format!("¦[priority]\n{zero}"), F::NoWeight);
}

#[test]
fn each_disposal_of_the_table_is_accepted() {
    for disposal in ["CT", "E", "S", "M", "D", "CT+D", "CT+M", "S+D", "E+M", "D+CT"] {
        let text = SMALL.replacen("\"CT+D\"", &format!("{disposal:?}"), 1);
        assert_eq!(Profile::parse(&text).unwrap().series[0].disposal, disposal);
    }
}

#[test]
fn every_flaw_of_the_form_is_told() {
    let cases = [
        ("max = 3", "max = ¦1", F::ScaleOrder { min: 1, max: 1 }),
        ("satisfied_from = 3", "satisfied_from = ¦4", F::SatisfiedOutsideScale { satisfied_from: 4, min: 1, max: 3 }),
        (
            "labels = [\"Malo\", \"Regular\", \"Bueno\"]",
            "labels = [¦\"Malo\", \"Bueno\"]",
            F::LabelCount { labels: 2, values: 3 },
        ),
        (
            "{ key = \"sector\", label = \"Sector\", kind = \"choice\", options = [\"Salud\", \"Otro\"] }",
            "¦{ key = \"sector\", label = \"Sector\", kind = \"choice\", options = [\"Salud\"] }",
            F::TooFewOptions { item: "sector".into(), options: 1 },
        ),
        ("kind = \"text\"", "kind = \"text\", options = [¦\"A\", \"B\"]", F::UnusedOptions { item: "nota".into() }),
        (
            "[[evaluation.sections]]\nkey = \"abierta\"\ntitle = \"Abierta\"\nitems = [{ key = \"nota\", label = \"Nota\", kind = \"text\" }]",
            "[[evaluation.sections]]\nkey = \"abierta\"\ntitle = \"Abierta\"\nitems = ¦[]",
            F::EmptyList { field: "evaluation.sections.items".into() },
        ),
    ];
    for (right, wrong, fault) in cases {
        assert_told(right, wrong, fault);
    }
}

#[test]
fn a_key_used_twice_is_told_with_the_place_of_the_first() {
    let cases = [
        ("key = \"plan\", title = \"Plan\"", "key = \"acta\", title = \"Plan\"", Named::Record, "acta"),
        ("key = \"nota\"", "key = \"sector\"", Named::Item, "sector"),
        ("key = \"abierta\"", "key = \"cerrada\"", Named::Section, "cerrada"),
        ("code = \"120-3\"", "code = \"120-2\"", Named::Series, "120-2"),
        ("{ name = \"group\" }", "{ name = \"evidence\" }", Named::Control, "evidence"),
        (
            "labels = [\"Malo\", \"Regular\", \"Bueno\"]",
            "labels = [\"Malo\", \"Regular\", \"MALO\"]",
            Named::Label,
            "malo",
        ),
        ("options = [\"Salud\", \"Otro\"]", "options = [\"Salud\", \"Otro\", \"otro\"]", Named::Choice, "otro"),
    ];
    for (right, wrong, what, key) in cases {
        let text = SMALL.replacen(right, wrong, 1);
        let found = errors(&text);
        assert_eq!(found.len(), 1, "{found:#?}");
        let F::Repeated { what: told, key: again, first } = &found[0].fault else {
            panic!("{found:#?}");
        };
        assert_eq!((*told, again.as_str()), (what, key));
        for at in [*first, found[0].at] {
            let line = text.lines().nth(at.line - 1).unwrap();
            let rest: String = line.chars().skip(at.column - 1).collect();
            let word = format!("\"{key}\"");
            assert!(rest.to_lowercase().starts_with(&word), "{rest} at {at}");
        }
        assert!(*first < found[0].at);
    }
}

#[test]
fn each_of_the_eight_stages_is_missed() {
    for stage in Stage::ALL {
        let mut text = String::new();
        let mut inside = false;
        for line in SMALL.lines() {
            if line.starts_with('[') {
                let header = line.trim_matches(['[', ']']);
                let stage = format!("stage.{}", stage.code());
                inside = header == stage || header.starts_with(&format!("{stage}."));
            }
            if !inside {
                text.push_str(line);
                text.push('\n');
            }
        }
        let found = errors(&text);
        assert_eq!(found.iter().map(|e| &e.fault).collect::<Vec<_>>(), [&F::MissingStage { stage }]);
        let line = text.lines().nth(found[0].at.line - 1).unwrap();
        assert!(line.starts_with("[stage."), "{line}");
    }
}

#[test]
fn several_faults_at_once_are_all_told_from_top_to_bottom() {
    let text = SMALL
        .replacen("country = \"CO\"", "country = \"MX\"", 1)
        .replacen("prefix = \"AT\"", "prefix = \"\"", 1)
        .replacen("urgency = 1", "urgency = 0", 1)
        .replacen("threshold = 80", "threshold = 800", 1)
        .replacen("{ name = \"group\" }", "{ name = \"grupo\", waiveable = true }", 1)
        .replacen("to = \"notify\"", "to = \"need\"", 1)
        .replacen("satisfied_from = 3", "satisfied_from = 9", 1)
        .replacen("\"CT+D\"", "\"Z\"", 1);
    let found = errors(&text);
    let kinds: Vec<String> = found
        .iter()
        .map(|error| {
            let json = serde_json::to_value(error).unwrap();
            assert_eq!(json["line"], error.at.line);
            json["fault"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "unknown_word",
            "blank",
            "no_weight",
            "out_of_range",
            "unknown_control",
            "unknown_field",
            "shortcut_backwards",
            "satisfied_outside_scale",
            "bad_disposal"
        ]
    );
    assert!(found.is_sorted_by_key(|error| error.at));
}
