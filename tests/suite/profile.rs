//! The procedure as data, from outside.

use crate::desk::TestDesk;

fn santander(desk: &TestDesk) -> String {
    desk.run("profile show santander").ok().stdout
}

#[test]
fn a_shipped_profile_is_printed_as_it_is_written_and_needs_no_register() {
    let desk = TestDesk::empty();
    let text = santander(&desk);
    assert_eq!(text, include_str!("../../profiles/santander.toml"));
    desk.file("mine.toml", &text);
    assert_eq!(desk.json("profile check mine.toml")["ok"], true);
    desk.run("profile show nobody").exits(3);
    desk.run("profile show").exits(3);
    assert_eq!(desk.json("profile list")["total"], 5);
}

#[test]
fn every_fault_of_a_file_is_told_with_its_place() {
    let mut desk = TestDesk::empty();
    let text =
        santander(&desk).replace("prefix = \"AT\"", "prefix = \"at1\"").replace("severity = 30", "gravedad = 30");
    desk.file("mine.toml", &text);
    let ran = desk.run("profile check mine.toml").exits(2);
    let line = |wanted: &str| text.lines().position(|line| line.starts_with(wanted)).expect("a line") + 1;
    assert!(ran.stderr.contains(&format!("mine.toml:{}:10: el prefijo «at1»", line("prefix"))), "{}", ran.stderr);
    assert!(ran.stderr.contains(&format!("mine.toml:{}:1: el campo «priority.gravedad» no existe", line("gravedad"))));
    assert!(ran.stderr.contains("falta el campo «priority.severity»"));
    let error = desk.run("profile check mine.toml --json").exits(2).error();
    assert_eq!(error["kind"], "usage");
    assert!(error["details"].as_array().expect("details").iter().any(|fault| fault["fault"] == "bad_prefix"));
    // The same faults in the other languages: no sentence is left as its key.
    for language in ["pt", "en"] {
        let said = desk.speaks(language).run("profile check mine.toml").exits(2).stderr;
        assert!(!said.contains("desk-fault-") && !said.contains("{"), "{said}");
    }
}

#[test]
fn a_file_that_is_no_toml_says_where_it_stops_being_it() {
    let desk = TestDesk::empty();
    desk.file("broken.toml", "name = \"x\"\ntitle = \n");
    let ran = desk.run("profile check broken.toml").exits(2);
    assert!(ran.stderr.contains("broken.toml:2:"), "{}", ran.stderr);
    // What comes from stdin has no name.
    let ran = desk.run("profile check -").exits(2);
    assert!(ran.stderr.contains("el perfil de la entrada estándar tiene"), "{}", ran.stderr);
    assert!(ran.stderr.contains("\n  1:1: falta el campo «name»"), "{}", ran.stderr);
}

#[test]
fn another_version_is_put_in_force_once_and_can_be_taken_back() {
    let desk = TestDesk::new();
    let text = santander(&desk).replace("version = 1", "version = 2").replace("days = 3", "days = 5");
    desk.file("mine.toml", &text);
    let before = desk.dump();
    let now = desk.json("profile update mine.toml");
    assert_eq!((&now["version"], &now["changed"]), (&2.into(), &true.into()));
    assert_eq!(desk.json("profile update mine.toml")["changed"], false);
    assert_eq!(desk.run("profile show").ok().stdout, text);
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    // Back to the text before: no new version, the old one again.
    assert_eq!(desk.json("profile update santander")["changed"], true);
    assert_eq!(desk.json("profile list")["items"].as_array().expect("items").len(), 2 + 5);
}

#[test]
fn a_changed_text_with_the_same_version_is_taken_with_a_warning() {
    let desk = TestDesk::new();
    desk.file("mine.toml", santander(&desk).replace("days = 3", "days = 5"));
    let ran = desk.run("profile update mine.toml").ok();
    assert!(ran.stderr.contains("aviso:"), "{}", ran.stderr);
}

#[test]
fn country_and_prefix_stay_once_there_are_cases() {
    let desk = TestDesk::new();
    let text = santander(&desk).replace("prefix = \"AT\"", "prefix = \"ATS\"");
    desk.file("mine.toml", &text);
    desk.json("profile update mine.toml");
    assert_eq!(desk.json("need add 'Taller de vacunas'")["id"], "ATS-2026-0001");
    let error = desk.run("profile update santander --json").exits(4).error();
    assert_eq!(error["kind"], "refused");
    assert_eq!(desk.run("profile show").ok().stdout, text);
}

#[test]
fn a_profile_that_does_not_exist_is_told_with_the_list_of_those_that_do() {
    let desk = TestDesk::empty();
    let ran = desk.run("init --profile santender").exits(3);
    assert!(ran.stderr.contains("no hay ningún perfil «santender»"), "{}", ran.stderr);
    assert!(ran.stderr.contains("hint: ata profile list"), "{}", ran.stderr);
    assert!(desk.run("init --profile mio.toml").exits(3).stderr.contains("mio.toml: no existe"));
}

#[test]
fn ages_in_two_categories_and_series_that_are_not_there_are_faults() {
    let mut desk = TestDesk::empty();
    let text = desk.run("profile show sedese").ok().stdout;
    let line = |text: &str, wanted: &str| text.lines().position(|line| line.contains(wanted)).expect("a line") + 1;
    let wrong = text
        .replace("from = 12, to = 17", "from = 10, to = 17")
        .replace("\nseries = \"PSE-01\"", "\nseries = \"PSE-99\"");
    desk.file("mine.toml", &wrong);
    for language in ["es", "pt", "en"] {
        let ran = desk.speaks(language).run("profile check mine.toml").exits(2);
        for wanted in ["from = 10, to = 17", "series = \"PSE-99\""] {
            assert!(ran.stderr.contains(&format!("mine.toml:{}:", line(&wrong, wanted))), "{wanted}: {}", ran.stderr);
        }
        assert!(ran.stderr.contains("child") && !ran.stderr.contains("desk-fault"), "{}", ran.stderr);
    }
    // A file in an old encoding says where.
    let at = line(&text, "Criança");
    desk.file("latin.toml", text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>());
    let ran = desk.run("profile check latin.toml").exits(2);
    let first = text.lines().position(|line| !line.is_ascii()).expect("a line") + 1;
    assert!(first <= at && ran.stderr.contains(&format!("latin.toml:{first}:")), "{}", ran.stderr);
}
