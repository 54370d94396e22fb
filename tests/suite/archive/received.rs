//! A case file taken in from a package, in another register.

use super::{closed, complete};
use crate::desk::TestDesk;
use serde_json::Value;
use std::path::Path;

/// The package of a closed case, as text for a command line.
fn package(desk: &TestDesk, form: &str) -> String {
    let made = desk.json(&format!("archive package 1 --out paquetes {form}"));
    format!("'{}'", desk.path(made["package"].as_str().expect("a package")).display())
}

/// What must be the same in both registers: everything but numbers that each gives itself.
fn content(case: &Value) -> Value {
    let mut case = case.clone();
    fn clean(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for key in ["provenance", "log", "seal", "person", "key", "id", "group", "signed_by"] {
                    fields.remove(key);
                }
                fields.values_mut().for_each(clean);
            }
            Value::Array(items) => items.iter_mut().for_each(clean),
            _ => {}
        }
    }
    clean(&mut case);
    case
}

#[test]
fn a_packaged_case_is_restored_elsewhere_with_everything_it_had() {
    let desk = closed();
    let elsewhere = TestDesk::new();
    for form in ["", "--zip", "--tar"] {
        let path = package(&desk, form);
        let received = elsewhere.json(&format!("archive import {path}"));
        assert_eq!(received["changed"], form.is_empty(), "{form}");
        assert_eq!(received["id"], "AT-2026-0001");
        assert_eq!(received["provenance"]["institution"], "Secretaría de Salud de Santander");
        assert_eq!(received["provenance"]["reference"], "AT-2026-0001");
    }
    let (there, here) = (desk.json("export 1"), elsewhere.json("export 1"));
    assert_eq!(content(&there), content(&here));
    assert_eq!(here["provenance"]["seal"], there["seal"]);
    assert_eq!(here["sessions"][0]["roster"][0]["person"]["name"], "Marcela Rueda");
    assert_eq!(desk.json("archive sheet 1")["items"], elsewhere.json("archive sheet 1")["items"]);
    assert_eq!(desk.run("archive index 1").ok().stdout, elsewhere.run("archive index 1").ok().stdout);
    assert_eq!(
        desk.json("archive due --on 2040-01-01")["items"],
        elsewhere.json("archive due --on 2040-01-01")["items"]
    );
    elsewhere.run("check").ok();
    // What waits no more weighs what it weighed.
    let (mut desk, mut elsewhere) = (desk, elsewhere);
    let score = |desk: &TestDesk| desk.json("show 1")["priority"].clone();
    let before = score(&desk);
    desk.at("2031-01-01T09:00:00-05:00");
    elsewhere.at("2031-01-01T09:00:00-05:00");
    assert_eq!((score(&desk), score(&elsewhere)), (before.clone(), before));
    let shown = elsewhere.run("show 1").ok().stdout;
    assert!(shown.contains("Copia de AT-2026-0001 de Secretaría de Salud de Santander"), "{shown}");
    for line in ["show 1", "trace 1", "list", "archive inventory", "log 1"] {
        elsewhere.run(line).ok();
    }
}

#[test]
fn a_copy_is_sealed_and_not_taken_back() {
    let desk = closed();
    let elsewhere = TestDesk::new();
    let path = package(&desk, "");
    let before = elsewhere.dump();
    assert_eq!(elsewhere.json(&format!("archive import {path} --dry-run"))["changed"], true);
    assert_eq!(elsewhere.dump(), before);
    elsewhere.json(&format!("archive import {path}"));
    elsewhere.run("undo").exits(4);
    elsewhere.run("import undo I-1").exits(4);
    elsewhere.run("need edit 1 --title Otro").exits(4);
    let error = elsewhere.database().execute_batch("UPDATE provenance SET institution = 'Otra'").expect_err("sealed");
    assert!(error.to_string().contains("sealed"), "{error}");
    elsewhere.run("check").ok();
}

#[test]
fn a_copy_gets_the_next_number_where_its_own_is_taken_and_people_stand_once() {
    let desk = complete();
    desk.json("person edit P-1 --doc CC:63100201");
    desk.json("archive close 1");
    let elsewhere = TestDesk::new();
    elsewhere.json("person add 'Marcela Rueda Pinilla' --doc CC:63100201");
    elsewhere.json("need add 'Otra cosa'");
    let received = elsewhere.json(&format!("archive import {}", package(&desk, "")));
    assert_eq!(received["id"], "AT-2026-0002");
    assert_eq!(received["provenance"]["reference"], "AT-2026-0001");
    assert_eq!(elsewhere.json("person list")["total"], 1);
    assert_eq!(elsewhere.json("need add 'La siguiente'")["id"], "AT-2026-0003");
}

#[test]
fn a_package_of_a_copy_is_the_package_it_came_from() {
    let desk = closed();
    let first = desk.json("archive package 1 --out paquetes");
    let elsewhere = TestDesk::new();
    elsewhere.json("need add 'Otra cosa'");
    elsewhere.json(&format!("archive import {}", package(&desk, "")));
    let second = elsewhere.json("archive package 2 --out paquetes");
    assert_eq!((&second["manifest"], &second["files"]), (&first["manifest"], &first["files"]));
    let copy = elsewhere.path("paquetes/AT-2026-0002");
    let info = |top: &Path| std::fs::read_to_string(top.join("bag-info.txt")).expect("what the bag says of itself");
    assert_eq!(info(&copy), info(&desk.path("paquetes/AT-2026-0001")));
    elsewhere.run("archive verify paquetes/AT-2026-0002").ok();
    elsewhere.run("check --fix").ok();
    assert_eq!(elsewhere.json("archive package 2 --out paquetes")["changed"], false);
    // Where it comes from it is known, and elsewhere it says where it came from first.
    assert_eq!(desk.json(&format!("archive import '{}'", copy.display()))["changed"], false);
    assert_eq!(desk.json("list")["total"], 1);
    let third = TestDesk::new().json(&format!("archive import '{}'", copy.display()));
    assert_eq!(third["provenance"]["reference"], "AT-2026-0001");
}

#[test]
fn documents_are_named_by_the_procedure_they_were_made_under() {
    let desk = closed();
    let elsewhere = TestDesk::empty();
    elsewhere.run("init --profile sedese").ok();
    let received = elsewhere.json(&format!("archive import {}", package(&desk, "--tar")));
    assert_eq!(received["id"], "PSE-2026-0001");
    let titles = |desk: &TestDesk| desk.json("archive sheet 1")["items"][1]["type_title"].clone();
    assert_eq!((titles(&elsewhere), titles(&desk)), ("Actas".into(), "Actas".into()));
    assert!(elsewhere.run("show 1").ok().stdout.contains("Actas"));
    elsewhere.run("archive review 1").ok();
}

#[test]
fn a_case_that_is_here_already_is_left_alone() {
    let desk = closed();
    let path = package(&desk, "--zip");
    let before = desk.dump();
    let same = desk.json(&format!("archive import {path}"));
    assert_eq!((same["changed"].as_bool(), same["provenance"].is_null()), (Some(false), true));
    assert_eq!(desk.dump(), before);
}

#[test]
fn of_a_copy_nothing_is_issued_in_the_name_of_who_received_it() {
    let desk = closed();
    let path = package(&desk, "");
    let elsewhere = TestDesk::empty();
    elsewhere.run("init --profile sedese").ok();
    elsewhere.json(&format!("archive import {path}"));
    for (kind, about) in [
        ("minutes", "1-S1"),
        ("certificate", "1"),
        ("convocation", "1-S1"),
        ("report", "1"),
        ("annual-plan", "1"),
        ("schedule", "1"),
        ("inventory", "1"),
        ("commitments", "1-S1"),
        ("roster", "1-S1"),
    ] {
        let error = elsewhere.run(&format!("paper {kind} {about}")).exits(4);
        assert!(error.stderr.contains("AT-2026-0001 de Secretaría de Salud de Santander"), "{kind}: {}", error.stderr);
        assert!(error.stderr.contains("ata archive package PSE-2026-0001 --out"), "{kind}: {}", error.stderr);
    }
    elsewhere.run("report activity 1").exits(4);
    // Over everything it is no work of whoever received it.
    let nothing = TestDesk::empty();
    nothing.run("init --profile sedese").ok();
    for line in ["report activity", "report coverage", "report satisfaction", "plan show --year 2026", "schedule list"]
    {
        assert_eq!(elsewhere.json(line), nothing.json(line), "{line}");
    }
    assert_eq!(elsewhere.json("followup list")["total"], 0);
    assert_ne!(elsewhere.json("schedule list 1")["total"], 0);
}

#[test]
fn a_copy_is_found_by_the_reference_it_had() {
    let desk = closed();
    let elsewhere = TestDesk::empty();
    elsewhere.run("init --profile sedese").ok();
    elsewhere.json(&format!("archive import {}", package(&desk, "")));
    for (there, here) in [("AT-2026-0001", "PSE-2026-0001"), ("at-2026-1-d1", "PSE-2026-0001-D1")] {
        let found = elsewhere.run(&format!("show {there} --json"));
        if there.contains("0001") {
            assert_eq!(found.ok().json()["id"], here);
        } else {
            found.exits(3);
        }
    }
    assert_eq!(elsewhere.json("show AT-2026-0001-D1")["id"], "PSE-2026-0001-D1");
    assert_eq!(elsewhere.json("run roster AT-2026-0001-S1")["items"][0]["person"]["name"], "Marcela Rueda");
    // What was never received is a case that is not here, and not a person of that name.
    let error = elsewhere.run("show AT-2026-0009 --json").exits(3).error();
    assert_eq!(error["hint"], "ata list");
}

#[test]
fn the_inventory_leaves_copies_out_and_says_so() {
    let desk = closed();
    let elsewhere = TestDesk::new();
    elsewhere.json(&format!("archive import {}", package(&desk, "")));
    assert_eq!(desk.json("archive inventory")["total"], 1);
    let listed = elsewhere.run("archive inventory").ok();
    assert!(listed.stderr.contains("AT-2026-0001") && listed.stderr.contains("copia recibida"), "{}", listed.stderr);
    assert_eq!(elsewhere.json("archive inventory")["total"], 0);
    let barred = elsewhere.run("archive elimination propose 1 --json").exits(4).error();
    assert_eq!(barred["details"][0]["why"], "copy");
    // What is written of the copy names who produced it.
    elsewhere.run("archive sheet 1 --out hoja.csv").ok();
    let sheet = std::fs::read_to_string(elsewhere.path("hoja.csv")).expect("a sheet");
    assert!(sheet.contains("Secretaría de Salud de Santander"), "{sheet}");
}

fn rewrite(path: &Path, change: impl FnOnce(String) -> String) {
    let text = std::fs::read_to_string(path).expect("a text");
    std::fs::write(path, change(text)).expect("written");
}

/// The package made valid again as a bag, whatever stands in it: what somebody does who tampers on purpose.
fn sealed_anew(desk: &TestDesk, folder: &str) {
    use sha2::{Digest, Sha256, Sha512};
    let top = desk.path(folder);
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for name in ["manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
        rewrite(&top.join(name), |text| {
            let line = |line: &str| {
                let (_, path) = line.split_once("  ").expect("a line");
                let content = std::fs::read(top.join(path)).expect("a file");
                let digest =
                    if name.contains("256") { hex(&Sha256::digest(&content)) } else { hex(&Sha512::digest(&content)) };
                format!("{digest}  {path}\n")
            };
            text.lines().map(line).collect()
        });
    }
    let bytes: u64 = walk(&top.join("data")).iter().map(|path| path.metadata().expect("a file").len()).sum();
    let files = walk(&top.join("data")).len();
    rewrite(&top.join("bag-info.txt"), |text| {
        text.lines()
            .map(|line| match line.starts_with("Payload-Oxum") {
                true => format!("Payload-Oxum: {bytes}.{files}\n"),
                false => format!("{line}\n"),
            })
            .collect()
    });
    for name in ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
        rewrite(&top.join(name), |text| {
            let line = |line: &str| {
                let (_, path) = line.split_once("  ").expect("a line");
                let content = std::fs::read(top.join(path)).expect("a file");
                let digest =
                    if name.contains("256") { hex(&Sha256::digest(&content)) } else { hex(&Sha512::digest(&content)) };
                format!("{digest}  {path}\n")
            };
            text.lines().map(line).collect()
        });
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { all.extend(walk(&path)) } else { all.push(path) }
    }
    all
}

#[test]
fn a_package_that_was_tampered_with_is_not_taken_in() {
    for (name, from, to) in [
        ("register.jsonl", "Fortalecer", "Debilitar"),
        ("log.jsonl", "need.accept", "need.reject"),
        ("case.json", "\"name\": \"Marcela Rueda\"", "\"name\": \"Otra Persona\""),
        ("case.json", "\"title\": \"Vigilancia", "\"title\": \"Control"),
        ("documents/0001-solicitud.txt", "Solicitamos", "Rechazamos"),
        ("profile.toml", "[archive]", "[archivo]"),
    ] {
        let desk = closed();
        let path = package(&desk, "");
        let folder = "paquetes/AT-2026-0001";
        rewrite(&desk.path(&format!("{folder}/data/{name}")), |text| {
            let altered = text.replacen(from, to, 1);
            assert_ne!(altered, text, "{name}: {from}");
            altered
        });
        let elsewhere = TestDesk::new();
        let before = elsewhere.dump();
        elsewhere.run(&format!("archive import {path}")).exits(8);
        sealed_anew(&desk, folder);
        desk.run(&format!("archive verify {folder}")).ok();
        let error = elsewhere.run(&format!("archive import {path}")).exits(8);
        assert!(name != "case.json" || error.stderr.contains("data/case.json"), "{}", error.stderr);
        assert_eq!(elsewhere.dump(), before, "{name}");
    }
}

#[test]
fn who_was_there_is_part_of_what_was_sealed() {
    let desk = closed();
    let path = package(&desk, "");
    let folder = "paquetes/AT-2026-0001";
    let seal = desk.json("show 1")["seal"].clone();
    rewrite(&desk.path(&format!("{folder}/data/register.jsonl")), |text| {
        let altered = text.replace("Marcela Rueda", "Otra Persona");
        assert_ne!(altered, text);
        altered
    });
    rewrite(&desk.path(&format!("{folder}/data/case.json")), |text| text.replace("Marcela Rueda", "Otra Persona"));
    sealed_anew(&desk, folder);
    desk.run(&format!("archive verify {folder}")).ok();
    let elsewhere = TestDesk::new();
    let error = elsewhere.run(&format!("archive import {path} --json")).exits(8).error();
    assert_eq!(error["kind"], "integrity", "sealed as {seal}");
}

#[test]
fn rows_that_no_register_wrote_are_not_taken_in() {
    use sha2::{Digest, Sha256};
    for (from, to) in [
        ("{\"table\":\"plan\"", "{\"table\":\"operation\""),
        ("{\"table\":\"plan\",\"row\":{\"case_id\":1", "{\"table\":\"plan\",\"row\":{\"case_id\":99"),
        ("\"objective\":", "\"objetivo\":"),
        ("\"status\":\"present\"", "\"status\":\"dormido\""),
        ("\"agenda\":\"[]\"", "\"agenda\":\"{\""),
        ("\"answers\":\"{", "\"answers\":\"[{"),
    ] {
        let desk = closed();
        let path = package(&desk, "");
        let data = desk.path("paquetes/AT-2026-0001/data");
        let mut seals = (String::new(), String::new());
        let hash =
            |text: &str| Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        rewrite(&data.join("register.jsonl"), |text| {
            let altered = text.replacen(from, to, 1);
            assert_ne!(altered, text, "{from}");
            seals = (hash(&text), hash(&altered));
            altered
        });
        rewrite(&data.join("case.json"), |text| text.replace(&seals.0, &seals.1));
        sealed_anew(&desk, "paquetes/AT-2026-0001");
        let elsewhere = TestDesk::new();
        let before = elsewhere.dump();
        elsewhere.run(&format!("archive import {path}")).exits(8);
        assert_eq!(elsewhere.dump(), before, "{to}");
    }
}

#[test]
fn a_package_of_another_maker_is_not_taken_in() {
    let desk = complete();
    let made = desk.file("ajena/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    desk.file("ajena/data/uno.txt", "abc");
    desk.file(
        "ajena/manifest-sha256.txt",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/uno.txt\n",
    );
    assert!(made.exists());
    desk.run("archive verify ajena").ok();
    let error = desk.run("archive import ajena --json").exits(4).error();
    assert_eq!(error["kind"], "refused");
    desk.run("archive import nada").exits(3);
}
