//! The records schedule of a profile (tabla de retención documental).

use super::fields::{Fields, Told};
use super::sink::Seen;
use crate::document::{is_disposal, is_series_code};
use crate::plan::ACTIVITIES;
use crate::profile::fault::{Named, ProfileFault, Vocabulary};
use crate::profile::{Classification, ORIGINS, Series};

/// The lines, and the codes that can be read of them.
pub(super) fn series(root: &Fields<'_>) -> (Vec<Series>, Seen) {
    let mut seen = Seen::new(Named::Series);
    let tables = root.tables("series").into_iter();
    let lines = tables.filter_map(|table| line(table, &mut seen)).collect();
    (lines, seen)
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

/// The rules that put cases under a line of the schedule. A profile without a schedule of its own leaves it to the one that is imported.
pub(super) fn classification(root: &Fields<'_>, codes: &Seen) -> Vec<Classification> {
    root.tables("classification").into_iter().filter_map(|table| rule(table, codes)).collect()
}

fn rule(fields: Fields<'_>, codes: &Seen) -> Option<Classification> {
    let series = fields.text("series").filter(|told| {
        let fits = is_series_code(&told.value);
        if !fits {
            fields.sink.report(told.at, ProfileFault::BadSeriesCode { code: told.value.clone() });
        } else if !codes.is_empty() && !codes.has(&told.value) {
            fields.sink.report(told.at, ProfileFault::UnknownSeries { code: told.value.clone() });
        }
        fits
    });
    let activity = words(&fields, "activity", Vocabulary::Activity, ACTIVITIES);
    let origin = words(&fields, "origin", Vocabulary::Origin, &ORIGINS);
    let group = fields.texts("group").into_iter().map(|told| told.value).collect();
    fields.done();
    Some(Classification { series: series?.value, activity, origin, group })
}

fn words(fields: &Fields<'_>, name: &'static str, vocabulary: Vocabulary, known: &[&'static str]) -> Vec<String> {
    let meanings: Vec<_> = known.iter().map(|word| (*word, *word)).collect();
    let told = fields.texts(name).into_iter();
    let told = told.filter_map(|told| fields.word(name, Some(told), vocabulary, &meanings));
    told.map(|told| told.value.to_owned()).collect()
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
