//! E-mail addresses as they come in cells: the first good one is kept, the rest is said.

use std::borrow::Cow;

/// What a cell said about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address<'t> {
    /// Nothing, or words for nothing (`anonymous`, a dash).
    None,
    /// In lower case.
    One(Cow<'t, str>),
    /// The first of several.
    Several(Cow<'t, str>),
    Invalid,
}

/// Reads a cell that should hold one e-mail address.
#[must_use]
pub fn address(cell: &str) -> Address<'_> {
    let text = cell.trim();
    if ata_model::identity::is_plain_email(text) {
        return Address::One(Cow::Borrowed(text));
    }
    if is_nothing(text) {
        return Address::None;
    }
    // What was copied from a page or a chat may bring signs that nobody sees.
    if text.contains(is_invisible) {
        let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        return match address(&visible) {
            Address::One(email) => Address::One(Cow::Owned(email.into_owned())),
            Address::Several(email) => Address::Several(Cow::Owned(email.into_owned())),
            Address::None => Address::None,
            Address::Invalid => Address::Invalid,
        };
    }
    if is_address(text) {
        return Address::One(lower(text));
    }
    let mut found = text
        .split([' ', '/', ',', ';', '|', '<', '>', '(', ')', '\n', '\r', '\t', '\u{a0}'])
        .map(|part| part.trim_matches(['.', ':', '"', '\'']))
        .map(|part| part.strip_prefix("mailto:").unwrap_or(part))
        .filter(|part| is_address(part));
    match (found.next(), found.next()) {
        (Some(first), None) => Address::One(lower(first)),
        (Some(first), Some(_)) => Address::Several(lower(first)),
        (None, _) => Address::Invalid,
    }
}

/// Signs of no width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// Cells that mean "none" in every system met.
pub(super) fn is_nothing(text: &str) -> bool {
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '.' | '/' | '_' | '*'))
        || ["n/a", "na", "s/d", "sd", "n.a.", "anonymous", "anónimo", "anônimo", "null", "ninguno", "nenhum"]
            .iter()
            .any(|nothing| text.eq_ignore_ascii_case(nothing))
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_uppercase) { Cow::Owned(text.to_lowercase()) } else { Cow::Borrowed(text) }
}

/// One `@`, something before it, a dotted domain after it, no blanks or controls. The final word is left to the model's rule.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |part: &str, more: &str| part.chars().all(|c| c.is_alphanumeric() || more.contains(c));
    let labels = domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && plain(label, "-"));
    let top = domain.rsplit_once('.').is_some_and(|(_, top)| top.chars().count() >= 2);
    !local.is_empty()
        && text.len() <= 254
        && plain(local, ".!#$%&'*+-/=?^_`{|}~")
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && labels
        && top
}
