//! Headings of lists made by hand, in the many ways people write them, through the real binary.

use super::brought::{at_session, roster, take, warnings};

/// Takes a list whose rows are numbered, with name and document in front.
fn listed(more: &str) -> (Vec<String>, Vec<String>) {
    let desk = at_session();
    let result = take(&desk, "lista.csv", format!("N°;NOMBRES Y APELLIDOS;DOCUMENTO;{more}"));
    (roster(&desk), warnings(&result))
}

/// The statuses of the two people, by name.
fn statuses(more: &str) -> [String; 2] {
    let (rows, warnings) = listed(more);
    assert_eq!(rows.len(), 2, "{more}: {rows:?} {warnings:?}");
    [0, 1].map(|at: usize| rows[at].split(" | ").nth(2).unwrap_or_default().to_owned())
}

#[test]
fn who_is_marked_under_no_did_not_come() {
    for header in [
        "Asistencia (Sí/No)",
        "Asistió (SI/NO)",
        "Asistió S/N",
        "Asistencia Si/No",
        "Presença (S/N)",
        "Asistencia virtual",
    ] {
        let more = format!("{header}\n1;Ana Paz;63100205;Sí\n2;Zoe Mar;63100204;No\n");
        assert_eq!(statuses(&more), ["present", "absent"], "{header}");
    }
    assert_eq!(statuses("ASISTENCIA (P/A)\n1;Ana Paz;63100205;P\n2;Zoe Mar;63100204;A\n"), ["present", "absent"]);
    for header in ["ASISTIÓ;\n;;;SI;NO", "SI;NO", "Asistió Sí;Asistió No", "¿Asistió?;\n;;;Sim;Não"] {
        let more = format!("{header}\n1;Ana Paz;63100205;X;\n2;Zoe Mar;63100204;;X\n");
        assert_eq!(statuses(&more), ["present", "absent"], "{header}");
    }
    // The other way round, and both.
    assert_eq!(statuses("ASISTIÓ;\n;;;NO;SI\n1;Ana Paz;63100205;;X\n2;Zoe Mar;63100204;X;\n"), ["present", "absent"]);
    let (_, said) = listed("SI;NO\n1;Ana Paz;63100205;X;X\n");
    assert_eq!(said, ["2 presence_unclear X / X"]);
    let (_, said) = listed("Asistencia a qué parte\n1;Ana Paz;63100205;mañana\n");
    assert!(said.contains(&"1 presence_unclear Asistencia a qué parte".to_owned()), "{said:?}");
}

#[test]
fn minutes_on_a_list_without_signatures_are_judged_by_the_profile() {
    for header in ["MINUTOS", "Duración"] {
        let more = format!("{header}\n1;Ana Paz;63100205;240\n2;Zoe Mar;63100204;90\n");
        assert_eq!(statuses(&more), ["present", "absent"], "{header}");
    }
    let signed = "MINUTOS;FIRMA\n1;Ana Paz;63100205;240;x\n2;Zoe Mar;63100204;90;x\n";
    assert_eq!(statuses(signed), ["present", "present"]);
}

#[test]
fn of_the_days_of_a_list_that_of_the_session_says_who_came() {
    for header in [
        "AGOSTO;;\n;;;13;14;15",
        "FECHA;;\n;;;13/08;14/08;15/08",
        "ASISTENCIA;;\n;;;13;14;15",
        "ASISTENCIA DÍA 13;ASISTENCIA DÍA 14;ASISTENCIA DÍA 15",
        "Asistencia 13/08;Asistencia 14/08;Asistencia 15/08",
    ] {
        let more = format!("{header}\n1;Ana Paz;63100205;;X;\n2;Zoe Mar;63100204;X;;X\n");
        assert_eq!(statuses(&more), ["present", "absent"], "{header}");
    }
    // Days that are counted may be any.
    let (_, said) = listed("ASISTENCIA DÍA 1;ASISTENCIA DÍA 2\n1;Ana Paz;63100205;X;X\n");
    assert!(said.contains(&"1 presence_unclear ASISTENCIA DÍA 1, ASISTENCIA DÍA 2".to_owned()), "{said:?}");
}

#[test]
fn headings_with_dots_plurals_and_alternatives_are_understood() {
    let said = |header: &str, cell: &str| {
        let desk = at_session();
        take(&desk, "lista.csv", format!("N°;NOMBRES Y APELLIDOS;{header}\n1;Ana Paz;{cell}\n"));
        desk.json("person show P-1")
    };
    for (header, cell, doc) in [
        ("D.N.I.", "01234567", "DNI:01234567"),
        ("Nº D.N.I.", "01234567", "DNI:01234567"),
        ("Documento Nacional de Identidad", "01234567", "DNI:01234567"),
        ("DNI/CE", "01234567", "CC:01234567"),
        ("CEDULAS", "63100205", "CC:63100205"),
        ("Documentos", "63100205", "CC:63100205"),
        ("C.P.F.", "39053344705", "CPF:39053344705"),
        ("CPF/RG", "63100205", "CC:63100205"),
        ("R.U.T.", "890102006", "NIT:890102006-1"),
    ] {
        let found = said(header, cell);
        assert_eq!(found["doc"], doc, "{header}: {found}");
    }
    for header in ["CORREOS", "E-mails", "Correo del participante"] {
        assert_eq!(said(header, "ana@example.org")["email"], "ana@example.org", "{header}");
    }
    for header in ["Cel.", "Tel/Cel", "Tel. Celular", "Fono", "Celulares"] {
        assert_eq!(said(header, "3001234567")["phone"], "3001234567", "{header}");
    }
    for header in ["CARGOS", "Cargo y/o función"] {
        assert_eq!(said(header, "Profesional")["post"], "Profesional", "{header}");
    }
    for name in [
        "Nombre del/la participante",
        "Nome do(a) participante",
        "APELLIDOS Y NOMBRES DEL PARTICIPANTE",
        "Nombre del funcionario(a)",
    ] {
        let desk = at_session();
        take(&desk, "lista.csv", format!("N°;{name};DOCUMENTO\n1;Ana Paz;1001001\n"));
        assert_eq!(roster(&desk), ["Ana Paz | CC:1001001 | present | -"], "{name}");
    }
    for header in [
        "ENTIDADES",
        "Institución / Empresa",
        "INSTITUCION Y/O ENTIDAD",
        "Institución u organización",
        "Órgão / Entidade",
        "IE / UGEL",
    ] {
        let (_, said) = listed(&format!("{header}\n1;Ana Paz;63100205;Nadie\n"));
        assert_eq!(said, ["2 organisation_unknown Nadie"], "{header}");
    }
    let (rows, _) = listed("H. INGRESO;H. SALIDA\n1;Ana Paz;63100205;8:00;9:30\n");
    assert_eq!(rows, ["Ana Paz | CC:63100205 | absent | 90"]);
    let (rows, _) = listed("Horario de llegada;Horario de salida\n1;Ana Paz;63100205;8:00;9:30\n");
    assert_eq!(rows, ["Ana Paz | CC:63100205 | absent | 90"]);
    // What means two things means neither.
    let (_, said) = listed("Cargo / Teléfono\n1;Ana Paz;63100205;Jefa 3001234567\n");
    assert_eq!(said, ["1 column_ignored Cargo / Teléfono"]);
    let desk = at_session();
    desk.file("gente.csv", "APELLIDOS Y NOMBRES;D.N.I.;CARGOS\nQuispe Mamani, Rosa;01234567;Docente\n");
    let result = desk.json("person import gente.csv");
    assert_eq!(result["warnings"], serde_json::json!([]));
    assert_eq!(desk.json("person show P-1")["doc"], "CC:01234567");
}
