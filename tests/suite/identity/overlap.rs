//! Lists of one session that hold part of one another: what was counted stays counted.

use super::{desk, is_taken_back_and_done_again, noted};

const ZOOM: &str = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n";

/// Rows of a meeting: (from, to) on the day of the session.
fn zoom(stays: &[(&str, &str)]) -> String {
    let row = |(from, to): &(&str, &str)| {
        format!("Aurelia Ficticia,aurelia@example.org,03/18/2026 {from} AM,03/18/2026 {to} AM,1,No\n")
    };
    ZOOM.to_owned() + &stays.iter().map(row).collect::<String>()
}

#[test]
fn a_list_that_holds_part_of_an_earlier_one_takes_nothing_away() {
    let (first, second, third) = (("08:00:00", "09:00:00"), ("09:05:00", "11:00:00"), ("11:00:00", "11:59:00"));
    for (lists, minutes) in [
        (vec![vec![first, second, third], vec![first]], 234),
        (vec![vec![first], vec![first, second, third], vec![third], vec![second, third]], 234),
        // Only what is new is added.
        (vec![vec![first, second], vec![second, third]], 234),
        (vec![vec![first], vec![second], vec![second, third], vec![third, first]], 234),
        // A list that says the same time otherwise is a corrected one.
        (vec![vec![first, second, third], vec![("08:00:00", "08:30:00"), second, third]], 204),
    ] {
        let desk = desk();
        let shown = format!("{lists:?}");
        for (at, list) in lists.iter().enumerate() {
            desk.file(&format!("{at}.csv"), zoom(list));
            desk.json(&format!("run attendance 1-S1 {at}.csv"));
        }
        let status = if minutes >= 192 { "present" } else { "absent" };
        assert_eq!(noted(&desk), [format!("P-3 {status} {minutes}")], "{shown}");
        for at in 0..lists.len() - 1 {
            let again = desk.json(&format!("run attendance 1-S1 {at}.csv"));
            assert_eq!(again["changed"], false, "{shown}: {again}");
        }
        assert_eq!(noted(&desk), [format!("P-3 {status} {minutes}")], "{shown}");
    }
}

#[test]
fn who_signed_was_there_in_whichever_order_the_lists_come() {
    let (full, short) = (zoom(&[("08:00:00", "11:59:00")]), zoom(&[("08:00:00", "09:00:00")]));
    let signed = "N°;NOMBRES Y APELLIDOS;CORREO;FIRMA\n1;Aurelia Ficticia Montoya;aurelia@example.org;x\n".to_owned();
    let lists = [&full, &short, &signed];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let desk = desk();
        for at in order {
            desk.file(&format!("{at}.csv"), lists[at]);
            desk.json(&format!("run attendance 1-S1 {at}.csv"));
        }
        assert!(noted(&desk)[0].starts_with("P-3 present"), "{order:?} {:?}", noted(&desk));
        let again = desk.json("run attendance 1-S1 2.csv");
        assert_eq!(again["changed"], false, "{order:?} {again}");
    }
    let desk = desk();
    desk.file("full.csv", &full);
    desk.file("signed.csv", &signed);
    desk.json("run attendance 1-S1 full.csv");
    let result = is_taken_back_and_done_again(&desk, "run attendance 1-S1 signed.csv");
    assert_eq!((&result["updated"], &result["unchanged"]), (&0.into(), &1.into()), "{result}");
}
