//! What the profile demands of a case file, and what is there.

use super::complete;
use crate::followup::case_at;
use serde_json::Value;

fn status<'v>(review: &'v Value, kind: &str) -> &'v str {
    let records = review["records"].as_array().expect("records");
    records.iter().find(|record| record["type"] == kind).and_then(|record| record["status"].as_str()).unwrap_or("")
}

#[test]
fn what_is_missing_before_the_closing_is_listed() {
    let desk = case_at("archive");
    desk.file("anexo.txt", "anexo");
    desk.json("archive attach 1 anexo.txt --folios 0");
    let review = desk.run("archive review 1 --json").exits(6).json();
    assert_eq!(review["ready"], false);
    for (kind, expected) in [
        ("plan", "register"),
        ("schedule", "register"),
        ("minutes", "missing"),
        ("request", "attached"),
        ("report", "none"),
        ("convocation", "register"),
    ] {
        assert_eq!(status(&review, kind), expected, "{kind}: {review}");
    }
    assert_eq!(review["unfoliated"][0], "AT-2026-0001-D2");
    let missing: Vec<_> =
        review["missing"].as_array().expect("missing").iter().map(|one| one["control"].clone()).collect();
    assert_eq!(missing, ["classified", "records_complete", "foliated"]);
    let said = desk.run("archive review 1").exits(6).stdout;
    assert!(said.contains("FALTA") && said.contains("faltan 3 puntos de control"), "{said}");
}

#[test]
fn a_file_with_everything_is_ready() {
    let desk = complete();
    let review = desk.json("archive review 1");
    assert_eq!((review["ready"].as_bool(), status(&review, "minutes")), (Some(true), "attached"));
    assert!(desk.run("archive review 1").ok().stdout.contains("ata archive close AT-2026-0001"));
    desk.json("archive close 1");
    desk.run("archive review 1").ok();
    desk.run("archive review 9").exits(3);
}

/// A refusal lists all that is missing, also where one control point stands for several papers.
#[test]
fn each_record_that_is_not_there_is_named_with_its_command() {
    let desk = case_at("archive");
    let profile = desk.run("profile show santander").ok().stdout;
    desk.file("mio.toml", profile.replace("title = \"Informes\" }", "title = \"Informes\", required = true }"));
    desk.json("profile update mio.toml");
    desk.json("archive classify 1");
    let refused = desk.run("archive close 1 --json").exits(4).error();
    let point = refused["details"].as_array().expect("details").iter().find(|one| one["control"] == "records_complete");
    let point = point.expect("a control point");
    let review = desk.run("archive review 1 --json").exits(6).json();
    let missing: Vec<String> = review["records"]
        .as_array()
        .expect("records")
        .iter()
        .filter(|record| record["status"] == "missing")
        .map(|record| format!("ata archive attach AT-2026-0001 FILE --type {}", record["type"].as_str().unwrap_or("")))
        .collect();
    assert!(missing.len() > 1, "{missing:?}");
    let mut named = vec![point["hint"].clone()];
    named.extend(point["also"].as_array().cloned().unwrap_or_default());
    assert_eq!(named, missing);
    let said = desk.run("archive close 1").exits(4).stderr;
    assert!(missing.iter().all(|command| said.contains(&command.replace(" FILE ", " ARCHIVO "))), "{said}");
}
