//! References that name nothing or several things, and dates that do not exist.

use super::{desk_with_session, refuses};
use serde_json::json;

#[test]
fn what_does_not_exist_is_said_to_be_unknown() {
    let desk = desk_with_session();
    for line in [
        "show 9",
        "show AT-2026-0009",
        "show AT-1999-1",
        "show 1-S7",
        "show 1-C1",
        "show 1-D1",
        "show M-1",
        "show P-99",
        "show O-99",
        "show I-9",
        "show nadie",
        "show 0",
        "show AT-99999999999999999999-1",
        "show 1-S99999999999999999999",
        "show M-99999999999999999999",
        "show ''",
        "person show nadie",
        "org show nadie",
        "board show nadie",
        "trace 9",
        "need edit 9 --title X",
        "plan draft 9 --objective X",
        "schedule move 1-S9 --start '2026-04-01 08:00' --reason X",
        "notify preview M-9",
        "run roster 1-S9",
        "followup done 1-C9 --note X",
        "archive attach 9 nada.txt",
        "import show I-9",
        "undo --op 999",
        "need add X --group nadie",
        "need add X --requester nadie",
    ] {
        refuses(&desk, line, 3, &[]);
    }
}

#[test]
fn a_name_that_fits_several_lists_them_and_changes_nothing() {
    let desk = desk_with_session();
    desk.json("person add 'Ana Ñáñez' --email otra@example.org");
    desk.json("person add 'Jefe' --email ana@example.org");
    for (line, candidates) in [
        ("schedule edit 1-S1 --invite 'ana nanez'", ["P-2", "P-4"]),
        ("person show 'Ana Ñáñez'", ["P-2", "P-4"]),
        ("followup add 1 Informe --owner ana@example.org --due 2026-04-01", ["P-2", "P-5"]),
    ] {
        refuses(&desk, line, 3, &candidates);
        let error = desk.run(&format!("{line} --json")).error();
        let found: Vec<_> = error["details"].as_array().expect("details").iter().map(|one| one["id"].clone()).collect();
        assert_eq!((&error["kind"], found), (&json!("ambiguous"), candidates.map(|id| json!(id)).to_vec()), "{line}");
    }
}

#[test]
fn a_day_or_hour_that_does_not_exist_is_refused() {
    let desk = desk_with_session();
    for value in
        ["2026-02-30", "2026-13-01", "2025-02-29", "0000-00-00", "31/12/2026", "ayer tarde", "+99999999999d", "''"]
    {
        refuses(&desk, &format!("need add X --due {}", quoted(value)), 2, &["--due"]);
        refuses(&desk, &format!("followup add 1 Informe --owner P-1 --due {}", quoted(value)), 2, &["--due"]);
        refuses(&desk, &format!("list --since {}", quoted(value)), 2, &[]);
    }
    for value in
        ["2026-02-30 08:00", "2026-03-18 24:00", "2026-03-18 08:60", "2026-03-18", "08:00", "99999-01-01 08:00"]
    {
        refuses(&desk, &format!("schedule add 1 --start '{value}' --duration 1h"), 2, &["--start"]);
        refuses(&desk, &format!("schedule move 1-S1 --start '{value}' --reason X"), 2, &["--start"]);
    }
    for value in ["0h", "3", "-1h", "99999999999999999999h", "1x"] {
        refuses(&desk, &format!("schedule add 1 --start '2026-03-20 08:00' --duration={value}"), 2, &["--duration"]);
    }
    let wrong = desk.command(&["list".to_owned()]).env("ATA_NOW", "2026-02-30T08:00:00-05:00").output().expect("runs");
    assert_eq!(wrong.status.code(), Some(2));
}

fn quoted(value: &str) -> String {
    if value.starts_with('\'') { value.to_owned() } else { format!("'{value}'") }
}

#[test]
fn a_session_that_ends_before_it_begins_is_refused() {
    let desk = desk_with_session();
    for end in ["2026-03-20 07:00", "2026-03-20 08:00", "2026-03-19 09:00", "07:59"] {
        refuses(&desk, &format!("schedule add 1 --start '2026-03-20 08:00' --end '{end}'"), 2, &["08:00"]);
        refuses(
            &desk,
            &format!("schedule move 1-S1 --start '2026-03-20 08:00' --end '{end}' --reason X"),
            2,
            &["08:00"],
        );
    }
}
