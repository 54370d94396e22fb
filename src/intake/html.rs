//! Web pages named `.xls`: the table in them with the most rows. Enough of HTML for what information systems hand out.

use std::collections::BTreeMap;

use super::codes::Container;
use super::columns::known_names;
use super::fault::IntakeError;
use super::table::{MAX_CELLS, Row, Table, Warning};

/// Reads the largest table of a page.
pub(super) fn table(text: &str, encoding: String, warnings: Vec<Warning>) -> Result<Table, IntakeError> {
    let mut page = Page::default();
    page.read(text)?;
    let Some(at) = (0..page.tables.len()).max_by_key(|at| page.tables[*at].len()) else {
        return Err(IntakeError::NoTable);
    };
    // What stands in a table of its own above the list is its titles.
    let is_title = |row: &Row| known_names(row.cells.iter().map(String::as_str)) < 2;
    let is_titles = |table: &Vec<Row>| table.len() <= TITLES && table.iter().all(is_title);
    let mut above = page.tables.split_off(at);
    let list = above.swap_remove(0);
    let mut rows: Vec<Row> = page.tables.into_iter().filter(is_titles).flatten().collect();
    rows.truncate(TITLES);
    if list.is_empty() {
        return Err(IntakeError::NoTable);
    }
    rows.extend(list);
    Ok(Table {
        container: Container::Html,
        encoding,
        delimiter: None,
        sheet: None,
        file_name: None,
        rows,
        merges: Vec::new(),
        is_rest: false,
        warnings,
    })
}

/// Most rows of titles above a list.
const TITLES: usize = 10;

#[derive(Default)]
struct Page {
    tables: Vec<Vec<Row>>,
    row: Option<Row>,
    cell: Option<Cell>,
    cells: u64,
    /// Cells of rows above that reach into this row.
    reaching: BTreeMap<usize, Reach>,
    /// Cells of this row that reach into those below.
    begun: BTreeMap<usize, Reach>,
}

struct Cell {
    text: String,
    span: usize,
    rows: usize,
}

/// A cell that several rows share.
struct Reach {
    rows: usize,
    text: String,
}

/// Longest text that is repeated in every row that shares its cell.
const REPEATED: usize = 1000;

impl Page {
    fn read(&mut self, text: &str) -> Result<(), IntakeError> {
        let mut rest = text;
        let mut line = 1_u64;
        while !rest.is_empty() {
            let Some(open) = rest.find('<') else {
                self.text(rest);
                break;
            };
            let (before, from) = rest.split_at(open);
            self.text(before);
            line += newlines(before);
            let (tag, after) = tag(from);
            self.tag(tag, line)?;
            line += newlines(&from[..from.len() - after.len()]);
            rest = after;
            if let Some(name) = ["script", "style"].into_iter().find(|name| is(tag, name)) {
                let end = find_ignoring_case(rest, &format!("</{name}")).unwrap_or(rest.len());
                line += newlines(&rest[..end]);
                rest = &rest[end..];
            }
        }
        self.end_row()
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            unescape(text, &mut cell.text);
        }
    }

    fn tag(&mut self, tag: &str, line: u64) -> Result<(), IntakeError> {
        if is(tag, "table") {
            self.end_row()?;
            self.reaching.clear();
            self.tables.push(Vec::new());
        } else if is(tag, "tr") {
            self.end_row()?;
            self.row = Some(Row { line, cells: Vec::new() });
        } else if is(tag, "td") || is(tag, "th") {
            self.end_cell()?;
            self.cell = Some(Cell { text: String::new(), span: span(tag, "colspan"), rows: span(tag, "rowspan") });
        } else if is(tag, "/td") || is(tag, "/th") {
            self.end_cell()?;
        } else if is(tag, "/tr") || is(tag, "/table") {
            self.end_row()?;
        } else if is(tag, "br")
            && let Some(cell) = &mut self.cell
        {
            cell.text.push('\n');
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), IntakeError> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        self.reach_in()?;
        let Some(row) = &mut self.row else {
            return Ok(());
        };
        self.cells += cell.span as u64;
        if self.cells > MAX_CELLS {
            return Err(IntakeError::TooManyCells { limit: MAX_CELLS });
        }
        // White space of the page's own layout is one blank; a break is a break.
        let lines: Vec<String> = cell.text.split('\n').map(super::fold::squeeze).collect();
        let text = lines.join("\n").trim().to_owned();
        if cell.rows > 1 {
            for column in row.cells.len()..row.cells.len() + cell.span {
                let is_said = column == row.cells.len() && text.len() <= REPEATED;
                let text = if is_said { text.clone() } else { String::new() };
                self.begun.insert(column, Reach { rows: cell.rows, text });
            }
        }
        row.cells.push(text);
        row.cells.extend(std::iter::repeat_n(String::new(), cell.span - 1));
        Ok(())
    }

    /// Puts the cells of rows above into the columns that they hold.
    fn reach_in(&mut self) -> Result<(), IntakeError> {
        let Some(row) = &mut self.row else {
            return Ok(());
        };
        while let Some(reach) = self.reaching.get(&row.cells.len()) {
            self.cells += 1;
            if self.cells > MAX_CELLS {
                return Err(IntakeError::TooManyCells { limit: MAX_CELLS });
            }
            row.cells.push(reach.text.clone());
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), IntakeError> {
        self.end_cell()?;
        self.reach_in()?;
        if let Some(row) = self.row.take() {
            self.reaching.append(&mut self.begun);
            self.reaching.retain(|_, reach| {
                reach.rows -= 1;
                reach.rows > 0
            });
            if self.tables.is_empty() {
                self.tables.push(Vec::new());
            }
            if let Some(rows) = self.tables.last_mut() {
                rows.push(row);
            }
        }
        Ok(())
    }
}

fn newlines(text: &str) -> u64 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64
}

/// The inside of the tag that starts here, and what follows it. A `<` that opens no tag is text that was not escaped: passed over.
fn tag(from: &str) -> (&str, &str) {
    if let Some(comment) = from.strip_prefix("<!--") {
        return comment.find("-->").map_or(("", ""), |end| ("", &comment[end + 3..]));
    }
    match from.find('>') {
        Some(end) => (&from[1..end], &from[end + 1..]),
        None => ("", ""),
    }
}

fn is(tag: &str, name: &str) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        && !tag[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

fn span(tag: &str, name: &str) -> usize {
    let Some(at) = find_ignoring_case(tag, name) else {
        return 1;
    };
    let digits: String =
        tag[at..].chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(4).collect();
    digits.parse().unwrap_or(1).clamp(1, 200)
}

/// Line feeds of the source are blanks; entities become their letters.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain(&rest[..at], out);
        let name = rest[at + 1..].split(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).next().unwrap_or_default();
        let end = at + 1 + name.len();
        match entity(name).filter(|_| rest[end..].starts_with(';')) {
            Some(letter) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    plain(rest, out);
}

fn plain(text: &str, out: &mut String) {
    out.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("aacute", 'á'),
        ("eacute", 'é'),
        ("iacute", 'í'),
        ("oacute", 'ó'),
        ("uacute", 'ú'),
        ("ntilde", 'ñ'),
        ("uuml", 'ü'),
        ("Aacute", 'Á'),
        ("Eacute", 'É'),
        ("Iacute", 'Í'),
        ("Oacute", 'Ó'),
        ("Uacute", 'Ú'),
        ("Ntilde", 'Ñ'),
        ("Uuml", 'Ü'),
        ("atilde", 'ã'),
        ("otilde", 'õ'),
        ("ccedil", 'ç'),
        ("acirc", 'â'),
        ("ecirc", 'ê'),
        ("ocirc", 'ô'),
        ("agrave", 'à'),
        ("Atilde", 'Ã'),
        ("Otilde", 'Õ'),
        ("Ccedil", 'Ç'),
        ("Acirc", 'Â'),
        ("Ecirc", 'Ê'),
        ("Ocirc", 'Ô'),
        ("deg", '°'),
        ("ordm", 'º'),
        ("ordf", 'ª'),
        ("iquest", '¿'),
        ("iexcl", '¡'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("middot", '·'),
    ];
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}
