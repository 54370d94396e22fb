//! Files of rows that are broken in every way people and programs break them.

use super::{desk_with_session, is_sound, refuses};
use serde_json::Value;

const VERBS: [&str; 6] = [
    "run attendance 1-S1",
    "person import",
    "org import",
    "need import",
    "evaluate import 1-S1",
    "archive series import",
];

#[test]
fn what_is_no_list_is_refused_by_every_import() {
    let desk = desk_with_session();
    let noise: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let with = |start: &[u8]| [start, &noise].concat();
    for (name, bytes) in [
        ("vacio.csv", Vec::new()),
        ("marca.csv", b"\xef\xbb\xbf".to_vec()),
        ("marca16.csv", b"\xff\xfe".to_vec()),
        ("blancos.csv", b"\n \r\n\t\n".to_vec()),
        ("todos.csv", (0..=255).cycle().take(100_000).collect()),
        ("foto.csv", with(b"\x89PNG\r\n\x1a\n")),
        ("comprimido.csv", with(b"\x1f\x8b\x08")),
        ("roto.xlsx", with(b"PK\x03\x04")),
        ("viejo.xls", with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
        ("papel.pdf", with(b"%PDF-1.7\n")),
        ("comilla.csv", b"name,email,title,code\n\"Ana Paz,a@b.co,T,1\nBeto,b@b.co,T,2\n".to_vec()),
        ("sin-encabezado.csv", "Ana Paz;a@b.co\nBeto Ruiz;b@b.co\n".into()),
    ] {
        desk.file(name, bytes);
        for verb in VERBS {
            refuses(&desk, &format!("{verb} {name}"), 2, &[name]);
        }
    }
    for verb in VERBS {
        refuses(&desk, &format!("{verb} no-hay.csv"), 3, &["no-hay.csv"]);
        refuses(&desk, &format!("{verb} ."), 1, &["."]);
        let line = format!("{verb} -");
        refuses(&desk, &line, 2, &[]);
        let said = desk.run(&format!("{line} --lang es")).stderr;
        assert!(said.contains("entrada estándar: no contiene nada"), "{line}: {said}");
    }
    is_sound(&desk);
}

#[test]
fn an_unclosed_quote_is_told_with_its_line_and_the_remedy() {
    let desk = desk_with_session();
    desk.file("lista.csv", "name,email\nAna,a@b.co\n\"Beto,b@b.co\nCarla,c@b.co\n");
    for verb in ["run attendance 1-S1", "person import"] {
        let error = desk.run(&format!("{verb} lista.csv --json")).exits(2).error();
        assert!(error["message"].as_str().expect("a sentence").contains("línea 3"), "{error}");
        assert!(error["hint"].as_str().expect("a remedy").contains("comillas"), "{error}");
    }
}

/// The refused rows of an import: line, field, reason.
fn rejects(result: &Value) -> Vec<(i64, String, String)> {
    let all = result["rejects"].as_array().unwrap_or_else(|| panic!("{result}"));
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    all.iter().map(|one| (one["line"].as_i64().expect("a line"), text(one, "field"), text(one, "reason"))).collect()
}

#[test]
fn ten_megabytes_in_one_cell_reject_that_row_and_no_other() {
    let desk = desk_with_session();
    desk.file("grande.csv", format!("name,email\n{},ana@example.org\nNuria Sanz,n@b.co\n", "x".repeat(10_000_000)));
    for verb in ["run attendance 1-S1", "person import", "org import"] {
        let ran = desk.run(&format!("{verb} grande.csv")).exits(6);
        assert!(ran.stdout.len() + ran.stderr.len() < 4000, "{verb}: {} bytes", ran.stdout.len());
        let result = desk.run(&format!("{verb} grande.csv --dry-run --json")).exits(6).json();
        assert_eq!((&result["rows"], &result["rejected"]), (&2.into(), &1.into()), "{verb}: {result}");
        assert_eq!((rejects(&result)[0].0, rejects(&result)[0].1.as_str()), (2, "name"), "{verb}");
        assert!(result.to_string().len() < 4000, "{verb}");
    }
    let log: i64 = desk
        .database()
        .query_row("SELECT max(length(changes)) FROM operation_detail", [], |row| row.get(0))
        .expect("n");
    assert!(log < 1_000_000, "the log does not keep it either: {log}");
    is_sound(&desk);
}

#[test]
fn nul_bytes_are_passed_over_and_told_of() {
    let desk = desk_with_session();
    desk.file("nulos.csv", b"name,email\nNu\0ria Sanz,n@b.co\n\0\0Olga,o@b.co\0\n");
    let result = desk.run("person import nulos.csv --json").ok().json();
    assert_eq!((&result["new_people"], &result["rejected"]), (&2.into(), &0.into()), "{result}");
    assert!(result["warnings"].to_string().contains("nul_bytes"), "{result}");
    assert_eq!(desk.json("person show n@b.co")["name"], "Nuria Sanz");
    let again = desk.json("run attendance 1-S1 nulos.csv");
    assert_eq!((&again["matched"], &again["new_people"]), (&2.into(), &0.into()), "{again}");
}

#[test]
fn a_row_that_names_nobody_is_named_by_its_line() {
    let desk = desk_with_session();
    desk.file("anonimos.csv", "doc,name,email,post\nCC:123,,,\n,,,Alcalde\n,,correo-malo,\n,Nuria Sanz,n@b.co,\n");
    let result = desk.run("run attendance 1-S1 anonimos.csv --json").exits(6).json();
    let lines: Vec<i64> = rejects(&result).iter().map(|one| one.0).collect();
    assert!(lines.contains(&3) && lines.contains(&4) && !lines.contains(&5), "{result:#}");
    for verb in ["person import", "run attendance 1-S1"] {
        let ran = desk.run(&format!("{verb} anonimos.csv")).exits(6);
        assert!(ran.stdout.contains('3') && !ran.stdout.contains("import-"), "{ran:?}");
        let before = desk.dump();
        let again = desk.run(&format!("{verb} anonimos.csv --json")).exits(6).json();
        assert_eq!(again["changed"], false, "{verb} twice: {again}");
        assert_eq!(desk.dump(), before, "{verb} twice");
    }
}

#[test]
fn control_characters_of_a_file_do_not_reach_the_terminal() {
    let desk = desk_with_session();
    desk.file(
        "color.csv",
        "name,email\n\"\u{1b}[2JNuria\u{7}\",n@b.co\n\"Olga\r\nBcc: x@y.co\",o@b.co\n\u{1b}]0;x\u{7},\n",
    );
    desk.file("encabezado.csv", "\u{1b}[31mrojo,\u{9b}2J\nuno,dos\n");
    desk.file("acta.md", "# Acta\n\n\u{1b}[2J\u{7}Se acordó seguir.\n");
    for line in [
        "person import color.csv",
        "run attendance 1-S1 color.csv",
        "org import color.csv",
        "need import encabezado.csv",
        "run attendance 1-S1 encabezado.csv",
        "evaluate import 1-S1 encabezado.csv",
        "archive attach 1 acta.md",
        "run minutes 1-S1 acta.md",
        "person list",
        "show 1",
        "run roster 1-S1",
    ] {
        let ran = desk.run(line);
        let shown = ran.stdout.clone() + &ran.stderr;
        assert!(!shown.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')), "{line}: {shown:?}");
    }
    let names = desk.json("person list").to_string();
    assert!(!names.contains("\\u001b") && !names.contains("\\n") && !names.contains("\\r"), "{names}");
}
