//! What the typesetter says of a template, in the reader's words: the commonest of its messages; others as they are.

use crate::locale::Phrase;
use crate::phrase;

/// Beginnings of messages, and the end of the key of the sentence that says the same. What follows the beginning is its subject.
const KNOWN: [(&str, &str); 17] = [
    ("unclosed delimiter", "unclosed"),
    ("unexpected closing", "unopened"),
    ("unclosed string", "string"),
    ("unclosed raw text", "string"),
    ("unknown variable: ", "variable"),
    ("dictionary does not contain key ", "key"),
    ("unknown font family: ", "font"),
    ("file not found", "no-file"),
    ("unexpected argument", "argument"),
    ("expected expression", "expression"),
    ("expected comma", "comma"),
    ("cannot divide by zero", "zero"),
    ("condition is always true", "endless"),
    ("loop seems to be infinite", "endless"),
    ("maximum function call depth exceeded", "endless"),
    ("failed to parse SVG", "picture"),
    ("failed to decode image", "picture"),
];

/// A fault of the template that the reader knows as `file`.
pub fn said(file: &str, message: &str) -> Phrase {
    for (beginning, key) in KNOWN {
        if let Some(subject) = message.strip_prefix(beginning) {
            let subject = subject.split(" (").next().unwrap_or_default().trim_start_matches(": ");
            let subject = subject.split(" and ").next().unwrap_or_default().trim().trim_matches('"');
            return phrase!(format!("desk-typst-{key}"), file = file, subject = subject);
        }
    }
    phrase!("desk-paper-fault", file = file, message = message)
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::locale::{Arg, Words};
    use crate::mail::language::Language;

    #[test]
    fn a_message_is_said_in_the_reader_s_words_with_its_subject() {
        for (message, expected) in [
            ("unclosed delimiter", "acta.typ tiene un error: falta cerrar un paréntesis, un corchete o una llave"),
            ("unknown variable: fecha", "no existe la variable «fecha»"),
            ("dictionary does not contain key \"nada\"", "no existe el dato «nada»"),
            ("dictionary does not contain key \"nada\" and no default value was specified", "el dato «nada»"),
            ("unknown font family: comic sans", "«comic sans»"),
            ("cannot divide by zero", "acta.typ tiene un error: divide entre cero"),
            ("failed to parse SVG (unknown token at 1:1)", "acta.typ no es una imagen que se pueda imprimir"),
            ("something new", "acta.typ tiene un error: something new"),
        ] {
            let sentence = Words::new(Language::Es).say(&said("acta.typ", message));
            assert!(sentence.contains(expected), "{sentence}");
        }
        assert!(matches!(&said("a", "x").args[0].1, Arg::Text(file) if file == "a"));
    }
}
