//! The text of a notice as part of a page for mail programs: the same words, with paragraphs and links that can be followed. What
//! stands around it is a template (`templates/page.html`). It loads nothing from anywhere, so nothing is asked before it is
//! shown and nobody is tracked.

use super::plain_text;

/// The text as HTML: empty lines part paragraphs, other line breaks stay, web addresses become links. Mail programs know few
/// rules of style, and those only beside the words.
pub fn content(text: &str) -> String {
    let text = plain_text(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for paragraph in lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()) {
        out.push_str(if out.is_empty() { "" } else { "\n" });
        out.push_str("<p style=\"margin:0 0 16px\">");
        for (at, line) in paragraph.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { "<br>\n" });
            push_line(&mut out, line);
        }
        out.push_str("</p>");
    }
    out
}

/// A line with its web addresses as links that show where they lead.
fn push_line(out: &mut String, line: &str) {
    let mut rest = line;
    while let Some((before, link, after)) = next_link(rest) {
        push_escaped(out, before);
        out.push_str("<a href=\"");
        push_escaped(out, link);
        out.push_str("\">");
        push_escaped(out, link);
        out.push_str("</a>");
        rest = after;
    }
    push_escaped(out, rest);
}

/// The first web address of a line, with what stands before and behind it. What ends a sentence does not belong to it.
fn next_link(line: &str) -> Option<(&str, &str, &str)> {
    let start = ["https://", "http://"].iter().filter_map(|scheme| line.find(scheme)).min()?;
    let (before, rest) = line.split_at(start);
    let end = rest.find(|c: char| c.is_whitespace() || "<>\"«»“”".contains(c)).unwrap_or(rest.len());
    let link = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
    Some((before, link, &rest[link.len()..]))
}

/// Adds a text as a page shows it.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}
