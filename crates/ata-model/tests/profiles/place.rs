//! Where a problem is told to be, and files that are hardly profiles at all.

use crate::{SMALL, assert_told, errors, spoilt};
use ata_model::profile::{Position, Profile, ProfileError, ProfileFault as F};
use proptest::prelude::*;

#[test]
fn the_smallest_profile_is_valid() {
    let profile = Profile::parse(SMALL).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(profile.attendance.late_after, None);
    assert_eq!(profile.series[0].subseries, None);
}

#[test]
fn letters_typed_in_two_pieces_and_stray_blanks_are_made_one() {
    let text = SMALL.replacen("title = \"Pequeño\"", "title = \" Peque\u{6e}\u{303}o \"", 1);
    assert_eq!(Profile::parse(&text).unwrap().title, "Pequeño");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(Profile::parse(&windows), Profile::parse(SMALL));
    let (text, at) = spoilt("prefix = \"AT\"", "prefix = ¦\"at\"");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(errors(&windows)[0].at, at);
}

#[test]
fn columns_count_letters_and_not_bytes() {
    let text = SMALL.replacen(
        "{ key = \"acta\", title = \"Acta de reunión\", required = true }",
        "{ title = \"Reunión en Ñemby\", key = \"Acta\", required = true }",
        1,
    );
    let found = errors(&text);
    assert_eq!(found[0].fault, F::BadKey { field: "stage.run.records.key".into(), key: "Acta".into() });
    assert_eq!(found[0].at.column, 41);
    assert_eq!(found[0].at.line, 1 + SMALL.lines().position(|line| line.contains("\"acta\"")).unwrap());
}

#[test]
fn text_that_is_not_toml_is_told_with_its_place() {
    let (text, at) = spoilt("version = 1", "version = ¦\nfolios 3");
    let found = errors(&text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(found[0].at, at);
    assert_eq!(found[1].at.line, at.line + 1);
    for error in found {
        assert!(matches!(error.fault, F::Syntax { detail } if !detail.is_empty()));
    }
}

#[test]
fn a_stage_told_twice_is_told_at_its_second_header() {
    assert_told("[stage.schedule]", "[stage.¦plan]\n\n[stage.schedule]", F::RepeatedField { field: "plan".into() });
}

#[test]
fn a_bottomless_file_is_refused_and_not_followed() {
    let found = errors(&format!("name = {}", "[".repeat(200_000)));
    assert!(matches!(found[0].fault, F::Syntax { .. }));
}

#[test]
fn an_empty_file_lacks_every_part() {
    let found = errors("");
    let lacks = |name: &str| found.iter().any(|e| matches!(&e.fault, F::MissingField { field } if field == name));
    for name in ["name", "title", "country", "priority", "notice", "attendance", "archive", "stage", "evaluation"] {
        assert!(lacks(name), "{name}");
    }
    assert!(!lacks("source") && !lacks("series"));
    assert!(found.iter().all(|error| error.at == Position { line: 1, column: 1 }));
}

proptest! {
    /// Whatever a hand or a disk does to a file, it is told and nothing breaks; and each place
    /// told lies within the file.
    #[test]
    fn a_damaged_profile_is_refused_and_never_breaks(
        at in 0..SMALL.len(), gone in 0usize..60, put in "[\\[\\]{}\"=,\n a-zñé0-9.#']{0,8}",
    ) {
        let from = SMALL.floor_char_boundary(at);
        let to = SMALL.floor_char_boundary((at + gone).min(SMALL.len())).max(from);
        let text = format!("{}{put}{}", &SMALL[..from], &SMALL[to..]);
        if let Err(found) = Profile::parse(&text) {
            prop_assert!(!found.is_empty());
            let lines: Vec<_> = text.split('\n').collect();
            for ProfileError { at, .. } in found {
                prop_assert!(at.line >= 1 && at.line <= lines.len());
                prop_assert!(at.column >= 1 && at.column <= lines[at.line - 1].chars().count() + 2);
            }
        }
    }
}
