//! A copy of a register, and a backup put back, do not tell people what was told already.

use super::{case_with, case_with_many, draft, each, mails, send};
use crate::desk::TestDesk;

fn copy(from: &TestDesk, name: &str) -> TestDesk {
    let to = TestDesk::empty();
    // What is committed lies in the log beside the file as long as somebody has it open; nobody has.
    std::fs::copy(from.path(name), to.path("ata.db")).expect("a copy");
    to
}

/// Two people to tell; the first was told already.
fn one_of_two_told() -> TestDesk {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    assert_eq!(desk.json("notify send 1 --via maildir:correo --max 1")["sent"], 1);
    desk
}

#[test]
fn a_copy_sends_nothing_until_somebody_says_that_it_is_the_one() {
    let desk = one_of_two_told();
    assert_eq!(desk.json("check")["ok"], true);
    let other = copy(&desk, "ata.db");
    let check = other.run("check --json").exits(6).json();
    let found = check["checks"].as_array().expect("checks").iter().find(|one| one["name"] == "copy").expect("one");
    assert_eq!((&found["ok"], &found["problems"][0]["code"]), (&false.into(), &"copied".into()));
    let before = other.dump();
    for line in ["notify send 1 --via maildir:correo", "notify send 1 --via maildir:correo --dry-run"] {
        let error = other.run(&format!("{line} --json")).exits(4).error();
        assert_eq!((&error["kind"], &error["hint"]), (&"refused".into(), &"ata notify adopt".into()));
    }
    assert_eq!((other.dump(), mails(&other).len()), (before.clone(), 0));
    // What waits in it may have been sent by the other by now.
    assert_eq!(desk.json("notify send 1 --via maildir:correo")["sent"], 1);
    let adopted = other.json("notify adopt");
    assert_eq!((&adopted["uncertain"], &adopted["changed"]), (&1.into(), &true.into()));
    assert_eq!(each(&other.json("notify outbox --state uncertain"), "/error"), ["copied"]);
    let after = other.dump();
    other.run("undo").ok();
    assert_eq!(other.dump(), before);
    other.run("undo").ok();
    assert_eq!(other.dump(), after);
    assert_eq!(other.json("notify adopt")["changed"], false);
    assert_eq!(other.json("check")["ok"], true);
    assert_eq!(other.json("notify send --via maildir:correo")["total"], 0);
    other.json("notify resolve M-2 queued");
    assert_eq!(other.json("notify send 1 --via maildir:correo")["sent"], 1);
}

#[test]
fn a_register_that_was_only_moved_goes_on_where_it_was() {
    let desk = one_of_two_told();
    let folder = desk.path("sub");
    std::fs::create_dir(&folder).expect("a folder");
    // Renamed with what belongs to it: the same file in another place.
    for name in ["ata.db", "ata.db-sender"] {
        std::fs::rename(desk.path(name), folder.join(name)).expect("moved");
    }
    assert_eq!(desk.json("notify send 1 --via maildir:correo --max 1 --db sub/ata.db")["sent"], 1);

    let desk = one_of_two_told();
    let other = copy(&desk, "ata.db");
    assert_eq!(other.json("notify adopt --moved")["uncertain"], 0);
    assert_eq!(send(&other)["sent"], 1);
}

#[test]
fn a_copy_taken_along_with_what_lies_beside_it_is_known_too() {
    let desk = one_of_two_told();
    let other = copy(&desk, "ata.db");
    std::fs::copy(desk.path("ata.db-sender"), other.path("ata.db-sender")).expect("a copy");
    other.run("notify send 1 --via maildir:correo").exits(4);
    assert_eq!(desk.json("notify send 1 --via maildir:correo")["sent"], 1);
}

#[test]
fn a_backup_put_back_does_not_send_again_what_left_meanwhile() {
    let desk = case_with_many(5);
    assert_eq!(desk.json("notify send 1 --via maildir:correo --max 2")["sent"], 2);
    desk.run("backup copia.db").ok();
    // Where something waits, that is a finding; the backup itself is whole.
    desk.run("check --db copia.db").exits(6);
    assert_eq!(desk.json("notify send 1 --via maildir:correo --max 2")["sent"], 2);
    std::fs::copy(desk.path("copia.db"), desk.path("ata.db")).expect("put back");
    let error = desk.run("notify send 1 --via maildir:correo --json").exits(4).error();
    assert!(error["message"].as_str().is_some_and(|said| said.contains("copia de seguridad repuesta")), "{error}");
    assert_eq!(mails(&desk).len(), 4);
    assert_eq!(desk.json("notify adopt")["uncertain"], 3);
    // A person knows which two had left.
    desk.json("notify resolve M-3 M-4 sent");
    desk.json("notify resolve M-5 queued");
    assert_eq!(desk.json("notify send 1 --via maildir:correo")["sent"], 1);
    assert_eq!(mails(&desk).len(), 5);
}

#[test]
fn a_backup_from_before_the_first_sending_is_known_as_well_and_a_new_register_is_not() {
    let desk = case_with_many(2);
    desk.run("backup copia.db").ok();
    assert_eq!(desk.json("notify send 1 --via maildir:correo")["sent"], 2);
    std::fs::copy(desk.path("copia.db"), desk.path("ata.db")).expect("put back");
    desk.run("notify send 1 --via maildir:correo").exits(4);
    assert_eq!(mails(&desk).len(), 2);
    let fresh = case_with("--invite ana@example.org");
    fresh.json("schedule confirm 1");
    draft(&fresh, "1", "convocation");
    std::fs::copy(desk.path("ata.db-sender"), fresh.path("ata.db-sender")).expect("left by another");
    assert_eq!(send(&fresh)["sent"], 1);
}
