//! The shapes that scripts rely on: one document, all keys, every record a row, instants with the register's offset, totals that count all.

use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Two needs with evidence, the first with a session tomorrow to which two people are invited.
fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("s.txt", "Solicitamos asistencia técnica.");
    desk.json("org add 'Grupo de Vigilancia' --code GVSP --kind group --email g@example.org");
    desk.json("person add 'Ana Ruiz' --doc CC:63100201 --email ana@example.org --org GVSP");
    desk.json("person add 'Luis Paz'");
    desk.json("need add Dengue --group GVSP --evidence s.txt");
    desk.json("need add Segundo --evidence s.txt");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator P-1 --agenda '08:00 Apertura' --invite P-1 --invite P-2",
    );
    desk
}

fn rows(out: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
    reader.records().map(|row| row.expect("as many cells").iter().map(str::to_owned).collect()).collect()
}

fn keys(value: &Value) -> Vec<&String> {
    value.as_object().expect("an object").keys().collect()
}

#[test]
fn whatever_is_shown_is_a_header_and_a_row_each() {
    let desk = desk();
    for (line, ids) in [
        ("show 1", vec!["AT-2026-0001"]),
        ("show 1 2", vec!["AT-2026-0001", "AT-2026-0002"]),
        ("show P-1 1", vec!["P-1", "AT-2026-0001"]),
        ("show 1-S1 2", vec!["AT-2026-0001-S1", "AT-2026-0002"]),
        ("show O-1", vec!["O-1"]),
        ("need show 1 2", vec!["AT-2026-0001", "AT-2026-0002"]),
    ] {
        let shown = rows(&desk.run(&format!("{line} --format csv")).ok().stdout);
        let at = shown[0].iter().position(|key| key == "id").expect("a column id");
        let found: Vec<&str> = shown[1..].iter().map(|row| row[at].as_str()).collect();
        assert_eq!(found, ids, "{line}");
        assert!(!line.contains("show 1 2") || shown[0].contains(&"title".to_owned()), "{line}: {:?}", shown[0]);
    }
    // What is a list in the record is told as well.
    desk.json("board add Mesa --chair P-1");
    let board = rows(&desk.run("board show Mesa --format csv").ok().stdout);
    assert_eq!(board, [["name", "chair", "members"], ["Mesa", "P-1", "P-1"]]);
    let checked = rows(&desk.run("check --format csv").ok().stdout);
    assert_eq!(checked[0], ["check", "ok", "kind", "code", "reference", "detail"]);
    assert_eq!((&checked[1][0], &checked[1][1]), (&"database".to_owned(), &"true".to_owned()));
    desk.json("notify draft 1 --as convocation");
    let message = desk.run("show M-1 --format tsv").ok().stdout;
    assert_eq!(message.lines().count(), 2, "{message}");
}

#[test]
fn a_session_has_one_shape_wherever_it_stands() {
    let desk = desk();
    let session = desk.json("show 1-S1");
    let brief = desk.json("list")["items"]
        .as_array()
        .expect("items")
        .iter()
        .find_map(|case| case["sessions"].as_array().and_then(|sessions| sessions.first()).cloned());
    let brief = brief.expect("a session");
    for key in ["id", "case", "state", "start", "end", "facilitators", "agenda", "invited", "sequence", "attendance"] {
        assert_eq!(brief[key], session[key], "{key}");
    }
}

#[test]
fn stdout_holds_one_document_where_refused_rows_go_there_too() {
    let mut desk = desk();
    desk.at("2026-03-18T13:00:00-05:00");
    desk.file("mala.csv", "name,minutes\nAna Ruiz,abc\n");
    let told = desk.run("run attendance 1-S1 mala.csv --rejects - --json").exits(6);
    assert_eq!(told.json()["rejected"], 1);
    let told = desk.run("run attendance 1-S1 mala.csv --rejects -").exits(6);
    assert!(told.stdout.starts_with("\u{feff}name,minutes,line"), "{told:?}");
    assert_eq!(rows(told.stdout.trim_start_matches('\u{feff}')).len(), 2);
    assert!(told.stderr.contains("mala.csv"), "the counts are told beside them: {told:?}");
    assert_eq!(desk.json("show 1-D1 --content")["bytes"], desk.json("show 1-D1 --out -")["bytes"]);
    assert_eq!(desk.run("show 1-D1 --content").ok().stdout, "Solicitamos asistencia técnica.");
}

#[test]
fn an_import_says_the_same_the_second_time_and_all_that_others_say() {
    let desk = desk();
    desk.file("o.csv", "name\nAlcaldía de Girón\n");
    let first = desk.json("org import o.csv");
    assert_eq!((&first["people"], &first["new_people"], &first["matched"]), (&0.into(), &0.into(), &0.into()));
    let again = desk.json("org import o.csv");
    assert_eq!((&again["import"], &again["changed"]), (&first["import"], &false.into()));
    assert_eq!(keys(&first), keys(&again));
}

#[test]
fn instants_bear_the_offset_of_the_register() {
    let desk = desk();
    desk.json("notify draft 1 --as convocation --signed-by P-1");
    desk.run("notify send 1 --via maildir:correo").ok();
    let now = json!("2026-03-02T09:00:00-05:00");
    let outbox = desk.json("notify outbox");
    let sent = outbox["items"].as_array().expect("items").iter().find(|one| !one["sent_at"].is_null());
    assert_eq!(sent.expect("one was sent")["sent_at"], now);
    assert_eq!(desk.json("show M-1")["tries"][0]["at"], now);
    assert_eq!(desk.json("export 1")["messages"][0]["sent_at"], now);
    desk.json("hold 2 --reason x");
    let undone = desk.json("undo");
    assert_eq!((&undone["at"], undone["undone_by"].is_number()), (&now, true), "{undone}");
}

#[test]
fn the_log_counts_all_and_says_that_there_are_more() {
    let desk = desk();
    let log = desk.json("log --limit 2");
    assert_eq!((log["items"].as_array().map(Vec::len), &log["total"]), (Some(2), &7.into()));
    let ran = desk.run("log --limit 2").ok();
    assert!(ran.stderr.contains("hay 5 más"), "{ran:?}");
    assert_eq!(desk.json("log 1 --limit 1")["total"], 2);
    assert!(desk.run("log --limit 0 --format csv").ok().stderr.is_empty());
}

#[test]
fn a_short_reference_is_ambiguous_only_where_two_things_bear_it() {
    let mut desk = desk();
    desk.at("2027-01-04T09:00:00-05:00");
    desk.json("need add Nueva");
    assert_eq!(desk.json("show 1-S1")["id"], "AT-2026-0001-S1");
    desk.json("schedule add 2027-1 --start '2027-03-18 08:00' --duration 4h --place Auditorio");
    let error = desk.run("show 1-S1 --json").exits(3).error();
    assert_eq!(error["details"][1]["id"], "AT-2027-0001-S1", "{error}");
    desk.run("show 1").exits(3);
    // The number of a document, and an import's case.
    assert_eq!(desk.json("show 63100201")["id"], "P-1");
    assert!(desk.run("show Dengue").exits(3).stderr.contains("ata list \"Dengue\""));
}

#[test]
fn what_is_said_otherwise_the_second_time_is_warned_of() {
    let desk = desk();
    for line in ["schedule cancel 1-S1", "cancel 1", "need reject 2"] {
        desk.json(&format!("{line} --reason a"));
        assert!(desk.run(&format!("{line} --reason a")).ok().stderr.is_empty(), "{line}");
        let told = desk.run(&format!("{line} --reason b")).ok();
        assert!(told.stderr.contains("«a»") && told.stderr.contains("no se tomó --reason"), "{told:?}");
    }
}

#[test]
fn a_need_that_is_merged_hands_over_what_it_brought() {
    let desk = desk();
    desk.json("need add Tercera --severity 5 --mandated --due 2026-03-05 --evidence s.txt");
    desk.json("need add Cuarta --due 2026-05-01 --severity 2");
    let told = desk.run("need merge 3 4").ok();
    assert!(told.stderr.contains("--due, --severity, --mandated, --evidence"), "{told:?}");
    let kept = desk.json("show 4");
    assert_eq!((&kept["due"], &kept["severity"], &kept["mandated"]), (&"2026-03-05".into(), &5.into(), &true.into()));
    assert_eq!(kept["documents"][0]["filename"], "s.txt");
    assert!(kept["missing"].as_array().expect("missing").iter().all(|one| one["control"] != "evidence"), "{kept}");
    desk.run("undo").ok();
    assert_eq!(desk.json("show 4")["due"], "2026-05-01");
    // Several at once.
    assert_eq!(desk.json("need merge 2 3 4")["id"], "AT-2026-0004");
    assert_eq!(desk.json("show 2")["merged_into"], "AT-2026-0004");
}

#[test]
fn who_waits_no_more_keeps_the_score_and_the_place() {
    let mut desk = desk();
    desk.json("need reject 2 --reason x");
    desk.json("need add Otra");
    let score = |desk: &TestDesk| desk.json("show 2")["priority"].clone();
    let before = score(&desk);
    desk.at("2027-06-01T09:00:00-05:00");
    assert_eq!(score(&desk), before);
    let order = desk.json("list --sort priority");
    let scores: Vec<f64> = order["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|case| case["priority"]["score"].as_f64())
        .collect();
    assert!(scores.is_sorted_by(|one, next| one >= next), "{scores:?}");
}

#[test]
fn people_merged_parted_and_merged_again_by_undo() {
    let desk = desk();
    desk.json("person edit P-2 --email luis@example.org");
    desk.json("notify draft 1 --as convocation --signed-by P-1");
    desk.run("notify send 1 --via maildir:correo").ok();
    desk.json("person merge P-1 P-2");
    let merged = desk.dump();
    desk.run("undo").ok();
    desk.run("undo").ok();
    assert!(desk.dump() == merged);
}

#[test]
fn putting_the_register_in_order_is_an_operation_that_can_be_rehearsed() {
    let desk = desk();
    desk.file("x.txt", "hola");
    desk.json("archive attach 1 x.txt");
    desk.json("undo");
    let dry = desk.json("check --fix --dry-run");
    assert_eq!(
        (&dry["fixed"][0]["code"], &dry["changed"], &dry["dry_run"]),
        (&"content_removed".into(), &true.into(), &true.into())
    );
    assert_eq!(desk.json("check --fix")["changed"], true);
    let log = desk.json("log --limit 1");
    assert_eq!(log["items"][0]["verb"], "check.fix");
    let op = log["items"][0]["op"].as_i64().expect("a number");
    let refused = desk.run(&format!("undo --op {}", op - 1)).exits(4);
    assert!(refused.stderr.contains(&format!("ata show op-{op}")), "{refused:?}");
    desk.run("undo").exits(4);
    assert_eq!(desk.json("check --fix")["changed"], false);
}

#[test]
fn scripts_are_told_what_is_missing_and_people_get_the_help() {
    let desk = desk();
    assert_eq!(desk.run("need --json").exits(2).error()["kind"], "usage");
    assert!(desk.run("need").exits(2).stderr.contains("triage"));
    desk.run("schedule list --from 2026-04-01 --to 2026-03-01").exits(2);
    assert_eq!(desk.json("list --state on-hold")["total"], 0);
    assert_eq!(desk.json("export 1 2026-1")["id"], "AT-2026-0001");
    desk.run("archive index 1 2").exits(2);
    desk.json("cancel 2 --reason x");
    desk.run("evaluate raise 2 Otra").exits(4);
}

#[test]
fn what_was_waived_is_among_what_an_operation_changed() {
    let desk = crate::followup::case_at("evaluate");
    desk.json("evaluate close 1 --waive answers='No hubo formularios'");
    let op = desk.json("log 1 --limit 1")["items"][0]["op"].clone();
    let shown = desk.run(&format!("show op-{op}")).ok().stdout;
    assert!(shown.contains("answers: No hubo formularios"), "{shown}");
}

#[test]
fn an_error_says_what_helps() {
    let desk = TestDesk::new();
    desk.json("org add Entidad --code AA");
    desk.json("org add Grupo --code BB --parent AA");
    desk.json("need add Taller");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 2h");
    desk.json("backup copia.db");
    for (line, exit, hint) in [
        ("need add X --received 2026-02-30", 2, "ata need add --help"),
        ("need add ''", 2, "ata need add --help"),
        ("schedule add 1 --start '2026-02-30 09:00'", 2, "ata schedule add --help"),
        ("person add X --email notmail", 2, "ata person add --help"),
        ("person add X --doc CC:abc", 2, "ata person add --help"),
        ("init z.db --tz Mars/X", 2, "ata init --help"),
        ("list --lang xx", 2, "ata list --help"),
        ("schedule calendar --month 2026-13", 2, "ata schedule calendar --help"),
        ("schedule list --from 2026-05-01 --to 2026-04-01", 2, "ata schedule list --help"),
        ("notify handed M-1 --ref 7 --on 2027-01-01", 2, "ata notify handed --help"),
        (
            "schedule repeat 1 --rule FREQ=WEEKLY;BYDAY=WE;COUNT=2 --count 3 --from today --start 09:00 --duration 1h",
            2,
            "ata schedule repeat --help",
        ),
        ("archive inventory --out 'el inventario.foo'", 2, "ata archive inventory --out 'el inventario.csv'"),
        ("org edit AA --parent BB", 4, "ata org list"),
        ("run attendance 1-S1 nofile.csv", 3, "carpeta"),
        ("archive verify nada", 3, "carpeta"),
        ("undo --op 1", 4, "ata undo --op N"),
        ("backup copia.db", 4, "que no exista"),
    ] {
        let error = desk.run(&format!("{line} --json")).exits(exit).error();
        assert!(error["hint"].as_str().is_some_and(|said| said.contains(hint)), "{line}: {error}");
    }
}
