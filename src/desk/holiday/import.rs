//! A year's decree as a file.

use super::amend::{amendment, by_law};
use crate::env::Env;
use crate::error::Fault;
use crate::stages::reading::Reading;
use crate::stages::sheet::{Column, Order, RowFault, Took, day, flag, named, take_in};
use crate::view::Answer;
use ata_model::country::Override;
use ata_model::op::Op;
use chrono::Datelike;
use clap::Args;
use std::path::PathBuf;

/// Take holidays in from a CSV file, a workbook or JSON lines
///
/// Columns, in any order; only date must be there: date, name (what the day is called), instead_of (the holiday by law that is
/// moved to it), workday (yes: the day is no holiday after all), source (the decree). Their names in Spanish and Portuguese are
/// understood too (fecha, nombre, en_lugar_de, laborable, norma; data, nome, em_lugar_de, dia_util, ato). Days are written
/// 2026-03-04 or 4/3/2026 (day first).
///
/// Rows that cannot be read are listed with line, field, value and reason (exit code 6); the others are kept. The same file
/// twice changes nothing.
#[derive(Args)]
pub struct Import {
    /// The file; - reads standard input
    file: PathBuf,
    /// Write the refused rows here, with line, field and reason (CSV); an older list is emptied when no row is refused
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

const COLUMNS: &[Column] = &[
    Column::one("date", &["fecha", "dia", "data"]),
    Column::one("name", &["nombre", "festivo", "feriado", "nome"]),
    Column::one("instead_of", &["en_lugar_de", "trasladado_de", "em_lugar_de", "transferido_de"]),
    Column::one("workday", &["laborable", "habil", "dia_util", "util"]),
    Column::one("source", &["norma", "decreto", "fuente", "ato", "fonte"]),
];

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (country, today) = (desk.country(), desk.today());
    let order = Order {
        op: Op::HolidayImport,
        kind: "holiday",
        columns: COLUMNS,
        required: &["date"],
        files: std::slice::from_ref(&args.file),
        rejects: args.rejects.as_deref(),
        reading: &args.reading,
    };
    take_in(&order, &mut desk, env, |tx, _, entry, ledger| {
        let date_of = |field: &'static str| {
            let text = entry.get(field);
            text.map(|text| day(text, today).map_err(|reason| RowFault::refused(field, text, reason))).transpose()
        };
        let date = date_of("date")?.ok_or_else(|| RowFault::refused("date", "", "missing"))?;
        let instead = date_of("instead_of")?;
        let workday = entry.get("workday").unwrap_or_default();
        let is_workday = flag(workday).map_err(|reason| RowFault::refused("workday", workday, reason))?;
        let line = |field| entry.get(field).map(|text| named(field, Some(text))).transpose();
        let (name, source) = (line("name")?, line("source")?);
        let not_by_law = |field, date: chrono::NaiveDate| RowFault::refused(field, date.to_string(), "no_holiday");
        let import = Some(ledger.import);
        let known = tx.amendments()?;
        let mut changed = false;
        if let Some(old) = instead {
            by_law(country, old).ok_or_else(|| not_by_law("instead_of", old))?;
            changed |= tx.amend(&amendment(Override::Removed(old), None, source.as_ref()), import)?;
        }
        let change = match is_workday {
            true => {
                by_law(country, date).ok_or_else(|| not_by_law("date", date))?;
                Override::Removed(date)
            }
            false => Override::Added(date),
        };
        let was =
            known.iter().any(|one| matches!(one.change, Override::Added(day) | Override::Removed(day) if day == date));
        changed |= tx.amend(&amendment(change, name.as_ref().filter(|_| !is_workday), source.as_ref()), import)?;
        let day = i64::from(date.num_days_from_ce());
        Ok(match (changed, was) {
            (false, _) => Took::Unchanged(day),
            (true, true) => Took::Updated(day),
            (true, false) => Took::New(day),
        })
    })
}
