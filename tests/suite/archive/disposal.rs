//! Retention fixed at the closing, legal holds, and lists of eliminations.

use super::{closed, complete};
use crate::desk::TestDesk;
use crate::followup::can_be_undone;

const APPROVED: &str = "code,series,subseries,types,office_years,central_years,disposal,procedure,source\n\
    120-2-40,Asistencias Técnicas,En Salud,Actas,1,4,E,Se elimina,Resolución 100 de 2026\n";

/// A case closed under an approved line that eliminates it after five years.
fn eliminable() -> TestDesk {
    let desk = complete();
    desk.file("trd.csv", APPROVED);
    desk.json("archive series import trd.csv");
    desk.json("archive close 1");
    desk
}

#[test]
fn a_file_is_kept_by_the_line_it_was_closed_under() {
    let desk = eliminable();
    let row = "SELECT code || ' ' || closed_on || ' ' || office_until || ' ' || central_until FROM retention";
    let row: String = desk.database().query_row(row, [], |row| row.get(0)).expect("a row");
    assert_eq!(row, "120-2-40 2026-03-02 2027-03-02 2031-03-02");
    desk.file("nueva.csv", APPROVED.replace(",1,4,E,", ",9,9,CT,"));
    desk.json("archive series import nueva.csv");
    let due = desk.json("archive due --on 2031-03-02");
    assert_eq!((due["items"][0]["due"].as_str(), due["items"][0]["disposal"].as_str()), (Some("disposal"), Some("E")));
    let error = desk.database().execute_batch("UPDATE retention SET disposal = 'CT'").expect_err("sealed").to_string();
    assert!(error.contains("sealed"), "{error}");
}

#[test]
fn a_line_that_was_only_proposed_gives_way_to_the_one_approved_since() {
    let desk = closed();
    assert_eq!(desk.json("archive due --on 2031-03-02")["items"][0]["due"], "transfer");
    desk.file("trd.csv", APPROVED);
    desk.json("archive series import trd.csv");
    let due = desk.json("archive due --on 2031-03-02");
    assert_eq!(due["items"][0]["due"], "disposal");
    assert_eq!(due["items"][0]["approved"], true);
}

#[test]
fn a_file_is_held_and_let_go_with_a_reason_each() {
    let desk = eliminable();
    let held = can_be_undone(&desk, "archive hold set 1 --reason 'Tutela 2026-114' --ref T-114");
    assert_eq!((held["case"].as_str(), held["reference"].as_str()), (Some("AT-2026-0001"), Some("T-114")));
    assert_eq!(desk.json("archive hold set 1 --reason 'Otra'")["changed"], false);
    let other = desk.run("archive hold set 1 --reason 'Otra'").ok().stderr;
    assert!(other.contains("no se tomó --reason") && !other.contains("--ref"), "{other}");
    assert_eq!(desk.json("archive hold list")["items"][0]["reason"], "Tutela 2026-114");
    let due = desk.json("archive due --on 2031-03-02");
    assert_eq!(due["items"][0]["held"], "Tutela 2026-114");
    assert!(desk.run("archive due --on 2031-03-02").ok().stdout.contains("suspendida"));
    let lifted = can_be_undone(&desk, "archive hold lift 1 --reason 'Fallo en firme'");
    assert_eq!((lifted["lifted_on"].as_str(), lifted["lifted_by"].as_str()), (Some("2026-03-02"), Some("Prueba")));
    assert_eq!(desk.json("archive hold lift 1 --reason 'Otra vez'")["changed"], false);
    assert_eq!(desk.json("archive hold list")["total"], 0);
    assert_eq!(desk.json("archive hold list --all 1")["items"][0]["lifted_why"], "Fallo en firme");
    desk.json("archive hold set 1 --reason 'Auditoría'");
    assert_eq!(desk.json("archive hold list --all")["total"], 2);
    desk.run("archive hold set 1").exits(2);
    desk.run("archive hold set 7 --reason x").exits(3);
    desk.run("check").ok();
}

#[test]
fn elimination_is_proposed_approved_by_an_act_and_removes_nothing() {
    let mut desk = eliminable();
    let none = desk.json("archive elimination propose");
    assert_eq!((none["changed"].as_bool(), none["total"].as_i64()), (Some(false), Some(0)));
    desk.at("2031-03-02T09:00:00-05:00");
    let dry = desk.json("archive elimination propose --dry-run");
    assert_eq!((dry["id"].as_str(), dry["changed"].as_bool()), (Some("E-1"), Some(true)));
    assert_eq!((&dry["cases"][0], &dry["total"], &dry["dry_run"]), (&"AT-2026-0001".into(), &1.into(), &true.into()));
    // An inventory of eliminations names what was proposed for it, and nothing else that is closed.
    let inventory = |desk: &TestDesk| desk.run("archive inventory --purpose elimination --out -").ok().stdout;
    assert!(!inventory(&desk).contains("AT-2026-0001"));
    let proposed = can_be_undone(&desk, "archive elimination propose");
    assert!(inventory(&desk).contains("AT-2026-0001"));
    assert_eq!(
        (proposed["state"].as_str(), proposed["items"][0]["case"].as_str()),
        (Some("proposed"), Some("AT-2026-0001"))
    );
    assert_eq!(proposed["items"][0]["folios"], 6);
    assert_eq!(desk.json("archive elimination propose")["changed"], false);
    desk.run("archive elimination approve E-1").exits(2);
    desk.json("archive hold set 1 --reason 'Auditoría'");
    let error = desk.run("archive elimination approve E-1 --ref 'Acta 7' --json").exits(4).error();
    assert_eq!(error["details"][0]["why"], "held");
    desk.json("archive hold lift 1 --reason 'Terminó'");
    // Nobody approved it before the years of its files were over.
    desk.run("archive elimination approve E-1 --ref 'Acta 7' --on 2031-03-01").exits(4);
    let approved = can_be_undone(&desk, "archive elimination approve e-1 --ref 'Acta 7 de 2031' --on 2031-03-02");
    assert_eq!(
        (approved["reference"].as_str(), approved["decided_on"].as_str()),
        (Some("Acta 7 de 2031"), Some("2031-03-02"))
    );
    assert_eq!(desk.json("archive elimination approve 1 --ref 'Acta 7 de 2031'")["changed"], false);
    let other = desk.run("archive elimination approve E-1 --ref 'Acta 8' --on 2031-03-02").ok();
    assert!(other.stderr.contains("no se tomó --ref"), "{}", other.stderr);
    desk.run("archive elimination propose 1").exits(4);
    desk.run("archive elimination withdraw 1 --reason x").exits(4);
    assert_eq!(desk.json("show 1-D1")["id"], "AT-2026-0001-D1");
    desk.run("archive elimination show E-1 --out lista.csv").ok();
    let csv = std::fs::read_to_string(desk.path("lista.csv")).expect("lista.csv");
    assert!(csv.contains("Acta 7 de 2031") && csv.contains("AT-2026-0001;Vigilancia del dengue;120-2-40"), "{csv}");
    desk.run("archive elimination show E-9").exits(3);
    desk.run("check").ok();
}

#[test]
fn what_a_legal_hold_keeps_is_on_no_inventory_of_what_leaves() {
    let mut desk = eliminable();
    desk.at("2031-03-02T09:00:00-05:00");
    let total =
        |desk: &TestDesk, purpose: &str| desk.json(&format!("archive inventory --purpose {purpose}"))["total"].clone();
    let totals = |desk: &TestDesk| {
        ["elimination", "primary-transfer", "secondary-transfer", "office"].map(|purpose| total(desk, purpose))
    };
    // What its series eliminates goes to no archive that keeps, and what is proposed for it goes to none.
    assert_eq!(totals(&desk), [0, 1, 0, 1]);
    for (purpose, list) in [("primary-transfer", false), ("elimination", true)] {
        if list {
            desk.json("archive hold lift 1 --reason 'Terminó'");
            desk.json("archive elimination propose");
            assert_eq!(totals(&desk), [1, 0, 0, 1]);
        }
        desk.json("archive hold set 1 --reason 'Proceso judicial'");
        assert_eq!(total(&desk, purpose), 0, "{purpose}");
        let ran = desk.run(&format!("archive inventory --purpose {purpose} --out lista.csv")).ok();
        assert!(ran.stderr.contains("No figura AT-2026-0001: está bajo retención legal"), "{}", ran.stderr);
        assert!(
            !std::fs::read_to_string(desk.path("lista.csv")).expect("a list").contains("AT-2026-0001"),
            "{purpose}"
        );
    }
    assert_eq!(total(&desk, "office"), 1);
    if cfg!(feature = "pdf") {
        let ran = desk.run("paper inventory --purpose elimination --out lista.pdf").ok();
        assert!(ran.stderr.contains("retención legal"), "{}", ran.stderr);
    }
}

#[test]
fn what_may_not_be_eliminated_is_refused_with_its_reason() {
    let mut desk = eliminable();
    let why =
        |desk: &TestDesk, line: &str| desk.run(&format!("{line} --json")).exits(4).error()["details"][0]["why"].clone();
    assert_eq!(why(&desk, "archive elimination propose 1"), "not_due");
    desk.json("need add 'Otra'");
    assert_eq!(why(&desk, "archive elimination propose 2"), "unclassified");
    desk.at("2031-03-02T09:00:00-05:00");
    desk.run("archive elimination propose --on 2040-01-01").exits(2);
    desk.json("archive hold set 1 --reason 'Auditoría'");
    assert_eq!(why(&desk, "archive elimination propose 1"), "held");
    desk.json("archive hold lift 1 --reason 'Terminó'");
    desk.json("archive elimination propose 1");
    let again = desk.json("archive elimination propose 1");
    assert_eq!((&again["id"], &again["changed"]), (&"E-1".into(), &false.into()), "said again it is that list");
    desk.json("archive elimination withdraw 1 --reason 'Falta concepto jurídico'");
    assert_eq!(desk.json("archive elimination propose 1")["id"], "E-2");
}

#[test]
fn a_rule_of_the_profile_says_the_series() {
    let desk = crate::followup::case_at("archive");
    assert_eq!(desk.json("show 1")["missing"][0]["hint"], "ata archive classify AT-2026-0001");
    let case = can_be_undone(&desk, "archive classify 1");
    assert_eq!(case["series"], "120-2-40");
    assert_eq!(desk.json("archive classify 1")["changed"], false);
}
