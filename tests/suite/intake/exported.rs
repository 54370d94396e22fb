//! Exports and address books in the shapes that systems and people give them, through the real binary.

use super::brought::{at_session, rejects, roster, take, warnings};

#[test]
fn a_day_that_the_titles_of_an_export_say_is_held_against_the_session() {
    let names = "\"Names\", \"Email\", \"Comments\", \"Arrival time\", \"Last Seen\", \"# of Checks\", \"Joined\", \"Details\"\n\
                 \"Paz, Ana\", \"\", \"\", \"08:00:12\", \"12:00:00\", \"40\", \"1\", \"x\"\n";
    let page = |label: &str, day: &str| {
        format!(
            "<html><table><tr><td>Lista de asistencia</td></tr><tr><td>{label}:</td><td>{day}</td></tr></table>\
             <table><tr><th>Nombre completo</th><th>Documento</th></tr><tr><td>Luis Sol</td><td>63100202</td></tr></table></html>"
        )
    };
    let meet = |title: &str| format!("\"Meeting: abc-defg-hij\"\n{title}\n\n{names}");
    for (name, list, code) in [
        ("a.csv", meet("\"Date: 2025-08-15\""), 4),
        ("b.csv", meet("Meeting date,15/08/2025"), 4),
        ("c.csv", meet("\"Date: 2025-08-14\""), 0),
        ("d.xls", page("Fecha", "15/08/2025"), 4),
        ("e.xls", page("Fecha", "14/08/2025"), 0),
        ("f.xls", page("Fecha de generación", "20/08/2025"), 0),
    ] {
        let desk = at_session();
        desk.file(name, list);
        let ran = desk.run(&format!("run attendance 1-S1 {name}")).exits(code);
        assert_eq!(roster(&desk).len(), usize::from(code == 0), "{name} {}", ran.stderr);
    }
}

#[test]
fn as_many_letters_of_one_encoding_as_of_another_are_both_read() {
    let desk = at_session();
    let list = [b"name,doc\nJos\xc3\xa9 \xc3\x91u,63100201\n".as_slice(), b"P\xeda \xd1u,63100202\n"].concat();
    let result = take(&desk, "a.csv", list);
    assert_eq!(warnings(&result), ["- mixed_encoding windows-1252"]);
    assert_eq!(roster(&desk), ["José Ñu | CC:63100201 | present | -", "Pía Ñu | CC:63100202 | present | -"]);
}

#[test]
fn ditto_marks_stand_beside_quoted_cells_too() {
    let desk = at_session();
    let result = take(
        &desk,
        "a.csv",
        "N°;NOMBRES Y APELLIDOS;CÉDULA;ENTIDAD;CARGO\n1;Ana Paz;63100201;;Prof\n2;Luis Sol;63100202;;\"\n\
         3;Eva Luz;\"63.100.203\";;\"\n4;Leo Mar;63100204;;Tec\n",
    );
    assert_eq!(result["people"], 4, "{result}");
    assert_eq!(desk.json("person show P-3")["post"], "Prof");
}

#[test]
fn several_choices_of_one_question_are_told_apart_by_their_boxes() {
    let desk = at_session();
    let result = take(
        &desk,
        "a.csv",
        "\"start\";\"end\";\"Nombre completo\";\"Discapacidad\";\"Discapacidad/Física\";\"Discapacidad/Visual\";\"_id\";\"_uuid\";\
         \"_submission_time\"\n\"2025-08-14T08:01:00-05:00\";\"2025-08-14T08:03:00-05:00\";\"Ana Paz\";\"Física Visual\";\"1\";\"1\";\
         \"1\";\"a\";\"2025-08-14T13:03:10\"\n",
    );
    assert!(warnings(&result).iter().all(|warning| !warning.contains("category_unknown")), "{result}");
    assert_eq!(result["differential"], 1, "{result}");
}

#[test]
fn an_address_book_says_one_person_with_all_their_names_and_a_telephone_they_have() {
    let desk = at_session();
    desk.file(
        "outlook.csv",
        "First Name,Middle Name,Last Name,Business Phone,Mobile Phone\nEva,Sofía,Luz,,3001234567\nAna,,Paz,6010000000,3001234567\n",
    );
    let result = desk.json("person import outlook.csv");
    assert_eq!(warnings(&result), ["1 column_ignored Mobile Phone"]);
    desk.file("google.csv", "First Name,Last Name,Phone 1 - Value\nLuis,Sol,+57 300 123 4567 ::: 300 000 0000\n");
    desk.json("person import google.csv");
    let people = desk.json("person list");
    let said = |at: usize| format!("{} {}", people["items"][at]["name"], people["items"][at]["phone"]).replace('"', "");
    assert_eq!(
        [said(0), said(1), said(2)],
        ["Ana Paz 6010000000", "Eva Sofía Luz 3001234567", "Luis Sol +573001234567 / 3000000000"]
    );
}

#[test]
fn whoever_came_at_a_time_that_cannot_be_read_is_refused_whole_and_comes_back_whole() {
    let desk = at_session();
    let list = "Nome Completo\tAtividade\tData e hora\nAna\tEntrou\t14/08/2025 08:00:00\nAna\tSaiu\t14/08/2025 12:00:00\n\
                Leo\tEntrou\tonde\nLeo\tSaiu\t14/08/2025 10:00:00\n";
    desk.file("a.csv", list);
    let result = desk.run("run attendance 1-S1 a.csv --rejects r.csv --json").exits(6).json();
    assert_eq!(rejects(&result), ["4 timestamp invalid_time", "5 name stay_unread"]);
    assert_eq!(result["rows"], 4, "{result}");
    assert_eq!(roster(&desk), ["Ana | - | present | 240"]);
    let refused = std::fs::read_to_string(desk.path("r.csv")).expect("the refused rows");
    desk.file("r.csv", refused.replace("onde", "14/08/2025 08:30:00"));
    desk.json("run attendance 1-S1 r.csv");
    assert_eq!(roster(&desk), ["Ana | - | present | 240", "Leo | - | absent | 90"]);
}
