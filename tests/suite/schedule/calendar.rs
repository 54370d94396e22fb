//! Lists, the month, and the feed.

use super::room::{approved, desk};
use crate::desk::{TestDesk, words};
use crate::mail::python;
use serde_json::Value;

/// Three sessions of two cases in March and April.
fn with_sessions() -> TestDesk {
    let desk = desk();
    approved(&desk, "Visita a Vetas; California, ñandú");
    desk.json(
        "schedule add 1 --start '2026-03-31 22:00' --duration 4h --place 'Auditorio, piso 2' --facilitator P-1
         --agenda '22:00 Apertura; saludo | Ana' --invite VET",
    );
    desk.json("schedule add 1 --start '2026-03-10 09:00' --duration 3h --facilitator P-3 --link 'https://meet.example/x?a=1,b;2'");
    desk.json("schedule add 2 --start '2026-04-01 00:00' --duration 1h --tz America/Sao_Paulo --facilitator P-3");
    desk
}

fn ids(list: &Value) -> Vec<&str> {
    list["items"].as_array().expect("items").iter().filter_map(|one| one["id"].as_str()).collect()
}

#[test]
fn a_list_is_in_the_order_of_time_and_filtered_by_local_days() {
    let desk = with_sessions();
    let (first, late, other) = ("AT-2026-0001-S2", "AT-2026-0001-S1", "AT-2026-0002-S1");
    for (options, expected) in [
        ("", vec![first, late, other]),
        ("1", vec![first, late]),
        ("--from 2026-03-31", vec![late, other]),
        ("--to 2026-03-30", vec![first]),
        // Midnight in São Paulo is still 31 March in Bogotá.
        ("--from 2026-04-01", vec![]),
        ("--from tomorrow --to 2026-03-10", vec![first]),
        ("--facilitator rosa@x.example", vec![first, other]),
        ("--facilitator P-1 --group GSP", vec![late]),
        ("--group VET", vec![]),
    ] {
        let list = desk.json(&format!("schedule list {options}"));
        let mut found = ids(&list);
        found.sort_unstable();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(found, expected, "{options}");
    }
    for (options, code) in [("--from 2026-02-29", 2), ("--group Nadie", 3), ("--facilitator Nadie", 3), ("9", 3)] {
        desk.run(&format!("schedule list {options}")).exits(code);
    }
}

#[test]
fn a_month_shows_its_weeks_holidays_and_sessions() {
    let desk = with_sessions();
    assert_eq!(ids(&desk.json("schedule calendar --month 2026-03")).len(), 3);
    assert_eq!(desk.json("schedule calendar --month 2026-04")["total"], 0);
    let mut command = desk.command(&words("schedule calendar --facilitator rosa@x.example"));
    let output = command.env("ATA_COLUMNS", "80").output().expect("ata runs");
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout), @r"
    marzo de 2026
       lu   ma   mi   ju   vi   sá   do
                                    1
     >2    3    4    5    6    7    8
      9  [10]  11   12   13   14   15
     16   17   18   19   20   21   22
     23*  24   25   26   27   28   29
     30  [31]
     23*  Día de San José

    Jornada           Inicio             Título                          Estado
    ────────────────────────────────────────────────────────────────────────────────
    AT-2026-0001-S2   2026-03-10 09:00   Taller de vacunas               Programada
    AT-2026-0002-S1   2026-04-01 00:00   Visita a Vetas; California,     Programada
                      -03:00             ñandú
    ");
    for month in ["2026-13", "2026-3", "marzo"] {
        desk.run(&format!("schedule calendar --month {month}")).exits(2);
    }
}

#[test]
fn a_session_is_shown_on_a_sheet() {
    let desk = with_sessions();
    desk.json("schedule logistics 1-S1 --need Sillas --assign P-2 --done Sillas");
    let mut command = desk.command(&words("schedule move 1-S1 --start '2026-03-30 22:00' --reason 'Semana Santa'"));
    let output = command.env("ATA_COLUMNS", "80").output().expect("ata runs");
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout), @r"
    AT-2026-0001-S1  Taller de vacunas · Reprogramada
    Cuándo     lunes 30 de marzo de 2026, 22:00 – martes 31 de marzo de 2026, 02:00
    Modalidad  Presencial
    Lugar      Auditorio, piso 2
    Facilita   Ana Ñáñez
    Invitados  2
    Agenda
      22:00  Apertura; saludo · Ana
    Logística
      [x] Sillas · Luis Peña
    2026-03-02 · Reprogramada: antes 2026-03-31 22:00, Auditorio, piso 2 (Semana
    Santa)
    ");
}

#[test]
fn a_feed_is_understood_by_another_program() {
    let mut desk = with_sessions();
    desk.json("schedule cancel 1-S2 --reason Lluvia");
    let answer = desk.json("schedule ics --out calendario.ics");
    assert_eq!((&answer["file"], &answer["sessions"]), (&"calendario.ics".into(), &3.into()));
    let bytes = std::fs::read(desk.path("calendario.ics")).expect("a file");
    assert_eq!(desk.run("schedule ics").ok().stdout.as_bytes(), bytes);
    assert_eq!(desk.json("schedule ics")["ics"].as_str().map(str::as_bytes), Some(bytes.as_slice()));
    assert_eq!(desk.json("schedule ics 2 --out - ")["sessions"], 1);
    assert_eq!(desk.json("schedule ics --facilitator P-1")["sessions"], 1);
    desk.at("2026-03-03T09:00:00-05:00");
    assert_ne!(desk.run("schedule ics").ok().stdout.as_bytes(), bytes);
    let Some(read) = python::read("calendar", &bytes) else { return };
    assert_eq!(read["method"], "PUBLISH");
    assert_eq!(read["errors"], serde_json::json!([]));
    let events = read["events"].as_array().expect("events");
    assert_eq!(events.len(), 3);
    assert_eq!(events[0]["start"], "2026-04-01T03:00:00Z");
    assert_eq!(events[0]["location"], "Auditorio, piso 2");
    assert_eq!(events[0]["organizer"][0]["cn"], "Grupo de Salud Pública");
    assert_eq!(events[0]["organizer"][0]["uri"], "mailto:gsp@x.example");
    assert_eq!(
        events[0]["description"],
        "AT-2026-0001-S1 · Presencial\n22:00 – Apertura; saludo (Ana)\nFacilita: Ana Ñáñez"
    );
    assert_eq!(events[0]["attendees"], serde_json::json!([]));
    assert_eq!((&events[1]["status"], &events[1]["sequence"]), (&"CANCELLED".into(), &1.into()));
    assert_eq!(events[1]["url"], "https://meet.example/x?a=1,b;2");
    assert_eq!((&events[2]["start"], &events[2]["offset"]), (&"2026-04-01T03:00:00Z".into(), &(-180).into()));
    assert_eq!(events[2]["summary"], "Visita a Vetas; California, ñandú");
}

#[test]
fn a_feed_without_sessions_is_not_written() {
    let desk = desk();
    desk.run("schedule ics --out calendario.ics").exits(3);
    assert!(!desk.path("calendario.ics").exists());
    desk.json("schedule add 1 --start '2026-03-10 09:00' --duration 1h");
    desk.run("schedule ics --out calendario.ics --dry-run").ok();
    assert!(!desk.path("calendario.ics").exists());
    desk.run("schedule ics --out nada/calendario.ics").exits(1);
}

#[test]
fn everything_said_is_said_in_three_languages() {
    let mut desk = with_sessions();
    for (lang, state, none) in [
        ("es", "Programada", "No hay jornadas"),
        ("pt", "Agendada", "Não há sessões"),
        ("en", "Scheduled", "There are no"),
    ] {
        desk.speaks(lang);
        assert!(desk.run("schedule list").ok().stdout.contains(state), "{lang}");
        assert!(desk.run("schedule list --from 2027-01-01").ok().stderr.contains(none), "{lang}");
        let month = desk.run("schedule calendar --month 2026-04").ok().stdout;
        assert!(!month.contains("term-") && !month.contains("schedule-"), "{month}");
    }
}

#[test]
fn an_hour_of_another_zone_says_of_which() {
    let desk = with_sessions();
    for line in [
        "schedule list",
        "schedule list --format csv",
        "schedule calendar --month 2026-03",
        "schedule list --from 2026-03-31",
    ] {
        let rows = desk.run(line).ok().stdout;
        assert!(rows.contains("2026-04-01 00:00 -03:00") == rows.contains("0002-S1"), "{line}: {rows}");
        assert!(rows.contains("2026-03-31 22:00") && !rows.contains("-05:00"), "{line}: {rows}");
    }
    assert!(
        desk.run("schedule list --format csv").ok().stdout.contains("2026-04-01 00:00 -03:00,2026-04-01 01:00 -03:00")
    );
}
