//! Stage 2 from outside.

use crate::desk::TestDesk;
use serde_json::{Value, json};

/// The registers are written beside the program: two persons and two organisations.
fn registers(desk: &TestDesk) {
    desk.database()
        .execute_batch(
            "INSERT INTO organisation (code, name, fold, kind) VALUES
               ('GSP', 'Grupo de Salud Pública', 'grupo de salud publica', 'group'),
               ('UIS', 'Universidad Industrial', 'universidad industrial', 'institution');
             INSERT INTO person (name, fold, match_key, email, organisation_id) VALUES
               ('Ana Ñáñez', 'ana nanez', 'ana nanez', 'ana@x.example', 1),
               ('Luis Peña', 'luis pena', 'luis pena', 'luis@x.example', NULL);",
        )
        .expect("registers");
}

/// A desk whose cases, one for each title, wait for their plans.
fn at_plan(titles: &[&str]) -> TestDesk {
    let desk = TestDesk::new();
    registers(&desk);
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
    for (at, title) in titles.iter().enumerate() {
        desk.json(&format!("need add '{title}' --evidence solicitud.txt --group GSP"));
        desk.json(&format!("need accept {}", at + 1));
    }
    desk
}

const WHOLE: &str = "plan draft 1 --activity workshop --objective 'Mejorar coberturas' --audience 'Municipios'";

fn controls(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|one| one["control"].as_str()).collect()
}

#[test]
fn a_plan_is_drafted_bit_by_bit() {
    let desk = at_plan(&["Taller de vacunas"]);
    let first = desk.json(
        "plan draft 1 --activity workshop --product Guía --product Video --cost 1500000.50 --expected 40 --articulate UIS",
    );
    assert_eq!(first["case"], "AT-2026-0001");
    assert_eq!(first["cost"], 1_500_000.5);
    assert_eq!(first["products"], json!(["Guía", "Video"]));
    assert_eq!(first["articulated"][0]["id"], "O-2");
    let second = desk.json("plan draft 1 --objective 'Mejorar coberturas' --product Infografía");
    assert_eq!(second["activity"], "workshop");
    assert_eq!(second["objective"], "Mejorar coberturas");
    assert_eq!(second["products"], json!(["Infografía"]));
    assert_eq!(second["expected"], 40);
    assert_eq!(second["changed"], true);
    let same = desk.json("plan draft 1 --objective 'Mejorar coberturas' --product Infografía --articulate UIS");
    assert_eq!(same["changed"], false);
}

#[test]
fn what_cannot_be_read_is_refused_with_the_right_code() {
    let desk = at_plan(&["Taller de vacunas"]);
    for (line, code) in [
        ("plan draft 1 --activity party", 2),
        ("plan draft 1 --cost 1.500.000", 2),
        ("plan draft 1 --cost -5", 2),
        ("plan draft 1 --expected -1", 2),
        ("plan draft 1 --objective ''", 2),
        ("plan draft 1 --product ' '", 2),
        ("plan draft 9 --activity talk", 3),
        ("plan draft 1 --articulate Nadie", 3),
        ("plan approve 1", 2),
        ("plan approve 1 --signed-by nadie@x.example", 3),
        ("plan approve 1 --signed-by P-1 --waive sun=shine", 2),
        ("plan show 1", 3),
        ("plan show 9", 3),
        ("plan show --group Nadie", 3),
    ] {
        desk.run(line).exits(code);
    }
}

#[test]
fn an_approval_names_what_is_missing_and_leaves_no_signature() {
    let desk = at_plan(&["Taller de vacunas"]);
    desk.json("plan draft 1 --activity talk --external 'No hay equipo propio'");
    let before = desk.dump();
    let error = desk.run("plan approve 1 --signed-by ana@x.example --json").exits(4).error();
    assert_eq!(controls(&error["details"]), ["objective", "audience", "contract_reference"]);
    assert_eq!(desk.dump(), before);
    desk.json(WHOLE);
    desk.run("plan approve 1 --signed-by ana@x.example --waive objective=prisa").exits(4);
    let case = desk.json("plan approve 1 --signed-by ana@x.example --contract-reference CD-2026-17");
    assert_eq!(case["stage"], "schedule");
    let plan = desk.json("plan show 1");
    assert_eq!(plan["approved_by"]["name"], "Ana Ñáñez");
    assert_eq!(plan["approved_on"], "2026-03-02");
    assert_eq!(plan["contract_reference"], "CD-2026-17");
}

#[test]
fn approving_again_is_nothing_to_do_and_a_case_not_yet_accepted_waits() {
    let desk = at_plan(&["Taller de vacunas"]);
    desk.json(WHOLE);
    desk.json("plan approve 1 --signed-by ana@x.example");
    assert_eq!(desk.run("plan approve 1 --signed-by ana@x.example").ok().stderr, "");
    let again = desk.run("plan approve 1 --signed-by luis@x.example --json").ok();
    assert_eq!(again.json()["changed"], false);
    // Another signature than the one that stands is not taken, and not in silence.
    assert!(
        again.stderr.contains("P-1 Ana Ñáñez") && again.stderr.contains("no se tomó --signed-by"),
        "{}",
        again.stderr
    );
    assert_eq!(desk.json("plan show 1")["approved_by"]["id"], "P-1");
    desk.json("need add 'Otra necesidad'");
    let error = desk.run("plan approve 2 --signed-by ana@x.example --json").exits(4).error();
    assert_eq!(error["hint"], "ata need accept AT-2026-0002");
}

#[test]
fn an_approved_plan_stays_as_signed_but_for_the_contract() {
    let desk = at_plan(&["Taller de vacunas"]);
    desk.json(WHOLE);
    desk.json("plan approve 1 --signed-by ana@x.example");
    let op = desk.database().query_row("SELECT max(op) FROM operation", [], |row| row.get::<_, i64>(0)).expect("op");
    let error = desk.run("plan draft 1 --audience Hospitales --json").exits(4).error();
    assert_eq!(error["hint"], format!("ata undo --op {op}"));
    desk.run("plan draft 1 --articulate UIS").exits(4);
    assert_eq!(desk.json("plan draft 1 --audience Municipios")["changed"], false);
    assert_eq!(desk.json("plan draft 1 --contract-reference CD-1")["contract_reference"], "CD-1");
    desk.run("undo").ok();
    desk.run(&format!("undo --op {op}")).ok();
    assert_eq!(desk.json("plan draft 1 --audience Hospitales")["audience"], "Hospitales");
}

#[test]
fn the_annual_plan_lists_what_is_carried_out_and_what_it_costs() {
    let desk = at_plan(&["Taller de vacunas", "Visita a Vetas", "Charla", "Sin plan"]);
    desk.json(WHOLE);
    desk.json("plan draft 1 --cost 0.1");
    desk.json("plan draft 2 --activity visit --cost 0.2");
    desk.json("plan draft 3 --activity talk --cost 99");
    desk.database().execute("UPDATE cases SET state = 'cancelled' WHERE id = 3", []).expect("a row");
    let plans = desk.json("plan show --group GSP --year 2026");
    assert_eq!(plans["total"], 2);
    assert_eq!(plans["cost"], 0.3);
    assert_eq!(plans["items"][1]["title"], "Visita a Vetas");
    assert_eq!(desk.json("plan show --year 2025")["total"], 0);
    assert_eq!(desk.json("plan show --group UIS")["total"], 0);
    assert_eq!(desk.json("plan show 1 3")["total"], 2);
}

#[test]
fn undo_takes_each_step_back_and_undo_again_does_it_again() {
    let desk = at_plan(&["Taller de vacunas"]);
    for line in [
        WHOLE,
        "plan draft 1 --articulate UIS --product Guía --cost 10",
        "plan draft 1 --articulate GSP",
        "plan approve 1 --signed-by ana@x.example",
    ] {
        let before = desk.dump();
        desk.run(&format!("{line} --dry-run")).ok();
        assert_eq!(desk.dump(), before, "{line} --dry-run");
        desk.run(line).ok();
        let after = desk.dump();
        assert_ne!(after, before, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), before, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), after, "{line}");
    }
}

#[test]
fn a_case_on_hold_takes_no_plan() {
    let desk = at_plan(&["Taller de vacunas"]);
    desk.database().execute("UPDATE cases SET state = 'on_hold'", []).expect("a row");
    assert_eq!(desk.run(&format!("{WHOLE} --json")).exits(4).error()["hint"], "ata resume AT-2026-0001");
    desk.run("plan approve 1 --signed-by ana@x.example").exits(4);
}

#[test]
fn people_read_a_plan_in_their_language() {
    let mut desk = at_plan(&["Taller de vacunas"]);
    desk.json(&format!("{WHOLE} --cost 1500000.50"));
    let es = desk.run("plan show 1").ok().stdout;
    assert!(es.contains("Actividad\tTaller\n") && es.contains("Costo\t1.500.000,50\n"), "{es}");
    let pt = desk.speaks("pt").run("plan show 1").ok().stdout;
    assert!(pt.contains("\tOficina\n") && pt.contains("Custo\t1.500.000,50\n"), "{pt}");
    let en = desk.speaks("en").run("plan show").ok();
    assert!(en.stdout.contains("\tWorkshop\t") && !en.stdout.contains("total cost"), "{}", en.stdout);
    assert_eq!(en.stderr, "One plan, total cost 1,500,000.50\n");
}
