//! The files people really have, through the real binary, against the ground truth that came with them.

use crate::desk::TestDesk;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/intake").join(name)
}

fn truths() -> Vec<Value> {
    let manifest = std::fs::read(sample("MANIFEST.json")).expect("a manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    manifest["files"].as_array().expect("files").clone()
}

/// A register with one session on the day of the file.
fn desk_for(truth: &Value) -> TestDesk {
    let mut desk = TestDesk::empty();
    desk.at("2025-01-15T09:00:00-05:00");
    desk.json("init");
    desk.json("need add Caso");
    let named = truth["expected_session_date_from_filename"].as_str();
    let day = named.or(truth["session_date"].as_str()).unwrap_or("2025-08-14");
    let start = truth["meeting"]["start"]
        .as_str()
        .map_or_else(|| format!("{day} 08:00"), |start| start[..16].replace('T', " "));
    desk.json(&format!("schedule add 1 --start '{start}' --duration 4h --place Sala"));
    desk
}

/// Takes a sample in under the name it was downloaded with.
fn take(desk: &TestDesk, truth: &Value) -> Value {
    let file = truth["file"].as_str().expect("a file");
    let name = truth["original_filename"].as_str().unwrap_or(file);
    let name: String = name.chars().map(|c| if "/\\:'".contains(c) { '_' } else { c }).collect();
    desk.file(&name, std::fs::read(sample(file)).expect("a sample"));
    desk.run_args(&["run", "attendance", "1-S1", &name, "--json"].map(str::to_owned)).json()
}

#[test]
fn every_list_gives_the_people_and_minutes_it_was_made_with() {
    for truth in truths().iter().filter(|truth| truth["kind"] == "attendance") {
        let file = truth["file"].as_str().expect("a file");
        let desk = desk_for(truth);
        let result = take(&desk, truth);
        assert_eq!(result["source"], truth["format"], "{file}");
        let rejected = truth["expected_rejects"].as_array().map_or(0, Vec::len);
        assert_eq!(result["rejected"], rejected, "{file}: {result}");
        // Two lines of one name, one with an address: the same person, or a namesake that somebody must decide about.
        let undecided = result["review"].as_i64().unwrap_or(0) + i64::from(file.starts_with("v03"));
        let people = result["people"].as_i64().unwrap_or(0);
        let expected = truth["distinct_people"].as_i64().expect("people");
        assert!(people <= expected && people + undecided >= expected, "{file}: {result}");
        let roster = desk.json("run roster 1-S1");
        let mut minutes: Vec<Option<i64>> =
            roster["items"].as_array().expect("items").iter().map(|row| row["minutes"].as_i64()).collect();
        let of = |person: &Value| person["expected_minutes"].as_i64();
        let mut wanted: Vec<Option<i64>> = truth["people"].as_array().expect("people").iter().map(of).collect();
        minutes.sort_unstable();
        wanted.sort_unstable();
        if undecided == 0 {
            assert_eq!(minutes, wanted, "{file}");
        }
        let ignored: i64 =
            result["ignored_reasons"].as_object().map_or(0, |all| all.values().filter_map(Value::as_i64).sum());
        assert_eq!(result["ignored"], ignored, "{file}");
        let before = desk.dump();
        assert_eq!(take(&desk, truth)["changed"], false, "{file} again");
        assert_eq!(desk.dump(), before, "{file} again");
    }
}

#[test]
fn what_was_found_out_about_a_file_is_said() {
    for truth in truths().iter().filter(|truth| truth["kind"] == "attendance") {
        let file = truth["file"].as_str().expect("a file");
        let decided = take(&desk_for(truth), truth)["decided"].clone();
        let encoding = match truth["encoding"].as_str().expect("an encoding") {
            "cp1252" => "windows-1252",
            "zip/xlsx" => "xlsx",
            other => other,
        };
        assert_eq!(decided["encoding"], encoding, "{file}");
        let delimiter = match truth["delimiter"].as_str() {
            Some("comma") => ",".into(),
            Some("semicolon") => ";".into(),
            Some("tab") => "\t".into(),
            _ => Value::Null,
        };
        assert_eq!(decided["delimiter"], delimiter, "{file}");
        assert_eq!(decided["date_order"].is_null(), decided["date_evidence"].is_null(), "{file}");
    }
    let mut desk = desk_for(&truths()[18]);
    desk.file("lista.csv", std::fs::read(sample("v19_handmade_list_co_cp1252.csv")).expect("a sample"));
    let said = desk.run("run attendance 1-S1 lista.csv").exits(6).stdout;
    assert!(said.contains("windows-1252 · separado por «;» · encabezado en la línea 6"), "{said}");
    assert!(said.contains("del 2025-08-14 (lo dice el título)") && said.contains("de totales"), "{said}");
    desk.speaks("pt");
    assert!(desk.run("import show I-1").ok().stdout.contains("cabeçalho na linha 6"));
}

#[test]
fn a_file_of_another_day_is_refused_unless_it_is_said_to_be_right() {
    let desk = desk_for(&serde_json::json!({"session_date": "2025-08-15"}));
    desk.file("lista.csv", std::fs::read(sample("v19_handmade_list_co_cp1252.csv")).expect("a sample"));
    let before = desk.dump();
    let error = desk.run("run attendance 1-S1 lista.csv --json").exits(4).error();
    assert!(error["message"].as_str().expect("a message").contains("2025-08-14"), "{error}");
    assert_eq!(desk.dump(), before);
    let result = desk.run("run attendance 1-S1 lista.csv --any-date --json").exits(6).json();
    assert_eq!(result["people"], 7);
    // The stamps of a form say when it was filled in, not when the session was.
    let form = sample("v14_gforms_attendance_es_sheet.csv");
    let args = ["run", "attendance", "1-S1", &form.display().to_string(), "--json"].map(str::to_owned);
    assert!(desk.run_args(&args).exits(6).json()["changed"].as_bool().unwrap_or(false));
}

#[test]
fn a_layout_nobody_knows_stops_with_the_line_that_names_its_columns() {
    let desk = desk_for(&Value::Null);
    desk.file("raro.csv", "LISTA 2026;;\nquién;seña;clave de la persona\nAna Ñáñez;ana@x.co;1.098.765.432\nBruno Güiza;b@x.co;1.098.765.433\n");
    let error = desk.run("run attendance 1-S1 raro.csv --json").exits(2).error();
    let hint = error["hint"].as_str().expect("a hint");
    assert_eq!(
        hint,
        "ata run attendance 1-S1 raro.csv --header-row 2 --map name=quién --map 'doc=clave de la persona' --map email=seña"
    );
    assert_eq!(error["details"][1]["cells"][0], "quién");
    let result = desk.json(hint.strip_prefix("ata ").expect("a command"));
    assert_eq!((&result["people"], &result["rejected"]), (&2.into(), &0.into()), "{result}");
    assert_eq!(desk.json("run roster 1-S1")["items"][0]["person"]["doc"], "CC:1098765432");
}
