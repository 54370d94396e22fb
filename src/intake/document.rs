//! Identity documents as cells hold them: dots, prefixes, and what spreadsheets do to long numbers. Whether a number is a valid one
//! of its country is a rule of the model and not decided here.

use super::codes::WarnCode;
use super::email::is_nothing;
use super::fold::fold;
use super::heading::initials;
use ata_model::identity::without_decimals;

/// A document as far as the cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// Code of the type, when the cell names it.
    pub kind: Option<String>,
    /// Digits (zeros kept), with letters that belong to it and a check digit after a hyphen.
    pub number: String,
    /// The number was put together again from what a spreadsheet made of it.
    pub repaired: bool,
}

/// Reads a cell: nothing, a document, or why there is none.
pub(super) fn document(cell: &str) -> Result<Option<Written>, WarnCode> {
    let text = cell.trim();
    if is_nothing(text)
        || matches!(fold(text).as_str(), "no tiene" | "sin documento" | "no aplica" | "nao tem" | "no porta")
    {
        return Ok(None);
    }
    if let Some(number) = scientific(text)? {
        return Ok(Some(Written { kind: None, number, repaired: true }));
    }
    let first_digit = text.find(|c: char| c.is_ascii_digit()).ok_or(WarnCode::InvalidDocument)?;
    let (prefix, rest) = text.split_at(first_digit);
    let (mut kind, letters) = prefix_of(prefix)?;
    let rest = match behind(rest).filter(|_| kind.is_none()) {
        Some((number, named)) => {
            kind = Some(named.to_owned());
            number
        }
        None => rest,
    };
    if let Some(whole) = without_decimals(rest).filter(|_| letters.is_empty()) {
        let number = whole.map_err(|_| WarnCode::InvalidDocument)?;
        return Ok(Some(Written { kind, number, repaired: true }));
    }
    let number = letters + &number(rest);
    if number.chars().filter(char::is_ascii_digit).count() < 3 || number.len() > 30 {
        return Err(WarnCode::InvalidDocument);
    }
    Ok(Some(Written { kind, number, repaired: false }))
}

/// `1.098765432E9` has all its digits (Java and sheet XML write that); `1,09877E+09` is Excel's display, and the digits are gone.
fn scientific(text: &str) -> Result<Option<String>, WarnCode> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return Ok(None);
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let shown_by_excel = exponent.starts_with('+');
    let Ok(power) = exponent.trim_start_matches('+').parse::<usize>() else {
        return Ok(None);
    };
    if whole.len() != 1 || !is_number(whole) || !is_number(fraction) || exponent.starts_with('-') {
        return Ok(None);
    }
    // Zeros behind the last digit of a number that is spelled out are no fraction of it.
    let fraction = match fraction.split_at_checked(power) {
        Some((digits, zeros)) if zeros.bytes().all(|byte| byte == b'0') => digits,
        _ => fraction,
    };
    if power > 15 || fraction.len() > power || (shown_by_excel && fraction.len() < power) {
        return Err(WarnCode::DocumentDigitsLost);
    }
    Ok(Some(format!("{whole}{fraction:0<power$}")))
}

/// The type named before the number, or the letters that are part of it (`V-12.000.321`).
fn prefix_of(prefix: &str) -> Result<(Option<String>, String), WarnCode> {
    let folded = fold(prefix);
    // `No. 123`, `número 123`, `Cédula No 123`; an N alone may belong to the number.
    let is_sign = |word: &str| {
        matches!(word, "no" | "nro" | "numero" | "num")
            || (word == "n" && (folded != "n" || prefix.contains(['.', '°', 'º'])))
    };
    let words: Vec<&str> =
        folded.split(' ').filter(|word| word.contains(char::is_alphabetic) && !is_sign(word)).collect();
    if words.is_empty() {
        return Ok((None, String::new()));
    }
    if let Some(kind) = kind_named(&words.join(" ")) {
        return Ok((Some(kind.to_owned()), String::new()));
    }
    // `PA: AB12345`: the letters after the type belong to the number.
    if let [kind, letters] = words[..]
        && letters.len() <= 3
        && let Some(kind) = kind_named(kind)
    {
        return Ok((Some(kind.to_owned()), letters.to_uppercase()));
    }
    let letters = words.concat();
    if letters.len() <= 3 { Ok((None, letters.to_uppercase())) } else { Err(WarnCode::InvalidDocument) }
}

/// `63100201-CC`: a type written behind the number.
fn behind(rest: &str) -> Option<(&str, &'static str)> {
    let (number, kind) = rest.trim_end_matches(['.', ')']).rsplit_once(['-', ' ', '('])?;
    let kind = kind_named(&fold(kind))?;
    number.trim_end().ends_with(|c: char| c.is_ascii_digit()).then_some((number, kind))
}

/// The code of a document type as people write it. Codes that are not listed are kept as written by [`kind_written`].
fn kind_named(folded: &str) -> Option<&'static str> {
    const KINDS: &[(&str, &[&str])] = &[
        ("CC", &["cc", "c c", "cedula de ciudadania", "cedula ciudadania"]),
        ("TI", &["ti", "t i", "tarjeta de identidad"]),
        ("CE", &["ce", "c e", "cedula de extranjeria", "carne de extranjeria", "carnet de extranjeria"]),
        ("RC", &["rc", "r c", "registro civil"]),
        ("PA", &["pa", "pasaporte", "passaporte", "passport"]),
        ("PPT", &["ppt", "pt", "permiso por proteccion temporal"]),
        ("PEP", &["pep", "pe", "permiso especial de permanencia"]),
        ("NIT", &["nit"]),
        ("DNI", &["dni", "d n i", "documento nacional de identidad"]),
        ("RUC", &["ruc"]),
        ("CI", &["ci", "c i", "cedula de identidad"]),
        ("CPF", &["cpf"]),
        ("CNPJ", &["cnpj"]),
        ("RG", &["rg"]),
        ("RUT", &["rut"]),
    ];
    KINDS.iter().find(|(_, names)| names.contains(&folded)).map(|(kind, _)| *kind)
}

/// The type in a column of its own: a known code, or the text in capitals.
pub(super) fn kind_written(cell: &str) -> Option<String> {
    let folded = fold(cell);
    if folded.is_empty() || is_nothing(cell) {
        return None;
    }
    Some(kind_named(&folded).map_or_else(|| cell.trim().to_uppercase(), str::to_owned))
}

/// The type that the name of the column implies (`DNI`, `CPF`).
pub(super) fn kind_of_header(header: &str) -> Option<&'static str> {
    let folded = initials(&fold(header));
    let words = folded.split(' ').filter(|word| !matches!(*word, "no" | "n" | "nro" | "numero")).collect::<Vec<_>>();
    let bare = words.strip_prefix(&["de"]).unwrap_or(&words).join(" ");
    kind_named(&bare)
}

/// Folds separators; stops at the first word after the number (`de Villa X`); keeps a check digit after the last hyphen.
fn number(rest: &str) -> String {
    let mut out = String::new();
    for word in rest.split_whitespace() {
        if word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !word.contains(|c: char| c.is_ascii_digit()) {
            break;
        }
        out.extend(word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-'));
    }
    let out = out.trim_matches('-').to_uppercase();
    match out.rsplit_once('-') {
        Some((body, check)) if check.len() == 1 => format!("{}-{check}", body.replace('-', "")),
        _ => out.replace('-', ""),
    }
}
