//! Lists and surveys as people bring them, through the real binary.

use crate::desk::{Ran, TestDesk};
use crate::run::walk_to;
use serde_json::Value;

/// A case with one session, on the morning of 14 August 2025.
pub(super) fn at_session() -> TestDesk {
    at_session_on("2025-08-14 08:00", "4h")
}

pub(super) fn at_session_on(start: &str, duration: &str) -> TestDesk {
    let mut desk = TestDesk::empty();
    desk.at("2025-01-02T09:00:00-05:00");
    desk.run("init").ok();
    desk.json("need add 'Taller de vacunas'");
    desk.json(&format!("schedule add 1 --start '{start}' --duration {duration} --place Auditorio --extraordinary x"));
    walk_to(&desk, "run");
    desk.at("2025-09-30T13:00:00-05:00");
    desk
}

/// Takes a list in; the result as JSON, whatever the exit code.
pub(super) fn take(desk: &TestDesk, name: &str, list: impl AsRef<[u8]>) -> Value {
    desk.file(name, list);
    taken(desk.run_args(&["run", "attendance", "1-S1", name, "--json"].map(str::to_owned)))
}

fn taken(ran: Ran) -> Value {
    assert!([0, 6].contains(&ran.code), "{}", ran.stderr);
    ran.json()
}

/// `name | document | status | minutes` of everybody noted in the session.
pub(super) fn roster(desk: &TestDesk) -> Vec<String> {
    let found = desk.json("run roster 1-S1");
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned).replace("null", "-");
    let row = |row: &Value| {
        let cells = [&row["person"]["name"], &row["person"]["doc"], &row["status"], &row["minutes"]];
        cells.map(text).join(" | ")
    };
    let mut rows: Vec<String> = found["items"].as_array().expect("items").iter().map(row).collect();
    rows.sort();
    rows
}

/// `line code detail` of every warning.
pub(super) fn warnings(result: &Value) -> Vec<String> {
    let said = |one: &Value| {
        let line = one["line"].as_u64().map_or_else(|| "-".to_owned(), |line| line.to_string());
        format!("{line} {} {}", one["code"].as_str().unwrap_or(""), one["detail"].as_str().unwrap_or(""))
    };
    result["warnings"].as_array().expect("warnings").iter().map(said).collect()
}

/// `line field reason` of every refused row.
pub(super) fn rejects(result: &Value) -> Vec<String> {
    let said = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or("").to_owned();
        format!("{} {} {}", one["line"], text("field"), text("reason"))
    };
    result["rejects"].as_array().expect("rejects").iter().map(said).collect()
}

#[test]
fn refused_rows_are_never_written_over_the_file_they_come_from() {
    let desk = at_session();
    let list = "name,minutes\nAna Pérez,abc\n";
    desk.file("lista.csv", list);
    std::os::unix::fs::symlink(desk.path("lista.csv"), desk.path("enlace.csv")).expect("a link");
    std::fs::hard_link(desk.path("lista.csv"), desk.path("otro.csv")).expect("a link");
    for command in ["run attendance 1-S1", "evaluate import 1-S1", "person import"] {
        for rejects in ["lista.csv", "./lista.csv", "enlace.csv", "otro.csv"] {
            let ran = desk.run(&format!("{command} lista.csv --rejects {rejects}")).exits(2);
            assert!(ran.stderr.contains("--rejects"), "{}", ran.stderr);
            assert_eq!(std::fs::read_to_string(desk.path("lista.csv")).expect("a file"), list);
        }
    }
    desk.run("run attendance 1-S1 lista.csv --rejects rechazadas.csv").exits(6);
    assert!(desk.path("rechazadas.csv").exists());
}

#[test]
fn a_number_beside_the_type_of_the_document_is_its_number() {
    for (header, before) in
        [("Nombre;Tipo de documento;Número", ""), ("No.;Nombre;Tipo de documento;No.", "1;"), ("Nombre;Tipo;N°", "")]
    {
        let list = format!("{header}\n{before}Ana Pérez;CC;1001001\n{before}Luis Núñez;TI;1098600502\n");
        let desk = at_session();
        take(&desk, "lista.csv", &list);
        assert_eq!(roster(&desk), ["Ana Pérez | CC:1001001 | present | -", "Luis Núñez | TI:1098600502 | present | -"]);
        let desk = at_session();
        desk.file("personas.csv", &list);
        desk.json("person import personas.csv");
        let people = desk.json("person list").to_string();
        assert!(people.contains("CC:1001001") && people.contains("TI:1098600502"), "{people}");
    }
}

#[test]
fn lines_between_and_below_the_people_of_a_list_are_no_people() {
    let desk = at_session();
    let list = "Nombre;Cédula;Firma\nAna Pérez;1001001;x\nLISTA DE ASISTENCIA;;\nNombre;Cédula;Firma\nLuis Núñez;1001002;x\n\
        Asistentes: 2;;\nHombres: 1;;\nSecretaría de Salud de Santander;;\nGracias por su participación;;\n";
    let result = take(&desk, "lista.csv", list);
    assert_eq!(roster(&desk), ["Ana Pérez | CC:1001001 | present | -", "Luis Núñez | CC:1001002 | present | -"]);
    assert_eq!((&result["people"], &result["rejected"], &result["ignored"]), (&2.into(), &0.into(), &6.into()));
}

#[test]
fn somebody_with_a_name_alone_stays_somebody() {
    let desk = at_session();
    let list = "Nombre;Cédula;Firma\nAna Pérez;1001001;x\nGracias Dirección Ruiz;;\nEva Secretaría;;\nOficina;;\n";
    take(&desk, "lista.csv", list);
    assert_eq!(roster(&desk).len(), 4, "{:?}", roster(&desk));
    // Where nobody has more than a name, the words decide nothing.
    let desk = at_session();
    take(&desk, "lista.csv", "Nombre;Entidad\nAna Pérez;\nMunicipio de Girón;\n");
    assert_eq!(roster(&desk).len(), 2, "{:?}", roster(&desk));
}

#[test]
fn a_list_printed_side_by_side_is_read_whole() {
    let desk = at_session();
    let list = "No.;Nombre;Cédula;No.;Nombre;Cédula\n1;Ana Pérez;1001001;2;Luis Núñez;1001002\n\
        3;Eva Ríos;1001003;4;;\n5;;;6;;\n";
    let result = take(&desk, "lista.csv", list);
    let expected = ["Ana Pérez | CC:1001001", "Eva Ríos | CC:1001003", "Luis Núñez | CC:1001002"];
    assert_eq!(roster(&desk), expected.map(|who| format!("{who} | present | -")));
    assert_eq!((&result["people"], &result["ignored"]), (&3.into(), &1.into()));
    // A second column of names without the rest of a list is said.
    let desk = at_session();
    let result = take(&desk, "otra.csv", "Nombre;Cédula;Nombre;Firma\nAna Pérez;1001001;Luis Núñez;x\n");
    assert!(warnings(&result).contains(&"1 duplicate_column Nombre".to_owned()), "{result}");
}

const ZOOM: &str = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n";

#[test]
fn the_morning_after_is_another_day_unless_the_session_went_on_past_midnight() {
    let stays = |rows: &[(&str, &str, &str)]| {
        let rows = rows.iter().map(|(name, from, to)| format!("{name},,{from},{to},60,No\n"));
        format!("{ZOOM}{}", rows.collect::<String>())
    };
    let ana = ("Ana Pérez", "03/13/2025 08:00:00 AM", "03/13/2025 10:00:00 AM");
    let next = ("Ana Pérez", "03/14/2025 08:00:00 AM", "03/14/2025 11:30:00 AM");
    let desk = at_session_on("2025-03-13 08:00", "4h");
    let result = take(&desk, "zoom.csv", stays(&[ana, next]));
    assert_eq!(roster(&desk), ["Ana Pérez | - | absent | 120"]);
    assert_eq!(result["ignored_reasons"]["other_day"], 1);
    let desk = at_session_on("2025-03-13 20:00", "4h");
    let late = ("Eva Ríos", "03/14/2025 12:30:00 AM", "03/14/2025 01:30:00 AM");
    let evening = ("Ana Pérez", "03/13/2025 08:00:00 PM", "03/14/2025 12:10:00 AM");
    take(&desk, "zoom.csv", stays(&[evening, late, next]));
    assert_eq!(roster(&desk), ["Ana Pérez | - | present | 250", "Eva Ríos | - | absent | 60"]);
}

#[test]
fn whoever_joins_after_midnight_while_somebody_is_in_was_at_the_meeting_of_the_day_before() {
    let list = format!(
        "{ZOOM}Ana Pérez,,03/13/2025 11:20:00 PM,03/14/2025 12:35:00 AM,75,No\n\
         Eva Ríos,,03/14/2025 12:00:00 AM,03/14/2025 12:30:00 AM,30,No\n"
    );
    let desk = at_session_on("2025-03-13 09:00", "2h");
    let result = take(&desk, "zoom.csv", &list);
    assert_eq!((&result["people"], &result["ignored"]), (&2.into(), &0.into()), "{result}");
    // Nor is it half taken for the session of the day after.
    let desk = at_session_on("2025-03-14 00:00", "2h");
    desk.file("zoom.csv", &list);
    desk.run("run attendance 1-S1 zoom.csv").exits(4);
    assert!(roster(&desk).is_empty());
}

#[test]
fn somebody_elses_name_on_an_account_or_an_address_is_said() {
    let desk = at_session();
    let result = take(
        &desk,
        "zoom.csv",
        format!(
            "{ZOOM}Luis Peña,oficina@example.org,08/14/2025 08:00:00 AM,08/14/2025 09:00:00 AM,60,No\n\
             Eva,oficina@example.org,08/14/2025 09:00:00 AM,08/14/2025 10:00:00 AM,60,No\n"
        ),
    );
    assert_eq!(result["people"], 1);
    assert!(warnings(&result).contains(&"3 account_name Eva".to_owned()), "{result}");
    // In our own list each name is somebody; who has the address already is said.
    let result = take(&desk, "lista.csv", "name,email,status\nEva Ríos,oficina@example.org,present\n");
    assert_eq!(result["new_people"], 1);
    assert!(warnings(&result).contains(&"2 shared_email oficina@example.org".to_owned()), "{result}");
}

#[test]
fn a_row_of_our_own_list_that_names_another_day_is_refused() {
    let desk = at_session();
    let list = "name,join,leave\nAna Pérez,2025-08-13 08:00,2025-08-13 12:00\nLuis Núñez,2025-08-14 08:00,2025-08-14 12:00\n\
        Eva Ríos,12:00,08:00\n";
    let result = take(&desk, "lista.csv", list);
    assert_eq!(rejects(&result), ["2 join other_day", "4 leave leave_before_join"]);
    assert_eq!(roster(&desk), ["Luis Núñez | - | present | 240"]);
    let told = desk.run("run attendance 1-S1 lista.csv --any-date --json").exits(6).json();
    assert_eq!(rejects(&told), ["4 leave leave_before_join"]);
    // Who came in the evening may leave after midnight.
    let desk = at_session_on("2025-08-14 20:00", "4h");
    take(&desk, "noche.csv", "name,join,leave\nAna Pérez,20:00,00:30\n");
    assert_eq!(roster(&desk), ["Ana Pérez | - | present | 270"]);
}

#[test]
fn two_people_on_one_account_are_two_and_a_device_of_one_is_none() {
    let stay = |name: &str, mail: &str, from: &str, to: &str| {
        format!("{name},{mail},08/14/2025 {from} AM,08/14/2025 {to} AM,60,No\n")
    };
    let desk = at_session();
    let list = [
        stay("Ana Pérez", "of@example.org", "08:00:00", "11:50:00"),
        stay("Luis Núñez", "of@example.org", "08:00:00", "10:00:00"),
        stay("Luis Núñez", "of@example.org", "10:10:00", "11:50:00"),
        stay("Eva Ríos", "eva@example.org", "08:00:00", "09:00:00"),
        stay("iPhone de Carla", "eva@example.org", "09:00:00", "10:00:00"),
        stay("Evita", "eva@example.org", "10:00:00", "11:00:00"),
        stay("Ríos Gómez Eva (Guest)", "eva@example.org", "11:00:00", "11:30:00"),
    ];
    let result = take(&desk, "zoom.csv", format!("{ZOOM}{}", list.concat()));
    let found: Vec<String> = roster(&desk).iter().map(|row| row.replace(" | - ", " ")).collect();
    assert_eq!(found[0], "Ana Pérez | present | 230");
    assert!(found[1].ends_with("210") && found[1].contains("Eva"), "{found:?}");
    assert_eq!(found[2..], ["Luis Núñez | present | 220"]);
    assert_eq!(warnings(&result).iter().filter(|said| said.contains("shared_email")).count(), 1, "{result}");
}

#[test]
fn a_ditto_mark_at_the_end_of_a_line_does_not_swallow_the_next_person() {
    for end in ["\n", "\r\n"] {
        let desk = at_session();
        let list =
            ["Nombre,Cédula,Entidad", "Ana Pérez,1001001,Alcaldía", "Luis Núñez,1001002,\"", "Eva Ríos,1001003,\"", ""];
        let result = take(&desk, "lista.csv", list.join(end));
        assert_eq!(roster(&desk).len(), 3, "{result}");
        assert_eq!(warnings(&result).iter().filter(|said| said.contains("ditto")).count(), 2, "{result}");
    }
    // A cell of several lines stays one.
    let desk = at_session();
    take(
        &desk,
        "celda.csv",
        "Nombre,Cédula,Entidad\nAna Pérez,1001001,\"\nAlcaldía, calle 1, piso 2\"\nLuis Núñez,1001002,x\n",
    );
    assert_eq!(roster(&desk).len(), 2);
}

#[test]
fn whom_the_stays_of_a_teams_report_leave_out_is_taken_from_its_totals() {
    let desk = at_session();
    let report = "1. Resumen\nTítulo de la reunión\tMesa\nHora de inicio\t14/8/25, 8:00:00\nHora de finalización\t14/8/25, 12:00:00\n\n\
        2. Participantes\nNombre\tPrimera entrada\tÚltima salida\tDuración de la reunión\tCorreo electrónico\n\
        Ana Pérez\t14/8/25, 8:00:00\t14/8/25, 11:40:00\t3 h 40 min\tana@example.org\n\
        Luis Núñez (Externo)\t14/8/25, 8:00:00\t14/8/25, 11:50:00\t3 h 20 min\t\n\n\
        3. Actividades en la reunión\nNombre\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\n\
        Ana Pérez\t14/8/25, 8:00:00\t14/8/25, 11:40:00\t3 h 40 min\tana@example.org\n";
    let result = take(&desk, "teams.csv", report);
    assert_eq!(result["source"], "teams-report");
    assert_eq!(roster(&desk), ["Ana Pérez | - | present | 220", "Luis Núñez | - | present | 200"]);
    assert_eq!(warnings(&result), ["9 minutes_from_duration Luis Núñez"]);
}

#[test]
fn a_duration_that_is_none_is_refused_and_no_times_at_all_are_said() {
    let desk = at_session();
    let list = "Name (original name),Email,Total duration (minutes),Guest\nAna Pérez,,abc,No\nLuis Núñez,,-3,No\n\
        Eva Ríos,,999999,No\nOto Gil,,,No\nIda Sol,,230,No\n";
    let result = take(&desk, "zoom.csv", list);
    assert_eq!(
        rejects(&result),
        ["2 duration invalid_minutes", "3 duration invalid_minutes", "4 duration invalid_minutes"]
    );
    assert_eq!(roster(&desk), ["Ida Sol | - | present | 230", "Oto Gil | - | present | -"]);
    assert!(warnings(&result).contains(&"5 no_times Oto Gil".to_owned()), "{result}");
}

#[test]
fn a_form_answered_on_other_days_is_said_and_instants_are_put_on_the_clock_of_the_session() {
    let desk = at_session();
    let form = "Marca temporal,Nombre completo,Número de documento\n14/08/2025 8:05:00,Ana Pérez,1001001\n\
        14/08/2025 8:06:00,Luis Núñez,1001002\n20/08/2025 8:06:00,Eva Ríos,1001003\n20/08/2025 9:06:00,Ida Sol,1001004\n";
    let result = take(&desk, "form.csv", form);
    assert_eq!((&result["source"], &result["people"]), (&"google-forms".into(), &4.into()));
    assert_eq!(warnings(&result), ["4 answered_other_day 2025-08-20 (2)"]);
    // Ten at night in Bogotá is the next day in Greenwich.
    let desk = at_session_on("2025-08-14 18:00", "4h");
    let odk = "SubmissionDate,nombre,documento,KEY,SubmitterID\n2025-08-15T03:00:00.000Z,Ana Pérez,1001001,uuid:1,1\n\
        2025-08-15T12:00:00.000Z,Luis Núñez,1001002,uuid:2,1\n";
    let result = take(&desk, "odk.csv", odk);
    assert_eq!(result["source"], "odk");
    assert_eq!(result["decided"]["session_date"], "2025-08-14");
    assert_eq!(warnings(&result), ["3 answered_other_day 2025-08-15 (1)"]);
    let desk = at_session_on("2025-08-14 18:00", "4h");
    let kobo = "\"nombre\";\"cedula\";\"_id\";\"_uuid\";\"_submission_time\"\r\n\"Ana Pérez\";\"1001001\";\"1\";\"u1\";\"2025-08-15T03:00:00\"\r\n";
    let result = take(&desk, "kobo.csv", kobo);
    assert_eq!(result["decided"]["session_date"], "2025-08-14", "{result}");
    assert_eq!(warnings(&result), [] as [String; 0]);
}

#[test]
fn the_date_of_the_printed_form_is_not_that_of_the_session() {
    for titles in [
        "Código: F-12;Versión: 3;Fecha de aprobación: 15/08/2019\nFECHA: 14/08/2025;;",
        "Fecha de vigencia;15/08/2019;\nFECHA;14/08/2025;",
        "FECHA: 14/08/2025;;Fecha de elaboración: 15/08/2019",
    ] {
        let desk = at_session();
        let result = take(&desk, "lista.csv", format!("{titles}\nNombre;Cédula;Firma\nAna Pérez;1001001;x\n"));
        assert_eq!(result["decided"]["session_date"], "2025-08-14", "{titles}");
    }
}

#[test]
fn the_name_of_a_file_says_its_day_as_people_write_it() {
    let desk = at_session();
    let list = "Nombre;Cédula\nAna Pérez;1001001\n";
    for (name, day) in [
        ("Lista 15-08-2025.csv", "2025-08-15"),
        ("Lista 15.08.2025.csv", "2025-08-15"),
        ("Lista 15 de agosto de 2025.csv", "2025-08-15"),
        ("Lista 15 de agosto.csv", "2025-08-15"),
        ("Lista 2025-08-15.csv", "2025-08-15"),
        ("Lista 08-15-2025.csv", "2025-08-15"),
    ] {
        desk.file(name, list);
        let error = desk.run(&format!("run attendance 1-S1 '{name}' --json")).exits(4).error();
        assert!(error["message"].as_str().expect("a message").contains(day), "{error}");
    }
    for name in [
        "Lista 14-08-2025.csv",
        "Lista 14 de agosto.csv",
        "13 y 14 de agosto.csv",
        "Barrio 20 de enero.csv",
        "FT-12-08.csv",
    ] {
        desk.file(name, list);
        desk.run(&format!("run attendance 1-S1 '{name}' --dry-run")).ok();
    }
}

#[test]
fn the_headings_that_officials_write_are_understood() {
    for heading in [
        "Nro. Documento de Identidad",
        "N.° de documento",
        "CEDULA DE CIUDADANIA N°",
        "Nº C.C.",
        "Cédula/Documento",
        "C.C. / T.I.",
        "Documento de identidad No.",
    ] {
        let desk = at_session();
        let result = take(&desk, "lista.csv", format!("No.;Nombre;{heading};Firma\n1;Ana Pérez;1001001;x\n"));
        assert_eq!(roster(&desk), ["Ana Pérez | CC:1001001 | present | -"], "{heading} {result}");
    }
    for heading in ["NOMBRE Y APELLIDOS COMPLETOS", "Nombre/Apellido", "Participantes"] {
        let desk = at_session();
        take(&desk, "lista.csv", format!("No.;{heading};Cédula\n1;Ana Pérez;1001001\n"));
        assert_eq!(roster(&desk), ["Ana Pérez | CC:1001001 | present | -"], "{heading}");
    }
    let desk = at_session();
    take(&desk, "lista.csv", "1er Apellido;2do Apellido;Nombres;Cédula\nPérez;Gómez;Ana;1001001\n");
    assert_eq!(roster(&desk), ["Ana Pérez Gómez | CC:1001001 | present | -"]);
}

#[test]
fn a_number_that_a_spreadsheet_spelled_out_is_read_and_an_address_with_an_invisible_sign_kept() {
    let desk = at_session();
    let list = "Nombre;Cédula;Correo\nAna Pérez;1.09876543200000E+9;ana@example.org\u{200b}\n\
        Luis Núñez;1,0986005020E9;\n\u{200b}Eva Ríos;1,09877E+09;\n";
    take(&desk, "lista.csv", list);
    let rows = desk.json("run roster 1-S1").to_string();
    assert!(rows.contains("CC:1098765432") && rows.contains("ana@example.org"), "{rows}");
    assert!(rows.contains("CC:1098600502") && !rows.contains("1098770000"), "{rows}");
}

#[test]
fn a_list_without_a_header_is_told_to_need_one() {
    let desk = at_session();
    desk.file("lista.csv", "1;Ana Pérez;1001001\n2;Luis Núñez;1001002\n");
    let error = desk.run("run attendance 1-S1 lista.csv --json").exits(2).error();
    let hint = error["hint"].as_str().expect("a hint");
    assert!(hint.contains("primera línea") && !hint.contains("--map"), "{hint}");
}

#[test]
fn what_is_said_of_a_row_says_how_it_was_counted_and_what_to_do() {
    let desk = at_session();
    let list =
        "Nombre;Asistió;Hora de llegada;Hora de salida\nAna Pérez;quizás;;\nLuis Núñez;;;\nEva Ríos;sí;10:00;9:00\n";
    let result = take(&desk, "lista.csv", list);
    assert_eq!(
        warnings(&result),
        ["2 presence_unclear quizás", "3 presence_blank Asistió", "4 leave_before_join 9:00"]
    );
    let noted: Vec<String> = roster(&desk).iter().map(|row| row.replace(" | -", "")).collect();
    assert_eq!(noted, ["Ana Pérez | present", "Eva Ríos | late", "Luis Núñez | absent"]);
    // When a form was sent is nobody's name.
    let desk = at_session();
    let form = "Marca temporal,Nombre completo,Cargo\n14/08/2025 8:05:00,Ana Pérez,Jefe\n14/08/2025 8:06:00,,\n";
    let result = take(&desk, "form.csv", form);
    assert_eq!(
        (rejects(&result), &result["rejects"][0]["value"]),
        (vec!["3 name no_identifier".to_owned()], &"".into())
    );
    // A cell too many is of no column.
    let result = take(&desk, "ancha.csv", "Nombre,Cédula\nPaz, Luis,1001001\n");
    assert_eq!(rejects(&result), ["2  too_many_cells"]);
}

#[test]
fn a_word_that_is_not_known_is_told_those_that_are() {
    let desk = at_session();
    desk.file("p.csv", "name,role\nAna Pérez,duende\n");
    let ran = desk.run("person import p.csv --rejects malas.csv").exits(6);
    assert!(ran.stdout.contains("no es una palabra de la lista: "), "{}", ran.stdout);
    let written = std::fs::read_to_string(desk.path("malas.csv")).expect("refused rows");
    assert!(written.contains("no es una palabra de la lista: ") && written.contains("(unknown_word)"), "{written}");
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_words_and_what_to_do() {
    let desk = at_session();
    desk.file("vacio.csv", "");
    desk.file("lista.csv", "facilitator_mastery\n5\n");
    desk.file("sesion.xls", "<html><body><p>Sesión expirada</p></body></html>");
    desk.file("libro.xlsx", b"PK\x03\x04garbage");
    desk.file("viejo.xls", [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 5000]].concat());
    for (line, message) in [
        ("run attendance 1-S1 vacio.csv", "no contiene nada"),
        ("run attendance 1-S1 sesion.xls", "página web sin ninguna tabla"),
        ("run attendance 1-S1 libro.xlsx", "está dañado o incompleto y no se puede abrir"),
        ("run attendance 1-S1 viejo.xls", "está dañado o incompleto y no se puede abrir"),
        ("run attendance 1-S1 lista.csv --encoding klingon", "no es una codificación conocida"),
        ("evaluate import 1-S1 lista.csv --map facilitator_mastery=Z", "no hay una columna «Z»"),
    ] {
        let error = desk.run(&format!("{line} --json")).exits(2).error();
        let said = error["message"].as_str().expect("a message");
        assert!(said.contains(message) && !said.contains("sectors") && !said.contains("Zip"), "{error}");
        assert!(error["hint"].is_string(), "{error}");
    }
}

#[test]
fn headings_in_two_rows_below_the_name_name_its_parts() {
    for group in ["PARTICIPANTE", "NOMBRES Y APELLIDOS", "ASISTENTE"] {
        let desk = at_session();
        let list = format!(
            "N°;{group};;DOCUMENTO;;FIRMA\n;NOMBRES;APELLIDOS;TIPO;NÚMERO;\n1;Ana;Díaz;CC;1098765432;x\n2;Beto;Cruz;CE;345678;x\n"
        );
        take(&desk, "l.csv", list);
        assert_eq!(
            roster(&desk),
            ["Ana Díaz | CC:1098765432 | present | -", "Beto Cruz | CE:345678 | present | -"],
            "{group}"
        );
    }
}

#[test]
fn instants_of_our_own_list_are_put_on_the_clock_of_the_session() {
    let desk = at_session();
    let list = "name,join,leave\nAna Díaz,2025-08-14T13:00:00Z,2025-08-14T17:00:00Z\n\
                Beto Cruz,2025-08-14T10:00:00-03:00,2025-08-14 12:00\nCira Paz,2025-08-14 08:00,14/08/2025 12:00\n";
    let result = take(&desk, "a.csv", list);
    assert_eq!(rejects(&result), Vec::<String>::new());
    assert_eq!(
        roster(&desk),
        ["Ana Díaz | - | present | 240", "Beto Cruz | - | present | 240", "Cira Paz | - | present | 240"]
    );
    let database = desk.database();
    let spans: i64 =
        database.query_row("SELECT count(DISTINCT spans) FROM attendance", [], |row| row.get(0)).expect("the stays");
    assert_eq!(spans, 1, "one time, written in three ways");
}

#[test]
fn the_day_of_the_session_tells_day_from_month_also_beside_dates_of_one_reading() {
    let desk = at_session_on("2025-08-12 08:00", "4h");
    let own = "name,join,leave\nAna Díaz,12/08/2025 08:00,12/08/2025 12:00\n";
    assert_eq!(rejects(&take(&desk, "own.csv", own)), Vec::<String>::new());
    let zoom = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
                Beto Cruz,,2025-08-12 08:00:00,2025-08-12 12:00:00,240,Yes\nCira Paz,,12/08/2025 08:00:00 AM,12/08/2025 11:00:00 AM,180,Yes\n";
    let result = take(&desk, "zoom.csv", zoom);
    assert_eq!(result["ignored"], 0, "{result}");
    assert_eq!(
        roster(&desk),
        ["Ana Díaz | - | present | 240", "Beto Cruz | - | present | 240", "Cira Paz | - | absent | 180"]
    );
}

#[test]
fn namesakes_of_two_organisations_are_two_people() {
    let desk = at_session();
    desk.run("org add 'Alcaldía de Vélez'").ok();
    desk.run("org add 'Hospital San José'").ok();
    let list = "N°;NOMBRES Y APELLIDOS;ENTIDAD\n1;Ana Díaz;Alcaldía de Vélez\n2;Ana Díaz;Hospital San José\n3;ANA DIAZ;San José\n";
    take(&desk, "l.csv", list);
    assert_eq!(roster(&desk), ["Ana Díaz | - | present | -", "Ana Díaz | - | present | -"]);
}

#[test]
fn who_signs_below_a_list_and_an_institution_within_it_are_no_people() {
    let desk = at_session();
    let list = "N°;NOMBRES Y APELLIDOS;CÉDULA;FIRMA\n;HOSPITAL SAN JOSÉ;;\n1;Ana Díaz;1098765432;x\n;ESE Centro Norte;;\n\
                2;Beto Cruz;1098765433;x\nNombre:;Zoila Prueba;;\nCargo:;Coordinadora;;\n";
    take(&desk, "l.csv", list);
    assert_eq!(roster(&desk), ["Ana Díaz | CC:1098765432 | present | -", "Beto Cruz | CC:1098765433 | present | -"]);
}

#[test]
fn a_corrected_list_changes_its_own_time_and_no_other() {
    let desk = at_session();
    let list = |from: &str, to: &str| {
        format!("name,email,join,leave\nAna Díaz,ana@example.org,2025-08-14 {from},2025-08-14 {to}\n")
    };
    let mut minutes = Vec::new();
    // The meeting opened again; the first list corrected; one that ends later than it.
    for (name, from, to) in [
        ("a.csv", "09:00", "09:50"),
        ("b.csv", "10:00", "11:00"),
        ("c.csv", "09:10", "09:50"),
        ("d.csv", "10:40", "11:30"),
    ] {
        take(&desk, name, list(from, to));
        minutes.push(desk.json("run roster 1-S1")["items"][0]["minutes"].as_i64().unwrap_or_default());
    }
    assert_eq!(minutes, [50, 110, 100, 130]);
}

#[test]
fn what_a_later_list_says_of_a_row_that_waits_is_added_to_it() {
    let desk = at_session();
    desk.run("org add A").ok();
    desk.run("org add B").ok();
    desk.run("person add 'Ana Díaz' --org O-1 --email ana1@example.org").ok();
    desk.run("person add 'Ana Díaz' --org O-2 --email ana2@example.org").ok();
    desk.run("schedule edit 1-S1 --invite ana1@example.org --invite ana2@example.org").ok();
    let list = |from: &str, to: &str| format!("name,join,leave\nAna Díaz,2025-08-14 {from},2025-08-14 {to}\n");
    take(&desk, "a.csv", list("09:00", "10:00"));
    let later = take(&desk, "b.csv", list("10:05", "11:00"));
    assert_eq!((&later["changed"], &later["review"]), (&true.into(), &1.into()), "{later}");
    assert_eq!(take(&desk, "b.csv", list("10:05", "11:00"))["changed"], false);
    desk.run("person same R-1 ana1@example.org").ok();
    let noted = desk.json("run roster 1-S1");
    let minutes: Vec<i64> =
        noted["items"].as_array().expect("items").iter().filter_map(|row| row["minutes"].as_i64()).collect();
    assert_eq!(minutes, [115], "{noted}");
}

#[test]
fn a_form_asks_for_the_name_in_a_sentence() {
    for question in ["¿Cuál es su nombre?", "Qual é o seu nome?", "What is your name?"] {
        let desk = at_session();
        let list = format!("Timestamp,Email Address,{question}\n8/14/2025 8:05:10,ana@example.org,Ana Díaz\n");
        take(&desk, "f.csv", list);
        assert_eq!(roster(&desk), ["Ana Díaz | - | present | -"], "{question}");
    }
}
