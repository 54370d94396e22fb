//! Answers of every form system, by the form of the profile, and anonymous whatever the file holds.

use crate::desk::TestDesk;
use crate::run::walk_to;
use serde_json::Value;
use std::path::Path;

/// The profile of Santander with another form.
fn profile(form: &str) -> String {
    let whole = include_str!("../../profiles/santander.toml");
    let begin = whole.find("[evaluation]").expect("a form");
    let end = whole.find("# ── Tabla de retención").expect("the records schedule");
    format!("{}{form}\n{}", &whole[..begin], &whole[end..])
}

fn at_evaluate(form: &str) -> TestDesk {
    let desk = TestDesk::empty();
    desk.file("forma.toml", profile(form));
    desk.run("init --profile forma.toml").ok();
    desk.json("person add 'Otra Persona'");
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio");
    walk_to(&desk, "evaluate");
    desk
}

const FORM: &str = r#"
[evaluation]
title = "Evaluación"
[evaluation.scale]
min = 1
max = 5
satisfied_from = 4
[[evaluation.sections]]
key = "all"
title = "Todo"
items = [
    { key = "overall", label = "¿Qué tan satisfecho(a) quedó con el taller? (1 a 5)", kind = "scale" },
    { key = "mastery", label = "Dominio del tema", kind = "scale" },
    { key = "punctual", label = "Puntualidad", kind = "scale" },
    { key = "topics", label = "¿Qué temas le interesan? (marque varios)", kind = "choices", options = ["Agua", "Suelo", "Clima", "Otro"] },
    { key = "comment", label = "Comentarios", kind = "text" },
]
"#;

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/intake").join(name).display().to_string()
}

fn take(desk: &TestDesk, name: &str, map: &[&str]) -> Value {
    let mut args =
        vec!["evaluate".to_owned(), "import".to_owned(), "1-S1".to_owned(), sample(name), "--json".to_owned()];
    for pair in map {
        args.extend(["--map".to_owned(), (*pair).to_owned()]);
    }
    desk.run_args(&args).ok().json()
}

fn item<'r>(results: &'r Value, key: &str) -> &'r Value {
    let mut items = results["items"].as_array().expect("items").iter();
    items.find(|item| item["key"] == key).unwrap_or_else(|| panic!("{key} in {results}"))
}

/// Every byte of the register and of what is not brought into it yet.
fn bytes(desk: &TestDesk) -> String {
    let all = ["ata.db", "ata.db-wal"].iter().flat_map(|name| std::fs::read(desk.path(name)).unwrap_or_default());
    String::from_utf8_lossy(&all.collect::<Vec<u8>>()).to_lowercase()
}

#[test]
fn a_google_form_with_a_grid_words_and_several_choices_is_tabulated() {
    let labels = "min = 1\nlabels = [\"Muy malo\", \"Malo\", \"Regular\", \"Bueno\", \"Excelente\"]";
    let desk = at_evaluate(&FORM.replace("min = 1", labels));
    let result = take(&desk, "v13_gforms_evaluation_es.csv", &[]);
    assert_eq!((&result["responses"], &result["rejected"]), (&5.into(), &0.into()), "{result}");
    let found = desk.json("evaluate results 1-S1");
    assert_eq!((&item(&found, "overall")["n"], &item(&found, "overall")["mean"]), (&5.into(), &4.2.into()));
    // Excelente ×3, Bueno, Regular; and Bueno ×3, Malo, Excelente.
    assert_eq!(item(&found, "mastery")["counts"], serde_json::json!({"1": 0, "2": 0, "3": 1, "4": 1, "5": 3}));
    assert_eq!(item(&found, "punctual")["counts"], serde_json::json!({"1": 0, "2": 1, "3": 0, "4": 3, "5": 1}));
    let answers: Vec<Value> = {
        let exported = desk.json("export 1");
        exported["sessions"][0]["answers"].as_array().expect("answers").clone()
    };
    let chosen = |option: &str| {
        answers
            .iter()
            .filter(|one| one["topics"].as_array().is_some_and(|all| all.iter().any(|one| one == option)))
            .count()
    };
    assert_eq!((chosen("Agua"), chosen("Suelo"), chosen("Clima"), chosen("Otro")), (3, 1, 1, 1));
    assert!(desk.run("evaluate form 1-S1").ok().stdout.contains("[ ] Suelo"));
}

#[test]
fn the_exports_of_the_other_systems_are_read_by_the_same_form() {
    let desk = at_evaluate(
        &FORM
            .replace("¿Qué tan satisfecho(a) quedó con el taller? (1 a 5)", "¿Cómo califica el evento?")
            .replace("¿Qué temas le interesan? (marque varios)", "¿Qué le gustó? (marque varias)")
            .replace("\"Agua\", \"Suelo\", \"Clima\"", "\"Contenido\", \"Logística\"")
            .replace("Comentarios", "Observaciones"),
    );
    let result = take(&desk, "v15_msforms_evaluation_es.xlsx", &[]);
    assert_eq!(result["responses"], 4, "{result}");
    assert_eq!(item(&desk.json("evaluate results 1-S1"), "overall")["mean"], 4.25);

    let desk = at_evaluate(
        &FORM
            .replace("¿Qué tan satisfecho(a) quedó con el taller? (1 a 5)", "¿Cómo valora la organización?")
            .replace("Dominio del tema", "Ponente A")
            .replace("Puntualidad", "Ponente B")
            .replace("Comentarios", "Comentario libre"),
    );
    let result = take(&desk, "v17_limesurvey_evaluation_es.csv", &[]);
    assert_eq!((&result["responses"], &result["ignored_reasons"]["unfinished"]), (&2.into(), &1.into()), "{result}");
    let found = desk.json("evaluate results 1-S1");
    assert_eq!(item(&found, "mastery")["counts"], serde_json::json!({"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}));

    let desk = at_evaluate(
        &FORM
            .replace("¿Qué tan satisfecho(a) quedó con el taller? (1 a 5)", "How satisfied are you with the workshop?")
            .replace("¿Qué temas le interesan? (marque varios)", "Which topics did you like? (select all)")
            .replace("\"Agua\", \"Suelo\", \"Clima\", \"Otro\"", "\"Water\", \"Soil\", \"Climate\", \"Other\"")
            .replace("Comentarios", "What would you improve?"),
    );
    let result = take(&desk, "v18_surveymonkey_evaluation_en.csv", &[]);
    assert_eq!((&result["responses"], &result["rejected"]), (&3.into(), &0.into()), "{result}");
    let found = desk.json("evaluate results 1-S1");
    assert_eq!(item(&found, "overall")["counts"], serde_json::json!({"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}));
    let answers = desk.json("export 1")["sessions"][0]["answers"].clone();
    let topics: Vec<&Value> = answers.as_array().expect("answers").iter().map(|one| &one["topics"]).collect();
    assert!(topics.contains(&&serde_json::json!(["Water", "Climate"])), "{topics:?}");
    assert!(topics.contains(&&serde_json::json!(["Soil", "Other"])), "{topics:?}");
}

#[test]
fn words_are_worth_what_the_table_of_the_form_says() {
    let words = "satisfied_from = 4\nwords = [ { value = 3, words = [\"Más o menos\"] }, { value = 5, words = [\"De lujo\"] } ]";
    let desk = at_evaluate(&FORM.replace("satisfied_from = 4", words));
    desk.file(
        "r.csv",
        "overall,mastery,punctual\nMás o menos,Muy satisfecha,Concordo totalmente\nde lujo,Insatisfecho,Discordo\n",
    );
    assert_eq!(desk.json("evaluate import 1-S1 r.csv")["responses"], 2);
    let found = desk.json("evaluate results 1-S1");
    assert_eq!(item(&found, "overall")["counts"], serde_json::json!({"1": 0, "2": 0, "3": 1, "4": 0, "5": 1}));
    assert_eq!(item(&found, "mastery")["counts"], serde_json::json!({"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}));
    assert_eq!(item(&found, "punctual")["counts"], serde_json::json!({"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}));
}

#[test]
fn test_answers_and_those_refused_by_a_reviewer_are_passed_over_with_a_reason() {
    let desk = at_evaluate(FORM);
    let list = "Marca temporal,Nombre,Dominio del tema,Comentarios\n\
        18/03/2026 12:05:09,Prueba,5,\n18/03/2026 12:05:10,Ana Ruiz,4,TEST\n18/03/2026 12:06:09,Luis Paz,3,Bien\n\
        18/03/2026 12:07:09,,,\n";
    desk.file("g.csv", list);
    let result = desk.json("evaluate import 1-S1 g.csv");
    assert_eq!(result["responses"], 1, "{result}");
    assert_eq!(result["ignored_reasons"]["test_answer"], 2, "{result}");
    let odk = "SubmissionDate,mastery,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion\n\
        2026-03-18T17:00:00.000Z,5,uuid:1,1,x,0,0,,rejected,d,0,1\n2026-03-18T17:01:00.000Z,2,uuid:2,1,x,0,0,,approved,d,0,1\n";
    desk.file("odk.csv", odk);
    let result = desk.json("evaluate import 1-S1 odk.csv");
    assert_eq!(
        (&result["responses"], &result["ignored_reasons"]["review_rejected"]),
        (&1.into(), &1.into()),
        "{result}"
    );
}

#[test]
fn nothing_in_the_register_leads_to_whoever_answered() {
    let desk = at_evaluate(
        &FORM.replace("min = 1", "min = 1\nlabels = [\"Muy malo\", \"Malo\", \"Regular\", \"Bueno\", \"Excelente\"]"),
    );
    let list = "Marca temporal,Dirección de correo electrónico,Nombre completo,Cédula,IP,Dominio del tema,Comentarios\n\
        18/03/2026 12:05:09,zoila.cuadros@example.org,Zoila Cuadros Piñeres,1.098.765.432,203.0.113.77,5,\"Gracias. ZOILA CUADROS, tel. 300 555 77 88, zoila.cuadros@example.org\"\n\
        18/03/2026 12:06:10,teofilo@example.org,Teófilo Quiñones,1098600502,203.0.113.78,9,Muy largo\n\
        18/03/2026 12:07:11,ursula@example.org,Úrsula Vanegas,1098600503,203.0.113.79,teofilo@example.org,\n";
    desk.file("g.csv", list);
    let result = desk.run("evaluate import 1-S1 g.csv --json").exits(6).json();
    assert_eq!((&result["responses"], &result["rejected"]), (&1.into(), &1.into()), "{result}");
    for name in
        ["v13_gforms_evaluation_es.csv", "v17_limesurvey_evaluation_es.csv", "v18_surveymonkey_evaluation_en.csv"]
    {
        let map = if name.starts_with("v13") {
            vec![]
        } else {
            vec!["overall=¿Cómo valora la organización?", "comment=Comentario libre"]
        };
        let map = if name.starts_with("v18") {
            vec!["overall=How satisfied are you with the workshop?", "comment=What would you improve?"]
        } else {
            map
        };
        take(&desk, name, &map);
    }
    let kept = bytes(&desk);
    for trace in [
        "zoila",
        "cuadros",
        "piñeres",
        "teofilo",
        "teófilo",
        "quiñones",
        "ursula",
        "vanegas",
        "example.org",
        "1.098.765.432",
        "1098765432",
        "1098600502",
        "300 555",
        "203.0.113",
        "12:05:09",
        "12:06",
        "12:07",
        "aurelia",
        "ficticia",
        "inventado",
        "quimera",
        "camila",
        "192.0.2.11",
        "10000000001",
        "18:20:01",
        "1234567",
        "04:03:40",
    ] {
        assert!(!kept.contains(trace), "the register holds {trace}");
    }
    assert!(kept.contains("repetir, por favor"), "what was said is kept");
    desk.run("evaluate import 1-S1 g.csv --map comment='Nombre completo'").exits(2);
}

#[test]
fn a_form_in_other_words_stops_with_the_line_that_names_its_columns() {
    let desk = at_evaluate(FORM);
    desk.file(
        "otra.csv",
        "Satisfecho con el taller,Su dominio,Otros comentarios\n5,Muy de acuerdo,Todo bien por aquí\n4,En desacuerdo,\n",
    );
    let error = desk.run("evaluate import 1-S1 otra.csv --json").exits(2).error();
    let hint = error["hint"].as_str().expect("a hint");
    let expected = "ata evaluate import 1-S1 otra.csv --map 'overall=Satisfecho con el taller' --map 'mastery=Su dominio' --map 'comment=Otros comentarios'";
    assert_eq!(hint, expected);
    assert_eq!(desk.json(hint.strip_prefix("ata ").expect("a command"))["responses"], 2);
}

#[test]
fn a_file_that_shares_no_word_with_the_form_is_not_mapped_at_random() {
    let desk = at_evaluate(FORM);
    desk.file("lista.csv", "Nombre;Cédula;Firma\nAna Pérez;1001001;x\n");
    let error = desk.run("evaluate import 1-S1 lista.csv --json").exits(2).error();
    let hint = error["hint"].as_str().expect("a hint");
    assert!(hint.contains("mastery (Dominio del tema)") && !hint.contains("=Firma"), "{hint}");
    // A million columns are no message.
    let wide: Vec<String> = (0..5000).map(|number| format!("columna {number} {}", "x".repeat(100))).collect();
    desk.file("ancha.csv", format!("{}\n1\n", wide.join(";")));
    let error = desk.run("evaluate import 1-S1 ancha.csv --json").exits(2).error();
    assert!(error["message"].as_str().expect("a message").len() < 4000, "{error}");
}

#[test]
fn a_question_spread_over_its_choices_and_one_with_a_number_are_read() {
    let desk = at_evaluate(FORM);
    desk.file(
        "sm.csv",
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Dominio del tema,,,,,Comentarios\n\
         ,,,,,,,,,1,2,3,4,5,Open-Ended Response\n\
         10000000001,4,03/18/2026 10:00:00 AM,03/18/2026 10:01:00 AM,,,,,,,,,4,,bien\n\
         10000000002,4,03/18/2026 10:00:00 AM,03/18/2026 10:01:00 AM,,,,,,1,,,,,\n\
         10000000003,4,03/18/2026 10:00:00 AM,03/18/2026 10:01:00 AM,,,,,,,,,,5,\n",
    );
    assert_eq!(desk.json("evaluate import 1-S1 sm.csv")["responses"], 3);
    let results = desk.json("evaluate results 1-S1");
    assert_eq!((&item(&results, "mastery")["n"], &item(&results, "mastery")["mean"]), (&3.into(), &3.33.into()));
    let desk = at_evaluate(FORM);
    desk.file("num.csv", "1. Dominio del tema;2) Puntualidad;3.1 Comentarios\n5;4;bien\n");
    desk.json("evaluate import 1-S1 num.csv");
    let results = desk.json("evaluate results 1-S1");
    assert_eq!((&item(&results, "mastery")["n"], &item(&results, "punctual")["n"]), (&1.into(), &1.into()));
}

#[test]
fn stars_far_dates_and_second_answers_are_said_as_they_counted() {
    let desk = at_evaluate(FORM);
    desk.file(
        "g.csv",
        "Marca temporal,Dirección de correo electrónico,Dominio del tema\n\
         18/03/2024 10:00:00,a@example.org,5\n18/03/2026 13:00:00,b@example.org,★★★★★\n\
         18/03/2026 13:00:00,c@example.org,4\n18/03/2026 13:01:00,c@example.org,4\n18/03/2026 13:02:00,c@example.org,5\n",
    );
    let result = desk.run("evaluate import 1-S1 g.csv --json").exits(6).json();
    assert_eq!((&result["responses"], &result["rejects"][0]["reason"]), (&3.into(), &"not_on_scale".into()));
    let said = |code: &str| -> Vec<(Value, Value)> {
        let all = result["warnings"].as_array().expect("warnings").iter().filter(|one| one["code"] == code);
        all.map(|one| (one["line"].clone(), one["detail"].clone())).collect()
    };
    assert_eq!(said("answers_of_other_date"), [(2.into(), "2024-03-18 (1)".into())]);
    assert_eq!(said("repeated_answer_left_out")[0].0, 5);
    assert_eq!(said("repeated_answer")[0].0, 6);
}

#[test]
fn questions_in_groups_are_known_by_their_own_name() {
    let desk = at_evaluate(FORM);
    desk.file(
        "kobo.csv",
        "start;eval/overall;eval/mastery;eval/topics;eval/topics/Agua;eval/topics/Suelo;_id;_uuid;_submission_time\n\
         2026-03-18T12:01:10.123-05:00;5;4;Agua Suelo;1;1;1;u1;2026-03-18T17:01:59\n",
    );
    assert_eq!(desk.json("evaluate import 1-S1 kobo.csv")["responses"], 1);
    desk.file(
        "odk.csv",
        "SubmissionDate,eval-overall,eval-mastery,KEY,SubmitterID,SubmitterName\n2026-03-18T17:00:00.000Z,4,3,uuid:1,1,x\n",
    );
    assert_eq!(desk.json("evaluate import 1-S1 odk.csv")["responses"], 1);
    let found = desk.json("evaluate results 1-S1");
    assert_eq!(item(&found, "overall")["counts"], serde_json::json!({"1": 0, "2": 0, "3": 0, "4": 1, "5": 1}));
}

#[test]
fn a_sheet_tabulated_by_hand_is_read_below_its_titles_and_above_its_sums() {
    let desk = at_evaluate(FORM);
    desk.file(
        "tabla.csv",
        "EVALUACIÓN DE LA JORNADA;;\nFecha:;18/03/2026;\n;;\nN°;Dominio del tema;Puntualidad\n1;5;4\n2;4;4\n3;;\nPromedio;4,5;4\n",
    );
    let result = desk.json("evaluate import 1-S1 tabla.csv");
    assert_eq!((&result["responses"], &result["rejected"]), (&2.into(), &0.into()), "{result}");
    assert_eq!(
        (&result["ignored_reasons"]["total"], &result["decided"]["header_line"]),
        (&1.into(), &4.into()),
        "{result}"
    );
}

#[test]
fn who_is_asked_for_inside_a_question_is_not_kept_either() {
    let desk = at_evaluate(FORM);
    desk.file(
        "sm.csv",
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Dominio del tema,Datos de contacto,,Comentarios\n\
         ,,,,,,,,,Response,Nombre completo,Correo electrónico,Open-Ended Response\n\
         10000000001,4,03/18/2026 08:01:02 AM,03/18/2026 08:03:40 AM,192.0.2.1,,,,,5,Zoila Cuadros,zoila@example.org,Gracias. Zoila Cuadros\n",
    );
    assert_eq!(desk.json("evaluate import 1-S1 sm.csv")["responses"], 1);
    let kept = bytes(&desk);
    assert!(
        kept.contains("gracias") && !kept.contains("zoila") && !kept.contains("cuadros"),
        "who answered is nowhere"
    );
}

#[test]
fn a_dry_run_tells_row_by_row_what_becomes_of_the_answers_and_names_nobody() {
    let desk = at_evaluate(FORM);
    desk.file("r.csv", "Nombre,mastery,comment\nAna Ruiz,5,Bien\nLuis Paz,9,\nEva Sol,,test\n,,\nIván Mora,4,\n");
    let plan = |desk: &TestDesk| {
        let result = desk.run("evaluate import 1-S1 r.csv --dry-run --json").exits(6).json();
        let steps = result["plan"].as_array().expect("a plan").iter().map(|step| {
            format!(
                "{} {} {}",
                step["line"],
                step["action"].as_str().unwrap_or("?"),
                step["reason"].as_str().unwrap_or("")
            )
        });
        steps.collect::<Vec<_>>()
    };
    assert_eq!(plan(&desk), ["2 add ", "3 reject out_of_scale", "4 ignore test_answer", "5 ignore blank", "6 add "]);
    let shown = desk.run("evaluate import 1-S1 r.csv --dry-run").exits(6).stdout;
    assert!(!shown.contains("Ana Ruiz") && shown.contains("3\trechazada"), "{shown}");
    desk.run("evaluate import 1-S1 r.csv").exits(6);
    assert_eq!(plan(&desk)[0], "2 match ");
    let undone = desk.run("import undo I-1").ok().stdout;
    assert!(undone.contains("2 registros menos"), "{undone}");
}

#[test]
fn an_answer_is_known_again_whatever_the_words_beside_it_make_of_it() {
    let desk = at_evaluate(FORM);
    let first = "Timestamp,Dominio del tema\n2026/03/18 12:01:00 PM GMT-5,Good\n2026/03/18 12:02:00 PM GMT-5,Very good\n\
        2026/03/18 12:03:00 PM GMT-5,Excellent\n";
    desk.file("a.csv", first);
    desk.json("evaluate import 1-S1 a.csv");
    desk.file("b.csv", format!("{first}2026/03/18 12:05:00 PM GMT-5,Very poor\n"));
    let result = desk.json("evaluate import 1-S1 b.csv");
    assert_eq!((&result["responses"], &result["unchanged"]), (&1.into(), &3.into()), "{result}");
    assert_eq!(desk.json("evaluate results 1-S1")["responses"], 4);
}

#[test]
fn names_in_two_columns_are_taken_out_of_comments_however_they_are_put_together() {
    let desk = at_evaluate(FORM);
    let list = "Marca temporal,Nombres,Apellidos,Dominio del tema,Comentarios\n\
        18/03/2026 12:00:00,Bruno Andrés,Inventado Ñáñez,5,Att. Bruno Inventado\n\
        18/03/2026 12:05:00,Bruno Andrés,Inventado Ñáñez,4,\"Dice BRUNO ANDRES INVENTADO NANEZ\"\n\
        18/03/2026 12:06:00,Ana,Paz,4,Ana Paz dice que bien\n\
        18/03/2026 12:07:00,Eva,Luz,4,Pruebas\n";
    desk.file("a.csv", list);
    let result = desk.json("evaluate import 1-S1 a.csv");
    // A subject is no trial, where something else is answered.
    assert_eq!(result["responses"], 4, "{result}");
    let found = desk.json("evaluate results 1-S1");
    let mut texts: Vec<&str> =
        found["comments"].as_array().expect("comments").iter().filter_map(|one| one["text"].as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Att. […]", "Dice […]", "Pruebas", "[…] dice que bien"]);
}
