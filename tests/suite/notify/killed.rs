//! Killed at any moment, and run twice at once: every message arrives once.

use super::{case_with_many, each, mails};
use crate::desk::{TestDesk, words};
use crate::mail::smtp::server::{Act, Loopback};
use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;

const PEOPLE: usize = 200;

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
    let desk = case_with_many(PEOPLE);
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
    let desk = case_with_many(PEOPLE);
    let line = words("notify send 1 --via maildir:correo");
    let start = || desk.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ata runs");
    let codes: Vec<i32> =
        [start(), start(), start()].iter_mut().map(|child| child.wait().expect("ends").code().unwrap_or(-1)).collect();
    assert!(codes.contains(&0), "{codes:?}");
    assert!(codes.iter().all(|code| [0, 5].contains(code)), "the others are told to try again: {codes:?}");
    desk.run("notify send 1 --via maildir:correo").ok();
    all_arrived_once(&desk);
}

/// The identifiers of messages a server took, in order.
fn identifiers(taken: &[String]) -> Vec<String> {
    let of = |text: &String| {
        let line = text.lines().find_map(|line| line.strip_prefix("Message-ID: <")).expect("an identifier");
        line.trim_end_matches('>').to_owned()
    };
    taken.iter().map(of).collect()
}

/// Each message was taken once, or nobody knows and it is said so; and both sides count the same.
#[track_caller]
fn each_arrived_once_or_is_in_doubt(desk: &TestDesk, server: &Loopback, people: usize) -> usize {
    let sent: BTreeSet<String> = each(&desk.json("notify outbox --state sent"), "/message_id").into_iter().collect();
    let doubtful: BTreeSet<String> =
        each(&desk.json("notify outbox --state uncertain"), "/message_id").into_iter().collect();
    let taken = identifiers(&server.told().taken);
    let once: BTreeSet<String> = taken.iter().cloned().collect();
    assert_eq!(taken.len(), once.len(), "something was taken twice");
    assert_eq!(sent.len() + doubtful.len(), people);
    assert!(sent.is_subset(&once), "something was said to be sent and was not");
    assert_eq!(once.len(), sent.len() + once.intersection(&doubtful).count());
    doubtful.len()
}

/// Names of the files beside the register.
fn beside(desk: &TestDesk) -> Vec<String> {
    let entries = std::fs::read_dir(desk.folder()).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("ata.db-s")).collect();
    names.retain(|name| name != "ata.db-shm");
    names.sort();
    names
}

#[test]
fn killed_at_any_moment_a_server_gets_each_message_once_or_it_is_in_doubt() {
    const ROUNDS: usize = 30;
    let people = 500;
    let desk = case_with_many(people);
    let server = Loopback::start(&["PIPELINING"], |_, _| None);
    let line = words(&format!("notify send 1 --via {}", server.way()));
    // Spread over the run, differently each time the test is run.
    let mut random = u64::from(std::process::id()) | 1;
    for round in 0..ROUNDS {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let some = (random >> 33) as usize;
        let enough = server.count() + some % 30;
        let mut child = desk.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ata runs");
        if round % 5 == 0 {
            std::thread::sleep(Duration::from_millis(some as u64 % 200));
        } else {
            while server.count() < enough && child.try_wait().expect("asked").is_none() {
                std::thread::yield_now();
            }
        }
        let _ = child.kill();
        child.wait().expect("ends");
    }
    // Whoever finds something in doubt says so by the exit code, and sends the rest all the same.
    let last = desk.run_args(&line);
    assert!([0, 7].contains(&last.code), "{last:?}");
    let doubtful = each_arrived_once_or_is_in_doubt(&desk, &server, people);
    assert!(doubtful <= ROUNDS, "a killed run leaves one message in doubt: {doubtful}");
    assert_eq!(beside(&desk), ["ata.db-sender"]);
    assert_eq!(desk.json("check")["ok"], true);
    assert_eq!(desk.json(&format!("notify send --via {}", server.way()))["total"], 0);
}

#[test]
fn two_runs_at_once_share_the_messages_between_them() {
    let people = 300;
    let desk = case_with_many(people);
    let server = Loopback::start(&["PIPELINING"], |_, _| None);
    let line = words(&format!("notify send 1 --via {} --quiet", server.way()));
    let start = || desk.command(&line).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("ata runs");
    for child in [start(), start(), start()] {
        let output = child.wait_with_output().expect("ends");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(each_arrived_once_or_is_in_doubt(&desk, &server, people), 0);
    assert_eq!(desk.json("show 1")["stage"], "run");
}

#[test]
fn a_run_that_still_lives_is_not_taken_for_a_dead_one() {
    let desk = case_with_many(3);
    let (given, gives) = std::sync::mpsc::channel();
    let server = Loopback::start(&["PIPELINING"], move |line, _| {
        (line == ".").then(|| {
            given.send(()).expect("the test waits");
            Act::Hang
        })
    });
    let line = words(&format!("notify send 1 --via smtp://127.0.0.1:{}?tls=none", server.port));
    let mut child = desk.command(&line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("ata runs");
    // Not before the server has the whole message is it in doubt.
    gives.recv_timeout(Duration::from_secs(60)).expect("a message is given");
    let other = desk.run("notify send 1 --via maildir:correo --json").ok();
    assert_eq!((&other.json()["total"], mails(&desk).len()), (&0.into(), 0));
    assert!(other.stderr.contains("3 mensajes en curso"), "{}", other.stderr);
    // What it was giving is in doubt once it is dead, and the others wait again.
    let _ = child.kill();
    child.wait().expect("ends");
    let after = desk.run("notify send 1 --via maildir:correo --json").exits(7).json();
    assert_eq!((&after["uncertain"], &after["sent"]), (&1.into(), &2.into()));
    assert_eq!(desk.json("notify preview M-2")["history"][0]["outcome"], "returned");
}
