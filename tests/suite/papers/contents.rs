//! What papers of a register say, and what they leave out.

use super::tools::{ask, text};
use crate::desk::TestDesk;
use crate::paper::held;

/// The text of what a command prints; none where nobody can read it.
fn said(desk: &TestDesk, line: &str) -> Option<String> {
    desk.json(&format!("{line} --out papel.pdf"));
    let bytes = std::fs::read(desk.path("papel.pdf")).expect("a paper");
    text(&bytes).map(|pages| pages.join("\u{c}"))
}

/// Another session of the case, on a day of 2026.
fn session(desk: &TestDesk, number: i64, day: &str, hour: i64) {
    let insert = format!(
        "INSERT INTO session (case_id, number, start_at, end_at, zone, place, place_fold, uid)
           VALUES (1, {number}, '2026-{day}T{hour}:00:00Z', '2026-{day}T{hour}:45:00Z', 'America/Bogota', 'Sala', 'sala', 's{number}');"
    );
    desk.database().execute_batch(&insert).expect("a session");
}

#[test]
fn a_month_of_full_days_goes_over_pages_and_a_day_says_how_many_more_it_has() {
    let desk = held();
    let mut number = 1;
    for day in ["07-01", "07-08", "07-15", "07-22", "07-29"] {
        for hour in 12..if day == "07-22" { 22 } else { 18 } {
            number += 1;
            session(&desk, number, day, hour);
        }
    }
    let Some(told) = said(&desk, "paper schedule 1") else { return };
    let grid: Vec<&str> = told.split("AT-2026-0001-S2\u{20}").next().unwrap_or_default().split('\u{c}').collect();
    assert!(grid.len() > 2, "{told}");
    // Ten are seven and three.
    assert!(told.contains("y 3 más"), "{told}");
    // Each that is drawn stands whole beside nothing else.
    for drawn in ["07:00 1-S2", "12:00 1-S7", "07:00 1-S20", "13:00 1-S26", "12:00 1-S35"] {
        assert!(told.contains(drawn), "{drawn}\n{told}");
    }
    assert!(!told.contains("14:00 1-S27"), "{told}");
}

#[test]
fn the_sheet_of_a_group_has_the_commitments_of_the_cases_in_its_charge() {
    let desk = held();
    let group = said(&desk, "paper commitments GVSP");
    let owner = said(&desk, "paper commitments AFL");
    let (Some(group), Some(owner)) = (group, owner) else { return };
    for (told, label) in [(group, "Grupo"), (owner, "Entidad")] {
        assert!(told.contains("AT-2026-0001-C1") && told.contains(label) && !told.contains("Tema"), "{told}");
    }
    let Some(other) = said(&desk, "paper commitments GSA") else { return };
    assert!(!other.contains("AT-2026-0001-C1"), "{other}");
    desk.json("followup add 1 'Informar' --owner P-1 --due 2026-03-20");
    let Some(person) = said(&desk, "paper commitments P-1") else { return };
    assert!(person.contains("Informar") && !person.contains("Tema"), "{person}");
}

#[test]
fn certificates_of_a_case_pass_over_the_sessions_that_give_none() {
    let desk = held();
    session(&desk, 2, "02-25", 13);
    session(&desk, 3, "07-15", 13);
    let ran = desk.run("paper certificate 1 --out todos/ --json").ok();
    for session in ["AT-2026-0001-S2", "AT-2026-0001-S3"] {
        assert!(ran.stderr.contains(session), "{}", ran.stderr);
    }
    assert_eq!(std::fs::read_dir(desk.path("todos")).expect("a folder").count(), 3);
    // Of one that was named, it is refused as ever; and so is a case that gives none.
    desk.run("paper certificate 1-S2").exits(4);
    desk.database().execute_batch("DELETE FROM attendance").expect("nobody");
    desk.run("paper certificate 1").exits(4);
}

#[test]
fn certificates_of_several_sessions_go_into_one_file() {
    let desk = held();
    session(&desk, 2, "02-25", 13);
    desk.run("run mark 1-S2 P-2 present --minutes 45").ok();
    let merged = desk.json("paper certificate 1 --merged --out todos.pdf");
    assert_eq!((&merged["pages"], &merged["about"]), (&4.into(), &"AT-2026-0001".into()));
    let Some(told) = said(&desk, "paper certificate 1 --merged") else { return };
    assert!(told.contains("1 de marzo de 2026") && told.contains("25 de febrero de 2026"), "{told}");
}

#[test]
fn texts_as_long_as_the_register_takes_stay_on_the_page_of_a_certificate() {
    let desk = held();
    let long = |word: &str| word.repeat(300 / word.len());
    let texts = format!(
        "UPDATE cases SET title = '{t}'; UPDATE session SET place = '{t}'; UPDATE organisation SET name = '{t}' || id;
         UPDATE person SET post = '{t}' WHERE id = 2; UPDATE person SET name = '{t}' WHERE id = 2;",
        t = long("vigilancia en salud ")
    );
    desk.database().execute_batch(&texts).expect("long texts");
    assert_eq!(desk.json("paper certificate 1-S1 --for CC:1098765432 --out c.pdf")["pages"], 1);
}

#[test]
fn a_proof_of_notice_says_of_which_session_and_who_attests_it() {
    let desk = held();
    desk.database()
        .execute_batch(
            "UPDATE message SET channel = 'letter', address = '', reference = 'R-77' WHERE id = 1;
                        UPDATE person SET phone = '3001112233' WHERE id = 1;",
        )
        .expect("a letter");
    let Some(told) = said(&desk, "paper notice-proof 1") else { return };
    for part in ["AT-2026-0001-S1", "01/03/2026, 08:00 – 12:00", "Responsable", "Marcela Rueda", "R-77"] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert!(!told.contains("3001112233"), "a letter goes to no telephone\n{told}");
}

#[test]
fn a_convocation_says_to_which_space_it_calls_and_why_out_of_turn() {
    let desk = held();
    desk.database()
        .execute_batch(
            "UPDATE invitation SET via = 'board:Mesa de Servicios' WHERE person_id = 2;
             UPDATE session SET extraordinary = 'Brote en curso';",
        )
        .expect("by a board");
    let Some(told) = said(&desk, "paper convocation 1-S1 --date 2026-02-23 --for CC:1098765432") else { return };
    assert!(told.contains("Mesa de Servicios") && told.contains("Brote en curso"), "{told}");
    let Some(other) = said(&desk, "paper convocation 1-S1 --date 2026-02-23 --for P-4") else { return };
    assert!(!other.contains("Mesa de Servicios"), "{other}");
}

#[test]
fn a_letter_is_set_as_minutes_are_and_bears_no_number_of_the_program_s_own() {
    let desk = held();
    desk.file("carta.md", "Le informamos **con gusto** que:\n\n- uno\n- dos\n");
    let Some(told) = said(&desk, "paper letter 1-S1 --date 2026-02-23 --for P-1 --text carta.md") else { return };
    assert!(told.contains("con gusto") && !told.contains("**") && told.contains("• uno"), "{told}");
    let first = told.split("Bucaramanga").next().unwrap_or_default();
    assert!(!first.contains("M-1"), "{told}");
}

#[test]
fn who_calls_is_who_is_answered_where_the_group_has_no_address() {
    let desk = held();
    desk.database().execute_batch("UPDATE organisation SET email = '' WHERE id = 1").expect("no address");
    let Some(told) = said(&desk, "paper convocation 1-S1 --for P-4 --signed-by P-1 --date 2026-02-23") else { return };
    assert!(told.contains("al correo marcela@example.org"), "{told}");
}

#[test]
fn minutes_name_the_town_people_met_in_and_the_list_of_who_came() {
    let desk = held();
    desk.database()
        .execute_batch(
            "UPDATE organisation SET territory = '68276' WHERE id = 3;
             UPDATE session SET place = 'Auditorio de la Alcaldía de Floridablanca' WHERE id = 1;",
        )
        .expect("a place");
    desk.file("acta.md", "## Desarrollo\nSe abrió.\n\n## Orden del día\n1. Apertura\n\n```\nx = 1\n```\n");
    desk.json("run minutes 1-S1 acta.md");
    let Some(told) = said(&desk, "paper minutes 1-S1") else { return };
    assert!(told.contains("Floridablanca, 1 de marzo de 2026"), "{told}");
    assert!(told.contains("Anexos") && told.contains("Lista de asistencia"), "{told}");
    for once in ["Desarrollo", "Orden del día"] {
        assert_eq!(told.matches(once).count(), 1, "{once}\n{told}");
    }
    assert!(told.replace(' ', "").contains("x=1") && !told.contains('`'), "{told}");
    let Some(elsewhere) = said(&desk, "paper minutes 1-S1 --place Girón") else { return };
    assert!(elsewhere.contains("Girón, 1 de marzo"), "{elsewhere}");
}

#[test]
fn a_report_says_where_and_for_whom_it_was_and_that_nobody_concluded() {
    let desk = held();
    desk.database().execute_batch("UPDATE organisation SET territory = '68276' WHERE id = 3").expect("a town");
    let Some(told) = said(&desk, "paper report 1") else { return };
    for part in ["Municipio", "3 · Alcaldía de Floridablanca", "No se consignaron conclusiones."] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn a_folder_s_cover_speaks_of_that_folder() {
    let desk = held();
    for (name, day) in [("uno.pdf", "2026-01-15"), ("dos.pdf", "2026-02-10")] {
        desk.file(name, name);
        desk.json(&format!("archive attach 1 {name} --folios 150 --date {day}"));
    }
    let covers = desk.json("paper cover 1 --out caratulas/");
    let files: Vec<_> =
        covers["items"].as_array().expect("covers").iter().filter_map(|one| one["file"].as_str()).collect();
    let first = std::fs::read(desk.path(files[0])).expect("a cover");
    let Some(pages) = text(&first) else { return };
    assert!(pages[0].contains("15/01/2026") && !pages[0].contains("10/02/2026"), "{}", pages[0]);
}

#[test]
fn results_give_each_value_s_figure_and_those_who_were_not_satisfied() {
    let desk = held();
    desk.database()
        .execute_batch(
            "INSERT INTO response (session_id, print, answers) VALUES
                          (1, 'bb', '{\"content_relevance\":2}'), (1, 'cc', '{\"content_relevance\":4}'),
                          (1, 'dd', '{\"content_relevance\":4}'), (1, 'ee', '{\"content_relevance\":5}')",
        )
        .expect("answers");
    let Some(told) = said(&desk, "paper evaluation-results 1-S1") else { return };
    assert!(told.contains("insatisfechos") && told.contains("20,0 %"), "{told}");
    assert!(told.contains("hay más respuestas"), "{told}");
}

#[test]
fn the_control_sheet_is_written_as_a_page_too() {
    let desk = held();
    desk.json("archive sheet 1 --out hoja.pdf");
    let bytes = std::fs::read(desk.path("hoja.pdf")).expect("a page");
    let Some(pages) = text(&bytes) else { return };
    for line in ["Elaboró", "Responsable del archivo", "Coordinó", "Cargo:"] {
        assert!(pages.concat().contains(line), "{line}\n{}", pages.concat());
    }
}

#[test]
fn whoever_listens_to_a_paper_is_told_its_headings() {
    let desk = held();
    for (kind, about) in [
        ("minutes", "1-S1"),
        ("convocation", "M-1"),
        ("letter", "1-S1 --for P-1 --date 2026-02-23"),
        ("cover", "1"),
        ("schedule", "1"),
    ] {
        desk.json(&format!("paper {kind} {about} --out papel.pdf"));
        let Some((_, told)) = ask("pdfinfo", &["-struct"], &desk.path("papel.pdf"), &[]) else { return };
        assert!(told.contains("H1"), "{kind}: {told}");
        assert!(kind != "minutes" || told.matches("H2").count() >= 4, "{told}");
    }
}
