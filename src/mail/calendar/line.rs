//! One line of a calendar: quoting, escaping and folding as RFC 5545 §3.1 and RFC 6868 ask.

use crate::mail::{plain_text, single_line};

/// Octets a line may have before its line break (RFC 5545 §3.1).
const LINE_OCTETS: usize = 75;

/// The lines of a calendar, written one property at a time.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Writes `name:value`, folded. `name` carries the parameters; both are already escaped.
    pub fn raw(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{value}"), &mut self.0);
    }

    /// Writes a property whose value is text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escape(value));
    }

    pub fn finish(self) -> String {
        self.0
    }
}

/// Escapes a TEXT value (RFC 5545 §3.3.11); line breaks of any kind become `\n`.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in plain_text(text).chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A parameter value, always in quotes; the quote itself and the caret as RFC 6868 writes them.
pub(super) fn quoted(text: &str) -> String {
    let safe = single_line(text).replace('^', "^^").replace('"', "^'");
    format!("\"{safe}\"")
}

/// Appends `line` with its line break, continued after 75 octets, never inside a character.
fn fold(line: &str, out: &mut String) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE_OCTETS {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}
