//! Spreadsheets (XLSX) that a person would send on: real dates and numbers, a header that stays, a filter, fit for print.
//! Text is text: what begins like a formula is never one.

mod breadth;
mod tables;

pub use tables::{commitments, inventory, plan, roster, schedule, series};

use super::PageSize;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    /// An amount in the country's unit.
    Money(f64),
    /// A part of a whole: 0.94, shown as 94 %.
    Share(f64),
    Day(NaiveDate),
    /// Day and hour where it happened; a spreadsheet knows no zones.
    Moment(NaiveDateTime),
}

impl Cell {
    pub fn text(text: Option<impl Into<String>>) -> Cell {
        text.map(Into::into).filter(|text: &String| !text.is_empty()).map_or(Cell::Empty, Cell::Text)
    }

    /// The day a text begins with; the text itself when there is none (`s.f.`).
    pub fn day(text: Option<&str>) -> Cell {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Cell::Empty };
        super::voice::date(text).map_or_else(|| Cell::Text(text.to_owned()), Cell::Day)
    }

    /// The hour on the clocks of the place an instant with offset belongs to.
    pub fn moment(text: &str) -> Cell {
        super::voice::moment(text).map_or_else(|| Cell::day(Some(text)), |at| Cell::Moment(at.naive_local()))
    }
}

/// A table of one sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// On the tab, and above the page when printed.
    pub name: String,
    /// On the tab, where the name is too long for one.
    pub tab: Option<String>,
    /// How its days are shown, where not as in the rest of the file.
    pub day_format: Option<String>,
    /// What stands above the table, as a form has it: a title, or label and value. A day (`2026-03-04`) is one in the sheet too.
    pub above: Vec<(String, String)>,
    /// Titles of the columns.
    pub columns: Vec<String>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below it, such as lines to sign on.
    pub below: Vec<Vec<String>>,
}

impl Table {
    /// The row of the titles of the columns, from 0: a line is left free above it.
    fn head(&self) -> u32 {
        if self.above.is_empty() { 0 } else { self.above.len() as u32 + 1 }
    }
}

/// What the file says of itself, and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    pub title: String,
    /// The institution.
    pub author: String,
    /// Date of creation; the clock is not asked.
    pub at: DateTime<Utc>,
    pub page: PageSize,
    /// Format of days, such as `dd/mm/yyyy`.
    pub day_format: String,
    /// `Página &P de &N`.
    pub footer: String,
}

impl About {
    pub fn new(title: &str, author: &str, at: DateTime<Utc>, page: PageSize, voice: &super::Voice) -> About {
        let is_english = voice.language() == crate::mail::language::Language::En;
        About {
            title: title.to_owned(),
            author: author.to_owned(),
            at,
            page,
            day_format: if is_english { "d mmm yyyy" } else { "dd/mm/yyyy" }.to_owned(),
            footer: format!("{} &P {} &N", voice.label("page"), voice.label("of")),
        }
    }
}

/// Why there is no spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SheetError(pub String);

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> SheetError {
        SheetError(error.to_string())
    }
}

/// What a cell may hold at most (Excel's own limit).
const LONGEST: usize = 32_767;

/// The bytes of a workbook with one sheet a table. The same tables give the same bytes.
///
/// # Errors
/// More rows or columns than a sheet can hold.
pub fn workbook(tables: &[Table], about: &About) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let made = moment(about.at.naive_utc()).ok_or_else(|| SheetError(format!("date {}", about.at)))?;
    book.set_properties(
        &DocProperties::new().set_title(&about.title).set_author(&about.author).set_creation_datetime(&made),
    );
    let mut used = Vec::new();
    for table in tables {
        let looks = Looks::new(table.day_format.as_ref().unwrap_or(&about.day_format));
        let sheet = book.add_worksheet();
        sheet.set_name(tab(table.tab.as_ref().unwrap_or(&table.name), &mut used))?;
        write(sheet, table, &looks)?;
        print_setup(sheet, table, about)?;
    }
    Ok(book.save_to_buffer()?)
}

struct Looks {
    title: Format,
    /// Above and below the table.
    bare: Format,
    bare_day: Format,
    head: Format,
    text: Format,
    /// For text that begins like a formula: shows it as typed even when the cell is edited.
    quoted: Format,
    whole: Format,
    money: Format,
    share: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new(day: &str) -> Looks {
        let cell = || Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
        Looks {
            title: Format::new().set_bold(),
            bare: Format::new(),
            bare_day: Format::new().set_num_format(day).set_align(FormatAlign::Left),
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(0x00E7_ECF3),
            text: cell().set_text_wrap(),
            quoted: cell().set_text_wrap().set_quote_prefix(),
            whole: cell().set_num_format("0"),
            money: cell().set_num_format("#,##0.00"),
            share: cell().set_num_format("0%"),
            day: cell().set_num_format(day),
            moment: cell().set_num_format(format!("{day} hh:mm")),
        }
    }
}

fn write(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), SheetError> {
    let place = |at: usize| u16::try_from(at).map_err(|_| SheetError(format!("column {at}")));
    let line = |at: usize| u32::try_from(at).map_err(|_| SheetError(format!("row {at}")));
    let head = table.head();
    for (at, (label, value)) in table.above.iter().enumerate() {
        sheet.write_string_with_format(line(at)?, 0, label, &looks.title)?;
        // Two columns of a form are as wide as a label.
        match value.parse().ok().and_then(day) {
            Some(date) => sheet.write_datetime_with_format(line(at)?, 2, &date, &looks.bare_day)?,
            None if value.is_empty() => continue,
            None => sheet.write_string_with_format(line(at)?, 2, cut(value), &looks.bare)?,
        };
    }
    let widths = breadth::widths(table);
    for (at, (title, width)) in table.columns.iter().zip(&widths).enumerate() {
        sheet.write_string_with_format(head, place(at)?, title, &looks.head)?;
        sheet.set_column_width(place(at)?, *width as f64)?;
    }
    if let Some(height) = breadth::head_height(table, &widths) {
        sheet.set_row_height(head, height)?;
    }
    for (row, cells) in table.rows.iter().enumerate() {
        if let Some(height) = breadth::row_height(cells, &widths) {
            sheet.set_row_height(head + 1 + line(row)?, height)?;
        }
        for (at, cell) in cells.iter().enumerate() {
            put(sheet, head + 1 + line(row)?, place(at)?, cell, looks)?;
        }
    }
    let last = head + line(table.rows.len())?;
    for (row, cells) in table.below.iter().enumerate() {
        for (at, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(last + 2 + line(row)?, place(at)?, cut(text), &looks.bare)?;
        }
    }
    if !table.columns.is_empty() {
        sheet.set_freeze_panes(head + 1, 0)?;
    }
    if let Some(end) = table.columns.len().checked_sub(1) {
        sheet.autofilter(head, 0, last, place(end)?)?;
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &Looks) -> Result<(), SheetError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &looks.text)?,
        Cell::Text(text) => {
            let look = if is_like_formula(text) { &looks.quoted } else { &looks.text };
            sheet.write_string_with_format(row, column, cut(text), look)?
        }
        Cell::Whole(number) => sheet.write_number_with_format(row, column, *number as f64, &looks.whole)?,
        Cell::Money(amount) => sheet.write_number_with_format(row, column, *amount, &looks.money)?,
        Cell::Share(share) => sheet.write_number_with_format(row, column, *share, &looks.share)?,
        Cell::Day(date) => match day(*date) {
            Some(date) => sheet.write_datetime_with_format(row, column, &date, &looks.day)?,
            None => sheet.write_string_with_format(row, column, date.to_string(), &looks.text)?,
        },
        Cell::Moment(at) => match moment(*at) {
            Some(at) => sheet.write_datetime_with_format(row, column, &at, &looks.moment)?,
            None => sheet.write_string_with_format(row, column, at.to_string(), &looks.text)?,
        },
    };
    Ok(())
}

/// One page wide, as many long as it takes, the header on each.
fn print_setup(sheet: &mut Worksheet, table: &Table, about: &About) -> Result<(), SheetError> {
    sheet.set_landscape();
    sheet.set_paper_size(if about.page == PageSize::Letter { 1 } else { 9 });
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(table.head(), table.head())?;
    sheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.3, 0.3);
    // An ampersand steers the header; doubled it is one. Longer headers than 255 are refused.
    let plain = |text: &str| -> String { text.chars().take(100).collect::<String>().replace('&', "&&") };
    sheet.set_header(format!("&L{}&R{}", plain(&about.author), plain(&table.name)));
    sheet.set_footer(format!("&C{}", about.footer));
    Ok(())
}

/// Would a program that reads the text take it for a formula?
fn is_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn cut(text: &str) -> String {
    if text.chars().map(char::len_utf16).sum::<usize>() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - 1;
    let mut out: String = text
        .chars()
        .take_while(|c| {
            let fits = room >= c.len_utf16();
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    out.push('…');
    out
}

/// A name a tab may have: at most 31 characters, whole words where there are several, none of `[]:*?/\`, not twice.
fn tab(name: &str, used: &mut Vec<String>) -> String {
    let clean: String = name.chars().map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c }).collect();
    let clean = clean.trim().trim_matches('\'');
    let short = |room: usize| {
        let cut = clean.chars().take(room).collect::<String>();
        let is_whole = clean[cut.len()..].chars().next().is_none_or(char::is_whitespace);
        let words = cut.rsplit_once(' ').map(|(words, _)| words).filter(|_| !is_whole);
        words.unwrap_or(&cut).trim_end().to_owned()
    };
    let mut tab = if clean.is_empty() { "1".to_owned() } else { short(31) };
    let mut count = 2;
    while used.contains(&tab.to_lowercase()) {
        tab = format!("{} {count}", short(27));
        count += 1;
    }
    used.push(tab.to_lowercase());
    tab
}

/// None before 1900, which a spreadsheet does not know.
fn day(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

fn moment(at: NaiveDateTime) -> Option<ExcelDateTime> {
    let minute = u8::try_from(at.minute()).ok()?;
    day(at.date())?.and_hms(u16::try_from(at.hour()).ok()?, minute, at.second()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_has_a_name_that_spreadsheets_accept() {
        let mut used = Vec::new();
        for (name, expected) in [
            ("Cronograma", "Cronograma"),
            ("cronograma", "cronograma 2"),
            ("a/b:c", "a b c"),
            ("", "1"),
            ("Plan anual de asistencia técnica en salud", "Plan anual de asistencia"),
            ("Plan anual de asistencia técnica en salud pública", "Plan anual de asistencia 2"),
        ] {
            assert_eq!(tab(name, &mut used), expected);
        }
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut_and_says_so() {
        let long = "ñ😀".repeat(LONGEST);
        let text = cut(&long);
        assert!(text.encode_utf16().count() <= LONGEST);
        assert!(text.ends_with('…'));
        assert_eq!(cut("corto"), "corto");
    }
}
