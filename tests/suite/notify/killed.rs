//! Killed at any moment, and run twice at once: every message arrives once.

use super::{draft, mails, planned};
use crate::desk::{TestDesk, words};
use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;

const PEOPLE: usize = 200;

/// A case at stage 4 with a convocation drafted for each of many.
fn many() -> TestDesk {
    let desk = planned();
    let mut list = "name,email,org\n".to_owned();
    for n in 1..=PEOPLE {
        list.push_str(&format!("Persona {n},persona{n}@example.org,AVE\n"));
    }
    desk.file("personas.csv", list);
    desk.json("person import personas.csv");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator P-1 --agenda Apertura --invite AVE",
    );
    desk.json("schedule confirm 1");
    assert_eq!(draft(&desk, "1", "convocation")["total"], PEOPLE);
    desk
}

/// Every message is sent, and lies in the folder once.
#[track_caller]
fn all_arrived_once(desk: &TestDesk) {
    assert_eq!(desk.json("notify outbox --state sent")["total"], PEOPLE);
    assert_eq!(desk.json("show 1")["stage"], "run");
    let files = mails(desk);
    let ids: BTreeSet<String> = files
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("a mail");
            text.lines().find(|line| line.starts_with("Message-ID: ")).expect("an identifier").to_owned()
        })
        .collect();
    assert_eq!((files.len(), ids.len()), (PEOPLE, PEOPLE));
}

#[test]
fn killed_at_any_moment_the_next_run_finishes_and_nothing_is_doubled() {
    let desk = many();
    let line = words("notify send 1 --via maildir:correo");
    for round in 0..12_u64 {
        let mut child = desk.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ata runs");
        // Spread over the run, differently each time the test is run.
        let jitter = u64::from(std::process::id() % 17);
        std::thread::sleep(Duration::from_millis((round * 149 + jitter) % 700));
        let _ = child.kill();
        child.wait().expect("ends");
    }
    desk.run("notify send 1 --via maildir:correo").ok();
    all_arrived_once(&desk);
    assert_eq!(desk.json("check")["ok"], true);
    let again = desk.json("notify send 1 --via maildir:correo");
    assert_eq!((&again["total"], &again["changed"]), (&0.into(), &false.into()));
}

#[test]
fn two_runs_at_once_send_each_message_once() {
    let desk = many();
    let line = words("notify send 1 --via maildir:correo");
    let start = || desk.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ata runs");
    let codes: Vec<i32> =
        [start(), start(), start()].iter_mut().map(|child| child.wait().expect("ends").code().unwrap_or(-1)).collect();
    assert!(codes.contains(&0), "{codes:?}");
    assert!(codes.iter().all(|code| [0, 5].contains(code)), "the others are told to try again: {codes:?}");
    desk.run("notify send 1 --via maildir:correo").ok();
    all_arrived_once(&desk);
}
