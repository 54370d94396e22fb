//! Telephone numbers as lists hold them: tidied where they are one, kept as written where they are not.

use super::{is_nothing, plain_digits, visible};
use crate::name::fold;

/// Words before an extension, folded: Spanish, Portuguese and English.
const EXTENSIONS: [&str; 10] = ["ext", "extension", "extensao", "ramal", "anexo", "interno", "int", "anx", "x", "r"];

/// Fewest digits of a number in the region, short lines of a body left out.
const SHORTEST: usize = 5;

/// Digits of a number that somebody can be called by without more before it.
const WHOLE: usize = 7;

/// A leading + and the digits, an extension as ` ext 12`, several numbers joined by ` / `. None if the cell
/// holds nothing; text that is no telephone number comes back on one line as it was.
pub fn phone(text: &str) -> Option<String> {
    if let Some(digits) = plain_digits(text) {
        return Some(digits.to_owned());
    }
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let plain = visible(&plain);
    if is_nothing(&plain) {
        return None;
    }
    // Address books put three colons between the numbers of one person.
    let numbers: Option<Vec<String>> = plain
        .replace(":::", "/")
        .split(['/', ';', '|', ','])
        .flat_map(two)
        .flat_map(|part| part.split(" y "))
        .flat_map(|part| part.split(" e "))
        .map(one)
        .collect();
    Some(numbers.map_or(plain, |numbers| numbers.join(" / ")))
}

/// Two whole numbers with no more than a blank or a hyphen between them.
fn two(text: &str) -> Vec<&str> {
    let is_whole = |part: &str| {
        let digits = part.strip_prefix('+').unwrap_or(part);
        digits.len() >= WHOLE && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.trim().split_once([' ', '-']) {
        Some((one, other)) if is_whole(one) && is_whole(other.trim_start()) => vec![one, other],
        _ => vec![text],
    }
}

/// One number, with or without an extension.
fn one(text: &str) -> Option<String> {
    let text = text.trim();
    let letters = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (main, extension) = text.split_at(letters);
    let main = dialled(main.trim().strip_suffix(".0").unwrap_or(main))?;
    if main.trim_start_matches('+').len() < SHORTEST {
        return None;
    }
    if extension.is_empty() {
        return Some(main);
    }
    let at = extension.find(|c: char| c.is_ascii_digit())?;
    let (word, digits) = extension.split_at(at);
    let digits = dialled(digits).filter(|digits| !digits.is_empty())?;
    EXTENSIONS.contains(&fold(word).as_str()).then(|| format!("{main} ext {digits}"))
}

/// The digits with a + before them kept; none if anything else than usual separators is among them.
fn dialled(text: &str) -> Option<String> {
    let mut number = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '0'..='9' => number.push(c),
            '+' if number.is_empty() => number.push('+'),
            ' ' | '-' | '.' | '(' | ')' | '–' | '\'' | ':' => {}
            _ => return None,
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_telephone_number_is_tidied_and_other_text_kept() {
        for (written, stored) in [
            ("300 000 0001", "3000000001"),
            ("+57 300-000-0004", "+573000000004"),
            ("\u{202A}+57 (300) 000.00.04\u{202C}", "+573000000004"),
            ("3000000001.0", "3000000001"),
            ("601 000 00 04 ext. 12", "6010000004 ext 12"),
            ("601 0000004 Extensión: 1234", "6010000004 ext 1234"),
            ("(31) 3000-0000 ramal 15", "3130000000 ext 15"),
            ("014567890 anexo 33", "014567890 ext 33"),
            ("0210000000x12", "0210000000 ext 12"),
            ("3000000001 / 3000000002", "3000000001 / 3000000002"),
            ("+57 300 123 4567 ::: 300 000 0000", "+573001234567 / 3000000000"),
            ("3001234567-3000000000", "3001234567 / 3000000000"),
            ("3001234567 3000000000", "3001234567 / 3000000000"),
            ("+57 3001234567", "+573001234567"),
            ("3000000001 y 601 000 0004 ext 1", "3000000001 / 6010000004 ext 1"),
            ("573100***001", "573100***001"),
            ("celular de  Ana\r\n300", "celular de Ana 300"),
            ("3,00E+09", "3,00E+09"),
            ("123", "123"),
        ] {
            assert_eq!(phone(written).as_deref(), Some(stored), "{written:?}");
        }
        for nothing in ["", "  ", "n/a", "No tiene", "-", "0", "SD"] {
            assert_eq!(phone(nothing), None, "{nothing:?}");
        }
    }

    proptest! {
        #[test]
        fn a_stored_number_stays_as_it_is(text in "[0-9+ ().-]{5,14}( ext[.]? [0-9]{1,4})?|.{0,20}") {
            if let Some(stored) = phone(&text) {
                prop_assert!(!stored.chars().any(char::is_control));
                prop_assert_eq!(phone(&stored), Some(stored.clone()));
            }
        }
    }
}
