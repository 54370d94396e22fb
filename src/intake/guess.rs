//! Which column could be what, when no row names the columns in words that are known: a proposal for the person to correct, made from
//! what the cells look like. Never used to read a file.

use super::field::Field;
use super::fold::squeeze;

/// What could be said by hand about a file without a usable header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Line of the row that looks like a header.
    pub header_line: u64,
    /// Is it the first row that holds anything?
    pub is_first: bool,
    /// (field, header text), the name first.
    pub map: Vec<(Field, String)>,
}

/// Proposes a meaning for the columns of the first rows of a file; none where there is nothing to propose.
#[must_use]
pub fn guess(rows: &[(u64, Vec<String>)]) -> Option<Guess> {
    // Where no row is one of headings, a proposal would make a heading of somebody.
    let at = rows.iter().position(|(_, cells)| is_header(cells))?;
    let (header_line, header) = &rows[at];
    let mut map: Vec<(Field, String)> = Vec::new();
    for (column, text) in header.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let cells: Vec<&str> = rows[at + 1..]
            .iter()
            .filter_map(|(_, cells)| cells.get(column).map(|cell| cell.trim()))
            .filter(|cell| !cell.is_empty())
            .collect();
        let field = Field::of(text).or_else(|| looks_like(&cells));
        if let Some(field) = field.filter(|field| !map.iter().any(|(known, _)| known == field)) {
            map.push((field, squeeze(text)));
        }
    }
    if !map.iter().any(|(field, _)| field.names_person()) {
        let taken = |text: &str| map.iter().any(|(_, known)| *known == squeeze(text));
        let first = header.iter().find(|text| !text.trim().is_empty() && !taken(text))?;
        map.push((Field::Name, squeeze(first)));
    }
    map.sort_by_key(|(field, _)| *field);
    Some(Guess { header_line: *header_line, is_first: at == 0, map })
}

/// Several cells, all different, none of them a number or an address.
fn is_header(cells: &[String]) -> bool {
    let texts: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let is_title = |text: &&str| text.chars().any(char::is_alphabetic) && !text.contains('@');
    texts.len() >= 2
        && texts.iter().all(is_title)
        && texts.iter().enumerate().all(|(at, text)| !texts[..at].contains(text))
}

fn looks_like(cells: &[&str]) -> Option<Field> {
    if cells.is_empty() {
        return None;
    }
    let all = |fits: fn(&str) -> bool| cells.iter().all(|cell| fits(cell));
    let digits = |cell: &str| cell.chars().filter(char::is_ascii_digit).count();
    if all(|cell| cell.contains('@')) {
        return Some(Field::Email);
    }
    if cells.iter().all(|cell| (6..=11).contains(&digits(cell)) && !cell.contains([':', '/'])) {
        return Some(Field::Doc);
    }
    all(|cell| cell.split_whitespace().count() >= 2 && cell.chars().all(|c| c.is_alphabetic() || " .,'-".contains(c)))
        .then_some(Field::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_made_from_what_the_cells_look_like() {
        let row = |line: u64, cells: &[&str]| (line, cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        for (rows, expected) in [
            (
                vec![row(1, &["quién", "seña", "clave"]), row(2, &["Ana Ñáñez", "ana@x.co", "1.098.765"])],
                "1 name=quién doc=clave email=seña",
            ),
            (
                vec![row(1, &["LISTA 2026"]), row(3, &["quién", "clave"]), row(4, &["Ana Ñáñez", "1098765432"])],
                "3 name=quién doc=clave",
            ),
            (vec![row(1, &["talla", "peso"]), row(2, &["1", "2"])], "1 name=talla"),
            (vec![row(1, &["1", "2"])], ""),
            (vec![row(1, &["1", "Ana Pérez", "1001001"]), row(2, &["2", "Luis Núñez", "1001002"])], ""),
            (vec![], ""),
        ] {
            let said = guess(&rows).map_or(String::new(), |guess| {
                let map: Vec<String> = guess.map.iter().map(|(field, text)| format!("{field}={text}")).collect();
                format!("{} {}", guess.header_line, map.join(" "))
            });
            assert_eq!(said, expected);
        }
    }
}
