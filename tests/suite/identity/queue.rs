//! Rows that may be several people: kept, shown, answered, never asked again.

use super::{desk, is_taken_back_and_done_again, noted};

const LIST: &str = "name,email,minutes\nElena Prueba,,200\nAurelia Ficticia Montoya,aurelia@example.org,230\n";

#[test]
fn a_row_that_may_be_two_people_waits_with_the_reasons_and_counts_once_it_is_answered() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    let result = is_taken_back_and_done_again(&desk, "run attendance 1-S1 lista.csv");
    assert_eq!((&result["review"], &result["people"]), (&1.into(), &1.into()), "{result}");
    assert_eq!(noted(&desk), ["P-3 present 230"]);
    let queue = desk.json("import show I-1")["queue"].clone();
    assert_eq!((&queue[0]["id"], &queue[0]["line"], &queue[0]["state"]), (&"R-1".into(), &2.into(), &"open".into()));
    assert_eq!(queue[0]["row"]["minutes"], 200);
    let candidates = queue[0]["candidates"].as_array().expect("candidates");
    let ids: Vec<&str> = candidates.iter().filter_map(|one| one["person"]["id"].as_str()).collect();
    assert_eq!(ids, ["P-1", "P-2"]);
    assert_eq!(candidates[0]["reasons"], serde_json::json!(["name", "invited"]));
    assert_eq!(candidates[0]["score"], 0.85);
    assert_eq!(desk.json("person candidates")["rows"], queue);
    assert_eq!(desk.json("show R-1")["id"], "R-1");
    let next = desk.json("next");
    let waits = next["items"].as_array().expect("items").iter().find(|one| one["what"] == "rows_to_review");
    assert_eq!(waits.expect("it waits")["hint"], "ata import show I-1");
    let settled = is_taken_back_and_done_again(&desk, "person same R-1 P-2");
    assert_eq!(
        (&settled["state"], &settled["person"]["id"], &settled["changed"]),
        (&"same".into(), &"P-2".into(), &true.into())
    );
    assert_eq!(noted(&desk), ["P-3 present 230", "P-2 present 200"]);
    // Said again it is nothing new; another answer is refused.
    assert_eq!(desk.json("person same R-1 P-2")["changed"], false);
    desk.run("person same R-1 P-1").exits(4);
    desk.run("person different R-1").exits(4);
    assert_eq!(desk.json("person candidates")["rows"], serde_json::json!([]));
}

#[test]
fn what_was_answered_is_not_asked_again_by_a_longer_or_a_corrected_list() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    desk.json("person same R-1 P-2");
    desk.file("larga.csv", LIST.replace("200", "220") + "Fabio Modelo,,230\n");
    let result = desk.json("run attendance 1-S1 larga.csv");
    assert_eq!(
        (&result["review"], &result["new_people"], &result["updated"]),
        (&0.into(), &1.into(), &1.into()),
        "{result}"
    );
    assert_eq!(result["changes"][0]["person"]["id"], "P-2");
    assert_eq!((&result["changes"][0]["old"], &result["changes"][0]["new"]), (&"200".into(), &"220".into()));
    assert_eq!(noted(&desk), ["P-3 present 230", "P-2 present 220", "P-4 present 230"]);
}

#[test]
fn a_row_that_waits_is_not_kept_twice_and_a_later_list_says_how_it_was() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let before = desk.dump();
    let again = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&again["changed"], &again["review"]), (&false.into(), &1.into()));
    assert!(desk.dump() == before);
    desk.file("corregida.csv", LIST.replace("200", "100"));
    assert_eq!(desk.json("run attendance 1-S1 corregida.csv")["review"], 1);
    assert_eq!(desk.json("person candidates")["rows"].as_array().map(Vec::len), Some(1));
    desk.json("person same P-1 R-1");
    assert_eq!(noted(&desk)[1], "P-1 absent 100");
}

#[test]
fn nobody_of_them_is_somebody_new_and_is_known_by_the_same_row_later() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let settled = is_taken_back_and_done_again(&desk, "person different R-1");
    assert_eq!((&settled["state"], &settled["person"]["id"]), (&"new".into(), &"P-4".into()));
    assert_eq!(noted(&desk)[1], "P-4 present 200");
    // She is told apart from the two others for good.
    let pairs = desk.json("person candidates");
    assert_eq!(pairs["items"], serde_json::json!([]), "{pairs}");
    desk.file("otra.csv", LIST.replace("230", "225"));
    let result = desk.json("run attendance 1-S1 otra.csv");
    assert_eq!((&result["review"], &result["new_people"]), (&0.into(), &0.into()), "{result}");
}

#[test]
fn those_it_is_not_are_ruled_out_one_by_one_without_a_guess_about_the_last() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let left = is_taken_back_and_done_again(&desk, "person different R-1 P-1");
    assert_eq!((&left["state"], left["candidates"].as_array().map(Vec::len)), (&"open".into(), Some(1)));
    assert_eq!(desk.json("person different R-1 P-1")["changed"], false);
    assert_eq!(desk.json("person different R-1 P-2")["state"], "new");
}

#[test]
fn two_rows_of_one_name_are_asked_one_by_one_and_stays_of_one_person_add_up() {
    let desk = desk();
    desk.file("lista.csv", "name,doc,join,leave\nElena Prueba,,08:00,10:00\nElena Prueba,,09:00,11:30\nElena Prueba,1063400702,11:00,12:00\n");
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&result["review"], &result["people"]), (&2.into(), &1.into()), "{result}");
    let said = desk.run("person same R-1 P-2").ok().stdout;
    assert_eq!(said.matches("Estado").count(), 1, "{said}");
    // 08:00–10:00 and 11:00–12:00.
    assert_eq!(noted(&desk), ["P-2 absent 180"]);
    desk.json("person same R-2 P-2");
    assert_eq!(noted(&desk), ["P-2 present 240"]);
}

#[test]
fn joining_the_two_it_may_be_answers_the_row() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let joined = is_taken_back_and_done_again(&desk, "person same P-1 P-2");
    assert_eq!(joined["id"], "P-1");
    assert_eq!(noted(&desk)[1], "P-1 present 200");
    assert_eq!(desk.json("show R-1")["state"], "same");
}

#[test]
fn a_row_left_out_stays_out() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let left = is_taken_back_and_done_again(&desk, "import ignore R-1 --reason 'Nadie la recuerda'");
    assert_eq!((&left["state"], &left["reason"]), (&"ignored".into(), &"Nadie la recuerda".into()));
    desk.file("otra.csv", LIST.replace("230", "225"));
    let plan = desk.json("run attendance 1-S1 otra.csv --dry-run")["plan"].clone();
    assert_eq!((&plan[0]["action"], &plan[0]["reason"]), (&"ignore".into(), &"ignored_by_hand".into()));
    let again = desk.json("run attendance 1-S1 otra.csv");
    assert_eq!((&again["review"], &again["ignored_reasons"]["ignored_by_hand"]), (&0.into(), &1.into()), "{again}");
    assert_eq!(desk.json("person same R-1 P-1")["state"], "same", "somebody remembered");
    desk.run("import ignore R-1 --reason No").exits(4);
    desk.run("import ignore R-9 --reason No").exits(3);
}

#[test]
fn a_directory_asks_too_and_remembers() {
    let desk = desk();
    let list = "name,doc,org,phone\nElena Prueba,,AGI,300 111 2233\nAurelia Ficticia Montoya,TI:1063400701,,\n";
    desk.file("gente.csv", list);
    let result = is_taken_back_and_done_again(&desk, "person import gente.csv");
    assert_eq!((&result["review"], &result["new_people"]), (&1.into(), &1.into()), "{result}");
    desk.json("person same R-1 P-1");
    assert_eq!(desk.json("person show P-1")["phone"], "3001112233");
    let again = desk.json("person import gente.csv");
    assert_eq!((&again["review"], &again["changed"]), (&0.into(), &false.into()));
    // A minor's card became a cédula, or somebody slipped: that is asked.
    desk.file("ti.csv", "name,doc\nElena Prueba,TI:1063400702\n");
    let result = desk.json("person import ti.csv");
    assert_eq!((&result["review"], &result["new_people"]), (&1.into(), &0.into()), "{result}");
    assert_eq!(desk.json("person candidates")["rows"][0]["candidates"][0]["reasons"][0], "document");
}

#[test]
fn two_registrations_told_apart_are_not_proposed_again_until_somebody_knows_better() {
    let desk = desk();
    desk.json("person add 'Aurelia Ficticia Montoya' --phone 3009998877");
    let pair = |desk: &crate::desk::TestDesk| desk.json("person candidates")["total"].clone();
    assert_eq!(pair(&desk), 1);
    let told = is_taken_back_and_done_again(&desk, "person different P-3 P-4");
    assert_eq!((&told["a"]["id"], &told["b"][0]["id"]), (&"P-3".into(), &"P-4".into()));
    assert_eq!(pair(&desk), 0);
    assert_eq!(desk.json("person different P-4 P-3")["changed"], false);
    let again = desk.json("person add 'Aurelia Ficticia Montoya' --phone 3009998877");
    assert_eq!(again["changed"], false);
    is_taken_back_and_done_again(&desk, "person same P-3 P-4");
    desk.run("person different P-3 P-4").exits(4);
    desk.run("person different P-3").exits(2);
}

#[test]
fn a_person_with_another_document_is_not_the_row() {
    let desk = desk();
    desk.file("lista.csv", "name,doc,minutes\nElena Prueba,TI:1063400701,200\n");
    assert_eq!(desk.json("run attendance 1-S1 lista.csv")["review"], 1);
    desk.json("person add 'Elena Prueba' --doc TI:1099900011");
    let error = desk.run("person same R-1 P-4 --json").exits(4).error();
    assert_eq!(error["kind"], "refused");
    assert_eq!(desk.json("person same R-1 P-1")["person"]["id"], "P-1");
}

#[test]
fn rows_of_a_case_that_is_not_open_wait() {
    let desk = desk();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    desk.json("hold 1 --reason Pausa");
    desk.run("person same R-1 P-1").exits(4);
    desk.run("import ignore R-1 --reason No").exits(4);
    desk.json("resume 1");
    desk.json("person same R-1 P-1");
}

#[test]
fn an_offices_address_serves_each_of_its_people() {
    let desk = desk();
    desk.file(
        "a.csv",
        "name,email,minutes\nBruno Inventado,oficina@example.org,230\nCarla Modelo,oficina@example.org,230\n",
    );
    assert_eq!(desk.json("run attendance 1-S1 a.csv")["new_people"], 2);
    desk.json("schedule add 1 --start '2026-03-17 08:00' --duration 4h --place Auditorio");
    desk.json("need add 'Otro taller'");
    desk.json("schedule add 2 --start '2026-03-16 08:00' --duration 4h --place Otro");
    // Among the holders the name tells, in another session and in another case; nobody's name is a question.
    desk.file("b.csv", "name,email,minutes\n\"INVENTADO, Bruno\",OFICINA@example.org,230\nDiana Nueva,oficina@example.org,230\n,oficina@example.org,10\n");
    let result = desk.json("run attendance 2-S1 b.csv");
    assert_eq!(
        (&result["matched"], &result["new_people"], &result["review"]),
        (&1.into(), &1.into(), &1.into()),
        "{result}"
    );
    // Somebody's own address under a name that only shares a word: a question, not a person.
    desk.file("c.csv", "name,email,minutes\nLuis Ficticia,aurelia@example.org,230\n");
    let result = desk.json("run attendance 2-S1 c.csv");
    assert_eq!((&result["review"], &result["new_people"]), (&1.into(), &0.into()), "{result}");
}

#[test]
fn names_meet_in_every_order_and_with_the_marks_of_meeting_services() {
    let desk = desk();
    for (at, name) in [
        "FICTICIA MONTOYA, AURELIA",
        "Aurelia de la Ficticia Montoya",
        "aurelia ficticia montoya (Invitado)",
        "Montoya Ficticia Aurelia (Unverified)",
    ]
    .into_iter()
    .enumerate()
    {
        desk.file("lista.csv", format!("name,minutes\n\"{name}\",{}\n", 100 + at));
        let result = desk.json("run attendance 1-S1 lista.csv");
        assert_eq!((&result["matched"], &result["new_people"]), (&1.into(), &0.into()), "{name} {result}");
    }
}

#[test]
fn in_one_list_a_name_alone_and_the_same_name_with_an_address_may_be_two() {
    let desk = desk();
    let zoom = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/intake/v03_zoom_unique_users_en_old_preamble.csv"
    ))
    .expect("a fixture");
    desk.json("schedule add 1 --start '2025-09-02 09:00' --duration 2h --place Sala");
    desk.file("zoom.csv", zoom);
    let result = desk.json("run attendance 1-S2 zoom.csv");
    assert_eq!((&result["people"], &result["review"]), (&6.into(), &0.into()), "{result}");
    let codes: Vec<&str> =
        result["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "possible_duplicate").count(), 1, "{codes:?}");
    // The two are proposed; the file again, and corrected, asks nobody and makes nobody.
    assert!(desk.json("person candidates")["total"].as_i64().is_some_and(|n| n >= 1));
    let text = std::fs::read_to_string(desk.path("zoom.csv")).expect("the list").replace(",57,", ",58,");
    desk.file("zoom2.csv", text);
    let again = desk.json("run attendance 1-S2 zoom2.csv");
    assert_eq!(
        (&again["people"], &again["new_people"], &again["updated"], &again["review"]),
        (&6.into(), &0.into(), &1.into(), &0.into()),
        "{again}"
    );
}

/// Two towns, each with somebody of one name.
fn of_two_towns() -> (crate::desk::TestDesk, &'static str) {
    let desk = desk();
    desk.json("org add 'Alcaldía de Lebrija' --kind municipality --code ALE");
    (
        desk,
        "name,organisation,phone,minutes\nJuan Pérez,Alcaldía de Girón,3001112222,200\nJuan Pérez,Alcaldía de Lebrija,3003334444,230\n",
    )
}

#[test]
fn namesakes_of_two_organisations_are_two_people_in_one_list_and_in_the_next() {
    let (desk, list) = of_two_towns();
    desk.file("a.csv", list);
    let first = desk.json("run attendance 1-S1 a.csv");
    assert_eq!(
        (&first["people"], &first["new_people"], &first["review"]),
        (&2.into(), &2.into(), &0.into()),
        "{first}"
    );
    assert_eq!(first["warnings"][0]["code"], "possible_duplicate");
    assert_eq!(noted(&desk), ["P-4 present 200", "P-5 present 230"]);
    desk.file("b.csv", list.replace("230", "240"));
    let again = desk.json("run attendance 1-S1 b.csv");
    assert_eq!(
        (&again["matched"], &again["new_people"], &again["updated"]),
        (&2.into(), &0.into(), &1.into()),
        "{again}"
    );
    assert_eq!(noted(&desk), ["P-4 present 200", "P-5 present 240"]);
}

#[test]
fn an_organisation_tells_registered_and_invited_namesakes_apart() {
    for invited in ["", "--invite P-4", "--invite P-4 --invite P-5"] {
        let (desk, list) = of_two_towns();
        desk.json("person add 'Juan Pérez' --org AGI");
        desk.json("person add 'Juan Pérez' --org ALE");
        desk.json("person different P-4 P-5");
        if !invited.is_empty() {
            desk.json(&format!("schedule edit 1-S1 {invited}"));
        }
        desk.file("a.csv", list);
        let result = desk.json("run attendance 1-S1 a.csv");
        let counts = (&result["matched"], &result["new_people"], &result["review"]);
        assert_eq!(counts, (&2.into(), &0.into(), &0.into()), "{invited}: {result}");
        assert_eq!(result["warnings"], serde_json::json!([]), "{invited}");
        assert_eq!(noted(&desk).len(), 2, "{invited}");
    }
}

#[test]
fn a_body_and_a_part_of_it_are_no_two_workplaces() {
    let (desk, _) = of_two_towns();
    desk.json("org add 'Oficina de Salud' --parent AGI");
    desk.json("person add 'Juan Pérez' --org 'Oficina de Salud'");
    desk.json("schedule edit 1-S1 --invite P-4");
    desk.file("a.csv", "name,organisation,minutes\nJuan Pérez,Alcaldía de Girón,200\n");
    let result = desk.json("run attendance 1-S1 a.csv");
    assert_eq!((&result["matched"], &result["new_people"]), (&1.into(), &0.into()), "{result}");
}

#[test]
fn a_bare_name_among_invited_namesakes_is_a_question_whatever_is_known_of_each() {
    let (desk, _) = of_two_towns();
    desk.json("person add 'Juan Pérez' --org AGI");
    desk.json("person add 'Juan Pérez' --org ALE --email jp@example.org");
    desk.json("schedule edit 1-S1 --invite P-4 --invite P-5");
    desk.file("a.csv", "name,minutes\nJuan Pérez,100\n");
    let result = desk.json("run attendance 1-S1 a.csv");
    assert_eq!((&result["matched"], &result["review"]), (&0.into(), &1.into()), "{result}");
}

#[test]
fn an_address_that_another_person_of_a_directory_has_is_said_and_both_stay() {
    let desk = desk();
    desk.file("g.csv", "name,email\nHugo Otro,aurelia@example.org\n");
    let result = desk.json("person import g.csv");
    assert_eq!(
        (&result["new_people"], &result["warnings"][0]["code"]),
        (&1.into(), &"shared_email".into()),
        "{result}"
    );
    assert_eq!(result["warnings"][0]["detail"], "Hugo Otro (P-3)");
}

#[test]
fn zeros_before_a_number_make_nobody_two_people_unseen() {
    let desk = desk();
    desk.json("person add 'Hugo Otro Ñáñez' --doc CC:52000303");
    desk.file("a.csv", "name,doc\nHugo Otro Ñáñez,CC:0052000303\n");
    desk.json("run attendance 1-S1 a.csv");
    let pairs = desk.json("person candidates");
    let pairs: Vec<String> = pairs["items"].as_array().expect("pairs").iter().map(|one| one.to_string()).collect();
    assert!(
        pairs.iter().any(|one| one.contains("P-4") && one.contains("P-5") && one.contains("document")),
        "{pairs:?}"
    );
}
