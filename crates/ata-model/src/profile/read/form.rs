//! The evaluation form of a profile: scale, sections, items.

use super::fields::{Fields, Told};
use super::key;
use super::sink::Seen;
use crate::profile::fault::{Named, ProfileFault, Vocabulary};
use crate::profile::{Form, Item, ItemKind, Scale, ScaleWords, Section};

pub(super) fn form(fields: Fields<'_>) -> Option<Form> {
    let title = fields.text("title");
    let code = fields.optional_text("code");
    let scale = fields.table("scale").and_then(scale);
    let (mut keys, mut items) = (Seen::new(Named::Section), Seen::new(Named::Item));
    let tables = fields.some_tables("sections").into_iter();
    let sections = tables.filter_map(|table| section(table, &mut keys, &mut items));
    let sections = sections.collect();
    fields.done();
    Some(Form { title: title?.value, code, scale: scale?, sections })
}

fn scale(fields: Fields<'_>) -> Option<Scale> {
    // Wide enough for every scale in use (0–10, -2–2, 0–100), narrow enough to tabulate.
    let min = fields.whole("min", -100..=100);
    let max = fields.whole("max", -100..=100);
    let satisfied_from = fields.whole("satisfied_from", -100..=100);
    let labels = labels(&fields);
    let words = fields.tables("words").into_iter().filter_map(words).collect();
    let at = fields.at;
    let sink = fields.sink;
    fields.done();
    let (min, max) = (min?.value, max?);
    if min >= max.value {
        let fault = ProfileFault::ScaleOrder { min, max: max.value };
        sink.report(max.at, fault);
        return None;
    }
    let max = max.value;
    let (satisfied_from, place) = satisfied_from.map(|told| (told.value, told.at))?;
    if !(min..=max).contains(&satisfied_from) {
        let fault = ProfileFault::SatisfiedOutsideScale { satisfied_from, min, max };
        sink.report(place, fault);
    }
    let values = max - min + 1;
    if !labels.is_empty() && i64::try_from(labels.len()) != Ok(values) {
        let place = labels.first().map_or(at, |label| label.at);
        let labels = labels.len();
        sink.report(place, ProfileFault::LabelCount { labels, values });
    }
    Some(Scale { min, max, satisfied_from, labels: labels.into_iter().map(|label| label.value).collect(), words })
}

/// Words of other forms that mean one value.
fn words(fields: Fields<'_>) -> Option<ScaleWords> {
    let value = fields.whole("value", -100..=100);
    let words = fields.texts("words").into_iter().map(|word| word.value).collect();
    fields.done();
    Some(ScaleWords { value: value?.value, words })
}

/// What the values are called. Answers come back as these words, so no two may be the same.
fn labels(fields: &Fields<'_>) -> Vec<Told<String>> {
    let labels = fields.texts("labels");
    let mut seen = Seen::new(Named::Label);
    for label in &labels {
        seen.note(fields.sink, &label.value.to_lowercase(), label.at);
    }
    labels
}

fn section(fields: Fields<'_>, keys: &mut Seen, items: &mut Seen) -> Option<Section> {
    let key = key(&fields, "key");
    if let Some(key) = &key {
        keys.note(fields.sink, &key.value, key.at);
    }
    let title = fields.text("title");
    let tables = fields.some_tables("items").into_iter();
    let items = tables.filter_map(|table| item(table, items)).collect();
    fields.done();
    Some(Section { key: key?.value, title: title?.value, items })
}

fn item(fields: Fields<'_>, seen: &mut Seen) -> Option<Item> {
    let key = key(&fields, "key");
    if let Some(key) = &key {
        seen.note(fields.sink, &key.value, key.at);
    }
    let label = fields.text("label");
    let kinds = ItemKind::ALL.map(|kind| (kind.code(), kind));
    let kind = fields.text("kind");
    let kind = fields.word("kind", kind, Vocabulary::ItemKind, &kinds);
    let kind = kind.map(|told| told.value);
    let options = options(&fields, kind, key.as_ref().map(|key| key.value.as_str()));
    fields.done();
    Some(Item { key: key?.value, label: label?.value, kind: kind?, options })
}

fn options(fields: &Fields<'_>, kind: Option<ItemKind>, item: Option<&str>) -> Vec<String> {
    let options = fields.texts("options");
    let mut seen = Seen::new(Named::Choice);
    for option in &options {
        seen.note(fields.sink, &option.value.to_lowercase(), option.at);
    }
    let item = item.unwrap_or_default().to_owned();
    match (kind, options.first()) {
        (Some(ItemKind::Choice | ItemKind::Choices), _) if options.len() < 2 => {
            let options = options.len();
            let fault = ProfileFault::TooFewOptions { item, options };
            fields.sink.report(fields.at, fault);
        }
        (Some(ItemKind::Scale | ItemKind::Text), Some(first)) => {
            let fault = ProfileFault::UnusedOptions { item };
            fields.sink.report(first.at, fault);
        }
        _ => {}
    }
    options.into_iter().map(|option| option.value).collect()
}
