//! Whom nobody has told: it waits, in `ata next`, until somebody does; and what waits to be sent goes where its people are now.

use super::{case_to_tell, case_with, draft, each, mails, send};
use crate::desk::TestDesk;
use crate::followup::can_be_undone;

/// (ref, how many, command) of what waits of one kind.
fn waits(desk: &TestDesk, what: &str) -> Vec<(String, i64, String)> {
    let next = desk.json("next");
    let items = next["items"].as_array().expect("items").iter().filter(|one| one["what"] == what);
    let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    items.map(|one| (text(&one["ref"]), one["count"].as_i64().unwrap_or(0), text(&one["hint"]))).collect()
}

fn waiting(session: &str, count: i64, command: &str) -> (String, i64, String) {
    (session.to_owned(), count, command.replace("{S}", session))
}

/// Ana and Beto were told of the session of 18 March; the case has gone on.
fn told() -> TestDesk {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    assert_eq!(send(&desk)["cases"][0]["stage"], "run");
    desk
}

const CONVOKE: &str = "ata notify draft {S} --as convocation --signed-by PERSON";
const CHANGE: &str = "ata notify draft {S} --as change --signed-by PERSON";
const CANCEL: &str = "ata notify draft {S} --as cancellation --signed-by PERSON";

#[test]
fn who_is_invited_when_the_others_were_told_waits_to_be_told() {
    let mut desk = told();
    let edited = desk.run("schedule edit 1-S1 --invite AVE").ok();
    assert!(edited.stderr.contains("ata notify draft AT-2026-0001-S1 --as convocation"), "{}", edited.stderr);
    let added = desk.run(
        "schedule add 1 --start '2026-03-25 08:00' --duration 2h --place Aula --facilitator P-1 --agenda Cierre --invite P-2",
    );
    assert!(added.ok().stderr.contains("ata notify draft AT-2026-0001-S2 --as convocation"));
    let expected = [waiting("AT-2026-0001-S1", 1, CONVOKE), waiting("AT-2026-0001-S2", 1, CONVOKE)];
    assert_eq!(waits(&desk, "invitation_untold"), expected);
    draft(&desk, "1-S1", "convocation");
    assert_eq!(waits(&desk, "invitation_untold"), expected[1..], "what is in the outbox waits there");
    // Near its day the session says what it lacks, and this only once.
    desk.at("2026-03-20T09:00:00-05:00");
    let next = desk.json("next");
    let hints = each(&next, "/hint").into_iter().filter(|hint| hint.contains("-S2 --as convocation"));
    assert_eq!(hints.count(), 1, "{next}");
    desk.at("2026-03-26T09:00:00-05:00");
    assert!(waits(&desk, "invitation_untold").is_empty(), "nobody is invited to what is over");
}

#[test]
fn who_was_told_not_to_come_and_is_invited_again_waits_to_be_told() {
    let desk = told();
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    draft(&desk, "1-S1", "cancellation");
    desk.json("notify send --via maildir:correo");
    assert!(waits(&desk, "invitation_untold").is_empty());
    desk.json("schedule edit 1-S1 --invite ana@example.org");
    assert_eq!(waits(&desk, "invitation_untold"), [waiting("AT-2026-0001-S1", 1, CONVOKE)]);
}

#[test]
fn who_was_uninvited_and_who_holds_an_old_date_are_told_each_by_their_own_notice() {
    let desk = told();
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    assert_eq!(waits(&desk, "change_untold"), [waiting("AT-2026-0001-S1", 1, CANCEL)]);
    desk.json("schedule move 1-S1 --start '2026-03-25 08:00' --reason Paro");
    let both = [waiting("AT-2026-0001-S1", 1, CHANGE), waiting("AT-2026-0001-S1", 1, CANCEL)];
    assert_eq!(waits(&desk, "change_untold"), both);
    // Beto waits for a call; that does not hide that nobody has drafted anything for Ana.
    draft(&desk, "1-S1", "change");
    let call = waiting("AT-2026-0001-S1", 1, "ata notify call {S} --person PERSON --outcome reached");
    assert_eq!(waits(&desk, "change_untold"), [call, both[1].clone()]);
    draft(&desk, "1-S1", "cancellation");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    desk.json("notify send --via maildir:correo");
    assert!(waits(&desk, "change_untold").is_empty());
}

#[test]
fn a_control_point_of_changes_names_every_notice_it_takes() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("schedule edit 1-S1 --uninvite ana@example.org");
    let missing = desk.json("show 1")["missing"].clone();
    let of = |control: &str| missing.as_array().expect("missing").iter().find(|one| one["control"] == control).cloned();
    assert_eq!(of("changes_told").expect("it is not met")["hint"], CANCEL.replace("{S}", "AT-2026-0001-S1"));
    assert_eq!(
        of("all_told").expect("it is not met")["hint"],
        "ata notify call AT-2026-0001-S1 --person PERSON --outcome reached"
    );
}

#[test]
fn people_told_of_a_case_that_was_given_up_wait_to_hear_of_it() {
    let mut desk = told();
    let cancelled = desk.run("cancel 1 --reason 'Sin recursos'").ok();
    assert!(cancelled.stderr.contains("--as cancellation --signed-by PERSONA"), "{}", cancelled.stderr);
    assert_eq!(waits(&desk, "change_untold"), [waiting("AT-2026-0001-S1", 2, CANCEL)]);
    draft(&desk, "1", "cancellation");
    let sent = desk.run("notify send --via maildir:correo").ok();
    assert!(!sent.stdout.contains("sigue en la etapa"), "{}", sent.stdout);
    assert_eq!(waits(&desk, "change_untold").len(), 1, "Beto waits for a call");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    assert!(waits(&desk, "change_untold").is_empty());
    desk.run("undo --op 1").exits(4);
    desk.at("2026-03-19T09:00:00-05:00");
    assert_eq!(desk.json("next")["total"], 0);
}

#[test]
fn a_call_nobody_answered_leaves_the_mail_in_the_outbox() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    for outcome in ["no-answer", "wrong-number"] {
        let called = can_be_undone(&desk, &format!("notify call 1-S1 --person P-2 --outcome {outcome}"));
        let message = &called["items"][0];
        assert_eq!((&message["state"], &message["channel"]), (&"queued".into(), &"email".into()), "{outcome}");
    }
    let said = desk.run("notify call 1-S1 --person P-3 --outcome wrong-number").ok();
    assert!(said.stderr.contains("ata person edit P-3 --phone NÚMERO"), "{}", said.stderr);
    let sent = send(&desk);
    assert_eq!((&sent["sent"], each(&sent, "/to/person")), (&1.into(), vec!["P-2".to_owned()]));
    let history = desk.json("notify preview M-1")["history"].clone();
    let tries = history.as_array().expect("tries").iter();
    let tries: Vec<&str> = tries.filter_map(|one| one["channel"].as_str()).collect();
    assert_eq!(tries, ["phone", "phone", "email"]);
}

#[test]
fn a_call_about_what_nobody_drafted_is_not_taken_for_told() {
    let desk = told();
    desk.json("schedule move 1-S1 --start '2026-03-25 08:00' --reason Paro");
    let line = "notify call 1-S1 --person P-2 --outcome reached --note 'Ya sabe'";
    let error = desk.run(&format!("{line} --json")).exits(4).error();
    assert_eq!(error["hint"], CHANGE.replace("{S}", "AT-2026-0001-S1"));
    draft(&desk, "1-S1", "change");
    assert_eq!(desk.json(line)["changed"], true);
    assert_eq!(desk.json(line)["changed"], false, "now they know");
    desk.json("schedule edit 1-S1 --uninvite P-2");
    let error = desk.run(&format!("{line} --json")).exits(4).error();
    assert_eq!(error["hint"], CANCEL.replace("{S}", "AT-2026-0001-S1"));
}

#[test]
fn what_waits_goes_to_the_address_its_people_have_now() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let edited = desk.run("person edit P-2 --email nueva.direccion.de.ana@correo.example.org").ok();
    assert!(edited.stderr.contains("Un mensaje en cola sale ahora a la nueva dirección"), "{}", edited.stderr);
    can_be_undone(&desk, "org edit AVE --email despacho@vetas.example");
    let addresses = each(&desk.json("notify outbox"), "/to/address");
    assert_eq!(addresses, ["despacho@vetas.example", "nueva.direccion.de.ana@correo.example.org"]);
    assert_eq!(send(&desk)["sent"], 2);
    for path in mails(&desk) {
        let mail = std::fs::read_to_string(&path).expect("seven bits");
        assert!(!mail.contains("ana@example.org") && !mail.contains("alcaldia@vetas.example"), "{mail}");
        let Some((_, calendar)) = super::read(&path) else { continue };
        let attendee = calendar["events"][0]["attendees"][0].to_string();
        assert!(attendee.contains("nueva.direccion") || attendee.contains("despacho@"), "{attendee}");
    }
}

#[test]
fn an_address_that_changed_otherwise_is_found_when_the_mail_leaves() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    // As an import or a merge leaves it.
    let sql =
        "UPDATE person SET email = 'otra@example.org' WHERE id = 2; UPDATE organisation SET email = '' WHERE id = 2";
    desk.database().execute_batch(sql).expect("writes");
    let sent = send(&desk);
    assert_eq!(each(&sent, "/to/address"), ["otra@example.org"]);
    let outbox = desk.json("notify outbox --state queued");
    assert_eq!((each(&outbox, "/to/person"), each(&outbox, "/channel")), (vec!["O-2".into()], vec!["phone".into()]));
    assert_eq!(mails(&desk).len(), 1);
}

#[test]
fn who_loses_their_address_waits_for_a_call() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let edited = desk.run("person edit P-2 --email ''").ok();
    assert!(edited.stderr.contains("espera ahora una llamada"), "{}", edited.stderr);
    assert_eq!(each(&desk.json("notify outbox"), "/channel"), ["phone"]);
    assert_eq!(send(&desk)["sent"], 0);
    // With an address again it is drafted anew.
    desk.json("person edit P-2 --email ana@example.org");
    draft(&desk, "1", "convocation");
    assert_eq!(send(&desk)["sent"], 1);
}

#[test]
fn what_waits_with_a_case_on_hold_is_named_and_not_offered() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.json("hold 1 --reason Paro");
    assert_eq!(desk.json("next")["total"], 0);
    let sent = desk.run("notify send --via maildir:correo").ok();
    assert!(sent.stderr.contains("AT-2026-0001 está en pausa"), "{}", sent.stderr);
    assert!(sent.stderr.contains("ata resume AT-2026-0001"), "{}", sent.stderr);
    desk.json("resume 1");
    let sent = desk.run("notify send --via maildir:correo").ok();
    assert!(!sent.stderr.contains("ata resume") && mails(&desk).len() == 1, "{}", sent.stderr);
}

#[test]
fn a_person_without_an_address_is_one_person_in_however_many_sessions() {
    let desk = case_with("--invite P-3");
    desk.json(
        "schedule add 1 --start '2026-03-25 08:00' --duration 2h --place Aula --facilitator P-1 --agenda Cierre --invite P-3",
    );
    let drafted = desk.run("notify draft 1 --as convocation --signed-by P-1").ok();
    assert!(drafted.stderr.contains("Una persona no tiene"), "{}", drafted.stderr);
}

#[test]
fn people_called_to_a_day_that_is_over_are_not_called_without_a_word() {
    let mut desk = case_with("--invite ana@example.org");
    assert!(!desk.run("notify draft 1 --as convocation --signed-by P-1").ok().stderr.contains("ya pasó"));
    desk.at("2026-03-20T09:00:00-05:00");
    let late = desk.run("notify draft 1 --as letter --signed-by P-1").ok();
    assert!(late.stderr.contains("AT-2026-0001-S1 ya pasó"), "{}", late.stderr);
}
