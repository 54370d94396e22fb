//! Minutes, reports and letters as people write them, in plain Markdown: headings, paragraphs, quotes, tables, lists of one level and
//! the lists within them, **strong** and *stressed* words, `code` and what stands between fences. Whatever else is there is printed as it
//! was typed.

use serde::Serialize;
use std::iter::Peekable;
use std::str::Lines;

/// A piece of text with one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emph: bool,
    pub code: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Heading {
        spans: Vec<Span>,
    },
    Paragraph {
        spans: Vec<Span>,
    },
    Bullets {
        items: Vec<Vec<Span>>,
        inner: Vec<Inner>,
    },
    Numbers {
        items: Vec<Vec<Span>>,
        inner: Vec<Inner>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Table {
        heads: Vec<Vec<Span>>,
        aligns: Vec<Align>,
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// Between fences: its lines as they are.
    Verbatim {
        text: String,
    },
}

/// Where the cells of a column stand: `:--`, `:-:`, `--:`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// The list within an item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inner {
    /// The item, from 0.
    pub under: usize,
    pub numbered: bool,
    pub items: Vec<Vec<Span>>,
}

/// What a line begins.
enum Line<'a> {
    Empty,
    Heading(&'a str),
    Quote(&'a str),
    Bullet(&'a str),
    Number(&'a str),
    Text(&'a str),
}

/// What has been read, its text still with its marks.
enum Piece {
    Gap,
    Heading(String),
    Paragraph(String),
    /// Of a list: numbered, and within the item before.
    Item {
        numbered: bool,
        inner: bool,
        text: String,
    },
    Quote(String),
    Table(Vec<Align>, Vec<Vec<String>>),
    Verbatim(String),
}

/// So much further in than the list it is in begins an item of a list within it.
const STEP: usize = 2;

/// Reads a text into blocks.
pub fn prose(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Gap => {}
            Piece::Heading(text) => blocks.push(Block::Heading { spans: spans(&text) }),
            Piece::Paragraph(text) => blocks.push(Block::Paragraph { spans: spans(&text) }),
            // A quote within a quote is one.
            Piece::Quote(text) => blocks.push(Block::Quote { blocks: prose(&text) }),
            Piece::Table(aligns, rows) => blocks.push(table(aligns, &rows)),
            Piece::Verbatim(text) => blocks.push(Block::Verbatim { text }),
            Piece::Item { numbered, inner, text } => item(&mut blocks, numbered, inner, spans(&text)),
        }
    }
    blocks
}

fn item(blocks: &mut Vec<Block>, is_numbered: bool, is_inner: bool, spans: Vec<Span>) {
    match blocks.last_mut() {
        Some(Block::Bullets { items, inner } | Block::Numbers { items, inner }) if is_inner => {
            let under = items.len() - 1;
            match inner.last_mut().filter(|last| last.under == under && last.numbered == is_numbered) {
                Some(last) => last.items.push(spans),
                None => inner.push(Inner { under, numbered: is_numbered, items: vec![spans] }),
            }
        }
        Some(Block::Bullets { items, .. }) if !is_numbered => items.push(spans),
        Some(Block::Numbers { items, .. }) if is_numbered => items.push(spans),
        _ if is_numbered => blocks.push(Block::Numbers { items: vec![spans], inner: Vec::new() }),
        _ => blocks.push(Block::Bullets { items: vec![spans], inner: Vec::new() }),
    }
}

/// As many cells in each row as the longest has: nothing that was written is left out.
fn table(mut aligns: Vec<Align>, rows: &[Vec<String>]) -> Block {
    let breadth = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = |row: &Vec<String>| (0..breadth).map(|at| row.get(at).map_or(Vec::new(), |cell| spans(cell))).collect();
    aligns.resize(breadth, Align::Left);
    let mut rows = rows.iter().map(cells);
    Block::Table { heads: rows.next().unwrap_or_default(), aligns, rows: rows.collect() }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut lines = text.lines().peekable();
    // Where the items of the open list begin.
    let mut margin = None;
    while let Some(line) = lines.next() {
        let whole = fenced(line, &mut lines).map(Piece::Verbatim);
        if let Some(whole) = whole.or_else(|| rows(line, &mut lines)) {
            pieces.push(whole);
            margin = None;
            continue;
        }
        let mut item = |numbered, text: &str| {
            let edge = *margin.get_or_insert(indent(line));
            let inner = indent(line) >= edge + STEP;
            if !inner {
                margin = Some(indent(line));
            }
            Piece::Item { numbered, inner, text: text.to_owned() }
        };
        let piece = match classify(line) {
            Line::Empty => Piece::Gap,
            Line::Heading(rest) => Piece::Heading(rest.to_owned()),
            Line::Bullet(rest) => item(false, rest),
            Line::Number(rest) => item(true, rest),
            Line::Quote(rest) => match pieces.last_mut() {
                Some(Piece::Quote(before)) => {
                    before.push('\n');
                    before.push_str(rest);
                    continue;
                }
                _ => Piece::Quote(rest.to_owned()),
            },
            // `**Lugar:** …` under `**Fecha:** …` is a line of its own.
            Line::Text(rest) if is_labelled(rest) => Piece::Paragraph(rest.to_owned()),
            // A line goes on with what the one before began.
            Line::Text(rest) => match pieces.last_mut() {
                Some(Piece::Paragraph(before) | Piece::Item { text: before, .. } | Piece::Quote(before)) => {
                    before.push(' ');
                    before.push_str(rest);
                    continue;
                }
                _ => Piece::Paragraph(rest.to_owned()),
            },
        };
        if !matches!(piece, Piece::Gap | Piece::Item { .. }) {
            margin = None;
        }
        pieces.push(piece);
    }
    pieces
}

fn indent(line: &str) -> usize {
    line.chars().map_while(|c| if c == '\t' { Some(4) } else { (c == ' ').then_some(1) }).sum()
}

/// The lines between this fence and the next; none where the line is no fence, or there is no other. What names the language of the
/// code stands before it.
fn fenced<'a>(line: &'a str, lines: &mut Peekable<Lines<'a>>) -> Option<String> {
    const FENCE: &str = "```";
    let named = line.trim().strip_prefix(FENCE)?.trim_start_matches('`').trim();
    let is_end = |line: &str| line.trim().strip_prefix(FENCE).is_some_and(|rest| rest.bytes().all(|c| c == b'`'));
    if named.contains('`') || !lines.clone().any(is_end) {
        return None;
    }
    let inside = lines.by_ref().take_while(|line| !is_end(line));
    let text: Vec<&str> = Some(named).filter(|named| !named.is_empty()).into_iter().chain(inside).collect();
    Some(text.join("\n"))
}

/// The rows of a table, when the line is the head of one: below it stands a line of dashes with as many cells.
fn rows(line: &str, lines: &mut Peekable<Lines<'_>>) -> Option<Piece> {
    let heads = cells(line)?;
    let below = cells(lines.peek()?)?;
    let is_rule = |cell: &String| cell.contains('-') && cell.trim_matches(':').bytes().all(|c| c == b'-');
    if below.len() != heads.len() || !below.iter().all(is_rule) {
        return None;
    }
    lines.next();
    let align = |rule: &String| match (rule.starts_with(':'), rule.ends_with(':')) {
        (true, true) => Align::Center,
        (false, true) => Align::Right,
        (_, false) => Align::Left,
    };
    let mut rows = vec![heads];
    while let Some(row) = lines.peek().and_then(|line| cells(line)) {
        rows.push(row);
        lines.next();
    }
    Some(Piece::Table(below.iter().map(align).collect(), rows))
}

/// What stands between the bars of a line; none without a bar. `\|` is a bar of the text.
fn cells(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let inside = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut bars = line.len() - inside.len();
    let mut signs = inside.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, cells.last_mut()) {
            ('\\', Some(cell)) if signs.peek() == Some(&'|') => cell.extend(signs.next()),
            ('|', _) => {
                bars += 1;
                cells.push(String::new());
            }
            (sign, Some(cell)) => cell.push(sign),
            (_, None) => {}
        }
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    (bars > 0).then(|| cells.iter().map(|cell| cell.trim().to_owned()).collect())
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
    if line.starts_with('>') {
        return Line::Quote(line.trim_start_matches(['>', ' ']));
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

/// Splits at `**`, `*` and a backtick; a mark without its fellow stays as typed.
fn spans(line: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['*', '`']) {
        let mark = match &rest[at..] {
            text if text.starts_with('`') => "`",
            text if text.starts_with("**") => "**",
            _ => "*",
        };
        let inner = &rest[at + mark.len()..];
        let is_close = |end: &usize| mark == "`" || (!inner.starts_with(' ') && !inner[..*end].ends_with(' '));
        let closed = inner.find(mark).filter(|&end| end > 0).filter(is_close);
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
    let span = Span { text: text.to_owned(), strong: mark == "**", emph: mark == "*", code: mark == "`" };
    match out.last_mut() {
        Some(last) if (last.strong, last.emph, last.code) == (span.strong, span.emph, span.code) => {
            last.text.push_str(text);
        }
        _ => out.push(span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), ..Span::default() }
    }

    #[test]
    fn marks_are_read_and_lonely_ones_are_printed() {
        let strong = |text: &str| Span { strong: true, ..plain(text) };
        let emph = |text: &str| Span { emph: true, ..plain(text) };
        let code = |text: &str| Span { code: true, ..plain(text) };
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
            ("la ficha `INS_345*` y *otra*", vec![plain("la ficha "), code("INS_345*"), plain(" y "), emph("otra")]),
            ("un ` solo", vec![plain("un ` solo")]),
        ] {
            assert_eq!(spans(line), expected, "{line:?}");
        }
    }

    /// What was read, in few signs.
    fn sketch(blocks: &[Block]) -> Vec<String> {
        let said = |spans: &Vec<Span>| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let all = |items: &[Vec<Span>]| items.iter().map(said).collect::<Vec<_>>().join("|");
        let list = |items: &[Vec<Span>], inner: &[Inner]| {
            let within = inner
                .iter()
                .map(|one| format!(" ({}{}:{})", one.under, if one.numbered { "#" } else { "" }, all(&one.items)));
            format!("{}{}", all(items), within.collect::<String>())
        };
        let one = |block: &Block| match block {
            Block::Heading { spans } => format!("h:{}", said(spans)),
            Block::Paragraph { spans } => format!("p:{}", said(spans)),
            Block::Bullets { items, inner } => format!("-:{}", list(items, inner)),
            Block::Numbers { items, inner } => format!("1:{}", list(items, inner)),
            Block::Quote { blocks } => format!(">:{}", sketch(blocks).join("/")),
            Block::Table { heads, rows, .. } => {
                format!("t:{}", [vec![all(heads)], rows.iter().map(|row| all(row)).collect()].concat().join("/"))
            }
            Block::Verbatim { text } => format!("v:{}", text.replace('\n', "/")),
        };
        blocks.iter().map(one).collect()
    }

    #[test]
    fn headings_paragraphs_lists_quotes_and_tables_are_told_apart() {
        for (text, expected) in [
            (
                "# Apertura\nBuenos días\na todos.\n**Lugar:** x\n**Hora**: y\n\nSegundo.",
                vec!["h:Apertura", "p:Buenos días a todos.", "p:Lugar: x", "p:Hora: y", "p:Segundo."],
            ),
            ("- uno\n  sigue\n- dos\n\n1. a\n2) b\n#no", vec!["-:uno sigue|dos", "1:a|b #no"]),
            ("- uno\n  - a\n  - b\n- dos\n    1. c\n      - d", vec!["-:uno|dos (0:a|b) (1#:c) (1:d)"]),
            ("  - uno\n  - dos\n\n   - tres", vec!["-:uno|dos|tres"]),
            ("> Se cita\n> lo dicho.\n>\n> - y más\n>> otro\nTexto", vec![">:p:Se cita lo dicho./-:y más otro Texto"]),
            ("> a\n\nb", vec![">:p:a", "p:b"]),
            (
                "Casos:\n| Municipio | Casos |\n|---|---:|\n| Girón | 12 |\n| Lebrija |\n| a \\| b | 1 | 2 |\nFin",
                vec!["p:Casos:", "t:Municipio|Casos|/Girón|12|/Lebrija||/a | b|1|2", "p:Fin"],
            ),
            ("a | b\n--- | ---\nc | d", vec!["t:a|b/c|d"]),
            ("| sin regla |\n| es texto |", vec!["p:| sin regla | | es texto |"]),
            ("Título\n---", vec!["p:Título ---"]),
            ("Así:\n```\n# uno\n  *dos*\n```\nFin", vec!["p:Así:", "v:# uno/  *dos*", "p:Fin"]),
            ("```\nsin cierre", vec!["p:``` sin cierre"]),
        ] {
            assert_eq!(sketch(&prose(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn the_cells_of_a_column_stand_where_its_rule_says() {
        let read = prose("| Municipio | Casos | Sí |\n|:--|--:|:-:|\n| Girón | 12 | x |");
        assert!(
            matches!(&read[0], Block::Table { aligns, .. } if aligns[..] == [Align::Left, Align::Right, Align::Center])
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_lost(text in "[a-c *#.0-1\\-\n|>`\\\\]{0,80}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
            fn printed(blocks: &[Block]) -> String {
                let said = |items: &[Vec<Span>]| items.concat().into_iter().map(|span| span.text).collect::<String>();
                let list = |items: &[Vec<Span>], inner: &[Inner]| {
                    let within = |at: usize| inner.iter().filter(move |one| one.under == at).map(|one| said(&one.items));
                    items.iter().enumerate().map(|(at, item)| {
                        said(std::slice::from_ref(item)) + &within(at).collect::<String>()
                    }).collect::<String>()
                };
                blocks.iter().map(|block| match block {
                    Block::Heading { spans } | Block::Paragraph { spans } => said(std::slice::from_ref(spans)),
                    Block::Bullets { items, inner } | Block::Numbers { items, inner } => list(items, inner),
                    Block::Quote { blocks } => printed(blocks),
                    Block::Verbatim { text } => text.clone(),
                    Block::Table { heads, rows, .. } => said(heads) + &rows.iter().map(|row| said(row)).collect::<String>(),
                }).collect()
            }
            proptest::prop_assert_eq!(letters(&printed(&prose(&text))), letters(&text));
        }
    }
}
