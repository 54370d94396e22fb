//! The eight stages of a profile: control points, records, shortcuts.

use super::fields::{Fields, Told};
use super::key;
use super::nearest::nearest;
use super::sink::Seen;
use crate::control::Control;
use crate::profile::fault::{Named, ProfileFault, Vocabulary};
use crate::profile::{ControlRule, ORIGINS, Record, RecordSource, Shortcut, StageRule};
use crate::stage::Stage;
use std::collections::BTreeMap;

pub(super) fn stages(fields: Fields<'_>) -> BTreeMap<Stage, StageRule> {
    let mut records = Seen::new(Named::Record);
    let mut stages = BTreeMap::new();
    for stage in Stage::ALL {
        if !fields.has(stage.code()) {
            let fault = ProfileFault::MissingStage { stage };
            fields.sink.report(fields.at, fault);
        }
        let rule = fields.optional_table(stage.code()).and_then(|table| rule(table, stage, &mut records));
        stages.extend(rule.map(|rule| (stage, rule)));
    }
    fields.done();
    stages
}

fn rule(fields: Fields<'_>, stage: Stage, seen: &mut Seen) -> Option<StageRule> {
    let title = fields.text("title");
    let area = fields.text("area");
    let post = fields.text("post");
    let controls = controls(&fields, stage);
    let records = fields.tables("records").into_iter();
    let records = records.filter_map(|table| record(table, seen)).collect();
    let shortcuts = fields.tables("shortcuts").into_iter();
    let shortcuts = shortcuts.filter_map(|table| shortcut(table, stage));
    let shortcuts = shortcuts.collect();
    let skippable = fields.flag("skippable");
    fields.done();
    Some(StageRule {
        title: title?.value,
        area: area?.value,
        post: post?.value,
        controls,
        records,
        shortcuts,
        skippable,
    })
}

fn controls(fields: &Fields<'_>, stage: Stage) -> Vec<ControlRule> {
    let mut seen = Seen::new(Named::Control);
    let tables = fields.tables("controls").into_iter();
    tables.filter_map(|table| control(table, stage, &mut seen)).collect()
}

fn control(fields: Fields<'_>, stage: Stage, seen: &mut Seen) -> Option<ControlRule> {
    let name = fields.text("name");
    let waivable = fields.flag("waivable");
    fields.done();
    let Told { value: word, at } = name?;
    let Some(name) = Control::ALL.into_iter().find(|c| c.code() == word) else {
        fields.sink.report(at, unknown_control(word, stage));
        return None;
    };
    seen.note(fields.sink, name.code(), at);
    if name.stage() != stage {
        let fault = ProfileFault::ControlOfOtherStage { control: name, listed: stage, guards: name.stage() };
        fields.sink.report(at, fault);
    }
    Some(ControlRule { name, waivable })
}

/// The word may be a slip for any control point; what may stand here are those of the stage.
fn unknown_control(word: String, stage: Stage) -> ProfileFault {
    let here = Control::ALL.into_iter().filter(|c| c.stage() == stage);
    ProfileFault::UnknownControl {
        nearest: nearest(&word, &Control::ALL.map(Control::code)),
        word,
        stage,
        known: here.map(Control::code).collect(),
    }
}

fn record(fields: Fields<'_>, seen: &mut Seen) -> Option<Record> {
    let key = key(&fields, "key");
    if let Some(key) = &key {
        seen.note(fields.sink, &key.value, key.at);
    }
    let title = fields.text("title");
    let code = fields.optional_text("code");
    let required = fields.flag("required");
    let sources = RecordSource::ALL.map(|source| (source.code(), source));
    let from = fields.optional_told("from");
    let from = fields.word("from", from, Vocabulary::RecordSource, &sources);
    fields.done();
    Some(Record { key: key?.value, title: title?.value, code, required, from: from.map(|told| told.value) })
}

fn shortcut(fields: Fields<'_>, from: Stage) -> Option<Shortcut> {
    let origins = ORIGINS.map(|origin| (origin, origin));
    let origin = fields.text("origin");
    let origin = fields.word("origin", origin, Vocabulary::Origin, &origins);
    let stages = Stage::ALL.map(|stage| (stage.code(), stage));
    let to = fields.word("to", fields.text("to"), Vocabulary::Stage, &stages);
    if let Some(to) = to.as_ref().filter(|to| to.value <= from) {
        let fault = ProfileFault::ShortcutBackwards { from, to: to.value };
        fields.sink.report(to.at, fault);
    }
    fields.done();
    Some(Shortcut { origin: origin?.value.to_owned(), to: to?.value })
}
