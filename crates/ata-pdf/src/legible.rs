//! Data made fit to print: what people type holds emoji, control characters and decomposed accents, and PDF/A refuses a
//! paper with a character that no embedded font can draw.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Stands for a character that cannot be drawn (the fonts have no U+FFFD).
const UNKNOWN: char = '□';

/// Composes accents, drops what is invisible and replaces what cannot be drawn.
pub fn legible(value: &Value, covers: &dyn Fn(char) -> bool) -> Value {
    match value {
        Value::String(text) => Value::String(text_of(text, covers)),
        Value::Array(items) => Value::Array(items.iter().map(|item| legible(item, covers)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, field)| (key.clone(), legible(field, covers))).collect())
        }
        other => other.clone(),
    }
}

fn text_of(text: &str, covers: &dyn Fn(char) -> bool) -> String {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").nfc() {
        match c {
            '\n' => out.push('\n'),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            // Direction marks, joiners and variation selectors draw nothing and would only reorder the line.
            c if c.is_control() || invisible(c) => {}
            c if covers(c) => out.push(c),
            _ if out.ends_with(UNKNOWN) => {}
            _ => out.push(UNKNOWN),
        }
    }
    out
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_replaced_and_what_is_invisible_is_dropped() {
        let latin = |c: char| c.is_ascii() || ('\u{a0}'..='\u{17f}').contains(&c);
        for (given, expected) in [
            ("Ana Ñáñez", "Ana Ñáñez"),
            ("An\u{303}ez", "Añez"),
            ("Reunión 🎉🎉 final", "Reunión □ final"),
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("\u{feff}x\u{200b}y\u{202e}z\u{0}", "xyz"),
            ("uno\tdos", "uno dos"),
        ] {
            let data = serde_json::json!({ "a": [given] });
            assert_eq!(legible(&data, &latin), serde_json::json!({ "a": [expected] }), "{given:?}");
        }
    }
}
