//! Files that come again with other values, and several files at once: nothing passes in silence, and scripts are told all of it.

use super::desk;
use crate::desk::TestDesk;
use serde_json::Value;

fn codes(result: &Value) -> Vec<&str> {
    result["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect()
}

fn written(desk: &TestDesk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_need_takes_the_values_of_a_later_file_until_somebody_took_it_in_hand() {
    let desk = desk();
    let file = |text: &str, urgency: u8| {
        format!("title,received,description,urgency,group\nMismo,2026-01-02,{text},{urgency},AGI\n")
    };
    desk.file("1.csv", file("a", 3));
    desk.file("2.csv", file("corregida", 5));
    desk.json("need import 1.csv");
    let before = desk.dump();
    let second = desk.json("need import 2.csv");
    let changes = second["changes"].as_array().expect("changes");
    let fields: Vec<&str> = changes.iter().filter_map(|change| change["field"].as_str()).collect();
    assert_eq!((&second["updated"], fields), (&1.into(), vec!["description", "urgency"]), "{second}");
    let need = desk.json("need show 2");
    assert_eq!((&need["description"], &need["urgency"]), (&"corregida".into(), &5.into()));
    // It is taken back either way, and what was taken back does not keep a file away.
    desk.run("undo").ok();
    assert!(desk.dump() == before);
    desk.file("2.csv", format!("{}\n", file("corregida", 5)));
    assert_eq!(desk.json("need import 2.csv")["updated"], 1);
    let import = desk.json("import list")["items"][0]["id"].as_str().expect("an import").to_owned();
    assert_eq!(desk.json(&format!("import undo {import}"))["restored"], 1);
    assert!(desk.dump() == before);
    // Changed by hand it stays, and what the file says is told with line, field and value.
    desk.json("need edit 2 --topic Agua");
    desk.json("need edit 2 --topic ''");
    let kept = desk.json("need import 2.csv");
    assert_eq!(
        (&kept["changed"], &kept["unchanged"], codes(&kept)),
        (&false.into(), &1.into(), vec!["value_not_taken"])
    );
    assert_eq!(kept["warnings"][0]["line"], 2);
    assert_eq!(kept["warnings"][0]["detail"], "AT-2026-0002 Mismo (description: corregida; urgency: 5)");
    assert_eq!(desk.json("need show 2")["description"], "a");
}

#[test]
fn needs_of_one_file_that_differ_in_their_values_do_not_become_one_in_silence() {
    let desk = desk();
    desk.file(
        "n.csv",
        "title,received,description,beneficiary\nTaller,2026-01-02,uno,AGI\nTaller,2026-01-02,dos,P-3\n",
    );
    let result = desk.json("need import n.csv");
    assert_eq!((&result["added"], &result["unchanged"]), (&1.into(), &1.into()));
    assert_eq!(codes(&result), ["value_not_taken", "row_contradicts"]);
    let details = |at: usize| result["warnings"][at]["detail"].as_str().expect("a detail").to_owned();
    assert_eq!(details(0), "AT-2026-0002 Taller (beneficiary: P-3)");
    assert_eq!(details(1), "AT-2026-0002 Taller (description: dos)");
}

#[test]
fn people_of_whom_a_file_says_nothing_new_leave_no_trace() {
    let desk = desk();
    desk.file("1.csv", "name,email\nAna Paz,ana@x.org\n");
    desk.file("2.csv", "email,name,doc\nana@x.org,Ana Paz,\n,Luis Malo,XX\n");
    desk.json("person import 1.csv");
    let (before, log) = (desk.dump(), desk.json("log")["total"].clone());
    for _ in 0..2 {
        let again = desk.run("person import 2.csv --json").exits(6).json();
        assert_eq!((&again["changed"], &again["import"]), (&false.into(), &Value::Null));
    }
    assert!(desk.dump() == before);
    assert_eq!(desk.json("log")["total"], log);
    desk.file("3.csv", "name\nLuis Bueno\n");
    assert_eq!(desk.json("person import 3.csv")["import"], "I-2", "no number is used up");
    desk.run("undo").ok();
    assert!(desk.dump() == before);
}

#[test]
fn a_list_of_a_case_is_told_by_the_sessions_its_rows_are_about() {
    let desk = desk();
    desk.json("schedule add 1 --start '2026-03-18 14:00' --duration 2h --place Auditorio");
    for (name, rows) in [("b.csv", "1-S2,Luis Paz\n"), ("a.csv", "1-S1,Ana Sol\n1-S2,Eva Luz\n")] {
        desk.file(name, format!("session,name\n{rows}"));
        desk.json(&format!("run attendance 1 {name}"));
    }
    let list = desk.json("import list");
    let told = |at: usize| (list["items"][at]["session"].clone(), list["items"][at]["case"].clone());
    assert_eq!(told(1), ("AT-2026-0001-S2".into(), "AT-2026-0001".into()));
    assert_eq!(told(0), (Value::Null, "AT-2026-0001".into()));
    assert!(desk.run("import show I-1").ok().stdout.starts_with("I-1  Asistencia AT-2026-0001-S2\n"));
    assert!(desk.run("import show I-2").ok().stdout.starts_with("I-2  Asistencia AT-2026-0001\n"));
}

#[test]
fn scripts_are_told_the_refused_rows_of_every_file() {
    let desk = desk();
    desk.file("1.csv", "name,minutes\nAna Sol,abc\n");
    desk.file("2.csv", "name,minutes\nEva Luz,xyz\n");
    for (format, sign) in [("csv", ','), ("tsv", '\t')] {
        let ran = desk.run(&format!("run attendance 1-S1 1.csv 2.csv --format {format}")).exits(6);
        let files: Vec<&str> = ran.stdout.lines().map(|line| line.split(sign).next().unwrap_or_default()).collect();
        assert_eq!(files, ["file", "1.csv", "2.csv"], "{}", ran.stdout);
    }
}

#[test]
fn refused_rows_of_several_files_can_be_corrected_and_read_again() {
    let desk = desk();
    desk.file("1.csv", "name,minutes\nAna Sol,abc\n");
    desk.file("2.csv", "name,minutes\nEva Luz,xyz\n");
    desk.file("3.csv", "nombre,cargo,minutos\nIda Ríos,Jefa,nada\n");
    let ran = desk.run("run attendance 1-S1 1.csv 2.csv 3.csv --rejects malas.csv").exits(6);
    assert!(ran.stderr.contains("malas-2.csv"), "{}", ran.stderr);
    let (one, two) = (written(&desk, "malas.csv"), written(&desk, "malas-2.csv"));
    assert_eq!((one.lines().count(), two.lines().count()), (3, 2), "{one}{two}");
    desk.file("bien.csv", one.replace("abc", "100").replace("xyz", "100"));
    desk.file("bien-2.csv", two.replace("nada", "100"));
    let taken = desk.json("run attendance 1-S1 bien.csv bien-2.csv");
    let people = |at: usize| taken["items"][at]["new_people"].clone();
    assert_eq!((people(0), people(1)), (2.into(), 1.into()), "{taken}");
    // None of the lists is written over a file that is being taken in.
    desk.run("run attendance 1-S1 1.csv bien-2.csv --rejects bien.csv").exits(2);
    // A list of an earlier day would be taken for today's.
    desk.json("run attendance 1-S1 bien.csv --rejects malas.csv");
    assert_eq!(written(&desk, "malas.csv"), "\u{feff}line,field,reason\n");
}

#[test]
fn reasons_are_written_as_they_are_said() {
    let desk = desk();
    desk.file("l.csv", "name;minutes\n;30\nAna Sol;abc\n");
    desk.run("run attendance 1-S1 l.csv --rejects malas.csv").exits(6);
    let text = written(&desk, "malas.csv");
    assert!(text.contains("no hay nombre, documento ni correo (no_identifier)"), "{text}");
    desk.file("bien.csv", text.replace("\n;30", "\nLuis Paz;30").replace("abc", "20"));
    assert_eq!(desk.json("run attendance 1-S1 bien.csv")["new_people"], 2);
    // Of one column too, whatever signs stand in the words beside it.
    desk.file("p.csv", format!("name\n{0}\n{0}b\n", "a".repeat(301)));
    desk.run("person import p.csv --rejects malas.csv").exits(6);
    desk.file("bien.csv", written(&desk, "malas.csv").replace(&"a".repeat(301), "Ana Luz"));
    assert_eq!(desk.json("person import bien.csv")["new_people"], 2);
}

#[test]
fn rows_that_wait_are_told_to_scripts_beside_the_pairs() {
    let desk = desk();
    desk.file("l.csv", "name\nElena Prueba\n");
    assert_eq!(desk.json("run attendance 1-S1 l.csv")["review"], 1);
    let told = desk.json("person candidates");
    assert_eq!(told["rows"][0]["id"], "R-1");
    let csv = desk.run("person candidates --format csv").ok().stdout;
    assert!(csv.starts_with("a,name,b,other,score,reason"), "{csv}");
    let mut read = csv::Reader::from_reader(csv.as_bytes());
    let at = read.headers().expect("a heading").iter().position(|column| column == "row").expect("a column of rows");
    let first = read.records().next().expect("a row").expect("cells");
    assert_eq!(&first[at], "R-1", "{csv}");
    let lines = desk.run("person candidates --format jsonl").ok().stdout;
    assert!(lines.lines().any(|line| line.contains("\"id\":\"R-1\"")), "{lines}");
}

#[test]
fn a_rehearsal_of_several_files_foresees_what_each_makes_of_those_before_it() {
    let desk = desk();
    desk.file("1.csv", "name,email\nAna Sol,ana@x.org\n");
    desk.file("2.csv", "name,email\nAna Sol,ana@x.org\nEva Luz,eva@x.org\n");
    desk.file("3.csv", "name,email\n");
    for line in ["person import 1.csv 3.csv 2.csv", "run attendance 1-S1 1.csv 2.csv"] {
        let before = desk.dump();
        let foreseen = desk.json(&format!("{line} --dry-run"));
        assert!(desk.dump() == before, "{line}");
        let done = desk.json(line);
        for key in ["import", "new_people", "matched", "unchanged", "changed"] {
            let each = |told: &Value| {
                let items = told["items"].as_array().expect("files").iter();
                items.map(|one| one[key].clone()).collect::<Vec<_>>()
            };
            assert_eq!(each(&foreseen), each(&done), "{line}: {key}");
        }
    }
}
