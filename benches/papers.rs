//! How fast papers are made: a thousand certificates as a thousand files, and one letter from nothing. Prints figures, asserts
//! nothing. `cargo bench --bench papers`

use ata::mail::language::Language;
use ata::papers::sample::{self, Size};
use ata::papers::{Kind, PageSize, Paper, PaperError, Press, Templates, Voice};
use serde_json::Value;
use std::error::Error;
use std::io::Write;
use std::sync::Mutex;
use std::time::Instant;

const COUNT: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = report();
    let voice = Voice::new(Language::Es, "CO");

    let begun = Instant::now();
    let press = Press::new(&voice, Templates::built_in(), None);
    let letter = press.print(&sample::paper(Kind::Letter, Size::Usual, PageSize::Letter, &voice)?)?;
    writeln!(out, "one letter, press and all: {:.1} ms, {} bytes", ms(begun), letter.bytes.len())?;

    let papers = certificates(&voice)?;
    let folder = tempfile::tempdir()?;
    let failed = Mutex::new(Vec::new());
    let begun = Instant::now();
    press.print_each(&papers, |at, printed| {
        let write = |printed: ata::papers::Printed| {
            std::fs::write(folder.path().join(format!("{at:04}.pdf")), printed.bytes).map_err(|error| error.to_string())
        };
        let done = printed.map_err(|error| error.to_string()).and_then(write);
        if let (Err(error), Ok(mut failed)) = (done, failed.lock()) {
            failed.push(error);
        }
    })?;
    let taken = ms(begun);
    let files = std::fs::read_dir(folder.path())?.count();
    let failed = failed.into_inner().unwrap_or_default();
    writeln!(out, "{files} certificates as files: {taken:.0} ms ({:.2} ms each)", taken / COUNT as f64)?;
    if let Some(error) = failed.first() {
        writeln!(out, "{} failed, the first: {error}", failed.len())?;
    }

    let merged = merged(&papers)?;
    let begun = Instant::now();
    let printed = press.print(&merged)?;
    writeln!(out, "the same as one file of {} pages: {:.0} ms", printed.pages, ms(begun))?;
    Ok(())
}

/// A thousand people, one paper each.
fn certificates(voice: &Voice) -> Result<Vec<Paper>, PaperError> {
    let sample = sample::paper(Kind::Certificate, Size::Usual, PageSize::Letter, voice)?;
    let one = |at: usize| {
        let mut paper = sample.clone();
        let mut holder = paper.body["people"][0].take();
        holder["name"] = format!("María Fernanda Ñáñez Peñaloza {at}").into();
        paper.body["people"] = Value::Array(vec![holder]);
        paper.head.reference = Some(format!("AT-2026-0001-S1/P-{at}"));
        paper
    };
    Ok((0..COUNT).map(one).collect())
}

fn merged(papers: &[Paper]) -> Result<Paper, Box<dyn Error>> {
    let first = papers.first().ok_or("no papers")?;
    let mut whole = first.clone();
    whole.body["people"] = papers.iter().map(|paper| paper.body["people"][0].clone()).collect();
    Ok(whole)
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}

#[expect(clippy::disallowed_methods, reason = "a benchmark says its figures")]
fn report() -> impl Write {
    std::io::stdout()
}
