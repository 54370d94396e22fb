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
