//! What the texts of a paper hold that asks for care in setting. A rule for every word costs as much as the words themselves, so a
//! template sets one up only where a text needs it.

use serde_json::{Value, json};

/// Letters of a word that no language parts but that must break before it leaves its cell.
const UNBROKEN: usize = 32;

/// Bytes of a text that may not find room on one page.
const LONG: usize = 900;

#[derive(Debug, Default, PartialEq)]
pub struct Marks {
    addresses: bool,
    unbroken: bool,
    long: bool,
}

impl Marks {
    pub fn of(data: &Value) -> Marks {
        let mut marks = Marks::default();
        marks.add(data);
        marks
    }

    fn add(&mut self, data: &Value) {
        match data {
            Value::String(text) => {
                self.addresses |= text.split_whitespace().any(is_address);
                self.unbroken |= text.split(|c: char| !is_letter(c)).any(|word| word.chars().count() >= UNBROKEN);
                self.long |= text.len() > LONG;
            }
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(fields) => fields.values().for_each(|field| self.add(field)),
            _ => {}
        }
    }

    /// As templates read it in `/about.json`.
    pub fn json(&self) -> Value {
        json!({ "addresses": self.addresses, "unbroken": self.unbroken, "long": self.long })
    }
}

/// An address or a link. A date is none: it has nothing to part with a hyphen.
fn is_address(word: &str) -> bool {
    let within = word.char_indices().skip(1).any(|(at, c)| matches!(c, '@' | '/') && at + c.len_utf8() < word.len());
    within && word.chars().any(char::is_alphabetic)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_care_has_no_marks() {
        for (text, expected) in [
            ("Ana Ñáñez, 02/03/2026, 3/4", Marks::default()),
            ("escriba a ana@example.org", Marks { addresses: true, ..Marks::default() }),
            ("https://example.org/a", Marks { addresses: true, ..Marks::default() }),
            ("y/o", Marks { addresses: true, ..Marks::default() }),
            ("@ana o esto/ no", Marks::default()),
            (&"ñ".repeat(32), Marks { unbroken: true, ..Marks::default() }),
            (&"ñ ".repeat(301), Marks { long: true, ..Marks::default() }),
        ] {
            assert_eq!(Marks::of(&json!({ "a": [1, { "b": text }] })), expected, "{text:?}");
        }
    }
}
