//! What the README shows is run as it stands there; and so is the example.

use crate::desk::{TestDesk, words};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The README's walk, command by command; `# at DAY HOUR` sets the clock.
#[test]
fn the_walk_of_the_readme_goes_from_the_need_to_the_package() {
    let readme = std::fs::read_to_string(format!("{ROOT}/README.md")).expect("README.md");
    let mut desk = TestDesk::empty();
    for name in ["solicitud.txt", "asistencia.csv", "acta.md", "respuestas.csv"] {
        let content = std::fs::read(format!("{ROOT}/examples/santander/{name}")).expect(name);
        desk.file(name, content);
    }
    let mut commands = 0;
    for line in readme.lines() {
        if let Some(moment) = line.strip_prefix("# at ") {
            desk.at(&format!("{}:00-05:00", moment.replace(' ', "T")));
        } else if let Some(command) = line.strip_prefix("$ ata ") {
            desk.run_args(&words(command)).ok();
            commands += 1;
        }
    }
    assert!(commands > 20, "the README shows the walk");
    assert_eq!(desk.json("show 1")["state"], "closed");
    assert_eq!(desk.json("check")["ok"], true);
}

#[test]
fn the_example_of_santander_runs_and_leaves_a_package() {
    let folder = tempfile::tempdir().expect("a folder");
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_ata")).parent().expect("its folder").to_owned();
    // The script puts Cargo's own folder first; here that is where the binary under test is.
    let cargo = folder.path().join("cargo");
    std::fs::create_dir_all(&cargo).expect("a folder");
    std::os::unix::fs::symlink(&binary, cargo.join("bin")).expect("a link");
    let output = Command::new("bash")
        .arg(format!("{ROOT}/examples/santander/run.sh"))
        .arg(folder.path().join("demo"))
        .env("CARGO_HOME", &cargo)
        .env_remove("ATA_DB")
        .output()
        .expect("bash");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.path().join("demo/paquetes/AT-2026-0001/bagit.txt").exists(), "{said}");
}
