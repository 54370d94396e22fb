//! Messages on paper: who has no address is handed what the register says they were told.

use super::*;
use crate::papers::tools;

/// The text of a printed message; none where nobody can read it.
fn said(desk: &TestDesk, line: &str) -> Option<String> {
    desk.json(&format!("{line} --out papel.pdf"));
    let bytes = std::fs::read(desk.path("papel.pdf")).expect("a paper");
    tools::text(&bytes).map(|pages| pages.concat().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_paper_of_a_message_says_what_the_message_says() {
    let desk = case_to_tell();
    desk.file("propio.txt", "Les recordamos traer el convenio *firmado*.\n\nSegundo párrafo.\n");
    for kind in ["convocation", "letter", "circular"] {
        desk.json(&format!("notify draft 1 --as {kind} --signed-by P-1 --text propio.txt"));
    }
    for (line, parts) in [
        ("paper convocation M-2", &["BETO PÉREZ", "Asunto: Convocatoria a la jornada", "1. 08:00 – Situación"][..]),
        ("paper letter M-4", &["BETO PÉREZ", "Asunto: Asistencia técnica «Vigilancia del dengue»", "Lugar: Auditorio"]),
        (
            "paper circular M-6",
            &["PARA:", "Reciban un cordial saludo. Les recordamos", "miércoles 18 de marzo de 2026"],
        ),
        ("paper circular 1-S1", &["Reciban un cordial saludo. Les recordamos"]),
        ("paper letter 1-S1 --for P-3", &["Lugar: Auditorio"]),
    ] {
        let Some(told) = said(&desk, line) else { return };
        for part in [&["convenio *firmado*. Segundo párrafo.", "Atentamente, Marcela Rueda"][..], parts].concat() {
            assert!(told.contains(part), "{line}: {part}\n{told}");
        }
        assert!(!told.contains("se realizará la siguiente actividad"), "{line}: {told}");
    }
    // A text of the institution's own make is printed whole.
    let own = "{% set subject %}Aviso{% endset %}\nSeñores: vengan el {{ session.date_long }}.\n\nLa Secretaría\n";
    desk.file("carta.txt", own);
    desk.json("template set mail/letter carta.txt");
    desk.json("schedule edit 1-S1 --invite AVE");
    draft(&desk, "1", "letter");
    let last = desk.json("notify outbox")["total"].to_string();
    let whole = said(&desk, &format!("paper letter M-{last}")).unwrap_or_default();
    assert!(whole.contains("Señores: vengan el miércoles 18 de marzo de 2026. La Secretaría"), "{whole}");
}

#[test]
fn a_change_and_a_cancellation_are_handed_over_as_letters_that_say_so() {
    let mut desk = case_to_tell();
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    desk.json("schedule move 1-S1 --start '2026-03-25 14:00' --reason 'Paro de transporte'");
    draft(&desk, "1-S1", "change");
    let Some(change) = said(&desk, "paper letter M-4") else { return };
    for part in ["Cambio de programación", "Paro de transporte", "miércoles 18 de marzo", "miércoles 25 de marzo"] {
        assert!(change.contains(part), "{part}\n{change}");
    }
    desk.json("notify handed M-4 --ref R-77");
    desk.json("schedule cancel 1-S1 --reason 'Brote controlado'");
    draft(&desk, "1-S1", "cancellation");
    let cancellation = said(&desk, "paper letter M-6").unwrap_or_default();
    assert!(cancellation.contains("se cancela") && cancellation.contains("Brote controlado"), "{cancellation}");
    assert!(!cancellation.contains("se realizará"), "{cancellation}");
    for (line, hint) in [
        ("paper convocation M-4", "ata paper letter M-4"),
        ("paper circular M-6", "ata paper letter M-6"),
        ("paper letter M-1", "ata paper convocation M-1"),
    ] {
        assert_eq!(desk.run(&format!("{line} --json")).exits(4).error()["hint"], hint, "{line}");
    }
    // The day of a letter is that on which it was written, whenever it is printed.
    desk.at("2026-04-20T09:00:00-05:00");
    desk.json("followup add 1 'Revisar' --owner AVE --due 2026-05-20");
    let later = said(&desk, "paper letter M-6").unwrap_or_default();
    assert!(later.contains("2 de marzo de 2026") && !later.contains("abril"), "{later}");
}

#[test]
fn nobody_is_called_to_what_is_over_and_was_not_told() {
    let mut desk = case_to_tell();
    desk.at("2026-03-20T09:00:00-05:00");
    desk.json("schedule logistics 1-S1 --need Sillas");
    for kind in ["convocation", "letter", "circular"] {
        let refused = desk.run(&format!("paper {kind} 1-S1 --json")).exits(4).error();
        assert_eq!(refused["hint"], format!("ata paper {kind} AT-2026-0001-S1 --date DATE"));
    }
    let Some(earlier) = said(&desk, "paper circular 1-S1 --date 2026-03-10") else { return };
    assert!(earlier.contains("10 de marzo de 2026"), "{earlier}");
}
