//! Stage 1 from outside.

use crate::desk::TestDesk;

#[test]
fn a_need_gets_a_number_and_says_what_is_missing() {
    let desk = TestDesk::new();
    let case = desk.json("need add 'Actualización en vigilancia' --severity 4 --due 2026-04-01");
    assert_eq!(case["id"], "AT-2026-0001");
    assert_eq!(case["stage"], "need");
    assert_eq!(case["state"], "open");
    assert_eq!(case["received"], "2026-03-02");
    assert_eq!(case["changed"], true);
    let missing: Vec<&str> =
        case["missing"].as_array().expect("missing").iter().filter_map(|one| one["control"].as_str()).collect();
    assert_eq!(missing, ["evidence", "group"]);
}

#[test]
fn the_same_need_registered_twice_is_one_case() {
    let desk = TestDesk::new();
    desk.json("need add 'Taller de vacunas'");
    let again = desk.json("need add 'Taller de vacunas'");
    assert_eq!(again["id"], "AT-2026-0001");
    assert_eq!(again["changed"], false);
    assert_eq!(desk.json("need list")["total"], 1);
}

#[test]
fn what_is_said_otherwise_of_a_known_need_is_not_taken_and_not_passed_over() {
    let desk = TestDesk::new();
    desk.file("s.txt", "x");
    let first = "need add 'Taller de vacunas' --severity 2 --due 2026-04-01 --description Uno --evidence s.txt";
    desk.json(first);
    assert_eq!(desk.run(first).ok().stderr, "");
    desk.file("t.txt", "y");
    let again = desk
        .run("need add 'Taller de vacunas' --severity 5 --due 2026-04-01 --description Dos --mandated --evidence t.txt --json")
        .ok();
    assert_eq!((&again.json()["changed"], &again.json()["severity"]), (&false.into(), &2.into()));
    let expected = "no se tomó --description, --severity, --mandated, --evidence (ata need edit AT-2026-0001";
    assert!(again.stderr.contains(expected), "{}", again.stderr);
}

#[test]
fn a_refused_acceptance_names_every_missing_control_point_with_its_command() {
    let desk = TestDesk::new();
    desk.json("need add 'Taller de vacunas'");
    let error = desk.run("need accept 1 --json").exits(4).error();
    assert_eq!(error["kind"], "refused");
    assert_eq!(error["details"][0]["control"], "evidence");
    assert_eq!(error["details"][1]["hint"], "ata need edit AT-2026-0001 --group ORG");
}

#[test]
fn a_dry_run_changes_nothing() {
    let desk = TestDesk::new();
    let before = desk.dump();
    let case = desk.json("need add 'Taller de vacunas' --dry-run");
    assert_eq!(case["id"], "AT-2026-0001");
    assert_eq!(desk.dump(), before);
}

#[test]
fn undo_takes_a_need_back_and_undo_again_brings_it_back() {
    let desk = TestDesk::new();
    let before = desk.dump();
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
    desk.json("need add 'Taller de vacunas' --evidence solicitud.txt");
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
}

#[test]
fn dates_and_references_that_do_not_exist_are_refused_with_the_right_code() {
    let desk = TestDesk::new();
    desk.run("need add 'Taller' --due 2026-02-30").exits(2);
    desk.run("need accept 9").exits(3);
    desk.run("need accept s2").exits(3);
    desk.run("need add 'Taller' --requester Nadie").exits(3);
    desk.run("need add ''").exits(2);
}

#[test]
fn the_queue_is_read_on_a_narrow_terminal_too() {
    let desk = TestDesk::new();
    desk.json("org add 'Grupo de Vigilancia en Salud Pública' --code GVSP --kind group");
    desk.json("need add 'Vigilancia del dengue y control de criaderos' --severity 4 --group GVSP");
    let narrow = desk.drawn("need triage", 80);
    assert!(narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
    assert!(narrow.contains("AT-2026-0001 · Vigilancia del dengue y control de criaderos"), "{narrow}");
    assert!(narrow.contains("Gravedad 22.5 · Alcance 10.0 · Urgencia 10.0 · Ordenada 0.0"), "{narrow}");
    // Not what would be refused.
    assert!(narrow.contains("ata archive attach AT-2026-0001 ARCHIVO") && !narrow.contains("accept"), "{narrow}");
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.\n");
    desk.json("archive attach 1 solicitud.txt");
    assert!(desk.drawn("need triage", 80).contains("ata need accept AT-2026-0001"));
    assert!(desk.drawn("need triage", 140).contains("Gravedad   Alcance"), "wide terminals have the table");
}

#[test]
fn words_of_the_region_stand_for_the_codes_of_a_list() {
    let desk = TestDesk::new();
    desk.file(
        "n.csv",
        "título;canal;origen\nUno;correo;lineamiento\nDos;Oficio;ente de control\nTres;portal;\nCuatro;humo;\n",
    );
    let result = desk.run("need import n.csv --json").exits(6).json();
    assert_eq!((&result["added"], &result["rejected"]), (&3.into(), &1.into()));
    assert_eq!(result["rejects"][0]["value"], "humo");
    for (case, channel, origin) in [(1, "email", "guideline"), (2, "letter", "oversight"), (3, "web", "request")] {
        let case = desk.json(&format!("show {case}"));
        assert_eq!((&case["channel"], &case["origin"]), (&channel.into(), &origin.into()));
    }
}

#[test]
fn a_day_that_looks_like_a_slip_is_kept_and_said() {
    let desk = TestDesk::new();
    let ran = desk.run("need add 'Taller' --received 2027-02-26").ok();
    assert!(ran.stderr.contains("AT-2026-0001 quedó recibida el 2027-02-26"), "{}", ran.stderr);
    let ran = desk.run("need add 'Otro' --received 2026-02-26 --due 2026-02-20").ok();
    assert!(ran.stderr.contains("vence el 2026-02-20, antes de recibirse"), "{}", ran.stderr);
    assert_eq!(desk.run("need edit 1 --received 2026-02-26").ok().stderr, "");
}

#[test]
fn a_title_that_says_nothing_is_refused_in_the_readers_words() {
    let desk = TestDesk::new();
    assert!(desk.run("need add ''").exits(2).stderr.contains("TÍTULO: el texto está vacío"));
}

#[test]
fn what_was_said_of_a_need_is_taken_away_by_an_empty_text() {
    let desk = TestDesk::new();
    desk.json("org add 'Grupo de Aguas' --code GA --kind group");
    let said = "--due 2026-04-01 --group GA --severity 4 --reach 3 --urgency 2 --topic Agua --ref R-1 --requester GA --mandated";
    let before = desk.json("need add Taller");
    let full = desk.json(&format!("need edit 1 {said}"));
    assert_eq!((&full["due"], &full["severity"], &full["mandated"]), (&"2026-04-01".into(), &4.into(), &true.into()));
    assert_eq!(desk.json(&format!("need edit 1 {said}"))["changed"], false);
    let none =
        "--due '' --group '' --severity '' --reach '' --urgency '' --topic '' --ref '' --requester '' --mandated=false";
    let bare = desk.json(&format!("need edit 1 {none}"));
    for key in
        ["due", "group", "severity", "reach", "urgency", "topic", "reference", "requesters", "mandated", "priority"]
    {
        assert_eq!(bare[key], before[key], "{key}");
    }
    desk.run("undo").ok();
    assert_eq!(desk.json("show 1")["due"], "2026-04-01");
    // What is not said stays.
    assert_eq!(desk.json("need edit 1 --topic Otro")["severity"], 4);
    desk.run("need edit 1 --severity 9").exits(2);
}

#[test]
fn whoever_is_named_several_times_is_a_party_once() {
    let desk = TestDesk::new();
    desk.json("org add 'Alcaldía de Girón' --kind municipality --code AGI");
    desk.json("org add 'Alcaldía de Lebrija' --kind municipality --code ALE");
    let line = "need add Taller --requester AGI --requester agi --requester O-1 --beneficiary ALE --beneficiary O-2";
    let need = desk.json(line);
    let count = |need: &serde_json::Value, role: &str| need[role].as_array().map(Vec::len);
    assert_eq!((count(&need, "requesters"), count(&need, "beneficiaries")), (Some(1), Some(1)), "{need}");
    assert_eq!(desk.json(line)["changed"], false);
    assert_eq!(desk.json("need edit 1 --requester O-1 --requester agi")["changed"], false);
    let plan = desk.json("plan draft 1 --articulate AGI --articulate agi --cost 12500.5");
    assert_eq!(count(&plan, "articulated"), Some(1), "{plan}");
    // Money is written on a page as on a paper, and to scripts as a number.
    assert!(desk.run("show 1").ok().stdout.contains("12.500,50"));
    assert_eq!(plan["cost"], 12500.5);
}
