//! One human being registered twice, and joined: whatever the registration given up carried leads to the one kept.

use super::{desk, is_taken_back_and_done_again, noted};
use crate::desk::TestDesk;

/// P-4 came with a list, under another name and address, and is P-3.
fn joined() -> TestDesk {
    let desk = desk();
    desk.file("b.csv", "name,email,minutes\nAurelia Ficticia M.,aure@example.com,240\n");
    assert_eq!(desk.json("run attendance 1-S1 b.csv")["new_people"], 1);
    desk.json("person merge P-3 P-4");
    desk
}

#[test]
fn a_longer_list_makes_nobody_anew_who_was_joined() {
    let desk = joined();
    desk.file(
        "c.csv",
        "name,email,minutes\nAurelia Ficticia M.,aure@example.com,200\nPepe Nuevo,pepe@example.com,200\n",
    );
    let result = is_taken_back_and_done_again(&desk, "run attendance 1-S1 c.csv");
    assert_eq!((&result["new_people"], &result["matched"]), (&1.into(), &1.into()), "{result}");
    // What was given up is no news, and nothing to wonder at.
    assert_eq!(result["warnings"], serde_json::json!([]), "{result}");
    let changes = result["changes"].as_array().expect("changes");
    assert!(changes.iter().all(|change| change["field"] == "minutes"), "{result}");
    assert_eq!(noted(&desk), ["P-3 present 200", "P-5 present 200"]);
    for row in [
        "Aurelia Ficticia M.,",
        "Aurelia Ficticia Montoya,aure@example.com",
        "Aurelia Ficticia M.,aurelia@example.org",
        ",aure@example.com",
    ] {
        desk.file("d.csv", format!("name,email,minutes\n{row},240\n"));
        let result = desk.json("run attendance 1-S1 d.csv --dry-run");
        assert_eq!((&result["new_people"], &result["matched"]), (&0.into(), &1.into()), "{row}: {result}");
    }
    assert_eq!(desk.json("show P-3")["email"], "aurelia@example.org");
}

#[test]
fn a_long_list_knows_them_too() {
    let desk = joined();
    let mut rows = "name,email,minutes\nAurelia Ficticia M.,aure@example.com,240\n".to_owned();
    for n in 0..25_000 {
        rows.push_str(&format!("Persona Larga {n},persona.larga.{n}@example.org,200\n"));
    }
    assert!(rows.len() > 1 << 20);
    desk.file("larga.csv", rows);
    let result = desk.json("run attendance 1-S1 larga.csv");
    assert_eq!((&result["new_people"], &result["matched"]), (&25_000.into(), &1.into()), "{}", result["warnings"]);
}

#[test]
fn references_registrations_and_directories_lead_to_the_one_kept_until_the_joining_is_taken_back() {
    let desk = joined();
    for reference in ["P-4", "aure@example.com", "'Aurelia Ficticia M.'"] {
        assert_eq!(desk.json(&format!("show {reference}"))["id"], "P-3", "{reference}");
    }
    for name in ["Aurelia Ficticia M.", "Aurelia Ficticia Montoya"] {
        let said = desk.json(&format!("person add '{name}' --email aure@example.com"));
        assert_eq!((&said["id"], &said["changed"]), (&"P-3".into(), &false.into()), "{said}");
    }
    desk.file("dir.csv", "name,email,phone\nAurelia Ficticia M.,aure@example.com,3001112233\n");
    let result = desk.json("person import dir.csv");
    assert_eq!((&result["new_people"], &result["updated"]), (&0.into(), &1.into()), "{result}");
    let kept = desk.json("show P-3");
    assert_eq!((&kept["email"], &kept["phone"]), (&"aurelia@example.org".into(), &"3001112233".into()));
    desk.run("undo").ok();
    let merged = desk.json("log --limit 2")["items"][1]["op"].as_i64().expect("a number") - 1;
    desk.run(&format!("undo --op {merged}")).ok();
    assert_eq!(desk.json("show aure@example.com")["id"], "P-4");
}

#[test]
fn a_document_given_up_leads_to_the_one_kept_unless_somebody_has_it() {
    let desk = desk();
    desk.json("person add 'Fabio Modelo' --doc CC:1098600502");
    desk.json("person add 'Fabio Modelo' --doc CE:456789");
    desk.json("person merge P-4 P-5");
    assert_eq!(desk.json("show CE:456789")["id"], "P-4");
    assert_eq!(desk.json("person add 'Fabio Modelo' --doc CE:456789")["changed"], false);
    desk.file("a.csv", "name,doc_type,doc_number,minutes\nFabio Modelo,CE,456789,240\n");
    let result = desk.json("run attendance 1-S1 a.csv");
    assert_eq!((&result["new_people"], result["warnings"].to_string()), (&0.into(), "[]".to_owned()), "{result}");
    assert_eq!(desk.json("show P-4")["doc"], "CC:1098600502");
    // An address may be that of two: both are offered.
    desk.json("person edit P-4 --email fabio@example.org");
    desk.json("person add 'Gloria Nueva' --email oficina@example.org");
    desk.json("person add 'Gloria Nueva Ruiz' --email oficina@example.org");
    desk.json("person add 'Fabio M.' --email oficina@example.org");
    desk.json("person merge P-4 P-8");
    desk.run("show oficina@example.org").exits(3);
    // The number of one who was joined is somebody's: nobody else takes it.
    let error = desk.run("person edit P-6 --doc CE:456789 --json").exits(4).error();
    assert_eq!(error["hint"], "ata person merge P-4 P-6");
}
