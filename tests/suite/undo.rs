//! Taking back, again and again: what the log says of it at any time.

use crate::desk::TestDesk;
use serde_json::{Value, json};

fn undone_by(desk: &TestDesk) -> Vec<Value> {
    let log = desk.json("log")["items"].as_array().expect("items").clone();
    log.iter().rev().skip(1).map(|operation| operation["undone_by"].clone()).collect()
}

#[test]
fn what_is_undone_at_present_says_by_which_operation() {
    let desk = TestDesk::new();
    desk.json("need add Taller");
    for expected in [
        vec![json!(3), json!(null)],
        vec![json!(null), json!(4), json!(null)],
        vec![json!(3), json!(null), json!(5), json!(null)],
        vec![json!(null), json!(4), json!(null), json!(6), json!(null)],
    ] {
        desk.json("undo");
        assert_eq!(undone_by(&desk), expected);
    }
}

#[test]
fn what_is_undone_already_is_nothing_to_undo() {
    let mut desk = TestDesk::new();
    desk.json("need add Taller");
    assert_eq!(desk.json("undo --op 2")["changed"], true);
    let before = desk.json("log")["total"].clone();
    let again = desk.json("undo --op 2");
    assert_eq!((&again["changed"], &again["undone_by"]), (&json!(false), &json!(3)));
    assert_eq!(desk.json("log")["total"], before);
    for (language, said) in [("es", "ya se había deshecho"), ("pt", "já tinha sido desfeita"), ("en", "undone already")]
    {
        let ran = desk.speaks(language).run("undo --op 2").ok();
        assert!(ran.stdout.contains(said) && ran.stderr.contains("ata undo --op 3"), "{ran:?}");
    }
    // Done again, undone, and so on: it is asked of what is so now.
    desk.json("undo --op 3");
    assert_eq!(desk.json("undo --op 3")["changed"], false);
    assert_eq!(desk.json("undo --op 2")["changed"], true);
    assert_eq!(desk.json("list")["total"], 0);
}
