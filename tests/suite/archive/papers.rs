//! Control sheet, index and inventory.

use super::{closed, complete};
use crate::followup::case_at;

#[test]
fn the_control_sheet_lists_the_oldest_first_with_folios_that_go_on() {
    let desk = complete();
    let sheet = desk.json("archive sheet 1");
    let rows: Vec<_> = sheet["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| (item["date"].as_str().unwrap_or(""), item["folio_from"].as_i64(), item["folio_to"].as_i64()))
        .collect();
    assert_eq!(rows, [("2026-02-10", Some(1), Some(2)), ("2026-03-01", Some(3), Some(6))]);
    assert_eq!((sheet["folios"].as_i64(), sheet["folders"].as_i64()), (Some(6), Some(1)));
    assert_eq!(sheet["closed"], false);
    assert!(desk.run("archive sheet 1").ok().stdout.contains("provisionales"));
}

#[test]
fn the_sheet_is_written_as_the_spreadsheets_of_the_region_open_it() {
    let mut desk = closed();
    desk.speaks("en");
    desk.run("archive sheet 1 --out hoja.csv").ok();
    let text = std::fs::read_to_string(desk.path("hoja.csv")).expect("hoja.csv");
    assert!(text.starts_with('\u{feff}'), "{text}");
    // The register speaks Spanish, whoever asks.
    insta::assert_snapshot!(text.trim_start_matches('\u{feff}'), @r#"
    Hoja de control de expediente
    Entidad;Secretaría de Salud de Santander
    Asistencia;AT-2026-0001
    Título;Vigilancia del dengue
    Serie;120-2-40 · Asistencias Técnicas / Asistencias Técnicas en Salud
    Grupo;Grupo de Vigilancia
    ;
    Ítem;Fecha;Tipo documental;Del folio;Al folio;Observaciones
    1;2026-02-10;Solicitudes de asesoría, asistencia técnica o acompañamiento profesional requerido a la Secretaría de Salud;1;2;solicitud.txt
    2;2026-03-01;Actas;3;6;Acta N.º 1: Ñuñoa
    "#);
    desk.run("archive sheet 1 --out hoja.xlsx").exits(2);
    desk.run("archive sheet 1 --out nada/hoja.csv").exits(1);
    desk.run("archive sheet 1 --out prueba.csv --dry-run").ok();
    assert!(!desk.path("prueba.csv").exists());
}

#[test]
fn a_title_is_never_a_formula() {
    let desk = case_at("archive");
    desk.json("archive edit 1-D1 --title '=cmd|calc'");
    let csv = desk.run("archive sheet 1 --out -").ok().stdout;
    assert!(csv.contains(";'=cmd|calc"), "{csv}");
}

#[test]
fn the_index_is_wellformed_and_names_every_document_with_its_hash() {
    let desk = complete();
    desk.json("archive edit 1-D1 --title 'Oficio <1> & \"anexos\"'");
    let xml = desk.run("archive index 1").ok().stdout;
    insta::assert_snapshot!(xml, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <TipoDocumentoFoliado xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <DocumentoIndizado>
        <Id>AT-2026-0001-D1</Id>
        <Nombre_Documento>Oficio &lt;1&gt; &amp; "anexos"</Nombre_Documento>
        <Tipologia_Documental>Solicitudes de asesoría, asistencia técnica o acompañamiento profesional requerido a la Secretaría de Salud</Tipologia_Documental>
        <Fecha_Creacion_Documento>2026-02-10</Fecha_Creacion_Documento>
        <Fecha_Incorporacion_Expediente>2026-03-02</Fecha_Incorporacion_Expediente>
        <Valor_Huella>3faa1b84d1bd07f3950ec8c924e7273f53c12e8977d4aa24b1826aa2c22943cf</Valor_Huella>
        <Funcion_Resumen>SHA256</Funcion_Resumen>
        <Orden_Documento_Expediente>1</Orden_Documento_Expediente>
        <Pagina_Inicio>1</Pagina_Inicio>
        <Pagina_Fin>2</Pagina_Fin>
        <Formato>TXT</Formato>
        <Tamano>33 bytes</Tamano>
        <Origen>electrónico</Origen>
      </DocumentoIndizado>
      <DocumentoIndizado>
        <Id>AT-2026-0001-D2</Id>
        <Nombre_Documento>Acta N.º 1: Ñuñoa</Nombre_Documento>
        <Tipologia_Documental>Actas</Tipologia_Documental>
        <Fecha_Creacion_Documento>2026-03-01</Fecha_Creacion_Documento>
        <Fecha_Incorporacion_Expediente>2026-03-02</Fecha_Incorporacion_Expediente>
        <Valor_Huella>61bd61d5532d1523a1eca71ec9d2ff68d89ead4f46df9cc8fa5ae1ca8a40e05a</Valor_Huella>
        <Funcion_Resumen>SHA256</Funcion_Resumen>
        <Orden_Documento_Expediente>2</Orden_Documento_Expediente>
        <Pagina_Inicio>3</Pagina_Inicio>
        <Pagina_Fin>6</Pagina_Fin>
        <Formato>MD</Formato>
        <Tamano>38 bytes</Tamano>
        <Origen>electrónico</Origen>
      </DocumentoIndizado>
    </TipoDocumentoFoliado>
    "#);
    desk.run("archive index 1 --out indice.xml").ok();
    assert_eq!(std::fs::read_to_string(desk.path("indice.xml")).expect("indice.xml"), xml);
    assert_eq!(desk.json("archive index 1")["items"][1]["page_to"], 6);
}

#[test]
fn the_inventory_has_a_line_for_each_folder() {
    let desk = case_at("archive");
    for number in 1..=3 {
        desk.file(&format!("anexo{number}.txt"), format!("{number}"));
        let date = format!("2026-01-{number:02}");
        desk.json(&format!("archive attach 1 anexo{number}.txt --type other --folios 150 --date {date}"));
    }
    assert_eq!(desk.json("archive inventory")["total"], 0);
    desk.json("archive classify 1 --series 120-2-40");
    let inventory = desk.json("archive inventory --group GVSP --year 2026");
    let rows: Vec<_> = inventory["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| {
            (item["folder"].as_i64(), item["folio_from"].as_i64(), item["folio_to"].as_i64(), item["from"].as_str())
        })
        .collect();
    assert_eq!(
        rows,
        [
            (Some(1), Some(1), Some(150), Some("2026-01-01")),
            (Some(2), Some(151), Some(300), Some("2026-01-02")),
            (Some(3), Some(301), Some(451), Some("2026-01-03")),
        ]
    );
    assert_eq!(inventory["items"][2]["to"], "2026-03-02");
    assert_eq!(desk.json("archive inventory --group GSA")["total"], 0);
    assert_eq!(desk.json("archive inventory --closed")["total"], 0);
    assert_eq!(desk.json("archive inventory --year 2025")["total"], 0);
}

#[test]
fn the_inventory_is_written_with_the_columns_of_the_form() {
    let desk = closed();
    desk.run("archive inventory --group GVSP --out fuid.csv").ok();
    let text = std::fs::read_to_string(desk.path("fuid.csv")).expect("fuid.csv");
    insta::assert_snapshot!(text.trim_start_matches('\u{feff}'), @r#"
    Formato Único de Inventario Documental
    Entidad remitente;Secretaría de Salud de Santander
    Entidad productora;Secretaría de Salud de Santander
    Unidad administrativa;Secretaría de Salud Departamental - Direcciones y Coordinadores de Grupo
    Oficina productora;Grupo de Vigilancia
    Objeto;Inventario de archivo de gestión
    Fecha;2026-03-02
    ;
    Número de orden;Código;Nombre de la serie, subserie o asuntos;Fechas extremas · Inicial;Fechas extremas · Final;Unidad de conservación · Caja;Unidad de conservación · Carpeta;Unidad de conservación · Tomo;Unidad de conservación · Otro;Número de folios;Soporte;Frecuencia de consulta;Notas
    1;120-2-40;Asistencias Técnicas / Asistencias Técnicas en Salud · AT-2026-0001 Vigilancia del dengue;2026-02-10;2026-03-01;;1 de 1;;;6;Electrónico;;folios 1 a 6
    ;
    Elaborado por;;Cargo;;Firma;;Lugar;;Fecha;
    Entregado por;;Cargo;;Firma;;Lugar;;Fecha;
    Recibido por;;Cargo;;Firma;;Lugar;;Fecha;
    "#);
    desk.run("archive inventory --out fuid.xlsx").ok();
    assert!(std::fs::read(desk.path("fuid.xlsx")).expect("fuid.xlsx").starts_with(b"PK"));
    let Some(read) = crate::papers::sheets::read(&desk.path("fuid.xlsx")) else { return };
    let rows = read["rows"].as_array().expect("rows");
    let said = |row: usize, at: usize| rows[row][at][1].as_str().unwrap_or_default().to_owned();
    assert_eq!(said(0, 0), "Formato Único de Inventario Documental");
    assert_eq!((said(1, 0), said(1, 2)), ("Entidad remitente".into(), "Secretaría de Salud de Santander".into()));
    let head = rows.iter().position(|row| row[0][1] == "Número de orden").expect("a heading");
    assert_eq!(
        (said(head, 3), said(head, 5)),
        ("Fechas extremas · Inicial".into(), "Unidad de conservación · Caja".into())
    );
    assert_eq!(read["freeze"], format!("A{}", head + 2));
    assert_eq!(read["repeat"], format!("${0}:${0}", head + 1));
    assert_eq!(rows[head + 1][0], serde_json::json!(["n", "1"]));
    // Only a transfer is entered in the register of the archive that receives it.
    assert!(!rows.iter().any(|row| row[0][1] == "Registro de entrada"));
    let last = rows.len() - 1;
    assert_eq!(
        (said(last, 0), said(last, 2), said(last, 6)),
        ("Recibido por".into(), "Cargo:".into(), "Lugar:".into())
    );
}

#[test]
fn a_file_without_documents_is_undated() {
    let desk = case_at("archive");
    desk.database().execute_batch("DELETE FROM document").expect("no documents");
    desk.json("archive classify 1 --series 120-2-40");
    assert!(desk.json("archive inventory")["items"][0]["from"].is_null());
    assert!(desk.run("archive inventory").ok().stdout.contains("s.f."));
}

#[test]
fn tables_fit_a_narrow_terminal() {
    let desk = closed();
    for line in [&["archive", "sheet", "1"][..], &["archive", "inventory"], &["archive", "due", "--on", "2040-01-01"]] {
        let words: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
        let output = desk.command(&words).env("ATA_COLUMNS", "80").output().expect("ata runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        // A note under the table is a sentence; the terminal breaks it.
        let table = text.lines().skip_while(|line| !line.contains('─'));
        assert!(table.take_while(|line| !line.ends_with('.')).all(|line| line.chars().count() <= 80), "{text}");
    }
}

/// Cells of a CSV that is separated by semicolons.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_transfer_has_an_entry_and_holds_what_is_due_only() {
    let mut desk = closed();
    desk.json("need add 'Otra'");
    desk.json("archive classify 2 --series 120-2-40");
    assert_eq!(desk.json("archive inventory")["total"], 2);
    for (purpose, where_from) in [("primary", "archivo de gestión"), ("secondary", "archivo central")] {
        let line = format!("archive inventory --purpose {purpose}-transfer");
        assert_eq!(desk.json(&line)["total"], 0, "{purpose}: closed today");
        let ran = desk.run(&line).ok();
        let said = ran.stderr.contains("No hay nada que transferir") && ran.stderr.contains(where_from);
        assert!(said, "{purpose}: {}", ran.stderr);
    }
    let due = desk.json("archive due --on 2045-01-01");
    desk.at(&format!("{}T09:00:00-05:00", due["items"][0]["central_until"].as_str().expect("a day")));
    assert_eq!(desk.json("archive inventory --purpose secondary-transfer")["total"], 1);
    desk.at(&format!("{}T09:00:00-05:00", due["items"][0]["office_until"].as_str().expect("a day")));
    assert_eq!(desk.json("archive inventory --purpose secondary-transfer")["total"], 0);
    assert_eq!(desk.json("archive inventory --purpose primary-transfer")["total"], 1);
    let csv = desk.run("archive inventory --purpose primary-transfer --transfer 7 --out -").ok().stdout;
    let entry = cells(&csv).into_iter().find(|row| row[0] == "Registro de entrada").expect("an entry");
    let year = due["items"][0]["office_until"].as_str().expect("a day")[..4].to_owned();
    assert_eq!(entry[1..], ["Año", &year, "Mes", "03", "Día", "02", "N.T.", "7"]);
    assert!(csv.contains("Objeto;Transferencia primaria"), "{csv}");
    let office = desk.run("archive inventory --out -").ok().stdout;
    assert!(!office.contains("Registro de entrada"), "{office}");
    desk.run("archive inventory --transfer 7 --out -").exits(2);
    desk.run("archive inventory --purpose fiesta").exits(2);
}

#[test]
fn every_layout_has_a_cell_for_each_of_its_columns() {
    let desk = closed();
    for (layout, columns, titles) in [
        ("agn-042", 13, vec!["Nombre de la serie, subserie o asuntos", "Notas"]),
        ("municipal", 21, vec!["Subserie o asunto", "Fechas extremas · Inicial", "Ubicación topográfica · Posición"]),
        ("seccional", 14, vec!["Consecutivo · Desde", "Volumen de carpetas"]),
        ("clasificada", 18, vec!["Código · Subserie", "Soporte · Electrónico: formato"]),
    ] {
        let csv = desk.run(&format!("archive inventory --layout {layout} --out -")).ok().stdout;
        let rows = cells(&csv);
        let heading = rows.iter().position(|row| row.len() > 10).expect("a heading");
        assert_eq!((rows[heading].len(), rows[heading + 1].len()), (columns, columns), "{csv}");
        for title in titles {
            assert!(rows[heading].iter().any(|cell| cell == title), "{title}: {csv}");
        }
        assert!(!csv.contains("archive-fuid"), "{csv}");
    }
    let csv = desk.run("archive inventory --layout clasificada --out -").ok().stdout;
    let row = cells(&csv).into_iter().find(|row| row[0] == "1").expect("a line");
    assert_eq!(row[1..4], ["120", "2", "40"]);
    assert_eq!(row[13], "MD, TXT");
}

#[test]
fn a_body_has_its_own_layout_and_a_fault_in_it_is_told_with_its_place() {
    let desk = closed();
    desk.file(
        "propio.toml",
        "name = \"propio\"\ntitle = \"Inventario propio\"\nheader = [{ value = \"office\", title = \"Grupo\" }]\n\
         columns = [{ value = \"case\" }, { value = \"folios\", title = \"Hojas\" }, { value = \"empty\", title = \"Firma\" }]\n\
         signers = [\"made\"]\n",
    );
    let csv = desk.run("archive inventory --group GVSP --layout propio.toml --out -").ok().stdout;
    insta::assert_snapshot!(csv.trim_start_matches('\u{feff}'), @"
    Inventario propio
    Grupo;Grupo de Vigilancia
    ;
    Expediente;Hojas;Firma
    AT-2026-0001;6;
    ;
    Elaborado por;;Cargo;;Firma;;Lugar;;Fecha;
    ");
    desk.file("malo.toml", "name = \"malo\"\nheader = []\ncolumns = [{ value = \"folios\" }, { valor = 1 }]\n");
    let error = desk.run("archive inventory --layout malo.toml --out - --json").exits(2).error();
    assert!(error["message"].as_str().is_some_and(|text| text.contains("línea 3")), "{error}");
    desk.file("otro.toml", "name = \"otro\"\nheader = []\ncolumns = [{ value = \"hojas\" }]\n");
    desk.run("archive inventory --layout otro.toml --out -").exits(2);
    desk.run("archive inventory --layout inexistente --out -").exits(2);
    desk.run("archive inventory --layout nada.toml --out -").exits(3);
}

#[cfg(feature = "pdf")]
#[test]
fn the_inventory_is_written_as_its_page() {
    let desk = closed();
    let listed = desk.json("archive inventory --group GVSP --closed --out fuid.pdf");
    assert_eq!((&listed["file"], &listed["total"]), (&"fuid.pdf".into(), &1.into()));
    desk.json("paper inventory GVSP --closed --out otro.pdf");
    let page = |name: &str| std::fs::read(desk.path(name)).expect(name);
    assert!(page("fuid.pdf").starts_with(b"%PDF"));
    assert_eq!(page("fuid.pdf"), page("otro.pdf"));
    desk.run("archive inventory --out f.docx").exits(2);
}

#[test]
fn classifying_answers_with_the_line_of_the_schedule() {
    let desk = case_at("archive");
    let said = desk.run("archive classify 1").ok().stdout;
    assert!(said.contains("120-2-40 · Asistencias Técnicas / Asistencias Técnicas en Salud"), "{said}");
    assert!(!said.contains("records_complete"), "{said}");
}

#[test]
fn what_came_to_nothing_sends_nobody_round_in_a_circle() {
    let desk = case_at("archive");
    desk.json("cancel 1 --reason 'Se fusionó el grupo'");
    desk.database().execute_batch("UPDATE cases SET series_code = NULL").expect("unclassified");
    for line in ["archive package 1 --out paquetes", "paper inventory 1"] {
        let error = desk.run(&format!("{line} --json")).exits(4).error();
        assert_eq!(error["hint"], "ata log AT-2026-0001", "{line}");
    }
}

/// A closed case tells what it told when it was closed: its papers are those of its package, whoever is called otherwise since.
#[cfg(feature = "pdf")]
#[test]
fn papers_of_a_closed_case_are_those_of_its_package() {
    let mut desk = complete();
    desk.database()
        .execute_batch("INSERT INTO facilitator (session_id, person_id) VALUES (1, 1)")
        .expect("somebody who leads");
    desk.json("archive close 1");
    desk.json("archive package 1 --out paquetes");
    desk.at("2026-05-04T09:00:00-05:00");
    desk.json("person edit P-1 --name 'Marcela Otro Nombre'");
    desk.json("need add 'Otra cosa'");
    let packed = desk.path("paquetes/AT-2026-0001/data/papers");
    let names: Vec<String> = std::fs::read_dir(&packed)
        .expect("papers")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.len() > 4, "{names:?}");
    for name in names {
        let kind = name.trim_end_matches(".pdf").trim_start_matches("AT-2026-0001-").trim_start_matches("S1-");
        let about = if name.contains("-S1-") { "1-S1" } else { "1" };
        desk.json(&format!("paper {kind} {about} --out otra.pdf"));
        let bytes = |path: std::path::PathBuf| std::fs::read(path).expect("a paper");
        assert!(bytes(packed.join(&name)) == bytes(desk.path("otra.pdf")), "{name}");
    }
    desk.run("paper minutes 1-S1 --file").exits(4);
    let roster = |line: &str| desk.json(line)["items"][0]["person"]["name"].clone();
    assert_eq!(roster("run roster 1-S1"), "Marcela Rueda");
    desk.json("paper minutes 1-S1 1-S1 1 --out actas/");
    assert_eq!(std::fs::read_dir(desk.path("actas")).expect("a folder").count(), 1);
}
