//! Calls, handed letters, and messages whose fate somebody decides.

use super::{case_to_tell, case_with, draft, each, mails, send};
use crate::desk::TestDesk;
use crate::followup::can_be_undone;

#[test]
fn a_call_is_written_down_whatever_came_of_it_and_reaching_tells() {
    let mut desk = case_to_tell();
    let error = desk.run("notify call 1-S1 --person P-3 --outcome reached --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify draft AT-2026-0001-S1 --as convocation --signed-by PERSON");
    draft(&desk, "1", "convocation");
    let called = can_be_undone(&desk, "notify call 1-S1 --person P-3 --outcome no-answer --note 'Buzón'");
    assert_eq!((&called["items"][0]["state"], &called["items"][0]["attempts"]), (&"queued".into(), &1.into()));
    let again = desk.json("notify call 1-S1 --person P-3 --outcome no-answer --note 'Buzón'");
    assert_eq!(again["changed"], false, "the same call said twice");
    desk.at("2026-03-02T15:00:00-05:00");
    let reached = can_be_undone(&desk, "notify call 1-S1 --person 'Beto Pérez' --outcome reached --note 'Confirma'");
    assert_eq!((&reached["items"][0]["state"], &reached["items"][0]["channel"]), (&"sent".into(), &"phone".into()));
    assert_eq!(reached["items"][0]["sent_at"], "2026-03-02T15:00:00-05:00");
    let later = desk.json("notify call 1-S1 --person P-3 --outcome reached");
    assert_eq!(later["changed"], false);
    let history = desk.json("notify preview M-2")["history"].clone();
    let outcomes: Vec<&str> =
        history.as_array().expect("tries").iter().filter_map(|one| one["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["no-answer", "reached"]);
}

#[test]
fn only_the_invited_are_called_and_only_about_what_exists() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    let error = desk.run("notify call 1-S1 --person P-1 --outcome reached --json").exits(4).error();
    assert_eq!(error["hint"], "ata schedule edit AT-2026-0001-S1 --invite P-1");
    desk.run("notify call 1-S9 --person P-3 --outcome reached").exits(3);
    desk.run("notify call 1-S1 --person Nadie --outcome reached").exits(3);
    desk.run("notify call 1-S1 --person P-3 --outcome dormido").exits(2);
}

#[test]
fn who_was_reached_by_telephone_gets_no_mail_of_the_same() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.json("notify call 1-S1 --person ana@example.org --outcome reached");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    let sent = send(&desk);
    assert_eq!((&sent["total"], &sent["cases"][0]["stage"]), (&0.into(), &"run".into()));
    assert!(mails(&desk).is_empty());
}

#[test]
fn a_letter_is_handed_over_once_with_its_number_and_day() {
    let mut desk = case_to_tell();
    draft(&desk, "1", "letter");
    desk.run("notify handed M-2 --ref 2026-77 --on 2026-03-03").exits(2);
    desk.at("2026-03-06T09:00:00-05:00");
    // Nobody hands over what is not written yet.
    let error = desk.run("notify handed M-2 --ref 2026-77 --on 2026-03-01 --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify handed M-2 --ref 2026-77 --on 2026-03-02");
    desk.run("notify handed M-2 --ref ''").exits(2);
    desk.run("notify handed M-9 --ref 2026-77").exits(3);
    let handed = can_be_undone(&desk, "notify handed M-2 --ref 2026-77 --on 2026-03-03");
    assert_eq!((&handed["channel"], &handed["reference"]), (&"letter".into(), &"2026-77".into()));
    assert_eq!(handed["sent_at"], "2026-03-03T12:00:00-05:00");
    let again = desk.run("notify handed M-2 --ref 2026-77 --on 2026-03-03").ok();
    assert_eq!(again.stderr, "");
    let again = desk.run("notify handed M-2 --ref 2026-77 --on 2026-03-04 --json").ok();
    assert_eq!(again.json()["changed"], false);
    assert!(again.stderr.contains("2026-03-03") && again.stderr.contains("--on"), "{}", again.stderr);
    desk.run("notify handed M-2 --ref 2026-78").exits(4);
}

/// A message that was in hand when the machine stopped, on some way out.
fn cut_short(way: &str) -> TestDesk {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    desk.database()
        .execute_batch(&format!(
            "UPDATE message SET state = 'sending', attempts = 1;
             INSERT INTO attempt (message_id, number, at, channel, outcome, detail)
               VALUES (1, 1, '2026-03-02T14:00:00Z', 'email', 'sending', '{way}');"
        ))
        .expect("writes");
    desk
}

#[test]
fn what_was_cut_short_elsewhere_is_left_to_a_person() {
    let desk = cut_short("maildir:/otra/carpeta");
    let ran = desk.run("notify send --via maildir:correo --json").exits(7);
    assert_eq!((&ran.json()["uncertain"], each(&ran.json(), "/error")), (&1.into(), vec!["cut-short".to_owned()]));
    assert!(ran.stderr.contains("ata notify resolve M-n sent"), "{}", ran.stderr);
    assert!(mails(&desk).is_empty());
    // It stays so, whoever sends.
    assert_eq!(desk.json("notify send --via maildir:correo")["total"], 0);
    let resolved = can_be_undone(&desk, "notify resolve M-1 failed");
    assert_eq!((&resolved["state"], &resolved["error"]), (&"failed".into(), &"declared".into()));
    assert_eq!(desk.json("notify resolve M-1 failed")["changed"], false);
    desk.run("notify resolve M-1 sent").exits(4);
    assert_eq!(draft(&desk, "1", "convocation")["changed"], true);
    assert_eq!(send(&desk)["sent"], 1);
}

#[test]
fn what_a_person_knows_to_have_arrived_counts_as_told() {
    let desk = cut_short("maildir:/otra/carpeta");
    assert_eq!(desk.json("notify resolve M-1 sent")["state"], "sent");
    assert_eq!(desk.json("notify send 1")["cases"][0]["stage"], "run");
}

#[test]
fn what_was_cut_short_here_is_taken_up_again_without_a_second_attempt() {
    let here = case_with("--invite ana@example.org");
    here.json("schedule confirm 1");
    draft(&here, "1", "convocation");
    std::fs::create_dir(here.path("correo")).expect("a folder");
    let folder = std::fs::canonicalize(here.path("correo")).expect("a folder");
    here.database()
        .execute_batch(&format!(
            "UPDATE message SET state = 'sending', attempts = 1;
             INSERT INTO attempt (message_id, number, at, channel, outcome, detail)
               VALUES (1, 1, '2026-03-02T14:00:00Z', 'email', 'sending', 'maildir:{}');",
            folder.display()
        ))
        .expect("writes");
    let sent = here.json("notify send --via maildir:correo");
    assert_eq!((each(&sent, "/state"), &sent["items"][0]["attempts"]), (vec!["sent".to_owned()], &1.into()));
    assert_eq!(mails(&here).len(), 1);
    assert_eq!(here.json("notify send --via maildir:correo")["total"], 0);
}

#[test]
fn who_has_no_address_hears_the_newsletter_by_telephone() {
    let mut desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    desk.at("2026-03-18T14:00:00-05:00");
    desk.json("notify draft 1-S1 --as newsletter");
    let called = desk.json("notify call 1-S1 --person P-3 --outcome reached");
    assert_eq!(
        (each(&called, "/kind"), each(&called, "/state")),
        (vec!["newsletter".to_owned()], vec!["sent".to_owned()])
    );
}

#[test]
fn a_hint_that_repeats_what_was_typed_can_be_pasted() {
    let mut desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.at("2026-03-05T09:00:00-05:00");
    let error = desk.run("notify handed M-2 --ref 'Carta 7' --on 2026-03-01 --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify handed M-2 --ref 'Carta 7' --on 2026-03-02");
}
