//! Who a row of a file is: recognised, asked about, answered for good; and files that come again, corrected or in parts.

mod again;
mod joined;
mod overlap;
mod queue;
mod rest;
mod several;

use crate::desk::TestDesk;
use serde_json::Value;

/// A case with one session of four hours held today; two people of one name and one office are invited.
fn desk() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("org add 'Alcaldía de Girón' --kind municipality --code AGI");
    desk.json("person add 'Elena Prueba' --doc CC:1063400701 --org AGI");
    desk.json("person add 'Elena Prueba' --doc CC:1063400702 --org AGI");
    desk.json("person add 'Aurelia Ficticia Montoya' --email aurelia@example.org");
    desk.json("need add 'Taller de vacunas'");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --invite P-1 --invite P-2 --invite P-3",
    );
    desk.at("2026-03-18T13:00:00-05:00");
    desk
}

/// The rows of the roster: who, status, minutes.
fn noted(desk: &TestDesk) -> Vec<String> {
    let roster = desk.json("run roster 1-S1");
    let rows = roster["items"].as_array().expect("items").iter().filter(|row| !row["status"].is_null());
    rows.map(|row| {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{} {} {}", text(&row["person"]["id"]), text(&row["status"]), row["minutes"])
    })
    .collect()
}

/// What `undo` must bring back, and bring again.
fn is_taken_back_and_done_again(desk: &TestDesk, line: &str) -> Value {
    let before = desk.dump();
    let said = desk.json(line);
    let after = desk.dump();
    assert!(before != after, "{line}");
    for _ in 0..2 {
        desk.run("undo").ok();
        assert!(desk.dump() == before, "undo of {line}");
        desk.run("undo").ok();
        assert!(desk.dump() == after, "{line} again");
    }
    said
}
