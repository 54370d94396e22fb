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
    assert!(desk.run("archive due --on 2036-03-02").ok().stdout.contains("no está aprobada"));
}
