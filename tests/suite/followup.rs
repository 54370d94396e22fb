//! Stage 7 from outside.

use crate::desk::TestDesk;
use serde_json::Value;

/// A register with two groups, a municipality and a person, and one case at the stage named, its earlier stages done.
pub fn case_at(stage: &str) -> TestDesk {
    let desk = TestDesk::new();
    desk.database()
        .execute_batch(
            "INSERT INTO organisation (id, code, name, fold, kind, email) VALUES
               (1, 'GVSP', 'Grupo de Vigilancia', 'grupo de vigilancia', 'group', 'vigilancia@example.org'),
               (2, 'GSA', 'Grupo de Salud Ambiental', 'grupo de salud ambiental', 'group', 'ambiental@example.org'),
               (3, 'AFL', 'Alcaldía de Floridablanca', 'alcaldia de floridablanca', 'municipality', '');
             INSERT INTO person (id, name, fold, match_key, email, organisation_id) VALUES
               (1, 'Marcela Rueda', 'marcela rueda', 'marcela rueda', 'marcela@example.org', 1);",
        )
        .expect("people");
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.\n");
    desk.json(
        "need add 'Vigilancia del dengue' --requester AFL --beneficiary AFL --group GVSP --evidence solicitud.txt",
    );
    desk.json("need accept 1");
    let batch = format!(
        "INSERT INTO plan (case_id, activity, objective, audience, approved_by, approved_on)
           VALUES (1, 'workshop', 'Fortalecer la notificación', 'Equipo municipal', 1, '2026-02-20');
         INSERT INTO session (id, case_id, number, state, start_at, end_at, zone, place, place_fold, uid)
           VALUES (1, 1, 1, 'held', '2026-03-01T13:00:00Z', '2026-03-01T17:00:00Z', 'America/Bogota', 'Auditorio', 'auditorio', 'u1');
         INSERT INTO invitation (session_id, person_id) VALUES (1, 1);
         INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (1, 1, 'present', 230);
         INSERT INTO response (session_id, print, answers) VALUES (1, 'aa', '{{\"content_relevance\":5}}');
         INSERT INTO counter (name, value) VALUES ('message', 1);
         INSERT INTO message (id, key, kind, case_id, session_id, person_id, name, address, channel, state, language, subject,
                              body, message_id, signed_by, queued_at, sent_at)
           VALUES (1, 'k1', 'convocation', 1, 1, 1, 'Marcela Rueda', 'marcela@example.org', 'email', 'sent', 'es', 'Convocatoria',
                   'Cordial saludo', 'k1@example.org', 1, '2026-02-20T14:00:00Z', '2026-02-20T14:00:00Z');
         UPDATE cases SET stage = '{stage}' WHERE id = 1;"
    );
    desk.database().execute_batch(&batch).expect("a case on its way");
    desk
}

/// Undoing brings every row back, and undoing that does the thing again.
#[track_caller]
pub fn can_be_undone(desk: &TestDesk, line: &str) -> Value {
    let before = desk.dump();
    let done = desk.json(line);
    assert_eq!(done["changed"], true, "{line}");
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before, "undo {line}");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after, "redo {line}");
    done
}

#[test]
fn a_commitment_has_an_owner_and_a_day_and_is_registered_once() {
    let desk = case_at("followup");
    let line =
        "followup add 1 'Ajustar los casos pendientes' --owner AFL --due 2026-03-20 --session 1-S1 --kind agreement";
    let added = can_be_undone(&desk, line);
    assert_eq!(added["id"], "AT-2026-0001-C1");
    assert_eq!(added["session"], "AT-2026-0001-S1");
    assert_eq!(added["owner"]["id"], "O-3");
    assert_eq!((added["status"].as_str(), added["overdue"].as_bool()), (Some("open"), Some(false)));
    assert_eq!(desk.json(line)["changed"], false);
    assert_eq!(desk.json("followup list 1")["total"], 1);
    desk.run("followup add 1 'Otro' --owner Nadie --due 2026-03-20").exits(3);
    desk.run("followup add 1 'Otro' --owner AFL --due 2026-02-30").exits(2);
    desk.run("followup add 1 'Otro' --owner AFL --due 2026-03-20 --kind promise").exits(2);
    desk.run("followup add 1 '' --owner AFL --due 2026-03-20").exits(2);
    desk.run("followup add 7 'Otro' --owner AFL --due 2026-03-20").exits(3);
}

#[test]
fn what_is_overdue_is_a_finding() {
    let mut desk = case_at("followup");
    desk.json("followup add 1 'Ajustar los casos' --owner AFL --due 2026-03-20");
    desk.json("followup add 1 'Enviar la guía' --owner marcela@example.org --due 2026-04-20");
    desk.run("followup list --overdue").ok();
    desk.at("2026-03-21T09:00:00-05:00");
    let found = desk.run("followup list --overdue --json").exits(6).json();
    assert_eq!(found["total"], 1);
    assert_eq!(found["items"][0]["overdue"], true);
    for line in ["followup list", "show 1", "show 1-C1", "trace 1"] {
        let said = desk.run(line).ok().stdout;
        assert!(said.contains("Pendiente · vencido"), "{line}: {said}");
    }
    assert_eq!(desk.json("followup list --owner marcela@example.org")["items"][0]["id"], "AT-2026-0001-C2");
    desk.json("followup done 1-C1 --note 'Ajustados'");
    desk.run("followup list --overdue").ok();
    assert_eq!(desk.json("followup list --open")["total"], 1);
    assert_eq!(desk.json("followup list")["total"], 2);
}

#[test]
fn every_report_is_kept_and_the_same_report_twice_is_one() {
    let desk = case_at("followup");
    desk.json("followup add 1 'Ajustar los casos' --owner AFL --due 2026-03-20");
    let line = "followup update 1-C1 --status in-progress --note 'Van tres de cinco'";
    let first = can_be_undone(&desk, line);
    assert_eq!(first["status"], "in_progress");
    assert_eq!(desk.json(line)["changed"], false);
    let second = desk.json("followup update 1-C1 --status in-progress --note 'Van cuatro'");
    assert_eq!(second["progress"].as_array().map(Vec::len), Some(2));
    assert_eq!(second["progress"][1]["note"], "Van cuatro");
    desk.run("followup update 1-C1 --status done --note x").exits(2);
}

#[test]
fn nothing_is_done_because_somebody_says_so() {
    let desk = case_at("followup");
    desk.json("followup add 1 'Enviar la guía' --owner AFL --due 2026-03-20");
    let refused = desk.run("followup done 1-C1 --json").exits(2).error();
    assert_eq!(refused["hint"], "ata followup done 1-C1 --evidence FILE --note TEXT");
    desk.file("guia.pdf", "guía");
    let done = can_be_undone(&desk, "followup done 1-C1 --evidence guia.pdf");
    assert_eq!(done["status"], "done");
    assert_eq!(done["settled_on"], "2026-03-02");
    assert_eq!(done["evidence"][0], "AT-2026-0001-D2");
    assert_eq!(desk.json("followup done 1-C1 --evidence guia.pdf")["changed"], false);
    desk.file("foto.jpg", "foto");
    assert_eq!(desk.json("followup done 1-C1 --evidence foto.jpg")["evidence"].as_array().map(Vec::len), Some(2));
}

#[test]
fn several_commitments_are_settled_at_once_or_none() {
    let desk = case_at("followup");
    desk.json("followup add 1 'Uno' --owner AFL --due 2026-03-20");
    desk.json("followup add 1 'Dos' --owner AFL --due 2026-03-20");
    desk.run("followup done 1-C1 1-C9 --note Listo").exits(3);
    assert_eq!(desk.json("followup list --open")["total"], 2);
    assert_eq!(desk.json("followup done 1-C1 1-C2 --note Listo")["total"], 2);
    assert_eq!(desk.json("followup list --open")["total"], 0);
}

#[test]
fn a_settled_commitment_is_opened_again_before_it_is_settled_otherwise() {
    let desk = case_at("followup");
    desk.json("followup add 1 'Uno' --owner AFL --due 2026-03-20");
    can_be_undone(&desk, "followup waive 1-C1 --reason 'Ya no aplica'");
    let refused = desk.run("followup done 1-C1 --note Listo --json").exits(4).error();
    assert_eq!(refused["hint"], "ata followup update AT-2026-0001-C1 --status open --note TEXT");
    desk.run("followup update 1-C1 --status in-progress --note x").exits(4);
    let open = can_be_undone(&desk, "followup update 1-C1 --status open --note 'Sí aplica'");
    assert_eq!((open["status"].as_str(), open["settled_on"].is_null()), (Some("open"), true));
    desk.json("followup done 1-C1 --note Listo");
}

#[test]
fn the_stage_is_left_when_every_commitment_is_settled() {
    let desk = case_at("followup");
    desk.json("followup add 1 'Uno' --owner AFL --due 2026-03-20");
    let refused = desk.run("followup close 1 --json").exits(4).error();
    assert_eq!(refused["details"][0]["control"], "commitments_settled");
    assert_eq!(refused["hint"], "ata followup done AT-2026-0001-C1 --note TEXT");
    desk.json("followup done 1-C1 --note Listo");
    let closed = can_be_undone(&desk, "followup close 1");
    assert_eq!(closed["stage"], "archive");
    assert_eq!(desk.json("followup close 1")["changed"], false);
}

#[test]
fn a_need_of_another_group_becomes_a_case_there_and_its_head_is_told_once() {
    let desk = case_at("followup");
    let line = "followup refer 1 --to GSA --title 'Control de criaderos' --reason 'Es competencia del grupo'";
    let case = can_be_undone(&desk, line);
    assert_eq!(case["id"], "AT-2026-0002");
    assert_eq!(case["origin"], "followup");
    assert_eq!(case["parent"], "AT-2026-0001");
    assert_eq!(case["group"]["id"], "O-2");
    assert_eq!(case["requesters"][0]["id"], "O-1");
    assert_eq!(case["beneficiaries"][0]["id"], "O-3");
    let told =
        "SELECT count(*) FROM message WHERE kind = 'referral' AND case_id = 2 AND address = 'ambiental@example.org'";
    let count = |desk: &TestDesk| desk.database().query_row(told, [], |row| row.get::<_, i64>(0)).expect("a count");
    assert_eq!(count(&desk), 1);
    assert_eq!(desk.json(line)["changed"], false);
    assert_eq!(count(&desk), 1);
    desk.run("followup refer 1 --to GVSP --title 'Lo nuestro'").exits(4);
    desk.run("followup refer 1 --to Nadie --title 'Lo de nadie'").exits(3);
}

#[test]
fn tables_fit_a_narrow_terminal() {
    let desk = case_at("followup");
    desk.json(
        "followup add 1 'Ajustar en el aplicativo los casos pendientes de la semana diez' --owner AFL --due 2026-03-20",
    );
    let words = ["followup", "list"].map(str::to_owned);
    let output = desk.command(&words).env("ATA_COLUMNS", "80").output().expect("ata runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn what_belongs_to_a_case_given_up_is_neither_pending_nor_overdue() {
    let mut desk = case_at("followup");
    desk.json("followup add 1 'Ficha de seguimiento' --owner P-1 --due 2026-03-30");
    desk.at("2026-04-10T09:00:00-05:00");
    desk.run("followup list --overdue").exits(6);
    desk.json("cancel 1 --reason 'Sin recursos'");
    assert_eq!(desk.json("followup list --overdue")["total"], 0);
    assert_eq!(desk.json("followup list --open")["total"], 0);
    let all = desk.json("followup list 1");
    assert_eq!((&all["total"], &all["items"][0]["overdue"]), (&1.into(), &false.into()));
    assert_eq!(desk.json("check")["ok"], true);
}
