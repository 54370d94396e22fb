//! The refused rows of every kind of file: written as they are, corrected, and taken in they complete the job.

use super::{desk, noted};
use crate::desk::TestDesk;

/// Corrects the refused rows as somebody would, by replacing texts, and keeps them as another file.
fn correct(desk: &TestDesk, from: &str, to: &str, repairs: &[(&str, &str)]) {
    let mut text = std::fs::read_to_string(desk.path(from)).expect("refused rows");
    assert!(text.starts_with('\u{feff}'), "{text}");
    for (wrong, right) in repairs {
        assert!(text.contains(wrong), "{wrong} in {text}");
        text = text.replace(wrong, right);
    }
    desk.file(to, text);
}

#[test]
fn a_list_is_completed_by_its_refused_rows() {
    let desk = desk();
    let list = "name;doc;email;minutes\nFabio Ñáñez;1098600502;;muchos\n=cmd|'/c calc'!A1;1098600503;;-\nAurelia Ficticia Montoya;;aurelia@example.org;100\n\
        Aurelia Ficticia Montoya;;aurelia@example.org;uno\nBien Escrita;1098600504;;230\n";
    desk.file("lista.csv", list);
    let result = desk.run("run attendance 1-S1 lista.csv --rejects malas.csv --json").exits(6).json();
    assert_eq!((&result["rejected"], &result["new_people"]), (&3.into(), &1.into()), "{result}");
    let written = std::fs::read_to_string(desk.path("malas.csv")).expect("refused rows");
    assert!(written.contains("\u{feff}name;doc;email;minutes;line;field;reason\nFabio Ñáñez;1098600502;;muchos;2;minutes;los minutos no son un número entero posible (invalid_minutes)\n'=cmd"), "{written}");
    correct(&desk, "malas.csv", "bien.csv", &[(";muchos;", ";230;"), (";-;", ";220;"), (";uno;", ";120;")]);
    let result = desk.json("run attendance 1-S1 bien.csv");
    assert_eq!(
        (&result["source"], &result["rejected"], &result["new_people"]),
        (&"canonical".into(), &0.into(), &2.into()),
        "{result}"
    );
    // Her two stays are one attendance.
    assert_eq!(noted(&desk)[0], "P-3 present 220");
    let person = desk.json("person show 1098600503");
    assert_eq!(person["name"], "=cmd|'/c calc'!A1");
    let before = desk.dump();
    assert_eq!(desk.json("run attendance 1-S1 bien.csv")["changed"], false);
    assert!(desk.dump() == before);
}

#[test]
fn the_refused_rows_of_a_meeting_export_come_back_as_such() {
    let desk = desk();
    let teams = "Name,User Email,Join Time,Leave Time,Duration (Minutes),Guest\nFabio Modelo,fabio@example.org,99/99/2026 08:00:00 AM,18/03/2026 12:00:00 PM,240,No\n\
        Gloria Nueva,gloria@example.org,18/03/2026 08:00:00 AM,18/03/2026 12:00:00 PM,240,No\n";
    desk.file("zoom.csv", teams.replace("Name,User Email", "Name (Original Name),User Email"));
    let result = desk.run("run attendance 1-S1 zoom.csv --rejects malas.csv --date-order dmy --json");
    if result.code == 0 {
        return;
    }
    let result = result.exits(6).json();
    assert_eq!((&result["source"], &result["rejected"]), (&"zoom-meeting".into(), &1.into()), "{result}");
    correct(&desk, "malas.csv", "bien.csv", &[("99/99/2026", "18/03/2026")]);
    let result = desk.json("run attendance 1-S1 bien.csv --date-order dmy");
    assert_eq!((&result["source"], &result["new_people"]), (&"zoom-meeting".into(), &1.into()), "{result}");
}

#[test]
fn registers_are_completed_by_their_refused_rows() {
    let desk = desk();
    desk.file("g.csv", "Nombre;Documento;Cargo\n=1+1;XX;Jefa\nOtra Persona;1098600503;Jefa\n");
    desk.run("person import g.csv --rejects malas.csv").exits(6);
    correct(&desk, "malas.csv", "bien.csv", &[(";XX;", ";1098600502;")]);
    let result = desk.json("person import bien.csv");
    assert_eq!((&result["new_people"], &result["warnings"]), (&1.into(), &serde_json::json!([])), "{result}");
    assert_eq!(desk.json("person show 1098600502")["name"], "=1+1");

    desk.file("o.csv", "Código;Nombre;Tipo\nX1;Hospital;capricho\n");
    desk.run("org import o.csv --rejects malas.csv").exits(6);
    correct(&desk, "malas.csv", "bien.csv", &[("capricho", "institución")]);
    assert_eq!(desk.json("org import bien.csv")["added"], 1);

    desk.file("n.csv", "título,gravedad,vence\nTaller,9,30/02/2026\nVisita,3,\n");
    let result = desk.run("need import n.csv --rejects malas.csv --json").exits(6).json();
    assert_eq!(result["rejected"], 1);
    correct(&desk, "malas.csv", "bien.csv", &[(",9,30/02/2026,", ",4,2026-04-01,")]);
    assert_eq!(desk.json("need import bien.csv")["added"], 1);

    desk.file("n.jsonl", "{\"title\":\"Foro\",\"severity\":9}\n{broken\n");
    desk.run("need import n.jsonl --rejects malas.csv").exits(6);
    correct(&desk, "malas.csv", "bien.csv", &[(",9,", ",4,"), ("{broken", "Seminario")]);
    assert_eq!(desk.json("need import bien.csv")["added"], 2);
}

#[test]
fn answers_are_completed_by_their_refused_rows_even_when_they_equal_others() {
    let desk = desk();
    desk.json("evaluate form 1-S1 --out form.csv");
    let header = std::fs::read_to_string(desk.path("form.csv")).expect("a form");
    let header = header.trim_start_matches('\u{feff}').lines().next().expect("a header").to_owned();
    let columns = header.split(',').count();
    let row = |first: &str| {
        ["Grupo", first].into_iter().chain(std::iter::repeat_n("", columns - 2)).collect::<Vec<_>>().join(",")
    };
    desk.file("r.csv", format!("{header}\n{}\n{}\n{}\n", row("4"), row("44"), row("5")));
    let result = desk.run("evaluate import 1-S1 r.csv --rejects malas.csv --json").exits(6).json();
    assert_eq!((&result["responses"], &result["rejected"]), (&2.into(), &1.into()), "{result}");
    // Corrected, it says the same as another sheet that is there already, and is an answer all the same.
    correct(&desk, "malas.csv", "bien.csv", &[("Grupo,44,", "Grupo,4,")]);
    assert_eq!(desk.json("evaluate import 1-S1 bien.csv")["responses"], 1);
    assert_eq!(desk.json("evaluate import 1-S1 bien.csv")["responses"], 0);
    desk.file("r2.csv", format!("{header}\n{}\n{}\n{}\n", row("4"), row("4"), row("5")));
    assert_eq!(desk.json("evaluate import 1-S1 r2.csv")["responses"], 0, "the whole file, corrected, has nothing new");
}

#[test]
fn without_refused_rows_there_is_no_file() {
    let desk = desk();
    desk.file("lista.csv", "name\nFabio Modelo\n");
    desk.json("run attendance 1-S1 lista.csv --rejects malas.csv");
    assert!(!desk.path("malas.csv").exists());
}
