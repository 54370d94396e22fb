//! Adding sessions, inviting, clashes, notice, confirming.

use super::room::{approved, desk, paraguay};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Who is invited, by name, with what stood for them.
fn invited(desk: &TestDesk, session: i64) -> Vec<(String, String)> {
    let database = desk.database();
    let sql = "SELECT coalesce(p.name, o.name), i.via FROM invitation i LEFT JOIN person p ON p.id = i.person_id
               LEFT JOIN organisation o ON o.id = i.organisation_id WHERE i.session_id = $1 AND i.withdrawn = 0 ORDER BY i.id";
    let mut rows = database.prepare(sql).expect("invitations");
    let found = rows.query_map([session], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    found.map(|row| row.expect("a row")).collect()
}

fn controls(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|one| one["control"].as_str()).collect()
}

#[test]
fn a_session_is_shown_as_scripts_rely_on_it() {
    let desk = desk();
    let mut session = desk.json(
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --place '  Auditorio   Calvo ' --facilitator ana@x.example
         --agenda '09:00 Apertura | Ana Ñáñez' --agenda 'Vacunas' --invite P-2 --capacity 30",
    );
    let uid = session["uid"].take();
    assert!(uid.as_str().is_some_and(|uid| uid.ends_with("@ata.local")), "{uid}");
    assert_eq!(
        session,
        json!({
            "id": "AT-2026-0001-S1", "case": "AT-2026-0001", "state": "scheduled",
            "start": "2026-03-10T09:00:00-05:00", "end": "2026-03-10T12:00:00-05:00", "zone": "America/Bogota",
            "modality": "in-person", "place": "Auditorio Calvo", "link": null,
            "facilitators": [{"id": "P-1", "name": "Ana Ñáñez"}],
            "agenda": [{"time": "09:00", "topic": "Apertura", "who": "Ana Ñáñez"}, {"time": null, "topic": "Vacunas", "who": null}],
            "capacity": 30, "extraordinary": null, "conflict_reason": null, "invited": 1, "sequence": 0, "uid": null,
            "logistics": [], "changes": [], "attendance": {"present": 0, "absent": 0, "excused": 0, "late": 0},
            "has_minutes": false, "changed": true,
        })
    );
}

#[test]
fn hours_are_read_in_the_zone_and_the_length_either_way() {
    let desk = desk();
    for (line, start, end) in [
        ("--start '2026-03-10 09:00' --end 12:30", "2026-03-10T09:00:00-05:00", "2026-03-10T12:30:00-05:00"),
        ("--start '2026-03-11 22:00' --duration 3h", "2026-03-11T22:00:00-05:00", "2026-03-12T01:00:00-05:00"),
        (
            "--start '2026-03-12 22:00' --end '2026-03-13 01:00'",
            "2026-03-12T22:00:00-05:00",
            "2026-03-13T01:00:00-05:00",
        ),
        ("--start '2028-02-29 09:00' --duration 1h30m", "2028-02-29T09:00:00-05:00", "2028-02-29T10:30:00-05:00"),
        ("--start '2028-02-28 09:00' --duration 2d", "2028-02-28T09:00:00-05:00", "2028-03-01T09:00:00-05:00"),
        (
            "--start '2026-03-14 09:00' --duration 1h --tz America/Asuncion",
            "2026-03-14T09:00:00-03:00",
            "2026-03-14T10:00:00-03:00",
        ),
    ] {
        let session = desk.json(&format!("schedule add 1 {line}"));
        assert_eq!((session["start"].as_str(), session["end"].as_str()), (Some(start), Some(end)), "{line}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_the_right_code() {
    let desk = desk();
    let before = desk.dump();
    for (line, code) in [
        ("schedule add 1 --start '2026-03-10 09:00'", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --end 12:00 --duration 3h", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --end 09:00", 2),
        ("schedule add 1 --start '2026-03-10 22:00' --end 01:00", 2),
        ("schedule add 1 --start '2026-02-29 09:00' --duration 1h", 2),
        ("schedule add 1 --start '2026-03-10 24:00' --duration 1h", 2),
        ("schedule add 1 --start 2026-03-10 --duration 1h", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 0h", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --tz Europe/Nowhere", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --agenda '09:00 | Ana'", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --place ''", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --modality hybrid", 2),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --capacity 0", 2),
        ("schedule add 9 --start '2026-03-10 09:00' --duration 1h", 3),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --facilitator Nadie", 3),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --invite Nadie", 3),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --invite board:Nada", 3),
        ("schedule add 1 --start '2026-03-10 09:00' --duration 1h --invite 'board:mesa vacia'", 4),
    ] {
        desk.run(line).exits(code);
    }
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_modality_is_guessed_only_from_a_lone_link() {
    let desk = desk();
    for (day, options, expected) in [
        (10, "--link https://meet.example/x", "virtual"),
        (11, "--link https://meet.example/x --place Auditorio", "in-person"),
        (12, "--place Auditorio --modality mixed", "mixed"),
        (13, "", "in-person"),
    ] {
        let session = desk.json(&format!("schedule add 1 --start '2026-03-{day} 09:00' --duration 1h {options}"));
        assert_eq!(session["modality"], expected, "{options}");
    }
}

#[test]
fn organisations_and_boards_stand_for_people_and_nobody_is_invited_twice() {
    let desk = desk();
    let session = desk.json(
        "schedule add 1 --start '2026-03-10 09:00' --duration 1h --invite luis@x.example --invite VET --invite 'board:mesa materna'
         --invite CAL --invite P-2 --invite O-3 --capacity 4",
    );
    assert_eq!(session["invited"], 5);
    let expected = [
        ("Luis Peña", ""),
        ("Rosa Díaz", "O-2"),
        ("Ana Ñáñez", "board:Mesa Materna"),
        ("Iván Rey", "board:Mesa Materna"),
        ("Alcaldía de California", ""),
    ];
    assert_eq!(invited(&desk, 1), expected.map(|(who, via)| (who.to_owned(), via.to_owned())));
}

#[test]
fn more_invited_than_places_is_said_and_allowed() {
    let desk = desk();
    let ran = desk.run("schedule add 1 --start '2026-03-10 09:00' --duration 1h --invite VET --capacity 1").ok();
    assert!(ran.stderr.contains("hay 2 personas invitadas y un cupo"), "{}", ran.stderr);
}

#[test]
fn the_same_session_added_twice_is_one_and_who_is_new_joins_it() {
    let desk = desk();
    let line =
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --place Auditorio --facilitator P-1 --invite P-2";
    desk.json(line);
    let before = desk.dump();
    let again = desk.json(line);
    assert_eq!((&again["id"], &again["changed"]), (&json!("AT-2026-0001-S1"), &json!(false)));
    assert_eq!(desk.dump(), before);
    let more = desk.json(
        "schedule add 1 --start '2026-03-10T09:00:00-05:00' --end 12:00 --place AUDITORIO --facilitator P-3 --invite VET",
    );
    assert_eq!((&more["id"], &more["changed"]), (&json!("AT-2026-0001-S1"), &json!(true)));
    assert_eq!(more["invited"], 2);
    assert_eq!(more["facilitators"].as_array().map(Vec::len), Some(2));
    assert_eq!(more["sequence"], 0);
}

#[test]
fn two_links_at_one_hour_are_two_sessions_and_a_cancelled_one_is_none() {
    let desk = desk();
    let line =
        |link| format!("schedule add 1 --start '2026-03-10 09:00' --duration 1h --link https://meet.example/{link}");
    assert_eq!(desk.json(&line("a"))["id"], "AT-2026-0001-S1");
    assert_eq!(desk.json(&line("b"))["id"], "AT-2026-0001-S2");
    desk.json("schedule cancel 1-S1 --reason 'Sin equipo'");
    assert_eq!(desk.json(&line("a"))["id"], "AT-2026-0001-S3");
}

#[test]
fn a_clash_names_the_other_session_and_may_be_accepted() {
    let desk = desk();
    approved(&desk, "Visita a Vetas");
    desk.json("schedule add 1 --start '2026-03-10 09:00' --duration 3h --place 'Auditorio Calvo' --facilitator P-1 --agenda Uno");
    let before = desk.dump();
    for (options, shared) in [
        ("--start '2026-03-10 11:59' --duration 1h --facilitator P-1", "Ana Ñáñez"),
        ("--start '2026-03-10 08:00' --duration 1h1m --place 'auditorio calvo.'", "Auditorio Calvo"),
        ("--start '2026-03-09 08:00' --duration 3d --facilitator P-1", "Ana Ñáñez"),
    ] {
        let error = desk.run(&format!("schedule add 2 {options} --json")).exits(4).error();
        assert_eq!(
            error["details"][0],
            json!({"control": "no_conflict", "session": "AT-2026-0001-S1", "shared": shared})
        );
    }
    // One session that shares both is one session, and each is said as what it is.
    let both = "--start '2026-03-10 09:00' --duration 1h --place 'Auditorio Calvo' --facilitator P-1";
    let ran = desk.run(&format!("schedule add 2 {both}")).exits(4);
    for said in [
        "hay un cruce con otra jornada",
        "Ana Ñáñez ya está en AT-2026-0001-S1",
        "el lugar Auditorio Calvo ya está ocupado por AT-2026-0001-S1",
    ] {
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
    assert_eq!(desk.dump(), before);
    for options in ["--start '2026-03-10 12:00' --duration 1h", "--start '2026-03-10 08:00' --duration 1h"] {
        desk.json(&format!("schedule add 2 {options} --place 'Auditorio Calvo' --facilitator P-1 --agenda Dos"));
    }
    let accepted = desk.json(
        "schedule add 2 --start '2026-03-10 10:00' --duration 1h --place Sala --facilitator P-1 --agenda Tres --allow-conflict 'Rotan'",
    );
    assert_eq!(accepted["conflict_reason"], "Rotan");
    // Accepted on one side, it does not hold the other one back.
    desk.json("schedule confirm 1 2");
}

#[test]
fn a_reason_without_a_clash_is_not_kept() {
    let desk = desk();
    let line =
        "schedule add 1 --start '2026-03-10 09:00' --duration 3h --facilitator P-1 --allow-conflict 'Por si acaso'";
    assert_eq!(desk.json(line)["conflict_reason"], Value::Null);
}

#[test]
fn short_notice_is_said_at_once_and_holds_the_confirmation_back() {
    let desk = desk();
    let rest = "--duration 1h --place Auditorio --facilitator P-1 --agenda Vacunas";
    let ran = desk.run(&format!("schedule add 1 --start '2026-03-04 23:30' {rest}")).ok();
    assert!(ran.stderr.contains("no deja los 3 días"), "{}", ran.stderr);
    let error = desk.run("schedule confirm 1 --json").exits(4).error();
    assert_eq!(controls(&error["details"]), ["notice_period"]);
    desk.json("schedule edit 1-S1 --extraordinary 'Brote de sarampión'");
    let ran = desk.run(&format!("schedule add 1 --start '2026-03-05 00:30' {rest}")).ok();
    assert!(!ran.stderr.contains("no deja"), "{}", ran.stderr);
    assert_eq!(desk.json("schedule confirm 1")["stage"], "notify");
    assert_eq!(desk.json("schedule confirm 1")["changed"], false);
}

#[test]
fn a_confirmation_names_every_missing_control_point_and_waives_what_may_be_waived() {
    let desk = desk();
    desk.run("schedule confirm 1").exits(4);
    desk.json("schedule add 1 --start '2026-03-03 09:00' --duration 1h");
    desk.json("schedule logistics 1-S1 --need Proyector");
    let error = desk.run("schedule confirm 1 --json").exits(4).error();
    assert_eq!(
        controls(&error["details"]),
        ["facilitator", "place_or_link", "agenda", "logistics_done", "notice_period"]
    );
    desk.json("schedule edit 1-S1 --facilitator P-1 --place Auditorio --agenda Vacunas");
    desk.run("schedule confirm 1 --waive place_or_link=prisa").exits(4);
    let case = desk.json("schedule confirm 1 --waive notice_period=Brote --waive logistics_done=Prestado");
    assert_eq!(case["stage"], "notify");
}

#[test]
fn a_day_in_paraguay_is_that_of_asuncion() {
    let mut desk = paraguay();
    let session = desk.json("schedule add 1 --start '2023-09-30 23:30' --duration 2h --extraordinary Brote");
    // At midnight clocks went forward to one: two hours later it is half past two.
    assert_eq!(session["start"], "2023-09-30T23:30:00-04:00");
    assert_eq!(session["end"], "2023-10-01T02:30:00-03:00");
    desk.run("schedule add 1 --start '2023-10-01 00:30' --duration 1h --extraordinary Brote").exits(2);
    desk.json("schedule add 1 --start '2023-10-01 01:00' --duration 1h --extraordinary Brote");
    assert_eq!(desk.json("schedule list --to 2023-09-30")["total"], 1);
    assert_eq!(desk.json("schedule list --from 2023-10-01")["total"], 1);
    assert_eq!(desk.json("schedule calendar --month 2023-10")["total"], 1);
    // Since 2024 the clock stays.
    desk.at("2026-06-01T09:00:00-03:00");
    assert_eq!(
        desk.json("schedule add 1 --start '2026-07-08 09:00' --duration 1h")["start"],
        "2026-07-08T09:00:00-03:00"
    );
}

#[test]
fn a_case_that_is_not_open_takes_no_sessions() {
    let desk = desk();
    desk.json("schedule add 1 --start '2026-03-10 09:00' --duration 1h");
    desk.database().execute("UPDATE cases SET state = 'on_hold'", []).expect("a row");
    for line in [
        "schedule add 1 --start '2026-03-11 09:00' --duration 1h",
        "schedule move 1-S1 --start '2026-03-11 09:00' --reason Lluvia",
        "schedule cancel 1-S1 --reason Lluvia",
        "schedule edit 1-S1 --place Sala",
        "schedule logistics 1-S1 --need Sillas",
        "schedule confirm 1",
    ] {
        let error = desk.run(&format!("{line} --json")).exits(4).error();
        assert_eq!(error["hint"], "ata resume AT-2026-0001", "{line}");
    }
}

#[test]
fn what_people_could_not_follow_is_refused() {
    let desk = desk();
    let line = "schedule add 1 --start '2026-03-10 09:00' --duration 1h";
    for (options, said) in [
        ("--link ftp://ejemplo/x", "--link"),
        ("--link meet.example/x", "--link"),
        ("--agenda '25:00 Apertura'", "«25:00» no es una hora que exista"),
        ("--agenda '9:75 Cierre | Ana'", "«9:75» no es una hora que exista"),
    ] {
        let ran = desk.run(&format!("{line} {options}")).exits(2);
        assert!(ran.stderr.contains(said), "{options}: {}", ran.stderr);
    }
    let ran = desk.run("schedule add 1 --start '2026-03-10 09:00'").exits(2);
    assert!(ran.stderr.contains("--duration 3h"), "{}", ran.stderr);
    let session = desk.json(&format!("{line} --agenda '9:05 Apertura'"));
    assert_eq!(session["agenda"][0]["time"], "09:05");
}

#[test]
fn a_day_on_which_the_body_is_closed_is_named_and_not_refused() {
    let desk = desk();
    let said = |line: &str| desk.run(line).ok().stderr;
    let add = |start: &str| format!("schedule add 1 --start '{start} 09:00' --duration 1h --agenda Uno");
    let holiday = said(&add("2026-03-23"));
    assert!(
        holiday.contains("AT-2026-0001-S1 cae en festivo (Día de San José): lunes 23 de marzo de 2026"),
        "{holiday}"
    );
    let sunday = said(&add("2026-03-22"));
    assert!(sunday.contains("AT-2026-0001-S2 cae en domingo"), "{sunday}");
    assert!(!said(&add("2026-03-24")).contains(" cae en "));
    let moved = said("schedule move 1-S3 --start '2026-04-03 09:00' --reason Paro");
    assert!(moved.contains("AT-2026-0001-S3 cae en festivo (Viernes Santo)"), "{moved}");
}

#[test]
fn what_a_session_was_is_said_without_what_is_not_known() {
    let desk = desk();
    desk.json("schedule add 1 --start '2026-03-24 09:00' --duration 1h --agenda Uno");
    let page = desk.run("schedule edit 1-S1 --place Sala").ok().stdout;
    assert!(page.contains("Modificada: antes 2026-03-24 09:00\n"), "{page}");
}

#[test]
fn a_session_whose_day_has_passed_is_registered_and_said() {
    let desk = desk();
    let past = desk.run("schedule add 1 --start '2026-02-18 08:00' --duration 4h --place Aula").ok();
    assert!(past.stderr.contains("AT-2026-0001-S1") && past.stderr.contains("ya pasó: 2026-02-18"), "{}", past.stderr);
    assert!(!past.stderr.contains("antelación"), "{}", past.stderr);
}
