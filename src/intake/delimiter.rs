//! Which sign separates the cells: the one under which the file reads most like a table.

use std::io::{BufRead, Cursor, Read};

use super::columns;
use super::decode::text_of_sample;
use super::fault::IntakeError;
use super::record::{Record, Records, Rules};
use super::rest;
use super::scan::Scan;

const CANDIDATES: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Records looked at under each candidate.
const LOOK: usize = 80;

/// The delimiter, the line end and how many first lines are hints and not data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub rules: Rules,
    pub skip_lines: u64,
}

/// Chooses the layout from the sample of a scan.
pub(super) fn layout(scan: &Scan) -> Result<Layout, IntakeError> {
    let mut text = String::new();
    // The sample may end in the middle of a letter.
    let mut bytes = Vec::new();
    text_of_sample(scan)?.read_to_end(&mut bytes)?;
    text.push_str(&String::from_utf8_lossy(&bytes));
    let line_end = if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some_and(|_| !text.contains('\n')) {
        b'\r'
    } else {
        b'\n'
    };
    if let Some(delimiter) = hinted(&text) {
        return Ok(Layout { rules: Rules { delimiter, line_end }, skip_lines: 1 });
    }
    let best = best(&text, line_end, scan.is_whole());
    let delimiter = best.filter(|(score, _)| score.1 > 0).map_or(b',', |(_, delimiter)| delimiter);
    Ok(Layout { rules: Rules { delimiter, line_end }, skip_lines: 0 })
}

fn best(text: &str, line_end: u8, whole: bool) -> Option<(Score, u8)> {
    let scored = CANDIDATES.into_iter().map(|delimiter| (score(text, Rules { delimiter, line_end }, whole), delimiter));
    scored.max_by_key(|(score, _)| *score)
}

/// The rules of a text that is delimited beyond doubt: some row of it names at least two known columns.
pub(super) fn of_text(text: &str) -> Option<Rules> {
    let (score, delimiter) = best(text, b'\n', true)?;
    (score.0 >= 2).then_some(Rules { delimiter, line_end: b'\n' })
}

/// (known column names in the best record, how consistent the widths are, the width): larger is better.
type Score = (usize, usize, usize);

/// Excel's own hint: a first line `sep=;`.
fn hinted(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim().trim_matches('"');
    let sign = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(first.get(4..))?;
    match sign.as_bytes() {
        [sign] if sign.is_ascii_punctuation() => Some(*sign),
        [] if text.starts_with("sep=\t") => Some(b'\t'),
        _ => None,
    }
}

fn score(text: &str, rules: Rules, whole: bool) -> Score {
    let mut records = Records::new(Cursor::new(text.as_bytes()), rules, 1);
    let mut record = Record::default();
    let mut widths = Vec::new();
    let mut known = 0;
    while widths.len() < LOOK && records.read(&mut record).unwrap_or(false) {
        if widths.len() < columns::HEADER_LOOK {
            // Refused rows come back with words beside them that may well read like a heading.
            let names = if rest::is_marked(record.iter()) { usize::MAX } else { columns::known_names(record.iter()) };
            known = known.max(names);
        }
        widths.push(record.len());
    }
    if !whole && widths.len() > 1 && widths.len() < LOOK {
        widths.pop();
    }
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &width in widths.iter().filter(|&&width| width > 1) {
        match counts.iter_mut().find(|(_, of)| *of == width) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, width)),
        }
    }
    let (count, width) = counts.into_iter().max().unwrap_or((0, 0));
    let consistency = (count * 1000).checked_div(widths.len()).unwrap_or(0);
    (if known >= 2 { known } else { 0 }, consistency, width)
}

/// Passes over the hint lines of a text.
pub(super) fn skip<R: BufRead>(input: &mut R, layout: Layout) -> Result<(), IntakeError> {
    let mut dropped = Vec::new();
    for _ in 0..layout.skip_lines {
        dropped.clear();
        input.by_ref().take(64).read_until(layout.rules.line_end, &mut dropped)?;
    }
    Ok(())
}
