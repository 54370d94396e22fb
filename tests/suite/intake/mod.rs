//! Reading what people bring: encodings and quotes, our own CSV, and every export against its known truth.

mod brought;
mod bytes;
mod canonical;
mod directory;
mod doubtful;
mod exported;
mod fixtures;
mod formats;
mod fuzz;
mod headings;
mod sheets;
mod surveys;
mod times;

use ata::intake::{Input, IntakeError, Options, Table, open};

/// Reads bytes as a table with nothing said about them.
fn table(bytes: &[u8]) -> Result<Table, IntakeError> {
    open(Input::Bytes(bytes), &Options::default())
}

/// (line, cells) of every row.
fn rows(table: &Table) -> Vec<(u64, Vec<&str>)> {
    table.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}
