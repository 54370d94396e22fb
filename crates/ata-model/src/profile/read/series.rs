//! The records schedule of a profile (tabla de retención documental).

use super::fields::{Fields, Told};
use super::sink::Seen;
use crate::document::{is_disposal, is_series_code};
use crate::profile::Series;
use crate::profile::fault::{Named, ProfileFault};

pub(super) fn series(root: &Fields<'_>) -> Vec<Series> {
    let mut seen = Seen::new(Named::Series);
    let tables = root.tables("series").into_iter();
    tables.filter_map(|table| line(table, &mut seen)).collect()
}

fn line(fields: Fields<'_>, seen: &mut Seen) -> Option<Series> {
    let code = code(&fields, seen);
    let series = fields.text("series");
    let subseries = fields.optional_text("subseries");
    let types = fields.texts("types").into_iter();
    let types = types.map(|told| told.value).collect();
    let office_years = fields.count("office_years", 0..=200);
    let central_years = fields.count("central_years", 0..=200);
    let disposal = disposal(&fields);
    let procedure = fields.optional_passage("procedure");
    let source = fields.optional_passage("source");
    fields.done();
    Some(Series {
        code: code?,
        series: series?.value,
        subseries,
        types,
        office_years: office_years?,
        central_years: central_years?,
        disposal: disposal?,
        procedure,
        source,
    })
}

/// A code such as `120-2-40` (office, series, subseries): it stands in inventories and file names.
fn code(fields: &Fields<'_>, seen: &mut Seen) -> Option<String> {
    let Told { value: code, at } = fields.text("code")?;
    if !is_series_code(&code) {
        let fault = ProfileFault::BadSeriesCode { code };
        fields.sink.report(at, fault);
        return None;
    }
    seen.note(fields.sink, &code, at);
    Some(code)
}

fn disposal(fields: &Fields<'_>) -> Option<String> {
    let Told { value, at } = fields.text("disposal")?;
    if is_disposal(&value) {
        return Some(value);
    }
    let fault = ProfileFault::BadDisposal { disposal: value };
    fields.sink.report(at, fault);
    None
}
