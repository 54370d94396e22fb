//! References people type: `AT-2026-0001` a case, `AT-2026-0001-S2` its second session, `-C3` a commitment, `-D4` a document,
//! `M-17` a message, `P-9` a person, `O-4` an organisation, `I-3` an import, `R-5` a
//! row of an import that waits to be told who it is; `1`, `2026-1` and `1-S2` for short.

use std::fmt;

/// A case by its number; the year is left out in the short form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseRef {
    pub year: Option<i64>,
    pub number: i64,
}

/// What kind of thing of a case a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Session,
    Commitment,
    Document,
}

impl Part {
    fn letter(self) -> char {
        match self {
            Part::Session => 'S',
            Part::Commitment => 'C',
            Part::Document => 'D',
        }
    }
}

/// A reference as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Case(CaseRef),
    Part(CaseRef, Part, i64),
    Message(i64),
    Person(i64),
    Organisation(i64),
    Import(i64),
    Review(i64),
}

impl Reference {
    /// Reads a reference; none when the text has another form (then it may be a name).
    pub fn parse(text: &str, prefix: &str) -> Option<Reference> {
        let text = text.trim().to_ascii_uppercase();
        let mut parts: Vec<&str> = text.split('-').collect();
        if let [letter, number] = parts[..]
            && let Some(number) = digits(number)
        {
            match letter {
                "M" => return Some(Reference::Message(number)),
                "P" => return Some(Reference::Person(number)),
                "O" => return Some(Reference::Organisation(number)),
                "I" => return Some(Reference::Import(number)),
                "R" => return Some(Reference::Review(number)),
                _ => {}
            }
        }
        if parts.len() > 1 && parts[0] == prefix.to_ascii_uppercase() {
            parts.remove(0);
        }
        let part = match parts.last().and_then(|last| part(last)) {
            Some(found) if parts.len() > 1 => {
                parts.pop();
                Some(found)
            }
            _ => None,
        };
        let case = match parts[..] {
            [number] => CaseRef { year: None, number: digits(number)? },
            [year, number] if year.len() == 4 => CaseRef { year: Some(digits(year)?), number: digits(number)? },
            _ => return None,
        };
        Some(match part {
            Some((part, number)) => Reference::Part(case, part, number),
            None => Reference::Case(case),
        })
    }
}

/// `AT-2026-0001` and `-S2` of a text that is a reference of some register, whatever its prefix.
pub fn split(text: &str) -> Option<(String, String)> {
    let text = text.trim().to_ascii_uppercase();
    let (prefix, rest) = text.split_once('-')?;
    let is_prefix = prefix.starts_with(|c: char| c.is_ascii_alphabetic())
        && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let year = rest.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    match (is_prefix && year.is_some(), Reference::parse(rest, "")?) {
        (true, Reference::Case(_)) => Some((text, String::new())),
        (true, Reference::Part(..)) => text.rfind('-').map(|at| (text[..at].to_owned(), text[at..].to_owned())),
        _ => None,
    }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|number| *number > 0)
}

fn part(text: &str) -> Option<(Part, i64)> {
    [Part::Session, Part::Commitment, Part::Document]
        .into_iter()
        .find_map(|part| Some((part, digits(text.strip_prefix(part.letter())?)?)))
}

/// How a case is written: `AT-2026-0001`.
pub fn case_id(prefix: &str, year: i64, number: i64) -> String {
    format!("{prefix}-{year}-{number:04}")
}

/// How a part of a case is written: `AT-2026-0001-S2`.
pub fn part_id(case: &str, part: Part, number: i64) -> String {
    format!("{case}-{}{number}", part.letter())
}

impl fmt::Display for CaseRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year}-{}", self.number),
            None => write!(f, "{}", self.number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_reference_is_read() {
        let case = CaseRef { year: Some(2026), number: 1 };
        let short = CaseRef { year: None, number: 1 };
        for (text, expected) in [
            ("AT-2026-0001", Some(Reference::Case(case))),
            ("at-2026-1", Some(Reference::Case(case))),
            ("2026-1", Some(Reference::Case(case))),
            ("1", Some(Reference::Case(short))),
            ("AT-1", Some(Reference::Case(short))),
            (" at-2026-0001-s2 ", Some(Reference::Part(case, Part::Session, 2))),
            ("1-S2", Some(Reference::Part(short, Part::Session, 2))),
            ("2026-1-C3", Some(Reference::Part(case, Part::Commitment, 3))),
            ("1-d4", Some(Reference::Part(short, Part::Document, 4))),
            ("M-17", Some(Reference::Message(17))),
            ("p-9", Some(Reference::Person(9))),
            ("O-4", Some(Reference::Organisation(4))),
            ("i-3", Some(Reference::Import(3))),
            ("r-5", Some(Reference::Review(5))),
            ("s2", None),
            ("", None),
            ("0", None),
            ("-1", None),
            ("XX-2026-0001", None),
            ("AT-2026-0001-S0", None),
            ("Alcaldía", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Reference::parse(text, "AT"), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(
            Reference::parse(&part_id(&case_id("ATA", 2026, 12345), Part::Session, 10), "ATA"),
            Some(Reference::Part(CaseRef { year: Some(2026), number: 12345 }, Part::Session, 10))
        );
    }
}
