//! Papers of the archive as files: CSV that spreadsheets of the region open as they are, and `--out`.

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::mail::language::Language;
use crate::papers::sheet::{self, About, Table};
use crate::papers::{PageSize, Voice};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, harmless};
use serde::Serialize;
use std::path::Path;

/// Rows as CSV. Spreadsheets set to Spanish or Portuguese separate by semicolons, and take a file without byte order mark
/// for one in the system's old encoding.
///
/// # Errors
/// None that rows in memory can cause; told as a failure.
pub fn csv(rows: &[Vec<String>], language: Language) -> Result<String, Fault> {
    let delimiter = if language == Language::En { b',' } else { b';' };
    let failure = |detail: String| Fault::new(Kind::Failure, phrase!("error-file", path = "csv", detail = detail));
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(|error| failure(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failure(error.to_string()))?;
    Ok(format!("\u{feff}{}", String::from_utf8(bytes).map_err(|error| failure(error.to_string()))?))
}

/// Refuses forms that are not written here; `print` is the command that prints the same as PDF, where there is one.
///
/// # Errors
/// A usage fault for a workbook or a PDF.
pub fn must_be_text(out: &Path, print: Option<&str>) -> Result<(), Fault> {
    let form = out.extension().map(|form| form.to_string_lossy().to_lowercase()).unwrap_or_default();
    if matches!(form.as_str(), "xlsx" | "xls" | "ods" | "pdf" | "docx") {
        let phrase = phrase!("archive-no-form", form = format!(".{form}"));
        let instead = match print {
            Some(print) if form == "pdf" => format!("{print} --out {}", typed::path(out)),
            _ => format!("--out {}", typed::path(&out.with_extension("csv"))),
        };
        return Err(Fault::usage(phrase).try_this(instead));
    }
    Ok(())
}

/// Refuses everything but rows; `command` writes them into a file that says so.
///
/// # Errors
/// A usage fault for a name that ends otherwise.
pub fn must_be_rows(out: &Path, command: &str) -> Result<(), Fault> {
    if out.extension().is_none_or(|form| form.eq_ignore_ascii_case("csv")) {
        return Ok(());
    }
    let phrase = phrase!("archive-no-rows", file = out.display().to_string());
    Err(Fault::usage(phrase).try_this(format!("{command} --out {}", typed::path(&out.with_extension("csv")))))
}

/// Refuses to write several things into one file; `each` is the command that writes one.
///
/// # Errors
/// A usage fault when they are several.
pub fn must_be_one<T>(things: &[T], each: &str) -> Result<(), Fault> {
    match things {
        [_] => Ok(()),
        several => Err(Fault::usage(phrase!("usage-one-file", n = several.len())).try_this(each)),
    }
}

/// Is it a workbook that is asked for?
pub fn is_workbook(out: &Path) -> bool {
    out.extension().is_some_and(|form| form.eq_ignore_ascii_case("xlsx"))
}

/// Is it a page that is asked for?
pub fn is_page(out: &Path) -> bool {
    out.extension().is_some_and(|form| form.eq_ignore_ascii_case("pdf"))
}

/// Writes a table as a workbook and says so. A dry run writes nothing.
///
/// # Errors
/// What keeps the file from being written.
pub fn workbook<T: Serialize + 'static>(
    record: T,
    table: &Table,
    desk: &Desk,
    voice: &Voice,
    out: &Path,
    env: &Env,
) -> Result<Answer, Fault> {
    let page = PageSize::of(&desk.row.country);
    let about = About::new(&table.name, &desk.row.institution, desk.stamp.at, page, voice);
    let bytes = sheet::workbook(std::slice::from_ref(table), &about)
        .map_err(|error| Fault::new(Kind::Failure, phrase!("error-file", path = "xlsx", detail = error.to_string())))?;
    whole(record, &bytes, out, env)
}

/// Writes what is no text to the file asked for and says so. A dry run writes nothing.
///
/// # Errors
/// What keeps the file from being written.
pub fn whole<T: Serialize + 'static>(record: T, bytes: &[u8], out: &Path, env: &Env) -> Result<Answer, Fault> {
    if !env.globals.dry_run {
        env.write(out, bytes)?;
    }
    Ok(Answer::of(
        Written { record, file: out.display().to_string(), dry_run: env.globals.dry_run },
        |written, words| Page::default().line(words.say(&phrase!("archive-written", file = &written.file))),
    ))
}

#[derive(Serialize)]
struct Written<T> {
    #[serde(flatten)]
    record: T,
    file: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

/// Writes a paper to the file asked for and says so; `-` shows it instead. A dry run writes nothing.
///
/// # Errors
/// What keeps the file from being written.
pub fn out<T: Serialize + 'static>(record: T, text: String, out: &Path, env: &Env) -> Result<Answer, Fault> {
    let file = out.display().to_string();
    if out == Path::new("-") {
        return Ok(Answer::of(Written { record, file, dry_run: env.globals.dry_run }, move |_, _| {
            Page::default().verbatim(text.clone())
        }));
    }
    if !env.globals.dry_run {
        env.write(out, text.as_bytes())?;
    }
    Ok(Answer::of(Written { record, file, dry_run: env.globals.dry_run }, |written, words| {
        Page::default().line(words.say(&phrase!("archive-written", file = &written.file)))
    }))
}
