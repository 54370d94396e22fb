//! Drafting: who gets what, once.

use super::{case_to_tell, case_with, draft, each, planned};
use crate::desk::TestDesk;
use crate::followup::can_be_undone;

#[test]
fn each_invited_person_gets_one_message_and_the_second_draft_changes_nothing() {
    let desk = case_to_tell();
    let first = draft(&desk, "1", "convocation");
    assert_eq!(each(&first, "/to/name"), ["Ana Ñáñez", "Beto Pérez"]);
    assert_eq!(each(&first, "/channel"), ["email", "phone"]);
    assert_eq!((&first["changed"], &first["items"][1]["to"]["phone"]), (&true.into(), &"3001234567".into()));
    let before = desk.dump();
    let second = draft(&desk, "1-S1", "convocation");
    assert_eq!((&second["changed"], &second["items"]), (&false.into(), &first["items"]));
    assert_eq!(desk.dump(), before);
    // Somebody invited later gets theirs, the others nothing more.
    desk.json("schedule edit 1-S1 --invite AVE");
    assert_eq!(each(&draft(&desk, "1", "convocation"), "/to/person"), ["O-2", "P-2", "P-3"]);
    assert_eq!(desk.json("notify outbox 1")["total"], 3);
}

#[test]
fn a_notice_that_does_not_say_where_and_what_is_refused_with_the_commands() {
    let desk = planned();
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --invite ana@example.org");
    let error = desk.run("notify draft 1 --as letter --signed-by P-1 --json").exits(4).error();
    assert_eq!(error["details"][0]["control"], "place_or_link");
    assert_eq!(error["details"][0]["hint"], "ata schedule edit AT-2026-0001-S1 --place TEXT");
    assert_eq!(error["details"][1]["control"], "agenda");
    assert_eq!(desk.json("notify outbox")["total"], 0);
}

#[test]
fn there_must_be_a_session_and_somebody_invited() {
    let desk = planned();
    desk.run("notify draft 1 --as convocation --signed-by P-1").exits(4);
    let desk = case_with("");
    let error = desk.run("notify draft 1 --as convocation --signed-by P-1 --json").exits(4).error();
    assert_eq!(error["hint"], "ata schedule edit AT-2026-0001-S1 --invite PERSON");
    let nobody = draft(&desk, "1", "change");
    assert_eq!((&nobody["changed"], &nobody["total"]), (&false.into(), &0.into()));
}

#[test]
fn what_does_not_exist_or_is_no_kind_is_refused_with_the_right_code() {
    let desk = case_to_tell();
    desk.run("notify draft 9 --as convocation").exits(3);
    desk.run("notify draft 1-S9 --as convocation").exits(3);
    desk.run("notify draft 1 --as convocation --signed-by Nadie").exits(3);
    desk.run("notify draft 1 --as referral").exits(2);
    desk.run("notify draft 1 --as convocation --text no-hay.txt").exits(3);
    desk.run("notify draft 1 --as convocation --from 'no es correo'").exits(2);
    desk.run("notify preview M-99").exits(3);
    desk.json("hold 1 --reason 'Falta presupuesto'");
    desk.run("notify draft 1 --as convocation").exits(4);
}

#[test]
fn the_calendar_entry_says_what_people_look_for_in_it() {
    let desk = case_with("--link https://meet.example.org/1 --modality mixed --invite ana@example.org");
    draft(&desk, "1", "convocation");
    let ics = desk.json("notify preview M-1")["calendar"].as_str().expect("a calendar").replace("\r\n ", "");
    for words in
        ["AT-2026-0001-S1 · Mixta\\n08:00 – Situación (Marcela Rueda)", "Facilita", "\\n\\nhttps://meet.example.org/1"]
    {
        assert!(ics.contains(words), "{words}: {ics}");
    }
    assert!(!ics.contains('|'), "{ics}");
}

#[test]
fn an_unsigned_notice_waits_until_somebody_signs_it() {
    let desk = case_to_tell();
    let unsigned = desk.json("notify draft 1 --as convocation");
    assert_eq!(unsigned["items"][0]["signed_by"], serde_json::Value::Null);
    let error = desk.run("notify send 1 --via maildir:correo --json").exits(4).error();
    assert_eq!(error["details"][0]["control"], "signed");
    desk.run("notify call 1-S1 --person P-3 --outcome reached").exits(4);
    assert!(super::mails(&desk).is_empty());
    let signed = draft(&desk, "1", "convocation");
    assert_eq!(signed["changed"], true);
    assert_eq!(each(&signed, "/id"), each(&unsigned, "/id"));
    assert_eq!(each(&signed, "/signed_by"), ["Marcela Rueda", "Marcela Rueda"]);
    assert!(desk.run("notify preview M-1").ok().stdout.contains("Marcela Rueda\nCoordinadora\n"));
    // Said again without a signatory, it stays signed.
    assert_eq!(desk.json("notify draft 1 --as convocation")["changed"], false);
    assert_eq!(super::send(&desk)["sent"], 1);
}

#[test]
fn the_words_of_the_writer_take_the_place_of_the_usual_ones() {
    let desk = case_to_tell();
    desk.file("carta.txt", "\u{feff}Nos permitimos informar lo siguiente.\r\nSegunda línea.\u{0}\n");
    desk.json("notify draft 1 --as letter --signed-by P-1 --text carta.txt");
    let letter = desk.json("notify preview M-1");
    let body = letter["body"].as_str().expect("a text");
    assert!(body.contains("Nos permitimos informar lo siguiente.\nSegunda línea.\n"), "{body}");
    assert!(body.contains("Lugar: Auditorio") && body.contains("1. 08:00 – Situación"), "{body}");
    assert_eq!(letter["from"]["address"], "marcela@example.org");
}

#[test]
fn members_of_a_board_are_told_of_their_own_sessions_only() {
    let desk = planned();
    for line in [
        "board add 'Mesa de Salud Mental'",
        "board add 'Mesa de Vectores'",
        "board member 'Mesa de Salud Mental' P-2 P-3",
        "board member 'Mesa de Vectores' P-2 P-1",
    ] {
        desk.json(line);
    }
    for (start, board) in [("2026-03-18 08:00", "Mesa de Salud Mental"), ("2026-03-18 14:00", "Mesa de Vectores")] {
        desk.json(&format!(
            "schedule add 1 --start '{start}' --duration 2h --place Auditorio --agenda Apertura --invite 'board:{board}'"
        ));
    }
    let drafted = draft(&desk, "1", "convocation");
    let pairs: Vec<(String, String)> =
        each(&drafted, "/session").into_iter().zip(each(&drafted, "/to/person")).collect();
    let expected = [
        ("AT-2026-0001-S1", "P-2"),
        ("AT-2026-0001-S1", "P-3"),
        ("AT-2026-0001-S2", "P-2"),
        ("AT-2026-0001-S2", "P-1"),
    ];
    assert_eq!(pairs, expected.map(|(session, person)| (session.to_owned(), person.to_owned())));
}

#[test]
fn the_agreements_of_a_day_go_to_everybody_on_the_board_once() {
    let mut desk = planned();
    desk.json("board add 'Mesa de Vectores'");
    desk.json("board member 'Mesa de Vectores' P-2");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 2h --place Auditorio --agenda Apertura --invite 'board:Mesa de Vectores'",
    );
    desk.run("notify draft 1-S1 --as newsletter").exits(4);
    desk.at("2026-03-18T12:00:00-05:00");
    // A member who joined after the invitations reads the agreements too.
    desk.json("board member 'Mesa de Vectores' P-3");
    desk.database()
        .execute_batch(
            "INSERT INTO commitment (case_id, number, session_id, text, fold, organisation_id, due)
             VALUES (1, 1, 1, 'Enviar el directorio', 'enviar el directorio', 2, '2026-03-27')",
        )
        .expect("an agreement");
    let sent = desk.json("notify draft 1 --as newsletter");
    assert_eq!(each(&sent, "/to/person"), ["P-2", "P-3"]);
    let body = desk.json("notify preview M-1")["body"].to_string();
    assert!(body.contains("Enviar el directorio") && body.contains("27 de marzo de 2026"), "{body}");
    assert_eq!(desk.json("notify draft 1 --as newsletter")["changed"], false);
    // A newsletter needs no signature to leave.
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 1);
}

#[test]
fn an_address_learnt_later_turns_a_call_into_a_mail() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.json("person edit P-3 --email beto@example.org");
    let again = draft(&desk, "1", "convocation");
    assert_eq!(
        (&again["changed"], each(&again, "/channel")),
        (&true.into(), vec!["email".to_owned(), "email".to_owned()])
    );
    assert_eq!(desk.json("notify outbox 1")["total"], 2);
}

#[test]
fn every_draft_can_be_taken_back_and_done_again() {
    let desk = case_to_tell();
    can_be_undone(&desk, "notify draft 1 --as convocation");
    can_be_undone(&desk, "notify draft 1 --as convocation --signed-by P-1");
    super::send(&desk);
    can_be_undone(&desk, "notify call 1-S1 --person P-3 --outcome reached");
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    can_be_undone(&desk, "notify draft 1 --as change --signed-by P-1");
    desk.json("schedule cancel 1-S1 --reason 'Sin presupuesto'");
    can_be_undone(&desk, "notify draft 1 --as cancellation --signed-by P-1");
}

#[test]
fn the_outbox_is_filtered_by_case_and_state_and_fits_the_screen() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    super::send(&desk);
    assert_eq!(each(&desk.json("notify outbox --state sent"), "/id"), ["M-1"]);
    assert_eq!(each(&desk.json("notify outbox 1 --state queued"), "/id"), ["M-2"]);
    desk.run("notify outbox --state lost").exits(2);
    let table = screen(&desk, "notify outbox");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    assert!(table.contains("Beto Pérez") && table.contains("3001234567"), "{table}");
}

fn screen(desk: &TestDesk, line: &str) -> String {
    let output = desk.command(&crate::desk::words(line)).env("ATA_COLUMNS", "80").output().expect("ata runs");
    String::from_utf8(output.stdout).expect("a text")
}
