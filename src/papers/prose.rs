//! Minutes and reports as people write them, in plain Markdown: headings, paragraphs, lists, **strong** and *stressed*
//! words. Whatever else is there is printed as it was typed.

use serde::Serialize;

/// A piece of text with one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emph: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Heading { spans: Vec<Span> },
    Paragraph { spans: Vec<Span> },
    Bullets { items: Vec<Vec<Span>> },
    Numbers { items: Vec<Vec<Span>> },
}

/// What a line begins.
enum Line<'a> {
    Empty,
    Heading(&'a str),
    Bullet(&'a str),
    Number(&'a str),
    Text(&'a str),
}

/// Reads a text into blocks.
pub fn prose(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<(char, String)> = Vec::new();
    for line in text.lines() {
        match classify(line) {
            Line::Empty => lines.push((' ', String::new())),
            Line::Heading(rest) => lines.push(('#', rest.to_owned())),
            Line::Bullet(rest) => lines.push(('-', rest.to_owned())),
            Line::Number(rest) => lines.push(('1', rest.to_owned())),
            // `**Lugar:** …` under `**Fecha:** …` is a line of its own.
            Line::Text(rest) if is_labelled(rest) => lines.push(('p', rest.to_owned())),
            // A line goes on with what the one before began.
            Line::Text(rest) => match lines.last_mut() {
                Some(('p' | '-' | '1', before)) => {
                    before.push(' ');
                    before.push_str(rest);
                }
                _ => lines.push(('p', rest.to_owned())),
            },
        }
    }
    for (kind, line) in lines {
        let spans = spans(&line);
        match (kind, blocks.last_mut()) {
            ('-', Some(Block::Bullets { items })) | ('1', Some(Block::Numbers { items })) => items.push(spans),
            ('-', _) => blocks.push(Block::Bullets { items: vec![spans] }),
            ('1', _) => blocks.push(Block::Numbers { items: vec![spans] }),
            ('#', _) => blocks.push(Block::Heading { spans }),
            ('p', _) => blocks.push(Block::Paragraph { spans }),
            _ => {}
        }
    }
    blocks
}

fn classify(line: &str) -> Line<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Line::Empty;
    }
    let rest = line.trim_start_matches('#');
    if rest.len() < line.len() && line.len() - rest.len() <= 6 && rest.starts_with(' ') {
        return Line::Heading(rest.trim());
    }
    if let Some(rest) = ["- ", "* ", "+ ", "• "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Line::Bullet(rest.trim());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) = line[digits..].strip_prefix(['.', ')'])
        && rest.starts_with(' ')
    {
        return Line::Number(rest.trim());
    }
    Line::Text(line)
}

/// Does it begin with a strong word and a colon?
fn is_labelled(line: &str) -> bool {
    let label = line.strip_prefix("**").and_then(|rest| rest.split_once("**"));
    label.is_some_and(|(label, rest)| !label.is_empty() && (label.ends_with(':') || rest.starts_with(':')))
}

/// Splits at `**` and `*`; a mark without its fellow stays as typed.
fn spans(line: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('*') {
        let mark = if rest[at..].starts_with("**") { "**" } else { "*" };
        let inner = &rest[at + mark.len()..];
        let closed = inner.find(mark).filter(|&end| end > 0 && !inner.starts_with(' ') && !inner[..end].ends_with(' '));
        let Some(end) = closed else {
            push(&mut out, &rest[..at + mark.len()], "");
            rest = inner;
            continue;
        };
        push(&mut out, &rest[..at], "");
        push(&mut out, &inner[..end], mark);
        rest = &inner[end + mark.len()..];
    }
    push(&mut out, rest, "");
    out
}

fn push(out: &mut Vec<Span>, text: &str, mark: &str) {
    if text.is_empty() {
        return;
    }
    let (strong, emph) = (mark == "**", mark == "*");
    match out.last_mut() {
        Some(last) if last.strong == strong && last.emph == emph => last.text.push_str(text),
        _ => out.push(Span { text: text.to_owned(), strong, emph }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), strong: false, emph: false }
    }

    #[test]
    fn marks_are_read_and_lonely_ones_are_printed() {
        let strong = |text: &str| Span { strong: true, ..plain(text) };
        let emph = |text: &str| Span { emph: true, ..plain(text) };
        for (line, expected) in [
            ("sin marcas", vec![plain("sin marcas")]),
            (
                "se **aprueba** el *plan*.",
                vec![plain("se "), strong("aprueba"), plain(" el "), emph("plan"), plain(".")],
            ),
            ("2 * 3 = 6", vec![plain("2 * 3 = 6")]),
            ("nota*", vec![plain("nota*")]),
            ("**", vec![plain("**")]),
            ("****", vec![plain("****")]),
        ] {
            assert_eq!(spans(line), expected, "{line:?}");
        }
    }

    #[test]
    fn headings_paragraphs_and_lists_are_told_apart() {
        let text = "# Apertura\nBuenos días\na todos.\n**Lugar:** x\n**Hora**: y\n\nSegundo.\n\n- uno\n  sigue\n- dos\n\n1. a\n2) b\n#no";
        let kinds: Vec<String> = prose(text)
            .iter()
            .map(|block| match block {
                Block::Heading { spans } => format!("h:{}", spans[0].text),
                Block::Paragraph { spans } => format!("p:{}", spans[0].text),
                Block::Bullets { items } => format!("-{}:{}", items.len(), items[0][0].text),
                Block::Numbers { items } => format!("1{}:{}", items.len(), items[1][0].text),
            })
            .collect();
        assert_eq!(
            kinds,
            ["h:Apertura", "p:Buenos días a todos.", "p:Lugar:", "p:Hora", "p:Segundo.", "-2:uno sigue", "12:b #no"]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_lost(text in "[a-z *#.0-9\\-\n]{0,80}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
            let printed: String = prose(&text).iter().flat_map(|block| match block {
                Block::Heading { spans } | Block::Paragraph { spans } => spans.clone(),
                Block::Bullets { items } | Block::Numbers { items } => items.concat(),
            }).map(|span| span.text).collect();
            proptest::prop_assert_eq!(letters(&printed), letters(&text));
        }
    }
}
