//! Which column of a list says who came, where its heading alone does not: one for each day, one for *sí* and one for *no*, or a
//! heading with more words.

use std::borrow::Cow;

use super::super::attendance::Draft;
use super::super::codes::{Presence, WarnCode};
use super::super::columns::Columns;
use super::super::field::Field;
use super::super::fold::fold;
use super::super::options::Options;
use super::super::presence;
use super::super::stamp::{names_day, names_weekday};
use super::super::table::Row;
use chrono::Datelike;

/// The columns under which people are marked who came, and who did not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    yes: usize,
    pub no: usize,
}

/// Finds the column that says who came; what nobody can know is said.
pub(super) fn choose(columns: &mut Columns, rows: &[Row], options: &Options, draft: &mut Draft) -> Option<Sides> {
    if columns.has(Field::Status) {
        return None;
    }
    if let Some(sides) = sides(columns) {
        columns.set(sides.yes, Some(Field::Status));
        columns.set(sides.no, None);
        return Some(sides);
    }
    if !choose_day(columns, options, draft) && !columns.has(Field::Signature) {
        choose_heading(columns, rows, draft);
    }
    None
}

/// `SÍ | NO`, `Asistió Sí | Asistió No`.
fn sides(columns: &Columns) -> Option<Sides> {
    const YES: [&str; 4] = ["si", "sim", "yes", "s"];
    const NO: [&str; 3] = ["no", "nao", "n"];
    let cut = |column: usize| {
        let folded = fold(columns.text(column));
        let (asked, said) = folded.rsplit_once(' ').unwrap_or(("", &folded));
        (asked.to_owned(), said.to_owned())
    };
    let is_pair = |yes: usize, no: usize| {
        let ((asked, said), (again, denied)) = (cut(yes), cut(no));
        let is_said = YES.contains(&said.as_str()) && NO.contains(&denied.as_str());
        let is_counter = columns.text(no).contains(['°', 'º', '.']);
        let is_of_presence = match asked.is_empty() {
            // Nothing says what was asked: a list with signatures asked something else.
            true => said.len() > 1 && denied.len() > 1 && again.is_empty() && !columns.has(Field::Signature),
            false => is_presence(&asked) && (again.is_empty() || again == asked),
        };
        is_said && !is_counter && is_of_presence
    };
    let all = 1..columns.len();
    let mut found = all.flat_map(|at| [(at - 1, at), (at, at - 1)]).filter(|(yes, no)| is_pair(*yes, *no));
    let (yes, no) = found.next()?;
    found.next().is_none().then_some(Sides { yes, no })
}

impl Sides {
    /// A mark under *no* says so in the column that tells who came; marks under both are as little understood there.
    pub fn join(self, row: &mut Cow<'_, Row>) {
        let (yes, no) = (row.get(self.yes), row.get(self.no));
        let is_yes = !yes.is_empty() && presence::status(yes) != Some(Presence::Absent);
        if no.is_empty() || no == "0" {
            return;
        }
        let said = if is_yes { format!("{yes} / {no}") } else { "no".to_owned() };
        let cells = &mut row.to_mut().cells;
        if cells.len() <= self.yes {
            cells.resize(self.yes + 1, String::new());
        }
        cells[self.yes] = said;
    }
}

/// One list for several days has a column to mark for each: that of the session's day says who came. Where the columns do not say their
/// day (`DÍA 1`, `DÍA 2`), nobody can know which it is, and that is said. True where there are such columns.
fn choose_day(columns: &mut Columns, options: &Options, draft: &mut Draft) -> bool {
    let unnamed = unnamed(columns);
    let of_the_day = |column: &usize| options.session_date.is_some_and(|day| names_day(columns.text(*column), day));
    if let Some(column) = unnamed.iter().copied().find(of_the_day) {
        columns.set(column, Some(Field::Status));
        return true;
    }
    let numbers: Vec<(usize, u32)> =
        unnamed.iter().filter_map(|&column| Some((column, counted(columns.text(column))?))).collect();
    // A count of days begins with the first; what begins later are days of the month.
    let are_of_month = numbers.len() > 1 && numbers.iter().all(|(_, number)| (2..=31).contains(number));
    let of_month = |(_, number): &&(usize, u32)| options.session_date.is_some_and(|day| day.day() == *number);
    if let Some((column, _)) = numbers.iter().find(of_month).filter(|_| are_of_month) {
        columns.set(*column, Some(Field::Status));
        return true;
    }
    let is_a_day = |column: &&usize| {
        let text = columns.text(**column);
        counted(text).is_some() || names_weekday(text)
    };
    let days: Vec<&str> = unnamed.iter().filter(is_a_day).map(|column| columns.text(*column)).collect();
    if days.len() > 1 {
        draft.warn(WarnCode::PresenceUnclear, draft.header_line, days.join(", "));
    }
    days.len() > 1
}

/// `Asistencia virtual`: read where every cell below is a word for presence.
fn choose_heading(columns: &mut Columns, rows: &[Row], draft: &mut Draft) {
    let mut asking = unnamed(columns).into_iter().filter(|column| {
        let folded = fold(columns.text(*column));
        is_presence(&folded) && folded.split(' ').count() <= 4
    });
    let (Some(column), None) = (asking.next(), asking.next()) else { return };
    drop(asking);
    let mut said = rows.iter().map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
    if said.peek().is_none() {
        return;
    }
    match said.all(|cell| presence::status(cell).is_some()) {
        true => columns.set(column, Some(Field::Status)),
        false => draft.warn(WarnCode::PresenceUnclear, draft.header_line, columns.text(column)),
    }
}

fn unnamed(columns: &Columns) -> Vec<usize> {
    (0..columns.len()).filter(|&column| columns.field(column).is_none() && !columns.text(column).is_empty()).collect()
}

/// Does a heading begin with a word for presence?
fn is_presence(folded: &str) -> bool {
    let first = folded.split(' ').next().unwrap_or_default();
    Field::of_folded(folded) == Some(Field::Status)
        || (first != "estado" && Field::of_folded(first) == Some(Field::Status))
}

/// The number of `DÍA 2`, `Asistencia sesión 2`, `Asistencia 18`.
fn counted(text: &str) -> Option<u32> {
    const COUNTED: [&str; 8] = ["dia", "dias", "jornada", "sesion", "sessao", "encuentro", "encontro", "fecha"];
    let folded = fold(text);
    let (words, number) = folded.rsplit_once(' ')?;
    let is_day = |word: &str| COUNTED.contains(&word) || Field::of_folded(word) == Some(Field::Status);
    words.split(' ').all(is_day).then(|| number.parse().ok())?
}
