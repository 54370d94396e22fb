//! Looking: lists, dossiers, what waits, the trace, the log, checks, copies and exports.

use crate::desk::TestDesk;
use serde_json::Value;

/// A register with one case in the middle of its walk: a session held, one moved and near, people, messages in every state, an overdue
/// commitment. Written as rows, since this room only looks.
fn walked() -> TestDesk {
    let desk = TestDesk::new();
    let database = desk.database();
    database
        .execute_batch(
            "INSERT INTO organisation (id, code, name, fold, kind) VALUES
               (1, 'GSP', 'Grupo de Salud Pública', 'grupo de salud publica', 'group'),
               (2, NULL, 'Alcaldía de Girón', 'alcaldia de giron', 'municipality');
             INSERT INTO person (id, name, fold, match_key, email, organisation_id, role) VALUES
               (1, 'Ana Ñáñez', 'ana nanez', 'ana nanez', 'ana@giron.test', 2, 'contact'),
               (2, 'Beto Ruiz', 'beto ruiz', 'beto ruiz', '', 2, 'contact'),
               (3, 'Carla Mora', 'carla mora', 'carla mora', 'carla@santander.test', 1, 'staff');",
        )
        .expect("people");
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
    let add = "need add 'Vigilancia epidemiológica' --topic 'Dengue' --requester O-2 --group GSP --severity 4";
    desk.json(&format!("{add} --evidence solicitud.txt --received 2026-02-02"));
    desk.json("need accept 1");
    database
        .execute_batch(
            "UPDATE cases SET stage = 'run' WHERE id = 1;
             INSERT INTO passage (case_id, stage, outcome, on_day, by, reason, waived) VALUES
               (1, 'plan', 'closed', '2026-02-04', 'Carla', '', '{\"objective\":\"lo fija la circular 3\"}'),
               (1, 'schedule', 'closed', '2026-02-05', 'Carla', '', '{}'),
               (1, 'notify', 'skipped', '2026-02-06', 'Carla', 'por teléfono', '{}');
             INSERT INTO session (id, case_id, number, state, start_at, end_at, zone, place, place_fold, agenda, uid, sequence) VALUES
               (1, 1, 1, 'held', '2026-02-20T14:00:00Z', '2026-02-20T17:00:00Z', 'America/Bogota', 'Auditorio', 'auditorio',
                '[{\"time\":\"09:00\",\"topic\":\"Apertura\",\"who\":\"Ana\"}]', 'u1', 0),
               (2, 1, 2, 'moved', '2026-03-05T14:00:00Z', '2026-03-05T17:00:00Z', 'America/Bogota', 'Sala 2', 'sala 2', '[]', 'u2', 1),
               (3, 1, 3, 'scheduled', '2026-02-26T14:00:00Z', '2026-02-26T17:00:00Z', 'America/Bogota', 'Sala 2', 'sala 2', '[]', 'u3', 0);
             INSERT INTO session_change (session_id, sequence, kind, on_day, reason, start_at, end_at, modality, place, link) VALUES
               (2, 1, 'moved', '2026-02-27', 'paro de transporte', '2026-03-03T14:00:00Z', '2026-03-03T17:00:00Z', 'in-person',
                'Sala 2', '');
             INSERT INTO facilitator (session_id, person_id) VALUES (1, 3), (2, 3), (3, 3);
             INSERT INTO invitation (session_id, person_id) VALUES (1, 1), (2, 1), (2, 2), (3, 1);
             INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (1, 1, 'present', 170), (1, 2, 'excused', NULL);
             INSERT INTO response (session_id, print, answers) VALUES (1, 'b', '{\"clarity\":5}'), (1, 'a', '{\"clarity\":3}');
             INSERT INTO message (id, key, kind, case_id, session_id, sequence, person_id, name, address, channel, state, language, subject,
                                  body, message_id, queued_at, sent_at) VALUES
               (1, 'k1', 'convocation', 1, 2, 0, 1, 'Ana Ñáñez', 'ana@giron.test', 'email', 'sent', 'es', 'Convocatoria', 'Cuerpo', 'm1@ata.local',
                '2026-02-20T10:00:00Z', '2026-02-20T10:05:00Z'),
               (2, 'k2', 'convocation', 1, 2, 0, 2, 'Beto Ruiz', '', 'phone', 'queued', 'es', 'Convocatoria', 'Cuerpo', 'm2@ata.local', '2026-02-20T10:00:00Z', ''),
               (3, 'k3', 'letter', 1, 1, 0, 1, 'Ana Ñáñez', 'ana@giron.test', 'email', 'failed', 'es', 'Carta', 'Cuerpo', 'm3@ata.local', '2026-02-18T10:00:00Z', ''),
               (4, 'k4', 'circular', 1, 2, 0, 3, 'Carla Mora', 'carla@santander.test', 'email', 'sending', 'es', 'Circular', 'Cuerpo', 'm4@ata.local', '2026-02-20T10:00:00Z', '');
             INSERT INTO attempt (message_id, number, at, channel, outcome) VALUES (4, 1, '2026-02-20T10:01:00Z', 'email', 'sending');
             INSERT INTO commitment (id, case_id, number, session_id, text, fold, person_id, due) VALUES
               (1, 1, 1, 1, 'Enviar el plan de contingencia', 'enviar el plan', 1, '2026-02-27'),
               (2, 1, 2, NULL, 'Nombrar referente', 'nombrar referente', 2, '2026-06-30');",
        )
        .expect("a case on its way");
    desk
}

fn ids(list: &Value) -> Vec<&str> {
    list["items"].as_array().expect("items").iter().filter_map(|item| item["id"].as_str()).collect()
}

fn three() -> TestDesk {
    let desk = TestDesk::new();
    desk.json("need add 'Salud materna en Málaga' --due 2026-05-01 --severity 1 --urgency 1 --reach 1");
    desk.json("need add 'Vacunación' --topic 'Málaga y García Rovira' --due 2026-04-01 --severity 5");
    desk.json("need add 'Agua segura' --received 2026-01-02");
    desk
}

#[test]
fn a_list_filters_by_words_references_stage_and_year() {
    let desk = three();
    desk.json("need reject 3 --reason 'no corresponde'");
    for (line, expected) in [
        ("list", vec!["AT-2026-0003", "AT-2026-0002", "AT-2026-0001"]),
        ("list malaga", vec!["AT-2026-0002", "AT-2026-0001"]),
        ("list MÁLAGA vacun", vec!["AT-2026-0002"]),
        ("list AT-2026-0001", vec!["AT-2026-0001"]),
        ("list 2", vec!["AT-2026-0002"]),
        ("list malaga 2", vec!["AT-2026-0002"]),
        ("list malaga 3", vec![]),
        ("list 'garcia rovira'", vec!["AT-2026-0002"]),
        ("list %", vec!["AT-2026-0003", "AT-2026-0002", "AT-2026-0001"]),
        ("list --state open", vec!["AT-2026-0002", "AT-2026-0001"]),
        ("list --state rejected", vec!["AT-2026-0003"]),
        ("list --stage plan", vec![]),
        ("list --year 2025", vec![]),
        ("list --year 2026 --sort oldest --limit 1", vec!["AT-2026-0001"]),
        ("list --sort due", vec!["AT-2026-0002", "AT-2026-0001", "AT-2026-0003"]),
        ("list --sort title", vec!["AT-2026-0003", "AT-2026-0001", "AT-2026-0002"]),
        ("list --sort received", vec!["AT-2026-0002", "AT-2026-0001", "AT-2026-0003"]),
        ("list --sort priority", vec!["AT-2026-0002", "AT-2026-0003", "AT-2026-0001"]),
        ("list --sort priority --limit 2", vec!["AT-2026-0002", "AT-2026-0003"]),
        ("list --limit 0", vec![]),
    ] {
        assert_eq!(ids(&desk.json(line)), expected, "{line}");
    }
    assert_eq!(desk.json("list --limit 1")["total"], 3);
    assert_eq!(desk.json("list malaga --limit 1")["total"], 2);
    assert_eq!(desk.json("list --sort priority --limit 1")["total"], 3);
    desk.run("list --group Nadie").exits(3);
    desk.run("list --stage planning").exits(2);
}

#[test]
fn a_list_is_a_table_on_a_terminal_and_tabs_in_a_pipe() {
    let desk = three();
    let piped = desk.run("list --limit 1").ok();
    let header = "Asistencia\tTítulo\tEtapa\tGrupo\tRecibida\tVence\tPrioridad\n";
    assert!(piped.stdout.starts_with(header), "{}", piped.stdout);
    assert!(piped.stderr.contains("hay 2 más"), "{}", piped.stderr);
    let mut command = desk.command(&["list".to_owned()]);
    let drawn = command.env("ATA_COLUMNS", "80").output().expect("ata runs").stdout;
    let drawn = String::from_utf8(drawn).expect("text");
    assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
    assert!(drawn.contains("AT-2026-0003"));
}

#[test]
fn a_dossier_holds_everything_that_belongs_to_the_case() {
    let desk = walked();
    let case = desk.json("show 1");
    assert_eq!(case["id"], "AT-2026-0001");
    assert_eq!(case["stage"], "run");
    assert_eq!(case["requesters"][0]["name"], "Alcaldía de Girón");
    assert_eq!(case["sessions"][1]["start"], "2026-03-05T09:00:00-05:00");
    assert_eq!(case["sessions"][1]["changes"][0]["reason"], "paro de transporte");
    assert_eq!(case["sessions"][0]["attendance"]["present"], 1);
    assert_eq!(case["messages"][0]["sent_at"], "2026-02-20T05:05:00-05:00");
    assert_eq!(case["commitments"][0]["overdue"], true);
    assert_eq!(case["documents"][0]["id"], "AT-2026-0001-D1");
    assert_eq!(case["passages"][0]["stage"], "need");
    assert_eq!(case["passages"].as_array().map(Vec::len), Some(4));
    assert!(case["missing"].as_array().is_some_and(|missing| !missing.is_empty()));
    assert_eq!(desk.json("need show 1")["id"], case["id"]);
}

#[test]
fn a_dossier_fits_a_screen_and_names_the_next_commands() {
    let desk = walked();
    let mut command = desk.command(&["show".to_owned(), "1".to_owned()]);
    let text = command.env("ATA_COLUMNS", "80").output().expect("ata runs").stdout;
    let text = String::from_utf8(text).expect("text");
    assert!(text.contains("✓ Necesidad ─ ✓ Plan ─ ✓ Cronograma ─ » Comunicación"), "{text}");
    assert!(text.contains("● Ejecución ─ ○ Evaluación ─ ○ Seguimiento ─ ○ Archivo"), "{text}");
    assert!(text.contains("ata run minutes AT-2026-0001-S1 ARCHIVO.md"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.lines().count() <= 50, "{text}");
}

#[test]
fn every_kind_of_reference_shows_its_record() {
    let desk = walked();
    for (reference, key, expected) in [
        ("1-S2", "id", "AT-2026-0001-S2"),
        ("at-2026-0001-c1", "id", "AT-2026-0001-C1"),
        ("1-D1", "id", "AT-2026-0001-D1"),
        ("M-1", "id", "M-1"),
        ("P-1", "name", "Ana Ñáñez"),
        ("ana@giron.test", "id", "P-1"),
        ("O-1", "name", "Grupo de Salud Pública"),
        ("gsp", "id", "O-1"),
        ("op-1", "verb", "init"),
    ] {
        assert_eq!(desk.json(&format!("show {reference}"))[key], expected, "{reference}");
        desk.run(&format!("show {reference}")).ok();
    }
    assert_eq!(desk.json("show 1 M-1")["total"], 2);
    assert_eq!(desk.json("show M-1")["body"], "Cuerpo");
    assert_eq!(desk.json("show 1-S1")["roster"].as_array().map(Vec::len), Some(2));
    assert_eq!(desk.json("show op-2")["changes"][0]["table"], "cases");
    for missing in ["9", "1-S9", "M-99", "P-99", "I-1", "op-99", "board:Nada", "Nadie"] {
        desk.run(&format!("show {missing}")).exits(3);
    }
}

#[test]
fn the_content_of_a_document_comes_out_as_it_went_in() {
    let desk = TestDesk::new();
    let bytes: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    desk.file("datos.bin", &bytes);
    desk.json("need add 'Taller' --evidence datos.bin");
    let args = ["show", "1-D1", "--content"].map(str::to_owned);
    let out = desk.command(&args).output().expect("ata runs").stdout;
    assert_eq!(out, bytes);
    desk.json("show 1-D1 --out copia.bin");
    assert_eq!(std::fs::read(desk.path("copia.bin")).expect("a copy"), bytes);
    desk.run("show 1 --content").exits(3);
    desk.run("show 1-D1 1-D1 --content").exits(2);
}

#[test]
fn what_waits_is_sorted_by_urgency_and_names_the_command() {
    let desk = walked();
    let next = desk.json("next");
    let items = next["items"].as_array().expect("items");
    let seen: Vec<String> = items
        .iter()
        .map(|item| {
            let (urgency, what) = (item["urgency"].as_str().unwrap_or(""), item["what"].as_str().unwrap_or(""));
            format!("{urgency} {what} {} {}", item["ref"].as_str().unwrap_or(""), item["days"])
        })
        .collect();
    assert_eq!(
        seen,
        [
            "now message_failed M-3 -10",
            "now session_open AT-2026-0001-S3 -4",
            "now commitment AT-2026-0001-C1 -3",
            "now change_untold AT-2026-0001-S2 3",
            "now message_uncertain M-4 3",
            "soon session_soon AT-2026-0001-S2 3",
            "soon calls_queued AT-2026-0001 3",
        ]
    );
    assert_eq!(items[1]["hint"], "ata run attendance AT-2026-0001-S3 FILE");
    assert_eq!(items[1]["lacks"], serde_json::json!(["attendance", "minutes", "sessions_closed"]));
    assert_eq!(items[2]["who"][0]["id"], "P-1");
    assert_eq!(items[5]["lacks"], serde_json::json!(["agenda", "all_told"]));
    assert_eq!(items[6]["count"], 1);
    assert_eq!(next["total"], 7);
    assert_eq!(desk.json("next --limit 2")["total"], 7);
}

#[test]
fn what_waits_is_narrowed_by_group_and_by_owner() {
    let desk = walked();
    desk.json("need add 'Otra cosa'");
    let whats = |line: &str| -> Vec<String> {
        let next = desk.json(line);
        next["items"].as_array().expect("items").iter().map(|item| item["ref"].to_string()).collect()
    };
    assert_eq!(whats("next").len(), 8);
    assert_eq!(whats("next --group GSP").len(), 7);
    assert_eq!(whats("next --owner P-1"), ["\"M-3\"", "\"AT-2026-0001-C1\""]);
    assert_eq!(whats("next --owner GSP"), ["\"AT-2026-0001\""]);
    desk.run("next --owner Nadie").exits(3);
    let piped = desk.run("next").ok().stdout;
    assert!(piped.starts_with("Referencia\tQué\tTítulo\tQuién\tVence\tDías\tOrden\n"), "{piped}");
    let mut command = desk.command(&["next".to_owned()]);
    let drawn = command.env("ATA_COLUMNS", "80").output().expect("ata runs").stdout;
    let drawn = String::from_utf8(drawn).expect("text");
    assert!(drawn.contains("hace 3 días   Compromiso\n"), "{drawn}");
    assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
}

#[test]
fn nothing_waits_in_a_fresh_register() {
    let desk = TestDesk::new();
    assert_eq!(desk.json("next")["total"], 0);
    let ran = desk.run("next").ok();
    assert_eq!(ran.stdout, "Referencia\tQué\tTítulo\tQuién\tVence\tDías\tOrden\n");
    assert_eq!(ran.stderr, "No hay nada pendiente.\n");
    assert_eq!(desk.drawn("next", 80), "No hay nada pendiente.\n");
}

#[test]
fn a_trace_leads_from_the_need_to_the_documents() {
    let desk = walked();
    let trace = desk.json("trace 1");
    assert_eq!(trace["need"]["requesters"][0]["id"], "O-2");
    assert_eq!(trace["sessions"][0]["responses"], 2);
    assert_eq!(trace["sessions"][0]["commitments"][0]["id"], "AT-2026-0001-C1");
    assert_eq!(trace["sessions"][1]["notices"][0]["kind"], "convocation");
    assert_eq!(trace["commitments"][0]["id"], "AT-2026-0001-C2");
    assert_eq!(trace["documents"][0]["id"], "AT-2026-0001-D1");
    let text = desk.run("trace 1").ok().stdout;
    for part in [
        "├─ Necesidad",
        "dispensado: el objetivo",
        "Evaluación: 2 respuestas",
        "paro de transporte",
        "└─ Otros documentos",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    desk.run("trace 9").exits(3);
}

#[test]
fn the_log_says_who_did_what_and_when() {
    let mut desk = TestDesk::new();
    desk.json("need add 'Taller de vacunas'");
    desk.at("2026-03-10T08:00:00-05:00");
    desk.json("need add 'Agua segura'");
    desk.run("undo").ok();
    let log = desk.json("log");
    assert_eq!(log["total"], 4);
    assert_eq!(log["items"][0]["verb"], "undo");
    assert_eq!(log["items"][0]["undoes"], 3);
    assert_eq!(log["items"][0]["at"], "2026-03-10T08:00:00-05:00");
    assert_eq!(log["items"][1]["undone_by"], 4);
    assert_eq!(log["items"][3]["verb"], "init");
    let newest = desk.json("log --limit 1");
    assert_eq!((newest["items"].as_array().map(Vec::len), &newest["total"]), (Some(1), &4.into()));
    assert_eq!(desk.json("log 1")["total"], 1);
    assert_eq!(desk.json("log --since 2026-03-10")["total"], 2);
    assert_eq!(desk.json("log --since 2026-03-02")["total"], 4);
    assert_eq!(desk.json("log --since 2026-03-11")["total"], 0);
    let text = desk.run("log").ok().stdout;
    assert!(text.contains("Necesidad registrada (deshecha en 4)"), "{text}");
    desk.run("log 9").exits(3);
    desk.run("log --since ayerr").exits(2);
    desk.json("need add 'Con parte' --evidence ata.db");
    assert_eq!(desk.json("log 3-D1")["total"], 1);
}

#[test]
fn a_sound_register_passes_every_check() {
    let desk = TestDesk::new();
    desk.json("need add 'Taller'");
    let report = desk.json("check");
    assert_eq!(report["ok"], true);
    let names: Vec<&str> =
        report["checks"].as_array().expect("checks").iter().filter_map(|check| check["name"].as_str()).collect();
    assert_eq!(
        names,
        ["database", "register", "references", "log", "content", "seals", "commitments", "sending", "copy"]
    );
}

#[test]
fn overdue_commitments_and_broken_off_sending_are_findings() {
    let desk = walked();
    let report = desk.run("check --json").exits(6).json();
    assert_eq!(report["ok"], false);
    let problems: Vec<&Value> =
        report["checks"].as_array().expect("checks").iter().filter_map(|check| check["problems"].get(0)).collect();
    assert_eq!(problems.len(), 2);
    assert_eq!(problems[0]["ref"], "AT-2026-0001-C1");
    assert_eq!(problems[1]["ref"], "M-4");
}

/// What each kind of tampering is found as: (SQL, check, code).
#[test]
fn tampering_is_found_and_named() {
    let without_triggers =
        "DROP TRIGGER blob_sealed_update; DROP TRIGGER operation_stays_as_written; DROP TRIGGER operation_stays;
                            DROP TRIGGER operation_detail_stays_as_written; PRAGMA foreign_keys = OFF;";
    for (sql, name, code) in [
        ("UPDATE blob SET content = x'00'", "content", "content_changed"),
        ("DELETE FROM blob", "content", "content_missing"),
        ("UPDATE operation SET by = 'Otro' WHERE op = 2", "log", "log_edited"),
        ("UPDATE operation_detail SET summary = 'nada' WHERE op = 2", "log", "log_detail"),
        ("DELETE FROM operation_detail WHERE op = 3; DELETE FROM operation WHERE op = 3", "log", "log_cut"),
        ("DELETE FROM operation WHERE op = 2", "log", "log_broken"),
        ("UPDATE cases SET group_id = 77", "references", "dangling"),
        ("UPDATE cases SET state = 'closed', seal = 'x' WHERE id = 1", "seals", "seal_broken"),
    ] {
        let desk = TestDesk::new();
        desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
        desk.json("need add 'Taller' --evidence solicitud.txt");
        desk.json("need add 'Otro'");
        let allowed = "DROP TRIGGER blob_sealed_delete; DROP TRIGGER operation_detail_stays;";
        let tamper = format!("{without_triggers} {allowed} {sql};");
        desk.database().execute_batch(&tamper).expect("tampering");
        let report = desk.run("check --json").exits(8).json();
        let checks = report["checks"].as_array().expect("checks");
        let found = checks.iter().find(|check| check["name"] == name).expect("a check");
        let codes: Vec<&str> =
            found["problems"].as_array().expect("problems").iter().filter_map(|one| one["code"].as_str()).collect();
        assert!(codes.contains(&code), "{sql}: {codes:?}");
        let text = desk.run("check").exits(8).stdout;
        assert!(text.contains("El registro está dañado"), "{text}");
    }
}

#[test]
fn a_truncated_or_scribbled_file_is_told_so_with_its_own_exit_code() {
    let whole = {
        let desk = walked();
        desk.database().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("a whole file");
        std::fs::read(desk.path("ata.db")).expect("the file")
    };
    let half = whole[..whole.len() / 2].to_vec();
    let mut scribbled = whole.clone();
    let last = scribbled.len() - 1;
    for at in (4096..last).step_by(3) {
        scribbled[at] = 0xA5;
    }
    let mut headless = whole.clone();
    headless[..100].fill(b'x');
    for (what, bytes) in [("half", half), ("scribbled", scribbled), ("headless", headless), ("empty", Vec::new())] {
        let desk = TestDesk::empty();
        desk.file("ata.db", &bytes);
        let report = desk.run("check --json").exits(8).json();
        assert_eq!(report["ok"], false, "{what}");
        let text = desk.run("check").exits(8).stdout;
        assert!(text.contains("El registro está dañado"), "{what}: {text}");
        desk.run("check --fix").exits(8);
        assert_eq!(std::fs::read(desk.path("ata.db")).expect("the file"), bytes, "{what} was written to");
    }
    TestDesk::empty().run("check").exits(3);
}

#[test]
fn content_without_a_document_is_removed_only_when_asked() {
    let desk = TestDesk::new();
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
    desk.json("need add 'Taller' --evidence solicitud.txt");
    desk.json("need add 'Se queda' --evidence solicitud.txt");
    desk.run("undo --op 2").ok();
    assert_eq!(desk.json("check")["unused"], serde_json::json!([]));
    desk.run("undo --op 3").ok();
    assert_eq!(desk.json("check")["unused"].as_array().map(Vec::len), Some(1));
    assert_eq!(desk.json("check --fix --dry-run")["unused"].as_array().map(Vec::len), Some(1));
    let fixed = desk.json("check --fix");
    assert_eq!(fixed["fixed"][0]["code"], "content_removed");
    assert_eq!(fixed["unused"], serde_json::json!([]));
    assert_eq!(desk.json("check --fix")["fixed"], serde_json::json!([]));
    // What was taken back can no longer be brought back, and nothing breaks over it.
    desk.run("undo --op 4").exits(4);
    assert_eq!(desk.json("check")["ok"], true);
}

#[test]
fn a_backup_is_a_register_of_its_own() {
    let desk = walked();
    let before = desk.dump();
    let copied = desk.json("backup copia.db");
    assert_eq!(copied["op"], 3);
    assert_eq!(copied["changed"], true);
    assert_eq!(desk.json("show 1 --db copia.db"), desk.json("show 1"));
    let piped = desk.command(&["backup".to_owned(), "-".to_owned()]).output().expect("runs");
    assert!(piped.status.success() && piped.stdout.starts_with(b"SQLite format 3\0"), "{piped:?}");
    desk.file("por-tubo.db", &piped.stdout);
    assert_eq!(desk.json("show 1 --db por-tubo.db"), desk.json("show 1"));
    desk.run("backup - --json").exits(2);
    desk.run("backup copia.db").exits(4);
    desk.run("backup nada/copia.db").exits(1);
    desk.json("backup otra.db --dry-run");
    assert!(!desk.path("otra.db").exists());
    assert_eq!(desk.dump(), before);
    let left: Vec<String> = std::fs::read_dir(desk.folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("partial") || name.starts_with("copia.db-"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn an_export_holds_everything_but_the_content_of_files() {
    let desk = walked();
    let case = desk.run("export 1").ok().json();
    assert_eq!(case["id"], "AT-2026-0001");
    assert_eq!(case["sessions"][0]["roster"].as_array().map(Vec::len), Some(2));
    assert_eq!(case["sessions"][0]["answers"], serde_json::json!([{"clarity": 3}, {"clarity": 5}]));
    assert_eq!(case["sessions"][1]["invitations"].as_array().map(Vec::len), Some(2));
    assert_eq!(case["messages"][3]["tries"][0]["outcome"], "sending");
    assert_eq!(case["documents"][0]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(case["log"].as_array().map(Vec::len), Some(2));
    desk.json("need add 'Otra'");
    let all = desk.run("export").ok().json();
    assert_eq!(all["total"], 2);
    assert_eq!(all["items"][0], desk.run("export 1 --json").ok().json());
    assert_eq!(all["persons"].as_array().map(Vec::len), Some(3));
    assert_eq!(desk.run("export 1 2").ok().json()["total"], 2);
    let lines = desk.run("export --format jsonl").ok().stdout;
    assert_eq!(lines.lines().count(), 2);
    desk.run("export 9").exits(3);
    let empty = TestDesk::new();
    assert_eq!(empty.run("export").ok().json()["total"], 0);
}

/// Whoever reads only the first line has seen enough: no error, no noise.
#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    let desk = TestDesk::new();
    let filler = "x".repeat(250);
    let database = desk.database();
    for number in 1..=1500 {
        let sql = "INSERT INTO cases (year, number, title, fold, origin, received, profile_id, opened_at)
                   VALUES (2026, ?1, ?2, ?2, 'request', '2026-01-01', 1, '2026-01-01T00:00:00Z')";
        database.execute(sql, rusqlite::params![number, format!("{filler} {number}")]).expect("a case");
    }
    for line in [&["list"][..], &["list", "--json"], &["export"], &["list", "--format", "csv"]] {
        let args: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
        let mut child = desk.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ata runs");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
        let done = child.wait_with_output().expect("ata ends");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!((done.status.code(), said.as_str()), (Some(0), ""), "{line:?}");
    }
}

#[test]
fn an_undo_says_what_it_took_back_in_the_readers_words() {
    let desk = TestDesk::new();
    desk.json("need add 'Taller'");
    desk.run("undo").ok();
    let again = desk.run("undo").ok().stdout;
    assert!(again.contains("Operación 2 rehecha: Necesidad registrada · AT-2026-0001 Taller"), "{again}");
    assert!(desk.run("undo").ok().stdout.contains("Operación 2 deshecha (Necesidad registrada)"));
    desk.run("undo").ok();
    let log = desk.run("log --limit 3").ok().stdout;
    assert!(log.contains("operación 3 (Deshacer)"), "{log}");
    assert!(desk.run("show op-3").ok().stdout.contains("operación 2 (Necesidad registrada)"));
    assert_eq!(desk.json("log")["items"][3]["summary"], "2 need.add");
}

/// Rather a row on lines of its own than columns of one letter.
#[test]
fn a_table_without_room_is_told_row_by_row() {
    let desk = three();
    let drawn = desk.drawn("list", 40);
    assert!(drawn.lines().all(|line| line.chars().count() <= 40), "{drawn}");
    assert!(drawn.contains("Título      Salud materna en Málaga"), "{drawn}");
}

#[test]
fn a_list_of_none_does_not_say_that_there_are_none() {
    let desk = TestDesk::new();
    desk.json("need add 'Taller de vacunas'");
    let ran = desk.run("list --limit 0").ok();
    assert!(ran.stderr.contains("hay 1 más") && !ran.stderr.contains("No hay"), "{}", ran.stderr);
    let ran = desk.run("next --limit 0").ok();
    assert_eq!((ran.stdout.lines().count(), ran.stderr.as_str()), (1, ""));
    assert!(desk.run("list --stage run").ok().stderr.contains("No hay asistencias"));
}

#[test]
fn a_register_begun_twice_is_said_to_have_been_there() {
    let desk = TestDesk::empty();
    assert!(desk.run("init").ok().stdout.starts_with("Registro creado"));
    let again = desk.run("init").ok().stdout;
    assert!(again.starts_with("El registro ya existía") && !again.contains("creado"), "{again}");
}

#[test]
fn an_operation_is_named_as_references_name_it() {
    let desk = TestDesk::new();
    desk.json("need add Taller");
    desk.json("hold 1 --reason x");
    let log = desk.json("log op-2");
    assert_eq!((&log["total"], &log["items"][0]["op"]), (&1.into(), &2.into()));
    assert_eq!(desk.json("undo --op op-3")["op"], 3);
    desk.run("undo --op tres").exits(2);
    desk.run("log op-99").exits(3);
}

#[test]
fn the_log_of_a_person_or_an_organisation_is_what_touched_them() {
    let desk = TestDesk::new();
    desk.json("org add 'Grupo de Aguas' --code GA --kind group");
    desk.json("person add 'Ana Ruiz' --email ana@example.org");
    desk.json("person add 'Luis Paz' --email luis@example.org");
    desk.json("person edit P-1 --org GA");
    desk.json("need add Taller --requester P-1");
    desk.file("gente.csv", "name,email\nEva Sol,eva@example.org\n");
    desk.json("person import gente.csv");
    let verbs = |line: &str| -> Vec<String> {
        let log = desk.json(line);
        let items = log["items"].as_array().expect("items");
        items.iter().map(|one| one["verb"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(verbs("log P-1"), ["need.add", "person.edit", "person.add"]);
    assert_eq!(verbs("log P-2"), ["person.add"]);
    assert_eq!(verbs("log P-3"), ["person.import"]);
    assert_eq!(verbs("log GA"), ["person.edit", "org.add"]);
    assert_eq!(verbs("log P-1 P-2 1 --limit 3"), ["need.add", "person.edit", "person.add"]);
}

#[test]
fn a_day_counted_back_is_a_value_and_no_option_is_swallowed_for_one() {
    let desk = TestDesk::new();
    assert_eq!(desk.json("need add Taller --received -2d")["received"], "2026-02-28");
    assert_eq!(desk.json("log --since -1d")["total"], 2);
    let ran = desk.run("need add Otra --received --due 2026-04-01").exits(2);
    assert!(ran.stderr.contains("--received"), "{}", ran.stderr);
    assert_eq!(desk.json("list")["total"], 1);
}

#[test]
fn an_empty_list_is_its_header_wherever_only_rows_belong() {
    let desk = TestDesk::new();
    for line in [
        "list",
        "next",
        "need list",
        "need triage",
        "plan show",
        "person list",
        "org list",
        "board list",
        "followup list",
        "schedule list",
        "notify outbox",
        "archive due",
        "archive inventory",
        "archive hold list",
        "import list",
        "report activity",
        "log --since +1d",
    ] {
        for format in ["csv", "tsv"] {
            let ran = desk.run(&format!("{line} --format {format}")).ok();
            let (lines, prose) = (ran.stdout.lines().count(), ran.stdout.contains(". "));
            assert!(lines == 1 && !prose && ran.stderr.is_empty(), "{line} {format}: {}{}", ran.stdout, ran.stderr);
        }
        if !line.starts_with("report") {
            let ran = desk.run(line).ok();
            assert!(ran.stdout.lines().count() == 1 && ran.stdout.contains('\t'), "{line}: {}", ran.stdout);
            assert!(desk.run(&format!("{line} --quiet")).ok().stderr.is_empty());
        }
    }
}

#[test]
fn what_is_said_of_a_table_is_not_among_its_rows() {
    let desk = TestDesk::new();
    desk.json("need add Taller");
    desk.json("plan draft 1 --activity workshop --objective Fortalecer --cost 100");
    let ran = desk.run("plan show").ok();
    assert!(ran.stdout.lines().all(|line| line.contains('\t')), "{}", ran.stdout);
    assert!(ran.stderr.contains("costo total"), "{}", ran.stderr);
    assert!(desk.drawn("plan show", 100).contains("costo total"));
}

#[test]
fn a_record_is_a_header_and_a_row_of_csv() {
    let desk = TestDesk::new();
    desk.json("person add 'Ana Ruiz' --email ana@example.org");
    desk.json("person add 'Luis Paz, hijo' --post '=1+1'");
    let rows = |line: &str| -> Vec<Vec<String>> {
        let out = desk.run(&format!("{line} --format csv")).ok().stdout;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_bytes());
        reader
            .records()
            .map(|row| row.expect("as many cells as the header").iter().map(str::to_owned).collect())
            .collect()
    };
    let cell = |rows: &[Vec<String>], row: usize, key: &str| {
        let at = rows[0].iter().position(|one| one == key).unwrap_or_else(|| panic!("{key} in {rows:?}"));
        rows[row][at].clone()
    };
    let shown = rows("show P-1");
    assert_eq!((shown.len(), cell(&shown, 1, "email")), (2, "ana@example.org".to_owned()));
    let both = rows("person show P-1 P-2");
    assert_eq!((both.len(), cell(&both, 2, "name")), (3, "Luis Paz, hijo".to_owned()));
    assert_eq!(cell(&both, 2, "post"), "'=1+1");
    let added = rows("need add Taller");
    assert_eq!(
        (added.len(), cell(&added, 1, "id"), cell(&added, 1, "changed")),
        (2, "AT-2026-0001".to_owned(), "true".to_owned())
    );
    desk.json("org add 'Grupo de Aguas' --code GA --kind group");
    let edited = rows("need edit 1 --group GA");
    assert_eq!((cell(&edited, 1, "group"), &edited[0]), ("O-1".to_owned(), &added[0]));
    let held = rows("hold 1 --reason x --dry-run");
    assert_eq!((held.len(), cell(&held, 1, "state")), (2, "on_hold".to_owned()));
}

#[test]
fn the_log_and_what_it_changed_are_read_in_words() {
    let mut desk = TestDesk::new();
    desk.file("s.txt", "x");
    for line in [
        "org add 'Grupo A' --code GA --kind group",
        "person add 'Ana Ñáñez' --doc CC:1098765432 --org GA --role staff",
        "person add 'Luis Paz' --doc CC:1098765433",
        "board add 'Mesa Norte' --chair P-1",
        "board add 'Mesa Norte' --chair P-2",
        "need add Taller --group GA --evidence s.txt",
        "need accept 1",
        "schedule add 1 --start '2026-03-18 08:00' --duration 2h --agenda '08:00 Apertura' --invite P-2",
        "schedule move 1-S1 --start '2026-03-19 08:00' --reason Paro",
        "run mark 1-S1 P-2 excused",
        "schedule cancel 1-S1 --reason Paro",
        "hold 1 --reason Paro",
    ] {
        desk.run(line);
    }
    let log = desk.run("log").ok().stdout;
    for said in [
        "Necesidad → Plan",
        "AT-2026-0001-S1 2026-03-18 08:00 → 2026-03-19 08:00",
        "AT-2026-0001-S1 cancelada",
        "AT-2026-0001 en pausa",
        "Presidencia de la mesa\t\tP-2 → Mesa Norte",
    ] {
        assert!(log.contains(said), "{said}\n{log}");
    }
    for code in ["need", "cancelled", "on_hold", "T08:00"] {
        assert!(!log.contains(code), "{code}\n{log}");
    }
    let ana = desk.run("show op-3").ok().stdout;
    assert!(ana.contains("Persona P-1\tEntidad\t\tO-1\n") && ana.contains("Persona P-1\tPapel\t\tEquipo"), "{ana}");
    for column in ["fold", "match_key", "organisation_id", "ana nanez"] {
        assert!(!ana.contains(column), "{column}\n{ana}");
    }
    desk.speaks("pt");
    assert!(desk.run("show op-3").ok().stdout.contains("Pessoa P-1"));
    // Scripts read what is stored.
    let changes = &desk.json("show op-3")["changes"][0];
    assert_eq!((&changes["table"], &changes["after"]["organisation_id"]), (&"person".into(), &1.into()));
}

#[test]
fn an_undo_that_is_refused_names_the_later_operation_and_the_thing() {
    let desk = TestDesk::new();
    desk.json("person add 'Ana Ñáñez' --email ana@example.org");
    desk.json("need add Taller --requester P-1");
    let ran = desk.run("undo --op 2").exits(4);
    assert!(
        ran.stderr.contains("la operación 3, posterior") && ran.stderr.contains("(Parte interesada)"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("ata undo --op 3"), "{}", ran.stderr);
    desk.json("person edit P-1 --phone '300 123 4567'");
    let ran = desk.run("undo --op 2").exits(4);
    assert!(ran.stderr.contains("la operación 4, posterior") && ran.stderr.contains("(Persona)"), "{}", ran.stderr);
}
