//! An attendance list in a workbook read as `run attendance` reads it (unpacked once to see how large it is, recognised, every
//! person put together), as a ratio against calamine alone reading the same cells: `workbook [ROWS] [RUNS]`. Nothing is asserted.

// The bench sets the scene and reads the clock itself; only the program keeps to `env` and `view`.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

use ata::intake::{Input, Options, sniff};
use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

// As the program has it, for both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const COLUMNS: [&str; 8] =
    ["Nombre", "Tipo de documento", "Número de documento", "Correo", "Teléfono", "Entidad", "Cargo", "Asistió"];

fn fill(path: &Path, rows: u32) -> Result<(), Box<dyn Error>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(COLUMNS) {
        sheet.write(0, column, name)?;
    }
    for n in 1..=rows {
        sheet.write(n, 0, format!("Persona Número {n} Ñáñez"))?;
        sheet.write(n, 1, "CC")?;
        sheet.write(n, 2, 1_000_000_000.0 + f64::from(n))?;
        sheet.write(n, 3, format!("persona{n}@example.org"))?;
        sheet.write(n, 4, format!("3{:09}", n))?;
        sheet.write(n, 5, format!("Alcaldía de ejemplo, sede {}", n % 50))?;
        sheet.write(n, 6, "Profesional universitario")?;
        sheet.write(n, 7, "Sí")?;
    }
    Ok(book.save(path)?)
}

fn alone(path: &Path) -> Result<usize, Box<dyn Error>> {
    let mut book: Xlsx<_> = open_workbook(path)?;
    let sheet = book.worksheet_range_at(0).ok_or("no sheet")??;
    Ok(sheet.rows().count() - 1)
}

fn as_a_list(path: &Path) -> Result<usize, Box<dyn Error>> {
    let (input, options) = (Input::File(path), Options::default());
    Ok(sniff(input, &options)?.attendance(input, &options)?.people.len())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let rows = words.next().map_or(Ok(100_000), |word| word.parse())?;
    let runs: usize = words.next().map_or(Ok(5), |word| word.parse())?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("lista.xlsx");
    fill(&path, rows)?;
    let mut ratios = Vec::new();
    for _ in 0..runs {
        let begun = Instant::now();
        let found = alone(&path)?;
        let peer = begun.elapsed();
        let begun = Instant::now();
        let people = as_a_list(&path)?;
        let own = begun.elapsed();
        println!("{found} rows by calamine {peer:.2?}, {people} people by ata {own:.2?}");
        ratios.push(own.as_secs_f64() / peer.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!("{rows} rows of a workbook: {:.2} times calamine alone (median of {runs})", ratios[ratios.len() / 2]);
    Ok(())
}
