//! Registers with wrong bytes in them: found by `check`, survived by everything else.

use super::{desk_with_session, finish};
use crate::desk::{TestDesk, words};

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// The bytes of a register that holds something of everything.
fn register() -> Vec<u8> {
    let desk = desk_with_session();
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.\n".repeat(400));
    desk.json("archive attach 1 solicitud.txt --type request");
    desk.json("followup add 1 'Enviar el informe' --owner P-1 --due 2026-04-01");
    for n in 0..30 {
        desk.json(&format!("need add 'Taller número {n}'"));
    }
    desk.database().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("one file");
    std::fs::read(desk.path("ata.db")).expect("bytes")
}

/// What every command may answer on a damaged register: never a crash.
const FATES: [i32; 6] = [0, 1, 3, 4, 6, 8];

const LINES: [&str; 10] = [
    "list",
    "show 1",
    "export",
    "log",
    "next",
    "trace 1",
    "need add Nueva",
    "undo",
    "backup copia.db",
    "archive attach 2 solicitud.txt",
];

fn everything_survives(bytes: &[u8], what: &str) -> i32 {
    let desk = TestDesk::empty();
    desk.file("ata.db", bytes);
    desk.file("solicitud.txt", "Otra cosa.\n");
    let verdict = finish(&mut desk.command(&words("check --json")));
    assert!([0, 8].contains(&verdict.code) && !verdict.stderr.contains("panicked"), "{what}: {verdict:?}");
    for line in LINES {
        let ran = finish(&mut desk.command(&words(line)));
        assert!(FATES.contains(&ran.code), "{what}: {line}: {ran:?}");
        assert!(!ran.stderr.contains("panicked") && !ran.stderr.contains("error-"), "{what}: {line}: {ran:?}");
    }
    verdict.code
}

#[test]
fn a_cut_register_is_found_by_check_and_crashes_nothing() {
    let whole = register();
    let mut dice = Dice(7);
    let mut cuts = vec![1, 15, 100, 512, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1];
    cuts.extend((0..3).map(|_| dice.roll(whole.len())));
    for cut in cuts {
        assert_eq!(everything_survives(&whole[..cut], &format!("cut at {cut}")), 8, "cut at {cut}");
    }
}

#[test]
fn flipped_and_overwritten_bytes_crash_nothing() {
    let whole = register();
    let mut dice = Dice(11);
    let mut found = 0;
    for round in 0..14 {
        let mut bytes = whole.clone();
        // Much of a small register is room, where nothing can be damaged.
        let (flips, run) = [(4, 0), (32, 0), (800, 0), (0, 256), (0, 16_384), (12, 64)][round % 6];
        for _ in 0..flips {
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1 << dice.roll(8);
        }
        let at = dice.roll(bytes.len() - run);
        for byte in &mut bytes[at..at + run] {
            *byte = dice.roll(256) as u8;
        }
        found += i32::from(everything_survives(&bytes, &format!("round {round}")) == 8);
    }
    assert!(found > 5, "{found}");
}

fn number(database: &rusqlite::Connection, sql: &str) -> usize {
    database.query_row(sql, [], |row| row.get::<_, u32>(0)).expect("a number") as usize
}

#[test]
fn a_damaged_page_of_each_table_and_index_is_found() {
    let whole = register();
    let desk = TestDesk::empty();
    desk.file("ata.db", &whole);
    let database = desk.database();
    let size = number(&database, "PRAGMA page_size");
    let mut statement =
        database.prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").expect("a schema");
    let pages: Vec<(String, u32)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("pages")
        .map(|page| page.expect("one"))
        .collect();
    for (name, page) in pages {
        let mut bytes = whole.clone();
        bytes[(page as usize - 1) * size..][..16].fill(0xA5);
        let hurt = TestDesk::empty();
        hurt.file("ata.db", &bytes);
        let ran = hurt.run("check").exits(8);
        assert!(!ran.stderr.contains("panicked"), "{name}: {ran:?}");
    }
}

#[test]
fn a_damaged_register_in_the_middle_of_an_export_is_damage_and_not_a_problem_of_the_stream() {
    let whole = register();
    let desk = TestDesk::empty();
    desk.file("ata.db", &whole);
    let database = desk.database();
    let size = number(&database, "PRAGMA page_size");
    let page = number(&database, "SELECT rootpage FROM sqlite_schema WHERE name = 'commitment'");
    drop(database);
    let mut bytes = whole;
    bytes[(page - 1) * size..][..16].fill(0xA5);
    desk.file("ata.db", &bytes);
    let error = desk.run("export --json").exits(8).error();
    assert_eq!(error["kind"], "integrity");
}

#[test]
fn a_register_without_a_version_or_a_table_is_damaged_and_says_so() {
    let desk = desk_with_session();
    desk.json("backup sin-tabla.db");
    for version in ["0", "-3"] {
        desk.database().execute_batch(&format!("PRAGMA user_version = {version}")).expect("a version");
        for line in ["list", "init ata.db", "backup copia.db", "notify send", "need add Otra"] {
            let error = desk.run(&format!("{line} --json")).exits(8).error();
            assert_eq!(error["kind"], "integrity", "{line}");
            assert!(error["hint"].as_str().expect("a hint").contains("ata check"), "{line}: {error}");
        }
        assert_eq!(desk.run("check --json").exits(8).json()["ok"], false);
    }
    let broken = rusqlite::Connection::open(desk.path("sin-tabla.db")).expect("a register");
    broken.execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE document").expect("dropped");
    let error = desk.run("--db sin-tabla.db list --json").exits(8).error();
    assert_eq!(error["message"], "el registro está dañado: no such table: document");
    assert!(error["hint"].as_str().expect("a hint").contains("ata check"), "{error}");
}
