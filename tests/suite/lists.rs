//! Lists as offices keep them, taken in by the command: what a careful person would read in them.

use crate::desk::TestDesk;
use crate::run::walk_to;
use serde_json::Value;

/// A session of four hours, held today.
fn desk() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("org add 'Alcaldía de Girón' --kind municipality --code AGI");
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio");
    walk_to(&desk, "run");
    desk.at("2026-03-18T13:00:00-05:00");
    desk
}

/// Takes a list in; the answer, and `name status minutes` of everybody noted.
fn taken(desk: &TestDesk, name: &str, list: impl AsRef<[u8]>) -> (Value, Vec<String>) {
    desk.file(name, list);
    let result = desk.json(&format!("run attendance 1-S1 '{name}'"));
    let roster = desk.json("run roster 1-S1");
    let rows = roster["items"].as_array().expect("items").iter().map(|row| {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{} {} {}", text(&row["person"]["name"]), text(&row["status"]), row["minutes"])
    });
    (result, rows.collect())
}

fn warned<'r>(result: &'r Value, code: &str) -> Vec<&'r str> {
    let all = result["warnings"].as_array().expect("warnings").iter();
    all.filter(|one| one["code"] == code).filter_map(|one| one["detail"].as_str()).collect()
}

#[test]
fn the_minutes_of_a_meeting_decide_who_was_there() {
    let zoom = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
        Ana Ruiz,ana@example.org,03/18/2026 08:00:00 AM,03/18/2026 12:00:00 PM,240,Yes\n\
        Luis Paz,luis@example.org,03/18/2026 08:00:00 AM,03/18/2026 08:30:00 AM,30,Yes\n\
        Eva Sol,eva@example.org,03/18/2026 08:20:00 AM,03/18/2026 12:00:00 PM,220,Yes\n";
    let (_, noted) = taken(&desk(), "zoom.csv", zoom);
    assert_eq!(noted, ["Ana Ruiz present 240", "Eva Sol late 220", "Luis Paz absent 30"]);
    let teams = "Full Name\tUser Action\tTimestamp\nAna Ruiz\tJoined\t18/03/2026, 08:00:00\nAna Ruiz\tLeft\t18/03/2026, 12:00:00\n\
        Luis Paz\tJoined\t18/03/2026, 08:00:00\nLuis Paz\tLeft\t18/03/2026, 09:00:00\n";
    let (_, noted) = taken(&desk(), "teams.csv", teams);
    assert_eq!(noted, ["Ana Ruiz present 240", "Luis Paz absent 60"]);
    let meet = "First name,Last name,Email,Duration,Time joined,Time exited\nAna,Ruiz,ana@example.org,3 hr 50 min,08:00,11:50\nLuis,Paz,,10 min,08:00,08:10\n";
    let (_, noted) = taken(&desk(), "2026-03-18 08_00 Taller - Attendance Report.csv", meet);
    assert_eq!(noted, ["Ana Ruiz present 230", "Luis Paz absent 10"]);
}

#[test]
fn hours_of_coming_and_going_are_minutes_and_a_late_hour_is_late() {
    let list = "Nombre;Hora de ingreso;Hora de salida\nAna Ruiz;8:00 a.m.;12:00 m.\nLuis Paz;8:30;11:45\nEva Sol;10h30;11h\nIván Mora;9:00;8:00\n";
    let (result, noted) = taken(&desk(), "lista.csv", list);
    assert_eq!(noted, ["Ana Ruiz present 240", "Eva Sol absent 30", "Iván Mora late null", "Luis Paz late 195"]);
    assert_eq!(warned(&result, "leave_before_join"), ["8:00"]);
    let list = "Nombre;Hora de llegada;Firma\nAna Ruiz;8:05;x\nLuis Paz;8:40;x\nEva Sol;;x\n";
    let (_, noted) = taken(&desk(), "lista.csv", list);
    assert_eq!(noted, ["Ana Ruiz present null", "Eva Sol present null", "Luis Paz late null"]);
}

#[test]
fn a_mark_that_is_missing_among_others_is_said() {
    let (result, noted) = taken(&desk(), "lista.csv", "Nombre,Asistió\nAna Ruiz,SI\nLuis Paz,No\nEva Sol,\n");
    assert_eq!(noted, ["Ana Ruiz present null", "Eva Sol absent null", "Luis Paz absent null"]);
    assert_eq!(warned(&result, "presence_blank"), ["Asistió"]);
    // Whoever has not signed may still have been there; nobody guesses.
    let (result, noted) = taken(&desk(), "lista.csv", "Nombre,Firma\nAna Ruiz,x\nEva Sol,\n");
    assert_eq!(noted, ["Ana Ruiz present null", "Eva Sol present null"]);
    assert_eq!(warned(&result, "presence_unclear"), ["Firma"]);
    // Signed on paper: an empty column says nothing.
    let (result, noted) = taken(&desk(), "lista.csv", "Nombre,Firma\nAna Ruiz,\nEva Sol,\n");
    assert_eq!((noted.len(), warned(&result, "presence_unclear").len()), (2, 0));
}

#[test]
fn a_comma_that_was_not_quoted_moves_nobodys_cells() {
    let (_, noted) = taken(&desk(), "lista.csv", "Nombre\nAna Ruiz\nPaz, Luis\n");
    assert_eq!(noted, ["Ana Ruiz present null", "Paz, Luis present null"]);
    let desk = desk();
    desk.file("lista.csv", "Nombre,Cédula\nAna Ruiz,1098765432\nPaz, Luis,1098600502\n");
    let result = desk.run("run attendance 1-S1 lista.csv --json").exits(6).json();
    assert_eq!((&result["people"], &result["rejects"][0]["reason"]), (&1.into(), &"too_many_cells".into()), "{result}");
}

#[test]
fn one_list_for_several_days_is_read_by_the_column_of_the_day() {
    let list = "N°;NOMBRE;17/03/2026;18/03/2026\n1;Ana Ruiz;X;X\n2;Luis Paz;X;\n3;Eva Sol;;X\n";
    let (_, noted) = taken(&desk(), "lista.csv", list);
    assert_eq!(noted, ["Ana Ruiz present null", "Eva Sol present null", "Luis Paz absent null"]);
    let (result, _) = taken(&desk(), "lista.csv", list.replace("17/03/2026", "DÍA 1").replace("18/03/2026", "DÍA 2"));
    assert_eq!(warned(&result, "presence_unclear"), ["DÍA 1, DÍA 2"]);
    let desk = desk();
    desk.file("lista.csv", list.replace("17/03/2026", "DÍA 1").replace("18/03/2026", "DÍA 2"));
    desk.json("run attendance 1-S1 lista.csv --map 'status=DÍA 2'");
    assert_eq!(desk.json("show 1-S1")["attendance"]["absent"], 1);
}

#[test]
fn boxes_under_a_heading_of_the_differential_approach_are_answers() {
    let list = "No.;NOMBRES Y APELLIDOS;DOCUMENTO;;SEXO;;GRUPO ÉTNICO;;;FIRMA\n;;TIPO;NÚMERO;H;M;Indígena;Afro;Ninguno;\n\
        1;Ana Ruiz;CC;1.098.765.432;;X;X;;;x\n2;Luis Paz;TI;1098600502;X;;;;X;x\n3;Eva Sol;;;;;;;;x\n";
    let desk = desk();
    let (result, noted) = taken(&desk, "lista.csv", list);
    assert_eq!((noted.len(), &result["differential"]), (3, &2.into()), "{result}");
    assert_eq!(desk.json("person show 1098600502")["doc"], "TI:1098600502");
    let told = desk.json("export 1 --include-sensitive")["sessions"][0]["differential"].clone();
    assert_eq!((&told[0]["sex"], &told[0]["ethnicity"]), (&"female".into(), &"indigenous".into()));
    assert_eq!((&told[1]["sex"], &told[1]["ethnicity"]), (&"male".into(), &"none".into()));
}

#[test]
fn headings_of_groups_above_the_header_name_what_it_leaves_open() {
    let list = "N°;DATOS PERSONALES;;ENTIDAD;CONTACTO;\n;NOMBRE;CÉDULA;;TELÉFONO;CORREO\n1;Ana Ruiz;1098765432;Alcaldía de Girón;300 111 2233;ana@example.org\n";
    let desk = desk();
    taken(&desk, "lista.csv", list);
    let ana = desk.json("person show 1098765432");
    assert_eq!((&ana["org"]["name"], &ana["email"]), (&"Alcaldía de Girón".into(), &"ana@example.org".into()));
}

#[test]
fn a_rehearsal_under_the_same_number_is_left_aside() {
    let zoom = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
        Ana Ruiz,ana@example.org,03/17/2026 06:00:00 PM,03/17/2026 06:30:00 PM,30,No\n\
        Ana Ruiz,ana@example.org,03/18/2026 08:00:00 AM,03/18/2026 12:00:00 PM,240,No\n";
    let (result, noted) = taken(&desk(), "zoom.csv", zoom);
    assert_eq!(noted, ["Ana Ruiz present 240"]);
    assert_eq!((&result["rows"], &result["ignored_reasons"]["other_day"]), (&2.into(), &1.into()), "{result}");
    let desk = desk();
    desk.file("ayer.csv", zoom.lines().take(2).collect::<Vec<_>>().join("\n"));
    desk.run("run attendance 1-S1 ayer.csv").exits(4);
}

#[test]
fn a_dos_file_is_read_with_its_accents_and_says_so() {
    let mut list = b"Nombre;C\x82dula\r\nJos\x82 \xa5\xa0\xa4ez;1098765432\r\n".to_vec();
    list.extend(b"Mar\xa1a Pe\xa4a;1098600502\r\n");
    let (result, noted) = taken(&desk(), "lista.csv", list);
    assert_eq!(noted, ["José Ñáñez present null", "María Peña present null"]);
    assert_eq!((&result["decided"]["encoding"], warned(&result, "looks_like_dos").len()), (&"cp850".into(), 1));
}

#[test]
fn what_came_is_said_in_the_words_of_the_reader() {
    let mut desk = desk();
    desk.file("lista.csv", "FECHA:;18/03/2026\nNombre;Cédula\nAna Ruiz;1098765432\n;;\n");
    for (lang, begin) in [
        (
            "es",
            "lista.csv (lista hecha a mano): 1 fila\n  utf-8 · separado por «;» · encabezado en la línea 2 · fechas día/mes/año (hay un valor mayor que 12)",
        ),
        ("pt", "lista.csv (lista feita à mão): 1 linha\n"),
        ("en", "lista.csv (hand-made list): 1 row\n"),
    ] {
        desk.speaks(lang);
        let said = desk.run("run attendance 1-S1 lista.csv --dry-run").ok().stdout;
        assert!(said.starts_with(begin), "{said}");
    }
    desk.speaks("es");
    desk.file("mala.csv", "Nombre;Minutos\nAna Ruiz;muchos\n");
    let said = desk.run("run attendance 1-S1 mala.csv").exits(6).stdout;
    assert!(said.contains("2\tMinutos\tmuchos\t"), "{said}");
}

const DIRECTORY: &str = "DIRECTORIO DE FUNCIONARIOS;;;;;;\nSecretaría de Salud;;;;;;\n;;;;;;\n\
    N°;PRIMER APELLIDO;SEGUNDO APELLIDO;NOMBRES;N° de documento (sin puntos);Entidad a la que pertenece;Correo institucional\n\
    1;Gil;Ñáñez;Ana María;1.098.765.432;ALCALDIA DE GIRON;ana@example.org / otra@example.org\n\
    2;Paz;;Luis;1,09877E+09;;n/a\n3;;;;;;\nTOTAL;2;;;;;\n";

#[test]
fn a_directory_is_found_below_its_titles_and_read_in_the_words_of_offices() {
    let desk = desk();
    let mut bytes = Vec::new();
    bytes.extend(encoding_rs::WINDOWS_1252.encode(DIRECTORY).0.iter());
    desk.file("directorio.csv", bytes);
    let result = desk.json("person import directorio.csv");
    assert_eq!((&result["new_people"], &result["rejected"]), (&2.into(), &0.into()), "{result}");
    assert_eq!(result["ignored_reasons"], serde_json::json!({"numbered_blank": 1, "total": 1}));
    assert_eq!(
        (warned(&result, "several_emails").len(), warned(&result, "document_digits_lost")),
        (1, vec!["1,09877E+09"])
    );
    let ana = desk.json("person show 1098765432");
    assert_eq!((&ana["name"], &ana["email"]), (&"Ana María Gil Ñáñez".into(), &"ana@example.org".into()));
    assert_eq!(ana["org"]["name"], "Alcaldía de Girón");
    let before = desk.dump();
    assert_eq!(desk.json("person import directorio.csv")["changed"], false);
    assert!(desk.dump() == before);
}

#[test]
fn columns_of_a_directory_are_named_by_hand_where_no_word_tells() {
    let desk = desk();
    desk.file("gente.csv", "quien;clave;donde\nAna Ruiz;1098765432;AGI\n");
    let error = desk.run("person import gente.csv --json").exits(2).error();
    assert!(error["hint"].as_str().is_some_and(|hint| hint.contains("--map")), "{error}");
    let line = "person import gente.csv --map nombre=quien --map doc=clave --map org=donde";
    assert_eq!(desk.json(line)["new_people"], 1);
    assert_eq!(desk.json("person show 1098765432")["org"]["name"], "Alcaldía de Girón");
    assert_eq!(desk.json(line)["changed"], false);
    desk.run("person import gente.csv --map foo=quien").exits(2);
    desk.run("person import gente.csv --map name").exits(2);
    desk.run("person import gente.csv --map name=nada").exits(2);
    desk.file("con-titulo.csv", "quien;clave\nQuién;Clave\nEva Sol;1098600502\n");
    assert_eq!(desk.json("person import con-titulo.csv --map name=1 --map doc=2 --header-row 2")["new_people"], 1);
}

#[test]
fn needs_and_organisations_stand_below_titles_too() {
    let desk = desk();
    desk.file(
        "n.csv",
        "SOLICITUDES 2026;;;;\n;;;;\nNo.;Título de la solicitud;Entidad solicitante;Fecha de recibo;Radicado\n\
         1;Vigilancia del dengue;Alcaldía de Girón;14/02/2026;2026-001\n2;;;;\n",
    );
    let result = desk.json("need import n.csv");
    assert_eq!((&result["added"], &result["ignored_reasons"]["numbered_blank"]), (&1.into(), &1.into()), "{result}");
    desk.file(
        "o.csv",
        "ENTIDADES;;\nNombre de la entidad;Código DANE;Correo\nAlcaldía de Lebrija;68406;lebrija@example.org\n",
    );
    assert_eq!(desk.json("org import o.csv")["added"], 1);
    let lebrija = desk.json("org show 'Alcaldía de Lebrija'");
    assert_eq!((&lebrija["territory"], &lebrija["email"]), (&"68406".into(), &"lebrija@example.org".into()));
}

#[test]
fn where_only_rows_belong_a_trace_an_import_and_an_export_leave_nothing_out() {
    let desk = desk();
    desk.json("followup add 1 'Enviar el listado' --owner AGI --due 2026-04-01");
    let trace = desk.run("trace 1 --format csv").ok().stdout;
    for what in ["need", "session", "commitment"] {
        assert!(trace.lines().any(|line| line.split(',').any(|cell| cell == what)), "{trace}");
    }
    desk.file("personas.csv", "name,email\nAna Mora,ana@example.org\n,sin-nombre\n");
    desk.run("person import personas.csv").exits(6);
    for line in ["import show I-1", "show I-1"] {
        let import = desk.run(&format!("{line} --format tsv")).ok().stdout;
        let lines: Vec<Vec<&str>> = import.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 2, "{import}");
        let cell = |key| lines[0].iter().position(|one| *one == key).map(|at| lines[1][at]);
        assert_eq!((cell("id"), cell("rows"), cell("rejected")), (Some("I-1"), Some("2"), Some("1")), "{import}");
    }
    for form in ["csv", "tsv"] {
        let error = desk.run(&format!("export 1 --format {form}")).exits(2).stderr;
        assert!(error.contains("ata export 1 --format jsonl"), "{error}");
    }
}
