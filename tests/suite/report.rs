//! Figures of many cases and a time, on the screen and as files.

use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Two groups, four people of two towns, three sessions held (one in March) and one that was not. Written as rows, since this room only looks.
fn worked() -> TestDesk {
    let desk = TestDesk::new();
    desk.json("need add 'Vigilancia <b>& control</b>' --received 2026-02-02");
    desk.json("need add 'Agua segura' --received 2026-02-10");
    desk.json("need add '=Otra' --received 2026-03-01");
    let item = "overall_satisfaction";
    let rows = format!(
        "INSERT INTO organisation (id, code, name, fold, kind, parent_id, territory) VALUES
           (1, 'GV', 'Grupo de Vigilancia', 'grupo de vigilancia', 'group', NULL, ''), (2, 'GA', 'Ambiental', 'ambiental', 'group', NULL, ''),
           (3, 'AGI', 'Alcaldía de Girón', 'alcaldia de giron', 'municipality', NULL, '68307'),
           (4, 'HG', 'Hospital de Girón', 'hospital de giron', 'institution', 3, '');
         INSERT INTO person (id, name, fold, match_key, organisation_id, territory) VALUES
           (1, 'Ana', 'ana', 'ana', 3, ''), (2, 'Beto', 'beto', 'beto', 4, ''), (3, 'Carla', 'carla', 'carla', NULL, '68276'),
           (4, 'Darío', 'dario', 'dario', NULL, '');
         INSERT INTO person (id, name, fold, match_key, merged_into) VALUES (5, 'Ana N', 'ana n', 'ana n', 1);
         UPDATE cases SET group_id = 1 WHERE id = 1; UPDATE cases SET group_id = 2 WHERE id = 2;
         INSERT INTO session (id, case_id, number, state, start_at, end_at, zone, uid) VALUES
           (1, 1, 1, 'held', '2026-02-20T14:00:00Z', '2026-02-20T17:30:00Z', 'America/Bogota', 'u1'),
           (2, 1, 2, 'held', '2026-03-01T04:30:00Z', '2026-03-01T05:30:00Z', 'America/Bogota', 'u2'),
           (3, 2, 1, 'held', '2026-03-02T14:00:00Z', '2026-03-02T15:00:00Z', 'America/Bogota', 'u3'),
           (4, 2, 2, 'scheduled', '2026-02-21T14:00:00Z', '2026-02-21T15:00:00Z', 'America/Bogota', 'u4');
         INSERT INTO attendance (session_id, person_id, status) VALUES (1, 1, 'present'), (1, 2, 'late'), (1, 3, 'absent'),
           (2, 5, 'present'), (2, 3, 'present'), (3, 1, 'present'), (3, 4, 'present'), (4, 4, 'present');
         INSERT INTO response (session_id, print, answers) VALUES (1, 'a', '{{\"{item}\":5}}'), (1, 'b', '{{\"{item}\":2}}'),
           (2, 'c', '{{\"{item}\":4}}');
         INSERT INTO commitment (case_id, number, text, fold, person_id, due, status) VALUES
           (1, 1, 'Uno', 'uno', 1, '2026-02-25', 'done'), (1, 2, 'Dos', 'dos', 1, '2026-02-26', 'open'), (2, 1, 'Tres', 'tres', 1, '2026-06-01', 'open');"
    );
    desk.database().execute_batch(&rows).expect("work");
    desk
}

#[test]
fn what_each_group_did_is_counted_and_summed() {
    let desk = worked();
    let report = desk.json("report activity --to 2026-02-28");
    let all = report["items"].as_array().expect("items");
    let named: Vec<&Value> = all.iter().map(|work| &work["group"]["name"]).collect();
    assert_eq!(named, ["Ambiental", "Grupo de Vigilancia"]);
    let group = json!({"id": "O-1", "name": "Grupo de Vigilancia"});
    // The second session began on 28 February at half past eleven at night, as clocks go in Bogotá.
    let expected = json!({"group": group, "received": 1, "closed": 0, "sessions": 2, "minutes": 270, "attendees": 4, "people": 3,
                          "commitments": 2, "done": 1, "overdue": 1});
    assert_eq!(all[1], expected);
    let report = desk.json("report activity");
    let sum = &report["sum"];
    assert_eq!(
        (&sum["received"], &sum["sessions"], &sum["attendees"], &sum["people"]),
        (&3.into(), &3.into(), &6.into(), &4.into())
    );
    assert_eq!(desk.json("report activity 2 --from 2026-03-01")["sum"]["people"], 2);
    let said = desk.run("report activity --from 2026-02-01 --to 2026-02-28").ok().stdout;
    for part in [
        "Actividad de los grupos",
        "Del 2026-02-01 al 2026-02-28",
        "Personas distintas",
        "Total\t2\t0\t2\t4.5\t4\t3\t2\t1\t1",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert!(desk.run("report activity --from 2027-01-01").ok().stderr.contains("No hay nada que contar"));
    let narrow = desk.drawn("report activity", 80);
    assert!(narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
    let row = narrow.lines().find(|line| line.starts_with("Grupo de Vigilancia")).unwrap_or_default();
    assert_eq!(row.split_whitespace().skip(3).collect::<Vec<_>>(), ["1", "2", "3"], "{narrow}");
}

#[test]
fn people_count_in_their_territory_or_in_that_of_their_organisation() {
    let desk = worked();
    let report = desk.json("report coverage");
    let reached = |at: usize, key: &str| report["items"][at][key].clone();
    assert_eq!((reached(0, "territory"), reached(0, "people")), ("68276".into(), 1.into()));
    assert_eq!((reached(1, "territory"), reached(1, "name")), ("68307".into(), "Alcaldía de Girón".into()));
    // People read the municipality, not the body that governs it.
    let said = desk.run("report coverage").ok().stdout;
    assert!(said.contains("\n68307\tGirón\t"), "{said}");
    assert_eq!((reached(1, "organisations"), reached(1, "sessions")), (2.into(), 3.into()));
    assert_eq!((reached(1, "attendees"), reached(1, "people")), (4.into(), 2.into()));
    assert_eq!((reached(2, "territory"), reached(2, "people")), (Value::Null, 1.into()));
    assert_eq!((&report["people"], &report["sessions"], &report["total"]), (&4.into(), &3.into(), &3.into()));
}

#[test]
fn what_the_answers_say_is_told_session_by_session() {
    let desk = worked();
    let report = desk.json("report satisfaction");
    assert_eq!(
        (&report["responses"], &report["attendees"], &report["overall"]["mean"]),
        (&3.into(), &6.into(), &3.67.into())
    );
    assert_eq!((&report["items"][0]["mean"], &report["items"][0]["satisfied"]), (&3.5.into(), &0.5.into()));
    assert_eq!(report["items"][2]["mean"], Value::Null);
    let said = desk.run("report satisfaction").ok().stdout;
    assert!(
        said.contains("AT-2026-0001-S1\tVigilancia <b>& control</b>\t2026-02-20\t2\t2\t100 %\t3.50\t50 %"),
        "{said}"
    );
}

#[test]
fn a_report_is_written_as_the_name_of_its_file_says() {
    let mut desk = worked();
    assert_eq!(desk.json("report satisfaction --out informe.html")["file"], "informe.html");
    let page = std::fs::read_to_string(desk.path("informe.html")).expect("a page");
    for part in [
        "<html lang=\"es\">",
        "<title>Satisfacción con las jornadas</title>",
        "Secretaría de Salud de Santander",
        "<td>Vigilancia &lt;b&gt;&amp; control&lt;/b&gt;</td>",
        "<td class=\"n\">3,50</td>",
        "<td>20/02/2026</td>",
        "Cifras del registro al 02/03/2026",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    desk.json("report activity --out actividad.csv");
    let rows = std::fs::read_to_string(desk.path("actividad.csv")).expect("rows");
    assert!(
        rows.starts_with("\u{feff}Actividad de los grupos\r\n")
            || rows.starts_with("\u{feff}Actividad de los grupos\n"),
        "{rows}"
    );
    assert!(rows.contains("Grupo;Necesidades;") && rows.contains("Ambiental;1;0;1;1,0;2;2;1;0;0"), "{rows}");
    desk.json("report coverage --out cobertura.xlsx");
    let book = std::fs::read(desk.path("cobertura.xlsx")).expect("a workbook");
    assert!(book.starts_with(b"PK\x03\x04"));
    desk.json("report coverage --out cobertura.xlsx --dry-run");
    desk.json("report differential --out nada.html --dry-run");
    assert!(!desk.path("nada.html").exists());
    let ran = desk.run("report activity --out informe.pdf").exits(2);
    assert!(ran.stderr.contains("ata report activity --out informe.html"), "{}", ran.stderr);
    desk.run("report activity --from 2026-03-01 --to 2026-02-01").exits(2);
    desk.run("report ventas").exits(2);
    desk.speaks("pt");
    assert!(desk.run("report coverage").ok().stdout.starts_with("Cobertura por território\n"));
}

#[test]
fn figures_can_be_reckoned_with_in_every_form() {
    let desk = worked();
    // Two of three are satisfied.
    let rows = desk.run("report satisfaction --format csv").ok().stdout;
    assert!(rows.contains(",0.667") && !rows.contains('%'), "{rows}");
    assert!(desk.run("report satisfaction").ok().stdout.contains("67 %"));
    desk.json("report satisfaction --out s.csv");
    let rows = std::fs::read_to_string(desk.path("s.csv")).expect("rows");
    assert!(rows.contains(";3,67;0,667") && !rows.contains("3.67"), "{rows}");
    desk.json("report satisfaction --out e.csv --lang en");
    let rows = std::fs::read_to_string(desk.path("e.csv")).expect("rows");
    assert!(rows.contains(",3.67,0.667"), "{rows}");
    desk.json("report satisfaction --out s.xlsx");
    let book = std::fs::File::open(desk.path("s.xlsx")).expect("a workbook");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::BufReader::new(book)).expect("a workbook");
    let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("a sheet");
    let cell = |row: usize, column: usize| sheet.get((row, column)).expect("a cell").clone();
    assert!(calamine::DataType::is_datetime(&cell(4, 2)), "{:?}", cell(4, 2));
    assert!(calamine::DataType::get_float(&cell(4, 7)).is_some(), "{:?}", cell(4, 7));
}

#[test]
fn a_workbook_that_is_sent_on_says_whose_it_is_and_of_what_time() {
    let desk = worked();
    let column = |line: &str, file: &str| -> Vec<String> {
        desk.json(line);
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(desk.path(file)).expect("a workbook");
        let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("a sheet");
        sheet.rows().map(|row| row[0].to_string()).collect()
    };
    let told = column("report activity --from 2026-01-01 --to 2026-12-31 --out a.xlsx", "a.xlsx");
    let above =
        ["Actividad de los grupos", "Secretaría de Salud de Santander", "Del 01/01/2026 al 31/12/2026", "", "Grupo"];
    assert_eq!(told[..5], above, "{told:?}");
    // Nothing to tabulate is told in as many words as on the screen.
    let told = column("report differential --out d.xlsx", "d.xlsx");
    assert!(told.iter().any(|line| line.starts_with("Ninguna persona respondió")), "{told:?}");
}
