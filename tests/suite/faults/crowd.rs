//! Many at one register at once.

use super::{desk, desk_with_session, is_sound, people};
use crate::desk::{TestDesk, words};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Stdio;

const WRITERS: usize = 8;
const EACH: usize = 25;

/// Does the same at once in several threads, each with its number.
fn at_once<T: Send>(threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let work = &work;
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|n| scope.spawn(move || work(n))).collect();
        running.into_iter().map(|one| one.join().expect("its work")).collect()
    })
}

/// Runs until the register is free; the exit code for "busy" is there for this.
fn insist(desk: &TestDesk, line: &str) -> Value {
    for _ in 0..20 {
        let ran = desk.run(&format!("{line} --json"));
        if ran.code != 5 {
            return ran.ok().json();
        }
    }
    panic!("{line}: always busy");
}

#[test]
fn eight_writers_lose_nothing_and_no_number_is_given_twice_or_left_out() {
    let desk = TestDesk::new();
    let given = at_once(WRITERS, |writer| {
        let add = |n| insist(&desk, &format!("need add 'Taller {writer} {n}'"));
        (0..EACH).map(|n| add(n)["id"].as_str().expect("a reference").to_owned()).collect::<Vec<_>>()
    });
    let all: BTreeSet<String> = given.iter().flatten().cloned().collect();
    let expected: BTreeSet<String> = (1..=WRITERS * EACH).map(|n| format!("AT-2026-{n:04}")).collect();
    assert_eq!(all, expected);
    let titles = desk.json("list --limit 1000");
    let titles: BTreeSet<&str> = titles["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["title"].as_str().expect("a title"))
        .collect();
    assert_eq!(titles.len(), WRITERS * EACH);
    let operations: i64 = desk
        .database()
        .query_row("SELECT count(*) FROM operation WHERE verb = 'need.add'", [], |row| row.get(0))
        .expect("n");
    assert_eq!(operations, (WRITERS * EACH) as i64);
    is_sound(&desk);
}

#[test]
fn the_same_said_by_all_at_once_is_said_once() {
    let desk = desk_with_session();
    people(&desk, 400);
    let imported = at_once(4, |_| insist(&desk, "person import personas.csv"));
    assert_eq!(imported.iter().filter(|one| one["changed"] == true).count(), 1);
    let drafted = at_once(4, |_| insist(&desk, "notify draft 1 --as convocation --signed-by P-1"));
    assert_eq!(drafted.iter().filter(|one| one["changed"] == true).count(), 1);
    assert_eq!(desk.json("notify outbox")["total"], 2);
    // The last operation is taken back once, and by the others done again: an even or odd number of times, but never in part.
    let before = desk.dump();
    at_once(4, |_| insist(&desk, "undo"));
    assert_eq!(desk.dump(), before);
    let founded = at_once(4, |_| desk.run("init nuevo.db").code);
    assert!(founded.contains(&0) && founded.iter().all(|code| [0, 4].contains(code)), "{founded:?}");
    is_sound(&desk);
}

#[test]
fn readers_go_on_beside_a_long_import_and_see_all_of_it_or_nothing() {
    let desk = desk();
    people(&desk, 3000);
    let mut import = desk
        .command(&words("person import personas.csv"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the import starts");
    let mut seen = BTreeSet::new();
    while import.try_wait().expect("its state").is_none() {
        seen.insert(desk.json("person list")["total"].as_i64().expect("a number"));
        desk.run("list").ok();
        desk.run("export 1").ok();
    }
    assert!(import.wait().expect("ends").success());
    seen.insert(desk.json("person list")["total"].as_i64().expect("a number"));
    assert!(seen.is_subset(&BTreeSet::from([1, 3001])) && seen.contains(&3001), "{seen:?}");
    is_sound(&desk);
}
