//! Disks that are full and limits that are reached: the command fails with a sentence, and nothing is half-done.

use super::{desk_with_session, finish, half_written, is_sound, people};
use crate::desk::{Ran, TestDesk, words};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs with no file allowed to grow beyond so many blocks of 512 bytes.
fn limited(desk: &TestDesk, blocks: u64, line: &str) -> Ran {
    let mut plain = desk.command(&words(line));
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("ulimit -f {blocks}; exec \"$0\" \"$@\""))
        .arg(plain.get_program())
        .args(plain.get_args());
    command.current_dir(desk.folder()).env_clear();
    for (name, value) in plain.env("PATH", "/usr/bin:/bin").get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    finish(&mut command)
}

/// Blocks of 512 bytes of a file.
fn blocks(path: &Path) -> u64 {
    std::fs::metadata(path).expect("a file").len() / 512
}

#[test]
fn a_limit_on_the_size_of_files_ends_in_an_error_and_a_sound_register() {
    let desk = desk_with_session();
    people(&desk, 4000);
    desk.file("grande.txt", "x".repeat(8_000_000));
    let before = desk.dump();
    let size = blocks(&desk.path("ata.db"));
    for (limit, line) in [
        (0, "need add Taller"),
        (40, "person import personas.csv"),
        (1000, "person import personas.csv"),
        (size + 100, "archive attach 1 grande.txt"),
        (60, "backup copia.db"),
        (60, "init otro.db"),
        (1, "man paginas"),
        (0, "schedule ics --out calendario.ics"),
    ] {
        let ran = limited(&desk, limit, line).exits(1);
        assert!(ran.stderr.starts_with("error: "), "{line}: {ran:?}");
        assert_eq!(desk.dump(), before, "{line}");
        assert_eq!(half_written(&desk), [""; 0], "{line}");
        is_sound(&desk);
    }
    for name in ["copia.db", "otro.db", "calendario.ics"] {
        assert!(!desk.path(name).exists(), "{name}");
    }
    desk.run("person import personas.csv").ok();
    desk.run("backup copia.db").ok();
}

/// A small disk of its own, where whoever runs the tests may make one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(at: PathBuf, kib: u64) -> Option<SmallDisk> {
        std::fs::create_dir(&at).ok()?;
        let size = format!("size={kib}k");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output().ok()?;
        mounted.status.success().then_some(SmallDisk(at))
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        let rest = std::fs::File::create(self.0.join("relleno")).expect("a file");
        let block = [7_u8; 4096];
        while std::io::Write::write_all(&mut &rest, &block).is_ok() {}
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_changes_nothing_and_is_survived() {
    let desk = desk_with_session();
    people(&desk, 4000);
    desk.database().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("one file");
    let bytes = std::fs::metadata(desk.path("ata.db")).expect("a file").len();
    let Some(disk) = SmallDisk::new(desk.path("disco"), bytes / 1024 + 250) else { return };
    let register = disk.0.join("ata.db");
    std::fs::copy(desk.path("ata.db"), &register).expect("room for it");
    let on_disk = |line: &str| desk.run(&format!("{line} --db {}", register.display()));
    let before = on_disk("export").ok().stdout;
    for line in
        ["person import personas.csv", "archive attach 1 personas.csv", "backup disco/copia.db", "init disco/otro.db"]
    {
        let line = if line.starts_with("init") { desk.run(line) } else { on_disk(line) };
        let ran = line.exits(1);
        assert!(ran.stderr.contains("hint: "), "{ran:?}");
        assert_eq!(on_disk("export").ok().stdout, before);
        on_disk("check").ok();
    }
    let left: Vec<_> = std::fs::read_dir(&disk.0).expect("a folder").map(|one| one.expect("one").file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("ata.db")), "{left:?}");
    disk.fill();
    for line in ["need add Taller", "undo", "schedule ics --out disco/calendario.ics"] {
        on_disk(line).exits(1);
        assert_eq!(on_disk("export").ok().stdout, before, "{line}");
    }
    on_disk("check").ok();
    std::fs::remove_file(disk.0.join("relleno")).expect("room again");
    on_disk("need add Taller").ok();
    on_disk("check").ok();
}

#[test]
fn a_package_that_does_not_fit_leaves_nothing_and_can_be_made_again() {
    let desk = super::desk();
    desk.file("grande.txt", "Documento.\n".repeat(60_000));
    desk.json("archive attach 1 grande.txt");
    desk.database().execute("UPDATE cases SET stage = 'archive' WHERE id = 1", []).expect("the stage");
    desk.json("archive classify 1 --series 120-2-40");
    desk.json("archive close 1 --waive records_complete=Prueba");
    let before = desk.dump();
    for line in ["archive package 1 --out paquetes", "archive package 1 --out paquetes --zip"] {
        limited(&desk, 100, &line.replace("--zip", "")).exits(1);
        assert_eq!(desk.dump(), before);
        if let Some(disk) = SmallDisk::new(desk.path(&format!("disco{}", line.len())), 300) {
            let target = disk.0.display().to_string();
            let line = line.replace("paquetes", &target);
            if !line.contains("--zip") {
                desk.run(&line).exits(1);
                assert_eq!(std::fs::read_dir(&disk.0).expect("a folder").count(), 0);
            }
        }
        desk.run(line).ok();
        desk.run(&format!("archive verify paquetes/AT-2026-0001{}", if line.contains("--zip") { ".zip" } else { "" }))
            .ok();
        desk.run("undo").exits(4);
        desk.database().execute("DELETE FROM package", []).expect("forgotten");
        let _ = std::fs::remove_dir_all(desk.path("paquetes"));
    }
}

#[test]
fn a_device_is_written_to_and_never_replaced() {
    let full = Path::new("/dev/full");
    let is_device = || std::fs::symlink_metadata(full).is_ok_and(|about| about.file_type().is_char_device());
    if !is_device() {
        return;
    }
    let desk = desk_with_session();
    let before = desk.dump();
    // Through a link of its own, so that a program that replaces what it writes to would only hurt the link.
    std::os::unix::fs::symlink(full, desk.path("lleno")).expect("a link");
    for line in [
        "schedule ics --out lleno",
        "evaluate form 1-S1 --out lleno",
        "archive sheet 1 --out lleno",
        "archive inventory --out lleno",
    ] {
        let ran = desk.run(line).exits(1);
        assert!(ran.stderr.contains("lleno"), "{ran:?}");
        let link = std::fs::symlink_metadata(desk.path("lleno")).expect("the link");
        assert!(link.file_type().is_symlink() && is_device(), "{line}");
    }
    desk.run("backup lleno").exits(4);
    desk.run("archive inventory --out /dev/null").ok();
    // A link to a file stays one, too.
    desk.file("verdadero.ics", "viejo");
    std::os::unix::fs::symlink("verdadero.ics", desk.path("enlace.ics")).expect("a link");
    desk.run("schedule ics --out enlace.ics").ok();
    assert!(std::fs::symlink_metadata(desk.path("enlace.ics")).expect("the link").file_type().is_symlink());
    assert!(std::fs::read_to_string(desk.path("verdadero.ics")).expect("text").starts_with("BEGIN:VCALENDAR"));
    assert_eq!(desk.dump(), before);
}
