//! Every operation of the schedule is taken back, and done again; a dry run leaves no trace.

use super::room::{desk, message};

#[test]
fn undo_takes_each_step_back_and_undo_again_does_it_again() {
    let desk = desk();
    desk.json("schedule add 1 --start '2026-03-11 09:00' --duration 1h");
    for line in [
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --place Auditorio --facilitator P-1 --agenda Uno --invite VET",
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --place Auditorio --facilitator P-3 --invite 'board:mesa materna'",
        "schedule logistics 1-S2 --need Sillas --assign P-2",
        "schedule logistics 1-S2 --need Agua --done Sillas",
        "schedule edit 1-S2 --place Sala --agenda Dos --no-facilitator P-3 --uninvite VET --capacity 9",
        "schedule edit 1-S2 --invite VET --facilitator P-3",
        "schedule move 1-S2 --start '2026-03-12 09:00' --reason Lluvia",
        "schedule cancel 1-S1 --reason Lluvia",
        "schedule logistics 1-S2 --done Agua",
        "schedule confirm 1",
    ] {
        let before = desk.dump();
        let would = desk.json(&format!("{line} --dry-run"));
        assert_eq!((&would["changed"], &would["dry_run"]), (&true.into(), &true.into()), "{line}");
        assert_eq!(desk.dump(), before, "{line} --dry-run");
        desk.run(line).ok();
        let after = desk.dump();
        assert_ne!(after, before, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), before, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), after, "{line}");
        if line.starts_with("schedule add 1 --start '2026-03-10") {
            for person in [2, 3] {
                let known = "SELECT count(*) FROM message WHERE person_id = $1";
                let known: i64 = desk.database().query_row(known, [person], |row| row.get(0)).expect("a number");
                if known == 0 {
                    message(&desk, "convocation", 2, person, "queued");
                }
            }
        }
    }
}

#[test]
fn a_number_once_given_is_not_given_again() {
    let desk = desk();
    let line = "schedule add 1 --start '2026-03-10 09:00' --duration 1h";
    assert_eq!(desk.json(&format!("{line} --dry-run"))["id"], "AT-2026-0001-S1");
    let first = desk.json(line);
    assert_eq!(first["id"], "AT-2026-0001-S1");
    desk.run("undo").ok();
    let second = desk.json(line);
    assert_eq!(second["id"], "AT-2026-0001-S2");
    assert_ne!(first["uid"], second["uid"]);
}
