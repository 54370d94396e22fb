//! What a reader must neither lose nor invent: rows that look like something else, and somebody who looks like nobody.

use ata::intake::{Attendance, Input, IntakeError, Options, WarnCode, attendance};
use ata_model::country::Country;

use super::brought::{at_session, rejects, roster, take};

fn with(text: &str, options: &Options) -> Result<Attendance, IntakeError> {
    attendance(Input::Bytes(text.as_bytes()), options)
}

fn read(text: &str) -> Attendance {
    with(text, &Options { country: Some(Country::Co), ..Options::default() }).unwrap()
}

fn names(found: &Attendance) -> Vec<&str> {
    found.people.iter().map(|person| person.name.as_deref().unwrap_or_default()).collect()
}

#[test]
fn a_first_row_with_an_answer_and_nobody_is_refused_and_is_no_second_header() {
    let list = "NOMBRE COMPLETO;CÉDULA;ASISTIÓ\n;;si\nAna Uno;1001001;no\n";
    let desk = at_session();
    let result = take(&desk, "lista.csv", list);
    assert_eq!(rejects(&result), ["2 status no_identifier"]);
    assert_eq!(roster(&desk), ["Ana Uno | CC:1001001 | absent | -"]);
    for answer in ["no", "n", "x", "NO"] {
        assert_eq!(read(&format!("NOMBRE;CÉDULA;ASISTIÓ;\n;;{answer};\n")).rejects.len(), 1, "{answer}");
    }
    // Under one heading for two columns they are headings.
    let list = "NOMBRE;CÉDULA;SEXO;;FIRMA\n;;M;F;\nAna Uno;1001001;;x;x\n";
    assert_eq!((names(&read(list)), read(list).rejects.len()), (vec!["Ana Uno"], 0));
}

#[test]
fn corrected_rows_come_back_beside_those_left_as_they_were() {
    let desk = at_session();
    desk.file("lista.csv", "NOMBRE COMPLETO;CÉDULA;ASISTIÓ\nAna Uno;1001001;si\n;;no\n;;no\n");
    desk.run("run attendance 1-S1 lista.csv --rejects mal.csv").exits(6);
    let rest = std::fs::read_to_string(desk.path("mal.csv")).unwrap();
    let corrected: Vec<String> = rest.lines().map(str::to_owned).collect();
    let third = corrected[2].replacen(";;", "Bea Dos;1001002;", 1);
    let result = take(&desk, "mal.csv", [&corrected[0], &corrected[1], &third].map(|line| format!("{line}\n")).concat());
    assert_eq!(rejects(&result), ["2 status no_identifier"]);
    assert_eq!(roster(&desk), ["Ana Uno | CC:1001001 | present | -", "Bea Dos | CC:1001002 | absent | -"]);
}

#[test]
fn what_cannot_be_a_document_makes_nobody_the_same() {
    for list in [
        "NOMBRE COMPLETO;CÉDULA\nSol Trece;000000\nTea Catorce;000000\n",
        "TIPO DOC;DOCUMENTO;NOMBRE COMPLETO\nCC;V-12.000.321;Sol Trece\n;V-12.000.321;Tea Catorce\n",
    ] {
        assert_eq!(names(&read(list)), ["Sol Trece", "Tea Catorce"], "{list}");
    }
    // Her own row with the document that can be is hers by the address.
    let found = read("NOMBRE;CÉDULA;CORREO\nSol Trece;000000;s@example.org\nSol Trece;1001001;s@example.org\n");
    assert_eq!((names(&found), found.people[0].document.as_deref()), (vec!["Sol Trece"], Some("1001001")));
    let desk = at_session();
    take(&desk, "lista.csv", "NOMBRE COMPLETO;CÉDULA\nSol Trece;000000\nTea Catorce;000000\n");
    assert_eq!(roster(&desk).len(), 2);
}

#[test]
fn ditto_marks_lose_nobody_wherever_they_stand() {
    let list = |rows: &str| format!("N°;NOMBRE;ENTIDAD;CORREO;FIRMA\n1;Ana Uno;Alcaldía;a@example.org;x\n{rows}");
    for rows in [
        "2;Bea Dos; \" ;b@example.org;x\n3;Eva Tres; \" ;e@example.org;x\n",
        "2;Bea Dos;\";b@example.org;x\n3;Eva Tres;Alcaldía;e@example.org;\"\n",
        "2;Bea Dos;\";b@example.org;\"\n3;Eva Tres;\";e@example.org;\"\n",
        "2;Bea Dos;\";b@example.org;\"\r\n3;Eva Tres;\";e@example.org;x",
    ] {
        let found = read(&list(rows));
        assert_eq!(names(&found), ["Ana Uno", "Bea Dos", "Eva Tres"], "{rows}");
        let emails: Vec<_> = found.people.iter().map(|person| person.email.as_deref().unwrap_or_default()).collect();
        assert_eq!(emails, ["a@example.org", "b@example.org", "e@example.org"], "{rows}");
        assert_eq!(found.people[1].organisation.as_deref(), Some("Alcaldía"), "{rows}");
    }
    let beside = "N°;NOMBRE;ENTIDAD;CARGO;CORREO\n1;Ana Uno;Alcaldía;Jefe;a@example.org\n2;Bea Dos;\";\";b@example.org\n";
    assert_eq!(read(beside).people[1].post.as_deref(), Some("Jefe"));
    // Cells in quotes that begin with a delimiter or a line end are what they say.
    let quoted = read("NOMBRE;CARGO;CORREO\nAna Uno;\";\";a@example.org\nBea Dos;\";Jefe\nde área\";b@example.org\nEva;\"\nJefa\";\n");
    let posts: Vec<_> = quoted.people.iter().map(|person| person.post.as_deref().unwrap_or_default()).collect();
    assert_eq!((posts, names(&quoted)), (vec![";", ";Jefe de área", "Jefa"], vec!["Ana Uno", "Bea Dos", "Eva"]));
}

#[test]
fn a_ditto_mark_is_one_wherever_the_file_is_cut_in_pieces() {
    let row = |n: usize| format!("{n};Persona {}ñ;{};p{n}@example.org\n", letters(n), if n % 2 == 1 { "\"" } else { "Alcaldía" });
    let list = format!("N°;NOMBRE;ENTIDAD;CORREO\n{}", (0..4000).map(row).collect::<String>());
    let bytes = list.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    let found = attendance(Input::Bytes(&bytes), &Options::default()).unwrap();
    assert_eq!((found.people.len(), found.rejects.len()), (4000, 0));
    assert!(found.people.iter().all(|person| person.organisation.as_deref() == Some("Alcaldía")));
    assert!(!found.warnings.iter().any(|warning| warning.code == WarnCode::InvalidEmail));
}

fn letters(n: usize) -> String {
    n.to_string().chars().map(|digit| char::from(b'a' + digit.to_digit(10).map_or(0, |digit| digit as u8))).collect()
}

#[test]
fn a_file_whose_lines_stand_in_quotes_whole_is_read_by_its_cells() {
    let header = "\"Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\"";
    let ana = "\"\"\"Uno, Ana\"\",a@example.org,08/14/2025 08:00:00 AM,08/14/2025 09:00:00 AM,60,No\"";
    let bruno = "\"Bruno Dos,b@example.org,08/14/2025 08:00:00 AM,08/14/2025 12:00:00 PM,240,No\"";
    let bare = |line: &str| line.trim_matches('"').to_owned();
    for list in [
        format!("{header}\r\n{ana}\r\n{bruno}\r\n"),
        format!("{header};;;\r\n{ana};;;\r\n{bruno};;;\r\n"),
        // Only the line that has quotes in it needed quotes.
        format!("{}\r\n{ana}\r\n{}\r\n", bare(header), bare(bruno)),
    ] {
        let desk = at_session();
        let result = take(&desk, "zoom.csv", &list);
        assert_eq!(result["source"], "zoom-meeting", "{list}");
        assert_eq!(roster(&desk), ["Bruno Dos | null | present | 240", "Uno, Ana | null | absent | 60"].map(|row| row.replace("null", "-")));
    }
    // Our own list as well, and names with commas alone stay names.
    let desk = at_session();
    take(&desk, "lista.csv", "\"name,doc,status\"\n\"\"\"Uno, Ana\"\",CC:1001001,present\"\n");
    assert_eq!(roster(&desk), ["Uno, Ana | CC:1001001 | present | -"]);
    let desk = at_session();
    take(&desk, "lista.csv", "name,doc,status\n\"\"\"Uno, Ana\"\",CC:1001001,present\"\nBruno Dos,CC:1001002,absent\n");
    assert_eq!(roster(&desk), ["Bruno Dos | CC:1001002 | absent | -", "Uno, Ana | CC:1001001 | present | -"]);
    assert_eq!(names(&read("Nombres y apellidos\n\"Uno, Ana\"\n\"Dos, Bruno\"\n")), ["Uno, Ana", "Dos, Bruno"]);
}

#[test]
fn an_order_that_no_date_has_is_refused_and_the_day_of_the_list_is_still_looked_at() {
    let desk = at_session();
    let row = |day: &str| {
        format!(
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
             Ana Uno,ana@example.org,{day} 08:00:00 AM,{day} 12:00:00 PM,240,No\n"
        )
    };
    desk.file("zoom.csv", row("08/25/2025"));
    let command = "run attendance 1-S1 zoom.csv";
    desk.run(command).exits(4);
    for order in ["dmy", "ymd"] {
        let ran = desk.run(&format!("{command} --date-order {order}")).exits(2);
        assert!(ran.stderr.contains("08/25/2025") && ran.stderr.contains("--date-order"), "{}", ran.stderr);
    }
    desk.run(&format!("{command} --date-order mdy")).exits(4);
    desk.file("zoom.csv", row("08/14/2025"));
    desk.run(&format!("{command} --date-order mdy")).ok();
    // The day in a title is one too.
    desk.file("lista.csv", "FECHA:;25/08/2025\nNombre;Cédula\nAna Uno;1001001\n");
    desk.run("run attendance 1-S1 lista.csv --date-order mdy").exits(2);
}

#[test]
fn words_of_a_form_in_the_column_of_the_names_are_nobody() {
    let list = |more: &[&str]| {
        let more: String = more.iter().map(|text| format!(";{text};;;\n")).collect();
        format!(
            "N°;NOMBRES Y APELLIDOS;DOCUMENTO;CORREO;FIRMA\n;FUNCIONARIOS;;;\n1;Ana Uno;CC 1001001;;x\n\
             ;INVITADOS:;;;\n2;Bea Dos;CC 1001002;;x\n;;;;\n{more}"
        )
    };
    let found = read(&list(&[
        "Gran total",
        "Hoja 1 de 2",
        "Proyectó: Ana Ruiz",
        "Digitó: Juan",
        "Nombre y firma",
        "Nombre del facilitador: Marcela",
        "Código: FT-001",
        "Bogotá D.C., 18 de marzo de 2026",
        "Coordinadora de Grupo",
        "-----",
        "Elaboró: Marcela Rueda;;Firma: ________",
    ]));
    assert_eq!(names(&found), ["Ana Uno", "Bea Dos"]);
    assert_eq!((found.rejects.len(), found.rows), (0, 2));
}

#[test]
fn a_name_alone_below_the_list_is_left_to_somebody_to_decide() {
    for between in [";;;\n", "\n", "TOTAL;2;;\n"] {
        let list = format!(
            "N°;NOMBRE;CÉDULA;FIRMA\n1;Ana Uno;1001001;x\n2;Bea Dos;1001002;x\n{between};Marcela Rueda;;\n"
        );
        let desk = at_session();
        let result = take(&desk, "lista.csv", &list);
        assert_eq!(rejects(&result), ["5 name below_list"], "{between:?}");
        assert_eq!(roster(&desk).len(), 2);
    }
    // Beside the others, with more than the name, or in a list of names alone, somebody is somebody.
    for list in [
        "N°;NOMBRE;CÉDULA\n1;Ana Uno;1001001\n2;Bea Dos;1001002\n;Eva Tres;\n",
        "N°;NOMBRE;CÉDULA\n1;Ana Uno;1001001\n2;Bea Dos;1001002\n;;\n;Eva Tres;1001003\n",
        "N°;NOMBRE;CÉDULA\n1;Ana Uno;1001001\n;Bea Dos;\n;;\n;Eva Tres;\n",
        "NOMBRE;CÉDULA\nAna Uno;\nBea Dos;\n;\nEva Tres;\n",
    ] {
        assert_eq!((names(&read(list)).len(), read(list).rejects.len()), (3, 0), "{list}");
    }
}

#[test]
fn the_day_of_a_list_is_read_as_forms_and_file_names_write_it() {
    let list = |titles: &str| format!("LISTA;;;\n{titles}\n;;;\nNOMBRE;CÉDULA;FIRMA;\nAna Uno;1001001;x;\n");
    let session = chrono::NaiveDate::from_ymd_opt(2025, 8, 14);
    let day = |text: &str, name: &str| {
        let options =
            Options { session_date: session, file_name: Some(name.to_owned()), ..Options::default() };
        with(text, &options).unwrap().session_date.map(|date| date.to_string())
    };
    for titles in [
        "FECHA;25;08;2025",
        "FECHA:;25;agosto;2025",
        "FECHA;DÍA;25;MES;08;AÑO;2025",
        "DÍA;MES;AÑO;\n25;08;25;",
        "FECHA: Bucaramanga, agosto 25 de 2025;;;",
        "FECHA: Bucaramanga, 25 de agosto de 2025;;;",
    ] {
        assert_eq!(day(&list(titles), "lista.csv").as_deref(), Some("2025-08-25"), "{titles}");
    }
    for (name, expected) in [
        ("Lista 25-08-25.csv", "2025-08-25"),
        ("Lista 14-08-25.csv", "2025-08-14"),
        ("lista_25082025.csv", "2025-08-25"),
        ("Asistencia agosto 25 de 2025.csv", "2025-08-25"),
        // Numbers of something else.
        ("lista_10102005.csv", "2025-08-14"),
        ("Formato 01-02-03.csv", "2025-08-14"),
    ] {
        assert_eq!(day(&list("X;;;"), name).as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn a_column_named_by_the_day_of_the_week_and_the_month_is_of_that_day() {
    let list = "NOMBRE;CÉDULA;Jueves 14;Jueves 21\nAna Uno;1001001;x;\nBea Dos;1001002;;x\n";
    let desk = at_session();
    take(&desk, "lista.csv", list);
    assert_eq!(roster(&desk), ["Ana Uno | CC:1001001 | present | -", "Bea Dos | CC:1001002 | absent | -"]);
    let desk = at_session();
    let result = take(&desk, "lista.csv", list.replace("14", "15").replace("21", "22"));
    assert!(result["warnings"].to_string().contains("presence_unclear"), "{result}");
}

#[test]
fn a_column_or_line_named_by_hand_that_is_not_there_is_named() {
    let desk = at_session();
    desk.file("lista.csv", "Columna A;Columna B\n1;Ana Uno\n");
    for (said, expected) in [
        ("--map 'name=Columna Z'", "Columna Z"),
        ("--map name=9", "Columna A, Columna B"),
        ("--map 'name=Columna B' --header-row 99", "99"),
        ("--map 'name=Columna B' --map 'name=Columna A'", "--map"),
    ] {
        let ran = desk.run(&format!("run attendance 1-S1 lista.csv {said}")).exits(2);
        assert!(ran.stderr.contains(expected), "{said}: {}", ran.stderr);
    }
    let fault = with("Columna A;Columna B\n1;Ana Uno\n", &Options { header_row: Some(9), ..Options::default() });
    assert!(matches!(fault, Err(IntakeError::NoSuchLine { line: 9, last: 2 })));
}
