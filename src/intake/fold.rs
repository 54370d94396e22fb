//! One spelling for comparing: no accents, no case, no punctuation, single blanks.

use deunicode::deunicode_char;

/// Folds a header, label or name for comparison. Idempotent; `N°` and `Nº` both give `no`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii() {
            push(&mut folded, &mut gap, c);
        } else if ('\u{300}'..='\u{36f}').contains(&c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '´' | '`')
        {
            // A combining mark or an invisible belongs to the letter before it.
        } else if matches!(c, '°' | 'º') {
            push(&mut folded, &mut gap, 'o');
        } else if c.is_alphanumeric() {
            match deunicode_char(c) {
                Some(plain) => plain.chars().for_each(|p| push(&mut folded, &mut gap, p)),
                None => push(&mut folded, &mut gap, c),
            }
        } else {
            gap = true;
        }
    }
    folded
}

fn push(folded: &mut String, gap: &mut bool, c: char) {
    if c.is_alphanumeric() {
        if *gap && !folded.is_empty() {
            folded.push(' ');
        }
        *gap = false;
        match c.is_ascii() {
            true => folded.push(c.to_ascii_lowercase()),
            false => folded.extend(c.to_lowercase()),
        }
    } else if c != '\'' {
        *gap = true;
    }
}

/// The folded text as a `snake_case` key, for column names.
#[must_use]
pub fn key(text: &str) -> String {
    fold(text).replace(' ', "_")
}

/// Collapses inner white space, no-break spaces included, and trims.
#[must_use]
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}
