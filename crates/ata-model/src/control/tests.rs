//! What a notice must say, and the command that makes it say so.

use super::*;

#[test]
fn a_notice_needs_an_agenda_and_a_place_or_link() {
    let session = |place, agenda| SessionFacts {
        id: "AT-2026-0001-S2".to_owned(),
        has_place_or_link: place,
        has_agenda: agenda,
        ..SessionFacts::default()
    };
    for (facts, expected) in [
        (session(true, true), vec![]),
        (session(false, true), vec!["ata schedule edit AT-2026-0001-S2 --place TEXT"]),
        (session(true, false), vec!["ata schedule edit AT-2026-0001-S2 --agenda \"09:00 TOPIC | WHO\""]),
    ] {
        let hints: Vec<String> = unsayable("AT-2026-0001", &facts).into_iter().map(|one| one.hint).collect();
        assert_eq!(hints, expected);
    }
    assert_eq!(unsayable("AT-2026-0001", &session(false, false)).len(), 2);
}
