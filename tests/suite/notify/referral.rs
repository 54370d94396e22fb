//! Referrals: whom a need passes to is told, once, and from whoever passes it on; and what nobody can send holds up nobody else.

use super::{draft, each, mails, planned};
use crate::desk::TestDesk;
use serde_json::json;

/// A case with a notice that waits, and a need that a group without an address is asked to take.
fn with_a_need() -> TestDesk {
    let desk = planned();
    for line in [
        "org add 'Grupo de Salud Ambiental' --code GSA --kind group --email ambiental@example.org",
        "org add 'Grupo Sin Correo' --code GSC --kind group",
        "need add 'Control de criaderos' --evidence solicitud.txt",
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator marcela@example.org \
         --agenda Apertura --invite ana@example.org",
        "schedule confirm 1",
    ] {
        desk.json(line);
    }
    draft(&desk, "1", "convocation");
    desk
}

#[test]
fn a_message_without_a_sender_waits_by_its_name_and_the_rest_is_sent() {
    let desk = with_a_need();
    desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
    for (sent, kept) in [(1, mails(&desk).len()), (0, 1)] {
        assert_eq!(mails(&desk).len(), kept);
        let ran = desk.run("notify send --via maildir:correo --json").exits(7);
        let report = ran.json();
        assert_eq!((&report["sent"], &report["without_sender"]), (&json!(sent), &json!(["M-2"])));
        assert!(ran.stderr.contains("M-2 queda sin enviar") && ran.stderr.contains("--from"), "{}", ran.stderr);
    }
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["sent", "queued"]);
    desk.run("notify send 2 --via maildir:correo").exits(7);
    assert_eq!(desk.json("notify send --via maildir:correo --from at@example.org")["sent"], 1);
    assert!(std::fs::read_to_string(&mails(&desk)[1]).expect("a mail").contains("at@example.org"));
}

#[test]
fn a_referral_comes_from_whoever_passes_the_need_on_and_only_the_last_one_leaves() {
    let desk = with_a_need();
    desk.json("need edit 2 --group GVSP");
    desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
    let from =
        |desk: &TestDesk, message: &str| desk.json(&format!("notify preview {message}"))["from"]["address"].clone();
    assert_eq!(from(&desk, "M-2"), "vigilancia@example.org");
    let ran = desk.run("need refer 2 --to AVE --reason 'Es competencia del municipio'").ok();
    assert!(ran.stderr.contains("Se anuló el aviso M-2"), "{}", ran.stderr);
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["queued", "cancelled", "queued"]);
    assert_eq!(from(&desk, "M-3"), "ambiental@example.org");
    // Back to whom was asked first: the same message, with what is true now.
    desk.json("need refer 2 --to GSA --reason 'El municipio no puede'");
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["queued", "queued", "cancelled"]);
    assert_eq!(from(&desk, "M-2"), "alcaldia@vetas.example");
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 2);
    // Told, and told again when it comes back once more.
    desk.json("need refer 2 --to GVSP --reason 'Por error'");
    desk.json("need refer 2 --to GSA --reason 'Otra vez'");
    assert_eq!(each(&desk.json("notify outbox 2"), "/state"), ["sent", "cancelled", "cancelled", "queued"]);
}

#[test]
fn who_refers_signs_where_the_directory_knows_them() {
    let desk = with_a_need();
    desk.run("need refer 2 --to GSA --reason 'Es competencia del grupo' --by 'Marcela Rueda'").ok();
    let letter = desk.json("notify preview M-2");
    assert_eq!(
        (&letter["from"]["address"], &letter["signed_by"]),
        (&"marcela@example.org".into(), &"Marcela Rueda".into())
    );
}

#[test]
fn a_letter_names_the_addressee_and_the_institution_once() {
    let desk = with_a_need();
    desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
    let letter = desk.json("notify preview M-2")["body"].as_str().expect("a text").to_owned();
    assert!(letter.starts_with("Secretaría de Salud de Santander\n\nM-2\n"), "{letter}");
    assert!(letter.contains("2026\n\nGrupo de Salud Ambiental\n\nAsunto"), "{letter}");
    assert!(!letter.contains("responsable: Secretaría"), "{letter}");
    assert!(letter.contains("Prueba\nSecretaría de Salud de Santander\n"), "{letter}");
}

#[test]
fn the_row_that_proves_that_a_notice_left_belongs_to_each_case_of_its_messages() {
    let desk = with_a_need();
    desk.json("need edit 2 --group GVSP");
    desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 2);
    for case in ["1", "2"] {
        assert!(each(&desk.json(&format!("log {case}")), "/verb").contains(&"notify.send".to_owned()), "{case}");
    }
    let desk = with_a_need();
    desk.json("notify send --via maildir:correo");
    let log = desk.json("log");
    let sent = log["items"].as_array().expect("rows").iter().find(|row| row["verb"] == "notify.send").expect("a row");
    assert_eq!(sent["case"], "AT-2026-0001");
    assert_eq!(desk.json("check")["problems"].as_array().map_or(0, Vec::len), 0);
}

#[test]
fn who_was_to_take_a_need_that_is_decided_on_is_not_told_of_it() {
    for line in ["need reject 2 --reason 'No es competencia'", "need merge 2 1"] {
        let desk = with_a_need();
        desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
        let ran = desk.run(line).ok();
        assert!(ran.stderr.contains("M-2"), "{line}: {}", ran.stderr);
        assert_eq!(each(&desk.json("notify outbox 2"), "/state"), ["cancelled"], "{line}");
        assert!(!desk.json("next").to_string().contains("notify send AT-2026-0002"), "{line}");
    }
}

#[test]
fn what_waits_of_a_case_that_has_not_come_so_far_may_be_sent_again_and_again() {
    let desk = with_a_need();
    desk.json("need edit 2 --group GVSP");
    desk.json("need refer 2 --to GSA --reason 'Es competencia del grupo'");
    assert_eq!(desk.json("notify send 2 --via maildir:correo")["sent"], 1);
    assert_eq!(desk.json("notify send 2 --via maildir:correo")["changed"], false);
    // To whom nobody can write, a call or a letter tells it.
    desk.json("need refer 2 --to GSC --reason 'Es competencia de otro'");
    let waits = desk.run("notify send 2 --via maildir:correo").ok();
    assert!(waits.stderr.contains("ata notify call"), "{}", waits.stderr);
    // Where nothing was ever drafted, it is too early.
    desk.json("need add Otra");
    desk.run("notify send 3 --via maildir:correo").exits(4);
}
