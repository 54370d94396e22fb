//! Documents, e-mail addresses, telephone numbers and territory codes as typed: what can be stored, or what is wrong with it.

use crate::error::Fault;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use ata_model::country::{Country, DocumentFault, TerritoryFault};
use ata_model::identity::{self, Document};

fn wrong(key: String, option: &str, value: &str, more: Vec<(&'static str, Arg)>) -> Fault {
    let mut args = vec![("option", Arg::from(option)), ("value", Arg::from(value))];
    args.extend(more);
    Fault::usage(Phrase { key: key.replace('_', "-"), args })
}

/// A document: `CC:1098765432`, or the number alone for the country's usual one.
///
/// # Errors
/// A usage fault that says what is wrong with it.
pub fn document(text: &str, option: &str, country: Country) -> Result<Document, Fault> {
    Document::parse(country, text).map_err(|error| {
        let kind = ("kind", Arg::from(error.kind.unwrap_or(country.default_document().code)));
        let more = match &error.fault {
            DocumentFault::UnknownType { word } => {
                let known: Vec<&str> = country.documents().iter().map(|kind| kind.code).collect();
                vec![("word", Arg::from(word)), ("known", Arg::from(known.join(", ")))]
            }
            DocumentFault::TypeConflict { written } => vec![("written", Arg::from(*written))],
            DocumentFault::Length { min, max, found } => {
                vec![("min", Arg::from(*min)), ("max", Arg::from(*max)), ("found", Arg::from(*found))]
            }
            DocumentFault::CheckDigit { expected } => vec![("expected", Arg::from(expected))],
            DocumentFault::Prefix { found } => vec![("found", Arg::from(found))],
            _ => Vec::new(),
        };
        let key = format!("desk-document-{}", error.fault.code());
        wrong(key, option, text, more.into_iter().chain([kind]).collect())
    })
}

/// One address, in the form it is stored in.
///
/// # Errors
/// A usage fault that says what is wrong with it.
pub fn email(text: &str, option: &str) -> Result<String, Fault> {
    identity::email(text).map_err(|error| wrong(format!("desk-email-{}", error.fault.code()), option, text, Vec::new()))
}

/// A territory code of the country.
///
/// # Errors
/// A usage fault that says what was expected.
pub fn territory(text: &str, option: &str, country: Country) -> Result<String, Fault> {
    country.territory(text).map_err(|error| {
        let more = match &error.fault {
            TerritoryFault::Length { accepted, found } => {
                let accepted: Vec<String> = accepted.iter().map(usize::to_string).collect();
                vec![("accepted", Arg::from(accepted.join(", "))), ("found", Arg::from(*found))]
            }
            TerritoryFault::LostZero { expected } => vec![("expected", Arg::from(expected))],
            TerritoryFault::UnknownDepartment { found } => vec![("found", Arg::from(found))],
            TerritoryFault::CheckDigit { expected } => vec![("expected", Arg::from(expected.to_string()))],
            TerritoryFault::Area { found } => vec![("found", Arg::from(found.to_string()))],
            TerritoryFault::Missing | TerritoryFault::NotDigits => Vec::new(),
        };
        wrong(format!("desk-territory-{}", error.fault.code()), option, text, more)
    })
}

/// A telephone number, tidied.
///
/// # Errors
/// A usage fault for what has no figures.
pub fn phone(text: &str, option: &str) -> Result<String, Fault> {
    let dialled = |phone: &String| phone.contains(|c: char| c.is_ascii_digit());
    let wrong = || Fault::usage(phrase!("desk-phone", option = option, value = text));
    identity::phone(text).filter(dialled).ok_or_else(wrong)
}

/// A fact that an empty text takes away, and any other replaces after it has been read.
///
/// # Errors
/// What `read` says.
pub fn fact(text: Option<&String>, read: impl FnOnce(&str) -> Result<String, Fault>) -> Result<Option<String>, Fault> {
    match text.map(|text| text.trim()) {
        None => Ok(None),
        Some("") => Ok(Some(String::new())),
        Some(text) => read(text).map(Some),
    }
}
