//! Registers that are none, are newer, may not be written, or are in use.

use super::{desk, finish, is_sound};
use crate::desk::{Ran, TestDesk, words};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Nobody: who has no rights but those everybody has.
const NOBODY: u32 = 65_534;

#[test]
fn what_is_no_register_is_said_to_be_none_and_left_alone() {
    let desk = TestDesk::empty();
    desk.file("texto.db", "no es una base de datos\n");
    desk.file("vacio.db", "");
    desk.file("azar.db", (0..50_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>());
    std::fs::create_dir(desk.path("carpeta.db")).expect("a folder");
    std::os::unix::fs::symlink("no-hay.db", desk.path("enlace.db")).expect("a link");
    rusqlite::Connection::open(desk.path("ajeno.db"))
        .expect("a database")
        .execute_batch("CREATE TABLE t (x)")
        .expect("a table");
    assert!(Command::new("mkfifo").arg(desk.path("tubo.db")).status().is_ok_and(|status| status.success()));
    for (file, code, checked) in [
        ("texto.db", 1, 8),
        ("vacio.db", 1, 8),
        ("azar.db", 1, 8),
        ("ajeno.db", 1, 8),
        ("tubo.db", 1, 8),
        ("carpeta.db", 1, 8),
        ("enlace.db", 3, 3),
        ("no-hay.db", 3, 3),
        ("/dev/null", 1, 8),
        ("no/hay/carpeta.db", 3, 3),
    ] {
        // A pipe is not read: nobody writes into it.
        let content = || if file == "tubo.db" { None } else { std::fs::read(desk.path(file)).ok() };
        let before = content();
        for (line, code) in [("list", code), ("need add Taller", code), ("undo", code), ("check", checked)] {
            let ran = finish(&mut desk.command(&words(&format!("{line} --db {file}")))).exits(code);
            assert!(
                (ran.stderr.clone() + &ran.stdout).contains(file.rsplit('/').next().unwrap_or(file)),
                "{file}: {ran:?}"
            );
        }
        assert_eq!(content(), before, "{file}");
    }
    for (file, code) in
        [("texto.db", 1), ("carpeta.db", 1), ("enlace.db", 3), ("no/hay/carpeta.db", 1), ("/dev/null", 1)]
    {
        finish(&mut desk.command(&words(&format!("init {file}")))).exits(code);
    }
    assert!(!desk.path("no-hay.db").exists());
}

#[test]
fn a_newer_register_is_refused_by_every_command_and_not_touched() {
    let desk = desk();
    desk.database().execute_batch("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)").expect("newer");
    let before = std::fs::read(desk.path("ata.db")).expect("bytes");
    for line in ["list", "check", "check --fix", "need add X", "backup copia.db", "export", "undo"] {
        let ran = desk.run(line).exits(1);
        assert!(ran.stderr.contains("99"), "{ran:?}");
    }
    assert_eq!(std::fs::read(desk.path("ata.db")).expect("bytes"), before);
    assert!(!desk.path("copia.db").exists());
}

/// Runs as nobody (or as whoever runs the tests, when that is no superuser).
fn as_nobody(desk: &TestDesk, line: &str) -> Ran {
    let mut command = desk.command(&words(line));
    if std::fs::metadata(desk.folder()).expect("a folder").uid() != 0 {
        return finish(&mut command);
    }
    // Where the program lies may be out of nobody's reach.
    let program = desk.path("ata-de-todos");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_ata"), &program).expect("a copy");
    }
    let mut elsewhere = Command::new(&program);
    elsewhere.args(command.get_args()).current_dir(desk.folder()).env_clear();
    for (name, value) in command.get_envs() {
        elsewhere.env(name, value.unwrap_or_default());
    }
    finish(elsewhere.uid(NOBODY).gid(NOBODY))
}

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn a_register_that_may_not_be_written_is_read_as_it_is_now_or_not_at_all() {
    let desk = desk();
    let others = std::fs::metadata(desk.folder()).expect("a folder").uid() == 0;
    for (file, folder) in [(0o444, 0o755), (0o444, 0o555), (if others { 0o644 } else { 0o444 }, 0o555)] {
        allow(&desk.path("ata.db"), file);
        allow(desk.folder(), folder);
        for line in ["list", "show 1", "check", "log", "export", "next", "need add X --dry-run"] {
            let code = if line.contains("add") { 1 } else { 0 };
            as_nobody(&desk, line).exits(code);
        }
        for line in ["need add X", "undo", "person add Y", "check --fix"] {
            let ran = as_nobody(&desk, line);
            assert!(ran.code == 1 || line == "check --fix", "{ran:?}");
        }
        as_nobody(&desk, "backup /no/hay/copia.db").exits(1);
        let ran = as_nobody(&desk, "backup copia.db");
        assert!(ran.code == 1 || (!others && folder == 0o755), "{ran:?}");
    }
    allow(desk.folder(), 0o755);
    allow(&desk.path("ata.db"), 0o644);
    // Somebody is at work: what they wrote last lies beside the file.
    let open = desk.database();
    open.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE cases SET title = 'Otro título'").expect("a change");
    let apart = TestDesk::empty();
    for name in ["ata.db", "ata.db-wal"] {
        std::fs::copy(desk.path(name), apart.path(name)).expect("a copy");
        allow(&apart.path(name), 0o444);
    }
    allow(apart.folder(), 0o555);
    for line in ["list", "need add X", "export"] {
        let ran = as_nobody_of(&desk, &apart, line).exits(1);
        assert!(ran.stderr.contains("-wal"), "the register of an hour ago is not shown as today's: {ran:?}");
    }
    allow(apart.folder(), 0o755);
    drop(open);
    for name in ["ata.db", "ata.db-wal"] {
        allow(&apart.path(name), 0o000);
    }
    let ran = as_nobody_of(&desk, &apart, "list").exits(1);
    assert!(ran.stderr.contains("no hay permiso"), "{ran:?}");
    is_sound(&desk);
}

#[test]
fn who_may_only_read_leaves_nothing_behind_and_what_others_left_is_named() {
    let desk = desk();
    if std::fs::metadata(desk.folder()).expect("a folder").uid() != 0 {
        return;
    }
    // The shared folder of an office: anybody may work in it, the register is its owner's.
    allow(&desk.path("ata.db"), 0o644);
    allow(desk.folder(), 0o777);
    let beside = ["ata.db-wal", "ata.db-shm"];
    as_nobody(&desk, "list").exits(0);
    as_nobody(&desk, "need add X").exits(1);
    assert!(beside.iter().all(|name| !desk.path(name).exists()), "a reader made files");
    desk.json("need add Y");
    // Such files of somebody else, from whatever program, keep their owner from writing: they are named.
    std::os::unix::fs::chown(desk.path("ata.db"), Some(NOBODY), Some(NOBODY)).expect("another owner");
    for name in beside {
        std::fs::write(desk.path(name), "").expect("a file");
        allow(&desk.path(name), 0o640);
    }
    as_nobody(&desk, "list").exits(0);
    let ran = as_nobody(&desk, "need add Z").exits(1);
    for said in ["ata.db-wal", "ata.db-shm", "usuario n.º 0", "rm "] {
        assert!(ran.stderr.contains(said), "{said}: {ran:?}");
    }
    for name in beside {
        std::fs::remove_file(desk.path(name)).expect("removed");
    }
    as_nobody(&desk, "need add Z").exits(0);
    allow(desk.folder(), 0o755);
}

/// The program of one desk on the register of another.
fn as_nobody_of(desk: &TestDesk, other: &TestDesk, line: &str) -> Ran {
    as_nobody(desk, &format!("{line} --db {}", other.path("ata.db").display()))
}

#[test]
fn a_register_held_by_another_program_is_waited_for_and_then_reported_busy() {
    let desk = desk();
    let before = desk.dump();
    let holder = desk.database();
    for (lock, reading) in [("BEGIN IMMEDIATE", 0), ("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", 5)] {
        holder.execute_batch(lock).expect("a lock");
        let begun = Instant::now();
        let mut writer = desk.command(&words("need add Otra"));
        // Without a language given, the register would have to be asked for it.
        writer.env_remove("ATA_LANG");
        let ran = finish(&mut writer).exits(5);
        let waited = begun.elapsed().as_secs();
        assert!((3..15).contains(&waited), "{waited} s: {ran:?}");
        let error = finish(&mut desk.command(&words("list --json"))).exits(reading);
        assert!(reading == 0 || error.error()["kind"] == "busy", "{error:?}");
        holder.execute_batch("ROLLBACK").expect("let go");
    }
    drop(holder);
    assert_eq!(desk.dump(), before);
    // One that lets go in time is no obstacle.
    let holder = desk.database();
    holder.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let mut child = desk.command(&words("need add Otra")).spawn().expect("starts");
    std::thread::sleep(std::time::Duration::from_millis(600));
    holder.execute_batch("ROLLBACK").expect("let go");
    assert_eq!(child.wait().expect("ends").code(), Some(0));
    is_sound(&desk);
}
