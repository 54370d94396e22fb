//! Sessions that come back: the cycle of a source, holidays, recess, rhythm, the second run.

use super::room::{desk, paraguay};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Days of the sessions of an answer.
fn days(answer: &Value) -> Vec<&str> {
    let items = answer["items"].as_array().expect("items");
    items.iter().map(|one| &one["start"].as_str().expect("a start")[..10]).collect()
}

/// The desk of the boards, before their first cycle.
fn boards() -> TestDesk {
    let mut desk = paraguay();
    desk.at("2021-10-20T09:00:00-03:00");
    desk
}

const CYCLE: &str =
    "schedule repeat 1 --rule FREQ=WEEKLY;BYDAY=WE --from 2021-11-03 --until 2022-02-02 --skip 2021-11-17
    --skip 2021-12-01 --skip 2021-12-16..2022-02-01 --start 08:00 --duration 4h --place Auditorio --facilitator P-1
    --agenda Acuerdos --invite 'board:Mesa Materna'";

#[test]
fn the_cycle_of_the_boards_is_refused_for_its_gap_and_accepted_with_a_reason() {
    let desk = boards();
    let before = desk.dump();
    let refused = desk.run(&format!("{CYCLE} --on-holiday skip")).exits(4);
    assert!(refused.stderr.contains("entre el 2021-11-24 y el 2021-12-15 pasan 20 días"), "{}", refused.stderr);
    assert_eq!(desk.dump(), before);
    let line = format!("{CYCLE} --on-holiday skip --allow-gap 'Día de Caacupé'");
    let made = desk.json(&line);
    assert_eq!(days(&made), ["2021-11-03", "2021-11-10", "2021-11-24", "2021-12-15", "2022-02-02"]);
    assert_eq!((&made["new"], &made["widest_gap"]["days"]), (&5.into(), &20.into()));
    assert!(made["items"].as_array().expect("items").iter().all(|one| one["invited"] == 3));
    let holiday = made["dropped"].as_array().expect("dropped").iter().find(|one| one["day"] == "2021-12-08");
    assert_eq!(holiday.expect("the holiday")["why"], json!({"holiday": "caacupe"}));
    let log = desk.json("log");
    assert_eq!(log["items"][0]["summary"], "MT-2023-0001-S1…MT-2023-0001-S5 (5) FREQ=WEEKLY;BYDAY=WE; Día de Caacupé");
}

#[test]
fn what_a_holiday_moves_breaks_no_rhythm() {
    let desk = boards();
    let line = "schedule repeat 1 --rule FREQ=WEEKLY;INTERVAL=2;BYDAY=WE --from 2021-11-10 --until 2021-12-22 --start 08:00 --duration 4h \
                --place Auditorio --agenda Acuerdos --on-holiday move-next-business-day";
    let made = desk.json(line);
    assert_eq!(days(&made), ["2021-11-10", "2021-11-24", "2021-12-09", "2021-12-22"]);
    assert_eq!(made["widest_gap"]["days"], 15);
}

#[test]
fn a_preview_says_the_same_and_does_nothing_and_the_second_run_too() {
    let desk = boards();
    let line = format!("{CYCLE} --on-holiday move-next-business-day");
    let before = desk.dump();
    let preview = desk.json(&format!("{line} --dry-run"));
    assert_eq!(desk.dump(), before);
    let mut made = desk.json(&line);
    let after = desk.dump();
    assert_eq!((&preview["dry_run"], &preview["changed"]), (&true.into(), &true.into()));
    assert_eq!(days(&preview), days(&made));
    assert_eq!(made["items"][3]["moved_from"], "2021-12-08");
    assert_eq!(made["items"][3]["holiday"], json!({"key": "caacupe", "name": null}));
    assert_eq!(days(&made)[3], "2021-12-09");
    let again = desk.json(&line);
    assert_eq!((&again["changed"], &again["new"], &again["total"]), (&false.into(), &0.into(), &made["total"].take()));
    assert_eq!(desk.dump(), after);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
}

#[test]
fn what_people_changed_since_is_not_brought_back_and_who_is_new_joins_the_rest() {
    let desk = boards();
    let line = format!("{CYCLE} --on-holiday move-next-business-day");
    desk.json(&line);
    desk.json("schedule move 1-S2 --start '2021-11-17 08:00' --reason Paro");
    desk.json("schedule cancel 1-S3 --reason Lluvia");
    desk.json("schedule edit 1-S1 --place Sala");
    let before = desk.dump();
    let again = desk.json(&format!("{line} --allow-gap Lluvia"));
    assert_eq!((&again["changed"], &again["new"]), (&false.into(), &0.into()));
    assert_eq!(desk.dump(), before);
    let more = desk.json(&format!("{line} --allow-gap Lluvia --invite P-3"));
    let invited: Vec<i64> =
        more["items"].as_array().expect("items").iter().filter_map(|one| one["invited"].as_i64()).collect();
    assert_eq!(invited, [4, 3, 3, 4, 4, 4]);
}

#[test]
fn a_holiday_is_kept_and_named_where_nothing_else_is_said() {
    let desk = desk();
    desk.json("holiday add 2026-03-25 'Día cívico'");
    let line = "schedule repeat 1 --rule FREQ=WEEKLY;BYDAY=MO,WE --from 2026-03-16 --count 4 --start 09:00 --end 11:00";
    let kept = desk.json(&format!("{line} --dry-run"));
    assert_eq!(days(&kept), ["2026-03-16", "2026-03-18", "2026-03-23", "2026-03-25"]);
    assert_eq!(kept["items"][2]["holiday"], json!({"key": "saint_joseph", "name": null}));
    assert_eq!(kept["items"][3]["holiday"], json!({"key": null, "name": "Día cívico"}));
    let skipped = desk.json(&format!("{line} --on-holiday skip --dry-run"));
    assert_eq!(days(&skipped), ["2026-03-16", "2026-03-18", "2026-03-30", "2026-04-01"]);
    let moved = desk.json(&format!("{line} --on-holiday move-next-business-day --dry-run"));
    assert_eq!(days(&moved), ["2026-03-16", "2026-03-18", "2026-03-24", "2026-03-26"]);
    let shown = desk.run(&format!("{line} --dry-run")).ok().stdout;
    assert!(shown.contains("festivo: Día de San José") && shown.contains("4 jornadas; 4 son nuevas."), "{shown}");
}

#[test]
fn hours_stay_what_they_are_when_the_clocks_change() {
    // Paraguay put its clocks forward on 1 October 2023.
    let desk = paraguay();
    let made = desk
        .json("schedule repeat 1 --rule FREQ=WEEKLY;BYDAY=WE --from 2023-09-27 --count 2 --start 08:00 --duration 2h");
    let starts: Vec<&str> =
        made["items"].as_array().expect("items").iter().filter_map(|one| one["start"].as_str()).collect();
    assert_eq!(starts, ["2023-09-27T08:00:00-04:00", "2023-10-04T08:00:00-03:00"]);
}

#[test]
fn an_ordinary_session_keeps_its_weekday_and_an_extraordinary_one_has_its_reason() {
    let desk = boards();
    for line in [
        "schedule add 1 --start '2021-11-04 08:00' --duration 1h",
        "schedule repeat 1 --rule FREQ=WEEKLY;BYDAY=WE,TH --from 2021-11-03 --count 4 --start 08:00 --duration 1h",
    ] {
        let refused = desk.run(line).exits(4);
        assert!(refused.stderr.contains("las jornadas ordinarias son los días miércoles"), "{}", refused.stderr);
    }
    desk.json("schedule add 1 --start '2021-11-04 08:00' --duration 1h --extraordinary 'Brote'");
    desk.json("schedule add 1 --start '2021-11-03 08:00' --duration 1h");
    desk.run("schedule move 1-S2 --start '2021-11-05 08:00' --reason Paro").exits(4);
    // The day after a Wednesday that is a holiday.
    desk.json("schedule move 1-S2 --start '2021-12-09 08:00' --reason Paro");
    let far = desk.run("schedule add 1 --start '2022-01-05 08:00' --duration 1h").ok();
    assert!(far.stderr.contains("pasan 27 días"), "{}", far.stderr);
}

#[test]
fn clashes_of_all_days_are_told_at_once() {
    let desk = desk();
    desk.json("schedule add 1 --start '2026-03-18 09:00' --duration 1h --place Auditorio");
    desk.json("schedule add 1 --start '2026-04-01 09:00' --duration 1h --place Auditorio");
    super::room::approved(&desk, "Visita");
    let before = desk.dump();
    let line = "schedule repeat 2 --rule FREQ=WEEKLY --from 2026-03-11 --count 4 --start 09:30 --duration 1h --place Auditorio";
    let error = desk.run(&format!("{line} --json")).exits(4).error();
    assert_eq!(error["details"].as_array().map(Vec::len), Some(2));
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.json(&format!("{line} --allow-conflict Rotan"))["new"], 4);
}

#[test]
fn what_is_no_rule_or_has_no_end_is_refused() {
    let desk = desk();
    let before = desk.dump();
    for (rest, code) in [
        ("--rule FREQ=DAILY --count 2", 2),
        ("--rule nada --count 2", 2),
        ("--rule FREQ=WEEKLY;BYSETPOS=1 --count 2", 2),
        ("--rule FREQ=WEEKLY", 2),
        ("--rule FREQ=WEEKLY --count 401", 2),
        ("--rule FREQ=WEEKLY --until 2050-01-01", 2),
        ("--rule FREQ=WEEKLY --until 2026-03-01", 2),
        ("--rule FREQ=WEEKLY --count 2 --skip mañana", 2),
        ("--rule FREQ=WEEKLY --count 2 --skip 2026-04-01..2026-03-01", 2),
        ("--rule FREQ=WEEKLY --count 2 --on-holiday quizá", 2),
        ("--rule FREQ=WEEKLY;BYDAY=MO --until 2026-03-23 --skip 2026-03-02..2026-03-31", 4),
    ] {
        desk.run(&format!("schedule repeat 1 --from 2026-03-04 --start 09:00 --duration 1h {rest}")).exits(code);
    }
    for hours in ["--start 25:00 --duration 1h", "--start 09:00", "--start 09:00 --end 08:00"] {
        desk.run(&format!("schedule repeat 1 --rule FREQ=WEEKLY --from 2026-03-04 --count 2 {hours}")).exits(2);
    }
    assert_eq!(desk.dump(), before);
}
