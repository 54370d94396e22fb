//! The categories of the differential approach, and the notice under which they are asked.

use super::fields::Fields;
use super::key;
use super::sink::Seen;
use crate::differential::{Category, Differential, VARIABLES};
use crate::profile::fault::Named;
use std::collections::BTreeMap;

pub(super) fn differential(fields: Fields<'_>) -> Option<Differential> {
    let version = fields.text("version");
    let notice = fields.spoken_passage("notice");
    let mut variables = BTreeMap::new();
    for name in VARIABLES {
        let mut keys = Seen::new(Named::Choice);
        let tables = fields.tables(name).into_iter();
        let categories: Vec<Category> = tables.filter_map(|table| category(table, &mut keys)).collect();
        if !categories.is_empty() {
            variables.insert(name.to_owned(), categories);
        }
    }
    fields.done();
    Some(Differential { version: version?.value, notice: notice?, variables })
}

fn category(fields: Fields<'_>, keys: &mut Seen) -> Option<Category> {
    let key = key(&fields, "key");
    if let Some(key) = &key {
        keys.note(fields.sink, &key.value, key.at);
    }
    let label = fields.text("label");
    let also = fields.texts("also").into_iter().map(|word| word.value).collect();
    let (from, to) = (fields.optional_count("from", 0..=130), fields.optional_count("to", 0..=130));
    fields.done();
    Some(Category { key: key?.value, label: label?.value, also, from, to })
}
