//! Attaching, editing and classifying.

use super::complete;
use crate::desk::TestDesk;
use crate::followup::{can_be_undone, case_at};
use std::fs::File;

fn count(desk: &TestDesk, table: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}");
    desk.database().query_row(&sql, [], |row| row.get(0)).expect("a count")
}

#[test]
fn a_file_becomes_a_document_and_twice_the_same_is_one() {
    let desk = case_at("archive");
    desk.file("Informe final.pdf", "informe");
    let line = "archive attach 1 'Informe final.pdf' --type report --date 2026-02-28 --folios 3";
    let document = can_be_undone(&desk, line);
    assert_eq!(document["id"], "AT-2026-0001-D2");
    assert_eq!(document["type"], "report");
    assert_eq!(document["title"], "Informe final.pdf");
    assert_eq!((document["folios"].as_i64(), document["size"].as_i64()), (Some(3), Some(7)));
    assert_eq!(desk.json(line)["changed"], false);
    assert_eq!(desk.json("archive attach 1 'Informe final.pdf'")["type"], "other");
}

#[test]
fn what_is_said_otherwise_of_a_document_that_is_there_is_warned_of() {
    let desk = crate::followup::case_at("archive");
    desk.file("anexo.txt", "Anexo\n");
    let again = |line: &str| desk.run(&format!("archive attach 1 anexo.txt {line}")).ok().stderr;
    assert_eq!(again("--folios 3 --date 2026-02-01"), "");
    assert_eq!(again("--folios 3 --date 2026-02-01"), "");
    assert_eq!(again(""), "");
    let told = again("--folios 0 --date s.f. --title Otro");
    assert!(told.contains("no se tomó --title, --date, --folios"), "{told}");
    assert_eq!(desk.json("show 1-D2")["folios"], 3);
}

#[test]
fn a_name_that_shows_as_another_keeps_its_letters() {
    let desk = crate::followup::case_at("archive");
    desk.file("a\u{202e}txt.exe", "Anexo\n");
    let kept = desk.json("archive attach 1 'a\u{202e}txt.exe'");
    assert_eq!((&kept["filename"], &kept["title"]), (&"atxt.exe".into(), &"atxt.exe".into()));
}

#[test]
fn the_same_content_is_kept_once_however_often_it_is_attached() {
    let desk = case_at("archive");
    desk.file("a.txt", "lo mismo");
    desk.file("b.txt", "lo mismo");
    let blobs = count(&desk, "blob");
    desk.json("archive attach 1 a.txt --type report");
    desk.json("archive attach 1 b.txt --type other");
    assert_eq!(count(&desk, "blob"), blobs + 1);
    assert_eq!(count(&desk, "document"), 3);
}

#[test]
fn a_type_the_profile_does_not_know_is_refused_with_the_one_that_was_meant() {
    let desk = case_at("archive");
    desk.file("a.txt", "a");
    let error = desk.run("archive attach 1 a.txt --type minuts --json").exits(2).error();
    assert_eq!(error["hint"], "¿quiso decir --type minutes?");
    assert!(error["message"].as_str().is_some_and(|text| text.contains("meeting_register")), "{error}");
    let far = desk.run("archive attach 1 a.txt --type zzzzzz --json").exits(2).error();
    assert_eq!(far["hint"], "ata profile show");
    assert_eq!(desk.json("archive attach 1 a.txt --type Meeting-Register")["type"], "meeting_register");
}

#[test]
fn a_file_larger_than_the_profile_allows_is_refused_before_it_is_read() {
    let desk = case_at("archive");
    let path = desk.path("grabacion.mp4");
    File::create(&path).and_then(|file| file.set_len(150 * 1024 * 1024)).expect("a sparse file");
    let error = desk.run("archive attach 1 grabacion.mp4 --json").exits(4).error();
    assert_eq!(error["message"], "grabacion.mp4 pesa 150 MiB y el perfil admite hasta 100 MiB");
    assert_eq!(count(&desk, "document"), 1);
}

#[test]
fn several_files_are_attached_together_or_not_at_all() {
    let desk = case_at("archive");
    desk.file("a.txt", "a");
    desk.file("b.txt", "b");
    desk.run("archive attach 1 a.txt nada.txt").exits(3);
    assert_eq!(count(&desk, "document"), 1);
    desk.file("vacio.txt", "");
    desk.run("archive attach 1 a.txt vacio.txt").exits(2);
    desk.run("archive attach 1 a.txt b.txt --title 'Dos'").exits(2);
    assert_eq!(desk.json("archive attach 1 a.txt b.txt --type report")["total"], 2);
}

#[test]
fn what_is_known_of_a_document_can_be_corrected() {
    let desk = case_at("archive");
    let edited = can_be_undone(
        &desk,
        "archive edit 1-D1 --title 'Oficio 123' --type oversight_requirement --date 2026-02-01 --folios 7",
    );
    assert_eq!((edited["title"].as_str(), edited["folios"].as_i64()), (Some("Oficio 123"), Some(7)));
    assert_eq!(desk.json("archive edit 1-D1 --folios 7")["changed"], false);
    desk.run("archive edit 1-D1 --folios 0").exits(2);
    desk.run("archive edit 1-D1 --date 2026-02-30").exits(2);
    desk.run("archive edit 1-D9 --folios 2").exits(3);
}

#[test]
fn a_session_of_another_case_is_refused() {
    let desk = case_at("archive");
    desk.json("need add 'Otra'");
    desk.file("a.txt", "a");
    desk.run("archive attach 2 a.txt --session 1-S1").exits(2);
}

#[test]
fn a_case_is_classified_by_a_line_that_exists() {
    let desk = case_at("archive");
    let case = can_be_undone(&desk, "archive classify 1 --series 120-2-40");
    assert_eq!(case["series"], "120-2-40");
    assert_eq!(desk.json("archive classify 1 --series 120-2-40")["changed"], false);
    let error = desk.run("archive classify 1 --series 999 --json").exits(3).error();
    assert_eq!(error["hint"], "ata archive series list");
}

#[test]
fn a_document_without_a_date_stands_behind_the_others_and_dates_no_folder() {
    let desk = complete();
    desk.file("croquis.txt", "croquis");
    let undated = desk.json("archive attach 1 croquis.txt --date S.F.");
    assert_eq!(undated["date"], "s.f.");
    let sheet = desk.json("archive sheet 1");
    let dates: Vec<&str> =
        sheet["items"].as_array().expect("items").iter().filter_map(|one| one["date"].as_str()).collect();
    assert_eq!(dates, ["2026-02-10", "2026-03-01", "s.f."]);
    let folder = desk.json("archive inventory")["items"][0].clone();
    assert_eq!((&folder["from"], &folder["to"]), (&"2026-02-10".into(), &"2026-03-01".into()));
    desk.json("archive edit 1-D1 --date s.f.");
    desk.json("archive edit 1-D2 --date s.f.");
    assert!(desk.json("archive inventory")["items"][0]["from"].is_null());
    assert!(desk.run("archive inventory --out -").ok().stdout.contains(";s.f.;;"));
    // It can be given one afterwards, and the package of the file is as whole as any.
    assert_eq!(desk.json("archive edit 1-D1 --date 2026-02-10")["date"], "2026-02-10");
    desk.json("archive close 1");
    desk.json("archive package 1 --out paquetes");
    desk.run("archive verify paquetes/AT-2026-0001").ok();
}
