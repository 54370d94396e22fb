//! Names of people, bodies and papers: what is kept as written, and what two spellings have in common.
//!
//! Three strengths of the same name: [`clean`] is what is stored and shown, [`fold`] is the search key,
//! [`key`] is what two lists are compared by.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Longest name, title or subject, in characters.
pub const NAME_MAX: usize = 300;

/// Why a text cannot be a name. `at` counts characters from 0 in the text as given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("empty name")]
    Empty,
    #[error("control character U+{code:04X} at {at}")]
    Control { code: u32, at: usize },
    /// A zero-width or direction-changing character: what is shown would not be what is stored.
    #[error("invisible character U+{code:04X} at {at}")]
    Hidden { code: u32, at: usize },
    #[error("{found} characters, at most {max}")]
    TooLong { max: usize, found: usize },
}

/// A name as it is stored: one line, single blanks, NFC, at most [`NAME_MAX`] characters.
///
/// Any white space (line breaks, tabs, no-break blanks) becomes one blank, so that a name can stand in
/// a mail header. Everything else that cannot be seen is refused, never dropped.
pub fn clean(text: &str) -> Result<String, NameError> {
    if is_clean(text) {
        return Ok(text.to_owned());
    }
    if let Some((at, c)) =
        text.chars().enumerate().find(|(_, c)| !c.is_whitespace() && (c.is_control() || is_hidden(*c)))
    {
        let code = u32::from(c);
        return Err(match c.is_control() {
            true => NameError::Control { code, at },
            false => NameError::Hidden { code, at },
        });
    }
    let line = single_spaced(text);
    let line = match line.is_ascii() {
        true => line,
        false => line.nfc().collect(),
    };
    match line.chars().count() {
        0 => Err(NameError::Empty),
        found if found > NAME_MAX => Err(NameError::TooLong { max: NAME_MAX, found }),
        _ => Ok(line),
    }
}

/// A text without what cannot be seen in it: what is left of a name that would show as another one.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || is_hidden(*c))).collect()
}

/// Is it plainly so already? Nearly every name is: ASCII or letters of Latin, one blank between words.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Up to U+017F (of two bytes, the first one up to C5) no letter is a combining mark, and each that has one inside is whole; below
    // U+00C0 there are signs.
    bytes.iter().all(|byte| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xc3..=0xc5))
        && !matches!((bytes.first(), bytes.last()), (None | Some(b' '), _) | (_, Some(b' ')))
        && !bytes.windows(2).any(|pair| pair == b"  ")
        && bytes.len() <= NAME_MAX
}

/// The stored search key: lower case, no accents (ñ is n), everything else than letters and digits one blank.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(c);
        } else {
            gap = true;
        }
    };
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => push(c.to_ascii_lowercase()),
            // The letters that most names have beside those.
            'á' | 'Á' => push('a'),
            'é' | 'É' | 'ê' | 'Ê' => push('e'),
            'í' | 'Í' => push('i'),
            'ó' | 'Ó' | 'õ' | 'Õ' => push('o'),
            'ú' | 'Ú' | 'ü' | 'Ü' => push('u'),
            'ã' | 'Ã' | 'â' | 'Â' => push('a'),
            'ñ' | 'Ñ' => push('n'),
            'ç' | 'Ç' => push('c'),
            // Letter by letter: the marks, whose order would matter, are left out.
            _ => decompose_compatible(c, |part| {
                part.to_lowercase().filter(|c| !is_combining_mark(*c) && !is_hidden(*c)).for_each(&mut push);
            }),
        }
    }
    folded
}

/// Words that come and go between two spellings of one name. `san` and `santa` are part of the surname.
const PARTICLES: [&str; 11] = ["da", "das", "de", "del", "do", "dos", "e", "la", "las", "los", "y"];

/// What two spellings of a person's name are compared by: folded words without particles, sorted, so that
/// `FICTICIA MONTOYA, Aurelia` and `Aurelia Ficticia Montoya` are equal.
pub fn key(text: &str) -> String {
    key_of_fold(&fold(text))
}

/// The same for a name that was folded before; empty for an empty one.
pub fn key_of_fold(folded: &str) -> String {
    let is_particle = |word: &&str| word.len() <= 3 && PARTICLES.contains(word);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !is_particle(word)).collect();
    if words.is_empty() {
        words = folded.split(' ').collect();
    }
    words.sort_unstable();
    let mut key = String::with_capacity(folded.len());
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// What meeting services write behind a name, folded, in the three languages.
const SUFFIXES: &[&str] = &[
    "guest",
    "invitado",
    "invitada",
    "convidado",
    "convidada",
    "external",
    "externo",
    "externa",
    "unverified",
    "no comprobado",
    "no verificado",
    "nao verificado",
    "sin comprobar",
    "you",
    "tu",
    "voce",
    "host",
    "me",
    "yo",
    "eu",
    "anfitrion",
    "co host",
    "cohost",
    "anfitriona",
    "coanfitrion",
    "coanfitriona",
    "co anfitrion",
    "anfitriao",
    "anfitria",
    "coanfitriao",
    "co anfitriao",
];

/// How people want to be spoken of, which they write behind their names: `(ella/she)`.
const PRONOUNS: &[&str] = &[
    "ella", "el", "elle", "ela", "ele", "dela", "dele", "elu", "she", "her", "hers", "he", "him", "his", "they",
    "them", "theirs",
];

fn is_mark(folded: &str) -> bool {
    SUFFIXES.contains(&folded) || (!folded.is_empty() && folded.split(' ').all(|word| PRONOUNS.contains(&word)))
}

/// The name without the marks of a meeting service at its end, such as `(Guest)` or `(No comprobado)`. A name that
/// is nothing but a mark stays.
pub fn strip_suffix(name: &str) -> &str {
    let mut name = name.trim();
    while let Some(open) = name.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
        let mark = fold(&name[open..]);
        let before = name[..open].trim_end();
        if before.is_empty() || !is_mark(&mark) {
            break;
        }
        name = before;
    }
    name
}

/// How alike two names are, 0 to 1, for proposing duplicates (never for merging by itself).
///
/// The greater of Jaro-Winkler over the [`key`]s and a score of 0.85 to 1 where every word of the shorter
/// name, of two words or more, is in the longer one (`Ana López` in `Ana María López Pérez`).
pub fn similarity(a: &str, b: &str) -> f64 {
    key_similarity(&key(a), &key(b))
}

/// The same for two [`key`]s made before, when many names are compared.
pub fn key_similarity(a: &str, b: &str) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    // Jaro's greedy matching may depend on the order; the answer must not.
    let (a, b) = if a > b { (b, a) } else { (a, b) };
    strsim::jaro_winkler(a, b).max(subset(a, b))
}

/// The token-subset signal; 0 when some word of the shorter name has no partner. An initial is a weaker partner.
fn subset(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (mut short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return 0.0;
    }
    let share = short.len() as f64 / long.len() as f64;
    short.retain(|word| take(&mut long, |other| other == *word).is_none());
    let initials = short.iter().all(|word| {
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(initial), None) => take(&mut long, |other| other.starts_with(initial)),
            _ => take(&mut long, |other| other.len() == 1 && word.starts_with(other)),
        }
        .is_some()
    });
    match (initials, short.is_empty()) {
        (false, _) => 0.0,
        (true, true) => 0.9 + 0.1 * share,
        (true, false) => 0.85 + 0.1 * share,
    }
}

/// Takes the first word that fits out of the list.
fn take<'a>(words: &mut Vec<&'a str>, fits: impl Fn(&str) -> bool) -> Option<&'a str> {
    let at = words.iter().position(|word| fits(word))?;
    Some(words.remove(at))
}

/// The text on one line, with single blanks and none at the ends.
pub(crate) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters without width or that turn the writing direction: they make two different names look equal.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests;
