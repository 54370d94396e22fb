//! How wide the columns of a sheet are, and how high its rows: all text is seen, and a page printed one sheet wide can be read.

use super::{Cell, Table};

/// Widths of columns, in characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 48;
/// What all columns together may take: more would print smaller than three fifths.
const TOGETHER: usize = 215;
/// What a text keeps when its column gives way to others.
const LEAST: usize = 12;
/// What the buttons of the filter take of a title.
const BUTTON: usize = 3;
/// Height of a line, in points.
const LINE: f64 = 15.0;
/// The highest row there can be.
const HIGHEST: f64 = 409.0;

/// The width of each column: of its widest cell, within reason; where that is too much for a page, the widest texts give way.
pub(super) fn widths(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..table.columns.len()).map(|at| wanted(table, at)).collect();
    let least: Vec<usize> = (0..table.columns.len()).map(|at| least(table, at)).collect();
    while widths.iter().sum::<usize>() > TOGETHER {
        let room = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
        let Some((widest, _)) = room.max_by_key(|(width, _)| **width) else { break };
        *widest -= 1;
    }
    widths
}

fn wanted(table: &Table, at: usize) -> usize {
    let length = |row: &Vec<Cell>| match row.get(at) {
        Some(Cell::Text(text)) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        other => fixed(other),
    };
    let title = table.columns.get(at).map_or(0, |title| title.chars().count().min(18) + BUTTON);
    table.rows.iter().map(length).chain([title]).max().unwrap_or(0).clamp(NARROWEST, WIDEST) + 1
}

/// What a column needs that cannot be broken: figures, days, and the longest word of its title.
fn least(table: &Table, at: usize) -> usize {
    let word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let length = |row: &Vec<Cell>| match row.get(at) {
        Some(Cell::Text(text)) => word(text).min(LEAST),
        other => fixed(other),
    };
    let title = table.columns.get(at).map_or(0, |title| word(title) + BUTTON);
    table.rows.iter().map(length).chain([title]).max().unwrap_or(0).max(NARROWEST) + 1
}

fn fixed(cell: Option<&Cell>) -> usize {
    match cell {
        Some(Cell::Whole(number)) => number.to_string().len(),
        Some(Cell::Money(amount)) => format!("{amount:.2}").len() + 4,
        Some(Cell::Share(_)) => 5,
        Some(Cell::Day(_)) => 11,
        Some(Cell::Moment(_)) => 17,
        Some(Cell::Empty | Cell::Text(_)) | None => 0,
    }
}

/// The height of the row of titles, where one line is too little.
pub(super) fn head_height(table: &Table, widths: &[usize]) -> Option<f64> {
    let texts = table.columns.iter().map(String::as_str).zip(widths.iter().map(|width| width.saturating_sub(BUTTON)));
    height(texts)
}

/// The height of a row whose texts take more than a line. It is said because not every program finds it out.
pub(super) fn row_height(cells: &[Cell], widths: &[usize]) -> Option<f64> {
    let texts = cells.iter().zip(widths).filter_map(|(cell, width)| match cell {
        Cell::Text(text) => Some((text.as_str(), *width)),
        _ => None,
    });
    height(texts)
}

fn height<'t>(texts: impl Iterator<Item = (&'t str, usize)>) -> Option<f64> {
    let lines = texts.map(|(text, width)| lines(text, width.saturating_sub(1).max(1))).max().unwrap_or(1);
    (lines > 1).then(|| (lines as f64 * LINE).min(HIGHEST))
}

/// Lines that a text takes in a column, broken between words; longer words are broken too.
fn lines(text: &str, width: usize) -> usize {
    let of_one = |line: &str| {
        let (mut lines, mut filled) = (1, 0);
        for word in line.split_whitespace().map(|word| word.chars().count()) {
            let needed = if filled == 0 { word } else { filled + 1 + word };
            if needed <= width {
                filled = needed;
                continue;
            }
            lines += usize::from(filled > 0) + word.saturating_sub(1) / width;
            filled = word.saturating_sub(1) % width + 1;
        }
        lines
    };
    text.lines().map(of_one).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_fill() {
        for (text, width, expected) in [
            ("", 10, 1),
            ("uno dos", 10, 1),
            ("uno dos tres", 10, 2),
            ("uno\ndos\n\ntres", 10, 4),
            ("abcdefghijkl", 5, 3),
            ("uno abcdefghijkl", 5, 4),
            ("abcde fghij", 5, 2),
        ] {
            assert_eq!(lines(text, width), expected, "{text:?}");
        }
    }

    #[test]
    fn wide_columns_give_way_until_the_page_can_be_read() {
        let text = "palabras que se repiten ".repeat(10);
        let row = |n: usize| vec![Cell::Text(text.clone()); n];
        let table = |n: usize| Table { columns: vec!["Nombre".to_owned(); n], rows: vec![row(n)], ..Table::default() };
        assert_eq!(widths(&table(4)), [WIDEST + 1; 4]);
        let ten = widths(&table(10));
        assert_eq!(ten.iter().sum::<usize>(), TOGETHER);
        assert!(ten.iter().all(|width| (21..=22).contains(width)), "{ten:?}");
        // More columns than can be read at all keep what a word needs.
        assert!(widths(&table(40)).iter().all(|width| *width == 10));
        assert_eq!(row_height(&row(1), &[WIDEST + 1]), Some(5.0 * LINE));
        assert_eq!(row_height(&[Cell::Whole(7), Cell::Text("uno".to_owned())], &[10, 10]), None);
    }
}
