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
