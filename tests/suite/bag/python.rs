//! The bag as the Library of Congress' own reader sees it (PyPI `bagit`), and its bags as we see them.

use crate::judge::python;
use std::path::Path;
use std::process::{Command, Output};

use ata::bag::{verify, write};

use super::{FILES, Room, assert_valid, spec};

fn run(python: &Path, script: &str, argument: &Path) -> Output {
    Command::new(python).arg("-c").arg(script).arg(argument).env("PYTHONUTF8", "1").output().unwrap()
}

const VALIDATE: &str = "
import bagit, sys
bag = bagit.Bag(sys.argv[1])
bag.validate()
print(bag.version, bag.info['Payload-Oxum'], bag.info['Source-Organization'])
";

const UNZIP_AND_VALIDATE: &str = "
import bagit, os, sys, tempfile, zipfile
with tempfile.TemporaryDirectory() as folder:
    with zipfile.ZipFile(sys.argv[1]) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    (top,) = os.listdir(folder)
    bagit.Bag(os.path.join(folder, top)).validate()
    print(top)
";

const UNTAR_AND_VALIDATE: &str = "
import bagit, os, sys, tarfile, tempfile
with tempfile.TemporaryDirectory() as folder:
    with tarfile.open(sys.argv[1]) as packed:
        packed.extractall(folder, filter='data')
    (top,) = os.listdir(folder)
    bagit.Bag(os.path.join(folder, top)).validate()
    print(top)
";

const MAKE: &str = "
import bagit, os, sys
os.makedirs(os.path.join(sys.argv[1], 'anexos'))
for name in ['anexos/ñandú.txt', '100 %.txt', 'vacío']:
    with open(os.path.join(sys.argv[1], name), 'w', encoding='utf-8') as file:
        file.write(name if '.' in name else '')
bagit.make_bag(sys.argv[1], {'Contact-Name': 'Ana', 'External-Description': 'x ' * 100}, checksums=sys.argv[2:] or None)
";

/// All of [`FILES`] but the one with `%`, which that reader does not decode (RFC 8493 says it should).
fn common_files() -> Vec<(&'static str, &'static str)> {
    FILES.into_iter().filter(|(path, _)| !path.contains('%')).collect()
}

#[track_caller]
fn answer(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn an_independent_reader_finds_our_folder_valid_and_our_damage_too() {
    let Some(python) = python() else { return };
    let room = Room::new();
    let out = room.at("caso");
    let report = write(&out, &spec(&common_files()), &mut |_| {}).unwrap();
    assert_eq!(
        answer(&run(&python, VALIDATE, &out)),
        format!("1.0 {}.4 Secretaría de Salud de Santander", report.bytes)
    );
    std::fs::write(out.join("data/vacío.txt"), "x").unwrap();
    assert!(!run(&python, VALIDATE, &out).status.success());
    assert!(!verify(&out).unwrap().valid);
}

#[test]
fn an_independent_reader_unpacks_our_zip_to_a_valid_bag() {
    let Some(python) = python() else { return };
    for (files, name) in [(common_files(), "caso"), (vec![], "sin anexos")] {
        let room = Room::new();
        let out = room.at(&format!("{name}.zip"));
        ata::bag::write_zip(&out, &spec(&files), &mut |_| {}).unwrap();
        assert_eq!(answer(&run(&python, UNZIP_AND_VALIDATE, &out)), name);
    }
}

#[test]
fn an_independent_reader_unpacks_our_tar_to_a_valid_bag() {
    let Some(python) = python() else { return };
    let long = format!("{}/{}.txt", "carpeta de la jornada/".repeat(8).trim_end_matches('/'), "x".repeat(120));
    let mut files = common_files();
    files.push((&long, "largo"));
    for (files, name) in [(files, "caso"), (vec![], "sin anexos")] {
        let room = Room::new();
        let out = room.at(&format!("{name}.tar"));
        ata::bag::write_tar(&out, &spec(&files), &mut |_| {}).unwrap();
        assert_eq!(answer(&run(&python, UNTAR_AND_VALIDATE, &out)), name);
        assert_valid(&out);
    }
}

#[test]
fn a_bag_by_an_independent_writer_is_valid_here() {
    let Some(python) = python() else { return };
    for checksums in [&[][..], &["md5"], &["sha1", "sha512"]] {
        let room = Room::new();
        let out = room.at("suya");
        let mut command = Command::new(&python);
        command.args(["-c", MAKE]).arg(&out).args(checksums).env("PYTHONUTF8", "1");
        answer(&command.output().unwrap());
        assert_eq!(assert_valid(&out).files, 3);
    }
}
