//! The package: made once, whole, and checked by us and by others.

use super::{closed, complete};
use crate::desk::{TestDesk, words};
use crate::judge;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                names.push(name);
            }
        }
    }
    names.sort();
    names
}

fn bag(desk: &TestDesk) -> PathBuf {
    desk.path("paquetes/AT-2026-0001")
}

#[test]
fn only_a_closed_case_is_packaged() {
    let desk = complete();
    let error = desk.run("archive package 1 --out paquetes --json").exits(4).error();
    assert_eq!(error["hint"], "ata archive close AT-2026-0001");
    assert!(!desk.path("paquetes").exists());
}

#[test]
fn a_package_holds_the_documents_under_safe_names_and_what_is_known_of_the_case() {
    let desk = closed();
    let packaged = desk.json("archive package 1 --out paquetes");
    assert_eq!(packaged["changed"], true);
    let payload = files(&bag(&desk).join("data"));
    assert_eq!(
        payload,
        [
            "case.json",
            "control-sheet.csv",
            "documents/0001-solicitud.txt",
            "documents/0003-acta-n-o-1-nunoa.md",
            "evaluation.json",
            "index.xml",
            "log.jsonl",
            "notices/m-1-convocation-marcela-rueda.txt",
            "origin.json",
            "papers/AT-2026-0001-S1-meeting-register.pdf",
            "papers/AT-2026-0001-S1-minutes.pdf",
            "papers/AT-2026-0001-control-sheet.pdf",
            "papers/AT-2026-0001-cover.pdf",
            "papers/AT-2026-0001-evaluation-results.pdf",
            "papers/AT-2026-0001-notice-proof.pdf",
            "papers/AT-2026-0001-report.pdf",
            "profile.toml",
            "register.jsonl",
        ]
        .into_iter()
        .filter(|name| cfg!(feature = "pdf") || !name.starts_with("papers/"))
        .collect::<Vec<_>>()
    );
    let read = |name: &str| std::fs::read_to_string(bag(&desk).join("data").join(name)).expect(name);
    let case: Value = serde_json::from_str(&read("case.json")).expect("JSON");
    assert_eq!(case["state"], "closed");
    assert_eq!(case["sessions"][0]["roster"][0]["status"], "present");
    assert_eq!(case["messages"][0]["body"], "Cordial saludo");
    assert_eq!(case["passages"].as_array().map(Vec::len), Some(2));
    assert_eq!(case["seal"].as_str(), Some(ata_sha256(&read("register.jsonl")).as_str()));
    let last = read("log.jsonl");
    let last: Value = serde_json::from_str(last.lines().last().unwrap_or("")).expect("JSON");
    assert_eq!(last["verb"], "archive.close");
    let evaluation: Value = serde_json::from_str(&read("evaluation.json")).expect("JSON");
    assert_eq!((evaluation["responses"].as_i64(), evaluation["sessions"][0]["responses"].as_i64()), (Some(1), Some(1)));
    let info = std::fs::read_to_string(bag(&desk).join("bag-info.txt")).expect("bag-info.txt");
    for line in [
        "Source-Organization: Secretaría de Salud de Santander",
        "External-Identifier: AT-2026-0001",
        "External-Description: Vigilancia del dengue",
        "Bag-Group-Identifier: 120-2-40",
        "Contact-Email: vigilancia@example.org",
        "Bagging-Date: 2026-03-02",
    ] {
        assert!(info.contains(line), "{line}\n{info}");
    }
}

fn ata_sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_package_made_again_even_another_day_changes_nothing() {
    let mut desk = closed();
    let first = desk.json("archive package 1 --out paquetes");
    desk.at("2027-08-09T10:00:00-05:00");
    let again = desk.json("archive package 1 --out paquetes");
    assert_eq!((again["changed"].as_bool(), &again["manifest"]), (Some(false), &first["manifest"]));
    desk.run("archive verify paquetes/AT-2026-0001").ok();
    let refused = desk.run("undo").exits(4);
    assert!(refused.stderr.contains("ata undo --op N") && !refused.stderr.contains("ata schedule"), "{refused:?}");
}

#[test]
fn a_need_that_shows_after_the_closing_leaves_the_package_as_it_is() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes");
    desk.json("evaluate raise 1 'Manejo clínico del dengue' --group GVSP");
    assert_eq!(desk.json("archive package 1 --out paquetes")["changed"], false);
}

#[test]
fn a_package_says_what_was_sealed_whatever_people_are_called_by_now() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes");
    desk.json("person add 'Marcela Rueda de Ñáñez' --email otra@example.org");
    desk.json("person edit P-1 --name 'Nombre Cambiado' --post Nuevo");
    desk.json("org edit GVSP --name 'Grupo Cambiado'");
    assert_eq!(desk.json("archive package 1 --out paquetes")["changed"], false);
    let persons = desk.json("person list")["total"].as_i64().expect("a number");
    desk.json(&format!("person merge P-{persons} P-1 --yes"));
    assert_eq!(desk.json("archive package 1 --out paquetes")["changed"], false);
    desk.json("check");
    let sealed = "UPDATE sealed_person SET name = 'Falsificada'";
    assert!(desk.database().execute(sealed, []).is_err(), "{sealed}");
}

#[test]
fn a_dry_run_makes_no_package() {
    let desk = closed();
    let before = desk.dump();
    let dry = desk.json("archive package 1 --out paquetes --dry-run");
    assert_eq!((dry["changed"].as_bool(), dry["manifest"].is_null()), (Some(true), true));
    assert!(!desk.path("paquetes").exists());
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.json("archive package 1 --out paquetes")["files"], dry["files"]);
}

#[test]
fn something_else_in_its_place_is_left_alone() {
    let desk = closed();
    desk.file("paquetes/AT-2026-0001/nota.txt", "mía");
    desk.run("archive package 1 --out paquetes").exits(4);
    assert_eq!(files(&bag(&desk)), ["nota.txt"]);
}

#[test]
fn one_flipped_byte_is_named() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes");
    let path = bag(&desk).join("data/documents/0003-acta-n-o-1-nunoa.md");
    let mut content = std::fs::read(&path).expect("the minutes");
    content[3] ^= 1;
    std::fs::write(&path, content).expect("written");
    let verdict = desk.run("archive verify paquetes/AT-2026-0001 --json").exits(8).json();
    assert_eq!(verdict["valid"], false);
    assert_eq!(verdict["problems"][0]["path"], "data/documents/0003-acta-n-o-1-nunoa.md");
    assert_eq!(verdict["problems"][0]["kind"], "changed");
    assert_eq!(verdict["problems"].as_array().map(Vec::len), Some(1));
    let said = desk.run("archive verify paquetes/AT-2026-0001").exits(8).stdout;
    assert!(said.contains("0003-acta-n-o-1-nunoa.md: el contenido no es el que se selló"), "{said}");
    desk.run("archive package 1 --out paquetes").exits(8);
}

#[test]
fn several_packages_are_checked_without_a_register() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes");
    desk.json("archive package 1 --out paquetes --zip");
    let elsewhere = TestDesk::empty();
    let (folder, zip) =
        (bag(&desk).display().to_string(), desk.path("paquetes/AT-2026-0001.zip").display().to_string());
    let all = elsewhere.json(&format!("archive verify '{folder}' '{zip}'"));
    assert_eq!(all["total"], 2);
    let note = elsewhere.file("nota.txt", "no soy un paquete").display().to_string();
    let all = elsewhere.run(&format!("archive verify '{folder}' '{note}' --json")).exits(8).json();
    assert_eq!((all["items"][0]["valid"].as_bool(), all["items"][1]["valid"].as_bool()), (Some(true), Some(false)));
    elsewhere.run("archive verify nada").exits(3);
}

#[test]
fn a_document_altered_behind_the_register_is_not_sealed_anew() {
    let desk = closed();
    desk.database()
        .execute_batch(
            "DROP TRIGGER blob_sealed_update; UPDATE blob SET content = CAST(replace(CAST(content AS TEXT), 'casos', 'Casos') AS BLOB);",
        )
        .expect("tampered");
    desk.run("archive package 1 --out paquetes").exits(8);
    assert!(!bag(&desk).exists());
}

#[test]
fn a_case_altered_behind_the_register_is_not_packaged() {
    let desk = closed();
    desk.database()
        .execute_batch("DROP TRIGGER attendance_sealed_update; UPDATE attendance SET minutes = 10;")
        .expect("tampered");
    let error = desk.run("archive package 1 --out paquetes --json").exits(8).error();
    assert_eq!(error["kind"], "integrity");
    assert_eq!(error["hint"], "ata check");
}

#[test]
fn an_independent_reader_finds_the_package_valid() {
    let Some(python) = judge::python() else { return };
    let desk = closed();
    desk.json("archive package 1 --out paquetes");
    let script = "import bagit, sys\nimport xml.etree.ElementTree as tree\n\
                  bag = bagit.Bag(sys.argv[1])\nbag.validate()\n\
                  index = tree.parse(sys.argv[1] + '/data/index.xml').getroot()\n\
                  print(bag.info['External-Identifier'], index.tag, len(index))";
    let output = Command::new(python).args(["-c", script]).arg(bag(&desk)).output().expect("python runs");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "AT-2026-0001 TipoDocumentoFoliado 2",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Whoever changes what the register says of a document, and no content, is found out before a package says it.
#[test]
fn a_digest_altered_behind_the_register_is_found_and_not_packaged() {
    let desk = closed();
    let alter = "UPDATE document SET sha512 = lower(hex(zeroblob(64))) WHERE number = 1";
    let triggers = "DROP TRIGGER document_sealed_update";
    desk.database().execute_batch(&format!("{triggers}; {alter}")).expect("altered");
    desk.run("archive package 1 --out paquetes").exits(8);
    assert!(!desk.path("paquetes").join("AT-2026-0001").exists());
    let found = desk.run("check --json").exits(8).json();
    assert!(found.to_string().contains("content_changed"), "{found}");
}

/// More files than are put on the disk one by one, each with both of its digests.
#[test]
fn a_package_of_many_documents_is_valid() {
    let desk = complete();
    let names: Vec<String> = (0..80).map(|at| format!("anexo-{at}.txt")).collect();
    for name in &names {
        desk.file(name, format!("Anexo {name}\n"));
    }
    desk.json(&format!("archive attach 1 {}", names.join(" ")));
    desk.json("archive close 1");
    assert!(desk.json("archive package 1 --out paquetes")["files"].as_u64() > Some(80));
    desk.run("archive verify paquetes/AT-2026-0001").ok();
    let Some(python) = judge::python() else { return };
    let judged =
        Command::new(python).args(["-m", "bagit", "--validate"]).arg(bag(&desk)).output().expect("python runs");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
}

#[test]
fn a_package_is_read_from_standard_input_and_leaves_nothing_behind() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes --zip");
    let zip = std::fs::File::open(desk.path("paquetes/AT-2026-0001.zip")).expect("the package");
    std::fs::create_dir(desk.path("tmp")).expect("a folder");
    let mut command = desk.command(&words("archive verify - --json"));
    let output = command.stdin(zip).env("TMPDIR", desk.path("tmp")).output().expect("ata runs");
    let checked: Value = serde_json::from_slice(&output.stdout).expect("an answer");
    assert_eq!((&checked["valid"], output.status.code()), (&true.into(), Some(0)), "{checked}");
    assert_eq!(std::fs::read_dir(desk.path("tmp")).expect("the folder").count(), 0);
}

#[test]
fn what_is_no_package_is_told_from_a_damaged_one() {
    let desk = closed();
    desk.json("archive package 1 --out paquetes --zip");
    desk.file("nota.txt", "Una nota.\n");
    let ran = desk.run("archive verify nota.txt").exits(8);
    assert!(
        ran.stdout.contains("se espera una carpeta, un ZIP o un tar") && !ran.stdout.contains("EOCD"),
        "{}",
        ran.stdout
    );
    let whole = std::fs::read(desk.path("paquetes/AT-2026-0001.zip")).expect("the package");
    desk.file("medio.zip", &whole[..whole.len() / 2]);
    let checked = desk.run("archive verify medio.zip --json").exits(8).json();
    assert_eq!(checked["problems"][0]["kind"], "bad_zip", "{checked}");
}

#[test]
fn a_path_that_leaves_the_package_is_told_in_the_reader_s_words() {
    let desk = TestDesk::empty();
    std::fs::create_dir(desk.path("bolsa")).expect("a folder");
    desk.file("bolsa/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    desk.file("bolsa/manifest-sha256.txt", format!("{}  ../../x\n", "0".repeat(64)));
    let said = desk.run("archive verify bolsa").exits(8).stdout;
    assert!(said.contains("la ruta no es admisible (sale de su carpeta)"), "{said}");
    std::fs::write(desk.path("roto.zip"), b"PK\x03\x04 roto").expect("a file");
    let said = desk.run("archive verify roto.zip").exits(8).stdout;
    assert!(said.contains("el ZIP está dañado") && !said.contains("Zip"), "{said}");
    let scripts = desk.run("archive verify roto.zip --json").exits(8).json();
    assert!(scripts["problems"][0]["error"].as_str().is_some_and(|error| !error.is_empty()), "{scripts}");
}
