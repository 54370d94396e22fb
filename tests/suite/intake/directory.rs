//! Directories of people in the shapes that attendance lists have, through the real binary.

use super::brought::{rejects, warnings};
use super::fixtures;
use crate::desk::TestDesk;
use serde_json::Value;

fn taken(desk: &TestDesk, name: &str, list: impl AsRef<[u8]>) -> Value {
    desk.file(name, list);
    let ran = desk.run_args(&["person", "import", name, "--json"].map(str::to_owned));
    assert!([0, 6].contains(&ran.code), "{}", ran.stderr);
    ran.json()
}

/// `name | document | address | post | telephone` of everybody registered.
fn register(desk: &TestDesk) -> Vec<String> {
    let found = desk.json("person list");
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |row: &Value| ["name", "doc", "email", "post", "phone"].map(|key| text(&row[key])).join(" | ");
    let mut rows: Vec<String> = found["items"].as_array().expect("items").iter().map(row).collect();
    rows.sort();
    rows
}

#[test]
fn a_list_made_by_hand_is_a_directory_too() {
    let desk = TestDesk::new();
    desk.run("org add 'Alcaldía de Villa Imaginaria'").ok();
    let result = taken(&desk, "v19.csv", fixtures::bytes("v19_handmade_list_co_cp1252.csv"));
    assert_eq!(result["ignored_reasons"]["numbered_blank"], 3, "{result}");
    assert!(result["ignored_reasons"]["footer"].as_u64() >= Some(2), "{result}");
    let names = register(&desk);
    assert!(
        names.contains(
            &"Bruno Inventado Ñáñez | CC:1000111202 | bruno.inventado@example.org | Contratista | 3000000002"
                .to_owned()
        ),
        "{names:#?}"
    );
    assert!(names.iter().all(|row| !row.contains("Elaboró") && !row.contains("TOTAL")), "{names:#?}");
    assert_eq!(
        names.iter().filter(|row| row.starts_with("FICTICIA") || row.contains("Aurelia")).count(),
        1,
        "{names:#?}"
    );
    // The ditto mark repeats the institution above.
    let of = desk.json("person show 'Bruno Inventado Ñáñez'");
    assert_eq!(of["org"]["name"], "Alcaldía de Villa Imaginaria", "{of}");
    assert_eq!(taken(&desk, "v19.csv", fixtures::bytes("v19_handmade_list_co_cp1252.csv"))["changed"], false);
}

#[test]
fn headings_over_two_rows_name_the_columns() {
    let desk = TestDesk::new();
    taken(&desk, "v20.xlsx", fixtures::bytes("v20_handmade_list_co.xlsx"));
    let names = register(&desk);
    assert!(names.iter().any(|row| row.contains("CC:")), "{names:#?}");
}

#[test]
fn whoever_was_in_a_meeting_or_answered_a_form_is_registered_once() {
    for (file, expected) in [
        ("v16_kobo_attendance_es.csv", 3),
        ("v01_zoom_participants_en_classic.csv", 6),
        ("v09_teams_report_es_utf16.csv", 0),
        ("v11_meet_native_es.csv", 0),
    ] {
        let desk = TestDesk::new();
        let result = taken(&desk, file, fixtures::bytes(file));
        let people = register(&desk);
        assert_eq!(result["new_people"], people.len(), "{file} {result}");
        assert!(expected == 0 || people.len() == expected, "{file} {people:#?}");
        assert!(people.len() > 2, "{file} {people:#?}");
        assert_eq!(rejects(&result), Vec::<String>::new(), "{file}");
        assert!(warnings(&result).iter().all(|said| !said.contains("date")), "{file} {result}");
        assert_eq!(taken(&desk, file, fixtures::bytes(file))["changed"], false, "{file}");
    }
}
