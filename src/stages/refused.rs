//! The refused rows of files as a file of their own: corrected, it is taken in like any other and completes the job.

use crate::args::Format;
use crate::env::Env;
use crate::error::{Fault, file_fault};
use crate::intake::BESIDE;
use crate::locale::{Arg, Words};
use crate::phrase;
use crate::stages::imported::reason;
use crate::view::{Answer, Page, Shown, harmless, shown_text};
use ata_model::import::Reject;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The refused rows of one file.
pub struct Refused {
    /// The cells of its header.
    pub header: Vec<String>,
    /// What it separates cells by; a comma where it has no such sign.
    pub delimiter: Option<char>,
    /// By line: the cells as written.
    pub rows: BTreeMap<u64, Vec<String>>,
}

/// Refuses to write the refused rows over a file that is being taken in, by whatever name or link it is reached: it is the only copy
/// of what somebody handed in.
///
/// # Errors
/// A usage fault, when it is one of them.
pub fn must_be_another_file<'p>(path: Option<&Path>, files: impl IntoIterator<Item = &'p Path>) -> Result<(), Fault> {
    let stream = Path::new("-");
    let Some(path) = path.filter(|path| *path != stream) else { return Ok(()) };
    let files: Vec<&Path> = files.into_iter().filter(|file| *file != stream).collect();
    // Files of other headings have their refused rows each in a list of its own.
    let mut lists = (1..=files.len()).map(|n| numbered(path, n));
    match lists.find(|list| files.iter().any(|file| is_one_file(list, file))) {
        Some(list) => Err(Fault::usage(phrase!("import-rejects-over-input", file = list.display().to_string()))
            .hint(phrase!("import-rejects-over-input-hint"))),
        None => Ok(()),
    }
}

/// Do two paths lead to one file? One that is not there yet is no other.
fn is_one_file(one: &Path, other: &Path) -> bool {
    let (Ok(first), Ok(second)) = (std::fs::metadata(one), std::fs::metadata(other)) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (first.dev(), first.ino()) == (second.dev(), second.ino()) {
            return true;
        }
    }
    #[cfg(not(unix))]
    let _ = (first, second);
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Writes the refused rows beside the answer. Where both would go to standard output, one goes: to scripts the answer, which names the rows
/// too; to people the rows, and the answer is told beside them.
///
/// # Errors
/// The file cannot be written.
pub fn beside(answer: Answer, path: &Path, files: &[(Refused, &[Reject])], env: &Env) -> Result<Answer, Fault> {
    if path != Path::new("-") {
        let beside = write(path, files, env)?;
        return Ok(answer.notes(
            beside.iter().map(|path| phrase!("import-rejects-beside", file = Arg::file(&path.display().to_string()))),
        ));
    }
    if matches!(env.format(), Format::Json | Format::Jsonl) {
        return Ok(answer);
    }
    let told = shown_text(&answer.shown.page(env.words()), env);
    write(path, files, env)?;
    told.lines().for_each(|line| env.say(line));
    Ok(Answer { shown: Box::new(Nothing), ..answer })
}

/// What is shown where everything is said.
struct Nothing;

impl Shown for Nothing {
    fn json(&self) -> serde_json::Value {
        serde_json::Value::Null
    }

    fn page(&self, _words: &Words) -> Page {
        Page::default()
    }

    fn stream(&self, _out: &mut dyn std::io::Write, _lines: bool) -> Option<std::io::Result<()>> {
        Some(Ok(()))
    }
}

/// Writes the rows with their own columns, and line, field and reason beside them (the reason in words, with its code): one line for each row,
/// whatever is wrong with it. UTF-8 with a mark, so that spreadsheets show the accents; cells that a spreadsheet would run begin with an apostrophe, which
/// is taken away again when the file comes back. Rows of several files stand together where their headings are the same; those of another
/// heading are another file, for under one heading they would not come back as what they are. Without refused rows there is no file, and of one
/// written before only a heading is left. Gives the files that were written beside the one named.
///
/// # Errors
/// A file cannot be written.
fn write(path: &Path, files: &[(Refused, &[Reject])], env: &Env) -> Result<Vec<PathBuf>, Fault> {
    let mut lists: Vec<Vec<&(Refused, &[Reject])>> = Vec::new();
    for file in files.iter().filter(|(_, rejects)| !rejects.is_empty()) {
        match lists.iter_mut().find(|list| list[0].0.header == file.0.header) {
            Some(list) => list.push(file),
            None => lists.push(vec![file]),
        }
    }
    if lists.is_empty() && path.is_file() {
        lists.push(files.iter().take(1).collect());
    }
    if path == Path::new("-") {
        let all = lists.iter().map(|list| list_of(path, list, env)).collect::<Result<Vec<_>, _>>()?;
        if !all.is_empty() {
            env.write(path, &all.concat())?;
        }
        return Ok(Vec::new());
    }
    let mut written = Vec::new();
    for (at, list) in lists.iter().enumerate() {
        let path = numbered(path, at + 1);
        env.write(&path, &list_of(&path, list, env)?)?;
        written.push(path);
    }
    Ok(written.split_off(written.len().min(1)))
}

/// The how manieth list of refused rows: `r.csv`, `r-2.csv` …
fn numbered(path: &Path, n: usize) -> PathBuf {
    if n == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{n}"));
    let mut numbered = path.with_file_name(name);
    if let Some(extension) = path.extension() {
        numbered.as_mut_os_string().push(".");
        numbered.as_mut_os_string().push(extension);
    }
    numbered
}

/// The bytes of the refused rows of files with one heading.
fn list_of(path: &Path, files: &[&(Refused, &[Reject])], env: &Env) -> Result<Vec<u8>, Fault> {
    let failed = |error: csv::Error| file_fault(path, &std::io::Error::other(error.to_string()));
    let delimiter = files.first().and_then(|(refused, _)| refused.delimiter).filter(char::is_ascii).unwrap_or(',');
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut writer =
        csv::WriterBuilder::new().flexible(true).delimiter(delimiter).from_writer(b"\xef\xbb\xbf".to_vec());
    let header = files.first().map_or(&[][..], |(refused, _)| &refused.header);
    // A row with more cells than the header has pushes what stands beside it to the right.
    let widest = files.iter().flat_map(|(refused, _)| refused.rows.values()).map(Vec::len);
    let widest = widest.chain([header.len()]).max().unwrap_or(0);
    let blank = std::iter::repeat_n("", widest - header.len());
    writer.write_record(header.iter().map(String::as_str).chain(blank).chain(BESIDE)).map_err(failed)?;
    for (refused, rejects) in files {
        for (line, reasons) in by_line(rejects) {
            let mut cells = refused.rows.get(&line).cloned().unwrap_or_default();
            if cells.is_empty() {
                cells.extend(reasons.first().map(|reject| reject.value.clone()));
            }
            cells.resize(widest, String::new());
            let joined =
                |pick: fn(&Reject) -> &str| reasons.iter().map(|reject| pick(reject)).collect::<Vec<_>>().join("; ");
            let said = |reject: &&Reject| format!("{} ({})", reason(reject, env.words()), reject.reason);
            let said = reasons.iter().map(said).collect::<Vec<_>>().join("; ");
            let beside = [line.to_string(), joined(|reject| &reject.field), said];
            writer.write_record(cells.iter().map(|cell| harmless(cell)).chain(beside)).map_err(failed)?;
        }
    }
    writer.into_inner().map_err(|error| file_fault(path, &std::io::Error::other(error.to_string())))
}

fn by_line(rejects: &[Reject]) -> BTreeMap<u64, Vec<&Reject>> {
    let mut lines: BTreeMap<u64, Vec<&Reject>> = BTreeMap::new();
    for reject in rejects {
        lines.entry(reject.line).or_default().push(reject);
    }
    lines
}
