//! `ata paper` from outside: every kind from a register, to a file, a folder, stdout, the case file.

use crate::desk::TestDesk;
use crate::followup::{can_be_undone, case_at};
use serde_json::Value;

/// A case with a session held: three people came long enough, one did not, and one was invited and did not come.
pub fn held() -> TestDesk {
    let desk = case_at("evaluate");
    desk.database()
        .execute_batch(
            "INSERT INTO person (id, name, fold, match_key, doc_kind, doc_number, email, phone, post, organisation_id, territory) VALUES
               (2, 'Ana María Ñáñez Güiza', 'ana maria nanez guiza', 'ana guiza maria nanez', 'CC', '1098765432', 'ana@example.org', '3001112233', 'Médica', 3, '68276'),
               (3, 'José Ángel Íñiguez', 'jose angel iniguez', 'angel iniguez jose', 'CC', '5700802', '', '', '', 3, ''),
               (4, 'Luz Dary Quintero', 'luz dary quintero', 'dary luz quintero', '', '', '', '', '', NULL, '');
             INSERT INTO invitation (session_id, person_id) VALUES (1, 2), (1, 4);
             INSERT INTO facilitator (session_id, person_id) VALUES (1, 1);
             INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (1, 2, 'present', 230), (1, 3, 'late', 200), (1, 4, 'absent', 20);
             UPDATE session SET agenda = '[{\"time\":\"08:00\",\"topic\":\"Situación epidemiológica\",\"who\":\"Marcela Rueda\"}]' WHERE id = 1;",
        )
        .expect("people");
    desk.file("acta.md", "# Apertura\nSe abrió la jornada con el **orden del día**.\n");
    desk.json("run minutes 1-S1 acta.md");
    desk.json("followup add 1 'Ajustar los casos pendientes' --owner AFL --due 2026-03-20 --session 1-S1");
    desk
}

const KINDS: [(&str, &str); 18] = [
    ("convocation", "1-S1 --date 2026-02-23"),
    ("letter", "1-S1 --date 2026-02-23"),
    ("circular", "1-S1 --date 2026-02-23"),
    ("annual-plan", "GVSP"),
    ("schedule", "1"),
    ("minutes", "1-S1"),
    ("meeting-register", "1-S1"),
    ("meeting-register-differential", "1-S1"),
    ("attendance-sheet", "1-S1"),
    ("certificate", "1-S1"),
    ("report", "1"),
    ("evaluation-form", "1-S1"),
    ("evaluation-results", "1"),
    ("control-sheet", "1"),
    ("inventory", ""),
    ("notice-proof", "1"),
    ("commitments", "1"),
    ("cover", "1"),
];

/// The records of one answer, one or many.
fn items(answer: &Value) -> Vec<Value> {
    answer["items"].as_array().cloned().unwrap_or_else(|| vec![answer.clone()])
}

#[cfg(feature = "pdf")]
mod printed {
    use super::*;
    use crate::papers::tools::text;

    fn read(desk: &TestDesk, name: &str) -> Vec<u8> {
        std::fs::read(desk.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    #[test]
    fn every_kind_is_printed_from_the_register_and_the_same_state_gives_the_same_bytes() {
        let mut desk = held();
        for (kind, about) in KINDS {
            let first = items(&desk.json(&format!("paper {kind} {about} --out eins/")));
            // Another day, another person: the state is the same. What tells how things stand is dated.
            let later = if kind == "commitments" { "2026-03-02T18:00:00-05:00" } else { "2026-03-09T09:00:00-05:00" };
            desk.at(later);
            let again = items(&desk.json(&format!("paper {kind} {about} --out zwei/ --by Otra")));
            assert_eq!(first.len(), again.len(), "{kind}");
            assert!(!first.is_empty(), "{kind}");
            for (one, other) in first.iter().zip(&again) {
                assert_eq!(one["kind"], kind);
                assert_eq!(one["sha256"], other["sha256"], "{kind}");
                let bytes = read(&desk, one["file"].as_str().expect("a file"));
                assert!(bytes.starts_with(b"%PDF-"), "{kind}");
                assert_eq!(bytes, read(&desk, other["file"].as_str().expect("a file")), "{kind}");
                assert!(one["pages"].as_u64() >= Some(1) && one["document"].is_null());
                assert_eq!(one["page"], "letter");
            }
            desk.at("2026-03-02T09:00:00-05:00");
        }
        let leftovers = std::fs::read_dir(desk.path("eins")).expect("a folder").filter_map(Result::ok);
        assert!(leftovers.filter(|file| file.path().extension().is_some_and(|form| form == "partial")).count() == 0);
    }

    #[test]
    fn printing_changes_nothing_in_the_register() {
        let desk = held();
        let (before, log) = (desk.dump(), desk.json("log")["total"].clone());
        for (kind, about) in KINDS {
            desk.run(&format!("paper {kind} {about} --out alles/")).ok();
        }
        assert_eq!((desk.dump(), desk.json("log")["total"].clone()), (before, log));
    }

    #[test]
    fn papers_say_what_the_register_holds() {
        let desk = held();
        for (kind, about, said) in [
            (
                "minutes",
                "1-S1",
                &[
                    "Ana María Ñáñez Güiza",
                    "Situación epidemiológica",
                    "Se abrió la jornada",
                    "Ajustar los casos pendientes",
                    "Luz Dary Quintero",
                    "operación",
                ][..],
            ),
            ("meeting-register", "1-S1", &["José Ángel Íñiguez", "1098765432", "Alcaldía de Floridablanca"]),
            ("report", "1", &["Fortalecer la notificación", "AT-2026-0001-S1", "Grupo de Vigilancia"]),
            (
                "letter",
                "1-S1 --for P-1 --date 2026-02-23",
                &["MARCELA RUEDA", "Asistencia técnica «Vigilancia del dengue»"],
            ),
            ("notice-proof", "1", &["marcela@example.org", "Comunicados"]),
            ("commitments", "1", &["AT-2026-0001-C1", "20/03/2026"]),
            ("control-sheet", "1", &["AT-2026-0001-D1", "Actas"]),
            ("evaluation-form", "1-S1", &["Dominio del tema", "¿Qué se debe mejorar?"]),
        ] {
            desk.json(&format!("paper {kind} {about} --out papel.pdf"));
            let Some(pages) = text(&read(&desk, "papel.pdf")) else { return };
            assert!(!pages.concat().contains('\u{200b}'), "{kind}: what is copied holds hidden characters");
            for words in said {
                assert!(pages.concat().contains(words), "{kind}: {words}\n{}", pages.concat());
            }
        }
    }

    #[test]
    fn minutes_name_as_absent_only_whom_somebody_waited_for() {
        let desk = held();
        desk.database()
            .execute_batch(
                "INSERT INTO person (id, name, fold, match_key) VALUES (5, 'Rosa Depaso', 'rosa depaso', 'depaso rosa');
                 INSERT INTO attendance (session_id, person_id, status, minutes) VALUES (1, 5, 'absent', 0);",
            )
            .expect("somebody who looked in");
        desk.json("paper minutes 1-S1 --out acta.pdf");
        let Some(pages) = text(&read(&desk, "acta.pdf")) else { return };
        let said = pages.concat();
        assert!(said.contains("Luz Dary Quintero") && !said.contains("Rosa Depaso"), "{said}");
        assert!(said.contains("Personas invitadas: 3; de ellas asistieron: 2. Total de asistentes: 3."), "{said}");
    }

    #[test]
    fn a_schedule_has_the_holidays_that_the_institution_keeps() {
        let desk = held();
        let holidays = || {
            desk.json("paper schedule 1 --out cronograma.pdf");
            text(&read(&desk, "cronograma.pdf")).map(|pages| pages.concat().matches("festivo").count())
        };
        let Some(before) = holidays() else { return };
        desk.json("holiday add 2026-03-10 'Día cívico'");
        assert_eq!(holidays(), Some(before + 1));
    }

    #[test]
    fn a_convocation_says_what_the_writer_adds_and_where_it_is_issued() {
        let desk = held();
        let read_text = |line: &str| {
            desk.json(&format!("{line} --out carta.pdf"));
            text(&read(&desk, "carta.pdf")).map(|pages| pages.concat())
        };
        let added = "--confirm-by 2026-03-16 --bring Computador --attachment 'Agenda detallada' --copy 'Archivo de gestión' \
                     --drafted-by 'Camilo Ortiz'";
        let Some(said) = read_text(&format!("paper convocation 1-S1 --date 2026-02-23 --for CC:1098765432 {added}"))
        else {
            return;
        };
        for words in [
            "Bucaramanga, ",
            "a más tardar el 16 de marzo de 2026",
            "Computador",
            "Anexos: Agenda detallada",
            "Copia: Archivo de gestión",
            "Proyectó: Camilo Ortiz",
        ] {
            assert!(said.contains(words), "{words}\n{said}");
        }
        let plain = read_text("paper convocation M-1 --place Girón").unwrap_or_default();
        assert!(plain.contains("Girón, ") && !plain.contains("Bucaramanga"), "{plain}");
        desk.run("paper convocation M-1 --confirm-by nunca").exits(2);
    }

    #[test]
    fn whoever_was_there_long_enough_gets_a_certificate_each_or_all_in_one_file() {
        let desk = held();
        let each = desk.json("paper certificate 1-S1");
        let files: Vec<&str> =
            each["items"].as_array().expect("items").iter().filter_map(|one| one["file"].as_str()).collect();
        assert_eq!(
            files,
            [
                "AT-2026-0001-S1-certificate/AT-2026-0001-S1-certificate-P-2-ana-maria-nanez-guiza.pdf",
                "AT-2026-0001-S1-certificate/AT-2026-0001-S1-certificate-P-3-jose-angel-iniguez.pdf",
                "AT-2026-0001-S1-certificate/AT-2026-0001-S1-certificate-P-1-marcela-rueda.pdf",
            ]
        );
        let merged = desk.json("paper certificate 1-S1 --merged --out todos.pdf");
        assert_eq!((merged["pages"].as_u64(), merged["file"].as_str()), (Some(3), Some("todos.pdf")));
        let one = desk.json("paper certificate 1-S1 --for CC:1098765432");
        assert_eq!(one["file"], "AT-2026-0001-S1-certificate-P-2-ana-maria-nanez-guiza.pdf");
        let refused = desk.run("paper certificate 1-S1 --for 'Luz Dary Quintero' --json").exits(4).error();
        assert_eq!(refused["hint"], "ata run roster AT-2026-0001-S1");
        desk.run("paper certificate 1-S1 --out uno.pdf").exits(2);
        desk.database().execute_batch("DELETE FROM attendance").expect("nobody");
        desk.run("paper certificate 1-S1").exits(4);
    }

    #[test]
    fn a_paper_for_the_record_is_a_document_of_its_type_with_as_many_folios_as_pages() {
        let desk = held();
        let filed = can_be_undone(&desk, "paper meeting-register 1-S1 --file");
        assert!(filed["file"].is_null());
        let document = desk.json(&format!("show {}", filed["document"].as_str().expect("a document")));
        assert_eq!((&document["type"], &document["folios"]), (&"meeting_register".into(), &filed["pages"]));
        assert_eq!((&document["sha256"], &document["date"]), (&filed["sha256"], &"2026-03-01".into()));
        let row = "SELECT kind || ' ' || about || ' ' || template_version || ' ' || length(template) FROM paper";
        let kept: String = desk.database().query_row(row, [], |row| row.get(0)).expect("a paper");
        assert_eq!(kept, "meeting-register AT-2026-0001-S1 0 64");
        // Once, however often: nothing new was said.
        let again = desk.json("paper meeting-register 1-S1 --file");
        assert_eq!((&again["changed"], &again["document"]), (&false.into(), &filed["document"]));
        // The case went on elsewhere, and the paper still says the same.
        desk.json("followup add 1 'Otro' --owner AFL --due 2026-03-21");
        assert_eq!(desk.json("paper meeting-register 1-S1 --file")["changed"], false);
        desk.json("run mark 1-S1 P-4 present");
        let newer = desk.json("paper meeting-register 1-S1 --file --out copia.pdf");
        assert_eq!(newer["changed"], true);
        assert_eq!(
            desk.json(&format!("show {}", filed["document"].as_str().expect("a document")))["replaced_by"],
            newer["document"]
        );
        let id = newer["document"].as_str().expect("a document");
        let kept = desk.run(&format!("show {id} --out aus.pdf"));
        kept.ok();
        assert_eq!(read(&desk, "aus.pdf"), read(&desk, "copia.pdf"));
        desk.run("check").ok();
    }

    #[test]
    fn printed_minutes_take_the_place_of_the_text_until_it_is_written_anew() {
        let desk = held();
        let filed = can_be_undone(&desk, "paper minutes 1-S1 --file");
        let documents = |desk: &TestDesk| -> Vec<(String, bool)> {
            let database = desk.database();
            let sql = "SELECT 'AT-2026-0001-D' || number, replaced_by IS NULL FROM document WHERE type = 'minutes' ORDER BY id";
            let mut rows = database.prepare(sql).expect("documents");
            let found = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("documents");
            found.map(|row| row.expect("a document")).collect()
        };
        let id = filed["document"].as_str().expect("a document").to_owned();
        assert_eq!(documents(&desk), [("AT-2026-0001-D2".to_owned(), false), (id.clone(), true)]);
        assert_eq!(desk.json("paper minutes 1-S1 --file")["changed"], false);
        desk.file("acta2.md", "Otro texto.\n");
        desk.json("run minutes 1-S1 acta2.md");
        assert_eq!(documents(&desk).iter().filter(|(_, stands)| *stands).count(), 1);
        desk.json("paper minutes 1-S1 --out acta.pdf");
        let Some(pages) = text(&read(&desk, "acta.pdf")) else { return };
        assert!(pages.concat().contains("Otro texto."));
    }

    #[test]
    fn minutes_that_nobody_wrote_are_printed_but_not_filed() {
        let desk = held();
        desk.database().execute_batch("DELETE FROM document WHERE type = 'minutes'").expect("no minutes");
        let before = desk.dump();
        let error = desk.run("paper minutes 1-S1 --file --json").exits(4).error();
        assert_eq!(error["hint"], "ata run minutes AT-2026-0001-S1 FILE.md");
        assert_eq!(desk.dump(), before);
        desk.run("paper minutes 1-S1 --out acta.pdf").ok();
        desk.run("run minutes 1-S1 acta.md").ok();
        assert_eq!(desk.json("paper minutes 1-S1 --file")["changed"], true);
    }

    #[test]
    fn nothing_is_certified_or_filed_of_a_session_that_has_not_begun() {
        let mut desk = held();
        desk.at("2026-03-01T07:59:00-05:00");
        let ran = desk.run("paper minutes 1-S1 --file").exits(4);
        assert!(ran.stderr.contains("empieza el 2026-03-01 08:00"), "{}", ran.stderr);
        desk.run("paper minutes 1-S1 --out acta.pdf").ok();
        for now in ["07:59", "08:00", "11:59"] {
            desk.at(&format!("2026-03-01T{now}:00-05:00"));
            for line in ["paper certificate 1-S1", "paper certificate 1 --merged"] {
                let ran = desk.run(line).exits(4);
                assert!(ran.stderr.contains("termina el 2026-03-01 12:00"), "{line}: {}", ran.stderr);
            }
        }
        desk.run("paper minutes 1-S1 --file").ok();
        desk.at("2026-03-01T12:00:00-05:00");
        desk.run("paper certificate 1-S1 --date 2026-02-28").exits(4);
        desk.run("paper certificate 1-S1 --date 2026-03-01").ok();
    }

    #[test]
    fn papers_of_several_days_say_the_first_and_the_last() {
        let mut desk = held();
        let said = |desk: &TestDesk, line: &str| {
            desk.json(&format!("{line} --out papel.pdf"));
            text(&read(desk, "papel.pdf")).map(|pages| pages.concat().split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let lasts = |desk: &TestDesk, start: &str, end: &str| {
            let sql = format!("UPDATE session SET start_at = '{start}', end_at = '{end}', state = 'held' WHERE id = 1");
            desk.database().execute_batch(&sql).expect("a stay");
        };
        lasts(&desk, "2026-03-20T13:00:00Z", "2026-03-22T22:00:00Z");
        desk.at("2026-03-22T17:00:00-05:00");
        let certificate = "paper certificate 1-S1 --for P-2";
        for (line, parts) in [
            (certificate, &["realizada del 20 al 22 de marzo de 2026, en", "el 22 de marzo de 2026."][..]),
            (
                "paper minutes 1-S1",
                &[
                    "Bucaramanga, del 20 al 22 de marzo de",
                    "20/03/2026 08:00 – 22/03/2026 17:00",
                    "a las 17:00 del 22 de",
                ],
            ),
            ("paper meeting-register 1-S1", &["20/03/2026 – 22/03/2026"]),
            (
                "paper convocation 1-S1 --for P-4 --date 2026-03-01",
                &["del viernes 20 al domingo 22 de marzo de 2026", "20/03/2026 08:00 – 22/03/2026 17:00"],
            ),
            ("paper report 1", &["20/03/2026 – 22/03/2026"]),
        ] {
            let Some(text) = said(&desk, line) else { return };
            for part in parts {
                assert!(text.contains(part), "{line}: {part}\n{text}");
            }
            assert!(!text.contains("57 h"), "{line}: {text}");
        }
        // The grid shows it on each of its days.
        let schedule = said(&desk, "paper schedule 1").unwrap_or_default();
        assert_eq!(schedule.matches("… 1-S1").count(), 2, "{schedule}");
        // A night is one meeting: its hours count.
        lasts(&desk, "2026-03-19T04:00:00Z", "2026-03-19T07:00:00Z");
        let night = said(&desk, certificate).unwrap_or_default();
        assert!(night.contains("realizada del 18 al 19 de marzo de 2026, de 23:00 a 02:00 (3 h)"), "{night}");
        assert!(night.contains("el 19 de marzo de 2026."), "{night}");
        lasts(&desk, "2026-03-19T01:00:00Z", "2026-03-19T05:00:00Z");
        let evening = said(&desk, certificate).unwrap_or_default();
        assert!(evening.contains("realizada el 18 de marzo de 2026, de 20:00 a 00:00 (4 h)"), "{evening}");
    }

    #[test]
    fn nobody_is_called_to_a_session_that_was_cancelled() {
        let desk = held();
        desk.database().execute_batch("UPDATE session SET state = 'cancelled'").expect("cancelled");
        for kind in ["convocation", "letter", "circular"] {
            let ran = desk.run(&format!("paper {kind} 1-S1")).exits(4);
            assert!(ran.stderr.contains("fue cancelada"), "{kind}: {}", ran.stderr);
        }
        // What was written then is printed as it was.
        desk.run("paper convocation M-1 --out antes.pdf").ok();
    }

    #[test]
    fn a_blank_form_is_not_filed_as_the_record_of_what_happened() {
        let desk = held();
        desk.run("paper attendance-sheet 1-S1 --blank --file").exits(4);
        desk.database()
            .execute_batch("DELETE FROM attendance; DELETE FROM response; DELETE FROM message")
            .expect("nothing");
        let before = desk.dump();
        for (kind, hint) in [
            ("attendance-sheet", "ata run attendance AT-2026-0001-S1 FILE"),
            ("meeting-register", "ata run attendance AT-2026-0001-S1 FILE"),
            ("meeting-register-differential", "ata run attendance AT-2026-0001-S1 FILE"),
            ("evaluation-results", "ata evaluate import SESSION FILE"),
            ("notice-proof", "ata notify draft AT-2026-0001"),
        ] {
            let error = desk.run(&format!("paper {kind} 1-S1 --file --json")).exits(4).error();
            assert_eq!(error["hint"], hint, "{kind}");
            desk.run(&format!("paper {kind} 1-S1 --out papel.pdf")).ok();
        }
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn the_differential_register_asks_what_the_profile_asks_under_its_notice() {
        let said = |desk: &TestDesk, line: &str| {
            desk.json(&format!("paper meeting-register-differential 1-S1 {line} --out papel.pdf"));
            text(&read(desk, "papel.pdf")).map(|pages| pages.concat().split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let desk = held();
        let Some(here) = said(&desk, "") else { return };
        assert!(here.contains("Ley 1581") && here.contains("(Aviso, versión 1.)"), "{here}");
        assert!(here.contains("Identidad") && here.contains("Víctima"), "{here}");
        // Another body asks less, and of nobody it says that they did not answer what they were not asked.
        let source = desk.run("profile show santander").ok().stdout;
        let from = source.find("gender = [").expect("a variable");
        let to = from + source[from..].find("\n]\n").expect("its end") + 3;
        desk.file(
            "propio.toml",
            format!("{}{}", &source[..from], &source[to..]).replacen("\nversion = 1\n", "\nversion = 2\n", 1),
        );
        desk.run("profile update propio.toml").ok();
        desk.file("d.csv", "name,email,sex\nAna María Ñáñez Güiza,ana@example.org,F\n");
        desk.run("run attendance 1-S1 d.csv").ok();
        let less = said(&desk, "--include-sensitive").unwrap_or_default();
        assert!(!less.contains("Identidad de género"), "{less}");
        assert!(less.contains("Mujer") && !less.contains("No responde"), "{less}");
    }

    #[test]
    fn who_was_there_for_a_part_is_not_said_to_have_stayed_away() {
        let desk = held();
        desk.database()
            .execute_batch("UPDATE attendance SET minutes = 180 WHERE person_id = 4; UPDATE attendance SET status = 'absent', minutes = NULL WHERE person_id = 1")
            .expect("a part");
        let said = |kind: &str| {
            desk.json(&format!("paper {kind} 1-S1 --out papel.pdf"));
            text(&read(&desk, "papel.pdf")).map(|pages| pages.concat().split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let Some(minutes) = said("minutes") else { return };
        let (part, away) = (minutes.find("Asistieron a una parte"), minutes.find("Invitados que no asistieron"));
        let (luz, marcela) = (minutes.find("Luz Dary Quintero"), minutes.rfind("Marcela Rueda"));
        assert!(part < luz && luz < away && part.is_some() && away.is_some(), "{minutes}");
        assert!(marcela > away || minutes[away.unwrap_or(0)..].contains("Marcela"), "{minutes}");
        let sheet = said("attendance-sheet").unwrap_or_default();
        assert!(sheet.contains("Presencia parcial") && sheet.contains("Ausente"), "{sheet}");
    }

    #[test]
    fn the_report_of_what_came_to_nothing_says_so_and_why() {
        let desk = held();
        desk.json("cancel 1 --reason 'Se fusionó el grupo'");
        desk.json("paper report 1 --out informe.pdf");
        let Some(pages) = text(&read(&desk, "informe.pdf")) else { return };
        assert!(pages.concat().contains("Cancelada: Se fusionó el grupo"), "{}", pages.concat());
    }

    #[test]
    fn minutes_name_the_city_and_the_excuse_and_print_what_was_written_as_it_was_meant() {
        let desk = held();
        desk.database()
            .execute_batch("UPDATE attendance SET status = 'excused' WHERE person_id = 4; UPDATE organisation SET territory = '68276' WHERE id = 3")
            .expect("an excuse");
        desk.file(
            "acta.md",
            "> Se cita la norma\n\n| Municipio | Casos |\n|---|---:|\n| Girón | 12 |\n\n- Uno\n  - La ficha `INS_345`\n",
        );
        desk.json("run minutes 1-S1 acta.md");
        let said = |line: &str| {
            desk.json(&format!("{line} --out papel.pdf"));
            text(&read(&desk, "papel.pdf")).map(|pages| pages.concat())
        };
        if let Some(text) = said("paper minutes 1-S1") {
            for part in ["Bucaramanga, 1 de marzo de 2026", "Luz Dary Quintero (con excusa)", "La ficha INS_345"] {
                assert!(text.contains(part), "{part}: {text}");
            }
            assert!(!text.contains('|') && !text.contains('`') && !text.contains('>'), "{text}");
        }
        // Where somebody works is where they come from, unless the register knows better; what has no number says so.
        for kind in ["meeting-register", "attendance-sheet"] {
            if let Some(text) = said(&format!("paper {kind} 1-S1")) {
                let of = |name: &str| text.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
                assert!(of("José Ángel").matches("Floridablanca").count() == 2, "{kind}: {text}");
                assert!(of("Marcela Rueda").contains("SD") || text.contains("SD"), "{kind}: {text}");
            }
        }
    }

    #[test]
    fn no_page_holds_signatures_alone() {
        let desk = held();
        let people: Vec<String> =
            (10..63).map(|id| format!("({id}, 'Persona {id}', 'persona {id}', '{id} persona', 3)")).collect();
        let came: Vec<String> = (10..63).map(|id| format!("(1, {id}, 'present', 240)")).collect();
        desk.database()
            .execute_batch(&format!(
                "INSERT INTO person (id, name, fold, match_key, organisation_id) VALUES {};
                 INSERT INTO attendance (session_id, person_id, status, minutes) VALUES {}",
                people.join(","),
                came.join(",")
            ))
            .expect("many people");
        let last = |line: &str| {
            desk.json(&format!("{line} --out papel.pdf"));
            text(&read(&desk, "papel.pdf")).and_then(|pages| pages.last().cloned())
        };
        if let Some(page) = last("paper minutes 1-S1") {
            assert!(page.contains("Secretario(a)") && page.contains("Agotado el orden del día"), "{page}");
        }
        if let Some(page) = last("paper attendance-sheet 1-S1 --blank") {
            assert!(page.contains("Responsable") && page.contains("Orientación o recomendación"), "{page}");
        }
    }

    #[test]
    fn filed_minutes_bear_the_number_that_is_kept_with_them() {
        let desk = held();
        desk.database()
            .execute_batch("DELETE FROM minutes; DELETE FROM counter WHERE name LIKE 'minutes:%'")
            .expect("none");
        let said = |desk: &TestDesk, line: &str| {
            desk.json(&format!("{line} --out acta.pdf"));
            text(&read(desk, "acta.pdf")).map(|pages| pages.concat())
        };
        // A print that is not filed takes no number.
        if let Some(text) = said(&desk, "paper minutes 1-S1") {
            assert!(!text.contains("Acta n.º"), "{text}");
        }
        can_be_undone(&desk, "paper minutes 1-S1 --file");
        assert_eq!(desk.json("show 1-S1")["minutes_number"]["number"], "1");
        for (line, number) in [
            ("paper minutes 1-S1", "001 de 2026"),
            ("paper minutes 1-S1 --number 7", "007 de 2026"),
            ("paper minutes 1-S1 --number 7-B", "7-B"),
            ("paper minutes 1-S1 --file --number 12", "012 de 2026"),
            ("paper minutes 1-S1 --file", "012 de 2026"),
        ] {
            if let Some(text) = said(&desk, line) {
                assert!(text.contains(number), "{line}: {text}");
            }
        }
        assert_eq!(desk.json("show 1-S1")["minutes_number"]["number"], "12");
    }

    #[test]
    fn certificates_are_filed_in_one_operation() {
        let desk = held();
        let filed = can_be_undone(&desk, "paper certificate 1-S1 --file");
        assert_eq!(filed["total"], 3);
        assert_eq!(desk.json("paper certificate 1-S1 --file")["changed"], false);
        let sheet = desk.json("archive sheet 1");
        assert_eq!(
            sheet["items"]
                .as_array()
                .expect("items")
                .iter()
                .filter(|one| one["type"] == "permanence_certificate")
                .count(),
            3
        );
    }

    #[test]
    fn a_sealed_case_takes_no_more_papers_but_prints_them() {
        let desk = held();
        desk.database()
            .execute_batch("UPDATE cases SET state = 'closed', closed_at = '2026-03-02T14:00:00Z'")
            .expect("closed");
        desk.run("paper minutes 1-S1 --file").exits(4);
        desk.run("paper minutes 1-S1 --out acta.pdf").ok();
    }

    #[test]
    fn a_dry_run_writes_nothing_and_says_what_it_would() {
        let desk = held();
        let before = desk.dump();
        let said = desk.json("paper minutes 1-S1 --file --out acta.pdf --dry-run");
        assert_eq!((&said["dry_run"], &said["changed"]), (&true.into(), &true.into()));
        assert_eq!(desk.json("paper certificate 1-S1 --dry-run")["total"], 3);
        assert!(!desk.path("acta.pdf").exists() && !desk.path("AT-2026-0001-S1-certificate").exists());
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn the_bytes_of_one_paper_go_to_stdout() {
        let desk = held();
        let args: Vec<String> = ["paper", "minutes", "1-S1", "--out", "-"].map(str::to_owned).to_vec();
        let output = desk.command(&args).output().expect("ata runs");
        assert!(output.status.success() && output.stdout.starts_with(b"%PDF-"));
        desk.run("paper certificate 1-S1 --out -").exits(2);
    }

    #[test]
    fn a_letter_tells_the_session_as_it_was_when_it_was_sent() {
        let desk = held();
        desk.database()
            .execute_batch(
                "UPDATE session SET sequence = 1, place = 'Otro salón' WHERE id = 1;
                 INSERT INTO session_change (session_id, sequence, kind, on_day, start_at, end_at, modality, place, link)
                   VALUES (1, 1, 'moved', '2026-02-25', '2026-02-28T13:00:00Z', '2026-02-28T17:00:00Z', 'in-person',
                           'Auditorio', '');",
            )
            .expect("a change");
        desk.file("propio.md", "Le esperamos.");
        desk.json("paper convocation M-1 --text propio.md --out carta.pdf");
        let Some(pages) = text(&read(&desk, "carta.pdf")) else { return };
        assert!(pages[0].contains("28 de febrero de 2026") && pages[0].contains("Auditorio"), "{}", pages[0]);
        assert!(!pages[0].contains("Otro salón"), "{}", pages[0]);
    }

    #[test]
    fn a_sheet_is_of_the_size_the_country_prints_on_unless_another_is_asked_for() {
        let desk = held();
        assert_eq!(desk.json("paper cover 1 --out c.pdf")["page"], "letter");
        assert_eq!(desk.json("paper cover 1 --page a4 --out c.pdf")["page"], "a4");
        desk.database().execute_batch("UPDATE desk SET country = 'PE'").expect("Perú");
        assert_eq!(desk.json("paper cover 1 --out c.pdf")["page"], "a4");
    }

    #[test]
    fn a_paper_is_in_the_language_of_the_register_whoever_prints_it() {
        let mut desk = held();
        desk.speaks("en");
        let printed = desk.json("paper minutes 1-S1 --out acta.pdf");
        assert_eq!(
            (&printed["language"], &printed["title"]),
            (&"es".into(), &"Acta de reunión AT-2026-0001-S1".into())
        );
    }
}

#[test]
fn what_cannot_be_printed_is_refused_with_what_can() {
    let desk = held();
    for (line, code) in [
        ("paper minutes GVSP", 2),
        ("paper minutes", 2),
        ("paper report 1-S1", 2),
        ("paper acta 1-S1", 2),
        ("paper minutes 9-S1", 3),
        ("paper minutes 1-S1 --out acta.docx", 2),
        ("paper minutes 1-S1 --out acta.xlsx", 2),
        ("paper roster 1-S1 --out lista.pdf", 2),
        ("paper inventory --file", 2),
        ("paper cover 1 --file", 2),
        ("paper roster 1-S1 --file", 2),
        ("paper minutes 1-S1 --signed-by Nadie", 3),
        ("paper minutes 1-S1 --date 2026-02-30", 2),
        ("paper inventory --layout otra", 2),
        ("paper schedule --from 2026-05-01 --to 2026-01-01", 2),
    ] {
        let ran = desk.run(line).exits(code);
        assert!(ran.stderr.contains("hint: ") || code == 2 || code == 3, "{line}: {}", ran.stderr);
        assert!(!ran.stderr.contains("desk-paper") && !ran.stderr.contains("paper-title"), "{line}: {}", ran.stderr);
    }
    let ran = desk.run("paper schedule 1 --out s.csv").exits(2);
    assert!(ran.stderr.contains("ata paper schedule 1 --out s.pdf"), "{}", ran.stderr);
    // A file of no series has no place in an inventory.
    let ran = desk.run("paper inventory 1").exits(4);
    assert!(ran.stderr.contains("ata archive classify AT-2026-0001 --series CÓDIGO"), "{}", ran.stderr);
    desk.run("paper inventory 1 --out inventario.xlsx").exits(4);
    desk.database().execute_batch("UPDATE session SET state = 'cancelled'").expect("called off");
    desk.run("paper minutes 1-S1").exits(4);
    desk.run("paper minutes 1").exits(4);
}

#[test]
fn tables_are_written_as_workbooks() {
    let desk = held();
    for (line, rows) in [
        ("paper schedule 1 --out a.xlsx", 1),
        ("paper annual-plan GVSP --year 2026 --out b.xlsx", 1),
        ("paper roster 1-S1 --out c.xlsx", 4),
        ("paper meeting-register 1-S1 --out d.xlsx", 4),
        ("paper commitments --out e.xlsx", 1),
        ("paper inventory --out f.xlsx", 0),
        ("paper records-schedule --out g.xlsx", 1),
    ] {
        let written = desk.json(line);
        assert_eq!(written["rows"], rows, "{line}");
        let bytes = std::fs::read(desk.path(written["file"].as_str().expect("a file"))).expect("a workbook");
        assert!(bytes.starts_with(b"PK"), "{line}");
        assert_eq!(desk.json(line)["sha256"], written["sha256"], "{line}");
    }
    // What stands on a tab is a name, not the beginning of one.
    for (file, tab) in [("a.xlsx", "Cronograma"), ("b.xlsx", "Plan anual"), ("e.xlsx", "Compromisos")] {
        let book: calamine::Xlsx<_> = calamine::open_workbook(desk.path(file)).expect("a workbook");
        assert_eq!(calamine::Reader::sheet_names(&book), [tab], "{file}");
    }
    assert_eq!(desk.json("paper roster 1-S1")["file"], "AT-2026-0001-S1-roster.xlsx");
    assert!(items(&desk.json("paper roster 1-S1")).len() == 1);
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_program_without_the_typesetter_says_what_it_cannot_do() {
    let desk = held();
    let ran = desk.run("paper minutes 1-S1 --json").exits(1);
    assert!(ran.error()["message"].as_str().is_some_and(|said| said.contains("PDF")));
    assert!(!desk.path("AT-2026-0001-S1-minutes.pdf").exists());
    let _ = (KINDS, can_be_undone as fn(&TestDesk, &str) -> Value);
}

#[cfg(feature = "pdf")]
mod own {
    use super::*;
    use crate::papers::tools::text;

    const OWN: &str = "#import \"/letterhead.typ\": *\n#show: form\n= Acta propia de la entidad\n#body.quorum\n";

    #[test]
    fn an_own_template_is_tried_out_kept_with_a_version_and_taken_back() {
        let desk = held();
        desk.file("acta.typ", OWN);
        let before = desk.json("paper minutes 1-S1 --out antes.pdf");
        assert_eq!(before["template"]["version"], 0);
        can_be_undone(&desk, "template set paper/minutes acta.typ");
        assert_eq!(desk.json("template set paper/minutes acta.typ")["changed"], false);
        let filed = desk.json("paper minutes 1-S1 --file --out acta.pdf");
        assert_eq!(filed["template"]["version"], 1);
        assert_ne!(filed["template"]["sha256"], before["template"]["sha256"]);
        let row = "SELECT template_version || ' ' || template FROM paper";
        let kept: String = desk.database().query_row(row, [], |row| row.get(0)).expect("a paper");
        assert_eq!(
            Some(kept.as_str()),
            filed["template"]["sha256"].as_str().map(|hash| format!("1 {hash}")).as_deref()
        );
        if let Some(pages) = text(&std::fs::read(desk.path("acta.pdf")).expect("a paper")) {
            assert!(pages[0].contains("Acta propia de la entidad"), "{}", pages[0]);
        }
        // Another look is another paper.
        desk.file("acta.typ", format!("{OWN}\nOtra línea."));
        assert_eq!(desk.json("template set paper/minutes acta.typ")["changed"], true);
        assert_eq!(desk.json("paper minutes 1-S1 --out acta.pdf")["template"]["version"], 2);
        assert_eq!(desk.json("paper minutes 1-S1 --file")["changed"], true);
        can_be_undone(&desk, "template reset paper/minutes");
        assert_eq!(desk.json("paper minutes 1-S1 --out acta.pdf")["template"], before["template"]);
    }

    #[test]
    fn a_broken_template_is_refused_with_its_line_and_column() {
        let desk = held();
        let before = desk.dump();
        for (part, source, line, column) in [
            ("minutes", "#import \"/letterhead.typ\": *\n#let x = (", 2, 10),
            ("minutes", "#import \"/letterhead.typ\": *\n\n#body.nada", 3, 7),
            ("commitments", "#import \"/letterhead.typ\": *\n#body.rows.first().text", 2, 2),
            ("minutes", "#image(\"/../../etc/passwd\")", 1, 8),
        ] {
            desk.file("roto.typ", source);
            for command in [
                format!("template set paper/{part} roto.typ"),
                format!("paper {part} --sample empty --template roto.typ"),
            ] {
                let error = desk.run(&format!("{command} --json")).exits(4).error();
                assert_eq!(
                    (error["details"][0]["line"].as_i64(), error["details"][0]["column"].as_i64()),
                    (Some(line), Some(column)),
                    "{command}: {error}"
                );
            }
        }
        let ran = desk.run("template set paper/minutes roto.typ").exits(4);
        assert!(ran.stderr.contains("roto.typ") && !ran.stderr.contains("minutes.typ"), "{}", ran.stderr);
        desk.file("roto.typ", "#import \"/letterhead.typ\": *\n#let x = (");
        let ran = desk.run("paper minutes --sample empty --template roto.typ").exits(4);
        let said = "la plantilla roto.typ tiene un error: falta cerrar un paréntesis, un corchete o una llave\n  línea 2, columna 10\n";
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
        desk.file("vacio.typ", "");
        desk.run("template set paper/minutes vacio.typ").exits(2);
        desk.run("template set paper/nada vacio.typ").exits(3);
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn a_template_is_looked_at_with_an_invented_paper_before_it_is_kept() {
        let desk = held();
        let shipped = desk.run("template show paper/minutes").ok().stdout;
        assert!(shipped.contains("#show: form"));
        desk.file("acta.typ", OWN);
        let before = desk.dump();
        let preview = desk.json("paper minutes --sample usual --template acta.typ --out vista.pdf");
        assert_eq!((&preview["file"], &preview["document"]), (&"vista.pdf".into(), &Value::Null));
        for size in ["empty", "usual"] {
            desk.json(&format!("paper cover --sample {size} --out vista.pdf"));
        }
        desk.run("paper minutes --sample usual --file").exits(2);
        assert_eq!(desk.dump(), before);
        let names: Vec<String> = desk.json("template list")["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter_map(|one| one["name"].as_str().map(str::to_owned))
            .collect();
        for part in ["paper/minutes", "paper/letterhead", "paper/logo", "mail/convocation"] {
            assert!(names.iter().any(|name| name == part), "{part}");
        }
    }

    #[test]
    fn the_arms_of_the_institution_stand_on_its_papers() {
        let desk = held();
        desk.file("escudo.svg", r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#1d3557"/></svg>"##);
        let before = desk.json("paper convocation M-1 --out carta.pdf");
        desk.json("template set paper/logo escudo.svg");
        assert_ne!(desk.json("paper convocation M-1 --out carta.pdf")["sha256"], before["sha256"]);
        // The smallest of pictures: one pixel.
        let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, pixel).expect("a picture");
        desk.file("escudo.png", bytes);
        desk.json("template set paper/logo escudo.png");
        desk.json("paper convocation M-1 --out carta.pdf");
        desk.file("escudo.jpg", [0xff_u8, 0xd8, 0xff, 0xe0]);
        desk.run("template set paper/logo escudo.jpg").exits(4);
        desk.file("escudo.bmp", [0x42_u8, 0x4d, 0xff, 0xfe]);
        desk.run("template set paper/logo escudo.bmp").exits(2);
    }
}
