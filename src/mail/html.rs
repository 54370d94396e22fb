//! The text of a notice as a page for mail programs: the same words, with paragraphs, links that can be followed, and room
//! to breathe on a telephone. It loads nothing from anywhere, so nothing is asked before it is shown and nobody is tracked.

use super::language::Language;
use super::plain_text;

/// What stands around the text. Mail programs know few rules of style, and those only beside the words.
const BEGIN: &str = concat!(
    "<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"color-scheme\" content=\"light dark\">\n",
);
const BODY: &str = concat!(
    "<body style=\"margin:0;padding:16px\">\n",
    "<div style=\"max-width:640px;margin:0 auto;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5\">\n",
);

/// A page of this text: empty lines part paragraphs, other line breaks stay, web addresses become links.
pub fn page(language: Language, title: &str, text: &str) -> String {
    let mut out = format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n{BEGIN}", language.code());
    out.push_str("<title>");
    push_escaped(&mut out, &super::single_line(title));
    out.push_str("</title>\n</head>\n");
    out.push_str(BODY);
    let text = plain_text(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    for paragraph in lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()) {
        out.push_str("<p style=\"margin:0 0 16px\">");
        for (at, line) in paragraph.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { "<br>\n" });
            push_line(&mut out, line);
        }
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n</body>\n</html>\n");
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

fn push_escaped(out: &mut String, text: &str) {
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
