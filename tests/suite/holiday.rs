//! Holidays from outside: the law's, those amended, and the calendar of another program (PyPI `holidays`) as judge.

use crate::desk::TestDesk;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;

/// A register of the country that keeps this profile.
fn desk(profile: &str) -> TestDesk {
    let desk = TestDesk::empty();
    desk.run(&format!("init --profile {profile}")).ok();
    desk
}

fn days(desk: &TestDesk, year: i32, wanted: &[&str]) -> BTreeSet<String> {
    let list = desk.json(&format!("holiday list --year {year}"));
    let items = list["items"].as_array().expect("items");
    let of = |day: &&Value| wanted.contains(&day["status"].as_str().unwrap_or_default());
    items.iter().filter(of).map(|day| day["date"].as_str().expect("a date").to_owned()).collect()
}

/// The holidays of 2020 to 2030 as the other program has them, without Easter Sunday: a Sunday either way.
fn judged(country: &str) -> Option<BTreeSet<String>> {
    let python = crate::judge::python()?;
    let script = "import holidays, sys\n\
                  for day, name in holidays.country_holidays(sys.argv[1], years=range(2020, 2031), language='en_US').items():\n    \
                      print(day) if 'Easter Sunday' != name else None";
    let output = Command::new(python).args(["-c", script, country]).output().expect("the judge runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

#[test]
fn the_laws_of_colombia_peru_and_brazil_give_the_days_of_another_program() {
    for (profile, country) in [("santander", "CO"), ("seho", "PE"), ("sedese", "BR")] {
        let Some(expected) = judged(country) else { return };
        let desk = desk(profile);
        let found: BTreeSet<String> = (2020..=2030).flat_map(|year| days(&desk, year, &["law"])).collect();
        assert_eq!(found, expected, "{country}");
    }
}

#[test]
fn what_decrees_moved_in_paraguay_is_taken_in_from_a_file() {
    let Some(expected) = judged("PY") else { return };
    let desk = desk("vamos");
    let by_law: BTreeSet<String> = (2020..=2030).flat_map(|year| days(&desk, year, &["law"])).collect();
    let mut file = "fecha;nombre;laborable;norma\n".to_owned();
    for day in expected.difference(&by_law) {
        file.push_str(&format!("{day};Trasladado;;Decreto\n"));
    }
    let struck: Vec<&String> = by_law.difference(&expected).collect();
    struck.iter().for_each(|day| file.push_str(&format!("{day};;sí;Decreto\n")));
    // Only what the executive may move by law: heroes, the peace of the Chaco, Boquerón, once Asunción; and a law of 2025.
    assert!(struck.iter().all(|day| ["03-01", "06-12", "06-20", "08-15", "09-29"].contains(&&day[5..])), "{struck:?}");
    desk.file("decretos.csv", file);
    assert_eq!(desk.json("holiday import decretos.csv")["rejected"], 0);
    let found: BTreeSet<String> = (2020..=2030).flat_map(|year| days(&desk, year, &["law", "added"])).collect();
    assert_eq!(found, expected);
    let before = desk.dump();
    assert_eq!(desk.json("holiday import decretos.csv")["changed"], false);
    assert_eq!(desk.dump(), before);
    desk.json("import undo I-1");
    let found: BTreeSet<String> = (2020..=2030).flat_map(|year| days(&desk, year, &["law", "added"])).collect();
    assert_eq!(found, by_law);
}

#[test]
fn every_change_of_a_holiday_goes_back_and_forth() {
    let desk = desk("santander");
    desk.file("festivos.csv", "date,name\n2026-12-24,Asueto\n");
    for line in [
        "holiday add 2026-03-13 'Día cívico' --source 'Decreto 44'",
        "holiday add 2026-03-16 'San José' --instead-of 2026-03-23",
        "holiday remove 2026-05-01",
        "holiday add 2026-05-01",
        "holiday remove chiquinquira --source 'Sentencia'",
        "holiday add Chiquinquira",
        "holiday remove 2026-03-13",
        "holiday import festivos.csv",
    ] {
        let before = desk.dump();
        desk.run(line).ok();
        let after = desk.dump();
        assert_ne!(before, after, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), before, "{line}");
        desk.run("undo").ok();
        assert_eq!(desk.dump(), after, "{line}");
        let again = desk.run(&format!("{line} --json"));
        assert!(again.code == 3 || again.ok().json()["changed"] == false, "{line}");
    }
}

#[test]
fn a_term_counts_business_days_as_the_body_keeps_them() {
    let desk = desk("santander");
    let term = |rest: &str| desk.json(&format!("holiday term {rest}"));
    assert_eq!(term("2026-03-20 --days 1")["to"], "2026-03-24");
    desk.json("holiday add 2026-03-24 'Día cívico'");
    assert_eq!(term("2026-03-20 --days 1")["to"], "2026-03-25");
    assert_eq!(term("2026-03-25 --days -1")["to"], "2026-03-20");
    assert_eq!(
        term("2026-03-20 --to 2026-03-25"),
        json!({"from": "2026-03-20", "to": "2026-03-25", "business_days": 1})
    );
    desk.json("holiday remove 2026-03-23");
    assert_eq!(term("2026-03-20 --days 1")["to"], "2026-03-23");
    let month = desk.run("schedule calendar --month 2026-03").ok().stdout;
    assert!(month.contains("Día cívico") && !month.contains("San José"), "{month}");
}

#[test]
fn what_makes_no_sense_of_a_holiday_is_refused() {
    let desk = desk("santander");
    let before = desk.dump();
    for (line, code) in [
        ("holiday add 2026-03-13", 2),
        ("holiday add 31/02/2026 Nada", 2),
        ("holiday add 2026-03-13 Nada --instead-of 2026-03-14", 3),
        ("holiday remove 2026-03-13", 3),
        ("holiday list --year 1900", 2),
        ("holiday term 2026-03-13", 2),
        ("holiday term 2026-03-13 --days 40000", 2),
    ] {
        desk.run(line).exits(code);
    }
    desk.file("malo.csv", "fecha;laborable\n13/03/2026;sí\n31/02/2026;\n2026-03-14;quizás\n");
    let ran = desk.run("holiday import malo.csv --json").exits(6).json();
    let reasons: Vec<&str> =
        ran["rejects"].as_array().expect("rejects").iter().filter_map(|one| one["reason"].as_str()).collect();
    assert_eq!(reasons, ["no_holiday", "invalid_date", "not_yes_or_no"]);
    assert_eq!(desk.dump(), before);
}
