//! Interrupted and killed at any moment: the register is sound, nothing is half-done, and the same command completes.

use super::{desk, desk_with_session, half_written, is_sound, people};
use crate::desk::{TestDesk, words};
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

const PEOPLE: usize = 2500;

/// The signals people and systems send, and what becomes of the program.
const SIGNALS: [(&str, i32); 3] = [("INT", 130), ("KILL", -9), ("TERM", -15)];

/// Starts a command, signals it after a while, and tells how it ended; true when the signal came in time.
#[track_caller]
fn signalled(desk: &TestDesk, line: &str, signal: (&str, i32), after: Duration) -> bool {
    let mut child = desk.command(&words(line)).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
    std::thread::sleep(after);
    let id = child.id().to_string();
    let _ = std::process::Command::new("kill").args([&format!("-{}", signal.0), &id]).stderr(Stdio::null()).status();
    let status = child.wait().expect("ends");
    let fate = status.code().or(status.signal().map(|number| -number)).unwrap_or_default();
    // In its first moments the program does not listen yet.
    let is_known = [0, signal.1].contains(&fate) || (signal.0 == "INT" && fate == -2);
    assert!(is_known, "{line}: {} gives {fate}", signal.0);
    fate != 0
}

/// How long the whole command takes here and now, on a copy of the register.
fn length(desk: &TestDesk, line: &str) -> Duration {
    rehearsed(desk, line).0
}

/// The same, and what the register holds afterwards.
fn rehearsed(desk: &TestDesk, line: &str) -> (Duration, Vec<String>) {
    let copy = TestDesk::empty();
    for entry in std::fs::read_dir(desk.folder()).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.path().is_file() {
            std::fs::copy(entry.path(), copy.path(&entry.file_name().to_string_lossy())).expect("a copy");
        }
    }
    let begun = Instant::now();
    copy.run(line).ok();
    (begun.elapsed(), copy.dump())
}

/// Signals the command at moments spread over its length; after each the register is sound, and either as before or as the whole
/// command leaves it: a signal may come between the last write and the end of the program.
fn interrupted(desk: &TestDesk, line: &str, before: &[String], cleanup: impl Fn(&TestDesk)) {
    let (whole, mut done) = rehearsed(desk, line);
    for (round, signal) in SIGNALS.iter().cycle().take(6).enumerate() {
        let in_time = signalled(desk, line, *signal, whole * (2 * round as u32 + 1) / 13);
        is_sound(desk);
        let now = desk.dump();
        if now != before {
            assert!(now == done, "{line}: half-done after {}", signal.0);
            cleanup(desk);
            // Numbers once given are not given again.
            done = rehearsed(desk, line).1;
        } else {
            assert!(in_time, "{line}: nothing done, and it says it is");
        }
    }
}

#[test]
fn an_import_is_there_whole_or_not_at_all() {
    let desk = desk();
    people(&desk, PEOPLE);
    let before = desk.dump();
    interrupted(&desk, "person import personas.csv", &before, |desk| {
        desk.run("undo").ok();
    });
    let taken = desk.json("person import personas.csv");
    assert_eq!((&taken["new_people"], &taken["changed"]), (&PEOPLE.into(), &true.into()));
    assert_eq!(desk.json("person import personas.csv")["changed"], false);
    is_sound(&desk);
}

#[test]
fn an_undone_import_is_gone_whole_or_not_at_all() {
    let desk = desk();
    people(&desk, PEOPLE);
    let without = desk.dump();
    desk.run("person import personas.csv").ok();
    let with = desk.dump();
    interrupted(&desk, "undo", &with, |desk| {
        desk.run("undo").ok();
    });
    desk.run("undo").ok();
    assert_eq!(desk.dump(), without);
}

#[test]
fn attendance_is_there_whole_or_not_at_all() {
    let desk = desk_with_session();
    people(&desk, PEOPLE);
    let before = desk.dump();
    interrupted(&desk, "run attendance 1-S1 personas.csv", &before, |desk| {
        desk.run("undo").ok();
    });
    assert_eq!(desk.json("run attendance 1-S1 personas.csv")["people"], PEOPLE);
    is_sound(&desk);
}

/// Many bytes and few rows: such a file fills a small register alone.
fn long_list(desk: &TestDesk) {
    let note = "larga ".repeat(1200);
    let rows = (0..2500).map(|n| format!("Persona Número {n},{},{note}\n", 1_000_000 + n)).collect::<String>();
    desk.file("larga.csv", format!("name,doc,anotaciones\n{rows}"));
}

fn is_shared(desk: &TestDesk) -> bool {
    let kept = desk.database().pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0));
    kept.expect("a way of keeping changes") == "wal"
}

#[test]
fn a_long_list_that_had_the_register_for_itself_is_there_whole_or_not_at_all_and_others_are_let_in_again() {
    let desk = desk_with_session();
    long_list(&desk);
    let before = desk.dump();
    let (whole, done) = rehearsed(&desk, "run attendance 1-S1 larga.csv");
    for part in [2, 3, 4] {
        signalled(&desk, "run attendance 1-S1 larga.csv", ("KILL", -9), whole * part / 5);
        is_sound(&desk);
        assert!(is_shared(&desk));
        let now = desk.dump();
        assert!(now == before || now == done, "half-done");
        if now == done {
            break;
        }
    }
    let taken = desk.json("run attendance 1-S1 larga.csv");
    assert_eq!(taken["people"], 2500);
    assert!(is_shared(&desk));
    is_sound(&desk);
}

#[test]
fn whoever_reads_a_register_goes_on_reading_it_while_a_long_list_comes_in() {
    let desk = desk_with_session();
    long_list(&desk);
    let reader = desk.database();
    reader.execute_batch("BEGIN; SELECT count(*) FROM person").expect("a look");
    let people = || reader.query_row("SELECT count(*) FROM person", [], |row| row.get::<_, i64>(0)).expect("a number");
    let earlier = people();
    assert_eq!(desk.json("run attendance 1-S1 larga.csv")["new_people"], 2500);
    assert_eq!(people(), earlier);
    drop(reader);
    assert!(is_shared(&desk));
    is_sound(&desk);
}

#[test]
fn a_copy_is_there_whole_or_not_at_all_and_what_was_left_of_it_is_cleared_away() {
    let desk = desk();
    people(&desk, PEOPLE);
    desk.run("person import personas.csv").ok();
    desk.file("grande.txt", "Documento.\n".repeat(900_000));
    desk.json("archive attach 1 grande.txt");
    let before = desk.dump();
    let whole = length(&desk, "backup copia.db");
    for (round, signal) in SIGNALS.iter().cycle().take(9).enumerate() {
        signalled(&desk, "backup copia.db", *signal, whole * (2 * round as u32 + 1) / 19);
        is_sound(&desk);
        assert_eq!(desk.dump(), before);
        if desk.path("copia.db").exists() {
            assert_eq!(desk.run("check --db copia.db --json").ok().json()["ok"], true);
            std::fs::remove_file(desk.path("copia.db")).expect("a copy");
        }
    }
    // Somebody else's file with such a name is none of ours.
    desk.file("copia.db.otro.partial", "ajeno");
    desk.run("backup copia.db").ok();
    assert_eq!(half_written(&desk), ["copia.db.otro.partial"]);
    assert_eq!(desk.run("check --db copia.db --json").ok().json()["ok"], true);
}

#[test]
fn a_package_is_there_whole_or_not_at_all() {
    let desk = desk();
    for n in 0..6 {
        desk.file(&format!("{n}.txt"), format!("Documento {n}.\n").repeat(80_000));
        desk.json(&format!("archive attach 1 {n}.txt"));
    }
    desk.database().execute("UPDATE cases SET stage = 'archive' WHERE id = 1", []).expect("the stage");
    desk.json("archive classify 1 --series 120-2-40");
    desk.json("archive close 1 --waive records_complete=Prueba");
    let line = "archive package 1 --out paquetes";
    let whole = length(&desk, line);
    for (round, signal) in SIGNALS.iter().cycle().take(6).enumerate() {
        signalled(&desk, line, *signal, whole * (2 * round as u32 + 1) / 13);
        is_sound(&desk);
        // Written and not yet noted, it is whole all the same.
        if desk.path("paquetes/AT-2026-0001").exists() {
            desk.run("archive verify paquetes/AT-2026-0001").ok();
        }
    }
    desk.run(line).ok();
    desk.run("archive verify paquetes/AT-2026-0001").ok();
    assert_eq!(std::fs::read_dir(desk.path("paquetes")).expect("a folder").count(), 1);
    assert_eq!(desk.json(line)["changed"], false);
}

#[test]
fn a_register_is_begun_whole_or_not_at_all() {
    let desk = TestDesk::empty();
    let begun = Instant::now();
    desk.run("init medida.db").ok();
    let whole = begun.elapsed();
    for (round, signal) in SIGNALS.iter().cycle().take(9).enumerate() {
        signalled(&desk, "init otro.db", *signal, whole * round as u32 / 9);
        if desk.path("otro.db").exists() {
            desk.run("check --db otro.db").ok();
            std::fs::remove_file(desk.path("otro.db")).expect("a register");
        }
    }
    desk.run("init otro.db").ok();
    assert_eq!(half_written(&desk), [""; 0]);
}
