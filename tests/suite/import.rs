//! Registers filled from files, and files taken back.

use crate::desk::TestDesk;
use rusqlite::params;
use serde_json::{Value, json};

const ORGANISATIONS: &str = "codigo;Nombre;Tipo;Depende de;Territorio;Correo\n\
GV;Grupo de Vigilancia;grupo;SSS;;vigilancia@example.org\n\
SSS;Secretaría de Salud;secretaría;;68;\n\
AGI;Alcaldía de Girón;municipio;;68307;no tiene\n";

const PEOPLE: &str = "name,doc,email,phone,post,org,role\n\
Ana Ñáñez Peña,52.000.303,Ana@example.org,300 111 2233,Coordinadora,GV,equipo\n\
\"QUIMERA, Darío\",,,,,AGI,contacto\n\
Bruno Inventado,CC:52000305,malo@,,,Nadie,\n";

fn filled() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("org.csv", ORGANISATIONS);
    desk.file("gente.csv", PEOPLE);
    desk.json("org import org.csv");
    desk.json("person import gente.csv");
    desk
}

#[test]
fn organisations_come_in_any_order_and_in_the_words_of_the_region() {
    let desk = TestDesk::new();
    desk.file("org.csv", ORGANISATIONS);
    let before = desk.dump();
    let result = desk.json("org import org.csv");
    assert_eq!((&result["rows"], &result["added"], &result["rejected"]), (&3.into(), &3.into(), &0.into()));
    assert_eq!((&result["import"], &result["changed"]), (&"I-1".into(), &true.into()));
    let group = desk.json("org show GV");
    assert_eq!((&group["kind"], &group["parent"]["name"]), (&"group".into(), &"Secretaría de Salud".into()));
    let warning = &result["warnings"][0];
    assert_eq!((&warning["code"], &warning["line"]), (&"invalid_email".into(), &4.into()));
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
}

#[test]
fn a_file_imported_twice_changes_nothing() {
    let desk = filled();
    let before = desk.dump();
    for line in ["org import org.csv", "person import gente.csv"] {
        let again = desk.json(line);
        assert_eq!((&again["changed"], &again["import"]), (&false.into(), &Value::Null), "{line}");
        assert_eq!(again["unchanged"], again["rows"], "{line}");
    }
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.json("import list")["total"], 2);
}

#[test]
fn a_file_with_new_values_updates_and_can_be_taken_back_and_done_again() {
    let desk = filled();
    let before = desk.dump();
    desk.file("gente.csv", PEOPLE.replace("Coordinadora", "Directora") + "Elena Ficticia,CC:52000306,,,,,\n");
    let result = desk.json("person import gente.csv");
    assert_eq!((&result["updated"], &result["unchanged"], &result["new_people"]), (&1.into(), &2.into(), &1.into()));
    assert_eq!(desk.json("person show CC:52000303")["post"], "Directora");
    let after = desk.dump();
    for _ in 0..2 {
        desk.run("undo").ok();
        assert_eq!(desk.dump(), before);
        desk.run("undo").ok();
        assert_eq!(desk.dump(), after);
    }
}

#[test]
fn people_come_with_what_can_be_kept_of_them() {
    let desk = filled();
    let ana = desk.json("person show 52000303");
    assert_eq!(
        (&ana["email"], &ana["role"], &ana["org"]["id"]),
        (&"ana@example.org".into(), &"staff".into(), &"O-3".into())
    );
    assert_eq!(desk.json("person show 'Darío Quimera'")["name"], "QUIMERA, Darío");
    let result = desk.json("import show I-2")["result"].clone();
    let codes: Vec<&str> =
        result["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, ["invalid_email", "organisation_unknown"]);
}

#[test]
fn needs_come_with_the_names_of_the_options() {
    let desk = filled();
    desk.file(
        "necesidades.csv",
        "title,origin,channel,received,requester,group,beneficiary,severity,mandated,due,ref\n\
         Taller de vacunas,Solicitud,letter,4/2/2026,AGI;52000303,GV,AGI,4,sí,2026-04-01,R-1\n\
         Sin fecha,,,,,,,,,,\n",
    );
    let result = desk.json("need import necesidades.csv");
    assert_eq!((&result["added"], &result["rejected"]), (&2.into(), &0.into()));
    let needs = desk.json("need list");
    let first = needs["items"].as_array().expect("items").iter().find(|one| one["title"] == "Taller de vacunas");
    let first = first.expect("the workshop");
    assert_eq!(
        (&first["received"], &first["due"], &first["origin"]),
        (&"2026-02-04".into(), &"2026-04-01".into(), &"request".into())
    );
    assert_eq!(
        first["requesters"],
        json!([{"id":"O-2","name":"Alcaldía de Girón"},{"id":"P-1","name":"Ana Ñáñez Peña"}])
    );
    assert_eq!((&first["severity"], &first["mandated"]), (&4.into(), &true.into()));
}

#[test]
fn a_file_without_days_means_the_same_tomorrow() {
    let mut desk = filled();
    desk.file("necesidades.csv", "título\nTaller de vacunas\nTaller de vectores\n");
    desk.json("need import necesidades.csv");
    let before = desk.dump();
    let again = desk.at("2026-03-09T08:00:00-05:00").json("need import necesidades.csv");
    assert_eq!((&again["changed"], &again["unchanged"]), (&false.into(), &2.into()));
    assert_eq!(desk.dump(), before);
}

#[test]
fn json_lines_are_read_like_a_table() {
    let desk = filled();
    desk.file(
        "n.jsonl",
        "{\"title\":\"Taller\",\"requester\":[\"AGI\",\"GV\"],\"severity\":3,\"mandated\":true,\"due\":null}\n\n\
         {\"title\":\"Visita\",\"requester\":\"AGI; GV\",\"extra\":1}\n{\"title\":[\"a\",\"b\"]}\n{broken\n",
    );
    let ran = desk.run("need import n.jsonl --json").exits(6);
    let result = ran.json();
    assert_eq!((&result["source"], &result["rows"], &result["added"]), (&"json-lines".into(), &4.into(), &2.into()));
    let reasons: Vec<(u64, &str)> = result["rejects"]
        .as_array()
        .expect("rejects")
        .iter()
        .map(|one| (one["line"].as_u64().expect("a line"), one["reason"].as_str().expect("a reason")))
        .collect();
    assert_eq!(reasons, [(4, "several_values"), (5, "json_invalid")]);
    for need in desk.json("need list")["items"].as_array().expect("needs") {
        assert_eq!(need["requesters"].as_array().expect("requesters").len(), 2);
    }
}

#[test]
fn refused_rows_are_named_and_written_to_a_file_and_the_others_are_kept() {
    let mut desk = filled();
    let text = "title,severity,due,requester,notes\nBueno,3,,,x\n,3,,,\nMalo,9,,,\nFecha,,30/02/2026,,\n\
                \"=1+1\nsegunda\",,mañana mismo,,\nQuién,,,Nadie,y\n";
    desk.file("n.csv", text);
    let result = desk.run("need import n.csv --json --rejects malas.csv").exits(6).json();
    assert_eq!((&result["added"], &result["rejected"]), (&1.into(), &5.into()));
    let rejects: Vec<String> = result["rejects"]
        .as_array()
        .expect("rejects")
        .iter()
        .map(|one| {
            format!("{} {} {}", one["line"], one["field"].as_str().unwrap_or(""), one["reason"].as_str().unwrap_or(""))
        })
        .collect();
    assert_eq!(
        rejects,
        [
            "3 title missing",
            "4 severity not_1_to_5",
            "5 due invalid_date",
            "6 due invalid_date",
            "8 requester not_registered"
        ]
    );
    let written = std::fs::read_to_string(desk.path("malas.csv")).expect("the refused rows");
    assert!(
        written.starts_with(
            "\u{feff}title,severity,due,requester,notes,line,field,reason\n,3,,,,3,title,falta (missing)\n"
        ),
        "{written}"
    );
    assert!(written.contains("'=1+1"), "{written}");
    // Mended, the same file adds what was missing and nothing twice.
    desk.json("org add Nadie");
    let again = desk.run("need import n.csv --json").exits(6).json();
    assert_eq!((&again["added"], &again["unchanged"]), (&1.into(), &1.into()));
    for language in ["es", "pt", "en"] {
        let said = desk.speaks(language).run("need import n.csv").exits(6);
        assert!(!said.stdout.contains("import-") && !said.stderr.contains("import-"), "{}{}", said.stdout, said.stderr);
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_changes_nothing() {
    let desk = TestDesk::new();
    let before = desk.dump();
    desk.file("sin.csv", "a,b\n1,2\n");
    let error = desk.run("need import sin.csv --json").exits(2).error();
    assert!(error["message"].as_str().expect("a message").contains("a, b"), "{error}");
    desk.file("comillas.csv", "title\n\"Abierta\nsigue\n");
    let error = desk.run("org import comillas.csv --json").exits(2).error();
    assert!(error["message"].as_str().expect("a message").contains("comillas"), "{error}");
    desk.file("vacio.csv", "");
    desk.run("person import vacio.csv").exits(2);
    desk.run("person import falta.csv").exits(3);
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_dry_run_shows_the_counts_and_leaves_no_trace() {
    let desk = TestDesk::new();
    desk.file("org.csv", ORGANISATIONS);
    let before = desk.dump();
    let result = desk.json("org import org.csv --dry-run");
    assert_eq!((&result["added"], &result["dry_run"]), (&3.into(), &true.into()));
    assert_eq!(desk.dump(), before);
}

#[test]
fn standard_input_is_a_file_too() {
    let desk = TestDesk::new();
    desk.file("org.csv", ORGANISATIONS);
    let args = ["org", "import", "-", "--json"].map(str::to_owned);
    let file = std::fs::File::open(desk.path("org.csv")).expect("a file");
    let output = desk.command(&args).stdin(file).output().expect("ata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(desk.json("org list")["total"], 3);
}

#[test]
fn a_file_taken_back_leaves_the_register_as_before_and_may_come_again() {
    let desk = TestDesk::new();
    let blank = desk.dump();
    desk.file("org.csv", ORGANISATIONS);
    desk.file("gente.csv", PEOPLE);
    desk.file("n.csv", "title\nTaller\n");
    desk.json("org import org.csv");
    desk.json("need import n.csv");
    let before = desk.dump();
    desk.json("person import gente.csv");
    let after = desk.dump();
    let undone = desk.json("import undo I-3");
    assert_eq!((&undone["removed"], &undone["changed"], &undone["kept"]), (&3.into(), &true.into(), &json!([])));
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.json("person import gente.csv")["new_people"], 3);
    desk.json("import undo I-4");
    desk.json("import undo I-1 I-2");
    assert_eq!(desk.dump(), blank);
    let again = desk.json("import undo I-1");
    assert_eq!((&again["changed"], &again["removed"]), (&false.into(), &0.into()), "nothing is left to be taken back");
    desk.run("import undo I-99").exits(3);
}

#[test]
fn what_is_in_use_by_now_is_not_taken_back() {
    let desk = filled();
    // The group has a person, and hangs under the secretariat: both stay; the town with its person too.
    let before = desk.dump();
    let undone = desk.json("import undo I-1");
    let kept: Vec<&str> =
        undone["kept"].as_array().expect("kept").iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(kept, ["Secretaría de Salud", "Alcaldía de Girón", "Grupo de Vigilancia"]);
    assert_eq!((&undone["removed"], &undone["kept"][0]["why"]), (&0.into(), &"in_use".into()));
    desk.run("undo").ok();
    assert!(desk.dump() == before);
    // People who are named elsewhere stay, and are named.
    desk.json("board add Mesa --chair 52000303");
    let undone = desk.json("import undo I-2");
    assert_eq!((&undone["removed"], &undone["kept"][0]["name"]), (&2.into(), &"Ana Ñáñez Peña".into()));
    desk.file("n.csv", "title\nTaller\n");
    let need = desk.json("need import n.csv")["import"].clone();
    desk.file("solicitud.txt", "Solicitamos");
    desk.json("need edit 1 --evidence solicitud.txt");
    let undone = desk.json(&format!("import undo {}", need.as_str().expect("an import")));
    assert_eq!((&undone["removed"], &undone["kept"][0]["what"]), (&0.into(), &"need".into()), "{undone}");
}

#[test]
fn an_attendance_list_taken_back_takes_its_rows_and_leaves_those_marked_by_hand() {
    let desk = filled();
    desk.json("need add Taller");
    let database = desk.database();
    database
        .execute_batch(
            "INSERT INTO session (case_id, number, start_at, end_at, zone, uid)
             VALUES (1, 1, '2026-03-10T14:00:00Z', '2026-03-10T16:00:00Z', 'America/Bogota', 'x');
             INSERT INTO person (name, fold, match_key, import_id) VALUES ('Nueva', 'nueva', 'nueva', NULL);",
        )
        .expect("a session");
    let result = json!({"import":"I-3","file":"lista.csv","sha256":"x","source":"canonical","rows":2,"review":0,"updated":0,
        "unchanged":0,"ignored":0,"rejected":0,"rejects":[],"warnings":[],"changed":true});
    database
        .execute(
            "INSERT INTO import (kind, session_id, file, sha256, source, at, result)
             VALUES ('attendance', 1, 'lista.csv', 'x', 'canonical', '2026-03-10T20:00:00Z', ?1)",
            params![result.to_string()],
        )
        .expect("an import");
    database.execute("UPDATE person SET import_id = 3 WHERE name = 'Nueva'", []).expect("its person");
    for (person, import) in [(1, None), (2, Some(3)), (4, Some(3))] {
        let sql = "INSERT INTO attendance (session_id, person_id, status, import_id) VALUES (1, ?1, 'present', ?2)";
        database.execute(sql, params![person, import]).expect("attendance");
    }
    assert_eq!(desk.json("import show I-3")["session"], "AT-2026-0001-S1");
    assert_eq!(desk.json("import undo I-3")["removed"], 3);
    let left: i64 = database.query_row("SELECT count(*) FROM attendance", [], |row| row.get(0)).expect("a count");
    assert_eq!(left, 1);
    assert_eq!(desk.json("person list nueva")["total"], 0);
}

#[test]
fn rows_of_a_file_that_contradict_each_other_change_nobody_back_and_forth() {
    let desk = TestDesk::new();
    let rows = "nombre;documento;correo\nAna Ñáñez;CC:52000303;ana@example.org\nAna Ñáñez;CC:52000303;otra@example.org\n\
                Luis Inventado;CC:52000303;luis@example.org\nMarta;TI:12;\n";
    desk.file("gente.csv", rows);
    let first = desk.run("person import gente.csv --json").exits(6).json();
    assert_eq!((&first["new_people"], &first["updated"], &first["rejected"]), (&1.into(), &0.into(), &1.into()));
    let codes: Vec<&Value> = first["warnings"].as_array().expect("warnings").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["row_contradicts", "other_name"]);
    assert_eq!(desk.json("person show CC:52000303")["email"], "ana@example.org");
    let before = desk.dump();
    for _ in 0..2 {
        assert_eq!(desk.run("person import gente.csv --json").exits(6).json()["changed"], false);
        assert_eq!(desk.dump(), before);
    }
}

#[test]
fn a_file_is_kept_by_its_name_wherever_it_lay() {
    let desk = TestDesk::new();
    let path = desk.file("lejos/org.csv", ORGANISATIONS);
    assert_eq!(desk.json(&format!("org import {}", path.display()))["file"], "org.csv");
    assert_eq!(desk.json("import show I-1")["file"], "org.csv");
    let said = desk.run("import undo I-1").ok().stdout;
    assert!(said.contains("3 registros menos"), "{said}");
}

#[test]
fn a_dry_run_shows_of_a_refused_row_what_the_real_run_shows() {
    let desk = TestDesk::new();
    desk.file("n.csv", "title,severity\nPozos,9\nAcueductos,3\n");
    let would = desk.run("need import n.csv --dry-run").exits(6).stdout;
    let done = desk.run("need import n.csv").exits(6).stdout;
    let row = done.lines().find(|line| line.contains("\t9\t")).expect("the refused row");
    assert!(would.lines().any(|line| line == row), "{would}\n{done}");
}

#[test]
fn needs_come_with_their_evidence_and_leave_with_it() {
    let desk = filled();
    desk.file("solicitud.txt", "Solicitamos");
    desk.file("anexo.txt", "Anexo");
    desk.file(
        "n.csv",
        "title,requester,received,due,evidence\nPozos,AGI,2026-03-01,,solicitud.txt; anexo.txt\nVacunas,AGI,2026-03-09,2026-03-05,\n\
         Vectores,AGI,,,no-existe.txt\n",
    );
    let before = desk.dump();
    let result = desk.run("need import n.csv --json").exits(6).json();
    assert_eq!((&result["added"], &result["rejects"][0]["field"]), (&2.into(), &"evidence".into()), "{result}");
    assert_eq!(result["rejects"][0]["reason"], "file_unreadable");
    let codes: Vec<&Value> = result["warnings"].as_array().expect("warnings").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["received_ahead", "due_before_received"]);
    let documents = desk.json("show 1")["documents"].clone();
    assert_eq!(documents.as_array().map(Vec::len), Some(2), "{documents}");
    assert_eq!(documents[0]["type"], "request", "{documents}");
    let undone = desk.json("import undo I-3");
    assert_eq!((&undone["removed"], &undone["kept"]), (&2.into(), &json!([])));
    assert_eq!(desk.dump(), before);
}

#[test]
fn organisations_that_depend_on_one_another_are_said_to_do_so() {
    let desk = TestDesk::new();
    desk.file("org.csv", "nombre;tipo;depende de\nUna;otro;Otra\nOtra;Alcaldía;Una\nTercera;grupo;Nadie\n");
    let result = desk.run("org import org.csv --json").exits(6).json();
    let reasons: Vec<&Value> =
        result["rejects"].as_array().expect("rejects").iter().map(|one| &one["reason"]).collect();
    assert_eq!(reasons, ["depends_in_circle", "depends_in_circle", "not_registered"]);
    desk.file("sin.csv", "nombre;tipo\nUna;otro\nOtra;Alcaldía\n");
    assert_eq!(desk.json("org import sin.csv")["added"], 2);
    assert_eq!(desk.json("org show Otra")["kind"], "municipality");
}

#[test]
fn standard_input_is_called_so_and_what_takes_nothing_away_says_so() {
    let desk = filled();
    let args: Vec<String> = ["need", "import", "-"].map(str::to_owned).to_vec();
    let empty = desk.command(&args).output().expect("ata runs");
    let said = String::from_utf8_lossy(&empty.stderr).into_owned();
    assert!(said.ends_with("entrada estándar: no contiene nada\nhint: ata need import --help\n"), "{said}");
    let file = std::fs::File::open(desk.file("n.csv", "title\nPozos\n")).expect("a file");
    assert!(desk.command(&args).stdin(file).output().expect("ata runs").status.success());
    assert!(desk.run("import list").ok().stdout.contains("entrada estándar"));
    desk.json("board add Mesa --chair 52000303");
    desk.json("person edit 'Bruno Inventado' --post Jefe");
    desk.json("person edit 'Darío Quimera' --post Jefe");
    let kept = desk.run("import undo I-2").ok().stdout;
    assert!(kept.contains("ningún registro menos") && kept.contains("3 registros se quedan"), "{kept}");
    let missing = desk.run("person different P-2").exits(2).stderr;
    assert!(missing.contains("falta <PERSONA>"), "{missing}");
    assert!(desk.run("person same P-2").exits(2).stderr.contains("falta <PERSONA>"));
}
