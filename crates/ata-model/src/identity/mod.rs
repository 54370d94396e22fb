//! What tells one person or body from another: identity document, e-mail address, telephone.

mod document;
mod email;
mod phone;
mod written;

pub use document::{Document, DocumentError};
pub use email::{EMAIL_MAX, EmailError, EmailFault, email, is_plain_email};
pub use phone::phone;
pub use written::without_decimals;

use crate::name::{fold, is_hidden, single_spaced};

/// What lists hold where there is nothing to say, folded. `SD` is the Colombian "sin dato".
const NOTHING: [&str; 24] = [
    "",
    "0",
    "n a",
    "na",
    "nd",
    "ninguna",
    "ninguno",
    "no",
    "no aplica",
    "no informa",
    "no registra",
    "no sabe",
    "no tiene",
    "no tem",
    "nao informado",
    "nao possui",
    "nao tem",
    "none",
    "null",
    "s d",
    "s n",
    "sd",
    "sin dato",
    "sin informacion",
];

/// Does the cell say that there is nothing?
fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&fold(text).as_str())
}

/// The text on one line, without the invisible marks that come along when a number or an address is pasted.
fn visible(text: &str) -> String {
    if text.is_ascii() {
        return single_spaced(text);
    }
    let seen: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    single_spaced(&seen)
}

/// A cell of nothing but digits, as most are: large imports need not look further.
fn plain_digits(text: &str) -> Option<&str> {
    let text = text.trim();
    (text.len() > 1 && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}
