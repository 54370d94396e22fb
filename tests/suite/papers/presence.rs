//! Papers of one session tell the same people present, there for a part, away, excused, and of whom nothing was noted.

use super::tools::text;
use crate::desk::TestDesk;
use crate::paper::held;

/// The text of what a command prints, without its line breaks; none where nobody can read it.
fn said(desk: &TestDesk, line: &str) -> Option<String> {
    desk.json(&format!("{line} --out papel.pdf"));
    let bytes = std::fs::read(desk.path("papel.pdf")).expect("a paper");
    text(&bytes).map(|pages| pages.concat().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Ana and José were there, Rosa for a part and uninvited; Luz was away; of Nora, and of Marcela who led, nothing is noted.
fn noted() -> TestDesk {
    let desk = held();
    desk.database()
        .execute_batch(
            "INSERT INTO person (id, name, fold, match_key) VALUES (5, 'Rosa Depaso', 'rosa depaso', 'depaso rosa'),
               (6, 'Nora Sinmarca', 'nora sinmarca', 'nora sinmarca');
             INSERT INTO invitation (session_id, person_id) VALUES (1, 6);
             DELETE FROM attendance WHERE person_id = 1;
             UPDATE attendance SET minutes = NULL WHERE person_id = 4;
             INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (1, 5, 'absent', 10);",
        )
        .expect("people");
    desk
}

#[test]
fn nobody_is_absent_of_whom_nothing_is_noted_and_papers_count_alike() {
    let desk = noted();
    let Some(minutes) = said(&desk, "paper minutes 1-S1") else { return };
    let at = |words: &str| minutes.find(words).unwrap_or_else(|| panic!("{words}\n{minutes}"));
    let parts = ["Asistieron a una parte", "Invitados que no asistieron", "Convocados sin anotación de asistencia"];
    let [part, away, unmarked] = parts.map(at);
    let end = at("Verificación de asistencia");
    assert!((part..away).contains(&at("Rosa Depaso")), "{minutes}");
    assert!((away..unmarked).contains(&at("Luz Dary Quintero")), "{minutes}");
    assert!((unmarked..end).contains(&at("Nora Sinmarca")), "{minutes}");
    assert!(!minutes[part..end].contains("Marcela"), "who led the meeting was there\n{minutes}");
    let report = said(&desk, "paper report 1").unwrap_or_default();
    assert!(report.contains("Auditorio 2 1 1 0"), "present, in part, absent, excused\n{report}");
    let register = said(&desk, "paper meeting-register 1-S1").unwrap_or_default();
    for words in ["Rosa Depaso (presencia parcial)", "Total: 3"] {
        assert!(register.contains(words), "{words}\n{register}");
    }
    // Before anybody notes anything, nobody stayed away.
    desk.database().execute_batch("DELETE FROM attendance").expect("nothing");
    let before = said(&desk, "paper minutes 1-S1").unwrap_or_default();
    assert!(!before.contains("no asistieron") && before.contains("sin anotación"), "{before}");
}

#[test]
fn sessions_are_told_in_the_order_of_their_days_and_their_attendances_are_summed() {
    let desk = noted();
    desk.database()
        .execute_batch(
            "INSERT INTO session (id, case_id, number, state, start_at, end_at, zone, place, place_fold, uid)
               VALUES (2, 1, 2, 'held', '2026-02-20T13:00:00Z', '2026-02-20T17:00:00Z', 'America/Bogota', 'Sala', 'sala', 'u2');
             INSERT INTO attendance (session_id, person_id, status) VALUES (2, 2, 'present'), (2, 3, 'present'), (2, 4, 'present');",
        )
        .expect("an earlier session");
    assert_eq!(desk.json("evaluate results 1")["attendees"], 5);
    assert_eq!(desk.json("evaluate results 1-S2")["attendees"], 3);
    let text = desk.run("evaluate results 1").ok().stdout;
    assert!(text.contains("Asistencias a las jornadas"), "{text}");
    desk.json("followup waive 1-C1 --reason 'Ya no aplica'");
    let Some(report) = said(&desk, "paper report 1") else { return };
    for words in ["20/02/2026, 01/03/2026", "Dispensado"] {
        assert!(report.contains(words), "{words}\n{report}");
    }
    let results = said(&desk, "paper evaluation-results 1").unwrap_or_default();
    assert!(results.contains("Asistencias a las jornadas 5"), "{results}");
    let plan = said(&desk, "paper annual-plan 1").unwrap_or_default();
    assert!(plan.contains("20/02/2026,") && plan.contains("01/03/2026"), "{plan}");
}

#[test]
fn what_a_night_leaves_is_of_the_day_it_ended() {
    let desk = held();
    let night = "UPDATE session SET start_at = '2026-02-28T03:00:00Z', end_at = '2026-02-28T07:00:00Z'";
    desk.database().execute_batch(night).expect("a night");
    desk.file("noche.md", "Se cerró de madrugada.\n");
    assert_eq!(desk.json("run minutes 1-S1 noche.md")["date"], "2026-02-28");
}

#[test]
fn a_form_bears_the_title_the_profile_gives_the_evaluation_and_a_cpf_its_points() {
    let desk = held();
    let sql = "UPDATE person SET doc_kind = 'CPF', doc_number = '39053344705' WHERE id = 2";
    desk.database().execute_batch(sql).expect("a document");
    let Some(form) = said(&desk, "paper evaluation-form 1-S1") else { return };
    assert!(form.contains("EVALUACIÓN DE LA JORNADA DE CAPACITACIÓN"), "{form}");
    for kind in ["meeting-register", "attendance-sheet", "certificate"] {
        let whole = if kind == "certificate" { " --for P-2" } else { "" };
        let told = said(&desk, &format!("paper {kind} 1-S1{whole}")).unwrap_or_default();
        assert!(told.contains("390.533.447-05"), "{kind}\n{told}");
    }
}
