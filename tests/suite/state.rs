//! A stage left out, a pause, a case given up.

use crate::desk::TestDesk;
use rusqlite::params;

/// A case at a stage, with a session to come that somebody was told of and a message still waiting; written by hand.
fn case_at(stage: &str) -> TestDesk {
    let desk = TestDesk::new();
    desk.json("person add 'Ana Ñáñez' --email ana@example.org");
    desk.json("need add Taller");
    let database = desk.database();
    database.execute("UPDATE cases SET stage = ?1", params![stage]).expect("the stage");
    database
        .execute_batch(
            "INSERT INTO session (case_id, number, start_at, end_at, zone, uid, place)
             VALUES (1, 1, '2026-03-10T14:00:00Z', '2026-03-10T16:00:00Z', 'America/Bogota', 'x', 'Auditorio'),
                    (1, 2, '2026-02-10T14:00:00Z', '2026-02-10T16:00:00Z', 'America/Bogota', 'y', 'Auditorio');
             UPDATE session SET state = 'held' WHERE number = 2;
             INSERT INTO invitation (session_id, person_id) VALUES (1, 1);
             INSERT INTO message (key, kind, case_id, session_id, person_id, name, channel, state, language, subject, body, message_id, queued_at)
             VALUES ('a', 'convocation', 1, 1, 1, 'Ana', 'email', 'sent', 'es', 's', 'b', 'm', 'x'),
                    ('b', 'newsletter', 1, 1, 1, 'Ana', 'email', 'queued', 'es', 's', 'b', 'm', 'x');",
        )
        .expect("sessions and messages");
    desk
}

#[track_caller]
fn goes_back_and_forth(desk: &TestDesk, line: &str) {
    let before = desk.dump();
    desk.run(line).ok();
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before, "{line}");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after, "{line}");
    assert_eq!(desk.json(line)["changed"], false, "{line} twice");
    assert_eq!(desk.dump(), after, "{line} twice");
}

#[test]
fn a_stage_is_left_out_only_where_the_profile_lets_it_be() {
    let desk = case_at("followup");
    goes_back_and_forth(&desk, "skip 1 followup --reason 'El grupo no lo necesita'");
    let error = desk.run("skip 1 evaluate --reason x --json").exits(4).error();
    assert_eq!(error["kind"], "refused");
    desk.run("skip 1 archive --reason x").exits(4);
    desk.run("skip 1 nothing --reason x").exits(2);
    desk.run("skip 1 followup").exits(2);
}

#[test]
fn a_stage_ahead_cannot_be_left_out_yet() {
    let desk = case_at("run");
    let error = desk.run("skip 1 followup --reason x --json").exits(4).error();
    assert_eq!(error["hint"], "ata run close AT-2026-0001");
    desk.run("skip 1 run --reason x").exits(4);
}

#[test]
fn a_case_on_hold_waits_and_goes_on() {
    let desk = case_at("plan");
    goes_back_and_forth(&desk, "hold 1 --reason 'Ley de garantías'");
    desk.run("need edit 1 --title Otro").exits(4);
}

#[test]
fn a_paused_case_is_taken_up_again_by_resume() {
    let desk = case_at("plan");
    desk.json("hold 1 --reason 'Ley de garantías'");
    let error = desk.run("need edit 1 --title Otro --json").exits(4).error();
    assert_eq!(error["hint"], "ata resume AT-2026-0001");
    goes_back_and_forth(&desk, "resume 1");
    assert_eq!(desk.json("need edit 1 --title Otro")["state_reason"], serde_json::Value::Null);
}

#[test]
fn a_case_given_up_sends_nothing_more_and_says_who_must_be_told() {
    let desk = case_at("notify");
    goes_back_and_forth(&desk, "cancel 1 --reason 'Se suspendió el convenio'");
    let state = |sql: &str| -> String { desk.database().query_row(sql, [], |row| row.get(0)).expect("a state") };
    assert_eq!(state("SELECT state FROM message WHERE key = 'b'"), "cancelled");
    assert_eq!(state("SELECT state FROM message WHERE key = 'a'"), "sent");
    assert_eq!(state("SELECT state FROM session WHERE number = 1"), "cancelled");
    assert_eq!(state("SELECT state FROM session WHERE number = 2"), "held");
    assert_eq!(state("SELECT kind || ' ' || place FROM session_change"), "cancelled Auditorio");
    desk.run("undo").ok();
    let ran = desk.run("cancel 1 --reason 'Se suspendió el convenio'").ok();
    assert!(ran.stderr.contains("ata notify draft AT-2026-0001 --as cancellation"), "{}", ran.stderr);
    desk.run("hold 1 --reason x").exits(4);
    desk.run("resume 1").exits(4);
}

#[test]
fn several_cases_are_held_at_once_or_none_is() {
    let desk = case_at("plan");
    desk.json("need add Visita");
    let both = desk.json("hold 1 2 --reason Receso");
    assert_eq!((&both["total"], &both["changed"]), (&2.into(), &true.into()));
    desk.json("cancel 2 --reason x");
    let before = desk.dump();
    desk.run("resume 1 2").exits(4);
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_refusal_names_stages_in_the_readers_words() {
    let mut desk = TestDesk::new();
    desk.json("need add 'Taller'");
    let ran = desk.run("plan approve 1 --signed-by Nadie");
    assert_ne!(ran.code, 0);
    assert!(desk.run("skip 1 need --reason x").exits(4).stderr.contains("omitir la etapa «Necesidad»"));
    let ran = desk.run("need accept 1 --shortcut notify").exits(4);
    assert!(ran.stderr.contains("(origen «Solicitud») pase directamente a «Comunicación»"), "{}", ran.stderr);
    let ran = desk.run("schedule confirm 1").exits(4);
    assert!(ran.stderr.contains("está en la etapa «Necesidad» y todavía no llega a «Cronograma»"), "{}", ran.stderr);
    desk.speaks("pt");
    assert!(desk.run("schedule confirm 1").exits(4).stderr.contains("na etapa “Necessidade”"));
}
