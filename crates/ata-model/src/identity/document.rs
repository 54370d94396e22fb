//! The identity document: which type, which number, and whether the number can be one of that type.

use super::written::Written;
use super::{is_nothing, plain_digits};
use crate::country::{Country, DocumentFault, DocumentType, NumberRule};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A type and a number, both canonical: `CC` and `1098765432`. The number is text; its zeros count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Document {
    pub kind: String,
    pub number: String,
}

/// A document that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("document {value:?}: {fault}")]
pub struct DocumentError {
    /// As it was given.
    pub value: String,
    /// Code of the type it was measured by, when one was known.
    pub kind: Option<&'static str>,
    pub fault: DocumentFault,
}

/// The type a fault was found by, and the fault.
type Refusal = (Option<&'static str>, DocumentFault);

impl Document {
    /// Reads a document as people write it: `CC:1098765432`, `c.c. 1.000.111.202 de Villa X`, `52'000.303`.
    ///
    /// Without a type it is of the country's default type, unless a number with check digit (RUC, NIT, CNPJ) or
    /// a Venezuelan `V-`/`E-` says otherwise. A type of another of the four countries has to be named.
    pub fn parse(country: Country, text: &str) -> Result<Document, DocumentError> {
        let read = match plain_digits(text) {
            Some(number) => bare(country, number),
            None => Written::read(text).map_err(|fault| (None, fault)).and_then(|written| decide(country, &written)),
        };
        read.map_err(|refusal| refused(text, refusal))
    }

    /// Reads a document from a list with a column for the type and one for the number. An empty type is no
    /// type; a type written again with the number must be the same.
    pub fn parse_as(country: Country, kind: &str, number: &str) -> Result<Document, DocumentError> {
        let code = country.documents().iter().find(|own| own.code.eq_ignore_ascii_case(kind.trim()));
        let read = match (code, plain_digits(number)) {
            (Some(own), Some(digits)) => apply_named(country, own, digits),
            (None, _) if is_nothing(kind) => return Document::parse(country, number),
            _ => named(country, kind, number),
        };
        read.map_err(|refusal| refused(number, refusal))
    }

    /// The personal document inside a tax number: the DNI in a RUC of prefix 10, the cédula in a Paraguayan RUC
    /// below 80000000, the cédula in a NIT that is no body's.
    pub fn of_person(&self) -> Option<Document> {
        let document = |kind: &str, number: &str| Some(Document { kind: kind.to_owned(), number: number.to_owned() });
        let base = self.number.split('-').next().unwrap_or_default();
        match (self.kind.as_str(), base.len()) {
            ("RUC", 11) if base.starts_with("10") => document("DNI", base.get(2..10)?),
            ("RUC", 4..=7) => document("CI", base),
            ("RUC", 8) if base < "80000000" => document("CI", base),
            ("NIT", 5..=8) => document("CC", base),
            ("NIT", 10) if base.starts_with('1') => document("CC", base),
            _ => None,
        }
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.number)
    }
}

fn refused(value: &str, (kind, fault): Refusal) -> DocumentError {
    DocumentError { value: value.to_owned(), kind, fault }
}

/// A number whose type stands in a column of its own.
fn named(country: Country, kind: &str, number: &str) -> Result<Document, Refusal> {
    let words = Written::words(kind);
    let (column, rest) = longest(country, &words).ok_or_else(|| unknown(kind))?;
    if !rest.is_empty() && longest(country, rest).map(|(again, _)| again.code) != Some(column.code) {
        return Err(unknown(kind));
    }
    let mut written = Written::read(number).map_err(|fault| (Some(column.code), fault))?;
    // Letters that touch the number may be part of it: the column says passport, the cell `PE123456`.
    let takes_letters = matches!(column.rule, NumberRule::Alphanumeric { .. });
    match longest(country, &written.words) {
        Some((own, rest)) if own.code == column.code => written.words = rest.to_vec(),
        Some((own, _)) if !(takes_letters && written.is_glued) => {
            let fault = DocumentFault::TypeConflict { written: own.code };
            return Err((Some(column.code), fault));
        }
        _ => {}
    }
    let number = written.number_with(&written.words);
    apply_named(country, column, &number).or_else(|fault| rut(country, &words, &number, fault))
}

/// A number with or without its type before it.
fn decide(country: Country, written: &Written) -> Result<Document, Refusal> {
    if let Some((kind, rest)) = longest(country, &written.words) {
        let number = written.number_with(rest);
        return apply_named(country, kind, &number).or_else(|fault| rut(country, &written.words, &number, fault));
    }
    let words = written.specific_words();
    if let Some((kind, rest)) = longest(country, words) {
        return apply_named(country, kind, &written.number_with(rest));
    }
    let number = written.number_with(words);
    match words {
        [] => bare(country, &number),
        [letter] if letter == "v" || letter == "e" => foreign(country, &number),
        [letter] if letter.len() == 1 && !written.is_labelled => bare(country, &number),
        _ => Err(unknown(&words.join(" "))),
    }
}

fn unknown(word: &str) -> Refusal {
    let word = word.trim().to_owned();
    (None, DocumentFault::UnknownType { word })
}

/// The type named by as many of the first words as possible, and the words after it.
fn longest(country: Country, words: &[String]) -> Option<(&'static DocumentType, &[String])> {
    (1..=words.len()).rev().find_map(|count| {
        let (name, rest) = words.split_at(count);
        let kind = called(country, &name.concat()).next()?;
        Some((kind, rest))
    })
}

/// The types of that name: the country's own, then the others'.
fn called(country: Country, name: &str) -> impl Iterator<Item = &'static DocumentType> {
    std::iter::once(country)
        .chain(Country::ALL.into_iter().filter(move |c| *c != country))
        .flat_map(Country::documents)
        .filter(move |kind| kind.is_called(name))
}

/// A number of a named type. Where two countries use one code, another's rule is asked only about a number with
/// check digits in its canonical form: that the check holds is the evidence.
fn apply_named(country: Country, kind: &'static DocumentType, number: &str) -> Result<Document, Refusal> {
    let fault = match kind.rule.apply(number) {
        Ok(number) => return Ok(document(kind, number)),
        Err(fault) => fault,
    };
    let own = country.documents().iter().any(|own| own.code == kind.code);
    Country::ALL
        .into_iter()
        .flat_map(Country::documents)
        .filter(|other| other.code == kind.code)
        .find_map(|other| {
            let canonical = other.rule.apply(number).ok()?;
            let evident = !own || (other.rule.is_checked() && canonical == number);
            evident.then(|| document(other, canonical))
        })
        .ok_or((Some(kind.code), fault))
}

/// In Chile the number of a person is called RUT as well, in Colombia the paper on which the NIT stands.
fn rut(country: Country, words: &[String], number: &str, fault: Refusal) -> Result<Document, Refusal> {
    match words {
        [word] if word == "rut" && is_chilean(number) => foreign(country, number),
        _ => Err(fault),
    }
}

/// A number without a type.
fn bare(country: Country, number: &str) -> Result<Document, Refusal> {
    let default = country.default_document();
    let fault = match default.rule.apply(number) {
        Ok(number) => return Ok(document(default, number)),
        Err(fault) => fault,
    };
    // An unmarked check digit would be right by chance once in eleven slips.
    let is_evident = |canonical: &str| number.contains('-') || !canonical.contains('-');
    let checked =
        country.documents().iter().filter(|kind| kind.code != default.code && kind.rule.is_checked()).find_map(
            |kind| {
                let canonical = kind.rule.apply(number).ok()?;
                is_evident(&canonical).then(|| document(kind, canonical))
            },
        );
    match checked {
        Some(document) => Ok(document),
        None if is_chilean(number) => foreign(country, number),
        None => Err((Some(default.code), fault)),
    }
}

/// A number that shows to be another country's.
fn foreign(country: Country, number: &str) -> Result<Document, Refusal> {
    match called(country, "documentoextranjero").next() {
        Some(kind) => apply_named(country, kind, number),
        None => Err((None, DocumentFault::Malformed)),
    }
}

fn document(kind: &'static DocumentType, number: String) -> Document {
    Document { kind: kind.code.to_owned(), number }
}

/// A Chilean RUN, `17000001-3`: seven or eight digits and, set off, the check digit modulo 11 (K for 10).
fn is_chilean(number: &str) -> bool {
    let Some((base, check)) = number.rsplit_once('-') else {
        return false;
    };
    let base_rule = NumberRule::Digits { min: 7, max: 8 };
    if check.len() != 1 || base_rule.apply(base).as_deref() != Ok(base) {
        return false;
    }
    let sum: u32 =
        base.bytes().rev().zip((2u32..=7).cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let expected = match 11 - sum % 11 {
        11 => '0',
        10 => 'K',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    check.starts_with(expected)
}

#[cfg(test)]
mod tests;
