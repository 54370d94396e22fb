//! Stage 5 from outside.

use crate::desk::TestDesk;
use crate::followup::can_be_undone;
use serde_json::Value;

/// A case at stage 5 with one session of four hours, held today, and two people invited. The stages before are walked by
/// rewriting the case's own row: they have tests of their own.
fn at_run() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("org add 'Alcaldía de Girón' --kind municipality --code AGI");
    desk.json("person add 'Aurelia Ficticia Montoya' --email aurelia@example.org");
    desk.json("person add 'Bruno Inventado' --doc CC:1098600502");
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --invite P-1 --invite P-2");
    walk_to(&desk, "run");
    desk.at("2026-03-18T13:00:00-05:00");
    desk
}

pub fn walk_to(desk: &TestDesk, stage: &str) {
    desk.database().execute("UPDATE cases SET stage = ?1", [stage]).expect("a case");
}

fn count(desk: &TestDesk, sql: &str) -> i64 {
    desk.database().query_row(sql, [], |row| row.get(0)).expect("a number")
}

fn row<'a>(roster: &'a Value, name: &str) -> &'a Value {
    let rows = roster["items"].as_array().expect("items");
    rows.iter().find(|row| row["person"]["name"] == name).unwrap_or_else(|| panic!("{name} in {roster}"))
}

const LIST: &str = "name,doc,email,organisation,post,minutes\n\
    \"FICTICIA MONTOYA, Aurelia\",CC:1098765432,AURELIA@example.org,Alcaldía de Girón,Profesional,240\n\
    Bruno Inventado,1.098.600.502,bruno@example.org,,Técnico,100\n\
    Elena Prueba,,,,,230\n";

#[test]
fn a_list_meets_the_people_the_register_knows_and_completes_them() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!(result["import"], "I-1");
    assert_eq!(result["source"], "canonical");
    for (key, expected) in
        [("rows", 3), ("people", 3), ("new_people", 1), ("matched", 2), ("updated", 2), ("unchanged", 0), ("review", 0)]
    {
        assert_eq!(result[key], expected, "{key} in {result}");
    }
    assert_eq!(result["changed"], true);
    let roster = desk.json("run roster 1-S1");
    assert_eq!(roster["total"], 3);
    let aurelia = row(&roster, "Aurelia Ficticia Montoya");
    assert_eq!(aurelia["person"]["doc"], "CC:1098765432");
    assert_eq!(aurelia["person"]["organisation"], "Alcaldía de Girón");
    assert_eq!((&aurelia["status"], &aurelia["minutes"]), (&"present".into(), &240.into()));
    // 100 of 240 minutes are below the profile's 80 %.
    assert_eq!(row(&roster, "Bruno Inventado")["status"], "absent");
    assert_eq!(row(&roster, "Elena Prueba")["invited"], false);
}

#[test]
fn a_file_imported_twice_changes_nothing() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let before = desk.dump();
    let operations = count(&desk, "SELECT count(*) FROM operation");
    for _ in 0..2 {
        let again = desk.json("run attendance 1-S1 lista.csv");
        assert_eq!(again["changed"], false);
        assert_eq!((&again["unchanged"], &again["new_people"]), (&3.into(), &0.into()));
    }
    // Nor does the same list under another name, resaved with other line ends.
    desk.file("otra.csv", LIST.replace('\n', "\r\n"));
    let other = desk.json("run attendance 1-S1 otra.csv");
    assert_eq!((&other["changed"], &other["unchanged"]), (&false.into(), &3.into()));
    assert_eq!(desk.dump(), before);
    assert_eq!(count(&desk, "SELECT count(*) FROM operation"), operations);
}

#[test]
fn a_longer_list_adds_and_updates_only_what_differs() {
    let desk = at_run();
    desk.file("a.csv", "name,minutes\nElena Prueba,60\nFabio Modelo,230\n");
    desk.file("b.csv", "name,minutes\nElena Prueba,230\nFabio Modelo,230\nGloria Nueva,200\n");
    desk.json("run attendance 1-S1 a.csv");
    let second = desk.json("run attendance 1-S1 b.csv");
    assert_eq!(
        (&second["new_people"], &second["updated"], &second["unchanged"]),
        (&1.into(), &1.into(), &1.into()),
        "{second}"
    );
    let roster = desk.json("run roster 1-S1");
    assert_eq!(row(&roster, "Elena Prueba")["status"], "present");
    assert_eq!(count(&desk, "SELECT count(*) FROM person"), 5);
}

#[test]
fn the_same_person_on_several_lines_is_one_person() {
    let desk = at_run();
    let list = "name,doc,email,minutes\n\
        Elena Prueba,CC:63400701,elena@example.org,100\n\
        \"PRUEBA, Elena\",63.400.701,,100\n\
        Elena Prueba,,ELENA@example.org,120\n\
        Prueba Elena,CC:63400701,,\n";
    desk.file("lista.csv", list);
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&result["rows"], &result["people"], &result["new_people"]), (&4.into(), &1.into(), &1.into()));
    let roster = desk.json("run roster 1-S1");
    // The line that says the same minutes is the same stay; the other one is another.
    assert_eq!(row(&roster, "Elena Prueba")["minutes"], 220);
}

#[test]
fn overlapping_stays_with_exact_times_count_once() {
    let desk = at_run();
    let list = "name,join,leave\nElena Prueba,08:00,10:00\nElena Prueba,09:00,11:30\n";
    desk.file("lista.csv", list);
    desk.json("run attendance 1-S1 lista.csv");
    assert_eq!(row(&desk.json("run roster 1-S1"), "Elena Prueba")["minutes"], 210);
}

#[test]
fn an_office_address_does_not_make_two_people_one() {
    let desk = at_run();
    let list = "name,email\nElena Prueba,oficina@example.org\nFabio Modelo,oficina@example.org\n\
        Elena Prueba,oficina@example.org\n";
    desk.file("lista.csv", list);
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!(result["new_people"], 2, "{result}");
    desk.file("otra.csv", "name,email\nGloria Nueva,oficina@example.org\n");
    assert_eq!(desk.json("run attendance 1-S1 otra.csv")["new_people"], 1);
}

#[test]
fn a_name_that_several_people_have_is_left_for_somebody_to_decide() {
    let desk = at_run();
    desk.json("person add 'Elena Prueba' --doc CC:63400701 --org AGI");
    desk.json("person add 'Elena Prueba' --doc CC:63400702 --org AGI");
    desk.file("lista.csv", "name,organisation\nElena Prueba,ALCALDIA DE GIRON\nFabio Modelo,\n");
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&result["review"], &result["people"]), (&1.into(), &1.into()), "{result}");
    assert_eq!(result["warnings"][0]["code"], "several_people_fit");
    assert_eq!(result["warnings"][0]["line"], 2);
    let next = desk.json("next");
    assert!(next["items"].as_array().expect("items").iter().any(|item| item["what"] == "rows_to_review"), "{next}");
    // Once it is certain, the same file takes them in.
    desk.file("lista2.csv", "name,organisation,doc\nElena Prueba,ALCALDIA DE GIRON,63400702\n");
    assert_eq!(desk.json("run attendance 1-S1 lista2.csv")["matched"], 1);
    assert_eq!(desk.json("run attendance 1-S1 lista.csv")["review"], 0, "she is the only one noted there");
}

#[test]
fn bad_rows_are_listed_and_the_good_ones_beside_them_kept() {
    let desk = at_run();
    let list =
        "name,doc,email,minutes\nElena Prueba,,,muchos\nFabio Modelo,,no-es-correo,200\n,,,100\n,CC:63400701,,10\n";
    desk.file("lista.csv", list);
    let result = desk.run("run attendance 1-S1 lista.csv --rejects malas.csv --json").exits(6).json();
    assert_eq!((&result["rejected"], &result["people"]), (&2.into(), &2.into()), "{result}");
    let rejects: Vec<(u64, &str, &str)> = result["rejects"]
        .as_array()
        .expect("rejects")
        .iter()
        .map(|reject| {
            let text = |key: &str| reject[key].as_str().expect("text");
            (reject["line"].as_u64().expect("a line"), text("field"), text("reason"))
        })
        .collect();
    assert_eq!(rejects, [(2, "minutes", "invalid_minutes"), (4, "name", "no_identifier")]);
    assert_eq!(result["warnings"][0]["code"], "invalid_email");
    let written = std::fs::read_to_string(desk.path("malas.csv")).expect("a file");
    assert_eq!(
        written,
        "\u{feff}name,doc,email,minutes,line,field,reason\nElena Prueba,,,muchos,2,minutes,los minutos no son un número entero posible (invalid_minutes)\n\
         ,,,100,4,name,\"no hay nombre, documento ni correo (no_identifier)\"\n"
    );
}

#[test]
fn a_file_that_cannot_be_read_leaves_everything_as_it_was() {
    let desk = at_run();
    let before = desk.dump();
    let mut huge = b"name,minutes\nAna,1\n".to_vec();
    huge.extend(vec![b'x'; 11 * 1024 * 1024]);
    for (content, code) in [
        (b"name,minutes\nElena Prueba,200\n\"Fabio,100\n".to_vec(), 2),
        (b"uno,dos\n1,2\n".to_vec(), 2),
        (Vec::new(), 2),
        (b"PK\x03\x04garbage".to_vec(), 2),
        (huge, 2),
    ] {
        desk.file("lista.csv", &content);
        desk.file("buena.csv", "name,minutes\nElena Prueba,200\n");
        desk.run("run attendance 1-S1 lista.csv").exits(code);
        desk.run("run attendance 1-S1 buena.csv lista.csv").exits(code);
    }
    desk.run("run attendance 1-S1 falta.csv").exits(3);
    desk.run("run attendance 1-S9 buena.csv").exits(3);
    desk.run("run attendance 1-S1 buena.csv --map minutes").exits(2);
    desk.run("run attendance 1-S1 buena.csv --map minutes=nada").exits(2);
    assert_eq!(desk.dump(), before);
    let error = desk.run("run attendance 1-S1 lista.csv --json").exits(2).error();
    assert!(error["message"].as_str().is_some_and(|text| text.contains("lista.csv")), "{error}");
}

#[test]
fn a_dry_run_shows_the_counts_and_keeps_nothing() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    let before = desk.dump();
    let result = desk.json("run attendance 1-S1 lista.csv --dry-run");
    assert_eq!(
        (&result["changed"], &result["dry_run"], &result["new_people"]),
        (&true.into(), &true.into(), &1.into())
    );
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.json("run attendance 1-S1 lista.csv")["new_people"], 1);
}

#[test]
fn an_export_of_a_meeting_is_found_out_and_read() {
    let desk = at_run();
    let zoom = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/intake/v04_zoom_participants_es_excel_cp1252.csv"
    ))
    .expect("a fixture");
    desk.file("zoom.csv", zoom);
    let result = desk.json("run attendance 1-S1 zoom.csv --any-date");
    assert_eq!(result["source"], "zoom-meeting");
    assert!(result["new_people"].as_i64().is_some_and(|n| n > 0), "{result}");
    let xlsx = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/intake/v20_handmade_list_co.xlsx"))
        .expect("a fixture");
    desk.file("lista.xlsx", xlsx);
    assert_eq!(desk.json("run attendance 1-S1 lista.xlsx --any-date")["source"], "handmade-list");
}

#[test]
fn a_file_of_a_case_sends_each_row_to_its_session() {
    let desk = at_run();
    desk.json("schedule add 1 --start '2026-03-17 08:00' --duration 2h --place Auditorio");
    let list = "session,name,minutes\nS1,Elena Prueba,240\n2,Elena Prueba,120\nAT-2026-0001-S2,Fabio Modelo,120\n9,Gloria Nueva,1\n,Gloria Nueva,1\n";
    desk.file("lista.csv", list);
    let result = desk.run("run attendance 1 lista.csv --json").exits(6).json();
    assert_eq!((&result["people"], &result["new_people"], &result["rejected"]), (&2.into(), &2.into(), &2.into()));
    assert_eq!(result["rejects"][0]["reason"], "unknown_session");
    assert_eq!(result["rejects"][1]["reason"], "no_session");
    assert_eq!(row(&desk.json("run roster 1-S2"), "Elena Prueba")["status"], "present");
    let other = desk.run("run attendance 1-S2 lista.csv --json").exits(6).json();
    assert_eq!(other["rejects"][0]["reason"], "other_session");
}

#[test]
fn a_mark_made_by_hand_holds_against_a_file() {
    let desk = at_run();
    let marked = desk.json("run mark 1-S1 P-1 excused");
    assert_eq!((&marked["status"], &marked["changed"]), (&"excused".into(), &true.into()));
    assert_eq!(desk.json("run mark 1-S1 P-1 excused")["changed"], false);
    desk.file("lista.csv", LIST);
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!(result["warnings"][0]["code"], "kept_by_hand", "{result}");
    assert_eq!(row(&desk.json("run roster 1-S1"), "Aurelia Ficticia Montoya")["status"], "excused");
    let both = desk.json("run mark 1-S1 P-1 P-2 late --minutes 200");
    assert_eq!((&both["total"], &both["items"][1]["minutes"]), (&2.into(), &200.into()));
    let between = desk.json("run mark 1-S1 P-1 --minutes 200 P-2 --by Ana late");
    assert_eq!((&between["total"], &between["changed"]), (&2.into(), &false.into()), "options stand anywhere");
    let long = desk.run("run mark 1-S1 P-1 present --minutes 5000").ok();
    assert!(long.stderr.contains("aviso: son 5000 minutos"), "{}", long.stderr);
    desk.run("run mark 1-S1 P-1 asleep").exits(2);
    desk.run("run mark 1-S1 P-1 present --minutes -1").exits(2);
    desk.run("run mark 1-S1 Nadie present").exits(3);
}

#[test]
fn late_is_who_came_after_the_profiles_minutes() {
    let desk = at_run();
    let list = "name,join,leave\nElena Prueba,2026-03-18 08:10,2026-03-18 12:00\nFabio Modelo,2026-03-18 08:20,2026-03-18 12:00\n";
    desk.file("lista.csv", list);
    desk.json("run attendance 1-S1 lista.csv");
    let roster = desk.json("run roster 1-S1");
    assert_eq!(row(&roster, "Elena Prueba")["status"], "present");
    assert_eq!(row(&roster, "Fabio Modelo")["status"], "late");
}

#[test]
fn the_minutes_are_a_document_and_a_later_text_takes_its_place() {
    let desk = at_run();
    desk.file("acta.md", "# Acta\n\nSe acordó…\n");
    let first = desk.json("run minutes 1-S1 acta.md");
    assert_eq!(
        (&first["id"], &first["type"], &first["date"]),
        (&"AT-2026-0001-D1".into(), &"minutes".into(), &"2026-03-18".into())
    );
    assert_eq!(desk.json("run minutes 1-S1 acta.md")["changed"], false);
    desk.file("acta.md", "# Acta corregida\n");
    assert_eq!(desk.json("run minutes 1-S1 acta.md")["id"], "AT-2026-0001-D2");
    assert_eq!(count(&desk, "SELECT count(*) FROM document WHERE replaced_by IS NULL"), 1);
    desk.file("acta.pdf", b"%PDF-1.7 \xff\xfe");
    desk.run("run minutes 1-S1 acta.pdf").exits(2);
    desk.file("vacia.md", "  \n");
    desk.run("run minutes 1-S1 vacia.md").exits(2);
}

#[test]
fn minutes_are_numbered_by_group_and_year_and_keep_their_number() {
    let desk = at_run();
    desk.json("org add 'Grupo de Vacunas' --kind group --code GV");
    desk.json("need add 'Cadena de frío' --group GV");
    walk_to(&desk, "schedule");
    for (case, start) in [(1, "2026-03-16 08:00"), (2, "2026-03-17 08:00"), (1, "2025-12-18 08:00")] {
        desk.json(&format!("schedule add {case} --start '{start}' --duration 1h --place Sala"));
    }
    walk_to(&desk, "run");
    desk.file("acta.md", "# Acta\n");
    let first = can_be_undone(&desk, "run minutes 1-S1 acta.md");
    assert_eq!(first["minutes_number"], serde_json::json!({"year": 2026, "number": "1"}));
    // Taken back, it is given to nobody else, and the same session gets it again.
    desk.run("undo").ok();
    let numbered = |session: &str, more: &str| {
        let kept = desk.json(&format!("run minutes {session} acta.md{more}"));
        kept["minutes_number"]["number"].as_str().expect("a number").to_owned()
    };
    assert_eq!(numbered("1-S2", ""), "2");
    assert_eq!(numbered("1-S1", ""), "1");
    // Another year, another group: each counts for itself.
    assert_eq!((numbered("1-S3", "").as_str(), numbered("2-S1", "").as_str()), ("1", "1"));
    desk.file("acta.md", "# Acta corregida\n");
    assert_eq!(numbered("1-S1", ""), "1");
    // A body that began its year on paper goes on after it; its own way of numbering is kept as it is.
    assert_eq!(numbered("1-S1", " --number 014"), "14");
    let taken = desk.run("run minutes 1-S2 acta.md --number 14 --json").exits(4).error();
    assert!(taken["message"].as_str().is_some_and(|text| text.contains("AT-2026-0001-S1")), "{taken}");
    assert_eq!(numbered("1-S2", " --number 2-B"), "2-B");
    assert_eq!(desk.json("show 1-S1")["minutes_number"]["number"], "14");
    walk_to(&desk, "schedule");
    desk.json("schedule add 1 --start '2026-03-17 14:00' --duration 1h --place Sala");
    walk_to(&desk, "run");
    assert_eq!(numbered("1-S4", ""), "15");
    desk.run("run minutes 1-S1 acta.md").ok();
    assert!(desk.run("run minutes 1-S1 acta.md").ok().stdout.contains("acta n.º 14 de 2026"));
}

#[test]
fn an_agreement_said_twice_is_one() {
    let desk = at_run();
    let line = "run agree 1-S1 'Enviar la guía' --owner AGI --due 2026-03-27 --kind agreement";
    let made = desk.json(line);
    assert_eq!((&made["id"], &made["owner"]["name"]), (&"AT-2026-0001-C1".into(), &"Alcaldía de Girón".into()));
    assert_eq!((&made["session"], &made["kind"]), (&"AT-2026-0001-S1".into(), &"agreement".into()));
    assert_eq!(desk.json(line)["changed"], false);
    desk.run("run agree 1-S1 'Enviar' --owner Nadie --due 2026-03-27").exits(3);
    desk.run("run agree 1-S1 'Enviar' --owner AGI --due 2026-02-30").exits(2);
    desk.run("run agree 1-S1 '' --owner AGI --due 2026-03-27").exits(2);
}

#[test]
fn a_session_closes_with_attendance_and_minutes_and_the_last_one_closes_the_stage() {
    let mut desk = at_run();
    desk.json("schedule add 1 --start '2026-03-20 08:00' --duration 2h --place Auditorio");
    let error = desk.run("run close 1-S1 --json").exits(4).error();
    let missing: Vec<&str> =
        error["details"].as_array().expect("details").iter().filter_map(|detail| detail["control"].as_str()).collect();
    assert_eq!(missing, ["attendance", "minutes"]);
    desk.run("run close 1-S1 --waive minutes=Porque").exits(4);
    desk.json("run mark 1-S1 P-1 P-2 present");
    desk.file("acta.md", "# Acta\n");
    desk.json("run minutes 1-S1 acta.md");
    let closed = desk.json("run close 1-S1");
    assert_eq!((&closed["id"], &closed["state"]), (&"AT-2026-0001-S1".into(), &"held".into()));
    assert_eq!(desk.json("run close 1-S1")["changed"], false);
    // The second one is still to come.
    desk.run("run close 1-S2").exits(4);
    desk.run("run close 1").exits(4);
    desk.at("2026-03-20T11:00:00-05:00");
    desk.json("run mark 1-S2 P-1 present");
    desk.file("otra.md", "# Otra acta\n");
    desk.json("run minutes 1-S2 otra.md");
    assert_eq!(desk.json("run close 1")["stage"], "evaluate");
    assert_eq!(desk.json("run close 1")["changed"], false);
    assert_eq!(desk.json("run close 1-S2")["changed"], false);
    desk.run("run close 9").exits(3);
}

#[test]
fn a_case_that_is_not_there_yet_does_not_close_and_a_cancelled_session_takes_nobody() {
    let desk = at_run();
    walk_to(&desk, "plan");
    desk.run("run close 1").exits(4);
    walk_to(&desk, "run");
    desk.database().execute("UPDATE session SET state = 'cancelled'", []).expect("a session");
    desk.file("lista.csv", LIST);
    desk.run("run attendance 1-S1 lista.csv").exits(4);
    desk.run("run mark 1-S1 P-1 present").exits(4);
    desk.database().execute("UPDATE cases SET state = 'on_hold'", []).expect("a case");
    desk.run("run agree 1-S1 'Enviar' --owner AGI --due 2026-03-27").exits(4);
}

#[test]
fn undo_takes_each_step_back_and_undo_again_does_it_again() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.file("larga.csv", LIST.replace("230", "240") + "Gloria Nueva,,,,,10\n");
    desk.file("acta.md", "# Acta\n");
    for line in [
        "run attendance 1-S1 lista.csv",
        "run attendance 1-S1 larga.csv",
        "run mark 1-S1 P-1 late",
        "run minutes 1-S1 acta.md",
        "run agree 1-S1 'Enviar la guía' --owner AGI --due 2026-03-27",
        "run close 1-S1",
    ] {
        let before = desk.dump();
        desk.json(line);
        let after = desk.dump();
        assert_ne!(before, after, "{line}");
        desk.run("undo").ok();
        assert!(desk.dump() == before, "undo of {line}");
        desk.run("undo").ok();
        assert!(desk.dump() == after, "{line} again");
    }
}

#[test]
fn a_list_taken_back_can_be_taken_in_again() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    desk.run("undo").ok();
    assert_eq!(desk.json("run attendance 1-S1 lista.csv")["new_people"], 1);
}

#[test]
fn many_thousand_rows_are_people_once_each_and_keep_their_keys() {
    let desk = at_run();
    let mut list = String::from("name,doc,email,minutes\n");
    for n in 0..34_000 {
        // Every tenth line is somebody met before, far above.
        let who = if n % 10 == 9 { n / 20 } else { n };
        list.push_str(&format!("Persona {who} Ficticia,CC:{},p{who}@example.org,230\n", 1_000_000_000 + who));
    }
    desk.file("lista.csv", &list);
    let indexes = "SELECT group_concat(name || sql, ' ' ORDER BY name) FROM sqlite_schema WHERE type = 'index'";
    let indexes = || desk.database().query_row(indexes, [], |row| row.get::<_, String>(0)).expect("indexes");
    let before = indexes();
    let result = desk.json("run attendance 1-S1 lista.csv");
    // A file that is long beside the register lays indexes aside while it is read.
    assert_eq!(indexes(), before);
    assert_eq!(count(&desk, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
    let people = count(&desk, "SELECT count(DISTINCT doc_number) FROM person WHERE doc_number <> ''") - 1;
    assert_eq!(result["new_people"], people);
    assert_eq!(count(&desk, "SELECT count(*) FROM attendance"), people);
    assert_eq!(count(&desk, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    let again = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&again["changed"], &again["unchanged"]), (&false.into(), &people.into()));
    desk.run("undo").ok();
    assert_eq!(count(&desk, "SELECT count(*) FROM person"), 2);
}

#[test]
fn a_case_whose_sessions_were_all_cancelled_gets_another_session_or_is_given_up() {
    let desk = at_run();
    desk.json("schedule cancel 1-S1 --reason 'Paro de transporte'");
    let again = "ata schedule add AT-2026-0001 --start \"YYYY-MM-DD HH:MM\" --duration 3h";
    let error = desk.run("run close 1 --json").exits(4).error();
    assert_eq!(error["hint"], again);
    assert_eq!(error["details"][0]["also"], serde_json::json!(["ata cancel AT-2026-0001 --reason TEXT"]));
    assert_eq!(desk.json("next")["items"][0]["hint"], again);
    walk_to(&desk, "notify");
    assert_eq!(desk.json("show 1")["missing"][0]["hint"], again);
}

#[test]
fn minutes_in_the_encoding_of_an_old_editor_are_read_and_kept_as_text() {
    let desk = at_run();
    desk.file("acta.md", b"# Acta\n\nReuni\xf3n en Gir\xf3n.\n");
    let kept = desk.json("run minutes 1-S1 acta.md");
    let content = desk.run(&format!("show {} --content", kept["id"].as_str().expect("a document"))).ok().stdout;
    assert_eq!(content, "# Acta\n\nReunión en Girón.\n");
    desk.file("foto.md", [0x89, b'P', b'N', b'G', 0x1a, 1, 2, 3, 4, 5, 6, 7, 8, 0xff, 0xfe, 0x01, 0x02, 0x03]);
    desk.run("run minutes 1-S1 foto.md").exits(2);
}

#[test]
fn what_is_written_down_of_a_session_to_come_is_said() {
    let mut desk = at_run();
    desk.at("2026-03-02T09:00:00-05:00");
    desk.file("lista.csv", LIST);
    desk.file("acta.md", "# Acta\n");
    for line in ["run attendance 1-S1 lista.csv", "run mark 1-S1 P-1 present", "run minutes 1-S1 acta.md"] {
        let ran = desk.run(line).ok();
        assert!(ran.stderr.contains("AT-2026-0001-S1 todavía no se ha realizado"), "{line}: {}", ran.stderr);
    }
    desk.at("2026-03-18T08:10:00-05:00");
    assert!(!desk.run("run mark 1-S1 P-2 present").ok().stderr.contains("todavía"));
}

#[test]
fn a_session_added_when_the_case_had_gone_on_is_closed_or_refused() {
    let mut desk = at_run();
    desk.database().execute_batch("UPDATE cases SET stage = 'evaluate'").expect("a case");
    assert!(desk.run("run close 1").exits(4).stderr.contains("AT-2026-0001-S1"));
    desk.json("run mark 1-S1 P-1 present");
    desk.file("acta.md", "# Acta\n");
    desk.json("run minutes 1-S1 acta.md");
    let closed = desk.json("run close 1");
    assert_eq!((&closed["changed"], &closed["stage"]), (&true.into(), &"evaluate".into()));
    assert_eq!(desk.json("run close 1")["changed"], false);
    desk.json("schedule add 1 --start '2026-03-20 08:00' --duration 2h --place Auditorio");
    desk.run("run close 1").exits(4);
    desk.at("2026-03-20T11:00:00-05:00");
    desk.run("run close 1").exits(4);
}
