//! Free texts without what tells who wrote them. People sign their comments, leave an address or a telephone; answers are anonymous
//! whatever the file holds.

use unicode_normalization::UnicodeNormalization;

/// What stands where something was taken out.
const GAP: &str = "[…]";
/// Digits from which a number is a telephone, a document or an address on the network.
const DIGITS: usize = 6;

/// A text without e-mail addresses, telephone and document numbers, addresses on the network, and without the words of `who`: names,
/// addresses and documents of whoever answered.
pub fn anonymous(text: &str, who: &[String]) -> String {
    let mut bare = text.to_owned();
    for part in who.iter().filter(|part| part.chars().count() >= 4) {
        bare = without(&bare, part);
    }
    let words = bare.split_inclusive(char::is_whitespace).map(|piece| {
        let word = piece.trim_end();
        let tells = is_address(word) || is_network_address(word);
        if tells { format!("{GAP}{}", &piece[word.len()..]) } else { piece.to_owned() }
    });
    without_numbers(&words.collect::<String>())
}

/// A letter whatever its case and accent.
fn bare(c: char) -> char {
    let plain = if c.is_ascii() { c } else { std::iter::once(c).nfd().next().unwrap_or(c) };
    plain.to_lowercase().next().unwrap_or(plain)
}

/// Every place of a part, whatever its case and accents.
fn without(text: &str, part: &str) -> String {
    let wanted: Vec<char> = part.nfc().map(bare).collect();
    let letters: Vec<char> = text.nfc().collect();
    let same = |at: usize| {
        letters.len() - at >= wanted.len() && wanted.iter().zip(&letters[at..]).all(|(one, other)| *one == bare(*other))
    };
    let is_inside = |at: usize| {
        at.checked_sub(1).is_some_and(|before| letters[before].is_alphanumeric())
            || letters.get(at + wanted.len()).is_some_and(|after| after.is_alphanumeric())
    };
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if same(at) && !is_inside(at) {
            out.push_str(GAP);
            at += wanted.len();
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'))
}

/// `192.0.2.11`, `2001:db8::1`.
fn is_network_address(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| "()[],;.".contains(c));
    bare.parse::<std::net::IpAddr>().is_ok() && bare.contains(['.', ':'])
}

/// Long numbers, also written in groups: `300 123 45 67`, `1.098.765.432`.
fn without_numbers(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            out.push(letters[at]);
            at += 1;
            continue;
        }
        let mut end = at;
        let mut digits = 0;
        let mut look = at;
        while look < letters.len() && (letters[look].is_ascii_digit() || " .-()'".contains(letters[look])) {
            if letters[look].is_ascii_digit() {
                digits += 1;
                end = look + 1;
            }
            look += 1;
        }
        if digits >= DIGITS {
            out.push_str(GAP);
        } else {
            out.extend(&letters[at..end]);
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_who_wrote_is_taken_out_of_a_text() {
        let who = ["Aurelia Ficticia".to_owned(), "1098765432".to_owned(), "Ana".to_owned()];
        for (text, expected) in [
            ("Muy útil. Repetir, por favor.", "Muy útil. Repetir, por favor."),
            ("Firma: AURELIA FICTICIA, gracias", "Firma: […], gracias"),
            ("escríbame a aurelia@example.org o al 300 123 45 67", "escríbame a […] o al […]"),
            ("desde 192.0.2.11 no se oía", "desde […] no se oía"),
            ("cédula 1.098.765.432", "cédula […]"),
            ("de 8 a 12, salón 301-2", "de 8 a 12, salón 301-2"),
            ("Analizar más", "Analizar más"),
            ("Att. Aurélia FICTÍCIA", "Att. […]"),
            ("el 18/03/2026 a las 8:00", "el 18/03/2026 a las 8:00"),
        ] {
            assert_eq!(anonymous(text, &who), expected);
        }
    }
}
