//! The day that the titles above a list say it is of.

use chrono::NaiveDate;

use super::super::attendance::Draft;
use super::super::codes::DateFrom;
use super::super::fault::IntakeError;
use super::super::fold::fold;
use super::super::options::{Ambiguity, Options};
use super::super::order::{Clues, decide};
use super::super::stamp::{Day, Stamp, date_in_name};
use super::super::table::{Row, Table};

/// *Fecha de aprobación*, *de elaboración*, *vigencia*: of the form that was printed, not of the session.
fn is_of_the_form(label: &str) -> bool {
    const OF_THE_FORM: [&str; 18] = [
        "aprobacion",
        "aprovacao",
        "elaboracion",
        "elaboracao",
        "vigencia",
        "actualizacion",
        "atualizacao",
        "version",
        "versao",
        "emision",
        "revision",
        "creacion",
        "generacion",
        "geracao",
        "impresion",
        "impressao",
        "descarga",
        "consulta",
    ];
    label.split(' ').any(|word| OF_THE_FORM.contains(&word))
}

/// The date in the title block: the first date in or after a cell that says `FECHA`, whole or in boxes for day, month and year.
pub(in super::super) fn date_of_titles(
    table: &Table,
    header: usize,
    options: &Options,
    draft: &mut Draft,
) -> Result<(), IntakeError> {
    let mut clues = Clues::default();
    let session = options.session_date;
    for (at, row) in table.rows[..header].iter().enumerate() {
        if clues.stamps.is_empty()
            && let Some(date) = table.rows[..header].get(at + 1).and_then(|below| boxes_below(row, below))
        {
            clues.take(row.line + 1, &date);
        }
        let mut labelled = false;
        for (column, cell) in row.filled() {
            let folded = fold(cell);
            let label = folded.starts_with("fecha")
                || folded.starts_with("data")
                || folded.starts_with("date")
                || folded.starts_with("meeting date")
                || folded.starts_with("dia");
            let after = cell.split_once(':').map_or("", |(_, after)| after).trim();
            if label && is_of_the_form(&folded) {
                // What stands behind it is its date.
                labelled = false;
                continue;
            }
            if (label || labelled) && clues.stamps.is_empty() {
                let text = if label && !after.is_empty() { after } else { cell };
                if Stamp::parse(text).is_some_and(|stamp| stamp.day != Day::Missing) {
                    clues.take(row.line, text);
                } else if let Some(date) = date_in_name(text, session) {
                    // A town may stand before the day.
                    clues.take(row.line, &date.to_string());
                } else if let Some(date) = boxes_beside(row, column).filter(|_| label && after.is_empty()) {
                    clues.take(row.line, &date);
                }
            }
            labelled |= label;
        }
    }
    let lenient = Options { ambiguity: Ambiguity::Warn, ..options.clone() };
    let decision = decide(&clues, &lenient, table.file_name.as_deref())?;
    let date: Option<NaiveDate> = clues.stamps.first().and_then(|(_, stamp, _)| stamp.date(decision.order));
    draft.date = date.map(|date| (date, DateFrom::TitleBlock));
    draft.decision = Some(decision);
    Ok(())
}

/// `25 | 03 | 2026` in the cells behind a label, with or without a word for each.
fn boxes_beside(row: &Row, label: usize) -> Option<String> {
    let is_word = |cell: &str| BOXES.iter().any(|words| words.contains(&fold(cell).as_str()));
    let mut cells = row.filled().filter(|(column, cell)| *column > label && !is_word(cell)).map(|(_, cell)| cell);
    let (day, month, year) = (cells.next()?, cells.next()?, cells.next()?);
    dated(day, month, year)
}

/// The same in the cells below `DÍA | MES | AÑO`, in whichever order.
fn boxes_below(labels: &Row, below: &Row) -> Option<String> {
    let cell = |words: &[&str]| {
        let (column, _) = labels.filled().find(|(_, label)| words.contains(&fold(label).as_str()))?;
        Some(below.get(column))
    };
    let [day, month, year] = BOXES.map(cell);
    dated(day?, month?, year?)
}

/// What the boxes for day, month and year are called.
const BOXES: [&[&str]; 3] =
    [&["dia", "dd", "day"], &["mes", "mm", "month"], &["ano", "anio", "aa", "aaaa", "aa aa", "year"]];

/// A day in boxes, year first: what is in which is known.
fn dated(day: &str, month: &str, year: &str) -> Option<String> {
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = match (year.len(), year.parse::<u32>().ok()?) {
        (2, short) => 2000 + short,
        (_, year) => year,
    };
    let text = match is_number(month) {
        true => format!("{year}-{month:0>2}-{day:0>2}"),
        false => format!("{day} {month} {year}"),
    };
    Some(text).filter(|text| is_number(day) && Stamp::parse(text).is_some_and(|stamp| stamp.day != Day::Missing))
}
