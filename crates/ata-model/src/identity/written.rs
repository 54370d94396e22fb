//! A document as it stands in a cell: the words before the number, and the number freed of what people and
//! spreadsheets put around it.

use super::{is_nothing, visible};
use crate::country::DocumentFault;
use crate::name::fold;
use unicode_normalization::UnicodeNormalization;

/// A document taken apart.
#[derive(Debug)]
pub(super) struct Written {
    /// The words before the first digit, folded: `c`, `c` for `C.C.`. The last of them may belong to the number.
    pub words: Vec<String>,
    /// Does a colon stand between the words and the number?
    pub is_labelled: bool,
    /// Is there no gap between the last word and the number (`V12000321`)?
    pub is_glued: bool,
    /// From the first digit on: capitals, digits, hyphens and strokes.
    number: String,
}

/// Words that only announce a document or a number.
const ANNOUNCEMENTS: [&str; 17] = [
    "de",
    "do",
    "doc",
    "documento",
    "id",
    "identidad",
    "identidade",
    "identificacion",
    "identificacao",
    "n",
    "no",
    "nr",
    "nro",
    "num",
    "numero",
    "tipo",
    "y",
];

/// Words that begin what may follow a number: where it was issued, and by whom.
const ISSUED: [&str; 9] = ["de", "del", "emitida", "emitido", "exp", "expedida", "expedido", "lugar", "ssp"];

const APOSTROPHES: [char; 6] = ['\'', '’', '‘', '´', '`', '′'];
const HYPHENS: [char; 8] = ['-', '‐', '‑', '‒', '–', '—', '−', '－'];

impl Written {
    pub(super) fn read(text: &str) -> Result<Written, DocumentFault> {
        let seen = visible(text);
        if is_nothing(&seen) {
            return Err(DocumentFault::Missing);
        }
        if seen.chars().any(char::is_control) {
            return Err(DocumentFault::Malformed);
        }
        let plain: String = seen.replace(APOSTROPHES, "").replace(['°', 'º', 'ª', '#'], " ").nfkc().collect();
        let first = plain.find(|c: char| c.is_ascii_digit()).ok_or(DocumentFault::NoDigits)?;
        let (head, tail) = plain.split_at(first);
        let is_glued = head.ends_with(char::is_alphanumeric);
        Ok(Written {
            words: Written::words(head),
            is_labelled: head.contains(':'),
            is_glued,
            number: number(tail, is_glued)?,
        })
    }

    pub(super) fn words(text: &str) -> Vec<String> {
        fold(text).split_whitespace().map(str::to_owned).collect()
    }

    /// The words without those at the beginning that only announce a number.
    pub(super) fn specific_words(&self) -> &[String] {
        let announced = self
            .words
            .iter()
            .enumerate()
            .take_while(|(at, word)| self.is_announcement(*at, word, self.words.len()))
            .count();
        &self.words[announced..]
    }

    /// The number with the letters before it, the last of `words`, as in `PA N° AB 123456`.
    pub(super) fn number_with(&self, words: &[String]) -> String {
        words
            .iter()
            .enumerate()
            .filter(|(at, word)| !self.is_announcement(*at, word, words.len()))
            .map(|(_, word)| word.to_uppercase())
            .chain(std::iter::once(self.number.clone()))
            .collect()
    }

    /// A word that touches the number is part of it: `N1234567` is a passport.
    fn is_announcement(&self, at: usize, word: &str, count: usize) -> bool {
        let touches = self.is_glued && at + 1 == count;
        !touches && ANNOUNCEMENTS.contains(&word)
    }
}

/// The number at the beginning of `tail`, which begins with a digit. With letters that touch it (`AB7E490`)
/// it is no float.
fn number(tail: &str, is_glued: bool) -> Result<String, DocumentFault> {
    let mut groups: Vec<&str> = Vec::new();
    let mut words = tail.split(' ');
    for word in words.by_ref() {
        if word.contains(|c: char| c.is_ascii_digit()) || !word.contains(char::is_alphanumeric) {
            groups.push(word);
        } else if fold(word) == "dv" {
            groups.push("-");
        } else if ISSUED.contains(&fold(word).split(' ').next().unwrap_or_default()) {
            break;
        } else {
            return Err(DocumentFault::Malformed);
        }
    }
    if !are_one_number(&groups) {
        return Err(DocumentFault::Malformed);
    }
    let joined = groups.concat();
    let whole = match without_decimals(&joined).or_else(|| float(&joined)) {
        Some(verdict) if !is_glued => verdict?,
        _ => joined,
    };
    compact(&whole)
}

/// Digits with blanks between them are one number in groups of three, `52 000 303`; else they may be two.
fn are_one_number(groups: &[&str]) -> bool {
    let digits = |group: &str| group.bytes().filter(u8::is_ascii_digit).count();
    let mut full = groups.iter().skip_while(|group| digits(group) == 0).skip(1);
    let mut signs = "";
    full.all(|group| match digits(group) {
        0 => {
            signs = group;
            true
        }
        1 => !signs.is_empty() || group.starts_with(HYPHENS),
        found => found == 3 || group.starts_with(HYPHENS) || signs.starts_with(HYPHENS),
    })
}

/// The number before the decimals that a spreadsheet or a program gave it: `1098765432.0`, `12.345.678,00`.
///
/// None if it has no decimals: `123.456.789.09` is a CPF with a dot before its check digits.
///
/// # Errors
/// Decimals that are something: no document has them.
pub fn without_decimals(text: &str) -> Option<Result<String, DocumentFault>> {
    let (whole, decimals) = text.split_at(text.rfind(['.', ','])?);
    let (sign, decimals) = decimals.split_at(1);
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(['.', ',', '\'', ' ']);
    let first = groups.next().filter(|first| are_digits(first))?;
    let groups: Vec<&str> = groups.collect();
    let are_thousands = groups.iter().all(|group| group.len() == 3 && are_digits(group));
    let is_long = !groups.is_empty() || first.len() >= 4;
    if !are_thousands || !is_long || !are_digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let is_cpf = first.len() == 3 && groups.len() == 2 && decimals.len() == 2;
    let is_same_sign = whole.contains(sign);
    match decimals.bytes().all(|b| b == b'0') {
        true if !(is_cpf && is_same_sign) => Some(Ok(format!("{first}{}", groups.concat()))),
        false if !is_same_sign => Some(Err(DocumentFault::Malformed)),
        _ => None,
    }
}

/// A number that went through a spreadsheet or a program as a float with an exponent: `1.098765432E9`.
///
/// None if it does not look like one. It is repaired only where every digit is there: a short mantissa may be
/// exact or rounded, and nothing tells which.
fn float(text: &str) -> Option<Result<String, DocumentFault>> {
    let lower = text.to_ascii_lowercase();
    let (mantissa, exponent) = match lower.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (lower.as_str(), None),
    };
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let digits_only = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits_only(whole) || !digits_only(decimals) {
        return None;
    }
    let exponent = exponent?;
    // `7E490` is a passport: a spreadsheet writes a sign, a program at least one decimal.
    let (exponent, is_signed) = match exponent.strip_prefix('+') {
        Some(exponent) => (exponent, true),
        None => (exponent, false),
    };
    if decimals.is_empty() && !is_signed {
        return None;
    }
    if whole.len() != 1 || exponent.is_empty() || !digits_only(exponent) {
        return None;
    }
    let present = exponent.parse::<usize>().ok().filter(|at| *at <= decimals.len());
    let Some((kept, beyond)) = present.and_then(|at| decimals.split_at_checked(at)) else {
        return Some(Err(DocumentFault::DigitsLost));
    };
    Some(match beyond.bytes().all(|b| b == b'0') {
        true => Ok(format!("{whole}{kept}")),
        false => Err(DocumentFault::Malformed),
    })
}

/// Capitals, digits, single hyphens and strokes; blanks, dots and commas between them go.
fn compact(text: &str) -> Result<String, DocumentFault> {
    let mut number = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '.' | ',' | '·' => {}
            '/' => number.push('/'),
            c if HYPHENS.contains(&c) => {
                if !number.ends_with('-') {
                    number.push('-');
                }
            }
            c if c.is_ascii_alphanumeric() => number.push(c.to_ascii_uppercase()),
            _ => return Err(DocumentFault::Malformed),
        }
    }
    Ok(number.trim_matches('-').to_owned())
}
