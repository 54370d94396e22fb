//! Sensitive data: apart, optional, never in the log, and out of the building only when asked for.

use crate::desk::TestDesk;
use crate::run::walk_to;
use serde_json::Value;

fn at_run() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.json("need add 'Taller de vacunas'");
    desk.json("schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio");
    walk_to(&desk, "run");
    desk.at("2026-03-18T13:00:00-05:00");
    desk
}

const LIST: &str = "name,doc,minutes,sexo,pertenencia étnica,discapacidad,víctima,edad\n\
    Aurelia Ficticia,CC:1098765432,240,Mujer,Raizal,Visual; auditiva,Sí,34\n\
    Bruno Inventado,CC:1098600502,240,1,6,Ninguna,No responde,60 o más\n\
    Camila Prueba,CC:1098600503,240,,,,,\n";

fn exported(desk: &TestDesk) -> Value {
    desk.json("export 1 --include-sensitive")["sessions"][0]["differential"].clone()
}

fn count(desk: &TestDesk, sql: &str) -> i64 {
    desk.database().query_row(sql, [], |row| row.get(0)).expect("a number")
}

/// The register as bytes, with whatever is not brought into it yet.
fn bytes(desk: &TestDesk) -> Vec<u8> {
    ["ata.db", "ata.db-wal"].iter().flat_map(|name| std::fs::read(desk.path(name)).unwrap_or_default()).collect()
}

#[test]
fn answers_are_kept_by_the_profiles_categories_under_its_notice() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    let result = desk.json("run attendance 1-S1 lista.csv");
    assert_eq!((&result["people"], &result["differential"]), (&3.into(), &2.into()), "{result}");
    let told = exported(&desk);
    assert_eq!(told.as_array().map(Vec::len), Some(2));
    let expected = serde_json::json!({"person": "P-1", "notice": "1", "profile": "santander 1", "sex": "female", "gender": null,
        "ethnicity": "raizal", "disability": "hearing;visual", "victim": "yes", "age_band": "adult"});
    assert_eq!(told[0], expected);
    assert_eq!(
        (&told[1]["sex"], &told[1]["ethnicity"], &told[1]["victim"], &told[1]["age_band"]),
        (&"male".into(), &"none".into(), &"undisclosed".into(), &"older".into())
    );
}

#[test]
fn they_leave_only_when_asked_for() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    for line in [
        "export 1 --json",
        "export --json",
        "show 1 --json",
        "show P-1 --json",
        "trace 1 --json",
        "run roster 1-S1 --json",
        "person list --json",
        "log --json",
        "show op-3 --json",
        "import show I-1 --json",
        "import list --json",
        "run roster 1-S1 --format csv",
    ] {
        let ran = desk.run(line);
        assert!(ran.code == 0, "{line}: {}", ran.stderr);
        for word in ["raizal", "Raizal", "hearing", "undisclosed"] {
            assert!(!ran.stdout.contains(word), "{line} says {word}");
        }
    }
    let database = desk.database();
    for table in ["operation_detail", "import", "person", "attendance", "differential"] {
        let sql = format!("SELECT count(*) FROM {table} t WHERE json_array(t.rowid) IS NOT NULL");
        let sql =
            if ["attendance", "differential"].contains(&table) { format!("SELECT count(*) FROM {table}") } else { sql };
        database.query_row(&sql, [], |row| row.get::<_, i64>(0)).expect("a table");
        let mut statement = database.prepare(&format!("SELECT * FROM {table}")).expect("rows");
        let width = statement.column_count();
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            for at in 0..width {
                let text = format!("{:?}", row.get_ref(at).expect("a cell"));
                assert!(!text.to_lowercase().contains("raizal"), "{table}: {text}");
            }
        }
    }
}

#[test]
fn what_the_profile_does_not_know_is_not_kept_and_not_repeated() {
    let desk = at_run();
    desk.file("lista.csv", "name,sexo,etnia\nAurelia Ficticia,Mujer,Vikinga\nBruno Inventado,X9,Raizal\n");
    let ran = desk.run("run attendance 1-S1 lista.csv --json").ok();
    let result = ran.json();
    let codes: Vec<&str> =
        result["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, ["category_unknown", "category_unknown"], "{result}");
    assert!(!ran.stdout.contains("Vikinga") && !ran.stderr.contains("Vikinga") && !ran.stdout.contains("X9"));
    let told = exported(&desk);
    assert_eq!((&told[0]["sex"], &told[0]["ethnicity"]), (&"female".into(), &Value::Null));
    assert!(!bytes(&desk).windows(7).any(|found| found == b"Vikinga"));
}

#[test]
fn a_lone_m_is_understood_by_its_list_or_not_at_all() {
    for (list, expected) in [
        ("name,sexo\nAna Ruiz,F\nLuis Paz,M\n", Some("male")),
        ("name,sexo\nAna Ruiz,M\nLuis Paz,H\n", Some("male")),
        ("name,sexo\nAna Ruiz,Mujer\nLuis Paz,M\n", None),
    ] {
        let desk = at_run();
        desk.file("lista.csv", list);
        desk.json("run attendance 1-S1 lista.csv");
        let told = exported(&desk);
        let luis = told.as_array().expect("answers").iter().find(|one| one["person"] == "P-2");
        assert_eq!(luis.and_then(|one| one["sex"].as_str()), expected, "{list}");
    }
}

#[test]
fn a_list_taken_in_again_adds_what_is_new_and_keeps_the_rest() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let before = desk.dump();
    assert_eq!(desk.json("run attendance 1-S1 lista.csv")["changed"], false);
    desk.file("otra.csv", LIST.replace('\n', "\r\n"));
    assert_eq!(desk.json("run attendance 1-S1 otra.csv")["changed"], false);
    assert_eq!(desk.dump(), before);
    desk.file(
        "nueva.csv",
        "name,doc,sexo,etnia\nAurelia Ficticia,CC:1098765432,,Indígena\nCamila Prueba,CC:1098600503,Mujer,\n",
    );
    let result = desk.json("run attendance 1-S1 nueva.csv");
    assert_eq!(result["changed"], true, "{result}");
    let told = exported(&desk);
    assert_eq!((&told[0]["sex"], &told[0]["ethnicity"]), (&"female".into(), &"indigenous".into()));
    assert_eq!(told[2]["sex"], "female");
}

#[test]
fn undo_takes_answers_back_and_undo_again_brings_them_again() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.file("nueva.csv", "name,doc,etnia\nAurelia Ficticia,CC:1098765432,Indígena\n");
    for line in ["run attendance 1-S1 lista.csv", "run attendance 1-S1 nueva.csv", "person merge P-3 P-1"] {
        let (before, told) = (desk.dump(), exported(&desk));
        desk.json(line);
        let (after, said) = (desk.dump(), exported(&desk));
        desk.run("undo").ok();
        assert!(desk.dump() == before && exported(&desk) == told, "undo of {line}");
        desk.run("undo").ok();
        assert!(desk.dump() == after && exported(&desk) == said, "{line} again");
    }
    assert_eq!(exported(&desk)[1]["ethnicity"], "indigenous");
    desk.run("check").ok();
}

#[test]
fn an_import_taken_back_takes_its_answers_with_it() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    let before = desk.dump();
    desk.json("run attendance 1-S1 lista.csv");
    desk.json("import undo I-1");
    assert_eq!(desk.dump(), before);
    assert_eq!(count(&desk, "SELECT count(*) FROM differential"), 0);
    let fixed = desk.json("check --fix")["fixed"].clone();
    assert_eq!((&fixed[0]["code"], &fixed[0]["count"]), (&"unused_answers".into(), &2.into()), "{fixed}");
    assert_eq!(count(&desk, "SELECT count(*) FROM differential_answer"), 0);
}

#[test]
fn what_somebody_wants_forgotten_is_nowhere_any_more() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    assert!(bytes(&desk).windows(6).any(|found| found == b"raizal"));
    let dry = desk.dump();
    desk.json("person forget P-1 --dry-run");
    assert_eq!((desk.dump(), exported(&desk).as_array().map(Vec::len)), (dry, Some(2)));
    let forgotten = desk.json("person forget P-1");
    assert_eq!((&forgotten["sessions"], &forgotten["changed"]), (&1.into(), &true.into()), "{forgotten}");
    assert_eq!(exported(&desk).as_array().map(Vec::len), Some(1));
    // The profile in the register names the category; only the answer is gone.
    assert_eq!(count(&desk, "SELECT count(*) FROM differential_answer WHERE ethnicity = 'raizal'"), 0);
    assert!(!bytes(&desk).windows(13).any(|found| found == b"hearing;visual"));
    assert_eq!(desk.json("person forget P-1")["changed"], false);
    desk.run("undo").exits(4);
    let log = desk.json("log");
    assert_eq!((&log["items"][0]["verb"], &log["items"][0]["summary"]), (&"person.forget".into(), &"P-1".into()));
    desk.run("check").ok();
}

#[test]
fn a_report_hides_what_few_people_share() {
    let desk = at_run();
    let mut list = String::from("name,doc,sexo,etnia\n");
    for n in 0..20 {
        let sex = if n < 12 { "Mujer" } else { "Hombre" };
        let ethnicity = ["Indígena", "Raizal", "Ninguno"][usize::from(n >= 3) + usize::from(n >= 9)];
        list.push_str(&format!("Persona {n} Ficticia{n},CC:10000{n:05},{sex},{ethnicity}\n"));
    }
    desk.file("lista.csv", list);
    desk.json("run attendance 1-S1 lista.csv");
    let report = desk.json("report differential 1");
    assert_eq!(report["people"], 20);
    let variable = |name: &str| {
        let all = report["variables"].as_array().expect("variables").iter();
        let one =
            all.filter(|one| one["variable"] == name).flat_map(|one| one["categories"].as_array().expect("cells"));
        one.map(|cell| (cell["key"].as_str().unwrap_or("-").to_owned(), cell["n"].as_i64())).collect::<Vec<_>>()
    };
    let sex = variable("sex");
    assert!(sex.contains(&("female".to_owned(), Some(12))) && sex.contains(&("male".to_owned(), Some(8))), "{sex:?}");
    let ethnicity = variable("ethnicity");
    assert!(ethnicity.contains(&("indigenous".to_owned(), None)), "three are too few: {ethnicity:?}");
    assert!(ethnicity.contains(&("raizal".to_owned(), None)), "and would be told by the rest: {ethnicity:?}");
    assert!(ethnicity.contains(&("none".to_owned(), Some(11))), "{ethnicity:?}");
    assert!(variable("victim").is_empty());
    let shown = desk.run("report differential").ok().stdout;
    assert!(shown.contains("Indígena") && shown.contains('*'), "{shown}");
    assert_eq!(desk.json("report differential --from 2026-04-01")["people"], 0);
}

#[cfg(feature = "pdf")]
#[test]
fn the_register_is_a_form_until_the_answers_are_asked_for_and_with_them_it_is_not_filed() {
    let desk = at_run();
    desk.file("lista.csv", LIST);
    desk.json("run attendance 1-S1 lista.csv");
    let printed = |option: &str| {
        desk.json(&format!("paper meeting-register-differential 1-S1 {option} --out papel.pdf"));
        let bytes = std::fs::read(desk.path("papel.pdf")).expect("a paper");
        crate::papers::tools::text(&bytes).map(|pages| pages.concat())
    };
    let (Some(form), Some(filled)) = (printed(""), printed("--include-sensitive")) else { return };
    for word in ["Mujer", "Raizal", "Visual"] {
        assert!(!form.contains(word), "{word}\n{form}");
        assert!(filled.contains(word), "{word}\n{filled}");
    }
    assert!(filled.contains("No responde") && filled.contains("Total: 3"), "{filled}");
    // What lies in the case file leaves with its package.
    desk.run("paper meeting-register-differential 1-S1 --include-sensitive --file").exits(2);
}
