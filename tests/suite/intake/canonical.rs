//! Our own attendance CSV as a stream, and plain lists.

use std::fmt::Write as _;

use ata::intake::{
    CanonicalReader, Field, IgnoreReason, Input, IntakeError, Line, Options, Presence, RejectReason, Source, listing,
    sniff,
};
use chrono::NaiveDate;
use proptest::prelude::*;

/// Every line in short: `line name doc email status minutes`, or why not.
fn read(text: &str, options: &Options) -> Vec<String> {
    let mut reader = CanonicalReader::open(Input::Bytes(text.as_bytes()), options).unwrap();
    let mut seen = Vec::new();
    while let Some(line) = reader.read().unwrap() {
        seen.push(match line {
            Line::Row(row) => {
                let mut out =
                    format!("{} {}|{}:{}|{}", row.line, row.name, row.doc_type, row.doc, row.email.unwrap_or_default());
                let status = row.status.map_or("", Presence::as_str);
                write!(out, "|{status}|{}", row.minutes.map_or(String::new(), |minutes| minutes.to_string())).unwrap();
                out
            }
            Line::Reject(reject) => format!("{} {} {} {:?}", reject.line, reject.reason, reject.field, reject.value),
            Line::Ignored(ignored) => format!("{} {}", ignored.line, ignored.reason),
        });
    }
    seen
}

#[test]
fn rows_come_as_they_are_written() {
    let text = "session,name,doc,email,phone,organisation,post,territory,status,minutes,role\n\
        AT-2026-0001-S1, Aurelia  Ficticia ,CC:1000111201,AURELIA@Example.org,300,Alcaldía,Jefe,05001,present,95,host\n\
        AT-2026-0001-S1,\"Inventado, Bruno\",1.000.111.202,,,,,,,,\n\
        ,,,,3000000008,,,,,,\n\
        ,,,,,,,,,,\n\
        AT-2026-0001-S1,Camila,,no tiene,,,,,tarde,12.0,\n\
        AT-2026-0001-S1,Darío,,,,,,,perhaps,,\n\
        AT-2026-0001-S1,Estefanía,,,,,,,,-3,\n\
        AT-2026-0001-S1,Fabián,,,,,,,,a lot,\n\
        AT-2026-0001-S1,Gloria,,,,,,,,,,extra\n";
    insta::assert_debug_snapshot!(read(text, &Options::default()), @r#"
    [
        "2 Aurelia  Ficticia|CC:1000111201|aurelia@example.org|present|95",
        "3 Inventado, Bruno|:1.000.111.202|||",
        "4 no_identifier name \"\"",
        "5 blank",
        "6 Camila|:||late|12",
        "7 invalid_status status \"perhaps\"",
        "8 invalid_minutes minutes \"-3\"",
        "9 invalid_minutes minutes \"a lot\"",
        "10 too_many_cells name \"extra\"",
    ]
    "#);
}

#[test]
fn spanish_and_portuguese_names_of_the_columns_are_accepted() {
    let cases = [
        "Nombres;Apellidos;Tipo de documento;Número de documento;Correo electrónico;Asistió;Minutos",
        "nombres;apellidos;tipo_documento;numero_documento;correo;estado;minutos",
        "first_names;last_names;doc_type;doc_number;email;status;minutes",
        "Primer nombre;Primer apellido;TIPO DOC.;C.C.;E-MAIL;Asistencia;Minutos asistidos",
    ];
    for header in cases {
        let text = format!("{header}\nAurelia;Ficticia;CC;1000111201;a@example.org;Sí;30\n");
        assert_eq!(
            read(&text, &Options::default()),
            ["2 Aurelia Ficticia|CC:1000111201|a@example.org|present|30"],
            "{header}"
        );
    }
    let text = "nome;sobrenome;cpf;e-mail;presença;minutos\nMaitê;Gonçalves;39053344705;m@example.org;presente;30\n";
    assert_eq!(read(text, &Options::default()), ["2 Maitê Gonçalves|:39053344705|m@example.org|present|30"]);
}

#[test]
fn minutes_come_from_join_and_leave_when_they_are_not_written() {
    let text = "name,join,leave,minutes\n\
        Ana,2026-03-04 09:00,2026-03-04 10:30:59,\n\
        Bea,23:30,00:10,\n\
        Cai,2026-03-04 09:00,2026-03-04 08:00,\n\
        Dora,03/04/2026 09:00,03/04/2026 10:00,\n\
        Eva,14/04/2026 09:00,14/04/2026 10:00,\n\
        Fay,soon,later,\n\
        Gil,09:00,10:00,5\n\
        Hal,05/06/2026 09:00,05/06/2026 10:00,\n";
    let options = Options { session_date: NaiveDate::from_ymd_opt(2026, 3, 4), ..Options::default() };
    insta::assert_debug_snapshot!(read(text, &options), @r#"
    [
        "2 Ana|:|||90",
        "3 Bea|:|||40",
        "4 leave_before_join leave \"2026-03-04 08:00\"",
        "5 Dora|:|||60",
        "6 Eva|:|||60",
        "7 invalid_time join \"soon\"",
        "8 Gil|:|||5",
        "9 invalid_time join \"05/06/2026 09:00\"",
    ]
    "#);
}

#[test]
fn sensitive_columns_are_kept_apart() {
    let text =
        "name,sexo,etnia,discapacidad,victima,rango de edad,identidad de género\nAna,mujer,raizal,,no,29-59,femenino\n";
    let mut reader = CanonicalReader::open(Input::Bytes(text.as_bytes()), &Options::default()).unwrap();
    let Some(Line::Row(row)) = reader.read().unwrap() else { panic!("a row") };
    assert_eq!(Field::SENSITIVE.map(Field::as_str), ["sex", "gender", "ethnicity", "disability", "victim", "age_band"]);
    assert_eq!(row.sensitive, ["mujer", "femenino", "raizal", "", "no", "29-59"]);
}

#[test]
fn a_file_without_a_usable_header_shows_what_it_has() {
    let fault = CanonicalReader::open(Input::Bytes(b"talla,peso\n1,2\n"), &Options::default()).err().unwrap();
    assert!(
        matches!(&fault, IntakeError::NoHeader { found } if found == &[(1, vec!["talla".to_owned(), "peso".to_owned()])]),
        "{fault:?}"
    );
}

#[test]
fn columns_can_be_named_by_hand() {
    let text = "quién,cuándo,tiempo\nAurelia,ayer,40\n";
    let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let options = Options { map: map(&[("name", "Quien"), ("minutes", "3")]), ..Options::default() };
    assert_eq!(read(text, &options), ["2 Aurelia|:|||40"]);
    let wrong = Options { map: map(&[("name", "quién"), ("minutes", "horas")]), ..Options::default() };
    let fault = CanonicalReader::open(Input::Bytes(text.as_bytes()), &wrong).err().unwrap();
    assert!(
        matches!(&fault, IntakeError::UnknownColumn { field, column, found } if field == "minutes" && column == "horas" && found.len() == 3)
    );
    let unknown = Options { map: map(&[("shoe", "quién")]), ..Options::default() };
    let fault = CanonicalReader::open(Input::Bytes(text.as_bytes()), &unknown).err().unwrap();
    assert!(matches!(&fault, IntakeError::UnknownField { field } if field == "shoe"));
}

#[test]
fn a_large_file_is_read_from_disk_in_windows_1252() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lista.csv");
    let mut text = String::from("nombre;documento;minutos\n");
    for number in 0..20_000 {
        writeln!(text, "Íñigo Muñoz {number};{number};{}", number % 200).unwrap();
    }
    std::fs::write(&path, encoding_rs::WINDOWS_1252.encode(&text).0).unwrap();
    let named = Options { source: Some(Source::Canonical), ..Options::default() };
    for options in [&Options::default(), &named] {
        let found = sniff(Input::File(&path), options).unwrap();
        assert_eq!((found.streams(), found.encoding.as_str(), found.delimiter), (true, "windows-1252", Some(';')));
    }
    let mut reader = CanonicalReader::open(Input::File(&path), &Options::default()).unwrap();
    assert_eq!((reader.encoding(), reader.delimiter(), reader.header_line()), ("windows-1252", ';', 1));
    let (mut count, mut minutes) = (0, 0);
    while let Some(line) = reader.read().unwrap() {
        let Line::Row(row) = line else { panic!("{line:?}") };
        assert_eq!(row.name, format!("Íñigo Muñoz {count}"));
        assert_eq!(row.line, count + 2);
        minutes += row.minutes.unwrap();
        count += 1;
    }
    assert_eq!((count, minutes), (20_000, 1_990_000));
}

#[test]
fn a_plain_list_keeps_lines_columns_and_reasons() {
    let text = "\u{feff}Code;Name; Parent org ;E-mail\nS;Secretaría;;s@x.co\n\n;;;\nD;Dirección;S;;extra\nG;\"Grupo\nuno\";D;\nH;Último;;\n";
    let list = listing(Input::Bytes(text.as_bytes()), &Options::default(), false, |_| false).unwrap();
    assert_eq!(
        list.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(),
        ["code", "name", "parent_org", "e_mail"]
    );
    assert_eq!(
        list.rows.iter().map(|row| (row.line, list.value(row, "name"))).collect::<Vec<_>>(),
        [(2, "Secretaría"), (6, "Grupo\nuno"), (8, "Último")]
    );
    assert_eq!(list.ignored.iter().map(|row| (row.line, row.reason)).collect::<Vec<_>>(), [(4, IgnoreReason::Blank)]);
    assert_eq!(
        list.rejects.iter().map(|row| (row.line, row.reason)).collect::<Vec<_>>(),
        [(5, RejectReason::TooManyCells)]
    );
    let options = Options { map: vec![("title".into(), "Name".into())], ..Options::default() };
    let renamed = listing(Input::Bytes(text.as_bytes()), &options, false, |_| false).unwrap();
    assert_eq!(renamed.value(&renamed.rows[0], "title"), "Secretaría");
}

proptest! {
    #[test]
    fn no_text_after_a_header_panics(text in "[a-zñ@.:;,\"0-9/\n\r \t-]{0,300}") {
        let text = format!("name,doc,email,status,minutes,join,leave\n{text}");
        if let Ok(mut reader) = CanonicalReader::open(Input::Bytes(text.as_bytes()), &Options::default()) {
            while let Ok(Some(_)) = reader.read() {}
        }
    }
}
