//! Workbooks: choice of the sheet, numbers, times and formulas, old files, protected files, bombs.

use std::io::{Cursor, Write};

use ata::intake::{Container, Input, IntakeError, Options, Source, WarnCode, attendance, listing, open, sniff};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::fixtures::bytes;

/// A workbook of (sheet name, state, content of `sheetData`), with inline texts.
fn workbook(sheets: &[(&str, &str, &str)], more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text).unwrap();
    };
    let numbered = || sheets.iter().enumerate().map(|(at, sheet)| (at + 1, sheet));
    let list: String = numbered()
        .map(|(id, (name, state, _))| {
            format!(r#"<sheet name="{name}" sheetId="{id}" state="{state}" r:id="rId{id}"/>"#)
        })
        .collect();
    let links: String = numbered()
        .map(|(id, _)| format!(r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{id}.xml"/>"#))
        .collect();
    put("[Content_Types].xml", b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    put(
        "_rels/.rels",
        br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    );
    put(
        "xl/workbook.xml",
        format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#).as_bytes(),
    );
    put("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#).as_bytes());
    for (id, (_, _, rows)) in numbered() {
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        put(&format!("xl/worksheets/sheet{id}.xml"), sheet.as_bytes());
    }
    for (name, content) in more {
        put(name, content);
    }
    zip.finish().unwrap().into_inner()
}

/// Rows of inline texts from line 1 on.
fn texts(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        format!(r#"<c t="inlineStr"><is><t>{}</t></is></c>"#, text.replace('&', "&amp;").replace('<', "&lt;"))
    };
    rows.iter()
        .enumerate()
        .map(|(at, cells)| format!(r#"<row r="{}">{}</row>"#, at + 1, cells.iter().map(cell).collect::<String>()))
        .collect()
}

fn people(file: &[u8], options: &Options) -> Vec<String> {
    attendance(Input::Bytes(file), options).unwrap().people.into_iter().filter_map(|person| person.name).collect()
}

#[test]
fn the_first_visible_sheet_that_reads_like_a_list_is_taken_unless_another_is_named() {
    let notes = texts(&[&["Instrucciones"], &["Llene la hoja 2"]]);
    let list = texts(&[&["No.", "Nombre completo", "Correo"], &["1", "Aurelia Ficticia", "a@example.org"]]);
    let hidden = texts(&[&["Nombre completo", "Correo"], &["Nadie Oculto", "n@example.org"]]);
    let file =
        workbook(&[("Listas", "hidden", &hidden), ("Notas", "visible", &notes), ("Asistencia", "visible", &list)], &[]);
    let found = attendance(Input::Bytes(&file), &Options::default()).unwrap();
    assert_eq!((found.sheet.as_deref(), found.source), (Some("Asistencia"), Source::HandmadeList));
    assert!(found.warnings.iter().any(|warning| warning.code == WarnCode::OtherSheets && warning.detail == "Notas"));
    for sheet in ["listas", "1"] {
        assert_eq!(people(&file, &Options { sheet: Some(sheet.into()), ..Options::default() }), ["Nadie Oculto"]);
    }
    let fault =
        attendance(Input::Bytes(&file), &Options { sheet: Some("Hoja 9".into()), ..Options::default() }).unwrap_err();
    assert!(matches!(fault, IntakeError::UnknownSheet { sheet, found } if sheet == "Hoja 9" && found.len() == 3));
}

#[test]
fn numbers_and_formulas_become_the_text_a_person_sees() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>nombre</t></is></c><c r="B1" t="inlineStr"><is><t>valor</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>entero</t></is></c><c r="B2"><v>1000111202</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>exponente</t></is></c><c r="B3"><v>1.000111202E9</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>quince</t></is></c><c r="B4"><v>123456789012345</v></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>largo</t></is></c><c r="B5"><v>12345678901234567890</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>decimal</t></is></c><c r="B6"><v>0.34375</v></c></row>
        <row r="7"><c r="A7" t="inlineStr"><is><t>resultado</t></is></c><c r="B7"><f>1+1</f><v>2</v></c></row>
        <row r="8"><c r="A8" t="inlineStr"><is><t>sin resultado</t></is></c><c r="B8"><f>HYPERLINK("x")</f></c></row>
        <row r="9"><c r="A9" t="inlineStr"><is><t>error</t></is></c><c r="B9" t="e"><v>#N/A</v></c></row>
        <row r="10"><c r="A10" t="inlineStr"><is><t>lógico</t></is></c><c r="B10" t="b"><v>1</v></c></row>"#;
    let list =
        listing(Input::Bytes(&workbook(&[("Hoja1", "visible", rows)], &[])), &Options::default(), false, |_| false)
            .unwrap();
    let values: Vec<&str> = list.rows.iter().map(|row| list.value(row, "valor")).collect();
    assert_eq!(
        values,
        ["1000111202", "1000111202", "123456789012345", "12345678901234567168", "0.34375", "2", "", "", "true"]
    );
    let doubts: Vec<_> =
        list.warnings.iter().map(|warning| (warning.code, warning.line, warning.detail.as_str())).collect();
    assert_eq!(
        doubts,
        [
            (WarnCode::NumberPrecision, Some(5), "B5"),
            (WarnCode::FormulaWithoutValue, Some(8), "B8"),
            (WarnCode::CellError, Some(9), "B9")
        ]
    );
}

#[test]
fn text_that_was_encoded_twice_is_repaired_in_workbooks_and_pages_too() {
    let twice = |text: &str| text.bytes().map(char::from).collect::<String>();
    let cells = [["NOMBRE COMPLETO", "CÉDULA"], ["José Nuñez à la María", "1001001"]];
    let damaged: Vec<Vec<String>> = cells.iter().map(|row| row.iter().map(|cell| twice(cell)).collect()).collect();
    let row = |row: &Vec<String>| {
        format!("<tr>{}</tr>", row.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>())
    };
    let page = format!("<html><meta charset=utf-8><table>{}</table>", damaged.iter().map(row).collect::<String>());
    let borrowed: Vec<Vec<&str>> = damaged.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let slices: Vec<&[&str]> = borrowed.iter().map(Vec::as_slice).collect();
    let book = workbook(&[("Hoja1", "visible", &texts(&slices))], &[]);
    for file in [page.into_bytes(), book] {
        let found = attendance(Input::Bytes(&file), &Options::default()).unwrap();
        let person = &found.people[0];
        assert_eq!(person.name.as_deref(), Some("José Nuñez à la María"));
        assert_eq!(person.document.as_deref(), Some("1001001"));
        assert!(found.warnings.iter().any(|warning| warning.code == WarnCode::DoubleEncoded));
    }
    // What only looks like it stays.
    let sound = texts(&[&["NOME COMPLETO", "CPF"], &["JOÃO ÂNGELO «São»", "1001001"]]);
    let sound = attendance(Input::Bytes(&workbook(&[("Plan1", "visible", &sound)], &[])), &Options::default()).unwrap();
    assert_eq!(sound.people[0].name.as_deref(), Some("JOÃO ÂNGELO «São»"));
}

#[test]
fn a_csv_that_was_saved_with_its_lines_in_one_column_is_split_again() {
    let rows = texts(&[
        &["Name (original name),Email,Join time,Leave time,Duration (minutes),Guest"],
        &["\"Inventado, Bruno\",b@example.org,09/25/2025 09:00:00 AM,09/25/2025 10:00:00 AM,60,Yes"],
    ]);
    let found =
        attendance(Input::Bytes(&workbook(&[("participants", "visible", &rows)], &[])), &Options::default()).unwrap();
    assert_eq!((found.source, found.container, found.delimiter), (Source::ZoomMeeting, Container::Xlsx, Some(',')));
    assert_eq!(
        (found.people[0].name.as_deref(), found.people[0].minutes, found.people[0].lines.as_slice()),
        (Some("Inventado, Bruno"), Some(60), &[2][..])
    );
}

#[test]
fn a_teams_report_with_a_sheet_for_each_section_is_one_report() {
    let summary = texts(&[&["Start time", "9/25/25, 9:00:00 AM"]]);
    let totals = texts(&[
        &["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email"],
        &["Ana", "9/25/25, 9:00:00 AM", "9/25/25, 10:00:00 AM", "50m", "a@example.org"],
    ]);
    let stays = texts(&[
        &["Name", "Join Time", "Leave Time", "Duration", "Email"],
        &["Ana", "9/25/25, 9:00:00 AM", "9/25/25, 9:30:00 AM", "30m", "a@example.org"],
        &["Ana", "9/25/25, 9:40:00 AM", "9/25/25, 10:00:00 AM", "20m", "a@example.org"],
    ]);
    let file = workbook(
        &[
            ("1.Summary", "visible", &summary),
            ("2.Participants", "visible", &totals),
            ("3.In-Meeting Activities", "visible", &stays),
        ],
        &[],
    );
    let found = attendance(Input::Bytes(&file), &Options::default()).unwrap();
    assert_eq!((found.source, found.people.len(), found.people[0].minutes), (Source::TeamsReport, 1, Some(50)));
}

#[test]
fn an_old_workbook_is_read_with_its_merged_cells_and_times() {
    let file = bytes("old_excel_list.xls");
    let found = attendance(Input::Bytes(&file), &Options::default()).unwrap();
    assert_eq!(
        (found.container, found.sheet.as_deref(), found.header_line),
        (Container::Xls, Some("Lista 2025-08-14"), Some(3))
    );
    let rows: Vec<_> = found
        .people
        .iter()
        .map(|person| {
            (
                person.document.as_deref().unwrap(),
                person.organisation.as_deref(),
                person.arrival.map(|time| time.to_string()),
            )
        })
        .collect();
    let entity = Some("Gobernación de Quimera");
    assert_eq!(
        rows,
        [("1000111201", entity, Some("08:05:00".into())), ("1000111202", entity, Some("08:07:00".into()))]
    );
    assert_eq!(found.session_date.unwrap().to_string(), "2025-08-14");
}

#[test]
fn the_cells_merged_in_the_sample_hold_their_value_in_every_row() {
    let found = attendance(Input::Bytes(&bytes("v20_handmade_list_co.xlsx")), &Options::default()).unwrap();
    let entities: Vec<_> = found.people.iter().map(|person| person.organisation.as_deref()).collect();
    let merged = Some("Gobernación de Quimera");
    assert_eq!(entities, [merged, merged, merged, None, Some("Fundación"), None]);
    let arrivals: Vec<_> =
        found.people.iter().filter_map(|person| person.arrival.map(|time| time.format("%H:%M").to_string())).collect();
    assert_eq!(arrivals, ["08:05", "08:07", "08:15", "08:20"]);
}

#[test]
fn what_cannot_be_read_is_refused_by_kind() {
    let refused = |file: &[u8]| open(Input::Bytes(file), &Options::default()).unwrap_err();
    assert!(matches!(refused(&bytes("protected.xlsx")), IntakeError::Encrypted));
    assert!(matches!(refused(b"%PDF-1.7 \x00\x01"), IntakeError::UnsupportedContainer { container: Container::Pdf }));
    assert!(matches!(refused(b"PK\x03\x04 and nothing more"), IntakeError::Damaged { container: Container::Zip, .. }));
    assert!(matches!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more"),
        IntakeError::Damaged { container: Container::Xls, .. }
    ));
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    other.start_file("foto.txt", SimpleFileOptions::default()).unwrap();
    assert!(matches!(
        refused(&other.finish().unwrap().into_inner()),
        IntakeError::UnsupportedContainer { container: Container::Zip }
    ));
    let empty = workbook(&[("Hoja1", "visible", "")], &[]);
    assert!(matches!(refused(&empty), IntakeError::Empty));
    assert!(matches!(sniff(Input::Bytes(&empty), &Options::default()), Err(IntakeError::Empty)));
}

/// A small workbook with forty parts that unpack to 8 MiB each.
fn bomb() -> Vec<u8> {
    let part = workbook(&[("Hoja1", "visible", "")], &[("xl/part.xml", vec![b' '; 8 * 1024 * 1024])]);
    let mut source = zip::ZipArchive::new(Cursor::new(part)).unwrap();
    let mut all = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..source.len() {
        all.raw_copy_file(source.by_index_raw(index).unwrap()).unwrap();
    }
    for number in 0..39 {
        let last = source.len() - 1;
        let packed = source.by_index_raw(last).unwrap();
        all.raw_copy_file_rename(packed, format!("xl/part{number}.xml")).unwrap();
    }
    all.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_would_fill_the_memory_is_refused() {
    let refused = |file: &[u8]| open(Input::Bytes(file), &Options::default()).unwrap_err();
    let bomb = bomb();
    assert!(bomb.len() < 2 * 1024 * 1024);
    assert!(matches!(refused(&bomb), IntakeError::UnpacksTooLarge { .. }));
    let claim = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="9000000000000"><si><t>a</t></si></sst>"#;
    let boast = workbook(&[("Hoja1", "visible", "")], &[("xl/sharedStrings.xml", claim.to_vec())]);
    assert!(matches!(refused(&boast), IntakeError::Damaged { .. }));
    let far: String = (1..1000).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    assert!(matches!(refused(&workbook(&[("Hoja1", "visible", &far)], &[])), IntakeError::TooManyCells { .. }));
}

#[test]
fn of_several_lists_the_one_of_the_day_is_taken() {
    let list = |name: &str| texts(&[&["Nombre completo", "Correo"], &[name, "a@example.org"]]);
    let (first, second) = (list("Ana Ayer"), list("Ana Hoy"));
    let file = workbook(&[("13 de agosto", "visible", &first), ("14-08", "visible", &second)], &[]);
    for (day, expected) in [("2025-08-14", "Ana Hoy"), ("2025-08-13", "Ana Ayer"), ("2025-09-01", "Ana Ayer")] {
        let options = Options { session_date: day.parse().ok(), ..Options::default() };
        assert_eq!(people(&file, &options), [expected], "{day}");
    }
}

#[test]
fn a_form_that_asks_for_several_people_is_read_where_they_stand() {
    let form = texts(&[
        &["_id", "_uuid", "evento", "_submission_time", "_index"],
        &["1", "u", "Taller", "2025-08-14T13:01:59", "1"],
    ]);
    let people_of = texts(&[
        &["nombre_completo", "cedula", "_index", "_parent_table_name", "_parent_index"],
        &["Ana Ruiz", "1098765432", "1", "Asistencia", "1"],
        &["Luis Paz", "1098600502", "2", "Asistencia", "1"],
    ]);
    let file = workbook(&[("Asistencia", "visible", &form), ("participantes", "visible", &people_of)], &[]);
    assert_eq!(people(&file, &Options::default()), ["Ana Ruiz", "Luis Paz"]);
}

#[test]
fn an_old_workbook_whose_sectors_go_in_a_ring_is_damaged_and_fills_no_memory() {
    let sound = bytes("old_excel_list.xls");
    // The first sector of the table of sectors, and in it the sector that follows the first.
    let table = u32::from_le_bytes(sound[76..80].try_into().unwrap()) as usize;
    let mut ring = sound.clone();
    let at = (table + 1) * 512;
    ring[at..at + 4].copy_from_slice(&0_u32.to_le_bytes());
    let fault = open(Input::Bytes(&ring), &Options::default()).unwrap_err();
    assert!(matches!(fault, IntakeError::Damaged { container: Container::Xls, .. }), "{fault:?}");
    assert!(open(Input::Bytes(&sound), &Options::default()).is_ok());
}
