//! One property of a calendar, read leniently: `NAME;PARAMETER=VALUE;…:VALUE` (RFC 5545 §3.1).

use std::mem;

/// A content line, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// In capitals.
    pub name: String,
    /// Names in capitals, values without quotes.
    parameters: Vec<(String, String)>,
    /// As written: text is still escaped.
    pub value: String,
}

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text (RFC 5545 §3.3.11).
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(escaped) => out.push(escaped),
                    None => out.push('\\'),
                },
                c => out.push(c),
            }
        }
        out
    }

    /// Lines that are no property are left out: a calendar that came through many hands may have some.
    fn parse(line: &str) -> Option<Property> {
        let mut pieces = Vec::new();
        let mut piece = String::new();
        let mut in_quotes = false;
        let mut value = None;
        for (at, c) in line.char_indices() {
            match c {
                '"' => in_quotes = !in_quotes,
                ';' if !in_quotes => pieces.push(mem::take(&mut piece)),
                ':' if !in_quotes => {
                    value = Some(line[at + 1..].to_owned());
                    break;
                }
                c => piece.push(c),
            }
        }
        pieces.push(piece);
        let mut pieces = pieces.into_iter();
        let name = pieces.next()?.trim().to_ascii_uppercase();
        let parameters = pieces.filter_map(|piece| {
            let (name, value) = piece.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), uncaret(value.trim())))
        });
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Some(Property { parameters: parameters.collect(), value: value?, name }).filter(|_| is_name)
    }
}

/// What RFC 6868 writes with a caret.
fn uncaret(value: &str) -> String {
    value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^")
}

/// The properties of a calendar, in order; lines folded by whatever blank and ended by whatever break are put together.
pub fn properties(text: &str) -> Vec<Property> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines.iter().filter_map(|line| Property::parse(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_taken_apart_whatever_its_quotes_and_folds() {
        let text = "\u{feff}BEGIN:VEVENT\nattendee;CN=\"Núñez, José; ^'Pepe^'\";Partstat=ACC\r\n EPTED:MAIL\n\tTO:a@x.example\r\n\r\n\
                    COMMENT:uno\\, dos\\ntres\\\\\nsin dos puntos\n:sin nombre\nX Y:z\nURL:https://x.example/?a;b:c";
        let read = properties(text);
        let names: Vec<&str> = read.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["BEGIN", "ATTENDEE", "COMMENT", "URL"]);
        assert_eq!(read[1].parameter("CN"), Some("Núñez, José; \"Pepe\""));
        assert_eq!(read[1].parameter("PARTSTAT"), Some("ACCEPTED"));
        assert_eq!(read[1].value, "MAILTO:a@x.example");
        assert_eq!(read[2].text(), "uno, dos\ntres\\");
        assert_eq!(read[3].value, "https://x.example/?a;b:c");
    }
}
