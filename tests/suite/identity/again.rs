//! Files that come again: the same, longer, shorter, corrected; what each row would do; and files taken back.

use super::{desk, is_taken_back_and_done_again, noted};
use serde_json::Value;

fn plan(result: &Value) -> Vec<String> {
    let steps = result["plan"].as_array().unwrap_or_else(|| panic!("a plan in {result}"));
    steps
        .iter()
        .map(|step| {
            format!(
                "{} {} {}",
                step["line"],
                step["action"].as_str().unwrap_or(""),
                step["reason"].as_str().unwrap_or("")
            )
        })
        .map(|text| text.trim().to_owned())
        .collect()
}

#[test]
fn a_dry_run_says_of_every_row_what_would_become_of_it() {
    let desk = desk();
    desk.file("a.csv", "name,email,minutes\nAurelia Ficticia Montoya,aurelia@example.org,200\n");
    desk.json("run attendance 1-S1 a.csv");
    desk.file(
        "b.csv",
        "name,email,minutes\nAurelia Ficticia Montoya,aurelia@example.org,230\nElena Prueba,,200\n,,\nFabio Modelo,,230\n,,10\n\
         Fabio Modelo,,20\n",
    );
    let before = desk.dump();
    let result = desk.run("run attendance 1-S1 b.csv --dry-run --json").exits(6).json();
    assert_eq!(plan(&result), ["2 update", "3 review", "4 ignore blank", "5 add", "6 reject no_identifier", "7 match"]);
    assert_eq!(result["plan"][1]["refs"], serde_json::json!(["P-1", "P-2"]));
    assert!(desk.dump() == before);
    let kept = desk.run("run attendance 1-S1 b.csv --json").exits(6).json();
    assert_eq!(kept["plan"], Value::Null);
    // The same file again would change nothing.
    let again = desk.run("run attendance 1-S1 b.csv --dry-run --json").exits(6).json();
    assert_eq!(plan(&again), ["2 match", "3 review", "4 ignore blank", "5 match", "6 reject no_identifier", "7 match"]);
    for language in ["es", "pt", "en"] {
        let said = desk.run(&format!("run attendance 1-S1 b.csv --dry-run --lang {language}")).exits(6);
        assert!(!said.stdout.contains("import-") && !said.stdout.contains("term-"), "{}", said.stdout);
    }
}

#[test]
fn a_dry_run_of_a_directory_says_it_too() {
    let desk = desk();
    desk.file("g.csv", "name,doc,org,post\nElena Prueba,1063400701,,Jefa\nElena Prueba,,AGI,\nNueva Persona,1098600502,,\nMala,XX,,\nElena Prueba,1063400702,,\n");
    let result = desk.run("person import g.csv --dry-run --json").exits(6).json();
    assert_eq!(plan(&result), ["2 update", "3 review", "4 add", "5 reject invalid_document", "6 match"]);
    desk.file("n.csv", "title\nTaller de vacunas nuevo\n");
    assert_eq!(plan(&desk.json("need import n.csv --dry-run")), ["2 add"]);
    desk.file("o.csv", "name,code,email\nAlcaldía de Girón,AGI,giron@example.org\n");
    assert_eq!(plan(&desk.json("org import o.csv --dry-run")), ["2 update"]);
    let result = desk.json("org import o.csv");
    assert_eq!(
        (&result["changes"][0]["field"], &result["changes"][0]["new"]),
        (&"email".into(), &"giron@example.org".into())
    );
}

#[test]
fn a_corrected_list_updates_what_the_first_one_brought_and_says_what() {
    let desk = desk();
    desk.file("a.csv", "name,doc,email,post,minutes\nFabio Modlo,1098600502,fabio@exmaple.org,Tecnico,100\n");
    desk.json("run attendance 1-S1 a.csv");
    desk.file(
        "b.csv",
        "name,doc,email,post,minutes\nFabio Modelo Ruiz,1098600502,fabio@example.org,Técnico de campo,230\n",
    );
    let result = is_taken_back_and_done_again(&desk, "run attendance 1-S1 b.csv");
    assert_eq!(result["updated"], 1, "{result}");
    let changes: Vec<String> = result["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap_or("").to_owned();
            format!("{}: {} → {}", text("field"), text("old"), text("new"))
        })
        .collect();
    assert_eq!(
        changes,
        [
            "name: Fabio Modlo → Fabio Modelo Ruiz",
            "email: fabio@exmaple.org → fabio@example.org",
            "post: Tecnico → Técnico de campo",
            "status: absent → present",
            "minutes: 100 → 230"
        ]
    );
    // What somebody changed by hand is not changed by a file.
    desk.json("person edit 1098600502 --post Director");
    desk.file("c.csv", "name,doc,email,post,minutes\nFabio Modelo Ruiz,1098600502,fabio@example.org,Auxiliar,230\n");
    let result = desk.json("run attendance 1-S1 c.csv");
    assert_eq!(
        (&result["changes"], &result["warnings"][0]["code"]),
        (&serde_json::json!([]), &"post_differs".into()),
        "{result}"
    );
}

#[test]
fn an_older_and_shorter_export_after_the_longer_one_changes_nothing() {
    let desk = desk();
    desk.file("a.csv", "name,minutes\nFabio Modelo,60\nGloria Nueva,60\n");
    desk.file("b.csv", "name,minutes\nFabio Modelo,230\nGloria Nueva,60\n");
    desk.json("run attendance 1-S1 a.csv");
    desk.json("run attendance 1-S1 b.csv");
    let before = desk.dump();
    desk.file("parte.csv", "name,minutes\nFabio Modelo,60\n");
    let result = desk.json("run attendance 1-S1 parte.csv");
    assert_eq!(
        (&result["changed"], &result["warnings"][0]["code"]),
        (&false.into(), &"row_seen_before".into()),
        "{result}"
    );
    assert!(desk.dump() == before);
}

#[test]
fn what_was_changed_by_hand_outlives_the_same_row_of_a_directory() {
    let desk = desk();
    desk.file("g.csv", "name,doc,post\nNueva Persona,1098600502,Jefa\n");
    desk.json("person import g.csv");
    desk.json("person edit 1098600502 --post Directora");
    desk.file("larga.csv", "name,doc,post\nNueva Persona,1098600502,Jefa\nOtra Persona,1098600503,Jefa\n");
    let result = desk.json("person import larga.csv");
    assert_eq!(
        (&result["updated"], &result["new_people"], &result["warnings"][0]["code"]),
        (&0.into(), &1.into(), &"row_seen_before".into()),
        "{result}"
    );
    assert_eq!(desk.json("person show 1098600502")["post"], "Directora");
    // Another word of the file counts, and going back to the first one counts too.
    for post in ["Asesora", "Jefa"] {
        desk.file("otra.csv", format!("post,name,doc\n{post},Nueva Persona,1098600502\n"));
        assert_eq!(desk.json("person import otra.csv")["updated"], 1, "{post}");
    }
}

#[test]
fn a_need_whose_title_was_changed_by_hand_is_not_made_again() {
    let desk = desk();
    desk.file("n.csv", "title,received\nTaller,2026-03-01\n");
    desk.json("need import n.csv");
    desk.json("need edit 2 --title 'Taller de vectores'");
    desk.file("larga.csv", "title,received\nTaller,2026-03-01\nVisita,2026-03-01\n");
    let result = desk.json("need import larga.csv");
    assert_eq!((&result["added"], &result["unchanged"]), (&1.into(), &1.into()), "{result}");
}

#[test]
fn a_list_taken_back_puts_back_what_it_changed_and_names_what_it_keeps() {
    let desk = desk();
    desk.file("a.csv", "name,doc,minutes\nFabio Modelo,1098600502,60\nGloria Nueva,1098600503,60\n");
    desk.json("run attendance 1-S1 a.csv");
    let first = desk.dump();
    desk.file("b.csv", "name,doc,phone,minutes\nFabio Modelo,1098600502,3001112233,230\nGloria Nueva,1098600503,,230\nHugo Otro,1098600504,,230\nElena Prueba,,,20\n");
    desk.json("run attendance 1-S1 b.csv");
    // Taken back by itself it leaves the first list as it was.
    let undone = is_taken_back_and_done_again(&desk, "import undo I-2");
    assert_eq!(
        (&undone["removed"], &undone["restored"], &undone["kept"]),
        (&3.into(), &3.into(), &serde_json::json!([])),
        "{undone}"
    );
    assert!(desk.dump() == first);
    desk.run("undo").ok();
    // Marked by hand, and edited: that stays, the others go.
    desk.json("run mark 1-S1 1098600503 late --minutes 200");
    desk.json("person edit 1098600504 --post Director");
    let undone = is_taken_back_and_done_again(&desk, "import undo I-2");
    let kept: Vec<String> = undone["kept"]
        .as_array()
        .expect("kept")
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                one["name"].as_str().unwrap_or(""),
                one["what"].as_str().unwrap_or(""),
                one["why"].as_str().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(kept, ["Gloria Nueva attendance edited", "Hugo Otro person edited"], "{undone}");
    assert_eq!(noted(&desk), ["P-4 absent 60", "P-5 late 200"]);
    let said = desk.run("import list").ok();
    assert!(!said.stdout.contains("I-2"), "{}", said.stdout);
}

#[test]
fn whom_a_later_list_names_too_stays_with_it_when_the_earlier_is_taken_back() {
    let desk = desk();
    desk.file("a.csv", "name,doc,minutes\nFabio Modelo,1098600502,230\nElena Prueba,,20\n");
    desk.file(
        "b.csv",
        "name,doc,minutes\nFabio Modelo,1098600502,230\nElena Prueba,,20\nGloria Nueva,1098600503,230\n",
    );
    desk.json("run attendance 1-S1 a.csv");
    desk.json("run attendance 1-S1 b.csv");
    assert_eq!(desk.json("import show I-2")["queue"].as_array().map(Vec::len), Some(1));
    desk.run("undo --op 8").exits(4);
    let undone = is_taken_back_and_done_again(&desk, "import undo I-1");
    let why = &undone["kept"][0];
    assert_eq!(
        (&why["name"], &why["what"], &why["why"], &undone["removed"]),
        (&"Fabio Modelo".into(), &"attendance".into(), &"other_file".into(), &0.into()),
        "{undone}"
    );
    assert_eq!(noted(&desk), ["P-4 present 230", "P-5 present 230"]);
    assert_eq!(desk.json("import show I-2")["queue"].as_array().map(Vec::len), Some(1));
    // Taken back as well, nothing is left of either.
    desk.json("import undo I-2");
    assert_eq!(noted(&desk), Vec::<String>::new());
    assert_eq!(desk.json("person list")["total"], 3);
    desk.json("check");
}

#[test]
fn a_meeting_that_was_opened_again_adds_to_the_first_time_in_either_order() {
    let times = |from: &str, to: &str| {
        format!(
            "name,email,join,leave\nAurelia Ficticia Montoya,aurelia@example.org,2026-03-18 {from},2026-03-18 {to}\n"
        )
    };
    for order in [["larga.csv", "corta.csv"], ["corta.csv", "larga.csv"]] {
        let desk = desk();
        desk.file("larga.csv", times("08:00", "11:30"));
        desk.file("corta.csv", times("11:40", "11:50"));
        for file in order {
            desk.json(&format!("run attendance 1-S1 {file}"));
        }
        assert_eq!(noted(&desk), ["P-3 present 220"], "{order:?}");
        // A file with both says nothing new.
        desk.file("ambas.csv", format!("{}{}", times("08:00", "11:30"), &times("11:40", "11:50")[22..]));
        assert_eq!(desk.json("run attendance 1-S1 ambas.csv")["changed"], false);
        // The same time said otherwise is a correction, of the list that said it.
        desk.file("corregida.csv", times("08:00", "09:00"));
        desk.json("run attendance 1-S1 corregida.csv");
        assert_eq!(noted(&desk), ["P-3 absent 70"], "{order:?}");
    }
}

#[test]
fn who_signed_a_list_was_there_whatever_a_meeting_counts_in_either_order() {
    let minutes = "name,email,minutes\nAurelia Ficticia Montoya,aurelia@example.org,10\n";
    let signed = "name,email,status\nAurelia Ficticia Montoya,aurelia@example.org,present\n";
    for order in [[minutes, signed], [signed, minutes]] {
        let desk = desk();
        for (at, text) in order.iter().enumerate() {
            desk.file(&format!("{at}.csv"), text);
            desk.json(&format!("run attendance 1-S1 {at}.csv"));
        }
        assert_eq!(noted(&desk), ["P-3 present 10"], "{order:?}");
    }
}

#[test]
fn lists_taken_back_in_the_order_they_came_leave_nothing_behind() {
    let desk = desk();
    let blank = desk.dump();
    desk.file("a.csv", "name,doc,minutes\nFabio Modelo,1098600502,60\n");
    desk.file("b.csv", "name,doc,phone,minutes\nFabio Modelo,1098600502,3001112233,230\n");
    desk.json("run attendance 1-S1 a.csv");
    desk.json("run attendance 1-S1 b.csv");
    desk.json("import undo I-1");
    assert_eq!(noted(&desk), ["P-4 present 230"]);
    desk.json("import undo I-2");
    assert_eq!(noted(&desk), Vec::<String>::new());
    assert_eq!(desk.dump(), blank);
}

#[test]
fn an_import_that_was_edited_since_is_not_undone_as_an_operation() {
    let desk = desk();
    desk.file("a.csv", "name,doc,minutes\nFabio Modelo,1098600502,60\n");
    desk.json("run attendance 1-S1 a.csv");
    let op = desk.json("log")["items"][0]["op"].clone();
    desk.json("person edit 1098600502 --post Director");
    desk.run(&format!("undo --op {op}")).exits(4);
    desk.run("undo").ok();
    desk.run(&format!("undo --op {op}")).ok();
}
