//! Stage 6 from outside.

use crate::desk::TestDesk;
use crate::run::walk_to;

/// A case at stage 6 with one session that two people attended.
fn at_evaluate() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("org add 'Grupo de Vigilancia' --kind group --code GVSP");
    desk.json("person add 'Aurelia Ficticia'");
    desk.json("person add 'Bruno Inventado'");
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio");
    desk.at("2026-03-18T13:00:00-05:00");
    desk.json("run mark 1-S1 P-1 P-2 present");
    walk_to(&desk, "evaluate");
    desk
}

const ANSWERS: &str = "facilitator_mastery,facilitator_clarity,respondent_entity,improve\n\
    5,4,EPS,Más tiempo\n\
    4,,EPS,\n\
    Excelente,N/A,Otra,\n";

#[test]
fn answers_are_tabulated_over_what_was_answered() {
    let desk = at_evaluate();
    desk.file("respuestas.csv", ANSWERS);
    let result = desk.json("evaluate import 1-S1 respuestas.csv");
    assert_eq!((&result["responses"], &result["rows"], &result["import"]), (&3.into(), &3.into(), &"I-1".into()));
    assert!(result.get("people").is_none(), "{result}");
    let found = desk.json("evaluate results 1-S1");
    assert_eq!(
        (&found["responses"], &found["attendees"], &found["response_rate"]),
        (&3.into(), &2.into(), &1.5.into())
    );
    let mastery = &found["items"][0];
    assert_eq!((&mastery["key"], &mastery["n"]), (&"facilitator_mastery".into(), &3.into()));
    assert_eq!((&mastery["mean"], &mastery["satisfied"]), (&4.67.into(), &1.0.into()));
    assert_eq!(found["items"][1]["n"], 1);
    assert_eq!(found["comments"][0]["text"], "Más tiempo");
    assert_eq!(found["breakdowns"][0]["groups"][0]["n"], serde_json::Value::Null);
    assert_eq!(found["breakdowns"][0]["groups"][0]["suppressed"], true);
    assert_eq!(desk.json("evaluate results 1")["overall"], found["overall"]);
}

#[test]
fn the_same_answers_twice_add_nothing_and_a_longer_export_only_what_is_new() {
    let desk = at_evaluate();
    desk.file("respuestas.csv", ANSWERS);
    desk.json("evaluate import 1-S1 respuestas.csv");
    let before = desk.dump();
    let again = desk.json("evaluate import 1-S1 respuestas.csv");
    assert_eq!((&again["changed"], &again["responses"], &again["unchanged"]), (&false.into(), &0.into(), &3.into()));
    assert_eq!(desk.dump(), before);
    // One sheet more, equal to one that is there: two people may answer alike.
    desk.file("larga.csv", format!("{ANSWERS}4,,EPS,\n1,1,Otra,\n"));
    let longer = desk.json("evaluate import 1-S1 larga.csv");
    assert_eq!((&longer["responses"], &longer["unchanged"]), (&2.into(), &3.into()));
    assert_eq!(desk.json("evaluate results 1-S1")["responses"], 5);
}

const STAMPED: &str = "Marca temporal,Dominio del tema,Calidad de la asistencia técnica en general\n";

#[test]
fn equal_answers_of_other_people_count() {
    let desk = at_evaluate();
    let online = |hour: u32| {
        let row = |(minute, answer): (u32, u32)| format!("18/03/2026 {hour}:0{minute}:00,{answer},{answer}\n");
        STAMPED.to_owned() + &[(1, 5), (2, 5), (3, 4)].map(row).concat()
    };
    desk.file("1.csv", online(12));
    desk.file("2.csv", online(14));
    desk.file("papel.csv", "facilitator_mastery;overall_satisfaction\n5;5\n5;5\n4;4\n");
    desk.file("segunda.csv", "facilitator_mastery;overall_satisfaction\n5;5\n4;4\n");
    for (file, new) in [("1.csv", 3), ("2.csv", 3), ("papel.csv", 3)] {
        assert_eq!(desk.json(&format!("evaluate import 1-S1 {file}"))["responses"], new, "{file}");
    }
    // Without a time nobody can tell: it is said, with the command that counts them.
    let silent = desk.run("evaluate import 1-S1 segunda.csv --json").ok();
    assert_eq!(silent.json()["changed"], false);
    assert_eq!(silent.json()["warnings"][0]["code"], "equal_answers", "{}", silent.stdout);
    assert!(silent.stderr.contains("ata evaluate import 1-S1 segunda.csv --others"), "{}", silent.stderr);
    assert_eq!(desk.json("evaluate import 1-S1 segunda.csv --others")["responses"], 2);
    // The same again is the same.
    for line in
        ["evaluate import 1-S1 segunda.csv --others", "evaluate import 1-S1 papel.csv", "evaluate import 1-S1 2.csv"]
    {
        let again = desk.json(line);
        assert_eq!((&again["changed"], &again["warnings"]), (&false.into(), &serde_json::json!([])), "{line}");
    }
    assert_eq!(desk.json("evaluate results 1-S1")["responses"], 11);
}

#[test]
fn an_answer_that_was_corrected_in_the_form_is_said_to_count_twice() {
    let desk = at_evaluate();
    let export = |last: u32| format!("{STAMPED}18/03/2026 12:01:00,5,5\n18/03/2026 12:02:00,4,{last}\n");
    desk.file("v1.csv", export(4));
    desk.file("v2.csv", export(1));
    desk.json("evaluate import 1-S1 v1.csv");
    let corrected = desk.run("evaluate import 1-S1 v2.csv --json").ok();
    let warning = corrected.json()["warnings"][0].clone();
    assert_eq!((&warning["code"], &warning["detail"]), (&"answers_gone".into(), &"I-1 v1.csv (1)".into()));
    assert!(corrected.stderr.contains("ata import undo I-1"), "{}", corrected.stderr);
    // What both files have stays with the second.
    desk.json("import undo I-1");
    assert_eq!(desk.json("evaluate results 1-S1")["responses"], 2);
    assert_eq!(desk.json("evaluate import 1-S1 v2.csv")["changed"], false);
}

#[test]
fn what_is_no_answer_is_listed_with_its_line_and_the_sheet_left_out() {
    let desk = at_evaluate();
    desk.file("respuestas.csv", "facilitator_mastery,respondent_entity\n6,EPS\n4,EPS\ntal vez,EPS\n,\n");
    let result = desk.run("evaluate import 1-S1 respuestas.csv --json").exits(6).json();
    assert_eq!((&result["responses"], &result["rejected"]), (&1.into(), &2.into()), "{result}");
    let first = &result["rejects"][0];
    assert_eq!(
        (&first["line"], &first["field"], &first["value"], &first["reason"]),
        (&2.into(), &"facilitator_mastery".into(), &"6".into(), &"out_of_scale".into())
    );
    assert_eq!(result["rejects"][1]["reason"], "not_on_scale");
    // People read what was asked, not the name it has for programs.
    let said = desk.run("evaluate import 1-S1 respuestas.csv").exits(6).stdout;
    assert!(said.contains("Dominio del tema") && !said.contains("facilitator_mastery"), "{said}");
}

#[test]
fn nothing_of_who_answered_is_kept() {
    let desk = at_evaluate();
    let list = "Marca temporal,Nombre,Correo electrónico,Dominio del tema,Color preferido\n\
        18/03/2026 12:05:09,Aurelia Ficticia,aurelia@example.org,5,azul\n\
        18/03/2026 12:06:09,Bruno Inventado,bruno@example.org,4,rojo\n";
    desk.file("respuestas.csv", list);
    let result = desk.json("evaluate import 1-S1 respuestas.csv");
    assert_eq!(result["responses"], 2, "{result}");
    let codes: Vec<&str> =
        result["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"identity_not_kept") && codes.contains(&"column_not_in_form"), "{codes:?}");
    let database = desk.database();
    let mut statement = database.prepare("SELECT answers FROM response ORDER BY id").expect("answers");
    let answers: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a row")).collect();
    for answer in &answers {
        assert!(!answer.contains("example.org") && !answer.contains("azul") && !answer.contains("2026"), "{answer}");
    }
    assert_eq!(answers.len(), 2);
}

#[test]
fn a_file_that_asks_nothing_of_the_form_is_refused_and_columns_can_be_named() {
    let desk = at_evaluate();
    desk.file("otra.csv", "Nota del profesor,Observación\n5,Bien\n");
    desk.run("evaluate import 1-S1 otra.csv").exits(2);
    let map = "--map facilitator_mastery='Nota del profesor' --map improve=Observación";
    let result = desk.json(&format!("evaluate import 1-S1 otra.csv {map}"));
    assert_eq!(result["responses"], 1);
    desk.run("evaluate import 1-S1 otra.csv --map nada=2").exits(2);
    desk.run("evaluate import 1-S9 otra.csv").exits(3);
    desk.run("evaluate import 1-S1 falta.csv").exits(3);
}

#[test]
fn a_question_with_a_column_for_each_choice_is_named_by_hand_once() {
    let desk = at_evaluate();
    let system =
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1";
    let row = |id: u64, answers: &str| {
        format!("1000000000{id},4000,03/19/2026 04:01:02 PM,03/19/2026 04:03:40 PM,,,,,,{answers}\n")
    };
    let file = [
        format!("{system},Nota del profesor,¿De dónde viene?,,\n,,,,,,,,,Response,EPS,IPS privada,Otro (diga cuál)\n"),
        row(1, "5,EPS,,"),
        row(2, "4,,IPS privada,"),
        row(3, "3,,,una fundación"),
    ];
    desk.file("sm.csv", file.concat());
    let map = "--map facilitator_mastery='Nota del profesor' --map respondent_entity='¿De dónde viene?'";
    let result = desk.json(&format!("evaluate import 1-S1 sm.csv {map}"));
    assert_eq!((&result["responses"], &result["rejected"]), (&3.into(), &0.into()), "{result}");
    let database = desk.database();
    let mut statement =
        database.prepare("SELECT answers ->> 'respondent_entity' FROM response ORDER BY 1").expect("answers");
    let answers: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a row")).collect();
    assert_eq!(answers, ["EPS", "IPS privada", "Otra"]);
}

#[test]
fn a_question_with_its_number_and_its_scale_is_the_question() {
    let desk = at_evaluate();
    for heading in ["Dominio del tema (1 a 5)", "3. Dominio del tema (1-5)"] {
        desk.file("f.csv", format!("\"{heading}\",improve\n5,Nada por ahora con {heading}\n"));
        let result = desk.json("evaluate import 1-S1 f.csv");
        assert_eq!(result["warnings"], serde_json::json!([]), "{heading} {result}");
    }
}

#[test]
fn the_blank_form_is_the_header_that_the_import_reads() {
    let desk = at_evaluate();
    desk.run("evaluate form 1-S1 --out respuestas.csv").ok();
    let header = std::fs::read_to_string(desk.path("respuestas.csv")).expect("a form");
    assert!(header.starts_with("respondent_entity,facilitator_mastery,"), "{header}");
    let items = header.trim().split(',').count();
    let row: Vec<&str> = (0..items).map(|at| if at == 1 { "5" } else { "" }).collect();
    desk.file("respuestas.csv", format!("{header}{}\n", row.join(",")));
    assert_eq!(desk.json("evaluate import 1-S1 respuestas.csv")["responses"], 1);
    let paper = desk.run("evaluate form 1-S1").ok().stdout;
    assert!(paper.contains("1 = Muy malo") && paper.contains("[ ] 5"), "{paper}");
    assert_eq!(desk.json("evaluate form 1-S1")["scale"]["max"], 5);
}

#[test]
fn a_need_raised_twice_is_one_and_knows_where_it_came_from() {
    let desk = at_evaluate();
    let raised = desk.json("evaluate raise 1 'Manejo clínico del dengue' --group GVSP");
    assert_eq!(
        (&raised["id"], &raised["origin"], &raised["parent"]),
        (&"AT-2026-0002".into(), &"evaluation".into(), &"AT-2026-0001".into())
    );
    assert_eq!(raised["group"]["name"], "Grupo de Vigilancia");
    assert_eq!(desk.json("evaluate raise 1 'Manejo clínico del dengue' --group GVSP")["changed"], false);
    desk.run("evaluate raise 9 'Otra'").exits(3);
}

#[test]
fn the_stage_closes_with_answers_or_with_a_reason() {
    let desk = at_evaluate();
    let error = desk.run("evaluate close 1 --json").exits(4).error();
    assert_eq!(error["details"][0]["control"], "answers");
    let closed = desk.json("evaluate close 1 --waive answers='No hubo formularios'");
    assert_eq!(closed["stage"], "followup");
    assert_eq!(desk.json("evaluate close 1")["changed"], false);
}

#[test]
fn undo_takes_each_step_back_and_undo_again_does_it_again() {
    let desk = at_evaluate();
    desk.file("respuestas.csv", ANSWERS);
    for line in ["evaluate import 1-S1 respuestas.csv", "evaluate raise 1 Dengue", "evaluate close 1"] {
        let before = desk.dump();
        desk.json(line);
        let after = desk.dump();
        desk.run("undo").ok();
        assert!(desk.dump() == before, "undo of {line}");
        desk.run("undo").ok();
        assert!(desk.dump() == after, "{line} again");
    }
}

#[test]
fn the_blank_form_is_written_as_what_its_name_says_or_not_at_all() {
    let desk = at_evaluate();
    for name in ["form.pdf", "form.xlsx"] {
        let ran = desk.run(&format!("evaluate form 1-S1 --out {name}")).exits(2);
        assert!(ran.stderr.contains("ata paper evaluation-form AT-2026-0001-S1"), "{}", ran.stderr);
        assert!(!desk.path(name).exists());
    }
    desk.json("evaluate form 1-S1 --out form.csv --dry-run");
    assert!(!desk.path("form.csv").exists());
    desk.json("evaluate form 1-S1 --out form.txt");
    assert!(desk.path("form.txt").exists());
}
