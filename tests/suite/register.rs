//! Organisations, people and boards, from outside.

use crate::desk::TestDesk;
use rusqlite::params;

/// Does a command, takes it back, does it again: the register is each time what it was.
#[track_caller]
fn goes_back_and_forth(desk: &TestDesk, line: &str) {
    let before = desk.dump();
    desk.run(line).ok();
    let after = desk.dump();
    assert_ne!(before, after, "{line}");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before, "{line}");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after, "{line}");
    assert!(desk.run(&format!("{line} --dry-run")).code == 0, "{line} twice");
}

/// A case with a session, written by hand: the stages in between are not what is tested here.
fn case_with_session(desk: &TestDesk, title: &str) -> i64 {
    desk.json(&format!("need add '{title}'"));
    let database = desk.database();
    let case: i64 = database.query_row("SELECT max(id) FROM cases", [], |row| row.get(0)).expect("a case");
    database
        .execute(
            "INSERT INTO session (case_id, number, start_at, end_at, zone, uid)
             VALUES (?1, 1, '2026-03-10T14:00:00Z', '2026-03-10T16:00:00Z', 'America/Bogota', ?2)",
            params![case, format!("{case}@ata.local")],
        )
        .expect("a session");
    database.last_insert_rowid()
}

#[test]
fn an_organisation_said_twice_is_one_and_what_is_new_is_kept() {
    let desk = TestDesk::new();
    let org = desk.json("org add 'Alcaldía de Girón' --code AGI --kind municipality");
    assert_eq!((&org["id"], &org["changed"]), (&"O-1".into(), &true.into()));
    assert_eq!(desk.json("org add 'ALCALDIA DE GIRON'")["changed"], false);
    let more = desk.json("org add 'Alcaldía de Girón' --code agi --territory 68307");
    assert_eq!(
        (&more["id"], &more["territory"], &more["kind"]),
        (&"O-1".into(), &"68307".into(), &"municipality".into())
    );
    assert_eq!(more["changed"], true);
    assert_eq!(desk.json("org list giron")["total"], 1);
}

#[test]
fn a_code_or_name_of_another_organisation_is_refused() {
    let desk = TestDesk::new();
    desk.json("org add 'Secretaría de Salud' --code SSS");
    desk.json("org add 'Grupo de Vigilancia' --code GV --parent SSS");
    desk.run("org add 'Secretaría de Hacienda' --code SSS").exits(4);
    desk.run("org add 'Grupo de Vigilancia' --code GV2 --parent SSS").exits(4);
    desk.run("org edit GV --code SSS").exits(4);
    // Two groups of one name under two bodies are two organisations.
    desk.json("org add 'Secretaría de Hacienda' --code SH");
    assert_eq!(desk.json("org add 'Grupo de Vigilancia' --parent SH")["id"], "O-4");
    desk.run("org show 'Grupo de Vigilancia'").exits(3);
    desk.run("org edit O-4 --parent SSS").exits(4);
}

#[test]
fn nothing_depends_on_itself() {
    let desk = TestDesk::new();
    desk.json("org add A");
    desk.json("org add B --parent A");
    desk.json("org add C --parent B");
    desk.run("org edit A --parent A").exits(4);
    desk.run("org edit A --parent C").exits(4);
    assert_eq!(desk.json("org edit C --parent A")["parent"]["id"], "O-1");
    assert_eq!(desk.json("org edit C --parent ''")["parent"], serde_json::Value::Null);
}

#[test]
fn wrong_codes_addresses_and_documents_say_what_was_expected() {
    let mut desk = TestDesk::new();
    for (line, said) in [
        ("org add X --territory 5001", "05001"),
        ("org add X --territory 26001", "26"),
        ("org add X --email nada", "nada"),
        ("person add X --doc XX:12", "CC"),
        ("person add X --doc 12", "12"),
        ("person add X --email 'Ana <ana@example.org>'", "Ana <ana@example.org>"),
    ] {
        for language in ["es", "pt", "en"] {
            let ran = desk.speaks(language).run(line).exits(2);
            assert!(ran.stderr.contains(said) && !ran.stderr.contains("desk-"), "{line}\n{}", ran.stderr);
        }
    }
    for (language, said) in [("es", "NOMBRE:"), ("pt", "NOME:"), ("en", "NAME:")] {
        let ran = desk.speaks(language).run("person add '  '").exits(2);
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
    desk.run("org add X --parent Nadie").exits(3);
    desk.run("person add X --org Nadie").exits(3);
    assert_eq!(desk.json("org list")["total"], 0);
}

#[test]
fn a_person_is_recognised_by_document_then_address_then_organisation() {
    let desk = TestDesk::new();
    desk.json("org add 'Alcaldía de Girón' --code AGI");
    let add = |line: &str| desk.json(&format!("person add {line}"))["id"].as_str().map(str::to_owned).expect("an id");
    assert_eq!(add("'Ana Ñáñez Peña' --doc 52.000.303 --email Ana@Example.org"), "P-1");
    // By the document, whatever the spelling of the name.
    assert_eq!(add("'NAÑEZ PEÑA, ANA' --doc CC:52000303"), "P-1");
    // By name and address, and the document of somebody else is somebody else.
    assert_eq!(add("'Ana Ñañez Peña' --email ana@example.org"), "P-1");
    assert_eq!(add("'Ana Ñáñez Peña' --doc CC:52000304 --email ana@example.org"), "P-2");
    // An office's address does not make two names one.
    assert_eq!(add("'Bruno Inventado' --email ana@example.org"), "P-3");
    // By name and organisation.
    assert_eq!(add("'Darío Quimera' --org AGI"), "P-4");
    assert_eq!(add("'Dario Quimera' --org AGI --phone 3001112233"), "P-4");
    assert_eq!(desk.json("person show P-4")["phone"], "3001112233");
    assert_eq!(add("'Darío Quimera' --org AGI --email dario@example.org"), "P-4");
    assert_eq!(add("'Darío Quimera' --org AGI --email otro@example.org"), "P-5");
}

#[test]
fn a_name_alone_is_taken_with_a_warning_and_repeating_it_adds_nobody() {
    let desk = TestDesk::new();
    let ran = desk.run("person add 'Ana López'").ok();
    assert!(ran.stderr.contains("no se distingue"), "{}", ran.stderr);
    assert_eq!(desk.json("person add 'Ana Lopez'")["changed"], false);
    let ran = desk.run("person add 'Ana López' --doc CC:52000303").ok();
    assert!(ran.stderr.contains("ata person same P-1 P-2"), "{}", ran.stderr);
    assert_eq!(desk.json("person list lopez")["total"], 2);
}

#[test]
fn a_document_belongs_to_one_person() {
    let desk = TestDesk::new();
    desk.json("person add Ana --doc CC:52000303");
    desk.json("person add Bruno --doc CC:52000304");
    let error = desk.run("person edit P-2 --doc CC:52000303 --json").exits(4).error();
    assert_eq!(error["hint"], "ata person merge P-1 P-2");
    assert_eq!(desk.json("person edit P-2 --doc ''")["doc"], serde_json::Value::Null);
}

#[test]
fn every_change_of_the_registers_can_be_taken_back() {
    let desk = TestDesk::new();
    goes_back_and_forth(&desk, "org add 'Secretaría de Salud' --code SSS --kind secretariat --territory 68");
    goes_back_and_forth(&desk, "person add 'Ana Ñáñez' --doc CC:52000303 --org SSS --role staff");
    goes_back_and_forth(&desk, "org edit SSS --name 'Secretaría de Salud de Santander' --head P-1");
    goes_back_and_forth(&desk, "person edit P-1 --post Coordinadora --phone '300 111 2233'");
    goes_back_and_forth(&desk, "board add 'Mesa de salud' --chair P-1");
    desk.json("person add 'Bruno Inventado'");
    goes_back_and_forth(&desk, "board member 'Mesa de salud' P-2");
    goes_back_and_forth(&desk, "board member board:'mesa de salud' P-1 P-2 --remove");
    let board = desk.json("board show 'Mesa de salud'");
    assert_eq!((&board["chair"], &board["members"]), (&serde_json::Value::Null, &serde_json::json!([])));
}

/// Ana is P-1 with a document, and again P-2 with an address; both are all over two cases, one of them closed.
fn ana_twice(desk: &TestDesk) -> (i64, i64) {
    desk.json("person add 'Ana Ñáñez Peña' --doc CC:52000303");
    desk.json("person add 'Ñáñez, Ana' --email ana@example.org --phone 3001112233 --role staff");
    desk.json("org add 'Grupo de Vigilancia' --code GV --head P-2");
    desk.json("board add Mesa --chair P-2");
    desk.json("board member Mesa P-1");
    let (open, closed) = (case_with_session(desk, "Taller"), case_with_session(desk, "Taller viejo"));
    let database = desk.database();
    for session in [open, closed] {
        for (person, status, minutes) in [(1, "late", 30), (2, "present", 100)] {
            let sql = "INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (?1, ?2, ?3, ?4)";
            database.execute(sql, params![session, person, status, minutes]).expect("attendance");
            let sql = "INSERT INTO invitation (session_id, person_id, withdrawn) VALUES (?1, ?2, ?3)";
            database.execute(sql, params![session, person, i64::from(person == 1)]).expect("an invitation");
        }
        let sql = "INSERT INTO facilitator (session_id, person_id) VALUES (?1, 2)";
        database.execute(sql, params![session]).expect("a facilitator");
        let sql = "INSERT INTO commitment (case_id, number, text, fold, person_id, due)
                   SELECT case_id, 1, 'Informe', 'informe', 2, '2026-04-01' FROM session WHERE id = ?1";
        database.execute(sql, params![session]).expect("a commitment");
        for person in [1, 2] {
            let sql = "INSERT INTO message (key, kind, case_id, session_id, person_id, name, channel, language, subject, body, message_id, queued_at)
                       SELECT 'convocation:' || ?1 || ':P-' || ?2 || ':0', 'convocation', case_id, id, ?2, 'Ana', 'email', 'es', 's', 'b', 'm', 'x'
                       FROM session WHERE id = ?1";
            database.execute(sql, params![session, person]).expect("a message");
        }
        for (position, person) in [(1, 1), (2, 2)] {
            let sql = "INSERT INTO party (case_id, role, position, person_id) SELECT case_id, 'requester', ?2, ?3 FROM session WHERE id = ?1";
            database.execute(sql, params![session, position, person]).expect("a party");
        }
    }
    let sql =
        "UPDATE cases SET state = 'closed', stage = 'archive' WHERE id = (SELECT case_id FROM session WHERE id = ?1)";
    database.execute(sql, params![closed]).expect("a closed case");
    (open, closed)
}

fn count(desk: &TestDesk, sql: &str) -> i64 {
    desk.database().query_row(sql, [], |row| row.get(0)).expect("a count")
}

#[test]
fn merging_moves_everything_in_open_cases_and_leaves_closed_ones_as_they_are() {
    let desk = TestDesk::new();
    let (open, closed) = ana_twice(&desk);
    let ana = desk.json("person merge P-1 P-2");
    assert_eq!(ana["doc"], "CC:52000303");
    assert_eq!(
        (&ana["email"], &ana["phone"], &ana["role"]),
        (&"ana@example.org".into(), &"3001112233".into(), &"staff".into())
    );
    let database = desk.database();
    let noted: (i64, String, i64) = database
        .query_row("SELECT person_id, status, minutes FROM attendance WHERE session_id = ?1", [open], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .expect("one note");
    assert_eq!(noted, (1, "present".to_owned(), 100));
    for (table, column) in [("invitation", "person_id"), ("facilitator", "person_id"), ("attendance", "person_id")] {
        let of = |session: i64| format!("SELECT count(*) FROM {table} WHERE session_id = {session} AND {column} = 2");
        assert_eq!(count(&desk, &of(open)), 0, "{table}");
        assert_eq!(count(&desk, &of(closed)), 1, "{table}");
    }
    // Invited if either registration still was; told once.
    assert_eq!(count(&desk, &format!("SELECT withdrawn FROM invitation WHERE session_id = {open}")), 0);
    let waiting = format!("SELECT count(*) FROM message WHERE session_id = {open} AND state = 'queued'");
    assert_eq!(count(&desk, &waiting), 1);
    // One of each is left: that of the closed case.
    for table in ["commitment", "party", "message"] {
        assert_eq!(count(&desk, &format!("SELECT count(*) FROM {table} WHERE person_id = 2")), 1, "{table}");
    }
    assert_eq!(count(&desk, "SELECT head_id FROM organisation"), 1);
    assert_eq!(desk.json("board show Mesa")["members"].as_array().expect("members").len(), 1);
    // The number given up leads to the one kept.
    assert_eq!(desk.json("person show P-2")["id"], "P-1");
    assert_eq!(desk.json("person list")["total"], 1);
}

#[test]
fn a_merge_is_harmless_to_repeat_and_can_be_taken_back() {
    let desk = TestDesk::new();
    ana_twice(&desk);
    goes_back_and_forth(&desk, "person merge P-1 P-2");
    assert_eq!(desk.json("person merge P-1 P-2")["changed"], false);
    desk.json("person add 'Bruno Inventado'");
    desk.run("person merge P-3 P-2").exits(4);
    desk.run("person merge P-1 P-1").exits(2);
    // Chains lead to the end at once.
    desk.json("person merge P-3 P-1");
    assert_eq!(desk.json("person show P-2")["id"], "P-3");
}

#[test]
fn likely_duplicates_are_proposed_with_their_reasons() {
    let desk = TestDesk::new();
    desk.json("person add 'Ana Ñáñez Peña' --doc CC:52000303");
    desk.json("person add 'Ñáñez Peña, Ana' --email ana@example.org");
    desk.json("person add 'Ana Ñáñez P.' --email ana@example.org");
    desk.json("person add 'Bruno Inventado' --email ana@example.org");
    let found = desk.json("person candidates");
    let first = &found["items"][0];
    assert_eq!((&first["a"]["id"], &first["b"]["id"]), (&"P-2".into(), &"P-3".into()));
    assert_eq!(first["reasons"], serde_json::json!(["email", "name"]));
    assert!(first["score"].as_f64().expect("a score") > 0.9);
    let items = found["items"].as_array().expect("items");
    assert!(items.iter().all(|pair| pair["b"]["id"] != "P-4"), "{found}");
    assert_eq!(desk.json("person candidates --limit 1")["total"], found["total"]);
    desk.json("person merge P-1 P-2");
    desk.json("person merge P-1 P-3");
    assert_eq!(desk.json("person candidates")["total"], 0);
}

#[test]
fn a_telephone_has_figures() {
    let desk = TestDesk::new();
    for text in ["abc", "no tiene", "-"] {
        let ran = desk.run(&format!("person add Ana --doc CC:52000303 --phone '{text}'")).exits(2);
        assert!(ran.stderr.contains("no es un teléfono"), "{text}: {}", ran.stderr);
    }
    assert_eq!(desk.json("person add Ana --doc CC:52000303 --phone '+57 300 111 2233'")["phone"], "+573001112233");
}
