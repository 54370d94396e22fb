//! The five profiles that ship are valid and say what their sources say; and every way of getting
//! a profile wrong is told with its line and column.

mod fields;
mod place;
mod rules;
mod shipped;

use ata_model::profile::{Position, Profile, ProfileError, ProfileFault as F};

/// As small as a profile can be that still has one of everything.
const SMALL: &str = include_str!("small.toml");

fn errors(text: &str) -> Vec<ProfileError> {
    Profile::parse(text).expect_err("the profile should be refused")
}

/// Puts `wrong` in the place of `right`, which must stand once in the small profile. A `¦` in
/// `wrong` is taken out, and is where the problem is expected.
fn spoilt(right: &str, wrong: &str) -> (String, Position) {
    assert_eq!(SMALL.matches(right).count(), 1, "{right:?} must stand once");
    let text = SMALL.replacen(right, wrong, 1);
    let before = text.split('¦').next().unwrap();
    assert_ne!(before, text, "{wrong:?} has no mark");
    let at = Position {
        line: before.matches('\n').count() + 1,
        column: before.rsplit('\n').next().unwrap().chars().count() + 1,
    };
    (text.replacen('¦', "", 1), at)
}

fn assert_told(right: &str, wrong: &str, fault: F) {
    let (text, at) = spoilt(right, wrong);
    assert_eq!(errors(&text), [ProfileError { at, fault }], "for {wrong:?}");
}
