//! What people were told is not taken back behind their backs: the sequence of a calendar entry only rises.

use super::{desk_with_session, refuses};
use crate::desk::TestDesk;
use serde_json::{Value, json};

#[track_caller]
fn tell(desk: &TestDesk, kind: &str) {
    desk.json(&format!("notify draft 1-S1 --as {kind} --signed-by P-1"));
    desk.json("notify send --via maildir:correo");
}

fn sequence(desk: &TestDesk) -> i64 {
    desk.database().query_row("SELECT sequence FROM session WHERE id = 1", [], |row| row.get(0)).expect("a session")
}

#[track_caller]
fn hint(desk: &TestDesk, line: &str) -> String {
    desk.run(&format!("{line} --json")).exits(4).error()["hint"].as_str().expect("a hint").to_owned()
}

/// The operation of a verb, the newest.
fn operation(desk: &TestDesk, verb: &str) -> i64 {
    let sql = "SELECT max(op) FROM operation WHERE verb = $1";
    desk.database().query_row(sql, [verb], |row| row.get(0)).expect("an operation")
}

#[test]
fn a_move_that_people_were_told_is_not_undone_but_moved_back() {
    let desk = desk_with_session();
    tell(&desk, "convocation");
    desk.json("schedule move 1-S1 --start '2026-03-19 09:00' --reason Lluvia");
    // Told of the first date only: still between ourselves.
    let moved = operation(&desk, "schedule.move");
    desk.run("undo").ok();
    assert_eq!(sequence(&desk), 0);
    desk.run("undo").ok();
    assert_eq!(sequence(&desk), 1);
    tell(&desk, "change");
    let undo = operation(&desk, "undo");
    for op in [moved, undo] {
        let code = desk.run(&format!("undo --op {op}")).code;
        assert_eq!(code, 4);
    }
    refuses(&desk, &format!("undo --op {undo}"), 4, &["AT-2026-0001-S1"]);
    assert_eq!(sequence(&desk), 1);
    desk.json("schedule move 1-S1 --start '2026-03-20 10:00' --reason Paro");
    tell(&desk, "change");
    let again = operation(&desk, "schedule.move");
    let hint = hint(&desk, &format!("undo --op {again}"));
    assert_eq!(
        hint,
        "ata schedule move AT-2026-0001-S1 --start \"2026-03-19 09:00\" --end \"2026-03-19 13:00\" --reason TEXT"
    );
    let line = hint.trim_start_matches("ata ").replace("TEXT", "Vuelve");
    assert_eq!(desk.json(&line)["start"], "2026-03-19T09:00:00-05:00");
    assert_eq!(sequence(&desk), 3);
}

#[test]
fn a_cancellation_that_people_were_told_is_not_undone() {
    let desk = desk_with_session();
    tell(&desk, "convocation");
    desk.json("schedule cancel 1-S1 --reason Lluvia");
    let before = desk.dump();
    desk.run("undo").ok();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    let op = operation(&desk, "undo");
    tell(&desk, "cancellation");
    assert!(hint(&desk, &format!("undo --op {op}")).starts_with("ata schedule add AT-2026-0001 --start"));
    assert_eq!(sequence(&desk), 1);
}

#[test]
fn another_place_that_one_person_was_told_by_telephone_is_not_undone() {
    let desk = desk_with_session();
    desk.json("person edit P-3 --email '' --phone 3001234567");
    tell(&desk, "convocation");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    desk.json("schedule edit 1-S1 --place 'Sala 2'");
    let op = operation(&desk, "schedule.edit");
    desk.json("notify draft 1-S1 --as change --signed-by P-1");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    assert_eq!(hint(&desk, &format!("undo --op {op}")), "ata schedule edit AT-2026-0001-S1 --help");
}

#[test]
fn nobody_who_was_told_to_come_is_dropped_by_an_undo() {
    let desk = desk_with_session();
    desk.json("person add 'Carla Ruiz' --email carla@example.org");
    desk.json("schedule edit 1-S1 --invite P-4");
    let op = operation(&desk, "schedule.edit");
    tell(&desk, "convocation");
    assert_eq!(hint(&desk, &format!("undo --op {op}")), "ata schedule edit AT-2026-0001-S1 --uninvite P-4");
    let added = operation(&desk, "schedule.add");
    let refused = hint(&desk, &format!("undo --op {added}"));
    assert!(refused.starts_with("ata schedule "), "{refused}");
}

#[test]
fn a_change_drafted_and_then_undone_is_not_sent() {
    let desk = desk_with_session();
    tell(&desk, "convocation");
    desk.json("schedule move 1-S1 --start '2026-03-19 09:00' --reason Lluvia");
    let op = operation(&desk, "schedule.move");
    desk.json("notify draft 1-S1 --as change --signed-by P-1");
    desk.json(&format!("undo --op {op}"));
    let sent = desk.json("notify send --via maildir:correo");
    assert_eq!(sent["sent"], 0, "{sent}");
    let states: Vec<Value> = desk.json("notify outbox --state cancelled")["items"].as_array().expect("items").clone();
    assert_eq!(states.len(), 2);
    assert_eq!(sequence(&desk), 0);
}

#[test]
fn the_log_of_a_case_holds_what_was_done_to_several_and_what_came_of_it() {
    let desk = desk_with_session();
    desk.json("need add Segunda");
    desk.json("need add Tercera");
    desk.json("hold 2 3 --reason Presupuesto");
    desk.json("resume 2 3");
    desk.run("undo").ok();
    desk.run("undo").ok();
    desk.json("evaluate raise 2 'Otra necesidad'");
    desk.json("need merge 3 2");
    let verbs = |case: &str| -> Vec<String> {
        let log = desk.json(&format!("log {case}"));
        log["items"]
            .as_array()
            .expect("items")
            .iter()
            .rev()
            .map(|one| one["verb"].as_str().expect("a verb").to_owned())
            .collect()
    };
    let both = ["need.add", "hold", "resume", "undo", "undo"];
    assert_eq!(verbs("2"), [&both[..], &["evaluate.raise", "need.merge"]].concat());
    assert_eq!(verbs("3"), [&both[..], &["need.merge"]].concat());
    assert_eq!(verbs("4"), ["evaluate.raise"]);
    let last = desk.json("log 4")["items"][0].clone();
    assert_eq!(last["case"], json!("AT-2026-0004"), "it is about the new one");
    assert_eq!(desk.json("export 2")["log"].as_array().map(Vec::len), Some(7));
    desk.file("necesidades.csv", "title\nQuinta\nSexta\n");
    desk.run("need import necesidades.csv").ok();
    assert_eq!(verbs("6"), ["need.import"]);
    assert_eq!(desk.json("check")["ok"], true);
    for change in ["DELETE FROM operation_case WHERE case_id = 3", "UPDATE operation_case SET case_id = 1"] {
        let refused = desk.database().execute(change, []).expect_err(change).to_string();
        assert!(refused.contains("append-only"), "{refused}");
    }
    desk.database()
        .execute_batch("DROP TRIGGER operation_case_stays; DELETE FROM operation_case WHERE case_id = 3")
        .expect("cut");
    let checked = desk.run("check --json").exits(8).json();
    assert!(checked.to_string().contains("log_edited"), "{checked}");
}
