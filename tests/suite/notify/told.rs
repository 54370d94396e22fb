//! Changes, cancellations and people who are uninvited: everybody is told what they do not know yet, and their calendars follow.

use super::{case_with, draft, each, mails, read, send};
use crate::desk::TestDesk;

/// (method, sequence, status, start) of every mail sent so far, oldest first.
fn calendars(desk: &TestDesk) -> Option<Vec<(String, i64, String, String)>> {
    let mut all = Vec::new();
    let mut uids = std::collections::BTreeSet::new();
    for path in mails(desk) {
        let (_, calendar) = read(&path)?;
        let event = &calendar["events"][0];
        let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
        uids.insert(text(&event["uid"]));
        let sequence = event["sequence"].as_i64().expect("a number");
        all.push((text(&calendar["method"]), sequence, text(&event["status"]), text(&event["start"])));
    }
    assert_eq!(uids.len(), 1, "one session is one entry for ever");
    Some(all)
}

#[test]
fn a_moved_session_is_told_to_those_who_knew_and_one_sequence_further() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule edit 1-S1 --invite AVE");
    assert_eq!(draft(&desk, "1", "change")["total"], 0);
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    // Ana knows the old date; the town was told nothing, so a change would be news of nothing.
    let change = draft(&desk, "1", "change");
    assert_eq!((each(&change, "/to/person"), &change["items"][0]["sequence"]), (vec!["P-2".to_owned()], &1.into()));
    let body = desk.json("notify preview M-2")["body"].to_string();
    for words in
        ["Motivo: Auditorio ocupado", "Fecha: miércoles 18 de marzo de 2026", "Fecha: jueves 19 de marzo de 2026"]
    {
        assert!(body.contains(words), "{words}: {body}");
    }
    assert_eq!(each(&draft(&desk, "1", "convocation"), "/to/person"), ["O-2"]);
    send(&desk);
    assert_eq!(draft(&desk, "1", "change")["changed"], false);
    assert_eq!(draft(&desk, "1", "convocation")["changed"], false);
    let Some(calendars) = calendars(&desk) else { return };
    let request = |sequence, start: &str| ("REQUEST".to_owned(), sequence, "CONFIRMED".to_owned(), start.to_owned());
    assert_eq!(
        calendars,
        [request(0, "2026-03-18T13:00:00Z"), request(1, "2026-03-19T13:00:00Z"), request(1, "2026-03-19T13:00:00Z")]
    );
}

#[test]
fn two_moves_before_anybody_was_told_are_one_change_from_what_they_knew() {
    let desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    draft(&desk, "1", "change");
    desk.json("schedule move 1-S1 --start '2026-03-20 08:00' --reason 'Festivo local'");
    // The first change was never told and is not told any more.
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["sent", "cancelled"]);
    let change = draft(&desk, "1", "change");
    let id = change["items"][0]["id"].as_str().expect("an id").to_owned();
    let body = desk.json(&format!("notify preview {id}"))["body"].to_string();
    assert!(body.contains("miércoles 18 de marzo") && body.contains("viernes 20 de marzo"), "{body}");
    assert!(!body.contains("19 de marzo"), "{body}");
    assert_eq!(send(&desk)["sent"], 1);
    if let Some(calendars) = calendars(&desk) {
        assert_eq!(calendars[1].1, 2);
    }
}

#[test]
fn a_cancelled_session_is_told_once_to_those_who_were_told_of_it() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    draft(&desk, "1", "convocation");
    desk.json("notify send 1 --via maildir:correo --max 1");
    desk.json("schedule cancel 1-S1 --reason 'Sin presupuesto'");
    desk.run("notify draft 1-S1 --as convocation").exits(4);
    let told = draft(&desk, "1", "cancellation");
    assert_eq!(each(&told, "/to/person"), ["O-2"]);
    assert_eq!(send(&desk)["sent"], 1);
    let again = draft(&desk, "1", "cancellation");
    assert_eq!((&again["changed"], &again["total"]), (&false.into(), &0.into()));
    let Some(calendars) = calendars(&desk) else { return };
    assert_eq!((calendars[1].0.as_str(), calendars[1].1, calendars[1].2.as_str()), ("CANCEL", 1, "CANCELLED"));
}

#[test]
fn who_is_uninvited_and_invited_again_can_always_trust_the_newest_message() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    // Uninvited before anything was sent: nothing is sent, and nothing need be told.
    desk.json("schedule edit 1-S1 --uninvite AVE");
    assert_eq!(each(&send(&desk), "/to/person"), ["P-2"]);
    assert_eq!(draft(&desk, "1", "cancellation")["total"], 0);
    // Uninvited after being told, invited again, the date moved, uninvited once more.
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    let off = draft(&desk, "1", "cancellation");
    assert!(off["items"][0]["subject"].as_str().is_some_and(|subject| subject.starts_with("Convocatoria sin efecto")));
    send(&desk);
    assert_eq!(draft(&desk, "1", "cancellation")["total"], 0);
    desk.json("schedule edit 1-S1 --invite ana@example.org");
    assert_eq!(desk.json("show 1")["stage"], "run");
    assert_eq!(draft(&desk, "1", "convocation")["changed"], true);
    send(&desk);
    assert_eq!(draft(&desk, "1", "convocation")["changed"], false);
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    draft(&desk, "1", "change");
    send(&desk);
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    draft(&desk, "1", "cancellation");
    send(&desk);
    let Some(calendars) = calendars(&desk) else { return };
    let methods: Vec<&str> = calendars.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(methods, ["REQUEST", "CANCEL", "REQUEST", "REQUEST", "CANCEL"]);
    let states: Vec<&str> = calendars.iter().map(|one| one.2.as_str()).collect();
    assert_eq!(states, ["CONFIRMED", "", "CONFIRMED", "CONFIRMED", ""], "the session itself stands");
    assert!(calendars.windows(2).all(|pair| pair[0].1 < pair[1].1), "{calendars:?}");
}

#[test]
fn a_change_of_heart_before_sending_tells_nobody_anything_false() {
    let desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    draft(&desk, "1", "cancellation");
    desk.json("schedule edit 1-S1 --invite ana@example.org");
    assert_eq!(desk.json("notify send --via maildir:correo")["total"], 0);
    assert_eq!(mails(&desk).len(), 1);
    assert_eq!(draft(&desk, "1", "convocation")["changed"], false);
}

#[test]
fn what_is_stale_is_called_back_even_when_nobody_said_so() {
    let desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    // As a register from elsewhere may have it.
    desk.database().execute_batch("UPDATE session SET sequence = 1").expect("writes");
    let nothing = desk.run("notify send --via maildir:correo --json").ok().json();
    assert_eq!(nothing["total"], 0);
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["cancelled"]);
}

#[test]
fn people_learn_that_a_whole_case_was_given_up() {
    let desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("cancel 1 --reason 'Se atendió por otra vía'");
    desk.run("notify draft 1 --as circular --signed-by P-1").exits(4);
    let told = draft(&desk, "1", "cancellation");
    assert_eq!(told["total"], 1);
    let body = desk.json("notify preview M-2")["body"].to_string();
    assert!(body.contains("se cancela") && body.contains("Motivo: Se atendió por otra vía"), "{body}");
    assert_eq!(send(&desk)["sent"], 1);
    assert_eq!(draft(&desk, "1", "cancellation")["total"], 0);
    if let Some(calendars) = calendars(&desk) {
        assert_eq!((calendars[1].0.as_str(), calendars[1].1), ("CANCEL", 1));
    }
}

#[test]
fn a_session_moved_and_moved_back_is_no_change_to_those_who_knew_it_so() {
    let mut desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason Paro");
    draft(&desk, "1", "change");
    let back = desk.run("schedule move 1-S1 --start '2026-03-18 08:00' --reason 'Se levantó el paro'").ok();
    assert!(
        !back.stderr.contains("deben conocer el cambio") && !back.stderr.contains("debe conocer el cambio"),
        "{back:?}"
    );
    for kind in ["change", "convocation", "letter"] {
        assert_eq!(draft(&desk, "1", kind)["total"], 0, "{kind}");
    }
    assert!(desk.json("next")["items"].as_array().expect("items").iter().all(|one| one["what"] != "change_untold"));
    // Whoever knows the right day is reminded of it.
    desk.at("2026-03-17T07:00:00-05:00");
    assert_eq!(desk.json("notify remind --dry-run")["reminders"], 1);
    // What changes after that is told, from what they know.
    desk.at("2026-03-02T09:00:00-05:00");
    desk.json("schedule edit 1-S1 --modality mixed --link https://meet.example.org/1 --reason Enlace");
    desk.json("schedule edit 1-S1 --link '' --reason 'Sin enlace'");
    assert_eq!(draft(&desk, "1", "change")["total"], 1, "the modality is another one");
}

#[test]
fn a_place_edited_and_edited_back_is_no_change_to_those_who_knew_it_so() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule edit 1-S1 --place 'Aula 2' --reason Obras");
    assert_eq!(draft(&desk, "1", "change")["total"], 1);
    let back = desk.run("schedule edit 1-S1 --place Auditorio --reason 'Terminaron las obras'").ok();
    assert!(!back.stderr.contains("conocer el cambio"), "{back:?}");
    // What was to tell of the other place is not sent, and nothing else need be.
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["sent", "cancelled"]);
    assert_eq!(draft(&desk, "1", "change")["total"], 0);
    assert_eq!(desk.json("notify send --via maildir:correo")["total"], 0);
    // Half of the way back is still a change.
    desk.json("schedule edit 1-S1 --modality mixed --link https://meet.example.org/1 --reason Enlace");
    desk.json("schedule edit 1-S1 --link '' --reason 'Sin enlace'");
    assert_eq!(draft(&desk, "1", "change")["total"], 1);
    desk.json("schedule edit 1-S1 --modality in-person --reason 'Sin enlace'");
    assert_eq!(draft(&desk, "1", "change")["total"], 0);
    // Who was told of the other place must hear that it is the first again.
    desk.json("schedule edit 1-S1 --place 'Aula 2' --reason Obras");
    draft(&desk, "1", "change");
    assert_eq!(send(&desk)["sent"], 1);
    desk.json("schedule edit 1-S1 --place Auditorio --reason 'Terminaron las obras'");
    let change = draft(&desk, "1", "change");
    let id = change["items"][0]["id"].as_str().expect("an id").to_owned();
    let body = desk.json(&format!("notify preview {id}"))["body"].as_str().expect("a body").to_owned();
    let (before, after) = body.split_once("Nueva programación:").expect("both");
    assert!(before.contains("Lugar: Aula 2") && after.contains("Lugar: Auditorio"), "{body}");
    assert_eq!(send(&desk)["sent"], 1);
    let Some(calendars) = calendars(&desk) else { return };
    assert!(calendars.windows(2).all(|pair| pair[0].1 < pair[1].1), "{calendars:?}");
}

#[test]
fn a_change_of_link_names_both_links_and_no_new_date() {
    let desk = case_with("--modality mixed --link https://meet.example.org/uno --invite ana@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule edit 1-S1 --link https://meet.example.org/dos --reason 'Sala nueva'");
    draft(&desk, "1", "change");
    let body = desk.json("notify preview M-2")["body"].as_str().expect("a body").to_owned();
    let (before, after) = body.split_once("Nueva programación:").expect("both");
    assert!(
        before.contains("Hora: de 08:00 a 12:00")
            && before.contains("Enlace de conexión: https://meet.example.org/uno"),
        "{body}"
    );
    assert!(
        after.contains("Enlace de conexión: https://meet.example.org/dos") && !body.contains("nueva fecha"),
        "{body}"
    );
}

#[test]
fn a_change_nobody_was_told_of_does_not_go_away_when_the_session_is_closed() {
    let mut desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    desk.at("2026-03-19T13:00:00-05:00");
    desk.json("run mark 1-S1 ana@example.org present");
    desk.file("acta.md", "# Acta\n\nSe reunieron.\n");
    desk.json("run minutes 1-S1 acta.md");
    let said = "ata notify draft AT-2026-0001-S1 --as change --signed-by PERSON";
    let untold = "AT-2026-0001-S1: cambio sin avisar a una persona";
    assert!(desk.run("show 1").ok().stdout.contains(untold));
    let closed = desk.run("run close 1-S1").ok();
    assert!(closed.stderr.contains("no se le avisó") && closed.stderr.contains(said), "{}", closed.stderr);
    assert!(desk.run("show 1").ok().stdout.contains(untold));
    draft(&desk, "1-S1", "change");
    send(&desk);
    assert!(!desk.run("show 1").ok().stdout.contains("sin avisar"));
    assert_eq!(desk.run("run close 1-S1").ok().stderr, "");
}
