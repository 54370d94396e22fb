//! Several files that speak of the same people, taken back in any order: what is left is what the others say.

use crate::desk::TestDesk;
use crate::run::walk_to;
use std::path::Path;

/// A command and a file.
type Brought = (&'static str, String);

fn base() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("person add 'Ana Uno' --doc CC:111111 --email ana@example.org");
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio");
    walk_to(&desk, "run");
    desk.at("2026-03-18T13:00:00-05:00");
    desk
}

/// A register as files: to be begun from again and again.
fn copied(from: &Path, to: &TestDesk) {
    for name in ["ata.db", "ata.db-wal", "ata.db-shm"] {
        let _ = std::fs::remove_file(to.path(name));
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.path(name)).expect("a copy");
        }
    }
}

/// People, attendance and answers, without the numbers by which they are kept.
fn known(desk: &TestDesk) -> Vec<String> {
    let database = desk.database();
    let mut all = Vec::new();
    for sql in [
        "SELECT name, fold, match_key, doc_kind, doc_number, email, phone, post, territory, role, import_id IS NULL FROM person",
        "SELECT p.name, p.doc_number, a.status, a.minutes, a.role, a.import_id IS NULL
         FROM attendance a JOIN person p ON p.id = a.person_id",
        "SELECT p.name, p.doc_number, w.sex, w.ethnicity FROM differential d JOIN person p ON p.id = d.person_id
         JOIN differential_answer w ON w.id = d.answer_id",
    ] {
        let mut rows = database.prepare(sql).expect("a query");
        let count = rows.column_count();
        let found = rows.query_map([], |row| {
            Ok((0..count).map(|at| format!("{:?}", row.get_ref(at).expect("a cell"))).collect::<Vec<_>>().join(" | "))
        });
        let mut found: Vec<String> = found.expect("rows").map(|row| row.expect("a row")).collect();
        found.sort();
        all.extend(found);
    }
    all
}

/// Takes three files in, takes them back in every order, and compares what is left each time with a register into which only the others
/// were taken.
fn holds(files: [Brought; 3]) {
    let blank = base();
    for (at, (_, text)) in files.iter().enumerate() {
        blank.file(&format!("{at}.csv"), text);
    }
    let (full, desk) = (base(), base());
    let take = |desk: &TestDesk, at: usize| {
        let path = blank.path(&format!("{at}.csv"));
        let result = desk.json(&format!("{} {}", files[at].0, path.display()));
        result["import"].as_str().unwrap_or_default().to_owned()
    };
    let mut rests = Vec::new();
    for rest in 0..8_usize {
        copied(blank.folder(), &desk);
        (0..3).filter(|at| rest & (1 << at) != 0).for_each(|at| {
            take(&desk, at);
        });
        rests.push(known(&desk));
    }
    copied(blank.folder(), &full);
    let imports: Vec<String> = (0..3).map(|at| take(&full, at)).collect();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        copied(full.folder(), &desk);
        let mut rest = 7;
        for at in order {
            desk.json(&format!("import undo {}", imports[at]));
            rest &= !(1 << at);
            assert_eq!(known(&desk), rests[rest], "{order:?}, {at} taken back: {:#?}", files[at]);
        }
        desk.run("check").ok();
        // Each of them may come again, and be taken back by the log as well.
        for at in 0..3 {
            take(&desk, at);
        }
        assert_eq!(known(&desk), rests[7], "{order:?}, and all of them again");
        desk.run("undo").ok();
        assert_eq!(known(&desk), rests[3], "{order:?}, again, and the last undone");
    }
}

const ZOOM: &str = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n";

fn zoom(rows: &[(&str, &str, &str, &str, u32)]) -> String {
    let row = |(name, email, from, to, minutes): &(&str, &str, &str, &str, u32)| {
        format!("{name},{email},03/18/2026 {from},03/18/2026 {to},{minutes},No\n")
    };
    ZOOM.to_owned() + &rows.iter().map(row).collect::<String>()
}

#[test]
fn of_meetings_that_overlap_the_others_stays_count() {
    let take = "run attendance 1-S1";
    let (ana, bea) = (("Ana Uno", "ana@example.org"), ("Bea Dos", "b@example.org"));
    let one =
        zoom(&[(ana.0, ana.1, "08:00:00 AM", "09:00:00 AM", 60), (bea.0, bea.1, "08:00:00 AM", "12:00:00 PM", 240)]);
    let two = zoom(&[
        (ana.0, ana.1, "08:30:00 AM", "10:00:00 AM", 90),
        (bea.0, bea.1, "08:00:00 AM", "12:00:00 PM", 240),
        ("Eva", "", "09:00:00 AM", "12:00:00 PM", 180),
    ]);
    let three =
        zoom(&[(ana.0, ana.1, "10:00:00 AM", "12:00:00 PM", 120), ("Eva", "", "11:00:00 AM", "12:00:00 PM", 60)]);
    holds([(take, one), (take, two), (take, three)]);
}

#[test]
fn of_lists_the_others_marks_records_and_answers_count() {
    let take = "run attendance 1-S1";
    let head = "NOMBRE COMPLETO;DOCUMENTO;CORREO;TELÉFONO;CARGO;ASISTIÓ;Sexo;Pertenencia étnica\n";
    let one = "Ana Uno;CC 111111;;3001;Jefe;SI;Mujer;Indígena\nBea Dos;CC 222222;;;;SI;;\n";
    let two = "Ana Uno;CC 111111;ana2@example.org;3002;Directora;NO;Hombre;\nBea Dos;CC 222222;bea@example.org;;Prof;SI;Mujer;\n\
               Zoe;;zoe@example.org;;;SI;;\n";
    let three = "Bea Dos;CC 222222;bea@example.org;300;;excusa;Mujer;\nZoe;CC 333333;zoe@example.org;;;SI;;Ninguno\n";
    holds([one, two, three].map(|rows| (take, format!("{head}{rows}"))));
}

#[test]
fn of_directories_and_lists_the_others_records_count() {
    let list = "NOMBRE COMPLETO;DOCUMENTO;CORREO;TELÉFONO;CARGO;ASISTIÓ\n";
    let people = "nombre;documento;correo;teléfono;cargo;rol\n";
    holds([
        ("person import", format!("{people}Ana Uno;CC:111111;;300;Jefe;equipo\nBea Dos;CC:222222;;301;;\n")),
        (
            "run attendance 1-S1",
            format!("{list}Ana Uno;CC 111111;;302;Directora;SI\nBea Dos;CC 222222;b@example.org;;;SI\n"),
        ),
        (
            "person import",
            format!("{people}Ana Uno;CC:111111;ana3@example.org;303;;\nBea Dos;CC:222222;;301;Profesora;\n"),
        ),
    ]);
}

#[test]
fn what_a_hand_changed_since_stays_and_is_said_to_be_edited() {
    let desk = base();
    desk.file("uno.csv", "name,email,phone,minutes\nBea Dos,b@example.org,300,240\n");
    desk.file("dos.csv", "name,email,phone,minutes\nBea Dos,b@example.org,301,60\n");
    desk.json("run attendance 1-S1 uno.csv");
    desk.json("run attendance 1-S1 dos.csv");
    desk.json("person edit 'Bea Dos' --post Directora");
    desk.json("run mark 1-S1 'Bea Dos' late --minutes 200");
    let before = (desk.json("person show 'Bea Dos'"), desk.json("run roster 1-S1"));
    for import in ["I-1", "I-2"] {
        let undone = desk.json(&format!("import undo {import}"));
        let kept = undone["kept"].as_array().expect("what stays");
        let kept: Vec<_> = kept.iter().map(|one| (one["what"].as_str(), one["why"].as_str())).collect();
        assert_eq!(kept, [(Some("attendance"), Some("edited")), (Some("person"), Some("edited"))], "{undone}");
        assert_eq!((desk.json("person show 'Bea Dos'"), desk.json("run roster 1-S1")), before);
    }
}

#[test]
fn what_another_file_says_is_not_said_to_be_edited() {
    let desk = base();
    desk.file("uno.csv", "name,email,minutes\nBea Dos,b@example.org,240\n");
    desk.file("dos.csv", "name,email,minutes\nBea Dos,b@example.org,60\n");
    desk.json("run attendance 1-S1 uno.csv");
    desk.json("run attendance 1-S1 dos.csv");
    let undone = desk.json("import undo I-1");
    assert_eq!((&undone["kept"][0]["what"], &undone["kept"][0]["why"]), (&"person".into(), &"other_file".into()));
    assert_eq!(undone["kept"].as_array().map(Vec::len), Some(1), "{undone}");
}
