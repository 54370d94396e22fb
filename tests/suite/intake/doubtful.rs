//! What a reader must neither lose nor invent: rows that look like something else, and somebody who looks like nobody.

use ata::intake::{Attendance, Field, Input, IntakeError, Options, Source, WarnCode, attendance};
use ata_model::country::Country;

use super::brought::{at_session, at_session_on, rejects, roster, take, warnings};

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
    let result =
        take(&desk, "mal.csv", [&corrected[0], &corrected[1], &third].map(|line| format!("{line}\n")).concat());
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
    let beside =
        "N°;NOMBRE;ENTIDAD;CARGO;CORREO\n1;Ana Uno;Alcaldía;Jefe;a@example.org\n2;Bea Dos;\";\";b@example.org\n";
    assert_eq!(read(beside).people[1].post.as_deref(), Some("Jefe"));
    // Cells in quotes that begin with a delimiter or a line end are what they say.
    let quoted = read(
        "NOMBRE;CARGO;CORREO\nAna Uno;\";\";a@example.org\nBea Dos;\";Jefe\nde área\";b@example.org\nEva;\"\nJefa\";\n",
    );
    let posts: Vec<_> = quoted.people.iter().map(|person| person.post.as_deref().unwrap_or_default()).collect();
    assert_eq!((posts, names(&quoted)), (vec![";", ";Jefe de área", "Jefa"], vec!["Ana Uno", "Bea Dos", "Eva"]));
}

#[test]
fn a_ditto_mark_is_one_wherever_the_file_is_cut_in_pieces() {
    let row = |n: usize| {
        format!("{n};Persona {}ñ;{};p{n}@example.org\n", letters(n), if n % 2 == 1 { "\"" } else { "Alcaldía" })
    };
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
        assert_eq!(
            roster(&desk),
            ["Bruno Dos | null | present | 240", "Uno, Ana | null | absent | 60"].map(|row| row.replace("null", "-"))
        );
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
        let list =
            format!("N°;NOMBRE;CÉDULA;FIRMA\n1;Ana Uno;1001001;x\n2;Bea Dos;1001002;x\n{between};Marcela Rueda;;\n");
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
        let options = Options { session_date: session, file_name: Some(name.to_owned()), ..Options::default() };
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

#[test]
fn signatures_of_each_shift_are_signatures_and_an_organ_is_an_organisation() {
    for (first, second) in [
        ("FIRMA ENTRADA", "FIRMA SALIDA"),
        ("ASSINATURA MANHÃ", "ASSINATURA TARDE"),
        ("FIRMA A.M.", "FIRMA P.M."),
        ("FIRMA MAÑANA", "FIRMA TARDE"),
    ] {
        let list = format!(
            "N°;NOME COMPLETO;ÓRGÃO/MUNICÍPIO;{first};{second}\n1;Ana Uno;Prefeitura;;x\n2;Eva Tres;Prefeitura;;\n"
        );
        let found = read(&list);
        let said: Vec<_> = found.people.iter().map(|person| person.status.map(|status| status.as_str())).collect();
        assert_eq!(said, [Some("present"), None], "{first}");
        assert_eq!(found.people[0].organisation.as_deref(), Some("Prefeitura"));
        let codes: Vec<_> = found.warnings.iter().map(|warning| warning.code).collect();
        assert!(codes.contains(&WarnCode::PresenceUnclear) && !codes.contains(&WarnCode::ColumnIgnored), "{codes:?}");
    }
    // Two rows of headings say the same.
    let list = "N°;NOMBRE;DNI;FIRMA;\n;;;ENTRADA;SALIDA\n1;Ana Uno;12345678;x;x\n2;Eva Tres;12345679;;\n";
    let said: Vec<_> = read(list).people.iter().map(|person| person.status.is_some()).collect();
    assert_eq!(said, [true, false]);
}

#[test]
fn times_under_a_heading_that_says_utc_are_put_on_the_clock_of_the_session() {
    let report = |first: &str, last: &str| {
        format!(
            "1. Summary\nMeeting title\tX\n\n2. Participants\nName\tFirst Join (UTC)\tLast Leave (UTC)\tIn-Meeting Duration\tEmail\n\
             Bea\t{first}\t{last}\t3h 20m\tb@example.org\n"
        )
    };
    let desk = at_session();
    take(&desk, "teams.csv", report("8/14/25, 1:40:00 PM", "8/14/25, 5:00:00 PM"));
    assert_eq!(roster(&desk), ["Bea | - | late | 200"]);
    // Its day is the session's too, though UTC is a day ahead.
    let desk = at_session_on("2025-08-14 20:00", "3h");
    take(&desk, "teams.csv", report("8/15/25, 1:00:00 AM", "8/15/25, 4:00:00 AM"));
    assert_eq!(roster(&desk), ["Bea | - | present | 200"]);
    let live = "SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n\
        a,p1,Cai Tres,Chrome,8/14/2025 1:00:00 PM,Joined,Attendee\na,p1,Cai Tres,Chrome,8/14/2025 1:03:00 PM,Left,Attendee\n";
    let desk = at_session();
    let result = take(&desk, "live.csv", live);
    assert_eq!(
        (result["source"].as_str(), roster(&desk)),
        (Some("teams-list"), vec!["Cai Tres | - | absent | 3".to_owned()])
    );
}

#[test]
fn a_survey_that_stores_no_dates_is_of_no_day() {
    let desk = at_session();
    let list =
        "id,submitdate,lastpage,startlanguage,seed,nombre,cedula\n1,1980-01-01 00:00:00,2,es,1,Ana Uno,1001001\n";
    let result = take(&desk, "lime.csv", list);
    assert_eq!(warnings(&result), ["2 no_stored_date submitdate"]);
    assert_eq!(roster(&desk), ["Ana Uno | CC:1001001 | present | -"]);
}

#[test]
fn a_stay_over_a_change_of_clocks_lasts_as_long_as_it_did() {
    let mut desk = crate::desk::TestDesk::empty();
    desk.at("2026-03-02T09:00:00-03:00");
    desk.run("init").ok();
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-04-04 22:00' --duration 4h --tz America/Santiago --place Auditorio --extraordinary x");
    crate::run::walk_to(&desk, "run");
    desk.at("2026-04-10T13:00:00-03:00");
    let zoom = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
        Bea Dos,b@example.org,04/04/2026 10:00:00 PM,04/05/2026 01:00:00 AM,240,No\n\
        Eva Tres,e@example.org,04/04/2026 10:00:00 PM,04/04/2026 10:30:00 PM,30,No\n";
    take(&desk, "zoom.csv", zoom);
    let ours = "name,join,leave\nAna Uno,2026-04-04 22:00,2026-04-05 01:00\n";
    take(&desk, "lista.csv", ours);
    assert_eq!(
        roster(&desk),
        ["Ana Uno | - | present | 240", "Bea Dos | - | present | 240", "Eva Tres | - | absent | 30"]
    );
}

#[test]
fn a_picture_or_an_archive_is_named_as_what_it_is() {
    for (bytes, name) in [
        (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"{\\rtf1\\ansi Nombre}", "rtf"),
        (b"SQLite format 3\0\x10\0", "sqlite"),
    ] {
        match attendance(Input::Bytes(bytes), &Options::default()) {
            Err(IntakeError::UnsupportedContainer { container }) => assert_eq!(container.as_str(), name),
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn what_a_meeting_shows_around_a_name_is_taken_off() {
    let zoom = |name: &str| {
        format!(
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n{name},,08/14/2025 08:00:00 AM,08/14/2025 09:00:00 AM,60,No\n"
        )
    };
    for (shown, name) in [
        ("24A_Pedro Gómez", "Pedro Gómez"),
        ("12. Toño Gil", "Toño Gil"),
        ("7 - Ana Uno", "Ana Uno"),
        ("Sofía Lara (ella/she)", "Sofía Lara"),
        ("Sofía (ella/she)", "Sofía"),
        ("Uma Ríos (Coanfitrión)", "Uma Ríos"),
        ("573100***001", "573100***001"),
        ("3M Colombia", "3M Colombia"),
        ("Cami (Camila de la Prueba)", "Camila de la Prueba"),
    ] {
        assert_eq!(names(&read(&zoom(shown))), [name], "{shown}");
    }
}

#[test]
fn the_day_of_birth_tells_the_age_and_is_not_kept() {
    let age = |header: &str, cells: &str| {
        let options = Options { session_date: chrono::NaiveDate::from_ymd_opt(2025, 8, 14), ..Options::default() };
        let found = with(&format!("NOMBRE;CÉDULA;{header}\nAna Uno;1001001;{cells}\n"), &options).unwrap();
        assert_eq!(found.source, Source::HandmadeList);
        let doubted = found.warnings.iter().any(|warning| warning.code == WarnCode::BirthUnread);
        (found.people[0].sensitive.get(&Field::AgeBand).cloned().unwrap_or_default(), doubted)
    };
    let told = |age: &str| (age.to_owned(), false);
    assert_eq!(age("FECHA DE NACIMIENTO", "15/08/1985"), told("39"));
    assert_eq!(age("Data de nascimento", "1985-08-14"), told("40"));
    assert_eq!(age("FECHA DE NACIMIENTO", "03/04/1985"), told("40"));
    // In September or in July: 39 or 40.
    assert_eq!(age("FECHA DE NACIMIENTO", "07/09/1985"), (String::new(), true));
    assert_eq!(age("FECHA DE NACIMIENTO", "hace mucho"), (String::new(), true));
    assert_eq!(age("EDAD;FECHA DE NACIMIENTO", "28 años;03/04/1985"), told("28 años"));
}
