//! Closing and sealing.

use super::{closed, complete};
use crate::followup::case_at;

#[test]
fn a_file_that_lacks_something_is_not_closed() {
    let desk = case_at("archive");
    let error = desk.run("archive close 1 --json").exits(4).error();
    let missing: Vec<_> =
        error["details"].as_array().expect("details").iter().map(|one| one["control"].clone()).collect();
    assert_eq!(missing, ["classified", "records_complete"]);
    desk.json("archive classify 1 --series 120-2-40");
    desk.run("archive close 1").exits(4);
    desk.run("archive close 1 --waive classified=Porque").exits(4);
    let case = desk.json("archive close 1 --waive 'records_complete=El acta se extravió; hay constancia'");
    assert_eq!(case["state"], "closed");
}

#[test]
fn a_document_whose_folios_nobody_counted_keeps_the_file_open() {
    let desk = complete();
    desk.file("anexo.txt", "anexo");
    desk.json("archive attach 1 anexo.txt --folios 0");
    let error = desk.run("archive close 1 --json").exits(4).error();
    assert_eq!(error["details"][0]["control"], "foliated");
    let anexo = desk.json("show 1")["documents"].as_array().expect("documents").len();
    assert_eq!(error["hint"], format!("ata archive edit AT-2026-0001-D{anexo} --folios N"));
}

#[test]
fn what_came_undone_since_its_stage_was_closed_keeps_the_file_open() {
    let desk = complete();
    let passage = "INSERT INTO passage (case_id, stage, outcome, on_day, by) VALUES (1, 'followup', 'closed', '2026-03-01', 'Prueba')";
    desk.database().execute(passage, []).expect("a stage that was closed");
    let commitment = desk.json("followup add 1 'Enviar la guía' --owner P-1 --due 2026-03-20")["id"].clone();
    let commitment = commitment.as_str().expect("an id");
    let error = desk.run("archive close 1 --json").exits(4).error();
    assert_eq!(error["details"][0]["control"], "commitments_settled");
    assert_eq!(desk.json("show 1")["missing"][0]["control"], "commitments_settled", "the dossier says so beforehand");
    let next = desk.json("next")["items"].clone();
    let step = next.as_array().into_iter().flatten().find(|item| item["what"] == "file_to_archive");
    assert_eq!(step.map(|step| &step["lacks"]), Some(&serde_json::json!(["commitments_settled"])));
    assert!(desk.run("archive review 1").exits(6).stdout.contains("followup done"));
    desk.json(&format!("followup done {commitment} --note Enviada"));
    desk.run("archive review 1").ok();
    desk.json("archive close 1");
}

#[test]
fn closing_says_how_long_the_file_is_kept_and_what_becomes_of_it() {
    let desk = complete();
    let closed = desk.json("archive close 1");
    assert_eq!(
        (&closed["office_until"], &closed["central_until"], &closed["disposal"]),
        (&"2028-03-02".into(), &"2036-03-02".into(), &"CT".into())
    );
    let said = desk.run("archive close 1").ok().stdout;
    assert!(said.contains("hasta el 2028-03-02") && said.contains("después: Conservación total"), "{said}");
}

#[test]
fn closing_numbers_the_folios_and_seals_and_twice_is_once() {
    let desk = complete();
    let before = desk.dump();
    let dry = desk.json("archive close 1 --dry-run");
    assert_eq!(dry["state"], "closed");
    assert_eq!(desk.dump(), before);
    let case = desk.json("archive close 1");
    assert_eq!((case["folios"].as_i64(), case["folders"].as_i64()), (Some(6), Some(1)));
    assert_eq!(case["closed_at"], "2026-03-02T09:00:00-05:00");
    assert_eq!(case["seal"].as_str().map(str::len), Some(64));
    assert_eq!(case["seal"], dry["seal"]);
    let again = desk.json("archive close 1");
    assert_eq!((again["changed"].as_bool(), &again["seal"]), (Some(false), &case["seal"]));
    let folios =
        "SELECT group_concat(folio_from || '-' || folio_to, ' ') FROM (SELECT * FROM document ORDER BY folio_from)";
    let folios: String = desk.database().query_row(folios, [], |row| row.get(0)).expect("folios");
    assert_eq!(folios, "1-2 3-6");
}

#[test]
fn nothing_about_a_closed_case_can_be_changed_by_command() {
    let desk = closed();
    let before = desk.dump();
    desk.file("tarde.txt", "tarde");
    for line in [
        "archive attach 1 tarde.txt",
        "archive edit 1-D1 --folios 9",
        "need edit 1 --title Otro",
        "followup add 1 'Tarde' --owner AFL --due 2026-04-01",
        "followup refer 1 --to GSA --title Tarde",
    ] {
        desk.run(line).exits(4);
    }
    // What says the same again is no change.
    assert_eq!(desk.json("archive classify 1 --series 120-2-40")["changed"], false);
    assert_eq!(desk.dump(), before);
}

#[test]
fn nothing_about_a_closed_case_can_be_changed_by_sql() {
    let desk = closed();
    let database = desk.database();
    for sql in [
        "UPDATE cases SET title = 'Otro' WHERE id = 1",
        "UPDATE cases SET state = 'open' WHERE id = 1",
        "DELETE FROM document WHERE case_id = 1",
        "UPDATE document SET folios = 9 WHERE case_id = 1",
        "INSERT INTO party (case_id, role, position, person_id) VALUES (1, 'requester', 9, 1)",
        "UPDATE plan SET objective = 'Otro'",
        "UPDATE session SET place = 'Otro'",
        "DELETE FROM attendance",
        "UPDATE message SET state = 'failed' WHERE case_id = 1",
        "DELETE FROM passage WHERE case_id = 1",
        "DELETE FROM response",
        "UPDATE blob SET content = x'00'",
        "INSERT INTO commitment (case_id, number, text, fold, person_id, due) VALUES (1, 9, 'x', 'x', 1, '2026-04-01')",
    ] {
        let error = database.execute_batch(sql).expect_err(sql).to_string();
        assert!(error.contains("sealed"), "{sql}: {error}");
    }
}

#[test]
fn a_closing_is_not_taken_back_nor_anything_before_it() {
    let desk = closed();
    let last: i64 = desk.database().query_row("SELECT max(op) FROM operation", [], |row| row.get(0)).expect("an op");
    for op in 2..=last {
        desk.run(&format!("undo --op {op}")).exits(4);
    }
}

#[test]
fn mail_on_its_way_keeps_the_file_open_and_uncalled_notices_are_given_up() {
    let desk = complete();
    let message = "INSERT INTO message (id, key, kind, case_id, person_id, name, address, channel, state, language, subject, body,
        message_id, queued_at) VALUES (?1, ?1, 'letter', 1, 1, 'Marcela', 'm@example.org', ?2, ?3, 'es', 'x', 'x', ?1, 'x')";
    let database = desk.database();
    database.execute(message, rusqlite::params![7, "email", "queued"]).expect("a message");
    let error = desk.run("archive close 1 --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify send AT-2026-0001 --via maildir:DIR");
    database.execute_batch("UPDATE message SET state = 'uncertain' WHERE id = 7").expect("uncertain");
    let error = desk.run("archive close 1 --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify resolve M-7 sent|failed");
    database.execute_batch("UPDATE message SET state = 'sent' WHERE id = 7").expect("sent");
    database.execute(message, rusqlite::params![8, "phone", "queued"]).expect("a call");
    let ran = desk.run("archive close 1").ok();
    assert!(ran.stderr.contains("Se anuló un aviso"), "{}", ran.stderr);
}

#[test]
fn a_case_that_has_stages_to_pass_is_not_closed() {
    let desk = case_at("followup");
    let error = desk.run("archive close 1 --json").exits(4).error();
    assert_eq!(error["hint"], "ata followup close AT-2026-0001");
    desk.run("archive close 5").exits(3);
}
