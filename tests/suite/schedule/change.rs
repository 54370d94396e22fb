//! Moving, cancelling and editing sessions, and what has to be told of it.

use super::room::{approved, desk, message, message_states};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A desk with one session on 10 March, three invited.
fn with_session() -> TestDesk {
    let desk = desk();
    desk.json(
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --place Auditorio --facilitator P-1 --agenda Vacunas
         --invite VET --invite P-4",
    );
    desk
}

#[test]
fn a_moved_session_keeps_its_length_and_its_past() {
    let desk = with_session();
    let moved = desk.json("schedule move 1-s1 --start '2026-03-12 14:00' --reason 'Paro de transporte'");
    assert_eq!(moved["state"], "moved");
    assert_eq!(moved["start"], "2026-03-12T14:00:00-05:00");
    assert_eq!(moved["end"], "2026-03-12T17:00:00-05:00");
    assert_eq!(moved["sequence"], 1);
    assert_eq!(
        moved["changes"],
        json!([{"sequence": 1, "kind": "moved", "on": "2026-03-02", "reason": "Paro de transporte",
                "start": "2026-03-10T09:00:00-05:00", "end": "2026-03-10T12:00:00-05:00", "modality": "in-person",
                "place": "Auditorio", "link": null}])
    );
    let again = desk.json("schedule move 1-s1 --start '2026-03-12 14:00' --reason 'Paro de transporte'");
    assert_eq!((&again["changed"], &again["sequence"]), (&json!(false), &json!(1)));
    let longer = desk.json("schedule move 1-s1 --duration 4h --reason 'Más temas'");
    assert_eq!((&longer["end"], &longer["sequence"]), (&json!("2026-03-12T18:00:00-05:00"), &json!(2)));
    let both = desk.json("schedule move 1-s1 --start '2026-03-13 22:00' --end '2026-03-14 01:00' --reason Turno");
    assert_eq!(both["end"], "2026-03-14T01:00:00-05:00");
    assert_eq!(both["uid"], moved["uid"]);
}

#[test]
fn a_move_is_refused_for_the_right_reason() {
    let desk = with_session();
    approved(&desk, "Visita a Vetas");
    desk.json("schedule add 2 --start '2026-03-17 09:00' --duration 1h --facilitator P-1");
    for (options, code) in [
        ("--reason Lluvia", 2),
        ("--start '2026-03-12 09:00'", 2),
        ("--start '2026-03-12 09:00' --end '2026-03-12 08:00' --reason Lluvia", 2),
        ("--end '2026-03-10 09:00' --reason Lluvia", 2),
        ("--start '2026-02-30 09:00' --reason Lluvia", 2),
        ("--start '2026-03-04 09:00' --reason Lluvia", 4),
        ("--start '2026-02-04 09:00' --reason Lluvia", 4),
        ("--start '2026-03-17 08:00' --reason Lluvia", 4),
    ] {
        desk.run(&format!("schedule move 1-S1 {options}")).exits(code);
    }
    desk.run("schedule move 1-S9 --start '2026-03-12 09:00' --reason Lluvia").exits(3);
    let moved = desk
        .json("schedule move 1-S1 --start '2026-03-17 08:00' --reason Lluvia --allow-conflict 'Solo abre la jornada'");
    assert_eq!(moved["conflict_reason"], "Solo abre la jornada");
    let moved = desk.json("schedule move 1-S1 --start '2026-03-03 08:00' --reason Lluvia --extraordinary Brote");
    assert_eq!(moved["extraordinary"], "Brote");
    assert_eq!(moved["conflict_reason"], Value::Null);
    let error = desk.run("schedule move 2-S1 --start '2026-03-04 09:00' --reason Lluvia --json").exits(4).error();
    let hint = error["hint"].as_str().expect("a hint");
    assert!(hint.starts_with("ata schedule move AT-2026-0002-S1 --start \"2026-03-04 09:00\""), "{hint}");
}

#[test]
fn a_session_held_or_cancelled_stays_as_it_is() {
    let desk = with_session();
    desk.database().execute("UPDATE session SET state = 'held'", []).expect("a row");
    for line in [
        "schedule move 1-S1 --start '2026-03-12 14:00' --reason Lluvia",
        "schedule cancel 1-S1 --reason Lluvia",
        "schedule edit 1-S1 --place Sala",
    ] {
        desk.run(line).exits(4);
    }
    desk.database().execute("UPDATE session SET state = 'scheduled'", []).expect("a row");
    desk.json("schedule cancel 1-S1 --reason Lluvia");
    assert_eq!(desk.json("schedule cancel 1-S1 --reason Lluvia")["changed"], false);
    desk.run("schedule move 1-S1 --start '2026-03-12 14:00' --reason Lluvia").exits(4);
    desk.run("schedule edit 1-S1 --place Sala").exits(4);
}

#[test]
fn several_sessions_are_cancelled_in_one_operation() {
    let desk = with_session();
    desk.json("schedule add 1 --start '2026-03-11 09:00' --duration 1h");
    let cancelled = desk.json("schedule cancel 1-S1 1-S2 --reason 'Sin presupuesto'");
    assert_eq!(cancelled["total"], 2);
    assert_eq!(cancelled["items"][1]["state"], "cancelled");
    assert_eq!(cancelled["items"][1]["sequence"], 1);
    assert_eq!(cancelled["items"][1]["changes"][0]["kind"], "cancelled");
    desk.run("schedule confirm 1").exits(4);
}

#[test]
fn what_waits_to_be_told_of_an_old_date_is_not_sent_and_who_was_told_is_counted() {
    for (line, kind) in [
        ("schedule move 1-S1 --start '2026-03-12 09:00' --reason Lluvia", "change"),
        ("schedule edit 1-S1 --place Coliseo", "change"),
        ("schedule edit 1-S1 --link https://meet.example/x", "change"),
        ("schedule edit 1-S1 --modality mixed", "change"),
        ("schedule cancel 1-S1 --reason Lluvia", "cancellation"),
    ] {
        let desk = with_session();
        message(&desk, "convocation", 1, 2, "sent");
        message(&desk, "convocation", 1, 3, "queued");
        message(&desk, "letter", 1, 4, "failed");
        message(&desk, "newsletter", 1, 4, "queued");
        let ran = desk.run(line).ok();
        assert_eq!(message_states(&desk), ["sent", "cancelled", "cancelled", "queued"], "{line}");
        let tell = format!(
            "Una persona ya fue avisada y debe conocer el cambio: ata notify draft AT-2026-0001-S1 --as {kind} "
        );
        assert!(ran.stderr.contains(&tell), "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains("Se anularon 2 avisos en cola"), "{line}: {}", ran.stderr);
        desk.run("undo").ok();
        assert_eq!(message_states(&desk), ["sent", "queued", "failed", "queued"], "{line}");
    }
}

#[test]
fn agenda_facilitators_and_invited_keep_the_calendar_entry() {
    let desk = with_session();
    message(&desk, "convocation", 1, 2, "queued");
    let edited = desk.json(
        "schedule edit 1-S1 --agenda '09:00 Uno | Rosa' --agenda '10:00 Dos' --facilitator P-3 --no-facilitator P-1 --invite P-1
         --capacity 50",
    );
    assert_eq!(edited["sequence"], 0);
    assert_eq!(edited["changes"], json!([]));
    assert_eq!(edited["agenda"][1]["topic"], "Dos");
    assert_eq!(edited["facilitators"], json!([{"id": "P-3", "name": "Rosa Díaz"}]));
    assert_eq!(edited["invited"], 4);
    assert_eq!(edited["capacity"], 50);
    assert_eq!(message_states(&desk), ["queued"]);
    assert_eq!(desk.json("schedule edit 1-S1 --capacity 0")["capacity"], Value::Null);
    assert_eq!(desk.json("schedule edit 1-S1 --place auditorio")["sequence"], 1);
    assert_eq!(desk.json("schedule edit 1-S1 --place auditorio")["changed"], false);
    let nowhere =
        desk.json("schedule edit 1-S1 --place '' --link https://meet.example/x --modality virtual --reason Lluvia");
    assert_eq!((&nowhere["place"], &nowhere["sequence"]), (&Value::Null, &json!(2)));
    assert_eq!(nowhere["changes"][1]["place"], "auditorio");
    assert_eq!(nowhere["changes"][1]["reason"], "Lluvia");
}

#[test]
fn a_new_facilitator_or_place_may_clash_and_a_clash_may_end() {
    let desk = with_session();
    approved(&desk, "Visita a Vetas");
    desk.json("schedule add 2 --start '2026-03-10 10:00' --duration 1h --place Sala --facilitator P-2");
    desk.run("schedule edit 2-S1 --facilitator P-1").exits(4);
    desk.run("schedule edit 2-S1 --place auditorio").exits(4);
    desk.run("schedule add 2 --start '2026-03-10 10:00' --duration 1h --place Sala --facilitator P-1").exits(4);
    let accepted = desk.json("schedule edit 2-S1 --facilitator P-1 --allow-conflict 'Solo la apertura'");
    assert_eq!(accepted["conflict_reason"], "Solo la apertura");
    assert_eq!(desk.json("schedule edit 2-S1 --facilitator P-3")["conflict_reason"], "Solo la apertura");
    assert_eq!(desk.json("schedule edit 2-S1 --no-facilitator P-1")["conflict_reason"], Value::Null);
}

#[test]
fn who_is_uninvited_is_not_sent_the_invitation_and_may_be_invited_again() {
    let desk = with_session();
    message(&desk, "convocation", 1, 2, "sent");
    message(&desk, "convocation", 1, 3, "queued");
    let ran = desk.run("schedule edit 1-S1 --uninvite VET").ok();
    assert!(ran.stderr.contains("ata notify draft AT-2026-0001-S1 --as cancellation"), "{}", ran.stderr);
    assert_eq!(message_states(&desk), ["sent", "cancelled"]);
    assert_eq!(desk.json("schedule edit 1-S1 --uninvite VET")["changed"], false);
    assert_eq!(desk.json("schedule edit 1-S1 --uninvite P-4")["invited"], 0);
    message(&desk, "cancellation", 1, 2, "queued");
    let again = desk.json("schedule edit 1-S1 --invite luis@x.example");
    assert_eq!((&again["invited"], &again["sequence"]), (&json!(1), &json!(0)));
    assert_eq!(message_states(&desk), ["sent", "cancelled", "cancelled"]);
    desk.run("schedule edit 1-S1 --uninvite P-1").exits(3);
    desk.run("schedule edit 1-S1 --uninvite 'board:Mesa Materna'").exits(3);
}

#[test]
fn things_to_have_ready_are_listed_once_and_ticked_off() {
    let desk = with_session();
    let list =
        desk.json("schedule logistics 1-S1 --need 'Proyector y telón' --need Refrigerios --assign rosa@x.example");
    assert_eq!(
        list["logistics"][0],
        json!({"item": "Proyector y telón", "assigned": {"id": "P-3", "name": "Rosa Díaz"}, "done": false})
    );
    assert_eq!(desk.json("schedule logistics 1-S1 --need 'PROYECTOR Y TELON'")["changed"], false);
    let passed = desk.json("schedule logistics 1-S1 --need Refrigerios --assign P-4 --done 'proyector y telon'");
    assert_eq!(passed["logistics"][1]["assigned"]["id"], "P-4");
    assert_eq!(passed["logistics"][0]["done"], true);
    assert_eq!(desk.json("schedule logistics 1-S1 --done 'proyector y telon'")["changed"], false);
    assert_eq!(desk.json("schedule logistics 1-S1")["total"], 2);
    desk.run("schedule logistics 1-S1 --done Sillas").exits(3);
    desk.run("schedule logistics 1-S1 --assign P-4").exits(2);
    desk.run("schedule logistics 1-S1 --need ''").exits(2);
}
