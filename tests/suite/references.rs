//! Several references where one is taken: one operation, one answer; for one of them the answer is what it always was.

use crate::desk::TestDesk;
use serde_json::Value;

/// Two cases with a session each, a group and two people.
fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.json("org add 'Grupo de Aguas' --code GA --kind group");
    desk.json("person add 'Ana Ruiz' --email ana@example.org");
    desk.json("person add 'Luis Paz' --email luis@example.org");
    for title in ["Taller", "Charla"] {
        desk.json(&format!("need add {title}"));
    }
    for case in ["1", "2"] {
        desk.json(&format!(
            "schedule add {case} --start '2026-03-1{case} 09:00' --duration 2h --place A --agenda Inicio --invite P-{case}"
        ));
    }
    desk
}

fn operations(desk: &TestDesk) -> i64 {
    desk.database().query_row("SELECT count(*) FROM operation", [], |row| row.get(0)).expect("a number")
}

fn ids(list: &Value, key: &str) -> Vec<String> {
    let items = list["items"].as_array().unwrap_or_else(|| panic!("a list: {list}"));
    assert_eq!(list["total"], items.len());
    items.iter().map(|item| item[key].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_code_of_any_letters_is_found_in_capitals_or_not() {
    let desk = TestDesk::new();
    for (code, name) in [("ÑU", "Alcaldía de Ñuñoa"), ("Éx", "Grupo de Éxito"), ("Ü1", "Unidad")] {
        desk.json(&format!("org add '{name}' --code {code} --kind group"));
        for typed in [code.to_owned(), code.to_lowercase(), code.to_uppercase()] {
            assert_eq!(desk.json(&format!("org show {typed}"))["name"], name, "{typed}");
        }
    }
    desk.json("need add Taller --requester ñu --group éX");
    desk.json("person add 'Ana Paz' --org ÑU");
    assert_eq!(desk.json("list --group ÉX")["total"], 1);
    desk.file("n.csv", "title,requester\nVisita,Ñu\n");
    assert_eq!(desk.json("need import n.csv")["added"], 1);
    // Nobody else takes the same code in other letters.
    desk.run("org add Otra --code ñu").exits(4);
}

#[test]
fn what_is_said_of_several_is_one_operation() {
    let desk = desk();
    for (line, key, expected) in [
        ("need edit 1 2 --topic Agua", "topic", ["Agua", "Agua"]),
        ("person edit P-1 P-2 --org GA", "id", ["P-1", "P-2"]),
        ("schedule edit 1-S1 2-S1 --place B", "place", ["B", "B"]),
        ("need refer 1 2 --to GA --reason x", "id", ["AT-2026-0001", "AT-2026-0002"]),
        ("hold 1 2 --reason x", "state", ["on_hold", "on_hold"]),
    ] {
        let before = operations(&desk);
        let answer = desk.json(line);
        assert_eq!(ids(&answer, key), expected, "{line}");
        assert_eq!((operations(&desk) - before, &answer["changed"]), (1, &true.into()), "{line}");
        assert_eq!(desk.json(line)["changed"], false, "{line} twice");
    }
}

#[test]
fn one_that_is_not_there_keeps_the_others_from_being_changed() {
    let desk = desk();
    desk.run("need edit 1 7 --topic Agua").exits(3);
    assert_eq!(desk.json("show 1")["topic"], desk.json("show 2")["topic"]);
}

#[test]
fn what_is_named_twice_is_there_once() {
    let desk = desk();
    let held = desk.json("hold 2 2026-2 --reason x");
    assert_eq!((&held["id"], &held["items"]), (&"AT-2026-0002".into(), &Value::Null));
    assert_eq!(desk.json("show 1 AT-2026-0001")["id"], "AT-2026-0001");
}

#[test]
fn several_are_looked_at_together() {
    let desk = desk();
    assert_eq!(ids(&desk.json("run roster 1-S1 2-S1"), "session"), ["AT-2026-0001-S1", "AT-2026-0002-S1"]);
    assert_eq!(ids(&desk.json("evaluate results 1 2"), "of"), ["AT-2026-0001", "AT-2026-0002"]);
    assert_eq!(ids(&desk.json("trace 1 2"), "case"), ["AT-2026-0001", "AT-2026-0002"]);
    assert_eq!(ids(&desk.json("archive sheet 1 2"), "case"), ["AT-2026-0001", "AT-2026-0002"]);
    assert_eq!(ids(&desk.json("archive index 1 2"), "case"), ["AT-2026-0001", "AT-2026-0002"]);
    let review = desk.run("archive review 1 2 --json").exits(6).json();
    assert_eq!(ids(&review, "case"), ["AT-2026-0001", "AT-2026-0002"]);
    assert_eq!(ids(&desk.json("followup list 1 2"), "id").len(), 0);
    // In one table it is said whose rows they are.
    let rows = desk.run("run roster 1-S1 2-S1 --format csv").ok().stdout;
    let begins: Vec<&str> = rows.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(begins, ["session", "AT-2026-0001-S1", "AT-2026-0002-S1"]);
}

#[test]
fn one_file_holds_one() {
    let desk = desk();
    for line in ["archive sheet 1 2 --out hoja.csv", "archive index 1 2 --out indice.xml"] {
        assert_eq!(desk.run(&format!("{line} --json")).exits(2).error()["kind"], "usage");
    }
    assert!(!desk.path("hoja.csv").exists() && !desk.path("indice.xml").exists());
}

#[test]
fn several_letters_are_handed_over_at_once() {
    let desk = desk();
    desk.database().execute("UPDATE cases SET stage = 'notify'", []).expect("the stage");
    desk.json("notify draft 1 2 --as convocation --signed-by P-1");
    let before = operations(&desk);
    assert_eq!(ids(&desk.json("notify handed M-1 M-2 --ref R-7"), "state"), ["sent", "sent"]);
    assert_eq!(operations(&desk) - before, 1);
}

#[test]
fn several_files_of_needs_are_taken_in_or_none() {
    let desk = desk();
    desk.file("a.csv", "title\nPozos\n");
    desk.file("b.csv", "title\nAcueductos\n");
    desk.file("c.csv", "otra cosa\nx\n");
    desk.run("need import a.csv c.csv").exits(2);
    assert_eq!(desk.json("list")["total"], 2);
    assert_eq!(ids(&desk.json("need import a.csv b.csv"), "file"), ["a.csv", "b.csv"]);
    assert_eq!(desk.json("list")["total"], 4);
}

#[test]
fn several_case_files_are_closed_and_packaged() {
    let desk = crate::followup::case_at("archive");
    desk.file("acta.md", "# Acta\n");
    desk.json("need add Otra");
    desk.database().execute("UPDATE cases SET stage = 'archive'", []).expect("the stage");
    for case in ["1", "2"] {
        desk.json(&format!("archive attach {case} acta.md --type minutes --folios 1"));
        desk.json(&format!("archive classify {case} --series 120-2-40"));
    }
    desk.run("archive edit 1-D1 --folios 2").ok();
    desk.run("archive package 1 2 --out paquetes").exits(4);
    assert!(!desk.path("paquetes").exists());
    let closed = desk.json("archive close 1 2 --waive records_complete=x");
    assert_eq!(ids(&closed, "state"), ["closed", "closed"]);
    assert_eq!(ids(&desk.json("archive package 1 2 --out paquetes"), "case"), ["AT-2026-0001", "AT-2026-0002"]);
    assert_eq!(desk.json("archive package 1 2 --out paquetes")["changed"], false);
}

#[test]
fn sessions_and_organisations_are_named_several_at_once() {
    let desk = desk();
    desk.json("org add 'Alcaldía de Vetas' --code AVE --kind municipality");
    assert_eq!(ids(&desk.json("schedule list 2 1 2"), "id"), ["AT-2026-0001-S1", "AT-2026-0002-S1"]);
    assert_eq!(ids(&desk.json("org edit AVE GA --territory 68"), "territory"), ["68", "68"]);
    assert_eq!(ids(&desk.json("log 1 2"), "verb"), ["schedule.add", "schedule.add", "need.add", "need.add"]);
}
