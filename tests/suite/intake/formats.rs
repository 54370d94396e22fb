//! Variants of the exports that the samples do not show: other languages, other years, other programs in between.

use ata::intake::{Attendance, Container, Input, IntakeError, Options, Source, WarnCode, attendance, sniff};

use super::utf16;

fn read(text: &str) -> Attendance {
    attendance(Input::Bytes(text.as_bytes()), &Options::default()).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
}

/// `name minutes` of everybody.
fn people(found: &Attendance) -> Vec<String> {
    let minutes = |minutes: Option<i64>| minutes.map_or("-".to_owned(), |minutes| minutes.to_string());
    found
        .people
        .iter()
        .map(|person| format!("{} {}", person.name.as_deref().unwrap_or("?"), minutes(person.minutes)))
        .collect()
}

fn ignored(found: &Attendance) -> Vec<(u64, &str)> {
    found.ignored.iter().map(|ignored| (ignored.line, ignored.reason.as_str())).collect()
}

fn says(found: &Attendance, code: WarnCode) -> bool {
    found.warnings.iter().any(|warning| warning.code == code)
}

#[test]
fn headers_of_every_language_and_year_tell_their_source() {
    let cases = [
        (
            Source::ZoomMeeting,
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room",
        ),
        (Source::ZoomMeeting, "Name (original name),Email,Total duration (minutes),Guest"),
        (
            Source::ZoomMeeting,
            "Nombre (nombre original),E-mail del usuario,Hora para unirse,Hora para salir,Duración (minutos),Invitado",
        ),
        (Source::ZoomMeeting, "Nombre (nombre original),E-mail del usuario,Duración total (minutos),Invitado"),
        (
            Source::ZoomMeeting,
            "Nombre (nombre original),Correo electrónico,Hora de entrada,Hora de salida,Duración (minutos),Invitado,,En sala de espera",
        ),
        (
            Source::ZoomMeeting,
            "Nome (nome original),E-mail,Ingressar na hora,Hora de saída,Duração (minutos),Convidado,Na sala de espera",
        ),
        (Source::TeamsList, "Nome Completo\tAtividade\tData e hora"),
        (
            Source::TeamsSummary,
            "Nome Completo\tHorário de Entrada\tHorário de Saída\tDuração\tEmail\tFunção\tID do participante (UPN)",
        ),
        (Source::MeetNative, "First name,Last name,Email,Duration,Time joined,Time exited"),
        (
            Source::MeetNative,
            "Nombre,Apellido,Correo electrónico,Duración,Hora a la que se unió,Hora a la que abandonó la reunión",
        ),
        (Source::MeetExtension, "\"Name\",\"Joined at\",\"Left at\",\"Time in call\",\"Status\""),
        (Source::GoogleForms, "Carimbo de data/hora,Endereço de e-mail,Nome completo"),
        (Source::MsForms, "ID,Hora de início,Hora de conclusão,Email,Nome"),
        (Source::Canonical, "session,name,doc_type,doc_number,email,status,minutes,sex"),
        (Source::HandmadeList, "N°;APELLIDOS Y NOMBRES;NRO DE DNI;CARGO;IE / UGEL / DRE;CELULAR;FIRMA"),
        (Source::HandmadeList, "Nº;Nome completo;CPF;Órgão;Cargo/Função;Telefone;Assinatura"),
    ];
    for (source, header) in cases {
        let options = Options::default();
        let found = sniff(Input::Bytes(format!("{header}\n").as_bytes()), &options)
            .unwrap_or_else(|fault| panic!("{header}: {fault:?}"));
        assert_eq!(found.source, source, "{header}");
        let found = read(&format!("{header}\n"));
        assert_eq!((found.source, found.people.len(), found.rejects.len()), (source, 0, 0), "{header}");
        assert!(says(&found, WarnCode::NoRows), "{header}");
    }
}

#[test]
fn a_variant_that_repeats_the_meeting_reads_the_participant_and_not_the_host() {
    let found = read(
        "Topic,MeetingID,User_Name,UserEmail,NameOriginalName,Email,Join_Time,Leave_Time,Duration_Minutes_2\n\
         Taller,812,Anfitriona,h@example.org,Bruno Inventado,b@example.org,09/25/2025 09:00:00 AM,09/25/2025 10:00:00 AM,60\n",
    );
    assert_eq!(people(&found), ["Bruno Inventado 60"]);
    assert_eq!(found.people[0].email.as_deref(), Some("b@example.org"));
}

#[test]
fn a_spanish_webinar_of_2021_calls_the_join_column_a_job() {
    let found = read(
        "Informe de asistentes,,,,,,\n\
         Informe generado:,\"mar. 19, 2021 08:00:00\",,,,,\n\
         Tema,ID del seminario web,Duración real (minutos),N.º inscritos,Usuarios totales,,\n\
         Conversatorio,912,60,3,2,,\n\
         Detalles de asistentes,,,,,,\n\
         Asistió,Nombre de usuario (nombre original),Correo electrónico,Puesto de trabajo,Hora de salida,Tiempo en la sesión (minutos),Nombre de país/región\n\
         Sí,Aurelia Ficticia,a@example.org,\"mar. 18, 2021 19:02:33\",\"mar. 18, 2021 20:02:33\",60,Colombia\n\
         No,Bruno Inventado,b@example.org,--,--,--,\n\
         Otros asistentes,,,,,,\n\
         Nombre de usuario,Hora de entrada,Hora de salida,Tiempo en la sesión (minutos),Nombre de país/región,,\n\
         573100***009,\"mar. 18, 2021 19:10:00\",\"mar. 18, 2021 19:40:00\",30,Colombia,,\n",
    );
    assert_eq!(found.source, Source::ZoomWebinar);
    assert_eq!(people(&found), ["Aurelia Ficticia 60", "573100***009 30"]);
    assert_eq!(ignored(&found), [(8, "no_show")]);
    assert_eq!(found.session_date.unwrap().to_string(), "2021-03-18");
    assert_eq!(found.people[0].post, None);
}

#[test]
fn a_teams_list_is_told_by_content_in_a_language_not_met() {
    let text =
        "Ім'я\tДія\tЧас\nОлена Приклад\tПриєднався\t25/04/2025, 09:00:00\nОлена Приклад\tLeft\t25/04/2025, 10:00:00\n";
    let found = attendance(Input::Bytes(&utf16(text, true, false)), &Options::default()).unwrap();
    assert_eq!((found.source, people(&found)), (Source::TeamsList, vec!["Олена Приклад 60".to_owned()]));
}

#[test]
fn two_devices_and_a_lost_join_in_a_teams_list() {
    let found = read(
        "Nome Completo\tAtividade\tData e hora\n\
         Maitê Gonçalves\tEntrou\t30/03/2021 09:00:00\n\
         Maitê Gonçalves\tEntrou\t30/03/2021 09:20:00\n\
         Maitê Gonçalves\tSaiu\t30/03/2021 09:30:00\n\
         Maitê Gonçalves\tSaiu\t30/03/2021 10:00:00\n\
         Nuno Araújo\tSaiu\t30/03/2021 10:00:00\n",
    );
    assert_eq!(people(&found), ["Maitê Gonçalves 60", "Nuno Araújo -"]);
    assert!(says(&found, WarnCode::LeftWithoutJoin));
}

#[test]
fn a_teams_summary_resaved_by_excel_is_padded_and_still_read() {
    let found = read(
        "Meeting Summary,,,,,,\r\nTotal Number of Participants,1,,,,,\r\nMeeting Start Time,\"4/25/2025, 8:22:11 AM\",,,,,\r\n,,,,,,\r\n\
         Full Name,Join Time,Leave Time,Duration,Email,Role,Participant ID (UPN)\r\n\
         Gloria (Guest),\"4/25/2025, 8:30:25 AM\",\"4/25/2025, 10:16:25 AM\",1h 46m,,Presenter,x_y.org#EXT#@t.org\r\n,,,,,,\r\n",
    );
    assert_eq!((found.source, people(&found)), (Source::TeamsSummary, vec!["Gloria 106".to_owned()]));
    assert_eq!((found.people[0].email.as_deref(), ignored(&found)), (None, vec![(7, "blank")]));
}

#[test]
fn a_teams_report_without_activities_is_read_from_its_totals() {
    let found = read(
        "1. Resumen\nTítulo de la reunión\tMesa\nHora de inicio\t25/7/25, 9:00:00\n\n2. Participantes\n\
         Nombre\tPrimera entrada\tÚltima salida\tTiempo en la reunión\tCorreo electrónico\tRol\n\
         Bruno Inventado (Externo)\t25/7/25, 9:00:00\t25/7/25, 11:00:00\t1 h 30 min\tb@example.org\tAsistente\n\n3. Actividades en la reunión\n",
    );
    assert_eq!((found.source, people(&found)), (Source::TeamsReport, vec!["Bruno Inventado 90".to_owned()]));
    assert_eq!(found.session_date.unwrap().to_string(), "2025-07-25");
}

#[test]
fn a_meet_extension_with_blanks_before_its_quotes_absentees_and_a_footer() {
    let found = read(
        "\u{feff}\"Attendance for: Taller\"\n\"On: 2025-08-16\"\n\n\
         \"Names\", \"Email\", \"Comments\", \"Arrival time\", \"Last Seen\", \"# of Checks\", \"Joined\", \"Details\"\n\
         \"Aurelia Ficticia\", \"a@example.org\", \"\", \"23:30\", \"00:15\", \"45\", \"1\", \"\"\n\
         \"Bruno Inventado\", \"\", \"\"\n\
         * Created with the extension https://example.org\n\"Made with care\"\n",
    );
    assert_eq!((found.source, people(&found)), (Source::MeetExtension, vec!["Aurelia Ficticia 45".to_owned()]));
    assert_eq!(ignored(&found), [(6, "no_show"), (7, "footer"), (8, "footer")]);
    assert!(says(&found, WarnCode::NoSessionDate));
}

#[test]
fn a_hand_made_list_with_two_header_rows_repeated_headers_and_raw_ditto_marks() {
    let found = read(
        "LISTA DE ASISTENCIA;;;;;\nFecha: 14 de agosto de 2025;;;;;\n\
         No.;NOMBRES Y APELLIDOS;IDENTIFICACIÓN;;ENTIDAD;ASISTIÓ\n;;TIPO;NÚMERO;;\n\
         1;Aurelia Ficticia;CC;1.000.111.201;Alcaldía;SI\n\
         2;Bruno Inventado;C.C.;1000111202;\";x\n\
         No.;NOMBRES Y APELLIDOS;IDENTIFICACIÓN;;ENTIDAD;ASISTIÓ\n\
         3;Camila de la Prueba;PA;AB-12345;ídem;No\n\
         4;Darío Quimera;NIT;890102006-1;Otra;quizá\n\
         Observaciones: ninguna;;;;;\n",
    );
    assert_eq!((found.source, found.header_line), (Source::HandmadeList, Some(3)));
    let rows: Vec<String> = found
        .people
        .iter()
        .map(|person| {
            format!(
                "{} {} {:?}",
                person.document_text().unwrap(),
                person.organisation.as_deref().unwrap(),
                person.status.map(|status| status.as_str())
            )
        })
        .collect();
    insta::assert_debug_snapshot!(rows, @r#"
    [
        "CC:1000111201 Alcaldía Some(\"present\")",
        "CC:1000111202 Alcaldía Some(\"present\")",
        "PA:AB12345 Alcaldía Some(\"absent\")",
        "NIT:890102006-1 Otra None",
    ]
    "#);
    assert_eq!(ignored(&found), [(7, "repeated_header"), (10, "footer")]);
    assert_eq!(found.session_date.unwrap().to_string(), "2025-08-14");
    assert!(says(&found, WarnCode::PresenceUnclear));
}

#[test]
fn documents_are_read_as_spreadsheets_and_people_leave_them() {
    let cases = [
        ("1.098.765.432", Some("1098765432"), None),
        ("52'000.303", Some("52000303"), None),
        ("C.C. 1.000.111.202 de Villa X", Some("CC:1000111202"), None),
        ("Cédula de ciudadanía No. 1000", Some("CC:1000"), None),
        ("1098765432.0", Some("1098765432"), Some(WarnCode::DocumentRepaired)),
        ("12.345.678,00", Some("12345678"), Some(WarnCode::DocumentRepaired)),
        ("CC 63.100.201,0", Some("CC:63100201"), Some(WarnCode::DocumentRepaired)),
        ("12,345,678.00", Some("12345678"), Some(WarnCode::DocumentRepaired)),
        ("1.098.765.433.0", Some("1098765433"), Some(WarnCode::DocumentRepaired)),
        ("12.345.678,50", None, Some(WarnCode::InvalidDocument)),
        ("390.533.447.05", Some("39053344705"), None),
        ("1.098765432E9", Some("1098765432"), Some(WarnCode::DocumentRepaired)),
        ("1.0987654E9", Some("1098765400"), Some(WarnCode::DocumentRepaired)),
        ("1,09877E+09", None, Some(WarnCode::DocumentDigitsLost)),
        ("1.09877E+09", None, Some(WarnCode::DocumentDigitsLost)),
        ("0900000001", Some("0900000001"), None),
        ("V-12.000.321", Some("V12000321"), None),
        ("E-82000678", Some("E82000678"), None),
        ("17.000.001-3", Some("17000001-3"), None),
        ("390.533.447-05", Some("39053344705"), None),
        ("PPT 0000404", Some("PPT:0000404"), None),
        ("PA: AB12345", Some("PA:AB12345"), None),
        ("No. 1098765432", Some("1098765432"), None),
        ("N° 1.098.765.432", Some("1098765432"), None),
        ("N-12345", Some("N12345"), None),
        ("TI No 1098765432", Some("TI:1098765432"), None),
        ("63100201-CC", Some("CC:63100201"), None),
        ("63.100.201 (C.C.)", Some("CC:63100201"), None),
        ("SD", None, None),
        ("no tiene", None, None),
        ("n/a", None, None),
        ("pendiente", None, Some(WarnCode::InvalidDocument)),
        ("7", None, Some(WarnCode::InvalidDocument)),
    ];
    for (cell, document, doubt) in cases {
        let found = read(&format!("N°;NOMBRE COMPLETO;DOCUMENTO DE IDENTIDAD\n1;Aurelia Ficticia;{cell}\n"));
        assert_eq!(found.people[0].document_text().as_deref(), document, "{cell}");
        let doubts = [WarnCode::DocumentRepaired, WarnCode::DocumentDigitsLost, WarnCode::InvalidDocument];
        let said = found.warnings.iter().map(|warning| warning.code).find(|code| doubts.contains(code));
        assert_eq!(said, doubt, "{cell}");
    }
    let dni = read("N°;NOMBRE COMPLETO;NRO DE DNI\n1;Aurelia Ficticia;09000321\n");
    assert_eq!(dni.people[0].document_text().as_deref(), Some("DNI:09000321"));
}

#[test]
fn one_address_of_an_office_is_not_one_person() {
    let found = read(
        "N°;NOMBRE COMPLETO;CORREO\n1;Aurelia Ficticia;alcaldia@x.gov.co\n2;Bruno Inventado;alcaldia@x.gov.co\n3;Aurelia F. Montoya;alcaldia@x.gov.co\n",
    );
    assert_eq!(people(&found), ["Aurelia Ficticia -", "Bruno Inventado -"]);
    assert!(says(&found, WarnCode::SharedEmail));
}

#[test]
fn sessions_of_one_canonical_file_are_not_merged_and_people_of_one_session_are() {
    let found = read("session,name,doc,minutes\nS1,Aurelia,CC:1000,30\nS2,Aurelia,CC:1000,40\nS1,AURELIA,CC 1.000,5\n");
    let rows: Vec<_> = found
        .people
        .iter()
        .map(|person| (person.session.as_deref().unwrap(), person.minutes, person.lines.clone()))
        .collect();
    assert_eq!(rows, [("S1", Some(35), vec![2, 4]), ("S2", Some(40), vec![3])]);
}

#[test]
fn a_page_named_xls_is_read_by_its_table() {
    let page = "<html><head><style>td{color:red}</style></head>\n<body><table><tr><td>menú</td></tr></table>\n<TABLE border=1>\n<tr><th colspan=2>Reporte</th></tr>\n\
        <tr><th>Nombres y apellidos</th><th>C&eacute;dula</th><th>Correo&nbsp;electr&oacute;nico</th></tr>\n\
        <tr><td>Aurelia<br>Ficticia</td><td>1.000.111.201</td><td>a@example.org</td></tr>\n<tr><td>Bruno &amp; Cía<td>&#49;000111202<td></tr></table></body></html>";
    let found = attendance(Input::Bytes(page.as_bytes()), &Options::default()).unwrap();
    assert_eq!((found.source, found.container, found.header_line), (Source::HandmadeList, Container::Html, Some(5)));
    let rows: Vec<_> = found
        .people
        .iter()
        .map(|person| (person.lines[0], person.name.as_deref().unwrap(), person.document.as_deref().unwrap()))
        .collect();
    assert_eq!(rows, [(6, "Aurelia Ficticia", "1000111201"), (7, "Bruno & Cía", "1000111202")]);
}

#[test]
fn a_file_that_names_nobody_or_is_of_another_source_is_refused_with_what_it_has() {
    let fault = attendance(Input::Bytes(b"talla;peso\n1;2\n"), &Options::default()).unwrap_err();
    assert!(matches!(&fault, IntakeError::NoHeader { found } if found[0].1 == ["talla", "peso"]), "{fault:?}");
    let options = Options { source: Some(Source::TeamsReport), ..Options::default() };
    let fault = attendance(Input::Bytes(b"nombre;correo\nAna;a@x.co\n"), &options).unwrap_err();
    assert!(matches!(fault, IntakeError::NotThisSource { source_asked: Source::TeamsReport, .. }));
}

#[test]
fn columns_named_by_hand_lead_to_a_header_that_no_word_tells() {
    let text = "Informe interno;;\nQuién vino;Cédula suya;Rato\nAurelia Ficticia;1000111201;45\n";
    let map = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect()
    };
    let options = Options {
        map: map(&[("name", "quien vino"), ("doc", "cedula suya"), ("minutes", "rato")]),
        ..Options::default()
    };
    let found = attendance(Input::Bytes(text.as_bytes()), &options).unwrap();
    assert_eq!((people(&found), found.header_line), (vec!["Aurelia Ficticia 45".to_owned()], Some(2)));
}

#[test]
fn machines_and_devices_are_not_taken_for_names_of_people() {
    let found = read(
        "Name (original name),Email,Duration (minutes),Guest\nread.ai meeting notes,,60,Yes\nOtter.ai,,60,Yes\nFireflies.ai Notetaker Ana,,60,Yes\n\
         Zoom user,,30,Yes\nGalaxy A12,,20,Yes\nOttero Fathi,,10,Yes\nAna Ruiz (Secretaría de Salud),,5,Yes\nCami (Camila Prueba),,5,Yes\n",
    );
    assert_eq!(
        people(&found),
        ["Zoom user 30", "Galaxy A12 20", "Ottero Fathi 10", "Ana Ruiz (Secretaría de Salud) 5", "Camila Prueba 5"]
    );
    assert_eq!(ignored(&found), [(2, "bot"), (3, "bot"), (4, "bot")]);
    assert_eq!(found.warnings.iter().filter(|warning| warning.code == WarnCode::DeviceName).count(), 2);
}

#[test]
fn a_name_that_begins_like_a_footer_is_a_person_all_the_same() {
    let found = read(
        "NOMBRE COMPLETO;ENTIDAD\nHoracio Pérez;Alcaldía\nNotario Ruiz;\nTotalina Gómez;\nNota: dos faltaron;\nTotal: 3;\nFirma del responsable ____;\n",
    );
    assert_eq!(people(&found), ["Horacio Pérez -", "Notario Ruiz -", "Totalina Gómez -"]);
    assert_eq!(ignored(&found), [(5, "footer"), (6, "total"), (7, "footer")]);
}

#[test]
fn one_name_at_two_places_at_once_is_doubted_and_one_that_comes_back_is_not() {
    let header = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n";
    let back = format!(
        "{header}Ana Ruiz,,25/04/2025 09:00,25/04/2025 09:30,30,Yes\nAna Ruiz,,25/04/2025 09:40,25/04/2025 10:00,20,Yes\n"
    );
    let twice = format!(
        "{header}Ana Ruiz,,25/04/2025 09:00,25/04/2025 09:30,30,Yes\nAna Ruiz,,25/04/2025 09:20,25/04/2025 10:00,40,Yes\n"
    );
    assert_eq!(
        (people(&read(&back)), says(&read(&back), WarnCode::MergedByName)),
        (vec!["Ana Ruiz 50".to_owned()], false)
    );
    assert_eq!(
        (people(&read(&twice)), says(&read(&twice), WarnCode::MergedByName)),
        (vec!["Ana Ruiz 60".to_owned()], true)
    );
}

#[test]
fn boxes_of_the_differential_approach_in_a_form_are_kept_as_sensitive() {
    let found =
        attendance(Input::Bytes(&super::fixtures::bytes("v16_kobo_attendance_es.csv")), &Options::default()).unwrap();
    let said: Vec<_> = found
        .people
        .iter()
        .map(|person| person.sensitive.iter().map(|(field, value)| format!("{field}={value}")).collect::<Vec<_>>())
        .collect();
    // The third answered the question neither way.
    assert_eq!(said, [vec!["disability=no", "victim=no"], vec!["disability=sí", "victim=sí"], vec![]]);
}

#[test]
fn leaving_is_told_by_what_nobody_does_first_where_no_word_tells() {
    let list = |joined: &str, left: &str| {
        format!(
            "Nombre completo\tAcción\tMarca de tiempo\nAna Ruiz\t{joined}\t14/08/2025 08:00:00\nAna Ruiz\t{left}\t14/08/2025 09:00:00\n\
             Luis Paz\t{joined} antes\t14/08/2025 08:00:00\nLuis Paz\t{left}\t14/08/2025 08:30:00\n"
        )
    };
    for (joined, left) in
        [("Se unió", "Salió"), ("Se unió", "Se ha ido"), ("Conectado", "Fin"), ("Rejoint", "A quitté")]
    {
        assert_eq!(people(&read(&list(joined, left))), ["Ana Ruiz 60", "Luis Paz 30"], "{joined} {left}");
    }
    // Nobody left: a second word for joining is no leaving.
    let found = read(
        "Full Name\tUser Action\tTimestamp\nAna Ruiz\tJoined before\t14/08/2025 08:00:00\nAna Ruiz\tJoined\t14/08/2025 08:10:00\nLuis Paz\tJoined before\t14/08/2025 09:00:00\n",
    );
    assert_eq!(people(&found), ["Ana Ruiz 60", "Luis Paz 0"]);
}

#[test]
fn the_host_on_every_row_has_an_address_that_is_not_the_participants() {
    let found = read(
        "Topic,MeetingID,User_Name,User_Email,Start_Time,End_Time,Duration_Minutes,NameOriginalName,UserEmail,Join_Time,Leave_Time,Duration_Minutes_2\n\
         Taller,812,Anfitriona,h@example.org,08/14/2025 07:50:00 AM,08/14/2025 10:10:00 AM,140,Ana Ruiz,ana@example.org,08/14/2025 08:00:00 AM,08/14/2025 09:00:00 AM,60\n\
         Taller,812,Anfitriona,h@example.org,08/14/2025 07:50:00 AM,08/14/2025 10:10:00 AM,140,Luis Paz,luis@example.org,08/14/2025 08:00:00 AM,08/14/2025 10:00:00 AM,120\n",
    );
    assert_eq!(people(&found), ["Ana Ruiz 60", "Luis Paz 120"]);
    assert_eq!(found.people[0].email.as_deref(), Some("ana@example.org"));
}

#[test]
fn a_registered_name_is_not_mixed_with_the_one_shown() {
    let found = read(
        "Detalles del asistente,\nAsistió,Nombre de usuario (nombre original),Nombre,Apellido,Correo electrónico,Hora de entrada,Hora de salida,Tiempo en la sesión (minutos)\n\
         Sí,Bruno I,Bruno,Inventado,bruno@example.org,18/03/2021 19:00:00,18/03/2021 19:58:00,58\n",
    );
    assert_eq!(people(&found), ["Bruno Inventado 58"]);
}

#[test]
fn headings_with_a_number_before_and_a_remark_behind_are_known() {
    let found = read(
        "1. Nombres y apellidos completos;2) N° de documento (sin puntos);3. Correo electrónico (institucional):;4. Entidad (nombre completo) *\n\
         Ana Ruiz;1098765432;ana@example.org;Alcaldía\n",
    );
    let ana = &found.people[0];
    assert_eq!((ana.name.as_deref(), ana.document.as_deref()), (Some("Ana Ruiz"), Some("1098765432")));
    assert_eq!((ana.email.as_deref(), ana.organisation.as_deref()), (Some("ana@example.org"), Some("Alcaldía")));
}

#[test]
fn a_form_that_was_not_sent_is_no_attendance() {
    let found = read(
        "ID de respuesta;Fecha de envío;Última página;Nombre completo;Cédula\n1;2025-08-14 08:05:00;2;Ana Ruiz;1098765432\n2;;1;Luis Paz;\n",
    );
    assert_eq!((people(&found), ignored(&found)), (vec!["Ana Ruiz -".to_owned()], vec![(3, "unfinished")]));
}

#[test]
fn a_question_that_asks_for_several_things_is_read_part_by_part() {
    let found = read(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Datos de contacto,,\n\
         ,,,,,,,,,Nombre completo,Entidad,Correo electrónico\n\
         10000000001,4,08/14/2025 08:01:02 AM,08/14/2025 08:03:40 AM,192.0.2.1,,,,,Ana Ruiz,Alcaldía,ana@example.org\n",
    );
    assert_eq!(people(&found), ["Ana Ruiz -"]);
    assert_eq!(
        (found.people[0].email.as_deref(), found.people[0].organisation.as_deref()),
        (Some("ana@example.org"), Some("Alcaldía"))
    );
}

#[test]
fn a_cell_that_several_rows_of_a_page_share_is_of_each_of_them() {
    let page = "<table><tr><th>Nombre completo<th>Entidad<th>Cédula</tr>\n<tr><td>Ana Ruiz<td rowspan=2>Alcaldía<td>1098765432</tr>\n\
        <tr><td>Luis Paz<td>1098600502</tr>\n<tr><td>Eva Sol<td>Otra<td>1098600503</tr></table>";
    let found = attendance(Input::Bytes(page.as_bytes()), &Options::default()).unwrap();
    let rows: Vec<String> = found
        .people
        .iter()
        .map(|person| format!("{} {}", person.document.as_deref().unwrap(), person.organisation.as_deref().unwrap()))
        .collect();
    assert_eq!(rows, ["1098765432 Alcaldía", "1098600502 Alcaldía", "1098600503 Otra"]);
}

#[test]
fn a_matrix_before_the_stays_is_passed_over_and_hours_alone_are_somebodys_own_list() {
    let found = read(
        "\u{feff}\"Name\",\"14:00\",\"14:30\",\"15:00\"\r\n\"Ana Ruiz\",\"1\",\"1\",\"0\"\r\n\r\n\
         \"First Name\",\"Last Name\",\"Joined\",\"Left\",\"Time\"\r\n\"Ana\",\"Ruiz\",\"14:00\",\"14:45\",\"45\"\r\n",
    );
    assert_eq!((found.source, people(&found)), (Source::HandmadeList, vec!["Ana Ruiz 45".to_owned()]));
}
