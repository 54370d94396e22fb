//! The categories of the differential approach, and the notice under which they are asked.

use super::fields::Fields;
use super::key;
use super::sink::Seen;
use crate::differential::{Category, Differential, VARIABLES};
use crate::profile::fault::{Named, ProfileFault};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

pub(super) fn differential(fields: Fields<'_>) -> Option<Differential> {
    let version = fields.text("version");
    let notice = fields.spoken_passage("notice");
    let mut variables = BTreeMap::new();
    for name in VARIABLES {
        let mut keys = Seen::new(Named::Choice);
        let mut bands = Vec::new();
        let tables = fields.tables(name).into_iter();
        let categories: Vec<Category> = tables.filter_map(|table| category(table, &mut keys, &mut bands)).collect();
        if !categories.is_empty() {
            variables.insert(name.to_owned(), categories);
        }
    }
    fields.done();
    Some(Differential { version: version?.value, notice: notice?, variables })
}

/// The ages of a category, and where it stands.
struct Band {
    key: String,
    ages: RangeInclusive<u32>,
    at: usize,
}

fn category(fields: Fields<'_>, keys: &mut Seen, bands: &mut Vec<Band>) -> Option<Category> {
    let key = key(&fields, "key");
    if let Some(key) = &key {
        keys.note(fields.sink, &key.value, key.at);
    }
    let label = fields.text("label");
    let also = fields.texts("also").into_iter().map(|word| word.value).collect();
    let (from, to) = (fields.optional_count("from", 0..=130), fields.optional_count("to", 0..=130));
    if let (Some(key), true) = (&key, from.is_some() || to.is_some()) {
        let ages = from.unwrap_or(0)..=to.unwrap_or(u32::MAX);
        note_band(&fields, Band { key: key.value.clone(), ages, at: key.at }, bands);
    }
    fields.done();
    Some(Category { key: key?.value, label: label?.value, also, from, to })
}

/// Somebody of an age that two categories hold would be of the one that happens to stand first.
fn note_band(fields: &Fields<'_>, band: Band, bands: &mut Vec<Band>) {
    let overlaps = |other: &&Band| other.ages.start() <= band.ages.end() && band.ages.start() <= other.ages.end();
    if let Some(other) = bands.iter().find(overlaps) {
        let (key, first) = (band.key.clone(), fields.sink.position(other.at));
        fields.sink.report(band.at, ProfileFault::BandsOverlap { key, other: other.key.clone(), first });
    }
    bands.push(band);
}
