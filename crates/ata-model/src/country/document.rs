//! What a type of identity document is: its code, the ways people write it, and what its number must be.

/// A type of identity document.
#[derive(Debug)]
pub struct DocumentType {
    /// As in `CC:1098765432`.
    pub code: &'static str,
    /// The accepted spellings, folded and without blanks: `ceduladeciudadania`.
    pub spellings: &'static [&'static str],
    pub rule: NumberRule,
}

impl DocumentType {
    /// Is `word`, folded and without blanks, one of the spellings?
    pub fn is_called(&self, word: &str) -> bool {
        self.spellings.contains(&word)
    }
}

/// What the number of a document must be. Numbers reach the rule in capitals and without blanks, dots and
/// apostrophes; hyphens and strokes are still there, because they set off check digits.
#[derive(Debug, Clone, Copy)]
pub enum NumberRule {
    /// Digits only, leading zeros kept, not all of them zero.
    Digits { min: usize, max: usize },
    /// Letters and digits; separators are dropped.
    Alphanumeric { min: usize, max: usize },
    /// Has a check digit or a form of its own; gives back the canonical number.
    Checked(fn(&str) -> Result<String, DocumentFault>),
}

/// What is wrong with a document as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// Nothing, or words that say there is nothing (`SD`, `no tiene`).
    #[error("missing")]
    Missing,
    /// Text without a single digit.
    #[error("no digits")]
    NoDigits,
    /// The words before the number name no known type.
    #[error("unknown type {word:?}")]
    UnknownType { word: String },
    /// The type of the list and the type written with the number differ.
    #[error("written as {written}")]
    TypeConflict { written: &'static str },
    /// A spreadsheet rounded the number (`1,09877E+09`): its last digits are gone.
    #[error("digits lost")]
    DigitsLost,
    #[error("{found} characters, expected {min} to {max}")]
    Length { min: usize, max: usize, found: usize },
    #[error("letters in a number of digits")]
    Letters,
    /// The check digit should be `expected`; a slip anywhere in the number is as likely.
    #[error("check digit should be {expected}")]
    CheckDigit { expected: String },
    /// A single last digit behind a hyphen, where the type has no check digit.
    #[error("unexpected check digit")]
    StrayCheckDigit,
    /// The last digit may or may not be the check digit: it has to be set off by a hyphen.
    #[error("ambiguous check digit")]
    AmbiguousCheckDigit,
    /// A filler: all digits zero, or all equal where the norm excludes it.
    #[error("repeated digit")]
    Repeated,
    /// The first digits are none that the authority gives out.
    #[error("prefix {found}")]
    Prefix { found: String },
    /// Anything else than one number: two of them, stray signs or words.
    #[error("malformed")]
    Malformed,
}

impl DocumentFault {
    /// A stable word for JSON and for looking up the sentence people read.
    pub fn code(&self) -> &'static str {
        match self {
            DocumentFault::Missing => "missing",
            DocumentFault::NoDigits => "no_digits",
            DocumentFault::UnknownType { .. } => "unknown_type",
            DocumentFault::TypeConflict { .. } => "type_conflict",
            DocumentFault::DigitsLost => "digits_lost",
            DocumentFault::Length { .. } => "length",
            DocumentFault::Letters => "letters",
            DocumentFault::CheckDigit { .. } => "check_digit",
            DocumentFault::StrayCheckDigit => "stray_check_digit",
            DocumentFault::AmbiguousCheckDigit => "ambiguous_check_digit",
            DocumentFault::Repeated => "repeated",
            DocumentFault::Prefix { .. } => "prefix",
            DocumentFault::Malformed => "malformed",
        }
    }
}

impl NumberRule {
    /// The canonical number, or what is wrong with it.
    pub fn apply(&self, number: &str) -> Result<String, DocumentFault> {
        match *self {
            NumberRule::Digits { min, max } => {
                let plain = digits(number)?;
                length(&plain, min, max)?;
                not_all_zero(&plain)?;
                Ok(plain)
            }
            NumberRule::Alphanumeric { min, max } => {
                let plain = alphanumeric(number)?;
                length(&plain, min, max)?;
                not_all_zero(&plain)?;
                Ok(plain)
            }
            NumberRule::Checked(check) => check(number),
        }
    }

    /// Does a number that passes prove that it is of this type?
    pub fn is_checked(&self) -> bool {
        matches!(self, NumberRule::Checked(_))
    }
}

/// A passport of any country: the machine-readable zone holds 9, some states print more.
pub(super) const PASSPORT: DocumentType = DocumentType {
    code: "PA",
    spellings: &["pa", "pas", "pasaporte", "passaporte", "passport", "nopasaporte"],
    rule: NumberRule::Alphanumeric { min: 4, max: 20 },
};

/// Digits, with hyphens between groups allowed; a single digit behind the last hyphen is no group.
pub(super) fn digits(number: &str) -> Result<String, DocumentFault> {
    if number.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(number.to_owned());
    }
    if number.rsplit_once('-').is_some_and(|(_, last)| last.len() == 1) {
        return Err(DocumentFault::StrayCheckDigit);
    }
    let plain = alphanumeric(number)?;
    match plain.bytes().all(|b| b.is_ascii_digit()) {
        true => Ok(plain),
        false => Err(DocumentFault::Letters),
    }
}

/// Digits with any hyphens and strokes dropped, for numbers that carry their check digits inside.
pub(super) fn all_digits(number: &str) -> Result<String, DocumentFault> {
    let plain: String = number.chars().filter(|c| !"-/".contains(*c)).collect();
    match plain.bytes().all(|b| b.is_ascii_digit()) {
        true => Ok(plain),
        false => Err(DocumentFault::Letters),
    }
}

fn alphanumeric(number: &str) -> Result<String, DocumentFault> {
    let plain: String = number.chars().filter(|c| *c != '-').collect();
    match plain.bytes().all(|b| b.is_ascii_alphanumeric()) {
        true => Ok(plain),
        false => Err(DocumentFault::Malformed),
    }
}

pub(super) fn length(number: &str, min: usize, max: usize) -> Result<(), DocumentFault> {
    match number.len() {
        found if found < min || found > max => Err(DocumentFault::Length { min, max, found }),
        _ => Ok(()),
    }
}

fn not_all_zero(number: &str) -> Result<(), DocumentFault> {
    match number.bytes().all(|b| b == b'0') {
        true => Err(DocumentFault::Repeated),
        false => Ok(()),
    }
}

/// The base and the check digit of a number whose last character is one, after comparing them.
pub(super) fn split_checked(number: &str, digit: impl Fn(&str) -> char) -> Result<(&str, char), DocumentFault> {
    let mut base = number.chars();
    let last = base.next_back().unwrap_or_default();
    let expected = digit(base.as_str());
    match expected == last {
        true => Ok((base.as_str(), last)),
        false => Err(DocumentFault::CheckDigit { expected: expected.to_string() }),
    }
}

/// Σ digit × weight over the digits paired with the weights in the given order.
pub(super) fn weighted(digits: impl Iterator<Item = u8>, weights: &[u32]) -> u32 {
    digits.zip(weights).map(|(digit, weight)| u32::from(digit.saturating_sub(b'0')) * weight).sum()
}

/// The character of a digit from 0 to 9.
pub(super) fn digit_char(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}
