//! The records schedule, and what is due by it.

use super::closed;
use crate::desk::TestDesk;
use crate::followup::can_be_undone;

const TABLE: &str = "Código;Serie;Subserie;Tipos;Archivo de gestión;Archivo central;Disposición final;Procedimiento;Fuente\n\
    120-2-40;Asistencias Técnicas;En Salud;Actas|Informes;1;4;E;Se elimina;Resolución 100 de 2026\n\
    130-1;Actas;;;dos;8;CT;;\n\
    130-2;Informes;;;2;8;X;;\n\
    130-3;Planes;;;2;8;CT+D;;Resolución 100 de 2026\n";

#[test]
fn good_lines_are_taken_beside_rejected_ones_and_the_second_time_changes_nothing() {
    let desk = TestDesk::new();
    desk.file("trd.csv", TABLE);
    let result = desk.run("archive series import trd.csv --json").exits(6).json();
    assert_eq!(result["import"], "I-1");
    assert_eq!(
        (result["rows"].as_i64(), result["rejected"].as_i64(), result["updated"].as_i64()),
        (Some(4), Some(2), Some(1))
    );
    assert_eq!(result["added"], 1);
    assert_eq!(result["rejects"][0]["line"], 3);
    assert_eq!(result["rejects"][0]["field"], "office_years");
    assert_eq!(result["rejects"][0]["value"], "dos");
    assert_eq!(result["rejects"][1]["reason"], "disposal");
    let again = desk.run("archive series import trd.csv --json").exits(6).json();
    assert_eq!((again["changed"].as_bool(), again["unchanged"].as_i64()), (Some(false), Some(2)));
    let list = desk.json("archive series list");
    assert_eq!(list["total"], 2);
    assert_eq!(list["items"][0]["office_years"], 1);
    assert_eq!(list["items"][0]["types"][1], "Informes");
}

#[test]
fn our_own_tables_of_the_schedule_are_read_back_in_every_language() {
    for (profile, lang) in [("santander", "es"), ("sedese", "pt"), ("santander", "en")] {
        let desk = TestDesk::empty();
        desk.run(&format!("init --profile {profile} --lang {lang}")).ok();
        desk.file("trd.csv", TABLE);
        desk.run("archive series import trd.csv --json").exits(6);
        desk.json("paper records-schedule --out tabla.xlsx");
        let again = desk.json("archive series import tabla.xlsx");
        assert_eq!((&again["changed"], &again["rejected"]), (&false.into(), &0.into()), "{lang}: {again}");
    }
    // The words that the list shows are understood as well as the letters.
    let desk = TestDesk::new();
    desk.file("trd.csv", TABLE);
    desk.run("archive series import trd.csv --json").exits(6);
    desk.file("lista.csv", desk.run("archive series list --format csv").ok().stdout);
    assert_eq!(desk.json("archive series import lista.csv")["rejected"], 0);
}

#[test]
fn a_schedule_taken_in_can_be_taken_back() {
    let desk = TestDesk::new();
    let good: String = TABLE
        .lines()
        .filter(|line| !line.starts_with("130-1") && !line.starts_with("130-2"))
        .fold(String::new(), |text, line| text + line + "\n");
    desk.file("trd.csv", good);
    can_be_undone(&desk, "archive series import trd.csv");
}

#[test]
fn what_is_no_schedule_says_which_column_it_lacks() {
    let desk = TestDesk::new();
    desk.file("lista.csv", "nombre,documento\nAna,1\n");
    let error = desk.run("archive series import lista.csv --json").exits(2).error();
    assert!(error["message"].as_str().is_some_and(|text| text.contains("code")), "{error}");
    desk.file("trd.xlsx", b"PK\x03\x04 and no more");
    desk.run("archive series import trd.xlsx").exits(2);
    desk.run("archive series import nada.csv").exits(3);
}

#[test]
fn what_is_due_follows_the_day_the_file_was_closed() {
    let desk = closed();
    assert_eq!(desk.json("archive due")["total"], 0);
    assert_eq!(desk.json("archive due --on 2028-03-01")["total"], 0);
    let transfer = desk.json("archive due --on 2028-03-02");
    assert_eq!(transfer["items"][0]["due"], "transfer");
    assert_eq!(transfer["items"][0]["central_until"], "2036-03-02");
    assert_eq!(transfer["items"][0]["approved"], false);
    let disposal = desk.json("archive due --on 2036-03-02");
    assert_eq!(
        (disposal["items"][0]["due"].as_str(), disposal["items"][0]["disposal"].as_str()),
        (Some("disposal"), Some("CT"))
    );
    desk.run("archive due --on 2036-02-30").exits(2);
    assert!(desk.run("archive due --on 2036-03-02").ok().stderr.contains("no está aprobada"));
}

/// A workbook of one sheet, its cells inline texts or numbers.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    use std::io::Write;
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(number) => format!("<c><v>{number}</v></c>"),
        Err(_) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let rows: String =
        rows.iter().map(|row| format!("<row>{}</row>", row.iter().map(cell).collect::<String>())).collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"TRD\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a workbook").into_inner()
}

#[test]
fn a_workbook_in_the_printed_form_is_taken_with_the_act_that_approves_it() {
    let desk = TestDesk::new();
    let rows: &[&[&str]] = &[
        &["TABLA DE RETENCIÓN DOCUMENTAL"],
        &["Oficina productora: Grupo de Vigilancia"],
        &[
            "CÓDIGO",
            "",
            "",
            "SERIES, SUBSERIES Y TIPOS DOCUMENTALES",
            "RETENCIÓN",
            "",
            "DISPOSICIÓN FINAL",
            "",
            "",
            "",
            "PROCEDIMIENTO",
        ],
        &["D", "S", "SB", "", "Archivo de Gestión", "Archivo Central", "CT", "E", "S", "M", ""],
        &["120", "2", "", "ASISTENCIAS TÉCNICAS"],
        &["120", "2", "40", "Asistencias Técnicas en Salud", "1", "4", "", "X", "", "", "Se elimina por acta"],
        &["", "", "", "Solicitud"],
        &["", "", "", "Acta"],
    ];
    desk.file("trd.xlsx", workbook(rows));
    let line = "archive series import trd.xlsx --source 'Resolución 100 de 2026'";
    let result = can_be_undone(&desk, line);
    assert_eq!((result["rows"].as_i64(), result["updated"].as_i64()), (Some(1), Some(1)));
    let list = desk.json("archive series list");
    let series = &list["items"][0];
    assert_eq!((series["code"].as_str(), series["disposal"].as_str()), (Some("120-2-40"), Some("E")));
    assert_eq!((series["office_years"].as_i64(), series["central_years"].as_i64()), (Some(1), Some(4)));
    assert_eq!(series["types"], serde_json::json!(["Solicitud", "Acta"]));
    assert_eq!(series["source"], "Resolución 100 de 2026");
    assert_eq!(desk.json(line)["changed"], false);
}

/// A workbook with a cover, a schedule for each of two offices, and a sheet that is hidden.
fn schedules_of_two_offices() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let heading: &[&str] = &["Código", "Serie", "Archivo de gestión", "Archivo central", "Disposición final"];
    for (name, rows) in [
        ("Portada", vec![vec!["Tablas de retención documental"], vec!["Secretaría de Salud"]]),
        ("GVSP", vec![heading.to_vec(), vec!["120-2", "Asistencias", "2", "8", "CT"]]),
        ("Aseguramiento", vec![heading.to_vec(), vec!["130-1", "Actas", "1", "4", "E"]]),
        ("Oculta", vec![heading.to_vec(), vec!["140-1", "Planes", "1", "4", "E"]]),
    ] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (at, row) in rows.iter().enumerate() {
            sheet.write_row(u32::try_from(at).expect("few"), 0, row.iter().copied()).expect("written");
        }
        sheet.set_hidden(name == "Oculta");
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn of_a_workbook_with_several_sheets_the_first_schedule_is_read_and_the_others_named() {
    let desk = TestDesk::new();
    desk.file("trd.xlsx", schedules_of_two_offices());
    let result = desk.json("archive series import trd.xlsx");
    assert_eq!((&result["decided"]["sheet"], &result["added"]), (&"GVSP".into(), &1.into()), "{result}");
    let unread: Vec<_> = result["warnings"].as_array().expect("warnings").iter().map(|one| &one["detail"]).collect();
    assert_eq!(unread, ["Portada", "Aseguramiento"]);
    assert!(desk.run("archive series import trd.xlsx --dry-run").ok().stdout.contains("GVSP"));
    let known = desk.json("archive series list")["total"].as_i64();
    for (sheet, code) in [("aseguramiento", "130-1"), ("4", "140-1")] {
        assert_eq!(desk.json(&format!("archive series import trd.xlsx --sheet {sheet}"))["added"], 1);
        let list = desk.json("archive series list");
        assert!(list["items"].as_array().expect("lines").iter().any(|line| line["code"] == code), "{list}");
    }
    assert_eq!(desk.json("archive series list")["total"].as_i64(), known.map(|known| known + 2));
    let unknown = desk.run("archive series import trd.xlsx --sheet Salud --json").exits(2).error();
    assert!(unknown.to_string().contains("Aseguramiento"), "{unknown}");
    // A sheet that is asked for and holds none is not made up for by another.
    desk.run("archive series import trd.xlsx --sheet Portada").exits(2);
}
